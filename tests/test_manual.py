"""The manual as a site: nothing is left out, its reference is the program's own, its quick sheet is printed by the program."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from notice_gen import vietnamese
from notice_gen.cli.main import group, run
from notice_gen.convert import pages
from notice_gen.model import Notice
from tests.helpers.findings import GOOD
from tests.helpers.office import needs_writer
from tests.helpers.spoil import spoilt, words
from tests.helpers.word import paragraphs
from tools import reference

HOME = Path(__file__).parents[1]
NAV = re.findall(r": ([\w/-]+\.md)$", (HOME / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def made():
    return reference.pages()


def test_every_page_is_in_the_navigation_and_every_entry_is_a_page(made):
    written = {path.relative_to(HOME / "docs").as_posix() for path in (HOME / "docs").rglob("*.md") if "analysis" not in path.parts and "gallery" not in path.parts}
    assert written == set(NAV) - set(made)
    assert set(made) <= set(NAV)


def _all(command, path):
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from _all(child, f"{path} {name}")


def test_every_command_and_option_is_in_the_reference(made):
    page = made["tham-chieu/lenh.md"]
    for name in group.list_commands(None):
        for path, command in _all(group.get_command(None, name), f"notice-gen {name}"):
            section = re.search(rf"^## `{path} .*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
            assert section, path
            options = [option for param in command.params if isinstance(param, click.Option) for option in param.opts]
            assert not [option for option in options if option not in section[0] and option not in page[: page.index("\n## ")]], path


def test_every_key_is_in_the_reference_with_what_it_means(made):
    page = made["tham-chieu/khoa.md"]
    for key in Notice.__annotations__:
        assert re.search(rf"^## `\[*{key}\b", page, re.MULTILINE), key
    for key in ("phat_hien.ma", "bang.tong", "bang.cot.ten", "van_ban.so"):
        assert f"`{key}`" in page or f"`{key.partition('.')[2]}`" in page, key
    assert re.findall(r"^\| \S+ \|  \|$", page, re.MULTILINE) == []


def test_every_filter_is_in_the_reference_and_in_the_guide(made):
    guide = (HOME / "docs" / "vietnamese.md").read_text("utf-8")
    for name in vietnamese.FILTERS:
        assert f"| `{name}` |" in made["tham-chieu/bo-loc.md"]
        assert f"| `{name}` |" in guide


def test_the_manual_calls_each_file_by_one_name():
    """“Tệp kết quả” was both the TOML and the Word file, “tệp nguồn” another word for the TOML; the program's own sentences too."""
    said = HOME / "notice_gen" / "locale" / "en" / "LC_MESSAGES" / "notice_gen.po"
    for path in [*(HOME / "docs").glob("*.md"), HOME / "README.vi.md", said]:
        assert re.findall("tệp (?:kết quả|nguồn|đầu ra|đầu vào)", path.read_text("utf-8"), re.IGNORECASE) == [], path.name


@pytest.mark.parametrize("page", ["thong-bao-dau-tien.md", "bang.md", "tep-noi-dung.md"])
def test_the_lessons_print(page, tmp_path, monkeypatch):
    """The snippets of a lesson, one after the other, are a findings file that prints without a fault."""
    monkeypatch.chdir(tmp_path)
    text = (HOME / "docs" / page).read_text("utf-8")
    snippets = re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    first = (HOME / "docs" / "thong-bao-dau-tien.md").read_text("utf-8")
    frame = re.search(r"^```toml\n(.*?)^```", first, re.MULTILINE | re.DOTALL)[1]
    if page == "thong-bao-dau-tien.md":
        text = frame
    else:
        own = "\n".join(snippets)
        heads = set(re.findall(r"^\[(\w+)\]", own, re.MULTILINE))
        kept = [part for part in re.split(r"(?m)^(?=\[)", frame) if (head := re.match(r"\[+(\w+)", part)) is None or (head[1] not in heads and head[1] != "muc")]
        text = "".join(kept) + "\n" + own
    Path("tb.toml").write_text(text, "utf-8")
    assert run(["render", "tb.toml", "-o", "tb.docx"]) == 0
    printed = "\n".join(paragraphs(Path("tb.docx").read_bytes()))
    lesson = (HOME / "docs" / page).read_text("utf-8")
    assert [said for said in re.findall(r"in ra “([^”]+?)\.?”", lesson) if said not in printed] == []
    if "hàng “Tổng cộng”" in lesson:
        assert "Tổng cộng" in printed
        assert "98,3%" in printed  # 118 of 120, worked out


