"""Signing lines the decree does not allow (Điều 13; Phụ lục I, Phần I, mục II.7.b).

Only what is surely wrong is refused; an unknown post or body passes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from notice_gen.errors import N_, Problem
from notice_gen.legal.law import law
from notice_gen.records import record

# Heads of bodies and units; "Phó" before one of them is the deputy.
_HEADS = (
    "chủ tịch", "tổng giám đốc", "giám đốc", "chánh văn phòng", "chánh thanh tra", "trưởng phòng", "trưởng ban", "bộ trưởng",
    "cục trưởng", "chi cục trưởng", "vụ trưởng", "viện trưởng", "hiệu trưởng", "thủ tướng", "chủ nhiệm", "tổ trưởng",
    "thủ trưởng", "tổng cục trưởng", "hạt trưởng", "trạm trưởng", "thống đốc", "tư lệnh", "trưởng đoàn",
)  # fmt: skip
_COLLECTIVE = re.compile(
    r"(ủy ban|ubnd|hội đồng|hđnd|thường trực|đảng ủy|ban chỉ đạo|sở|văn phòng|(phòng|bộ|cục|chi cục|trung tâm|tổ|đoàn|ban)(?! trưởng))\b"
)
_PREFIX = re.compile(r"(?P<letters>t\W?m|k\W?t|t\W?l|t\W?u\W?q|q)(?P<mark>[.:/]?)(?P<gap> ?)(?P<rest>.*)")
_UNKNOWN = re.compile(r"([A-ZĐ]{1,4})\. ?(?=\S)")
_ABBREVIATIONS = frozenset({"TP", "TT", "TX", "P", "X"})  # of places and words: no prefixes


@record
class _Line:
    """One signing line: as typed, its prefix (``TL`` or nothing), and the rest folded and as typed."""

    typed: str
    prefix: str
    rest: str
    words: str


def fault_in_signature(quyen_han: tuple[str, ...], chuc_vu: str) -> Problem | None:
    """Say what is wrong with the lines above a signature, or nothing.

    Args:
        quyen_han: the lines of authority (``TL. Chủ tịch``), as typed.
        chuc_vu: the signer's own post, as typed.

    Returns:
        The first fault, with the offending line and what to write instead.  ``None`` for every
        combination the decree allows, and when it cannot be told.
    """
    typed = (*quyen_han, chuc_vu)
    if any("{{" in line or "*" in line for line in typed):
        return None  # the text is not known before the figures are filled in
    for line in typed:
        if fault := _misspelt(line):
            return fault
    above, post = [_line(line) for line in quyen_han], _line(chuc_vu)
    for check in _CHECKS:
        if fault := check(above, post):
            return fault
    return None


# --- reading a line ----------------------------------------------------------------------------------


def _fold(text: str) -> str:
    """Lower case, one spelling of the tone mark in uỷ/ủy, single spaces."""
    folded = " ".join(unicodedata.normalize("NFC", text).lower().split())
    return re.sub(r"\bu([ỷỳýỹỵ])", lambda m: {"ỷ": "ủ", "ỳ": "ù", "ý": "ú", "ỹ": "ũ", "ỵ": "ụ"}[m[1]] + "y", folded)


def _line(typed: str) -> _Line:
    words = " ".join(typed.split())
    head, dot, rest = words.partition(". ")
    if dot and head.upper() in law().quyen_han:
        return _Line(typed, head.upper(), _fold(rest), rest)
    return _Line(typed, "", _fold(words), words)


def _misspelt(typed: str) -> Problem | None:
    words = " ".join(typed.split())
    if _line(typed).prefix:
        return None
    found = _PREFIX.fullmatch(words.lower())
    if found and (found["mark"] or found["gap"]) and _begins_with_post_or_body(found["rest"].lstrip(" .:/")):
        letters = re.sub(r"\W", "", found["letters"]).upper()
        rest = words[len(words) - len(found["rest"]) :].lstrip(" .:/")
        return Problem(
            N_("Quyền hạn người ký viết chưa đúng: “{dong}”."),
            N_("Gõ \"{dung}\": chữ viết tắt, dấu chấm, một khoảng trắng rồi đến chức vụ hoặc tên tập thể."),
            {"dong": words, "dung": f"{letters}. {rest}"},
            found=typed,
        )
    unknown = _UNKNOWN.match(words)
    if unknown and unknown[1] not in _ABBREVIATIONS and _begins_with_post_or_body(words[unknown.end() :]):
        return Problem(
            N_("Không có chữ viết tắt quyền hạn “{chu}.” trong nghị định."),
            N_("Dùng một trong các chữ: {cac_chu}. Ví dụ: quyen_han = [\"TL. Chủ tịch\"]."),
            {"chu": unknown[1], "cac_chu": ", ".join(f"{ma}. ({one.ten})" for ma, one in law().quyen_han.items())},
            found=typed,
        )
    if _fold(words).startswith("quyền ") and _begins_with_post_or_body(_fold(words)[6:]):
        return Problem(
            N_("Người được giao quyền cấp trưởng ghi chữ viết tắt “Q.”, không ghi “Quyền”."),
            N_("Gõ \"{dung}\"."),
            {"dung": f"Q. {words[6:]}"},
            found=typed,
        )
    return None


def _begins_with_post_or_body(text: str) -> bool:
    folded = _fold(text)
    return _head(folded.removeprefix("phó ")) != "" or bool(_COLLECTIVE.match(folded))


def _head(folded: str) -> str:
    return next((head for head in _HEADS if re.match(rf"{head}\b(?! đoàn)", folded)), "")


def _deputy(line: _Line) -> str:
    """Return the words after ``Phó``, folded; empty when the line names no deputy."""
    return line.rest.removeprefix("phó ") if line.rest.startswith("phó ") else ""


def _same_post(one: str, other: str) -> bool:
    """``Chủ tịch`` and ``Chủ tịch UBND xã A`` name one post; two places may be two persons."""
    return one == other or (bool(_head(one)) and _head(one) == other)


# --- the checks, in order of telling -----------------------------------------------------------------


def _too_many(above: list[_Line], _post: _Line) -> Problem | None:
    prefixed = [line for line in above if line.prefix]
    if len(prefixed) < 3:
        return None
    return Problem(
        N_("Có {so} dòng quyền hạn; nhiều nhất là 2, dưới đó là chức vụ của người ký."),
        N_("Giữ lại hai dòng, ví dụ: quyen_han = [\"TL. Chủ tịch\", \"KT. Chánh Văn phòng\"], chuc_vu = \"Phó Chánh Văn phòng\"."),
        {"so": len(prefixed)},
        found=prefixed[2].typed,
    )


def _post_with_prefix(_above: list[_Line], post: _Line) -> Problem | None:
    if post.prefix in ("", "Q"):
        return None
    return Problem(
        N_("chuc_vu là chức vụ của chính người ký, không có chữ “{chu}.”."),
        N_("Chuyển sang quyen_han = [\"{dong}\"], rồi ghi chức vụ người ký vào chuc_vu, ví dụ \"{vi_du}\"."),
        {"chu": post.prefix, "dong": post.typed, "vi_du": f"Phó {post.words}" if post.prefix == "KT" else "Chánh Văn phòng"},
        found=post.typed,
    )


def _tm_before_post(above: list[_Line], _post: _Line) -> Problem | None:
    for line in above:
        if line.prefix == "TM" and _head(line.rest.removeprefix("phó ")):
            return Problem(
                N_("“TM.” (thay mặt) đặt trước tên tập thể, không đặt trước chức vụ: “{dong}”."),
                N_("Ghi quyen_han = [\"TM. Ủy ban nhân dân\"] nếu thay mặt tập thể; cấp trưởng ký theo thẩm quyền riêng thì bỏ dòng này; cấp dưới ký thừa lệnh thì ghi \"TL. {chuc_vu}\"."),
                {"dong": line.typed, "chuc_vu": line.words},
                found=line.typed,
            )
    return None


def _before_collective(above: list[_Line], post: _Line) -> Problem | None:
    for line in (*above, post):
        if line.prefix not in ("", "TM") and _COLLECTIVE.match(line.rest):
            return Problem(
                N_("“{chu}.” ({nghia}) đặt trước chức vụ người đứng đầu, không đặt trước tên cơ quan: “{dong}”."),
                N_("Ghi chức vụ người đứng đầu, ví dụ \"{chu}. Chủ tịch\", \"{chu}. Giám đốc\"; thay mặt tập thể thì ghi \"TM. {ten}\"."),
                {"chu": line.prefix, "nghia": law().quyen_han[line.prefix].ten, "dong": line.typed, "ten": line.words},
                found=line.typed,
            )
    return None


def _q_before_deputy(above: list[_Line], post: _Line) -> Problem | None:
    for line in (*above, post):
        if line.prefix == "Q" and _deputy(line):
            return Problem(
                N_("“Q.” chỉ dùng cho người được giao quyền cấp trưởng, không đặt trước cấp phó: “{dong}”."),
                N_("Quyền cấp trưởng: gõ \"Q. {truong}\". Cấp phó ký thay: quyen_han = [\"KT. {truong}\"], chuc_vu = \"{pho}\"."),
                {"dong": line.typed, "truong": _without_pho(line.words), "pho": line.words},
                found=line.typed,
            )
    return None


def _tm_not_first(above: list[_Line], _post: _Line) -> Problem | None:
    late = next((line for line in above[1:] if line.prefix == "TM"), None)
    if late is None or not above[0].prefix:
        return None
    return Problem(
        N_("Dòng “{dong}” phải đứng trên dòng “{truoc}”."),
        N_("Đổi chỗ: quyen_han = [\"{dong}\", \"{truoc}\"]."),
        {"dong": late.typed, "truoc": above[0].typed},
        found=late.typed,
    )


def _kt(above: list[_Line], post: _Line) -> Problem | None:
    """``KT. X`` is signed by X's deputy (Điều 13 khoản 1)."""
    if not above or above[-1].prefix != "KT":
        return None
    line = above[-1]
    names_a_deputy = re.search(r"\b(phó|thứ trưởng|ủy viên)\b", post.rest)
    if post.prefix == "Q" or not names_a_deputy:
        return Problem(
            N_("“{dong}” là cấp phó ký thay, nhưng chức vụ người ký là “{chuc_vu}”."),
            N_("Cấp phó ký: chuc_vu = \"Phó {truong}\". Chính {truong} ký: bỏ dòng “{dong}”. Cấp dưới ký thừa lệnh: \"TL. {truong}\"."),
            {"dong": line.typed, "chuc_vu": post.typed, "truong": line.words},
            found=post.typed,
        )
    head, other = _head(line.rest), _head(_deputy(post))
    if head and other and head != other:
        return Problem(
            N_("“{chuc_vu}” không ký thay được cho “{truong}”: không phải cấp phó của chức vụ đó."),
            N_("Ký thay thủ trưởng đơn vị mình: quyen_han = [\"TL. {truong}\", \"KT. {cap_truong}\"], chuc_vu = \"{chuc_vu}\"."),
            {"chuc_vu": post.typed, "truong": line.words, "cap_truong": _without_pho(post.words)},
            found=post.typed,
        )
    return None


