"""``[[kiem_tra]]``: arithmetic that must hold, else the notice is refused with both sides' values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from notice_gen.errors import N_, InputError, Problem
from notice_gen.expressions import Scope, conditions, figures_in, show
from notice_gen.model import KiemTra, SoLieu


def failed_checks(kiem_tra: Sequence[KiemTra], scope: Scope) -> Iterator[Problem]:
    """Yield a problem for each part of each condition that does not hold or cannot be calculated."""
    for i, check in enumerate(kiem_tra):
        path = ("kiem_tra", i, "dieu_kien")
        for code, left, operator, right in conditions(check.dieu_kien):
            try:
                if scope.evaluate(code) or (operator == "==" and _near(scope, left, right, check.sai_so)):
                    continue
                if quoted := [*scope.quoted(code)]:
                    yield from quoted
                    continue
                shown = {"trai": show(scope.evaluate(left)), "phai": show(scope.evaluate(right))} if operator else {}
            except InputError as error:
                yield from (problem if problem.path else replace(problem, path=path) for problem in error.problems)
                continue
            values = {"thong_bao": check.thong_bao, "dieu_kien": code, "ve_trai": left, "ve_phai": right, **shown}
            if shown:
                message = N_("{thong_bao}: “{dieu_kien}” không đúng, vì {ve_trai} = {trai} còn {ve_phai} = {phai}.")
            else:
                message = N_("{thong_bao}: “{dieu_kien}” không đúng.")
            yield Problem(message, N_("Sửa số liệu cho khớp, hoặc sửa điều kiện ở [[kiem_tra]]."), values, path, code, figures=figures_in(code))


def _near(scope: Scope, left: str, right: str, tolerance: SoLieu) -> bool:
    """Tell whether two sides differ by no more than *tolerance* (``sai_so``)."""
    return bool(tolerance) and bool(scope.evaluate(f"({left}) - ({right}) <= {tolerance} and ({right}) - ({left}) <= {tolerance}"))
