"""Which signing lines may stand together, whatever the agency (Điều 13; Phụ lục I, Phần I, mục II.7.b)."""

from __future__ import annotations

from collections.abc import Callable

from notice_gen.errors import N_, Problem
from notice_gen.legal.lines import Block, Line, deputy, fault, head, is_body, names_a_deputy, same_post, with_pho, without_pho
from notice_gen.legal.quyen_ky import begins, loai_co_quan, quyen_ky

_BY_ORDER = ("TL", "TUQ")


def _too_many(block: Block) -> Problem | None:
    prefixed = [line for line in block.above if line.prefix]
    if len(prefixed) < 3:
        return None
    return fault(
        "qua_nhieu", N_("Có {so} dòng quyền hạn; nhiều nhất là 2, dưới đó là chức vụ của người ký ({dieu})."),
        N_("Giữ lại hai dòng, ví dụ: quyen_han = [\"TL. Chủ tịch\", \"KT. Chánh Văn phòng\"], chuc_vu = \"Phó Chánh Văn phòng\"."),
        {"so": len(prefixed)}, prefixed[2].typed,
    )


def _tm_before_post(block: Block) -> Problem | None:
    line = next((line for line in block.above if line.prefix == "TM" and head(line.rest.removeprefix("phó "))), None)
    if line is None:
        return None
    return fault(
        "tm_truoc_chuc_vu",
        N_("“TM.” (thay mặt) đặt trước tên tập thể, không đặt trước chức vụ: “{dong}” ({dieu})."),
        N_("Ghi quyen_han = [\"TM. Ủy ban nhân dân\"] nếu thay mặt tập thể; cấp trưởng ký theo thẩm quyền riêng thì bỏ dòng này; cấp dưới ký thừa lệnh thì ghi \"TL. {chuc_vu}\"."),  # noqa: E501
        {"dong": line.typed, "chuc_vu": line.words},
        line.typed,
    )


def _before_body(block: Block) -> Problem | None:
    line = next((line for line in (*block.above, block.post) if line.prefix not in ("", "TM") and is_body(line.rest)), None)
    if line is None:
        return None
    return fault(
        "truoc_ten_co_quan", N_("“{chu}.” ({nghia}) đặt trước chức vụ người đứng đầu, không đặt trước tên cơ quan: “{dong}” ({dieu})."),
        N_("Ghi chức vụ người đứng đầu, ví dụ \"{chu}. Chủ tịch\", \"{chu}. Giám đốc\"; thay mặt tập thể thì ghi \"TM. {ten}\"."),
        {"chu": line.prefix, "nghia": block.meaning(line), "dong": line.typed, "ten": line.words}, line.typed,
    )


def _q_before_deputy(block: Block) -> Problem | None:
    line = next((line for line in (*block.above, block.post) if line.prefix == "Q" and deputy(line)), None)
    if line is None:
        return None
    return fault(
        "q_cap_pho", N_("“Q.” chỉ dùng cho người được giao quyền cấp trưởng, không đặt trước cấp phó: “{dong}” ({dieu})."),
        N_("Quyền cấp trưởng: gõ \"Q. {truong}\". Cấp phó ký thay: quyen_han = [\"KT. {truong}\"], chuc_vu = \"{pho}\"."),
        {"dong": line.typed, "truong": without_pho(line.words), "pho": line.words}, line.typed,
    )


def _kt_before_deputy(block: Block) -> Problem | None:
    """``KT.`` stands before a head's post; a deputy may be the head of a board, which his line then says behind his post."""
    lines = (line for line in (*block.above, block.post) if line.prefix == "KT" and head(deputy(line)))
    line = next((line for line in lines if not _second_post(line)), None)
    if line is None:
        return None
    return fault(
        "kt_cap_pho", N_("“KT.” (ký thay) đặt trước chức vụ cấp trưởng, không đặt trước cấp phó: “{dong}” ({dieu})."),
        N_("Ghi quyen_han = [\"KT. {truong}\"], chuc_vu = \"{pho}\"."),
        {"dong": line.typed, "truong": without_pho(line.words), "pho": line.words}, line.typed,
    )


def _second_post(line: Line) -> bool:
    behind = deputy(line).removeprefix(head(deputy(line)))
    return any(f" {word} " in f"{behind} " for word in ("-", "–", "kiêm", "trưởng", "tổ trưởng", "chủ tịch"))


def _tm_not_first(block: Block) -> Problem | None:
    late = next((line for line in block.above[1:] if line.prefix == "TM"), None)
    if late is None or not block.above[0].prefix:
        return None
    return fault(
        "tm_dung_sau", N_("Dòng “{dong}” phải đứng trên dòng “{truoc}” ({dieu})."), N_("Đổi chỗ: quyen_han = [\"{dong}\", \"{truoc}\"]."),
        {"dong": late.typed, "truoc": block.above[0].typed}, late.typed,
    )


