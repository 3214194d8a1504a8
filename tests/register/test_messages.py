"""What a clerk is told of a number that cannot be had, or that is worth a look: the whole sentence, its key, what to type."""

from __future__ import annotations

import ctypes
import errno
import ntpath
import os
import sqlite3
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from notice_gen import register
from notice_gen.errors import InputError, Problem, RegisterError
from notice_gen.register import place
from notice_gen.register.store.sqlite import SqliteStore
from tests.helpers.registers import UBND, request

HELD = {"so": 7, "trich_yeu": "Kết quả kiểm tra"}


@pytest.fixture
def book(tmp_path):
    with register.connect(tmp_path / "so.db") as opened:
        yield opened


def told(problem: Problem) -> tuple[str, str]:
    assert problem.path == ("van_ban", "so"), problem
    return problem.text(), problem.hint_text()


def refused(book, *requests) -> tuple[str, str]:
    before = register.entries(book)
    with pytest.raises(InputError) as caught:
        register.reserve(book, requests)
    assert register.entries(book) == before
    return told(caught.value.problems[0])


def doubted(book, *requests) -> list[tuple[str, str]]:
    problems = [problem for entry in register.reserve(book, requests) for problem in entry.doubts]
    assert {problem.level for problem in problems} <= {"warning"}
    return [told(problem) for problem in problems]


def test_a_number_in_use(book):
    register.reserve(book, [request("a.toml", **HELD)])
    assert refused(book, request("b.toml", so=7)) == (
        "Số 7 năm 2026 đã dùng cho văn bản 07/TB-UBND ngày 05/3/2026: “Kết quả kiểm tra” (tệp a.toml).",
        'Ghi so = "tu-dong" để lấy số tiếp theo, hoặc ghi số khác; xem sổ: notice-gen register list.',
    )


def test_a_number_in_use_by_a_notice_that_says_little(book):
    register.reserve(book, [request("a.toml", so=7, trich_yeu="", ngay=None)])
    assert "07/TB-UBND ngày …: “…” (tệp a.toml)" in refused(book, request("b.toml", so=7))[0]


def test_a_void_number(book):
    [held] = register.reserve(book, [request("a.toml", **HELD)])
    register.void(book, [held.id], "In nhầm")
    said = ("Số 7 năm 2026 đã hủy (In nhầm); số đã hủy không dùng lại.", 'Ghi so = "tu-dong" để lấy số tiếp theo, hoặc ghi số khác.')
    assert refused(book, request("b.toml", so=7)) == said


def test_another_number_than_it_has(book):
    register.reserve(book, [request("a.toml", **HELD)])
    assert refused(book, request("a.toml", so=9, trich_yeu="Kết quả kiểm tra")) == (
        "Văn bản này đã có số 7 trong sổ (07/TB-UBND), nay lại ghi số 9.",
        'Ghi so = 7 để giữ số cũ; nếu phải đổi số thì hủy số cũ trước: notice-gen register void 7 --reason "…".',
    )


def test_a_file_that_was_issued_and_says_something_else(book):
    [held] = register.reserve(book, [request("a.toml", **HELD)])
    register.issue(book, [(held.khoa, "ab" * 32)])
    assert refused(book, request("a.toml", trich_yeu="Lịch tiếp công dân tháng Tư của lãnh đạo")) == (
        "Tệp này đã ra văn bản 07/TB-UBND ngày 05/3/2026: “Kết quả kiểm tra”; nay nội dung là của văn bản khác, nên không in lại với số đó.",
        "Văn bản mới thì chép ra tệp tên khác rồi in; vẫn là văn bản số 7 (chỉ sửa trích yếu, đơn vị, ngày) thì ghi so = 7; in hàng loạt thì ghi vào cột van_ban.so.",
    )


def test_a_number_no_year_reaches(book):
    assert refused(book, request("a.toml", so=10**6)) == ("Số 1000000 lớn quá, không phải số văn bản của một năm.", "Kiểm tra lại số trên văn bản.")


