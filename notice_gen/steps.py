"""What a notice is after each step of :mod:`notice_gen.issue`: read, composed, finished."""

from __future__ import annotations

from typing import NamedTuple

from notice_gen import render, vietnamese
from notice_gen.compose import Context
from notice_gen.errors import Problem
from notice_gen.model import Notice
from notice_gen.reader import Layer
from notice_gen.records import record
from notice_gen.templates import Template


class Understood(NamedTuple):
    """A notice read: step 1.

    Attributes:
        notice: what its layers say, checked.
        layers, template: where it came from and its form.
        doubts: what is worth a look in the layers, unplaced.
    """

    notice: Notice
    layers: tuple[Layer, ...]
    template: Template
    doubts: tuple[Problem, ...] = ()


class Composed(NamedTuple):
    """Every sentence decided and a place found for each: step 2.

    Attributes:
        source: what was read.
        notice: the same with its number, a stand-in where the register gives it.
        context: what it prints.
        form: its compiled Word file.
        shows: as :attr:`Issued.form`.
    """

    source: Understood
    notice: Notice
    context: Context
    form: render.Compiled
    shows: str


@record
class Issued:
    """A finished notice, not yet written: steps 3 and 4.

    Attributes:
        docx: the file's bytes; with a stand-in number as long as ``notice.van_ban.so`` is ``tu-dong``.
        notice: what it was made from.
        context: what it prints.
        warnings: what is not wrong but worth a look, located.
        layers, template: where the notice came from and its form, to make it again.
        form: what its page depends on but its words: Word file, decree, sizes, which boxes and blocks it has; a digest.
    """

    docx: bytes
    notice: Notice
    context: Context
    warnings: tuple[Problem, ...]
    layers: tuple[Layer, ...]
    template: Template
    form: str

    @property
    def name(self) -> str:
        """Its default file name."""
        return _name(self.notice, self.context)


def _name(notice: Notice, context: Context) -> str:
    """Return ``1999-tb-ubnd-xa-binh-tien.docx``; a draft begins ``du-thao``; a letter has no number."""
    so_ky_hieu = context.values["van_ban"]["so_ky_hieu"].strip().strip("/")
    parts = (so_ky_hieu.replace("/", "-") or notice.mau, notice.don_vi.get("ten", ""))
    stem = "-".join(vietnamese.slug(part) for part in parts if part)
    done = notice.van_ban.so if so_ky_hieu else notice.van_ban.ngay
    return f"{stem}.docx" if done else f"du-thao-{stem}.docx"
