"""A Word file as a package of parts (ECMA-376 Part 2), opened without trust.

Nothing is unpacked to disk, nothing fetched; a part is inflated only when it is asked for, and never beyond a size that
no paper reaches.  Whatever is wrong comes out as one :class:`InputError`.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import count

from lxml import etree

from notice_gen.errors import InputError
from notice_gen.ooxml import kinds
from notice_gen.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, C, Element, R, relations_of
from notice_gen.ooxml.zips import rewritten

_RELATION = f"{{{RELATIONSHIPS}}}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

LARGEST_FILE = 200 << 20
_MOST_MEMBERS = 10_000
_KEPT = 1 << 16  # bytes: what papers say of their parts is a tenth of it
_LARGEST_MEMBER = 1 << 31
_LARGEST_PART = 32 << 20  # of XML; a paper of 300 pages has a tenth
_ALL_PARTS = 64 << 20
_MOST_MARKS = 3_000_000  # elements or attributes in one part
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, struct.error,
)  # fmt: skip


def _are_safe(members: Sequence[zipfile.ZipInfo]) -> bool:
    """Two parts of one name, in any case, mean one thing here and another in Word; a path that climbs, or a size, means harm."""
    names = [info.filename for info in members]
    climbing = any(name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/") for name in names)
    large = any(info.file_size >= _LARGEST_MEMBER for info in members)
    return not (climbing or large) and len({name.casefold() for name in names}) == len(names)


class Package:
    """An opened file.  Its parts are read when asked for; what is written is a new file, this one never changes."""

    def __init__(self, data: bytes) -> None:
        """Open *data*; raises InputError when it is no package with a Word document in it, or not safe to read."""
        self._data = data
        self._read = 0
        self._related: dict[str, dict[str, tuple[str, str]]] = {}
        if len(data) > LARGEST_FILE or data.count(b"PK\x01\x02") > _MOST_MEMBERS:
            raise InputError(kinds.TOO_LARGE)
        if not data.startswith(b"PK"):
            raise InputError(kinds.not_a_package(data))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE as error:
            raise InputError(kinds.damaged()) from error
        if not _are_safe(self._archive.infolist()):
            raise InputError(kinds.UNSAFE)
        self._members = {info.filename: info for info in self._archive.infolist()}
        kind = self.content_type(self.main)
        if not self.main or (kind and "wordprocessingml" not in kind and "ms-word" not in kind):
            raise InputError(kinds.other_package(frozenset(self._members), self.read("mimetype") or b""))
        if "macroEnabled" in kind:
            raise InputError(kinds.WITH_MACROS)

    @cached_property
    def main(self) -> str:
        """The name of the part with the text, ``word/document.xml`` as a rule; empty when there is none."""
        main = next((target for kind, target in self.related("").values() if kind == "officeDocument"), "word/document.xml")
        return main if main in self._members else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the file's order; folders left out."""
        return tuple(name for name in self._members if not name.endswith("/"))

    def read(self, name: str) -> bytes | None:
        """Return a part's bytes; None when it is missing.  Raises InputError: it is damaged, encrypted or larger than any paper's."""
        info = self._members.get(name)
        if info is None:
            return None
        if info.flag_bits & 0x1:
            raise InputError(kinds.UNSAFE)
        try:
            with self._archive.open(info) as member:
                data = member.read(_LARGEST_PART + 1)
        except _UNREADABLE as error:
            raise InputError(kinds.damaged(name)) from error
        self._read += len(data)
        if len(data) > _LARGEST_PART or self._read > _ALL_PARTS:
            raise InputError(kinds.TOO_LARGE)
        return data

    def root(self, name: str) -> Element | None:
        """Return the root element of a part; None when it is missing.  Raises InputError: it is no XML, or could be read without end."""
        data = self.read(name)
        return None if data is None else parsed(name, data)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relationships of a part: id → kind (last word of its type) and target part; external ones left out."""
        if part not in self._related:
            self._related[part] = self._relationships(part)
        return self._related[part]

    def _relationships(self, part: str) -> dict[str, tuple[str, str]]:
        data = self.read(relations_of(part))
        return {} if data is None else (_related if len(data) <= _KEPT else _related.__wrapped__)(part, data)

    def content_type(self, part: str) -> str:
        """Return a part's content type, empty when it has none."""
        by_name, by_ending = self._content_types
        return by_name.get(part.casefold()) or by_ending.get(part.rpartition(".")[2].casefold(), "")

    @cached_property
    def _content_types(self) -> tuple[dict[str, str], ...]:
        """Content types by a part's name, and by the ending of its name."""
        data = self.read(CONTENT_TYPES)
        return ({}, {}) if data is None else (_types if len(data) <= _KEPT else _types.__wrapped__)(data)

    def free_name(self, stem: str) -> str:
        """Return ``stem.xml``, or with the first number that no part has."""
        taken = {name.casefold() for name in self._members}
        return next(name for n in count() if (name := f"{stem}{n or ''}.xml").casefold() not in taken)

    def with_parts(self, changed: Mapping[str, bytes], gone: Collection[str] = ()) -> bytes:
        """Return the file with some parts changed or added, those *gone* left out; all others stay as they are, byte for byte."""
        try:
            return rewritten(self._data, (info for info in self._archive.infolist() if info.filename not in gone), changed)
        except _UNREADABLE as error:
            raise InputError(kinds.damaged()) from error

    def without_charts(self, changed: Mapping[str, bytes]) -> bytes:
        """Return the file as :meth:`with_parts`, without charts where its main part, which is *changed*, shows none any more.

        With each goes what it leads to: the workbook of its figures, its colours.
        """
        related = self.related(self.main)
        charts = {key: target for key, (kind, target) in related.items() if kind == "chart"}
        if not charts or any(True for _ in etree.fromstring(changed[self.main]).iter(C + "chart")):
            return self.with_parts(changed)
        led = {target: [one for _, one in self.related(target).values()] for target in charts.values()}
        gone = {*led, *map(relations_of, led), *(one for several in led.values() for one in several)}
        told = {name: self._without(name, gone, charts) for name in (relations_of(self.main), CONTENT_TYPES)}
        return self.with_parts({**changed, **told}, gone)

    def _without(self, name: str, gone: Collection[str], ids: Collection[str]) -> bytes:
        """Return relationships without those of these *ids*, or content types without those of parts that are *gone*."""
        root = self.root(name)
        assert root is not None  # noqa: S101 - for the type checker: what leads to a chart is there
        for one in [*root]:
            if one.get("Id") in ids or one.get("PartName", "").lstrip("/") in gone:
                root.remove(one)
        return serialised(root)


