"""Box 4: the place and the date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import cache
from pathlib import Path

from notice_gen import facts, kept
from notice_gen.check import head, look, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import danh_muc, dia_danh, don_vi, goi_don_vi, tinh_thanh
from notice_gen.vietnamese.chinh_ta import dat_dau
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.ngay_thang import ngay
from notice_gen.vietnamese.ten_don_vi import Ten, cung_ten

_LISTS = (danh_muc.BEFORE, danh_muc.SINCE)

def spelling(ten: str) -> str:
    """Return a name by which two spellings of it are compared."""
    return dat_dau(ten, "moi", chu_hoa_dau=True).lower()


@cache
def _units(name: str) -> frozenset[str]:
    """Return the units of a list, provinces, districts and communes, as :func:`_key` names them."""
    return _kept(f"units {name}", lambda: (_key(*unit) for unit in _read(name)))


def _key(loai: str, ten: str) -> str:
    """Return one text for a kind and a name's spelling: thousands of texts are read back faster than pairs of them."""
    return f"{loai} {ten}"


@facts.once
def known() -> frozenset[str]:
    """Return the spellings of every commune's name of either list."""
    return _kept("names", lambda: (spelling(unit.ten_rieng) for name in _LISTS for unit in danh_muc.read(name).values()))


def is_unit(ten: str) -> bool:
    """Tell whether a province or a commune of either list has this name, however its letters are capitals."""
    kinds, small = ("xã", "phường", "tỉnh", "thành phố"), ten.lower()
    if any(danh_muc.nhu_danh_muc(kind, small, lists=(name,)) for name in reversed(_LISTS) for kind in kinds):
        return True  # as it is listed: most are, and nothing needs to be read
    key = spelling(ten)
    return key in known() or any(_key(loai, key) in _units(name) for loai in ("Tỉnh", "Thành phố") for name in _LISTS)


def _kept(what: str, make: Callable[[], Iterable[str]]) -> frozenset[str]:
    """Return texts that are kept until the lists change: making them takes longer than checking a document."""
    changed = [facts.digest(name) for name in (*_LISTS, "tinh.toml")]
    return frozenset(kept.made_once(kept.name(Path(__file__).parent, what, *changed), lambda: sorted(set(make()))))


def _read(name: str) -> frozenset[tuple[str, str]]:
    found = {(loai, spelling(ten)) for loai, ten in danh_muc.all_levels(name)}
    if name == danh_muc.BEFORE:
        found |= {(change["loai_cu"], spelling(change["ten_rieng_cu"])) for change in danh_muc.changes()["ten_cu"]}
    if name == danh_muc.SINCE:
        # A province that became a city since, and communes that became wards: either kind is no fault.
        found |= {("Thành phố", ten) for loai, ten in found if loai == "Tỉnh"} | {("Phường", ten) for loai, ten in found if loai == "Xã"}
        found |= {("Tỉnh", ten) for loai, ten in found if loai == "Thành phố"}
    return frozenset(found)


def province(view: DocumentView) -> str:
    """Return the province that the head of the document names, in small letters; empty when it names none."""
    head = " ".join(span.text for span in texts.boxed(view, "co_quan_chu_quan", "co_quan", "dia_danh_ngay")).lower()
    named_ = [name for name in _provinces() if name in head and re.search(rf"\b{name}\b", head)]
    return named_[0] if len(named_) == 1 else ""


@facts.once
def _provinces() -> frozenset[str]:
    return frozenset(tinh.ten_rieng.lower() for tinh in tinh_thanh.cac_tinh(danh_muc.SINCE))


