"""What is wrong with a name, a text's expressions or a condition, found before any value is asked for."""

from __future__ import annotations

from functools import lru_cache

from notice_gen.errors import N_, Problem
from notice_gen.expressions.direct import direct, straight
from notice_gen.expressions.names import GROUPS, Names
from notice_gen.expressions.parse import Expression, pieces
from notice_gen.records import replace


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


def _idle(code: str) -> Problem | None:
    if _decides(code):
        return None
    message = N_("Điều kiện “{code}” không so sánh số liệu nào nên không kiểm tra được gì.")
    return Problem(message, N_("Viết một phép so sánh, ví dụ: tiep_nhan == da_giai_quyet + dang_giai_quyet."), {"code": code})


@lru_cache(maxsize=65536)
def _fault(code: str, names: Names | None) -> Problem | None:
    fault = _first_fault(code, names)
    is_near = fault and "gan" in fault.values and fault.values["ten"] in {code, code.partition(".")[2]}
    if not fault or names is None or len(code) > _LONGEST or is_near:
        return fault
    from notice_gen.expressions.meant import meant

    mend = meant(code, names)
    if mend == code or _first_fault(mend, names):
        return fault
    return replace(fault, hint=N_("Có phải ý bạn là: {mend}"), values={**fault.values, "mend": mend})


def _decides(code: str) -> bool:
    """Tell whether an expression comes to true or false whatever the figures, and asks for some."""
    if read := direct(code):
        return read.decides and bool(read.names)
    from notice_gen.expressions import faulty

    return faulty.decides(code)


_LONGEST = 200  # characters of an expression of which it is guessed what was meant


def _first_fault(code: str, names: Names | None) -> Problem | None:
    if not code:
        return Problem(N_("Biểu thức để trống."), N_("Ghi tên số liệu, ví dụ {{{{ tiep_nhan }}}}."))
    if (read := direct(code)) and all(_is_there(group, name, names) for group, name in read.names):
        return None
    from notice_gen.expressions.faulty import fault  # by Jinja's tree: what is seldom typed

    return fault(code, names)


def _is_there(group: str, name: str, names: Names | None) -> bool:
    """Tell whether a name may be used: a figure, or what a group has; no *names*: any."""
    if not group:
        return name not in GROUPS and (names is None or name in names.bare())
    return group in GROUPS and (names is None or name in names.within(group))
