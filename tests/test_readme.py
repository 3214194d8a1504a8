"""Both READMEs: every sentence is proved by a test, named beside it; what nothing else proves is proved here.

A sentence is known by its first words in each language.  One that is new, or begins otherwise, is not in the table: then its test is to be
found, or written.
"""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from notice_gen import templates
from notice_gen.cli.main import run
from notice_gen.model import loai_theo_mau
from tests.helpers.findings import GOOD, TODAY
from tests.helpers.spoil import spoilt, words
from tests.helpers.word import paragraphs

HOME = Path(__file__).parents[1]
HERE = "tests/test_readme.py::"
PROVED = [
    # --- the first screen
    ("Official Vietnamese documents", "Văn bản hành chính đúng thể thức", ["tests/test_proof.py::test_no_paper_of_ours_has_any_fault", "tests/check/test_command.py::test_text_tells_place_rule_message_article_and_hint"]),
    ("**An office's PC with Windows**", "**Máy Windows của cơ quan**", ["tests/packaging/test_bundle.py::test_it_installs_without_a_network_and_prints", "tests/packaging/test_installer.py::test_only_keys_of_the_user_that_are_ours", "tests/packaging/test_scripts.py::test_a_python_that_fits_is_found_wherever_it_is"]),
    ("Then [the first hour", "Rồi [giờ đầu tiên", ["tests/web/test_story.py::test_from_an_empty_folder_to_forty_communes", "tests/test_house.py::test_links_between_documents_lead_somewhere"]),
    ("**Python 3.11 or later**", "**Máy có Python 3.11 trở lên**", [HERE + "test_what_is_installed_with_the_extras_named"]),
    ("**From source**", "**Từ mã nguồn**", ["tests/first_hour/test_developer.py::test_make_demo_prints_where_the_word_file_lies", HERE + "test_make_test_runs_every_check"]),
    ("The manual, by task", "Hướng dẫn theo việc", ["tests/test_manual.py::test_the_site_builds_without_a_warning", "tests/test_manual.py::test_every_page_is_in_the_navigation_and_every_entry_is_a_page"]),
    # --- what it does
    ("**One TOML file in, one .docx out**", "**Một tệp TOML vào, một tệp .docx ra**", [HERE + "test_the_example_prints_what_both_pages_say", HERE + "test_every_type_of_the_decree_is_there", "tests/render/test_layout.py::test_signature_is_never_split_nor_alone", "tests/check/test_recognition.py::test_our_own_papers_are_recognised_whole"]),
    ("**Figures are figures.**", "**Số liệu là số liệu.**", [HERE + "test_the_example_prints_what_both_pages_say"]),
    ("`{{ dung_han | ty_le(da_giai_quyet) }}`", "`{{ dung_han | ty_le(da_giai_quyet) }}`", [HERE + "test_the_example_prints_what_both_pages_say"]),
    ("Checks such as", "Điều kiện như", [HERE + "test_a_check_that_does_not_hold_shows_both_sides"]),
    ("**Mistakes are explained**", "**Sai ở đâu nói ở đó**", ["tests/reader/test_reader.py::test_a_wrong_input_gets_one_located_vietnamese_message", "tests/reader/rows/test_rows.py::test_faults_of_cells_and_of_meaning_are_told_together_at_their_cells"]),
    ("Nothing is written until", "Chưa đúng hết thì chưa ghi", ["tests/cli/test_commands.py::test_of_several_files_none_is_written_when_one_is_bad", "tests/first_hour/test_clerk.py::test_from_an_empty_folder_to_a_paper_with_its_number"]),
    ("**Nothing is lost.**", "**Không mất chữ nào.**", ["tests/test_sentinel.py::test_every_text_is_on_the_page_or_refused_or_listed"]),
    ("Every word you type", "Chữ nào đã gõ", ["tests/compose/test_compose.py::test_what_an_expression_puts_at_the_head_of_a_sentence_gets_its_capital", "tests/test_lost.py::test_what_has_no_place_is_named", "tests/test_main_job.py::test_two_renders_are_the_same_bytes"]),
    ("**One notice for every commune**", "**Mỗi xã một thông báo**", ["tests/first_hour/test_mailing.py::test_the_lines_of_the_readme", "tests/batch/test_faults.py::test_killed_at_random_points_and_run_again_until_done", "tests/batch/test_run.py::test_one_bad_row_stops_no_other"]),
    ("**One number, once**", "**Mỗi số chỉ dùng một lần**", ["tests/register/test_faults.py::test_many_desks_at_once_give_no_number_twice_and_leave_none_out", "tests/register/paper/test_paper.py::test_the_ten_columns_of_the_form"]),
    ("**After issue**", "**Sau khi ban hành**", ["tests/follow/test_noted.py::test_a_paper_that_is_printed_has_its_findings_in_the_register", "tests/follow/test_example.py::test_the_example_of_the_manual_goes_from_issuing_to_the_report"]),
    ("**Is this file right?**", "**Tệp này đúng chưa?**", ["tests/first_hour/test_chief.py::test_what_is_not_printed_again_is_checked_before_it_is_signed"]),
    ("`notice-gen check` reads any", "`notice-gen check` đọc tệp", ["tests/check/test_foreign.py::test_the_real_one", "tests/check/test_command.py::test_annotate_writes_a_copy_with_comments_of_what_is_left", "tests/check/test_mend.py::test_a_mended_file_is_right_and_says_the_same"]),
    # --- five minutes
    ("`notice-gen new` writes", "`notice-gen new` ghi tệp", [HERE + "test_the_five_minutes"]),
    ("`(ghi họ tên)` and the like", "Chỗ trong ngoặc như", ["tests/cli/test_new.py::test_a_draft_shows_its_blanks", "tests/cli/test_new.py::test_blanks_are_refused_at_their_places_with_a_number"]),
    ("`notice-gen render thong-bao.toml` prints", "`notice-gen render thong-bao.toml` ghi", [HERE + "test_the_five_minutes"]),
    ("Open it.", "Mở xem.", ["tests/test_main_job.py::test_every_example_and_sample_is_valid_ooxml"]),
    ("Change the issuer", "Sửa tên cơ quan", [HERE + "test_the_five_minutes"]),
    ("Our own untouched file", "Tệp Word do chương trình ghi", [HERE + "test_the_five_minutes"]),
    ("What was edited in Word", "Sửa trong Word xong", ["tests/first_hour/test_chief.py::test_what_is_not_printed_again_is_checked_before_it_is_signed"]),
    ("Leave out `so` and `ngay`", "Bỏ dòng `so` và `ngay`", [HERE + "test_the_five_minutes"]),
    ("`notice-gen validate thong-bao.toml`", "`notice-gen validate thong-bao.toml`", [HERE + "test_the_five_minutes", "tests/cli/test_commands.py::test_validate_does_everything_but_write"]),
    ("With the first line", "Có dòng đầu", ["tests/test_editor.py::test_every_new_file_is_right_by_the_schema_that_comes_with_it", "tests/test_schema.py::test_every_key_is_explained_in_vietnamese"]),
    ("What is the same in every notice", "Những gì văn bản nào", ["tests/test_issue.py::test_the_office_s_settings_are_looked_for_from_the_folder_upwards", "tests/cli/test_init.py::test_answers_that_have_shifted_are_refused_one_by_one"]),
    ("Next year's paper", "Năm sau bắt đầu", ["tests/cli/test_new_from.py::test_what_is_of_the_year_is_emptied_and_the_words_are_kept", "tests/cli/test_new_from.py::test_the_new_file_is_called_by_this_year"]),
    # --- what it does not do
    ("All 29 types", "Đủ 29 loại văn bản", [HERE + "test_every_type_of_the_decree_is_there"]),
    ("It signs nothing digitally", "Chương trình không ký số", ["tests/signatures/test_places.py::test_places_on_real_pages", "tests/signatures/test_verify_signature.py::test_two_who_sign", HERE + "test_what_is_said_of_signatures_claims_no_validity"]),
    ("PDFs (`notice-gen pdf`", "Bản PDF (`notice-gen pdf`", ["tests/check/test_foreign.py::test_without_libreoffice_it_is_named_with_the_reason_and_what_to_install", "tests/convert/test_chunks.py::test_a_machine_without_libreoffice_is_told_what_to_install"]),
    ("Documents with a grade of secrecy", "Văn bản có độ mật", [HERE + "test_a_grade_of_secrecy_is_refused"]),
    ("Party papers and texts of law", "Văn bản của Đảng", [HERE + "test_what_has_rules_of_its_own_is_neither_laid_out_nor_judged", "tests/check/test_command.py::test_a_paper_of_another_regime_is_named_and_left_alone"]),
    ("MIT licence.", "Giấy phép MIT.", [HERE + "test_the_licence"]),
]  # fmt: skip
OTHERWISE = re.compile(r"\||\$ |\*\[")
"""Rows of tables and links to the other language (``test_house.py`` follows every link), lines of commands (``first_hour/test_mailing.py``)."""


