"""Figures and expressions: ``{{ tiep_nhan }}``, ``{{ a | ty_le(b) }}``, ``a == b + c``.

One sandboxed Jinja environment serves the texts of the findings file, its conditions, and the Word
templates, so the same filters mean the same everywhere.  In texts and conditions only expressions are
allowed, over named figures; arithmetic is exact (integers, decimals, fractions), never binary floats.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from jinja2 import TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from notice_gen import vietnamese
from notice_gen.errors import InputError, N_, Problem

GROUPS: Mapping[str, frozenset[str]] = {
    "co_quan": frozenset({"chu_quan", "ten", "viet_tat"}),
    "van_ban": frozenset({"so", "ngay", "dia_danh", "ky_hieu", "so_ky_hieu", "trich_yeu"}),
    "don_vi": frozenset(),
    "so_lieu": frozenset(),
}
"""Groups an expression may ask (``don_vi.ten``), with the fixed names in them."""

# Jinja's own filters that make sense in an office text or a Word template; `safe` and the like are left out on purpose.
_JINJA_FILTERS = ("default", "first", "join", "last", "length", "lower", "trim", "upper", "abs")
_BLANK = "…"
_EXACT = "__decimal"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_RESERVED = frozenset(
    {"and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None", "loop", "self"}
)
# {{ … }} whose inner quotes may hold braces; smart quotes come from Word.
_PIECE = re.compile(r"\{\{((?:[^\"'{}]|\"[^\"]*\"|'[^']*'|\}(?!\}))*)\}\}")
_SMART_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
_ALLOWED = (
    nodes.Name, nodes.Getattr, nodes.Const, nodes.Compare, nodes.Operand, nodes.BinExpr, nodes.UnaryExpr, nodes.CondExpr,
    nodes.Filter, nodes.Concat, nodes.Keyword,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """The names known to the texts of one notice: its figures and what is told of the unit."""

    so_lieu: frozenset[str] = frozenset()
    don_vi: frozenset[str] = frozenset()

    def bare(self) -> frozenset[str]:
        """Return every name that may stand alone."""
        return self.so_lieu | GROUPS.keys()

    def within(self, group: str) -> frozenset[str]:
        """Return every name that may follow ``group.``."""
        return {"so_lieu": self.so_lieu, "don_vi": self.don_vi}.get(group, GROUPS.get(group, frozenset()))


@dataclass(frozen=True, slots=True)
class Expression:
    """One ``{{ … }}`` of a text: its source as typed, and its code."""

    source: str
    code: str


class _Environment(ImmutableSandboxedEnvironment):
    """Sandboxed, strict about undefined names when told so, exact in arithmetic."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        return _arithmetic(operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping):  # a figure may be called "items" or "copy"
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def environment(**options: Any) -> ImmutableSandboxedEnvironment:
    """Return a sandboxed environment with the office's filters and no functions.

    Args:
        options: passed to :class:`jinja2.Environment` (``autoescape``, ``undefined``, ``finalize``, …).
    """
    env = _Environment(**options)
    own = {name: env.filters[name] for name in _JINJA_FILTERS}
    env.filters = {**own, **{name: _blank_aware(function) for name, function in vietnamese.FILTERS.items()}}
    env.filters[_EXACT] = Decimal
    env.tests = {name: env.tests[name] for name in ("defined", "divisibleby", "even", "odd", "none", "in", "==", "eq")}
    env.globals = {}
    return env


def show(value: Any) -> str:
    """Print a value as an office writes it.

    >>> [show(v) for v in (4, 1250, Decimal("98.5"), date(2024, 6, 28), "xã A", None)]
    ['04', '1.250', '98,5', '28/6/2024', 'xã A', '…']
    """
    if isinstance(value, str):
        return value
    if value is None:
        return _BLANK
    if isinstance(value, bool):
        return "đúng" if value else "sai"
    if isinstance(value, int):
        return vietnamese.so_dem(value)
    if isinstance(value, Fraction):  # a quotient without end, such as 1/3
        return vietnamese.so(round(Decimal(value.numerator) / value.denominator, 2))
    if isinstance(value, Decimal):
        return vietnamese.so(value)
    if isinstance(value, date):
        return vietnamese.ngay(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(show, value))
    return str(value)