def test_two_notices_of_one_name(book):
    assert refused(book, request("a.toml", trich_yeu="Một"), request("a.toml", trich_yeu="Hai")) == (
        "Hai văn bản khác nhau trong một lần chạy cùng nhận là “a.toml”: “Một” và “Hai”.",
        "Mỗi văn bản một tệp, mỗi hàng số liệu một mã đơn vị riêng, thì mỗi văn bản mới có số riêng.",
    )


def test_another_series_in_the_middle_of_a_year(book):
    register.reserve(book, [request("a.toml")])
    with pytest.raises(InputError) as caught:
        register.reserve(book, [request("b.toml", rieng=True)])
    [problem] = caught.value.problems
    assert problem.path == ("so_van_ban", "day_so")
    assert problem.text().startswith('Năm 2026, văn bản loại TB đã lấy số theo cách khác với day_so = "rieng" bây giờ')
    assert problem.hint_text() == "Giữ day_so như từ đầu năm ở bảng [so_van_ban] của notice-gen.toml; muốn đổi thì đổi từ ngày 01 tháng 01 năm sau."


@pytest.mark.parametrize(("so", "skipped"), [(9, "8"), (10, "8-9"), (20, "8-19")])
def test_numbers_left_out(book, so, skipped):
    register.reserve(book, [request("a.toml", **HELD)])
    [(text, hint)] = doubted(book, request("b.toml", so=so))
    assert text == f"Số {so} cách số cuối trong sổ (7); chưa có văn bản nào mang số {skipped}, và số tự động sẽ tiếp sau {so}."
    assert hint.endswith(f'Nếu gõ nhầm số: notice-gen register void {so} --rewind --reason "…", rồi sửa so.')


def test_the_next_number_leaves_none_out_nor_does_one_that_is_taken(book):
    register.reserve(book, [request("a.toml", **HELD)])
    assert doubted(book, request("b.toml", so=8), request("c.toml")) == []


@pytest.mark.parametrize(
    ("so", "ngay", "said"),
    [
        (8, date(2026, 3, 4), "Số 8 ghi ngày 04/3/2026, mà số 7 ghi ngày 05/3/2026: số và ngày phải cùng thứ tự (Điều 15)."),
        (6, date(2026, 3, 6), "Số 6 ghi ngày 06/3/2026, mà số 7 ghi ngày 05/3/2026: số và ngày phải cùng thứ tự (Điều 15)."),
        (8, date(2026, 3, 5), None),
        (6, date(2026, 3, 5), None),
        (8, date(2026, 3, 6), None),
        (6, date(2026, 3, 4), None),
        (8, None, None),
    ],
)
def test_days_follow_numbers(book, so, ngay, said):
    register.reserve(book, [request("a.toml", **HELD)])
    assert doubted(book, request("b.toml", so=so, ngay=ngay)) == ([(said, "Xem lại ngay trong [van_ban].")] if said else [])


def test_a_notice_that_seems_to_be_there_already(book):
    register.reserve(book, [request("a.toml", **HELD)])
    assert doubted(book, request("b.toml", trich_yeu="Kết quả kiểm tra")) == [(
        "Trong sổ đã có văn bản 07/TB-UBND cùng ngày, cùng đơn vị, cùng trích yếu (tệp a.toml); có thể là một văn bản.",
        'Nếu là một (tệp đã đổi tên hay chuyển thư mục) thì hủy số thừa: notice-gen register void 8 --reason "…", rồi trả tệp về tên và chỗ cũ, a.toml, mà in.',
    )]  # fmt: skip


def test_a_file_that_keeps_its_number_and_says_something_else(book):
    register.reserve(book, [request("a.toml", **HELD)])
    assert doubted(book, request("a.toml", trich_yeu="Lịch tiếp công dân tháng Tư của lãnh đạo")) == [(
        "Số 7 đang giữ cho “Kết quả kiểm tra” (Các thôn); tệp này nay có trích yếu, người, nơi nhận hoặc đơn vị khác mà vẫn nhận số đó.",
        "Nếu đây là văn bản khác thì chép ra tệp tên khác rồi in, để mỗi văn bản một số.",
    )]  # fmt: skip
    [same] = register.entries(book)
    assert (same.so, same.co_quan) == (7, UBND)


