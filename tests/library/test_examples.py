"""The two programs of ``examples/``: a web service, and a DataFrame."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pandas as pd
import pytest
from fastapi.testclient import TestClient

import notice_gen

EXAMPLES = Path(__file__).parents[2] / "examples"
FINDINGS = json.loads(json.dumps(tomllib.loads((EXAMPLES / "findings.toml").read_text("utf-8")), default=str))


def program(name):
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def client():
    with TestClient(program("fastapi_app").app) as client:
        yield client


def test_a_notice_is_printed_from_json(client):
    answer = client.post("/van-ban", json=FINDINGS)
    assert answer.status_code == 200
    assert answer.content == notice_gen.make(EXAMPLES / "findings.toml").docx
    assert answer.headers["content-disposition"] == 'attachment; filename="1286-tb-ubnd-xa-binh-dien.docx"'


def test_what_is_refused_is_said_in_either_language(client):
    wrong = FINDINGS | {"phien_bam": 1}
    for lang, begins in (("vi", "Không có khóa"), ("en", "There is no key")):
        answer = client.post("/van-ban", params={"lang": lang}, json=wrong)
        assert answer.status_code == 422
        [problem] = answer.json()["problems"]
        assert problem["message"].startswith(begins)
        assert problem["path"] == ["phien_bam"]


def test_an_upload_is_checked(client):
    document = notice_gen.make(EXAMPLES / "findings.toml")
    answer = client.post("/kiem-tra", files={"file": (document.name, document.docx)})
    assert answer.json()["status"] == "clean"
    answer = client.post("/kiem-tra", params={"lang": "en"}, files={"file": ("a.docx", b"%PDF-1.7")})
    assert answer.status_code == 422
    assert "PDF" in answer.json()["problems"][0]["message"]


def test_a_batch_from_a_data_frame(tmp_path):
    frame = pd.DataFrame({"don_vi.ten": ["xã Một", "xã Hai", "xã Ba"], "van_ban.so": [7, 8, 9], "so_lieu.tiep_nhan": [1250, None, 3]})
    done = program("pandas_batch").print_all(frame, tmp_path / "ra")
    assert list(done["ket_qua"]) == ["written", "refused", "refused"]
    assert next(iter(done["tep"])) == "07-tb-ubnd-xa-mot.docx"
    assert "Chưa điền tiep_nhan" in done["loi"][1]
    assert "tiep_nhan = 03" in done["loi"][2]


@pytest.mark.slow
def test_it_runs_as_a_program(tmp_path):
    (tmp_path / "a.csv").write_text("don_vi.ten,van_ban.so\nxã Một,7\n", "utf-8")
    command = [sys.executable, "-W", "error", str(EXAMPLES / "pandas_batch.py"), "a.csv", "ra"]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.splitlines()[1].startswith("xã Một,7,07-tb-ubnd-xa-mot.docx,written,")
