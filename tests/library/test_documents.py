"""One notice from a program: the same bytes as from its file, or every problem at its keys."""

from __future__ import annotations

import contextlib
import datetime as dt
import pickle
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import notice_gen
from notice_gen import templates
from notice_gen.errors import InputError, NoticeGenError, Problem
from notice_gen.model import Notice, keys_of
from tests.helpers.findings import GOOD
from tests.helpers.word import paragraphs

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
TODAY = dt.date(2026, 3, 5)


def tree(text=GOOD):
    return tomllib.loads(text, parse_float=Decimal)


def problems(source, **how):
    with pytest.raises(NoticeGenError) as caught:
        notice_gen.make(source, today=TODAY, **how)
    return caught.value.problems


def refusal(make):
    """Why something is refused; nothing when it is not."""
    try:
        make()
    except NoticeGenError as error:
        return error.problems
    return ()


# --- make --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_bytes_a_path_and_a_tree_give_the_same_bytes(path):
    data = path.read_bytes()
    day = dt.date(2026, 11, 23)  # when none of the examples is still to come
    document = notice_gen.make(data, today=day)
    assert document.docx[:2] == b"PK"
    assert document == notice_gen.make(path, today=day) == notice_gen.make(str(path), today=day) == notice_gen.make(tree(data.decode()), today=day)
    assert document.warnings == ()


def test_a_document_says_what_it_is():
    document = notice_gen.make(GOOD.encode())
    assert (document.name, document.number, document.label) == ("12-tb-ubnd-thon-mot.docx", 12, "12/TB-UBND")
    assert document.title == "Thông báo 12/TB-UBND"
    assert document.entry is None
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 - ours


def test_a_number_of_the_register_is_left_blank():
    draft = notice_gen.make(GOOD.replace("so = 12", 'so = "tu-dong"').encode(), today=TODAY)
    assert draft == notice_gen.make(GOOD.replace("so = 12\n", "").encode(), today=TODAY)
    assert draft.number is None
    assert draft.name.startswith("du-thao-")


def test_what_json_has_for_a_date_and_for_nothing():
    given = tree() | {"van_ban": tree()["van_ban"] | {"ngay": "2024-06-12", "khan": None}}
    given["so_lieu"] |= {"han_nop": "2024-06-28", "khong_ghi": float("nan"), "cung_khong": Decimal("sNaN")}
    assert notice_gen.make(given) == notice_gen.make(GOOD.encode())


def test_a_whole_float_is_a_whole_number():
    given = tree()
    given["so_lieu"]["tiep_nhan"] = 322.0
    assert notice_gen.make(given) == notice_gen.make(GOOD.encode())


def test_a_draft_has_the_year_of_today():
    draft = GOOD.replace("so = 12\n", "").replace("ngay = 2024-06-12\n", "").encode()
    assert "năm 2031" in "\n".join(paragraphs(notice_gen.make(draft, today=dt.date(2031, 1, 2)).docx))


