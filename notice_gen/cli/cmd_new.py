"""``notice-gen new``: a commented findings file to start from, which renders at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen.cli import options, report
from notice_gen.cli.work import today
from notice_gen.errors import N_, NoticeGenError, Say

if TYPE_CHECKING:
    from notice_gen.reader import Layer


@options.command(
    N_("Tạo tệp kết quả mới để điền."), N_("Tạo tệp kết quả mới cho MẪU, có chú thích từng chỗ cần điền; in thử được ngay."),
    options.mau, options.output, options.if_exists,
)  # fmt: skip
def new(say: Say, mau: str, out: str | None, if_exists: str) -> int:
    """Return the exit code after writing the starter file of *mau*."""
    from notice_gen import reader, templates

    if out != options.STREAM:
        options.check_suffix(out, ".toml", say)
    text = templates.sample(mau)
    path, _ = options.target(None if out == options.STREAM else out, f"{mau}.toml")
    office = reader.office_layer(path.parent)
    remark = ""
    if office and not office.problems:  # else the next command says what is wrong there
        text, remark = _over(text, path.parent, office)
    # The sample names the command that prints it.
    text = text.replace(f"notice-gen render {mau}.toml", f"notice-gen render {options.typed(Path(path.name))}", 1)
    code = options.put(text, out, f"{mau}.toml", if_exists, say)
    if office and remark:
        report.note(say(remark).format(tep=report.visible(office.file)))
    return code


def _over(sample: str, folder: Path, office: Layer) -> tuple[str, str]:
    """Return the starter file that follows the office's settings, and a remark on it; the sample when it is of another kind of agency."""
    from notice_gen import profile
    from notice_gen.issue import issue
    from notice_gen.reader.judging.head import AUTHORITY

    text = profile.over(sample, office.data)
    try:
        fits = all(doubt.path != AUTHORITY for doubt in issue(text.encode(), file="-", folder=folder, today=today()).warnings)
    except NoticeGenError:
        fits = False
    if not fits:
        return sample, N_("Ví dụ trong tệp này là của loại cơ quan khác: bỏ những dòng mà {tep} đã ghi, rồi sửa [ky] theo cơ quan mình.")
    return text, N_("Những gì {tep} đã ghi (tên cơ quan, địa danh …) thì theo tệp đó; dòng có dấu # ở đầu không dùng.")
