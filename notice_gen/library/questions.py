"""A row of questions: each answer read and judged as it comes; who asks them, at a terminal or on a page, is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from notice_gen.errors import Problem

Answers = dict[str, str]


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        name: what its answer is kept under.
        text: the question, a catalogue sentence.
        label: what the summary calls the answer, likewise.
        why: why it cannot be left empty, likewise; empty where it can.
        guess: what is offered, from the answers so far; empty for nothing.
        read: makes of what is typed the answer.
        doubts: what is wrong with an answer, or worth a look, given those before it.
    """

    name: str
    text: str
    label: str
    why: str = ""
    guess: Callable[[Answers], str] = lambda _: ""
    read: Callable[[str], str] = str
    doubts: Callable[[str, Answers], tuple[Problem, ...]] = lambda *_: ()


Questions = Callable[[Answers], Iterator[Question]]
"""From the answers so far to all questions, in their order, those that they lead to included."""
