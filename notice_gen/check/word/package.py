"""The parts of the package that a checker needs, found by their relationships."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from notice_gen.check.word.names import Element
from notice_gen.errors import N_, InputError, Problem

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Package:
    """An opened file: parts by name."""

    parts: Mapping[str, bytes]

    def root(self, name: str) -> Element | None:
        """Return the root element of a part; None when it is missing."""
        data = self.parts.get(name)
        if data is None:
            return None
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True))

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relationships of a part: id → kind (last word of its type) and target part."""
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", name + ".rels"))
        return {} if root is None else {
            one.get("Id", ""): (
                one.get("Type", "").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join("/" + folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in root.iter(_RELATION)
            if one.get("TargetMode") != "External"
        }


def open_package(docx: bytes) -> Package:
    """Open a file."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            return Package({name: archive.read(name) for name in archive.namelist()})
    except zipfile.BadZipFile as error:
        raise InputError(Problem(N_("Tệp không phải văn bản Word (.docx)."))) from error
