"""What is converted into what, and by which program."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from notice_gen.errors import N_
from notice_gen.records import record


@record
class Paper:
    """A paper to convert."""

    data: bytes
    kind: str  # its ending, as its bytes tell: ``.doc``, ``.docx``, ``.odt``, ``.rtf``


@record
class Target:
    """What a paper is made into."""

    suffix: str
    filter: str  # LibreOffice's name for it, with its options
    is_whole: Callable[[bytes], bool]  # says whether bytes are all of such a file
    hint: str  # what to do with a paper that cannot be made into one
    word: str = ""  # what Word's script calls it


def _is_whole_package(data: bytes) -> bool:
    try:
        return "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _is_whole_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:]


_BY_HAND = N_("Mở tệp bằng Word (tệp có mật khẩu thì bỏ mật khẩu), lưu lại với kiểu Word Document (.docx) rồi chạy lại.")
_PDF_BY_HAND = N_("Mở tệp bằng Word, chọn Save As, kiểu PDF.")
DOCX = Target(".docx", "docx:MS Word 2007 XML", _is_whole_package, _BY_HAND, "docx")
PDF = Target(".pdf", "pdf:writer_pdf_Export", _is_whole_pdf, _PDF_BY_HAND, "pdf")
PDF_A = Target(".pdf", 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}', _is_whole_pdf, _PDF_BY_HAND, "pdfa")


@record
class Work:
    """One call: papers of one kind."""

    kind: str  # their ending
    papers: Sequence[Path]
    out: Path  # the folder where what is made of each is put under its name
    target: Target
    profile: Path  # a folder for what the program keeps between calls; not there at first


@record
class Program:
    """What converts."""

    name: str  # as people call it
    path: Path
    mend: str  # what to do where it does not work
    command: Callable[[Path, Work], list[str]]  # the command line of a call, of its path
    environment: Callable[[Path], Mapping[str, str]]  # the variables that it is given, of a folder for temporary files
