"""What a database says when it fails, in words a clerk can act upon."""

from __future__ import annotations

import errno
import re
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError

from notice_gen.errors import N_, Problem, RegisterError

CHOOSE = N_("Ghi đường dẫn tệp sổ sau --register, ví dụ: --register so-van-ban.db.")
ADDRESS = N_("Ghi đường dẫn tệp (so-van-ban.db) hoặc postgresql://người-dùng@máy-chủ/cơ-sở-dữ-liệu.")
_RESTORE = N_("Đừng dùng tiếp: chép bản sao lưu gần nhất về, hoặc nhờ người phụ trách máy; sổ hỏng thì giữ lại để cứu số đã cấp.")
_TIDY = N_("Xóa bớt tệp rồi chạy lại; chưa có số nào bị mất.")
_AGAIN = N_("Đợi một lát rồi chạy lại; chưa có số nào bị mất.")
_ASK = N_("Nhờ người quản trị cơ sở dữ liệu xem giúp; chưa có số nào bị mất.")
_RIGHTS = N_("Xin quyền ghi vào tệp sổ và thư mục chứa nó, hoặc chọn sổ khác bằng --register.")

# By SQLite's names of its result codes (the first that begins so), and PostgreSQL's SQLSTATE likewise.
_SQLITE = (
    ("SQLITE_BUSY", N_("Sổ “{so}” đang được chương trình khác ghi, đợi mãi chưa xong."), _AGAIN),
    ("SQLITE_LOCKED", N_("Sổ “{so}” đang được chương trình khác ghi, đợi mãi chưa xong."), _AGAIN),
    ("SQLITE_READONLY", N_("Sổ “{so}” chỉ được đọc, không ghi thêm số được."), _RIGHTS),
    ("SQLITE_PERM", N_("Sổ “{so}” chỉ được đọc, không ghi thêm số được."), _RIGHTS),
    ("SQLITE_AUTH", N_("Sổ “{so}” chỉ được đọc, không ghi thêm số được."), _RIGHTS),
    ("SQLITE_FULL", N_("Ổ đĩa đã đầy, không ghi được vào sổ “{so}”."), _TIDY),
    ("SQLITE_NOTADB", N_("“{so}” không phải sổ văn bản của notice-gen."), CHOOSE),
    ("SQLITE_CORRUPT", N_("Tệp sổ “{so}” bị hỏng."), _RESTORE),
    ("SQLITE_CANTOPEN", N_("Không mở được sổ “{so}” (không có quyền, hoặc thư mục chỉ được đọc)."), _RIGHTS),
    ("SQLITE_IOERR", N_("Ổ đĩa không ghi được vào sổ “{so}” (đầy, hỏng, hoặc bị rút ra)."), N_("Kiểm tra ổ đĩa và chỗ trống rồi chạy lại; chưa có số nào bị mất.")),
)  # fmt: skip
_POSTGRESQL = (
    ("28", N_("Máy chủ sổ “{so}” không cho đăng nhập."), N_("Kiểm tra tên người dùng và mật khẩu trong địa chỉ sổ (hoặc tệp .pgpass).")),
    ("3D", N_("Không có cơ sở dữ liệu “{so}”."), N_("Kiểm tra tên cơ sở dữ liệu; người quản trị tạo bằng: createdb TÊN.")),
    ("25006", N_("Sổ “{so}” chỉ được đọc, không ghi thêm số được."), N_("Xin người quản trị quyền ghi vào cơ sở dữ liệu.")),
    ("42501", N_("Sổ “{so}” chỉ được đọc, không ghi thêm số được."), N_("Xin người quản trị quyền ghi vào cơ sở dữ liệu.")),
    ("42P01", N_("“{so}” không phải sổ văn bản của notice-gen."), ADDRESS),
    ("53100", N_("Ổ đĩa đã đầy, không ghi được vào sổ “{so}”."), _TIDY),
    ("40", N_("Sổ “{so}” đang được chương trình khác ghi, đợi mãi chưa xong."), _AGAIN),
    ("55P03", N_("Sổ “{so}” đang được chương trình khác ghi, đợi mãi chưa xong."), _AGAIN),
    ("XX", N_("Tệp sổ “{so}” bị hỏng."), _RESTORE),
)  # fmt: skip
_AT_THE_DOOR = (  # a connection refused has no SQLSTATE, only the words of a server, as a rule English
    (re.compile(r"authentication failed|no password supplied|no pg_hba\.conf entry|role \".*\" does not exist"), "28"),
    (re.compile(r"database \".*\" does not exist"), "3D"),
)
_UNREACHABLE = (
    N_("Không nối được tới sổ “{so}”: {loi}."),
    N_("Kiểm tra mạng, tên máy chủ, tên người dùng, và máy chủ có đang chạy không; rồi chạy lại, chưa có số nào bị mất."),
)
_PASSING = ("40001", "40P01", "57P0", "08")  # serialisation, deadlock, a server restarting, a connection lost


