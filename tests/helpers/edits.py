"""A printed paper edited as somebody edits it in Word: one random change of its XML, the same for the same seed."""

from __future__ import annotations

import copy
import io
import itertools
import re
import zipfile
from random import Random
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = ("Doan", "Gach", "Cong")
_LABEL = re.compile(r"(?:Điều \d+\.|\d+\.|[a-zđ]\)|[IVX]+\.)\s")
_NEW = ("Giao Văn phòng theo dõi việc thực hiện", "bổ sung số liệu đến hết tháng", "Đề nghị các thôn gửi báo cáo đúng hạn")
KINDS = (
    "words", "words", "words", "paragraph added", "paragraph removed", "paragraphs moved", "cell", "row added", "row removed", "recipient added",
    "recipient removed", "basis changed", "heading", "bold",
)  # fmt: skip


def edited(docx: bytes, seed: int) -> tuple[bytes, str]:
    """Return the paper with one change, and which kind it is; empty where the paper has nothing of the kind drawn."""
    random = Random(seed)  # noqa: S311
    files = _unzipped(docx)
    root = etree.fromstring(files["word/document.xml"])
    kind = random.choice(KINDS)
    if not _edit(root, kind, random):
        return docx, ""
    return _zipped(files, root), kind


def _unzipped(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(files: dict[str, bytes], root: Any) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if name == "word/document.xml" else data)
    return held.getvalue()


def _edit(root: Any, kind: str, random: Random) -> bool:
    if kind == "words":
        return _words(random, [*_styled(root, *_TEXT)])
    if kind == "heading":
        return _words(random, [*_styled(root, "Khoan", "Dieu", "Diem")])
    if kind == "basis changed":
        return _words(random, [*_styled(root, "CanCu")])
    if kind == "cell":
        return _cell(root, random)
    if kind.startswith("row"):
        return _row(root, random, add=kind == "row added")
    if kind.startswith("recipient"):
        return _recipient(root, random, add=kind == "recipient added")
    if kind == "bold":
        return _bold(random, [*_styled(root, "Doan", "Gach")])
    return _paragraph(root, kind, random)


def restructured(docx: bytes, kind: str, seed: int) -> bytes:
    """Return the paper with a section added or removed, later ones numbered again by hand, or a paragraph split; as it is where it cannot."""
    files = _unzipped(docx)
    root = etree.fromstring(files["word/document.xml"])
    {"section added": _section_added, "section removed": _section_removed, "split": _split}[kind](root, Random(seed))  # noqa: S311
    return _zipped(files, root)


def _numbered(root: Any) -> list[Any]:
    return [p for p in _styled(root, "Khoan", "Dieu", "Muc") if re.match(r"\d+\. ", text_of(p))]


def _renumber(several: list[Any], by: int) -> None:
    """Number headings again, as far as they follow each other."""
    last = 0
    for p in several:
        first = next(p.iter(W + "t"))
        number = int(text_of(p).split(".")[0])
        if number <= last:
            break
        last = number
        first.text = re.sub(r"^\d+", str(number + by), first.text)


def _section_added(root: Any, random: Random) -> None:
    heads = _numbered(root)
    if heads:
        at = random.randrange(len(heads))
        new, line = copy.deepcopy(heads[at]), copy.deepcopy(heads[at])
        _say(new, f"{text_of(new).split('.')[0]}. Nội dung được bổ sung")
        _say(line, _NEW[0])
        line.find(f"{W}pPr/{W}pStyle").set(W + "val", "Doan")
        heads[at].addprevious(new)
        if random.random() < 0.5:
            new.addnext(line)
        _renumber(heads[at:], 1)


def _section_removed(root: Any, random: Random) -> None:
    heads = _numbered(root)
    free = [n for n, (a, b) in enumerate(itertools.pairwise(heads)) if _numbers(a) + 1 == _numbers(b) and _plain_between(a, b)]
    if free:
        at = random.choice(free)
        while heads[at].getnext() is not heads[at + 1]:
            heads[at].getparent().remove(heads[at].getnext())
        heads[at].getparent().remove(heads[at])
        _renumber(heads[at + 1 :], -1)


def _numbers(p: Any) -> int:
    return int(text_of(p).split(".")[0])


def _plain_between(a: Any, b: Any) -> bool:
    between = list(itertools.takewhile(lambda one: one is not b, a.itersiblings()))
    return a.getparent() is b.getparent() and all(one.tag == W + "p" and one.find(f".//{W}sectPr") is None for one in between)


def _split(root: Any, random: Random) -> None:
    several = [p for p in _styled(root, "Doan") if len(text_of(p).split()) > 12 and len(p.findall(W + "r")) == 1]
    if several:
        p = random.choice(several)
        words = text_of(p).split(" ")
        at = random.randrange(4, len(words) - 4)
        new = copy.deepcopy(p)
        _say(p, " ".join(words[:at]) + ".")
        _say(new, "Đồng thời " + " ".join(words[at:]))
        p.addnext(new)


def _styled(root: Any, *styles: str) -> list[Any]:
    return [p for p in root.iter(W + "p") if p.find(f"{W}pPr/{W}pStyle") is not None and p.find(f"{W}pPr/{W}pStyle").get(W + "val") in styles]


