"""Write docs/quy-tac.md, the list of the checker's rules, from the rules themselves; a test compares."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from notice_gen.check.rules import Entry, all_rules
from notice_gen.legal import law

PAGE = Path(__file__).parents[1] / "docs" / "quy-tac.md"
_HEAD = """\
# Các quy tắc kiểm tra thể thức

Danh sách này do `python tools/rules_page.py` viết ra từ chính các quy tắc. \
`notice-gen check --explain MÃ` in đầy đủ từng quy tắc: nội dung, căn cứ, ví dụ sai và đúng, khi nào bỏ qua.
Mã không bao giờ dùng lại cho quy tắc khác. Mức: `luật` là quy định, `thông lệ` là cách các cơ quan vẫn làm, \
`gợi ý` là chỗ viết khác thì dễ đọc hơn.
"""


def page() -> str:
    """Return the page's text."""
    return "\n".join((_HEAD, *_tables())) + "\n"


def _tables() -> Iterator[str]:
    entries = all_rules()
    counts = {level: sum(entry.rule.level == level for entry in entries) for level in dict.fromkeys(entry.rule.level for entry in entries)}
    yield f"Tất cả {len(entries)} quy tắc: " + ", ".join(f"{count} {level}" for level, count in counts.items()) + "."
    for group, several in groupby(entries, key=lambda entry: entry.rule.code.rstrip("0123456789")):
        yield f"\n## {group}\n| mã | tên | mức | lỗi | căn cứ |\n|---|---|---|---|---|"
        yield from map(_row, several)


def _row(entry: Entry) -> str:
    rule = entry.rule
    what = entry.manual(law(date.max)).partition("\n\n")[0].replace("|", "\\|")
    return f"| {rule.code} | `{rule.name}` | {rule.level} | {what} | {rule.article} |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
