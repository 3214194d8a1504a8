"""The office's own Word files as templates: what ``notice-gen templates`` shows, hands over and finds wrong."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from datetime import UTC, date, datetime

import pytest

from notice_gen import template_review, templates
from notice_gen.check.read import read
from notice_gen.cli.main import run
from tests.helpers.office import needs_writer
from tests.helpers.word import paragraphs, part

TODAY = date(2026, 11, 24)


def changed(docx: bytes, *swaps: tuple[str, str], name: str = "word/document.xml") -> bytes:
    """The same file with texts of one part changed; each must be there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == name:
                text = data.decode()
                for before, after in swaps:
                    assert before in text, before
                    text = text.replace(before, after)
                data = text.encode()
            new.writestr(info, data)
    return out.getvalue()


def shipped(mau: str = "thong-bao") -> bytes:
    return templates.find(mau).docx


def review(docx: bytes, mau: str = "thong-bao") -> list[template_review.Finding]:
    return list(template_review.review(docx, "mau.docx", mau, TODAY))


@pytest.mark.slow
@pytest.mark.parametrize("mau", templates.names())
def test_what_is_shipped_is_right(mau):
    assert review(shipped(mau), mau) == []


TAG = "{{ van_ban.trich_yeu }}"
WRONG = {
    "a brace lost": ((TAG, "{{ van_ban.trich_yeu }"), "error", "Thẻ chưa trọn vẹn", "{{ van_ban.trich_yeu }"),
    "a brace apart": ((TAG, "{ { van_ban.trich_yeu }}"), "error", "Thẻ chưa trọn vẹn", "{ {"),
    "never closed": ((TAG, "{{ van_ban.trich_yeu"), "error", "Thẻ chưa trọn vẹn", "{{ van_ban.trich_yeu"),
    "full-width braces": ((TAG, "｛｛ van_ban.trich_yeu ｝｝"), "error", "Thẻ chưa trọn vẹn", "｛"),
    "a name misspelt": ((TAG, "{{ van_ban.trich_yeuu }}"), "error", "Không có tên “van_ban.trich_yeuu”", "Có phải ý bạn là van_ban.trich_yeu"),
    "a name of nothing": ((TAG, "{{ van_ban.trich_yeu }} {{ van_ban.abc.xyz }}"), "error", "Không có tên “van_ban.abc.xyz”", "templates show"),
    "a loop's name misspelt": (("{{ k.chu }}{#keepNext k.cuoi#}", "{{ k.chuu }}{#keepNext k.cuoi#}"), "error", "tai_lieu.noi_dung.chuu", "tai_lieu.noi_dung.chu"),
    "a figure by its bare name": ((TAG, "{{ van_ban.trich_yeu }} {{ tiep_nhan }}"), "warning", "“tiep_nhan” không phải tên sẵn có", "so_lieu.tiep_nhan"),
    "an unknown filter": ((TAG, "{{ van_ban.trich_yeu | viet_to }}"), "error", "Không có bộ lọc “viet_to”", "viet_to }}"),
    "a filter misspelt": (("{{ van_ban.trich_yeu }}", "{{ van_ban.trich_yeu | uper }}"), "error", "Không có bộ lọc “uper”", "ý bạn là upper"),
    "an if without its end": (("{%p if tl.tieu_de %}", "{{ tl.tieu_de }}"), "error", "Không đọc được thẻ", "endif"),
    "no place for the signer": (("{{ ky.ho_ten }}", "Nguyễn Văn A"), "error", "không có chỗ cho ky.ho_ten: in ra sẽ mất nội dung", ""),
    "a program": (("<w:body>", '<w:body><w:p><w:r><w:object/></w:r></w:p>'), "error", "thành phần không được phép", "object"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_fault_is_told_at_its_paragraph(name):
    swap, level, message, quote = WRONG[name]
    findings = review(changed(shipped(), swap))
    said = [one for one in findings if message in one.problem.text()]
    assert said, [one.problem.text() for one in findings]
    assert said[0].problem.level == level
    assert quote in " ".join((said[0].quote, said[0].problem.text(), said[0].problem.hint_text()))


def test_what_a_template_has_no_place_for_is_told_together():
    body = part(shipped())
    urgent = re.search(r"<w:p>(?:(?!</w:p>).)*\{\{ van_ban\.khan \}\}.*?</w:p>", body)
    findings = review(changed(shipped(), (urgent[0], "<w:p/>")))
    (lost,) = [one for one in findings if "van_ban.khan" in one.problem.text() and one.paragraph is None]
    assert lost.problem.level == "warning"


def test_a_page_outside_the_decree_is_told_at_the_template_s_own_paragraph():
    small = changed(shipped(), ('w:styleId="QuocHieu"', 'w:styleId="QuocHieu" x="1"'), name="word/styles.xml")
    styles = part(small, "word/styles.xml")
    style = re.search(r'<w:style [^>]*w:styleId="QuocHieu" x="1">.*?</w:style>', styles)[0]
    assert '<w:sz w:val="' in style
    wrong = changed(shipped(), (style.replace(' x="1"', ""), re.sub(r'(<w:sz(?:Cs)? w:val=")\d+', r"\g<1>18", style).replace(' x="1"', "")), name="word/styles.xml")
    (fault,) = [one for one in review(wrong) if one.rule]
    assert "cỡ chữ 9" in fault.problem.text()
    assert fault.quote == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert part_paragraph(wrong, fault.paragraph) == fault.quote


def part_paragraph(docx: bytes, index: int) -> str:
    found = re.findall(r"<w:p(?: [^>]*)?/>|<w:p(?: [^>]*)?>.*?</w:p>", part(docx), re.DOTALL)
    return "".join(re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>", found[index]))


@pytest.mark.slow
def test_a_paragraph_far_down_is_traced_back_through_the_loops():
    wrong = changed(shipped(), ('<w:pStyle w:val="HoTen"/>', '<w:pStyle w:val="HoTen"/><w:jc w:val="left"/>'))
    faults = [one for one in review(wrong) if one.rule]
    assert faults
    assert {one.quote for one in faults} <= {"{{ ky.ho_ten }}", "{{ nguoi.ho_ten }}", "{{ n.ho_ten }}"}
    assert part_paragraph(wrong, faults[0].paragraph) == faults[0].quote


def test_comments_stand_at_the_places(tmp_path, capsys):
    path, out = tmp_path / "mau.docx", tmp_path / "chu-thich.docx"
    path.write_bytes(changed(shipped(), (TAG, "{{ van_ban.trich_yeuu }}")))
    assert run(["templates", "check", str(path), "--annotate", str(out)]) == 3
    said = capsys.readouterr().out
    assert "Thẻ trong mẫu:" in said
    assert "  {{ ky.ho_ten }}" in said.splitlines()
    assert re.search(r"mau\.docx: đoạn \d+: lỗi: Không có tên “van_ban\.trich_yeuu”\.\n", said)  # the body needs no name of a part
    body = part(out.read_bytes())
    assert re.search(r"<w:commentRangeStart [^>]*/>(?:(?!</w:p>).)*trich_yeuu", body)
    assert "Có phải ý bạn là van_ban.trich_yeu" in "".join(paragraphs(out.read_bytes(), "word/comments.xml"))
    assert path.read_bytes() == changed(shipped(), (TAG, "{{ van_ban.trich_yeuu }}"))


@pytest.mark.slow
def test_an_exported_template_prints_the_same_notice(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["templates", "export", "cong-van"]) == 0
    assert capsys.readouterr().out == "mau-cong-van.docx\n"
    assert (tmp_path / "mau-cong-van.docx").read_bytes() == shipped("cong-van")
    assert run(["templates", "check", "mau-cong-van.docx", "--mau", "cong-van"]) == 0
    assert run(["new", "cong-van"]) == 0
    assert run(["render", "cong-van.toml", "-o", "a.docx"]) == 0
    assert run(["render", "cong-van.toml", "-o", "b.docx", "--template", "mau-cong-van.docx"]) == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_json_has_tags_and_findings_with_their_places(tmp_path, capsys):
    path = tmp_path / "mau.docx"
    path.write_bytes(changed(shipped(), (TAG, "{{ van_ban.trich_yeuu }}")))
    assert run(["templates", "check", str(path), "--format", "json"]) == 3
    said = json.loads(capsys.readouterr().out)
    assert {"part": "word/document.xml", "tag": "{{ van_ban.trich_yeuu }}"}.items() <= next(one for one in said["tags"] if "yeuu" in one["tag"]).items()
    (finding,) = [one for one in said["findings"] if one["level"] == "error"]
    assert (finding["level"], finding["part"]) == ("error", "word/document.xml")
    assert finding["quote"].startswith("{{ van_ban.trich_yeuu }}")
    assert next(one for one in said["tags"] if "yeuu" in one["tag"])["paragraph"] == finding["paragraph"]


def test_an_edited_template_is_not_written_over(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mau-thong-bao.docx").write_bytes(b"da sua")
    assert run(["templates", "export", "thong-bao"]) == 4
    assert (tmp_path / "mau-thong-bao.docx").read_bytes() == b"da sua"


def test_the_lists(capsys):
    assert run(["templates", "list"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows] == list(templates.names())
    assert run(["templates", "list", "--format", "json"]) == 0
    assert [one["mau"] for one in json.loads(capsys.readouterr().out)] == list(templates.names())
    assert run(["templates", "show", "cong-van"]) == 0
    said = capsys.readouterr().out
    assert "van_ban.kinh_gui" in said
    assert "{{ van_ban.so_ky_hieu }}" in said


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["templates", "show", "thong-baoo"], 3),
        (["templates", "export", "../thong-bao"], 3),
        (["templates", "check", "khong-co.docx"], 3),
        (["templates", "check", "thu-muc"], 3),
        (["templates", "check", "rong.docx"], 3),
        (["templates", "check", "rong.docx", "--mau", "x"], 3),
        (["templates"], 2),
    ],
)
def test_wrong_calls_are_told_in_a_line(tmp_path, monkeypatch, capsys, words, code):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rong.docx").write_bytes(b"")
    (tmp_path / "thu-muc").mkdir()
    assert run(words) == code
    said = capsys.readouterr()
    assert "ngoài dự kiến" not in said.err
    assert said.err or said.out


@needs_writer
@pytest.mark.parametrize("mau", ["thong-bao", "cong-van", "quyet-dinh"])
@pytest.mark.slow
def test_a_template_saved_by_libreoffice_works(tmp_path, monkeypatch, mau):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "goc.docx").write_bytes(shipped(mau))
    words = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "ra", "goc.docx"]
    subprocess.run(words, check=True, capture_output=True)
    saved = (tmp_path / "ra" / "goc.docx").read_bytes()
    assert saved != shipped(mau)
    assert [one.problem.text() for one in review(saved, mau) if one.problem.level == "error"] == []
    assert run(["new", mau]) == 0
    assert run(["render", f"{mau}.toml", "-o", "a.docx"]) == 0
    assert run(["render", f"{mau}.toml", "-o", "b.docx", "--template", "ra/goc.docx"]) == 0
    ours, theirs = ([p.text for p in read((tmp_path / name).read_bytes(), TODAY).paragraphs if p.text.strip()] for name in ("a.docx", "b.docx"))
    assert ours == theirs


def test_nothing_to_say_leaves_the_file_as_it_is():
    docx = shipped()
    assert template_review.annotated(docx, (), str, datetime(2026, 11, 24, tzinfo=UTC)).count(b"comments.xml") == 0
