"""Data brought up to date: bundles opened and judged, installed and left, what a hostile one cannot do."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from notice_gen import __version__, bundles, facts, installed, legal
from notice_gen.batch import job
from notice_gen.cli.main import run
from notice_gen.errors import InputError
from notice_gen.records import replace
from notice_gen.vietnamese import danh_muc, la_ngay_lam_viec
from tests.helpers.decrees import SECOND

DAY, SOURCE = date(2027, 1, 15), "Phòng thử"
HOLIDAYS = facts.text("ngay-nghi.toml").replace("2026-09-02, 2026-11-24,", "2026-09-02, 2026-11-23, 2026-11-24,").encode()
NEW_CITY = facts.text("tinh.toml").replace("[[len_thanh_pho]]", '[[len_thanh_pho]]\nma = "56"\nten = "Khánh Hòa"\ntu = 2027-01-01\nvan_ban = "1/2027/QH16"\n\n[[len_thanh_pho]]', 1).encode()
GOOD = {"ngay-nghi.toml": HOLIDAYS}


@pytest.fixture(autouse=True)
def _as_a_new_process():
    yield
    facts.use(None)
    bundles._forget()
    facts._InUse.looked = False


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("NOTICE_GEN_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def written(data=GOOD, ngay=DAY, nguon=SOURCE, name="goi.zip") -> Path:
    Path(name).write_bytes(bundles.bundle(ngay, nguon, data))
    return Path(name)


def again() -> None:
    """Look at the folder as the next process will."""
    facts.use(None)
    bundles._forget()
    facts._InUse.looked = False


def test_a_bundle_is_installed_used_and_left(here, capsys):
    assert facts.edition() == "2026-11-29"
    assert run(["data", "update", str(written())]) == 0
    assert "Đã cài dữ liệu ngày 15/01/2027, Phòng thử." in capsys.readouterr().out
    again()
    assert not la_ngay_lam_viec(date(2026, 11, 23))
    name = facts.edition()
    assert name.startswith("2027-01-15-")
    assert f"dữ liệu {name}" in job.kind()
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"notice-gen {__version__}\ndữ liệu {name}, Phòng thử\n"
    assert run(["data", "show"]) == 0
    shown = capsys.readouterr().out
    assert "* ngay-nghi.toml: lịch nghỉ đã công bố 2024-2026, tạm tính 2027-2030" in shown
    assert "  don-vi-tu-2025-07.txt: 3321 đơn vị cấp xã" in shown
    assert "    2026: Đề xuất nghỉ thứ Hai 23/11/2026" in shown
    assert sorted(path.name for path in here.iterdir()) == [name, "hien-hanh.json"]
    assert run(["data", "update", "--undo"]) == 0
    again()
    assert la_ngay_lam_viec(date(2026, 11, 23))
    assert facts.edition() == "2026-11-29"
    assert run(["data", "update", "--undo"]) == 3
    assert "Chưa cài bộ dữ liệu nào." in capsys.readouterr().err


def test_a_later_bundle_keeps_what_an_earlier_one_brought(here):
    bundles.install(written(), today=DAY)
    again()
    bundles.install(written({"tinh.toml": NEW_CITY}, date(2027, 2, 1)), today=DAY)
    again()
    assert facts.in_use().files.keys() == {"ngay-nghi.toml", "tinh.toml"}
    assert not la_ngay_lam_viec(date(2026, 11, 23))
    (unit, *_) = (unit for unit in danh_muc.read(danh_muc.SINCE).values() if unit.tinh.ma == "56")
    assert danh_muc.on(unit, date(2027, 1, 2)).tinh.ten == "thành phố Khánh Hòa"
    assert installed.undo()
    again()
    assert facts.edition().startswith("2027-01-15-")
    assert len(list(here.iterdir())) == 2


@pytest.mark.usefixtures("here")
def test_a_decree_may_come_with_data():
    bundles.install(written({"nghi-dinh-99-2027.toml": Path(SECOND).read_bytes()}), today=DAY)
    again()
    assert [Path(name).name for name in facts.decrees()] == ["nghi-dinh-30-2020.toml", "nghi-dinh-99-2027.toml"]
    assert len(legal.every()) == 2


@pytest.mark.parametrize(("data", "ngay", "said"), [
    (GOOD, date(2026, 11, 29), "Gói dữ liệu ngày 29/11/2026 không mới hơn dữ liệu đang dùng (ngày 29/11/2026)."),
    (GOOD, date(2062, 1, 15), "Gói dữ liệu ghi ngày 15/01/2062, quá xa hôm nay, chắc là nhầm."),
    ({"tu-ngu.toml": b"x = 1"}, DAY, "Gói dữ liệu không được có tệp này: tu-ngu.toml."),
    ({"../tinh.toml": NEW_CITY}, DAY, "Gói dữ liệu không được có tệp này: ../tinh.toml."),
    ({"/etc/tinh.toml": NEW_CITY}, DAY, "Gói dữ liệu không được có tệp này: /etc/tinh.toml."),
    ({"tinh.toml": b"x = "}, DAY, "tinh.toml trong gói dữ liệu không dùng được: không đúng cách viết TOML."),
    ({"tinh.toml": b"x = 1\ny = \n"}, DAY, "tinh.toml trong gói dữ liệu không dùng được: dòng 2 không đúng cách viết TOML."),
    ({"tinh.toml": b"\xff"}, DAY, "tinh.toml trong gói dữ liệu không dùng được: không phải chữ UTF-8."),
    ({"tinh.toml": b"x = 1"}, DAY, "tinh.toml trong gói dữ liệu không dùng được: thiếu “"),
    ({"don-vi-tu-2025-07.txt": b"# \n=01 Th\xc3\xa0nh ph\xe1\xbb\x91 H\xc3\xa0 N\xe1\xbb\x99i\n00004pBa \xc4\x90\xc3\xacnh\n"}, DAY, "don-vi-tu-2025-07.txt trong gói dữ liệu không dùng được: "),
    ({"ngay-nghi.toml": HOLIDAYS.replace(b"[nam.2026]", b"[nam.xx]")}, DAY, "ngay-nghi.toml trong gói dữ liệu không dùng được: có giá trị không đúng kiểu."),
    ({"ngay-nghi.toml": HOLIDAYS.replace(b"tet = 2027-02-06", b'tet = "x"')}, DAY, "ngay-nghi.toml trong gói dữ liệu không dùng được: có giá trị không đúng kiểu."),
    *[({"ngay-nghi.toml": HOLIDAYS.replace(b"2026-08-22]", f"2026-08-22, {day}]".encode())}, DAY, f"ngay-nghi.toml trong gói dữ liệu không dùng được: lam_bu {day}.") for day in ("2026-11-26", "2026-11-24")],
    ({"ngay-nghi.toml": HOLIDAYS[: HOLIDAYS.index(b"[nam.2026]")] + HOLIDAYS[HOLIDAYS.index(b"[nam.2027]") :]}, DAY, "ngay-nghi.toml trong gói dữ liệu không dùng được: thiếu năm 2026."),
    *[({"tinh.toml": NEW_CITY.replace(right.encode(), wrong.encode())}, DAY, f"tinh.toml trong gói dữ liệu không dùng được: {said}.") for right, wrong, said in (
        ('ma = "56"', 'ma = "99"', "99 Khánh Hòa"), ("Khánh Hòa", "Khánh Hào", "56 Khánh Hào"), ('"25270"', '"00000"', "00000"),
    )],
    ({"hieu-luc.toml": facts.text("hieu-luc.toml").replace('"77/2015/QH13"', '"77/2015"').encode()}, DAY, "hieu-luc.toml trong gói dữ liệu không dùng được: 77/2015."),
    ({"loi-chinh-ta.toml": facts.text("loi-chinh-ta.toml").replace('"bão đảm"', '"(a+)+b"').encode()}, DAY, "loi-chinh-ta.toml trong gói dữ liệu không dùng được: '+'."),
    ({"nghi-dinh-99-2027.toml": b'sua_doi = "1/1900"'}, DAY, "nghi-dinh-99-2027.toml trong gói dữ liệu không dùng được: "),
    ({"tinh.toml": b"#" * (installed.MOST_BYTES + 1)}, DAY, "Tệp tinh.toml của gói dữ liệu không phải tệp thường, có mật khẩu, hoặc quá lớn."),
])
def test_what_is_wrong_is_told_and_nothing_is_installed(data, ngay, said, here, capsys):
    assert run(["data", "update", str(written(data, ngay))]) == 3
    assert said in capsys.readouterr().err
    assert not here.exists()
    assert facts.edition() == "2026-11-29"


def changed(change) -> bytes:
    """A good bundle with its members changed by *change*, which takes and gives pairs of member and bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bundles.bundle(DAY, SOURCE, GOOD))) as old, zipfile.ZipFile(out, "w") as new:
        for info, data in change([(info, old.read(info)) for info in old.infolist()]):
            new.writestr(info, data)
    return out.getvalue()


