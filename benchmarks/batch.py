"""A mailing: notices for every commune of the country, their files created, against the floor and the peers.

``python -m benchmarks.batch`` measures; ``--rows N`` for another size; ``--memory`` adds the 20,000 rows,
``--register`` measures what a register and its archive add instead, ``--chart FILE.svg`` draws the cost against N.
Everything is a ratio within one run on one machine.
"""

from __future__ import annotations

import argparse
import compileall
import io
import os
import resource
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jinja2
from docxtpl import DocxTemplate

from benchmarks import by_hand, chart, corpus, peers, start
from notice_gen import (
    expressions,
    issue,
    legal,
    reader,
    render,
    template_choice,
    templates,
)
from notice_gen.compose import Context, Frame, compose
from notice_gen.expressions import sandbox

TODAY = date(2026, 11, 24)
COMMUNES = 3321
_SLOW = 0.0001  # seconds to create a file
COMMAND = Path(sysconfig.get_path("scripts")) / "notice-gen"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=COMMUNES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--register", action="store_true")
    parser.add_argument("--chart", type=Path)
    given = parser.parse_args()
    compileall.compile_dir(Path(issue.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.register:
            _registered(folder, given.rows, given.rounds)
            return
        _speed(folder, given.rows, given.rounds)
        _folder_of_files(folder, 10_000 if given.rows >= COMMUNES else given.rows)
        if given.memory:
            _memory(folder)
        if given.chart:
            _chart(folder, given.chart)


def _speed(folder: Path, rows: int, rounds: int) -> None:
    context, docx = _one_notice()
    contenders: dict[str, Callable[[], float]] = {
        "floor: Jinja + zipfile + file": lambda: _files(folder, rows, _floor(context)),
        "compiled by hand, one process": lambda: _by_hand(folder, rows),
        "notice-gen batch --jobs 1": lambda: _batch(folder, rows, 1),
        "notice-gen batch --jobs 2": lambda: _batch(folder, rows, 2),
        "files alone, one process": lambda: _files(folder, rows, lambda _: docx),
        "files alone, two processes": lambda: _files_by_two(folder, rows, docx),
    }
    peer = peers.easy_template_x(docx, folder / "peer")
    if peer:
        contenders["easy-template-x + file (node)"] = lambda: peer(max(rows // 2, 100)) * rows
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            times[name].append(run() / rows)
    per_row = {name: statistics.median(values) for name, values in times.items()}
    few = max(rows // 20, 20)
    per_row["docxtpl: plain loop + file"] = _files(folder, few, _docxtpl(context, templates.find("thong-bao").docx)) / few
    start.write_lean(folder / "lean.docx")
    per_row["docxtpl: plain loop + file, lean template"] = _files(folder, few, _docxtpl(context, (folder / "lean.docx").read_bytes())) / few
    floor, ours = per_row["floor: Jinja + zipfile + file"], per_row["notice-gen batch --jobs 1"]
    print(f"\nOne notice of a mailing of {rows}, its file created")
    for name, seconds in per_row.items():
        print(f"  {name:<41} {seconds * 1000:8.3f} ms   {seconds / floor:6.2f} x floor")
    if per_row["files alone, one process"] > _SLOW:
        print("  creating a file is slow at the moment, as on ext4 for minutes after many were deleted; wait and measure again")
    print(f"  ours against the floor: {ours / floor:.2f} (target: at most 2)")
    _same_bytes(folder, rows)
    hand = per_row["compiled by hand, one process"]
    print(f"  against the common file compiled by hand, which gives the same bytes: {ours / hand:.2f} (target: at most 1.5)")
    print(f"  against docxtpl's loop: {per_row['docxtpl: plain loop + file'] / ours:.1f} x faster on our template (target: 10),")
    print(f"    {per_row['docxtpl: plain loop + file, lean template'] / ours:.1f} x on one with a tag for each text and one loop")
    other = per_row.get("easy-template-x + file (node)")
    print(f"  against easy-template-x: {other / ours:.2f} x faster (target: 4)" if other else "  easy-template-x: node or npm is missing")
    print(f"  two cores against one: {ours / per_row['notice-gen batch --jobs 2']:.2f} x (target: 1.6)")
    one, two = per_row["files alone, one process"], per_row["files alone, two processes"]
    print(f"  of it, two processes that only create files: {one / two:.2f} x")


def _registered(folder: Path, rows: int, rounds: int) -> None:
    """Print what a register, and its archive, add to a mailing: processor time of the whole command, one core."""
    times: dict[str, list[float]] = {"no register": [], "a register": [], "a register with its archive": []}
    sizes: dict[str, int] = {}
    for _ in range(rounds):
        for name, several in times.items():
            _batch_input(folder, rows)
            out, where = _new(folder), _new(folder) / "so.db"
            words = _words(folder, rows, 1, out)[1:]
            if name != "no register":
                _timed(["register", "init", "--register", where])
                words += ["--register", where]
            if name.endswith("archive"):
                common = folder / "luu.toml"
                common.write_text(corpus.base() + "\n[so_van_ban]\nluu_tru = true\n", "utf-8")
                words[1] = common
            before = _processor()
            _timed(words)
            several.append((_processor() - before) / rows)
            sizes[name] = (where.stat().st_size if where.exists() else 0) // rows
    per_row = {name: statistics.median(several) for name, several in times.items()}
    print(f"\nOne notice of a mailing of {rows} on one core, processor time")
    for name, seconds in per_row.items():
        ratio = seconds / per_row["no register"]
        print(f"  {name:<30} {seconds * 1000:8.3f} ms   {ratio:6.2f} x   {sizes[name]:>6} bytes of the register")


def _processor() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _folder_of_files(folder: Path, count: int) -> None:
    corpus.write_folder(folder / "in", count)
    seconds = _timed(["batch", folder / "in", "-o", folder / "from-files", "--jobs", "1"])
    print(f"\n{count} findings files in a folder: {seconds / count * 1000:.3f} ms a file on one core")


def _memory(folder: Path) -> None:
    print("\nPeak memory of the largest process, two workers")
    for rows in (200, 2_000, 20_000):
        print(f"  {rows:6} rows {_peak(folder, rows) / 1024:6.0f} MB")


def _peak(folder: Path, rows: int) -> int:
    """Return the peak resident size in KiB of any process of a batch; asked by a child, whose children alone count."""
    _batch_input(folder, rows)
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    args = [sys.executable, "-c", code, *_words(folder, rows, 2, _new(folder))]
    return int(subprocess.run(list(map(str, args)), check=True, capture_output=True, text=True, env=_environment()).stdout)


def _chart(folder: Path, path: Path) -> None:
    context, _ = _one_notice()
    sizes = (1, 10, 100, 1_000, COMMUNES, 10_000)
    ours = [(n, _batch(folder, n, 1) / n * 1000) for n in sizes]
    floor = [(n, _files(folder, n, _floor(context)) / n * 1000) for n in sizes]
    plain = [(n, _files(folder, n, _docxtpl(context, templates.find("thong-bao").docx)) / n * 1000) for n in sizes if n <= 100]
    series = {"docxtpl, vòng lặp thường": plain, "notice-gen batch": ours, "sàn": floor}
    path.write_text(chart.svg(series, x="số thông báo", y="ms cho một thông báo"), "utf-8")


# --- contenders ----------------------------------------------------------------------------------------


def _one_notice() -> tuple[Context, bytes]:
    template = templates.find("thong-bao")
    layers = [template_choice.defaults(template), reader.parse(corpus.base().encode(), file="chung.toml")]
    notice = reader.read(layers, None, TODAY).notice
    context = compose(notice, today=TODAY, frame=Frame(*templates.widths(template, notice.dinh_dang, legal.law(TODAY)), legal.law(TODAY)))
    form = render.compiled(template.docx, template.label)
    return context, render.render(form, context.values, title="x", subject="x", creator="x", created=context.created)


def _floor(context: Context) -> Callable[[int], bytes]:
    """Jinja on the patched document.xml, appended to an archive of everything else."""
    template = templates.find("thong-bao")
    form = render.compiled(template.docx, template.label)
    document = _plain_environment().from_string(form.sources["word/document.xml"].replace("\n<w:p", "<w:p"))
    prefix, values = io.BytesIO(), context.values
    with zipfile.ZipFile(io.BytesIO(template.docx)) as old, zipfile.ZipFile(prefix, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))

    def one(_: int) -> bytes:
        buffer = io.BytesIO(prefix.getvalue())
        with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", document.render(values).encode())
        return buffer.getvalue()

    return one


def _docxtpl(context: Context, template: bytes) -> Callable[[int], bytes]:
    values = context.values

    def one(_: int) -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(values, jinja_env=_plain_environment(finalize=False), autoescape=True)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return one


def _plain_environment(*, finalize: bool = True) -> jinja2.Environment:
    plain = jinja2.Environment(autoescape=True, finalize=expressions.show if finalize else None)
    own = {"twips": int, "indent_of": lambda length, width: (width - length) // 2}
    plain.filters |= {**sandbox.text_environment().filters, **own}
    return plain


def _files(folder: Path, count: int, make: Callable[[int], bytes]) -> float:
    out = _new(folder)
    make(0)
    start = time.perf_counter()
    for number in range(count):
        (out / f"{number:05}-tb-ubnd.docx").write_bytes(make(number))
    return time.perf_counter() - start


def _files_by_two(folder: Path, count: int, docx: bytes) -> float:
    out = _new(folder)
    start = time.perf_counter()
    children = []
    for half in (0, 1):
        child = os.fork()
        if not child:
            for number in range(half, count, 2):
                (out / f"{number:05}-tb-ubnd.docx").write_bytes(docx)
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    return time.perf_counter() - start


def _batch(folder: Path, rows: int, jobs: int) -> float:
    """Return the seconds of the whole command: starting, reading, validating, planning, rendering, writing, the manifest."""
    _batch_input(folder, rows)
    out = _new(folder)
    seconds = _timed(_words(folder, rows, jobs, out)[1:])
    made = sum(1 for _ in out.glob("*.docx"))
    assert made == rows, (made, rows)
    return seconds


def _by_hand(folder: Path, rows: int) -> float:
    """Return the seconds of the common file compiled by hand: its function made, the table read, the files on the disk."""
    _batch_input(folder, rows)
    out = _new(folder)
    start = time.perf_counter()
    by_hand.write(folder / f"{rows}.csv", out, TODAY)
    return time.perf_counter() - start


def _same_bytes(folder: Path, rows: int) -> None:
    """Fail unless the function by hand and the command give the same files."""
    _batch_input(folder, rows)
    ours, theirs = _new(folder), _new(folder)
    _timed(_words(folder, rows, 1, ours)[1:])
    by_hand.write(folder / f"{rows}.csv", theirs, TODAY)
    other = [path.name for path in theirs.iterdir() if path.read_bytes() != (ours / path.name).read_bytes()]
    assert not other, (len(other), other[:5])


def _batch_input(folder: Path, rows: int) -> None:
    (folder / "chung.toml").write_text(corpus.base(), "utf-8")
    if not (folder / f"{rows}.csv").exists():
        corpus.write_csv(folder / f"{rows}.csv", rows)


def _words(folder: Path, rows: int, jobs: int, out: Path) -> list[object]:
    common, data = folder / "chung.toml", folder / f"{rows}.csv"
    return [COMMAND, "batch", common, "--data", data, "-o", out, "--name", "{{ van_ban.so }}", "--jobs", jobs]


def _timed(words: list[object]) -> float:
    start = time.perf_counter()
    done = subprocess.run([str(COMMAND), *map(str, words)], capture_output=True, text=True, check=False, env=_environment())
    seconds = time.perf_counter() - start
    assert done.returncode == 0, done.stderr[-2000:]
    return seconds


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _new(folder: Path) -> Path:
    """Return a new folder; all are removed at the very end: ext4 creates files ten times slower for minutes after others were deleted.

    What others wrote is put on the disk first: our command waits for its own files, and would wait for theirs.
    """
    os.sync()
    return Path(tempfile.mkdtemp(dir=folder))


if __name__ == "__main__":
    main()
