"""The file operations of a process, recorded by strace, and what a disk holds when they stop at any of them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_CALLS = "openat,creat,write,pwrite64,ftruncate,lseek,fsync,fdatasync,syncfs,link,linkat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,close"
_OF_FILES = frozenset({"lseek", "write", "pwrite64", "ftruncate", "fsync", "fdatasync", "syncfs"})
_OF_NAMES = {
    "link": "link", "linkat": "link", "rename": "rename", "renameat": "rename", "renameat2": "rename", "unlink": "unlink", "unlinkat": "unlink",
    "mkdir": "mkdir", "mkdirat": "mkdir", "rmdir": "rmdir",
}  # fmt: skip
_LINE = re.compile(r"(?P<pid>\d+) +(?P<call>\w+)\((?P<args>.*)\) += (?P<result>-?\d+)(?:<[^>]*>)?.*", re.DOTALL)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(?:\.\.\.)?')
_PATH = re.compile(r'(?:(AT_FDCWD|\d+), )?"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Operation:
    """One call that changed something below the folder: its name, its paths from there, the bytes and where they went."""

    call: str
    paths: tuple[str, ...]
    data: bytes = b""
    offset: int = 0


def recorded(command: Sequence[str], folder: Path, log: Path) -> list[Operation]:
    """Run *command* in *folder* and return what it did to files below it, in order."""
    # No -y: the paths of descriptors are followed here, so that a file without a name keeps its own.
    done = subprocess.run(
        ["strace", "-f", "-xx", "-s", "16777216", "-e", f"trace={_CALLS}", "-e", "signal=none", "-o", str(log), *command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    trace = _Trace(folder)
    calls = ((found["call"], found["args"], int(found["result"])) for found in _whole_lines(log))
    return [operation for call, args, result in calls if result >= 0 for operation in trace.operations(call, args, result)]


def _whole_lines(log: Path) -> Iterator[re.Match[str]]:
    """Yield every call, one that was interrupted by another put together again."""
    begun: dict[str, str] = {}
    for line in log.read_text("ascii").splitlines():
        pid, _, rest = line.partition(" ")
        if rest.endswith("<unfinished ...>"):
            begun[pid] = rest.removesuffix("<unfinished ...>")
            continue
        resumed = re.match(r" *<\.\.\. \w+ resumed>(.*)", rest, re.DOTALL)
        found = _LINE.fullmatch(f"{pid} {begun.pop(pid)}{resumed[1]}" if resumed else line)
        if found:
            yield found


class _Trace:
    """Follows descriptors: which file below the folder each is, and where in it."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.resolve()
        self._files: dict[int, tuple[str, bool]] = {}  # path below the folder, opened to append
        self._at: dict[int, int] = {}

    def operations(self, call: str, args: str, result: int) -> Iterator[Operation]:
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(args)]
        number = int(first[1]) if (first := re.match(r"(\d+)\b", args)) else -1
        if call in {"openat", "creat"}:
            yield from self._opened(self._paths(args)[0], args, result)
        elif call == "close":
            self._files.pop(number, None)
        elif number in self._files and call in _OF_FILES:
            yield from self._of_file(call, args, number, texts, result)
        elif call in _OF_NAMES:
            paths = tuple(path for path in self._paths(args) if path is not None)
            if len(paths) == len(texts):
                yield Operation("rmdir" if "AT_REMOVEDIR" in args else _OF_NAMES[call], paths)

    def _paths(self, args: str) -> list[str | None]:
        """Return the paths named, from the working folder or from an open one."""
        return [self._below(folder, bytes.fromhex(text.replace("\\x", ""))) for folder, text in _PATH.findall(args)]

    def _below(self, folder: str, text: bytes) -> str | None:
        base = self._files[int(folder)][0] if folder.isdecimal() and int(folder) in self._files else ""
        path = Path(os.path.normpath(self._root / base / text.decode()))
        return str(path.relative_to(self._root)) if path.is_relative_to(self._root) else None

    def _opened(self, path: str | None, args: str, number: int) -> Iterator[Operation]:
        self._files.pop(number, None)
        if path is not None:
            self._files[number], self._at[number] = (path, "O_APPEND" in args), 0
            if "O_CREAT" in args:
                yield Operation("create", (path,))
            if "O_TRUNC" in args:
                yield Operation("ftruncate", (path,), offset=0)

    def _of_file(self, call: str, args: str, number: int, texts: list[bytes], result: int) -> Iterator[Operation]:
        path, appends = self._files[number]
        if call == "lseek":
            self._at[number] = result
        elif call == "write":
            yield Operation("append" if appends else "write", (path,), texts[0][:result], self._at[number])
            self._at[number] += result
        elif call == "pwrite64":
            yield Operation("write", (path,), texts[0][:result], int(args.rsplit(",", 1)[1]))
        elif call == "ftruncate":
            yield Operation("ftruncate", (path,), offset=int(args.rsplit(",", 1)[1]))
        else:
            yield Operation("syncfs" if call == "syncfs" else "fsync", (path,))


@dataclass
class _File:
    data: bytearray = field(default_factory=bytearray)
    kept: bytes = b""

    def change(self, operation: Operation) -> None:
        """Write, append or cut."""
        start = len(self.data) if operation.call == "append" else operation.offset
        if operation.call == "ftruncate":
            del self.data[start:]
        self.data.extend(b"\0" * (start - len(self.data)))
        self.data[start : start + len(operation.data)] = operation.data


class Disk:
    """What the disk holds: names, and of each file what was written and what of it is safe."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._names: dict[str, _File | None] = {".": None, **{name: _File(bytearray(data), data) for name, data in files.items()}}
        self._kept = dict(self._names)

    def do(self, operation: Operation) -> None:
        """Carry out one operation."""
        path, names = operation.paths[0], self._names
        file = names.get(path)
        match operation.call:
            case "create":
                names.setdefault(path, _File())
            case "mkdir":
                names[path] = None
            case "link":
                names[operation.paths[1]] = file
            case "rename":
                names[operation.paths[1]] = names.pop(path)
            case "unlink" | "rmdir":
                names.pop(path)
            case "fsync" | "syncfs":
                self._keep([*names.values()] if operation.call == "syncfs" else [file])
            case _ if file:
                file.change(operation)

    def _keep(self, files: list[_File | None]) -> None:
        for file in files:
            if file:
                file.kept = bytes(file.data)
        self._kept = dict(self._names)  # a journal is written up to here with it

    def states(self) -> Iterator[dict[str, bytes | None]]:
        """Yield what may be found afterwards: after a kill; after a loss of power that spares names; after one that spares only what was waited for."""
        yield {name: bytes(file.data) if file else None for name, file in self._names.items()}
        yield {name: file.kept if file else None for name, file in self._names.items()}
        yield {name: file.kept if file else None for name, file in self._kept.items()}


def laid_out(state: dict[str, bytes | None], folder: Path) -> None:
    """Put *state* into an empty folder."""
    for name in sorted(state):
        data = state[name]
        if data is None:
            (folder / name).mkdir(parents=True, exist_ok=True)
    for name, data in state.items():
        if data is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
