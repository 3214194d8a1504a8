"""Nothing is lost: what a notice has to print, held against what its template has a place for."""

from __future__ import annotations

import hashlib
from itertools import chain, compress
from operator import attrgetter

from notice_gen import render, templates
from notice_gen.compose import Context
from notice_gen.errors import N_, Problem, TemplateError
from notice_gen.templates import Template

# Already inside other texts, or a length: a template may do without them.
_NOT_PRINTED = frozenset({"co_quan.viet_tat", "co_quan.duong_ke", "van_ban.duong_ke", "van_ban.be_rong", "ky.co_quan"})

_BOXES = frozenset({"ky_lien_tich", "ky_cac_ben", "thu_ky", "xac_nhan", "ban_sao", "thong_tin_ky"})


def refuse(context: Context, form: render.Compiled, template: Template) -> frozenset[str]:
    """Return what the notice has to print; refuse when the template has no place for some of it.

    What its form has no place for by design was refused by the reader, or is an office setting meant for other forms.  Raises
    TemplateError: what would be lost.
    """
    page = context.page
    kinds = frozenset(map(attrgetter("kieu"), chain.from_iterable([part.noi_dung for part in page.tai_lieu])))
    parts = frozenset(chain.from_iterable(map(_said, page.tai_lieu)))
    lost, shown = _lost_and_shown(form, template, _said(page), _said(page.co_quan), _said(page.van_ban), _said(page.ky), kinds, parts)
    if lost:
        raise TemplateError(Problem(
            N_("Mẫu {mau} không có chỗ cho {cac_ten}: in ra sẽ mất nội dung."),
            N_("Thêm thẻ tương ứng vào mẫu (xem mẫu gốc), hoặc dùng mẫu gốc, hoặc bỏ nội dung đó."),
            {"mau": form.label, "cac_ten": ", ".join(lost)},
        ))
    return shown


def _said(record: object) -> tuple[str, ...]:
    """Return the names of what a record says something of."""
    return tuple(compress(record.__dict__, record.__dict__.values()))


def _lost_and_shown(
    form: render.Compiled, template: Template, page: tuple[str, ...], co_quan: tuple[str, ...], van_ban: tuple[str, ...],
    ky: tuple[str, ...], kinds: frozenset[str], parts: frozenset[str],
) -> tuple[tuple[str, ...], frozenset[str]]:
    boxes = (("co_quan", co_quan), ("van_ban", van_ban), ("ky", ky))
    asked = {*page} & _BOXES | {f"{box}.{name}" for box, names in boxes for name in names} - _NOT_PRINTED
    names = form.names
    elsewhere = {*templates.form_of(template)[2], *template.manifest.get("khong_in", ())}
    lost = sorted({"noi_nhan", "tai_lieu", *asked} - names - elsewhere)
    if "ten_loai" in parts and "ten_loai" not in {name.rpartition(".")[2] for name in names - {"van_ban.ten_loai"}}:
        lost.append("van_ban_kem_theo")
    return (*lost, *sorted(kinds - form.words)), frozenset(asked | kinds | {f"tai_lieu.{key}" for key in parts})


def digest(form: str, shown: frozenset[str]) -> str:
    """Return one word for a form and the boxes and blocks that it shows."""
    return hashlib.sha256("\n".join((form, *sorted(shown))).encode()).hexdigest()
