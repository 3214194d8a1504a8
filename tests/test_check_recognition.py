"""Which words are which box, however the author built the page; and what sort of paper it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notice_gen.check.read import read
from notice_gen.check.view import Kind
from notice_gen.issue import issue

ROOT = Path(__file__).parents[1]
OURS = sorted(ROOT.glob("examples/*.toml")) + sorted(ROOT.glob("templates/mau/*/sample.toml"))


def boxes(view, *names):
    """Texts of the components asked for, or of all but the body."""
    return {name: one.text for name, one in view.components.items() if name in (names or view.components.keys() - {"noi_dung"})}


@pytest.mark.parametrize("path", OURS, ids=lambda one: f"{one.parent.name}-{one.stem}")
def test_our_own_papers_are_recognised_whole(path):
    issued = issue(path.read_bytes(), file=path.name, folder=path.parent, today=date(2026, 11, 23))
    view = read(issued.docx)
    assert view.kind in {Kind.HANH_CHINH, Kind.BAN_SAO}
    if issued.template.manifest["word"] == "ban-sao":  # the block below a photocopy: neither letterhead nor title
        assert view.kind is Kind.BAN_SAO
        assert {"co_quan", "dia_danh_ngay", "so_ky_hieu", "noi_nhan", "ho_ten"} <= view.components.keys()
        return
    assert {"quoc_hieu", "tieu_ngu", "co_quan", "dia_danh_ngay", "so_ky_hieu"} <= view.components.keys()
    assert view.components.keys() & {"ten_loai", "trich_yeu_cong_van"}
    assert view.loai == (issued.notice.van_ban.loai or "CV")
    assert view.components["ho_ten"].text
