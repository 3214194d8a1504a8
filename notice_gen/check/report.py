"""Faults as other programs read them: JSON, and the lines that GitHub Actions shows beside a file; SARIF is next door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.judge import Verdict
from notice_gen.errors import Say, said

GITHUB = {Level.LUAT: "error", Level.THONG_LE: "warning", Level.GOI_Y: "notice"}


def message(fault: Fault, say: Say) -> str:
    """Return what is wrong, in words."""
    return said(fault.message, fault.values, say)


def hint(fault: Fault, say: Say) -> str:
    """Return what to do, in words; empty when the rule has no advice."""
    return said(fault.hint, fault.values, say) if fault.hint else ""


def status(verdict: Verdict) -> str:
    """Return in one word what became of a file that could be read."""
    if not verdict.judged:
        return "not judged"
    if verdict.unchecked:
        return "not checked"
    return "faults" if verdict.count else "clean"


def verdict_as_json(verdict: Verdict, say: Say) -> dict[str, Any]:
    """Return all that was found in one file as plain JSON values."""
    return {
        "kind": str(verdict.kind), "type": verdict.loai or None, "faults": [fault_as_json(fault, say) for fault in verdict.faults],
        "more": dict(verdict.more), "waived": dict(verdict.waived), "unchecked": sorted(verdict.unchecked), "tracked": verdict.tracked,
    }


def fault_as_json(fault: Fault, say: Say) -> dict[str, Any]:
    """Return a fault as plain JSON values; paragraphs and sections count from 1, characters from 0."""
    span = fault.span
    return {
        **rule_as_json(fault.rule), "message": message(fault, say), "hint": hint(fault, say), "part": span.paragraph.part if span else None,
        "paragraph": span.paragraph.index + 1 if span else None, "start": span.start if span else None, "end": span.end if span else None,
        "text": span.paragraph.text if span else None, "section": None if fault.section is None else fault.section + 1,
        "mendable": fault.mend is not None,
    }


def rule_as_json(rule: Rule) -> dict[str, Any]:
    """Return a rule's identity as plain JSON values."""
    return {"code": rule.code, "name": rule.name, "level": str(rule.level), "article": rule.article}


def github_line(file: str, fault: Fault, say: Say) -> str:
    """Return the workflow command that shows a fault beside *file*; a paragraph is a line to it."""
    place = {"file": file, "title": f"{fault.rule.code} {fault.rule.name}"}
    if fault.span is not None:
        span = fault.span
        place |= {"line": str(span.paragraph.index + 1), "col": str(span.start + 1), "endColumn": str(max(span.end, span.start + 1))}
    said = " ".join(filter(None, (message(fault, say), hint(fault, say), f"({fault.rule.article})")))
    return github_command(GITHUB[fault.rule.level], place, said)


def github_command(command: str, place: Mapping[str, str], said: str) -> str:
    r"""Return one workflow command.

    >>> github_command("error", {"file": "a,b.docx"}, "Sai 5%\n")
    '::error file=a%2Cb.docx::Sai 5%25%0A'
    """
    shown = ",".join(f"{key}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in place.items())
    return f"::{command} {shown}::{_escaped(said)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
