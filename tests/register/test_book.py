"""The register on both databases: one number, once."""

from __future__ import annotations

import os
import pickle
from datetime import date
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.errors import InputError, RegisterError
from notice_gen.register import DA_CAP, GIU_CHO, HUY, NumberRefusedError, connect, tables
from tests.helpers.registers import UBND, request


@pytest.fixture
def book(where):
    with connect(where) as opened:
        yield opened


def numbers(entries) -> list[int]:
    return [entry.so for entry in entries]


def refused(book, *requests) -> list[str]:
    with pytest.raises(NumberRefusedError) as caught:
        register.reserve(book, requests)
    return [problem.text() for problems in caught.value.by_request for problem in problems]


def test_numbers_run_from_one_in_the_order_asked(book):
    first = register.reserve(book, [request("c"), request("a"), request("b")])
    assert numbers(first) == [1, 2, 3]
    assert [entry.trang_thai for entry in first] == [GIU_CHO] * 3
    assert numbers(register.reserve(book, [request("d")])) == [4]


def test_the_same_notice_keeps_its_number_and_its_line_is_brought_up_to_date(book):
    register.reserve(book, [request("a"), request("b")])
    again = register.reserve(book, [request("b", nguoi_ky="Trần Thị B"), request("c"), request("a")])
    assert numbers(again) == [2, 3, 1]
    assert [entry.nguoi_ky for entry in register.entries(book)] == ["Nguyễn Văn A", "Trần Thị B", "Nguyễn Văn A"]


def test_agencies_and_years_have_their_own_series(book):
    register.reserve(book, [request("a"), request("b")])
    other = request("a", co_quan="Ủy ban nhân dân xã Khác")
    next_year = request("a", nam=2027, ngay=date(2027, 1, 2))
    respelt = request("c", co_quan="UỶ BAN NHÂN DÂN  xã Bình Điền")
    assert numbers(register.reserve(book, [other, next_year, respelt])) == [1, 1, 3]


def test_types_share_one_series_or_have_their_own(book):
    assert numbers(register.reserve(book, [request("a"), request("b", loai="QĐ", ky_hieu="QĐ-UBND")])) == [1, 2]
    apart = {"nam": 2027, "rieng": True}
    got = register.reserve(
        book, [request("a", **apart), request("b", loai="QĐ", **apart), request("c", loai="", **apart), request("d", **apart)]
    )
    assert [(entry.so, entry.nhom) for entry in got] == [(1, "TB"), (1, "QĐ"), (1, "CV"), (2, "TB")]


@pytest.mark.parametrize("rieng", [False, True])
def test_the_way_of_counting_does_not_change_within_a_year(book, rieng):
    register.reserve(book, [request("a", rieng=rieng)])
    assert "đổi giữa năm" in refused(book, request("b", rieng=not rieng))[0]
    assert numbers(register.reserve(book, [request("b", rieng=rieng)])) == [2]


def test_a_number_is_issued_with_the_digest_of_its_file(book):
    [entry] = register.reserve(book, [request("a")])
    register.issue(book, [(entry.khoa, "ab" * 32)])
    [line] = register.entries(book)
    assert (line.trang_thai, line.sha256) == (DA_CAP, "ab" * 32)
    assert line.giu_luc <= line.cap_luc
    assert len(line.cap_luc) == 20
    register.issue(book, [(entry.khoa, "cd" * 32)])
    assert register.entries(book)[0].sha256 == "cd" * 32


def test_what_is_not_in_the_register_cannot_be_issued_and_nothing_is(book):
    [entry] = register.reserve(book, [request("a")])
    with pytest.raises(RegisterError, match="không còn giữ"):
        register.issue(book, [(entry.khoa, "ab" * 32), ("lạ", "cd" * 32)])
    assert register.entries(book)[0].trang_thai == GIU_CHO


