"""Annexes and issued texts as files of their own, for an electronic document (form 2.2)."""

from __future__ import annotations

from dataclasses import replace

from notice_gen import issue, page, render, template_choice
from notice_gen.page import Page, Shown, ShownChart
from notice_gen.records import record
from notice_gen.steps import Issued


@record
class Apart:
    """A notice without what follows it, and each of that as a file."""

    docx: bytes  # the notice itself
    others: tuple[tuple[str, bytes], ...]  # what its name ends with (``phu-luc-1``) and the bytes of each annex or issued text


def apart(issued: Issued) -> Apart:
    """Print the parts of *issued* each for itself.

    A part of its own leaves the reference to the document blank and names it at the top right of its first page,
    where the signing program puts the time of signing (Phụ lục I, Phần I, mục II.8.b and III.1.d).
    """
    whole = issued.context.page
    first, *others = whole.tai_lieu
    if not others:
        return Apart(issued.docx, ())
    custom = issue.described(issued.notice, issued.context, issued.layers)  # of the whole: annexes have none
    main = _print(issued, replace(whole, tai_lieu=(first,), co_phu_luc=False), custom)
    found, counted = [], {"phu-luc": 0, "kem-theo": 0}
    for part in others:
        kind = "phu-luc" if part.ten else "kem-theo"
        counted[kind] += 1
        tai_lieu, thong_tin_ky = (replace(part, kem_theo=part.kem_theo_trong),), f"Số: {whole.van_ban.so_ky_hieu.strip()};"
        # With an annex a section ends, which may be landscape.
        alone = replace(whole, tai_lieu=tai_lieu, co_phu_luc=True, ban_sao=None, thong_tin_ky=thong_tin_ky)
        found.append((f"{kind}-{counted[kind]}", _print(issued, alone)))
    return Apart(main, tuple(found))


def _print(issued: Issued, printed: Page, custom: tuple[tuple[str, str | int], ...] = ()) -> bytes:
    context = issued.context
    form = template_choice.compiled(issued.template, issued.notice.dinh_dang, context.law, context.co_chu_dau)
    own = issue.properties(issued.notice, context)
    drawn = {(isinstance(shown, ShownChart), shown.number) for shown in _shown(printed)}
    pictures = tuple(picture if (False, n) in drawn else None for n, picture in enumerate(context.pictures))
    charts = tuple(chart if (True, n) in drawn else None for n, chart in enumerate(context.charts))
    return render.packed(form, render.parts(form, page.values(printed)), pictures=pictures, charts=charts, custom=custom, **own)


def _shown(printed: Page) -> list[Shown]:
    """Return the pictures and charts that a page shows; their numbers stay those of the whole document."""
    return [block.chu for part in printed.tai_lieu for block in part.noi_dung if isinstance(block.chu, Shown)]
