"""Who gets which number: plain values in, plain values out; the database only remembers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace

from notice_gen.errors import N_, InputError, Problem
from notice_gen.records import record
from notice_gen.register import refusals
from notice_gen.register.entry import (
    BAN_SAO,
    DA_CAP,
    GIU_CHO,
    HUY,
    NHIEU_NHAT,
    Day,
    Entry,
    Request,
    hang_of,
    series_of,
    ten_chuan,
    tep_of,
)
from notice_gen.register.likeness import alike, is_another
from notice_gen.vietnamese import don_vi as units

_COPIED = tuple(
    field.name for field in fields(Request)
    if field.name not in {"so", "rieng", "khoa", "co_quan", "nam", "loai"}
)  # fmt: skip


class NumberRefusedError(InputError):
    """Some notices cannot have their numbers; none got any.

    Attributes:
        by_request: the problems of each request, in the order they were asked.
    """

    def __init__(self, by_request: Sequence[Sequence[Problem]]) -> None:
        self.by_request = tuple(tuple(problems) for problems in by_request)
        super().__init__(problem for problems in self.by_request for problem in problems)

    def __reduce__(self) -> tuple[type[NumberRefusedError], tuple[tuple[tuple[Problem, ...], ...]]]:  # type: ignore[override]
        return type(self), (self.by_request,)


Borne = tuple[str, int, int | None]
"""A number that a paper bears: the notice's key, the number, the year; the key may be empty and the year not known."""


@record
class State:
    """What the register holds of the series in question.

    Attributes:
        last: the counter of each series: the highest number it ever gave.
        by_khoa: the living entry of each notice.
        by_so: every entry by series and number.
        nhom_of: in which series an agency's type has its numbers this year, by (agency, year, type).
    """

    last: Mapping[Day, int]
    by_khoa: Mapping[str, Entry]
    by_so: Mapping[tuple[Day, int], Entry]
    nhom_of: Mapping[tuple[str, int, str], str]


def state(last: Mapping[Day, int], entries: Iterable[Entry], nhom_of: Mapping[tuple[str, int, str], str]) -> State:
    """Return the state that the *entries* of some agencies and years make."""
    entries = tuple(entries)
    return State(
        last=last,
        by_khoa={entry.khoa: entry for entry in entries if entry.trang_thai != HUY},
        by_so={(entry.day, entry.so): entry for entry in entries},
        nhom_of=nhom_of,
    )


def plan(now: State, requests: Sequence[Request], borne: Iterable[Borne] = ()) -> list[Entry]:
    """Return the line of the register for each of *requests*, in their order: a new one, or the one it has.

    Args:
        now: what the register holds.
        requests: who wants a number.
        borne: keys, numbers and years of papers that lie before the clerk and of which the register may not know: it was lost,
            or begun after them. A key may be empty. These numbers are given to nobody else.

    Raises:
        NumberRefusedError: with what is wrong of every request.
    """
    last = dict(now.last)
    by_khoa, by_so = dict(now.by_khoa), dict(now.by_so)
    nhom_of = dict(now.nhom_of)
    twins = {_likeness(entry): entry for entry in by_khoa.values()}
    explicit = {(request.day, request.so) for request in requests if request.so is not None}
    paper = _by_columns(by_khoa.values())
    kin = _by_unit(by_khoa.values())
    keys = _by_number(borne)
    out: list[Entry] = []
    refused: list[list[Problem]] = []
    first: dict[str, Request] = {}
    for request in requests:
        day = request.day
        own = by_khoa.get(request.khoa)
        found = own or _on_paper(request, by_so, paper)
        faults = list(_faults(request, found, by_so, nhom_of))
        if not found and (known := _known_unit(request, kin, by_khoa)):
            faults.append(refusals.known_unit(known))
        if first.setdefault(request.khoa, request) != request:
            faults = [refusals.one_identity(first[request.khoa], request)]
        refused.append(faults)
        if faults:
            continue
        if found:
            doubts = _changed(found, request) if own else _claimed(found, request)
            entry = replace(_renewed(found, request), doubts=tuple(doubts))
            by_khoa.pop(found.khoa)
        else:
            so = request.so or _next(request, last.get(day, 0), explicit, by_so, keys)
            entry = new(request, so)
            twin = twins.get(_likeness(entry))
            if twin and _are_two(twin, entry):
                twin = None
            doubts = _doubts(entry, last.get(day, 0), by_so, twin, asked=request.so is not None)
            entry = replace(entry, doubts=tuple(doubts))
            last[day] = max(last.get(day, 0), so)
        twins.setdefault(_likeness(entry), entry)
        by_khoa[request.khoa] = by_so[day, entry.so] = entry
        if hang := entry.hang:
            kin.setdefault(_unit_key(entry, hang), {})[entry.khoa] = entry
        nhom_of[day.co_quan, day.nam, request.loai] = day.nhom
        out.append(entry)
    if any(refused):
        raise NumberRefusedError(refused)
    return out


