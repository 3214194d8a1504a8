"""Evaluating expressions over the values of one notice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Undefined, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context

from notice_gen import vietnamese
from notice_gen.errors import N_, InputError, Problem
from notice_gen.expressions.parse import figures_in, parse
from notice_gen.expressions.sandbox import show, text_environment


@lru_cache(maxsize=65536)
def _simple(code: str) -> tuple[str, str, Callable[..., Any] | None, tuple[str | Any, ...]]:
    """Return the group, the name, the office's filter and its arguments of an expression that has no more than these.

    Most have no more, and need no interpreter: ``don_vi.ten``, ``tiep_nhan | so``, ``dung_han | ty_le(tong, 2)``.  No name
    when the expression is another; the arguments are figures by name, or constants in a tuple of one.
    """
    node, function = parse(code), None
    args: list[str | tuple[Any]] = []
    if isinstance(node, nodes.Filter) and node.name in vietnamese.FILTERS and not (node.kwargs or node.dyn_args or node.dyn_kwargs):
        function = text_environment().filters[node.name]
        args = [arg.name if isinstance(arg, nodes.Name) else (arg.value,) for arg in node.args if isinstance(arg, nodes.Name | nodes.Const)]
        if len(args) < len(node.args) or node.node is None:
            return _NOT_SIMPLE
        node = node.node
    if isinstance(node, nodes.Name):
        return "", node.name, function, tuple(args)
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return node.node.name, node.attr, function, tuple(args)
    return _NOT_SIMPLE


_NOT_SIMPLE = ("", "", None, ())


@lru_cache(maxsize=65536)
def _compiled(code: str) -> Callable[[Context], Any]:
    env = text_environment()
    target = nodes.Assign(nodes.Name("result", "store", lineno=1), parse(code), lineno=1)
    tree = nodes.Template([target], lineno=1)
    tree.set_environment(env)
    template = env.from_string(tree)
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
        self.values = values
        self._context: Context | None = None

    def _in_full(self, code: str) -> Any:
        if self._context is None:  # most texts need none
            env = text_environment()
            self._context = env.context_class(env, dict(self.values), name=None, blocks={}, globals={})
        return _compiled(code)(self._context)

    def evaluate(self, code: str) -> Any:
        """Return the value of *code*.

        Raises:
            InputError: with one unplaced problem, when it cannot be calculated.
        """
        if code in self.values:  # a bare name, the commonest expression
            return self.values[code]
        try:
            value = self._value(code)
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
        raise InputError(Problem(message, hint, {"code": code}, found=code, figures=figures_in(code)))

    def _value(self, code: str) -> Any:
        group, name, function, args = _simple(code)
        table = self.values.get(group) if group else self.values
        if not name or not isinstance(table, dict) or name not in table:
            return self._in_full(code)
        value = table[name]
        if function is None:
            return value
        try:
            known = [self.values[arg] if isinstance(arg, str) else arg[0] for arg in args]
        except KeyError:
            return self._in_full(code)
        return function(value, *known)

    def show(self, code: str) -> str:
        """Return the value of *code* as an office writes it.

        Raises:
            InputError: as :meth:`evaluate`, and for a figure too long to be written.
        """
        value = self.evaluate(code)
        try:
            return show(value)
        except (ValueError, ArithmeticError):
            message = N_("Kết quả của “{code}” là con số quá dài, không in được.")
            hint = N_("Kiểm tra lại phép tính và các số liệu trong đó.")
        raise InputError(Problem(message, hint, {"code": code}, found=code, figures=figures_in(code)))
