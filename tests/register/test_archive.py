"""The archive on both databases: what was printed under a number, byte for byte, in the transaction that issues it."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.errors import RegisterError
from notice_gen.register import Issue, archive, connect
from notice_gen.register.archive import HINH, TEP, Paper, content
from tests.helpers import docx as word
from tests.helpers.registers import raw, request


@pytest.fixture
def book(where):
    with connect(where) as opened:
        yield opened


def paper(docx: bytes, ten: str = "01-tb.docx", **more) -> Paper:
    sources = (content(TEP, "a.toml", "mau = 'thông báo'".encode()), content(HINH, "hinh/a.png", b"\x89PNG" * 9))
    return Paper(ten, hashlib.sha256(docx).hexdigest(), lambda: docx, "notice-gen 0", "5e" * 32, sources, **more)


def issued(book, tep: str, kept: Paper) -> register.Entry:
    [entry] = register.reserve(book, [request(tep)])
    assert register.issue(book, [Issue(entry.khoa, kept.sha256, kept.mau_sha256, kept.phien_ban, kept)]) == ()
    return line(book, entry.khoa)


def line(book, khoa: str) -> register.Entry:
    return next(entry for entry in register.entries(book) if entry.khoa == khoa)


def contents(where: str) -> list[bytes]:
    with raw(where) as line:
        return [data for (data,) in line.execute("SELECT noi_dung FROM so_khoi").fetchall()]


def test_a_paper_comes_out_as_it_went_in_with_all_that_it_was_made_from(book):
    entry = issued(book, "a.toml", paper(b"mot" * 999, hang='{"don_vi":{"ten":"xã A"}}'))
    assert (entry.mau_sha256, entry.phien_ban) == ("5e" * 32, "notice-gen 0")
    [kept] = archive.prints(book, ids=[entry.id])
    assert (kept.ma, kept.sha256, kept.ten) == (entry.luu_tru, entry.sha256, "01-tb.docx")
    assert archive.docx(book, kept) == b"mot" * 999
    assert [(each.vai, each.ten, each.data) for each in archive.sources(book, kept)] == [
        (TEP, "a.toml", "mau = 'thông báo'".encode()), (HINH, "hinh/a.png", b"\x89PNG" * 9),
    ]  # fmt: skip
    assert archive.row(kept) == '{"don_vi":{"ten":"xã A"}}'
    assert register.findings(book, days=7) == []


def test_what_papers_have_alike_is_kept_once(where, book):
    common = {f"word/{n}.xml": bytes(range(256)) * 40 for n in range(3)}
    logo = {"word/media/a.png": hashlib.shake_256(b"logo").digest(50_000)}
    several = [word.packed({**common, **logo, "word/document.xml": f"<a>{n}</a>".encode()}) for n in range(20)]
    for n, docx in enumerate(several):
        issued(book, f"{n}.toml", paper(docx, f"{n}.docx"))
    size = sum(map(len, contents(where)))
    assert size < len(several[0]) + 20 * 1500, size
    for kept in archive.prints(book):
        assert archive.docx(book, kept) == several[int(kept.ten.removesuffix(".docx"))]


def test_printed_again_both_stay_and_the_line_names_the_latest(book):
    first = issued(book, "a.toml", paper(b"truoc"))
    second = issued(book, "a.toml", paper(b"sau"))
    kept = {print_.ma: archive.docx(book, print_) for print_ in archive.prints(book, ids=[first.id])}
    assert kept == {first.luu_tru: b"truoc", second.luu_tru: b"sau"}
    assert register.findings(book, days=7) == []
    heads = register.heads(book)
    assert issued(book, "a.toml", paper(b"sau")) == second
    assert register.heads(book) == heads


def test_what_is_not_what_was_printed_is_not_kept(book):
    [entry] = register.reserve(book, [request("a.toml")])
    sound = paper(b"mot")
    for other in (replace_read(sound, b"hai"), replace_read(sound, None)):
        assert register.issue(book, [Issue(entry.khoa, sound.sha256, paper=other)]) == ("01-tb.docx",)
    assert archive.prints(book) == []
    assert (line(book, entry.khoa).luu_tru, line(book, entry.khoa).sha256) == ("", sound.sha256)
    assert register.issue(book, [Issue(entry.khoa, sound.sha256, paper=sound)]) == ()
    assert archive.docx(book, archive.prints(book)[0]) == b"mot"


def replace_read(kept: Paper, data: bytes | None) -> Paper:
    def read() -> bytes:
        if data is None:
            raise FileNotFoundError
        return data

    return Paper(**{**kept.__dict__, "read": read})


def test_a_print_without_the_archive_names_none_of_an_earlier_one(book):
    entry = issued(book, "a.toml", paper(b"mot"))
    register.issue(book, [(entry.khoa, "aa" * 32)])
    assert line(book, entry.khoa).luu_tru == ""
    assert len(archive.prints(book, ids=[entry.id])) == 1
    assert register.findings(book, days=7) == []


def test_what_cannot_be_issued_is_not_kept_either(book):
    entry = issued(book, "a.toml", paper(b"mot"))
    register.void(book, [entry.id], "In nhầm")
    with pytest.raises(RegisterError):
        register.issue(book, [Issue(entry.khoa, paper(b"hai").sha256, paper=paper(b"hai"))])
    assert [archive.docx(book, kept) for kept in archive.prints(book)] == [b"mot"]


def test_of_papers_with_one_number_each_is_kept_and_one_is_named(book):
    [entry] = register.reserve(book, [request("a.toml")])
    papers = [paper(f"ban {n}".encode(), f"{n}.docx", phan=f"a|xã {n}") for n in range(3)]
    register.issue(book, [Issue(entry.khoa, one.sha256, paper=one, is_line=n == 1) for n, one in enumerate(papers)])
    assert line(book, entry.khoa).sha256 == papers[1].sha256
    assert archive.digests(book) == {one.sha256 for one in papers}
    register.issue(book, [Issue(entry.khoa, papers[2].sha256, paper=papers[2], is_line=False)])
    assert line(book, entry.khoa).sha256 == papers[1].sha256


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE so_khoi SET noi_dung = X'00' WHERE ma = (SELECT min(ma) FROM so_khoi)", "không còn nguyên"),
        ("DELETE FROM so_khoi WHERE ma = (SELECT max(ma) FROM so_khoi)", "không còn nguyên"),
        ("UPDATE so_luu_tru SET ban_ghi = replace(ban_ghi, 'a.toml', 'b.toml')", "không còn nguyên"),
        ("DELETE FROM so_luu_tru", "lưu trữ không có bản đó"),
        ("UPDATE so_van_ban SET luu_tru = ''", "bị sửa ngoài chương trình"),
    ],
)
def test_an_archive_changed_by_hand_is_told_by_number(tmp_path, statement, said):
    path = tmp_path / "so.db"
    with connect(path) as book:
        kept = archive.prints(book, ids=[issued(book, "a.toml", paper(b"mot")).id])
    raw = sqlite3.connect(path)
    raw.execute(statement)
    raw.commit()
    raw.close()
    with connect(path) as book:
        [problem] = register.findings(book, days=7)
        assert said in problem.text()
        assert "01/TB-UBND" in problem.text()
        if "so_khoi" in statement:
            with pytest.raises(RegisterError):
                archive.docx(book, kept[0]), archive.sources(book, kept[0])


def test_too_much_is_not_taken_in(book, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST", 100)
    [entry] = register.reserve(book, [request("a.toml")])
    large = paper(b"x" * 101)
    assert register.issue(book, [Issue(entry.khoa, large.sha256, paper=large)]) == ("01-tb.docx",)
    assert line(book, entry.khoa).sha256 == large.sha256


def test_a_backup_holds_the_archive(book, tmp_path):
    if book.path is None:
        pytest.skip("a server's copies are its administrator's")
    entry = issued(book, "a.toml", paper(b"mot"))
    Path(tmp_path / "sao-luu.db").write_bytes(book.store.snapshot())
    with connect(tmp_path / "sao-luu.db", create=False) as copy:
        assert archive.docx(copy, archive.prints(copy, ids=[entry.id])[0]) == b"mot"


def test_the_line_of_an_older_program_is_read_as_before(book):
    [entry] = register.reserve(book, [request("a.toml")])
    register.issue(book, [(entry.khoa, "5e" * 32)])
    assert line(book, entry.khoa)._replace(cap_luc="").luu_tru == ""
    assert archive.prints(book) == []
