"""A developer's first hour, in a clone: ``make demo``, a rule added, a type of document added, as docs/lap-trinh.md and docs/dev/templates.md tell it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from notice_gen import ready
from tests.helpers.findings import GOOD

HOME = Path(__file__).parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="make and a shell of Unix")]

RULE = r'''
[[mau]]
ma = "DC99"
ten = "hai_tu_cung_nghia"
muc = "thông lệ"
dieu = "Thông lệ hành văn"
tim = '(?P<chu>nhanh chóng) mau lẹ'
thay = '\g<chu>'
co = ["mau lẹ"]
loi = "“{doan}”: hai từ cùng nghĩa."
sua = "Giữ một từ."
ghi_chu = """
Hai từ cùng nghĩa đi liền nhau.
Căn cứ: lời văn ngắn gọn. | Sai: nhanh chóng mau lẹ | Đúng: nhanh chóng"""
'''


@pytest.fixture
def clone(tmp_path):
    """Return the sources alone, as a clone has them; what installing makes is there."""
    there = tmp_path / "notice-gen"
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=HOME, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (HOME / name).is_file():
            (there / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(HOME / name, there / name)
    for made in [*HOME.glob("notice_gen/locale/*/LC_MESSAGES/*.mo"), *ready.FOLDER.glob("*.*")]:
        (there / made.relative_to(HOME)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(made, there / made.relative_to(HOME))
    return there


def ran(clone: Path, *words: str, code: int = 0) -> str:
    done = subprocess.run([sys.executable, *words], cwd=clone, env={**os.environ, "PYTHONPATH": str(clone)}, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_make_demo_prints_where_the_word_file_lies(clone):
    """All but the installing, which wants an index of packages: the environment is one that is there."""
    place = clone / ".venv"
    (place / "bin").mkdir(parents=True)
    command = place / "bin" / "notice-gen"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m notice_gen "$@"\n', "utf-8")
    command.chmod(0o755)
    (place / ".installed").touch()
    alone = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}  # a make below make says more
    done = subprocess.run(["make", "demo"], cwd=clone, env={**alone, "PYTHONPATH": str(clone)}, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    path = clone / done.stdout.strip().splitlines()[-1]
    assert path.read_bytes().startswith(b"PK")
    listed = subprocess.run(["make"], cwd=clone, env=alone, capture_output=True, encoding="utf-8", check=True).stdout
    assert {"demo", "test", "quick", "docs", "bundle"} <= {line.split()[0] for line in listed.splitlines()}


def test_a_rule_is_a_row_of_data(clone):
    """It is asked of what is typed and of Word files, explained, and a test asks for its page until ``make rules``."""
    table = clone / "notice_gen" / "data" / "loi-go.toml"
    table.write_text(table.read_text("utf-8") + RULE, "utf-8")
    (clone / "a.toml").write_text(GOOD.replace("Đã công khai.", "Đã công khai nhanh chóng mau lẹ."), "utf-8")
    assert "DC99" in (explained := ran(clone, "-m", "notice_gen", "check", "--explain", "DC99"))
    assert "lời văn ngắn gọn" in explained
    assert "hai_tu_cung_nghia" in ran(clone, "-m", "notice_gen", "render", "a.toml", "-o", "a.docx")
    assert "DC99" in ran(clone, "-m", "notice_gen", "check", "a.docx", code=1)
    test = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_house.py", "-k", "rule_of_the_checker_is_listed")
    assert "run: python tools/rules_page.py" in ran(clone, *test, code=1)
    ran(clone, "tools/rules_page.py")
    assert "1 passed" in ran(clone, *test)


def test_a_type_like_one_that_is_there_is_a_folder(clone):
    """The nearest one copied, its name, its letters, its sample: ``new``, ``render`` and ``check`` know it."""
    own = clone / "templates" / "mau" / "thu-moi"
    shutil.copytree(clone / "templates" / "mau" / "thong-bao", own)
    for path in own.iterdir():
        path.write_text(path.read_text("utf-8").replace("thong-bao", "thu-moi"), "utf-8")
    text = (own / "manifest.toml").read_text("utf-8")
    (own / "manifest.toml").write_text(re.sub(r'(?m)^ten = ".*"', 'ten = "Thư mời"', text), "utf-8")
    ran(clone, "-m", "notice_gen", "new", "thu-moi", "-o", "b.toml")
    assert ran(clone, "-m", "notice_gen", "render", "b.toml", "-o", "b.docx").splitlines()[-1] == "b.docx"
    assert "thu-moi" in ran(clone, "-m", "notice_gen", "templates", "list")