def _next(
    request: Request, last: int, explicit: set[tuple[Day, int]], taken: Mapping[tuple[Day, int], Entry], keys: Mapping[int, Sequence[Borne]]
) -> int:
    """Return the number after *last* that no other notice of the run asks for by name, and no paper bears."""
    day, so = request.day, last + 1
    while (day, so) in explicit or (day, so) in taken or any(_is_of_series(key, request) for key in keys.get(so, ())):
        so += 1
    return so


def _by_number(borne: Iterable[Borne]) -> dict[int, list[Borne]]:
    found: dict[int, list[Borne]] = {}
    for one in borne:
        found.setdefault(one[1], []).append(one)
    return found


def _is_of_series(borne: Borne, request: Request) -> bool:
    """Tell whether the paper may have its number from the series of *request*, without having it as that notice."""
    key, _, nam = borne
    if not key:
        return nam in {None, request.nam}
    if key == request.khoa:
        return False
    co_quan, year, loai = series_of(key)
    same = loai == request.loai if request.rieng else (loai in BAN_SAO) == (request.loai in BAN_SAO)
    return (co_quan, year) == (request.day.co_quan, str(request.nam)) and same


def new(request: Request, so: int) -> Entry:
    """Return the line of *request* with the number *so*, reserved and not in the register yet."""
    return Entry(
        0, so, request.khoa, request.co_quan, request.nam, request.day.nhom, request.loai, trang_thai=GIU_CHO,
        **{name: getattr(request, name) for name in _COPIED},
    )  # fmt: skip


def _renewed(entry: Entry, request: Request) -> Entry:
    """Return *entry* with what the notice says now; what only paper knows is kept when it says nothing."""
    said = {name: getattr(request, name) for name in _COPIED}
    return replace(entry, khoa=request.khoa, co_quan=request.co_quan, **{name: value for name, value in said.items() if value not in {"", None}})


# --- one unit, called otherwise ------------------------------------------------------------------------

_Kin = dict[tuple[object, ...], dict[str, Entry]]


def _unit_key(line: Entry | Request, hang: str) -> tuple[object, ...]:
    return (tep_of(line.khoa), series_of(line.khoa), units.nhan_ra(hang, line.ngay) if line.ngay else hang)


def _by_unit(entries: Iterable[Entry]) -> _Kin:
    """Return the living lines of mailings by common file, series and unit."""
    found: _Kin = {}
    for entry in entries:
        if hang := entry.hang:
            found.setdefault(_unit_key(entry, hang), {})[entry.khoa] = entry
    return found


def _known_unit(request: Request, kin: _Kin, living: Mapping[str, Entry]) -> Entry | None:
    """Return the line of the same unit in the same mailing, which called it otherwise: by its code, with its province."""
    hang = hang_of(request.khoa)
    same = kin.get(_unit_key(request, hang), {}) if hang else {}
    return next((entry for key, entry in same.items() if key != request.khoa and key in living), None)


def _are_two(one: Entry, other: Entry) -> bool:
    """Tell whether two rows are two units, though of one name: of two provinces."""
    return bool(one.hang and other.hang and one.ngay) and _unit_key(one, one.hang) != _unit_key(other, other.hang)


# --- a line entered from paper, claimed by its file ------------------------------------------------------


def _by_columns(entries: Iterable[Entry]) -> dict[tuple[object, ...], list[Entry]]:
    """Return the lines that came from paper by all that the paper says of them."""
    found: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        if entry.is_paper and entry.ngay and entry.trich_yeu:
            found.setdefault(_columns(entry), []).append(entry)
    return found


def _columns(line: Entry | Request) -> tuple[object, ...]:
    texts = (line.ky_hieu, line.trich_yeu, line.nguoi_ky, line.noi_nhan, line.luu)
    return (line.day, line.ngay, *map(ten_chuan, texts))


def _on_paper(
    request: Request, by_so: Mapping[tuple[Day, int], Entry], paper: Mapping[tuple[object, ...], Sequence[Entry]]
) -> Entry | None:
    """Return the line from paper that is this notice: the one whose number it says, or the only one alike in every column."""
    if request.so is None:
        same = [entry for entry in paper.get(_columns(request), ()) if by_so[request.day, entry.so].is_paper]
        return same[0] if len(same) == 1 else None
    line = by_so.get((request.day, request.so))
    if not line or not line.is_paper or line.trang_thai == HUY or ten_chuan(line.ky_hieu) not in {"", ten_chuan(request.ky_hieu)}:
        return None
    same_day = not line.ngay or not request.ngay or line.ngay == request.ngay
    return line if same_day and alike(line.trich_yeu, request.trich_yeu) else None


