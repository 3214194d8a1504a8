"""The form: all of a text is in it, and an edit of a field changes what it says and nothing else, or is refused with its line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import assist, facts
from notice_gen.assist import Desk
from notice_gen.assist.form import Edited, Field, Operation, Refused, edit, form
from notice_gen.assist.form.layout import comments
from notice_gen.assist.form.literals import literal
from notice_gen.model import Notice, keys_of
from notice_gen.reader import keys, source
from tests.helpers.findings import GOOD, TODAY, changed, spoilt
from tests.helpers.wrong import Case, good

DESK = Desk(TODAY)
WORDS = 'Chữ “mới” \\ "x"'
TYPED = {
    "text": (WORDS, WORDS), "figure": ("1.250", 1250), "date": ("05/3/2026", dt.date(2026, 3, 5)), "number": ("7", 7), "yes_no": (True, True),
    "moment": ("2026-12-01T09:30", dt.datetime.fromisoformat("2026-12-01 09:30:00")), "lines": ('Một\nHai """ \\n\tx', None),
}  # fmt: skip


def fields(found: tuple[Field, ...]) -> Iterator[Field]:
    for one in found:
        yield one
        yield from fields(one.inner)


def at(tree, path):
    for step in path:
        tree = tree[step]
    return tree


def field(text: str, *path, desk: Desk = DESK) -> Field:
    return next(one for one in fields(form(text, desk).fields) if one.path == path)


def edited(text: str, operation: Operation) -> str:
    """*text* after an edit, the edits it tells of made on the text it came from."""
    done = edit(text, operation, DESK)
    assert isinstance(done, Edited), done
    assert assist.applied(text, done.edits) == done.text
    return done.text


def leaves(tree, path=()):
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, (*path, key))
    elif isinstance(tree, list):
        for n, value in enumerate(tree):
            yield from leaves(value, (*path, n))
    else:
        yield path, tree


# --- the form ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", good(), ids=lambda case: case.name)
def test_nothing_of_a_text_is_left_out_of_its_form(case):
    shown = {one.path: one for one in fields(form(case.text, DESK).fields) if one.given}
    for path, value in leaves(source.loads(case.text)):
        home = next(shown[path[:n]] for n in range(len(path), 0, -1) if path[:n] in shown)
        assert home.value is not None, path
        assert home.path == path or home.kind in {"raw", "lines", "grid"}, (path, value, home)


@pytest.mark.parametrize("case", good(), ids=lambda case: case.name)
def test_what_is_right_needs_no_raw_text(case):
    assert [one.path for one in fields(form(case.text, DESK).fields) if one.kind == "raw"] == [("phien_ban",)]


def test_tables_stand_in_the_order_of_the_page_with_labels_and_help():
    found = form(GOOD, DESK).fields
    assert [one.label for one in found if one.given][:5] == ["Loại văn bản", "Cơ quan ban hành", "Đơn vị được nói tới", "Văn bản", "Số liệu"]
    one = field(GOOD, "van_ban", "trich_yeu")
    assert (one.label, one.kind, one.required, one.line) == ("Trích yếu", "text", True, 15)
    assert one.help.startswith("Trích yếu nội dung")
    assert field(GOOD, "van_ban", "khan").choices == ("khẩn", "thượng khẩn", "hỏa tốc")
    assert not field(GOOD, "van_ban", "khan").given


def test_what_the_form_of_document_has_no_place_for_is_not_asked():
    paths = {one.path for one in fields(form(GOOD, DESK).fields)}
    assert ("giay_moi",) not in paths
    assert ("ket_thuc", "noi_dung") in paths


def test_what_cannot_be_shown_is_shown_as_it_stands():
    text = changed(GOOD, ("so = 12", 'so = 12\nkhoa_la = { a = [1] } # ghi chú'), ('luu = "VT"', "luu = 5\nla = [[1], 2]"))
    assert field(text, "van_ban", "khoa_la").value == "{ a = [1] }"
    assert field(text, "noi_nhan", "la").kind == "raw"


def test_what_the_office_says_is_told_where_the_text_says_nothing():
    office = '[noi_nhan]\nluu = "VT, NV"\n'
    assert field(changed(GOOD, ('luu = "VT"\n', "")), "noi_nhan", "luu", desk=replace(DESK, office=office)).below == "VT, NV"


def test_a_text_that_is_no_toml_has_no_form_but_its_faults():
    found = form(spoilt("so = 12", "so: 12"), DESK)
    assert (found.fields, [one.span.line for one in found.faults]) == ((), [12])
    assert isinstance(edit(spoilt("so = 12", "so: 12"), Operation("set", ("van_ban", "so"), "5"), DESK), Refused)


