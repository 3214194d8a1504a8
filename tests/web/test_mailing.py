"""The mailing page: a table is looked at whole, mended in place, printed, and nothing is lost when tab or server goes."""

from __future__ import annotations

import base64
import io
import json
import re
import time
import zipfile

import openpyxl
import pytest

import notice_gen
from tests.web import browser
from tests.web.started import screen
from tests.web.test_editor import AXE

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")

BASE = """phien_ban = 1
mau = "thong-bao"

[co_quan]
ten = ["Ủy ban nhân dân", "Thành phố Hồ Chí Minh"]
viet_tat = "UBND"

[van_ban]
so = "tu-dong"
ngay = 2026-03-05
dia_danh = "Thành phố Hồ Chí Minh"
trich_yeu = "Kết quả tiếp nhận hồ sơ tại {{ don_vi.ten }}"

[so_lieu]
tiep_nhan = 0
qua_han = 0

[mo_dau]
noi_dung = "Ủy ban nhân dân Thành phố thông báo như sau:"

[[muc]]
tieu_de = "Kết quả"
phat_hien = ["Đã tiếp nhận {{ tiep_nhan }} hồ sơ, quá hạn {{ qua_han }} hồ sơ."]

[noi_nhan]
gui = ["{{ don_vi.ten }}"]
luu = "VT"

[ky]
quyen_han = ["TM. Ủy ban nhân dân"]
chuc_vu = "Chủ tịch"
ho_ten = "Nguyễn Văn A"
"""
WRONG = {"C7": "nhiều", "D60": "1,5 hồ sơ", "A170": "00000"}
MENDED = {"C7": "12", "D60": "15"}


@pytest.fixture
def folder(tmp_path):
    here = tmp_path / "vanban"
    here.mkdir()
    (here / "chung.toml").write_text(BASE, "utf-8")
    (here / "notice-gen.toml").write_text("phien_ban = 1\n", "utf-8")
    return here


