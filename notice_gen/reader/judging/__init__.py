"""Judging a notice that was read: one part against another, against the law of its day, against today.

:data:`CHECKS` is the list of all; a new check is a function with a docstring and a line in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from notice_gen.errors import Problem
from notice_gen.model import OF_ONE_FORM, Notice
from notice_gen.reader.judging import addressees, agreement, blank, body, deadlines, doubtful, head, issuer, parties, phrases, references
from notice_gen.reader.judging.body import far_ahead, slips
from notice_gen.reader.judging.signer import mixed_up
from notice_gen.reader.judging.starter import left_of_sample
from notice_gen.reader.layers import Layer
from notice_gen.vietnamese.ngay_thang import theo_lich_rieng

__all__ = ["CHECKS", "OF_A_WHOLE_NOTICE", "far_ahead", "judged", "left_of_sample", "mixed_up", "slips", "unused"]

Check = Callable[[Notice, date], Iterable[Problem]]
"""From a notice, and the day whose law it is judged by, to what is wrong or worth a look in it; paths, no places."""


def copies(notice: Notice, on: date) -> Iterable[Problem]:
    """A copy is of a document that was issued, and has what its kind of copy has (Điều 25)."""
    if not notice.ban_sao:
        return ()
    from notice_gen.reader.judging.forms import copy_faults

    return copy_faults(notice, notice.ban_sao, on)


def tables_of_one_form(notice: Notice, _: date) -> Iterable[Problem]:
    """What only an invitation, minutes, a contract … have agrees with its date, its signers and itself."""
    if not any(getattr(notice, key) for key in OF_ONE_FORM):
        return ()
    from notice_gen.reader.judging.forms import own_faults

    return own_faults(notice)


def authority_given(notice: Notice, _: date) -> Iterable[Problem]:
    """Who gives an authority is who signs, and not who gets it."""
    if notice.mau != "giay-uy-quyen":
        return ()
    from notice_gen.reader.judging.forms import authority_given

    return authority_given(notice)


CHECKS: tuple[Check, ...] = (
    head.number_without_date, deadlines.off_or_not, deadlines.before_the_date, deadlines.against_its_text, head.place, head.full_place,
    head.symbol, head.abbreviation, head.unit_gone, head.unit_known, head.provinces, body.sections, body.annexes, body.repeated_codes,
    head.signatures, body.headings, head.authority, head.shared_number, copies, tables_of_one_form, authority_given, doubtful.checks,
    doubtful.subject, doubtful.percentages, blank.left, references.own_references, references.own_type, references.period,
)
"""Every check of a notice, in the order in which problems without a line of their own are reported."""

OF_A_WHOLE_NOTICE: tuple[Check, ...] = (
    head.type_of_document, issuer.place_of_issuer, issuer.abbreviation_of_issuer, issuer.authority_of_another, issuer.bases_of_another,
    issuer.post_of_another, issuer.year_of_symbol, addressees.sent_to, parties.joint_signers, parties.both_parties,
    parties.own_paper, parties.subject_of_another_unit, agreement.people, agreement.own_kind, agreement.opening, agreement.session,
    agreement.copies_of_contract, agreement.leave_of_year, agreement.address, agreement.rows,
)
"""Those that would speak of what nobody wrote where an example stands in for a faulty part."""


def judged(notice: Notice, today: date, checks: Iterable[Check] = (*CHECKS, *OF_A_WHOLE_NOTICE)) -> tuple[Problem, ...]:
    """Return what *checks* find wrong, or worth a look, in a *notice* whose parts are each well formed; paths, no places.

    *today* stands for the date of a draft that has none.
    """
    on = notice.van_ban.ngay or today
    with theo_lich_rieng(notice.ngay_nghi.nghi, notice.ngay_nghi.lam_viec):
        return tuple([problem for check in checks for problem in check(notice, on)])


def unused(notice: Notice, own: Layer) -> Iterable[Problem]:
    """A figure of a numbered paper's own file is printed or checked; what rows fill, files may be named by."""
    figures = own.data.get("so_lieu")
    return phrases.unused(figures, own.text) if notice.van_ban.so is not None and own.text and figures else ()
