"""The counts as a report to the authority above: a findings file whose words the clerk edits and whose figures are filled in again.

What is filled in stands below a line ``# điền lại: …`` and ends with the next empty line; :func:`refreshed` puts new figures and tables
there and leaves every other word as it is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from notice_gen import blanks, vietnamese
from notice_gen.errors import N_, InputError, Problem
from notice_gen.follow import counting, issuer
from notice_gen.follow.counting import Figure, Stats
from notice_gen.follow.model import KET_QUA, LOAI, TON_TAI, YEU_CAU, KienNghi, TheoDoi, by_unit
from notice_gen.follow.states import CHUA_DEN_HAN, DA_BAO_CAO, DA_XONG, KHONG_HAN, QUA_HAN, SAP_DEN_HAN, Today

FILE = "bao-cao.toml"
MARK = "điền lại: "
_KINDS = {KET_QUA: "so_ket_qua", TON_TAI: "so_ton_tai", YEU_CAU: "so_yeu_cau", "": "so_chua_ghi_loai"}
_STATES = {
    DA_XONG: "so_hoan_thanh", DA_BAO_CAO: "so_da_bao_cao", QUA_HAN: "so_qua_han", SAP_DEN_HAN: "so_sap_den_han",
    CHUA_DEN_HAN: "so_chua_den_han", KHONG_HAN: "so_khong_ghi_han",
}  # fmt: skip
_SAID = {
    KET_QUA: "kết quả đạt được", TON_TAI: "tồn tại, hạn chế", YEU_CAU: "yêu cầu", "": "nội dung chưa phân loại",
    DA_XONG: "đã hoàn thành", DA_BAO_CAO: "đã có báo cáo, đang được xem xét", QUA_HAN: "đã quá hạn mà chưa có báo cáo",
    SAP_DEN_HAN: "sắp đến hạn", CHUA_DEN_HAN: "chưa đến hạn", KHONG_HAN: "không ghi thời hạn",
}  # fmt: skip
_FIGURES_SHOWN = 5  # columns of figures that fit on a page upright
_BARS, _KINDS_SHOWN = 20, 6  # rows of a table that are told apart at a glance when drawn, and columns that a chart can show
_OVERDUE = ("TT", "Đơn vị", "Nội dung", "Hạn")


def written(
    theo_doi: TheoDoi, today: Today, settings: Mapping[str, Any], kinh_gui: str, *, nam: int | None = None
) -> tuple[str, Stats]:  # fmt: skip
    """Return the findings file of a report on what counts, of the papers of a year or of all, and its counts.

    Raises InputError: there is no finding.
    """
    counted = counting.stats(theo_doi, today, nam=nam, labels=issuer.labels(settings))
    if not counted.tong:
        raise InputError(Problem(N_("Không có kiến nghị nào để báo cáo."), N_("Xem: notice-gen stats; có --year thì xem lại năm.")))
    late = counting.overdue((each for each in theo_doi.kien_nghi if nam is None or each.van_ban.nam == nam), today)
    return findings(counted, late, today, settings, kinh_gui), counted


def findings(counted: Stats, late: Sequence[KienNghi], today: Today, settings: Mapping[str, Any], kinh_gui: str) -> str:
    """Return the findings file of a report.

    Args: *late*: what is overdue, for the annex; *settings*: of the office; *kinh_gui*: whom it goes to; empty leaves a blank.
    """
    from notice_gen.back import writing

    year = f" năm {counted.nam}" if counted.nam else ""
    body: dict[str, Any] = {"so_lieu": figures(counted, late, today), "kiem_tra": _checks()}
    body["mo_dau"] = {"noi_dung": "{{ co_quan.ten }} báo cáo kết quả kiểm tra và tình hình thực hiện kiến nghị" + year + ", tính đến {{ tinh_den | ngay_day_du }}, như sau:"}  # noqa: E501
    body["muc"] = _sections(counted, late)
    body["ket_thuc"] = {"noi_dung": "Trên đây là báo cáo kết quả kiểm tra và tình hình thực hiện kiến nghị" + year + " của {{ co_quan.ten }}."}  # noqa: E501
    if late:
        body["phu_luc"] = [{"tieu_de": "Danh sách kiến nghị quá hạn, chưa có báo cáo", "ngang": True, "bang": [_late_table(late, today)]}]
    van_ban = {
        "ngay": today.today, "trich_yeu": "Kết quả kiểm tra và tình hình thực hiện kiến nghị" + year,
        "kinh_gui": [kinh_gui or blanks.AGENCY],
    }  # fmt: skip
    body["the_thuc"] = issuer.PAST
    tree = issuer.framed("bao-cao", body, settings, van_ban=van_ban, gui=["Lãnh đạo cơ quan"])
    notes: dict[writing.Path, Sequence[str]] = {("so_lieu",): (f"{MARK}số liệu",)}
    notes |= {("muc", n, "bang", 0): (f"{MARK}{name}",) for n, name in enumerate(_names(counted))}
    notes |= {("phu_luc", 0, "bang", 0): (f"{MARK}danh sách quá hạn",)} if late else {}
    top = (
        "Báo cáo làm từ sổ theo dõi kiến nghị. Sửa lời văn tùy ý; con số để nguyên trong {{ }} thì tự khớp với bảng.",
        f"Cập nhật số liệu, bảng (không đụng tới lời văn): notice-gen report -o {FILE} --refresh",
        "Dưới mỗi dòng “điền lại: …” tới dòng trống là chỗ chương trình điền; đừng sửa tay ở đó.",
    )
    return writing.document(tree, notes, top)


def figures(counted: Stats, late: Sequence[KienNghi], today: Today) -> dict[str, Any]:
    """Return the figures that the report's words name."""
    kinds = {kind: count for (kind,), count in counted.by("loai").items()}
    values: dict[str, Any] = {"tinh_den": today.today, "so_van_ban": len(counted.van_ban), "so_don_vi": len(counted.names("don_vi"))}
    values["tong_kien_nghi"] = counted.tong
    values |= {name: kinds.get(kind, 0) for kind, name in _KINDS.items()}
    values["phai_thuc_hien"] = sum(counted.trang_thai.values())
    values |= {name: counted.trang_thai.get(state, 0) for state, name in _STATES.items()}
    values["so_don_vi_qua_han"] = len({by_unit(each) for each in late})
    values |= {f"tong_{figure.ten}": figure.tong for figure in _summed(counted)}
    return values