def test_a_void_number_never_comes_back(book):
    first = register.reserve(book, [request("a"), request("b")])
    [gone] = register.void(book, [first[1].id], "  In   nhầm ")
    assert (gone.trang_thai, gone.ly_do) == (HUY, "In nhầm")
    assert numbers(register.reserve(book, [request("b"), request("c")])) == [3, 4]
    assert "Số 2 năm 2026 đã hủy (In nhầm)" in refused(book, request("d", so=2))[0]
    with pytest.raises(InputError, match="đã hủy từ trước"):
        register.void(book, [first[0].id, gone.id], "Nữa")
    with pytest.raises(InputError, match="không có số đó"):
        register.void(book, [first[0].id, 999], "Không có")
    with pytest.raises(InputError, match="lý do"):
        register.void(book, [first[0].id], "  ")
    assert register.entries(book)[0].trang_thai == GIU_CHO


def test_a_number_typed_too_high_by_mistake_need_not_be_gone_on_from(book):
    register.reserve(book, [request("a"), request("b", so=88)])
    [typed] = register.entries(book, so=88)
    register.void(book, [typed.id], "Gõ nhầm", rewind=True)
    assert numbers(register.reserve(book, [request("b", so=2), request("c")])) == [2, 3]
    assert "đã hủy" in refused(book, request("d", so=88))[0]
    register.reserve(book, [request("e", so=87)])
    assert numbers(register.reserve(book, [request("f")])) == [89]


def test_a_void_last_number_stays_void_when_the_count_goes_back(book):
    register.reserve(book, [request("a"), request("b")])
    register.void(book, [register.entries(book, so=2)[0].id], "Thử", rewind=True)
    assert numbers(register.reserve(book, [request("c"), request("b")])) == [3, 4]


def test_a_number_that_no_year_can_reach_is_refused(book):
    assert "lớn quá" in refused(book, request("a", so=10**12), request("b"))[0]
    assert register.entries(book) == []


def on_paper(so: int, **changes):
    """A line that was entered from a register kept on paper, in the book by way of a notice."""
    asked = request("sổ", so=so, **changes)
    return asked._replace(khoa=register.khoa(register.SO_GIAY, co_quan=UBND, nam=asked.nam, loai=asked.loai, hang=str(so)))


def test_a_line_from_paper_is_claimed_by_the_notice_with_its_number(book):
    same = "Kết luận kiểm tra công tác cải cách hành chính tại "
    register.reserve(book, [on_paper(5, trich_yeu=same + "thôn Một"), on_paper(6, trich_yeu=same + "thôn Hai")])
    assert "đã dùng" in refused(book, request("a", so=5, trich_yeu="Lịch nghỉ lễ"))[0]
    assert "đã dùng" in refused(book, request("a", so=5, ngay=date(2026, 3, 6)))[0]
    assert "đã dùng" in refused(book, request("a", so=5, ky_hieu="TB-HĐND", trich_yeu=same + "thôn Một"))[0]
    [claimed] = register.reserve(book, [request("a", so=5, trich_yeu=same + "Thôn Một (đợt 1)")])
    assert (claimed.so, claimed.tep, claimed.doubts) == (5, "a", ())
    assert numbers(register.reserve(book, [request("a", trich_yeu=same + "Thôn Một (đợt 1)"), request("b")])) == [5, 7]
    assert len(register.entries(book)) == 3


def test_a_line_from_paper_is_claimed_by_the_only_notice_alike_in_every_column(book):
    twins = {"trich_yeu": "Lịch trực", "noi_nhan": "Các thôn"}
    register.reserve(book, [on_paper(1, trich_yeu="Lịch nghỉ  lễ"), on_paper(2, **twins), on_paper(3, **twins)])
    got = register.reserve(book, [request("a", trich_yeu="Lịch nghỉ lễ"), request("b", trich_yeu="Lịch nghỉ lễ"), request("c", **twins)])
    assert [(entry.so, "nhận lại" in "".join(problem.text() for problem in entry.doubts)) for entry in got] == [(1, True), (4, False), (5, False)]
    register.void(book, [register.entries(book, so=2)[0].id], "Thử")
    assert numbers(register.reserve(book, [request("d", **twins)])) == [3]