def workbook(folder, wrong=WRONG):
    """Return the workbook of the 168 communes, filled in but for a few slips."""
    book = openpyxl.load_workbook(io.BytesIO(notice_gen.data_form(folder / "chung.toml", "Thành phố Hồ Chí Minh")))
    for row in range(3, 171):
        book.active.cell(row, 3, row * 10)
        book.active.cell(row, 4, row % 7)
    for cell, value in wrong.items():
        book.active[cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def upload(one, data, name="số liệu.xlsx", base="chung.toml"):
    return one.ask("mailing/upload", base=base, name=name, data=base64.b64encode(data).decode())


def printed(one, base="chung.toml"):
    for _ in range(600):
        status, answer = one.ask("mailing/progress", base=base)
        assert status == 200, answer
        if not answer["running"]:
            return answer["done"]
        time.sleep(0.1)
    raise AssertionError


def state(folder):
    """Return the names of the files written, and the numbers that the register gave, by unit."""
    with notice_gen.open_register(folder / "so-van-ban.db") as register:
        numbers = [(line.so, line.don_vi) for line in register.entries()]
    return sorted(path.name for path in (folder / "ket-qua").glob("*.docx")), sorted(numbers)


@browser.needed()
@pytest.mark.slow
def test_a_mailing_of_168_communes(chrome, folder, tmp_path):
    (tmp_path / "bang.xlsx").write_bytes(workbook(folder))
    with screen(folder, tmp_path / "state") as one, browser.page(chrome, one.address) as page:
        browser.go(page, "In hàng loạt")
        page.get_by_label("1. Tệp chung").select_option("chung.toml")
        page.locator("input[type=file]").set_input_files(tmp_path / "bang.xlsx")
        faults = page.locator(".mailing .problems li.error")
        faults.nth(2).wait_for()
        said = faults.all_inner_texts()
        assert len(said) == 3
        assert [re.search(r"\b(C7|D60|A?170)\b", text)[0] for text in said] == ["C7", "D60", "A170"]
        assert page.locator("tbody tr").count() == 3  # the faulty rows, before anything else
        assert not (folder / "ket-qua").exists()
        assert "168 hàng: 165 sẽ in, 3 hỏng. Số dự kiến: 01/TB-UBND đến 165/TB-UBND." in page.locator(".counted").inner_text()
        heads = page.locator(".heading").all_inner_texts()
        assert heads == ["Mã đơn vị", "Tên đơn vị", "Tiếp nhận", "Quá hạn"]
        # By keyboard alone: from the fault to its cell, typed, and on.
        for n, (cell, value) in enumerate(MENDED.items()):
            faults.first.get_by_role("button").focus()
            page.keyboard.press("Enter")
            page.locator(f'textarea[aria-label="{cell}"]:focus').wait_for()
            page.keyboard.press("Control+A")
            page.keyboard.type(value)
            page.keyboard.press("Enter")
            page.locator(".problems .count", has_text=f"{2 - n} ô").wait_for()
        page.reload()  # what is mended is kept
        page.locator(".problems .count", has_text="1 ô").wait_for()
        page.get_by_label("A170", exact=True).fill(workbook_code(folder))
        page.get_by_label("A170", exact=True).blur()
        page.locator(".problems .count", has_text="Bảng không có lỗi.").wait_for()
        page.locator("input[type=file]").set_input_files(tmp_path / "bang.xlsx")  # not over what was typed, unasked
        page.get_by_role("dialog").get_by_role("button", name="Thôi").click()
        with page.expect_download() as waited:
            page.get_by_role("button", name="Tải bảng về").click()
        sheet = openpyxl.load_workbook(io.BytesIO(waited.value.path().read_bytes())).active
        assert (sheet["C7"].value, sheet["D60"].value, sheet["A170"].value) == (12, 15, workbook_code(folder))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name="In 168 văn bản").click()
        page.locator(".done", has_text="Lượt này ghi 168 tệp.").wait_for()
        assert "168 hàng: 168 đã in, không đổi." in page.locator(".counted").inner_text()
        names, numbers = state(folder)
        assert len(names) == 168
        assert [number for number, _ in numbers] == list(range(1, 169))
        with page.expect_download() as waited:
            page.get_by_role("button", name="Tải về 168 tệp").click()
        with zipfile.ZipFile(waited.value.path()) as archive:
            assert sorted(archive.namelist()) == names


def workbook_code(folder):
    return openpyxl.load_workbook(io.BytesIO(workbook(folder, {}))).active["A170"].value


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["made", "named"])
def test_killed_in_the_middle_it_goes_on(folder, tmp_path, moment):
    out = folder / "ket-qua"
    with screen(folder, tmp_path / "state") as one:
        one.enter()
        _, look = upload(one, workbook(folder, {}))
        assert one.ask("mailing/run", base="chung.toml", version=look["version"])[0] == 200
        end = time.monotonic() + 60
        wanted = ".dang-ghi/*" if moment == "made" else "*.docx"
        while len(list(out.glob(wanted))) < 20 and time.monotonic() < end:
            time.sleep(0.001)
        one.process.kill()
        one.process.wait()
    first = state(folder) if (folder / "so-van-ban.db").exists() else ([], [])
    if moment == "made":
        assert first[0] == []
    with screen(folder, tmp_path / "state") as again:
        again.enter()
        _, look = again.ask("mailing/start", base="chung.toml")
        assert (look["name"], look["plan"]["total"], len(look["table"]["rows"])) == ("số liệu.xlsx", 168, 168)
        assert again.ask("mailing/run", base="chung.toml", version=look["version"])[0] == 200
        done = printed(again)
        assert [one for one in done["problems"] if one["level"] == "error"] == []
        assert sum(done["counts"].values()) == 168
    names, numbers = state(folder)
    assert len(names) == 168
    assert [number for number, _ in numbers] == list(range(1, 169))
    assert len({unit for _, unit in numbers}) == 168
    assert set(first[0]) <= set(names)
    assert set(first[1]) <= set(numbers)
    assert not (out / ".dang-ghi").exists()


