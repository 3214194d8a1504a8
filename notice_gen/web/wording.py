"""What the command line says with a command or an option, said with the page and the button of the screen that do the same."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from notice_gen.errors import N_, Say, say_in

ON_SCREEN: Mapping[str, str] = {
    "Ghi so = \"tu-dong\" để lấy số từ sổ, hoặc lập sổ trước: notice-gen register init.":
        N_("Chọn lấy số trong sổ khi in, hoặc lập sổ trước ở trang Sổ văn bản."),
    # an empty file, no file
    "Chép một tệp mẫu rồi sửa, hoặc chạy: notice-gen new thong-bao.": N_("Bắt đầu ở trang Văn bản mới."),
    "Ghi tên tệp nội dung, ví dụ thong-bao.toml; chưa có thì tạo bằng: notice-gen new thong-bao. Tệp thiết lập tự được dùng theo.":
        N_("Chọn một tệp văn bản bên trái, hoặc bắt đầu ở trang Văn bản mới; tệp thiết lập tự được dùng theo."),
    "In riêng phần sao để đặt dưới bản chụp: notice-gen new {mau}. Trích phần cần sao thì ghi hinh_thuc = \"trích sao\".":
        N_("In riêng phần sao để đặt dưới bản chụp: trang Văn bản mới, loại {mau}. Trích phần cần sao thì ghi hinh_thuc = \"trích sao\"."),
    "Cơ quan chưa có notice-gen.toml: chạy notice-gen init một lần thì tên cơ quan, địa danh, người ký tự điền. "
    "Chỗ trong ngoặc, như (ghi họ tên), phải điền trước khi văn bản có số.":
        N_("Khai trang Thiết lập cơ quan một lần thì tên cơ quan, địa danh, người ký tự điền vào mọi văn bản. "
           "Chỗ trong ngoặc, như (ghi họ tên), phải điền trước khi văn bản có số."),
    # the office's settings
    "Chức vụ người ký tiếp theo (Enter nếu hết)": N_("Chức vụ người ký tiếp theo (để trống nếu hết)"),
    "Quyền hạn trên chức vụ, cách nhau bằng dấu chấm phẩy (gõ - nếu không có)":
        N_("Quyền hạn trên chức vụ, cách nhau bằng dấu chấm phẩy (xóa trắng nếu không có)"),
    "Bấm Enter để trống.": N_("Để trống ô này."),
    "Gõ tên cơ quan cấp trên trực tiếp, hoặc bấm Enter để trống.": N_("Gõ tên cơ quan cấp trên trực tiếp, hoặc để trống ô này."),
    # a file in the way
    "Thêm --if-exists rename để ghi sang tên khác, hoặc --if-exists overwrite để bỏ bản đã sửa.":
        N_("Ghi sang tên khác, hoặc ghi đè để bỏ bản đã sửa."),
    "Đã ban hành thì giữ tệp này: sai thì ra văn bản đính chính, thay thế (notice-gen register correct {so}, replace {so}). "
    "Chưa ban hành thì nhận chỗ sửa về tệp nội dung bằng notice-gen take-edits, hoặc in sang tên khác: --if-exists rename.":
        N_("Đã ban hành thì giữ tệp này: sai thì ra văn bản đính chính, thay thế ở trang Sổ văn bản. "
           "Chưa ban hành thì nhận chỗ sửa từ Word về tệp nội dung, hoặc ghi sang tên khác."),
    "Tệp đó mang số {so}: đã ban hành thì giữ. Văn bản này là văn bản khác thì sửa so, ky_hieu hoặc don_vi.ten, hay ghi sang chỗ khác "
    "bằng -o; chưa ban hành mà bỏ thì tự xóa, hoặc chuyển tệp đó đi, rồi in lại.":
        N_("Tệp đó mang số {so}: đã ban hành thì giữ. Văn bản này là văn bản khác thì sửa số, ký hiệu hoặc tên đơn vị, hay ghi sang tên "
           "khác; chưa ban hành mà bỏ thì tự xóa, hoặc chuyển tệp đó đi, rồi in lại."),
    "Mỗi năm nên một thư mục: thêm -o rồi tên một thư mục khác đã có; ghi cạnh văn bản năm {nam_kia} thì thêm --if-exists rename; "
    "chỉ là sửa năm gõ nhầm thì chuyển tệp cũ đi rồi in lại.":
        N_("Mỗi năm nên một thư mục: tạo tệp của năm nay trong thư mục khác. Để cạnh văn bản năm {nam_kia} thì ghi sang tên khác; "
           "chỉ là sửa năm gõ nhầm thì chuyển tệp cũ đi rồi in lại."),
    "Nếu hai tệp là hai văn bản thì sửa so, ky_hieu hoặc don_vi.ten của một tệp, hoặc ghi sang chỗ khác bằng -o; "
    "nếu “{nguon}” thay cho “{nguon_kia}” thì thêm --if-exists overwrite.":
        N_("Nếu hai tệp là hai văn bản thì sửa số, ký hiệu hoặc tên đơn vị của một tệp, hoặc ghi sang tên khác; "
           "nếu “{nguon}” thay cho “{nguon_kia}” thì ghi đè."),
    "Nếu chỉ là đổi tên tệp nội dung thành “{nguon}” thì thêm --if-exists overwrite; nếu là văn bản khác thì sửa so, ky_hieu "
    "hoặc don_vi.ten, hay ghi sang chỗ khác bằng -o.":
        N_("Nếu chỉ là đổi tên tệp nội dung thành “{nguon}” thì ghi đè; nếu là văn bản khác thì sửa số, ký hiệu hoặc tên đơn vị, hay ghi sang tên khác."),  # noqa: E501
    "Kiểm tra lại đường dẫn, hoặc ghi sang tên khác bằng -o.": N_("Kiểm tra lại thư mục, hoặc ghi sang tên khác."),
    "Đóng tệp trong Word rồi chạy lại, hoặc ghi sang tên khác bằng -o.": N_("Đóng tệp trong Word rồi in lại, hoặc ghi sang tên khác."),
    # the register
    "Dùng sổ đó thì thêm --register \"{so}\", hoặc đặt notice-gen.toml cạnh sổ.":
        N_("Dùng sổ đó thì đặt notice-gen.toml cạnh sổ, hoặc mở màn hình ở thư mục của sổ."),
    "Sửa --register (hoặc biến NOTICE_GEN_REGISTER) cho đúng chỗ của sổ; chưa có sổ thì lập bằng: notice-gen register init.":
        N_("Xem lại sổ được chọn khi mở màn hình; chưa có sổ thì lập ở trang Sổ văn bản."),
    "Ghi đường dẫn tệp sổ sau --register, ví dụ: --register so-van-ban.db.": N_("Chuyển tệp đó đi chỗ khác, hoặc chọn sổ khác khi mở màn hình."),  # noqa: E501
    "Xin quyền ghi vào tệp sổ và thư mục chứa nó, hoặc chọn sổ khác bằng --register.":
        N_("Xin quyền ghi vào tệp sổ và thư mục chứa nó, hoặc chọn sổ khác khi mở màn hình."),
    "Tạo thư mục đó trước, hoặc sửa đường dẫn sau --register.": N_("Tạo thư mục đó trước, hoặc chọn sổ khác khi mở màn hình."),
    "Có người đã hủy số hoặc thay tệp sổ trong khi chạy: xem notice-gen register list rồi chạy lại.":
        N_("Có người đã hủy số hoặc thay tệp sổ trong khi in: xem trang Sổ văn bản rồi in lại."),
    "Xem sổ: notice-gen register list.": N_("Xem trang Sổ văn bản."),
    "Ghi --reason \"…\", ví dụ --reason \"In nhầm, lãnh đạo không ký\".": N_("Ghi vào ô Vì sao hủy, ví dụ: In nhầm, lãnh đạo không ký."),
    "Ghi so = \"tu-dong\" để lấy số tiếp theo, hoặc ghi số khác; xem sổ: notice-gen register list.":
        N_("Chọn lấy số tiếp theo trong sổ (so = \"tu-dong\"), hoặc ghi số khác; các số đã cấp ở trang Sổ văn bản."),
    "Ghi so = {so} để giữ số cũ; nếu phải đổi số thì hủy số cũ trước: notice-gen register void {so} --reason \"…\".":
        N_("Ghi so = {so} để giữ số cũ; nếu phải đổi số thì hủy số {so} ở trang Sổ văn bản trước."),
    "Ghi đơn vị như lần trước (don_vi.ma, don_vi.ten, don_vi.tinh) để giữ số; nếu phải lấy số mới thì hủy số cũ trước: "
    "notice-gen register void {so} --reason \"…\".":
        N_("Ghi đơn vị như lần trước (don_vi.ma, don_vi.ten, don_vi.tinh) để giữ số; nếu phải lấy số mới thì hủy số {so} ở trang Sổ văn bản trước."),  # noqa: E501
    "Vẫn là đợt văn bản đó thì trả tệp về tên và chỗ cũ, {tep}, rồi chạy lại: số giữ nguyên. Đợt văn bản mới thì ghi ngày, trích yếu của "
    "đợt mới và ghi vào thư mục khác bằng -o.":
        N_("Vẫn là đợt văn bản đó thì trả tệp về tên và chỗ cũ, {tep}, rồi in lại: số giữ nguyên. Đợt văn bản mới thì ghi ngày, trích yếu của "  # noqa: E501
           "đợt mới và chọn thư mục kết quả khác."),
    "Giữ số riêng thì bỏ dòng chung_so dưới [noi_nhan] rồi in hàng loạt như trước; văn bản khác thì chép ra tệp tên khác rồi in. "
    "Đúng là một văn bản gửi nhiều nơi thì hủy các số riêng trước: "
    "notice-gen register void {de_huy} --reason \"…\", rồi chạy lại.":
        N_("Giữ số riêng thì bỏ dòng chung_so dưới [noi_nhan] rồi in hàng loạt như trước; văn bản khác thì chép ra tệp tên khác rồi in. "
           "Đúng là một văn bản gửi nhiều nơi thì hủy các số riêng ({de_huy}) "
           "ở trang Sổ văn bản trước, rồi in lại."),
    "Giữ số chung thì ghi lại chung_so = true dưới [noi_nhan]. Đúng là nhiều văn bản thì hủy số chung trước: "
    "notice-gen register void {so} --reason \"…\", rồi chạy lại.":
        N_("Tệp này đã in thành một văn bản: in hàng loạt thì bắt đầu một tệp chung khác ở trang Văn bản mới. Vẫn là văn bản đó gửi nhiều nơi "  # noqa: E501
           "thì ghi chung_so = true dưới [noi_nhan]."),
    "Tệp đã đổi tên hay chuyển thư mục thì trả về tên và chỗ cũ, {tep}, rồi chạy lại: số giữ nguyên. Là văn bản khác thì ghi vào thư mục khác "  # noqa: E501
    "bằng -o để lấy số mới, và thu hồi bản cũ mang số {so}.":
        N_("Tệp đã đổi tên hay chuyển thư mục thì trả về tên và chỗ cũ, {tep}, rồi in lại: số giữ nguyên. Là văn bản khác thì chọn thư mục "
           "kết quả khác để lấy số mới, và thu hồi bản cũ mang số {so}."),
    "Nếu các số đó đã cấp trên giấy thì nhập vào sổ: notice-gen register import. Nếu gõ nhầm số: notice-gen register void {so} --rewind "
    "--reason \"…\", rồi sửa so.":
        N_("Nếu các số đó đã cấp trên giấy thì nhập vào sổ ở trang Sổ văn bản. Nếu gõ nhầm số thì nhờ người phụ trách lùi số trong sổ, rồi sửa so."),  # noqa: E501
    "Nếu là một (tệp đã đổi tên hay chuyển thư mục) thì hủy số thừa: notice-gen register void {so} --reason \"…\", rồi trả tệp về tên và "
    "chỗ cũ, {tep_kia}, mà in.":
        N_("Nếu là một (tệp đã đổi tên hay chuyển thư mục) thì hủy số {so} ở trang Sổ văn bản, rồi trả tệp về tên và chỗ cũ, {tep_kia}, mà in."),  # noqa: E501
    "“{tep_kia}” đã ban hành thì hủy số này, notice-gen register void {tran} --reason \"…\", rồi in lại để lấy số khác; không dùng nữa thì "
    "xóa tệp ấy.":
        N_("“{tep_kia}” đã ban hành thì hủy số {tran} ở trang Sổ văn bản, rồi in lại để lấy số khác; không dùng nữa thì xóa tệp ấy."),
    "Cùng một văn bản thì sửa ô này theo sổ (xem notice-gen register show {so}); văn bản khác thì xem lại số.":
        N_("Cùng một văn bản thì sửa ô này theo sổ (tìm {so} ở trang Sổ văn bản); văn bản khác thì xem lại số."),
    "Đúng là hủy thì hủy trong sổ: notice-gen register void {so} --year {nam} --reason \"…\".":
        N_("Đúng là hủy thì hủy số {so} năm {nam} ở trang Sổ văn bản."),
    "Ngày, cột Năm và --year phải cùng một năm: số văn bản thuộc năm của ngày ban hành.":
        N_("Ngày, cột Năm và ô Năm của cả bảng phải cùng một năm: số văn bản thuộc năm của ngày ban hành."),
    "Ghi ngày, ví dụ 05/3/2026; hoặc thêm --year NĂM cho cả tệp.": N_("Ghi ngày, ví dụ 05/3/2026; hoặc điền ô Năm của cả bảng."),
    "Nhập từng cơ quan một, hoặc bỏ --agency để lấy theo cột Cơ quan.": N_("Nhập từng cơ quan một, hoặc để trống ô Cơ quan của cả bảng."),
    "Thêm --agency \"Ủy ban nhân dân xã …\", hoặc ghi [co_quan] ten trong notice-gen.toml.":
        N_("Điền ô Cơ quan của cả bảng, ví dụ Ủy ban nhân dân xã …, hoặc khai Thiết lập cơ quan."),
    "Một hàng ghi tên các cột: Số, ký hiệu văn bản; Ngày tháng văn bản; Trích yếu…; mẫu: notice-gen register export so.xlsx.":
        N_("Một hàng ghi tên các cột: Số, ký hiệu văn bản; Ngày tháng văn bản; Trích yếu…; mẫu là bảng của nút Xuất Excel."),
    # a mailing
    "Chia bảng ra, hoặc in bằng lệnh notice-gen batch.": N_("Chia bảng ra làm nhiều bảng nhỏ."),
    "Tạo bảng mẫu bằng: notice-gen batch-form TỆP_CHUNG": N_("Lập bảng mẫu bằng nút Lập bảng."),
    "Hàng đầu ghi tên các cột, ví dụ don_vi.ten; tạo bảng mẫu bằng: notice-gen batch-form TỆP_CHUNG":
        N_("Hàng đầu ghi tên các cột, ví dụ Tên đơn vị; bảng mẫu có ở nút Lập bảng."),
    "Chỉ gửi những hàng đang hiện thì thêm --visible-only; gửi cả thì bỏ lọc, bỏ ẩn.":
        N_("Chỉ gửi những hàng đang hiện thì đánh dấu ô “Chỉ lấy những hàng đang hiện trong Excel”; gửi cả thì bỏ lọc, bỏ ẩn."),
    "Thêm vào --name phần khác nhau giữa các hàng, ví dụ --name \"{{{{ don_vi.ma }}}}-{{{{ don_vi.ten | slug }}}}\".":
        N_("Sửa tên đơn vị hoặc số của một trong hai hàng cho khác nhau."),
    "Ghi vào thư mục khác bằng -o, hoặc đặt tên có số bằng --name \"{{{{ van_ban.so }}}}-{{{{ don_vi.ten | slug }}}}\".":
        N_("Chọn thư mục kết quả khác."),
    "Đặt tên khác bằng --name, hoặc ghi vào thư mục khác bằng -o.": N_("Chọn thư mục kết quả khác."),
    "Một lệnh notice-gen batch khác đang ghi vào thư mục “{thu_muc}”.": N_("Một lượt in khác đang ghi vào thư mục “{thu_muc}”."),
    "Chép tệp đó sang tên mới, xóa tên cũ rồi đổi bản chép về tên cũ; hoặc chọn thư mục khác sau -o.":
        N_("Chép tệp đó sang tên mới, xóa tên cũ rồi đổi bản chép về tên cũ; hoặc chọn thư mục kết quả khác."),
    "Chờ lệnh đó xong rồi chạy lại, hoặc chọn thư mục khác sau -o.": N_("Chờ lượt đó xong rồi in lại, hoặc chọn thư mục kết quả khác."),
    "Biểu thức sau --only phải tính được cho mọi hàng: điền số liệu còn thiếu, hoặc sửa biểu thức.":
        N_("Điều kiện chọn hàng phải tính được cho mọi hàng: điền số liệu còn thiếu, hoặc sửa điều kiện."),
    # a Word file
    "Kiểm tra tệp Word (.docx); tệp nội dung (.toml) thì soát bằng: notice-gen validate TỆP":
        N_("Chọn tệp Word (.docx); tệp .toml thì mở ở trang Soạn thảo, lỗi hiện ngay ở đó."),
}  # fmt: skip
"""By the sentence of the command line, what the screen says in its place."""


@lru_cache(maxsize=4)
def saying(language: str) -> Say:
    """Return what says our sentences on the screen in *language*."""
    say = say_in(language)
    return lambda text: say(ON_SCREEN.get(text, text))
