"""The files of the folder: listed, opened, saved over what was read, created; what is typed and not saved is kept beside them."""

from __future__ import annotations

import json
import re
import time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import notice_gen
from notice_gen import files
from notice_gen.errors import N_, InputError, OutputError, Problem
from notice_gen.web import answers
from notice_gen.web.answers import Asked, text
from notice_gen.web.desk import Desk, digest
from notice_gen.web.wording import saying

if TYPE_CHECKING:
    from starlette.routing import Route

SETTINGS = "notice-gen.toml"
_MAU = re.compile(r"""^\s*mau\s*=\s*["']([a-z0-9-]{1,60})["']""", re.MULTILINE)
_VERSION = re.compile(r"^\s*phien_ban\s*=", re.MULTILINE)
_HEAD = 20_000  # characters in which a findings file says what it is
_STATES = 500  # files whose state is told at once
_FINDINGS = frozenset({".toml"})


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this page."""
    handlers = {
        "folder": _folder, "open": _open, "save": _save, "draft": _draft, "states": _states, "types": _types, "new": _new, "stop": _stop,
    }  # fmt: skip
    return [answers.api(path, handler, desk) for path, handler in handlers.items()]


def _folder(desk: Desk, _: Asked, __: str) -> Any:
    listed = []
    for name, about in desk.names(_FINDINGS):
        if Path(name).name != SETTINGS:
            mau = _type_of(desk, name, about.st_mtime_ns, about.st_size)
            if mau is not None:
                listed.append({"name": name, "mau": mau, "time": about.st_mtime})
    kept = [draft for path in sorted(_drafts(desk).glob("*.json")) if (draft := _read_draft(path)) is not None]
    there = {entry["name"] for entry in listed}
    new = [
        {"name": draft["name"], "mau": _said_type(draft["text"]) or "", "time": draft["time"]}
        for draft in kept if draft["name"] not in there and not desk.path(draft["name"]).exists()
    ]  # fmt: skip
    settings = notice_gen.settings_path(desk.root)
    return {
        "folder": str(desk.root), "files": listed + new, "unsaved": [draft["name"] for draft in kept],
        "settings": str(settings) if settings else None, "pdf": notice_gen.can_make_pdf(),
    }  # fmt: skip


def _states(desk: Desk, asked: Asked, _: str) -> Any:
    """Return what became of the files that are asked for."""
    names = asked.get("names", [])
    names = [name for name in names if isinstance(name, str)][:_STATES] if isinstance(names, list) else []
    there = [name for name in names if desk.path(name).is_file()]
    states = notice_gen.print_states([desk.path(name) for name in there])
    return {"states": {name: {"state": one.status, "label": one.label} for name, one in zip(there, states, strict=True)}}


@lru_cache(maxsize=10_000)
def _type_of(desk: Desk, name: str, _changed: int, _size: int) -> str | None:
    """Return the type of a findings file, empty where it is not told; None for another TOML file."""
    try:
        return _said_type(desk.read(name)[:_HEAD].decode("utf-8", "replace"))
    except InputError:
        return ""


def _said_type(content: str) -> str | None:
    found = _MAU.search(content)
    return found[1] if found else "" if _VERSION.search(content) else None


def _open(desk: Desk, asked: Asked, _: str) -> Any:
    name = text(asked, "name")
    draft = _read_draft(_draft_path(desk, name))
    if not desk.path(name).exists():
        if draft is None:
            raise InputError(Problem(N_("Không còn tệp “{ten}”."), N_("Chọn tệp khác trong danh sách."), {"ten": name}))
        return {"name": name, "text": None, "sha256": None, "draft": draft}
    data = desk.read(name)
    return {"name": name, "text": _decoded(data, name), "sha256": digest(data), "draft": draft}


def _decoded(data: bytes, name: str) -> str:
    """Return the text of a file with plain line ends.  Raises InputError: it is no UTF-8, so that saving would change it."""
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = N_("Tệp “{ten}” không phải UTF-8.")
        raise InputError(Problem(message, N_("Mở bằng Notepad, Lưu thành … (Save As), chọn mã UTF-8."), {"ten": name})) from error
    return content.replace("\r\n", "\n").replace("\r", "\n")


def _encoded(content: str, old: bytes) -> bytes:
    """Return the bytes of a text, with the line ends and the mark at the head that the file has on the disk."""
    ends = "\r\n" if old.count(b"\r\n") * 2 > old.count(b"\n") else "\n"
    return (b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b"") + content.replace("\r\n", "\n").replace("\n", ends).encode()


def _save(desk: Desk, asked: Asked, language: str) -> Any:
    name, content, over = text(asked, "name"), text(asked, "text"), asked.get("sha256")
    path = desk.path(name)
    if path.suffix.lower() not in _FINDINGS:
        raise InputError(Problem(N_("Chỉ ghi tệp .toml; ở đây là “{ten}”."), N_("Đặt tên có đuôi .toml."), {"ten": name}))
    old = desk.read(name) if path.exists() else b""
    data = _encoded(content, old)
    if not desk.save(name, data, over if isinstance(over, str) else None):
        theirs = desk.read(name)
        problem = Problem(N_("Tệp “{ten}” đã bị sửa ở nơi khác sau khi mở."), N_("Chọn giữ bản nào."), {"ten": name})
        return answers.problems([problem], language, status=409, text=_decoded(theirs, name), sha256=digest(theirs))
    _draft_path(desk, name).unlink(missing_ok=True)
    return {"sha256": digest(data)}


# --- what is typed and not saved ---------------------------------------------------------------------


def _drafts(desk: Desk) -> Path:
    return desk.kept / "dang-soan"


def _draft_path(desk: Desk, name: str) -> Path:
    desk.path(name)
    return _drafts(desk) / f"{digest(name.encode())}.json"


def _read_draft(path: Path) -> dict[str, Any] | None:
    try:
        draft = json.loads(files.read(path))
    except (OSError, ValueError):
        return None
    wanted = {"name": str, "text": str, "time": float}
    return draft if isinstance(draft, dict) and all(isinstance(draft.get(key), kind) for key, kind in wanted.items()) else None


def _draft(desk: Desk, asked: Asked, _: str) -> Any:
    """Keep what is typed and not saved; without a text, what was kept goes: the clerk said so."""
    name = text(asked, "name")
    path = _draft_path(desk, name)
    if asked.get("text") is None:
        path.unlink(missing_ok=True)
        return {}
    draft = {"name": name, "text": text(asked, "text"), "sha256": asked.get("sha256"), "time": time.time()}
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    files.write(path, json.dumps(draft, ensure_ascii=False).encode(), if_exists=files.IfExists.OVERWRITE)
    return {"time": draft["time"]}


# --- a new file --------------------------------------------------------------------------------------


def _types(_: Desk, __: Asked, ___: str) -> Any:
    return {"types": [kind._asdict() for kind in notice_gen.document_types()]}


def _new(desk: Desk, asked: Asked, language: str) -> Any:
    """Write a file to start from under a name that is free."""
    mau = text(asked, "mau")
    wish = text(asked, "name") if asked.get("name") else f"{mau}.toml"
    wish = wish if wish.lower().endswith(".toml") else f"{wish}.toml"
    path = desk.path(wish)
    if path.parent.parent.is_dir():
        path.parent.mkdir(exist_ok=True)
    begun = notice_gen.starter_file(mau, path.parent if path.parent.is_dir() else desk.root)
    stem, suffix = wish[: -len(path.suffix)], path.suffix
    for number in range(1, 1000):
        name = wish if number == 1 else f"{stem}-{number}{suffix}"
        if not desk.path(name).exists():
            content = begun.text.replace(f"notice-gen render {mau}.toml", f"notice-gen render {Path(name).name}", 1)
            if desk.save(name, content.encode(), None):
                return {"name": name, "remark": saying(language)(begun.remark).format(tep=begun.settings)}
    raise OutputError(Problem(N_("Không còn tên nào trống cho “{ten}”."), N_("Gõ tên khác."), {"ten": wish}))


def _stop(desk: Desk, _: Asked, __: str) -> Any:
    desk.stop()
    return {}