def test_an_explicit_number_is_entered_once(book):
    assert numbers(register.reserve(book, [request("a", so=7)])) == [7]
    assert numbers(register.reserve(book, [request("a", so=7)])) == [7]
    assert numbers(register.reserve(book, [request("a"), request("b")])) == [7, 8]
    said = refused(book, request("c", so=7), request("a", so=9), request("d"))
    assert len(said) == 2
    assert "đã dùng cho văn bản 07/TB-UBND ngày 05/3/2026: “Kết quả kiểm tra a” (tệp a)" in said[0]
    assert "đã có số 7 trong sổ" in said[1]
    assert numbers(register.entries(book)) == [7, 8]


def test_automatic_numbers_leave_those_that_others_of_the_run_ask_for(book):
    got = register.reserve(book, [request("a"), request("b", so=2), request("c"), request("d")])
    assert numbers(got) == [1, 2, 3, 4]


def test_one_refused_and_none_is_reserved(book):
    register.reserve(book, [request("a")])
    refused(book, request("b"), request("c", so=1))
    assert numbers(register.entries(book)) == [1]
    assert numbers(register.reserve(book, [request("c")])) == [2]


def test_a_preview_says_what_would_be_given_and_gives_nothing(book):
    register.reserve(book, [request("a")])
    assert numbers(register.preview(book, [request("b"), request("a"), request("c", so=9)])) == [2, 1, 9]
    assert numbers(register.entries(book)) == [1]


def test_the_unit_or_the_subject_of_an_issued_notice_betrays_another(book):
    same = "Kết luận kiểm tra công tác cải cách hành chính năm 2026 tại UBND "
    [entry] = register.reserve(book, [request("a", trich_yeu=same + "xã A", don_vi="xã A")])
    [renewed] = register.reserve(book, [request("a", trich_yeu=same + "xã B", don_vi="xã B")])
    assert [problem.level for problem in renewed.doubts] == ["warning"]
    register.issue(book, [(entry.khoa, "ab" * 32)])
    assert "Tệp này đã ra văn bản 01/TB-UBND" in refused(book, request("a", trich_yeu=same + "xã C", don_vi="xã C"))[0]
    assert "Tệp này đã ra văn bản" in refused(book, request("a", trich_yeu="Lịch nghỉ lễ", don_vi="xã B"))[0]
    [corrected] = register.reserve(book, [request("a", so=1, trich_yeu=same + "xã C", don_vi="xã C")])
    assert (corrected.so, corrected.don_vi, corrected.doubts) == (1, "xã C", ())
    [reworded] = register.reserve(book, [request("a", trich_yeu=same + "xã C (đợt 1)", don_vi="Xã C")])
    assert (reworded.so, reworded.doubts) == (1, ())


def test_two_notices_of_one_run_do_not_share_a_name(book):
    said = refused(book, request("a"), request("a", trich_yeu="Lịch nghỉ lễ"))
    assert len(said) == 1
    assert numbers(register.reserve(book, [request("a"), request("a")])) == [1, 1]
    assert numbers(register.entries(book)) == [1]


@pytest.mark.parametrize(
    ("asked", "warning"),
    [
        (request("b", so=5), "chưa có văn bản nào mang số 2-4"),
        (request("b", so=3), "chưa có văn bản nào mang số 2,"),
        (request("b", ngay=date(2026, 3, 4)), "Số 2 ghi ngày 04/3/2026, mà số 1 ghi ngày 05/3/2026"),
        (request("b", trich_yeu="Kết quả kiểm tra a"), "Trong sổ đã có văn bản 01/TB-UBND"),
        (request("b", so=2), ""),
        (request("b"), ""),
    ],
)
def test_what_is_odd_is_said(book, asked, warning):
    register.reserve(book, [request("a")])
    [entry] = register.reserve(book, [asked])
    assert [warning in problem.text() for problem in entry.doubts] == ([True] if warning else [])