def sentences(page: str) -> list[str]:
    """What a page says, a sentence each, without headings; rows of tables and lines of commands whole."""
    text = re.sub(r"(?m)^#.*$|^```.*$|^\|---.*$", "", (HOME / page).read_text("utf-8"))
    text = re.sub(r"\n(?=\||\$ |- |\d+\. )", "\n\n", text)
    found = []
    for block in re.split(r"\n{2,}", text.strip()):
        told = re.sub(r"^(?:- |\d+\. )", "", " ".join(block.split()))
        masked = re.sub(r"`[^`]*`", lambda code: "`" + "x" * (len(code[0]) - 2) + "`", told)
        ends = [0, *(match.end() for match in re.finditer(r"[.!?](?:\*\*)?\s+(?=[A-ZĐÀ-Ỹ*`(])", masked)), len(told)]
        found += [told] if OTHERWISE.match(told) else [told[a:b].strip() for a, b in itertools.pairwise(ends)]
    return [one for one in found if one]


@pytest.mark.parametrize(("page", "which"), [("README.md", 0), ("README.vi.md", 1)])
def test_every_sentence_is_in_the_table_once(page, which):
    told = [one for one in sentences(page) if not OTHERWISE.match(one)]
    assert len(told) == len(PROVED)
    assert [(one, entry[which]) for one, entry in zip(told, PROVED, strict=True) if not one.startswith(entry[which])] == []