def _summed(counted: Stats) -> list[Figure]:
    """Return the figures that a report can name: those that add up, and that the office calls by words."""
    return [figure for figure in counted.so_lieu if figure.tong is not None and figure.nhan][:_FIGURES_SHOWN]


def _checks() -> list[dict[str, Any]]:
    kinds, states = " + ".join(_KINDS.values()), " + ".join(_STATES.values())
    return [
        {"dieu_kien": f"tong_kien_nghi == {kinds}", "thong_bao": "Tổng số kiến nghị không bằng cộng các loại"},
        {"dieu_kien": f"phai_thuc_hien == {states}", "thong_bao": "Số kiến nghị phải thực hiện không bằng cộng các trạng thái"},
        {"khong_am": ["so_don_vi_qua_han"], "la_phan_cua": {"so_don_vi_qua_han": "so_don_vi"}},
    ]


def _names(counted: Stats) -> tuple[str, ...]:
    return ("bảng lĩnh vực", "bảng đơn vị", *(("bảng số liệu",) if _summed(counted) else ()))


def _sections(counted: Stats, late: Sequence[KienNghi]) -> list[dict[str, Any]]:
    kinds = [kind for (kind,) in counted.by("loai") if kind in _KINDS]
    parts = "; ".join(f"{{{{ {_KINDS[kind]} }}}} {_SAID[kind]}" for kind in kinds)
    made = "{{ co_quan.ten }} đã ban hành {{ so_van_ban }} văn bản với {{ tong_kien_nghi }} nội dung kết luận, kiến nghị đối với {{ so_don_vi }} đơn vị"  # noqa: E501
    of_fields = _drawn("Kiến nghị theo lĩnh vực và loại", _field_table(counted), 1)
    sections: list[dict[str, Any]] = [{"tieu_de": "Kết quả kiểm tra", "noi_dung": f"{made}, gồm: {parts}" if parts else made, **of_fields}]
    states = "; ".join(f"{_SAID[state]} {{{{ {_STATES[state]} }}}}" for state in _STATES if state in counted.trang_thai)
    done = " Tỷ lệ hoàn thành đạt {{ so_hoan_thanh | ty_le(phai_thuc_hien) }}." if DA_XONG in counted.trang_thai else ""
    waited = f"Trong {{{{ phai_thuc_hien }}}} nội dung phải thực hiện: {states}.{done}" if states else "Không có nội dung phải thực hiện."
    of_units = _drawn("Tình hình thực hiện kiến nghị của các đơn vị", _unit_table(counted), 2 if "bieu_do" in of_fields else 1)
    sections.append({"tieu_de": "Tình hình thực hiện kiến nghị", "noi_dung": waited, **of_units})
    for section in sections:
        named = section.pop("nhac_toi", "")
        section["noi_dung"] = section["noi_dung"].rstrip(".") + f"{named}."
    if _summed(counted):
        said = "; ".join(f"{_lowered(figure.nhan)} {{{{ tong_{figure.ten} }}}}" for figure in _summed(counted))
        sections.append({"tieu_de": "Số liệu của các đơn vị", "noi_dung": f"Cộng các đơn vị: {said}.", "bang": [_figure_table(counted)]})
    ahead = ["{{ co_quan.ten }} tiếp tục theo dõi, đôn đốc các đơn vị thực hiện các nội dung chưa hoàn thành."]
    if late:
        ahead.insert(0, "Còn {{ so_don_vi_qua_han }} đơn vị có nội dung quá hạn mà chưa báo cáo (Phụ lục kèm theo).")
    sections.append({"tieu_de": "Nhiệm vụ trong thời gian tới", "noi_dung": ahead})
    return sections


