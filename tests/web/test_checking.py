"""The check page's routes: what a page of the screen asks, and what nobody should get out of them."""

from __future__ import annotations

import base64
import json

import pytest

import notice_gen
from notice_gen.convert import find
from tests.web import papers
from tests.web.started import screen

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")

PAGES = pytest.mark.skipif(find() is None, reason="LibreOffice is not installed")
ROUTES = ["check", "check/files", "check/open", "check/pages", "check/mend"]


def sent(data: bytes) -> str:
    return base64.b64encode(data).decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    outside = tmp_path_factory.mktemp("ngoai")
    (outside / "bi-mat.docx").write_bytes(papers.right())
    here = tmp_path_factory.mktemp("thu-muc")
    (here / "sai.docx").write_bytes(papers.faulty())
    (here / "cu").mkdir()
    (here / "cu" / "notice-gen.toml").write_text('[the_thuc]\nbo_qua = ["TR02"]\n', "utf-8")
    (here / "cu" / "sai.docx").write_bytes(papers.faulty())
    (here / "~$sai.docx").write_bytes(b"")
    (here / "tb.toml").write_text("phien_ban = 1\n", "utf-8")
    (here / "lien-ket.docx").symlink_to(outside / "bi-mat.docx")
    return here


@pytest.fixture(scope="module")
def running(folder, tmp_path_factory):
    with screen(folder, tmp_path_factory.mktemp("state")) as one:
        yield one.enter()


