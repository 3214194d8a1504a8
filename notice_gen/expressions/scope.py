"""Evaluating expressions over the values of one notice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from notice_gen import blanks
from notice_gen.errors import N_, InputError, Problem
from notice_gen.expressions import bounds
from notice_gen.expressions.direct import direct
from notice_gen.expressions.parse import figures_in
from notice_gen.expressions.values import show
from notice_gen.records import replace
from notice_gen.vietnamese.con_so import GiaTriSai

_SHOWN = 200
_MISSING = object()
_NUMBER = re.compile(r"-?(?:\d+(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?)")


class Scope:
    """What the expressions of one notice see: ``don_vi``, ``van_ban``, ``co_quan``, ``so_lieu`` as mappings, each figure by its name."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values
        self.shown: dict[str, str] = {}  # what expressions came to, as printed
        self._context: Any = None  # most texts need none

    def _by_jinja(self, code: str) -> Any:
        from notice_gen.expressions import by_jinja

        self._context = self._context or by_jinja.context(self.values)
        return by_jinja.value(code, self._context, _MISSING)

    def evaluate(self, code: str, otherwise: str = "'không phát sinh'") -> Any:
        """Return the value of *code*; *otherwise*: what a hint puts in the place of a quotient without a divisor.

        Raises InputError: with one unplaced problem, when it cannot be calculated.
        """
        values = self.values
        if code in values:  # a bare name, the commonest expression
            return values[code]
        try:
            if read := direct(code):
                if "|" in code:  # nothing but filters is counted
                    bounds.begin()
                try:
                    value = read.give(values)
                except (KeyError, TypeError):
                    value = self._by_jinja(code)  # which says what is wrong
            else:
                value = self._by_jinja(code)
            if type(value) is str and len(value) <= bounds.MOST_TEXT:
                return value
            value = bounds.text(value)
        except ZeroDivisionError:
            from notice_gen.expressions.dividing import by_zero

            raise InputError(by_zero(code, self._by_jinja, otherwise)) from None
        except GiaTriSai as error:
            known = error.problem
            shown = {**known.values, "code": code if len(code) < _SHOWN else code[:_SHOWN] + "…"}
            raise InputError(replace(known, values=shown, found=code, figures=figures_in(code))) from None
        except (TypeError, ValueError, ArithmeticError, AttributeError, RecursionError, MemoryError):
            message = N_("Không tính được “{code}”: số liệu không đúng loại cho phép tính hay bộ lọc này.")
            hint = N_("Xem lại: số thì không có dấu nháy, ngày viết 2024-06-28, bộ lọc đúng loại (ngay cho ngày, ty_le cho số).")
        else:
            if value is not _MISSING:
                return value
            message = N_("“{code}” chưa có giá trị.")
            hint = N_("Thêm số liệu còn thiếu vào [so_lieu].")
        raise InputError([*self.quoted(code)] or Problem(message, hint, {"code": code}, found=code, figures=figures_in(code)))

    def quoted(self, code: str) -> Iterator[Problem]:
        """Yield a problem for each figure that keeps *code* from holding or being worked out: left blank, or a number in quotes."""
        figures = self.values.get("so_lieu", {})
        empty = sorted(name for name in figures_in(code) if isinstance(figures.get(name), str) and blanks.found(figures[name]))
        for name in empty:
            hint = N_("Gõ số vào sau dấu =, không có dấu nháy: {ten} = 125; ngày thì viết {ten} = 2026-03-05.")
            yield Problem(N_("Số liệu “{ten}” chưa điền: {gia_tri}."), hint, {"ten": name, "gia_tri": figures[name]}, ("so_lieu", name))
        if empty:
            return
        numbers = {name: number for name in figures_in(code) if (number := _number_in(figures.get(name))) is not None}
        if not numbers:
            return
        try:
            holds = Scope({**self.values, **numbers, "so_lieu": {**figures, **numbers}}).evaluate(code)
        except InputError:
            return
        if holds is not False:
            for name, number in sorted(numbers.items()):
                yield Problem(
                    N_("“{ten}” là chữ chứ không phải số, vì nằm trong dấu nháy: \"{gia_tri}\"."),
                    N_("Gõ: {ten} = {so} (không có dấu nháy)."), {"ten": name, "gia_tri": figures[name], "so": number}, ("so_lieu", name),
                )

    def show(self, code: str) -> str:
        """Return the value of *code* as an office writes it.

        Raises InputError: as :meth:`evaluate`, and for a figure too long to be written.
        """
        if (shown := self.shown.get(code)) is None:
            shown = self.shown[code] = self._show(code)
        return shown

    def _show(self, code: str) -> str:
        value = self.values.get(code)
        if type(value) is str:
            return value
        if type(value) is not int:
            value = self.evaluate(code)
            if type(value) is str:
                return value
        try:
            return show(value)
        except (ValueError, ArithmeticError):
            message = N_("Kết quả của “{code}” là con số quá dài, không in được.")
            hint = N_("Kiểm tra lại phép tính và các số liệu trong đó.")
        raise InputError(Problem(message, hint, {"code": code}, found=code, figures=figures_in(code)))


def _number_in(value: Any) -> int | Decimal | None:
    """Return the number that a text spells, as TOML or as an office writes it; None when it spells none.

    >>> _number_in("125"), _number_in("98,7"), _number_in("1.250"), _number_in("12/TB")
    (125, Decimal('98.7'), 1250, None)
    """
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        return None
    grouped = "," in value or re.fullmatch(r"-?[1-9]\d{0,2}(?:\.\d{3})+", value)
    plain = value.replace(".", "").replace(",", ".") if grouped else value
    return Decimal(plain) if "." in plain else int(plain)
