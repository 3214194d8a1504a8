"""The values that may stand at the caret: those of closed sets, the office's own, units of the list."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from notice_gen import legal, templates, vietnamese
from notice_gen.assist import kinds
from notice_gen.assist.caret import Caret
from notice_gen.assist.desk import look
from notice_gen.assist.offers import offer
from notice_gen.assist.records import Completion, Desk
from notice_gen.errors import N_, say_in
from notice_gen.legal.quyen_ky import loai_co_quan
from notice_gen.reader.layers import table_of
from notice_gen.records import record
from notice_gen.vietnamese import danh_muc
from notice_gen.vietnamese.chu_cai import bo_dau

_MOST_UNITS = 50
_KIND = re.compile(r"^(?:xa|phuong|dac khu) ")


@record
class _Asked:
    """What is asked: the caret, the key, and what is typed of the value."""

    text: str
    here: Caret
    at: int
    desk: Desk

    @property
    def path(self) -> tuple[str, ...]:
        """The names of the key."""
        return (*self.here.table, self.here.key)

    def offer(self, new: Any, label: str = "", kind: str = "value", detail: str = "") -> Completion:
        """Return a value as it is typed: in quotes, which may stand there already."""
        plain = str(new).lower() if isinstance(new, bool) else str(new)
        typed = json.dumps(new, ensure_ascii=False) if isinstance(new, str) and self.here.zone != "text" else plain
        return offer(self.text, self.here, label or plain, kind, f"{typed}{self.here.unclosed}", detail=detail)


def values(text: str, here: Caret, at: int, desk: Desk) -> Iterator[Completion]:
    """Yield the values that the key at the caret takes, of those that can be listed."""
    asked = _Asked(text, here, at, desk)
    known = _KNOWN.get(asked.path) or (_authority if here.key == "quyen_han" else _choices)
    yield from known(asked)


def _choices(asked: _Asked) -> Iterator[Completion]:
    in_quotes = asked.here.zone == "text"
    yield from (asked.offer(one) for one in kinds.choices(asked.path) if isinstance(one, str) or not in_quotes)
    if not in_quotes and kinds.kind(asked.path) == "date":
        yield asked.offer(asked.desk.today, detail=vietnamese.ngay_day_du(asked.desk.today))


def _forms(asked: _Asked) -> Iterator[Completion]:
    yield from (asked.offer(mau, detail=name) for mau, name in _templates())


def _numbers(asked: _Asked) -> Iterator[Completion]:
    yield asked.offer("tu-dong", detail=say_in(asked.desk.language)(N_("lấy số từ sổ văn bản")))


def _signers(asked: _Asked) -> Iterator[Completion]:
    for signer in look(asked.text, asked.desk).data.get("nguoi_ky", ()):
        if isinstance(signer, dict) and isinstance(signer.get("ma"), str):
            yield asked.offer(signer["ma"], detail=f"{signer.get('chuc_vu', '')} {signer.get('ho_ten', '')}".strip())


def _types(asked: _Asked) -> Iterator[Completion]:
    yield from (asked.offer(code, detail=loai.ten) for code, loai in legal.law(asked.desk.today).loai.items())


def _warnings(asked: _Asked) -> Iterator[Completion]:
    for problem in look(asked.text, asked.desk).problems:
        if problem.level == "warning" and problem.code:
            yield asked.offer(problem.code, detail=problem.text(say_in(asked.desk.language)))


@cache
def _templates() -> tuple[tuple[str, str], ...]:
    return tuple((mau, templates.form_of(templates.find(mau, None))[0]) for mau in templates.names())


def _authority(asked: _Asked) -> Iterator[Completion]:
    """Yield the lines of authority that this office may sign by: for its collective, for its head."""
    ten = table_of(look(asked.text, asked.desk).data, "co_quan").get("ten", "")
    lines = [str(line) for line in ten] if isinstance(ten, list) else [str(ten)]
    agency = loai_co_quan(" ".join(lines))
    if agency and agency.che_do == "tap_the":
        yield asked.offer(f"TM. {lines[0]}")
    head = agency.dung_dau[0] if agency and agency.dung_dau else ""
    for before in ("KT.", "TL.", "TUQ.", "Q."):
        yield asked.offer(f"{before} {head[:1].upper()}{head[1:]}")


def _units(asked: _Asked) -> Iterator[Completion]:
    """Yield the communes whose name or code begins with what is typed, of the list of this day."""
    typed = bo_dau(asked.text[asked.here.start : asked.at]).lower().strip()
    bare = _KIND.sub("", typed)
    tinh = table_of(look(asked.text, asked.desk).data, "don_vi").get("tinh")
    listed = danh_muc.read(danh_muc.SINCE).values()
    found = (one for one in listed if one.ma.startswith(typed) or bo_dau(one.ten_rieng).lower().startswith(bare))
    for unit in islice((one for one in found if not tinh or one.tinh.ten == tinh), _MOST_UNITS):
        is_code = asked.here.key == "ma"
        yield asked.offer(unit.ma if is_code else unit.ten, f"{unit.ma} {unit.ten}" if is_code else "", "unit", unit.tinh.ten)


_KNOWN: Mapping[tuple[str, ...], Callable[[_Asked], Iterator[Completion]]] = {
    ("mau",): _forms, ("van_ban", "so"): _numbers, ("ky", "nguoi_ky"): _signers, ("van_ban", "loai"): _types,
    ("the_thuc", "bo_qua"): _warnings, ("don_vi", "ma"): _units, ("don_vi", "ten"): _units,
}
