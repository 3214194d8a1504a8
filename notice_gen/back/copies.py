"""Copies: the block that a copy adds below a paper, or that stands alone below a photocopy (form 3.1)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from notice_gen.back import findings, lines, signing
from notice_gen.back.casing import Casing
from notice_gen.back.findings import Draft
from notice_gen.back.signing import Signer
from notice_gen.check import head
from notice_gen.check.form.pieces import pieces
from notice_gen.check.form.recognise import recognised
from notice_gen.check.texts import boxed
from notice_gen.check.view import DocumentView
from notice_gen.vietnamese.chu_cai import bo_dau

_FORM = "3.1"  # of Phụ lục III, Mục II


def _forms(view: DocumentView) -> dict[str, str]:
    """Return the forms of copies as findings name them, by how they are read on a page: without marks, in capitals."""
    return {bo_dau(loai.ten).upper(): loai.ten.lower() for loai in view.law.loai.values() if loai.mau == _FORM}


def copy_alone(view: DocumentView) -> str:
    """Return the template of a copy's block that stands alone, below a photocopy; empty for any other paper."""
    if "quoc_hieu" in view.components:
        return ""
    forms = _forms(view)
    found = next((one.key for one in pieces(enumerate(view.paragraphs[:12])) if one.key in forms), "")
    return found.lower().replace(" ", "-")


def without_copy(view: DocumentView) -> tuple[DocumentView, DocumentView | None]:
    """Return a paper without the block that a copy adds below it, and that block (form 3.1), None where there is none."""
    if "noi_nhan" not in view.components:
        return view, None
    annexed = {lines.key(one) for annex in view.annexes for one in annex.paragraphs}
    forms, foot = _forms(view), max(span.paragraph.index for span in boxed(view, "noi_nhan"))
    for piece in pieces(enumerate(view.paragraphs)):
        below = piece.paragraph.index > foot and piece.paragraph.cell is not None
        if below and piece.key in forms and piece.paragraph.cell:
            table = piece.paragraph.cell.table
            start = next(n for n, one in enumerate(view.paragraphs) if one.cell and one.cell.table == table)
            rest = tuple(one for one in view.paragraphs[:start])
            block = tuple(one for one in view.paragraphs[start:] if lines.key(one) not in annexed or piece.key)
            return recognised(replace(view, paragraphs=rest)), recognised(replace(view, paragraphs=block))
    return view, None


def put_copy(draft: Draft, view: DocumentView, casing: Casing) -> None:
    """Put the block that a copy adds."""
    own = Draft()
    findings.letterhead(own, view, casing, cong_van=False)
    van_ban, co_quan = own.tree["van_ban"], own.tree["co_quan"]
    forms = _forms(view)
    form = next((forms[one.key] for one in pieces(enumerate(view.paragraphs)) if one.key in forms), "sao y")
    out: dict[str, Any] = {"hinh_thuc": form} | {key: van_ban[key] for key in ("so", "ngay") if key in van_ban}
    if van_ban.get("dia_danh") != draft.tree["van_ban"].get("dia_danh"):
        out["dia_danh"] = van_ban["dia_danh"]
    number = head.number(view)
    if number and len(number.groups) > 1:
        co_quan["viet_tat"] = "-".join(number.groups[1:])
    names = {key: co_quan[key] for key in ("ten", "viet_tat")}
    if any(draft.tree["co_quan"].get(key) != value for key, value in names.items()):
        out["co_quan"] = names
    found = signing.signers(view)
    out["noi_nhan"] = findings.recipients(own, view)
    out["ky"] = signing.signature(own, found[0] if found else Signer(), ("ky",), casing)
    draft.tree["ban_sao"] = out
