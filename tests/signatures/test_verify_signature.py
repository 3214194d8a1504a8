"""What signed PDFs say: who, when, intact, changed since; and files that nobody should open."""

from __future__ import annotations

import http.server
import io
import json
import random
import threading
import zlib
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from notice_gen.cli.main import run
from notice_gen.convert.pages import sheets
from notice_gen.signatures import judging, reading
from notice_gen.signatures.fields import with_fields
from notice_gen.signatures.lines import Area
from notice_gen.signatures.places import Place
from tests.helpers import signing
from tests.helpers.office import needs_writer

pytest.importorskip("pyhanko")
PLACES = (Place("chu_ky", "", 1, Area(100, 100, 150, 128)), Place("dau", "", 1, Area(80, 96, 116, 132)))
CHAIR, OFFICE = "Nguyễn Văn A", "UBND xã Bình Điền"


@pytest.fixture(scope="module")
def by():
    return signing.root()


@pytest.fixture(scope="module")
def bare():
    made = signing.paper("Ket luan kiem tra", "Trang hai")
    return with_fields(made, sheets(made), PLACES)


@pytest.fixture(scope="module")
def once(by, bare):
    return signing.signed(bare, "chu_ky", signing.soft(CHAIR, by))


@pytest.fixture(scope="module")
def twice(by, once):
    return signing.signed(once, "dau", signing.soft(OFFICE, by))


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch, by):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NOTICE_GEN_TRUST", raising=False)
    Path("goc.pem").write_bytes(signing.pem(by[1]))
    return tmp_path


def verified(pdf, capsys, *more, trust="goc.pem"):
    Path("a.pdf").write_bytes(pdf)
    code = run(["verify-signature", "a.pdf", *(["--trust", trust] if trust else []), *more])
    return code, capsys.readouterr()


def as_json(pdf, capsys, **how):
    code, said = verified(pdf, capsys, "--format", "json", **how)
    return code, json.loads(said.out)


# --- right ------------------------------------------------------------------------------------------------


def test_two_who_sign(twice, capsys):
    code, said = verified(twice, capsys)
    assert (code, said.out) == (0, "")
    for words in ("a.pdf: 2 chữ ký số.", f"1. {CHAIR}, Sở Nội vụ (ô “chu_ky”)", f"2. {OFFICE}, Sở Nội vụ (ô “dau”)", "Phần đã ký còn nguyên vẹn.",
                  "Sau chữ ký này có thêm 1 chữ ký.", "do Gốc thử cấp", "theo giờ máy của người ký", "sau khi ký không có gì bị sửa"):  # fmt: skip
        assert words in said.err
    assert "hợp lệ" not in said.err
    assert "Ô ký số còn trống" not in said.err


def test_as_json(once, capsys):
    code, said = as_json(once, capsys)
    assert code == 0
    [one] = said["signatures"]
    assert (said["right"], said["empty_fields"], one["field"], one["signer"]["name"], one["signer"]["organization"]) == (True, ["dau"], "chu_ky", CHAIR, "Sở Nội vụ")
    assert (one["intact"], one["covers"], one["changed"], one["trusted"], one["time_stamped"]) == (True, True, False, True, False)
    assert abs(datetime.fromisoformat(one["time"]) - signing.NOW) < timedelta(hours=1)


def test_roots_may_lie_in_a_folder_and_be_named_once_for_all(once, by, capsys, monkeypatch):
    from cryptography.hazmat.primitives.serialization import Encoding

    Path("goc").mkdir()
    Path("goc/khac.pem").write_bytes(signing.pem(signing.root("Khác")[1]))
    Path("goc/goc.cer").write_bytes(by[1].public_bytes(Encoding.DER))
    Path("goc/doc.txt").write_text("không phải", "utf-8")
    assert verified(once, capsys, trust="goc")[0] == 0
    monkeypatch.setenv("NOTICE_GEN_TRUST", "goc")
    assert verified(once, capsys, trust="")[0] == 0


