"""Is all here that the program needs?  Each thing looked at, with what mends it."""

from __future__ import annotations

import contextlib
import locale
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from notice_gen.errors import N_, NoticeGenError, why_refused
from notice_gen.records import record

GOOD, LESS, BAD = "good", "less", "bad"


@record
class Finding:
    """One thing looked at."""

    state: str  # ``GOOD``; ``LESS``: something cannot be done without it; ``BAD``: nothing goes well until it is mended
    said: str  # a catalogue sentence with named fields
    values: Mapping[str, object] = field(default_factory=dict)
    mend: str = ""  # what to do, likewise


def look(folder: Path, register: str | None) -> Iterator[Finding]:
    """Yield what is found, for papers of *folder*; *register*: the one that the user names, if any."""
    values = {"so": platform.python_version(), "he": platform.platform(terse=True), "noi": sys.executable}
    yield Finding(GOOD, N_("Python {so} ({he}): {noi}"), values)
    yield _encoding()
    yield _converter()
    yield _font()
    yield _pages()
    yield _folder(folder)
    yield _cache()
    yield _settings(folder)
    yield _register(folder, register)


def _encoding() -> Finding:
    said, files = getattr(sys.stdout, "encoding", None) or "-", sys.getfilesystemencoding()
    values = {"ra": said, "tep": files, "may": locale.getpreferredencoding(do_setlocale=False)}
    good = said.lower().replace("-", "") == files.lower().replace("-", "") == "utf8"
    message = N_("Bảng mã: in ra {ra}, tên tệp {tep}, của máy {may}")
    mend = N_("Đặt biến PYTHONUTF8=1 để chữ Việt in ra và tên tệp không sai.")
    return Finding(GOOD, message, values) if good else Finding(LESS, message, values, mend)


def _converter() -> Finding:
    from notice_gen.convert import MISSING, find, word

    try:
        program = find()
    except NoticeGenError as error:
        [problem] = error.problems
        return Finding(BAD, problem.message, problem.values, problem.hint)
    if program is None:
        without = N_("Chưa có LibreOffice: không làm được PDF, không đọc được .doc, .odt, .rtf.")
        return Finding(LESS, without, mend=MISSING.hint)
    if program.name == word.NAME:
        return Finding(GOOD, N_("Chưa có LibreOffice: PDF, .doc, .odt, .rtf nhờ Word (cách này chưa thử trên Windows)"))
    version = ""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run([program.path, "--version"], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
        version = done.stdout.strip().split("\n")[0]
    if not version:
        return Finding(BAD, N_("LibreOffice ở {tep} không trả lời."), {"tep": program.path}, N_("Cài lại LibreOffice rồi chạy lại."))
    return Finding(GOOD, N_("{so}: {tep}"), {"so": version, "tep": program.path})


def _font() -> Finding:
    from notice_gen.convert import fonts

    font = fonts.substitute()
    if not font:
        return Finding(GOOD, N_("Phông Times New Roman: có"))
    if font in fonts.SAME_WIDTHS:
        return Finding(GOOD, N_("Phông Times New Roman: máy này dùng {phong} thay (chữ rộng bằng nhau)"), {"phong": font})
    message = N_("Phông Times New Roman: máy này dùng {phong} thay, dòng và trang của PDF có thể khác")
    return Finding(LESS, message, {"phong": font}, N_("Cài phông Times New Roman, hoặc Liberation Serif."))


def _pages() -> Finding:
    from notice_gen.convert.pages import MISSING, can_read

    if can_read():
        return Finding(GOOD, N_("pypdfium2 (đọc trang PDF): có"))
    return Finding(LESS, N_("pypdfium2 (đọc trang PDF): chưa có; không xét được trang in, không xem trước được."), mend=MISSING.hint)


def _folder(folder: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        message = N_("Thư mục đang đứng, {thu_muc}: không ghi được ({loi})")
        mend = N_("Chuyển sang thư mục của mình, ví dụ Tài liệu (Documents).")
        return Finding(BAD, message, {"thu_muc": folder, "loi": why_refused(error)}, mend)
    return Finding(GOOD, N_("Thư mục đang đứng, {thu_muc}: ghi được"), {"thu_muc": folder})


def _cache() -> Finding:
    import platformdirs

    from notice_gen import kept

    values = {"thu_muc": platformdirs.user_cache_path("notice-gen")}
    name = f"thu-{os.getpid()}"
    kept.store(name, b"+")
    if kept.load(name) == b"+":
        kept.forget(name)
        return Finding(GOOD, N_("Thư mục nhớ tạm, {thu_muc}: dùng được"), values)
    return Finding(LESS, N_("Thư mục nhớ tạm, {thu_muc}: không dùng được, nên mẫu Word riêng của cơ quan lần nào cũng phải đọc lại"), values, N_("Xóa thư mục đó, hoặc cho riêng mình quyền ghi vào đó."))  # noqa: E501


def _settings(folder: Path) -> Finding:
    from notice_gen import reader

    path = reader.office_path(folder)
    if path is None:
        return Finding(GOOD, N_("Thiết lập của cơ quan: chưa có notice-gen.toml (lập bằng lệnh: notice-gen init)"))
    try:
        layer = reader.office_layer(folder)
        problems = layer.problems if layer else ()
    except NoticeGenError as error:
        problems = error.problems
    if problems:
        values = {"tep": path, "loi": problems[0]}
        return Finding(BAD, N_("Thiết lập của cơ quan, {tep}: {loi}"), values, N_("Sửa tệp đó rồi chạy lại."))
    return Finding(GOOD, N_("Thiết lập của cơ quan: {tep}"), {"tep": path})


def _register(folder: Path, where: str | None) -> Finding:
    from notice_gen import register
    from notice_gen.office import numbering

    try:
        place = numbering.in_force(where, folder)
        if not numbering.is_there(place):
            return Finding(GOOD, N_("Sổ văn bản: chưa có (tự lập khi lấy số lần đầu)"))
        with register.connect(place, create=False) as book:
            return Finding(GOOD, N_("Sổ văn bản: {so}"), {"so": book.label})
    except NoticeGenError as error:
        problem = error.problems[0]
        return Finding(BAD, N_("Sổ văn bản: {loi}"), {"loi": problem.text()}, problem.hint)