PERSON = {"so": None, "trich_yeu": "ông Lê Văn C", "noi_nhan": "Sở Nội vụ"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"trich_yeu": "bà Trần Thị B"}, True), ({"noi_nhan": "Sở Tài chính"}, True), ({"trich_yeu": "ông Lê Văn Cường"}, True), ({"trich_yeu": "Ông Lê Văn C đi tập huấn"}, False),
        ({"noi_nhan": "UBND thành phố; Sở Nội vụ"}, False), ({"noi_nhan": ""}, False), ({"noi_nhan": "Sở Nội vụ (để b/c); Các thôn"}, False), ({"luu": "VT, NV"}, False), ({"noi_nhan": "Sở Nôi vu"}, False),
    ],
)
def test_a_number_kept_for_another_person_or_addressee_is_told(book, changes, said):
    register.reserve(book, [request("a.toml", **PERSON)])
    doubts = doubted(book, request("a.toml", **PERSON | changes))
    assert len(doubts) == said
    assert all(text.startswith("Số 1 đang giữ cho “ông Lê Văn C” (Sở Nội vụ);") for text, _ in doubts)
    assert doubted(book, request("a.toml", **PERSON | changes)) == []  # which the register says now


@pytest.mark.parametrize(("hom_nay", "so", "said"), [(date(2026, 5, 5), None, True), (date(2026, 5, 4), None, False), (None, None, False), (date(2027, 3, 5), 1, False)])
def test_a_number_taken_long_after_the_day_of_the_paper_is_told(book, hom_nay, so, said):
    doubts = doubted(book, request("a.toml", hom_nay=hom_nay, so=so))
    assert doubts == ([("Lấy số mới 1 hôm nay, 05/5/2026, mà văn bản ghi ngày 05/3/2026.", "Xem lại năm, tháng của ngay trong [van_ban]; đúng là văn bản ngày đó thì để nguyên.")] if said else [])
    assert doubted(book, request("a.toml", hom_nay=date(2028, 1, 1), so=so)) == []  # an honest reprint of it


# --- the file ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "said", "typed"),
    [
        ("SQLITE_BUSY_SNAPSHOT", "đang được chương trình khác ghi", "Đợi một lát rồi chạy lại"),
        ("SQLITE_LOCKED", "đang được chương trình khác ghi", "Đợi một lát rồi chạy lại"),
        ("SQLITE_READONLY_DIRECTORY", "chỉ được đọc", "Xin quyền ghi"),
        ("SQLITE_PERM", "chỉ được đọc", "Xin quyền ghi"),
        ("SQLITE_AUTH", "chỉ được đọc", "Xin quyền ghi"),
        ("SQLITE_FULL", "Ổ đĩa đã đầy", "Xóa bớt tệp"),
        ("SQLITE_NOTADB", "không phải sổ văn bản của notice-gen", "--register so-van-ban.db"),
        ("SQLITE_CANTOPEN", "Không mở được sổ", "Xin quyền ghi"),
        ("SQLITE_IOERR_WRITE", "Ổ đĩa không ghi được vào sổ", "Kiểm tra ổ đĩa"),
        ("SQLITE_NOMEM", ": out of luck.", "--register so-van-ban.db"),
        ("SQLITE_INTERRUPT", ": out of luck.", "--register so-van-ban.db"),
        ("SQLITE_PROTOCOL", ": out of luck.", "--register so-van-ban.db"),
        ("SQLITE_NOLFS", ": out of luck.", "--register so-van-ban.db"),
        ("SQLITE_CORRUPT", "bị hỏng", "Đừng dùng tiếp"),
    ],
)
def test_what_sqlite_says_is_said_in_words(code, said, typed, tmp_path):
    error = sqlite3.OperationalError("out of luck.\nmore")
    error.sqlite_errorname = code
    [problem] = SqliteStore(tmp_path / "so.db").failure(error).problems
    assert said in problem.text()
    assert str(tmp_path / "so.db") in problem.text()
    assert typed in problem.hint_text()