def failure(message: str, hint: str, where: object, **more: object) -> RegisterError:
    """Return the error that says *message* of the register *where*."""
    return RegisterError(Problem(message, hint, {"so": where, **more}))


def of(error: Exception, label: str) -> RegisterError:
    """Return the plain words for what the database raised.

    Args:
        error: of SQLAlchemy, of sqlite3 or of the system.
        label: the register's name, without a password.
    """
    cause = _cause(error)
    if isinstance(cause, OSError):
        return unopened(Path(label), cause)
    code = getattr(cause, "sqlite_errorname", None)
    state = getattr(cause, "sqlstate", None) or next((state for words, state in _AT_THE_DOOR if not code and words.search(str(cause))), None)
    for table, said in ((_SQLITE, code), (_POSTGRESQL, state)):
        for start, message, hint in table:
            if said and said.startswith(start):
                return failure(message, hint, label)
    reason = next((line.strip().rstrip(".") for line in str(cause).splitlines() if line.strip()), type(cause).__name__)
    if isinstance(cause, sqlite3.Error) or code:
        return failure(N_("Không dùng được sổ “{so}”: {loi}."), CHOOSE, label, loi=reason)
    if getattr(cause, "sqlstate", None):  # connected, and refused for a reason of its own
        return failure(N_("Không dùng được sổ “{so}”: {loi}."), _ASK, label, loi=reason)
    return failure(*_UNREACHABLE, label, loi=reason)


def is_passing(error: Exception) -> bool:
    """Say whether the same work may succeed when tried again at once."""
    if isinstance(error, IntegrityError):
        return True  # another program made the same series at the same moment
    cause = _cause(error)
    state = getattr(cause, "sqlstate", None)
    return bool(state and state.startswith(_PASSING)) or (isinstance(error, DBAPIError) and error.connection_invalidated)


def _cause(error: Exception) -> BaseException:
    return error.orig if isinstance(error, DBAPIError) and error.orig else error


def unopened(path: Path, error: OSError) -> RegisterError:
    """Return the error for a file that the system would not open or make."""
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return failure(N_("Không có thư mục “{thu_muc}” để đặt sổ văn bản."), N_("Tạo thư mục đó trước, hoặc sửa đường dẫn sau --register."), path, thu_muc=path.parent)
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return failure(N_("Ổ đĩa đã đầy, không ghi được vào sổ “{so}”."), _TIDY, path)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return failure(N_("Không mở được sổ “{so}” (không có quyền, hoặc thư mục chỉ được đọc)."), _RIGHTS, path)
    return failure(N_("Không dùng được sổ “{so}”: {loi}."), CHOOSE, path, loi=error.strerror or str(error))


def gone(path: Path) -> RegisterError:
    """Return the error for a register that was there and is no more, or is another file now."""
    hint = N_("Đưa tệp sổ về chỗ cũ (tìm trong Thùng rác, bản sao lưu) rồi chạy lại; đừng lập sổ mới, kẻo số bị dùng hai lần.")
    return failure(N_("Tệp sổ “{so}” đã bị xóa, đổi chỗ hoặc bị thay trong khi đang dùng."), hint, path)


def absent(label: str) -> RegisterError:
    """Return the error for a place where there is no register."""
    hint = N_("Sổ ở chỗ khác thì ghi --register ĐƯỜNG-DẪN; chưa lấy số lần nào thì ghi so = \"tu-dong\" rồi in, sổ sẽ được lập.")
    return failure(N_("Chưa có sổ văn bản ở “{so}”."), hint, label)


def not_ours(label: str) -> RegisterError:
    """Return the error for a database that holds something else."""
    return failure(N_("“{so}” không phải sổ văn bản của notice-gen."), CHOOSE, label)


def empty(label: str) -> RegisterError:
    """Return the error for a file without a byte: never made by us, so it lost what it held."""
    hint = N_("Chép bản sao lưu gần nhất về; nếu chưa từng lấy số nào ở đây thì xóa tệp rỗng đó rồi chạy lại.")
    return failure(N_("Tệp sổ “{so}” rỗng, không còn gì bên trong."), hint, label)


def newer(label: str) -> RegisterError:
    """Return the error for a register that a later version has made."""
    return failure(N_("Sổ “{so}” do phiên bản notice-gen mới hơn lập."), N_("Cập nhật notice-gen trên máy này rồi chạy lại."), label)


def damaged(label: str) -> RegisterError:
    """Return the error for a register whose integrity check fails."""
    return failure(N_("Tệp sổ “{so}” bị hỏng."), _RESTORE, label)
