"""A bundle of data, a zip that anybody may have made: opened within bounds, judged by the readers of the data, laid over what is in use.

What its SHA-256 prove is that each file is as it was when the bundle was made, not who made it: that is told by where it was got.
"""

from __future__ import annotations

import contextlib
import re
import stat
import sys
import tempfile
import tomllib
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from notice_gen import facts, installed, legal
from notice_gen.errors import N_, InputError, NoticeGenError, OutputError, Problem, Words, why_refused
from notice_gen.installed import GONE, HOLIDAYS, MANIFEST, MOST_BYTES, UNITS, WORDS, Edition
from notice_gen.records import replace
from notice_gen.vietnamese import danh_muc, dia_danh, loi_go, ngay_thang, ten_goi, tinh_thanh, viet_tat

_MOST_FILES = 40
_MOST_PACKED = 4 << 20  # bytes of a bundle
_FAR = 366  # days ahead of today
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
_NO_FACT = re.compile(r"[\\^$*+?{}\[\]|\x00-\x08\x0b-\x1f\x7f]")  # what a pattern is made of, and no name or word has
_LAW_NUMBER = re.compile(r"\d{1,3}/\d{4}/(?:QH\d\d|NĐ-CP)")
_SATURDAY = 5
_GROUPS = ("co_quan_rieng", "co_quan", "luat", "ngay_le", "dia_danh")
_PROBE = "Uỷ ban nhân dân xã, Sở nội vụ, bộ luật hình sự, ngày quốc khánh, các các xã, cũng cố; Quyết định số 12/QĐ-UBND của UBND tỉnh"

Files = Mapping[str, bytes]


def opened(path: Path) -> tuple[dict[str, bytes], Edition]:
    """Return the files of a bundle by name, its manifest among them, and the set that they are.  Raises InputError: it is none."""
    try:
        if path.stat().st_size > _MOST_PACKED:
            raise _refused(N_("Gói dữ liệu “{tep}” quá lớn."), tep=path.name)
        with zipfile.ZipFile(path) as archive:
            data = {info.filename: _member(archive, info) for info in _members(archive)}
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        message = N_("Không đọc được gói dữ liệu “{tep}”: không phải tệp .zip, bị cắt, hỏng hoặc không được phép đọc.")
        raise _refused(message, tep=path.name) from None
    return data, installed.edition(data, path)


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > _MOST_FILES or len({info.filename for info in members}) < len(members):
        raise _refused(N_("Gói dữ liệu có quá nhiều tệp, hoặc hai tệp cùng tên."))
    for info in members:
        name, mode = info.filename, info.external_attr >> 16
        if not (name == MANIFEST or installed.may_be(name)):
            raise _refused(N_("Gói dữ liệu không được có tệp này: {ten}."), ten=name)
        plain = not stat.S_IFMT(mode) or stat.S_ISREG(mode)
        if not plain or info.is_dir() or info.flag_bits & _ENCRYPTED or info.compress_type not in _METHODS or info.file_size > MOST_BYTES:
            raise _refused(N_("Tệp {ten} của gói dữ liệu không phải tệp thường, có mật khẩu, hoặc quá lớn."), ten=name)
    return members


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _refused(N_("Tệp {ten} của gói dữ liệu không phải tệp thường, có mật khẩu, hoặc quá lớn."), ten=info.filename)
    return data


def laid_over(data: Files, made: Edition) -> tuple[dict[str, bytes], Edition]:
    """Return the files of the installed set in use with those of a bundle in place of theirs, and the set that they are together."""
    below = facts.in_use()
    kept = {name: (below.folder / name).read_bytes() for name in below.files if name not in data} if below else {}
    whole = {**kept, **{name: content for name, content in data.items() if name != MANIFEST}}
    whole[MANIFEST] = manifest(made.ngay, made.nguon, whole)
    return whole, installed.edition(whole, made.folder)


