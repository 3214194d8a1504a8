"""Evaluating expressions over the values of one notice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Undefined, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context

from notice_gen.errors import N_, InputError, Problem
from notice_gen.expressions.direct import direct, shown
from notice_gen.expressions.parse import figures_in, parse
from notice_gen.expressions.sandbox import show, text_environment


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
        give = direct(code)
        if give:
            try:
                return give(self.values)
            except (KeyError, TypeError):
                pass  # Jinja says what is wrong
        return self._in_full(code)

    def show(self, code: str) -> str:
        """Return the value of *code* as an office writes it.

        Raises:
            InputError: as :meth:`evaluate`, and for a figure too long to be written.
        """
        value = self.values.get(code)
        if type(value) is str:
            return value
        if type(value) is not int:
            quick = shown(code)
            if quick:
                try:
                    return quick(self.values)
                except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError):
                    pass  # what is wrong is said below
            value = self.evaluate(code)
        try:
            return show(value)
        except (ValueError, ArithmeticError):
            message = N_("Kết quả của “{code}” là con số quá dài, không in được.")
            hint = N_("Kiểm tra lại phép tính và các số liệu trong đó.")
        raise InputError(Problem(message, hint, {"code": code}, found=code, figures=figures_in(code)))