def before(folder):
    return sorted((str(path), path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*"))


def test_a_file_is_judged_as_the_library_judges_it(running, folder):
    was = before(folder)
    data = papers.faulty()
    status, answer = running.ask("check", data=sent(data), file="sai.docx")
    assert status == 200
    assert answer["report"] == json.loads(json.dumps(notice_gen.check_docx(data, level="gợi ý").as_dict("vi")))
    assert {"TR02", "DC02"} <= {fault["code"] for fault in answer["report"]["faults"]}
    assert [one["text"] for one in answer["paragraphs"]] == [one.text for one in notice_gen.paragraphs(data)]
    assert (answer["kind"], answer["docx"]) == ("", None)
    assert before(folder) == was


def test_the_settings_of_a_files_own_folder_hold(running):
    for name, waived in (("sai.docx", {}), ("cu/sai.docx", {"TR02": 1})):
        data = running.ask("check/open", name=name)[1]["data"]
        _, answer = running.ask("check", data=data, file=name, name=name)
        assert answer["report"]["waived"] == waived


def test_word_files_of_the_folder_alone_are_listed_and_opened(running, folder):
    assert running.ask("check/files")[1]["files"] == ["cu/sai.docx", "sai.docx"]
    assert base64.b64decode(running.ask("check/open", name="sai.docx")[1]["data"]) == (folder / "sai.docx").read_bytes()
    for name in ("tb.toml", "lien-ket.docx", "../ngoai0/bi-mat.docx", "/etc/passwd", "C:\\x.docx", "", "khong-co.docx", "cu"):
        status, answer = running.ask("check/open", name=name)
        assert status == 422, name
        assert answer["problems"]
    for name in ("../ngoai0/x.docx", "/etc/x.docx", "lien-ket.docx"):
        assert running.ask("check", data=sent(papers.right()), file="x", name=name)[0] == 422


def test_one_fault_is_mended_and_nothing_else(running, folder):
    was, data = before(folder), papers.faulty()
    faults = running.ask("check", data=sent(data), file="x")[1]["report"]["faults"]
    one = next(fault for fault in faults if fault["code"] == "DC02")
    only = [[one["code"], one["part"], one["paragraph"], one["section"] or 0]]
    _, answer = running.ask("check/mend", data=sent(data), only=only)
    there = [(fault["code"], fault["paragraph"]) for fault in faults]
    left = [(fault["code"], fault["paragraph"]) for fault in answer["report"]["faults"]]
    assert left == [fault for fault in there if fault != ("DC02", one["paragraph"])]
    assert {(fault["code"], fault["paragraph"]) for fault in answer["mended"]} == {("DC02", one["paragraph"])}
    texts = [[p.text for p in notice_gen.paragraphs(docx)] for docx in (data, base64.b64decode(answer["docx"]))]
    assert [n + 1 for n, (old, new) in enumerate(zip(*texts, strict=True)) if old != new] == [one["paragraph"]]
    assert before(folder) == was


def test_all_faults_are_mended_and_none(running):
    data = papers.faulty()
    _, every = running.ask("check/mend", data=sent(data), only=None)
    assert every["report"]["faults"] == []
    _, none = running.ask("check/mend", data=sent(data), only=[])
    assert base64.b64decode(none["docx"]) == data
    assert none["mended"] == []


def test_comments_in_the_language_of_the_page(running):
    _, answer = running.ask("check/mend", data=sent(papers.faulty()), only=[["TR02", "", 0, 1]], comments=True)
    assert "TR02" not in {fault["code"] for fault in answer["report"]["faults"]}
    comments = papers.zipfile.ZipFile(papers.io.BytesIO(base64.b64decode(answer["docx"]))).read("word/comments.xml").decode()
    assert "DC02" in comments
    assert "TR02" not in comments


@PAGES
def test_the_pages_as_they_are_printed_and_where_paragraphs_stand(running):
    pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")
    data = papers.faulty()
    status, answer = running.ask("check/pages", data=sent(data))
    assert status == 200
    assert all(base64.b64decode(page).startswith(b"\x89PNG") for page in answer["pages"])
    assert len(answer["pages"]) >= 2
    there = {one.text: box for one, box in zip(notice_gen.paragraphs(data), answer["boxes"], strict=True) if box}
    motto = next(box for text, box in there.items() if text.startswith("Độc lập"))
    title = next(box for text, box in there.items() if text == "THÔNG BÁO")
    assert motto[0] == title[0] == 1
    assert motto[1] > 0.3 > motto[2]  # at the right, at the top
    assert motto[2] < title[2] < 0.5
    lost = [one.text for one, box in zip(notice_gen.paragraphs(data), answer["boxes"], strict=True) if not box and len(one.text) > 20]
    assert lost == []


@PAGES
def test_a_paper_of_another_program_is_read_through_libreoffice(running):
    rtf = rb"{\rtf1\ansi C\u7897?ng h\u242?a x\u227? h\u7897?i ch\u7911? ngh\u297?a Vi\u7879?t Nam\par}"
    status, answer = running.ask("check", data=sent(rtf), file="a.rtf")
    assert (status, answer["kind"]) == (200, ".rtf")
    assert base64.b64decode(answer["docx"]).startswith(b"PK")
    assert answer["paragraphs"][0]["text"].startswith("Cộng hòa")


HOSTILE = {
    "nothing": b"", "rubbish": b"abc", "half a file": papers.right()[:3000], "a bomb": papers.bomb(),
    "an entity": papers.changed(papers.right(), lambda xml: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + xml.replace("<w:t>", "<w:t>&x;", 1)),
    "no word in it": papers.changed(papers.right(), lambda _: "<a/>"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("route", ["check", "check/pages", "check/mend"])
def test_what_means_harm_is_refused_in_words(route, what, running):
    status, answer = running.ask(route, data=sent(HOSTILE[what]), file="x.docx", only=None)
    assert status == 422
    assert answer["problems"][0]["message"]
    assert "root:" not in json.dumps(answer)
    assert running.ask("check/files")[0] == 200


@pytest.mark.parametrize(
    "asked",
    [
        {}, {"data": 1}, {"data": "%%%"}, {"data": "é"}, {"data": None}, {"data": sent(b"PK"), "only": "TR02"}, {"data": sent(b"PK"), "only": [1]},
        {"data": sent(b"PK"), "only": [["TR02", "", 0]]}, {"data": sent(b"PK"), "only": [["TR02", "", 0, True]]},
        {"data": sent(b"PK"), "only": [[["TR02"], "", 0, 0]]},
    ],
)  # fmt: skip
def test_a_request_that_is_none_is_refused(asked, running):
    assert running.ask("check/mend", **asked)[0] == 422
    assert running.ask("check", **asked)[0] == 422


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("without", ["cookie", "notice_gen_key"])
def test_without_cookie_or_key_nothing_is_answered(route, without, running):
    body = json.dumps({"data": sent(papers.right()), "file": "x", "name": "sai.docx"}).encode()
    assert running.request("POST", f"/api/{route}", body, **running.own(**{without: None}))[0] == 403
    assert running.request("POST", f"/api/{route}", body, **running.own(origin="http://evil.example"))[0] == 403
    assert running.request("GET", f"/api/{route}", **running.own())[0] == 405


def test_an_upload_beyond_the_bound_is_refused(running):
    assert running.ask("check", data="A" * (43 << 20), file="x")[0] == 413
    status, answer = running.ask("check", data="A" * ((30 << 20) // 3 * 4 + 4), file="x")
    assert status == 422
    assert "30" in answer["problems"][0]["message"]
    assert running.ask("check/open", name="x" * 300 + ".docx")[0] == 422
    assert running.ask("check/files")[0] == 200


def test_names_and_texts_with_html_come_back_as_texts(running):
    name = "<img src=x onerror=alert(1)>.docx"
    data = papers.changed(papers.faulty(), lambda xml: xml.replace("THÔNG BÁO", "&lt;script&gt;alert(1)&lt;/script&gt;", 1))
    status, headers, body = running.request("POST", "/api/check", json.dumps({"data": sent(data), "file": name}).encode(), **running.own())
    assert status == 200
    assert headers["content-type"] == "application/json"
    assert headers["x-content-type-options"] == "nosniff"
    assert any("<script>" in one["text"] for one in json.loads(body)["paragraphs"])