def manifest(ngay: date, nguon: str, data: Files) -> bytes:
    """Return the manifest of a set: its date, who made it, and the SHA-256 of each file."""
    import hashlib

    lines = [f"dinh_dang = {installed.FORMAT}", f"ngay = {ngay.isoformat()}", f'nguon = "{nguon}"', "", "[tep]"]
    lines += [f'"{name}" = "{hashlib.sha256(data[name]).hexdigest()}"' for name in sorted(data) if name != MANIFEST]
    return ("\n".join(lines) + "\n").encode()


def out_of_time(made: Edition, today: date) -> Problem | None:
    """Return why a set does not take the place of what is in use: it is no newer, or its date is surely a slip."""
    using = facts.in_use() or facts.shipped()
    if (made.ngay - today).days > _FAR:
        message, hint = N_("Gói dữ liệu ghi ngày {ngay}, quá xa hôm nay, chắc là nhầm."), N_("Lấy lại gói dữ liệu từ nơi phát hành.")
        return Problem(message, hint, {"ngay": ngay_thang.ngay(made.ngay)})
    if made.ngay > using.ngay:
        return None
    message = N_("Gói dữ liệu ngày {ngay} không mới hơn dữ liệu đang dùng (ngày {dang_dung}).")
    hint = N_("Không cần cập nhật. Muốn quay về dữ liệu trước đó: notice-gen data update --undo.")
    return Problem(message, hint, {"ngay": ngay_thang.ngay(made.ngay), "dang_dung": ngay_thang.ngay(using.ngay)})


def judged(data: Files, made: Edition) -> tuple[Problem, ...]:
    """Return what is wrong with the files of a set, each read by what reads it when papers are made."""
    problems = [problem for name in made.files if (problem := _of_text(name, data[name]))]
    if problems:
        return tuple(problems)
    with tempfile.TemporaryDirectory(prefix="notice-gen-") as folder:
        for name in made.files:
            (Path(folder) / name).write_bytes(data[name])
        before = facts.in_use()
        least, years = _counted(), {*facts.table(HOLIDAYS)["nam"]}
        with _in_place(replace(made, folder=Path(folder)), before):
            for belongs, reader in _READERS:
                if names := ", ".join(filter(belongs, made.files)):
                    problems += _read(names, reader)
            problems = problems or [_wrong(name, f"{now} < {least[name]}") for name, now in _counted().items() if now * 2 < least[name]]
            if not problems and (lost := years.difference(facts.table(HOLIDAYS)["nam"])):
                problems = [_wrong(HOLIDAYS, Words(N_("thiếu năm {cac_nam}"), cac_nam=", ".join(sorted(lost))))]
    return tuple(problems)


@contextlib.contextmanager
def _in_place(made: Edition, before: Edition | None) -> Iterator[None]:
    """Have a set hold for a while: what was read of another is forgotten before and after."""
    facts.use(made)
    _forget()
    try:
        yield
    finally:
        facts.use(before)
        _forget()


def _forget() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("notice_gen."):
            for thing in list(vars(module).values()):
                if callable(clear := getattr(thing, "cache_clear", None)):
                    clear()


def _of_text(name: str, data: bytes) -> Problem | None:
    """Return why a file is no text of facts: no UTF-8, no TOML, signs of patterns in what should be names and words."""
    try:
        text = data.decode("utf-8")
        said = list(_texts(tomllib.loads(text))) if name.endswith(".toml") else [line.removeprefix("? ") for line in text.splitlines()]
    except (ValueError, RecursionError) as error:
        return _wrong(name, _said(error))
    sign = next((found[0] for line in said if not line.startswith("#") and (found := _NO_FACT.search(line))), None)
    return _wrong(name, repr(sign)) if sign else None


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _read(names: str, reader: Callable[[], None]) -> Iterator[Problem]:
    try:
        reader()
    except NoticeGenError as error:
        yield from error.problems
    except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError, re.error) as error:
        yield _wrong(names, _said(error))


