"""How something that may be typed at the caret is offered."""

from __future__ import annotations

from typing import Any

from notice_gen.assist.caret import Caret
from notice_gen.assist.records import Completion, Edit, span

HERE = "\x00"
"""Where the caret goes in what is offered."""


def offer(text: str, here: Caret, label: str, kind: Any, new: str, **more: Any) -> Completion:
    """Return what is offered at a caret: *new* in place of what is typed, the caret where ``HERE`` stands, else behind it."""
    caret, new = new.find(HERE), new.replace(HERE, "")
    return Completion(label, kind, Edit(span(text, here.start, here.end), new), caret if caret >= 0 else len(new), **more)
