"""The example of the manual, from issuing to the report, as ``docs/sau-khi-ban-hanh.md`` tells it."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from notice_gen.cli.main import run
from tests.helpers.following import followed, on

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "sau-khi-ban-hanh"


@pytest.mark.slow
def test_the_example_of_the_manual_goes_from_issuing_to_the_report(monkeypatch, tmp_path, capsys):
    on(monkeypatch)
    shutil.copytree(EXAMPLE, tmp_path / "vi-du")
    monkeypatch.chdir(tmp_path / "vi-du")
    assert run(["batch", "kiem-tra.toml", "--data", "so-lieu.csv", "-o", "thong-bao", "--jobs", "1", "-q"]) == 0
    assert len(followed().kien_nghi) == 40 * 7
    assert run(["follow", "import", "bao-cao-cac-xa.csv", "--accept"]) == 0
    assert "Đã ghi 30 việc." in capsys.readouterr().out
    assert run(["follow", "remind"]) == run(["follow", "remind", "nhac-viec.toml", "--check", "full"]) == 0
    assert len(list(Path("nhac-viec").glob("*.docx"))) == 16
    assert run(["stats", "-o", "thong-ke.xlsx"]) == 0
    assert run(["report", "--to", "Bộ Nội vụ"]) == 0
    tree = tomllib.loads(Path("bao-cao.toml").read_text("utf-8"))
    assert [[chart["kieu"] for chart in section.get("bieu_do", ())] for section in tree["muc"]] == [["thanh-chong"], [], [], []]
    assert "(Biểu đồ 1)" in tree["muc"][0]["noi_dung"]
    assert (tree["so_lieu"]["so_qua_han"], tree["so_lieu"]["tong_kien_nghi"], len(tree["muc"])) == (16, 280, 4)
    capsys.readouterr()
    assert run(["render", "bao-cao.toml", "--strict", "--check", "full"]) == 0
    assert capsys.readouterr().err == ""
    # As somebody else checks them, who knows nothing of the findings files: what is overdue is cited, not asked for anew.
    assert run(["check", "du-thao-bc-ubnd.docx", *map(str, Path("nhac-viec").glob("*.docx"))]) == 0, capsys.readouterr().out
    assert all(command in (ROOT / "docs" / "sau-khi-ban-hanh.md").read_text("utf-8") for command in (
        "notice-gen batch kiem-tra.toml --data so-lieu.csv -o thong-bao", "notice-gen follow import bao-cao-cac-xa.csv",
        "notice-gen follow remind nhac-viec.toml", "notice-gen stats -o thong-ke.xlsx", "notice-gen report --to \"Bộ Nội vụ\"",
    ))  # fmt: skip
