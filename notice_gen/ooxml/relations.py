"""What one part of a package refers to, and how a new part is made known (ECMA-376 Part 2, §8.5, §10.1)."""

from __future__ import annotations

import posixpath

from lxml import etree

from notice_gen.ooxml.names import R
from notice_gen.ooxml.package import CONTENT_TYPES, RELATIONSHIPS, TYPES, Package, relations_of
from notice_gen.ooxml.xml import serialised


class Relations:
    """The relationships of *part*, and the content types, as they are to be."""

    def __init__(self, package: Package, part: str) -> None:
        """Begin with what *package* says."""
        self._package, self._part = package, part
        root = package.root(relations_of(part))
        self._root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS}) if root is None else root
        self._types = package.root(CONTENT_TYPES)
        self._added = False

    def target(self, kind: str) -> str | None:
        """Return the part related as *kind*; None when there is none."""
        return next((target for said, target in self._package.related(self._part).values() if said == kind), None)

    def add(self, kind: str, target: str, content_type: str) -> str:
        """Make a new part *target* known as *kind* (``comments``) and return the id it is referred to by."""
        used = {one.get("Id") for one in self._root}
        key = next(f"rId{number}" for number in range(1, len(used) + 2) if f"rId{number}" not in used)
        relative = posixpath.relpath("/" + target, "/" + posixpath.dirname(self._part))
        etree.SubElement(self._root, f"{{{RELATIONSHIPS}}}Relationship", {"Id": key, "Type": f"{R[1:-1]}/{kind}", "Target": relative})
        if self._types is not None:
            etree.SubElement(self._types, TYPES + "Override", {"PartName": f"/{target}", "ContentType": content_type})
        self._added = True
        return key

    def changed(self) -> dict[str, bytes]:
        """Return the parts to write, none when nothing was added."""
        if not self._added:
            return {}
        parts = {relations_of(self._part): serialised(self._root)}
        return parts if self._types is None else parts | {CONTENT_TYPES: serialised(self._types)}
