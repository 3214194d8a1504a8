"""What can go wrong with a register, in words a clerk can act upon; what each database says is in its store's file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from notice_gen.errors import N_, Problem, RegisterError, why_refused

CHOOSE = N_("Ghi đường dẫn tệp sổ sau --register, ví dụ: --register so-van-ban.db.")
ADDRESS = N_("Ghi đường dẫn tệp (so-van-ban.db) hoặc postgresql://người-dùng@máy-chủ/cơ-sở-dữ-liệu.")
RESTORE = N_("Đừng dùng tiếp: chép bản sao lưu gần nhất về, hoặc nhờ người phụ trách máy; sổ hỏng thì giữ lại để cứu số đã cấp.")
TIDY = N_("Xóa bớt tệp rồi chạy lại; chưa có số nào bị mất.")
AGAIN = N_("Đợi một lát rồi chạy lại; chưa có số nào bị mất.")
RIGHTS = N_("Xin quyền ghi vào tệp sổ và thư mục chứa nó, hoặc chọn sổ khác bằng --register.")

BUSY = N_("Sổ “{so}” đang được chương trình khác ghi, đợi mãi chưa xong.")
READ_ONLY = N_("Sổ “{so}” chỉ được đọc, không ghi thêm số được.")
FULL = N_("Ổ đĩa đã đầy, không ghi được vào sổ “{so}”.")
NOT_OURS = N_("“{so}” không phải sổ văn bản của notice-gen.")
DAMAGED = N_("Tệp sổ “{so}” bị hỏng.")
CLOSED = N_("Không mở được sổ “{so}” (không có quyền, hoặc thư mục chỉ được đọc).")
OTHER = N_("Không dùng được sổ “{so}”: {loi}.")

# Messages with the one hint that goes with each.
GONE = (N_("Tệp sổ “{so}” đã bị xóa, đổi chỗ hoặc bị thay trong khi đang dùng."),
        N_("Đưa tệp sổ về chỗ cũ (tìm trong Thùng rác, bản sao lưu) rồi chạy lại; đừng lập sổ mới, kẻo số bị dùng hai lần."))
_ABSENT = (N_("Chưa có sổ văn bản ở “{so}”."),
           N_("Sửa --register (hoặc biến NOTICE_GEN_REGISTER) cho đúng chỗ của sổ; chưa có sổ thì lập bằng: notice-gen register init."))
_ALREADY = (N_("Ở “{so}” đã có sổ văn bản, không lập lại."),
            N_("Dùng tiếp sổ đó (xem: notice-gen register list); cần một sổ khác thì ghi chỗ khác sau --register."))
# A file without a byte was never made by us, so it lost what it held.
EMPTY = (N_("Tệp sổ “{so}” rỗng, không còn gì bên trong."),
         N_("Chép bản sao lưu gần nhất về; nếu chưa từng lấy số nào ở đây thì xóa tệp rỗng đó rồi chạy lại."))
NEWER = (N_("Sổ “{so}” do phiên bản notice-gen mới hơn lập."), N_("Cập nhật notice-gen trên máy này rồi chạy lại."))
UNSOUND = (DAMAGED, RESTORE)
OTHERS = (NOT_OURS, CHOOSE)


class UnsoundError(Exception):
    """What stands in the register is nothing that a register holds."""


def failure(message: str, hint: str, where: object, **more: object) -> RegisterError:
    """Return the error that says *message* of the register *where*."""
    return RegisterError(Problem(message, hint, {"so": where, **more}))


def reason(error: BaseException) -> str:
    """Return the first line that an error says, without its full stop."""
    return next((line.strip().rstrip(".") for line in str(error).splitlines() if line.strip()), type(error).__name__)


def unopened(path: Path, error: OSError) -> RegisterError:
    """Return the error for a file that the system would not open or make."""
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        hint = N_("Tạo thư mục đó trước, hoặc sửa đường dẫn sau --register.")
        return failure(N_("Không có thư mục “{thu_muc}” để đặt sổ văn bản."), hint, path, thu_muc=path.parent)
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return failure(FULL, TIDY, path)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return failure(CLOSED, RIGHTS, path)
    return failure(OTHER, CHOOSE, path, loi=why_refused(error))


def already(label: str) -> RegisterError:
    """Return the error for a place where a register is to be begun and there is one."""
    return failure(*_ALREADY, label)


def absent(label: str) -> RegisterError:
    """Return the error for a place where there is no register."""
    if "://" not in label and not Path(label).parent.is_dir():
        return unopened(Path(label), FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))
    return failure(*_ABSENT, label)
