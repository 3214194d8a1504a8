"""What the screen says: pages and buttons, where the command line says commands and options."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from notice_gen.errors import Problem
from notice_gen.web import answers, wording

ROOT = Path(__file__).parents[2]
COMMAND = re.compile(r"notice-gen [a-z]|(?<![\w-])--[a-z]|(?<!\w)-o\b")
NOT_ON_SCREEN = frozenset({
    "cli", "bundles.py", "template_review.py", "template_import.py", "render", "templates.py", "windows.py", "lsp.py",
    "office/doctor.py", "office/pdf.py", "batch/cluster.py", "batch/marked.py", "register/audit.py", "register/store/postgresql.py",
    "web/door.py", "web/server.py",
})  # fmt: skip
"""Rooms whose sentences no page shows, or shows before there is a page."""
AS_THEY_ARE = (
    "Tệp “{tep}” đã có và đã được sửa", "Cập nhật notice-gen trên máy này", "Sổ “{so}” do phiên bản notice-gen mới hơn lập", "Đặt sổ trên ổ đĩa của một máy", "Ở “{so}” đã có sổ",
    "Dùng tiếp sổ đó", "Có thể máy thiếu bộ nhớ", "Sửa --name, hoặc", "Ghi sang chỗ khác bằng -o, hoặc", "Ghi tên tệp kết quả, ví dụ: -o",
    "Kiểm tra lại so, ky_hieu", "Tên cột của bảng số liệu dùng với", "Xem các kiểu", "Chọn tên khác",
)  # fmt: skip


def sentences():
    """The sentences of the sources that name a command or an option, with where they stand."""
    for path in sorted((ROOT / "notice_gen").rglob("*.py")):
        room = path.relative_to(ROOT / "notice_gen").as_posix()
        if room == "web/wording.py" or any(room.startswith(one) for one in NOT_ON_SCREEN):
            continue
        for found in re.finditer(r'N_\(((?:\s*"(?:[^"\\]|\\.)*")+)\s*\)', path.read_text("utf-8")):
            said = "".join(eval(piece) for piece in re.findall(r'"(?:[^"\\]|\\.)*"', found[1]))  # noqa: S307 - our own literals
            if COMMAND.search(said):
                yield room, said


def test_every_sentence_with_a_command_is_said_otherwise_on_the_screen():
    left = {f"{room}: {said}" for room, said in sentences() if said not in wording.ON_SCREEN and not said.startswith(AS_THEY_ARE)}
    assert left == set()


def test_what_is_said_in_their_place_names_none_and_fills_no_other_field():
    there = {said for _, said in sentences()}
    fields = re.compile(r"\{(\w+)\}")
    for said, instead in wording.ON_SCREEN.items():
        assert not COMMAND.search(instead), instead
        assert set(fields.findall(instead)) <= set(fields.findall(said)), said
        assert said in there or not COMMAND.search(said), f"nobody says this any more: {said}"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_problems_are_said_in_the_words_of_the_screen(language):
    problem = Problem("x", "Xem sổ: notice-gen register list.")
    [said] = answers.said([problem], language)
    assert said["hint"] == {"vi": "Xem trang Sổ văn bản.", "en": "Look at the page Register."}[language]