# --- reading a text ------------------------------------------------------------------------------


@lru_cache(maxsize=65536)
def pieces(text: str) -> tuple[str | Expression, ...]:
    """Split *text* into plain text and expressions.

    >>> pieces("tiếp nhận {{ tiep_nhan }} hồ sơ")
    ('tiếp nhận ', Expression(source='{{ tiep_nhan }}', code='tiep_nhan'), ' hồ sơ')
    """
    if "{{" not in text:
        return (text,)
    found: list[str | Expression] = []
    start = 0
    for piece in _PIECE.finditer(text):
        found += [text[start : piece.start()], Expression(piece[0], piece[1].translate(_SMART_QUOTES).strip())]
        start = piece.end()
    return tuple(p for p in (*found, text[start:]) if p)


def fault_in_text(text: str, names: Names | None = None) -> Problem | None:
    """Return what is wrong with the expressions of *text*, or None.

    Args:
        text: one text of the findings file, of any number of lines.
        names: the names it may use; None leaves the names unchecked.
    """
    if "{" not in text and "}}" not in text:
        return None
    for piece in pieces(text):
        if isinstance(piece, Expression):
            fault = _fault(piece.code, names)
            if fault:
                return Problem(fault.message, fault.hint, fault.values, found=piece.source)
            continue
        for mark in ("{{", "}}", "{%"):
            if mark in piece:
                found = piece[piece.index(mark) :].split("\n")[0][:40]
                return Problem(*_UNPAIRED[mark], {"found": found}, found=found)
    return None


_UNPAIRED = {
    "{{": (
        N_("Dấu {{{{ mở mà không có }}}} đóng: “{found}”."),
        N_("Viết trọn biểu thức trong hai cặp ngoặc, ví dụ {{{{ tiep_nhan }}}}."),
    ),
    "}}": (
        N_("Dấu }}}} thừa: phía trước không có {{{{ mở."),
        N_("Viết trọn biểu thức trong hai cặp ngoặc, ví dụ {{{{ tiep_nhan }}}}."),
    ),
    "{%": (
        N_("Trong tệp kết quả chỉ dùng được biểu thức {{{{ … }}}}, không dùng lệnh: “{found}”."),
        N_("Bỏ lệnh này; câu chữ khác nhau theo số liệu thì viết: {{{{ \"có\" if tiep_nhan > 0 else \"không\" }}}}."),
    ),
}


def fault_in_expression(code: str, names: Names | None = None) -> Problem | None:
    """Return what is wrong with one bare expression such as a condition, or None."""
    return _fault(code.translate(_SMART_QUOTES), names)


def fault_in_name(name: str) -> Problem | None:
    """Return what is wrong with *name* as the name of a figure, or None.

    >>> fault_in_name("tiep_nhan") is None, fault_in_name("tiếp nhận").values["goi_y"]
    (True, 'tiep_nhan')
    """
    if _NAME.fullmatch(name) and name not in _RESERVED and name not in GROUPS:
        return None
    proposal = vietnamese.slug(name).replace("-", "_")
    if not _NAME.fullmatch(proposal) or proposal in _RESERVED or proposal in GROUPS:
        proposal = f"so_{proposal}".rstrip("_")
    return Problem(
        N_("“{name}” không dùng làm tên được: tên chỉ gồm chữ không dấu, chữ số, dấu gạch dưới và không trùng từ dành riêng."),
        N_("Đổi thành: {goi_y}"),
        {"name": name, "goi_y": proposal},
        found=name,
    )


@lru_cache(maxsize=65536)
def _fault(code: str, names: Names | None) -> Problem | None:
    if not code:
        return Problem(N_("Biểu thức để trống."), N_("Ghi tên số liệu, ví dụ {{{{ tiep_nhan }}}}."))
    try:
        node = _parse(code)
    except (TemplateSyntaxError, SyntaxError, RecursionError):
        return Problem(
            N_("Biểu thức “{code}” không đọc được."),
            N_("Dùng tên số liệu, các dấu + - * / == < > và bộ lọc sau dấu |, ví dụ dung_han | ty_le(da_giai_quyet)."),
            {"code": code},
        )
    return next(_faults(node, names), None)


