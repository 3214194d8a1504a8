"""The register's own journal: every change an event, sealed together with the one before it; a chain for each agency and year.

A line changed by hand no longer says what its events say, and an event changed by hand no longer fits its seal.  Who makes the
whole chain anew is found out by a head of it that was printed before: ``stt-seal``.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from notice_gen import vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.records import record
from notice_gen.register import failures
from notice_gen.register.connection import Connection
from notice_gen.register.entry import CHUNG, DaySo
from notice_gen.register.tables import COLUMNS

GIU: Final = "giữ chỗ"
CAP: Final = "cấp"
HUY_SO: Final = "hủy"
NHAP: Final = "nhập"
SUA: Final = "sửa"
CO_SAN: Final = "có sẵn"
"""What happened to a line: reserved, issued, made void, entered from paper, brought up to date, there before the journal was."""

_WHOLE = frozenset({GIU, NHAP, SUA, CO_SAN})  # which say all of a line, the others what they change
_BLANK = {CAP: ("mau_sha256", "phien_ban", "luu_tru")} | dict.fromkeys(_WHOLE, COLUMNS)  # what is blank unless the event says it
_KINDS = _WHOLE | {CAP, HUY_SO}
_FORMAT = "notice-gen so-van-ban 1"
"""What the first seal of a chain is made with: another way to seal takes another name."""

MOMENT = re.compile(r"20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ")
_HEAD = re.compile(r"0*([1-9]\d*)\s*-\s*([0-9a-f]{12,64})")
_quoted = json.encoder.encode_basestring  # a mailing has thousands of events

Change = tuple[str, DaySo, Iterable[tuple[str, Any]]]
"""What happened, in which series, and what of the line it says, by columns: its number, and whatever is not as before."""


@record
class Head:
    """The end of a chain."""

    co_quan: str  # the agency, as compared
    nam: int  # the year
    stt: int  # how many events it has
    seal: str  # of the last, sha256, hexadecimal

    def __str__(self) -> str:
        return f"{self.stt}-{self.seal}"


class _Event(NamedTuple):
    """An event as it stands in the journal, which may hold anything."""

    co_quan: Any
    nam: Any
    stt: Any
    luc: Any
    viec: Any
    noi_dung: Any
    niem_phong: Any


def said(nhom: str, values: Iterable[tuple[str, Any]]) -> str:
    """Return what an event says of a line as JSON: always the same text for the same values, nothing that is blank."""
    parts = [f'"{name}":{value if type(value) is int else _quoted(str(value))}' for name, value in values if value]
    return f'{{"nhom":{_quoted(nhom)},{",".join(parts)}}}'


def seal(before: str, *event: object) -> str:
    """Return the seal of an event, sealed together with that of the event *before* it; empty for the first.

    An *event* is agency, year, number in the chain, moment, what happened, what it says; only the last may have line breaks.
    """
    return hashlib.sha256("\n".join((before or _FORMAT, *map(str, event))).encode()).hexdigest()


def rows(heads: Mapping[tuple[str, int], tuple[int, str]], changes: Iterable[Change], time: str) -> Iterator[tuple[Any, ...]]:
    """Yield the events that *changes* are, values in the order of the table, to be put behind the *heads* of their chains."""
    ends = dict(heads)
    for kind, series, values in changes:
        chain = (series.co_quan, series.nam)
        stt, before = ends.get(chain, (0, ""))
        event = (*chain, stt + 1, time, kind, said(series.nhom, values))
        mark = seal(before, *event)
        ends[chain] = (stt + 1, mark)
        yield (*event, mark)


def insert(connection: Connection, events: Iterable[tuple[Any, ...]]) -> None:
    """Write *events*."""
    connection.insert("so_su_kien", _Event._fields, [((), events)])


def append(
    lock: Callable[[Connection, Iterable[str]], None], connection: Connection, changes: Sequence[Change], time: str
) -> None:  # fmt: skip
    """Note *changes* in the transaction that makes them; until its end nobody else notes any of these agencies' years.

    It comes last in the transaction: series wait for each other only from here to the commit.  *lock* is that of the store.
    """
    chains = sorted({(series.co_quan, series.nam) for _, series, _ in changes})
    lock(connection, [f"nhat-ky|{co_quan}|{nam}" for co_quan, nam in chains])
    ends: dict[tuple[str, int], tuple[int, str]] = {}
    for co_quan, nam in chains:
        query = "SELECT stt, niem_phong FROM so_su_kien WHERE co_quan = ? AND nam = ? ORDER BY stt DESC LIMIT 1"
        last = next(iter(connection.rows(query, (co_quan, nam))), None)
        if last and tuple(map(type, last)) != (int, str):
            raise failures.UnsoundError
        ends[co_quan, nam] = (last[0], last[1]) if last else (0, "")
    insert(connection, rows(ends, changes, time))


def heads(connection: Connection) -> list[Head]:
    """Return the end of each chain, by agency and year."""
    ends = "SELECT co_quan, nam, max(stt) AS stt FROM so_su_kien GROUP BY co_quan, nam"
    query = f"SELECT co_quan, nam, stt, niem_phong FROM so_su_kien JOIN ({ends}) AS cuoi USING (co_quan, nam, stt) ORDER BY co_quan, nam"  # noqa: S608 - our own
    return [Head(*row) for row in connection.rows(query)]


def faults(connection: Connection, printed: Sequence[str] = ()) -> Iterator[Problem]:
    """Yield what was changed by hand: events that do not fit their seals, lines that do not say what their events say.

    Likewise a chain that was made anew: one that does not hold a head that was *printed* once.
    """
    told: dict[tuple[str, int, str, int], dict[str, Any]] = {}
    seals: list[str] = []
    events = connection.rows(f"SELECT {', '.join(_Event._fields)} FROM so_su_kien ORDER BY co_quan, nam, stt")  # noqa: S608 - our own
    for chain, group in itertools.groupby(map(_Event._make, events), key=lambda event: (event.co_quan, event.nam)):
        yield from _broken(chain, group, told, seals)
    yield from _unlike(connection, told)
    for text in printed:
        head = _HEAD.fullmatch(text.strip().lower())
        if not head or not any(known.startswith(f"{head[1]}-{head[2]}") for known in seals):
            yield Problem(N_("Mã nhật ký đã in “{ma}” không có trong sổ: sổ đã bị thay hoặc bị sửa từ sau lần in đó."), _COMPARE, {"ma": text})  # noqa: E501


def _broken(
    chain: tuple[str, int], events: Iterable[_Event], told: dict[tuple[str, int, str, int], dict[str, Any]], seals: list[str]
) -> Iterator[Problem]:
    """Yield the events of one chain that are missing or not as they were sealed; note in *told* and *seals* what the others say."""
    where = {"co_quan": chain[0], "nam": chain[1]}
    kept = made = ""  # the seal of the event before, as it stands and as it should be
    number = 0
    for event in events:
        stt, values = event.stt, _values(event.noi_dung)
        missing = stt != number + 1
        if missing:
            stt_thieu = f"{number + 1}-{stt - 1}" if isinstance(stt, int) and stt > number + 2 else number + 1
            yield Problem(N_("Nhật ký của {co_quan}, năm {nam}, thiếu sự kiện {stt}: đã bị xóa ngoài chương trình."), _COMPARE, {**where, "stt": stt_thieu})  # noqa: E501
        content = (*chain, stt, event.luc, event.viec, event.noi_dung)
        fits = missing or event.niem_phong in {seal(kept, *content), seal(made, *content)}
        sound = values is not None and event.viec in _KINDS and isinstance(event.luc, str) and MOMENT.fullmatch(event.luc)
        if not sound or not fits:
            so = values.get("so", "?") if values else "?"
            yield Problem(N_("Nhật ký của {co_quan}, năm {nam}: sự kiện {stt} (số {so}, {viec}, lúc {luc}) đã bị sửa ngoài chương trình."), _COMPARE, {**where, "stt": stt, "so": so, "viec": event.viec, "luc": event.luc})  # noqa: E501
        if values:
            line = told.setdefault((*chain, values["nhom"], values["so"]), {})
            line.update({**dict.fromkeys(_BLANK.get(event.viec, ()), ""), **values})
        made, kept = seal(kept, *content), str(event.niem_phong)
        seals.append(f"{stt}-{kept}")
        number = stt if isinstance(stt, int) else number + 1


def _values(text: object) -> dict[str, Any] | None:
    """Return what an event says; None when it cannot be one of ours."""
    try:
        values = json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None
    is_ours = isinstance(values, dict) and isinstance(values.get("so"), int) and isinstance(values.get("nhom"), str)
    return values if is_ours else None


def _unlike(connection: Connection, told: dict[tuple[str, int, str, int], dict[str, Any]]) -> Iterator[Problem]:
    """Yield the lines that the journal does not know, or knows otherwise, and those it knows that are gone."""
    columns = ", ".join(["so_day.co_quan", "nam", "nhom", *(f"so_van_ban.{name}" for name in COLUMNS)])
    query = f"SELECT {columns} FROM so_van_ban JOIN so_day ON day = so_day.id ORDER BY so_day.co_quan, nam, nhom, so"  # noqa: S608 - our own
    for cua, nam, nhom, *texts in connection.rows(query):
        line = {name: str(text) for name, text in zip(COLUMNS, texts, strict=True) if text not in {"", None}}
        where = {"so": _shown(nhom, line), "co_quan": line.get("co_quan", cua), "nam": nam}
        event = told.pop((cua, nam, nhom, texts[0]), None)
        if event is None:
            yield Problem(N_("Số {so} ({co_quan}, năm {nam}) được thêm vào sổ ngoài chương trình: nhật ký không có số đó."), _COMPARE, where)  # noqa: E501
            continue
        for name in COLUMNS:  # of a line whose beginning is missing only what is known
            if name in event and line.get(name, "") != str(event[name]):
                values = {**where, "cot": name, "nay": line.get(name, ""), "truoc": event[name]}
                yield Problem(N_("Số {so} ({co_quan}, năm {nam}) bị sửa ngoài chương trình: {cot} trong sổ là “{nay}”, nhật ký ghi “{truoc}”."), _COMPARE, values)  # noqa: E501
    for (cua, nam, nhom, _), event in told.items():
        where = {"so": _shown(nhom, event), "co_quan": event.get("co_quan", cua), "nam": nam}
        yield Problem(N_("Số {so} ({co_quan}, năm {nam}) có trong nhật ký mà không còn trong sổ: đã bị xóa ngoài chương trình."), _COMPARE, where)  # noqa: E501


def _shown(nhom: str, line: Mapping[str, Any]) -> str:
    so, ky_hieu = str(line.get("so", "?")), line.get("ky_hieu") or ("" if nhom == CHUNG else nhom)
    so = vietnamese.so_van_ban(int(so)) if so.isdecimal() else so
    return f"{so}/{ky_hieu}" if ky_hieu else so


_COMPARE = N_("So với bản sao lưu và bản in gần nhất để biết dòng nào đúng; hỏi người đã mở tệp sổ bằng chương trình khác.")