def test_the_register_is_looked_through_by_what_is_asked(book):
    register.reserve(book, [request("a"), request("b", loai="QĐ"), request("c", nam=2027)])
    found = register.entries(book, nam=2026)
    assert numbers(found) == [1, 2]
    register.void(book, [found[0].id], "Thử")
    assert numbers(register.entries(book, trang_thai=HUY)) == [1]
    assert numbers(register.entries(book, loai="QĐ", nam=2026)) == [2]
    assert len(register.entries(book, co_quan=UBND.upper())) == 3
    assert register.entries(book, co_quan="Ai đó") == []
    assert numbers(register.entries(book, so=2)) == [2]


def test_the_database_itself_refuses_a_number_twice_and_a_notice_twice(book):
    register.reserve(book, [request("a")])
    with book.store.transaction("read") as connection:
        names = ("id", "day", *tables.COLUMNS)
        [row] = connection.rows(f"SELECT {', '.join(names)} FROM so_van_ban")  # noqa: S608 - our own
    insert = f"INSERT INTO so_van_ban ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our own
    there = dict(zip(names, row, strict=True)) | {"id": 99}
    for change in ({"khoa": "khác"}, {"so": 2}):
        with pytest.raises(book.store.errors, match=r"(?i)unique"), book.store.transaction("write") as connection:
            connection.do(insert, tuple((there | change).values()))
    with book.store.transaction("write") as connection:
        connection.do(insert, tuple((there | {"so": 2, "trang_thai": HUY}).values()))


def test_texts_come_back_as_they_went_in(book):
    text = "“Đ’ưa” \\ ' \" % {so} <b>&amp; | ‰ 漢字 \u00a0 ẩ"
    register.reserve(book, [request("a'|b/ c", trich_yeu=text, noi_nhan="a\nb")])
    [line] = register.entries(book)
    assert (line.trich_yeu, line.noi_nhan, line.ngay) == (text, "a\nb", date(2026, 3, 5))


def test_a_refusal_travels_between_processes(book):
    register.reserve(book, [request("a")])
    with pytest.raises(NumberRefusedError) as caught:
        register.reserve(book, [request("b", so=1)])
    assert pickle.loads(pickle.dumps(caught.value)).by_request == caught.value.by_request  # noqa: S301 - our own


@pytest.mark.slow
def test_three_thousand_at_once(book):
    asked = [request(f"xã {n}") for n in range(3321)]
    assert numbers(register.reserve(book, asked)) == list(range(1, 3322))
    register.issue(book, [(one.khoa, "ab" * 32) for one in asked])
    assert numbers(register.reserve(book, asked[::-1])) == list(range(3321, 0, -1))
    assert {line.trang_thai for line in register.entries(book)} == {DA_CAP}


@pytest.mark.parametrize(
    ("path", "folder", "name"),
    [
        ("/so/thang-3/a.toml", "/so", "thang-3/a.toml"),
        ("/so/../khac/a.toml", "/so", "../khac/a.toml"),
        ("/so/a.toml", None, "may-1:/so/a.toml"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths have drives there")
def test_how_the_register_names_a_file(path, folder, name):
    assert register.ten_tep(Path(path), Path(folder) if folder else None, "may-1") == name


def test_a_paper_keeps_its_own_number_from_others_and_not_from_its_notice(tmp_path):
    own, other = request("a"), request("b", don_vi="thôn Hai")
    with register.connect(tmp_path / "so.db") as book:
        borne = [(own.khoa, 1, 2026)]
        assert [entry.so for entry in register.preview(book, [other], borne)] == [2]
        assert [entry.so for entry in register.reserve(book, [own, other], borne)] == [1, 2]
