"""notice-gen: structured findings (TOML) to official Vietnamese notices (.docx).

The names in ``__all__`` are the library (docs/dev/library.md); all else is the house behind them, and may change.
Each is loaded when it is first used: to import this package costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # known to type checkers by its name; to import typing would take longer than all else here
if TYPE_CHECKING:
    from notice_gen.errors import InputError, NoticeGenError, OutputError, Place, Problem, RegisterError, TemplateError
    from notice_gen.follow.counting import Stats
    from notice_gen.library.documents import Document, Entered, Register, Series, make, number, open_register, register_path
    from notice_gen.library.drafting import (
        Asked,
        DocumentType,
        Printed,
        PrintLook,
        Starter,
        can_make_pdf,
        document_types,
        look_at_print,
        office_file,
        office_form,
        print_file,
        settings_path,
        starter_file,
        to_pdf,
        to_pictures,
    )
    from notice_gen.library.following import Finding, count_findings, findings_of, note_event, report_file
    from notice_gen.library.mailing import Row, make_many, write_many
    from notice_gen.library.papers import Mending, Pages, Paragraph, choice_of, mend_docx, pages_of, paragraphs, word_of
    from notice_gen.library.states import PrintState, print_states
    from notice_gen.library.table_files import data_form, data_workbook, mailing_zip, provinces
    from notice_gen.library.tables import CellProblem, DataColumn, DataTable, DataView, Mailed, mail, view_data
    from notice_gen.library.verdicts import Fault, Report, check_docx, sentence

__version__ = "0.1.0"

_HOMES = {
    "errors": "InputError NoticeGenError OutputError Place Problem RegisterError TemplateError",
    "follow.counting": "Stats",
    "library.documents": "Document Entered Register Series make number open_register register_path",
    "library.following": "Finding count_findings findings_of note_event report_file",
    "library.mailing": "Row make_many write_many",
    "library.papers": "Mending Pages Paragraph choice_of mend_docx pages_of paragraphs word_of",
    "library.drafting": (
        "Asked DocumentType PrintLook Printed Starter can_make_pdf document_types look_at_print office_file office_form print_file "
        "settings_path starter_file "
        "to_pdf to_pictures"
    ),
    "library.states": "PrintState print_states",
    "library.table_files": "data_form data_workbook mailing_zip provinces",
    "library.tables": "CellProblem DataColumn DataTable DataView Mailed mail view_data",
    "library.verdicts": "Fault Report check_docx sentence",
}

__all__ = [
    "Asked", "CellProblem", "DataColumn", "DataTable", "DataView", "Document", "DocumentType", "Entered", "Fault", "Finding",
    "InputError", "Mailed", "Mending", "NoticeGenError", "OutputError", "Pages", "Paragraph", "Place", "PrintLook", "PrintState",
    "Printed", "Problem", "Register", "RegisterError", "Report", "Row", "Series", "Starter", "Stats", "TemplateError", "__version__",
    "can_make_pdf", "check_docx", "choice_of", "count_findings", "data_form", "data_workbook", "document_types", "findings_of",
    "look_at_print", "mail", "mailing_zip", "make", "make_many", "mend_docx", "note_event", "number", "office_file",
    "office_form", "open_register", "pages_of", "paragraphs", "print_file", "print_states", "provinces", "register_path",
    "report_file", "sentence", "settings_path", "starter_file", "to_pdf", "to_pictures", "view_data", "word_of", "write_many",
]  # fmt: skip

if not TYPE_CHECKING:  # a type checker would take it that any name is there

    def __getattr__(name: str) -> object:
        from importlib import import_module

        for home, names in _HOMES.items():
            if name in names.split():
                return getattr(import_module(f"{__name__}.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
