"""``notice-gen take-edits``: what was edited in the printed Word file, taken into the findings file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import back_text, options, report
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, Say

if TYPE_CHECKING:
    from notice_gen.back.comparing import Difference
    from notice_gen.back.taking import Taken


@options.command(
    N_("Nhận lại vào tệp nội dung những gì đã sửa trong tệp Word."),
    N_(
        "TỆP_WORD là văn bản in từ TỆP rồi được sửa trong Word. Lệnh sửa TỆP cho khớp: chỗ nào lời văn đổi thì thay, "
        "thêm thì chèn, xóa thì bỏ; chú thích, thứ tự, số liệu và biểu thức còn đúng thì giữ nguyên.\n\n"
        "Bản cũ của TỆP được giữ ở TỆP.bak. Còn chỗ nào chưa nhận được, hoặc chỉ là định dạng, thì báo và mã thoát là 1."
    ),
    click.argument("file", metavar=N_("TỆP")), click.argument("word", metavar=N_("TỆP_WORD")),
    click.option("--dry-run", is_flag=True, help=N_("Chỉ cho xem những chỗ khác, không ghi gì.")),
    click.option("-o", "--output", "out", metavar=N_("ĐÍCH"), help=N_("Ghi tệp nội dung mới vào ĐÍCH, không đụng tới TỆP.")),
    options.if_exists, options.output_format, name="take-edits",
)  # fmt: skip
def take_edits(say: Say, file: str, word: str, dry_run: bool, out: str | None, if_exists: str, output_format: str) -> int:
    """Return the exit code after taking the edits of *word* into *file*."""
    from notice_gen import files, reader
    from notice_gen.office import returning

    path = Path(file)
    data = reader.load_findings(path)
    options.check_suffix(out, ".toml", say)
    found = returning.taken(path, data, word, None, today=today())
    new = found.text.encode()
    new = new.replace(b"\n", b"\r\n") if b"\r\n" in data else new
    is_same = new == data.removeprefix(b"\xef\xbb\xbf")
    if not dry_run and not is_same:
        if out is None:
            files.write(path.with_name(f"{path.name}.bak"), data, if_exists=files.IfExists.RENAME)
            written: Path | None = files.write(path, new, if_exists=files.IfExists.OVERWRITE, named=True)
        else:
            target, named = options.target(out, path.name)
            written = files.write(target, new, if_exists=files.IfExists(if_exists), named=named)
        if output_format == "text":
            options.tell_written(path if out is None else Path(out), written, say)
    _tell(found, dry_run=dry_run, as_json=output_format == "json", say=say)
    return ExitCode.FAULTS if found.left or found.looks else ExitCode.OK


def _tell(found: Taken, *, dry_run: bool, as_json: bool, say: Say) -> None:
    if as_json:
        report.print_json({
            "found": [back_text.as_json(one) for one in found.found], "left": [back_text.as_json(one) for one in found.left],
            "expressions": [{"expression": code, "printed": was} for code, was in found.gone],
            "looks": [back_text.look_as_json(one) for one in found.looks], "text": found.text if dry_run else None,
        })  # fmt: skip
        return
    if not found.found and not found.looks:
        report.note(say(N_("Tệp Word có lời văn giống hệt văn bản in từ tệp nội dung.")))
        return
    heading = N_("Sẽ nhận {so} chỗ sửa:") if dry_run else N_("Đã nhận {so} chỗ sửa:")
    taken = [*_without(found.found, found.left)]
    if taken:
        report.note(say(heading).format(so=len(taken)))
        _each(back_text.lines(taken, say))
    for code, was in found.gone:
        message = N_("Biểu thức {bieu_thuc} (in ra “{chu}”) không còn đúng với lời văn đã sửa nên thay bằng chữ đã gõ. Nếu số liệu đổi thì sửa ở [so_lieu] rồi ghi lại biểu thức.")  # noqa: E501
        report.note(report.visible(say(message).format(bieu_thuc=code, chu=back_text.cut(was))))
    if found.left:
        report.note(say(N_("Chưa nhận được {so} chỗ, tự sửa trong tệp nội dung:")).format(so=len(found.left)))
        _each(back_text.lines(found.left, say))
    if found.looks:
        report.note(say(N_("Định dạng đã sửa trong Word, tệp nội dung không ghi, nên in lại sẽ mất:")))
        _each(back_text.look_lines(found.looks, say))


def _without(found: Iterable[Difference], left: Iterable[Difference]) -> Iterator[Difference]:
    """Yield the differences but those that are left, though they stand in other lines by now."""
    waiting = [(one.box, one.old, one.new) for one in left]
    for one in found:
        if (same := (one.box, one.old, one.new)) in waiting:
            waiting.remove(same)
        else:
            yield one


def _each(several: Iterable[str]) -> None:
    for line in several:
        report.note(line)
