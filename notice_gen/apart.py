"""Annexes and issued texts as files of their own, for an electronic document (form 2.2)."""

from __future__ import annotations

from typing import Any

from notice_gen import issue, render, template_choice
from notice_gen.records import record
from notice_gen.steps import Issued


@record
class Apart:
    """A notice without what follows it, and each of that as a file.

    Attributes:
        docx: the notice itself.
        others: what its name ends with (``phu-luc-1``) and the bytes of each annex or issued text.
    """

    docx: bytes
    others: tuple[tuple[str, bytes], ...]


def apart(issued: Issued) -> Apart:
    """Print the parts of *issued* each for itself.

    A part of its own leaves the reference to the document blank and names it at the top right of its first page,
    where the signing program puts the time of signing (Phụ lục I, Phần I, mục II.8.b and III.1.d).
    """
    values = issued.context.values
    first, *attached = values["tai_lieu"]
    if not attached:
        return Apart(issued.docx, ())
    main = _print(issued, {"tai_lieu": [first], "co_phu_luc": False})
    others, counted = [], {"phu-luc": 0, "kem-theo": 0}
    for part in attached:
        kind = "phu-luc" if part["ten"] else "kem-theo"
        counted[kind] += 1
        alone = {
            "tai_lieu": [{**part, "kem_theo": part["kem_theo_trong"]}],
            "co_phu_luc": True,  # its section, which may be landscape, ends with it
            "ban_sao": {},
            "thong_tin_ky": f"Số: {values['van_ban']['so_ky_hieu'].strip()};",
        }
        others.append((f"{kind}-{counted[kind]}", _print(issued, alone)))
    return Apart(main, tuple(others))


def _print(issued: Issued, changes: dict[str, Any]) -> bytes:
    form = template_choice.compiled(issued.template, issued.notice.dinh_dang, issued.context.co_chu_dau)
    return render.render(form, {**issued.context.values, **changes}, **issue.properties(issued.notice, issued.context))
