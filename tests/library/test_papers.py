"""Any Word file shown and mended; the register's book out and in: what the screen asks of the library."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import notice_gen
from notice_gen.convert import find, pages
from tests.helpers.registers import postgresql
from tests.web import papers

PAGES = pytest.mark.skipif(find() is None or not pages.can_read(), reason="LibreOffice or pypdfium2 is not installed")
TABLE = "Số, ký hiệu văn bản;Ngày tháng văn bản;Trích yếu;Người ký\n{}"


def rows(*numbers):
    return TABLE.format("".join(f"{n:02}/TB-UBND;{n:02}/03/2026;Việc số {n};Nguyễn Văn A\n" for n in numbers)).encode()


def faults(docx):
    return notice_gen.check_docx(docx, level="gợi ý").faults


@pytest.mark.parametrize("chosen", range(len(faults(papers.faulty()))))
def test_each_fault_is_mended_by_itself(chosen):
    data = papers.faulty()
    before = faults(data)
    choice = notice_gen.choice_of(before[chosen])
    made = notice_gen.mend_docx(data, only=[choice], level="gợi ý")
    assert {notice_gen.choice_of(fault) for fault in made.mended} == {choice}
    left = [notice_gen.choice_of(fault) for fault in made.report.faults]
    assert left == [each for each in map(notice_gen.choice_of, before) if each != choice]


def test_of_mended_one_by_one_and_all_at_once_the_verdict_is_one():
    data = papers.faulty()
    whole = notice_gen.mend_docx(data, level="gợi ý")
    for fault in faults(data):
        data = notice_gen.mend_docx(data, only=[notice_gen.choice_of(fault)], level="gợi ý").docx
    assert faults(data) == faults(whole.docx) == ()
    assert [one.text for one in notice_gen.paragraphs(data)] == [one.text for one in notice_gen.paragraphs(papers.right())]


def test_a_choice_that_is_none_mends_nothing():
    data = papers.faulty()
    for only in ([], [("XX99", "word/document.xml", 1, 0)], [("DC02", "../../etc/passwd", 8, 0)]):
        assert notice_gen.mend_docx(data, only=only, level="gợi ý").docx == data


def test_the_settings_of_an_office_hold(tmp_path):
    (tmp_path / "notice-gen.toml").write_text('[the_thuc]\nbo_qua = ["TR02"]\n', "utf-8")
    assert notice_gen.check_docx(papers.faulty(), office=tmp_path).waived == {"TR02": 1}
    assert notice_gen.mend_docx(papers.faulty(), office=tmp_path).report.waived == {"TR02": 1}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # one that comes while the collector calls back
def test_what_takes_too_long_is_refused_in_a_thread_of_a_server():
    more = "<w:p><w:r><w:t>Một đoạn , hai đoạn.</w:t></w:r></w:p>" * 30_000
    long = papers.changed(papers.right(), lambda xml: xml.replace("<w:body>", f"<w:body>{more}", 1))
    with ThreadPoolExecutor(1) as thread:
        for work in (notice_gen.check_docx, notice_gen.mend_docx, notice_gen.paragraphs):
            with pytest.raises(notice_gen.InputError, match="quá nhiều thời gian"):
                thread.submit(work, long, seconds=0.2).result(60)


@PAGES
def test_pages_are_drawn_one_at_a_time_however_many_ask():
    data = papers.faulty()
    with ThreadPoolExecutor(4) as several:
        made = list(several.map(lambda _: notice_gen.pages_of(data), range(4)))
    assert len({one.pictures for one in made}) == 1
    assert len({one.boxes for one in made}) == 1


@PAGES
def test_pages_that_take_too_long_are_refused():
    pdf = notice_gen.to_pdf(papers.right())
    for work in (lambda: pages.pictures(pdf, dots=50, until=time.monotonic() - 1), lambda: pages.boxes(pdf, ["a"], until=time.monotonic() - 1)):
        with pytest.raises(notice_gen.InputError, match="quá nhiều thời gian"):
            work()
    [first] = pages.pictures(pdf, dots=500, most=1, longest=300)
    assert int.from_bytes(first[16:20], "big") <= 300
    assert int.from_bytes(first[20:24], "big") <= 300


@PAGES
def test_a_text_that_is_not_on_the_pages_has_no_place():
    pdf = notice_gen.to_pdf(papers.right())
    assert pages.boxes(pdf, ["Không có câu này trong văn bản nào cả", "", "…", "z"]) == [None, None, None, None]


def books(tmp_path, where):
    if where == "sqlite":
        yield str(tmp_path / "so.db")
    else:
        with postgresql() as url:
            yield url


@pytest.mark.parametrize("where", ["sqlite", "postgresql"])
def test_the_book_of_any_register(tmp_path, where):
    for url in books(tmp_path, where):
        with notice_gen.open_register(url, create=True) as book:
            done = book.enter(rows(1, 2, 5), "so.csv", co_quan="UBND xã A")
            assert (done.new, [(one.next, one.missing) for one in done.series]) == (3, [(6, "3-4")])
            with pytest.raises(notice_gen.InputError) as refused:
                book.enter(rows(6) + b"07/TB-UBND;99/03/2026;x;y\n", "so.csv", co_quan="UBND xã A")
            assert [problem.place.line for problem in refused.value.problems] == [3]
            assert [entry.so for entry in book.entries()] == [1, 2, 5]
            book.void(book.entries(so=2)[0], "In nhầm")
            out = book.export(".xlsx", nam=2026)
            assert book.enter(out, "so.xlsx").same == 3
            assert book.series()[0].next == 6
            assert book.export(".docx").startswith(b"PK")


def test_the_register_of_a_folder_is_that_of_its_settings(tmp_path):
    below = tmp_path / "nam-2026"
    below.mkdir()
    assert notice_gen.register_path(below) == str(below / "so-van-ban.db")
    (tmp_path / "notice-gen.toml").write_text("", "utf-8")
    assert notice_gen.register_path(below) == str(tmp_path / "so-van-ban.db")