@pytest.mark.parametrize(
    ("number", "said", "typed"),
    [
        (errno.ENOENT, "Không có thư mục “{folder}” để đặt sổ văn bản.", "Tạo thư mục đó trước, hoặc sửa đường dẫn sau --register."),
        (errno.ENOTDIR, "Không có thư mục “{folder}” để đặt sổ văn bản.", "Tạo thư mục đó trước"),
        (errno.ENOSPC, "Ổ đĩa đã đầy, không ghi được vào sổ “{file}”.", "Xóa bớt tệp rồi chạy lại; chưa có số nào bị mất."),
        (errno.EACCES, "Không mở được sổ “{file}” (không có quyền, hoặc thư mục chỉ được đọc).", "Xin quyền ghi"),
        (errno.EROFS, "Không mở được sổ “{file}”", "Xin quyền ghi"),
        (errno.ENXIO, "Không dùng được sổ “{file}”: hết cách.", "Ghi đường dẫn tệp sổ sau --register"),
    ],
)
def test_what_the_system_says_is_said_in_words(number, said, typed, tmp_path):
    [problem] = SqliteStore(tmp_path / "so.db").failure(OSError(number, "hết cách")).problems
    assert said.format(folder=tmp_path, file=tmp_path / "so.db") in problem.text()
    assert typed in problem.hint_text()


SHARES = ["nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afp", "afpfs", "davfs", "ceph", "glusterfs", "lustre", "gfs2", "ocfs2", "beegfs", "fuse.sshfs", "fuse.smbnetfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.curlftpfs", "vboxsf", "prl_fs", "fuse.vmhgfs-fuse"]


@pytest.mark.parametrize("kind", [*SHARES, "ext4", "xfs", "tmpfs", "fuse.ntfs-3g"])
def test_locks_hold_on_a_disk_of_the_machine_alone(kind, tmp_path, monkeypatch):
    read_text = Path.read_text
    mounts = f"1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 1 0:5 / {tmp_path.resolve()} rw shared:1 - {kind} //may/so rw\n3 1 0:6 / /khac rw - nfs a rw\n"
    monkeypatch.setattr(Path, "read_text", lambda self, *how: mounts if str(self) == "/proc/self/mountinfo" else read_text(self, *how))
    if kind not in SHARES:
        place.refuse_share(tmp_path / "so.db")
        return
    with pytest.raises(RegisterError) as caught:
        place.refuse_share(tmp_path / "so.db")
    assert f"Sổ “{tmp_path / 'so.db'}” nằm trên ổ mạng" in caught.value.problems[0].text()
    assert "dùng PostgreSQL" in caught.value.problems[0].hint_text()


REMOTE, FIXED = 4, 3
ON_WINDOWS = [
    ("//may-chu/so/so.db", "//may-chu/so/so.db", FIXED, True),
    ("Z:/so.db", "//may-chu/so/so.db", FIXED, True),
    ("Z:/so.db", "Z:/so.db", REMOTE, True),
    ("C:/so.db", "C:/so.db", FIXED, False),
]


@pytest.mark.parametrize(("path", "resolved", "kind", "is_share"), ON_WINDOWS)
def test_on_windows_a_share_has_a_name_or_a_drive_of_its_own(path, resolved, kind, is_share, monkeypatch):
    drives = SimpleNamespace(kernel32=SimpleNamespace(GetDriveTypeW={f"{path[:2]}\\": kind}.__getitem__))
    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        windows.setattr(ctypes, "windll", drives, raising=False)
        windows.setattr(os.path, "realpath", lambda _: resolved)
        windows.setattr(os.path, "splitdrive", ntpath.splitdrive)
        windows.setattr(Path, "absolute", lambda self: self)
        assert place._is_share(Path(path)) == is_share


def test_a_name_that_no_disk_can_hold(tmp_path):
    with pytest.raises(RegisterError) as caught, register.connect(tmp_path / ("a" * 300)):
        pass
    assert "Không dùng được sổ “" in caught.value.problems[0].text()
    assert caught.value.problems[0].hint_text().startswith("Ghi đường dẫn tệp sổ sau --register")