@browser.needed()
@pytest.mark.slow
def test_the_communes_of_a_province_from_the_menu(chrome, folder, tmp_path):
    with screen(folder, tmp_path / "state") as one, browser.page(chrome, one.address) as page:
        browser.go(page, "In hàng loạt")
        page.get_by_label("1. Tệp chung").select_option("chung.toml")
        page.get_by_label("hoặc lập bảng mọi xã, phường của").select_option("thành phố Huế")
        page.get_by_role("button", name="Lập bảng").click()
        page.locator(".counted", has_text="40 hàng: 40 hỏng.").wait_for()  # no figures yet
        assert page.locator(".mailing tbody tr").count() == 40
        first = page.get_by_label("C3", exact=True)
        first.focus()
        copied = "\r\n".join(f"{n}\t{n % 3}" for n in range(1, 41)) + "\r\n"
        page.evaluate(
            """text => { const data = new DataTransfer(); data.setData("text/plain", text);
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }""",
            copied,
        )
        page.locator(".counted", has_text="40 hàng: 40 sẽ in.").wait_for()
        assert (page.get_by_label("C42", exact=True).input_value(), page.get_by_label("D42", exact=True).input_value()) == ("40", "1")
        page.get_by_role("button", name="Bỏ hàng 10", exact=True).click()
        page.locator(".counted", has_text="40 hàng: 39 sẽ in, 1 hàng đã bỏ.").wait_for()
        page.get_by_role("button", name="In 39 văn bản").click()
        page.locator(".done", has_text="Lượt này ghi 39 tệp.").wait_for()
        assert len(state(folder)[0]) == 39
        # The row comes back: one file more, no number twice.
        page.get_by_role("button", name="Lấy lại hàng 10", exact=True).click()
        page.get_by_role("button", name="In tiếp 1 văn bản").click()
        page.locator(".done", has_text="Lượt này ghi 1 tệp.").wait_for()
        names, numbers = state(folder)
        assert (len(names), [number for number, _ in numbers]) == (40, list(range(1, 41)))


@browser.needed()
@pytest.mark.slow
def test_what_is_typed_while_the_server_is_gone_is_told_to_the_next(chrome, folder, tmp_path):
    context = chrome.new_context()
    page = context.new_page()
    with screen(folder, tmp_path / "state") as one:
        page.goto(one.address)
        (tmp_path / "bang.xlsx").write_bytes(workbook(folder))
        browser.go(page, "In hàng loạt")
        page.get_by_label("1. Tệp chung").select_option("chung.toml")
        page.locator("input[type=file]").set_input_files(tmp_path / "bang.xlsx")
        page.locator(".mailing .problems li.error").nth(2).wait_for()
        one.process.kill()
        one.process.wait()
        page.get_by_label("C7", exact=True).fill("77")
        page.get_by_label("C7", exact=True).blur()
        page.get_by_role("alert").first.wait_for()
        port = one.port
    with screen(folder, tmp_path / "state") as again:
        assert again.port == port
        page.goto(again.address)
        browser.go(page, "In hàng loạt")
        page.get_by_label("1. Tệp chung").select_option("chung.toml")
        page.locator(".problems .count", has_text="2 ô").wait_for()
        page.locator('input[name="hang"]').nth(1).check()
        assert page.get_by_label("C7", exact=True).input_value() == "77"
    context.close()


# --- hostile, and odd --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    here = tmp_path_factory.mktemp("vanban")
    (here / "notice-gen.toml").write_text("phien_ban = 1\n", "utf-8")
    with screen(here, tmp_path_factory.mktemp("state")) as one:
        yield one.enter()


@pytest.fixture
def base(served, request):
    """A common file of its own for each test."""
    name = f"{re.sub('[^a-z]', '-', request.node.name.lower())[:60].strip('-')}.toml"
    (served.folder / name).write_text(BASE.replace('so = "tu-dong"\n', ""), "utf-8")
    served.ask("mailing/start", base=name)
    return name


HTML = "<img src=x onerror=alert(1)>"


