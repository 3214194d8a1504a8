"""Why a notice cannot have the number it wants, or should be looked at with it, in words a clerk can act upon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from notice_gen import vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.register.entry import Entry, Request, tep_of

_SHOWN = 5
SO = ("van_ban", "so")
"""The key that most of them are about."""

TOO_HIGH = (N_("Số {so} lớn quá, không phải số văn bản của một năm."), N_("Kiểm tra lại số trên văn bản."))
TAKEN = (N_("Số {so} năm {nam} đã dùng cho văn bản {so_ky_hieu} ngày {ngay}: “{trich_yeu}” (tệp {tep})."),
         N_("Ghi so = \"tu-dong\" để lấy số tiếp theo, hoặc ghi số khác; xem sổ: notice-gen register list."))
MOVED = (TAKEN[0],
         N_("Đúng là văn bản này (tệp đã đổi tên hay chuyển thư mục) thì trả tệp về tên và chỗ cũ, {tep}, rồi in; là văn bản khác thì ghi so = \"tu-dong\"."))  # noqa: E501
VOID = (N_("Số {so} năm {nam} đã hủy ({ly_do}); số đã hủy không dùng lại."),
        N_("Ghi so = \"tu-dong\" để lấy số tiếp theo, hoặc ghi số khác."))
HOLDS_ANOTHER = (N_("Văn bản này đã có số {so} trong sổ ({so_ky_hieu}), nay lại ghi số {so_moi}."),
                 N_("Ghi so = {so} để giữ số cũ; nếu phải đổi số thì hủy số cũ trước: notice-gen register void {so} --reason \"…\"."))
# Under another way to call it.
KNOWN_UNIT = (N_("Đơn vị này đã có văn bản {so_ky_hieu} ngày {ngay} từ cùng tệp chung, khi đó hàng ghi là “{hang}”."),
              N_("Ghi đơn vị như lần trước (don_vi.ma, don_vi.ten, don_vi.tinh) để giữ số; nếu phải lấy số mới thì hủy số cũ trước: notice-gen register void {so} --reason \"…\"."))  # noqa: E501
# From a file of another name; said alike of all rows of a mailing.
RENAMED = (N_("Văn bản này đã có số trong sổ, in từ tệp {tep}; tệp nay mang tên khác hoặc ở chỗ khác thì sẽ lấy số thứ hai."),
           N_("Vẫn là đợt văn bản đó thì trả tệp về tên và chỗ cũ, {tep}, rồi chạy lại: số giữ nguyên. Đợt văn bản mới thì ghi ngày, trích yếu của đợt mới và ghi vào thư mục khác bằng -o."))  # noqa: E501
# A mailing that had a number for each row has one for all, or the other way round.
JOINED = (N_("Từ tệp {tep} đã in {dem} văn bản, mỗi văn bản một số riêng ({cac_so}); nay cả tệp chung một số."),
          N_("Giữ số riêng thì bỏ dòng chung_so dưới [noi_nhan] rồi in hàng loạt như trước; văn bản khác thì chép ra tệp tên khác rồi in. Đúng là một văn bản gửi nhiều nơi thì hủy các số riêng trước: notice-gen register void {de_huy} --reason \"…\", rồi chạy lại."))  # noqa: E501
SPLIT = (N_("Văn bản in từ tệp {tep} đã có một số chung, {so_ky_hieu} ngày {ngay}; nay mỗi hàng lấy một số riêng."),
         N_("Giữ số chung thì ghi lại chung_so = true dưới [noi_nhan]. Đúng là nhiều văn bản thì hủy số chung trước: notice-gen register void {so} --reason \"…\", rồi chạy lại."))  # noqa: E501
# Its number is that of the paper printed before, by which it was asked for.
PRINTED = N_("Tệp đã đổi tên hay chuyển thư mục thì trả về tên và chỗ cũ, {tep}, rồi chạy lại: số giữ nguyên. Là văn bản khác thì ghi vào thư mục khác bằng -o để lấy số mới, và thu hồi bản cũ mang số {so}.")  # noqa: E501
# It was issued, and says something else now.
REUSED_FILE = (N_("Tệp này đã ra văn bản {so_ky_hieu} ngày {ngay}: “{trich_yeu}”; nay nội dung là của văn bản khác, nên không in lại với số đó."),  # noqa: E501
               N_("Văn bản mới thì chép ra tệp tên khác rồi in; vẫn là văn bản số {so} (chỉ sửa trích yếu, đơn vị, ngày) thì ghi so = {so}; in hàng loạt thì ghi vào cột van_ban.so."))  # noqa: E501

# Worth a look.
CHANGED = (N_("Số {so} đang giữ cho “{trich_yeu}”{noi_nhan}; tệp này nay có trích yếu, người, nơi nhận hoặc đơn vị khác mà vẫn nhận số đó."),  # noqa: E501
           N_("Nếu đây là văn bản khác thì chép ra tệp tên khác rồi in, để mỗi văn bản một số."))
CLAIMED = (N_("Số {so_ky_hieu} nhập từ sổ giấy giống văn bản này ở mọi cột, nên văn bản nhận lại số đó."),
           N_("Nếu là văn bản khác thì sửa trích yếu hoặc nơi nhận cho phân biệt được rồi chạy lại."))
DATED = (N_("Số {so} đã cấp cho văn bản ngày {ngay}; nay văn bản ghi ngày {ngay_moi} mà vẫn giữ số đó."),
         N_("Nếu là văn bản khác (cuộc họp khác, người khác) thì chép ra tệp tên khác rồi in; chỉ sửa ngày thì để nguyên."))
LONG_AGO = (N_("Lấy số mới {so} hôm nay, {hom_nay}, mà văn bản ghi ngày {ngay}."),
            N_("Xem lại năm, tháng của ngay trong [van_ban]; đúng là văn bản ngày đó thì để nguyên."))
SKIPS = (N_("Số {so} cách số cuối trong sổ ({cuoi}); chưa có văn bản nào mang số {bo_qua}, và số tự động sẽ tiếp sau {so}."),
         N_("Nếu các số đó đã cấp trên giấy thì nhập vào sổ: notice-gen register import. Nếu gõ nhầm số: notice-gen register void {so} --rewind --reason \"…\", rồi sửa so."))  # noqa: E501
OUT_OF_ORDER = (N_("Số {so} ghi ngày {ngay}, mà số {so_kia} ghi ngày {ngay_kia}: số và ngày phải cùng thứ tự ({dieu})."),
                N_("Xem lại ngay trong [van_ban]."))
TWIN = (N_("Trong sổ đã có văn bản {so_ky_hieu_kia} cùng ngày, cùng đơn vị, cùng trích yếu (tệp {tep_kia}); có thể là một văn bản."),
        N_("Nếu là một (tệp đã đổi tên hay chuyển thư mục) thì hủy số thừa: notice-gen register void {so} --reason \"…\", rồi trả tệp về tên và chỗ cũ, {tep_kia}, mà in."))  # noqa: E501


_NAMES = {
    CHANGED: "so_giu_cho_khac", CLAIMED: "so_nhap_tu_so_giay", SKIPS: "so_cach_quang", OUT_OF_ORDER: "so_ngay_nguoc",
    DATED: "so_giu_ngay_khac", LONG_AGO: "so_lay_muon", TWIN: "hai_van_ban_giong",
}  # fmt: skip


def of(words: tuple[str, str], entry: Entry, **more: object) -> Problem:
    """Return the refusal that *words*, a message and a hint, say of a line of the register."""
    sent = f" ({entry.noi_nhan.partition(';')[0]})" if entry.noi_nhan else ""
    values = {name: getattr(entry, name) for name in ("so", "so_ky_hieu", "nam", "ly_do", "tep")}
    return Problem(*words, {**values, "ngay": day(entry.ngay), "trich_yeu": entry.trich_yeu or "…", "noi_nhan": sent, **more}, SO)


def doubt(words: tuple[str, str], entry: Entry, **more: object) -> Problem:
    """Return likewise a warning."""
    return replace(of(words, entry, **more), level="warning", code=_NAMES[words])


def day(ngay: date | None) -> str:
    """Return a day as printed, or dots."""
    return vietnamese.ngay(ngay) if ngay else "…"


def joined(rows: Sequence[Entry]) -> Problem:
    """Return that one number is asked for all of *rows*, which have their own."""
    numbers = [str(row.so) for row in rows[:_SHOWN]]
    cac_so = ", ".join(numbers) + (", …" if len(rows) > _SHOWN else "")
    return of(JOINED, rows[0], dem=len(rows), cac_so=cac_so, de_huy=" ".join(str(row.so) for row in rows))


def as_printed(problem: Problem) -> Problem:
    """Return *problem* with what to do where the notice says ``tu-dong`` and the number it cannot have is that of its last print."""
    return replace(problem, hint=PRINTED) if problem.hint in {TAKEN[1], MOVED[1]} else problem


def renamed(entry: Entry) -> Problem:
    """Return that a notice, printed from a file that is called otherwise now, has the number of a line of the register."""
    return of(RENAMED, entry)


def other_series(request: Request) -> Problem:
    """Return that the type has its numbers in another series this year."""
    message = N_("Năm {nam}, văn bản loại {loai} đã lấy số theo cách khác với day_so = \"{day_so}\" bây giờ; đổi giữa năm thì một số bị dùng hai lần.")  # noqa: E501
    hint = N_("Giữ day_so như từ đầu năm ở bảng [so_van_ban] của notice-gen.toml; muốn đổi thì đổi từ ngày 01 tháng 01 năm sau.")
    values = {"nam": request.nam, "loai": request.loai or "công văn", "day_so": "rieng" if request.rieng else "chung"}
    return Problem(message, hint, values, ("so_van_ban", "day_so"))


def one_identity(first: Request, other: Request) -> Problem:
    """Return that two notices of one run go by one name."""
    message = N_("Hai văn bản khác nhau trong một lần chạy cùng nhận là “{tep}”: “{trich_yeu}” và “{trich_yeu_kia}”.")
    hint = N_("Mỗi văn bản một tệp, mỗi hàng số liệu một mã đơn vị riêng, thì mỗi văn bản mới có số riêng.")
    return Problem(message, hint, {"tep": tep_of(first.khoa), "trich_yeu": first.trich_yeu, "trich_yeu_kia": other.trich_yeu}, SO)
