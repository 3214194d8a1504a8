"""Expressions over figures: exact, sandboxed, explained when wrong."""

from __future__ import annotations

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notice_gen import expressions
from notice_gen.errors import InputError
from notice_gen.expressions import by_jinja, direct, faults, faulty, scope, tree

VALUES = {
    "tiep_nhan": 322,
    "dung_han": 306,
    "da_giai_quyet": 310,
    "qua_han": 4,
    "ty_trong": Decimal("98.7"),
    "han": date(2024, 6, 28),
    "khong": 0,
    "ghi_chu": "A & B <c>",
    "don_vi": {"ten": "xã Bình Điền", "items": "mục"},
    "so_lieu": {"tiep_nhan": 322},
    "van_ban": {"ngay": None},
}
NAMES = expressions.Names(frozenset(VALUES) - {"don_vi", "so_lieu", "van_ban"}, frozenset({"ten", "items"}))

SHOWN = [
    ("tiep_nhan", "322"),
    ("qua_han", "04"),
    ("tiep_nhan * 10", "3.220"),
    ("tiep_nhan + da_giai_quyet", "632"),
    ("da_giai_quyet - dung_han", "04"),
    ("dung_han | ty_le(da_giai_quyet)", "98,7%"),
    ("dung_han / da_giai_quyet * 100", "98,71"),
    ("ty_trong", "98,7"),
    ("ty_trong + 0.3", "99"),
    ("1 / 4", "0,25"),
    ("han", "28/6/2024"),
    ("han | ngay_day_du", "ngày 28 tháng 6 năm 2024"),
    ("tiep_nhan // 100", "03"),
    ("tiep_nhan % 100", "22"),
    ("-qua_han", "-4"),
    ("don_vi.ten", "xã Bình Điền"),
    ("don_vi.items", "mục"),
    ("so_lieu.tiep_nhan", "322"),
    ('"có" if qua_han > 0 else "không"', "có"),
    ('tiep_nhan ~ " hồ sơ"', "322 hồ sơ"),
    ("van_ban.ngay | ngay", "…"),
    ("ghi_chu", "A & B <c>"),
]


@pytest.mark.parametrize(("code", "shown"), SHOWN)
def test_a_value_prints_as_an_office_writes_it(code, shown):
    assert expressions.fault_in_expression(code, NAMES) is None
    assert expressions.Scope(VALUES).show(code) == shown


@pytest.mark.parametrize("code", ["ty_trong == 98.7", "0.1 + 0.2 == 0.3", "1 / 3 * 3 == 1", "han > van_ban_ngay"])
def test_arithmetic_is_exact(code):
    assert expressions.Scope({**VALUES, "van_ban_ngay": date(2024, 6, 12)}).evaluate(code)


WRONG = [
    ("{{ tiep_nhann }}", "tiep_nhann", "tiep_nhan"),
    ("{{ don_vi.tenn }}", "tenn", "ten"),
    ("{{ tiep_nhan | ty_lee(dung_han) }}", "ty_lee", "ty_le"),
    ("mở {{ tiep_nhan", "không có }}", "{{ tiep_nhan }}"),
    ("tiep_nhan }} đóng", "thừa", "{{ tiep_nhan }}"),
    ("{% if tiep_nhan %}", "{% if", "{{"),
    ("{{ }}", "để trống", "{{ tiep_nhan }}"),
    ("{{ tiep nhan }}", "không đọc được", "ý bạn là: {{ tiep_nhan }}"),
    ("{{ range(9) }}", "không dùng được", "bộ lọc"),
    ("{{ don_vi.ten.upper() }}", "không dùng được", "bộ lọc"),
    ("{{ ''.__class__.__mro__ }}", "__mro__", "don_vi.ten"),
    ("{{ [1, 2] }}", "không dùng được", "bộ lọc"),
    ("{{ self }}", "self", "đang có"),
]


@pytest.mark.parametrize(("text", "says", "hint"), WRONG)
def test_a_wrong_expression_is_explained(text, says, hint):
    fault = expressions.fault_in_text(text, NAMES)
    assert fault is not None
    assert says in fault.text()
    assert hint in fault.hint_text()
    assert fault.found
    assert fault.found in text


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("tiep_nhan / khong", "chia cho 0"),
        ("dung_han | ty_le(khong)", "chia cho 0"),
        ("ghi_chu + 1", "không đúng loại"),
        ("'a' * 999999999", "không đúng loại"),
        ("9 ** 9 ** 9", "không đúng loại"),
        ("thieu", "chưa có giá trị"),
        ("tiep_nhan | ngay", "không đúng loại"),
    ],
)
def test_what_cannot_be_calculated_is_explained(code, says):
    with pytest.raises(InputError, match=says):
        expressions.Scope(VALUES).evaluate(code)


def test_a_figure_is_never_read_as_an_expression_again():
    scope = expressions.Scope({"x": "{{ tiep_nhan }} **đậm**"})
    assert scope.show("x") == "{{ tiep_nhan }} **đậm**"


