"""Pictures: what is printed of them, and what is refused."""

from __future__ import annotations

import io
import os
import re
import struct
import zipfile
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import pictures, templates
from notice_gen.check.read import read
from notice_gen.cli.main import run
from notice_gen.errors import InputError
from notice_gen.issue import issue
from notice_gen.page import Shown
from notice_gen.render.drawing import _LINK, in_run
from tests.helpers import batches
from tests.helpers.findings import GOOD
from tests.helpers.word import part

TODAY = date(2026, 11, 1)


def png(width=300, height=150):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\x40\x80\xc0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width=640, height=480):
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0" + frame + b"\xff\xda\0\2\0\xff\xd9"


def findings(*shown):
    tables = ", ".join(f'{{ tep = "{name}", be_rong = {width}, mo_ta = "{said}" }}' for name, width, said in shown)
    return GOOD.replace("[[muc]]\n", f"[[muc]]\nhinh = [{tables}]\n", 1) + '\n[ket_thuc]\nnoi_dung = "Hết."\n'


def made(folder, *shown):
    return issue(findings(*shown).encode(), file="a.toml", folder=folder, today=TODAY).docx


def test_a_picture_is_drawn_as_wide_as_asked_with_what_it_shows(tmp_path):
    (tmp_path / "hinh").mkdir()
    (tmp_path / "hinh" / "so-do.png").write_bytes(png())
    (tmp_path / "anh.jpg").write_bytes(jpeg())
    out = made(tmp_path, ("hinh/so-do.png", 90, "Sơ đồ <A> & 'B'"), ("anh.jpg", 40, "Ảnh"), ("hinh/so-do.png", 30, "Lần hai"))
    xml = part(out)
    assert re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', xml) == [("3240000", "1620000"), ("1440000", "1080000"), ("1080000", "540000")]
    assert 'descr="Sơ đồ &lt;A&gt; &amp; \'B\'"' in xml
    assert len(set(re.findall(r'<wp:docPr id="(\d+)"', xml))) == 3
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        media = {name: archive.read(name) for name in archive.namelist() if "media" in name}
        assert media == {"word/media/hinh1.png": png(), "word/media/hinh2.jpeg": jpeg()}
        links = archive.read("word/_rels/document.xml.rels").decode()
    assert re.findall(r'r:embed="(\w+)"', xml) == ["rIdHinh1", "rIdHinh2", "rIdHinh1"]
    assert all(f'Id="{name}"' in links for name in ("rIdHinh1", "rIdHinh2"))
    assert out == made(tmp_path, ("hinh/so-do.png", 90, "Sơ đồ <A> & 'B'"), ("anh.jpg", 40, "Ảnh"), ("hinh/so-do.png", 30, "Lần hai"))
    assert read(out, TODAY).paragraphs


def test_a_marker_of_a_jpeg_may_have_fill_bytes_before_it(tmp_path):
    """ISO/IEC 10918-1, B.1.1.2."""
    filled = jpeg().replace(b"\xff\xc0", b"\xff\xff\xff\xc0")
    (tmp_path / "anh.jpg").write_bytes(filled)
    assert re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', part(made(tmp_path, ("anh.jpg", 40, "Ảnh")))) == [("1440000", "1080000")]


def test_a_paper_has_so_many_pictures_at_the_most(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "_MOST", 2)
    for name in "abc":
        (tmp_path / f"{name}.png").write_bytes(png())
    assert made(tmp_path, ("a.png", 40, "A"), ("b.png", 40, "B"), ("a.png", 40, "A"))
    with pytest.raises(InputError) as refused:
        made(tmp_path, *((f"{name}.png", 40, name) for name in "abc"))
    assert "Văn bản có 3 hình, nhiều hơn 2." in refused.value.problems[0].text()


def test_none_is_wider_than_the_text_or_higher_than_a_page(tmp_path):
    (tmp_path / "rong.png").write_bytes(png(400, 10))
    (tmp_path / "cao.png").write_bytes(png(10, 400))
    sizes = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', part(made(tmp_path, ("rong.png", 260, "a"), ("cao.png", 100, "b"))))
    assert int(sizes[0][0]) <= 165 * 36000
    assert int(sizes[1][1]) <= 180 * 36000