def test_nothing_is_looked_for_that_was_not_given(tmp_path, monkeypatch):
    (tmp_path / "notice-gen.toml").write_text("no TOML", "utf-8")
    (tmp_path / "a.toml").write_text(GOOD, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert notice_gen.make("a.toml") == notice_gen.make(GOOD.encode())


def test_the_office_is_given_in_any_way(tmp_path):
    office = '[van_ban]\ndia_danh = "Hương Trà"\n'
    (tmp_path / "notice-gen.toml").write_text(office, "utf-8")
    (tmp_path / "b.toml").write_text(office, "utf-8")
    (tmp_path / "below").mkdir()
    text = GOOD.replace('dia_danh = "Bình Điền"\n', "").encode()
    ways = [office.encode(), tree(office), tmp_path / "notice-gen.toml", tmp_path, tmp_path / "below", str(tmp_path / "b.toml")]
    assert {notice_gen.make(text, office=way).docx for way in ways} == {notice_gen.make(GOOD.replace("Bình Điền\"\ntrich", "Hương Trà\"\ntrich").encode()).docx}
    assert notice_gen.make(GOOD.encode(), office={}) == notice_gen.make(GOOD.encode())


def test_the_offices_usual_signer_has_no_say_where_the_form_has_one_whatever_the_file_is_called(tmp_path):
    text = (ROOT / "examples" / "bien-ban.toml").read_bytes()
    office = b'[ky]\nquyen_han = ["TL. X"]\nchuc_vu = "Y"\nho_ten = "Z"\n'
    (tmp_path / "xa-a.toml").write_bytes(office)
    assert notice_gen.make(text, office=tmp_path / "xa-a.toml") == notice_gen.make(text, office=office)


def test_a_template_that_has_changed_is_read_again(tmp_path):
    mine = tmp_path / "mau.docx"
    mine.write_bytes((ROOT / "templates" / "word" / f"{templates.find('thong-bao').manifest['word']}.docx").read_bytes())
    assert notice_gen.make(GOOD.encode(), template=mine).docx
    mine.write_bytes(b"broken")
    assert any("mau.docx" in problem.text() for problem in problems(GOOD.encode(), template=mine))


# --- what is refused ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spoil", "cell"),
    [
        ({"van_ban": {"sos": 1}}, "van_ban.sos"),
        ({"van_ban": {"so": "mười hai"}}, "van_ban.so"),
        ({"van_ban": {"ngay": dt.datetime(2024, 6, 12, 8, 0, tzinfo=dt.UTC)}}, "van_ban.ngay"),
        ({"so_lieu": {"tiep_nhan": {1, 2}}}, "so_lieu.tiep_nhan"),
        ({"so_lieu": {"tiep_nhan": float("inf")}}, "so_lieu.tiep_nhan"),
        ({"so_lieu": {"tiep_nhan": 10**5000}}, "so_lieu.tiep_nhan"),
        ({"so_lieu": {"tiep_nhan": b"x"}}, "so_lieu.tiep_nhan"),
        ({"don_vi": {"ten": "\ud83d"}}, "don_vi.ten"),
        ({"don_vi": {"t\ud83d": "x"}}, "don_vi.t\\ud83d"),
        ({"don_vi": {7: "x"}}, "don_vi"),
        ({"muc": [{"tieu_de": "A"}, {"tieu_de": 5}]}, "muc.2.tieu_de"),
        ({"muc": {"a": 1}}, "muc"),
        ({"mo_dau": []}, "mo_dau"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_at_its_keys(spoil, cell):
    given = tree()
    for table, wrong in spoil.items():
        given[table] = given[table] | wrong if isinstance(wrong, dict) and isinstance(given[table], dict) else wrong
    assert cell in [found.place.cell for found in problems(given)]


def test_what_holds_itself_is_refused():
    endless = tree()
    endless["muc"].append(endless["muc"])
    [problem] = problems(endless)
    assert problem.path == ("muc",)


@pytest.mark.slow
def test_what_unfolds_without_end_is_refused_soon():
    wide = ["x"]
    for _ in range(30):
        wide = [wide, wide]
    [problem] = problems({"muc": wide})
    assert problem.path == ("muc",)


@pytest.mark.parametrize("source", [None, 5, 3.5, ["a"], object(), "khong-co.toml", "a\0b", b"", b"\xff\xfe", b"PK\x03\x04", {}], ids=lambda source: type(source).__name__)
def test_what_is_no_findings_file_is_refused(source):
    assert problems(source)
    assert problems(GOOD.encode(), office=source) if source is not None and source != {} else True


def test_a_problem_in_words_and_as_plain_values():
    [problem] = problems(GOOD.replace("so = 12", "sos = 12").encode())
    assert notice_gen.sentence(problem, "en") == "There is no key “sos” in the table [van_ban]. Did you mean “so”?"
    assert notice_gen.sentence(problem, "fr") == notice_gen.sentence(problem) == f"{problem.text()} {problem.hint_text()}"
    said = problem.as_dict("en")
    assert (said["file"], said["line"], said["column"], said["cell"], said["found"]) == ("<bytes>", 12, 1, None, "sos")
    assert {"level", "message", "hint", "path", "width"} <= said.keys()


KEYS = st.sampled_from(sorted({*keys_of(Notice), "so", "ngay", "ten", "noi_dung", "tieu_de", "phat_hien", "tiep_nhan", "x"})) | st.text(max_size=3)
TEXTS = st.text(st.characters(), max_size=8) | st.sampled_from(["{{ tiep_nhan }}", "{{", "**", "2024-06-12", "tu-dong", "thong-bao", "\ud800", "\x7f", "\0"])
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | st.dates() | st.datetimes() | st.times() | st.binary(max_size=2) | TEXTS
TREES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8)


@pytest.mark.slow
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEYS, TREES, max_size=3), st.dictionaries(KEYS, TREES, max_size=2))
def test_any_tree_makes_a_notice_or_is_refused_in_words(changes, row):
    given = tree()
    for key, value in changes.items():
        given[key] = given[key] | value if isinstance(value, dict) and isinstance(given.get(key), dict) else value
    for source in (given, changes):
        said = refusal(lambda source=source: notice_gen.make(source, today=TODAY))
        assert all(notice_gen.sentence(problem, "en") and problem.as_dict() and problem.place for problem in said)
    done = None
    refusal(lambda: notice_gen.make(GOOD.encode(), office=changes))
    with contextlib.suppress(NoticeGenError):
        [done] = notice_gen.make_many([row], given, today=TODAY)
    assert done is None or (done.status == "made") == (done.document is not None) == all(problem.level == "warning" for problem in done.problems)


