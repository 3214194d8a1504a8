"""The paper of a text, as it stands."""

from __future__ import annotations

from notice_gen import issue
from notice_gen.assist.desk import look
from notice_gen.assist.records import Desk


def paper(text: str, desk: Desk) -> bytes | None:
    """Return the Word file that *text* prints, a draft where its number is to come from a register; None where it is refused."""
    issued = look(text, desk).issued
    if issued is None:
        return None
    waits = issued.notice.van_ban.so == "tu-dong"
    return (issue.numbered(issued, None, today=desk.today) if waits else issued).docx
