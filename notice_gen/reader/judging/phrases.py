"""Words as typed that cannot be meant, or hardly: a figure's name in other braces, a phrase twice, the web's tags."""

from __future__ import annotations

import re
import typing
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import Any

from notice_gen import expressions
from notice_gen.errors import N_, KeyPath, Problem, Words
from notice_gen.model.values import NO_EXPRESSIONS
from notice_gen.reader.source import shorten
from notice_gen.records import replace

# "{ qua_han }", "${qua_han}", "«qua_han»", "[[qua_han]]", "{{{ qua_han }}}"; a filter or arithmetic may follow the name.
_IN_BRACES = re.compile(
    r"(?:[$#%@]?\{(?:\s*\{)*|[«‹⟨]|｛+|\[\[|<<)\s*([^\W\d][^\n{}«»‹›⟨⟩｛｝\[\]]{0,80}?)\s*(?:\}(?:\s*\})*|[»›⟩]|｝+|\]\]|>>)"
)
_BRACES = re.compile(r"[{«‹⟨｛]|\[\[|<<")
_BARE = re.compile(
    r"(?<![\w./@{$-])[\[<(%$]*((?:[a-z]+\.)?[a-z][a-z0-9]*_[a-z0-9_]*[a-z0-9]|don_vi\.[a-z0-9_]+)[\]>)%]*(?![\w@/}-]|\.\w)"
)
_WHOLE = re.compile(r"\{\{.*?\}\}")
_NO_TEXTS = frozenset({"mau", "cot", "so_lieu_tinh", "kiem_tra", "nguoi_ky", "the_thuc", "so_van_ban", "dinh_dang", "ngay_nghi", "dac_ta"})
_CODES = frozenset({"ma", "loai", "linh_vuc", "nguoi_ky", "ky_hieu"})
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
    r"|</?(?:B|I|U|BR|P|o:p)\s*/?>|<!--|&(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[mn]dash|hellip|#\d{1,6}|#x[0-9a-fA-F]{1,6});"
)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "u": "__"}
_SIGNS = {"&nbsp;": Words(N_("một dấu cách")), "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "“ ”", "&ndash;": "–", "&hellip;": "…"}


def told(text: str, path: KeyPath) -> Iterator[Problem]:
    """Yield what is wrong with *text* at *path*; names in braces whether they are known or not (:func:`of_figures` knows)."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if path[0] in _NO_TEXTS or key in _CODES:
        return
    if _BRACES.search(text) or "_" in text:
        yield from _named(text, path)
    if path[0] == "so_lieu" and (found := _WHOLE.search(text)):
        hint = N_("Số liệu tính từ số liệu khác thì ghi vào [so_lieu_tinh], ví dụ: tong = \"da_giai_quyet + dang_giai_quyet\".")
        yield Problem(N_("“{found}” in nguyên ra văn bản: chỗ này không nhận biểu thức."), hint, {"found": found[0]}, path, found[0])
    yield from _twice(text, path)
    if label := _LABELS.get(key):
        yield from _supplied(label, text, path)
    if ("<" in text or "&" in text) and (tag := _TAG.search(text)):
        yield _of_the_web(tag[0], path)


def _named(text: str, path: KeyPath) -> Iterator[Problem]:
    """Yield each name in other braces, or in none, that may be a figure's."""
    message, hint = N_("“{found}” in nguyên ra văn bản, không thay bằng số liệu."), N_("Gõ: {{{{ {ten} }}}}")
    for piece in (text,) if "{{{" in text else expressions.pieces(text):
        if not isinstance(piece, str):
            continue
        found = [*_IN_BRACES.finditer(piece)]
        for match in found or (_BARE.finditer(piece) if "_" in piece and "{" not in piece and "}" not in piece else ()):
            problem = Problem(message, hint, {"found": match[0], "ten": match[1]}, path, match[0])
            yield problem if found else replace(problem, level="warning", code="ten_so_lieu_in_nguyen")


_SHORT = 2  # «a» is a letter
PLAIN = N_("Chỗ này không nhận biểu thức: gõ thẳng chữ cần in.")


_KEYS = frozenset(
    {"kinh_gui", "trich_yeu", "dia_danh", "quyen_han", "chuc_vu", "ho_ten", "luu", "gui", "viet_tat", "khan", "can_cu", "nguoi_soan", "mau"}
)


def astray(data: Mapping[str, Any], text: str) -> Iterator[Problem]:
    """Yield a doubt for each figure of *data* that is called as a key of another table and asked nowhere in the file's *text*."""
    for table in ("so_lieu", "don_vi"):
        here = data.get(table)
        for name in _KEYS.intersection(here if isinstance(here, dict) else ()):
            if len(re.findall(rf"\b{name}\b", text)) == 1:
                from notice_gen.reader import keys

                message = N_("“{khoa}” ghi dưới {bang} nên không in ra: ở đó nó chỉ là tên một số liệu.")
                hint = N_("“{mend}” thuộc bảng {noi}: chuyển xuống dưới dòng đó.") if keys.homes(name) else N_("“{mend}” đứng ở đầu tệp, trên mọi bảng: chuyển lên đó.")  # noqa: E501
                values = {"khoa": name, "bang": f"[{table}]", "mend": name, "noi": keys.homes(name)}
                yield Problem(message, hint, values, (table, name), name, level="warning", code="khoa_o_sai_bang")


def unused(figures: Mapping[str, Any], text: str) -> Iterator[Problem]:
    """Yield a doubt for each number of *figures* whose name stands in the file's *text* but once: nothing prints or checks it.

    A text among them may be what files are named by, a date a deadline, which is checked by its name.
    """
    for name in _stand_once([name for name, value in figures.items() if type(value) in {int, Decimal} and name not in _KEYS], text):
        message = N_("Số liệu “{ten}” không dùng ở đâu: không in ra, không được kiểm tra.")
        hint = N_("Viết {{{{ {ten} }}}} ở chỗ cần in; số gõ tay trong lời văn thì thay bằng tên này. Không cần thì xóa dòng.")
        yield Problem(message, hint, {"ten": name}, ("so_lieu", name), name, level="warning", code="so_lieu_khong_dung")


_FEW = 64  # names that are quicker looked for one by one than among all words


def _stand_once(names: Sequence[str], text: str) -> Collection[str]:
    """Return which of some *names* are a word of *text* but once."""
    if len(names) <= _FEW:
        return [name for name in names if len([*islice(_places(name, text), 2)]) == 1]
    words = Counter(re.findall(r"\w+", text))
    return [name for name in names if words[name] == 1]


def _places(name: str, text: str) -> Iterator[int]:
    """Yield where a *name* stands in *text* as a word of its own."""
    at = text.find(name) if _is_of_words(name) else -1
    while at >= 0:
        end = at + len(name)
        if not (_is_of_words(text[at - 1 : at]) or _is_of_words(text[end : end + 1])):
            yield at
        at = text.find(name, end)


def _is_of_words(text: str) -> bool:
    return text.replace("_", "a").isalnum()


def of_figures(problems: list[Problem], tree: Mapping[str, Any]) -> list[Problem]:
    """Return *problems* without names that no figure, unit or fact of the *tree* has, the others as they are spelt there."""
    if not any({"ten", "found"} <= problem.values.keys() for problem in problems):
        return problems
    names, sound = expressions.names_of(tree), []
    for problem in problems:
        if not {"ten", "found"} <= problem.values.keys():
            sound.append(problem)
        elif ten := _meant(str(problem.values["ten"]), names, curly="{" in str(problem.values["found"])):
            hint = PLAIN if _is_plain(problem.path) else problem.hint
            sound.append(replace(problem, hint=hint, values={**problem.values, "ten": ten}))
    return sound


def _is_plain(path: KeyPath) -> bool:
    """Tell whether the text at *path* is printed as it stands, without expressions."""
    from notice_gen.reader import keys

    names = [step for step in path if isinstance(step, str)]
    table = keys.table_at(tuple(names[:-1]))
    if path[0] in {"don_vi", "so_lieu"} or not table:
        return path[0] in {"don_vi", "so_lieu"}
    kinds = [typing.get_type_hints(table, include_extras=True).get(names[-1])]
    for kind in kinds:  # which grow by what each is made of
        kinds += typing.get_args(kind)
    return any(kind is NO_EXPRESSIONS for kind in kinds)


def _meant(code: str, names: expressions.Names, *, curly: bool) -> str:
    """Return the expression that *code* means, empty when it means none: without braces only the very name, for «Tiếp nhận» is quoted."""
    from notice_gen.reader import keys

    name, mark, rest = code.partition("|")
    name = name.strip().lower()
    spelt = {known.lower(): known for known in names.so_lieu}
    spelt |= {f"{group}.{known}": f"{group}.{known}" for group in expressions.GROUPS for known in names.within(group)}
    known = spelt.get(name, "" if not curly else spelt.get(keys.plain(name), ""))
    if known and (curly or len(known) > _SHORT):
        return f"{known} |{rest}" if mark else known
    asked = expressions.figures_in(code) if curly else frozenset[str]()
    return code if asked and asked <= names.so_lieu else ""


def _supplied(label: re.Pattern[str], text: str, path: KeyPath) -> Iterator[Problem]:
    typed = label.match(text)
    if typed and typed.end() < len(text):
        message, hint = N_("“{found}” khi in tự thêm, gõ nữa thì thành hai lần."), N_("Chỉ gõ: \"{con_lai}\".")
        yield Problem(message, hint, {"found": typed[0].strip(), "con_lai": shorten(text[typed.end() :])}, path, typed[0].strip())


def _twice(text: str, path: KeyPath) -> Iterator[Problem]:
    if ("iệc" in text or "/" in text) and (found := _TWICE.search(text)):
        message, hint = N_("“{found}” là một cụm từ gõ hai lần."), N_("Giữ một lần: “{dung}”.")
        yield Problem(message, hint, {"found": found[0], "dung": found[1]}, path, found[0])


def _of_the_web(found: str, path: KeyPath) -> Problem:
    message = N_("“{found}” là thẻ của trang web, in nguyên ra văn bản.")
    name = found.strip("</>").split()[0].lower() if found[0] == "<" else ""
    hint, dung = N_("Xóa thẻ đó."), _SIGNS.get(found, "")
    if name in _MARKS:
        hint, dung = N_("Xóa thẻ; cần nhấn mạnh thì gõ: {dung}"), Words(N_("{dau}chữ{dau}"), dau=_MARKS[name])
    elif name in {"br", "p"}:
        hint = N_("Xóa thẻ và xuống dòng ở chỗ đó, trong đoạn chữ mở và đóng bằng ba dấu nháy kép; mỗi dòng một đoạn.")
    elif dung:
        hint = N_("Thay bằng: {dung}")
    elif not name:
        hint = N_("Thay bằng chính chữ đó.")
    return Problem(message, hint, {"found": found, "dung": dung}, path, found, level="warning", code="the_trang_web")
