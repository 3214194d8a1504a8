"""The head of the page, and who signs it: type, number, symbol, place, unit (Phụ lục I, Phần I, mục II); Điều 13 and ``tham_quyen``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from notice_gen import blanks, legal, vietnamese
from notice_gen.errors import N_, KeyPath, Problem
from notice_gen.legal import Law
from notice_gen.legal.lines import head, read_line
from notice_gen.legal.quyen_ky import fold, loai_ban_hanh, loai_co_quan
from notice_gen.model import GUI_NHIEU_NOI, CoQuan, Ky, Notice, ky_hieu, la_cong_van, loai_cua, loai_theo_mau
from notice_gen.reader.judging.reads import reads
from notice_gen.records import remembered, replace
from notice_gen.vietnamese import dia_danh as date_line
from notice_gen.vietnamese import tinh_thanh
from notice_gen.vietnamese.chu_cai import gon
from notice_gen.vietnamese.loi_ten import bo_dau_cuoi

_COMMUNE = re.compile(r"xã|phường|đặc khu|\b[xp]\.", re.IGNORECASE)
_PROVINCE = re.compile(r"tỉnh:? |thành phố |\btp\.? ?", re.IGNORECASE)
_DATED = re.compile(r"\s*[,;.]?\s*\bngày\b.*", re.IGNORECASE)


@reads("van_ban.so", "van_ban.ngay")
def number_without_date(notice: Notice, on: date) -> Iterator[Problem]:
    """A number from the register comes with a date (Điều 15)."""
    if notice.van_ban.so == "tu-dong" and notice.van_ban.ngay is None:
        message = N_("Văn bản lấy số từ sổ phải có ngày ban hành: số và ngày được ghi vào sổ cùng lúc ({dieu}).")
        hint = N_("Thêm vào [van_ban], ví dụ: ngay = 2026-03-05; hoặc bỏ dòng so để in dự thảo.")
        yield Problem(message, hint, {"dieu": legal.law(on).dieu["so_van_ban"]}, ("van_ban", "so"))


@reads("ban_sao", "co_quan", "van_ban.dia_danh")
def place(notice: Notice, on: date) -> tuple[Problem, ...]:
    """The place is a place alone, and a name."""
    copied = notice.ban_sao.dia_danh if notice.ban_sao else None
    issuer = " ".join((*notice.co_quan.ten, *notice.co_quan.chu_quan))
    of_copy = tuple(replace(problem, path=("ban_sao", "dia_danh")) for problem in _place(copied, issuer, on)) if copied else ()
    return (*_place(notice.van_ban.dia_danh, issuer, on), *of_copy)


def _place(dia_danh: str, issuer: str, on: date) -> tuple[Problem, ...]:
    path, hint = ("van_ban", "dia_danh"), N_("Gõ: dia_danh = \"{dung}\"")
    plain = _DATED.sub("", dia_danh)
    if plain != dia_danh:
        message = N_("dia_danh chỉ ghi địa danh; ngày tháng ghi ở khóa ngay, in ra tự có.")
        return (Problem(message, hint, {"dung": _capital(plain) or "…"}, path, dia_danh),)
    if bare := bo_dau_cuoi(dia_danh):
        message, values = N_("Tên không có dấu câu ở cuối: “{doan}”."), {"doan": dia_danh, "dung": bare}
        return (Problem(message, hint, values, path, dia_danh, level="warning", code="ten_co_dau_cuoi"),)
    if not dia_danh.isupper() and date_line.sai_chu_hoa(dia_danh, lambda name: name not in issuer and name.lower() in issuer.lower()):
        from notice_gen.vietnamese import goi_don_vi as calling

        values = {"dia_danh": dia_danh, "dung": calling.viet_du(dia_danh, on, (issuer,))}
        message = N_("Địa danh viết hoa chưa đúng: “{dia_danh}”.")
        return (Problem(message, hint, values, path, dia_danh, level="warning", code="dia_danh_chu_thuong"),)
    return ()


def _capital(text: str) -> str:
    return vietnamese.chu_hoa(text[:1]) + text[1:]


@reads("co_quan", "ban_sao", "van_ban.dia_danh")
def full_place(notice: Notice, on: date) -> Iterator[Problem]:
    """A place called after a person, a figure or an event stands with its noun."""
    agencies = (" ".join(notice.co_quan.ten), " ".join(notice.co_quan.chu_quan))
    copied = notice.ban_sao.dia_danh if notice.ban_sao else None
    for table, typed in (("van_ban", notice.van_ban.dia_danh), ("ban_sao", copied)):
        if typed and date_line.phai_ghi_du(typed):
            from notice_gen.vietnamese import goi_don_vi as calling

            if full := calling.ten_day_du(typed, on, agencies):
                message = N_("Địa danh “{dia_danh}” đặt theo tên người, chữ số hoặc sự kiện lịch sử, phải ghi tên gọi đầy đủ ({dieu}).")
                hint = N_("Gõ: dia_danh = \"{dung}\"") if " hoặc " not in full else N_("Ghi cả loại đơn vị: {dung}.")
                values = {"dia_danh": typed, "dung": full, "dieu": legal.law(on).dieu["dia_danh"]}
                yield Problem(message, hint, values, (table, "dia_danh"), typed, level="warning", code="dia_danh_thieu_loai")


@reads("van_ban.ky_hieu", "van_ban.loai")
def symbol(notice: Notice, on: date) -> Iterator[Problem]:
    """A symbol written out begins with the code of its type."""
    written, loai = notice.van_ban.ky_hieu or "", notice.van_ban.loai or ""
    code = written.split("-", maxsplit=1)[0]
    types = legal.law(on).loai if code and loai and code != loai else {}
    if loai in types and code in types:
        values = {"ky_hieu": written, "loai": loai, "ten": types[loai].ten, "dung": "-".join([loai, *written.split("-")[1:]])}
        message = N_("Ký hiệu “{ky_hieu}” không phải của {ten} ({loai}).")
        hint = N_("Bỏ dòng ky_hieu để máy tự ghép, hoặc gõ: ky_hieu = \"{dung}\"")
        yield Problem(message, hint, values, ("van_ban", "ky_hieu"), written, level="warning", code="ky_hieu_khac_loai")


@reads("ban_sao", "co_quan")
def abbreviation(notice: Notice, _: date) -> Iterator[Problem]:
    """The abbreviation of an agency is in capitals."""
    copies = notice.ban_sao.co_quan if notice.ban_sao else None
    for path, viet_tat in ((("co_quan",), notice.co_quan.viet_tat), (("ban_sao", "co_quan"), copies.viet_tat if copies else "")):
        if not viet_tat.islower():
            continue
        message, hint = N_("Chữ viết tắt tên cơ quan viết in hoa: “{viet_tat}”."), N_("Gõ: viet_tat = \"{dung}\"")
        values = {"viet_tat": viet_tat, "dung": vietnamese.chu_hoa(viet_tat)}
        yield Problem(message, hint, values, (*path, "viet_tat"), viet_tat, level="warning", code="viet_tat_chu_thuong")


@reads("don_vi", "van_ban.ngay")
def unit_gone(notice: Notice, _: date) -> Iterator[Problem]:
    """The unit that the notice is about is one on the notice's date."""
    ten, ngay = notice.don_vi.get("ten"), notice.van_ban.ngay
    if gone := legal.unit_gone(ten, ngay) if ten and ngay else None:
        yield replace(gone, path=("don_vi", "ten"))


