"""Papers that lie in the folder already: whose they are, and which bear the same number."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen.errors import N_, OutputError, Problem, unwaived
from notice_gen.office.notices import Findings, Numbered, Outcome
from notice_gen.records import replace

if TYPE_CHECKING:
    from notice_gen.files import IfExists


def is_earlier(old: bytes, new: bytes, made_from: Findings, path: Path, if_exists: IfExists) -> bool:
    """Say whether the paper *old* at *path* is an untouched print of the same findings file and year as *new*.

    Raises OutputError: it is a paper of another year, or the print of another findings file, and *if_exists* does not say what to do then.
    """
    from notice_gen import render

    if if_exists == "fail":
        of_its_year(old, new, path)
        of_a_number(old, path)
        mark = render.other_source(old, new)
        if mark is not None and render.year(old) == render.year(new):
            raise OutputError(_of_number(_other_source(mark, made_from, path), old))
    return made_from.data is None and render.is_earlier(old, new)


def of_a_number(old: bytes, path: Path) -> None:
    """Check that *old* is no paper with a number but our own untouched print: it may have gone out.  Raises OutputError: it is."""
    from notice_gen import render

    if not render.is_untouched(old) and (number := render.number(old)):
        message = N_("Tệp “{tep}” mang số {so} và đã được sửa (hoặc do chương trình khác ghi ra), nên không ghi đè.")
        hint = N_("Đã ban hành thì giữ tệp này: sai thì ra văn bản đính chính, thay thế (notice-gen register correct {so}, replace {so}). "
                  "Chưa ban hành thì nhận chỗ sửa về tệp nội dung bằng notice-gen take-edits, hoặc in sang tên khác: "
                  "--if-exists rename.")  # fmt: skip
        raise OutputError(Problem(message, hint, {"tep": path, "so": number}))


def of_its_year(old: bytes, new: bytes, path: Path) -> None:
    """Check that *old*, if it is a paper of ours, also one changed since, is of the year of *new*.  Raises OutputError: it is not."""
    from notice_gen import render

    years = (render.year(old), render.year(new)) if render.is_printed(old) else ("", "")
    if all(years) and years[0] != years[1]:
        raise OutputError(_other_year(years, path))


def _other_year(years: tuple[str, str], path: Path) -> Problem:
    return Problem(
        N_("Tệp “{tep}” là văn bản của năm {nam_kia}, văn bản này của năm {nam}, nên không ghi đè."),
        N_("Mỗi năm nên một thư mục: thêm -o rồi tên một thư mục khác đã có; ghi cạnh văn bản năm {nam_kia} thì thêm --if-exists rename; "
           "chỉ là sửa năm gõ nhầm thì chuyển tệp cũ đi rồi in lại."), {"tep": path, "nam_kia": years[0], "nam": years[1]},
    )  # fmt: skip


def _of_number(problem: Problem, old: bytes) -> Problem:
    """Return why the paper *old* is not replaced; of one that bears a number nothing says how it is written over: it may have gone out."""
    from notice_gen import render

    if not (number := render.number(old)):
        return problem
    hint = N_("Tệp đó mang số {so}: đã ban hành thì giữ. Văn bản này là văn bản khác thì sửa so, ky_hieu hoặc don_vi.ten, hay ghi sang "
              "chỗ khác bằng -o; chưa ban hành mà bỏ thì tự xóa, hoặc chuyển tệp đó đi, rồi in lại.")  # fmt: skip
    return replace(problem, hint=hint, values={**problem.values, "so": number})


def _other_source(mark: str, made_from: Findings, path: Path) -> Problem:
    """Return why a paper is not replaced by another; the other findings file is named if it is still beside this one."""
    from notice_gen import render

    beside = [] if not mark else [file.name for file in sorted(made_from.folder.glob("*.toml")) if render.mark(file.name) == mark]
    values = {"tep": path, "nguon": Path(made_from.file).name, "nguon_kia": beside[0] if beside else ""}
    if made_from.data is not None:
        return Problem(
            N_("Tệp “{tep}” đã có một văn bản khác, in lúc trước; không biết có phải cùng một nội dung nên không ghi đè."),
            N_("Ghi sang chỗ khác bằng -o, hoặc thêm --if-exists overwrite nếu đúng là bản cũ của văn bản này."), values,
        )  # fmt: skip
    if beside:
        return Problem(
            N_("Tệp “{tep}” là văn bản in từ “{nguon_kia}”, không phải từ “{nguon}”, nên không ghi đè."),
            N_("Nếu hai tệp là hai văn bản thì sửa so, ky_hieu hoặc don_vi.ten của một tệp, hoặc ghi sang chỗ khác bằng -o; "
               "nếu “{nguon}” thay cho “{nguon_kia}” thì thêm --if-exists overwrite."), values,
        )  # fmt: skip
    return Problem(
        N_("Tệp “{tep}” là văn bản in từ một tệp nội dung khác “{nguon}”, nay không còn hoặc đã đổi tên, nên không ghi đè."),
        N_("Nếu chỉ là đổi tên tệp nội dung thành “{nguon}” thì thêm --if-exists overwrite; nếu là văn bản khác thì sửa so, ky_hieu "
           "hoặc don_vi.ten, hay ghi sang chỗ khác bằng -o."), values,
    )  # fmt: skip


def with_twins(numbered: Numbered, target: Callable[[Outcome], Path]) -> list[Outcome]:
    """Return the outcomes, with a warning where a number stands on another paper of the folder, too, that no register gave it.

    Args: *numbered*: the notices of a run; *target*: gives the path that each is to be written to.
    """
    from notice_gen import reader

    after = list(numbered.outcomes)
    seen: dict[tuple[Path, str, int], Outcome] = {}
    for index, outcome in enumerate(numbered.outcomes):
        van_ban, path = outcome.notice.notice.van_ban, target(outcome)
        if not isinstance(van_ban.so, int):
            continue
        label, known = outcome.notice.context.page.van_ban.so_ky_hieu.strip(), index in numbered.keys
        other = outcome if known else seen.setdefault((path.parent, label, van_ban.ngay.year if van_ban.ngay else 0), outcome)
        if twin := _twin(outcome, path, label, known=known) if other is outcome else other.file:
            doubt = _doubt(known, {"so": label, "tran": van_ban.so, "tep_kia": twin, "dieu": outcome.notice.context.law.dieu["so_van_ban"]})
            located = reader.locate(unwaived([doubt], outcome.notice.notice.the_thuc.bo_qua), outcome.notice.layers)
            after[index] = Outcome(outcome.findings, outcome.issued, (*outcome.problems, *located), outcome.exit_code)
    return after


def _doubt(known: bool, values: dict[str, object]) -> Problem:
    """Return the warning of a number on two papers; *known*: the register gave it to this one."""
    message = N_("Số {so} đã có ở “{tep_kia}” cùng thư mục, cùng năm; mỗi số chỉ cho một văn bản ({dieu}).")
    hint = N_("Sửa so ở một trong hai, hoặc ghi so = \"tu-dong\" để lấy số từ sổ.")
    if known:
        message = N_("Số {so} trong sổ là của văn bản này, mà “{tep_kia}” cùng thư mục, cùng năm, cũng mang số ấy; mỗi số chỉ cho một văn bản ({dieu}).")  # noqa: E501
        hint = N_("“{tep_kia}” đã ban hành thì hủy số này, notice-gen register void {tran} --reason \"…\", rồi in lại để lấy số khác; không dùng nữa thì xóa tệp ấy.")  # noqa: E501
    return Problem(message, hint, values, ("van_ban", "so"), level="warning", code="so_trung_trong_thu_muc")


def _twin(outcome: Outcome, path: Path, label: str, *, known: bool) -> str:
    """Return the name of another paper in the folder of *path* that bears its number and year by its usual name; empty for none.

    Where all types of the office share one row of numbers, as its register or its settings say, papers of other types count too.
    """
    from notice_gen import files, render, vietnamese

    notice, docx = outcome.notice.notice, outcome.notice.docx
    said = known or any(layer.data.get("so_van_ban", {}).get("day_so") for layer in outcome.notice.layers)
    one_row, agency = said and notice.so_van_ban.day_so == "chung", vietnamese.slug(notice.co_quan.viet_tat)
    head, own = vietnamese.slug_ky_hieu(label.partition("/")[0] if one_row else label), path.stem
    for other in sorted(path.parent.glob(f"{head}*.docx")):
        rest = other.stem.removeprefix(head)
        if rest[:1] not in {"", "-", " "} or other.stem.startswith(own) or files.is_link(other):
            continue
        if one_row and f"-{agency}-" not in f"{rest}-":
            continue
        with contextlib.suppress(OSError, ValueError):
            bytes_ = files.read(other)
            if render.year(bytes_) == render.year(docx) and render.source(bytes_) != render.mark(outcome.file):
                return other.name
    return ""