def test_every_test_that_is_named_is_there():
    for *_, proofs in PROVED:
        assert proofs
        for path, _, name in (proof.partition("::") for proof in proofs):
            assert re.search(rf"^def {name}\(", (HOME / path).read_text("utf-8"), re.MULTILINE), (path, name)


# --- what is proved here -------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def printed(text: str, name: str = "a") -> str:
    Path(f"{name}.toml").write_text(text, "utf-8")
    assert run(["render", f"{name}.toml", "-o", f"{name}.docx", "--if-exists", "overwrite"]) == 0
    return "\n".join(paragraphs(Path(f"{name}.docx").read_bytes()))


def refused(text: str, capsys) -> str:
    Path("a.toml").write_text(text, "utf-8")
    capsys.readouterr()
    assert run(["render", "a.toml", "-o", "a.docx"]) == 3
    assert not Path("a.docx").exists()
    return capsys.readouterr().err


FIGURES = """tiep_nhan = 322
da_giai_quyet = 310
dung_han = 306
qua_han = 4
dang_giai_quyet = 12
han_bao_cao = 2024-06-28
"""
CHECK = "tiep_nhan == da_giai_quyet + dang_giai_quyet"
OWN = GOOD.replace("tiep_nhan = 322\n", FIGURES).replace('dieu_kien = "tiep_nhan == 322"', f'dieu_kien = "{CHECK}"')


def shown() -> list[tuple[str, str]]:
    """The expressions of the page and what it says that they print: the same in both languages."""
    pages = [re.findall(r"`(\{\{[^`]+\}\})` (?:prints|in ra) `([^`]+)`", (HOME / page).read_text("utf-8")) for page in ("README.md", "README.vi.md")]
    assert pages[0] == pages[1]
    return pages[0]


def test_the_example_prints_what_both_pages_say():
    assert len(shown()) == 3
    texts = ", ".join(f'"Việc {code}."' for code, _ in shown())
    said = printed(OWN.replace("phat_hien = [\n", f"phat_hien = [{texts},\n").replace('["TM. Ủy ban nhân dân"]\nchuc_vu = "Chủ tịch"', '["TL. Chủ tịch"]\nchuc_vu = "Trưởng phòng Văn hóa - Xã hội"').replace("2024-06-12", "2025-11-12"))
    assert all(f"Việc {value}" in said for _, value in shown())
    for line in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/TB-UBND", "Bình Điền, ngày 12 tháng 11 năm 2025", "Nơi nhận:", "- Thôn Hai;", "TL. CHỦ TỊCH", "1. Kết quả"):
        assert line in said
    assert said.count("./.") == 1


def test_a_check_that_does_not_hold_shows_both_sides(capsys):
    assert all(f"`{CHECK}`" in (HOME / page).read_text("utf-8") for page in ("README.md", "README.vi.md"))
    told = refused(OWN.replace("dang_giai_quyet = 12", "dang_giai_quyet = 13"), capsys)
    assert "322" in told
    assert "323" in told