def test_every_key_has_a_label():
    known = facts.table("nhan-khoa.toml")
    assert {name for _, table in keys._tables() for name in keys_of(table)} == known.keys() - {"rieng", "giai_thich"}
    assert all(keys.plain(label)[0] == label[0].lower() or not label.isascii() for label in known.values() if isinstance(label, str))


TOML = re.compile(r"\[\w|\[\[|\]|= |nháy|chuỗi|\btrue\b|\bfalse\b|notice-gen|\{\{|Bỏ dòng|viết danh sách")
"""What a form has no place for: how a key is written in the file."""


def test_the_form_speaks_of_fields_and_never_of_toml():
    said = {".".join(map(str, one.path)): one.help for case in good() for one in fields(form(case.text, DESK).fields)}
    assert {path: text for path, text in said.items() if TOML.search(text.replace(" == ", " "))} == {}
    known = {(*place[-1:], key) for place, table in keys._tables() for key in keys_of(table)} | {(key,) for key in keys_of(Notice)}
    assert {tuple(path.split(".")) for path in facts.table("nhan-khoa.toml")["giai_thich"]} <= known


# --- every example, every field ----------------------------------------------------------------------


def is_right(case: Case, operation: Operation, gone: str = "") -> dict:
    """What a text says after an edit; every other value as before, every comment kept."""
    new = edited(case.text, operation)
    assert comments(case.text) - comments(new) <= comments(gone), operation
    assert not comments(new) - comments(case.text), operation
    return source.loads(new)


@pytest.mark.parametrize("case", good(), ids=lambda case: case.name)
def test_each_field_of_each_example_set_and_taken_away(case):
    old = source.loads(case.text)
    for one in fields(form(case.text, DESK).fields):
        typed, value = TYPED.get(one.kind, (one.choices[:1] and one.choices[0], one.choices[:1] and one.choices[0]))
        if not one.given or one.kind not in (*TYPED, "choice"):
            continue
        new = is_right(case, Operation("set", one.path, typed))
        if one.kind == "lines":
            said = at(new, one.path)
            assert (said if isinstance(said, str) else "\n".join(said)).strip("\n") == typed
        elif one.kind != "figure" or not isinstance(at(old, one.path), str):
            assert at(new, one.path) == value
        before, after = dict(leaves(old)), dict(leaves(new))
        assert {path: said for path, said in before.items() if path[: len(one.path)] != one.path} == {
            path: said for path, said in after.items() if path[: len(one.path)] != one.path
        }
        is_right(case, Operation("remove", one.path), gone="" if isinstance(one.path[-1], str) else case.text)


@pytest.mark.parametrize("case", good(), ids=lambda case: case.name)
def test_each_key_that_is_not_there_is_added_at_its_place(case):
    for one in fields(form(case.text, DESK).fields):
        if not one.given and one.kind in TYPED and len(one.path) < 4:
            assert literal(at(is_right(case, Operation("set", one.path, TYPED[one.kind][0])), one.path))


@pytest.mark.parametrize("case", good(), ids=lambda case: case.name)
def test_rows_of_each_example_added_moved_taken_away(case):
    old = source.loads(case.text)
    for one in fields(form(case.text, DESK).fields):
        if one.kind not in ("rows", "list"):
            continue
        last = len(one.inner)
        for place in (0, last):
            new = is_right(case, Operation("insert", (*one.path, place)))
            assert len(at(new, one.path)) == last + 1
        if not one.given or one.inner[0].path == one.path:
            continue
        rows = at(old, one.path)
        for start, end in ((0, last - 1), (last - 1, 0)):
            assert at(is_right(case, Operation("move", (*one.path, start), to=end)), one.path) == (
                [*rows[1:], rows[0]] if start == 0 else [rows[-1], *rows[:-1]]
            )
            new = is_right(case, Operation("remove", (*one.path, start)), gone=case.text)
            assert (at(new, one.path) if last > 1 or not isinstance(rows[0], dict) else []) == rows[:start] + rows[start + 1 :]


@pytest.mark.parametrize("case", good(), ids=lambda case: case.name)
def test_a_range_of_excel_pasted_into_each_grid(case):
    for one in fields(form(case.text, DESK).fields):
        if one.kind == "grid" and one.given:
            new = is_right(case, Operation("paste", (*one.path, 0, 0), '1\t"Thôn\nMột"\r\n2\t1.250\r\n'), gone="")
            assert [row[:2] for row in at(new, one.path)[:2]] == [[1, "Thôn Một"], [2, 1250]]


