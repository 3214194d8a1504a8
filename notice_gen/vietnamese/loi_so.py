"""Slips in figures that the text itself contradicts: amounts in words, wholes and what they are said to be made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.so_thanh_chu import bang_chu, doc_bang_chu, tien_bang_chu

_MONEY = r"(?P<so>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) ?(?:đồng|đ|VNĐ|VND)"
_IN_WORDS = re.compile(
    rf"{_MONEY}[ ,;:.]{{0,2}}\(?(?:(?:[Vv]iết |[Ss]ố tiền )?(?:[Bb]ằng|viết) chữ(?: là)?:? ?)(?P<chu>[^().;:0-9]{{3,200}}?) đồng"
    rf"|{_MONEY.replace('so>', 'so_2>')} \((?P<chu_2>[^().;:0-9]{{3,200}}?) đồng(?: chẵn)?\)"
)
_COUNTED = re.compile(r"(?<![0-9.,/])(?P<so>[0-9]{1,3}) \((?P<chu>[a-zà-ỹđ]+(?: [a-zà-ỹđ]+){0,4})\)")


def tien_sai_chu(text: str) -> Iterator[LoiChu]:
    """Yield the amounts in words that are not the amount in figures before them, and other figures likewise.

    >>> [loi.dung for loi in tien_sai_chu("1.200.000 đồng (Bằng chữ: Một triệu hai trăm đồng)")]
    ['Một triệu hai trăm nghìn']
    >>> [loi.dung for loi in tien_sai_chu("Gồm 03 (bốn) bản, 05 (năm) bộ; 10 (ngày)")]
    ['ba']
    """
    for found in _IN_WORDS.finditer(text):
        group = "chu" if found["chu"] else "chu_2"
        amount = int((found["so"] or found["so_2"]).replace(".", ""))
        words = " ".join(found[group].lower().replace(",", " ").split())
        said = _read(words)
        if said is not None and said != amount:
            right = tien_bang_chu(amount, don_vi="")
            right = right if found[group][0].isupper() else right[0].lower() + right[1:]
            yield LoiChu(*found.span(group), right, {"so": found["so"] or found["so_2"]})
    for found in _COUNTED.finditer(text):
        said = _read(found["chu"])
        if said and said != int(found["so"]):
            yield LoiChu(*found.span("chu"), bang_chu(int(found["so"])), {"so": found["so"]})


def _read(words: str) -> object:
    try:
        return doc_bang_chu(words)
    except ValueError:
        return None