@reads("don_vi", "don_vi_rieng", "co_quan")
def unit_known(notice: Notice, on: date) -> Iterator[Problem]:
    """A name that says it is a commune's is in the list of its province, or the office's own; a code beside it was looked at before."""
    don_vi, ten = notice.don_vi, notice.don_vi.get("ten", "")
    if "ma" in don_vi or not _COMMUNE.search(ten) or gon(ten).lower() in {unit.ten.lower() for unit in notice.don_vi_rieng}:
        return
    from notice_gen.vietnamese import goi_don_vi as calling

    agencies = (" ".join(notice.co_quan.ten), " ".join(notice.co_quan.chu_quan))
    if doubt := calling.khong_thay(ten, on, don_vi.get("tinh") or calling.tinh_cua(agencies, on)):
        hint = N_("Kiểm tra lại tên; đơn vị mới thì thêm vào notice-gen.toml ba dòng: [[don_vi_rieng]] rồi ma = \"…\" rồi ten = \"{found}\".")  # noqa: E501
        if "nay" in doubt.values:
            hint = doubt.hint
        elif doubt.values["gan"]:
            hint = N_("Có phải: {gan}? Ghi đúng tên, hoặc ghi mã (khóa ma dưới [don_vi]; bảng số liệu: cột don_vi.ma). Đơn vị mới thì thêm vào notice-gen.toml ba dòng: [[don_vi_rieng]] rồi ma = \"…\" rồi ten = \"{found}\".")  # noqa: E501
        yield replace(doubt, hint=hint, path=("don_vi", "ten"), found=ten)


