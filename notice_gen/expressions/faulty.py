"""What is wrong with an expression, by Jinja's tree of it.  Nothing loads it that ``direct`` reads and finds all names of."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import TemplateSyntaxError, nodes

from notice_gen import vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.expressions.names import GROUPS, Names, fault_in_name
from notice_gen.expressions.sandbox import text_environment
from notice_gen.expressions.tree import TooLongError, parse
from notice_gen.records import replace

_SHOWN = 60
_ALLOWED = (
    nodes.Name, nodes.Getattr, nodes.Const, nodes.Compare, nodes.Operand, nodes.BinExpr, nodes.UnaryExpr, nodes.CondExpr,
    nodes.Filter, nodes.Concat, nodes.Keyword,
)  # fmt: skip


def fault(code: str, names: Names | None) -> Problem | None:
    """Return the first thing that is wrong with an expression, or None; no *names* leaves its names unchecked."""
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


def decides(code: str) -> bool:
    """Tell whether an expression comes to true or false whatever the figures, and asks for some."""
    node = parse(code)
    return _decides(node) and node.find(nodes.Name) is not None


def _decides(node: nodes.Node) -> bool:
    """Tell whether *node* comes to true or false whatever the figures."""
    if isinstance(node, nodes.And | nodes.Or):
        return _decides(node.left) and _decides(node.right)
    if isinstance(node, nodes.Not):
        return _decides(node.node)
    if isinstance(node, nodes.CondExpr):
        return _decides(node.expr1) and node.expr2 is not None and _decides(node.expr2)
    return isinstance(node, nodes.Compare)