def _shown(begins: str) -> list[str]:
    """The lines of the block on checking that begins so."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", (HOME / "docs" / "kiem-tra.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return next(block for block in blocks if block.startswith(begins)).splitlines()


def test_a_fault_looks_as_the_page_shows_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("ket-luan.toml").write_text(GOOD, "utf-8")
    assert run(["render", "ket-luan.toml", "-o", "a.docx"]) == 0
    Path("du-thao.docx").write_bytes(spoilt(Path("a.docx").read_bytes(), words("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")))
    capsys.readouterr()
    assert run(["check", "du-thao.docx", "--select", "TN02"]) == 1
    told = capsys.readouterr().out.splitlines()
    where = re.compile(r"đoạn \d+|:\d+:\d+:")
    assert [where.sub("", line) for line in told[:5]] == [where.sub("", line) for line in _shown("du-thao.docx")]


def test_a_slip_of_typing_looks_as_the_page_shows_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("ket-luan.toml").write_text(GOOD.replace('"Đã tiếp nhận {{ tiep_nhan }} hồ sơ."', '"Đã gửi các xã , phường."'), "utf-8")
    assert run(["render", "ket-luan.toml", "-o", "a.docx"]) == 0
    told, shown = capsys.readouterr().err.splitlines(), _shown("ket-luan.toml")
    where = re.compile(r":\d+:\d+:")
    assert [where.sub("", line) for line in shown] == [where.sub("", line) for line in told if "hồ sơ" not in line][: len(shown)]


def _rows(page: str, head: str) -> list[list[str]]:
    table = (HOME / "docs" / page).read_text("utf-8").partition(head)[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


ISSUERS = (
    ("Ban Chỉ đạo", '["Ban Chỉ đạo chuyển đổi số"]', "BCĐ", "Huế"),
    ("của Sở", '["Sở Nội vụ"]', "SNV", "Huế"), ("Giám đốc Sở, ", '["Sở Nội vụ"]', "SNV", "Huế"), ("Phó Giám đốc Sở", '["Sở Nội vụ"]', "SNV", "Huế"),
    ("Trung tâm Phục vụ", '["Trung tâm Phục vụ hành chính công xã Bình Điền"]', "TTPVHCC", "Bình Điền"),
    ("cấp xã", '["Ủy ban nhân dân", "xã Bình Điền"]', "UBND", "Bình Điền"), ("", '["Ủy ban nhân dân", "thành phố Huế"]', "UBND", "Huế"),
)


@pytest.mark.parametrize("row", _rows("ky-van-ban.md", "| Ai ký | `quyen_han` | `chuc_vu` |"), ids=lambda row: row[0])
def test_who_signs_as_the_page_has_it_is_right(row, tmp_path, monkeypatch):
    """Typed as it stands there, in a paper of that office: neither refused nor doubted."""
    who, authority, post = row
    ten, viet_tat, dia_danh = next(rest for named, *rest in ISSUERS if named in who)
    [post] = re.findall(r"`([^`]+)`", post)
    [authority] = re.findall(r"`([^`]+)`", authority) or [""]
    text = GOOD.replace('["Ủy ban nhân dân", "xã Bình Điền"]', ten).replace('viet_tat = "UBND"', f'viet_tat = "{viet_tat}"').replace("2024-06-12", "2025-11-12").replace("2024-06-28", "2025-11-28")
    text = text.replace('dia_danh = "Bình Điền"', f'dia_danh = "{dia_danh}"').replace('quyen_han = ["TM. Ủy ban nhân dân"]\n', f"quyen_han = {authority}\n" if authority else "")
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(text.replace('chuc_vu = "Chủ tịch"', f"chuc_vu = {post}"), "utf-8")
    assert run(["render", "a.toml", "-o", "a.docx", "--strict"]) == 0


@needs_writer
@pytest.mark.slow
def test_the_quick_sheet_has_two_pages_and_no_fault(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["render", str(HOME / "docs" / "to-tra-nhanh.toml"), "-o", "to.docx", "--strict", "--check", "full"]) == 0
    assert run(["pdf", "to.docx"]) == 0
    pytest.importorskip("pypdfium2")
    assert len(pages.pages(Path("to.pdf").read_bytes(), top=0, bottom=0)) == 2


@pytest.mark.slow
def test_the_site_builds_without_a_warning(tmp_path):
    pytest.importorskip("mkdocs", reason="the group docs is not installed: make docs")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)], cwd=HOME, capture_output=True, encoding="utf-8", check=False,
                          env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "to-tra-nhanh.docx").read_bytes().startswith(b"PK")
    shown = (tmp_path / "index.html").read_text("utf-8")
    assert not re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="https?://(?!example\.invalid)', shown)  # nothing from elsewhere
