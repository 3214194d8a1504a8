"""One number for many addressees (``[noi_nhan] chung_so``), Điều 15: one document, one line of the register, a copy for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.office import numbering
from tests.helpers import registers
from tests.helpers.batches import OUT, from_two_desks, made, manifest, put, said

SAMPLE = (Path(__file__).parents[2] / "templates/mau/giay-moi/sample.toml").read_text("utf-8")
PLAIN = (
    SAMPLE.replace('"Ông Nguyễn Văn A, Trưởng thôn Một"', '"{{ don_vi.ten }}"', 1)
    .replace("# so = 12 ", 'so = "tu-dong" ').replace("# ngay = 2026-11-25", "ngay = 2026-11-25")
)  # fmt: skip
SHARED = PLAIN.replace("[noi_nhan]\n", "[noi_nhan]\nchung_so = true\n")
TYPED = SHARED.replace('so = "tu-dong"', "so = 12")
HEAD = ("don_vi.ten",)
WHO = [("Ông Nguyễn Văn A",), ("Bà Trần Thị B",), ("Ông Lê Văn C",)]


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def mailing(rows=WHO, base=SHARED, head=HEAD):
    return put(rows, head=head, base=base)


def lines(where: str = numbering.NAME):
    with register.connect(where, create=False) as book:
        return register.entries(book)


def numbers(folder: Path = OUT) -> list[str]:
    return [line for name in made(folder) for line in said(name, folder).splitlines() if line.startswith("Số:")]


def sound(capsys) -> None:
    capsys.readouterr()
    assert run(["register", "check"]) == 0, capsys.readouterr().err


def test_all_papers_bear_one_number_and_the_register_has_one_line(capsys):
    assert run(mailing()) == 0
    assert numbers() == ["Số: 01/GM-UBND"] * 3
    assert {line["register"] for line in manifest()} == {lines()[0].khoa}
    (line,) = lines()
    assert (line.so, line.trang_thai, line.noi_nhan, line.hang) == (1, register.DA_CAP, "Ông Nguyễn Văn A; Bà Trần Thị B; Ông Lê Văn C", "")
    assert line.sha256 == manifest()[0]["sha256"]
    sound(capsys)


def test_without_it_every_row_has_a_number_of_its_own():
    assert run(mailing(base=PLAIN)) == 0
    assert sorted(numbers()) == [f"Số: 0{n}/GM-UBND" for n in (1, 2, 3)]


def test_the_plan_shows_the_one_number(capsys):
    assert run([*mailing(), "--dry-run"]) == 0
    assert capsys.readouterr().out.count("01/GM-UBND") == 3
    assert not Path(numbering.NAME).exists()


@pytest.mark.parametrize("has_register", [False, True])
def test_a_number_typed_once_is_for_all(has_register, capsys):
    if has_register:
        assert run(["register", "init"]) == 0
    assert run(mailing(base=TYPED)) == 0
    assert numbers() == ["Số: 12/GM-UBND"] * 3
    if has_register:
        assert [line.so for line in lines()] == [12]
        capsys.readouterr()
    assert run(mailing(base=TYPED)) == 0
    assert "3 văn bản đã có, không đổi" in capsys.readouterr().err


@pytest.mark.parametrize(("base", "names_it"), [(PLAIN, True), (PLAIN.replace('mau = "giay-moi"', 'mau = "thong-bao"').replace("[giay_moi]", "[so_lieu]"), False)])
def test_a_number_typed_once_is_an_error_without_it_and_the_hint_says_how(base, names_it, capsys):
    if not names_it:
        base = base[: base.index("[so_lieu]")] + base[base.index("[ket_thuc]") :]
    assert run(mailing(base=base.replace('so = "tu-dong"', "so = 12"))) == 3
    err = capsys.readouterr().err
    assert "mỗi số chỉ cho một văn bản" in err
    assert ("chung_so = true" in err) is names_it


def test_a_number_of_another_paper_refuses_all(capsys):
    Path("khac.toml").write_text(PLAIN.replace('so = "tu-dong"', "so = 12").replace("{{ don_vi.ten }}", "Ông D"), "utf-8")
    assert run(["register", "init"]) == 0
    assert run(["render", "khac.toml"]) == 0
    assert run(mailing(base=TYPED)) == 3
    assert "đã dùng cho văn bản 12/GM-UBND" in capsys.readouterr().err
    assert len(lines()) == 1


def test_what_differs_is_another_document(capsys):
    head = ("don_vi.ten", "van_ban.trich_yeu")
    assert run(mailing([("Ông A", "Họp giao ban tháng 12"), ("Bà B", "Họp giao ban tháng 12"), ("Ông C", "Họp về đất đai")], head=head)) == 1
    err = capsys.readouterr().err
    assert "Họp về đất đai" in err
    assert "hai văn bản" in err
    assert numbers() == ["Số: 01/GM-UBND"] * 2


@pytest.mark.parametrize("other", [("13", "2026-11-25", "Trần Thị B"), ("12", "2026-11-26", "Trần Thị B"), ("12", "2026-11-25", "Lê Văn C")])
def test_nor_may_typed_numbers_days_or_signers_differ(other):
    rows = [("Ông A", "12", "2026-11-25", "Trần Thị B"), ("Bà B", *other)]
    assert run(mailing(rows, head=("don_vi.ten", "van_ban.so", "van_ban.ngay", "ky.ho_ten"))) == 1
    assert numbers() == ["Số: 12/GM-UBND"]


def test_times_of_their_own_are_still_one_invitation():
    rows = [("Ông A", "08:00 2/12/2026"), ("Bà B", "13:30 2/12/2026")]
    assert run(mailing(rows, head=("don_vi.ten", "giay_moi.thoi_gian"))) == 0
    assert numbers() == ["Số: 01/GM-UBND"] * 2


def test_a_row_that_fails_gets_the_same_number_when_it_is_mended(capsys):
    head = ("don_vi.ten", "giay_moi.thoi_gian")
    rows = [("Ông A", "08:00 2/12/2026"), ("Bà B", "sáng mai"), ("Ông C", "08:00 2/12/2026")]
    for first in (rows, rows[1:] + rows[:1]):
        assert run(mailing(first, head=head)) == 1
    assert run(mailing([*rows[:1], ("Bà B", "08:00 2/12/2026"), *rows[2:]], head=head)) == 0
    assert numbers() == ["Số: 01/GM-UBND"] * 3
    assert len(lines()) == 1
    sound(capsys)


def test_rows_added_sorted_and_mended_keep_the_number_and_run_again_changes_nothing(capsys):
    assert run(mailing()) == 0
    assert run(mailing([("Bà Mới",), *reversed(WHO)])) == 0
    assert numbers() == ["Số: 01/GM-UBND"] * 4
    (line,) = lines()
    assert "Bà Mới" in line.noi_nhan
    head = register_head()
    assert run(mailing([("Bà Mới",), *reversed(WHO)])) == 0
    assert register_head() == head, "nothing happened, and the journal says nothing"
    assert run(mailing([("Bà Mới",), *reversed(WHO)], base=SHARED.replace("tầng 2", "tầng 3"))) == 0
    assert [line.so for line in lines()] == [1]
    assert all("tầng 3" in said(name) for name in made())
    sound(capsys)


def register_head():
    with register.connect(numbering.NAME, create=False) as book:
        return register.heads(book)


def test_a_few_rows_do_not_make_the_register_forget_the_others():
    assert run(mailing()) == 0
    assert run([*mailing(base=SHARED.replace("tầng 2", "tầng 3")), "--limit", "1"]) == 0
    assert lines()[0].noi_nhan.count(";") == 2


def test_a_void_number_is_taken_anew_once_and_the_old_papers_go(capsys):
    assert run(mailing()) == 0
    assert run(["register", "void", "1", "--reason", "In nhầm"]) == 0
    assert run(mailing()) == 0
    assert numbers() == ["Số: 02/GM-UBND"] * 3
    assert [(line.so, line.trang_thai) for line in lines()] == [(1, register.HUY), (2, register.DA_CAP)]
    sound(capsys)


def test_a_person_renamed_leaves_a_paper_that_is_listed(capsys):
    assert run(mailing()) == 0
    assert run(mailing([*WHO[:2], ("Ông Lê Văn Cường",)])) == 0
    assert "01-gm-ubnd-ong-le-van-c.docx" in capsys.readouterr().err
    assert len(made()) == 4
    assert numbers() == ["Số: 01/GM-UBND"] * 4


def test_a_register_lost_and_begun_anew_gets_the_number_that_papers_bear():
    assert run(mailing(base=SHARED.replace("Họp giao ban công tác", "Họp"))) == 0
    assert run(["register", "void", "1", "--reason", "Sai"]) == 0
    assert run(mailing()) == 0
    Path(numbering.NAME).unlink()
    assert run(mailing([("Bà Mới",), *WHO])) == 0
    assert numbers() == ["Số: 02/GM-UBND"] * 4
    assert [line.so for line in lines()] == [2]


def test_stopped_between_the_manifest_and_the_register(monkeypatch, capsys):
    def lost(*_):
        raise register.RegisterError([])

    with monkeypatch.context() as patch:
        patch.setattr(numbering, "issue", lost)
        run(mailing())
    assert lines()[0].trang_thai == register.GIU_CHO
    assert run(mailing()) == 0
    (line,) = lines()
    assert (line.trang_thai, line.sha256) == (register.DA_CAP, manifest()[0]["sha256"])
    sound(capsys)


def test_it_is_doubted_where_each_row_is_a_document_of_its_own(capsys):
    base = SHARED.replace('mau = "giay-moi"', 'mau = "thong-bao"')
    base = base[: base.index("[giay_moi]")] + base[base.index("[ket_thuc]") :]
    assert run(mailing(base=base)) == 0
    assert "chung_so in mọi hàng cùng một số" in capsys.readouterr().err
    assert run(mailing(base=base + '\n[the_thuc]\nbo_qua = ["chung_so_loai_khac"]\n')) == 0
    assert "chung_so" not in capsys.readouterr().err


@pytest.mark.parametrize("kind", [registers.sqlite, registers.postgresql], ids=["sqlite", "postgresql"])
@pytest.mark.slow
def test_two_mailings_at_once_on_one_register(kind):
    with kind() as where:
        from_two_desks(lambda desk: mailing([(f"Ông {desk} {n}",) for n in range(70)]), where)
        assert sorted(line.so for line in lines(where)) == [1, 2]
        assert all(len(set(numbers(Path(desk) / OUT))) == 1 for desk in ("a", "b"))
        assert len({numbers(Path(desk) / OUT)[0] for desk in ("a", "b")}) == 2


def test_it_is_not_taken_twice_from_a_common_file_of_another_name(capsys):
    assert run(mailing()) == 0
    before = made()
    Path("chung.toml").rename("moi-hop.toml")
    assert run(["batch", "moi-hop.toml", "--data", "so-lieu.csv", "-o", str(OUT), "--jobs", "1"]) == 3
    assert "lấy số thứ hai" in capsys.readouterr().err
    assert (made(), len(lines())) == (before, 1)


def test_one_number_after_own_numbers_is_refused_with_a_way_on(capsys):
    assert run(mailing(base=PLAIN)) == 0
    for folder in (str(OUT), "khac"):
        Path("chung.toml").write_text(SHARED, "utf-8")
        capsys.readouterr()
        assert run(["batch", "chung.toml", "--data", "so-lieu.csv", "-o", folder, "--jobs", "1"]) == 3
        err = capsys.readouterr().err
        assert "mỗi văn bản một số riêng (1, 2, 3)" in err
        assert "bỏ dòng chung_so" in err
    assert [line.so for line in lines()] == [1, 2, 3]
    assert 'register void 1 2 3 --reason "…"' in err
    assert run(["register", "void", "1", "2", "3", "--reason", "một văn bản"]) == 0
    assert run(mailing()) == 0
    assert numbers() == ["Số: 04/GM-UBND"] * 3
    sound(capsys)


def test_own_numbers_after_one_number_are_refused_with_a_way_on(capsys):
    assert run(mailing()) == 0
    for folder in (str(OUT), "khac"):
        Path("chung.toml").write_text(PLAIN, "utf-8")
        capsys.readouterr()
        assert run(["batch", "chung.toml", "--data", "so-lieu.csv", "-o", folder, "--jobs", "1"]) == 3
        err = capsys.readouterr().err
        assert "ghi lại chung_so = true" in err
        assert 'register void 1 --reason "…"' in err
    assert run(["register", "void", "1", "--reason", "nhiều văn bản"]) == 0
    assert run(mailing(base=PLAIN)) == 0
    assert sorted(numbers()) == [f"Số: 0{n}/GM-UBND" for n in (2, 3, 4)]
    sound(capsys)
