"""The zip: what is in it, what its times and properties say, whether somebody has changed it since."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from notice_gen.render import pack

FIXED = {"[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<styles/>" * 50}
OWN = {"word/document.xml": "<w:p>Xã A</w:p>".encode() * 40, "word/footer1.xml": b""}


def made(created=date(2026, 3, 5), own=OWN, title="T", subject="S", creator="C"):
    return pack.pack(pack.fixed(FIXED), own, title=title, subject=subject, creator=creator, created=created)


def opened(data):
    return zipfile.ZipFile(io.BytesIO(data))


def again(data, changes=(), method=zipfile.ZIP_DEFLATED):
    """The file as another program saves it."""
    buffer = io.BytesIO()
    with opened(data) as old, zipfile.ZipFile(buffer, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, dict(changes).get(name, old.read(name)))
    return buffer.getvalue()


def test_every_part_is_there_once_and_whole():
    with opened(made()) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [*FIXED, *OWN, "docProps/core.xml"]
        assert {name: archive.read(name) for name in (*FIXED, *OWN)} == FIXED | OWN


def test_the_archive_ends_where_its_directory_does():
    """A reader that trusts the end record finds the directory by its length and offset."""
    data = made()
    with opened(data) as archive:
        infos = archive.infolist()
    count, again_count, length, offset = (int.from_bytes(data[-14 + at : -14 + at + size], "little") for at, size in ((0, 2), (2, 2), (4, 4), (8, 4)))
    assert (count, again_count, offset + length) == (len(infos), len(infos), len(data) - 22)
    assert data[offset : offset + 4] == b"PK\1\2"
    assert [data[info.header_offset : info.header_offset + 4] for info in infos] == [b"PK\3\4"] * len(infos)


def test_nothing_in_it_tells_the_machine():
    with opened(made()) as archive:
        assert {(i.create_system, i.create_version, i.extract_version, i.flag_bits, i.external_attr, i.internal_attr, i.extra) for i in archive.infolist()} == {(0, 20, 20, 0, 0, 0, b"")}


@pytest.mark.parametrize(
    ("created", "stamped"),
    [(date(2026, 3, 5), (2026, 3, 5)), (date(1980, 1, 1), (1980, 1, 1)), (date(1975, 4, 30), (1980, 4, 30)), (date(2107, 12, 31), (2107, 12, 31)), (date(2200, 2, 1), (2107, 2, 1))],
)
def test_its_times_are_the_document_s(created, stamped):
    """As far as a zip can say them; what is the same in every notice bears no date."""
    with opened(made(created)) as archive:
        assert {archive.getinfo(name).date_time for name in (*OWN, "docProps/core.xml")} == {(*stamped, 0, 0, 0)}
        assert {archive.getinfo(name).date_time for name in FIXED} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count(f"{created.isoformat()}T00:00:00Z") == 2
    assert pack.year(made(created)) == str(created.year)


def test_the_properties_are_what_was_said():
    with opened(made(title="A & <B>", subject="Về việc", creator="Xã > A")) as archive:
        core = archive.read("docProps/core.xml").decode()
    for said in ("<dc:title>A &amp; &lt;B&gt;<", "<dc:subject>Về việc<", "<dc:creator>Xã &gt; A<", "<cp:lastModifiedBy>Xã &gt; A<", "<dc:language>vi-VN<"):
        assert said in core


def test_a_file_is_untouched_until_any_part_of_it_changes():
    data = made()
    assert pack.is_untouched(data)
    assert pack.is_untouched(again(data))  # copied by another zip program: every part is still ours
    for name in (*FIXED, *OWN):
        assert not pack.is_untouched(again(data, [(name, b"other")])), name
    assert not pack.is_untouched(again(data, [("docProps/core.xml", b"<x/>")]))
    with opened(data) as archive:
        core = archive.read("docProps/core.xml")
    assert not pack.is_untouched(again(data, [("docProps/core.xml", core.replace(b"sha256:", b"sha256:0"))]))


@pytest.mark.parametrize("data", [b"", b"not a zip", made()[:-30], made()[:200], made().replace(b"docProps/core.xml", b"docProps/cors.xml")])
def test_what_is_no_whole_file_of_ours_was_touched(data):
    assert not pack.is_untouched(data)


def test_damage_inside_a_part_is_no_untouched_file():
    data = made()
    at = data.index(b"word/styles.xml") + len("word/styles.xml") + 3
    assert not pack.is_untouched(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])


def test_the_year_is_found_in_a_file_that_word_saved():
    assert pack.year(again(made(date(2025, 3, 5)))) == "2025"
    assert pack.year(again(made(), [("docProps/core.xml", b"<x/>")])) == ""


@pytest.mark.parametrize("data", [b"", b"not a zip", made().replace(b"dcterms:created", b"dcterms:creamed").replace(b"docProps/core.xml", b"docProps/cors.xml")])
def test_a_year_is_asked_of_word_files_alone(data):
    with pytest.raises(ValueError, match=r"."):
        pack.year(data)


def test_the_same_parts_give_the_same_bytes_and_others_others():
    assert made() == made()
    assert len({made(), made(date(2026, 3, 6)), made(title="U"), made(subject="U"), made(creator="U"), made(own=OWN | {"word/document.xml": b""})}) == 6


def test_what_it_is_made_from_is_marked_without_a_path_and_changes_nothing_else():
    data, mark = made(), pack.mark("nam 2026/kết luận.toml")
    ours = pack.marked(data, mark)
    with opened(data) as plain, opened(ours) as marked:
        assert marked.testzip() is None
        assert plain.namelist() == marked.namelist()
        assert {n for n in plain.namelist() if plain.read(n) != marked.read(n)} == {pack.CORE}
        assert f";nguon:{mark}</dc:identifier>" in marked.read(pack.CORE).decode()
        assert [i.date_time for i in plain.infolist()] == [i.date_time for i in marked.infolist()]
    assert ours == pack.marked(made(), mark)
    assert pack.is_untouched(ours)
    assert not pack.is_untouched(again(ours, [("word/document.xml", b"other")]))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a.toml", "a.toml", True), ("x/a.toml", "a.toml", True), ("C:\\x\\a.toml", "a.toml", True), ("báo.toml", "báo.toml", True),
        ("a.toml", "b.toml", False), ("a.toml", "A.toml", False), ("bao.toml", "báo.toml", False), ("a.toml", "a.txt", False), ("a/b.toml", "a/c.toml", False),
    ],
)
def test_a_print_of_another_findings_file_is_another_document(one, other, same):
    old, new = (pack.marked(made(), pack.mark(name)) for name in (one, other))
    assert pack.is_earlier(old, new) is same
    assert (pack.other_source(old, new) is None) is same
    assert pack.other_source(made(), new) == ""  # made from what has no name
    assert pack.other_source(again(old, [("word/document.xml", b"x")]), new) is None  # edited: nobody's print any more


@pytest.mark.parametrize("text", ["Về việc " * 40, "a" * 300, "Thông báo, " * 60])
def test_properties_are_no_longer_than_other_programs_can_save(text):
    from docx.opc.parts.coreprops import CorePropertiesPart

    with opened(made(title=text, subject=text, creator=text)) as archive:
        properties = CorePropertiesPart.load("/docProps/core.xml", "", archive.read(pack.CORE), None).core_properties
    for name in ("title", "subject", "author", "last_modified_by"):
        shown = getattr(properties, name)
        setattr(properties, name, shown)  # raises where it is too long
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])
        assert not shown[:-1].endswith((" ", ","))
        assert len(shown) > 200


def test_a_property_of_just_the_length_is_whole():
    with opened(made(title="x" * 255)) as archive:
        assert f"<dc:title>{'x' * 255}</dc:title>" in archive.read(pack.CORE).decode()
