"""Papers of other programs made into .docx, and papers made into PDF, by LibreOffice, or Word: the only way to them.

``finding.py`` which program is there · ``libreoffice.py``, ``word.py`` (with ``word.ps1``) how each is called · ``papers.py`` what is made
of what · ``chunks.py`` many papers, some at a time · ``session.py`` one worker, one call within limits · ``guard.py`` runs the program
and clears up after it, a program of its own.
"""

from notice_gen.convert.chunks import convert
from notice_gen.convert.finding import MISSING, find
from notice_gen.convert.papers import DOCX, PDF, PDF_A, Paper, Target

__all__ = ["DOCX", "MISSING", "PDF", "PDF_A", "Paper", "Target", "convert", "find"]
