"""Build the compact lists of communes in ``notice_gen/data`` from the two tables of units.

Usage:
    python tools/build_don_vi.py BEFORE.csv SINCE.csv

``BEFORE.csv`` (province, district, commune, code): the units before 1/7/2025.
``SINCE.csv`` (province, commune, code, province_code): the units since then.

One line per unit, sorted by code inside its province: the five digits, a letter for the kind, the name.
``=`` begins a province (its code since 1/7/2025, its name), ``-`` a district.
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

DATA = Path(__file__).parent.parent / "notice_gen" / "data"
KINDS = {"Xã": "x", "Phường": "p", "Thị trấn": "t", "Đặc khu": "đ"}

Row = dict[str, str]


def _read(path: str) -> list[Row]:
    with Path(path).open(encoding="utf-8-sig", newline="") as lines:
        return [{key: _tidy(value) for key, value in row.items()} for row in csv.DictReader(lines)]


def _tidy(value: str) -> str:
    return " ".join(unicodedata.normalize("NFC", value).split())


def _unmarked(name: str) -> str:
    """Tell names apart by their letters, wherever the tone marks stand."""
    return "".join(sorted(unicodedata.normalize("NFD", name)))


def _unit(row: Row) -> str:
    name = row["commune"][0].upper() + row["commune"][1:]
    kind = next(kind for kind in KINDS if name.startswith(kind + " "))
    return f"{row['code']}{KINDS[kind]}{name[len(kind) + 1 :]}"


def _province(name: str, code: str) -> str:
    return f"={code} {name}"


def _since(rows: list[Row], before: list[Row]) -> list[str]:
    # The newer table moves tone marks (Khánh Hoà); a province keeps the spelling of its own resolutions (Khánh Hòa).
    spelt = {_unmarked(row["province"]): row["province"] for row in before}
    lines = []
    for code, province in sorted({(row["province_code"], row["province"]) for row in rows}):
        lines.append(_province(spelt.get(_unmarked(province), province), code))
        lines += sorted(_unit(row) for row in rows if row["province_code"] == code)
    return lines


def _before(rows: list[Row], since: list[Row]) -> list[str]:
    now = {row["code"]: row["province_code"] for row in since}
    provinces: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        provinces[row["province"]].append(row)
    lines = []
    for province, own in sorted(provinces.items(), key=lambda item: min(row["code"] for row in item[1])):
        # A unit of today keeps the code of one of those it was made from: so the codes say where a province went.
        code = Counter(now[row["code"]] for row in own if row["code"] in now).most_common(1)[0][0]
        lines.append(_province(province, code))
        district = ""
        for row in sorted(own, key=lambda row: (row["district"], row["code"])):
            if row["district"] != district:
                district = row["district"]
                lines.append(f"-{district}")
            lines.append(_unit(row))
    return lines


def main() -> None:
    """Write both lists."""
    before, since = map(_read, sys.argv[1:3])
    for name, title, lines in (
        ("don-vi-truoc-2025-07.txt", "Communes before 1/7/2025, as listed in early 2025", _before(before, since)),
        ("don-vi-tu-2025-07.txt", "Communes since 1/7/2025, as listed on 25/7/2026", _since(since, before)),
    ):
        head = f"# {title}; made by tools/build_don_vi.py\n"
        (DATA / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        sys.stdout.write(f"{name}: {sum(line[0].isdigit() for line in lines)} units\n")


if __name__ == "__main__":
    main()