def test_a_certificate_that_ended_since_was_good_when_it_was_used(bare, by, capsys):
    signer = signing.soft(CHAIR, by, since=timedelta(days=800), days=365)
    then, now = (signing.signed(bare, "chu_ky", signer, at=signing.NOW - timedelta(days=days)) for days in (600, 0))
    code, said = verified(then, capsys)
    assert code == 0
    assert "Chứng thư nay đã hết hạn." in said.err
    code, said = verified(now, capsys)
    assert code == 1
    assert "CHƯA TIN ĐƯỢC NGƯỜI KÝ" in said.err


@pytest.mark.parametrize("is_known", [True, False])
def test_a_time_stamp_says_the_time_when_it_leads_to_a_root(bare, by, capsys, is_known):
    from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

    clock = signing.soft("Dấu thời gian", by if is_known else signing.root("Khác"), is_stamp=True, is_rsa=True)
    at = signing.NOW - timedelta(days=3)
    stamper = DummyTimeStamper(clock.signing_cert, clock.signing_key, fixed_dt=at)
    code, said = verified(signing.signed(bare, "chu_ky", signing.soft(CHAIR, by), stamper=stamper), capsys)
    assert code == 0
    assert ("(theo dấu thời gian)" in said.err) == is_known
    if is_known:
        spoken = (at + timedelta(hours=7)).replace(tzinfo=None)
        assert f"{spoken:%H:%M:%S} {spoken.day:02}/{spoken.month:02}/{spoken.year}" in said.err


# --- not right --------------------------------------------------------------------------------------------


def test_one_byte_changed(once, capsys):
    """Anywhere in what was signed, the page's words and our fields among it."""
    at = [once.index(b"Ket luan"), once.index(b"/MediaBox[0 0 595 842]") + 14, once.index(b"(dau)") + 1, 5, len(once) - 8]
    signature = slice(once.index(b"/Contents <") + 11, once.index(b">", once.index(b"/Contents <") + 11))
    at.append(signature.start + 400)  # of the signer's certificate
    draw = random.Random(20)  # noqa: S311 - for a test
    at += [place for place in (draw.randrange(len(once)) for _ in range(20)) if not signature.start <= place < signature.stop]
    roots = [Path("goc.pem").read_bytes()]
    for place in at:
        try:
            found = judging.judged(once[:place] + bytes([once[place] ^ 1]) + once[place + 1 :], roots)["signatures"]
        except judging._RefusedError:
            continue
        assert not any(reading._signature(one).is_right for one in found), place
    code, said = verified(once[: at[0]] + b"k" + once[at[0] + 1 :], capsys)
    assert code == 1
    assert "KHÔNG NGUYÊN VẸN" in said.err
    assert "sau khi ký không có gì bị sửa" not in said.err


def test_without_a_root_nobody_knows_who_signed(once, capsys):
    code, said = verified(once, capsys, trust="")
    assert code == 1
    assert "thêm --trust" in said.err
    Path("khac.pem").write_bytes(signing.pem(signing.root("Gốc thử")[1]))  # of the same name
    code, said = verified(once, capsys, trust="khac.pem")
    assert code == 1
    assert "CHƯA TIN ĐƯỢC NGƯỜI KÝ" in said.err


def changed(pdf, number, body):
    """*pdf* with an object written anew behind it, as an editor of PDFs does."""
    start = len(pdf)
    before = pdf[pdf.rindex(b"startxref") + 10 :].split()[0]
    table = f"xref\n{number} 1\n{start:010} 00000 n \ntrailer\n<</Size 99/Root 1 0 R/Prev {before.decode()}>>\nstartxref\n"
    made = f"{number} 0 obj\n{body}\nendobj\n"
    return pdf + made.encode() + f"{table}{start + len(made)}\n%%EOF\n".encode()


