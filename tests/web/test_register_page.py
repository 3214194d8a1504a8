"""The register page's routes: looked at, void, out, in; and what nobody should get out of them."""

from __future__ import annotations

import base64
import io
import json

import openpyxl
import pytest

import notice_gen
from tests.helpers.registers import postgresql
from tests.web.started import screen

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")

OFFICE = '[co_quan]\nten = ["Ủy ban nhân dân", "xã Bình Điền"]\nviet_tat = "UBND"\n'
HEAD = ["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký", "Ghi chú"]
ROUTES = ["register", "register/begin", "register/void", "register/export", "register/import"]


def sent(rows) -> str:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return base64.b64encode(out.getvalue()).decode()


def rows(*numbers):
    return [HEAD, *([f"{n:02}/TB-UBND", f"{n:02}/3/2026", f"Thông báo <b>số {n}</b>", "Nguyễn Văn A", ""] for n in numbers)]


@pytest.fixture
def folder(tmp_path):
    here = tmp_path / "vanban"
    here.mkdir()
    (here / "notice-gen.toml").write_text(OFFICE, "utf-8")
    return here


@pytest.fixture
def running(folder, tmp_path):
    with screen(folder, tmp_path / "state") as one:
        yield one.enter()


def begun(running):
    assert running.ask("register/begin", place="")[0] == 200
    status, answer = running.ask("register/import", place="", data=sent(rows(1, 2, 4)), file="so.xlsx")
    assert status == 200, answer
    return answer


def test_a_register_begins_is_filled_and_looked_at(running, folder):
    assert running.ask("register", place="")[1]["there"] is False
    assert not (folder / "so-van-ban.db").exists()
    done = begun(running)
    assert (done["new"], done["filled"], done["same"]) == (3, 0, 0)
    [series] = done["series"]
    assert (series["next"], series["missing"], series["nam"]) == (5, "3", 2026)
    _, book = running.ask("register", place="")
    assert [line["so_ky_hieu"] for line in book["entries"]] == ["01/TB-UBND", "02/TB-UBND", "04/TB-UBND"]
    assert book["entries"][0]["ngay"] == "01/03/2026"
    assert "khoa" not in book["entries"][0]
    assert (book["years"], book["nam"], book["series"][0]["next"]) == ([2026], 2026, 5)
    assert running.ask("register", place="", nam=2025)[1]["entries"] == []
    assert running.ask("register/begin", place="")[0] == 422
    again = running.ask("register/import", place="", data=sent(rows(1, 2, 4)), file="so.xlsx")[1]
    assert (again["new"], again["same"]) == (0, 3)


def test_faults_are_told_at_their_cells_and_nothing_is_entered(running):
    begun(running)
    bad = [*rows(5, 6), ["0/TB-UBND", "45/3/2026", "x", "", ""], ["02/TB-UBND", "02/3/2026", "Việc khác hẳn", "", ""]]
    status, answer = running.ask("register/import", place="", data=sent(bad), file="so.xlsx")
    assert status == 422
    assert {problem["cell"] for problem in answer["problems"]} >= {"Sheet!B4"}
    good = [*rows(5), ["02/TB-UBND", "02/3/2026", "Việc khác hẳn", "", ""]]
    status, answer = running.ask("register/import", place="", data=sent(good), file="so.xlsx")
    assert (status, [problem["cell"] for problem in answer["problems"]]) == (422, ["Sheet!C3"])
    assert len(running.ask("register", place="")[1]["entries"]) == 3


def test_a_number_is_void_with_a_reason_once(running):
    begun(running)
    line = running.ask("register", place="")[1]["entries"][1]
    asked = {"place": "", "id": line["id"], "so_ky_hieu": line["so_ky_hieu"], "nam": line["nam"]}
    for reason in ("", "  ", "a\nb", "x" * 2000, "\x1b[31m"):
        assert running.ask("register/void", **asked, reason=reason)[0] == 422
    assert running.ask("register/void", **{**asked, "so_ky_hieu": "09/TB-UBND"}, reason="x")[0] == 422  # the register is another now
    assert running.ask("register/void", **asked, reason="In nhầm <b>")[0] == 200
    after = running.ask("register", place="")[1]
    assert [(one["trang_thai"], one["ly_do"]) for one in after["entries"]] == [("đã cấp", ""), ("hủy", "In nhầm <b>"), ("đã cấp", "")]
    assert after["series"][0]["next"] == 5
    assert running.ask("register/void", **asked, reason="lần nữa")[0] == 422


def test_the_book_goes_out_and_comes_in_again(running):
    begun(running)
    data = running.ask("register/export", place="", kind=".xlsx", nam=2026)[1]["data"]
    assert running.ask("register/import", place="", data=data, file="so.xlsx")[1]["same"] == 3
    docx = base64.b64decode(running.ask("register/export", place="", kind=".docx", nam=2026)[1]["data"])
    assert docx.startswith(b"PK")
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in "\n".join(one.text for one in notice_gen.paragraphs(docx))
    for asked in ({"kind": ".pdf"}, {"kind": ".xlsx", "nam": 1999}, {"kind": ".xlsx", "nam": "2026"}, {"kind": ".xlsx", "loai": "QĐ"}, {}):
        assert running.ask("register/export", place="", **asked)[0] == 422


