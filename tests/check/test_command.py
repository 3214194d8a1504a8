"""``notice-gen check`` as a clerk and as a script see it."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from notice_gen import legal
from notice_gen.check import judge, rules
from notice_gen.check.fault import Level, Rule
from notice_gen.check.view import DocumentView, Kind, Paragraph
from notice_gen.cli.main import run
from notice_gen.office import checking
from notice_gen.office.checking import Job
from tests.helpers.docx import c, docx, p, table
from tests.helpers.findings import GOOD
from tests.helpers.notices import TODAY
from tests.helpers.papers import THONG_BAO, doan
from tests.helpers.spoil import after, raw, words
from tests.helpers.spoil import spoilt as spoil

RIGHT_HEAD = table([c("ỦY BAN NHÂN DÂN") + c("XÃ BÌNH ĐIỀN", b=True) + c("Số: 12/TB-UBND"),
                    c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", b=True) + c("Độc lập - Tự do - Hạnh phúc", b=True) + c("Bình Điền, ngày 05 tháng 3 năm 2026", i=True)])  # fmt: skip
FAULTY = docx(
    RIGHT_HEAD.replace("Độc lập - Tự do", "Độc lập – Tự do"), c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True),
    p("Ủy ban nhân dân xã thông báo như sau."), p("Nơi nhận:"), p("- Như trên;"), c("CHỦ TỊCH", b=True), c("Nguyễn Văn A", b=True),
)  # fmt: skip
PARTY = docx(c("ĐẢNG CỘNG SẢN VIỆT NAM"), p("Số 12-TB/ĐU"), c("THÔNG BÁO"))


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def faulty(here):
    (here / "sai.docx").write_bytes(FAULTY)
    return "sai.docx"


def checked(capsys, *words):
    """Exit code, stdout, stderr."""
    code = run(["check", *words])
    return (code, *capsys.readouterr())


def rows(capsys, *words):
    code, out, _ = checked(capsys, "--format", "json", *words)
    return code, json.loads(out)["results"]


def test_a_paper_that_breaks_many_rules_begins_with_a_page_at_a_glance(here, capsys):
    spoilt = FAULTY
    for old, new in (("12/TB-UBND", "9/TB–UBND"), ("ngày 05", "Ngày 5"), ("THÔNG BÁO", "Thông báo"), ("Kết quả kiểm tra", "KẾT QUẢ KIỂM TRA VĂN THƯ."),
                     ("thông báo như sau.", "thông báo , ngày 31/02/2026 như  sau.."), ("Nguyễn Văn A", "NGUYỄN VĂN A"), ("Bình Điền, ", "Bình Điền ")):  # fmt: skip
        spoilt = spoil(spoilt, words(old, new))
    (here / "nhieu.docx").write_bytes(spoilt)
    _, out, _ = checked(capsys, "nhieu.docx")
    glance, _, rest = out.partition("\n\n")
    head, *rules_told = glance.splitlines()
    assert "tóm tắt" in head
    assert len(rules_told) > 12
    assert {line.split()[2] if line.split()[1] == "luật" else line.split()[3] for line in rules_told} == {fault["code"] for row in rows(capsys, "nhieu.docx")[1] for fault in row["faults"]}
    assert "căn cứ:" in rest
    # How many of each part, in the order of the page; together they are all.
    told = re.findall(r"(trang|phần đầu|nội dung|phần cuối|phụ lục) (\d+)", head.rpartition("tóm tắt")[2])
    assert [part for part, _ in told][:2] == ["phần đầu", "nội dung"]
    assert sum(int(count) for _, count in told) == int(re.search(r"(\d+) lỗi", head)[1])


def test_few_rules_broken_often_are_told_at_a_glance_too(here, capsys):
    text = "".join(doan(f"Phần việc thứ {number}  của xã.") for number in range(14))
    (here / "lap.docx").write_bytes(spoil(FAULTY, after("Kết quả kiểm tra", text)))
    assert "tóm tắt" in checked(capsys, "lap.docx")[1].partition("\n\n")[0]


def test_a_paper_with_few_faults_is_told_at_once(faulty, capsys):
    assert "tóm tắt" not in checked(capsys, faulty)[1] or len({fault["code"] for row in rows(capsys, faulty)[1] for fault in row["faults"]}) > 12


def test_a_further_place_that_is_none_says_what_is_wrong(here, capsys):
    margins = '<w:pgMar w:top="500" w:bottom="500" w:left="500" w:right="3000"/>'
    (here / "le.docx").write_bytes(spoil(THONG_BAO, raw(r"<w:pgMar[^>]*/>", margins)))
    _, out, _ = checked(capsys, "--select", "TR02", "le.docx")
    assert "và 3 chỗ nữa: Lề " in out


def test_text_tells_place_rule_message_article_and_hint(faulty, capsys):
    code, out, err = checked(capsys, faulty, "--select", "TN02")
    assert code == 1
    assert out.splitlines() == [
        "sai.docx: đoạn 5: luật TN02 tieu_ngu_sai_chu: Tiêu ngữ viết chưa đúng: “Độc lập – Tự do - Hạnh phúc”.",
        "    Độc lập – Tự do - Hạnh phúc",
        "    ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "    căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm b",
        "    gợi ý: Viết: Độc lập - Tự do - Hạnh phúc",
    ]
    assert err == "Đã kiểm tra 1 tệp; 1 lỗi trong 1 tệp (luật 1); 1 lỗi sửa được bằng --fix.\n"


def test_json_tells_the_same(faulty, capsys):
    code, [row] = rows(capsys, faulty, "--select", "tieu-ngu-sai-chu")
    assert (code, row["input"], row["status"], row["kind"], row["type"]) == (1, faulty, "faults", "văn bản hành chính", "TB")
    [fault] = row["faults"]
    assert (fault["code"], fault["paragraph"], fault["start"], fault["end"], fault["part"]) == ("TN02", 5, 0, 27, "word/document.xml")
    assert fault["text"][fault["start"] : fault["end"]] == "Độc lập – Tự do - Hạnh phúc"


def test_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FAULTY), encoding="utf-8"))
    code, [row] = rows(capsys, "-")
    assert (code, row["input"]) == (1, "-")


def test_a_paper_of_another_regime_is_named_and_left_alone(here, capsys):
    (here / "dang.docx").write_bytes(PARTY)
    assert checked(capsys, "dang.docx") == (0, "", "dang.docx: văn bản của Đảng, không kiểm tra theo thể thức văn bản hành chính.\n")
    code, [row] = rows(capsys, "dang.docx")
    assert (code, row["status"], row["faults"]) == (0, "not judged", [])


def test_a_folder_means_its_word_files_and_one_broken_file_stops_nothing(here, capsys):
    (here / "kho" / "con").mkdir(parents=True)
    (here / "kho" / "con" / "B.DOCX").write_bytes(FAULTY)
    (here / "kho" / "a.docx").write_bytes(b"PK nothing")
    (here / "kho" / "~$a.docx").write_bytes(b"lock")
    (here / "kho" / "ghi-chu.txt").write_bytes(b"text")
    code, found = rows(capsys, "kho")
    assert [row["input"].replace("\\", "/") for row in found] == ["kho/a.docx", "kho/con/B.DOCX"]
    assert [row["status"] for row in found] == ["refused", "faults"]
    assert code == 3
    code, out, err = checked(capsys, "kho/a.docx", "kho/a.docx")
    assert (code, out) == (3, "")
    assert err.startswith("kho/a.docx: không kiểm tra được: ")
    assert err.count("\n") == 1


def test_a_folder_without_word_files_is_no_clean_folder(here, capsys):
    (here / "trong").mkdir()
    code, _, err = checked(capsys, "trong")
    assert code == 3
    assert "không có tệp Word nào (.docx, .doc, .odt, .rtf)" in err


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("--select", "TN02"), {"TN02"}),
        (("--select", "tn"), {"TN02", "TN05"}),
        (("--select", "TN02,QH01", "--select", "TR01"), {"TN02"}),
        (("--select", "TN", "--ignore", "tieu_ngu_sai_chu"), {"TN05"}),
        (("--select", "TN02", "--level", "Luat"), {"TN02"}),
    ],
)
def test_which_rules_are_looked_at(faulty, capsys, words, codes):
    code, [row] = rows(capsys, faulty, *words)
    assert {fault["code"] for fault in row["faults"]} == codes
    assert code == bool(row["faults"])


@pytest.mark.parametrize("words", [("--level", "thong-le"), ("--level", "thông lệ"), ("--level", "THONG LE"), ("--level", "goi y")])
def test_levels_are_named_with_or_without_marks(faulty, capsys, words):
    assert checked(capsys, faulty, *words)[0] == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Ghi tên tệp"),
        (("x.docx", "--level", "nặng"), "Không có mức “nặng”"),
        (("x.docx", "--select", "TR99"), "Có phải: TR0"),
        (("x.docx", "--ignore", "???"), "Không có quy tắc “???”."),
        (("--explain", "so_trang_sai_vi_chi"), "Có phải: TR05 so_trang_sai_vi_tri"),
    ],
)
def test_wrong_usage_is_said_with_what_was_meant(capsys, words, says):
    code, out, err = checked(capsys, *words)
    assert (code, out) == (2, "")
    assert says in err


def test_explain_prints_the_manual(capsys):
    code, out, err = checked(capsys, "--explain", "tn02")
    entry = next(entry for entry in rules.all_rules() if entry.rule.code == "TN02")
    assert (code, out, err) == (0, f"TN02 tieu_ngu_sai_chu (luật)\n\n{entry.manual(legal.law(TODAY))}\n", "")


def test_english(faulty, capsys):
    code, out, err = checked(capsys, faulty, "--select", "TN02", "--lang", "en")
    assert code == 1
    assert "paragraph 5: law TN02" in out
    assert err == "files checked: 1; faults: 1, files with faults: 1 (law 1); can be mended with --fix: 1.\n"


# --- for other programs -----------------------------------------------------------------------------------

# What SARIF 2.1.0 (OASIS, §3) requires of the parts we write, and nothing more allowed.
TEXT = {"type": "object", "properties": {"text": {"type": "string", "minLength": 1}}, "required": ["text"], "additionalProperties": False}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def closed(required, **optional):
    return {"type": "object", "properties": {**required, **optional}, "required": list(required), "additionalProperties": False}


PHYSICAL = closed({"artifactLocation": closed({"uri": {"type": "string", "format": "uri-reference"}})}, region=closed(
    {"startLine": {"type": "integer", "minimum": 1}},
    startColumn={"type": "integer", "minimum": 1}, endColumn={"type": "integer", "minimum": 1}, snippet=TEXT))  # fmt: skip
LOCATIONS = {"type": "array", "items": closed({"physicalLocation": PHYSICAL}, logicalLocations={"type": "array", "items": closed(
    {"name": {"type": "string"}, "fullyQualifiedName": {"type": "string"}, "kind": {"const": "element"}})})}  # fmt: skip
RESULT = closed({"message": TEXT, "ruleId": {"type": "string"}, "ruleIndex": {"type": "integer", "minimum": 0}, "level": LEVEL, "locations": LOCATIONS})
DESCRIPTOR = closed({"id": {"type": "string"}, "name": {"type": "string"}, "shortDescription": TEXT, "fullDescription": TEXT, "help": TEXT,
                     "defaultConfiguration": closed({"level": LEVEL}), "properties": {"type": "object"}})  # fmt: skip
NOTIFICATION = closed({"message": TEXT, "level": LEVEL, "locations": LOCATIONS}, associatedRule=closed({"id": {"type": "string"}}))
DRIVER = closed({"name": {"const": "notice-gen"}, "version": {"type": "string"}, "language": {"enum": ["vi", "en"]},
                 "rules": {"type": "array", "items": DESCRIPTOR, "uniqueItems": True}})  # fmt: skip
RUN = closed({
    "tool": closed({"driver": DRIVER}), "language": {"enum": ["vi", "en"]}, "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    "invocations": {"type": "array", "items": closed({"executionSuccessful": {"type": "boolean"}, "exitCode": {"type": "integer"},
                                                      "toolExecutionNotifications": {"type": "array", "items": NOTIFICATION}})},
    "results": {"type": "array", "items": RESULT},
})  # fmt: skip
SARIF = closed({"$schema": {"type": "string"}, "version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN, "minItems": 1, "maxItems": 1}})


@pytest.mark.slow
def test_sarif(faulty, here, capsys):
    (here / "hỏng.docx").write_bytes(b"xin chao")
    code, out, _ = checked(capsys, faulty, str(here / "hỏng.docx"), "--format", "sarif")
    log = json.loads(out)
    jsonschema.validate(log, SARIF, format_checker=jsonschema.FormatChecker())
    run_ = log["runs"][0]
    assert len(run_["tool"]["driver"]["rules"]) == len(rules.all_rules())
    result = next(one for one in run_["results"] if one["ruleId"] == "TN02")
    assert run_["tool"]["driver"]["rules"][result["ruleIndex"]]["name"] == "tieu_ngu_sai_chu"
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "sai.docx"},
        "region": {"startLine": 5, "startColumn": 1, "endColumn": 28, "snippet": {"text": "Độc lập – Tự do - Hạnh phúc"}},
    }
    [told] = run_["invocations"][0]["toolExecutionNotifications"]
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (here / "hỏng.docx").as_uri()
    assert (code, run_["invocations"][0]["exitCode"], run_["invocations"][0]["executionSuccessful"]) == (3, 3, False)


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names there are texts")
@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_name_that_is_no_text_leaves_what_programs_read_utf_8(here, form):
    """Such a name cannot stand in JSON as its bytes; as the escape of what Python reads it as, it leads back to the file."""
    name = b"h\xff.docx"
    (Path(os.fsdecode(bytes(here))) / os.fsdecode(name)).write_bytes(b"xin chao")
    done = subprocess.run([sys.executable, "-m", "notice_gen", "check", name, "--format", form], cwd=here, capture_output=True, check=False)
    assert done.returncode == 3
    told = done.stdout.decode("utf-8")
    if form == "json":
        [of_the_file] = json.loads(told)["results"]
        assert os.fsencode(of_the_file["input"]) == name


def test_github(faulty, here, capsys):
    (here / "a, b.docx").write_bytes(b"")
    code, out, err = checked(capsys, faulty, "a, b.docx", "--format", "github", "--select", "TN02")
    assert code == 3
    assert out.splitlines() == [
        "::error file=sai.docx,title=TN02 tieu_ngu_sai_chu,line=5,col=1,endColumn=27::Tiêu ngữ viết chưa đúng: “Độc lập – Tự do - Hạnh phúc”. Viết: Độc lập - Tự do - Hạnh phúc (Phụ lục I, Phần I, Mục II, khoản 1, điểm b)",
        "::error file=a%2C b.docx::Tệp rỗng, không có nội dung nào. Xin lại tệp, hoặc chép lại cho đủ rồi kiểm tra.",
    ]
    assert err.count("\n") == 1


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names there are texts")
def test_github_reads_one_command_a_file_whatever_its_name(here, capsys):
    for name in (b"a\xff.docx", b"b\x1b[31m\r::error::.docx", "c\u202e\x85.docx".encode()):
        (here / os.fsdecode(name)).write_bytes(b"")
    code, out, _ = checked(capsys, ".", "--format", "github")
    assert code == 3
    assert [line.partition("::Tệp rỗng")[0] for line in out.split("\n")] == [
        "::error file=a\\udcff.docx", "::error file=b\\x1b[31m%0D%3A%3Aerror%3A%3A.docx", "::error file=c\\u202e\\x85.docx", "",
    ]  # fmt: skip


# --- what the office passes over --------------------------------------------------------------------------


@pytest.mark.parametrize("words", ['["TN"]', '["TN02", "tieu_ngu_thieu_duong_ke"]'])
def test_the_office_passes_over_rules_and_they_are_counted(faulty, here, capsys, words):
    (here / "notice-gen.toml").write_text(f"[the_thuc]\nbo_qua = {words}\n", "utf-8")
    code, out, err = checked(capsys, faulty, "--select", "TN")
    assert (code, out) == (0, "")
    assert "sai.docx: bỏ qua 2 lỗi theo notice-gen.toml (TN02, TN05)." in err
    code, [row] = rows(capsys, faulty, "--select", "TN")
    assert (code, row["status"], row["waived"]) == (0, "clean", {"TN02": 1, "TN05": 1})


@pytest.mark.usefixtures("faulty")
def test_settings_are_those_nearest_to_each_file(here, capsys):
    (here / "con").mkdir()
    (here / "con" / "sai.docx").write_bytes(FAULTY)
    (here / "con" / "notice-gen.toml").write_text('[the_thuc]\nbo_qua = ["TN"]\n', "utf-8")
    code, found = rows(capsys, ".", "--select", "TN02")
    assert code == 1
    assert [row["status"] for row in found] == ["clean", "faults"]


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ('[the_thuc]\nbo_qua = ["TN0X"]\n', 1, 'notice-gen.toml:2:11: cảnh báo: Không có quy tắc “TN0X” để bỏ qua.'),
        ('[the_thuc]\nbo_qua = "TN"\n', 3, "notice-gen.toml:2:10: lỗi: bo_qua phải là danh sách mã quy tắc."),
        ('[the_thuc]\ntu_dien = "xơ"\n', 3, "notice-gen.toml:2:11: lỗi: tu_dien phải là danh sách từ."),
        ("[the_thuc]\nbo_qua = [", 3, "notice-gen.toml:2"),
        ("", 1, ""),
    ],
)
def test_settings_that_are_wrong_are_said_where_they_stand(faulty, here, capsys, text, code, says):
    (here / "notice-gen.toml").write_text(text, "utf-8")
    result, _, err = checked(capsys, faulty, "--select", "TN02")
    assert result == code
    assert says in err


def test_words_of_the_office_are_no_slips_of_spelling_and_counted(here, capsys):
    text = "Sở Nội vụ thông báo kết quả thực hiện thủ tuc hành chính, bổ xung hồ sơ của các xã."
    foot = (p("Nơi nhận:"), p("- Như trên;"), c("CHỦ TỊCH", b=True), c("Nguyễn Văn A", b=True))
    (here / "sai.docx").write_bytes(docx(RIGHT_HEAD, c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True), p(text), *foot))
    assert [fault["code"] for fault in rows(capsys, "sai.docx", "--select", "CT")[1][0]["faults"]] == ["CT07", "CT01"]
    (here / "notice-gen.toml").write_text('[the_thuc]\ntu_dien = ["Thủ tuc"]\n', "utf-8")
    code, [row] = rows(capsys, "sai.docx", "--select", "CT")
    assert (code, [fault["code"] for fault in row["faults"]], row["waived"]) == (1, ["CT01"], {"CT07": 1})


def test_what_is_doubted_beside_one_word_after_another_is_a_term_of_the_paper_and_no_slip(here, capsys):
    told = "Hướng dẫn các hộ quét dọn từng chuồng trước khi nhập đàn mới."
    terms = ("Số chuồng trống còn ít.", "Phun khử trùng theo chuồng và lối đi.")
    foot = (p("Nơi nhận:"), p("- Như trên;"), c("CHỦ TỊCH", b=True), c("Nguyễn Văn A", b=True))
    for body, codes in (((told,), ["CT07"]), ((told, *terms), []), ((told, *terms, "Hoàn thành thủ tuc hành chính."), ["CT07"])):
        (here / "sai.docx").write_bytes(docx(RIGHT_HEAD, c("THÔNG BÁO", b=True), c("Kết quả", b=True), *map(p, body), *foot))
        assert [fault["code"] for row in rows(capsys, "sai.docx", "--select", "CT")[1] for fault in row["faults"]] == codes


def test_a_notice_may_say_what_is_passed_over(here):
    (here / "notice-gen.toml").write_text('[the_thuc]\nbo_qua = ["TN02"]\n', "utf-8")
    (here / "tot.toml").write_text(GOOD, "utf-8")
    assert run(["render", "tot.toml", "-o", "tot.docx"]) == 0


# --- copies -----------------------------------------------------------------------------------------------


def test_fix_writes_a_mended_copy_and_tells_what_it_did(faulty, capsys):
    code, out, err = checked(capsys, faulty, "--select", "TN02", "--fix", "moi.docx")
    assert (code, out) == (0, "sai.docx: đã sửa TN02 tieu_ngu_sai_chu: Tiêu ngữ viết chưa đúng: “Độc lập – Tự do - Hạnh phúc”.\nmoi.docx\n")
    assert err == "sai.docx: không còn lỗi.\n"
    assert Path(faulty).read_bytes() == FAULTY
    assert checked(capsys, "moi.docx", "--select", "TN02")[0] == 0
    code, [row] = rows(capsys, faulty, "--select", "TN02", "--fix", "khac.docx")
    assert (code, row["status"], row["written"]) == (0, "clean", {"fixed": "khac.docx"})
    assert [fault["code"] for fault in row["mended"]] == ["TN02"]


def test_what_is_waived_is_not_mended(faulty, here, capsys):
    (here / "notice-gen.toml").write_text('[the_thuc]\nbo_qua = ["TN02"]\n', "utf-8")
    assert checked(capsys, faulty, "--select", "TN02", "--fix", "moi.docx")[0] == 0
    assert Path("moi.docx").read_bytes() == FAULTY


def test_annotate_writes_a_copy_with_comments_of_what_is_left(faulty, capsys):
    code, out, _ = checked(capsys, faulty, "--select", "TN", "--fix", "moi.docx", "--annotate", "chu-thich.docx", "--lang", "en")
    assert code == 1
    assert out.endswith("moi.docx\nchu-thich.docx\n")
    comments = zipfile.ZipFile("chu-thich.docx").read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == 1
    assert "TN05 (law): " in comments
    assert "By: Phụ lục I" in comments


@pytest.mark.slow
def test_several_files_go_into_a_folder_and_one_locked_place_stops_nothing(faulty, here, capsys):
    (here / "b.docx").write_bytes(FAULTY)
    (here / "kq").mkdir()
    (here / "kq" / "b.docx").write_bytes(b"someone's")
    code, out, err = checked(capsys, faulty, "b.docx", "--select", "TN02", "--fix", "kq", "--jobs", "2")
    assert code == 4
    assert out.splitlines()[1].replace("\\", "/") == "kq/sai.docx"
    assert "đã có và đã được sửa" in err
    assert (here / "kq" / "b.docx").read_bytes() == b"someone's"
    assert checked(capsys, faulty, "b.docx", "--select", "TN02", "--fix", "kq", "--if-exists", "overwrite")[0] == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--fix", "sai.docx"), "Không ghi đè lên tệp được kiểm tra"),
        (("--annotate", "."), "Không ghi đè lên tệp được kiểm tra"),
        (("--fix", "sai.doc"), "phải có đuôi .docx"),
        (("con/sai.docx", "--fix", "moi.docx"), "Có 2 tệp cần kiểm tra"),
        (("con/sai.docx", "--fix", "kq"), "Có hai tệp cùng tên “sai.docx”"),
        (("--fix", "moi.docx", "--annotate", "moi.docx"), "hai nơi khác nhau"),
    ],
)
def test_a_copy_never_goes_over_an_input_or_another_copy(faulty, here, capsys, words, says):
    (here / "kq").mkdir()
    code, out, err = checked(capsys, faulty, *words)
    assert (code, out) == (2, "")
    assert says in err
    assert sorted(path.name for path in here.rglob("*.docx")) == ["sai.docx"]


def test_a_file_that_breaks_the_reader_is_told_and_stops_no_other(faulty, here, capsys, monkeypatch):
    (here / "b.docx").write_bytes(PARTY)

    def broken(view):
        raise ZeroDivisionError(len(view.paragraphs))

    monkeypatch.setattr("notice_gen.check.read.recognised", broken)
    code, out, err = checked(capsys, faulty, "b.docx")
    assert (code, out) == (4, "")
    assert [line.partition(":")[0] for line in err.splitlines()[:2]] == ["sai.docx", "b.docx"]
    assert "Traceback" not in err
    assert "ZeroDivisionError" in err


# --- the judge --------------------------------------------------------------------------------------------

RULE = Rule("XX01", "gia", Level.LUAT, "Phụ lục I")
VIEW = DocumentView(Kind.HANH_CHINH, legal.law(TODAY), paragraphs=tuple(Paragraph("word/document.xml", n, f"Đoạn {n}") for n in range(5)))


def entry(faults, rule=RULE):
    return rules.Entry(rule, lambda _, view: faults(view), "", form=False)


def test_a_rule_that_breaks_down_is_told_and_silences_no_other():
    def broken(view):
        yield RULE.at(view.paragraphs[0], "Sai.")
        raise ZeroDivisionError("xem")

    other = replace(RULE, code="XX02")
    verdict = judge.judge(VIEW, [entry(broken), entry(lambda view: iter([other.at(view.paragraphs[1], "Sai.")]), other)])
    assert [fault.rule.code for fault in verdict.faults] == ["XX01", "XX02"]
    assert list(verdict.unchecked) == ["XX01"]
    assert "ZeroDivisionError: xem" in verdict.unchecked["XX01"]


def test_a_message_that_lacks_a_value_is_a_rule_that_breaks_down():
    verdict = judge.judge(VIEW, [entry(lambda view: iter([RULE.at(view.paragraphs[0], "Sai {gi}.")]))])
    assert (verdict.faults, list(verdict.unchecked)) == ((), ["XX01"])


def test_a_broken_rule_is_said_in_one_line_and_never_clean(faulty, capsys, monkeypatch):
    def broken(view):
        raise ZeroDivisionError(view.loai)
        yield

    monkeypatch.setattr(rules, "all_rules", lambda: (entry(broken),))
    monkeypatch.setattr(judge, "all_rules", rules.all_rules)
    code, out, err = checked(capsys, faulty)
    assert (code, out) == (4, "")
    assert err == "sai.docx: không kiểm tra được quy tắc XX01 (lỗi của chương trình: ZeroDivisionError: TB).\n"
    code, [row] = rows(capsys, faulty)
    assert (code, row["status"], row["unchecked"]) == (4, "not checked", ["XX01"])


def test_faults_come_in_the_order_of_the_page_and_are_bounded():
    def everywhere(view):
        yield from (RULE.at(paragraph, "Sai.") for paragraph in reversed(view.paragraphs))
        yield RULE.at(0, "Sai.")
        yield RULE.at(None, "Sai.")

    verdict = judge.judge(VIEW, [entry(everywhere)])
    assert [fault.span and fault.span.paragraph.index for fault in verdict.faults] == [None, None, 0, 1, 2, 3, 4]
    verdict = judge.judge(VIEW, [entry(everywhere)], most=3)
    assert (len(verdict.faults), verdict.more, verdict.count) == (3, {"XX01": 4}, 7)


def test_waived_faults_are_counted():
    verdict = judge.judge(VIEW, [entry(lambda view: iter([RULE.at(view.paragraphs[0], "Sai.")]))], {"XX01"})
    assert (verdict.faults, verdict.count, verdict.waived) == ((), 0, {"XX01": 1})


# --- many files -------------------------------------------------------------------------------------------


class Deadly:
    """A job that kills the process it is handed to."""

    file, data = "chet.docx", None

    def __reduce__(self):
        return os._exit, (9,)


@pytest.mark.slow
def test_many_files_are_told_in_the_order_given_and_a_dead_process_takes_none_with_it(here):
    codes = frozenset({"TN02"})
    for n in range(9):
        (here / f"{n}.docx").write_bytes(FAULTY if n % 2 else PARTY)
    jobs = [Job(f"{n}.docx", codes, TODAY) for n in range(9)]
    jobs.insert(4, Deadly())
    results = list(checking.check_all(jobs, 2))
    assert [one.file for one in results] == [job.file for job in jobs]
    assert [one.exit_code for one in results] == [0, 1, 0, 1, 3, 0, 1, 0, 1, 0]
    assert results[4].verdict is None


@pytest.mark.parametrize(("words", "said"), [
    (["--fix", "sai.docx"], "notice-gen check sai.docx --fix sai-moi.docx"), (["--annotate", "văn bản.docx"], 'notice-gen check "văn bản.docx" --annotate "văn bản-moi.docx"'),
    ([], "Ghi tên tệp hoặc thư mục cần kiểm tra."),
])  # fmt: skip
def test_the_file_typed_where_its_copy_goes_is_told(words, said, capsys):
    code, _, err = checked(capsys, *words)
    assert (code, said in err) == (2, True)