# --- by hand -----------------------------------------------------------------------------------------


def test_a_comment_behind_a_key_stays_when_the_key_goes():
    text = changed(GOOD, ("so = 12", "so = 12   # số do văn thư ghi"))
    assert "\n# số do văn thư ghi\n" in edited(text, Operation("remove", ("van_ban", "so")))


def test_a_row_moves_with_the_comment_above_it_and_what_is_below_it():
    text = GOOD.replace("[noi_nhan]", '# về hạn chế\n[[muc]]\ntieu_de = "Hạn chế"\n[[muc.muc]]\ntieu_de = "Con"   # nhỏ\n\n[noi_nhan]')
    new = edited(text, Operation("move", ("muc", 1), to=0))
    assert '# về hạn chế\n[[muc]]\ntieu_de = "Hạn chế"\n[[muc.muc]]\ntieu_de = "Con"   # nhỏ\n\n[[muc]]\ntieu_de = "Kết quả"' in new


def test_the_comment_above_a_row_stays_when_the_row_goes():
    text = GOOD.replace("[noi_nhan]", '# phần sau\n[[muc]]\ntieu_de = "Hạn chế" # riêng\n\n[noi_nhan]')
    new = edited(text, Operation("remove", ("muc", 1)))
    assert "# phần sau" in new
    assert "# riêng" not in new


def test_items_of_a_list_keep_their_comments():
    text = changed(GOOD, ('  "Đã tiếp nhận {{ tiep_nhan }} hồ sơ.",', '  # trên\n  "Đã tiếp nhận {{ tiep_nhan }} hồ sơ.",  # sau'))
    new = edited(text, Operation("move", ("muc", 0, "phat_hien", 0), to=1))
    assert '"Đã công khai." },\n  # trên\n  "Đã tiếp nhận {{ tiep_nhan }} hồ sơ.",  # sau\n]' in new


def test_a_finding_that_is_a_text_takes_a_code():
    new = source.loads(edited(GOOD, Operation("set", ("muc", 0, "phat_hien", 0, "ma"), "TT-01")))
    assert new["muc"][0]["phat_hien"][0] == {"noi_dung": "Đã tiếp nhận {{ tiep_nhan }} hồ sơ.", "ma": "TT-01"}


def test_a_second_table_beside_one_in_single_brackets():
    text = changed(GOOD, ("[noi_nhan]", '[muc.bang]\ncot = ["a"]\nhang = [["1"]]\n\n[noi_nhan]'))
    new = source.loads(edited(text, Operation("insert", ("muc", 0, "bang", 1))))
    assert [bang["cot"] for bang in new["muc"][0]["bang"]] == [["a"], ["TT", "Nội dung"]]


def test_a_figure_renamed():
    assert source.loads(edited(GOOD, Operation("rename", ("so_lieu", "tiep_nhan"), "da_nhan")))["so_lieu"]["da_nhan"] == 322
    for name in ("tiếp nhận", "han_nop", "don_vi"):
        assert isinstance(edit(GOOD, Operation("rename", ("so_lieu", "tiep_nhan"), name), DESK), Refused)


@pytest.mark.parametrize(("path", "typed", "words"), [
    (("van_ban", "ngay"), "31/02/2026", "không phải một ngày"), (("van_ban", "so"), "12/TB", "không phải một con số"),
    (("dinh_dang", "co_chu"), "1.5", "đọc được hai cách"), (("van_ban", "dia_danh"), "a\ud800", "ký tự hỏng"),
])  # fmt: skip
def test_what_is_none_of_its_kind_is_refused_in_words(path, typed, words):
    refused = edit(GOOD, Operation("set", path, typed), DESK)
    assert isinstance(refused, Refused)
    assert words in refused.message


def test_keys_with_dots_are_left_to_the_text_view_with_their_line():
    text = 'phien_ban = 1\nvan_ban.so = 12\n[co_quan]\nten = "A"\n'
    assert edited(text, Operation("set", ("van_ban", "so"), "13")) == text.replace("12", "13")
    refused = edit(text, Operation("set", ("van_ban", "dia_danh"), "Huế"), DESK)
    assert (type(refused), refused.line) == (Refused, 2)


def test_a_range_wider_than_the_table_is_refused():
    text = changed(GOOD, ("[noi_nhan]", '[muc.bang]\ncot = ["a", "b"]\nhang = [["1", "2"]]\n\n[noi_nhan]'))
    refused = edit(text, Operation("paste", ("muc", 0, "bang", "hang", 0, 1), "1\t2"), DESK)
    assert isinstance(refused, Refused)
    assert "chỉ còn 1 cột" in refused.message