def _faults(node: nodes.Expr, names: Names | None) -> Iterator[Problem]:
    for part in (node, *node.find_all(nodes.Node)):
        if isinstance(part, nodes.Name) and names is not None and part.name not in names.bare():
            yield _unknown(N_("Không có số liệu nào tên “{ten}”."), part.name, names.bare())
        elif isinstance(part, nodes.Getattr):
            group = part.node.name if isinstance(part.node, nodes.Name) else ""
            if group not in GROUPS:
                yield Problem(
                    N_("Không dùng được “.{ten}” ở đây."),
                    N_("Dấu chấm chỉ dùng sau don_vi, van_ban, co_quan, so_lieu, ví dụ don_vi.ten."),
                    {"ten": part.attr},
                )
            elif names is not None and part.attr not in names.within(group):
                yield _unknown(N_("Không có “{ten}” trong [{nhom}]."), part.attr, names.within(group), nhom=group)
        elif isinstance(part, nodes.Filter) and part.name not in text_environment().filters:
            yield _unknown(N_("Không có bộ lọc nào tên “{ten}”."), part.name, frozenset(vietnamese.FILTERS))
        elif not isinstance(part, (*_ALLOWED,)):
            yield Problem(
                N_("Biểu thức chỉ gồm tên số liệu, số, phép tính, so sánh và bộ lọc; không dùng được cách viết này."),
                N_("Xem các bộ lọc trong tài liệu, ví dụ dung_han | ty_le(da_giai_quyet)."),
            )


def _unknown(message: str, name: str, known: frozenset[str], **values: str) -> Problem:
    close = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    values = {"ten": name, **values}
    if close:
        return Problem(message, N_("Có phải ý bạn là “{gan}”?"), {**values, "gan": close[0]})
    if not known:
        return Problem(message, N_("Thêm dòng {ten} = … vào đúng bảng của nó trong tệp."), values)
    shown = ", ".join(sorted(known - GROUPS.keys() or known)[:12])
    return Problem(message, N_("Các tên đang có: {cac_ten}."), {**values, "cac_ten": shown})


# --- evaluating --------------------------------------------------------------------------------------


@cache
def text_environment() -> ImmutableSandboxedEnvironment:
    """Return the environment of texts and conditions."""
    return environment(undefined=Undefined)


@lru_cache(maxsize=65536)
def _parse(code: str) -> nodes.Expr:
    tree = text_environment().parse("{{ (" + code.translate(_SMART_QUOTES) + "\n) }}")
    output = tree.body[0] if len(tree.body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise TemplateSyntaxError("not one expression", 1)
    return _ExactLiterals().visit(output.nodes[0])  # type: ignore[no-any-return]


class _ExactLiterals(NodeTransformer):
    """``98.7`` is typed in decimals and must stay so: Jinja would make it a binary float."""

    def visit_Const(self, node: nodes.Const) -> nodes.Expr:  # noqa: N802
        if not isinstance(node.value, float):
            return node
        digits = nodes.Const(repr(node.value), lineno=node.lineno)
        return nodes.Filter(digits, _EXACT, [], [], None, None, lineno=node.lineno).set_environment(node.environment)


def conditions(code: str) -> tuple[tuple[str, str, str, str], ...]:
    """Split a condition at its outer ``and`` and each part at its comparison.

    Returns:
        For each part: the part, its left side, its operator, its right side (the last three empty
        when the part is no plain comparison).

    >>> conditions("a == b + c and d > 0")
    (('a == b + c', 'a', '==', 'b + c'), ('d > 0', 'd', '>', '0'))
    """
    tokens = [(kind, value) for _, kind, value in text_environment().lex("{{" + code.translate(_SMART_QUOTES) + "}}")]
    parts: list[list[tuple[str, str]]] = [[]]
    depth = 0
    for kind, value in tokens[1:-1]:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(value, 0)
        if kind == "name" and value in ("or", "if") and not depth:
            return ((code, "", "", ""),)
        if kind == "name" and value == "and" and not depth:
            parts.append([])
        else:
            parts[-1].append((kind if not depth else "inner", value))
    return tuple(_sides(part) for part in parts)


_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})


