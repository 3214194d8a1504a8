"""One letter to each unit that has something overdue and has not answered: rows for the batch engine, over the office's own findings file.

Which units, and what each of them owes, is worked out as the letters are made; the file says all other words.  What is overdue goes where
a line of the file says ``{{ don_vi.viec_qua_han }}``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notice_gen import reader, vietnamese
from notice_gen.errors import N_, InputError, Problem
from notice_gen.follow import issuer
from notice_gen.follow.listing import Line
from notice_gen.follow.model import alphabetical
from notice_gen.follow.states import QUA_HAN
from notice_gen.reader import Layer
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.batch.source import Given

MARK = "{{ don_vi.viec_qua_han }}"
"""Stands alone in a line, where the overdue findings of the unit go."""

FILE = "nhac-viec.toml"
_PLACES = ("mo_dau", "ket_thuc")


@record
class Owing:
    """A unit and what it owes."""

    don_vi: str
    ma: str
    lines: tuple[Line, ...]


def owing(found: Iterable[Line]) -> tuple[list[Owing], list[Problem]]:
    """Return the units that have something overdue and not answered, in the order of their names; and what cannot be sent to anybody."""
    units: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in found:
        if line.trang_thai.ten == QUA_HAN:
            units[line.kien_nghi.ma_don_vi, line.kien_nghi.don_vi].append(line)
    nobody = [line for (ma, don_vi), several in units.items() if not (ma or don_vi) for line in several]
    problems = [
        Problem(N_("Kiến nghị quá hạn [{ma}] của văn bản {so} không ghi đơn vị nên không nhắc được ai."),
                N_("Ghi [don_vi] ten trong tệp nội dung của văn bản đó rồi in lại."),
                {"ma": line.kien_nghi.ten, "so": line.kien_nghi.van_ban.so_ky_hieu}, level="warning")
        for line in nobody
    ]  # fmt: skip
    known = [Owing(don_vi, ma, tuple(several)) for (ma, don_vi), several in units.items() if ma or don_vi]
    return sorted(known, key=lambda one: (alphabetical(one.don_vi), one.ma)), problems


def starter(settings: Mapping[str, Any], today: date) -> str:
    """Return a findings file for the letters, to be made the office's own."""
    from notice_gen.back import writing

    han = _in_days(today, 7)
    body: dict[str, Any] = {
        "don_vi": {"ten": "xã (ghi tên xã)", "viec_qua_han": "Danh sách việc quá hạn của đơn vị, chương trình điền khi in"},
        "so_lieu": {"so_viec_qua_han": 1, "tinh_den": today, "han_bao_cao": han},
        "mo_dau": {"noi_dung": writing.Text([
            "Qua theo dõi việc thực hiện các kết luận, kiến nghị, đến {{ tinh_den | ngay_day_du }}, Ủy ban nhân dân {{ don_vi.ten }} còn {{ so_viec_qua_han }} nội dung đã quá thời hạn thực hiện mà {{ co_quan.ten }} chưa nhận được báo cáo kết quả:",  # noqa: E501
            f"- {MARK}",
            "{{ co_quan.ten }} đề nghị Ủy ban nhân dân {{ don_vi.ten }} khẩn trương thực hiện và gửi báo cáo kết quả về {{ co_quan.ten }} trước {{ han_bao_cao | ngay_day_du }}.",  # noqa: E501
        ])},
        "the_thuc": issuer.PAST,
    }  # fmt: skip
    van_ban = {
        "so": "tu-dong", "ngay": today, "don_vi_soan": "VP", "trich_yeu": "đôn đốc thực hiện các nội dung đã quá thời hạn",
        "kinh_gui": ["Ủy ban nhân dân {{ don_vi.ten }}"],
    }  # fmt: skip
    tree = issuer.framed("cong-van", body, settings, van_ban=van_ban, gui=["Lãnh đạo cơ quan (để b/c)"])
    top = (
        "Công văn nhắc việc: mỗi đơn vị có việc quá hạn, chưa báo cáo nhận một công văn, số lấy từ sổ.",
        f"Sửa lời văn cho hợp cơ quan, rồi in: notice-gen follow remind {FILE}",
        f"Dòng “- {MARK}” được thay bằng các việc quá hạn của từng đơn vị, mỗi việc một dòng; so_viec_qua_han, tinh_den cũng tự điền.",
        "Mỗi đợt nhắc một tệp riêng (chép tệp này, đổi tên, đổi ngày): một tệp, một đơn vị là một văn bản, một số.",
    )
    notes: writing.Notes = {("van_ban", "don_vi_soan"): ("Đơn vị soạn thảo hoặc lĩnh vực: ký hiệu là UBND-VP.",)}
    return writing.document(tree, notes, top)