# --- numbers -----------------------------------------------------------------------------------------------


@pytest.fixture
def book(tmp_path):
    where = tmp_path / "so.db"
    with notice_gen.open_register(where, create=True):
        return where


AUTO = GOOD.replace("so = 12", 'so = "tu-dong"').encode()


def lines(where):
    with notice_gen.open_register(where) as register:
        return [(line.so, line.trang_thai) for line in register.entries()]


def test_a_number_is_issued_when_the_bytes_are_the_callers(book):
    with notice_gen.number(AUTO, book, "a", today=TODAY) as document:
        assert lines(book) == [(1, "giữ chỗ")]
        assert (document.number, document.label, document.entry.so) == (1, "01/TB-UBND", 1)
        assert document.docx == notice_gen.make(GOOD.replace("so = 12", "so = 1").encode()).docx
    assert lines(book) == [(1, "đã cấp")]
    with notice_gen.open_register(book) as register:
        assert register.entries()[0].sha256 == document.sha256


def test_a_key_has_one_number_whatever_happens(book):
    with pytest.raises(ZeroDivisionError), notice_gen.number(AUTO, book, "a"):
        raise ZeroDivisionError
    with notice_gen.number(AUTO, book, "b") as other:
        assert other.number == 2
    with notice_gen.number(AUTO.replace("Căn cứ Biên bản".encode(), "Căn cứ vào Biên bản".encode()), book, "a") as document:
        assert document.number == 1
    with notice_gen.number(AUTO, book, "a") as document:
        assert document.number == 1
    with pytest.raises(InputError), notice_gen.number(AUTO.replace("thôn Một".encode(), "thôn Hai".encode()), book, "a"):
        pass
    assert lines(book) == [(1, "đã cấp"), (2, "đã cấp")]


@pytest.mark.slow
def test_a_process_that_dies_leaves_a_number_that_is_found_again(book):
    program = "import sys, os, notice_gen\nwith notice_gen.number(sys.argv[1].encode(), sys.argv[2], 'a'): os._exit(9)"
    assert subprocess.run([sys.executable, "-c", program, AUTO.decode(), str(book)], check=False).returncode == 9
    assert lines(book) == [(1, "giữ chỗ")]
    with notice_gen.number(AUTO, book, "a") as document:
        assert document.number == 1


def test_a_source_without_a_number_gets_one_and_one_that_says_it_keeps_it(book):
    with notice_gen.number(GOOD.replace("so = 12\n", "").encode(), book, "a") as document:
        assert document.number == 1
    with notice_gen.number(GOOD.encode(), book, "b") as document:
        assert document.number == 12
    with pytest.raises(InputError) as caught, notice_gen.number(GOOD.encode(), book, "c"):
        pass
    assert caught.value.problems[0].place.line == 12


def test_a_number_is_void_once(book):
    with notice_gen.open_register(book) as register:
        document = register.reserve(AUTO, "a")
        register.void(document, "thử")
        with pytest.raises(InputError):
            register.void(document, "thử")
        with pytest.raises(notice_gen.RegisterError):
            register.issue(document)
        assert register.reserve(AUTO, "a").number == 2
    assert lines(book) == [(1, "hủy"), (2, "giữ chỗ")]