class _NoFactError(ValueError):
    """What a file says and cannot be, as it says it."""


def _said(error: Exception) -> str:
    """Return in a clerk's words why a file cannot be read: what Python says of it is English."""
    if isinstance(error, _NoFactError):
        return str(error)
    if isinstance(error, UnicodeDecodeError):
        return Words(N_("không phải chữ UTF-8"))
    if isinstance(error, tomllib.TOMLDecodeError):
        at = re.search(r"line (\d+)", str(error))
        return Words(N_("dòng {dong} không đúng cách viết TOML"), dong=at[1]) if at else Words(N_("không đúng cách viết TOML"))
    if isinstance(error, KeyError) and error.args:
        return Words(N_("thiếu “{khoa}”"), khoa=error.args[0])
    return Words(N_("có giá trị không đúng kiểu"))


def _units() -> None:
    for name in (danh_muc.BEFORE, danh_muc.SINCE):
        for unit in danh_muc.read(name).values():
            own = unit.ten_rieng
            if not (re.fullmatch(r"\d{5}", unit.ma) and re.fullmatch(r"\d\d", unit.tinh.ma) and own and own.strip() == own):
                raise _NoFactError(f"{unit.ma} {unit.ten_rieng}")
    changes = danh_muc.changes()
    days = [changes["biet_tu"], changes["biet_den"], changes["hai_cap_tu"]]
    days += [change[key] for table, key in (("len_thanh_pho", "tu"), ("len_phuong", "tu"), ("ten_cu", "den")) for change in changes[table]]
    _are_listed(changes)
    for day in days:
        for unit in danh_muc.units(day).values():
            danh_muc.on(unit, day)
        for tinh in ("Đồng Nai", "Thừa Thiên Huế", "Bình Thuận"):
            tinh_thanh.goi_sai(f"UBND tỉnh {tinh}", day)


def _are_listed(changes: Mapping[str, Any]) -> None:
    """Raise _NoFactError: a change is of no unit of the list, which a slip in a code or a name makes a change that is never seen."""
    listed = danh_muc.read(danh_muc.SINCE)
    provinces = {(unit.tinh.ma, unit.tinh.ten_rieng) for unit in listed.values()}
    wrong = [f"{change['ma']} {change['ten']}" for change in changes["len_thanh_pho"] if (change["ma"], change["ten"]) not in provinces]
    wrong += [ma for change in changes["len_phuong"] for ma in change["ma"] if ma not in listed]
    if wrong:
        raise _NoFactError(", ".join(wrong))


def _holidays() -> None:
    for nam in facts.table(HOLIDAYS)["nam"]:
        year = ngay_thang.lich_nghi(int(nam))
        if any(type(day) is not date or day.year != int(nam) for day in (*year.nghi, *year.lam_bu)):
            raise _NoFactError(nam)
        # Who is off on a working day, or makes up for it on one, has another day in mind.
        if wrong := {day for day in year.lam_bu if day.weekday() < _SATURDAY or day in year.nghi}:
            raise _NoFactError(f"lam_bu {', '.join(day.isoformat() for day in sorted(wrong))}")


def _gone() -> None:
    table = facts.table(GONE)
    for row in (*table["luat"], *table["nghi_dinh"]):
        if not _LAW_NUMBER.fullmatch(row["so"]):
            raise _NoFactError(row["so"])
        if type(row["tu"]) is not date or not all(isinstance(row[key], str) and row[key].strip() for key in ("so", "thay", "nguon")):
            raise _NoFactError(row["so"])
        if "ten" in row and not (isinstance(row["ten"], str) and row["ten"] and type(row["nam"]) is int):
            raise _NoFactError(row["so"])
        if type(row.get("ngay", row["tu"])) is not date:
            raise _NoFactError(row["so"])


