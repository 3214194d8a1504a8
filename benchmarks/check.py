"""Checking: a page and a paper of twenty pages, against what only parses it; whole processes; many files and their memory."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import docx
from lxml import etree

from benchmarks.timing import interleaved, table
from notice_gen.check.judge import judge
from notice_gen.check.mend import mended
from notice_gen.check.read import read
from notice_gen.check.rules import all_rules
from notice_gen.issue import issue

EXAMPLE = Path(__file__).parents[1] / "examples" / "findings.toml"
_SENTENCES = (
    "Ủy ban nhân dân xã đã ban hành kế hoạch, phân công từng bộ phận và báo cáo kết quả đúng thời hạn được giao.",
    "Bộ phận Một cửa tiếp nhận {{ tiep_nhan }} hồ sơ, giải quyết đúng hạn {{ dung_han }} hồ sơ; thời gian chờ được niêm yết và theo dõi hằng ngày.",  # noqa: E501 - as clerks write
    "Việc số hóa hồ sơ còn chậm so với kế hoạch; một số hồ sơ đã có dữ liệu nhưng vẫn yêu cầu công dân nộp bản sao giấy tờ.",
)
FEW, MANY = 20, 200


def paper(pages: int) -> bytes:
    """A notice of about so many pages: 25 findings of two lines fill one."""
    text = EXAMPLE.read_text("utf-8")
    added = "".join(f'  "{sentence}",\n' for sentence in islice(cycle(_SENTENCES), max(25 * pages - 20, 0)))
    if added:
        text = text.replace("[ket_thuc]", f'[[muc]]\ntieu_de = "Nhận xét, đánh giá"\nphat_hien = [\n{added}]\n\n[ket_thuc]', 1)
    return issue(text.encode(), file=EXAMPLE.name, folder=EXAMPLE.parent, today=date(2026, 11, 23)).docx


_WHO = ("Ủy ban nhân dân xã", "Bộ phận Một cửa", "Công an xã", "Trạm Y tế", "Ban quản lý chợ", "Hội Nông dân", "Trường tiểu học")
_DOES = ("đã lập", "chưa công khai", "rà soát", "niêm yết", "chậm gửi", "tổ chức kiểm tra", "hoàn thành", "đề nghị bổ sung", "theo dõi")
_WHAT = ("kế hoạch", "danh sách hộ", "sổ theo dõi hồ sơ", "biên bản bàn giao", "báo cáo thu chi", "quy chế làm việc", "dự toán")
_WHERE = ("tại thôn", "ở tổ dân phố", "trên địa bàn ấp", "tại chợ trung tâm khu", "ở bến đò số")
_WHEN = ("trong tháng", "từ đầu quý", "sau đợt kiểm tra lần", "trước kỳ họp thứ", "trong tuần thứ")


def varied(pages: int) -> bytes:
    """A notice of so many pages in which no sentence comes twice: its own words, figures, days and articles in each."""
    lists = (_WHO, _DOES, _WHAT, _WHERE, _WHEN)
    lines = []
    for n in range(25 * pages):
        steps = zip((1, 2, 3, 7, 11), lists, strict=True)
        who, does, what, where, when = (words[(n * step + n // 7) % len(words)] for step, words in steps)
        lines.append(
            f'  "{who} {does} {what} {where} {n % 19 + 1} {when} {n % 12 + 1}; đã xem {n + 13} hồ sơ, {n * 7 % 90 + 10} hồ sơ nộp ngày '
            f'{n % 27 + 1}/{n % 9 + 1}/2026, theo khoản {n % 5 + 1} Điều {n % 40 + 3} của quy chế số {n + 101}/QC-UBND.",\n'
        )
    text = EXAMPLE.read_text("utf-8")
    parts = ("".join(lines[at : at + 50]) for at in range(0, len(lines), 50))
    sections = "".join(f'[[muc]]\ntieu_de = "Nội dung đợt {n}"\nphat_hien = [\n{part}]\n\n' for n, part in enumerate(parts, start=1))
    text = text.replace("[ket_thuc]", sections + "[ket_thuc]", 1)
    return issue(text.encode(), file=EXAMPLE.name, folder=EXAMPLE.parent, today=date(2026, 11, 23)).docx


def main() -> None:
    rules = all_rules()
    for pages, make in ((1, paper), (20, paper), (100, varied)):
        data = make(pages)
        view = read(data, date(2026, 11, 23))

        def parsed(data: bytes = data) -> object:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]

        def python_docx(data: bytes = data) -> object:
            return [(one.text, [run.font.size for run in one.runs]) for one in docx.Document(io.BytesIO(data)).paragraphs]

        times = interleaved(
            {
                "lxml parses every part": parsed,
                "python-docx: texts and direct sizes": python_docx,
                "read: effective formatting and boxes": lambda data=data: read(data, date(2026, 11, 23)),
                f"{len(rules)} rules": lambda view=view: judge(view, rules),
                "check: read and rules": lambda data=data: judge(read(data, date(2026, 11, 23)), rules),
                "check --fix": lambda data=data: mended(data, rules, today=date(2026, 11, 23)),
            },
            rounds=9 if pages < 100 else 3,
            inner=3 if pages == 1 else 1,
        )
        table(f"Checking {pages} page(s), {len(view.paragraphs)} paragraphs", times, against="python-docx: texts and direct sizes")
    processes()


def processes() -> None:
    command = Path(sysconfig.get_path("scripts")) / "notice-gen"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "mot.docx").write_bytes(paper(1))
        (Path(folder) / "hai-muoi.docx").write_bytes(paper(20))
        (Path(folder) / "tram.docx").write_bytes(varied(100))
        script = "import sys, docx; [[run.font.size for run in one.runs] for one in docx.Document(sys.argv[1]).paragraphs]"

        def run(*words: object) -> None:
            subprocess.run(list(map(str, words)), check=False, capture_output=True, cwd=folder, env=environment)

        run(command, "check", "mot.docx")  # caches warm
        times = interleaved(
            {
                "python-docx opens a page": lambda: run(sys.executable, "-c", script, "mot.docx"),
                "notice-gen check, a page": lambda: run(command, "check", "mot.docx"),
                "notice-gen check, 20 pages": lambda: run(command, "check", "hai-muoi.docx"),
                "notice-gen check, 100 varied pages": lambda: run(command, "check", "tram.docx"),
            },
            rounds=9,
            inner=1,
        )
        table("One file, whole processes", times, against="python-docx opens a page")
        for count in (FEW, MANY):
            many = Path(folder) / str(count)
            many.mkdir()
            for number in range(count):
                (many / f"{number}.docx").write_bytes(paper(1))
        runs = {f"{count} files": lambda count=count: run(command, "check", str(count), "--jobs", 1) for count in (FEW, MANY)}
        times = interleaved(runs, rounds=3, inner=1)
        table("Many files, one process", times, against=f"{FEW} files")
        memory = {count: peak(command, Path(folder) / str(count)) for count in (FEW, MANY)}
        print(f"\nPeak memory: {memory[FEW]} MB for {FEW} files, {memory[MANY]} MB for {MANY}: {memory[MANY] / memory[FEW]:.2f} x")


def peak(command: Path, folder: Path) -> int:
    """The most memory, MB, that checking the files of *folder* takes in one process."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    said = subprocess.run([sys.executable, "-c", code, command, "check", folder, "--jobs", "1"], check=True, capture_output=True, text=True)
    return int(said.stdout) // 1024


if __name__ == "__main__":
    main()