@given(st.text())
@pytest.mark.slow
def test_any_text_is_either_plain_or_explained(text):
    fault = expressions.fault_in_text(text, NAMES)
    if fault:
        assert fault.text()
    elif "{{" not in text:
        assert expressions.pieces(text) == (text,)


@given(st.text(alphabet="abtiep_nhan|+-*/=<>()[]{}'\". 0123456789,~%"))
def test_no_code_escapes_as_another_error(code):
    if expressions.fault_in_expression(code, NAMES) is None:
        with contextlib.suppress(InputError):
            expressions.Scope(VALUES).show(code)


CONDITIONS = [
    ("a == b + c", (("a == b + c", "a", "==", "b + c"),)),
    ("a == b and c > 0", (("a == b", "a", "==", "b"), ("c > 0", "c", ">", "0"))),
    ("a == b or c", (("a == b or c", "", "", ""),)),
    ("(a == b) and c", (("(a == b)", "", "", ""), ("c", "", "", ""))),
    ("0 < a < 9", (("0 < a < 9", "", "", ""),)),
    ("(a + b) * 2 >= c", (("(a + b) * 2 >= c", "(a + b) * 2", ">=", "c"),)),
]


@pytest.mark.parametrize(("code", "parts"), CONDITIONS)
def test_a_condition_falls_into_parts_and_sides(code, parts):
    assert expressions.conditions(code) == parts


@pytest.mark.parametrize(
    ("name", "proposal"),
    [("tiếp nhận", "tiep_nhan"), ("2024", "so_2024"), ("so-ho-so", "so_ho_so"), ("don_vi", "so_don_vi"), ("in", "so_in")],
)
def test_a_bad_name_gets_a_good_proposal(name, proposal):
    fault = expressions.fault_in_name(name)
    assert fault is not None
    assert proposal in fault.hint_text()


# --- without a template -----------------------------------------------------------------------------------

_FIGURES = st.sampled_from([*VALUES, "don_vi.ten", "so_lieu.tiep_nhan", "van_ban.ngay", "don_vi.thieu", "thieu", "3", "0", "98.7", '"chữ"'])
_SIGNS = st.sampled_from(["+", "-", "*", "/", "//", "%", "==", "!=", "<", "<=", ">", ">=", "~", "and", "or"])
_FILTERS = st.sampled_from(["so", "ngay", "ngay_day_du", "bang_chu", "so_dem", "upper", "la_ma", "chu_hoa", "first", "length", "default"])
_CODE = st.recursive(
    _FIGURES,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, _SIGNS, inner),
        st.builds("{} {} {}".format, inner, _SIGNS, inner),
        st.builds("{}{}".format, st.sampled_from(["-", "not ", "- -"]), inner),
        st.builds("({} | {})".format, inner, _FILTERS),
        st.builds("({} | {}({}))".format, inner, st.sampled_from(["ty_le", "so", "do_luong", "default", "join"]), inner),
        st.builds("({} if {} else {})".format, inner, inner, inner),
    ),
    max_leaves=6,
)


@given(_CODE)
@example("van_ban.ngay | ty_le(tiep_nhan + han)")
@example("9" * 70 + " * " + "9" * 70)
@example("ghi_chu.x")
def test_what_needs_no_template_comes_to_what_the_template_says(code):
    def outcome():
        try:
            value = expressions.Scope(VALUES).evaluate(code)
        except InputError as error:
            return [str(problem) for problem in error.problems]
        return type(value), value

    with pytest.MonkeyPatch.context() as patch:
        ours = outcome()
        patch.setattr(scope, "direct", lambda _: None)
        assert outcome() == ours


_WORDS = [
    *"+-*/%|(),<>.~", "//", "**", "==", "!=", "<=", ">=", "=", "and", "or", "not", "if", "else", "is", "in", "true", "None", "self", "1.5", "0", "07",
    "1e3", "'a'", '"b"', "'\\n'", "so", "ty_le", "default", "khong_co", "a", "thieu", "don_vi", "don_vi.ten", "so_lieu.a", "van_ban.x", "a.b", "tiếp",
]  # fmt: skip


@given(st.one_of(_CODE, st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join), st.lists(st.sampled_from(_WORDS), max_size=5).map("".join)))
@example("a if b == 1 else don_vi.ten")
@example("a < b < 1")
@example("a and not b == 1 or so_lieu.a")
@example("'x' if a else 'y' if b else 'z' if a")
def test_what_is_read_without_jinja_says_what_jinja_reads(code):
    """Names in Jinja's order, whether it decides, and that nothing is wrong with it: whatever is read, Jinja's tree says the same."""
    read = direct.direct(code)
    if read is None:
        return
    whole = tree.parse(code)
    assert read.names == tree.names(code)
    assert read.decides is faulty._decides(whole)
    names = expressions.Names(frozenset({"a", "b"}), frozenset({"ten"}))
    for known in (names, None):
        is_sound = all(faults._is_there(group, name, known) for group, name in read.names)
        assert is_sound is (faulty.fault(code, known) is None)


