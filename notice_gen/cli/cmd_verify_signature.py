"""``notice-gen verify-signature``: who signed a PDF, when, and whether anything was changed since."""

from __future__ import annotations

from pathlib import Path

import click

from notice_gen.cli import options, report, signature_text
from notice_gen.errors import N_, ExitCode, Say


@options.command(
    N_("Xem chữ ký số của tệp PDF: ai ký, lúc nào, sau đó có sửa gì không."),
    N_(
        "Xem từng chữ ký số của TỆP PDF: ai ký, lúc nào, tệp có còn nguyên vẹn không, sau khi ký có gì thay đổi, chứng thư có dẫn tới "
        "chứng thư gốc mà cơ quan tin cậy không. Không dùng mạng, nên không tra được chứng thư đã bị thu hồi hay chưa.\n\n"
        "Chương trình chỉ xem tệp, không kết luận về giá trị pháp lý của chữ ký. Mọi chữ ký nguyên vẹn, biết người ký, không bị sửa: "
        "mã thoát 0; khác đi, chưa ký, hoặc không có chứng thư gốc để đối chiếu: 1."
    ),
    click.argument("file", metavar=N_("TỆP"), type=options.FILE),
    click.option(
        "--trust", metavar=N_("TỆP"), multiple=True, type=click.Path(path_type=Path), envvar="NOTICE_GEN_TRUST",
        help=N_("Chứng thư gốc mà cơ quan tin cậy (.pem, .crt, .cer, .der), hoặc thư mục chứa chúng; ghi được nhiều lần. Cũng đặt được bằng biến NOTICE_GEN_TRUST."),  # noqa: E501
    ),
    options.output_format,
)  # fmt: skip
def verify_signature(say: Say, file: str, trust: tuple[Path, ...], output_format: str) -> int:
    """Return the exit code after telling what the signatures of *file* say."""
    from notice_gen.office import signatures

    found = signatures.verified(file, trust)
    if output_format == "json":
        report.print_json({"file": file, **signature_text.as_json(found)})
    else:
        for line in signature_text.lines(found, file, say):
            report.note(line)
    return ExitCode.OK if found.is_right else ExitCode.FAULTS
