"""How one signing line is spelt: its prefix, and what stands before a name."""

from __future__ import annotations

import re

from notice_gen import facts
from notice_gen.errors import N_, Problem
from notice_gen.legal.law import Law
from notice_gen.legal.lines import Block, Line, begins_with_post_or_body, fault, read_line, with_pho
from notice_gen.legal.quyen_ky import begins, fold, quyen_ky

_PREFIX = re.compile(r"(?P<letters>t\W?m|k\W?t|t\W?l|t\W?u\W?q|q)(?P<mark>[.:/]?)(?P<gap> ?)(?P<rest>.*)")
_UNKNOWN = re.compile(r"([A-ZĐ]{1,4})\. ?(?=\S)")
_TITLE = re.compile(r"([^\W\d]+\d?)(\.\s*|\s+)(?=\S)")


def misspelt(typed: str, law: Law) -> Problem | None:
    """Say what is wrong with the prefix of a line, or nothing."""
    words = " ".join(typed.split())
    if read_line(typed, law).prefix:
        return None
    found = _PREFIX.fullmatch(words.lower())
    if found and (found["mark"] or found["gap"]) and begins_with_post_or_body(found["rest"].lstrip(" .:/")):
        letters = re.sub(r"\W", "", found["letters"]).upper()
        rest = words[len(words) - len(found["rest"]) :].lstrip(" .:/")
        return fault(
            "viet_sai", N_("Quyền hạn người ký viết chưa đúng: “{dong}” ({dieu})."),
            N_("Gõ \"{dung}\": chữ viết tắt, dấu chấm, một khoảng trắng rồi đến chức vụ hoặc tên tập thể."),
            {"dong": words, "dung": f"{letters}. {rest}"}, typed,
        )
    unknown = _UNKNOWN.match(words)
    if unknown and unknown[1] not in facts.words("chu_tat_khong_la_quyen_han") and begins_with_post_or_body(words[unknown.end() :]):
        return fault(
            "chu_la", N_("Không có chữ viết tắt quyền hạn “{chu}.” trong nghị định ({dieu})."),
            N_("Dùng một trong các chữ: {cac_chu}. Ví dụ: quyen_han = [\"TL. Chủ tịch\"]."),
            {"chu": unknown[1], "cac_chu": ", ".join(f"{ma}. ({one.ten})" for ma, one in law.quyen_han.items())}, typed,
        )
    if fold(words).startswith("quyền ") and begins_with_post_or_body(fold(words)[6:]):
        return fault(
            "viet_quyen", N_("Người được giao quyền cấp trưởng ghi chữ viết tắt “Q.”, không ghi “Quyền” ({dieu})."), N_("Gõ \"{dung}\"."),
            {"dung": f"Q. {words[6:]}"}, typed,
        )
    return None


def post_with_prefix(post: Line) -> Problem | None:
    """The signer's own post has no prefix but ``Q.``."""
    if post.prefix in ("", "Q"):
        return None
    return fault(
        "chuc_vu_co_chu", N_("chuc_vu là chức vụ của chính người ký, không có chữ “{chu}.” ({dieu})."),
        N_("Chuyển sang quyen_han = [\"{dong}\"], rồi ghi chức vụ người ký vào chuc_vu, ví dụ \"{vi_du}\"."),
        {"chu": post.prefix, "dong": post.typed, "vi_du": with_pho(post.words) if post.prefix == "KT" else "Chánh Văn phòng"}, post.typed,
    )


def title_before_name(block: Block, ho_ten: str) -> Problem | None:
    """No title, rank or form of address before the name; sectors with their own rule are left to it."""
    if block.loai and block.loai.ho_ten_theo_nganh:
        return None
    title, name = _titled(ho_ten)
    if not title:
        return None
    values, hint = {"chu": title, "ho_ten": name}, N_("Gõ ho_ten = \"{ho_ten}\".")
    if block.loai and block.loai.che_do:
        message = N_("Trước họ tên người ký không ghi học hàm, học vị, danh hiệu: “{chu}” ({dieu}).")
        return fault("hoc_vi", message, hint, values, ho_ten)
    message = N_("Trước họ tên người ký không ghi “{chu}”, trừ đơn vị vũ trang, giáo dục, y tế, khoa học theo quy định của ngành ({dieu}).")
    return fault("hoc_vi_chua_ro", message, hint, values, ho_ten)


def _titled(ho_ten: str) -> tuple[str, str]:
    """Part ``PGS.TS. Nguyễn Văn A`` into its titles and the name."""
    known = quyen_ky().truoc_ho_ten
    name = " ".join(ho_ten.split())
    rest = name
    while rest:
        words = begins(fold(rest), (*known["day_du"], *known["quan_ham"], *known["xung_ho"]))
        if words and (words not in ("ông", "bà") or begins(fold(rest)[len(words) + 1 :], known["ho"])):
            rest = rest[len(words) :].lstrip(" .,:")
            continue
        token = _TITLE.match(rest)
        if not token or token[1].lower() not in known["viet_tat"] or (token[1].istitle() and "." not in token[2]):
            break
        rest = rest[token.end() :]
    return name[: len(name) - len(rest)].strip(" ,:"), rest
