"""The floor under a mailing: the common file of :mod:`benchmarks.corpus`, compiled by hand to one function of a row.

Everything that rows share is UTF-8 already; what is left is some twenty holes, a title to break, one deflate.  It checks nothing and
reports nothing, but gives byte for byte the file that ``notice-gen batch`` writes: the benchmark compares all of them.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from benchmarks import corpus
from notice_gen import issue, legal, reader, template_choice
from notice_gen.compose import head
from notice_gen.reader import Layer
from notice_gen.render import pack
from notice_gen.vietnamese.con_so import so_dem, so_van_ban, ty_le
from notice_gen.vietnamese.lien_dong import lien_gia_tri

DAY = date(2026, 10, 15)
_DOCUMENT = "word/document.xml"
_FIGURES = {
    "tiep_nhan": 825926, "da_giai_quyet": 812347, "dung_han": 700001, "qua_han": 112346, "dang_giai_quyet": 13579, "truc_tuyen": 654321,
}  # fmt: skip
"""Of a model row: each prints as nothing else on the page does."""
_UNIT = "xã Zqxj"
_SUBJECT = "Kết luận kiểm tra công tác cải cách hành chính năm 2026 tại Ủy ban nhân dân "


def function(today: date) -> Callable[[Mapping[str, str]], bytes]:
    """Return what makes the file of one row: column → text in, bytes out."""
    common = reader.parse(corpus.base().encode(), file="chung.toml")
    used = template_choice.template_of([common])
    row = Layer("row", "", {"don_vi": {"ten": _UNIT}, "van_ban": {"so": 77777}, "so_lieu": _FIGURES})
    composed = issue.composed(issue.understood([template_choice.defaults(used), common, row], used, today=today), today=today)
    frame = template_choice.frame(used, composed.notice.dinh_dang, legal.law(DAY))
    van_ban, fixed = composed.context.page.van_ban, composed.placed.form.fixed
    creator = issue.properties(composed.notice, composed.context)["creator"]
    pieces, names = _cut(issue.parts(composed)[_DOCUMENT].decode(), {
        "77777/": "so", van_ban.trich_yeu: "title", f"{(9355 - van_ban.be_rong) // 2}": "inset",
        f"{(9355 - van_ban.duong_ke) // 2}": "rule",
        f"UBND {_UNIT}": "unit", f"địa bàn {_UNIT}": "place", ty_le(_FIGURES["dung_han"], _FIGURES["da_giai_quyet"]): "in_time",
        ty_le(_FIGURES["truc_tuyen"], _FIGURES["tiep_nhan"]): "online", **{so_dem(value): name for name, value in _FIGURES.items()},
    })  # fmt: skip
    listed, page = len(names) - 1, [*pieces]
    size, law = Decimal(14), legal.law(DAY)

    def one(row: Mapping[str, str]) -> bytes:
        so, ten = so_van_ban(int(row["van_ban.so"])), row["don_vi.ten"]
        subject = _SUBJECT + ten
        title, be_rong, duong_ke = head.subject(subject, size, frame.rong_van_ban, law)
        figures = {name: int(row[f"so_lieu.{name}"]) for name in _FIGURES}
        held = pack.escape(lien_gia_tri(ten)).encode()
        values = {name: so_dem(value).encode() for name, value in figures.items()}
        values |= {
            "so": f"{so}/".encode(), "title": pack.escape(title).encode(), "inset": b"%d" % ((9355 - be_rong) // 2),
            "rule": b"%d" % ((9355 - duong_ke) // 2), "unit": b"UBND " + held, "place": "địa bàn ".encode() + held,
            "in_time": ty_le(figures["dung_han"], figures["da_giai_quyet"]).encode(),
            "online": ty_le(figures["truc_tuyen"], figures["tiep_nhan"]).encode(),
        }  # fmt: skip
        page[1::2] = [values[name] for name in names]
        page[1 + 2 * listed] = f"UBND {pack.escape(ten)}".encode()  # recipients break where they like
        document = {_DOCUMENT: b"".join(page)}
        return pack.pack(fixed, document, title=f"Thông báo {so}/TB-UBND", subject=subject, creator=creator, created=DAY)

    return one


def _cut(xml: str, holes: Mapping[str, str]) -> tuple[list[bytes], list[str]]:
    """Return *xml* cut at what its holes show: pieces with room for a hole between them, and the name of each hole, in order."""
    pieces, names, at = [], [], 0
    while found := min(((place, shown) for shown in holes if (place := xml.find(shown, at)) >= 0), default=None):
        place, shown = found
        pieces += [xml[at:place].encode(), b""]
        names.append(holes[shown])
        at = place + len(shown)
    return [*pieces, xml[at:].encode()], names


def write(data: Path, out: Path, today: date) -> None:
    """Make a file of each row of the table *data* in the folder *out*, and wait until all are on the disk."""
    one = function(today)
    with data.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            number = os.open(out / f"{so_van_ban(int(row['van_ban.so']))}.docx", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            os.write(number, one(row))
            os.close(number)
    os.sync()