def test_nothing_is_reserved_for_what_cannot_be_made(book):
    with pytest.raises(InputError), notice_gen.number(AUTO.replace(b"ngay =", b"ngai ="), book, "a"):
        pass
    assert lines(book) == []


@pytest.mark.parametrize("key", ["", "a\nb", "a\0", "x" * 201, None, 5, "\ud800"])
def test_a_key_is_a_line_of_text(book, key):
    with pytest.raises(InputError), notice_gen.number(AUTO, book, key):
        pass


def test_a_register_is_begun_only_when_told(tmp_path):
    with pytest.raises(notice_gen.RegisterError), notice_gen.number(AUTO, tmp_path / "khong-co.db", "a"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_document_without_a_number_of_the_register_is_not_issued(book):
    with notice_gen.open_register(book) as register, pytest.raises(InputError):
        register.issue(notice_gen.make(GOOD.encode()))


# --- the package -------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_many_threads_get_what_one_gets(book):
    texts = [path.read_bytes() for path in EXAMPLES]
    right = [notice_gen.make(GOOD.encode()).docx] * 4
    alone = [notice_gen.make(text, today=TODAY) for text in texts]

    def numbered(n):
        with notice_gen.number(AUTO, book, f"k{n}", today=TODAY) as document:
            return document.number

    with ThreadPoolExecutor(8) as pool:
        again = pool.map(lambda n: notice_gen.make(texts[n % len(texts)], today=TODAY), range(3 * len(texts)))
        numbers = pool.map(numbered, range(16))
        checked = pool.map(notice_gen.check_docx, right)
        assert list(again) == alone * 3
        assert sorted(numbers) == list(range(1, 17))
        assert [report.status for report in checked] == ["clean"] * 4


def test_the_package_costs_nothing_to_import():
    program = "import sys; before = {*sys.modules}; import notice_gen; print(sorted({*sys.modules} - before)); notice_gen.Problem; print('pydantic_core' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "['__future__', 'notice_gen']\nFalse\n"


def test_every_name_is_there_and_no_other():
    assert all(getattr(notice_gen, name) for name in notice_gen.__all__)
    assert notice_gen.Problem is Problem
    with pytest.raises(AttributeError):
        notice_gen.nothing  # noqa: B018 - asked for to be refused
    assert {*notice_gen.__all__} == {"__version__", *" ".join(notice_gen._HOMES.values()).split()}


@pytest.mark.slow
def test_a_type_checker_knows_what_is_what(tmp_path):
    program = tmp_path / "a.py"
    program.write_text("import notice_gen\nreveal_type(notice_gen.make(b''))\nnotice_gen.make()\nnotice_gen.la\n", "utf-8")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", str(program)]
    said = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True).stdout.splitlines()
    assert [line.split(": ", 1)[1].partition("  [")[0] for line in said] == [
        'note: Revealed type is "notice_gen.library.documents.Document"',
        'error: Missing positional argument "source" in call to "make"',
        'error: Module has no attribute "la"',
    ]


def test_a_print_is_looked_at_and_nothing_is_taken(tmp_path):
    (tmp_path / "notice-gen.toml").write_text("", "utf-8")
    path = tmp_path / "tb.toml"
    path.write_text(GOOD.replace("so = 12", 'so = "tu-dong"'), "utf-8")
    looks = [notice_gen.look_at_print(path, today=TODAY) for _ in range(2)]
    assert looks[0] == looks[1]
    assert (looks[0].label[:3], looks[0].taken, looks[0].begins) == ("01/", True, True)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["notice-gen.toml", "tb.toml"]
    printed = notice_gen.print_file(path, today=TODAY)
    assert (printed.document.label, printed.path) == (looks[0].label, looks[0].path)
    again = notice_gen.look_at_print(path, today=TODAY)
    assert (again.label, again.begins) == (looks[0].label, False)
    path.write_text(GOOD, "utf-8")  # a number typed over the one it has
    with pytest.raises(notice_gen.InputError):
        notice_gen.look_at_print(path, today=TODAY)
    other = tmp_path / "khac.toml"
    other.write_text(GOOD.replace("thôn Một", "thôn Hai"), "utf-8")
    assert not notice_gen.look_at_print(other, today=TODAY).taken