def _sides(tokens: list[tuple[str, str]]) -> tuple[str, str, str, str]:
    text = "".join(value for _, value in tokens).strip()
    at = [i for i, (kind, value) in enumerate(tokens) if kind == "operator" and value in _COMPARISONS]
    if len(at) != 1 or any(value == "not" for _, value in tokens):
        return text, "", "", ""
    left, right = tokens[: at[0]], tokens[at[0] + 1 :]
    return text, "".join(v for _, v in left).strip(), tokens[at[0]][1], "".join(v for _, v in right).strip()


@lru_cache(maxsize=65536)
def _compiled(code: str) -> Callable[[Context], Any]:
    env = text_environment()
    target = nodes.Assign(nodes.Name("result", "store", lineno=1), _parse(code), lineno=1)
    template = env.from_string(nodes.Template([target], lineno=1).set_environment(env))
    run = template.root_render_func

    def evaluate_in(context: Context) -> Any:
        for _ in run(context):
            pass
        return context.vars["result"]

    return evaluate_in


class Scope:
    """The values that the expressions of one notice see.

    Args:
        values: ``don_vi``, ``van_ban``, ``co_quan``, ``so_lieu`` as mappings, and each figure by its bare name.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        env = text_environment()
        self.values = values
        self._context = env.context_class(env, dict(values), name=None, blocks={}, globals={})

    def evaluate(self, code: str) -> Any:
        """Return the value of *code*.

        Raises:
            InputError: with one unplaced problem, when it cannot be calculated.
        """
        try:
            value = _compiled(code)(self._context)
        except ZeroDivisionError:
            message = N_("“{code}” chia cho 0: số liệu làm mẫu số đang bằng 0.")
            hint = N_("Sửa số liệu, hoặc viết: {{{{ … if mẫu_số > 0 else \"không phát sinh\" }}}}.")
        except (TypeError, ValueError, ArithmeticError, UndefinedError, SecurityError, AttributeError):
            message = N_("Không tính được “{code}”: số liệu không đúng loại cho phép tính hay bộ lọc này.")
            hint = N_("Xem lại: số thì không có dấu nháy, ngày viết 2024-06-28, bộ lọc đúng loại (ngay cho ngày, ty_le cho số).")
        else:
            if not isinstance(value, Undefined):
                return value
            message = N_("“{code}” chưa có giá trị.")
            hint = N_("Thêm số liệu còn thiếu vào [so_lieu].")
        raise InputError(Problem(message, hint, {"code": code}, found=code))

    def show(self, code: str) -> str:
        """Return the value of *code* as an office writes it."""
        return show(self.evaluate(code))


def _blank_aware(function: Callable[..., str]) -> Callable[..., str]:
    """A draft has no number and no date yet: what is not there prints as ``…``."""

    def wrapped(value: Any, *args: Any, **kwargs: Any) -> str:
        return _BLANK if value is None else function(value, *args, **kwargs)

    return wrapped


def _arithmetic(operator: str, left: Any, right: Any) -> Any:
    if isinstance(left, date) and isinstance(right, date) and operator == "-":
        return (left - right).days
    a, b = _exact(left), _exact(right)
    if operator == "+":
        value = a + b
    elif operator == "-":
        value = a - b
    elif operator == "*":
        value = a * b
    elif operator == "/":
        value = a / b
    elif operator == "//":
        value = Fraction(a // b)
    elif operator == "%":
        value = a % b
    else:
        raise TypeError(operator)
    if value.denominator == 1 and not isinstance(left, Decimal) and not isinstance(right, Decimal):
        return int(value)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact if Fraction(exact) == value else value


def _exact(value: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction | float):
        raise TypeError(type(value).__name__)
    # A literal such as 0.5 reaches us as a float; its shortest spelling is what was typed.
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)
