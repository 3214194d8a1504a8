"""``notice-gen lsp``: the assistant for an editor that speaks the Language Server Protocol."""

from __future__ import annotations

import os
from importlib.util import find_spec

from notice_gen.cli import i18n, options, work
from notice_gen.errors import N_, ExitCode, Problem, Say, ToolError


@options.command(
    N_("Trợ giúp cho trình soạn thảo (VS Code …): lỗi, gợi ý, chú giải ngay khi gõ."),
    N_("Chạy trợ giúp cho trình soạn thảo theo giao thức Language Server Protocol, qua đầu vào và đầu ra chuẩn. Trình soạn thảo tự gọi lệnh này; không gõ tay."),  # noqa: E501
)
def lsp(say: Say) -> int:  # noqa: ARG001 - the language is what is wanted of it
    """Serve the editor until it leaves; raises ToolError: pygls is missing."""
    if not find_spec("pygls"):
        message = N_("Chưa có pygls, phần nói chuyện với trình soạn thảo.")
        hint = N_("Cài thêm: pip install \"notice-gen[lsp]\", rồi chạy lại.")
        raise ToolError(Problem(message, hint))
    from notice_gen.lsp import server

    with open(os.dup(0), "rb") as asked, open(os.dup(1), "wb") as told:  # noqa: PTH123 - these it closes itself as the editor leaves
        server(i18n.spoken(), work.today).start_io(asked, told)
    return ExitCode.OK