def test_words_changed_since_are_told_by_their_page(once, twice, capsys):
    text = "BT /F 14 Tf 72 700 Td (Trang khac) Tj ET"
    for pdf in (once, twice):
        code, said = verified(changed(pdf, 7, f"<</Length {len(text)}>>stream\n{text}\nendstream"), capsys)
        assert code == 1
        assert "ĐÃ SỬA sau khi ký: chữ ở trang 2 không còn như lúc ký." in said.err
        assert "sau khi ký không có gì bị sửa" not in said.err


def test_something_drawn_since_is_told(once, capsys):
    text = "BT /F 14 Tf 72 700 Td (Ket luan kiem tra) Tj ET 10 10 99 99 re f"
    code, said = verified(changed(once, 5, f"<</Length {len(text)}>>stream\n{text}\nendstream"), capsys)
    assert code == 1
    assert "ĐÃ SỬA sau khi ký" in said.err


def test_a_page_signed_by_another_after_a_change_is_still_changed(once, by, capsys):
    text = "BT /F 14 Tf 72 700 Td (Trang khac) Tj ET"
    between = changed(once, 7, f"<</Length {len(text)}>>stream\n{text}\nendstream")
    code, said = as_json(signing.signed(between, "dau", signing.soft(OFFICE, by)), capsys)
    assert code == 1
    assert [one["right"] for one in said["signatures"]] == [False, True]
    assert [one["changed_pages"] for one in said["signatures"]] == [[2], []]


def test_who_was_revoked_is_told_where_the_file_says_it(bare, by, capsys):
    from asn1crypto import crl
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.validation.dss import DocumentSecurityStore

    signer = signing.soft(CHAIR, by, asked_at="http://127.0.0.1:9/thu-hoi")
    pdf = signing.signed(bare, "chu_ky", signer)
    known = crl.CertificateList.load(signing.revoked(by, signer.signing_cert.serial_number))
    out = io.BytesIO(pdf)
    writer = IncrementalPdfFileWriter(out)
    DocumentSecurityStore.supply_dss_in_writer(writer, sig_contents=None, crls=[known])
    written = io.BytesIO()
    writer.write(written)
    code, said = verified(written.getvalue(), capsys)
    assert code == 1
    assert "CHỨNG THƯ ĐÃ BỊ THU HỒI" in said.err


def test_a_pdf_that_nobody_signed(bare, capsys):
    code, said = verified(bare, capsys)
    assert code == 1
    assert "không có chữ ký số nào" in said.err
    assert "Ô ký số còn trống: chu_ky, dau." in said.err


def test_nothing_is_fetched(bare, by, capsys):
    asked = []

    class Listens(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

        def do_POST(self):
            asked.append(self.path)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listens)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    signer = signing.soft(CHAIR, by, asked_at=f"http://127.0.0.1:{server.server_port}/thu-hoi")
    try:
        assert verified(signing.signed(bare, "chu_ky", signer), capsys)[0] == 0
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []


# --- what nobody should open ------------------------------------------------------------------------------


def form(body, *more):
    """A PDF whose form is *body*."""
    pdf = signing.paper("a")
    for number, text in ((90, body), *more):
        pdf = changed(pdf, number, text)
    return changed(pdf, 1, "<</Type/Catalog/Pages 2 0 R/AcroForm 90 0 R>>")


def bomb():
    """A PDF whose table of objects is packed, and grows to 4 GB."""
    packer, data = zlib.compressobj(9), b"\0" * (1 << 24)
    packed = b"".join([packer.compress(data) for _ in range(256)]) + packer.flush()
    head = b"%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 2 1]/Size 999999999/Root 1 0 R/Filter/FlateDecode/Length " + str(len(packed)).encode()
    return head + b">>stream\n" + packed + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"