def as_link(members):
    info = zipfile.ZipInfo("tinh.toml")
    info.external_attr = 0o120777 << 16
    return [*members, (info, b"/etc/passwd")]


@pytest.mark.parametrize(("bad", "said"), [
    (b"no zip", "Không đọc được gói dữ liệu “goi.zip”"),
    (b"", "Không đọc được gói dữ liệu “goi.zip”"),
    (b"x" * (5 << 20), "Gói dữ liệu “goi.zip” quá lớn."),
    (changed(lambda members: members[1:]), "Gói dữ liệu thiếu tệp du-lieu.toml."),
    (changed(lambda members: members[:1]), "Gói dữ liệu thiếu hoặc thừa tệp so với du-lieu.toml: ngay-nghi.toml."),
    (changed(lambda members: [members[0], (members[1][0], members[1][1] + b"\n")]), "ngay-nghi.toml trong gói dữ liệu khác mã SHA-256"),
    (changed(lambda members: [*members, (zipfile.ZipInfo("tinh.toml"), b"")]), "Gói dữ liệu thiếu hoặc thừa tệp so với du-lieu.toml: tinh.toml."),
    (changed(as_link), "Tệp tinh.toml của gói dữ liệu không phải tệp thường"),
    (changed(lambda members: [(members[0][0], members[0][1].replace(b"dinh_dang = 1", b"dinh_dang = 2")), members[1]]), "Gói dữ liệu có định dạng 2"),
    (changed(lambda members: [(members[0][0], b"x ="), members[1]]), "Không đọc được du-lieu.toml của gói dữ liệu"),
    (changed(lambda _: [(zipfile.ZipInfo(f"nghi-dinh-{n}-2027.toml"), b"") for n in range(1, 50)]), "Gói dữ liệu có quá nhiều tệp"),
])
def test_a_hostile_bundle_is_refused(bad, said, here, capsys):
    Path("goi.zip").write_bytes(bad)
    for command in ("check", "update"):
        assert run(["data", command, "goi.zip"]) == 3
        assert said in capsys.readouterr().err
    assert not here.exists()


