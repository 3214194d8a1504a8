"""``notice-gen init``: asks what is the same in all documents of an office, and writes its ``notice-gen.toml``."""

from __future__ import annotations

from notice_gen.cli import options, report
from notice_gen.errors import N_, ExitCode, OutputError, Problem, Say


@options.command(
    N_("Hỏi rồi ghi notice-gen.toml của cơ quan."),
    N_(
        "Hỏi những gì văn bản nào của cơ quan cũng có (tên, địa danh, người ký, nơi lưu) rồi ghi vào notice-gen.toml, để tệp nội dung không phải ghi lại.\n\n"  # noqa: E501
        "Bấm Enter để nhận câu trả lời gợi ý trong ngoặc vuông, gõ < để quay lại câu trước. Cuối cùng xem lại cả bảng rồi mới ghi."
    ),
    options.output, options.if_exists,
)  # fmt: skip
def init(say: Say, out: str | None, if_exists: str) -> int:
    """Return the exit code after writing the office's settings."""
    from notice_gen import reader

    path, named = options.target(out, reader.OFFICE_FILE)
    if path.exists() and if_exists == "fail":  # reported before ten questions, not after
        raise OutputError(Problem(N_("Đã có tệp {tep} nên chưa hỏi gì."), N_("Mở tệp đó bằng Notepad để sửa, hoặc thêm --if-exists overwrite để làm lại từ đầu."), {"tep": str(path)}))  # noqa: E501
    from notice_gen import profile
    from notice_gen.cli import asking
    from notice_gen.library import office_questions

    answers = asking.answered(office_questions.of_office, say)
    if answers is None:
        report.note(say(N_("Chưa ghi gì.")))
        return ExitCode.INTERRUPTED
    text = profile.text(office_questions.office(answers))
    reader.parse(text.encode(), file=str(path))
    options.write(path, text.encode(), if_exists, say, named=named)
    report.aside(say(N_("Tiếp theo: notice-gen new để có tệp nội dung theo các thiết lập này, sửa nội dung, rồi notice-gen render.")))
    return ExitCode.OK
