"""The story of an import: a paper → findings as its boxes say them → printed again and compared → what fits best, and what differs."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from notice_gen import blanks, reader, templates
from notice_gen.back import body, copies, figures, findings, forms, lines, signing
from notice_gen.back.casing import Casing
from notice_gen.back.comparing import Difference, differences
from notice_gen.back.findings import Draft
from notice_gen.back.items import Item, items, unclosed
from notice_gen.back.printing import Printed, layers_of, printed
from notice_gen.back.sections import schemes
from notice_gen.back.signing import Signer
from notice_gen.back.writing import document
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_, InputError, Problem
from notice_gen.legal import LoaiVanBan
from notice_gen.reader.source import LARGEST
from notice_gen.records import record
from notice_gen.vietnamese import slug
from notice_gen.vietnamese.chu_cai import chu_hoa

_TOP = (
    "Nhập từ tệp Word bằng: notice-gen import. In lại: notice-gen render TỆP-NÀY.",
    "Chỗ nào có “xem lại” ở dòng trên thì đối chiếu với tệp Word, xong thì xóa dòng đó.",
)
_LEFT = "Những dòng sau của tệp Word không có chỗ trong mẫu, nên không in:"
_ORDER = (
    "phien_ban", "mau", "co_quan", "van_ban", "thu_cong", "giay_moi", "cong_dien", "bien_ban", "giay_gioi_thieu", "giay_nghi_phep",
    "ben", "so_lieu", "kiem_tra", "mo_dau", "muc", "ket_thuc", "noi_nhan", "ky", "ky_lien_tich", "ban_sao", "van_ban_kem_theo", "phu_luc",
    "dinh_dang",
)  # fmt: skip


@record
class Imported:
    """A paper taken into a findings file.

    Attributes:
        text: the findings file.
        changed: where what it prints differs from the paper.
        doubts: what was decided without being sure, located in it.
        problems: why it would be refused as it stands, located in it.
    """

    text: str
    changed: tuple[Difference, ...] = ()
    doubts: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def imported(view: DocumentView, *, name: str, today: date, with_figures: bool = False) -> Imported:
    """Return the findings file that prints what *view* shows.

    Args:
        view: the paper, as ``check`` reads it.
        name: of the findings file, for problems found in it.
        today: gives a draft its year and its law.
        with_figures: figures of the text become figures of the findings, where it still prints the same.

    Raises InputError: it is longer than a findings file may be.
    """
    was = lines.lines(view)
    best: tuple[int, Draft, Printed, str, list[Difference]] | None = None
    for draft in _drafts(view):
        text = _written(draft)
        if len(text.encode()) > LARGEST:
            message = N_("Văn bản này dài hơn một tệp nội dung có thể chứa (1 MB chữ).")
            raise InputError(Problem(message, N_("Tách phụ lục thành tệp Word riêng rồi nhập từng tệp.")))
        layers, used = layers_of(text, name, None)
        found = printed(layers, used, today)
        differ = differences(was, found.lines)
        cost = sum(1 + abs(len(one.new) - len(one.old)) for one in differ) + (100_000 if not found.docx else 0)
        if best is None or cost < best[0]:
            best = cost, draft, found, text, differ
        if not found.problems and not unplaced(differ):
            break  # another numbering would not say less otherwise
    assert best is not None  # noqa: S101 - there is always a draft
    _, draft, found, _, differ = best
    if with_figures:
        draft = _with_figures(draft, found, name, today)
    left = [one.old for one in differ if one.old and not one.new]
    text = _written(draft, left)
    layers, used = layers_of(text, name, None)
    problems = printed(layers, used, today).problems if found.problems else ()
    return Imported(text, tuple(differ), reader.locate(draft.doubts.values(), layers), problems)


def _with_figures(draft: Draft, was: Printed, name: str, today: date) -> Draft:
    """Return *draft* with its figures named, itself where that would print otherwise or be refused."""
    named = Draft(copy.deepcopy(draft.tree), draft.doubts)
    if not figures.proposed(named.tree):
        return draft
    again = printed(*layers_of(_written(named), name, None), today)
    same = [one.text for one in again.lines] == [one.text for one in was.lines] and len(again.problems) <= len(was.problems)
    return named if same else draft


def _written(draft: Draft, left: Sequence[str] = ()) -> str:
    tree = {key: draft.tree[key] for key in _ORDER if key in draft.tree}
    notes = {path: (f"xem lại: {doubt.text()}",) for path, doubt in draft.doubts.items()}
    return document(tree, notes, _TOP, [_LEFT, *(f"  {line}" for line in left)] if left else ())


def _drafts(view: DocumentView) -> Iterator[Draft]:
    """Yield what the paper may be as findings, the likeliest first."""
    for mau, with_form in _kinds(view):
        inside, _ = body.zone(view)
        text = items(inside, body.known_labels(view))
        ways = [*schemes(text)]
        for scheme in ways:
            draft = _draft(view, mau, scheme, with_form=with_form)
            if draft is not None:
                yield draft


def _kinds(view: DocumentView) -> Iterator[tuple[str, bool]]:
    """Yield the templates that may print the paper, and whether each is asked with the words of its own form."""
    mau = copies.copy_alone(view) or _of_type(view)
    if mau in forms.WITH_FORM:
        yield mau, True
        mau = ""
    if not mau and forms.parties_sign(view):
        yield "hop-dong", True
    if not mau and "so_ky_hieu" not in view.components and "ten_loai" in view.components:
        yield "thu-cong", True
    yield mau or "thong-bao", False


def _of_type(view: DocumentView) -> str:
    loai = _loai(view)
    mau = slug(loai.ten) if loai else ""
    return mau if mau in templates.names() else ""


def _loai(view: DocumentView) -> LoaiVanBan | None:
    if view.loai == "CV":
        return next((one for one in view.law.loai_khong_ma if one.mau == "1.5"), None)
    return view.law.loai.get(view.loai)


def _draft(view: DocumentView, mau: str, scheme: str, *, with_form: bool) -> Draft | None:
    draft, casing, loai = Draft(), Casing(view), _loai(view)
    main, copied = copies.without_copy(view)
    kinh_gui = findings.addressees(main)
    known = body.known_labels(main)
    inside, _ = body.zone(main)
    text = unclosed(items(inside, known))
    mau, before = _with_place_for(mau, kinh_gui)
    used = templates.find(mau)
    draft.tree |= {"phien_ban": 1, "mau": mau}
    findings.letterhead(draft, main, casing, cong_van=mau == "cong-van")
    _van_ban(draft, main, used.manifest, loai)
    if kinh_gui and not before:
        draft.tree["van_ban"]["kinh_gui"] = kinh_gui if len(kinh_gui) > 1 else kinh_gui[0]
    if with_form and not forms.put(draft, main, mau, text, casing):
        return None
    if not forms.has_no_text(mau):
        _opening(draft, main, mau, text, casing)
        if not body.put_text(draft, text, scheme):
            return None
        _complete(draft, mau)
    _foot(draft, main, used.manifest, casing)
    if copied:
        copies.put_copy(draft, copied, casing)
    own = _numbering(draft, used.manifest, scheme)
    body.attached(draft, main, known, own, issues=mau == "quyet-dinh")
    return draft


def _with_place_for(mau: str, kinh_gui: Sequence[str]) -> tuple[str, bool]:
    """Return a template that has a place for addressees, where there are some; the type's own name comes from its code."""
    refused = templates.form_of(templates.find(mau))[2]
    if kinh_gui and "van_ban.kinh_gui" in refused and mau != "cong-dien":
        return "bao-cao", False
    return mau, "van_ban.kinh_gui" in refused


