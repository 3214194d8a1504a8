"""The register page: what stands in the register, numbers made void, the book out to Word or Excel, a table read in."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import notice_gen
from notice_gen.errors import N_, InputError, Problem, RegisterError
from notice_gen.web import answers
from notice_gen.web.answers import Asked, base64_of, text
from notice_gen.web.desk import Desk

if TYPE_CHECKING:
    from starlette.routing import Route

_LARGEST = 20 << 20  # bytes of a table
LIMITS = {"/api/register/import": (_LARGEST * 4 // 3) + (1 << 20)}
_FILE = "so-van-ban.db"
_SAID = ("id", "so", "so_ky_hieu", "nam", "nhom", "loai", "co_quan", "trich_yeu", "nguoi_ky", "noi_nhan", "luu", "don_vi", "so_ban",
         "ngay_chuyen", "ghi_chu", "trang_thai", "ly_do", "hang")  # fmt: skip
_FIRST, _LAST = 1900, 9999


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this page."""
    handlers = {
        "register": _look, "register/begin": _begin, "register/void": _void, "register/export": _export, "register/import": _import,
    }  # fmt: skip
    return [answers.api(path, handler, desk) for path, handler in handlers.items()]


def _places(desk: Desk) -> list[str]:
    """Return the registers there are to look at: the one that the user named, else those of the folder; the first is in force."""
    if desk.register is not None:
        return [""]
    found = [name for name, _ in desk.names(frozenset({".db"})) if name.rpartition("/")[2] == _FILE]
    return ["", *(name for name in found if desk.path(name) != _path(desk, ""))]


def _path(desk: Desk, place: str) -> Path | str:
    if place:
        path = desk.path(place)
        if path.name != _FILE:
            raise InputError(Problem(N_("“{ten}” không phải sổ văn bản."), N_("Chọn sổ trong danh sách."), {"ten": place}))
        return path
    if desk.register is not None:
        return desk.register
    path = Path(notice_gen.register_path(desk.root))
    return desk.path(path.name) if path.parent == desk.root else path


def _opened(desk: Desk, asked: Asked, *, create: bool = False) -> AbstractContextManager[notice_gen.Register]:
    return notice_gen.open_register(_path(desk, text(asked, "place")), create=create)


def _office(desk: Desk, asked: Asked) -> Path:
    place = text(asked, "place")
    return desk.path(place).parent if place else desk.root


def _is_there(where: Path | str) -> bool:
    return not isinstance(where, Path) or where.exists()


def _year(asked: Asked) -> int | None:
    nam = asked.get("nam")
    if nam is None or (type(nam) is int and _FIRST <= nam <= _LAST):
        return nam
    raise InputError(Problem(N_("Năm phải là số có bốn chữ số; ở đây là “{nam}”."), N_("Ví dụ 2026."), {"nam": str(nam)[:80]}))


def _look(desk: Desk, asked: Asked, _: str) -> Any:
    """Return the lines of a year, the newest where none is said, and what number comes next in each series."""
    where, places = _path(desk, text(asked, "place")), _places(desk)
    if not _is_there(where):
        return {"label": str(where), "there": False, "places": places, "years": [], "nam": None, "series": [], "entries": []}
    with notice_gen.open_register(where) as book:
        series = book.series()
        years = sorted({one.nam for one in series}, reverse=True)
        nam = _year(asked) or (years[0] if years else None)
        entries = book.entries(nam=nam) if nam else []
        return {
            "label": book.label, "there": True, "places": places, "years": years, "nam": nam, "series": [vars(one) for one in series],
            "entries": list(map(_said, entries)),
        }  # fmt: skip


def _said(entry: Any) -> dict[str, Any]:
    said = {name: getattr(entry, name) for name in _SAID}
    times = {name: _moment(getattr(entry, name)) for name in ("giu_luc", "cap_luc", "huy_luc")}
    ngay, tep = f"{entry.ngay:%d/%m/%Y}" if entry.ngay else "", "" if entry.is_paper else entry.tep
    return {**said, **times, "ngay": ngay, "tep": tep, "giay": entry.is_paper}


def _moment(utc: str) -> str:
    """Return a moment of the register by the clock of this place."""
    return f"{datetime.fromisoformat(utc).astimezone():%H:%M %d/%m/%Y}" if utc else ""


def _begin(desk: Desk, asked: Asked, _: str) -> Any:
    where = _path(desk, text(asked, "place"))
    if isinstance(where, Path) and where.exists():
        raise RegisterError(Problem(N_("Ở đó đã có sổ văn bản."), N_("Tải lại trang.")))
    with _opened(desk, asked, create=True) as book:
        return {"label": book.label}


def _void(desk: Desk, asked: Asked, _: str) -> Any:
    """Make a number void, if it is still what the page shows."""
    shown = asked.get("id"), asked.get("so_ky_hieu"), asked.get("nam")
    with _opened(desk, asked) as book:
        entry = next((one for one in book.entries() if (one.id, one.so_ky_hieu, one.nam) == shown), None)
        if entry is None:
            message = N_("Trong sổ không còn số {so} như trên màn hình.")
            raise InputError(Problem(message, N_("Tải lại trang rồi xem lại."), {"so": str(shown[1])[:80]}))
        reason = text(asked, "reason")
        if not reason.strip() or not reason.isprintable() or len(reason) > 1_000:
            raise InputError(Problem(N_("Hủy số phải có lý do, một dòng chữ."), N_("Ví dụ: In nhầm, lãnh đạo không ký.")))
        book.void(entry, reason)
    return {}


def _export(desk: Desk, asked: Asked, _: str) -> Any:
    kind, loai = text(asked, "kind"), text(asked, "loai") if asked.get("loai") is not None else None
    with _opened(desk, asked) as book:
        return {"data": base64_of(book.export(kind, nam=_year(asked), loai=loai, office=_office(desk, asked)))}


def _import(desk: Desk, asked: Asked, language: str) -> Any:
    table, co_quan = answers.data(asked, _LARGEST), text(asked, "co_quan").strip() if asked.get("co_quan") else None
    with _opened(desk, asked) as book:
        done = book.enter(table, text(asked, "file"), nam=_year(asked), co_quan=co_quan or None, office=_office(desk, asked))
    return {
        "new": done.new, "filled": done.filled, "same": done.same, "series": [vars(one) for one in done.series],
        "problems": answers.said(done.warnings, language),
    }  # fmt: skip
