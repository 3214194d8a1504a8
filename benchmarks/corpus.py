"""The mailing that is measured: one notice for each commune of the country, as long as a real one.

A real conclusion of an inspection has some 33 paragraphs, 5,000 characters and 21 expressions; the example has
fewer, so findings are added to it.  Figures differ from row to row and add up.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from notice_gen.vietnamese import don_vi

EXAMPLE = Path(__file__).parents[1] / "examples" / "findings.toml"
_FIGURES = ("tiep_nhan", "da_giai_quyet", "dung_han", "qua_han", "dang_giai_quyet", "truc_tuyen")
COLUMNS = ["don_vi.ma", "don_vi.ten", "van_ban.so", *(f"so_lieu.{name}" for name in _FIGURES)]
_ADDED = (
    "Công tác tuyên truyền được thực hiện qua hệ thống truyền thanh cơ sở, trang thông tin điện tử và sinh hoạt của các tổ dân phố, thôn; người đứng đầu trực tiếp đối thoại với tổ chức, cá nhân về giải quyết thủ tục hành chính, ghi nhận và xử lý các phản ánh, kiến nghị theo đúng quy định.",  # noqa: E501 - as clerks write
    "Bộ phận Một cửa bố trí đủ công chức có chuyên môn, trang bị máy tính, máy quét, ki-ốt tra cứu; thời gian chờ của người dân được niêm yết và theo dõi hằng ngày, kết quả đánh giá mức độ hài lòng công khai theo từng tháng.",  # noqa: E501 - as clerks write
    "Việc số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn chậm so với kế hoạch; một số hồ sơ đã có dữ liệu nhưng vẫn yêu cầu công dân nộp bản sao giấy tờ, cần chấm dứt trong thời gian tới.",  # noqa: E501 - as clerks write
)


def base(*, of_register: bool = False) -> str:
    """Return the common findings file."""
    text = EXAMPLE.read_text("utf-8").replace("#:schema ../schemas/notice-gen.schema.json\n", "")
    head, mark, rest = text.partition('tieu_de = "Tồn tại, hạn chế"')
    added = "".join(f'  "{sentence}",\n' for sentence in islice(cycle(_ADDED), 13))
    more = '\n[[muc]]\ntieu_de = "Nhận xét, đánh giá"\nphat_hien = [\n' + added + "]\n\n[[muc]]\n"
    before = head.removesuffix("[[muc]]\n")
    text = before.rstrip("\n") + "\n" + more + mark + rest
    return text.replace("so = 1286\n", 'so = "tu-dong"\n' if of_register else "")


def rows(count: int) -> Iterator[list[str | int]]:
    """Yield *count* rows under ``COLUMNS``: all communes of the country, then villages of theirs; no unit twice."""
    units = don_vi.tat_ca(date(2026, 10, 15))
    for number in range(1, count + 1):
        again, place = divmod(number - 1, len(units))
        unit = units[place]
        late, open_ = number % 7, number % 41
        done = 300 + number % 900
        who = ["", f"thôn {again} {unit.ten} ({unit.ma})"] if again else [unit.ma, unit.ten]
        yield [*who, number, done + open_, done, done - late, late, open_, done - number % 97]


def write_csv(path: Path, count: int) -> None:
    """Write the data of *count* notices."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows(count))


def write_folder(folder: Path, count: int) -> None:
    """Write *count* findings files, each whole."""
    folder.mkdir(parents=True)
    text = base()
    for row in rows(count):
        said = dict(zip(COLUMNS, row, strict=True))
        lines = []
        for line in text.splitlines():
            key = line.partition(" = ")[0]
            if line.startswith("ngay = "):
                lines += [f"so = {said['van_ban.so']}", line]
            elif line == 'ten = "xã Bình Điền"':
                # With its code: a commune of another province than the office's is looked for in the whole list, and warned of.
                lines += [f'ma = "{said["don_vi.ma"]}"'] if said["don_vi.ma"] else []
                lines.append(f'ten = "{said["don_vi.ten"]}"')
            elif f"so_lieu.{key}" in said:
                lines.append(f"{key} = {said[f'so_lieu.{key}']}")
            else:
                lines.append(line)
        (folder / f"{row[2]:05}.toml").write_text("\n".join(lines) + "\n", "utf-8")
