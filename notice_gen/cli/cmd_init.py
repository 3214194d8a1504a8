"""``notice-gen init``: asks what is the same in all documents of an office, and writes its ``notice-gen.toml``."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import click

from notice_gen.cli import options, report
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, InputError, OutputError, Problem, Say

if TYPE_CHECKING:
    from notice_gen.profile import Office, Signer


@options.command(
    N_("Hỏi rồi ghi notice-gen.toml của cơ quan."),
    N_(
        "Hỏi những gì văn bản nào của cơ quan cũng có (tên, địa danh, người ký, nơi lưu) rồi ghi vào notice-gen.toml, để tệp kết quả không phải ghi lại.\n\n"  # noqa: E501
        "Bấm Enter để nhận câu trả lời gợi ý trong ngoặc vuông."
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

    text = profile.text(_asked(say))
    reader.parse(text.encode(), file=str(path))
    options.write(path, text.encode(), if_exists, say, named=named)
    report.note(say(N_("Tiếp theo: notice-gen new để có tệp kết quả theo các thiết lập này, sửa nội dung, rồi notice-gen render.")))
    return ExitCode.OK


def _asked(say: Say) -> Office:
    from notice_gen import profile

    ten = _ask(say, N_("Tên cơ quan ban hành (ví dụ: Ủy ban nhân dân xã Bình Điền)"))
    chu_quan = _ask(say, N_("Cơ quan chủ quản trực tiếp (UBND các cấp để trống)"), "", empty=True)
    viet_tat = _ask(say, N_("Chữ viết tắt tên cơ quan trong ký hiệu văn bản"), profile.viet_tat(ten))
    dia_danh = _ask(say, N_("Địa danh trước ngày tháng"), profile.dia_danh(ten))
    luu = _ask(say, N_("Phần lưu ở Nơi nhận (ví dụ: VT, NV)"), "VT")
    day_so = _ask(say, N_("Số văn bản: chung (mọi loại một dãy) hay rieng (mỗi loại một dãy)"), "chung", among=("chung", "rieng"))
    signers: list[Signer] = []
    while signer := _signer(say, ten, [earlier.ma for earlier in signers]):
        signers.append(signer)
    return profile.Office(ten, chu_quan, viet_tat, dia_danh, luu, day_so, tuple(signers))


def _signer(say: Say, ten: str, taken: list[str]) -> Signer | None:
    """Ask for one signer, again until nothing is wrong with the lines; None when there are no more."""
    from notice_gen import profile

    question = N_("Chức vụ người ký tiếp theo (Enter nếu hết)") if taken else N_("Chức vụ người ký thường dùng (ví dụ: Chủ tịch)")
    while chuc_vu := _ask(say, question, "", empty=bool(taken)):
        usual = profile.quyen_han(chuc_vu, ten)
        answer = _ask(say, N_("Quyền hạn trên chức vụ, cách nhau bằng dấu chấm phẩy (gõ - nếu không có)"), "; ".join(usual) or "-")
        lines = () if answer == "-" else tuple(line.strip() for line in answer.split(";") if line.strip())
        signer = profile.Signer(profile.code(chuc_vu, taken), lines, chuc_vu, _ask(say, N_("Họ và tên, không ghi học hàm, học vị")))
        problems = profile.faults(signer, ten, today())
        if not problems:
            return signer
        report.complain(problems, say)
    return None


def _ask(say: Say, question: str, default: str | None = None, *, empty: bool = False, among: tuple[str, ...] = ()) -> str:
    """Return one answer, spaces and marks in order.  Raises InputError: the answers ended before the questions."""
    while True:
        try:
            answer = click.prompt(say(question), default=default or ("" if empty else None), show_default=bool(default), err=True, type=str)
        except click.Abort as error:
            if not isinstance(error.__context__, EOFError):
                raise
            raise InputError(Problem(N_("Hết câu trả lời giữa chừng nên chưa ghi gì."), N_("Chạy notice-gen init trong cửa sổ lệnh rồi trả lời từng câu."))) from error  # noqa: E501
        answer = unicodedata.normalize("NFC", " ".join(str(answer).split()))
        if any(unicodedata.category(char) == "Cc" for char in answer) or (among and answer not in among) or not (answer or empty):
            words = N_("Gõ một trong: {cac_tu}.") if among else N_("Câu này phải có câu trả lời bằng chữ, nhập lại.")
            report.note(say(words).format(cac_tu=", ".join(among)))
            continue
        return answer
