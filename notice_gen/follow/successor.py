"""When an issued paper was wrong: the paper that corrects, withdraws or replaces it, made from its findings (Điều 18 khoản 3).

What is wrong in its matter is replaced by a paper of the same type; what is wrong in its form is corrected by a letter (công văn).  The new
findings file names the old paper in ``[van_ban_truoc]``: when it is printed, the register links the two.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notice_gen import blanks, legal, reader, vietnamese
from notice_gen.errors import N_, InputError, Problem
from notice_gen.follow import issuer
from notice_gen.follow.model import DINH_CHINH, THAY_THE, THU_HOI
from notice_gen.reader.layers import table_of

if TYPE_CHECKING:
    from notice_gen.register import Entry

FILES = {DINH_CHINH: "dinh-chinh", THU_HOI: "thu-hoi", THAY_THE: "thay-the"}
_DECIDES = frozenset({"QĐ", "NQ"})
"""Types whose matter stands in articles."""


def findings(viec: str, entry: Entry, tree: Mapping[str, Any], settings: Mapping[str, Any], today: date, reason: str = "") -> str:
    """Return the findings file of the paper that does *viec* to an issued one.

    Args: *entry*: its line in the register; *tree*: its findings; *settings*: of the office; *reason*: why it is withdrawn or corrected;
    empty leaves a blank.
    """
    from notice_gen.back import writing

    cited = citation(entry)
    before = {"viec": viec, "so_ky_hieu": entry.so_ky_hieu, **({"ngay": entry.ngay} if entry.ngay else {})}
    make = {DINH_CHINH: _correcting, THU_HOI: _withdrawing, THAY_THE: _replacing}[viec]
    made = make(entry, tree, settings, today, cited, reason)
    made = {**made, "van_ban_truoc": before}
    top = {
        DINH_CHINH: "Công văn đính chính lỗi thể thức, kỹ thuật trình bày, thủ tục (Điều 18); sai nội dung thì dùng register replace.",
        THU_HOI: "Văn bản thu hồi. In ra (render) thì sổ ghi văn bản trước đã bị thu hồi, kiến nghị của nó thôi tính.",
        THAY_THE: "Văn bản thay thế, chép từ tệp nội dung của văn bản trước: sửa chỗ sai rồi in (render); kiến nghị tính theo văn bản này.",
    }[viec]  # fmt: skip
    return writing.document(_ordered(made), {}, (top, "Bảng [van_ban_truoc] để sổ ghi hai văn bản liền nhau; không in ra."))


def citation(entry: Entry) -> str:
    """Return how a paper is cited: type, number, day, agency, subject."""
    law = legal.law(entry.ngay or date(entry.nam, 1, 1))
    kind = law.loai.get(entry.loai)
    ten = "Công văn" if not entry.loai else kind.ten if kind else "Văn bản"
    day = f" {vietnamese.ngay_day_du(entry.ngay)}" if entry.ngay else ""
    subject = entry.trich_yeu.strip().removeprefix("V/v ").removeprefix("Về việc ").removeprefix("Về ")
    said = f" về {_lowered(subject)}" if subject else ""
    return f"{ten} số {entry.so_ky_hieu}{day} của {entry.co_quan}{said}"


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:] if len(text) > 1 and text[1].islower() else text


def _short(cited: str) -> str:
    return cited.partition(" của ")[0]


def _replacing(
    entry: Entry, tree: Mapping[str, Any], settings: Mapping[str, Any], today: date, cited: str, reason: str  # noqa: ARG001 - one shape
) -> dict[str, Any]:  # fmt: skip
    made = copy.deepcopy(dict(tree))
    van_ban = dict(table_of(made, "van_ban"))
    made["van_ban"] = {**van_ban, "so": "tu-dong", "ngay": today}
    named = f"{_kind(cited)} này thay thế {cited}."
    if entry.loai in _DECIDES and isinstance(made.get("muc"), list) and made["muc"]:
        made["muc"] = [*made["muc"][:-1], {"noi_dung": named}, made["muc"][-1]]
        return made
    ending = dict(table_of(made, "ket_thuc"))
    old = ending.get("noi_dung", ())
    lines = old.strip("\n").split("\n") if isinstance(old, str) else list(old)
    from notice_gen.back.writing import Text

    made["ket_thuc"] = {**ending, "noi_dung": Text([named, *(line for line in lines if line.strip())])}
    return made


def _kind(cited: str) -> str:
    return cited.partition(" số ")[0]


def _withdrawing(
    entry: Entry, tree: Mapping[str, Any], settings: Mapping[str, Any], today: date, cited: str, reason: str
) -> dict[str, Any]:  # fmt: skip
    why = {"ly_do": reason.strip().rstrip(".") or blanks.REASON}
    van_ban = {"so": "tu-dong", "ngay": today, "trich_yeu": f"Thu hồi {_short(cited)}"}
    gui = [str(one) for one in table_of(tree, "noi_nhan").get("gui", ())] or ["Các đơn vị đã nhận văn bản"]
    own = {key: tree[key] for key in ("don_vi",) if key in tree}
    if entry.loai in _DECIDES:
        opening = {key: value for key, value in table_of(tree, "mo_dau").items() if key in {"can_cu", "tham_quyen"}}
        articles = [{"noi_dung": f"Thu hồi {cited}; lý do: {{{{ ly_do }}}}."}, {"noi_dung": f"{_kind(cited)} này có hiệu lực kể từ ngày ký. Các đơn vị có liên quan chịu trách nhiệm thi hành."}]  # noqa: E501
        body = {**own, "so_lieu": why, "mo_dau": opening, "muc": articles}
        return issuer.framed(str(tree.get("mau", "quyet-dinh")), body, settings, van_ban=van_ban, gui=gui, like=tree)
    text = [
        f"{{{{ co_quan.ten }}}} thông báo thu hồi {cited}.",
        "Lý do thu hồi: {{ ly_do }}.",
        "Đề nghị các đơn vị đã nhận văn bản nêu trên gửi lại, không thực hiện theo văn bản đó.",
    ]  # fmt: skip
    from notice_gen.back.writing import Text

    body = {**own, "so_lieu": why, "mo_dau": {"noi_dung": Text(text)}}
    return issuer.framed("thong-bao", body, settings, van_ban=van_ban, gui=gui, like=tree)


def _correcting(
    entry: Entry, tree: Mapping[str, Any], settings: Mapping[str, Any], today: date, cited: str, reason: str  # noqa: ARG001 - one shape
) -> dict[str, Any]:  # fmt: skip
    from notice_gen.back.writing import Text

    why = f"Do {reason.strip().rstrip('.')}, " if reason.strip() else "Do sơ suất trong khâu soạn thảo, "
    text = [
        f"{{{{ co_quan.ten }}}} đã ban hành {cited}.",
        f"{why}{{{{ co_quan.ten }}}} đính chính văn bản nêu trên như sau:",
        "- Tại {{ cho_sai }}, đã in: “{{ da_in }}”;",
        "- Nay đính chính là: “{{ sua_la }}”.",
        "Các nội dung khác của văn bản giữ nguyên.",
    ]  # fmt: skip
    sent = [str(one) for one in table_of(tree, "noi_nhan").get("gui", ())]
    kinh_gui = table_of(tree, "van_ban").get("kinh_gui") or sent or [blanks.AGENCY]
    unit = str(table_of(tree, "van_ban").get("don_vi_soan", "VP"))
    van_ban = {"so": "tu-dong", "ngay": today, "don_vi_soan": unit, "trich_yeu": f"đính chính {_short(cited)}", "kinh_gui": kinh_gui}
    own = {key: tree[key] for key in ("don_vi",) if key in tree}
    wrong = {"cho_sai": blanks.WHERE, "da_in": blanks.WRONG, "sua_la": blanks.RIGHT}
    body = {**own, "so_lieu": wrong, "mo_dau": {"noi_dung": Text(text)}}
    return issuer.framed("cong-van", body, settings, van_ban=van_ban, gui=sent[:1] or ["Lãnh đạo cơ quan"], like=tree)


def _ordered(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Return a tree in the order of the page; what is none of the model's stays last."""
    from notice_gen.model import Notice, keys_of

    order = {name: n for n, name in enumerate(keys_of(Notice))}
    return dict(sorted(tree.items(), key=lambda item: order.get(item[0], len(order))))