# --- what stands against it ----------------------------------------------------------------------------


def _faults(
    request: Request, own: Entry | None, by_so: Mapping[tuple[Day, int], Entry], nhom_of: Mapping[tuple[str, int, str], str]
) -> Iterator[Problem]:
    day = request.day
    nhom = nhom_of.get((day.co_quan, day.nam, request.loai), day.nhom)
    if nhom != day.nhom:
        yield refusals.other_series(request)
        return
    if request.so is not None and request.so > NHIEU_NHAT:
        yield refusals.too_high(request)
        return
    if own and request.so in {None, own.so}:
        if request.so is None and own.trang_thai == DA_CAP and is_another(own, request):
            yield refusals.reused_file(own)
        return
    if own:
        yield refusals.holds_another(own, request)
        return
    taken = by_so.get((day, request.so)) if request.so is not None else None
    if taken:
        yield refusals.void(taken) if taken.trang_thai == HUY else refusals.taken(taken)


# --- what is worth a look ------------------------------------------------------------------------------


def _changed(own: Entry, request: Request) -> Iterator[Problem]:
    if request.so is None and is_another(own, request):
        yield _doubt(
            N_("Số {so} đang giữ cho “{trich_yeu}”; tệp này nay có trích yếu hoặc đơn vị khác hẳn mà vẫn nhận số đó."),
            N_("Nếu đây là văn bản khác thì chép ra tệp tên khác rồi in, để mỗi văn bản một số."),
            own,
        )


def _claimed(line: Entry, request: Request) -> Iterator[Problem]:
    if request.so is None:
        yield _doubt(
            N_("Số {so_ky_hieu} nhập từ sổ giấy giống văn bản này ở mọi cột, nên văn bản nhận lại số đó."),
            N_("Nếu là văn bản khác thì sửa trích yếu hoặc nơi nhận cho phân biệt được rồi chạy lại."),
            line,
        )


def _doubts(entry: Entry, last: int, by_so: Mapping[tuple[Day, int], Entry], twin: Entry | None, *, asked: bool) -> Iterator[Problem]:
    if asked and last and entry.so > last + 1:
        skipped = f"{last + 1}" if entry.so == last + 2 else f"{last + 1}-{entry.so - 1}"
        yield _doubt(
            N_("Số {so} cách số cuối trong sổ ({cuoi}); chưa có văn bản nào mang số {bo_qua}, và số tự động sẽ tiếp sau {so}."),
            N_("Nếu các số đó đã cấp trên giấy thì nhập vào sổ: notice-gen register import. Nếu gõ nhầm số: notice-gen register void {so} --rewind --reason \"…\", rồi sửa so."),
            entry, cuoi=last, bo_qua=skipped,
        )  # fmt: skip
    for step in (-1, 1):
        other = by_so.get((entry.day, entry.so + step))
        if other and entry.ngay and other.ngay and (other.ngay - entry.ngay).days * step < 0:
            yield _doubt(
                N_("Số {so} ghi ngày {ngay}, mà số {so_kia} ghi ngày {ngay_kia}: số và ngày phải cùng thứ tự (Điều 15)."),
                N_("Xem lại ngay trong [van_ban]."),
                entry, so_kia=other.so, ngay_kia=refusals.day(other.ngay),
            )  # fmt: skip
    if twin:
        yield _doubt(
            N_("Trong sổ đã có văn bản {so_ky_hieu_kia} cùng ngày, cùng đơn vị, cùng trích yếu (tệp {tep_kia}); có thể là một văn bản."),
            N_("Nếu là một (tệp đã đổi tên hay chuyển thư mục) thì hủy số thừa: notice-gen register void {so} --reason \"…\"."),
            entry, so_ky_hieu_kia=twin.so_ky_hieu, tep_kia=twin.tep,
        )  # fmt: skip


def _likeness(entry: Entry) -> tuple[object, ...]:
    """Return by what two lines of the register would be one document; of no use without a trích yếu."""
    return (entry.day, entry.ngay, entry.loai, ten_chuan(entry.don_vi), ten_chuan(entry.trich_yeu) or entry.so)


def _doubt(message: str, hint: str, entry: Entry, **more: object) -> Problem:
    return Problem(message, hint, {**refusals.who(entry), **more}, refusals.SO, level="warning")
