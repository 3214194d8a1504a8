"""Verdicts → lines that a clerk reads: where, which rule, what is wrong, what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from notice_gen.cli import report
from notice_gen.errors import N_, NoticeGenError, Place, Say
from notice_gen.office.checking import Checked

if TYPE_CHECKING:
    from notice_gen.check.fault import Fault, Rule
    from notice_gen.check.judge import Verdict
    from notice_gen.check.rules import Entry
    from notice_gen.legal import Law
    from notice_gen.office.paging import Facts

_COLOURS = {"luật": "red", "thông lệ": "yellow", "gợi ý": "cyan"}
_SHOWN = 10  # further places of one rule in one file; the rest is counted
_LONGEST_PLACE = 40  # characters
_MANY = 12  # rules or faults above which a file is told at a glance first
_PARTS = (
    (N_("trang"), "TR"), (N_("phần đầu"), "QH TN CQ SO DN DK TL TY KG"), (N_("nội dung"), ""), (N_("phần cuối"), "KE KY NN SD"),
    (N_("phụ lục"), "PL"),
)  # fmt: skip
"""The parts of a paper, each with the groups of the rules that are about it; words are the text's, wherever they stand."""

# The words of check/fault.py and check/view.py, marked here: what they mean to a clerk is the catalogue's matter.
_WORDS = (
    N_("luật"), N_("thông lệ"), N_("gợi ý"),
    N_("văn bản của Đảng"), N_("văn bản quy phạm pháp luật"), N_("hợp đồng"), N_("biểu mẫu"), N_("phần kèm theo văn bản khác"), N_("không phải văn bản hành chính"),  # noqa: E501
)  # fmt: skip


def lines(checked: Checked, say: Say) -> Iterator[str]:
    """Yield the lines that report every fault of one file: the first of a rule in full, where else it is broken in a line below."""
    verdict = checked.verdict
    if verdict is None:
        return
    by_code: dict[str, list[Fault]] = {}
    for fault in verdict.faults:
        by_code.setdefault(fault.rule.code, []).append(fault)
    for code, (first, *others) in by_code.items():
        yield from fault_lines(checked.file, first, say)
        more = len(others) + verdict.more.get(code, 0)
        if more:
            places = "; ".join(_place(fault, say) for fault in others[:_SHOWN])
            rest = say(N_("; xem hết bằng --annotate hoặc --format json")) if more > _SHOWN else ""
            yield from report.remark(say(N_("và {so} chỗ nữa:")).format(so=more), places + rest)


def at_a_glance(checked: Checked, say: Say) -> Iterator[str]:
    """Yield what a file with many faults begins with: how many of each level and part; the rules, the most binding and commonest first."""
    verdict = checked.verdict
    rules = {fault.rule.code: fault.rule for fault in verdict.faults} if verdict else {}
    if verdict is None or max(len(rules), verdict.count) <= _MANY:
        return
    counts = Counter(fault.rule.code for fault in verdict.faults) + Counter(verdict.more)
    levels = _levels([verdict])
    each = ", ".join(f"{say(level)} {levels[level]}" for level in _COLOURS if levels[level])
    sentence = N_("{tep}: tóm tắt: {so} lỗi của {quy_tac} quy tắc ({muc}; {phan}).")
    parts = ", ".join(f"{say(part)} {count}" for part, count in _by_part(counts))
    yield report.visible(say(sentence).format(tep=checked.file, so=levels.total(), quy_tac=len(rules), muc=each, phan=parts))
    order = {level: number for number, level in enumerate(_COLOURS)}
    for code in sorted(counts, key=lambda one: (order[rules[one].level], -counts[one])):
        first = next(fault for fault in verdict.faults if fault.rule.code == code)
        words = _place(first, say)
        yield report.visible(f"{counts[code]:6} {say(rules[code].level)} {code} {rules[code].name}: {words}")
    yield ""


def _by_part(counts: Counter[str]) -> Iterator[tuple[str, int]]:
    """Yield the parts of a paper that have faults, with how many of the *counts* by code are theirs."""
    of_group = {group: part for part, groups in _PARTS for group in groups.split()}
    found = Counter[str]()
    for code, count in counts.items():
        found[of_group.get(code[:2], "nội dung")] += count
    yield from ((part, found[part]) for part, _ in _PARTS if found[part])


def _place(fault: Fault, say: Say) -> str:
    """Return where a fault is and what stands there, in a few words: ``đoạn 12 “nhân dân”``; what is wrong where it has no place."""
    from notice_gen.check import report as faults

    where, span = _where(fault, say), fault.span
    shown = str(fault.values.get("doan") or (span.text if span else ""))
    words = " ".join(shown.split())
    if not where and not words:
        return faults.message(fault, say).rstrip(".")
    return f"{where} “{words if len(words) <= _LONGEST_PLACE else words[:_LONGEST_PLACE].rstrip() + '…'}”" if words else where


