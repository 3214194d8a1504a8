"""What a notice is after each step of :mod:`notice_gen.issue`: read, composed, finished."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from notice_gen import render, vietnamese
from notice_gen.compose import Context
from notice_gen.errors import Problem
from notice_gen.left_open import Path
from notice_gen.model import Notice
from notice_gen.reader import Layer, Read
from notice_gen.records import record
from notice_gen.templates import Template


class Understood(NamedTuple):
    """A notice read: step 1."""

    read: Read  # what its layers say, checked, and what is worth a look in it
    template: Template


class Placed(NamedTuple):
    """Where the sentences of a page go."""

    form: render.Compiled
    shows: str  # as Issued.form
    stencil: render.Stencil | None = None  # another page of the same shape, printed but for what is *changed*
    changed: Mapping[Path, Any] = {}


class Composed(NamedTuple):
    """Every sentence decided and a place found for each: step 2."""

    source: Understood
    notice: Notice  # with its number, a stand-in where the register gives it
    context: Context
    placed: Placed


@record
class Issued:
    """A finished notice, not yet written: steps 3 and 4."""

    docx: bytes  # with a stand-in number as long as notice.van_ban.so is "tu-dong"
    notice: Notice
    context: Context
    warnings: tuple[Problem, ...]  # located
    layers: tuple[Layer, ...]  # where it came from, to make it again
    template: Template
    form: str  # a digest of what its page depends on but its words: Word file, decree, sizes, which boxes and blocks it has

    @property
    def name(self) -> str:
        """Its default file name, ``1999-tb-ubnd-xa-binh-tien.docx``; a draft begins ``du-thao``; a letter has no number."""
        van_ban, so_ky_hieu = self.notice.van_ban, self.context.page.van_ban.so_ky_hieu.strip().strip("/")
        parts = (vietnamese.slug_ky_hieu(so_ky_hieu) or self.notice.mau, vietnamese.slug(self.notice.don_vi.get("ten", "")))
        stem = "-".join(filter(None, parts))
        return f"{stem}.docx" if (van_ban.so if so_ky_hieu else van_ban.ngay) else f"du-thao-{stem}.docx"