def test_check_installs_nothing(here, capsys):
    assert run(["data", "check", str(written())]) == 0
    assert capsys.readouterr().out == "Gói dữ liệu ngày 15/01/2027, Phòng thử: dùng được, gồm ngay-nghi.toml.\n"
    assert run(["data", "check", str(written(ngay=date(2020, 1, 1)))]) == 1
    assert "không mới hơn dữ liệu đang dùng" in capsys.readouterr().err
    assert not here.exists()


def test_a_damaged_set_is_not_used_and_told(here, capsys):
    bundles.install(written(), today=DAY)
    (here / installed.history()[0] / "ngay-nghi.toml").write_bytes(b"x")
    again()
    assert facts.edition() == "2026-11-29"
    assert "SHA-256" in facts.trouble()
    Path("tot.toml").write_text((Path(__file__).parents[1] / "examples" / "cong-van.toml").read_text("utf-8"), "utf-8")
    run(["render", "tot.toml"])
    assert "Bộ dữ liệu cài thêm không đọc được, đang dùng dữ liệu kèm chương trình." in capsys.readouterr().err


@pytest.mark.parametrize("pointer", [b"", b"[]", b"{}", b'{"bo": 1}', b'{"bo": ["../../etc", 1]}', b"\xff"])
def test_a_strange_pointer_means_no_set(pointer, here):
    here.mkdir()
    (here / "hien-hanh.json").write_bytes(pointer)
    assert facts.edition() == "2026-11-29"


@pytest.mark.usefixtures("here")
def test_a_set_older_than_the_program_is_not_used(monkeypatch):
    bundles.install(written(), today=DAY)
    again()
    newer = replace(facts.shipped(), ngay=date(2027, 6, 1))
    monkeypatch.setattr(facts, "shipped", lambda: newer)
    assert facts.in_use() is None


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", [["render", "tot.toml", "--if-exists", "overwrite"], ["validate", "tot.toml"], ["check", "tot.docx"], ["check", "tot.docx", "--format", "json"]], ids=" ".join)
def test_a_paper_dated_after_the_data_is_told_once(command, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    text = (Path(__file__).parents[1] / "examples" / "cong-van.toml").read_text("utf-8")
    Path("tot.toml").write_text(text.replace("ngay = 2026-", "ngay = 2025-", 1), "utf-8")
    run(["render", "tot.toml", "-o", "tot.docx"])
    run(command)
    assert "chỉ nhắc một lần" not in capsys.readouterr().err
    monkeypatch.setattr(facts, "shipped", lambda: facts.Edition(date(2024, 1, 1), "kèm chương trình", facts.FOLDER, {}))
    told = []
    for _ in range(2):
        run(command)
        told.append("dữ liệu (đơn vị hành chính, ngày nghỉ, nghị định) biết đến ngày 01/01/2024" in capsys.readouterr().err)
    assert told == [True, False]


@pytest.mark.usefixtures("here")
def test_another_process_sees_the_same_data():
    bundles.install(written(), today=DAY)
    again()
    code = "from notice_gen.batch import job; print(job.kind())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == job.kind()


@pytest.mark.usefixtures("here")
def test_the_developers_tool_makes_what_check_takes(capsys):
    tool = Path(__file__).parents[1] / "tools" / "du_lieu.py"
    Path("ngay-nghi.toml").write_bytes(HOLIDAYS)
    subprocess.run([sys.executable, str(tool), "2027-01-15", "Phòng thử", "ngay-nghi.toml", "-o", "goi.zip"], check=True)
    assert run(["data", "check", "goi.zip"]) == 0
    assert run(["data", "show", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out.partition("\n")[2])["edition"] == "2026-11-29"


def test_every_file_that_may_come_is_one_of_ours_and_passes_its_own_check():
    names = (*installed.UNITS, *installed.WORDS, installed.HOLIDAYS, "nghi-dinh-30-2020.toml")
    data = {name: (facts.FOLDER / name).read_bytes() for name in names}
    made = installed.edition({installed.MANIFEST: bundles.manifest(DAY, SOURCE, data), **data}, facts.FOLDER)
    assert bundles.judged(data, made) == ()
    with pytest.raises(InputError):
        installed.stated(bundles.manifest(DAY, SOURCE, {"loi-go.toml": b""}))