@lru_cache(maxsize=32)  # the files of one program, of one mailing all the more, have the same
def _related(part: str, data: bytes) -> dict[str, tuple[str, str]]:
    folder, related = "/" + posixpath.dirname(part), {}
    for element in parsed(relations_of(part), data).iter(_RELATION):
        if element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, element.get("Target", ""))).lstrip("/")
            related[element.get("Id", "")] = (element.get("Type", "").rsplit("/", 1)[-1], target)
    return related


@lru_cache(maxsize=8)
def _types(data: bytes) -> tuple[dict[str, str], ...]:
    root = parsed(CONTENT_TYPES, data)
    return tuple(
        {element.get(key, "").lstrip("/").casefold(): element.get("ContentType", "") for element in root.iter(TYPES + kind)}
        for kind, key in (("Override", "PartName"), ("Default", "Extension"))
    )


def parsed(name: str, data: bytes) -> Element:
    """Return the root element of the part *name*, given its bytes.  Raises InputError: it is no XML, or could be read without end."""
    # A package has no document type declaration (Part 2, §7.2.3); with one come entities that multiply.
    if any("<!DOCTYPE".encode(code) in data for code in ("ascii", "utf-16-le", "utf-16-be")):
        raise InputError(kinds.UNSAFE)
    if max(data.count(b"<"), data.count(b"=")) > _MOST_MARKS:
        raise InputError(kinds.TOO_LARGE)
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise InputError(kinds.damaged(name)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(kinds.UNSAFE)
    return root


def serialised(root: Element) -> bytes:
    """Return a part's bytes as Word writes them: UTF-8, with a declaration."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


class Relations:
    """What one part of a package refers to, and the content types, as they are to be (ECMA-376 Part 2, §8.5, §10.1)."""

    def __init__(self, package: Package, part: str) -> None:
        """Begin with what *package* says."""
        self._package, self._part = package, part
        root = package.root(relations_of(part))
        self._root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS}) if root is None else root
        self._types = package.root(CONTENT_TYPES)
        self._added = False

    def target(self, kind: str) -> str | None:
        """Return the part related as *kind*; None when there is none."""
        return next((target for related_as, target in self._package.related(self._part).values() if related_as == kind), None)

    def add(self, kind: str, target: str, content_type: str) -> str:
        """Make a new part *target* known as *kind* (``comments``) and return the id it is referred to by."""
        used = {element.get("Id") for element in self._root}
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
