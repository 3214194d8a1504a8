"""A signed PDF held against the roots that an office trusts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen.errors import N_, InputError, Place, Problem

if TYPE_CHECKING:
    from notice_gen.signatures.reading import Reading

_ROOTS = {".pem", ".crt", ".cer", ".der"}
_MOST = 1 << 20  # bytes of a file of certificates


def verified(file: str, trust: Iterable[Path]) -> Reading:
    """Return what the signatures of a PDF say.

    Args:
        file: its path.
        trust: files of certificates that the office trusts, or folders of such.

    Raises InputError: the file or a root cannot be read; ToolError: pyHanko is missing.
    """
    from notice_gen import reader
    from notice_gen.office import returning
    from notice_gen.signatures import reading

    roots = list(_roots(trust))
    pdf = reader.load(Path(file))
    try:
        return reading.read(pdf, [path.read_bytes() for path in roots], [str(path) for path in roots])
    except InputError as error:
        raise InputError(returning.placed(error.problems, file)) from error


def _roots(trust: Iterable[Path]) -> Iterator[Path]:
    for path in trust:
        several = sorted(one for one in path.iterdir() if one.suffix.lower() in _ROOTS) if path.is_dir() else [path]
        if not several:
            message = N_("Thư mục “{thu_muc}” không có tệp chứng thư số nào (.pem, .crt, .cer, .der).")
            raise InputError(Problem(message, N_("Chép tệp chứng thư gốc của đơn vị cấp chữ ký số vào đó."), {"thu_muc": path}))
        for one in several:
            if not one.is_file() or one.stat().st_size > _MOST:
                message = N_("Không đọc được tệp chứng thư số này.")
                raise InputError(Problem(message, N_("Xem lại tên tệp ghi ở --trust."), place=Place(str(one))))
            yield one
