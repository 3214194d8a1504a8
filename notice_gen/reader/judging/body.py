"""The body: numbers typed twice, rows against columns, codes against each other; slips of the hand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Any

from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.model import Bang, BieuDo, CotBang, DuLieu, Muc, Notice, PhatHien, VanBan, cot_ten
from notice_gen.reader.codes import LIST_OF_UNITS
from notice_gen.reader.judging import pasted, phrases, words
from notice_gen.reader.judging.reads import reads
from notice_gen.reader.layers import Layer, locate, merge, table_of, within
from notice_gen.reader.source import shorten
from notice_gen.records import remembered, replace
from notice_gen.vietnamese import loi_go
from notice_gen.vietnamese.chu_cai import CHU_IN, CHU_THUONG, phong_chu_cu

_DIVISION = "(?i:Điều|Mục|Tiểu mục|Chương|Phần)"
# "1. ", "1.2. ", "1.2 ", "1.Tình", "1/ ", "(1) ", "I - ", "IV. ", "a) ", "a. ", "Điều 3. ", "CHƯƠNG I": the number is ours to print.
_NUMBERED = re.compile(
    rf"(?:\(?\d+(?:\.\d+)*[.)]|[IVX]+[.)]|[a-zđ]\)|{_DIVISION} (?:\d+|[IVX]+)[.:])(?=\s|[{CHU_IN}][{CHU_THUONG}])\s*|"
    rf"(?:\d+(?:\.\d+)+|\d+/|[IVX]+/|\([a-zđ]\)|[a-eđ][./])(?=\s)\s*|(?:\d{{1,2}}|[IVX]+) ?[-–] (?=[{CHU_IN}])|"
    rf"{_DIVISION} (?:\d+|[IVX]+)$"
)
# Not "1.250 ": a finding may begin with a figure.
_NUMBERED_ITEM = re.compile(r"(?:\(?\d{1,2}[.)]|\d{1,2}/|[IVX]+[.)/]|\(?[a-zđ]\)|[a-eđ]/)(?=\s)\s*")
_NUMBERED_CHART = re.compile(r"biểu đồ (?:số )?\d+[.:]?\s*", re.IGNORECASE)
_ARTICLES = ("dieu", "chuong")


def findings(cac_muc: tuple[Muc, ...]) -> Iterator[tuple[KeyPath, PhatHien]]:
    """Yield the findings, and where they stand."""
    for path, muc in all_muc(cac_muc, ("muc",)):
        for n, phat_hien in enumerate(muc.phat_hien):
            yield (*path, "phat_hien", n), phat_hien


def written(day: dt.date) -> str:
    """Return a date as a message writes it, ``5/3/2026``."""
    return f"{day.day}/{day.month}/{day.year}"


@reads("muc", "van_ban_kem_theo", "dinh_dang")
def sections(notice: Notice, _: dt.date) -> Iterable[Problem]:
    """A heading or finding has no number of its own, a row of a table as many cells as there are columns."""
    attached = (_sections(text.muc, ("van_ban_kem_theo", n, "muc"), text.danh_so) for n, text in enumerate(notice.van_ban_kem_theo))
    return chain(_sections(notice.muc, ("muc",), notice.dinh_dang.danh_so), *attached)


@reads("phu_luc", "dinh_dang")
def annexes(notice: Notice, _: dt.date) -> Iterator[Problem]:
    """The same of the annexes, each with its own tables."""
    danh_so = notice.dinh_dang.danh_so
    for n, phu_luc in enumerate(notice.phu_luc):
        yield from _tables(phu_luc.bang, ("phu_luc", n, "bang"))
        yield from _charts(phu_luc.bieu_do, phu_luc.bang, ("phu_luc", n, "bieu_do"))
        yield from _sections(phu_luc.muc, ("phu_luc", n, "muc"), phu_luc.danh_so or ("1" if danh_so in _ARTICLES else danh_so))


def all_muc(cac_muc: tuple[Muc, ...], path: KeyPath) -> Iterator[tuple[KeyPath, Muc]]:
    """Yield sections at every depth, and where they stand."""
    for n, muc in enumerate(cac_muc):
        yield (*path, n), muc
        yield from all_muc(muc.muc, (*path, n, "muc"))


def _sections(cac_muc: tuple[Muc, ...], where: KeyPath, danh_so: str) -> Iterator[Problem]:
    for path, muc in all_muc(cac_muc, where):
        # Where articles are counted, the number of a section without a title stands before its first line.
        key, text = ("tieu_de", muc.tieu_de) if muc.tieu_de or danh_so not in _ARTICLES else ("noi_dung", "".join(muc.noi_dung[:1]))
        if typed := _NUMBERED.match(text or "") if danh_so != "khong" else None:
            title, line = N_("Tiêu đề đã có số thứ tự “{so}”, khi in sẽ thành hai lần."), N_("Lời văn đã có số thứ tự “{so}”, khi in sẽ thành hai lần.")  # noqa: E501
            yield _numbered(typed, title if key == "tieu_de" else line, N_('Bỏ số đi (số tự đánh), chỉ gõ: "{con_lai}".'), (*path, key))
        for n, phat_hien in enumerate(muc.phat_hien):
            if typed := _NUMBERED_ITEM.match(phat_hien.noi_dung[0]):
                message = N_("Phát hiện đã có số thứ tự “{so}”, mà mỗi phát hiện in thành một gạch đầu dòng: “- {so} …”.")
                hint = N_('Bỏ số đi, chỉ gõ: "{con_lai}". Cần đánh số thì viết thành mục con: [[muc.muc]] tieu_de.')
                yield replace(_numbered(typed, message, hint, (*path, "phat_hien", n)), level="warning", code="so_go_tay")
            for i, phu in enumerate(phat_hien.phu):
                if typed := _NUMBERED_ITEM.match(phu):
                    message = N_("Ý nhỏ đã có số thứ tự “{so}”, mà mỗi ý nhỏ in thành một dấu cộng: “+ {so} …”.")
                    hint, here = N_('Bỏ số đi, chỉ gõ: "{con_lai}".'), (*path, "phat_hien", n, "phu", i)
                    yield replace(_numbered(typed, message, hint, here), level="warning", code="so_go_tay")
        yield from _tables(muc.bang, (*path, "bang"))
        yield from _charts(muc.bieu_do, muc.bang, (*path, "bieu_do"))
    yield from pasted.running_on(cac_muc, where, danh_so)


def _numbered(typed: re.Match[str], message: str, hint: str, path: KeyPath) -> Problem:
    so = typed[0].strip()
    return Problem(message, hint, {"so": so, "con_lai": shorten(typed.string[typed.end() :])}, path, so)


def _tables(cac_bang: tuple[Bang, ...], path: KeyPath) -> Iterator[Problem]:
    for n, bang in enumerate(cac_bang):
        columns = len(bang.cot)
        for row, hang in enumerate(bang.hang):
            if len(hang) != columns:
                message, hint = N_("Hàng {hang} có {o} ô, bảng có {cot} cột."), N_('Ghi đủ {cot} ô; ô trống ghi "".')
                yield Problem(message, hint, {"hang": row + 1, "o": len(hang), "cot": columns}, (*path, n, "hang", row))
        if bang.rong and len(bang.rong) != columns:
            message, hint = N_("“rong” có {o} số, bảng có {cot} cột."), N_("Ghi mỗi cột một số, hoặc bỏ dòng rong để độ rộng tự tính.")
            yield Problem(message, hint, {"o": len(bang.rong), "cot": columns}, (*path, n, "rong"))
        yield from _shares(bang.cot, (*path, n, "cot"))


def _charts(cac_bieu_do: tuple[BieuDo, ...], cac_bang: tuple[Bang, ...], path: KeyPath) -> Iterator[Problem]:
    """A chart has figures from one place, a row of them as many cells as there are columns."""
    for n, bieu_do in enumerate(cac_bieu_do):
        here = (*path, n)
        if typed := _NUMBERED_CHART.match(bieu_do.ten):
            message, hint = N_("Tên biểu đồ đã có số “{so}”, khi in sẽ thành hai lần."), N_('Bỏ số đi (số tự đánh), chỉ gõ: "{con_lai}".')
            yield _numbered(typed, message, hint, (*here, "ten"))
        if (bieu_do.du_lieu is None) == (bieu_do.tu_bang is None):
            message = N_("Biểu đồ chưa có số liệu.") if bieu_do.du_lieu is None else N_("Biểu đồ có cả du_lieu và tu_bang.")
            hint = N_("Ghi một trong hai: du_lieu = {{ cot = [\"Quý\", \"Tiếp nhận\"], hang = [[\"Quý I\", 1250]] }}, hoặc tu_bang = {{ cot = [\"Tiếp nhận\"] }}.")  # noqa: E501
            yield Problem(message, hint, path=here if bieu_do.du_lieu is None else (*here, "tu_bang"))
        if bieu_do.du_lieu:
            yield from _ragged(bieu_do.du_lieu, (*here, "du_lieu"))
        if bieu_do.tu_bang and bieu_do.tu_bang.thu_tu > len(cac_bang):
            message, hint = N_("Mục này có {co} bảng, không có bảng thứ {thu_tu}."), N_("Biểu đồ lấy số liệu từ bảng của cùng mục, cùng phụ lục: ghi thu_tu từ 1 đến {co}.")  # noqa: E501
            if not cac_bang:
                message, hint = N_("Mục này không có bảng nào để lấy số liệu vẽ biểu đồ."), N_("Đưa biểu đồ vào mục có bảng, hoặc ghi số liệu vào du_lieu.")  # noqa: E501
            yield Problem(message, hint, {"co": len(cac_bang), "thu_tu": bieu_do.tu_bang.thu_tu}, (*here, "tu_bang"))


def _ragged(data: DuLieu, path: KeyPath) -> Iterator[Problem]:
    for row, hang in enumerate(data.hang):
        if len(hang) != len(data.cot):
            message, hint = N_("Hàng {hang} có {o} ô, số liệu của biểu đồ có {cot} cột."), N_('Ghi đủ {cot} ô; ô trống ghi "".')
            yield Problem(message, hint, {"hang": row + 1, "o": len(hang), "cot": len(data.cot)}, (*path, "hang", row))


def _shares(cot: Sequence[CotBang], path: KeyPath) -> Iterator[Problem]:
    """What a percentage is of are two other columns."""
    names = [column.ten for column in cot]
    for c, column in enumerate(cot):
        for name in column.ty_le:
            found = cot_ten(cot, name, c)
            if len(found) != 1 or found == [c]:
                message, hint = N_("ty_le: “{ten}” phải là tên của đúng một cột khác trong bảng."), N_("Ghi đúng một trong: {co}.")
                co = ", ".join(f'"{other}"' for other in names if names.count(other) == 1 and other != column.ten)
                yield Problem(message, hint, {"ten": name, "co": co}, (*path, c, "ty_le"), name)


@reads("muc")
def repeated_codes(notice: Notice, _: dt.date) -> tuple[Problem, ...]:
    """A code is of one finding: else no count over all communes is right."""
    message, hint = N_("Mã “{ma}” đã dùng cho một phát hiện ở trên."), N_("Mỗi phát hiện một mã riêng thì thống kê mới đúng.")
    coded = [((*path, "ma"), phat_hien.ma) for path, phat_hien in findings(notice.muc) if phat_hien.ma]
    first = {ma: path for path, ma in reversed(coded)}
    twice = ((path, ma) for path, ma in coded if first[ma] != path)
    return tuple(Problem(message, hint, {"ma": ma}, path, level="warning", code="ma_phat_hien_trung") for path, ma in twice)


@reads("cot")
def headings(notice: Notice, _: dt.date) -> Iterator[Problem]:
    """A heading of ``[cot]`` is mapped to a key that a row of data can fill."""
    if not notice.cot:
        return
    from notice_gen.reader import keys

    for heading, key in notice.cot.items():
        if key and not keys.fills(key):
            message = N_("Không có khóa nào tên “{cot}”.")
            hint = N_("Ghi khóa có dấu chấm, ví dụ \"so_lieu.tiep_nhan\" hoặc \"muc.2.phat_hien\"; ghi \"\" để bỏ qua cột này.")
            yield Problem(message, hint, {"cot": key}, ("cot", heading))


_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_OLD_FONT = N_("Chữ có vẻ gõ bằng phông {bang_ma} đời cũ (“{word}”): in ra sẽ không đọc được.")
_CONVERT = N_("Chuyển đoạn chữ này sang Unicode bằng công cụ chuyển mã của UniKey (Ctrl+Shift+F6), rồi dán lại.")


def slips(layers: Sequence[Layer], is_sound: Callable[[Mapping[str, Any], loi_go.VanBan], bool] | None = None) -> list[Problem]:
    """Return what is wrong with each text of the uppermost of *layers* as it is typed, and with each figure like ``1.250``.

    Of a row of data, those of its common file too, but for what the row says otherwise.  *is_sound* tells, faster, that a file has none.
    """
    own, paper, data = layers[-1], _paper(layers), _unlisted(layers)
    sound = is_sound is not None and not own.where and is_sound(data, paper)
    found = [*(() if sound else _slips(data, paper, file=not own.where)), *phrases.astray(own.data, own.text)]
    if own.where:
        common = next((layer for layer in reversed(layers) if layer.text and not layer.root), None)
        found += [slip for slip in _of_file(common, paper) if within(own.data, slip.path, numbered=True) != slip.path] if common else []
    return phrases.of_figures(found, merge(layers)) if found else found


def slips_following() -> Callable[[Sequence[Layer]], list[Problem]]:
    """Return :func:`slips` for one notice after the other: of a file only those tables are looked through that had no say in it before."""
    sound: dict[str, object] = {}
    of: loi_go.VanBan | None = None

    def is_sound(data: Mapping[str, Any], paper: loi_go.VanBan) -> bool:
        nonlocal of
        if paper != of:
            sound.clear()
            of = paper
        new = {name: said for name, said in data.items() if sound.get(name) is not said}
        # What is typed beside the tables is looked at with them; without that, a table by itself has what it has among others.
        if not pasted.KEYS.isdisjoint(new) or _slips(new, paper, file=True):
            return False
        sound.update(new)
        return True

    return partial(slips, is_sound=is_sound)


def _unlisted(layers: Sequence[Layer]) -> Mapping[str, Any]:
    """Return what a row, or a file, says but its unit's code, and the name where it is that of the country's list: it is spelt so."""
    *lower, row = layers
    own, listed = table_of(row.data, "don_vi"), table_of(lower[-1].data, "don_vi") if lower and lower[-1].file == LIST_OF_UNITS else {}
    if not listed or any("don_vi_rieng" in layer.data for layer in layers):  # whose names somebody typed
        return row.data
    return {**row.data, "don_vi": {key: own[key] for key in own if key != "ma" and own[key] != listed.get(key)}}


def _paper(layers: Sequence[Layer]) -> loi_go.VanBan:
    """Return what the rules of typing ask of the paper that *layers* say; nothing of it is checked yet."""
    so = ngay = None
    for layer in layers:
        if isinstance(table := layer.data.get("van_ban"), dict):
            so, ngay = table.get("so", so), table.get("ngay", ngay)
    return loi_go.VanBan(ngay if type(ngay) is dt.date else None, co_so=so is not None)


@remembered(16, same=1)  # the rows of a mailing share it
def _of_file(layer: Layer, paper: loi_go.VanBan) -> tuple[Problem, ...]:
    return locate(_slips(layer.data, paper, file=True), [layer])


def _slips(data: Mapping[str, Any], paper: loi_go.VanBan, *, file: bool) -> list[Problem]:
    nodes = _nodes(data, ())
    tables = [(path, table) for path, table in nodes if isinstance(table, dict) and not pasted.KEYS.isdisjoint(table)]
    warnings = [slip for path, table in tables for slip in pasted.told(table, path, cells=not file)]
    legible: list[words.Text] = []
    for at, child in nodes:
        if isinstance(child, str):
            bang_ma, word = phong_chu_cu(child)
            if bang_ma:
                values = {"bang_ma": bang_ma, "word": word}
                warnings.append(Problem(_OLD_FONT, _CONVERT, values, at, word, level="warning", code="phong_chu_cu", rule="KT02"))
            else:
                legible.append((at, child))
            warnings += phrases.told(child, at)
        elif file and type(child) is Decimal and at[:-1] == ("so_lieu",) and _THOUSANDS.fullmatch(typed := str(child)):
            # An office writes so what is twelve hundred and fifty, TOML what is one and a quarter.
            nguyen, short = typed.replace(".", ""), typed.rstrip("0").rstrip(".")
            values = {"found": typed, "in_ra": short.replace(".", ","), "nguyen": nguyen, "le": short if short != typed else f"{typed}0"}
            hint = N_("Gõ: {nguyen} nếu là số hàng nghìn (khi in, dấu chấm tự thêm); đúng là số thập phân thì gõ: {le}.")
            message = N_("{found} được hiểu là số thập phân, in ra {in_ra}.")
            warnings.append(Problem(message, hint, values, at, typed, level="warning", code="so_hang_nghin"))
    return [*warnings, *words.slips(legible, of_row=not file, paper=paper)] if legible else warnings


def _nodes(value: Mapping[str, Any] | list[Any], path: KeyPath) -> list[tuple[KeyPath, Any]]:
    """Return the tables, lists and values of a tree, itself the first, each with its path, without whole numbers: they have no slips."""
    found = [(path, value)]
    for key, child in value.items() if isinstance(value, dict) else enumerate(value):
        if type(child) is int:
            continue
        if type(child) in _VALUES or not isinstance(child, (dict, list)):
            found.append(((*path, key), child))
        else:
            found += _nodes(child, (*path, key))
    return found


_VALUES = frozenset({str, bool, Decimal, dt.date})  # the commonest by far


_AHEAD = 5
"""Years by which no document is dated ahead."""
_SOON, _LATER = dt.timedelta(days=31), dt.timedelta(days=366)  # of one that has a number, and of a draft


def far_ahead(van_ban: VanBan, today: dt.date) -> tuple[Problem, ...]:
    """Return the fault of a document dated years ahead of *today*, which is a slip of the hand; a doubt where it has a number already."""
    ngay = van_ban.ngay
    if ngay is None or ngay <= today + (_SOON if van_ban.so is not None else _LATER):
        return ()
    values = {"ngay": written(ngay), "vi_du": today.isoformat()}
    if ngay.year > today.year + _AHEAD:
        message = N_("Ngày ban hành {ngay} ở quá xa sau hôm nay, chắc là gõ nhầm năm.")
        hint = N_("Xem lại năm; ngày viết năm-tháng-ngày, ví dụ {vi_du}.")
        return (Problem(message, hint, values, ("van_ban", "ngay"), f"{ngay.year}"),)
    message = N_("Ngày ban hành {ngay} còn lâu mới tới.")
    hint = N_("Xem lại năm, tháng; ngày viết năm-tháng-ngày, ví dụ {vi_du}. Chưa ban hành thì bỏ dòng ngay và dòng so.")
    return (Problem(message, hint, values, ("van_ban", "ngay"), ngay.isoformat(), level="warning", code="ngay_xa_hom_nay"),)