def mended(checked: Checked, say: Say) -> Iterator[str]:
    """Yield a line for each rule whose faults were mended: how many, and what the first of them was."""
    from notice_gen.check import report as faults

    by_code: dict[str, list[Fault]] = {}
    for fault in checked.mended:
        by_code.setdefault(fault.rule.code, []).append(fault)
    for code, (first, *others) in by_code.items():
        more = " " + say(N_("(và {so} chỗ nữa)")).format(so=len(others)) if others else ""
        message = f"{first.rule.name}: {faults.message(first, say)}{more}"
        yield report.headline(f"{checked.file}: ", say(N_("đã sửa")) + f" {code}", "green", message).rstrip()


def fault_lines(file: str, fault: Fault, say: Say) -> Iterator[str]:
    """Yield the lines that report one fault: place, level and rule, message; the paragraph with a mark; article, hint."""
    from notice_gen.check import report as faults

    rule, span, where = fault.rule, fault.span, _where(fault, say)
    colour = _COLOURS[rule.level]
    message = f"{rule.name}: {faults.message(fault, say)}"
    yield report.headline(f"{file}: {where}: " if where else f"{file}: ", f"{say(rule.level)} {rule.code}", colour, message)
    if span is not None:
        text, start = span.paragraph.text, span.start
        begin = text.rfind("\n", 0, start) + 1
        line = text[begin:].split("\n", 1)[0]
        yield from report.quoted(Place(file, 1, start - begin + 1, max(span.end - start, 1), line), colour)
    yield from report.remark(say(N_("căn cứ:")), rule.article)
    yield from report.remark(say(N_("gợi ý:")), faults.hint(fault, say))


def _where(fault: Fault, say: Say) -> str:
    if fault.span is not None:
        paragraph = fault.span.paragraph
        place = {"header": N_("đầu trang, đoạn {so}"), "footer": N_("chân trang, đoạn {so}")}.get(paragraph.container, N_("đoạn {so}"))
        return say(place).format(so=paragraph.index + 1)
    return "" if not fault.section else say(N_("phần (section) {so}")).format(so=fault.section + 1)


def why_refused(checked: Checked, say: Say) -> str:
    """Return why a file could not be checked, and what to do, on one line."""
    return " ".join(f"{problem.text(say)} {problem.hint_text(say)}".strip() for problem in checked.problems)


def notes(checked: Checked, law: Callable[[], Law], say: Say) -> Iterator[str]:
    """Yield what is reported of a file besides its faults: what it is, what was waived, what broke down; *law* is whose forms are named."""
    from notice_gen.check.view import Kind

    verdict = checked.verdict
    if verdict is None:
        head = click.style(say(N_("không kiểm tra được:")), fg="red", bold=True)
        yield report.visible(f"{checked.file}: ") + f"{head} {report.visible(why_refused(checked, say))}"
        return
    if checked.kind and verdict.count:
        sentence = N_("{tep}: xét trên bản .docx chuyển từ {duoi}; lỗi nào lạ thì mở tệp gốc bằng Word, lưu lại .docx rồi kiểm tra.")
        yield report.visible(say(sentence).format(tep=checked.file, duoi=checked.kind))
    if verdict.tracked:
        sentence = N_("{tep}: có chỗ đang theo dõi sửa đổi (Track Changes); kiểm tra như khi đã chấp nhận tất cả (Accept All).")
        yield report.visible(say(sentence).format(tep=checked.file))
    if not verdict.judged:
        sentence = N_("{tep}: {loai}, không kiểm tra theo thể thức văn bản hành chính.")
        yield report.visible(say(sentence).format(tep=checked.file, loai=say(verdict.kind)))
    elif not verdict.count and not verdict.unchecked:
        yield report.visible(say(N_("{tep}: không còn lỗi.") if checked.mended else N_("{tep}: không có lỗi.")).format(tep=checked.file))
        if checked.mended:
            return
    if verdict.kind == Kind.BAN_SAO:
        sentence = N_("{tep}: bản sao; phần của cơ quan sao (hình thức sao, số, nơi nhận, chữ ký) không kiểm tra, xem lại theo mẫu {mau}.")
        yield report.visible(say(sentence).format(tep=checked.file, mau=law().loai["SY"].mau))
    if verdict.waived:
        sentence = N_("{tep}: bỏ qua {so} lỗi theo notice-gen.toml ({cac_ma}).")
        codes = ", ".join(sorted(verdict.waived))
        yield report.visible(say(sentence).format(tep=checked.file, so=sum(verdict.waived.values()), cac_ma=codes))
    for code, reason in sorted(verdict.unchecked.items()):
        sentence = N_("{tep}: không kiểm tra được quy tắc {ma} (lỗi của chương trình: {loi}).")
        yield report.visible(say(sentence).format(tep=checked.file, ma=code, loi=reason.strip().splitlines()[-1]))


