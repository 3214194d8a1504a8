"""What is dear to load, loaded before it is asked for."""

from __future__ import annotations

from notice_gen import templates
from notice_gen.assist.completing import complete
from notice_gen.assist.diagnosing import diagnose
from notice_gen.assist.records import Desk
from notice_gen.template_choice import DEFAULT_MAU


def warm_up(desk: Desk) -> None:
    """Load what the first answers need, so that the first key pressed does not wait for it: a good text, and a faulty one."""
    sample = templates.sample(DEFAULT_MAU)
    for text in (sample, sample.replace("phien_ban = 1", "phien_ban: 1\nso = ", 1)):
        diagnose(text, desk)
    complete(sample, 1, 1, desk)
