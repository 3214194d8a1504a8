"""A program in the place of LibreOffice, or of Word's PowerShell, which does with each paper what the paper's own words say."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

from tests.helpers.docx import docx, p

HANG, CRASH, NOTHING, PARTIAL, ONCE = b"treo", b"chet", b"khong", b"do dang", b"mot lan"
DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
"""How a paper of Word 97 begins; the words above go behind it."""

_SOFFICE = '''#!{python} -IS
import os, subprocess, sys, time
from pathlib import Path
here = Path(__file__).parent
words = sys.argv[1:]
at = words.index("--outdir")
to = words[words.index("--convert-to") + 1].split(":")[0]
out, papers = Path(words[at + 1]), words[at + 2 :]
own_children = True
'''
_POWERSHELL = '''#!{python} -IS
import os, re, subprocess, sys, time
from pathlib import Path
here = Path(__file__).parents[3]
to = re.match(r"\\$kind = '(docx|pdf)a?'\\n", sys.argv[sys.argv.index("-Command") + 1])[1]
out, papers = Path("ra").absolute(), sorted(Path("vao").iterdir(), key=lambda path: int(path.stem))
own_children = False
'''
_DOES = '''
with (here / "goi.txt").open("a") as log:
    print(len(papers), file=log)
for paper in map(Path, papers):
    data, made = paper.read_bytes(), out / f"{{paper.stem}}.{{to}}"
    if data.endswith(b"{nothing}") or (here / "hong").exists():
        continue
    if data.endswith(b"{hang}"):
        child = subprocess.Popen(["sleep", "1000"], start_new_session=not own_children)
        own_children or Path("kem-theo.txt").write_text(str(child.pid))
        (here / "so.tam").write_text(f"{{os.getpid()}} {{child.pid}}")
        (here / "so.tam").rename(here / "so.txt")
        time.sleep(1000)
    if data.endswith(b"{crash}") or (data.endswith(b"{once}") and not (here / "roi").exists()):
        (here / "roi").touch()
        os.kill(os.getpid(), 11)
    good = (here / f"tot.{{to}}").read_bytes()
    made.write_bytes(good[: len(good) // 2] if data.endswith(b"{partial}") else good)
'''


def pretend(folder: Path, good: bytes = b"") -> Path:
    """Put the program into *folder* and return its path; what it makes of a good paper is *good*, or a Word file of one line."""
    return _put(folder / "soffice", _SOFFICE, folder, good)


def pretend_word(folder: Path, monkeypatch) -> Path:
    """Let the machine be a Windows with Word, as far as this program asks, and without LibreOffice; return the PowerShell's path."""
    absent(monkeypatch)
    monkeypatch.setenv("SYSTEMROOT", str(folder))
    key = SimpleNamespace(HKEY_CLASSES_ROOT=0, OpenKey=lambda *_: None, CloseKey=lambda _: None)
    monkeypatch.setitem(sys.modules, "winreg", key)
    return _put(folder / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe", _POWERSHELL, folder)


def _put(script: Path, head: str, folder: Path, good: bytes = b"") -> Path:
    script.parent.mkdir(parents=True, exist_ok=True)
    (folder / "tot.docx").write_bytes(good or docx(p("Một dòng.")))
    (folder / "tot.pdf").write_bytes(b"%PDF-1.7\n" + b"x" * 2000 + b"\n%%EOF\n")
    words = {"hang": HANG, "crash": CRASH, "nothing": NOTHING, "partial": PARTIAL, "once": ONCE}
    script.write_text((head + _DOES).format(python=sys.executable, **{name: word.decode() for name, word in words.items()}), "utf-8")
    script.chmod(0o755)
    return script


def calls(folder: Path) -> list[int]:
    """How many papers each call of the program in *folder* had."""
    log = folder / "goi.txt"
    return [int(line) for line in log.read_text("utf-8").split()] if log.exists() else []


def absent(monkeypatch) -> None:
    """Let the machine be one without LibreOffice."""
    monkeypatch.delenv("NOTICE_GEN_SOFFICE", raising=False)
    monkeypatch.setattr("notice_gen.convert.finding._NAMES", ())
    monkeypatch.setattr("notice_gen.convert.finding._usual", lambda: iter(()))
