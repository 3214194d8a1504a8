"""What is wrong with a name, a text's expressions or a condition, found before any value is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from notice_gen import vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.expressions.meant import meant
from notice_gen.expressions.names import GROUPS, Names
from notice_gen.expressions.parse import Expression, TooLongError, parse, pieces, straight
from notice_gen.expressions.sandbox import text_environment
from notice_gen.records import replace

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SHOWN = 60
_RESERVED = frozenset({"and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None", "loop", "self"})
_ALLOWED = (
    nodes.Name, nodes.Getattr, nodes.Const, nodes.Compare, nodes.Operand, nodes.BinExpr, nodes.UnaryExpr, nodes.CondExpr,
    nodes.Filter, nodes.Concat, nodes.Keyword,
)  # fmt: skip


def fault_in_text(text: str, names: Names | None = None) -> Problem | None:
    """Return what is wrong with the expressions of *text*, of any number of lines, or None; no *names* leaves its names unchecked."""
    if "{" not in text and "}}" not in text:
        return None
    for piece in pieces(text):
        if isinstance(piece, Expression):
            fault = _fault(piece.code, names)
            if fault:
                values = dict(fault.values)
                if "mend" in values:
                    values["mend"] = f"{{{{ {values['mend']} }}}}"
                return Problem(fault.message, fault.hint, values, found=piece.source)
            continue
        for mark in ("{{", "}}", "{%"):
            if mark in piece:
                found = piece[piece.index(mark) :].split("\n")[0][:40]
                return Problem(*_UNPAIRED[mark], {"found": found}, found=found)
    return None


_UNPAIRED = {
    "{{": (N_("Dấu {{{{ mở mà không có }}}} đóng: “{found}”."), N_("Viết trọn biểu thức trong hai cặp ngoặc, ví dụ {{{{ tiep_nhan }}}}.")),
    "}}": (N_("Dấu }}}} thừa: phía trước không có {{{{ mở."), N_("Viết trọn biểu thức trong hai cặp ngoặc, ví dụ {{{{ tiep_nhan }}}}.")),
    "{%": (
        N_("Trong tệp nội dung chỉ dùng được biểu thức {{{{ … }}}}, không dùng lệnh: “{found}”."),
        N_("Bỏ lệnh này; câu chữ khác nhau theo số liệu thì viết: {{{{ 'có' if tiep_nhan > 0 else 'không' }}}}."),
    ),
}


def fault_in_expression(code: str, names: Names | None = None) -> Problem | None:
    """Return what is wrong with one bare expression such as a condition, or None."""
    return _fault(straight(code), names)


def fault_in_condition(code: str, names: Names | None = None) -> Problem | None:
    """Return what is wrong with an expression that has to hold, or None: as :func:`fault_in_expression`, or it compares no figure."""
    code = straight(code)
    return _fault(code, names) or _idle(code)


@lru_cache(maxsize=4096)
def _idle(code: str) -> Problem | None:
    node = parse(code)
    if _decides(node) and node.find(nodes.Name):
        return None
    message = N_("Điều kiện “{code}” không so sánh số liệu nào nên không kiểm tra được gì.")
    return Problem(message, N_("Viết một phép so sánh, ví dụ: tiep_nhan == da_giai_quyet + dang_giai_quyet."), {"code": code})


def _decides(node: nodes.Node) -> bool:
    """Tell whether *node* comes to true or false whatever the figures."""
    if isinstance(node, nodes.And | nodes.Or):
        return _decides(node.left) and _decides(node.right)
    if isinstance(node, nodes.Not):
        return _decides(node.node)
    if isinstance(node, nodes.CondExpr):
        return _decides(node.expr1) and node.expr2 is not None and _decides(node.expr2)
    return isinstance(node, nodes.Compare)


@lru_cache(maxsize=4096)
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
        N_("Đổi thành: {goi_y}"), {"name": name, "goi_y": proposal}, found=name,
    )


@lru_cache(maxsize=65536)
def _fault(code: str, names: Names | None) -> Problem | None:
    fault = _first_fault(code, names)
    is_near = fault and "gan" in fault.values and fault.values["ten"] in {code, code.partition(".")[2]}
    if not fault or names is None or len(code) > _LONGEST or is_near:
        return fault
    mend = meant(code, names)
    if mend == code or _first_fault(mend, names):
        return fault
    return replace(fault, hint=N_("Có phải ý bạn là: {mend}"), values={**fault.values, "mend": mend})


_LONGEST = 200  # characters of an expression of which it is guessed what was meant


def _first_fault(code: str, names: Names | None) -> Problem | None:
    if not code:
        return Problem(N_("Biểu thức để trống."), N_("Ghi tên số liệu, ví dụ {{{{ tiep_nhan }}}}."))
    try:
        node = parse(code)
    except TooLongError:
        return Problem(
            N_("Biểu thức “{code}” quá dài hoặc lồng quá nhiều lớp."),
            N_("Tách thành nhiều bước ở [so_lieu_tinh], mỗi bước một phép tính ngắn."),
            {"code": code if len(code) < _SHOWN else code[:_SHOWN] + "…"},
        )
    except (TemplateSyntaxError, SyntaxError):
        return Problem(
            N_("Biểu thức “{code}” không đọc được."),
            N_("Dùng tên số liệu, các dấu + - * / == < > và bộ lọc sau dấu |, ví dụ dung_han | ty_le(da_giai_quyet)."), {"code": code},
        )
    return next(_faults(node, names), None)


def _faults(tree: nodes.Expr, names: Names | None) -> Iterator[Problem]:
    parts = (tree, *tree.find_all(nodes.Node))
    asked = {id(part.node) for part in parts if isinstance(part, nodes.Getattr)}
    for part in parts:
        if isinstance(part, nodes.Name):
            fault = _fault_in_name(part.name, names, is_asked=id(part) in asked)
        elif isinstance(part, nodes.Getattr):
            fault = _fault_in_group(part, names)
        elif isinstance(part, nodes.Filter) and part.name not in text_environment().filters:
            fault = _unknown(N_("Không có bộ lọc nào tên “{ten}”."), part.name, frozenset(vietnamese.FILTERS))
        else:
            fault = None if isinstance(part, _ALLOWED) else Problem(
                N_("Biểu thức chỉ gồm tên số liệu, số, phép tính, so sánh và bộ lọc; không dùng được cách viết này."),
                N_("Xem các bộ lọc trong tài liệu, ví dụ dung_han | ty_le(da_giai_quyet)."),
            )
        if fault:
            yield fault


def _fault_in_name(name: str, names: Names | None, *, is_asked: bool) -> Problem | None:
    """Return what is wrong with a bare name; *is_asked* says that a name of its group follows."""
    if name in GROUPS and not is_asked:
        within = names.within(name) if names else GROUPS[name]
        values = {"nhom": name, "ten": next((one for one in ("ten", "so_ky_hieu") if one in within), min(within, default="ten"))}
        return Problem(N_("“{nhom}” là cả một bảng, không in được."), N_("Ghi một tên trong bảng, ví dụ {{{{ {nhom}.{ten} }}}}."), values)
    if names is not None and name not in names.bare():
        return _unknown_figure(name, names.bare())
    return None


def _unknown_figure(name: str, known: frozenset[str]) -> Problem:
    fault = _unknown(N_("Không có số liệu nào tên “{ten}”."), name, known)
    if fault_in_name(name) or name.lower() in known:
        return fault
    hints = {
        _NEAR: N_("Có phải ý bạn là “{gan}”? Là số liệu mới thì thêm dưới [so_lieu] dòng này: {ten} = …"),
        _KNOWN: N_("Các tên đang có: {cac_ten}. Là số liệu mới thì thêm dưới [so_lieu] dòng này: {ten} = …"),
    }
    return replace(fault, hint=hints.get(fault.hint, fault.hint))


def _fault_in_group(part: nodes.Getattr, names: Names | None) -> Problem | None:
    group = part.node.name if isinstance(part.node, nodes.Name) else ""
    if group not in GROUPS:
        hint = N_("Dấu chấm chỉ dùng sau don_vi, van_ban, co_quan, so_lieu, ví dụ don_vi.ten.")
        return Problem(N_("Không dùng được “.{ten}” ở đây."), hint, {"ten": part.attr})
    if names is not None and part.attr not in names.within(group):
        return _unknown(N_("Không có “{ten}” trong [{nhom}]."), part.attr, names.within(group), nhom=group)
    return None


def _unknown(message: str, name: str, known: frozenset[str], **values: str) -> Problem:
    import difflib

    close = difflib.get_close_matches(name, sorted(known - GROUPS.keys()), n=1, cutoff=0.6)
    values = {"ten": name, **values}
    if close:
        return Problem(message, _NEAR, {**values, "gan": close[0]})
    if not known:
        return Problem(message, N_("Thêm dưới [{nhom}] dòng này: {ten} = …"), {"nhom": "so_lieu", **values})
    shown = ", ".join(sorted(known - GROUPS.keys() or known)[:12])
    return Problem(message, _KNOWN, {**values, "cac_ten": shown})


_NEAR = N_("Có phải ý bạn là “{gan}”?")
_KNOWN = N_("Các tên đang có: {cac_ten}.")