def _by_order(above: list[_Line], post: _Line) -> Problem | None:
    """``TL. X`` and ``TUQ. X`` are signed by somebody below X, who is not X's deputy."""
    for i, line in enumerate(above):
        if line.prefix not in ("TL", "TUQ"):
            continue
        below = above[i + 1] if i + 1 < len(above) else None
        if below and below.prefix == "KT" and _same_post(below.rest, line.rest):
            return _deputy_by_order(line, post, below.typed)
        if below is None and _deputy(post):
            if _same_post(_deputy(post), line.rest):
                return _deputy_by_order(line, post, post.typed)
            if line.prefix == "TL" and _head(_deputy(post)):
                return Problem(
                    N_("“{chuc_vu}” ký thừa lệnh thì còn thiếu dòng ký thay cấp trưởng của mình."),
                    N_("Ghi quyen_han = [\"{dong}\", \"KT. {truong}\"], chuc_vu = \"{chuc_vu}\"."),
                    {"chuc_vu": post.typed, "dong": line.typed, "truong": _without_pho(post.words)},
                    found=post.typed,
                )
        if below is None and _same_post(post.rest, line.rest) and post.rest == line.rest:
            return Problem(
                N_("{truong} không ký {nghia} của chính mình: “{dong}” / “{chuc_vu}”."),
                N_("Bỏ dòng “{dong}” nếu {truong} ký; nếu cấp dưới ký thì ghi chức vụ cấp dưới, ví dụ chuc_vu = \"Chánh Văn phòng\"."),
                {"truong": line.words, "nghia": law().quyen_han[line.prefix].ten.removeprefix("ký "), "dong": line.typed, "chuc_vu": post.typed},
                found=line.typed,
            )
    return None


