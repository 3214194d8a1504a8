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


def main() -> None:
    rules = all_rules()
    for pages in (1, 20):
        data = paper(pages)
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
                "check --fix": lambda data=data: mended(data, rules),
            },
            rounds=9,
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
        script = "import sys, docx; [[run.font.size for run in one.runs] for one in docx.Document(sys.argv[1]).paragraphs]"

        def run(*words: object) -> None:
            subprocess.run(list(map(str, words)), check=False, capture_output=True, cwd=folder, env=environment)

        run(command, "check", "mot.docx")  # caches warm
        times = interleaved(
            {
                "python-docx opens a page": lambda: run(sys.executable, "-c", script, "mot.docx"),
                "notice-gen check, a page": lambda: run(command, "check", "mot.docx"),
                "notice-gen check, 20 pages": lambda: run(command, "check", "hai-muoi.docx"),
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