def _tm_of_no_collective(block: Block) -> Problem | None:
    """``TM.`` before an agency that its head leads, or before a group of leaders."""
    for line in block.above:
        kind = loai_co_quan(line.words) if line.prefix == "TM" else None
        leaders = line.prefix == "TM" and begins(line.rest, quyen_ky().nhom_lanh_dao) and block.loai and block.loai.che_do == "thu_truong"
        if leaders or (kind and kind.che_do == "thu_truong"):
            return fault(
                "tm_thu_truong",
                N_("“{dong}”: nơi làm việc theo chế độ thủ trưởng không ký thay mặt tập thể ({dieu})."),
                N_("Bỏ dòng này: người đứng đầu ký thì chỉ ghi chuc_vu (ví dụ \"Giám đốc\"); cấp phó ký thì quyen_han = [\"KT. Giám đốc\"], chuc_vu = \"Phó Giám đốc\"."),  # noqa: E501
                {"dong": line.typed},
                line.typed,
            )
    return None


def _tm_with_order(block: Block) -> Problem | None:
    """On behalf of a collective only its head or a deputy signs, never somebody by order."""
    if not block.above or block.above[0].prefix != "TM":
        return None
    order = next((line for line in block.above[1:] if line.prefix in _BY_ORDER), None)
    if order:
        return fault(
            "tm_voi_tl", N_("“{dong}” không đi với “{tm}”: chỉ người đứng đầu hoặc cấp phó ký thay mặt tập thể ({dieu})."),
            N_("Bỏ dòng “{tm}”, giữ quyen_han = [\"{dong}\"]."), {"dong": order.typed, "tm": block.above[0].typed}, order.typed,
        )
    kind = loai_co_quan(block.above[0].words)
    post = block.post.rest.removeprefix("phó ")
    if kind and kind.ma == "ubnd" and begins(post, quyen_ky().don_vi):
        chain = f"\"TL. Chủ tịch\", \"KT. {without_pho(block.post.words)}\"" if deputy(block.post) else "\"TL. Chủ tịch\""
        return fault(
            "tm_cap_duoi", N_("“{chuc_vu}” không ký thay mặt Ủy ban nhân dân: chỉ Chủ tịch hoặc Phó Chủ tịch ký ({dieu})."),
            N_("Ghi quyen_han = [{dong}], chuc_vu = \"{chuc_vu}\"."), {"chuc_vu": block.post.typed, "dong": chain}, block.post.typed,
        )
    return None


def _kt_above_another(block: Block) -> Problem | None:
    """``KT.`` stands right above the deputy's post."""
    line = next((line for line in block.above[:-1] if line.prefix == "KT"), None)
    below = block.above[-1] if block.above else None
    if line is None or below is None or not below.prefix:
        return None
    return fault(
        "kt_dung_tren",
        N_("“{dong}” phải đứng ngay trên chức vụ của cấp phó ký thay, không đứng trên “{duoi}” ({dieu})."),
        N_("Cấp phó của {truong} ký: quyen_han = [\"{dong}\"], chuc_vu = \"{pho}\". Cấp dưới ký thừa lệnh: thay “{dong}” bằng \"TL. {truong}\"."),  # noqa: E501
        {"dong": line.typed, "duoi": below.typed, "truong": line.words, "pho": with_pho(line.words)},
        line.typed,
    )


def _handed_on(block: Block) -> Problem | None:
    """By order: only to one's own deputy; by authorisation: to nobody."""
    for line, below in zip(block.above, block.above[1:], strict=False):
        if line.prefix == "TUQ" and below.prefix:
            return fault(
                "tuq_giao_tiep",
                N_("Người được ký thừa ủy quyền không được giao lại cho người khác ký: “{dong}” / “{duoi}” ({dieu})."),
                N_("Chính người được ủy quyền ký: quyen_han = [\"{dong}\"], chuc_vu = \"{truong}\". Muốn cấp phó ký thay thì phải là ký thừa lệnh (\"TL.\") theo quy chế làm việc."),  # noqa: E501
                {"dong": line.typed, "duoi": below.typed, "truong": below.words},
                below.typed,
            )
        if line.prefix == "TL" and below.prefix in _BY_ORDER:
            return fault(
                "tl_giao_tiep", N_("Người được ký thừa lệnh chỉ được giao lại cho cấp phó ký thay: “{dong}” / “{duoi}” ({dieu})."),
                N_("Ghi quyen_han = [\"{dong}\", \"KT. {truong}\"], chuc_vu = \"{pho}\"."),
                {"dong": line.typed, "duoi": below.typed, "truong": below.words, "pho": with_pho(below.words)}, below.typed,
            )
    return None