def old_findings(entry: Entry, folder: Path | None, file: Path | None, data: Path | None) -> dict[str, Any]:
    """Return the tree of an issued paper's findings: of its own file, or of a common file and its row of the data.

    Args: *folder*: the register's, from which it names files; None for a server; *file*: where the file is now, if it was moved; *data*:
    the table of a mailing.
    Raises InputError: the file is not found or cannot be read, or the row of a mailing is not in the data.
    """
    path = file or _where(entry, folder)
    if path is None or not path.is_file():
        hint = N_("Ghi tệp nội dung của văn bản đó: --findings TỆP.toml")
        raise InputError(Problem(N_("Không thấy tệp nội dung “{tep}” của văn bản {so}."), hint, {"tep": entry.tep, "so": entry.so_ky_hieu}))
    layer = reader.parse(reader.load_findings(path), file=str(path))
    if layer.problems:
        raise InputError(layer.problems)
    tree = dict(layer.data)
    if not entry.hang:
        return tree
    return _with_row(tree, entry, path, data)


def _where(entry: Entry, folder: Path | None) -> Path | None:
    if entry.is_paper:
        return None
    tep = entry.tep if folder is not None else entry.tep.partition(":")[2] or entry.tep
    return (folder or Path()) / tep


def _with_row(tree: dict[str, Any], entry: Entry, path: Path, data: Path | None) -> dict[str, Any]:
    """Return the findings of one row of a mailing: its values in the place of the common file's."""
    from notice_gen import template_choice
    from notice_gen.batch.job import unit_of
    from notice_gen.reader import Layer

    if data is None:
        hint = N_("Ghi thêm bảng số liệu đã dùng: --data BẢNG.xlsx")
        raise InputError(Problem(N_("Văn bản {so} in hàng loạt từ “{tep}”; cần bảng số liệu để lấy lại hàng của “{hang}”."), hint, {"so": entry.so_ky_hieu, "tep": entry.tep, "hang": entry.hang}))  # noqa: E501
    office = reader.office_layer(path.parent)
    layers = [layer for layer in (office, Layer(str(path), "", tree)) if layer]
    base = reader.merge([template_choice.defaults(template_choice.template_of(layers)), *layers])
    row = next((row for row in reader.rows(data, base) if unit_of(row.layer.data) == entry.hang), None)
    if row is None:
        hint = N_("Ghi đúng bảng đã dùng để in văn bản đó, có hàng của đơn vị này.")
        raise InputError(Problem(N_("Bảng “{bang}” không có hàng của “{hang}”."), hint, {"bang": str(data), "hang": entry.hang}))
    if row.layer.problems:
        raise InputError(row.layer.problems)
    tree.pop("cot", None)  # what the columns of the table are called
    return reader.merge([Layer(str(path), "", tree), row.layer])