def _in_days(today: date, days: int) -> date:
    from notice_gen.vietnamese.ngay_thang import han_sau

    try:
        return han_sau(today, days, lam_viec=True)
    except ValueError:
        return han_sau(today, days)


def given(file: Path, units: Sequence[Owing], today: date) -> Given:
    """Return the office's file and a row for each unit, as the batch engine takes them.

    Raises InputError: the file cannot be read, or has no place for what is overdue.
    """
    from notice_gen.batch.source import Given

    office, common = reader.office_layer(file.parent), reader.parse(reader.load_findings(file), file=str(file))
    layers = tuple(layer for layer in (office, common) if layer)
    return Given(layers, lambda base: _rows(base, str(file), units, today))


def _rows(base: Mapping[str, Any], file: str, units: Sequence[Owing], today: date) -> reader.Rows:
    path, lines, dash = _marked(base)

    def made() -> Iterable[reader.Row]:
        for n, one in enumerate(units, start=1):
            said = [f"{dash}{_said(line)}{';' if m < len(one.lines) else '.'}" for m, line in enumerate(one.lines, start=1)]
            text = [piece for each in lines for piece in (said if _is_mark(each) else [each])]
            unit = {"ma": one.ma} if one.ma else {"ten": one.don_vi}
            figures = {"so_viec_qua_han": len(one.lines), "tinh_den": today}
            data: dict[Any, Any] = {"don_vi": unit, "so_lieu": {name: figures[name] for name in figures if name in base.get("so_lieu", ())}}
            table = data
            for step in path[:-1]:
                table = table.setdefault(step, {})
            table[path[-1]] = text
            yield reader.Row(one.don_vi or one.ma, n, Layer(file, "", data))

    return reader.Rows(iter(made()))


def _is_mark(line: str) -> bool:
    return line.strip().removeprefix("-").removeprefix("+").strip().rstrip(";.") == MARK


def _marked(base: Mapping[str, Any]) -> tuple[tuple[Any, ...], list[str], str]:
    """Return where the text stands in which the mark is, its lines, and how the marked line begins."""
    for path, text in _texts(base):
        lines = text.split("\n") if isinstance(text, str) else [str(each) for each in text or ()]
        marked = next((line for line in lines if _is_mark(line)), None)
        if marked is not None:
            return path, lines, "- " if marked.strip().startswith(("-", "+")) else ""
    message = N_("Tệp nhắc việc không có dòng nào để điền các việc quá hạn.")
    hint = N_("Thêm vào noi_dung của [mo_dau] (hoặc của một [[muc]]) một dòng riêng: - {{{{ don_vi.viec_qua_han }}}}")
    raise InputError(Problem(message, hint, {}, ("mo_dau",)))


def _texts(base: Mapping[str, Any]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield the texts of a findings file in which the mark may be, and where they stand."""
    sections = base.get("muc")
    places = [((name,), base.get(name)) for name in _PLACES]
    places += [(("muc", n), muc) for n, muc in enumerate(sections if isinstance(sections, list) else ())]  # type: ignore[misc]  # longer
    for path, table in places:
        if isinstance(table, Mapping):
            yield (*path, "noi_dung"), table.get("noi_dung")


def _said(line: Line) -> str:
    """Return an overdue finding as an item of the letter; what it says is printed as it is, no mark in it means anything."""
    each, (_, han) = line.kien_nghi, line.trang_thai
    text = " ".join(each.noi_dung.split()).rstrip(" .;:")
    for mark in ("\\", "*", "_"):
        text = text.replace(mark, f"\\{mark}" if mark != "\\" else mark)
    text = text.replace("{{", "{ {")
    paper = f"văn bản số {each.van_ban.so_ky_hieu}" + (f" ngày {vietnamese.ngay(each.van_ban.ngay)}" if each.van_ban.ngay else "")
    return f"{text} ({paper}" + (f"; hạn {vietnamese.ngay(han)})" if han else ")")


def printed_before(entries: Iterable[Any], tep: str, ngay: date | None) -> Problem | None:
    """Return why a file that other letters were made of cannot be taken again: one file and one unit is one paper, one number.

    *entries*: the register's lines; *tep*: how it names the file; *ngay*: the day of the letters now.
    """
    before = next((entry for entry in entries if entry.tep == tep and entry.trang_thai == "đã cấp" and entry.ngay != ngay), None)
    if before is None:
        return None
    message = N_("Tệp này đã in công văn nhắc việc ngày {ngay} ({so}); in lại sẽ thay lời văn của công văn đã gửi.")
    hint = N_("Chép tệp sang tên khác cho đợt này (ví dụ nhac-viec-2.toml), đổi ngày trong đó, rồi chạy lại với tệp mới.")
    return Problem(message, hint, {"ngay": vietnamese.ngay(before.ngay) if before.ngay else "", "so": before.so_ky_hieu})
