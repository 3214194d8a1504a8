"""Figures worked out from figures (``[so_lieu_tinh]``), and arithmetic that must hold (``[[kiem_tra]]``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from numbers import Number
from typing import Any

from notice_gen.errors import N_, InputError, KeyPath, Problem, Words
from notice_gen.expressions import Scope, conditions, figures_in, seen, show
from notice_gen.model import KiemTra, SoLieu
from notice_gen.records import replace


def worked_out(figures: Mapping[str, Any], formulas: Mapping[str, str], groups: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return *figures* and what *formulas* make of them.

    Raises InputError: with every formula that cannot be worked out, goes round in a circle, or has the name of a figure that was given.
    A formula may use others of them; the groups are ``don_vi``, ``van_ban``, ``co_quan``, as the expressions see them.
    """
    known = dict(figures)
    failed = {name for name in formulas if name in figures}
    twice = N_("“{ten}” vừa có trong [so_lieu] vừa có trong [so_lieu_tinh].")
    problems = [_at(Problem(twice, N_("Giữ một trong hai."), {"ten": name}, found=name), name) for name in formulas if name in failed]

    def work_out(name: str, asked_by: tuple[str, ...]) -> None:
        if name in known or name in failed or name not in formulas:
            return
        if name in asked_by:
            names = (*asked_by[asked_by.index(name) :], name)
            message, hint = N_("Các số liệu tính theo nhau thành vòng: {vong}."), N_("Ghi thẳng một trong các số đó vào [so_lieu].")
            problems.append(_at(Problem(message, hint, {"vong": " → ".join(names)}), name))
            failed.update(asked_by)
            return
        needed = figures_in(formulas[name])
        for other in needed:
            work_out(other, (*asked_by, name))
        if failed & needed or name in failed:
            failed.add(name)  # reported where it began
            return
        try:
            known[name] = Scope(seen(known, groups)).evaluate(formulas[name], otherwise="0")
        except InputError as error:
            problems.extend(problem if problem.path else _at(problem, name) for problem in error.problems)
            failed.add(name)

    for name in formulas:
        work_out(name, ())
    if problems:
        raise InputError(problems)
    return known


def _at(problem: Problem, name: str) -> Problem:
    return replace(problem, path=("so_lieu_tinh", name))


def failed_checks(kiem_tra: Sequence[KiemTra], scope: Scope) -> Iterator[Problem]:
    """Yield a problem for each part of each condition that does not hold or cannot be calculated."""
    for i, check in enumerate(kiem_tra):
        if check.khong_am or check.la_phan_cua:
            yield from _out_of_bounds(i, check, scope)
        path = ("kiem_tra", i, "dieu_kien")
        for code, left, operator, right in conditions(check.dieu_kien) if check.dieu_kien else ():
            try:
                if scope.evaluate(code) or (operator == "==" and _near(scope, left, right, check.sai_so)):
                    continue
                if quoted := [*scope.quoted(code)]:
                    yield from quoted
                    continue
                shown = {"trai": _shown(scope.evaluate(left)), "phai": _shown(scope.evaluate(right))} if operator else {}
            except InputError as error:
                yield from (problem if problem.path else replace(problem, path=path) for problem in error.problems)
                continue
            values = {"thong_bao": check.thong_bao, "dieu_kien": code, "ve_trai": left, "ve_phai": right, **shown}
            if shown:
                message = N_("{thong_bao}: “{dieu_kien}” không đúng, vì {ve_trai} = {trai} còn {ve_phai} = {phai}.")
            else:
                message = N_("{thong_bao}: “{dieu_kien}” không đúng.")
            yield Problem(message, N_("Sửa số liệu cho khớp, hoặc sửa điều kiện ở [[kiem_tra]]."), values, path, code, figures=figures_in(code))  # noqa: E501


def _shown(value: Any) -> str:
    return Words(N_("đúng") if value else N_("sai")) if isinstance(value, bool) else show(value)


def _out_of_bounds(i: int, check: KiemTra, scope: Scope) -> Iterator[Problem]:
    """Yield a problem for each figure of check number *i* that is negative, or larger than what it is a part of."""
    for name in check.khong_am:
        if type(value := scope.values.get(name)) is int and value >= 0:  # nearly always, and there is nothing to say
            continue
        message, hint = N_("“{ten}” không được âm; ở đây là {gia_tri}."), N_("Sửa “{ten}”, từ 0 trở lên; số này có thể âm thì bỏ tên nó ở khong_am.")  # noqa: E501
        yield from _asked(name, ">=", "0", scope, ("kiem_tra", i, "khong_am"), Problem(message, hint))
    for name, whole in check.la_phan_cua.items():
        part, total = scope.values.get(name), scope.values.get(whole)
        if type(part) is int and type(total) is int and part <= total:
            continue
        message = N_("“{ten}” = {gia_tri} lớn hơn “{tong}” = {gia_tri_tong}, mà là một phần của số ấy.")
        hint = N_("Sửa một trong hai số; không phải một phần thì bỏ “{ten}” ở la_phan_cua.")
        yield from _asked(name, "<=", whole, scope, ("kiem_tra", i, "la_phan_cua", name), Problem(message, hint))


def _asked(name: str, operator: str, other: str, scope: Scope, path: KeyPath, problem: Problem) -> Iterator[Problem]:
    """Yield *problem* with its values, at the figure *name*, where it does not stand to the *other* as asked."""
    figures = scope.values.get("so_lieu", {})
    try:
        values = {code: scope.evaluate(code) for code in (name, other)}
        texts = [code for code, value in values.items() if not isinstance(value, Number)]
        for code in texts:
            message, hint = N_("“{ten}” không phải là số; ở đây là: {gia_tri}."), N_("Ghi một số, không có dấu nháy; không phải số liệu để kiểm tra thì bỏ “{ten}” ở [[kiem_tra]].")  # noqa: E501
            yield Problem(message, hint, {"ten": code, "gia_tri": show(values[code])}, ("so_lieu", code) if code in figures else path)
        if texts or scope.evaluate(f"({name}) {operator} ({other})"):
            return
    except InputError as error:
        yield from (one if one.path else replace(one, path=path) for one in error.problems)
        return
    shown = {"ten": name, "gia_tri": show(values[name]), "tong": other, "gia_tri_tong": show(values[other])}
    asked = figures_in(f"{name} {operator} {other}")
    yield replace(problem, values=shown, path=("so_lieu", name) if name in figures else path, figures=asked)


def _near(scope: Scope, left: str, right: str, tolerance: SoLieu) -> bool:
    """Tell whether two sides differ by no more than *tolerance* (``sai_so``)."""
    return bool(tolerance) and bool(scope.evaluate(f"({left}) - ({right}) <= {tolerance} and ({right}) - ({left}) <= {tolerance}"))
