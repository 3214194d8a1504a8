"""notice-gen: structured findings (TOML) to official Vietnamese notices (.docx).

The names in ``__all__`` are the library (docs/dev/library.md); all else is the house behind them, and may change.
Each is loaded when it is first used: to import this package costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # known to type checkers by its name; to import typing would take longer than all else here
if TYPE_CHECKING:
    from notice_gen.errors import InputError, NoticeGenError, OutputError, Place, Problem, RegisterError, TemplateError
    from notice_gen.library.documents import Document, Register, make, number, open_register
    from notice_gen.library.drafting import (
        Asked,
        DocumentType,
        Printed,
        Starter,
        can_make_pdf,
        document_types,
        office_file,
        office_form,
        print_file,
        settings_path,
        starter_file,
        to_pdf,
    )
    from notice_gen.library.mailing import Row, make_many, write_many
    from notice_gen.library.states import PrintState, print_states
    from notice_gen.library.tables import (
        CellProblem,
        DataColumn,
        DataTable,
        DataView,
        Mailed,
        data_form,
        data_workbook,
        mail,
        mailing_zip,
        provinces,
        view_data,
    )
    from notice_gen.library.verdicts import Fault, Report, check_docx, sentence

__version__ = "0.1.0"

_HOMES = {
    "errors": "InputError NoticeGenError OutputError Place Problem RegisterError TemplateError",
    "library.documents": "Document Register make number open_register", "library.mailing": "Row make_many write_many",
    "library.drafting": (
        "Asked DocumentType Printed Starter can_make_pdf document_types office_file office_form print_file settings_path starter_file "
        "to_pdf"
    ),
    "library.states": "PrintState print_states",
    "library.tables": (
        "CellProblem DataColumn DataTable DataView Mailed data_form data_workbook mail mailing_zip provinces view_data"
    ),
    "library.verdicts": "Fault Report check_docx sentence",
}

__all__ = [
    "Asked", "CellProblem", "DataColumn", "DataTable", "DataView", "Document", "DocumentType", "Fault", "InputError", "Mailed",
    "NoticeGenError", "OutputError", "Place", "PrintState", "Printed", "Problem", "Register", "RegisterError", "Report", "Row",
    "Starter", "TemplateError", "__version__", "can_make_pdf", "check_docx", "data_form", "data_workbook", "document_types", "mail",
    "mailing_zip", "make", "make_many", "number", "office_file", "office_form", "open_register", "print_file", "print_states",
    "provinces", "sentence", "settings_path", "starter_file", "to_pdf", "view_data", "write_many",
]  # fmt: skip

if not TYPE_CHECKING:  # a type checker would take it that any name is there

    def __getattr__(name: str) -> object:
        from importlib import import_module

        for home, names in _HOMES.items():
            if name in names.split():
                return getattr(import_module(f"{__name__}.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