def _van_ban(draft: Draft, view: DocumentView, manifest: Any, loai: LoaiVanBan | None) -> None:
    van_ban = draft.tree["van_ban"]
    own = manifest.get("mac_dinh", {}).get("van_ban", {})
    if loai and loai.ma and loai.ma != own.get("loai"):
        van_ban["loai"] = loai.ma
    if loai is None and not forms.has_no_text(draft.tree["mau"]) and not draft.tree["mau"].startswith("thu-cong"):
        title = " ".join(lines.plain(span.text) for span in view.components["ten_loai"].spans) if "ten_loai" in view.components else ""
        draft.doubt(("mau",), N_("không rõ loại văn bản (“{ten}”), tạm dùng mẫu này"), ten=title)
    about = findings.subject(view)
    if about:
        van_ban["trich_yeu"] = about
    elif "trich_yeu" in own:
        pass
    elif forms.has_no_text(draft.tree["mau"]):
        van_ban["trich_yeu"] = f"{manifest['ten']} văn bản"
        draft.doubt(("van_ban", "trich_yeu"), N_("không in; ghi trích yếu của văn bản được sao để vào sổ"))
    else:
        van_ban["trich_yeu"] = blanks.SUBJECT
        draft.doubt(("van_ban", "trich_yeu"), N_("không thấy trích yếu"))
    van_ban |= {"dia_danh": van_ban.pop("dia_danh"), "trich_yeu": van_ban.pop("trich_yeu")} if "trich_yeu" in van_ban else {}
    if "dia_danh" in own and van_ban.get("dia_danh") == blanks.PLACE:
        del van_ban["dia_danh"]
        draft.doubts.pop(("van_ban", "dia_danh"), None)


