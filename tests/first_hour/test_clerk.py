"""A clerk's first hour at a terminal: the office named, a first notice, a slip mended, a number, the finished file checked."""

from __future__ import annotations

import re

import pytest

from tests.first_hour import terminal
from tests.helpers.spoil import spoilt, words
from tests.helpers.word import paragraphs

pytestmark = [terminal.needed, pytest.mark.slow]

ANSWERS = [
    ("Bình Điền):", "UBND xã Bình Điền"), ("để trống):", ""), ("[UBND]:", ""), ("[Bình Điền]:", ""), ("[VT]:", ""), ("[chung]:", ""),
    ("Chủ tịch):", "Chủ tịch"), ("nhân dân]:", ""), ("học vị:", "Nguyễn Văn Hà"), ("nếu hết):", ""), ("gõ k để thôi:", ""),
]  # fmt: skip


def test_from_an_empty_folder_to_a_paper_with_its_number(tmp_path):
    folder = tmp_path / "Văn bản"
    folder.mkdir()
    with terminal.opened(folder) as shell:
        the_office_is_named(shell, folder)
        a_first_notice(shell, folder)
        a_slip_is_mended(shell, folder)
        a_number_is_taken(shell, folder)
        what_was_edited_in_word_stays(shell, folder)
        a_slip_of_the_command_and_the_tab_key(shell)


def the_office_is_named(shell, folder):
    shell.begin("notice-gen init")
    shell.keys("Enter")
    for asked, answer in ANSWERS:
        shell.wait(lambda lines, asked=asked: bool(lines) and lines[-1].rstrip().endswith(asked))
        shell.type(answer)
        shell.keys("Enter")
    code, said = shell.ended()
    assert code == 0, said
    assert 'ho_ten = "Nguyễn Văn Hà"' in (folder / "notice-gen.toml").read_text("utf-8")


def a_first_notice(shell, folder):
    code, said = shell.run("notice-gen new")
    assert code == 0, said
    text = (folder / "thong-bao.toml").read_text("utf-8")
    assert text.startswith("#:schema ")
    assert text.count("#") > 20  # commented
    code, said = shell.run("notice-gen render thong-bao.toml")
    assert code == 0, said
    [name] = [line for line in said.splitlines() if line.endswith(".docx")]
    printed = "\n".join(paragraphs((folder / name).read_bytes()))
    assert "XÃ BÌNH ĐIỀN" in printed
    assert "Nguyễn Văn Hà" in printed


def a_slip_is_mended(shell, folder):
    """Told with file, line, column, the value and what to type; nothing is written until it is mended."""
    path = folder / "thong-bao.toml"
    right = path.read_text("utf-8")
    before = {each.name: each.read_bytes() for each in folder.glob("*.docx")}
    path.write_text(right.replace("trich_yeu =", "trich_yue ="), "utf-8")
    code, said = shell.run("notice-gen render thong-bao.toml")
    assert code == 3
    line = right[: right.index("trich_yeu =")].count("\n") + 1
    assert f"thong-bao.toml:{line}:1: lỗi: Không có khóa “trich_yue”" in said
    assert "gợi ý: Có phải ý bạn là “trich_yeu”?" in said
    assert {each.name: each.read_bytes() for each in folder.glob("*.docx")} == before
    path.write_text(right, "utf-8")


def a_number_is_taken(shell, folder):
    path = folder / "thong-bao.toml"
    text = path.read_text("utf-8")
    filled = re.sub(r"\(ghi trích yếu\)", "Kết luận kiểm tra công tác văn thư tại {{ don_vi.ten }}", text)
    filled = re.sub(r"(?m)^# so = 12\b", 'so = "tu-dong"', filled)
    filled = re.sub(r"(?m)^# ngay = ", "ngay = ", filled)
    path.write_text(filled, "utf-8")
    code, said = shell.run("notice-gen render thong-bao.toml")
    assert code == 0, said
    assert "Đã lập sổ văn bản mới" in said
    assert (folder / said.splitlines()[-1]).name.startswith("01-tb-ubnd")
    code, again = shell.run("notice-gen render thong-bao.toml")
    assert (code, again.splitlines()[-1]) == (0, said.splitlines()[-1])
    code, listed = shell.run("notice-gen register list")
    assert code == 0
    assert "1 số: 1 đã cấp" in listed
    code, checked = shell.run(f"notice-gen check {said.splitlines()[-1]}")
    assert code == 0, checked


def what_was_edited_in_word_stays(shell, folder):
    [docx] = folder.glob("01-tb-ubnd*.docx")
    edited = spoilt(docx.read_bytes(), words("công tác văn thư", "công tác lưu trữ"))
    docx.write_bytes(edited)
    code, said = shell.run("notice-gen render thong-bao.toml")
    assert code == 4, said
    assert "mang số 01/TB-UBND" in said  # nothing invites to replace a paper that was issued
    assert "--if-exists overwrite" not in said
    assert docx.read_bytes() == edited
    code, said = shell.run("notice-gen render thong-bao.toml --if-exists overwrite")
    assert code == 0, said
    assert docx.read_bytes() != edited


def a_slip_of_the_command_and_the_tab_key(shell):
    code, said = shell.run("notice-gen reder thong-bao.toml")
    assert code == 2
    assert "Gõ: notice-gen render thong-bao.toml" in said
    code, said = shell.run('eval "$(notice-gen completion bash)"')
    assert code == 0, said
    shell.begin("notice-gen rend")
    shell.keys("Tab")
    shell.wait_for("$ notice-gen render")
    shell.keys("C-c")