def test_an_office_s_template_keeps_its_own_picture(tmp_path):
    """A logo, put into the office's Word file with Word."""
    shipped = templates.find("thong-bao").docx
    source = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(shipped)) as old, zipfile.ZipFile(source, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode() if name.endswith((".xml", ".rels")) else old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1)
            elif name == "word/_rels/document.xml.rels":
                data = data.replace("</Relationships>", f'<Relationship Id="rIdLogo" Type="{_LINK}/image" Target="media/logo.png"/></Relationships>')
            elif name == "word/document.xml":
                logo = in_run(Shown("Biểu trưng", (360000, 360000), 0, 0)).replace("rIdHinh1", "rIdLogo")
                data = data.replace("<w:body>", f'<w:body><w:p><w:r><w:t>{logo}</w:t></w:r></w:p>', 1)
            new.writestr(name, data)
        new.writestr("word/media/logo.png", png(40, 40))
    own = tmp_path / "mau-rieng.docx"
    own.write_bytes(source.getvalue())
    (tmp_path / "so-do.png").write_bytes(png())
    text = findings(("so-do.png", 50, "a"))
    out = issue(text.encode(), file="a.toml", folder=tmp_path, today=TODAY, template=own).docx
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        assert archive.read("word/media/logo.png") == png(40, 40)
        assert archive.read("word/media/hinh1.png") == png()
    assert 'r:embed="rIdLogo"' in part(out)


BAD = {
    "../so-do.png": "cùng thư mục", "/etc/hostname": "cùng thư mục", "a/../../so-do.png": "cùng thư mục", "C:so-do.png": "cùng thư mục", ".": "cùng thư mục",
    "khong-co.png": "Không đọc được", "thu-muc": "Không đọc được", "gia.png": "không phải hình", "cut.png": "không phải hình", "chu.svg": "không phải hình",
    "to.png": "MB", "khong-lo.png": "điểm ảnh",
}  # fmt: skip


@pytest.mark.parametrize(("name", "said"), BAD.items())
def test_what_is_no_picture_of_the_folder_is_refused(tmp_path, name, said):
    inside = tmp_path / "trong"
    inside.mkdir()
    (tmp_path / "so-do.png").write_bytes(png())
    (inside / "a").mkdir()
    (inside / "thu-muc").mkdir()
    (inside / "gia.png").write_bytes(b"MZ" + bytes(100))
    (inside / "cut.png").write_bytes(png()[:-30])
    (inside / "chu.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (inside / "to.png").write_bytes(png() + bytes(6 << 20))
    (inside / "khong-lo.png").write_bytes(png(4, 4).replace(struct.pack(">II", 4, 4), struct.pack(">II", 99999, 4)))
    with pytest.raises(InputError) as raised:
        made(inside, (name, 50, "a"))
    [problem] = raised.value.problems
    assert said in problem.text(str)
    assert problem.place is not None


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
@pytest.mark.parametrize("name", ["lien.png", "lien/so-do.png"])
def test_no_link_is_followed(tmp_path, name):
    (tmp_path / "so-do.png").write_bytes(png())
    inside = tmp_path / "trong"
    inside.mkdir()
    (inside / "lien.png").symlink_to(tmp_path / "so-do.png")
    (inside / "lien").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(InputError, match="liên kết"):
        made(inside, (name, 50, "a"))


def test_a_dict_of_a_program_reads_no_file(tmp_path, monkeypatch):
    import tomllib

    import notice_gen

    monkeypatch.chdir(tmp_path)
    (tmp_path / "so-do.png").write_bytes(png())
    with pytest.raises(InputError, match="Không đọc được hình"):
        notice_gen.make(tomllib.loads(findings(("so-do.png", 50, "a"))), today=TODAY)


def test_a_mailing_shows_it_in_every_notice_and_anew_when_it_changed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "so-do.png").write_bytes(png())
    base = batches.BASE.replace("[[muc]]\n", '[[muc]]\nhinh = { tep = "so-do.png", be_rong = 50, mo_ta = "a" }\n', 1) + '\n[ket_thuc]\nnoi_dung = "Hết."\n'
    command = batches.put(batches.thon(3), base=base)
    batches.OUT.mkdir()
    for picture in (png(), png(80, 80)):
        (tmp_path / "so-do.png").write_bytes(picture)
        assert run(command) == 0
        found = batches.made()
        assert len(found) == 3
        for data in found.values():
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                assert archive.read("word/media/hinh1.png") == picture


@given(st.binary(max_size=300), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]))
def test_any_bytes_are_a_picture_or_refused(tmp_path_factory, data, head):
    path = tmp_path_factory.mktemp("anh") / "a.png"
    path.write_bytes(head + data)
    try:
        found = pictures._read(path, 0, len(data))
    except InputError:
        return
    assert found.width > 0
    assert found.height > 0
