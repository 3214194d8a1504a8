r"""Paths of Windows between double quotes: what TOML makes of ``"C:\thu"`` is a tab and *hu*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.errors import N_
from notice_gen.reader.broken.scan import Fault, Statement, Token, fault

NO_BACKSLASH = N_("Thay mỗi dấu \\ bằng hai dấu \\\\ hoặc một dấu /.")


def of_windows(token: Token, raw: str, at: int) -> Fault:
    """Return the fault of a path of Windows with the backslash *at*; all that stand alone are doubled, also those that mean a sign."""
    message = N_("Đường dẫn Windows có dấu \\ không viết được như thế trong dấu nháy kép (ở “{cho}”).")
    alone = r"\\(?!\")" if re.search(r"(?<!\\)\\\\\w", raw) and not re.search(r"[A-Za-z]:\\", raw) else r"(?<!\\)\\(?![\\\"])"
    mend = re.sub(alone, r"\\\\", raw)
    start = token.start + at
    return fault((start, start + 2), message, NO_BACKSLASH, (token.start, token.end, mend), cho=raw[at : at + 2])


_SIGN = r"(?<!\\)\\[btnfr]"  # what TOML takes for one sign, and Windows for the first letter of a name
_IN_PATH = re.compile(rf"(?<![\w\\])(?:[C-Zc-z]:|\\\\\w[\w.$-]*)(?:(?:\\\\|/)[^\\/\"\n]*)*(?P<sign>{_SIGN})(?=[^\W\dA-ZĐ_])")
_IN_FILE = re.compile(rf"(?P<sign>{_SIGN})")


def signs_in_path(text: str, statement: Statement) -> Iterator[Fault]:
    r"""Yield the fault of each path of Windows in valid TOML that reads as something else: ``"C:\thu"`` has a tab for its first letter."""
    names = [statement.key, statement.sign, *statement.tokens]
    for name, _, token in zip(names, names[1:], names[2:], strict=False):
        if name is None or token is None or token.kind != "string" or not text.startswith('"', token.start):
            continue
        raw = text[token.start : token.end]
        of_a_file = text[name.start : name.end].strip() == "tep"
        if found := (_IN_FILE if of_a_file else _IN_PATH).search(raw):
            yield of_windows(token, raw, found.start("sign"))