def _drawn(ten: str, table: Mapping[str, Any], number: int) -> dict[str, Any]:
    """Return a table, and where its rows are few enough to be told apart a chart of it, with what the text says of it (``nhac_toi``)."""
    heads = table["cot"][2:-1]
    if not (2 <= len(table["hang"]) <= _BARS and 1 <= len(heads) <= _KINDS_SHOWN):
        return {"bang": [table]}
    chart = {"kieu": "thanh-chong", "ten": ten, "don_vi_tinh": "nội dung", "tu_bang": {"cot": heads}}
    return {"bang": [table], "bieu_do": [chart], "nhac_toi": f" (Biểu đồ {number})"}


def _field_table(counted: Stats) -> dict[str, Any]:
    kinds, by = counted.names("loai"), counted.by("linh_vuc", "loai")
    rows = [[n, field, *(by.get((field, kind), 0) for kind in kinds), sum(by.get((field, kind), 0) for kind in kinds)]
            for n, field in enumerate(counted.names("linh_vuc"), start=1)]  # fmt: skip
    return {"tieu_de": "Kiến nghị theo lĩnh vực", "cot": ["TT", "Lĩnh vực", *(LOAI.get(kind, kind) for kind in kinds), "Cộng"], "hang": rows, "tong": True}  # noqa: E501


def _unit_table(counted: Stats) -> dict[str, Any]:
    states = [state for state in _STATES if state in counted.trang_thai]
    rows = [[n, unit, *(held.get(state, 0) for state in states), sum(held.values())]
            for n, (unit, held) in enumerate(counted.trang_thai_don_vi.items(), start=1)]  # fmt: skip
    heads = [state[0].upper() + state[1:] for state in states]
    return {"tieu_de": "Tình hình thực hiện theo đơn vị", "cot": ["TT", "Đơn vị", *heads, "Cộng"], "hang": rows or [[1, "Không có", 0]], "tong": True}  # noqa: E501


def _figure_table(counted: Stats) -> dict[str, Any]:
    shown = _summed(counted)
    of = [{row.don_vi: row.gia_tri for row in figure.don_vi} for figure in shown]
    units = [unit for unit in counted.names("don_vi") if any(unit in values for values in of)]
    units += [unit for values in of for unit in values if unit not in units]
    rows = [[n, unit, *(values.get(unit, "") for values in of)] for n, unit in enumerate(dict.fromkeys(units), start=1)]
    heads = [figure.nhan for figure in shown]
    return {"tieu_de": "Số liệu theo đơn vị", "cot": ["TT", "Đơn vị", *heads], "hang": rows, "tong": True}


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:] if len(text) > 1 and text[1].islower() else text


