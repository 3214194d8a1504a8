"""The judge: which rules apply, what they say of a file, what the office waives, what could not be judged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import date

from notice_gen.check import texts
from notice_gen.check.composed import at_home
from notice_gen.check.fault import Fault, Level
from notice_gen.check.rules import JUDGED, Entry, all_rules
from notice_gen.check.view import DocumentView, Kind
from notice_gen.records import record
from notice_gen.vietnamese import slug
from notice_gen.vietnamese.chinh_ta import la_tu_rieng

MOST = 200
"""Faults of one rule in one file that are kept with their place; the rest is counted."""

_SPELLING = "CT"
_RANK = tuple(Level)  # the most binding first


@record
class Verdict:
    """What the rules say of one file.

    Attributes:
        kind: what sort of document it is; only those in ``rules.JUDGED`` are held against the decree's forms.
        loai: the type's code, empty when unknown.
        faults: by place, from the top of the file.
        more: by code, how many more faults there are than ``faults`` shows.
        waived: by code, how many faults the office's settings pass over.
        unchecked: by code, why a rule could not be checked: the traceback of a rule that broke down on this file.
        tracked: whether the file holds tracked changes, which were judged as accepted.
        issued: the date of its date line; None in a draft, and where it was not judged.
    """

    kind: Kind
    loai: str = ""
    faults: tuple[Fault, ...] = ()
    more: Mapping[str, int] = field(default_factory=dict)
    waived: Mapping[str, int] = field(default_factory=dict)
    unchecked: Mapping[str, str] = field(default_factory=dict)
    tracked: bool = False
    issued: date | None = None

    @property
    def judged(self) -> bool:
        """Whether the decree's forms are for this sort of document."""
        return self.kind in JUDGED

    @property
    def count(self) -> int:
        """How many faults there are, also those not shown."""
        return len(self.faults) + sum(self.more.values())


def judge(view: DocumentView, entries: Iterable[Entry], waived: Collection[str] = (), *, most: int = MOST) -> Verdict:
    """Hold a file against rules.

    Args:
        view: the file.
        entries: the rules to look at.
        waived: codes whose faults are counted only; words in small letters, which the office spells so.
        most: how many faults of one rule are kept.
    """
    faults: list[Fault] = []
    more: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    unchecked: dict[str, str] = {}
    if view.kind in JUDGED:
        for entry in entries:
            code, kept = entry.rule.code, 0
            try:
                for fault in map(at_home, entry.look(entry.rule, view)):
                    (fault.message + fault.hint).format_map(fault.values)  # a sentence that lacks a value cannot be said
                    if code in waived or (code.startswith(_SPELLING) and _of_office(fault, waived)):
                        passed[code] += 1
                    elif kept < most:
                        faults.append(fault)
                        kept += 1
                    else:
                        more[code] += 1
            except Exception as error:  # a rule that breaks down must not silence the others
                import traceback

                unchecked[code] = "".join(traceback.format_exception(error))
    issued = texts.issued(view) if view.kind in JUDGED else None
    return Verdict(view.kind, view.loai, in_order(faults, view), dict(more), dict(passed), unchecked, view.tracked, issued)


def _of_office(fault: Fault, waived: Collection[str]) -> bool:
    return la_tu_rieng(str(fault.values.get("doan", "")), (word for word in waived if word.islower()))


def in_order(faults: Iterable[Fault], view: DocumentView) -> tuple[Fault, ...]:
    """Return *faults* in the order of the page: the file, its sections, headers and footers, the text."""
    main = view.paragraphs[0].part if view.paragraphs else ""

    def key(fault: Fault) -> tuple[object, ...]:
        if fault.span is None:
            return 0, fault.section or 0, "", 0, 0, fault.rule.code
        paragraph = fault.span.paragraph
        part = "" if paragraph.part == main else paragraph.part
        return 1 if part else 2, 0, part, paragraph.index, fault.span.start, fault.rule.code

    return tuple(sorted(faults, key=key))


def named(words: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the codes of the rules meant by *words*, and the words that mean none.

    A word is a code (``TR05``), the letters of a group (``TR``) or a name (``so_trang_sai_vi_tri``), in any case.
    """
    meant = [(word, {entry.rule.code for entry in all_rules() if _means(word.strip(), entry)}) for word in words]
    return frozenset(code for _, codes in meant for code in codes), tuple(word for word, codes in meant if not codes)


def _means(word: str, entry: Entry) -> bool:
    rule = entry.rule
    return word.upper() in {rule.code, re.sub(r"\d+", "", rule.code)} or slug(word) == slug(rule.name)


def nearest(word: str) -> tuple[Entry, ...]:
    """Return the rules that *word* may have been meant for, the likeliest first."""
    by_word = {slug(name): entry for entry in all_rules() for name in (entry.rule.code, entry.rule.name)}
    import difflib

    close = difflib.get_close_matches(slug(word), by_word, n=3, cutoff=0.5)
    group = tuple(entry for entry in all_rules() if len(word) > 1 and entry.rule.code.startswith(word[:2].upper()))
    return tuple(dict.fromkeys(by_word[name] for name in close)) or group[:3]


def at_least(level: Level) -> tuple[Entry, ...]:
    """Return the rules that are as binding as *level* or more."""
    levels = _RANK[: _RANK.index(level) + 1]
    return tuple(entry for entry in all_rules() if entry.rule.level in levels)


def level_of(word: str) -> Level | None:
    """Return the level that *word* names, marks and case aside; None for none.

    >>> level_of("Thong le"), level_of("luật"), level_of("goi-y"), level_of("xxx")
    (<Level.THONG_LE: 'thông lệ'>, <Level.LUAT: 'luật'>, <Level.GOI_Y: 'gợi ý'>, None)
    """
    return next((level for level in Level if slug(level) == slug(word)), None)