def _in_charge(block: Block) -> Problem | None:
    """A deputy entrusted with the agency (phụ trách, điều hành) signs as any deputy does."""
    post = block.post
    cut = next((at for word in (" phụ trách", " điều hành") if (at := post.words.lower().find(word)) > 0), 0)
    if not cut or not deputy(post):
        return None
    plain = post.words[:cut]
    values: dict[str, object] = {"chuc_vu": post.typed, "truong": without_pho(plain), "pho": plain}
    if block.above and block.above[-1].prefix == "KT":
        message = N_("Chức vụ ghi là “{pho}”, không thêm “phụ trách”, “điều hành”: “{chuc_vu}” ({dieu}).")
        return fault("ghi_phu_trach", message, N_("Gõ chuc_vu = \"{pho}\"."), values, post.typed)
    above = "".join(f"\"{line.typed}\", " for line in block.above if line.prefix)
    message = N_("Cấp phó được giao phụ trách hoặc điều hành thì ký như cấp phó ký thay: “{chuc_vu}” ({dieu}).")
    hint = N_("Ghi quyen_han = [{tren}\"KT. {truong}\"], chuc_vu = \"{pho}\".")
    return fault("phu_trach", message, hint, {**values, "tren": above}, post.typed)


def _by_order(block: Block) -> Problem | None:
    """``TL. X`` and ``TUQ. X`` are signed by somebody below X, who is not X's deputy."""
    post = block.post
    for i, line in enumerate(block.above):
        if line.prefix not in _BY_ORDER:
            continue
        below = block.above[i + 1] if i + 1 < len(block.above) else None
        if below and below.prefix == "KT" and same_post(below.rest, line.rest):
            return _deputy_by_order(line, post, block.meaning(line), below.typed)
        if below is None and deputy(post) and same_post(deputy(post), line.rest):
            return _deputy_by_order(line, post, block.meaning(line), post.typed)
        if below is None and line.prefix == "TL" and head(deputy(post)):
            return fault(
                "thieu_kt_sau_tl", N_("“{chuc_vu}” ký thừa lệnh thì còn thiếu dòng ký thay cấp trưởng của mình ({dieu})."),
                N_("Ghi quyen_han = [\"{dong}\", \"KT. {truong}\"], chuc_vu = \"{chuc_vu}\"."),
                {"chuc_vu": post.typed, "dong": line.typed, "truong": without_pho(post.words)}, post.typed,
            )
        if below is None and post.rest == line.rest:
            return fault(
                "chinh_minh", N_("{truong} không ký {nghia} của chính mình: “{dong}” / “{chuc_vu}” ({dieu})."),
                N_("Bỏ dòng “{dong}” nếu {truong} ký; nếu cấp dưới ký thì ghi chức vụ cấp dưới, ví dụ chuc_vu = \"Chánh Văn phòng\"."),
                {"truong": line.words, "nghia": block.meaning(line).removeprefix("ký "), "dong": line.typed, "chuc_vu": post.typed},
                line.typed,
            )
    return None


def _deputy_by_order(line: Line, post: Line, nghia: str, found: str) -> Problem:
    return fault(
        "cap_pho_thua_lenh",
        N_("“{dong}” không đi với “{chuc_vu}”: cấp phó ký thay cấp trưởng chứ không {nghia} ({dieu})."),
        N_("Ghi quyen_han = [\"KT. {truong}\"], chuc_vu = \"{chuc_vu}\"; hoặc giữ “{dong}” và ghi chức vụ cấp dưới, ví dụ \"Chánh Văn phòng\"."),  # noqa: E501
        {"dong": line.typed, "chuc_vu": post.typed, "nghia": nghia, "truong": line.words},
        found,
    )


def _kt(block: Block) -> Problem | None:
    """``KT. X`` is signed by X's deputy."""
    if not block.above or block.above[-1].prefix != "KT":
        return None
    line, post = block.above[-1], block.post
    if post.prefix == "Q" or not names_a_deputy(post.rest):
        return fault(
            "kt_khong_phai_cap_pho", N_("“{dong}” là cấp phó ký thay, nhưng chức vụ người ký là “{chuc_vu}” ({dieu})."),
            N_("Cấp phó ký: chuc_vu = \"{pho}\". Chính {truong} ký: bỏ dòng “{dong}”. Cấp dưới ký thừa lệnh: \"TL. {truong}\"."),
            {"dong": line.typed, "chuc_vu": post.typed, "truong": line.words, "pho": with_pho(line.words)}, post.typed,
        )
    own, other = head(line.rest), head(deputy(post))
    if own and other and own != other:
        return fault(
            "kt_khac_chuc_vu", N_("“{chuc_vu}” không ký thay được cho “{truong}”: không phải cấp phó của chức vụ đó ({dieu})."),
            N_("Ký thay thủ trưởng đơn vị mình: quyen_han = [\"TL. {truong}\", \"KT. {cap_truong}\"], chuc_vu = \"{chuc_vu}\"."),
            {"chuc_vu": post.typed, "truong": line.words, "cap_truong": without_pho(post.words)}, post.typed,
        )
    return None