def nameless(counted: Stats) -> list[str]:
    """Return the figures that are left out of a report, as the office has no words for them."""
    return [figure.ten for figure in counted.so_lieu if not figure.nhan]


def _late_table(late: Sequence[KienNghi], today: Today) -> dict[str, Any]:
    rows = [
        [n, by_unit(each), f"{_plain(each.noi_dung)} ({_paper(each)})", _day(today.state(each).han)] for n, each in enumerate(late, start=1)
    ]  # fmt: skip
    return {"cot": list(_OVERDUE), "hang": rows, "rong": [1, 4, 12, 2]}


def _paper(each: KienNghi) -> str:
    paper = each.van_ban
    return f"văn bản số {paper.so_ky_hieu}" + (f" ngày {_day(paper.ngay)}" if paper.ngay else "")


def _day(day: date | None) -> str:
    return vietnamese.ngay(day) if day else ""


def _plain(text: str) -> str:
    """Return a finding's text as one that is printed as it is: no mark in it means anything."""
    line = " ".join(text.split())
    for mark in ("*", "_"):
        line = line.replace(mark, f"\\{mark}")
    return line.replace("{{", "{ {")


_BLOCK = re.compile(rf"^# {MARK}(?P<name>[^\n]*)\n(?P<block>(?:[^\n]+\n?)*)", re.MULTILINE)
_NAME = re.compile(r"^([A-Za-z0-9_\"]+)\s*=")


def refreshed(old: str, new: str) -> tuple[str, list[Problem]]:
    """Return a report's file with the figures and tables of another, every other word as it stands; and what had no place in it.

    Figures that the clerk added stay.
    """
    fresh = {found["name"].strip(): found["block"] for found in _BLOCK.finditer(new)}
    there: set[str] = set()

    def put(found: re.Match[str]) -> str:
        name = found["name"].strip()
        there.add(name)
        block = fresh.get(name)
        if block is None:
            return found[0]
        kept = _added(found["block"], block) if name == "số liệu" else ""
        end = "" if block.endswith("\n") or not found["block"].endswith("\n") else "\n"
        return f"# {MARK}{found['name']}\n{block}{end}{kept}"

    text = _BLOCK.sub(put, old)
    missing = [name for name in fresh if name not in there]
    message = N_("Báo cáo không có chỗ điền “{ten}”, nên phần đó không được cập nhật.")
    hint = N_("Cần phần đó thì làm báo cáo mới (-o tên khác) rồi chép đoạn ấy sang.")
    unsaid = N_("Lời văn chưa nhắc tới số liệu {ten} = {so}, vừa có.")
    say_it = N_("Thêm vào lời văn chỗ thích hợp: {{{{ {ten} }}}}")
    return text, [
        *(Problem(message, hint, {"ten": name}, level="warning") for name in missing),
        *(Problem(unsaid, say_it, {"ten": name, "so": count}, level="warning") for name, count in _unsaid(text)),
    ]


def _unsaid(text: str) -> list[tuple[str, int]]:
    """Return the counts of kinds and states, not zero, that the words of a report do not name."""
    tree = tomllib.loads(text)
    words = "".join(found[0] for found in re.finditer(r"\{\{.*?\}\}", text))
    figures = tree.get("so_lieu", {})
    counts = ((name, figures.get(name)) for name in (*_KINDS.values(), *_STATES.values()))
    return [(name, count) for name, count in counts if isinstance(count, int) and count and not re.search(rf"\b{name}\b", words)]


def _added(old: str, new: str) -> str:
    """Return the lines of the figures that are the clerk's own."""
    names = {found[1] for line in new.splitlines() if (found := _NAME.match(line))}
    return "".join(f"{line}\n" for line in old.splitlines() if (found := _NAME.match(line)) and found[1] not in names)


def is_report(text: str) -> bool:
    """Say whether a file is a report that can be filled in again."""
    try:
        return tomllib.loads(text).get("mau") == "bao-cao" and bool(_BLOCK.search(text))
    except tomllib.TOMLDecodeError:
        return False
