"""Papers of other programs made into .docx, and papers made into PDF, by LibreOffice: the only way to it.

``finding.py`` where it is · ``chunks.py`` many papers, some at a time · ``session.py`` one worker, its profile, one call within limits ·
``guard.py`` what clears up after it, a program of its own.
"""

from notice_gen.convert.chunks import DOCX, PDF, PDF_A, Paper, Target, convert
from notice_gen.convert.finding import MISSING, find

__all__ = ["DOCX", "MISSING", "PDF", "PDF_A", "Paper", "Target", "convert", "find"]