def _kt_missing(block: Block) -> Problem | None:
    post, above = block.post, block.above
    if not above or not deputy(post):
        return None
    line = above[-1]
    alone = not line.prefix and len(above) == 1 and same_post(line.rest, deputy(post))
    kind = loai_co_quan(line.words) if line.prefix == "TM" else None
    for_committee = kind is not None and kind.ma == "ubnd" and head(deputy(post)) == "chủ tịch"
    if not alone and not for_committee:
        return None
    return kt_missing(post, "" if alone else f"\"{line.typed}\", ", line.typed)


def kt_missing(post: Line, above: str, found: str) -> Problem:
    """Return the fault of a deputy who signs without ``KT.``."""
    return fault(
        "kt_thieu", N_("“{chuc_vu}” ký thay cấp trưởng thì phải có dòng “KT. {truong}” ({dieu})."),
        N_("Ghi quyen_han = [{giu}\"KT. {truong}\"], chuc_vu = \"{chuc_vu}\"."),
        {"chuc_vu": post.typed, "truong": without_pho(post.words), "giu": above}, found,
    )


# --- doubts ------------------------------------------------------------------------------------------


def _q_with_deputy(block: Block) -> Problem | None:
    """An acting head signs as ``Q. X`` alone; a deputy who signs for an acting head, as ``KT. X``."""
    line = next((line for line in block.above if line.prefix == "Q" or (line.prefix == "KT" and line.rest.startswith("q. "))), None)
    if line is None:
        return None
    post = line.words.removeprefix("Q. ").removeprefix("q. ")
    return fault(
        "q_kem_cap_pho",
        N_("“{dong}” / “{chuc_vu}”: người được giao quyền cấp trưởng chỉ ghi “Q. {truong}”, còn cấp phó thì ký thay “{truong}” ({dieu})."),
        N_("Người được giao quyền ký: chuc_vu = \"Q. {truong}\", không có quyen_han. Cấp phó ký: quyen_han = [\"KT. {truong}\"], chuc_vu = \"{pho}\"."),  # noqa: E501
        {"dong": line.typed, "chuc_vu": block.post.typed, "truong": post, "pho": with_pho(post)},
        line.typed,
    )


def _authorised_deputy(block: Block) -> Problem | None:
    """Authorisation goes to the head of an agency or unit below, who signs himself."""
    if not block.above or block.above[-1].prefix != "TUQ" or not deputy(block.post):
        return None
    line = block.above[-1]
    return fault(
        "tuq_cap_pho",
        N_("Thừa ủy quyền chỉ giao cho người đứng đầu cơ quan, đơn vị thuộc cơ cấu tổ chức và không giao lại; “{chuc_vu}” là cấp phó ({dieu})."),  # noqa: E501
        N_("Người đứng đầu đơn vị ký: chuc_vu = \"{truong}\"; hoặc ký thừa lệnh: quyen_han = [\"TL. {tren}\", \"KT. {truong}\"], chuc_vu = \"{chuc_vu}\"."),  # noqa: E501
        {"chuc_vu": block.post.typed, "truong": without_pho(block.post.words), "tren": line.words},
        block.post.typed,
    )


def _without_letters(block: Block) -> Problem | None:
    """Who signs for a collective says so; other lines without letters may be posts on a board, or go on with a long name."""
    line = block.above[0] if block.above else None
    kind = loai_co_quan(line.rest) if line and not line.prefix else None
    if line is None or kind is None or kind.che_do != "tap_the":
        return None
    message = N_("Dòng quyền hạn “{dong}” thiếu chữ “TM.” (thay mặt) ở đầu ({dieu}).")
    hint = N_("Gõ \"TM. {dong}\"; cấp trưởng ký theo thẩm quyền riêng thì bỏ dòng này.")
    return fault("thieu_chu", message, hint, {"dong": line.words}, line.typed)


CHECKS: tuple[Callable[[Block], Problem | None], ...] = (
    _too_many, _tm_before_post, _before_body, _q_before_deputy, _kt_before_deputy, _tm_not_first, _tm_of_no_collective, _tm_with_order,
    _kt_above_another, _by_order, _handed_on, _in_charge, _kt, _kt_missing, _q_with_deputy, _authorised_deputy, _without_letters,
)  # fmt: skip
"""In order of telling: the first one that finds something explains the block best."""
