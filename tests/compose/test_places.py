"""A figure that cannot be worked out is told at its own line, in whichever part of the notice it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notice_gen import issue
from notice_gen.errors import InputError

EXAMPLES = Path(__file__).parents[2] / "examples"
LINES = [
    (name, number)
    for name in ("quyet-dinh-ban-hanh", "phu-luc", "bien-ban", "findings", "giay-moi", "giay-gioi-thieu")
    for number, line in enumerate((EXAMPLES / f"{name}.toml").read_text("utf-8").splitlines(), 1)
    if line.startswith(("noi_dung = \"", "noi_dung = [\"", "tieu_de = \"", "trich_yeu = \"", "chu_tri = \"", "cu_den = \"", "toi_du = \""))
    and not line.startswith('noi_dung = """')
]


@pytest.mark.parametrize(("name", "number"), LINES)
def test_it_is_told_where_it_stands(name, number):
    lines = (EXAMPLES / f"{name}.toml").read_text("utf-8").splitlines()
    before, quote, after = lines[number - 1].partition('"')
    lines[number - 1] = f"{before}{quote}Cả {{{{ 1 / 0 }}}} {after}"
    with pytest.raises(InputError) as caught:
        issue.issue("\n".join(lines).encode(), file="a.toml", folder=EXAMPLES, today=date(2026, 11, 29))
    told = [problem.place.line for problem in caught.value.problems if "1 / 0" in problem.text()]
    assert told
    assert set(told) == {number}


def test_a_line_of_an_attached_text_is_told_where_it_stands():
    text = (EXAMPLES / "quyet-dinh-ban-hanh.toml").read_text("utf-8").replace('danh_so = "chuong"\n', 'danh_so = "chuong"\nnoi_dung = "Cả {{ 1 / 0 }}."\n', 1)
    with pytest.raises(InputError) as caught:
        issue.issue(text.encode(), file="a.toml", folder=EXAMPLES, today=date(2026, 11, 29))
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "1 / 0" in line)
    assert {problem.place.line for problem in caught.value.problems if "1 / 0" in problem.text()} == {line}