@rule("DN02", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm b", form=True, of=head.date_line)
def ngay_thang_thieu_so_khong(this: Rule, line: head.DateLine) -> Faults:
    """Ngày nhỏ hơn 10 hoặc tháng 1, tháng 2 thiếu số 0 phía trước.
    Căn cứ: số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước. | Sai: ngày 5 tháng 2 năm 2026
    Đúng: ngày 05 tháng 02 năm 2026
    """
    if re.fullmatch(r"[1-9]", line.day) or line.month in {"1", "2"}:
        right = f"ngày {line.day.zfill(2) if line.day else '…'} tháng {_month(line.month) or '…'}"
        yield this.write(line.span, N_("Ngày, tháng trong “{doan}” thiếu số 0 phía trước."), right)


def _month(figures: str) -> str:
    """Return the figures of a month as the decree has them: a nought before January and February alone."""
    return figures.zfill(2) if figures in {"1", "2"} else re.sub(r"^0(?=[3-9])", "", figures)


@rule("DN03", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 4, điểm b", of=head.date_line)
def thang_thua_so_khong(this: Rule, line: head.DateLine) -> Faults:
    """Tháng 3 đến tháng 9 ghi thêm số 0.
    Căn cứ: chỉ ngày nhỏ hơn 10 và tháng 1, 2 mới ghi thêm số 0. | Sai: ngày 05 tháng 03 năm 2026 | Đúng: ngày 05 tháng 3 năm 2026
    """
    if re.fullmatch(r"0[3-9]", line.month):
        yield this.write(line.span, N_("Tháng “{thang}” thừa số 0: chỉ tháng 1, 2 mới thêm."), f"tháng {line.month[1]}", thang=line.month)


@rule("DN07", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c", form=True)
def dia_danh_ngay_khac_dong_so(this: Rule, view: DocumentView) -> Faults:
    """Địa danh, ngày tháng không ngang hàng với số, ký hiệu.
    Căn cứ: trình bày trên cùng một dòng với số, ký hiệu văn bản. | Sai: số, ký hiệu ở hàng thứ hai của bảng, ngày tháng ở hàng thứ ba.
    Đúng: số, ký hiệu và ngày tháng ở hai ô của cùng một hàng. | Bỏ qua khi: các dòng đặt bằng hộp văn bản (chương trình bỏ qua).
    """
    numbers, dates = look.spans(view, "so_ky_hieu"), look.spans(view, "dia_danh_ngay")
    if not numbers or not dates:
        return
    one, other = numbers[0].paragraph, dates[0].paragraph
    if one.cell and other.cell:
        apart = one.cell.table == other.cell.table and one.cell.row != other.cell.row
    else:
        apart = one.container == other.container == "body" and one is not other
    if apart:
        message = N_("Địa danh, ngày tháng không cùng dòng với số, ký hiệu.")
        yield this.at(dates[0], message, N_("Đặt hai dòng vào hai ô của cùng một hàng trong bảng đầu trang."))


@rule("DN08", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm a", of=head.date_line)
def thieu_dia_danh(this: Rule, line: head.DateLine) -> Faults:
    """Dòng ngày tháng không có địa danh.
    Căn cứ: địa danh là tên gọi chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở. | Sai: Ngày 05 tháng 3 năm 2026
    Đúng: Bình Điền, ngày 05 tháng 3 năm 2026
    """
    if not line.place and not re.match(r"\W*(?:…|_|\.\s?\.)", line.span.text):
        message = N_("Trước ngày tháng không có địa danh: “{doan}”.")
        yield this.at(line.span, message, N_("Viết tên đơn vị hành chính, dấu phẩy, rồi “ngày … tháng … năm …”."))


@rule("DN21", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c", of=head.date_line)
def dia_danh_them_tai(this: Rule, line: head.DateLine) -> Faults:
    """Trước địa danh có chữ “tại”.
    Căn cứ: mẫu chữ ghi “Hà Nội, ngày …”. | Sai: Tại Bình Điền, ngày 05 tháng 3 năm 2026 | Đúng: Bình Điền, ngày 05 tháng 3 năm 2026
    """
    if re.match(r"(?i:tại) \w", line.place):
        yield this.write(line.span, N_("Trước địa danh có chữ “{doan}”."), f"{line.place[4:].strip()}, ngày …", doan=line.place[:3])


@rule("DN09", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c", form=True, of=head.date_line)
def dia_danh_thieu_dau_phay(this: Rule, line: head.DateLine) -> Faults:
    """Sau địa danh không có dấu phẩy.
    Căn cứ: sau địa danh có dấu phẩy (,). | Sai: Bình Điền ngày 05 tháng 3 năm 2026 | Đúng: Bình Điền, ngày 05 tháng 3 năm 2026
    """
    match = re.search(r"(?:\s*[;:.]\s*|\s+)(?=[Nn]g[aà])", line.span.text) if line.place and not line.comma else None
    if match:
        message = N_("Sau địa danh thiếu dấu phẩy: “{doan}”.")
        yield this.write(texts.piece(line.span, match), message, f"{line.place.rstrip(' ;:.')}, ngày …", new=", ", doan=line.span.text)


@rule("DN10", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm b", of=head.date_line)
def ngay_ban_hanh_viet_tat(this: Rule, line: head.DateLine) -> Faults:
    """Thời gian ban hành viết tắt: dùng dấu gạch chéo, hoặc năm không đủ bốn chữ số.
    Căn cứ: thời gian ban hành văn bản phải được viết đầy đủ: ngày, tháng, năm.
    Sai: Bình Điền, ngày 05/3/2026; Bình Điền, 05/3/2026; Bình Điền, ngày 05 tháng 3 năm 26 | Đúng: Bình Điền, ngày 05 tháng 3 năm 2026
    """
    if not line.written_out:
        message = N_("Thời gian ban hành viết chưa đầy đủ: “{doan}”.")
        place = f"{line.place}, " if line.place else ""
        yield this.write(line.span, message, f"{place}ngày {line.day.zfill(2)} tháng {_month(line.month)} năm {line.year}")
        return
    cut_off = line.day and line.month and 0 < len(line.year) < 4 and line.year != "20"
    if cut_off and line.span.text.rstrip(" .").endswith(line.year):
        yield this.at(line.span, N_("Năm ban hành viết chưa đủ bốn chữ số: “{doan}”."), N_("Viết đủ năm, ví dụ: năm 2026."))


@rule("DN11", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm b", of=head.date_line)
def ngay_ban_hanh_khong_co_that(this: Rule, line: head.DateLine) -> Faults:
    """Ngày ban hành không có trong lịch.
    Căn cứ: thời gian ban hành là ngày, tháng, năm văn bản được ban hành. | Sai: ngày 31 tháng 6 năm 2026 | Đúng: ngày 30 tháng 6 năm 2026
    """
    if line.whole and line.date is None:
        message = N_("Không có ngày {ngay}/{thang}/{nam}.")
        yield this.at(line.span, message, N_("Xem lại ngày, tháng, năm ban hành."), ngay=line.day, thang=line.month, nam=line.year)


@rule("DN22", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 4, điểm b")
def ngay_ban_hanh_qua_xa(this: Rule, view: DocumentView) -> Faults:
    """Ngày ban hành ở sau ngày kiểm tra hơn một năm.
    Căn cứ: thời gian ban hành là ngày văn bản được ký ban hành. | Sai: ngày 12 tháng 5 năm 2062 | Đúng: ngày 12 tháng 5 năm 2026
    """
    issued, line = texts.issued(view), head.date_line(view)
    if line and issued and view.today and issued - view.today > timedelta(days=_A_YEAR):
        message, hint = N_("Ngày ban hành {doan} còn hơn một năm nữa mới tới."), N_("Xem lại năm ban hành.")
        yield this.at(line.span, message, hint, doan=ngay(issued))


_A_YEAR = 366  # days


@rule("DN12", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 4, điểm a")
def dia_danh_viet_tat(this: Rule, view: DocumentView) -> Faults:
    """Địa danh viết tắt.
    Căn cứ: địa danh là tên gọi chính thức của đơn vị hành chính. | Sai: TP. Hồ Chí Minh, ngày …; TP.HCM, ngày …; X. Bình Điền, ngày …
    Đúng: Thành phố Hồ Chí Minh, ngày …; Bình Điền, ngày …
    """
    line = head.date_line(view)
    if line and line.abbreviated:
        message = N_("Địa danh viết tắt: “{dia_danh}”.")
        yield this.write(line.span, message, _in_full(view, line), dia_danh=line.place)


def _other_capitals(place: str) -> bool:
    return dia_danh.sai_chu_hoa(place, is_unit) or dia_danh.sai_hoa_danh_tu(place)


def _in_full(view: DocumentView, line: head.DateLine) -> str:
    return goi_don_vi.viet_du(line.place, line.date or danh_muc.changes()["biet_den"], _agencies(view))


def _agencies(view: DocumentView) -> tuple[str, ...]:
    return tuple(" ".join(span.text for span in texts.boxed(view, name)) for name in ("co_quan", "co_quan_chu_quan"))


@rule("DN13", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c")
def dia_danh_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Địa danh không viết hoa chữ cái đầu, hoặc viết in hoa tất cả.
    Căn cứ: bằng chữ in thường, các chữ cái đầu của địa danh phải viết hoa.
    Sai: bình điền, ngày 05 tháng 3 năm 2026; BÌNH ĐIỀN, ngày …; Bình điền, ngày … | Đúng: Bình Điền, ngày 05 tháng 3 năm 2026
    """
    line = head.date_line(view)
    if line and "," not in line.place and line.place[:1].isalpha() and not line.abbreviated and _other_capitals(line.place):
        message = N_("Địa danh viết hoa chưa đúng: “{dia_danh}”.")
        yield this.write(line.span, message, _in_full(view, line), dia_danh=line.place)


@rule("DN14", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm a")
def dia_danh_thieu_loai_don_vi(this: Rule, view: DocumentView) -> Faults:
    """Địa danh đặt theo tên người, chữ số hoặc sự kiện lịch sử mà không ghi đầy đủ.
    Căn cứ: đơn vị hành chính đặt theo tên người, bằng chữ số hoặc sự kiện lịch sử phải ghi tên gọi đầy đủ.
    Sai: Hồ Chí Minh, ngày …; Quang Trung, ngày …; 1, ngày … | Đúng: Thành phố Hồ Chí Minh, ngày …; Xã Quang Trung, ngày …; Phường 1, ngày …
    Bỏ qua khi: tên có chữ, sau đó mới là chữ số, ví dụ Sơn Kim 1 (chương trình bỏ qua).
    """
    line = head.date_line(view)
    if line and dia_danh.phai_ghi_du(line.place):
        full = goi_don_vi.ten_day_du(line.place, line.date or danh_muc.changes()["biet_den"], _agencies(view))
        if full:
            yield this.write(line.span, N_("Địa danh “{dia_danh}” phải ghi tên gọi đầy đủ."), full, dia_danh=line.place)


@rule("DN17", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 4, điểm a", of=head.date_line)
def dia_danh_sai_dau(this: Rule, line: head.DateLine) -> Faults:
    """Địa danh viết sai dấu.
    Căn cứ: địa danh là tên gọi chính thức của đơn vị hành chính. | Sai: Bình Diền, ngày 05 tháng 3 năm 2026
    Đúng: Bình Điền, ngày 05 tháng 3 năm 2026 | Bỏ qua khi: địa danh không có trong danh mục.
    """
    ten = dia_danh.parse(line.place)[1]
    if len(ten) > 1 and not line.abbreviated and not is_unit(ten):
        names = {unit.ten_rieng for unit in danh_muc.names(danh_muc.SINCE).get(bo_dau(ten).lower(), ())}
        provinces = {unit.tinh.ten_rieng for unit in danh_muc.read(danh_muc.SINCE).values()}
        names |= {name for name in provinces if bo_dau(name).lower() == bo_dau(ten).lower()}
        if len(names) == 1:
            yield this.write(line.span, N_("Địa danh “{dia_danh}” có lẽ viết sai dấu."), names.pop(), dia_danh=line.place)


@rule("DN20", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 4, điểm a")
def dia_danh_noi_khac(this: Rule, view: DocumentView) -> Faults:
    """Địa danh không phải nơi của cơ quan ban hành.
    Căn cứ: địa danh là tên gọi của đơn vị hành chính nơi cơ quan, tổ chức ban hành văn bản đóng trụ sở, một nơi.
    Sai: UBND XÃ BÌNH ĐIỀN ban hành, địa danh ghi Phú Vinh, ngày … | Đúng: Bình Điền, ngày 05 tháng 3 năm 2026
    Bỏ qua khi: trụ sở đúng là ở nơi đó.
    """
    line = head.date_line(view)
    seat = _seat(view)
    if line and "," in line.place:
        shown = " ".join(line.place.split())
        message, hint = N_("Địa danh chỉ ghi một nơi, ở đây ghi “{dia_danh}”."), N_("Ghi tên một đơn vị hành chính.")
        yield this.at(line.span, message, hint, dia_danh=shown)
        return
    if line is None or seat is None or _is_told(line):
        return
    if line.date and not danh_muc.two_levels(line.date):  # before, a district's agency has its seat in a commune or a town
        return
    ten = dia_danh.parse(line.place)[1]
    if min(len(ten), len(seat.ten)) < _NAME or any(_is_named(one.ten, ten) for one in head.places(view) if one.cap == seat.cap):
        return
    if seat.cap == "xa" or don_vi.o_tinh_khac(ten, seat.ten, line.date or danh_muc.changes()["biet_den"]):
        right = dia_danh.format(f"{seat.loai} {seat.ten.title()}")
        yield this.write(line.span, N_("Địa danh “{dia_danh}” không phải nơi của cơ quan ban hành."), right, dia_danh=line.place)


def _seat(view: DocumentView) -> Ten | None:
    """Return the commune, else the province, that the issuer's name says."""
    return min(head.places(view), key=lambda one: one.cap == "tinh", default=None)


def _is_told(line: head.DateLine) -> bool:
    """Tell whether another rule says what is wrong with a place."""
    place = line.place
    named = dia_danh.giu_danh_tu(place) or bool(_AGENCY.match(place))
    return not place or line.abbreviated or named or _other_capitals(place)


def _is_named(own: str, ten: str) -> bool:
    return bo_dau(own).lower() == bo_dau(ten).lower() or cung_ten(own, ten)


_NAME = 2  # letters; one stands for a name


@rule("DN15", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c", of=head.date_line)
def ngay_thang_viet_hoa(this: Rule, line: head.DateLine) -> Faults:
    """Từ “ngày”, “tháng”, “năm” trên dòng địa danh viết hoa.
    Căn cứ: địa danh và thời gian ban hành bằng chữ in thường, chỉ các chữ cái đầu của địa danh viết hoa.
    Sai: Bình Điền, Ngày 05 Tháng 3 Năm 2026 | Đúng: Bình Điền, ngày 05 tháng 3 năm 2026
    """
    typed = texts.nfc(line.span.text)
    dated = typed[typed.lower().rfind("ngày") :]  # a place may be called Năm Căn
    match = re.search(r"(?<!\w)(?:N(?i:gày)|T(?i:háng)|N(?i:ăm))\b", dated) if line.place else None
    if match:
        yield this.at(line.span, N_("“{doan}” viết hoa trên dòng ngày tháng."), N_("Viết: ngày … tháng … năm …"), doan=match[0])


@rule("DN16", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c", of=head.date_line)
def dia_danh_dau_phay_cach_chu(this: Rule, line: head.DateLine) -> Faults:
    """Dấu phẩy sau địa danh đứng cách địa danh, dính vào “ngày” hoặc cách xa “ngày”.
    Căn cứ: sau địa danh có dấu phẩy (,); mẫu ở Mục V: “Hà Nội, ngày 05 tháng 01 năm 2020”.
    Sai: Huế , ngày 05 tháng 3 năm 2026; Huế,ngày 05 tháng 3 năm 2026; Huế,  ngày 05 tháng 3 năm 2026 | Đúng: Huế, ngày 05 tháng 3 năm 2026
    """
    match = re.search(r"(?<=\S)\s*,\s*(?=ng[aà])", line.span.text, re.IGNORECASE) if line.place and line.comma else None
    if match and match[0] not in {", ", ",\u00a0"}:
        yield this.write(
            texts.piece(line.span, match), N_("Khoảng trắng quanh dấu phẩy sau địa danh chưa đúng: “{doan}”."), f"{line.place}, ngày …",
            new=", ", doan=line.span.text,
        )


@rule("DN19", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm a", of=head.date_line)
def dia_danh_la_co_quan(this: Rule, line: head.DateLine) -> Faults:
    """Trước ngày tháng ghi tên cơ quan thay cho địa danh.
    Căn cứ: địa danh là tên gọi chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở. | Sai: UBND xã Bình Điền, ngày 05 tháng 3 năm 2026
    Đúng: Bình Điền, ngày 05 tháng 3 năm 2026
    """
    if _AGENCY.match(line.place):
        message = N_("“{dia_danh}” là cơ quan, không phải địa danh.")
        yield this.at(line.span, message, N_("Ghi tên đơn vị hành chính nơi cơ quan đóng trụ sở."), dia_danh=line.place)


_AGENCY = re.compile(r"(?:UBND|HĐND|[ỦU]y ban|Uỷ ban|Hội đồng|Văn phòng|Trung tâm|Sở|Phòng|Ban Quản lý)\b", re.IGNORECASE)