def test_a_file_without_a_byte(tmp_path):
    (tmp_path / "so.db").touch()
    with pytest.raises(RegisterError) as caught, register.connect(tmp_path / "so.db"):
        pass
    assert caught.value.problems[0].text() == f"Tệp sổ “{tmp_path / 'so.db'}” rỗng, không còn gì bên trong."
    assert caught.value.problems[0].hint_text().startswith("Chép bản sao lưu gần nhất về; nếu chưa từng lấy số nào ở đây thì xóa tệp rỗng đó")


# --- what leaves no trace ------------------------------------------------------------------------------

LONG = "Kết quả kiểm tra công tác cải cách hành chính, kiểm soát thủ tục hành chính và việc thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính tại bộ phận tiếp nhận và trả kết quả của Ủy ban nhân dân xã Bình Điền trong quý I năm 2026, phương hướng, nhiệm vụ trọng tâm quý II năm 2026"


MENDED = [
    LONG.replace("công tác", "việc").replace("trọng tâm ", ""),
    LONG.replace("Kết quả kiểm tra", "Kết kiểm tra").replace("cải cách", "cách").replace("tâm quý II", "tâm II"),
]


@pytest.mark.parametrize("mended", MENDED)
def test_a_long_subject_with_a_word_mended_is_still_the_same_notice(book, mended):
    [held] = register.reserve(book, [request("a.toml", so=7, trich_yeu=LONG)])
    register.issue(book, [(held.khoa, "ab" * 32)])
    [again] = register.reserve(book, [request("a.toml", trich_yeu=mended)])
    assert (again.so, again.doubts) == (7, ())


def test_looking_at_a_register_leaves_nothing_where_one_stands(tmp_path, monkeypatch):
    (tmp_path / "kho").mkdir()
    with register.connect(tmp_path / "kho" / "so.db") as book:
        register.reserve(book, [request("a.toml")])
    (tmp_path / "day").mkdir()
    monkeypatch.chdir(tmp_path / "day")
    for _ in range(2):
        with register.connect(tmp_path / "kho" / "so.db", create=False) as book:
            assert register.preview(book, [request("b.toml")])[0].so == 2
            assert [entry.so for entry in register.entries(book)] == [1]
    assert list((tmp_path / "day").iterdir()) == []


def test_a_file_system_that_cannot_make_a_folder_lasting_is_good_enough(tmp_path, monkeypatch):
    opened = os.open

    def refuse(path, *how, **more):
        if os.path.isdir(path):  # noqa: PTH112 - whatever spelling of a path
            raise OSError(errno.EINVAL, "not here")
        return opened(path, *how, **more)

    monkeypatch.setattr(os, "open", refuse)
    with register.connect(tmp_path / "so.db") as book:
        assert register.reserve(book, [request("a.toml")])[0].so == 1


def test_a_file_that_was_moved_is_not_sent_round_in_a_circle(book):
    register.reserve(book, [request("a.toml", **HELD)])
    message, hint = refused(book, request("b.toml", **HELD))
    assert message.startswith("Số 7 năm 2026 đã dùng cho văn bản 07/TB-UBND")
    assert hint.startswith("Đúng là văn bản này (tệp đã đổi tên hay chuyển thư mục) thì trả tệp về tên và chỗ cũ, a.toml, rồi in;")


def test_numbers_that_the_same_run_fills_are_no_gap(book):
    register.reserve(book, [request("a.toml", **HELD)])
    texts = {9: "Lịch tiếp công dân", 8: "Tuyển quân", 10: "Giao ban", 13: "Phòng dịch"}
    doubts = doubted(book, *(request(f"{so}.toml", so=so, trich_yeu=text) for so, text in texts.items()))
    assert [message for message, _ in doubts] == [
        "Số 13 cách số cuối trong sổ (10); chưa có văn bản nào mang số 11-12, và số tự động sẽ tiếp sau 13.",
    ]