HOSTILE = {
    "nothing": lambda: b"",
    "text": lambda: b"khong phai PDF",
    "cut": lambda: signing.paper("a")[:200],
    "fields within themselves": lambda: form("<</Fields[91 0 R]>>", (91, "<</T(a)/Kids[91 0 R]>>")),
    "fields without end": lambda: form(f"<</Fields[{'91 0 R ' * 300_000}]>>", (91, "<</FT/Sig/T(a)>>")),
    "deep": lambda: form("[" * 200_000),
    "a signature that is none": lambda: form("<</Fields[91 0 R]>>", (91, "<</FT/Sig/T(a)/V<</Type/Sig/ByteRange[0 1 2 99999999999]/Contents<3000>>>>>")),
    "no numbers": lambda: form("<</Fields[91 0 R]>>", (91, "<</FT/Sig/T(a)/V<</Type/Sig/ByteRange(a)/Contents 7>>>>")),
    "bomb": bomb,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_words(capsys, name, monkeypatch):
    monkeypatch.setattr("notice_gen.signatures.reading._SECONDS", 60)
    code, said = verified(HOSTILE[name](), capsys)
    assert code in {1, 3}
    assert said.err
    assert "Traceback" not in said.err
    assert "ngoài dự kiến" not in said.err


def test_a_locked_file_is_told(capsys):
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import copy_into_new_writer

    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(signing.paper("a"))))
    writer.encrypt(owner_pass="a", user_pass="b")  # noqa: S106 - for a test
    out = io.BytesIO()
    writer.write(out)
    code, said = verified(out.getvalue(), capsys)
    assert code == 3
    assert "có mật khẩu" in said.err


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("goc.txt", b"khong phai", "không phải tệp chứng thư số"), ("goc.pem", b"-----BEGIN CERTIFICATE-----\nMAAw\n-----END CERTIFICATE-----\n", "không phải tệp chứng thư số"),
        ("khong-co.pem", None, "Không đọc được tệp chứng thư số này"), ("trong", "folder", "không có tệp chứng thư số nào"),
    ],
)  # fmt: skip
def test_roots_that_are_none(once, capsys, name, data, words):
    if data == "folder":
        Path(name).mkdir()
    elif data is not None:
        Path(name).write_bytes(data)
    code, said = verified(once, capsys, trust=name)
    assert code == 3
    assert words in said.err


def test_more_signatures_than_anybody_needs_are_counted(twice, by, monkeypatch):
    monkeypatch.setattr(judging, "_MOST", 1)
    found = judging.judged(twice, [signing.pem(by[1])])
    assert (len(found["signatures"]), found["left_out"]) == (1, 1)


# --- a token, and the pages that LibreOffice prints -------------------------------------------------------


@signing.needs_token
@needs_writer
@pytest.mark.slow
def test_a_token_signs_in_the_places_of_a_real_page(here, by, capsys, monkeypatch):
    examples = Path(__file__).parents[2] / "examples"
    assert run(["render", str(examples / "lien-tich.toml"), "-o", "kh.docx", "-q"]) == 0
    assert run(["pdf", "kh.docx", "--sign-places", "--pdf-a"]) == 0
    signing.new_token(here, monkeypatch)
    pdf = Path("kh.pdf").read_bytes()
    signed = signing.with_token("Trần Thị B", by, lambda signer: signing.signed(pdf, "chu_ky_1", signer))
    for field, name in (("dau_1", "Sở Tài chính"), ("chu_ky_2", CHAIR), ("dau_2", "Sở Nội vụ")):
        signed = signing.signed(signed, field, signing.soft(name, by))
    capsys.readouterr()
    code, said = as_json(signed, capsys)
    assert code == 0
    assert [(one["field"], one["signer"]["name"], one["right"]) for one in said["signatures"]] == [
        ("chu_ky_1", "Trần Thị B", True), ("dau_1", "Sở Tài chính", True), ("chu_ky_2", CHAIR, True), ("dau_2", "Sở Nội vụ", True),
    ]  # fmt: skip
    Path("kh.pdf").write_bytes(signed)
    assert run(["pdf", "kh.docx", "--sign-places", "--pdf-a"]) == 0  # what is signed stays
    assert Path("kh.pdf").read_bytes() == signed
    capsys.readouterr()
    place = signed.index(b"/Rect")
    code, said = as_json(signed[:place] + b"/Rfct" + signed[place + 5 :], capsys)
    assert code == 1
    assert not any(one["right"] for one in said["signatures"])