@reads("co_quan", "noi_nhan", "van_ban.kinh_gui")
def provinces(notice: Notice, on: date) -> Iterator[Problem]:
    """A province or city that issues, or is written to, is called what it is on the notice's date."""
    said: list[tuple[KeyPath, str]] = [(("co_quan", key), " ".join(getattr(notice.co_quan, key))) for key in ("ten", "chu_quan")]
    said += [(("van_ban", "kinh_gui", n), line) for n, line in enumerate(notice.van_ban.kinh_gui)]
    said += [(("noi_nhan", "gui", n), line) for n, line in enumerate(notice.noi_nhan.gui)]
    yield from _miscalled(said, on)


@reads("don_vi")
def province_of_unit(notice: Notice, on: date) -> Iterator[Problem]:
    """So is one that the notice is about; behind a commune's name the province only tells which of that name is meant."""
    unit = notice.don_vi.get("ten", "")
    return _miscalled(() if _COMMUNE.search(unit) else [(("don_vi", "ten"), unit)], on)


def _miscalled(said: Iterable[tuple[KeyPath, str]], on: date) -> Iterator[Problem]:
    return (replace(wrong, path=path) for path, text in said if _PROVINCE.search(text) and (wrong := tinh_thanh.goi_sai(text, on)))


@reads("noi_nhan", "mau")
def shared_number(notice: Notice, on: date) -> Iterator[Problem]:
    """One number for many papers is for documents of which each addressee gets a copy (Điều 15)."""
    if notice.noi_nhan.chung_so and notice.mau not in GUI_NHIEU_NOI:
        message = N_("chung_so in mọi hàng cùng một số: chỉ đúng khi mọi bản là một văn bản gửi nhiều nơi, như giấy mời, công văn ({dieu}).")  # noqa: E501
        hint = N_("Mỗi hàng là một văn bản (kết luận, quyết định cho từng nơi) thì bỏ chung_so: mỗi văn bản một số.")
        values = {"dieu": legal.law(on).dieu["so_van_ban"]}
        yield Problem(message, hint, values, ("noi_nhan", "chung_so"), level="warning", code="chung_so_loai_khac")


@reads("mau", "co_quan", "van_ban.loai", "van_ban.don_vi_soan", "van_ban.ky_hieu")
def type_of_document(notice: Notice, on: date) -> Iterator[Problem]:
    """The type is one of the decree's and looks as its template does; a công văn, and no other, names who drafted it."""
    van_ban, loai, form, law = notice.van_ban, loai_cua(notice, on), loai_theo_mau(notice.mau, on), legal.law(on)
    if van_ban.loai and loai is None:
        message, hint = N_("“{loai}” không phải chữ viết tắt tên loại văn bản trong {dieu}."), N_("Dùng một trong các chữ: {cac_loai}.")
        values: dict[str, object] = {"loai": van_ban.loai, "dieu": law.dieu["viet_tat_ten_loai"], "cac_loai": ", ".join(law.loai)}
        from notice_gen.vietnamese.viet_tat import loai_goi_la

        if called := loai_goi_la(van_ban.loai):
            hint, values["mau"] = N_("Bỏ dòng loai; loại văn bản theo dòng mau ở đầu tệp: mau = \"{mau}\"."), called[0]
        elif "-" in van_ban.loai:
            hint = N_("Bỏ dòng loai: ký hiệu tự ghép; ký hiệu riêng thì ghi ky_hieu = \"{loai}\".")
        yield Problem(message, hint, values, ("van_ban", "loai"))
    elif loai and form and (loai.mau != form.mau or (not loai.mau and loai.ten != form.ten)):
        message, hint = N_("“{loai}” là {ten}, không trình bày như {ten_mau}."), N_("Bỏ dòng loai và ghi ở đầu tệp: mau = \"{mau}\".")
        values = {"loai": van_ban.loai, "ten": loai.ten, "ten_mau": form.ten, "mau": vietnamese.slug(loai.ten)}
        yield Problem(message, hint, values, ("van_ban", "loai"))
    if van_ban.loai and van_ban.don_vi_soan:
        message = N_("don_vi_soan chỉ có trong ký hiệu công văn; văn bản có tên loại ghi ký hiệu {ky_hieu}.")
        hint = N_("Bỏ dòng don_vi_soan; đơn vị soạn thảo ghi ở phần lưu: luu = \"VT, {don_vi}\".")
        yield Problem(message, hint, {"ky_hieu": ky_hieu(notice), "don_vi": van_ban.don_vi_soan}, ("van_ban", "don_vi_soan"))
    if la_cong_van(loai) and not van_ban.don_vi_soan and not van_ban.ky_hieu:
        message = N_("Ký hiệu công văn thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực ({dieu}).")
        hint = N_("Thêm vào [van_ban], ví dụ: don_vi_soan = \"VX\"; hoặc ghi cả ký hiệu: ky_hieu = \"{vi_du}\".")
        yield Problem(message, hint, {"dieu": law.dieu["ky_hieu_cong_van"], "vi_du": f"{notice.co_quan.viet_tat}-VX"}, ("van_ban",))