def _opening(draft: Draft, view: DocumentView, mau: str, text: list[Item], casing: Casing) -> None:
    decides = mau in {"quyet-dinh", "nghi-quyet"}
    if decides or "mo_dau.can_cu" not in templates.form_of(templates.find(mau))[2]:
        found = body.opening(view, text, decides=decides)
        mo_dau: dict[str, Any] = {}
        if found.tham_quyen:
            who = [casing.found(line) or line for line in found.tham_quyen]
            mo_dau["tham_quyen"] = who if len(who) > 1 else who[0]
        if found.can_cu:
            mo_dau["can_cu"] = [one.rstrip(" ;.,") if not one.endswith("..") else one for one in found.can_cu]
        if mo_dau:
            draft.tree["mo_dau"] = mo_dau
    if not decides:
        return
    mo_dau = draft.tree.setdefault("mo_dau", {})
    if "tham_quyen" not in mo_dau:
        ten = draft.tree["co_quan"]["ten"]
        mo_dau["tham_quyen"] = chu_hoa(ten if isinstance(ten, str) else " ".join(ten))
        draft.doubt(("mo_dau", "tham_quyen"), N_("không thấy thẩm quyền ban hành; tạm ghi tên cơ quan"))
    if "can_cu" not in mo_dau:
        mo_dau["can_cu"] = ["Căn cứ …"]
        draft.doubt(("mo_dau", "can_cu"), N_("không thấy căn cứ ban hành"))


def _complete(draft: Draft, mau: str) -> None:
    """Add what the form asks for and the paper does not have."""
    for dotted in templates.form_of(templates.find(mau))[1]:
        if dotted == "van_ban.kinh_gui" and "kinh_gui" not in draft.tree["van_ban"]:
            draft.tree["van_ban"]["kinh_gui"] = blanks.AGENCY
            draft.doubt(("van_ban", "kinh_gui"), N_("không thấy dòng Kính gửi"))
    if not any(key in draft.tree for key in ("muc", "ket_thuc", *forms.TABLES)) and "noi_dung" not in draft.tree.get("mo_dau", {}):
        draft.tree["ket_thuc"] = {"noi_dung": "…"}
        draft.doubt(("ket_thuc",), N_("không thấy lời văn nào"))


def _foot(draft: Draft, view: DocumentView, manifest: Any, casing: Casing) -> None:
    own = manifest.get("mac_dinh", {})
    noi_nhan = findings.recipients(draft, view)
    if "noi_nhan" in view.components or "luu" not in own.get("noi_nhan", {}):
        draft.tree["noi_nhan"] = noi_nhan
    else:
        draft.doubts.pop(("noi_nhan", "luu"), None)
    if "ky" in draft.tree:
        return
    found = signing.signers(view) or [Signer()]
    first = _leading(found)
    draft.tree["ky"] = signing.signature(draft, first, ("ky",), casing)
    others = [one for one in found if one is not first]
    if others and not all(one.co_quan for one in found):
        draft.doubt(("ky",), N_("tệp Word có {so} người ký mà không ghi ký cho cơ quan nào; chỉ giữ một người"), so=len(found))
    elif others:
        draft.tree["ky_lien_tich"] = [signing.signature(draft, one, ("ky_lien_tich", n), casing) for n, one in enumerate(others)]


def _leading(found: Sequence[Signer]) -> Signer:
    """Return who leads among several: on the right of the first row."""
    return found[min({1: 0, 2: 1, 3: 2, 4: 1}.get(len(found), 2), len(found) - 1)]


def _numbering(draft: Draft, manifest: Any, scheme: str) -> str:
    usual = manifest.get("mac_dinh", {}).get("dinh_dang", {}).get("danh_so", "1")
    if draft.tree.get("muc") and scheme != usual:
        draft.tree["dinh_dang"] = {"danh_so": scheme}
        return scheme
    return str(usual)


def unplaced(changed: Iterable[Difference]) -> list[str]:
    """Return the lines of the paper that its findings file does not print."""
    return [one.old for one in changed if one.old and not one.new]