def test_every_type_of_the_decree_is_there():
    """Điều 7 names 29 types; three kinds of copies stand apart (Điều 25)."""
    decree = (HOME / "docs" / "mau.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| [^|]+ \| [^|]+ \| ([^|]+) \|", decree, re.MULTILINE)
    assert {mau for mau, _ in rows} == set(templates.names())
    copies = {mau for mau, form in rows if form == "3.1"}
    assert (len(rows) - len(copies), len(copies)) == (29, 3)
    assert {loai_theo_mau(mau, TODAY).ten.lower() for mau, form in rows if form == "không có mẫu"} == {"hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "thư công"}


def test_the_five_minutes(capsys):
    """Step by step, as both pages have them."""
    assert run(["new"]) == 0
    path = Path("thong-bao.toml")
    text = path.read_text("utf-8")
    assert text.startswith("#:schema ")
    capsys.readouterr()
    assert run(["render", "thong-bao.toml"]) == 0
    name = capsys.readouterr().out.strip()
    draft = "\n".join(paragraphs(Path(name).read_bytes()))
    assert "(ghi họ tên)" in draft
    assert re.search(r"Số:\s+/TB-UBND", draft)  # without so and ngay their places stay blank
    assert re.search(r"ngày\s+tháng\s+năm", draft)
    path.write_text(text.replace("UBND", "VP", 1), "utf-8")
    path.write_text(text.replace("phat_hien = [", 'phat_hien = [\n  "Đã niêm yết công khai.",', 1), "utf-8")
    assert run(["render", "thong-bao.toml"]) == 0
    assert "Đã niêm yết công khai" in "\n".join(paragraphs(Path(name).read_bytes()))
    edited = spoilt(Path(name).read_bytes(), words("Đã niêm yết", "Đã dán"))
    Path(name).write_bytes(edited)
    assert run(["render", "thong-bao.toml"]) == 4
    assert Path(name).read_bytes() == edited
    assert run(["validate", "thong-bao.toml"]) == 0
    assert Path(name).read_bytes() == edited
    assert run(["render", "thong-bao.toml", "--if-exists", "overwrite"]) == 0
    assert Path(name).read_bytes() != edited


SECRET = [("so = 12\n", 'so = 12\ndo_mat = "mật"\n'), ("so = 12\n", 'so = 12\nkhan = "mật"\n'), ("so = 12\n", "so = 12\ntoi_mat = true\n")]


@pytest.mark.parametrize(("old", "new"), SECRET)
def test_a_grade_of_secrecy_is_refused(old, new, capsys):
    assert "bí mật nhà nước không soạn bằng chương trình này" in refused(GOOD.replace(old, new), capsys)


def test_what_has_rules_of_its_own_is_neither_laid_out_nor_judged(capsys):
    party = GOOD.replace('["Ủy ban nhân dân", "xã Bình Điền"]', '["Đảng ủy", "xã Bình Điền"]').replace('viet_tat = "UBND"', 'viet_tat = "ĐU"').replace("TM. Ủy ban nhân dân", "TM. Đảng ủy")
    assert "là cơ quan của Đảng" in refused(party, capsys)
    for mau in ("luat", "nghi-dinh", "thong-tu", "phap-lenh"):
        assert f"Không có mẫu nào tên “{mau}”" in refused(GOOD.replace("thong-bao", mau), capsys)


def test_what_is_said_of_signatures_claims_no_validity():
    page = (HOME / "docs" / "ky-so.md").read_text("utf-8")
    assert "pháp lý" in page


def test_what_is_installed_with_the_extras_named():
    """The names of extras, and the oldest Python, are those of the project."""
    import tomllib

    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
    for page in ("README.md", "README.vi.md"):
        text = (HOME / page).read_text("utf-8")
        for named in re.findall(r'"\.\[([\w,-]+)\]"', text):
            assert set(named.split(",")) <= set(project["optional-dependencies"])
        assert project["requires-python"].removeprefix(">=") in text


def test_make_test_runs_every_check():
    recipe = re.search(r"^test:.*\n((?:\t.*\n)+)", (HOME / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert recipe
    for tool in ("ruff check", "mypy", "lint-imports", "tools/catalogue.py --check", "templates/build.py --check", "pytest"):
        assert tool in recipe[1]


def test_the_licence():
    assert (HOME / "LICENSE").read_text("utf-8").startswith("MIT License")