def _words() -> None:
    list(ten_goi.sai_chu_hoa(_PROBE, *_GROUPS))  # type: ignore[arg-type]  # the groups that there are
    for row in loi_go.cac_dong():
        list(loi_go.tim(row, _PROBE))
    for group in ("co_quan", "don_vi"):
        viet_tat.bang_viet_tat(group)
    dia_danh.giu_danh_tu("Quang Trung")


def _laws() -> None:
    for law in legal.every():
        legal.law(law.hieu_luc)
    viet_tat.cac_loai()


_READERS: tuple[tuple[Callable[[str], bool], Callable[[], None]], ...] = (
    (UNITS.__contains__, _units), (HOLIDAYS.__eq__, _holidays), (GONE.__eq__, _gone),
    (WORDS.__contains__, _words), (installed.is_law, _laws),
)


def _counted() -> dict[str, int]:
    """Return of each file how much it says: a bundle that says half of it is a file cut short."""
    lists = {name: len(danh_muc.read(name)) for name in (danh_muc.BEFORE, danh_muc.SINCE)}
    lists |= {HOLIDAYS: len(facts.table(HOLIDAYS)["nam"]), GONE: _rows_of_gone()}
    return {**lists, **{name: len(facts.text(name).splitlines()) for name in WORDS}}


def _rows_of_gone() -> int:
    return len(facts.table(GONE)["luat"]) + len(facts.table(GONE)["nghi_dinh"])


def counts() -> dict[str, dict[str, int | str]]:
    """Return what the data in use say, for people: units, years of holidays, words, decrees."""
    changes, years = danh_muc.changes(), facts.table(HOLIDAYS)["nam"]
    official = [nam for nam, year in years.items() if "nghi" in year]
    return {
        danh_muc.SINCE: {"don_vi": len(danh_muc.read(danh_muc.SINCE))}, danh_muc.BEFORE: {"don_vi": len(danh_muc.read(danh_muc.BEFORE))},
        "tinh.toml": {"biet_den": changes["biet_den"].isoformat(), "lan_doi": len(changes["len_thanh_pho"]) + len(changes["len_phuong"])},
        HOLIDAYS: {"chinh_thuc": f"{min(official)}-{max(official)}", "tam_tinh": f"{int(max(official)) + 1}-{max(years)}"},
        **{name: {"dong": sum(not line.startswith("#") for line in facts.text(name).splitlines())} for name in WORDS},
        GONE: {"dong": _rows_of_gone()},
        **{Path(law).name: {"hieu_luc": facts.file(law)["hieu_luc"].isoformat()} for law in facts.decrees()},
    }


def install(path: Path, *, today: date) -> Edition:
    """Judge a bundle and have it hold.  Raises InputError: nothing is changed, with every problem; OutputError: it cannot be written."""
    data, made = laid_over(*opened(path))
    if problems := [problem for problem in (out_of_time(made, today),) if problem] or judged(data, made):
        raise InputError(problems)
    try:
        installed.install(data, made)
    except OSError as error:
        message = N_("Không ghi được dữ liệu vào “{thu_muc}”: {loi}.")
        hint = N_("Chọn thư mục khác bằng biến NOTICE_GEN_DATA; chưa có gì thay đổi.")
        raise OutputError(Problem(message, hint, {"thu_muc": installed.folder(), "loi": why_refused(error)})) from None
    return made


def bundle(ngay: date, nguon: str, data: Files) -> bytes:
    """Return a bundle of files by name, the same bytes for the same."""
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {MANIFEST: manifest(ngay, nguon, data), **dict(sorted(data.items()))}.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _wrong(name: str, why: object) -> Problem:
    message, hint = N_("{ten} trong gói dữ liệu không dùng được: {loi}."), N_("Lấy lại gói dữ liệu từ nơi phát hành; chưa có gì thay đổi.")
    return Problem(message, hint, {"ten": name, "loi": why})


def _refused(message: str, **values: object) -> InputError:
    return InputError(Problem(message, N_("Lấy lại gói dữ liệu từ nơi phát hành; chưa có gì thay đổi."), values))