def test_what_a_stranger_typed_is_text(served, base):
    csv = f"Tên đơn vị;{HTML};Tiếp nhận;Quá hạn\n{HTML};=HYPERLINK(\"\"x\"\");1;2\n=cmd|'/c calc'!A0;+1+1;3;4\n"
    status, look = upload(served, csv.encode(), "b.csv", base)
    assert status == 200
    assert look["plan"]["refused"]
    assert [(one["row"], one["at"]) for one in look["plan"]["problems"]] == [(1, 1)]
    assert HTML in look["plan"]["problems"][0]["message"]
    status, look = served.ask("mailing/edit", base=base, version=look["version"], columns=[[1, "#"]])
    assert (status, look["plan"]["refused"], look["plan"]["counts"]) == (200, False, {"ready": 2})
    status, made = served.ask("mailing/table", base=base)
    assert status == 200
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(made)).active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert "=cmd|'/c calc'!A0" in [cell.value for cell in cells]


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((n, zipfile.ZipFile(io.BytesIO(small())).read(n)) for n in zipfile.ZipFile(io.BytesIO(small())).namelist()):
            archive.writestr(name, data if "sheet1" not in name else b"<worksheet>" + b" " * 600_000_000)
    return out.getvalue()


def small():
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


REFUSED = {
    "a bomb": (bomb, "b.xlsx"), "an empty workbook": (small, "b.xlsx"), "no workbook": (lambda: b"PK\x03\x04" + b"x" * 99, "b.xlsx"),
    "a web page": (lambda: b"<html><table>", "b.xls"), "nothing": (lambda: b"", "b.csv"), "another kind": (lambda: b"a;b", "b.docx"),
    "a path": (lambda: b"a;b", "../b.csv"), "an entity": (lambda: b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "b.xls"),
    "too many rows": (lambda: b"don_vi.ten\n" + b"".join(b"x%d\n" % n for n in range(5_001)), "b.csv"),
    "too many columns": (lambda: b";".join(b"x%d" % n for n in range(300)) + b"\n1\n", "b.csv"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_table_is_refused_and_the_one_before_stays(served, base, what):
    _, before = upload(served, b"don_vi.ten;tiep_nhan;qua_han\nx\xc3\xa3 A;1;2\n", "b.csv", base)
    make, name = REFUSED[what]
    status, answer = upload(served, make(), name, base)
    assert status == 422
    assert answer["problems"][0]["message"]
    _, after = served.ask("mailing/start", base=base)
    assert (after["name"], after["version"]) == ("b.csv", before["version"])


def test_no_heading_is_said_with_the_faults_of_structure(served, base):
    status, look = upload(served, "xã A;12;3\nxã B;13;4\n".encode(), "b.csv", base)
    assert status == 200
    assert look["plan"]["refused"]
    assert {one["row"] for one in look["plan"]["problems"]} == {1}
    assert served.ask("mailing/run", base=base, version=look["version"])[0] == 200
    assert printed(served, base)["refused"]


def test_a_long_body_is_not_read(served):
    assert served.request("POST", "/api/mailing/upload", b" " * (30 << 20), **served.own())[0] == 413
    assert served.request("POST", "/api/mailing/edit", b" " * (17 << 20), **served.own())[0] == 413


EDITS = [
    {"cells": [[0, 0, "x"]]}, {"cells": [[2, -1, "x"]]}, {"cells": [[2, 0]]}, {"cells": [[2, 0, 5]]}, {"cells": [[99_999, 0, "x"]]}, {"cells": "x"},
    {"cells": [[2, 0, "x" * 200_000]]}, {"cells": [[True, 0, "x"]]}, {"cells": [[2, 0, "\ud800"]]}, {"columns": [[99_999, "#"]]},
    {"rows": [[2, "yes"]]}, {"out": "../ra"}, {"out": "/ra"}, {"out": ""}, {"cells": [[2, 2_000, "x"]]},
]  # fmt: skip


@pytest.mark.parametrize("edit", EDITS, ids=range(len(EDITS)))
def test_an_edit_that_is_none_changes_nothing(served, base, edit):
    _, look = upload(served, b"don_vi.ten;tiep_nhan;qua_han\nx\xc3\xa3 A;1;2\n", "b.csv", base)
    status, _, body = served.request("POST", "/api/mailing/edit", json.dumps({"base": base, "version": look["version"], **edit}).encode(), **served.own())
    assert status == 422, body
    _, after = served.ask("mailing/start", base=base)
    assert (after["version"], after["table"]["rows"]) == (look["version"], look["table"]["rows"])


@pytest.mark.parametrize("path", ["start", "upload", "begin", "edit", "run", "progress", "cancel", "table", "zip"])
def test_the_door_is_before_every_route(served, base, path):
    body = json.dumps({"base": base, "version": 1, "name": "b.csv", "data": "", "province": ""}).encode()
    assert served.request("POST", f"/api/mailing/{path}", body, **served.own(notice_gen_key=None))[0] == 403
    assert served.request("POST", f"/api/mailing/{path}", body, **served.own(origin="http://evil.example"))[0] == 403
    assert served.ask(f"mailing/{path}", base="../x.toml", version=1, name="b.csv", data="", province="")[0] == 422
    assert served.ask(f"mailing/{path}", base="x.docx", version=1, name="b.csv", data="", province="")[0] == 422


def test_two_tabs_do_not_write_over_each_other(served, base):
    _, look = upload(served, b"don_vi.ten;tiep_nhan;qua_han\nx\xc3\xa3 A;1;2\n", "b.csv", base)
    assert served.ask("mailing/edit", base=base, version=look["version"], cells=[[2, 1, "5"]])[0] == 200
    assert served.ask("mailing/edit", base=base, version=look["version"], cells=[[2, 1, "6"]])[0] == 409
    assert served.ask("mailing/run", base=base, version=look["version"])[0] == 409
    assert served.ask("mailing/start", base=base)[1]["table"]["rows"] == [[2, "xã A", "5", "2"]]


def test_two_runs_at_once_into_one_folder(served, base):
    other = f"khac-{base}"
    (served.folder / other).write_text((served.folder / base).read_text("utf-8"), "utf-8")
    rows = "".join(f"thôn {n};{n};0\n" for n in range(1, 1_500)).encode()
    looks = {}
    for name in (base, other):
        upload(served, b"don_vi.ten;tiep_nhan;qua_han\n" + rows, "b.csv", name)
        looks[name] = served.ask("mailing/edit", base=name, version=served.ask("mailing/start", base=name)[1]["version"], out="chung-nhau")[1]
    assert served.ask("mailing/run", base=base, version=looks[base]["version"])[0] == 200
    assert served.ask("mailing/run", base=base, version=looks[base]["version"])[0] == 422  # it runs
    assert served.ask("mailing/edit", base=base, version=looks[base]["version"], cells=[[2, 1, "5"]])[0] == 409
    assert served.ask("mailing/run", base=other, version=looks[other]["version"])[0] == 200
    status, answer = 200, {"running": True}
    while status == 200 and answer["running"]:
        status, answer = served.ask("mailing/progress", base=other)
    assert status == 422, answer
    assert "khác đang ghi vào thư mục" in answer["problems"][0]["message"]
    done = printed(served, base)
    assert done["counts"] == {"written": 1_499}
    assert len(list((served.folder / "chung-nhau").glob("*.docx"))) == 1_499


def test_a_run_that_is_stopped_has_written_nothing_or_goes_on(served, base):
    rows = "".join(f"thôn {n};{n};0\n" for n in range(1, 2_000)).encode()
    _, look = upload(served, b"don_vi.ten;tiep_nhan;qua_han\n" + rows, "b.csv", base)
    _, look = served.ask("mailing/edit", base=base, version=look["version"], out="dung-lai")
    served.ask("mailing/run", base=base, version=look["version"])
    served.ask("mailing/cancel", base=base)
    done = printed(served, base)
    assert done["stopped"]
    assert len(list((served.folder / "dung-lai").glob("*.docx"))) < 1_999
    served.ask("mailing/run", base=base, version=look["version"])
    assert sum(printed(served, base)["counts"].values()) == 1_999
    assert len(list((served.folder / "dung-lai").glob("*.docx"))) == 1_999


def test_no_row_is_dropped_in_silence(served, base):
    csv = "Tên đơn vị;Tiếp nhận;Quá hạn\n(1);(2);(3)\nxã A;1;2\nxã B;;\nxã C;5;x\nxã D;7;8\nxã E;1;1\n"
    _, look = upload(served, csv.encode(), "b.csv", base)
    _, look = served.ask("mailing/edit", base=base, version=look["version"], rows=[[6, True]], cells=[[7, 0, ""], [7, 1, ""], [7, 2, ""]])
    plan = look["plan"]
    assert (plan["total"], plan["counts"], plan["left_out"], plan["silent"]) == (6, {"ready": 1, "refused": 2}, 1, [2, 7])
    assert {(one["row"], one["at"]) for one in plan["problems"] if one["level"] == "error"} == {(4, 0), (5, 2)}


def test_hidden_rows_are_asked_about_and_counted(served, base):
    book = openpyxl.Workbook()
    for row in (["Tên đơn vị", "Tiếp nhận", "Quá hạn"], ["xã A", 1, 2], ["xã B", 3, 4]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    out = io.BytesIO()
    book.save(out)
    _, look = upload(served, out.getvalue(), "b.xlsx", base)
    assert look["plan"]["refused"]
    _, look = served.ask("mailing/edit", base=base, version=look["version"], visible_only=True)
    assert (look["plan"]["counts"], look["plan"]["hidden"], look["plan"]["total"]) == ({"ready": 1}, [3], 2)


def test_rows_of_a_text_are_called_as_excel_calls_them(served, base):
    csv = 'Tên đơn vị;Tiếp nhận;"Quá\nhạn"\nxã A;1;"2"\n"xã\nB";1;1\n\nxã C;x;1\n'
    _, look = upload(served, csv.encode(), "b.csv", base)
    assert [row[0] for row in look["table"]["rows"]] == [2, 3, 5]
    assert (5, 1) in {(one["row"], one["at"]) for one in look["plan"]["problems"]}


def test_the_table_of_the_page_is_what_the_command_prints(served, base, tmp_path):
    """Downloaded and given to ``notice-gen batch``, it finds everything done already but for how the common file is named."""
    csv = "Đơn vị;Đã nhận;Quá hạn\nxã A;1.250;2\nxã B;9;x\n"
    _, look = upload(served, csv.encode(), "b.csv", base)
    _, look = served.ask("mailing/edit", base=base, version=look["version"], columns=[[1, "so_lieu.tiep_nhan"]], cells=[[3, 2, "4"]])
    assert look["plan"]["counts"] == {"ready": 2}
    _, made = served.ask("mailing/table", base=base)
    (tmp_path / "b.xlsx").write_bytes(made)
    table = notice_gen.DataTable(served.folder / base, made, "b.xlsx", {}, {}, frozenset())
    read = notice_gen.view_data(table)
    assert read.rows == ((2, ("xã A", "1250", "2")), (3, ("xã B", "9", "4")))
    again = notice_gen.mail(table, tmp_path / "ra")
    assert [(row.row, row.status) for row in again.rows] == [(2, "written"), (3, "written")]


@browser.needed()
@pytest.mark.slow
@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: make web")
def test_the_page_is_accessible_and_runs_under_its_own_policy(chrome, served, base):
    csv = f"Tên đơn vị;{HTML};Tiếp nhận;Quá hạn\n{HTML};x;1;y\nxã B;x;;4\n"
    upload(served, csv.encode(), "b.csv", base)
    address = json.loads(served.request("POST", "/instance", b"", **served.own())[2])["address"]
    for bypass in (False, True):
        with browser.page(chrome, address, bypass=bypass) as page:
            browser.go(page, "In hàng loạt")
            page.get_by_label("1. Tệp chung").select_option(base)
            page.get_by_text("Sửa các lỗi của cả bảng trước (1)").wait_for()
            assert page.locator(".mailing img").count() == 0
            assert page.locator(".heading").nth(1).inner_text() == HTML
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth") if bypass else True
            if bypass:
                page.add_script_tag(path=str(AXE))
                found = page.evaluate("axe.run()")["violations"]
                assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found if one["impact"] in {"serious", "critical"}] == []
        address = json.loads(served.request("POST", "/instance", b"", **served.own())[2])["address"]


@browser.needed()
@pytest.mark.slow
def test_what_is_wrong_with_the_common_file_is_said_once(chrome, served, base):
    text = (served.folder / base).read_text("utf-8").replace("ngay = 2026-03-05", 'so = "tu-dong"')
    (served.folder / base).write_text(text, "utf-8")
    upload(served, "don_vi.ten;tiep_nhan;qua_han\nxã A;1;2\nxã B;1;2\nxã C;1;x\n".encode(), "b.csv", base)
    address = json.loads(served.request("POST", "/instance", b"", **served.own())[2])["address"]
    with browser.page(chrome, address) as page:
        browser.go(page, "In hàng loạt")
        page.get_by_label("1. Tệp chung").select_option(base)
        page.locator(".problems li.error").nth(1).wait_for()
        said = page.locator(".problems li.error").all_inner_texts()
        assert len(said) == 2
        assert "3 hàng:" in said[0]
        assert "C4" in said[1]


def test_a_folder_that_cannot_be_used_is_said_and_another_can_be_named(served, base):
    (served.folder / "khong-dung").mkdir(exist_ok=True)
    (served.folder / "khong-dung" / "ket-qua.jsonl").mkdir(exist_ok=True)
    _, look = upload(served, "don_vi.ten;tiep_nhan;qua_han\nxã A;1;2\n".encode(), "b.csv", base)
    status, look = served.ask("mailing/edit", base=base, version=look["version"], out="khong-dung")
    assert (status, look["plan"]["refused"], len(look["plan"]["problems"])) == (200, True, 1)
    assert served.ask("mailing/run", base=base, version=look["version"])[0] == 200
    for _ in range(200):
        status, _ = served.ask("mailing/progress", base=base)
        if status == 422:
            break
        time.sleep(0.05)
    assert status == 422
    _, look = served.ask("mailing/edit", base=base, version=look["version"], out="dung-duoc")
    assert look["plan"]["counts"] == {"ready": 1}


def test_no_link_leads_out(served, base, tmp_path):
    (served.folder / "ra").symlink_to(tmp_path)
    _, look = upload(served, "don_vi.ten;tiep_nhan;qua_han\nxã A;1;2\n".encode(), "b.csv", base)
    assert served.ask("mailing/edit", base=base, version=look["version"], out="ra")[0] == 422
    assert served.ask("mailing/edit", base=base, version=look["version"], out="ra/trong")[0] == 422
    (served.folder / f"lk-{base}").symlink_to(served.folder / base)
    assert served.ask("mailing/start", base=f"lk-{base}")[0] == 422
    (served.folder / "ra").unlink()


def test_numbers_come_from_the_register_that_the_screen_was_started_with(folder, tmp_path):
    with notice_gen.open_register(tmp_path / "so.db", create=True):
        pass
    with screen(folder, tmp_path / "state", "--register", str(tmp_path / "so.db")) as one:
        one.enter()
        _, look = upload(one, "don_vi.ten;tiep_nhan;qua_han\nthôn A;1;2\nthôn B;3;4\n".encode(), "b.csv")
        one.ask("mailing/run", base="chung.toml", version=look["version"])
        assert printed(one)["counts"] == {"written": 2}
    with notice_gen.open_register(tmp_path / "so.db") as register:
        assert [line.so for line in register.entries()] == [1, 2]
    assert not (folder / "so-van-ban.db").exists()
