"""The changes of a mutation run: mutmut's operators on every piece of code that a test could mind."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Mutant:
    """One change.

    Attributes:
        file: the changed file, from the root of the house.
        lines: the first and last line of the changed piece.
        rank: where it stands in the draw; the same as long as its function has the same piece.
        on_import: whether the piece runs when the file is imported, in no function.
        text: the file's text after the change.
        change: the changed lines before and after, without indentation.
    """

    file: str
    lines: tuple[int, int]
    rank: str
    on_import: bool
    node: cst.CSTNode = field(repr=False)
    new: cst.CSTNode = field(repr=False)
    module: cst.Module = field(repr=False)

    @cached_property
    def text(self) -> str:
        """The file's text after the change."""
        return cst.ensure_type(self.module.deep_replace(self.node, self.new), cst.Module).code

    @cached_property
    def digest(self) -> str:
        """A name for the change, the same as long as its file is."""
        return hashlib.sha256(f"{self.file}\0{self.text}".encode()).hexdigest()[:24]

    @property
    def change(self) -> tuple[str, str]:
        """The changed lines before and after, without indentation."""
        lines = list(difflib.ndiff(self.module.code.splitlines(), self.text.splitlines(), linejunk=None, charjunk=None))
        before, after = ("\n".join(line[2:].strip() for line in lines if line.startswith(sign)) for sign in ("- ", "+ "))
        return before, after


class _Visitor(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, file: str, module: cst.Module, seed: int) -> None:
        self.file, self.module, self.seed = file, module, seed
        self.mutants: list[Mutant] = []
        self._within: list[str] = []
        self._bodies: list[cst.BaseSuite] = []
        self._open = 0
        self._times: dict[str, int] = {}

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _is_no_behaviour(node):
            return False
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self._within.append(node.name.value)
        if isinstance(node, cst.FunctionDef):
            self._bodies.append(node.body)
        self._open += node in self._bodies[-1:]
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                for new in operator(node):
                    self._add(node, new, operator.__name__)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.FunctionDef | cst.ClassDef) and not _is_no_behaviour(original_node):
            self._within.pop()
        if original_node in self._bodies[-1:]:
            self._bodies.pop()
            self._open -= 1

    def _add(self, node: cst.CSTNode, new: cst.CSTNode, operator: str) -> None:
        old_code, new_code = self.module.code_for_node(node), self.module.code_for_node(new)
        if old_code.strip(" rbu\"'").lower() == "utf-8":
            return  # whatever the spelling, the same encoding
        place = self.get_metadata(PositionProvider, node)
        name = "\0".join((str(self.seed), self.file, ".".join(self._within), operator, old_code, new_code))
        nth = self._times[name] = self._times.get(name, 0) + 1
        rank = hashlib.sha256(f"{name}\0{nth}".encode()).hexdigest()
        self.mutants.append(Mutant(self.file, (place.start.line, place.end.line), rank, not self._open, node, new, self.module))


def _is_no_behaviour(node: cst.CSTNode) -> bool:
    """Whether a piece of code is for the reader, the type checker, the memory or the translator: no test could mind a change."""
    match node:
        case cst.Annotation() | cst.Decorator() | cst.Import() | cst.ImportFrom() | cst.Assert():
            return True
        case cst.Call(func=cst.Name(value="N_" | "TypeVar" | "cast" | "lru_cache" | "len" | "isinstance")):
            return True  # a sentence's wording is held by the catalogue, for all sentences at once
        case cst.Arg(keyword=cst.Name(value="strict" | "maxsize" | "encoding")):
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value="__all__"))]):
            return True
        case cst.If(test=cst.Name(value="TYPE_CHECKING")):
            return True
    return False


def mutants(files: Sequence[str], seed: int) -> list[Mutant]:
    """Return every change of *files*, in the order of the draw."""
    all_of_them: list[Mutant] = []
    for path in sorted({path for pattern in files for path in ROOT.glob(pattern)}):
        wrapper = MetadataWrapper(cst.parse_module(path.read_text("utf-8")), unsafe_skip_copy=True)
        visitor = _Visitor(str(path.relative_to(ROOT)), wrapper.module, seed)
        wrapper.visit(visitor)
        all_of_them += visitor.mutants
    return sorted(all_of_them, key=lambda mutant: mutant.rank)
