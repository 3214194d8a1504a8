"""Judging a notice that was read: one part against another, against the law of its day, against today.

:data:`CHECKS` is the list of all; a new check is a function with a docstring and a line in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import chain, compress
from operator import attrgetter, is_not

from notice_gen.errors import Problem
from notice_gen.model import OF_ONE_FORM, Notice
from notice_gen.reader.judging import (
    addressees,
    agreement,
    blank,
    body,
    boxes,
    deadlines,
    doubtful,
    head,
    issuer,
    names,
    parties,
    phrases,
    references,
    speaker,
    within,
)
from notice_gen.reader.judging.body import far_ahead, slips, slips_following
from notice_gen.reader.judging.reads import PARTS, Check, reads
from notice_gen.reader.judging.signer import mixed_up
from notice_gen.reader.judging.starter import left_of_sample
from notice_gen.reader.layers import Layer
from notice_gen.vietnamese.ngay_thang import theo_lich_rieng

__all__ = [
    "CHECKS", "OF_A_WHOLE_NOTICE", "far_ahead", "following", "judged", "left_of_sample", "mixed_up", "slips", "slips_following", "unused",
]


@reads("ban_sao", "co_quan", "van_ban.so", "van_ban.ngay")
def copies(notice: Notice, on: date) -> Iterable[Problem]:
    """A copy is of a document that was issued, and has what its kind of copy has (Điều 25)."""
    if not notice.ban_sao:
        return ()
    from notice_gen.reader.judging.forms import copy_faults

    return copy_faults(notice, notice.ban_sao, on)


@reads(*OF_ONE_FORM, "ky", "van_ban.ngay", "van_ban.trich_yeu")
def tables_of_one_form(notice: Notice, _: date) -> Iterable[Problem]:
    """What only an invitation, minutes, a contract … have agrees with its date, its signers and itself."""
    if not any(getattr(notice, key) for key in OF_ONE_FORM):
        return ()
    from notice_gen.reader.judging.forms import own_faults

    return own_faults(notice)


@reads("mau", "ky", "muc")
def authority_given(notice: Notice, _: date) -> Iterable[Problem]:
    """Who gives an authority is who signs, and not who gets it."""
    if notice.mau != "giay-uy-quyen":
        return ()
    from notice_gen.reader.judging.forms import authority_given

    return authority_given(notice)


CHECKS: tuple[Check, ...] = (
    head.number_without_date, deadlines.off_or_not, deadlines.before_the_date, deadlines.of_finding_before_the_date,
    deadlines.against_its_text, deadlines.against_its_figures, head.place, head.full_place, head.symbol, head.abbreviation,
    head.unit_gone, head.unit_known, head.provinces, head.province_of_unit, body.sections, body.annexes, body.repeated_codes,
    head.signatures, body.headings, head.authority, head.shared_number, copies, tables_of_one_form, authority_given, doubtful.checks,
    doubtful.subject, doubtful.percentages, doubtful.percentages_of_tables,
    doubtful.phones_of_tables, blank.left, blank.left_in_figures, references.own_references,
    references.own_type, references.period, boxes.bases, boxes.recipients, boxes.papers_cited, boxes.letters_of_subject,
    boxes.counted, boxes.boxes_in_text, names.agencies_and_posts, names.persons, names.abbreviations,
    names.line_of_copies, names.unit,
)
"""Every check of a notice, in the order in which problems without a line of their own are reported."""

OF_A_WHOLE_NOTICE: tuple[Check, ...] = (
    head.type_of_document, issuer.of_the_party, issuer.place_of_issuer, issuer.abbreviation_of_issuer, issuer.authority_of_another,
    issuer.bases_of_another, issuer.post_of_another, issuer.year_of_symbol, addressees.sent_to, parties.joint_signers, parties.both_parties,
    parties.own_paper, parties.subject_of_another_unit, agreement.people, agreement.own_kind, agreement.opening, agreement.session,
    agreement.copies_of_contract, agreement.leave_of_year, agreement.address, agreement.rows, speaker.speaker, speaker.attached,
    addressees.communes, issuer.place_in_full, names.subject, within.totals_of_lists, within.hours, within.days_of_period,
    within.carried_out, within.symbol_of_gone, within.department_above,
)
"""Those that would speak of what nobody wrote where an example stands in for a faulty part."""


_ALL = (*CHECKS, *OF_A_WHOLE_NOTICE)


def judged(notice: Notice, today: date, checks: Iterable[Check] = _ALL) -> tuple[Problem, ...]:
    """Return what *checks* find wrong, or worth a look, in a *notice* whose parts are each well formed; paths, no places.

    *today* stands for the date of a draft that has none.
    """
    on = notice.van_ban.ngay or today
    with theo_lich_rieng(notice.ngay_nghi.nghi, notice.ngay_nghi.lam_viec):
        return tuple([problem for check in checks for problem in _ask(check, notice, on)])


def _ask(check: Check, notice: Notice, on: date) -> Iterable[Problem]:
    return check(notice, on)


_PARTS = dict.fromkeys(chain(*(PARTS[check] for check in _ALL)))
_READERS = {part: [n for n, check in enumerate(_ALL) if part in PARTS[check]] for part in _PARTS} | {"ngay_nghi": [*range(len(_ALL))]}
_OF_SEVERAL = [(part, attrgetter(part)) for part in _PARTS if part.partition(".")[0] not in Notice.__dataclass_fields__]
"""What is of several tables of a notice."""
_KEYS: dict[str, set[str]] = {}
"""Of each table of which checks read some keys alone, these."""
for _part in _PARTS:
    _table, _, _key = _part.partition(".")
    if _key and _table in Notice.__dataclass_fields__:
        _KEYS.setdefault(_table, set()).add(_key)


def following() -> Callable[[Notice, date], tuple[Problem, ...]]:
    """Return :func:`judged` for one notice after the other: a check all of whose parts are those of the one before is not asked again."""
    last: tuple[Notice, date] | None = None
    told: dict[int, tuple[Problem, ...]] = {}

    def judge(notice: Notice, today: date) -> tuple[Problem, ...]:
        nonlocal last
        on = notice.van_ban.ngay or today
        before, last = last, None  # should a check fail, nothing is known
        with theo_lich_rieng(notice.ngay_nghi.nghi, notice.ngay_nghi.lam_viec):
            for n in _to_ask(before[0], notice) if before and before[1] == on else range(len(_ALL)):
                if found := (*_ask(_ALL[n], notice, on),):
                    told[n] = found
                else:
                    told.pop(n, None)
        last = notice, on
        return tuple([problem for n in sorted(told) for problem in told[n]]) if told else ()

    return judge


def _to_ask(before: Notice, now: Notice) -> Iterable[int]:
    """Return which checks read a part that is not the very one of *before*."""
    old, new = before.__dict__, now.__dict__
    parts = _others(old, new)
    for name in parts[:]:
        if name in _KEYS:
            was, has = old[name].__dict__, new[name].__dict__
            parts += [f"{name}.{key}" for key in _others(was, has) if key in _KEYS[name] and not _is_same(was[key], has[key])]
    parts += [part for part, get in _OF_SEVERAL if not _is_same(get(before), get(now))]
    return _readers(tuple(parts))


def _others(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    return [*compress(new, map(is_not, new.values(), map(old.__getitem__, new)))]


@lru_cache(maxsize=64)  # the notices of a mailing differ in the same parts
def _readers(parts: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(sorted({n for part in parts for n in _READERS.get(part, ())}))


def _is_same(old: object, new: object) -> bool:
    """Tell whether two parts are one, or say the same, which is quickly told of a word, a number or a date."""
    return old is new or (type(old) is type(new) and type(old) in _QUICK and old == new)


_QUICK = frozenset({str, int, bool, date})


def unused(notice: Notice, own: Layer) -> Iterable[Problem]:
    """A figure of a numbered paper's own file is printed or checked; what rows fill, files may be named by."""
    figures = own.data.get("so_lieu")
    return phrases.unused(figures, own.text) if notice.van_ban.so is not None and own.text and figures else ()