_LINES_OF_AUTHORITY = 2


@reads("ky", "ky_lien_tich", "co_quan", "van_ban.ngay")
def signatures(notice: Notice, on: date) -> tuple[Problem, ...]:
    """Who signs may sign so, for such an agency, on that date (Điều 13; Phụ lục I, Phần I, mục II.7)."""
    return _signatures(notice.ky, notice.ky_lien_tich, notice.co_quan, legal.law(on), notice.van_ban.ngay)


@remembered(8, same=4)  # a mailing has one who signs, or some
def _signatures(ky: Ky, others: tuple[Ky, ...], co_quan: CoQuan, law: Law, ngay: date | None) -> tuple[Problem, ...]:
    if not others:
        return tuple(_single(ky, co_quan, law, ngay))
    signed = [(ky, ("ky",)), *((other, ("ky_lien_tich", n)) for n, other in enumerate(others))]
    return tuple(problem for each, path in signed for problem in _joint(each, law, ngay, path))


def _single(ky: Ky, of: CoQuan, law: Law, ngay: date | None) -> Iterator[Problem]:
    faults = legal.faults_in_signature(ky.quyen_han, ky.chuc_vu, law=law, co_quan=of.ten, chu_quan=of.chu_quan, ho_ten=ky.ho_ten, ngay=ngay)
    yield from faults
    yield from as_typed(ky, law, ("ky",), {str(fault.path[-1]) for fault in faults})
    if ky.co_quan:
        message = N_("“co_quan” trong [ky] chỉ in khi nhiều cơ quan cùng ký.")
        hint = N_("Bỏ dòng này; tên cơ quan ban hành ghi ở [co_quan]. Nhiều cơ quan cùng ký thì thêm [[ky_lien_tich]].")
        yield Problem(message, hint, path=("ky", "co_quan"), found="co_quan")


def _joint(ky: Ky, law: Law, ngay: date | None, path: KeyPath) -> Iterator[Problem]:
    """Yield what is wrong with one of several signatures, judged by the agency it is for."""
    co_quan = (ky.co_quan,) if ky.co_quan else ()
    faults = legal.faults_in_signature(ky.quyen_han, ky.chuc_vu, law=law, co_quan=co_quan, ho_ten=ky.ho_ten, ngay=ngay)
    yield from as_typed(ky, law, path, {str(fault.path[-1]) for fault in faults})
    for fault in faults:
        yield replace(fault, path=(*path, "co_quan" if fault.path[0] == "co_quan" else fault.path[-1]))
    if not co_quan:
        message = N_("Nhiều cơ quan cùng ký mà chưa ghi người này ký cho cơ quan nào.")
        yield Problem(message, N_("Thêm dòng, ví dụ: co_quan = \"Sở Nội vụ\""), path=path)