def test_the_register_of_a_folder_below(running, folder):
    (folder / "nam-2025").mkdir()
    with notice_gen.open_register(folder / "nam-2025" / "so-van-ban.db", create=True):
        pass
    begun(running)
    assert running.ask("register", place="")[1]["places"] == ["", "nam-2025/so-van-ban.db"]
    answer = running.ask("register", place="nam-2025/so-van-ban.db")[1]
    assert (answer["there"], answer["entries"]) == (True, [])


def test_a_register_that_was_named_is_the_only_one(folder, tmp_path):
    named = tmp_path / "so-chung.db"
    with notice_gen.open_register(named, create=True):
        pass
    with screen(folder, tmp_path / "state", "--register", str(named)) as one:
        one.enter()
        answer = one.ask("register", place="")[1]
        assert (answer["label"], answer["there"], answer["places"]) == (str(named), True, [""])
        (folder / "tb.toml").write_text(
            'phien_ban = 1\nmau = "cong-van"\n[van_ban]\nso = "tu-dong"\ndia_danh = "Bình Điền"\nngay = 2026-03-05\ntrich_yeu = "về việc họp"\n'
            '[kinh_gui]\nten = ["Các thôn"]\n', "utf-8",
        )  # fmt: skip
        one.ask("print", name="tb.toml", if_exists="fail")
        assert not (folder / "so-van-ban.db").exists()


def test_a_register_on_a_server(folder, tmp_path):
    with postgresql() as url, screen(folder, tmp_path / "state", "--register", url) as one:
        one.enter()
        status, answer = one.ask("register", place="")
        assert (status, "sổ" in answer["problems"][0]["message"]) == (422, True)  # nothing is begun by looking
        assert one.ask("register/begin", place="")[0] == 200
        assert one.ask("register/import", place="", data=sent(rows(1, 2)), file="so.xlsx")[1]["new"] == 2
        book = one.ask("register", place="")[1]
        assert [line["so"] for line in book["entries"]] == [1, 2]
        line = book["entries"][0]
        assert one.ask("register/void", place="", id=line["id"], so_ky_hieu=line["so_ky_hieu"], nam=2026, reason="In nhầm")[0] == 200
        assert one.ask("register", place="")[1]["entries"][0]["trang_thai"] == "hủy"
        assert not (folder / "so-van-ban.db").exists()


@pytest.mark.parametrize("place", ["../so-van-ban.db", "/etc/so-van-ban.db", "a/../../so-van-ban.db", "lien-ket/so-van-ban.db", "tb.toml", "postgresql://x", "C:\\so.db"])
@pytest.mark.parametrize("route", ROUTES)
def test_a_place_leads_nowhere_else(route, place, running, folder, tmp_path):
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (folder / "lien-ket").symlink_to(outside)
    with notice_gen.open_register(tmp_path / "so-van-ban.db", create=True):
        pass
    status, answer = running.ask(route, place=place, kind=".xlsx", reason="x", id=1, data=sent(rows(1)), file="x.xlsx", nam=2026, so_ky_hieu="1")
    assert status == 422
    assert answer["problems"]
    assert list(outside.iterdir()) == []
    with notice_gen.open_register(tmp_path / "so-van-ban.db") as book:
        assert book.entries() == []


@pytest.mark.parametrize("data", [b"", b"abc", b"PK\x03\x04rubbish", b"<html></html>", b"\xd0\xcf\x11\xe0" + b"x" * 600])
def test_a_table_that_is_none_is_refused(data, running):
    running.ask("register/begin", place="")
    status, answer = running.ask("register/import", place="", data=base64.b64encode(data).decode(), file="<img src=x>.xlsx")
    assert status == 422
    assert answer["problems"][0]["message"]


def test_a_table_beyond_the_bound_is_refused(running):
    running.ask("register/begin", place="")
    status, answer = running.ask("register/import", place="", data="A" * (27 << 20), file="x.xlsx")
    assert (status, "20" in answer["problems"][0]["message"]) == (422, True)


def test_a_register_that_is_a_link_is_not_followed(running, folder, tmp_path):
    with notice_gen.open_register(tmp_path / "so-khac.db", create=True):
        pass
    (folder / "so-van-ban.db").symlink_to(tmp_path / "so-khac.db")
    for route in ROUTES:
        assert running.ask(route, place="", kind=".xlsx", data=sent(rows(1)), file="x.xlsx", reason="x")[0] == 422


def test_a_file_that_is_no_register_is_told(running, folder):
    (folder / "so-van-ban.db").write_bytes(b"rubbish" * 100)
    for route in ("register", "register/export", "register/begin"):
        status, answer = running.ask(route, place="", kind=".xlsx")
        assert status == 422
        assert answer["problems"][0]["message"]


@pytest.mark.parametrize("route", ROUTES)
def test_without_cookie_or_key_nothing_is_answered(route, running):
    body = json.dumps({"place": ""}).encode()
    for less in ({"cookie": None}, {"notice_gen_key": None}, {"origin": "http://evil.example"}, {"sec_fetch_site": "cross-site"}):
        assert running.request("POST", f"/api/{route}", body, **running.own(**less))[0] == 403