def _deputy_by_order(line: _Line, post: _Line, found: str) -> Problem:
    return Problem(
        N_("“{dong}” không đi với “{chuc_vu}”: cấp phó ký thay cấp trưởng chứ không {nghia}."),
        N_("Ghi quyen_han = [\"KT. {truong}\"], chuc_vu = \"{chuc_vu}\"; hoặc giữ “{dong}” và ghi chức vụ cấp dưới, ví dụ \"Chánh Văn phòng\"."),
        {"dong": line.typed, "chuc_vu": post.typed, "nghia": law().quyen_han[line.prefix].ten, "truong": line.words},
        found=found,
    )


def _kt_missing(above: list[_Line], post: _Line) -> Problem | None:
    deputy = _deputy(post)
    if not above or not deputy:
        return None
    line = above[-1]
    alone = not line.prefix and len(above) == 1 and _same_post(line.rest, deputy)
    for_committee = line.prefix == "TM" and re.match(r"(ủy ban nhân dân|ubnd)\b", line.rest) and _head(deputy) == "chủ tịch"
    if not alone and not for_committee:
        return None
    kept = "" if alone else f"\"{line.typed}\", "
    return Problem(
        N_("“{chuc_vu}” ký thay cấp trưởng thì phải có dòng “KT. {truong}”."),
        N_("Ghi quyen_han = [{giu}\"KT. {truong}\"], chuc_vu = \"{chuc_vu}\"."),
        {"chuc_vu": post.typed, "truong": _without_pho(post.words), "giu": kept},
        found=line.typed,
    )


def _without_pho(words: str) -> str:
    return re.sub(r"^phó\s+", "", words, flags=re.IGNORECASE)


_CHECKS: tuple[Callable[[list[_Line], _Line], Problem | None], ...] = (
    _too_many, _post_with_prefix, _tm_before_post, _before_collective, _q_before_deputy, _tm_not_first, _by_order, _kt, _kt_missing,
)  # fmt: skip
