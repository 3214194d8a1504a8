"""Words as typed that cannot be meant, or hardly: a figure's name in other braces, a phrase twice, the web's tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from notice_gen import expressions
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.reader import keys
from notice_gen.reader.source import shorten

# "{ qua_han }", "${qua_han}", "«qua_han»", "[[qua_han]]"; with the filter that may follow the name.
_IN_BRACES = re.compile(
    r"(?:[$#%@]?\{(?:\s*\{)*|[«‹⟨]|｛+|\[\[|<<)\s*(?P<name>[^\W\d][\w. ]{0,60}?)\s*(?P<filter>\|[^\n{}«»\[\]]{0,80}?)?\s*"
    r"(?:\}(?:\s*\})*|[»›⟩]|｝+|\]\]|>>)"
)
_BRACES = re.compile(r"[{«‹⟨｛]|\[\[|<<")
_ABOUT = r"(?:V\s?/\s?v|về việc)"
_TWICE = re.compile(rf"(?<!\w)({_ABOUT})[\s:.,–-]+{_ABOUT}(?!\w)", re.IGNORECASE)
_LABELS = {
    "ve_viec": re.compile(rf"{_ABOUT}(?!\w)[\s:.,–-]*", re.IGNORECASE), "kinh_gui": re.compile(r"kính gửi(?!\w)[\s:]*", re.IGNORECASE),
    "kinh_moi": re.compile(r"(?:trân trọng )?kính mời(?!\w)[\s:]*", re.IGNORECASE),
    "toi_du": re.compile(r"(?:tới|đến) dự(?!\w)[\s:]*", re.IGNORECASE), "chu_tri": re.compile(r"chủ (?:trì|tọa)\s*:\s*", re.IGNORECASE),
    "dia_diem": re.compile(r"địa điểm\s*:\s*", re.IGNORECASE),
}
"""What the form prints before the value of a key."""
_TAG = re.compile(
    r"</?(?:[biups]|br|em|strong|sup|sub|span|div|font|center|table|t[rdh]|[uo]l|li|h[1-6]|a(?=\s+href|>)|img)(?:\s[^<>\n]*)?/?>"
    r"|</?(?:B|I|U|BR|P)\s*/?>|&(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[mn]dash|hellip|#\d{1,6}|#x[0-9a-fA-F]{1,6});"
)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "u": "__"}
_SIGNS = {"&nbsp;": "một dấu cách", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "“ ”", "&ndash;": "–", "&hellip;": "…"}


def told(text: str, path: KeyPath) -> Iterator[Problem]:
    """Yield what is wrong with *text* at *path*; figures in braces whether they exist or not (:func:`of_figures` knows)."""
    if _BRACES.search(text):
        yield from _in_braces(text, path)
    if "iệc" in text or "/" in text:
        yield from _twice(text, path)
    label = _LABELS.get(str(next((step for step in reversed(path) if isinstance(step, str)), "")))
    if label and (typed := label.match(text)) and typed.end() < len(text):
        message, hint = N_("“{found}” khi in tự thêm, gõ nữa thì thành hai lần."), N_("Chỉ gõ: \"{con_lai}\".")
        yield Problem(message, hint, {"found": typed[0].strip(), "con_lai": shorten(text[typed.end() :])}, path, typed[0].strip())
    if ("<" in text or "&" in text) and (tag := _TAG.search(text)):
        yield _of_the_web(tag[0], path)


def _in_braces(text: str, path: KeyPath) -> Iterator[Problem]:
    for piece in expressions.pieces(text):
        for found in _IN_BRACES.finditer(piece) if isinstance(piece, str) else ():
            if found[0].startswith("{{") and found[0].endswith("}}"):
                continue  # an expression that is refused as one
            name = found["name"] if re.fullmatch(r"[\w.]+", found["name"], re.ASCII) else keys.plain(found["name"])
            message, hint = N_("“{found}” in nguyên ra văn bản, không thay bằng số liệu."), N_("Gõ: {dung}")
            dung = f"{{{{ {name}{' ' if found['filter'] else ''}{(found['filter'] or '').strip()} }}}}"
            yield Problem(message, hint, {"found": found[0], "dung": dung, "ten": name}, path, found[0])


def of_figures(problems: list[Problem], layers: Mapping[str, Any]) -> list[Problem]:
    """Return *problems* without those in braces that name no figure, unit or fact of the tree *layers*."""
    names = expressions.names_of(layers) if any("ten" in problem.values for problem in problems) else None
    return [problem for problem in problems if names is None or "ten" not in problem.values or _is_known(str(problem.values["ten"]), names)]


def _is_known(name: str, names: expressions.Names) -> bool:
    group, _, rest = name.partition(".")
    return rest in names.within(group) if rest else name in names.so_lieu


def _twice(text: str, path: KeyPath) -> Iterator[Problem]:
    if found := _TWICE.search(text):
        message, hint = N_("“{found}” là một cụm từ gõ hai lần."), N_("Giữ một lần: “{dung}”.")
        yield Problem(message, hint, {"found": found[0], "dung": found[1]}, path, found[0])


def _of_the_web(found: str, path: KeyPath) -> Problem:
    message = N_("“{found}” là thẻ của trang web, in nguyên ra văn bản.")
    name = found.strip("</>").split()[0].lower() if found[0] == "<" else ""
    hint, dung = N_("Xóa thẻ đó."), _SIGNS.get(found, "")
    if name in _MARKS:
        hint, dung = N_("Xóa thẻ; cần nhấn mạnh thì gõ: {dung}"), f"{_MARKS[name]}chữ{_MARKS[name]}"
    elif name in {"br", "p"}:
        hint = N_("Xóa thẻ và xuống dòng ở chỗ đó, trong đoạn chữ mở và đóng bằng ba dấu nháy kép; mỗi dòng một đoạn.")
    elif dung:
        hint = N_("Thay bằng: {dung}")
    elif not name:
        hint = N_("Thay bằng chính chữ đó.")
    return Problem(message, hint, {"found": found, "dung": dung}, path, found, level="warning", code="the_trang_web")