@pytest.mark.parametrize("code", ["a" + " + a" * 29, "a" + " + a" * 50, "(" * 29 + "a" + ")" * 29, "a" + " | so" * 29, "- " * 58 + "a"])
def test_nothing_is_read_that_jinja_finds_too_deep(code):
    assert direct.direct(code) is None or tree.parse(code)


@pytest.mark.parametrize("code", [code for code, _ in SHOWN if "~" not in code])
def test_nearly_all_that_people_type_is_read_without_jinja(code):
    assert direct.direct(code)


@pytest.mark.parametrize(
    "code", ["tiep_nhan", "don_vi.ten", "dung_han | ty_le(da_giai_quyet)", "tiep_nhan == da_giai_quyet + 12", "ty_trong > 98.5", "dung_han / 2"]
)
def test_most_expressions_need_no_template(code, monkeypatch):
    monkeypatch.setattr(by_jinja, "value", None)
    assert expressions.Scope(VALUES).show(code)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("donvi.ten", "don_vi.ten"), ("don vi.ten", "don_vi.ten"), ("don-vi.ten", "don_vi.ten"), ("đơn vị.tên", "don_vi.ten"),
        ("Don_vi.Ten", "don_vi.ten"), ("ten_don_vi", "don_vi.ten"), ("don_vi", "don_vi.ten"), ("ngay", "van_ban.ngay"),
        ("coquan.ten", "co_quan.ten"), ("tiếp nhận", "tiep_nhan"), ("tiep-nhan", "tiep_nhan"), ("so lieu.tiep nhan", "so_lieu.tiep_nhan"),
        ("dung_han | tỷ lệ(tiep_nhan)", "dung_han | ty_le(tiep_nhan)"), ("ty_le(dung_han, tiep_nhan)", "dung_han | ty_le(tiep_nhan)"),
        ("tiếp nhận x 2", "tiep_nhan * 2"), ("tiep_nhan : 2", "tiep_nhan / 2"), ("'có' if tiep_nhan = 5 else 'tiếp nhận'", "'có' if tiep_nhan == 5 else 'tiếp nhận'"),
    ],
)
def test_what_is_spelt_otherwise_is_told_whole(typed, meant):
    names = expressions.Names(frozenset({"tiep_nhan", "dung_han"}), frozenset({"ten"}))
    fault = expressions.fault_in_text(f"x {{{{ {typed} }}}} y", names)
    assert fault is not None
    assert fault.hint_text() == f"Có phải ý bạn là: {{{{ {meant} }}}}"
    assert expressions.fault_in_text(f"{{{{ {meant} }}}}", names) is None
    bare = expressions.fault_in_expression(typed, names)
    assert bare is not None
    assert bare.hint_text() == f"Có phải ý bạn là: {meant}"


@pytest.mark.parametrize(("typed", "near"), [("tong == qua_han + x", ""), ("{{ qua_han }}", ""), ("tiep_nhna", "tiep_nhan")])
def test_a_figure_that_is_not_there_is_not_taken_for_another(typed, near):
    names = expressions.Names(frozenset({"tiep_nhan", "tong"}))
    fault = expressions.fault_in_text(typed, names) if "{" in typed else expressions.fault_in_expression(typed, names)
    assert fault is not None
    assert "ý bạn là: " not in fault.hint_text()
    assert fault.hint_text().endswith(f"thêm dưới [so_lieu] dòng này: {fault.values['ten']} = …")
    assert ("ý bạn là “tiep_nhan”" in fault.hint_text()) is bool(near)


@pytest.mark.parametrize(
    ("code", "zeros", "advised", "value"),
    [
        ("tiep_nhan / khong", "khong", "tiep_nhan / khong if khong != 0 else 'không phát sinh'", "không phát sinh"),
        ("dung_han | ty_le(so_lieu.khong)", "so_lieu.khong", "dung_han | ty_le(so_lieu.khong) if so_lieu.khong != 0 else 'không phát sinh'", "không phát sinh"),
        ("1 if tiep_nhan / khong > 1 else 2", "khong", "(1 if tiep_nhan / khong > 1 else 2) if khong != 0 else 'không phát sinh'", "không phát sinh"),
        ("tiep_nhan / khong == 1", "khong", "(khong == 0 or (tiep_nhan / khong == 1))", True),
    ],
)
def test_a_division_by_zero_names_the_divisor_and_what_to_type(code, zeros, advised, value):
    scope = expressions.Scope(VALUES | {"so_lieu": VALUES})
    with pytest.raises(InputError) as caught:
        scope.evaluate(code)
    (problem,) = caught.value.problems
    assert problem.text() == f"“{code}” chia cho 0: {zeros} đang bằng 0."
    assert problem.hint_text() == f"Sửa số liệu; {zeros} đúng là 0 thì thay “{code}” bằng: {advised}"
    assert problem.figures == {"khong"}
    assert scope.evaluate(advised) == value
