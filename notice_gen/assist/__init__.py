"""The one brain of the screen and of editors: a text, and a place in it → plain records.

Pure functions: what is beside the text is given (:class:`Desk`), nothing is read, written or remembered but what is dear to make.
"""

from __future__ import annotations

from notice_gen.assist.completing import complete
from notice_gen.assist.diagnosing import diagnose
from notice_gen.assist.fixing import actions
from notice_gen.assist.hovering import hover
from notice_gen.assist.outlining import outline
from notice_gen.assist.printing import paper
from notice_gen.assist.records import Action, Completion, Desk, Diagnosis, Edit, Hover, Origin, Span, Symbol, applied, plain
from notice_gen.assist.tracing import origins
from notice_gen.assist.warming import warm_up

__all__ = [
    "Action", "Completion", "Desk", "Diagnosis", "Edit", "Hover", "Origin", "Span", "Symbol", "actions", "applied", "complete", "diagnose",
    "hover", "origins", "outline", "paper", "plain", "warm_up",
]
