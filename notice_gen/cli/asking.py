"""A row of questions at the terminal or through a pipe: each answer checked at once, the one before within reach, all shown at the end."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Mapping

import click

from notice_gen.cli import report
from notice_gen.errors import N_, InputError, Problem, Say
from notice_gen.library.questions import Answers, Question, Questions

_BACK = frozenset({"<", "<<", "lùi", "lui", "quay lại", "back"})
_YES = frozenset({"", "c", "co", "có", "y", "yes", "ghi", "ok", "g", "dung", "đúng"})
_NO = frozenset({"k", "khong", "không", "n", "no", "thoi", "thôi"})


def answered(questions: Questions, say: Say) -> Answers | None:
    """Return an answer to every question, looked over and agreed to; None when nothing is to be written.

    Raises InputError: the answers ended before the questions.
    """
    report.note(say(N_("Enter nhận câu trả lời trong ngoặc vuông; gõ < để quay lại câu trước; Ctrl+C để thôi, chưa ghi gì.")))
    answers: Answers = {}
    before: Answers = {}  # what was answered before the way back
    old: Answers = {}  # all answers, before the last of them was changed
    while True:
        while (question := next((one for one in questions(answers) if one.name not in answers), None)) is not None:
            answer = _asked(question, answers, before.get(question.name), say)
            if answer is None:
                _step_back(questions, answers, before, say)
            else:
                answers[question.name] = answer
            _forget_guesses(questions, answers, old)
        asked = [*questions(answers)]
        answers = {question.name: answers[question.name] for question in asked}
        wrong = [question for question in asked if _complained(question, answers, say)]
        if not wrong:
            chosen = _agreed(asked, answers, say)
            if not isinstance(chosen, Question):
                return answers if chosen else None
            wrong = [chosen]
        old = dict(answers)
        for question in wrong:
            before[question.name] = answers.pop(question.name)


def _forget_guesses(questions: Questions, answers: Answers, old: Answers) -> None:
    """Ask again what was only guessed from an answer that has changed."""
    for question in [one for one in questions(answers) if one.name in answers and one.name in old]:
        guessed = question.guess(old)
        if answers[question.name] == guessed != question.guess(answers):
            answers.pop(question.name)


def _step_back(questions: Questions, answers: Answers, before: Answers, say: Say) -> None:
    """Take the last answer back, to be offered when it is asked again."""
    last = [question.name for question in questions(answers) if question.name in answers][-1:]
    if not last:
        report.note(say(N_("Đây là câu đầu tiên.")))
    for name in last:
        before[name] = answers.pop(name)


def _asked(question: Question, answers: Answers, earlier: str | None, say: Say) -> str | None:
    """Return the answer to one question, asked until nothing is wrong with it; None for the way back.  A doubt is told, no more."""
    while True:
        typed = _line(say(question.text), earlier if earlier is not None else question.guess(answers), say)
        if typed.lower() in _BACK:
            return None
        answer = question.read(typed)
        if not answer and question.why:
            report.note(say(N_("Câu này không để trống được: {vi_sao}")).format(vi_sao=say(question.why)))
            continue
        problems = question.doubts(answer, answers)
        report.complain(problems, say)
        if not any(problem.level == "error" for problem in problems):
            if answer != typed and answer:
                report.note(say(N_("Hiểu là: {tra_loi}")).format(tra_loi=report.visible(answer)))
            return answer


def _complained(question: Question, answers: Mapping[str, str], say: Say) -> bool:
    """Say what is wrong with an answer now that all are there; tell whether anything is."""
    problems = [problem for problem in question.doubts(answers[question.name], dict(answers)) if problem.level == "error"]
    report.complain(problems, say)
    return bool(problems)


def _agreed(asked: list[Question], answers: Mapping[str, str], say: Say) -> bool | Question:
    """Show all answers; return whether to write them, or the question to be asked again."""
    report.note("")
    report.note(say(N_("Sẽ ghi:")))
    for n, question in enumerate(asked, 1):
        shown = answers[question.name] or say(N_("(không có)"))
        doubt = say(N_("  ← xem lại")) if question.doubts(answers[question.name], dict(answers)) else ""
        report.note(f"  {n:>2}. {say(question.label)}: {report.visible(shown)}{doubt}")
    while True:
        typed = _line(say(N_("Enter để ghi; gõ số của dòng cần sửa; gõ k để thôi")), "", say).lower()
        if typed in _BACK:
            return asked[-1]
        if typed.rstrip(".").isdecimal() and 1 <= int(typed.rstrip(".")) <= len(asked):
            return asked[int(typed.rstrip(".")) - 1]
        if typed in _YES or typed in _NO:
            return typed in _YES
        report.note(say(N_("Gõ Enter, một số từ 1 đến {so}, hoặc k.")).format(so=len(asked)))


def _line(question: str, offered: str, say: Say) -> str:
    """Return one line that is typed, spaces and marks in order.

    Raises InputError: there are no more lines.
    """
    while True:
        try:
            typed = click.prompt(question, default=offered, show_default=bool(offered), err=True, type=str)
        except click.Abort as error:
            if not isinstance(error.__context__, EOFError):
                raise
            hint = N_("Chạy notice-gen init trong cửa sổ lệnh rồi trả lời từng câu, câu cuối hỏi có ghi không.")
            report.note("")
            raise InputError(Problem(N_("Hết câu trả lời giữa chừng nên chưa ghi gì."), hint)) from error
        if not sys.stdin.isatty():
            report.note(report.visible(str(typed)))  # a terminal shows it as it is typed
        typed = unicodedata.normalize("NFC", " ".join(str(typed).split()))
        if not any(unicodedata.category(char) == "Cc" for char in typed):
            return typed
        report.note(say(N_("Câu trả lời có ký tự điều khiển (phím mũi tên, Esc), nhập lại.")))