@pytest.mark.parametrize(("typed", "cell"), [("1,250", "1,250"), ("0905 123 456", "0905 123 456"), ("01", "01"), ("1.250.000", 1250000), ("-5", -5), ("x", "x")])
def test_a_cell_that_may_be_read_in_two_ways_stays_as_it_is_typed(typed, cell):
    text = changed(GOOD, ("[noi_nhan]", '[muc.bang]\ncot = ["a", "b"]\nhang = [["1", "2"]]\n\n[noi_nhan]'))
    new = source.loads(edited(text, Operation("paste", ("muc", 0, "bang", "hang", 0, 0), typed)))
    assert new["muc"][0]["bang"]["hang"][0][0] == cell


def test_line_ends_stay_as_they_are():
    text = GOOD.replace("\n", "\r\n")
    new = edited(text, Operation("insert", ("muc", 1)))
    assert "\n" not in new.replace("\r\n", "")


# --- any document ------------------------------------------------------------------------------------

_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
_remark = st.text(st.characters(categories=["L", "N", "Zs"]), max_size=8).map(lambda words: f"  # {words}")
_scalar = st.one_of(_text, st.integers(-(10**9), 10**9), st.booleans(), st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)))


@st.composite
def documents(draw: st.DrawFn) -> str:
    lines = ["phien_ban = 1" + draw(_remark)]
    for table in ("[co_quan]", "[van_ban]", "[so_lieu]"):
        lines += [*draw(st.lists(_remark, max_size=2)), table + draw(_remark)]
        for key in draw(st.lists(st.sampled_from(["ten", "so", "ngay", "x", "trich_yeu", "kinh_gui"]), unique=True, max_size=4)):
            many = draw(st.booleans())
            value = draw(_text.filter(lambda text: "\r" not in text)) + "\nx\n" if many else draw(_scalar)
            lines.append(f"{key} = {literal(value, many_lines=many)}" + draw(_remark))
    for _ in range(draw(st.integers(0, 3))):
        lines += ["", *draw(st.lists(_remark, max_size=1)), "[[muc]]" + draw(_remark), f"tieu_de = {literal(draw(_text))}" + draw(_remark)]
        items = draw(st.lists(st.tuples(_text, _remark), max_size=3))
        lines += ["phat_hien = [", *(f"  {literal(text)},{remark}" for text, remark in items), "]"]
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))


@given(documents(), st.data())
def test_any_edit_of_any_document_is_right_or_refused(text, data):
    if not source.holds(text):
        return
    found = [one for one in fields(form(text, DESK).fields) if one.path]
    one = data.draw(st.sampled_from(found))
    kind = data.draw(st.sampled_from(["set", "remove", "insert", "move"]))
    n = data.draw(st.integers(0, 3))
    path = (*one.path, n) if kind in ("insert", "move") else one.path
    typed = data.draw(_text) if kind == "set" else None
    done = edit(text, Operation(kind, path, typed, data.draw(st.integers(0, 3))), DESK)
    if isinstance(done, Refused):
        assert 1 <= done.line <= text.count("\n") + 1
        return
    new, old = source.loads(done.text), source.loads(text)
    assert not comments(done.text) - comments(text)
    if kind == "set" and typed and one.kind == "text":
        assert at(new, one.path) == typed.replace("\r\n", "\n").replace("\r", "\n")
        assert not comments(text) - comments(done.text)
    if kind == "move":
        assert sorted(map(str, at(new, one.path))) == sorted(map(str, at(old, one.path)))
        assert not comments(text) - comments(done.text)
    before = {path: said for path, said in leaves(old) if path[: len(one.path)] != one.path}
    after = {path: said for path, said in leaves(new) if path[: len(one.path)] != one.path}
    assert before == after or (kind == "remove" and isinstance(one.path[-1], int))


def test_a_chart_begins_with_a_grid_to_fill_in():
    text = edited(GOOD, Operation("insert", ("muc", 0, "bieu_do", 0)))
    path = ("muc", 0, "bieu_do", 0)
    new = source.loads(edited(text, Operation("paste", (*path, "du_lieu", "hang", 0, 0), "Quý I\t1.250\nQuý II\t980")))
    [bieu_do] = new["muc"][0]["bieu_do"]
    assert bieu_do["du_lieu"] == {"cot": ["Nhãn", "Số liệu"], "hang": [["Quý I", 1250], ["Quý II", 980]]}
    assert bieu_do["kieu"] == "cot"