def as_typed(ky: Ky, law: Law, path: KeyPath, faulty: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with a signature, the table at *path*, as lines and letters; of the keys that are *faulty* already, nothing."""
    lines = () if "quyen_han" in faulty else ky.quyen_han
    if len(lines) > _LINES_OF_AUTHORITY:
        message = N_("quyen_han có {so} dòng; nhiều nhất là {nhieu_nhat}, dưới đó là chức vụ của người ký.")
        hint = N_("Bỏ bớt dòng; chức vụ của người ký ghi ở chuc_vu. Ví dụ: quyen_han = [\"TL. Chủ tịch\", \"KT. Chánh Văn phòng\"].")
        values: dict[str, object] = {"so": len(lines), "nhieu_nhat": _LINES_OF_AUTHORITY}
        yield Problem(message, hint, values, (*path, "quyen_han"), lines[_LINES_OF_AUTHORITY])
    elif lines and not legal.has_authority(lines[0], law) and "{{" not in lines[0] and "*" not in lines[0]:
        message = N_("“{dong}” không có chữ viết tắt quyền hạn nào đứng trước (TM., KT., TL., TUQ., Q.).")
        hint = N_("Gõ \"{dung}\"; người ký theo thẩm quyền của mình thì bỏ dòng quyen_han.")
        values = {"dong": lines[0], "dung": legal.with_authority(lines[0])}
        yield Problem(message, hint, values, (*path, "quyen_han"), lines[0], level="warning", code="quyen_han_thieu_chu")
    name = ky.ho_ten
    known = "ho_ten" not in faulty and "{{" not in name and not blanks.found(name)
    if known and " " in name and (name.isupper() or name.islower()) and name != name.title():
        message, hint = N_("Họ tên người ký viết hoa chữ đầu mỗi tiếng; ở đây là: {ho_ten}"), N_("Gõ ho_ten = \"{dung}\".")
        yield Problem(message, hint, {"ho_ten": name, "dung": name.title()}, (*path, "ho_ten"), level="warning", code="ho_ten_viet_hoa")


AUTHORITY = ("mo_dau", "tham_quyen")
"""Where the findings file has the authority that its decision goes by."""
_COMMITTEES = frozenset({"ubnd", "hdnd"})


@reads("mo_dau", "ky", "ky_lien_tich", "co_quan", "van_ban.ngay")
def authority(notice: Notice, on: date) -> tuple[Problem, ...]:
    """One document, one authority: that of the issuer and of the signature.

    Only people's committees and councils are judged: of them it is known who decides alone and who as a body.
    """
    lines = notice.mo_dau.tham_quyen if notice.mo_dau else ()
    if not lines or notice.ky_lien_tich or any(fault.path == ("ky", "quyen_han") for fault in signatures(notice, on)):
        return ()
    return _doubts(legal.law(on), lines, notice.ky.quyen_han, notice.co_quan.ten)


def _doubts(law: Law, lines: tuple[str, ...], quyen_han: tuple[str, ...], ten: tuple[str, ...]) -> tuple[Problem, ...]:
    if any("{{" in line for line in (*lines, *quyen_han, *ten)):
        return ()
    written = " ".join(lines)
    words = fold(written)
    post = head(words)
    body = written[len(post) :].strip()
    named, issues = loai_co_quan(words[len(post) :].strip()), loai_ban_hanh(ten)
    if named is None or issues is None or not {named.ma, issues.ma} <= _COMMITTEES:
        return ()
    on_behalf = bool(quyen_han) and read_line(quyen_han[0], law).prefix == "TM"
    if named.ma != issues.ma:
        message = N_("Thẩm quyền ghi “{tham_quyen}” mà cơ quan ban hành là “{co_quan}”.")
        hint = N_("Ghi cùng một cơ quan ở tham_quyen và ở [co_quan] ten.")
    elif post and on_behalf:
        message = N_("Thẩm quyền là của một chức vụ, “{tham_quyen}”, mà chữ ký ghi thay mặt tập thể: “{dong}”.")
        hint = N_("Thẩm quyền của người đứng đầu thì bỏ dòng TM. ở quyen_han; của tập thể thì gõ tham_quyen = \"{tap_the}\".")
    elif named.ma == "ubnd" and not post and not on_behalf:
        message = N_("Thẩm quyền là của tập thể, “{tham_quyen}”, mà chữ ký không ghi thay mặt tập thể (TM.).")
        hint = N_("Thêm vào [ky]: quyen_han = [\"TM. Ủy ban nhân dân\"]; thẩm quyền riêng của Chủ tịch thì gõ tham_quyen = \"Chủ tịch {tap_the}\".")  # noqa: E501
    else:
        return ()
    values = {"tham_quyen": written, "co_quan": " ".join(ten), "dong": quyen_han[0] if quyen_han else "", "tap_the": body}
    return (Problem(message, hint, values, AUTHORITY, level="warning", code="tham_quyen_khac_nguoi_ky"),)