def text_of(p: Any) -> str:
    """The words of a paragraph."""
    return "".join(t.text or "" for t in p.iter(W + "t"))


def _words_of(run: Any) -> list[str]:
    return (run.find(W + "t").text or "").split()


def _words(random: Random, paragraphs: list[Any]) -> bool:
    texts = [t for p in paragraphs for t in p.iter(W + "t") if len((t.text or "").split()) > 3]
    if not texts:
        return False
    t = random.choice(texts)
    words = t.text.split(" ")
    n = random.randrange(2, len(words) - 1) if len(words) > 3 else 1
    change = random.choice(["replace", "insert", "delete"])
    if change == "replace":
        words[n] = "khẩn trương"
    elif change == "insert":
        words.insert(n, "kịp thời")
    elif len(words) > 4:
        del words[n]
    t.text = " ".join(words)
    return True


def _bold(random: Random, paragraphs: list[Any]) -> bool:
    runs = [(p, r) for p in paragraphs for r in p.findall(W + "r") if r.find(W + "t") is not None and len(_words_of(r)) > 6]
    if not runs:
        return False
    _, run = random.choice(runs)
    t = run.find(W + "t")
    words = t.text.split(" ")
    n = random.randrange(3, len(words) - 2)
    pieces = [" ".join(words[:n]) + " ", words[n], " " + " ".join(words[n + 1 :])]
    at = run.getparent().index(run)
    for i, piece in enumerate(pieces):
        new = copy.deepcopy(run)
        new.find(W + "t").text = piece
        new.find(W + "t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if i == 1:
            rpr = new.find(W + "rPr")
            if rpr is None:
                rpr = etree.Element(W + "rPr")
                new.insert(0, rpr)
            if rpr.find(W + "b") is None:
                rpr.insert(0, etree.Element(W + "b"))
        run.getparent().insert(at + 1 + i, new)
    run.getparent().remove(run)
    return True


def _say(p: Any, text: str) -> None:
    texts = [*p.iter(W + "t")]
    texts[0].text = text
    for t in texts[1:]:
        t.getparent().remove(t)


def _paragraph(root: Any, kind: str, random: Random) -> bool:
    free = [p for p in _styled(root, *_TEXT) if not _LABEL.match(text_of(p)) and not text_of(p).rstrip().endswith("./.")]
    if kind == "paragraph added" and free:
        p = random.choice(free)
        new = copy.deepcopy(p)
        mark = re.match(r"[-+] ", text_of(p))
        _say(new, f"{mark[0] if mark else ''}{random.choice(_NEW)}{random.choice(['.', ';'])}")
        p.addnext(new)
        return True
    if kind == "paragraph removed":
        several = [p for p in free if _style(p.getprevious()) in _TEXT and p.getnext() is not None and _style(p.getnext()) in _TEXT]
        if several:
            p = random.choice(several)
            p.getparent().remove(p)
            return True
    if kind == "paragraphs moved":
        pairs = [p for p in free if p.getnext() in free and _style(p.getnext()) == _style(p)]
        if pairs:
            p = random.choice(pairs)
            p.getnext().addnext(p)
            return True
    return False


def _style(p: Any) -> str:
    found = p.find(f"{W}pPr/{W}pStyle") if p is not None and p.tag == W + "p" else None
    return "" if found is None or _LABEL.match(text_of(p)) else found.get(W + "val")


def _tables(root: Any) -> list[Any]:
    return [t for t in root.iter(W + "tbl") if t.find(f"{W}tblPr/{W}tblStyle") is not None and t.find(f"{W}tblPr/{W}tblStyle").get(W + "val") == "BangSoLieu"]


def _rows(table: Any) -> list[Any]:
    rows = table.findall(W + "tr")[1:]
    return [row for row in rows if not text_of(row).startswith("Tổng cộng")]


def _cell(root: Any, random: Random) -> bool:
    cells = [cell for table in _tables(root) for row in _rows(table) for cell in row.findall(W + "tc")[1:] if re.search(r"[^\W\d]{2}", text_of(cell))]
    if not cells:
        return False
    _say(random.choice(cells), "Thôn Mới Lập")
    return True


def _row(root: Any, random: Random, *, add: bool) -> bool:
    tables = [table for table in _tables(root) if len(_rows(table)) > 2 and not any(text_of(row).startswith("Tổng cộng") for row in table.findall(W + "tr"))]
    if not tables:
        return False
    row = random.choice(_rows(random.choice(tables)))
    if add:
        new = copy.deepcopy(row)
        for n, cell in enumerate(new.findall(W + "tc")):
            if text_of(cell):
                _say(cell, f"Ô mới {n}")
        row.addnext(new)
    else:
        row.getparent().remove(row)
    return True


def _recipient(root: Any, random: Random, *, add: bool) -> bool:
    lines = [p for p in _styled(root, "NoiNhanMuc") if "Lưu:" not in text_of(p) and not text_of(p).startswith(("- Như", "- Ông"))]
    if not lines:
        return False
    p = random.choice(lines)
    if add:
        new = copy.deepcopy(p)
        _say(new, "- Trung tâm Phục vụ hành chính công;")
        p.addnext(new)
    elif len(lines) > 1:
        p.getparent().remove(p)
    else:
        return False
    return True
