"""What Windows asks of files: names that it does not take, paths that are too long for it, files that another program holds for a moment.

Nothing here calls Windows: what it says comes as paths and errors, so that it is tested anywhere.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import PurePath, PureWindowsPath
from typing import TypeVar

from notice_gen.errors import N_, Problem

T = TypeVar("T")

RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE)
"""The beginnings of names that mean devices, whatever ending they have."""
MOST_PROCESSES = 61
"""What one call can wait for (``WaitForMultipleObjects``), less what ``concurrent.futures`` needs."""

_LONGEST = 259  # units of UTF-16; Word and Explorer open none longer, whatever a program may write
_HELD = {5, 32, 33, 1224}  # winerror: no access, sharing violation, lock violation, mapped by another
_PAUSES = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28)  # seconds: 2.55 in all
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"|?*]')


def patiently(action: Callable[[], T], sleep: Callable[[float], None] = time.sleep) -> T:
    """Do *action*, again after a pause while Windows says that another program holds the file: a virus scanner, OneDrive, a preview.

    They look at every new file as soon as it is there.  Elsewhere an error has no ``winerror``, and nothing is done twice.
    Raises OSError: the last, after some seconds.
    """
    for pause in _PAUSES:
        try:
            return action()
        except FileExistsError:
            raise
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
        sleep(pause)
    return action()


def unfit(path: PurePath) -> Problem | None:
    r"""Return why nothing should be written to *path*, whole as Windows would be given it; None where nothing is wrong.

    >>> [unfit(PureWindowsPath(rf"C:\VB\{name}")) is None for name in ("xã A.docx", "CON.docx", "12:TB.docx", "a. ", "a.docx")]
    [True, False, False, False, True]
    """
    own = PureWindowsPath(path)
    if own.drive.startswith(("\\\\?\\", "\\\\.\\")):  # somebody who writes so knows
        return None
    values: dict[str, object] = {"tep": path, "dai": len(str(own).encode("utf-16-le", "surrogatepass")) // 2, "nhieu": _LONGEST}
    for part in own.parts[1:] if own.anchor else own.parts:
        values["ten"] = part
        if part in {".", ".."}:
            continue
        if RESERVED.match(part):
            return Problem(N_("Windows dành tên “{ten}” cho thiết bị, không ghi được tệp “{tep}”."), N_("Đặt tên khác."), values)
        if part.endswith((".", " ")):
            message = N_("Windows bỏ dấu chấm, dấu cách ở cuối tên “{ten}”, nên không ghi tệp “{tep}”.")
            return Problem(message, N_("Bỏ dấu chấm, dấu cách ở cuối tên."), values)
        if _FORBIDDEN.search(part):
            message = N_("Tên “{ten}” có ký tự Windows không cho dùng trong tên tệp (< > : \" | ? *).")
            return Problem(message, N_("Bỏ ký tự đó, hoặc thay bằng dấu gạch nối."), values)
    if int(str(values["dai"])) > _LONGEST:
        message = N_("Đường dẫn “{tep}” dài {dai} ký tự; Word và Windows chỉ mở được tệp có cả đường dẫn không quá {nhieu} ký tự.")
        return Problem(message, N_("Ghi vào thư mục gần gốc ổ đĩa hơn (ví dụ -o D:/VanBan/), hoặc đặt tên ngắn hơn."), values)
    return None
