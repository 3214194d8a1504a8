"""Verdicts as SARIF 2.1.0 (OASIS), which code scanners and editors read; a paragraph is a line to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from notice_gen.check.fault import Fault, Level
from notice_gen.check.judge import Verdict
from notice_gen.check.report import hint, message
from notice_gen.check.rules import Entry
from notice_gen.errors import Say
from notice_gen.legal import Law

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Level.LUAT: "error", Level.THONG_LE: "warning", Level.GOI_Y: "note"}


def sarif(
    results: Iterable[tuple[str, Verdict | str]], entries: Iterable[Entry], say: Say, law: Law, *,
    version: str, language: str, exit_code: int,
) -> dict[str, Any]:  # fmt: skip
    """Return a SARIF log of one run.

    Args:
        results: each file with its verdict, or with the line that says why there is none.
        entries: the rules looked at.
        say: translates.
        law: the decree whose figures the manuals of the rules give.
        version: of this program.
        language: of the messages, ``vi``.
        exit_code: of the run.
    """
    rules = list(entries)
    index = {entry.rule.code: number for number, entry in enumerate(rules)}
    found: list[dict[str, Any]] = []
    notices: list[dict[str, Any]] = []
    for file, verdict in results:
        if isinstance(verdict, str):
            notices.append(_notice(file, verdict))
            continue
        found += [_result(file, fault, index, say) for fault in verdict.faults]
        notices += [_notice(file, reason.strip().splitlines()[-1], code) for code, reason in verdict.unchecked.items()]
    described = [_rule(entry, law) for entry in rules]
    return {
        "$schema": SCHEMA, "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "notice-gen", "version": version, "language": language, "rules": described}},
            "language": language, "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": not notices, "exitCode": exit_code, "toolExecutionNotifications": notices}],
            "results": found,
        }],
    }


def _rule(entry: Entry, law: Law) -> dict[str, Any]:
    manual = entry.manual(law)
    what, _, rest = manual.partition("\n\n")
    return {
        "id": entry.rule.code, "name": entry.rule.name, "shortDescription": {"text": what}, "fullDescription": {"text": manual},
        "help": {"text": rest or what}, "defaultConfiguration": {"level": _LEVELS[entry.rule.level]},
        "properties": {"article": entry.rule.article, "level": str(entry.rule.level), "tags": [entry.rule.code.rstrip("0123456789")]},
    }


def _result(file: str, fault: Fault, index: Mapping[str, int], say: Say) -> dict[str, Any]:
    said = " ".join(filter(None, (message(fault, say), hint(fault, say))))
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": uri(file)}, "region": _region(fault)}}
    if fault.span is not None:
        paragraph = fault.span.paragraph
        name = f"{paragraph.index + 1}"
        place["logicalLocations"] = [{"name": name, "fullyQualifiedName": f"{paragraph.part}#{name}", "kind": "element"}]
    return {
        "ruleId": fault.rule.code, "ruleIndex": index[fault.rule.code], "level": _LEVELS[fault.rule.level], "message": {"text": said},
        "locations": [place],
    }


def _region(fault: Fault) -> dict[str, Any]:
    if fault.span is None:
        return {"startLine": 1}
    span = fault.span
    return {"startLine": span.paragraph.index + 1, "startColumn": span.start + 1, "endColumn": span.end + 1, "snippet": {"text": span.text}}


def _notice(file: str, said: str, code: str = "") -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": uri(file)}}}
    notice: dict[str, Any] = {"level": "error", "message": {"text": said}, "locations": [place]}
    return notice | ({"associatedRule": {"id": code}} if code else {})


def uri(file: str) -> str:
    """Return a file's name as a URI: relative as it was given, absolute with its scheme.

    >>> uri("thư mục/a b.docx"), uri("-")
    ('th%C6%B0%20m%E1%BB%A5c/a%20b.docx', 'stdin')
    """
    if file == "-":
        return "stdin"
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")
