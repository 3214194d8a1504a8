"""Who gets which number: plain values in, plain values out; the database only remembers."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date

from notice_gen import vietnamese
from notice_gen.errors import N_, InputError, Problem
from notice_gen.records import record
from notice_gen.register.entry import DA_CAP, GIU_CHO, HUY, Day, Entry, Request, ten_chuan

_SAME_TEXT = 0.6  # of difflib; a reworded trích yếu stays above, that of another matter falls below
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


def state(last: Mapping[Day, int], entries: Iterable[Entry]) -> State:
    """Return the state that the *entries* of some agencies and years make."""
    entries = tuple(entries)
    return State(
        last=last,
        by_khoa={entry.khoa: entry for entry in entries if entry.trang_thai != HUY},
        by_so={(entry.day, entry.so): entry for entry in entries},
        nhom_of={(entry.day.co_quan, entry.nam, entry.loai): entry.nhom for entry in entries},
    )


def plan(now: State, requests: Sequence[Request]) -> list[Entry]:
    """Return the line of the register for each of *requests*, in their order: a new one, or the one it has.

    Raises:
        NumberRefusedError: with what is wrong of every request.
    """
    last = dict(now.last)
    by_khoa, by_so = dict(now.by_khoa), dict(now.by_so)
    nhom_of = dict(now.nhom_of)
    twins = {_likeness(entry): entry for entry in by_khoa.values()}
    explicit = {(request.day, request.so) for request in requests if request.so is not None}
    out: list[Entry] = []
    refused: list[list[Problem]] = []
    first: dict[str, Request] = {}
    for request in requests:
        day = request.day
        faults = list(_faults(request, by_khoa.get(request.khoa), by_so, nhom_of))
        if first.setdefault(request.khoa, request) != request:
            faults = [_one_identity(first[request.khoa], request)]
        refused.append(faults)
        if faults:
            continue
        own = by_khoa.get(request.khoa)
        if own:
            entry = replace(_renewed(own, request), doubts=tuple(_changed(own, request)))
        else:
            so = request.so or _next(day, last.get(day, 0), explicit, by_so)
            entry = _new(request, so)
            doubts = _doubts(entry, last.get(day, 0), by_so, twins.get(_likeness(entry)), asked=request.so is not None)
            entry = replace(entry, doubts=tuple(doubts))
            last[day] = max(last.get(day, 0), so)
        twins.setdefault(_likeness(entry), entry)
        by_khoa[request.khoa] = by_so[day, entry.so] = entry
        nhom_of[day.co_quan, day.nam, request.loai] = day.nhom
        out.append(entry)
    if any(refused):
        raise NumberRefusedError(refused)
    return out


def _next(day: Day, last: int, explicit: set[tuple[Day, int]], taken: Mapping[tuple[Day, int], Entry]) -> int:
    """Return the number after *last* that no other notice of the run asks for by name."""
    so = last + 1
    while (day, so) in explicit or (day, so) in taken:
        so += 1
    return so


def _new(request: Request, so: int) -> Entry:
    return Entry(
        0, so, request.khoa, request.co_quan, request.nam, request.day.nhom, request.loai, trang_thai=GIU_CHO,
        **{name: getattr(request, name) for name in _COPIED},
    )  # fmt: skip


def _renewed(entry: Entry, request: Request) -> Entry:
    """Return *entry* with what the notice says now; what only paper knows is kept when it says nothing."""
    said = {name: getattr(request, name) for name in _COPIED}
    return replace(entry, co_quan=request.co_quan, **{name: value for name, value in said.items() if value not in {"", None}})


# --- what stands against it ----------------------------------------------------------------------------


def _faults(
    request: Request, own: Entry | None, by_so: Mapping[tuple[Day, int], Entry], nhom_of: Mapping[tuple[str, int, str], str]
) -> Iterator[Problem]:
    day = request.day
    nhom = nhom_of.get((day.co_quan, day.nam, request.loai), day.nhom)
    if nhom != day.nhom:
        yield _other_series(request)
        return
    if own and request.so in {None, own.so}:
        if request.so is None and own.trang_thai == DA_CAP and _is_another(own, request):
            yield _reused_file(own)
        return
    if own:
        yield _holds_another(own, request)
        return
    taken = by_so.get((day, request.so)) if request.so is not None else None
    if taken:
        yield _void(taken) if taken.trang_thai == HUY else _taken(taken)


def _is_another(entry: Entry, request: Request) -> bool:
    if entry.don_vi and request.don_vi and ten_chuan(entry.don_vi) != ten_chuan(request.don_vi):
        return True
    return not _alike(entry.trich_yeu, request.trich_yeu)


def _alike(one: str, other: str) -> bool:
    one, other = ten_chuan(one), ten_chuan(other)
    return not one or not other or difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME_TEXT


def _who(entry: Entry) -> dict[str, object]:
    return {
        "so": entry.so, "so_ky_hieu": entry.so_ky_hieu, "nam": entry.nam, "ly_do": entry.ly_do,
        "ngay": _date(entry.ngay), "trich_yeu": entry.trich_yeu or "…", "tep": entry.khoa.split("|")[0],
    }  # fmt: skip


def _date(ngay: date | None) -> str:
    return vietnamese.ngay(ngay) if ngay else "…"


_SO = ("van_ban", "so")


def _other_series(request: Request) -> Problem:
    return Problem(
        N_("Năm {nam}, văn bản loại {loai} đã lấy số theo cách khác với day_so = \"{day_so}\" bây giờ; đổi giữa năm thì một số bị dùng hai lần."),
        N_("Giữ day_so như từ đầu năm ở bảng [so_van_ban] của notice-gen.toml; muốn đổi thì đổi từ ngày 01 tháng 01 năm sau."),
        {"nam": request.nam, "loai": request.loai or "công văn", "day_so": "rieng" if request.rieng else "chung"},
        path=("so_van_ban", "day_so"),
    )


def _one_identity(one: Request, other: Request) -> Problem:
    return Problem(
        N_("Hai văn bản khác nhau trong một lần chạy cùng nhận là “{tep}”: “{trich_yeu}” và “{trich_yeu_kia}”."),
        N_("Mỗi văn bản một tệp, mỗi hàng số liệu một mã đơn vị riêng, thì mỗi văn bản mới có số riêng."),
        {"tep": one.khoa.split("|")[0], "trich_yeu": one.trich_yeu, "trich_yeu_kia": other.trich_yeu},
        _SO,
    )


def _taken(entry: Entry) -> Problem:
    return Problem(
        N_("Số {so} năm {nam} đã dùng cho văn bản {so_ky_hieu} ngày {ngay}: “{trich_yeu}” (tệp {tep})."),
        N_("Ghi so = \"tu-dong\" để lấy số tiếp theo, hoặc ghi số khác; xem sổ: notice-gen register list."),
        _who(entry), _SO,
    )  # fmt: skip


def _void(entry: Entry) -> Problem:
    return Problem(
        N_("Số {so} năm {nam} đã hủy ({ly_do}); số đã hủy không dùng lại."),
        N_("Ghi so = \"tu-dong\" để lấy số tiếp theo, hoặc ghi số khác."),
        _who(entry), _SO,
    )  # fmt: skip


def _holds_another(entry: Entry, request: Request) -> Problem:
    return Problem(
        N_("Văn bản này đã có số {so} trong sổ ({so_ky_hieu}), nay lại ghi số {so_moi}."),
        N_("Ghi so = {so} để giữ số cũ; nếu phải đổi số thì hủy số cũ trước: notice-gen register void {so} --reason \"…\"."),
        {**_who(entry), "so_moi": request.so}, _SO,
    )  # fmt: skip


def _reused_file(entry: Entry) -> Problem:
    return Problem(
        N_("Tệp này đã ra văn bản {so_ky_hieu} ngày {ngay}: “{trich_yeu}”; nay nội dung là của văn bản khác, nên không in lại với số đó."),
        N_("Văn bản mới thì chép ra tệp tên khác rồi in; vẫn là văn bản số {so} (chỉ sửa trích yếu, đơn vị) thì ghi so = {so}."),
        _who(entry), _SO,
    )  # fmt: skip


# --- what is worth a look ------------------------------------------------------------------------------


def _changed(own: Entry, request: Request) -> Iterator[Problem]:
    if request.so is None and _is_another(own, request):
        yield _doubt(
            N_("Số {so} đang giữ cho “{trich_yeu}”; tệp này nay có trích yếu hoặc đơn vị khác hẳn mà vẫn nhận số đó."),
            N_("Nếu đây là văn bản khác thì chép ra tệp tên khác rồi in, để mỗi văn bản một số."),
            own,
        )


def _doubts(entry: Entry, last: int, by_so: Mapping[tuple[Day, int], Entry], twin: Entry | None, *, asked: bool) -> Iterator[Problem]:
    if asked and last and entry.so > last + 1:
        skipped = f"{last + 1}" if entry.so == last + 2 else f"{last + 1}-{entry.so - 1}"
        yield _doubt(
            N_("Số {so} cách số cuối trong sổ ({cuoi}); chưa có văn bản nào mang số {bo_qua}, và số tự động sẽ tiếp sau {so}."),
            N_("Kiểm tra lại số; nếu các số đó đã cấp trên giấy thì nhập vào sổ: notice-gen register import."),
            entry, cuoi=last, bo_qua=skipped,
        )  # fmt: skip
    for step in (-1, 1):
        other = by_so.get((entry.day, entry.so + step))
        if other and entry.ngay and other.ngay and (other.ngay - entry.ngay).days * step < 0:
            yield _doubt(
                N_("Số {so} ghi ngày {ngay}, mà số {so_kia} ghi ngày {ngay_kia}: số và ngày phải cùng thứ tự (Điều 15)."),
                N_("Xem lại ngay trong [van_ban]."),
                entry, so_kia=other.so, ngay_kia=_date(other.ngay),
            )  # fmt: skip
    if twin:
        yield _doubt(
            N_("Trong sổ đã có văn bản {so_ky_hieu_kia} cùng ngày, cùng đơn vị, cùng trích yếu (tệp {tep_kia}); có thể là một văn bản."),
            N_("Nếu là một (tệp đã đổi tên hay chuyển thư mục) thì hủy số thừa: notice-gen register void {so} --reason \"…\"."),
            entry, so_ky_hieu_kia=twin.so_ky_hieu, tep_kia=twin.khoa.split("|")[0],
        )  # fmt: skip


def _likeness(entry: Entry) -> tuple[object, ...]:
    """Return by what two lines of the register would be one document; of no use without a trích yếu."""
    return (entry.day, entry.ngay, entry.loai, entry.don_vi, entry.trich_yeu or entry.so)


def _doubt(message: str, hint: str, entry: Entry, **more: object) -> Problem:
    return Problem(message, hint, {**_who(entry), **more}, _SO, level="warning")