def page_lines(file: str, found: Facts | NoticeGenError, say: Say) -> Iterator[str]:
    """Yield the lines that tell of the printed pages of one file."""
    from notice_gen.office import paging

    if isinstance(found, NoticeGenError):
        for problem in found.problems:
            yield from report.problem_lines(problem if problem.place else replace(problem, place=Place(file)), say)
        return
    sentence = N_("{tep}: {so} trang; chữ ký ở trang {trang}.") if found.signature else N_("{tep}: {so} trang.")
    yield report.visible(say(sentence).format(tep=file, so=found.pages, trang=found.signature))
    for problem in paging.doubts(found, file, ours=False):
        yield from report.problem_lines(problem, say)


def overview(results: Sequence[Checked], say: Say) -> Iterator[str]:
    """Yield the page that many files begin with: how many are right, the faults by level, the commonest rules, the worst files."""
    verdicts = {checked.file: checked.verdict for checked in results if checked.verdict is not None}
    levels = _levels(list(verdicts.values()))
    faulty = {file: verdict.count for file, verdict in verdicts.items() if verdict.count}
    judged = sum(verdict.judged for verdict in verdicts.values())
    rows = [
        (N_("tệp có lỗi"), len(faulty)), (N_("tệp không có lỗi"), judged - len(faulty)),
        (N_("tệp không phải văn bản hành chính"), len(verdicts) - judged), (N_("tệp không kiểm tra được"), len(results) - len(verdicts)),
        (N_("tệp chuyển sang .docx"), sum(bool(checked.kind and checked.verdict) for checked in results)),
    ]  # fmt: skip
    of_levels = ((say(N_("lỗi mức {muc}")).format(muc=say(level)), levels[level]) for level in _COLOURS)
    counted = [*((say(name), count) for name, count in rows), *of_levels]
    yield from (f"{count:6} {name}" for name, count in counted if count)
    yield from _worst(verdicts.values(), say)
    if len(faulty) > 1:
        yield say(N_("Tệp nhiều lỗi nhất (số lỗi, tệp):"))
        yield from (report.visible(f"{count:6} {file}") for file, count in Counter(faulty).most_common(_SHOWN))
    yield ""


def _worst(verdicts: Iterable[Verdict], say: Say) -> Iterator[str]:
    """Yield the rules that most files break."""
    rules: dict[str, Rule] = {}
    files: Counter[str] = Counter()
    for verdict in verdicts:
        broken = {fault.rule.code: fault.rule for fault in verdict.faults}
        rules |= broken
        files.update(broken.keys())
    if rules:
        yield say(N_("Sai nhiều nhất (số tệp, quy tắc):"))
    for code, count in files.most_common(_SHOWN):
        yield f"{count:6} {say(rules[code].level)} {code} {rules[code].name}"


def summary(results: Sequence[Checked], say: Say) -> str:
    """Return the line that counts it all."""
    verdicts = [checked.verdict for checked in results if checked.verdict is not None]
    levels = _levels(verdicts)
    each = ", ".join(f"{say(level)} {levels[level]}" for level in _COLOURS if levels[level])
    mended_ = sum(len(checked.mended) for checked in results)
    mendable = sum(fault.mend is not None for verdict in verdicts for fault in verdict.faults)
    faulty = sum(bool(verdict.count) for verdict in verdicts)
    unread = len(results) - len(verdicts)
    parts = [
        say(N_("Đã kiểm tra {so} tệp")).format(so=len(results)),
        say(N_("{so} lỗi trong {tep} tệp ({muc})") if levels else N_("không có lỗi")).format(so=levels.total(), tep=faulty, muc=each),
    ]
    if mended_:
        parts.append(say(N_("đã sửa {so} lỗi")).format(so=mended_))
    elif mendable:
        parts.append(say(N_("{so} lỗi sửa được bằng --fix")).format(so=mendable))
    if unread:
        parts.append(say(N_("{so} tệp không kiểm tra được")).format(so=unread))
    return "; ".join(parts) + "."


def _levels(verdicts: Sequence[Verdict]) -> Counter[str]:
    """Count the faults of each level, those that are not listed too."""
    levels: Counter[str] = Counter(fault.rule.level for verdict in verdicts for fault in verdict.faults)
    for verdict in verdicts:
        by_code = {fault.rule.code: fault.rule.level for fault in verdict.faults}
        for code, count in verdict.more.items():
            levels[by_code[code]] += count
    return levels


def explanation(entry: Entry, law: Law, say: Say) -> str:
    """Return a rule's manual, with the figures of *law*, under its name."""
    rule = entry.rule
    return f"{rule.code} {rule.name} ({say(rule.level)})\n\n{entry.manual(law)}"
