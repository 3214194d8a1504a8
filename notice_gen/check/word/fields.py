"""Fields: codes are not shown, results are; a page number is a field wherever it stands (ECMA-376 Part 1, §17.16)."""

from __future__ import annotations

from notice_gen.check.word.names import Element, W


class Fields:
    """The complex fields open at a place of a story; they nest, and may reach over paragraphs."""

    def __init__(self) -> None:
        """Begin with no field open."""
        self._open: list[list[str]] = []  # its code, and "result" once the code has ended
        self.page_number = False

    def character(self, element: Element) -> None:
        """Take a ``w:fldChar``."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(["", ""])
        elif kind == "separate" and self._open:
            self._open[-1][1] = "result"
        elif kind == "end" and self._open:
            self.code_ended(self._open.pop()[0])

    def code(self, text: str) -> None:
        """Take a piece of a ``w:instrText``."""
        if self._open and len(self._open[-1][0]) < 1000:
            self._open[-1][0] += text

    def code_ended(self, code: str) -> None:
        """Note what a field's whole code asks for."""
        if code.upper().split(maxsplit=1)[:1] == ["PAGE"]:
            self.page_number = True

    @property
    def hidden(self) -> bool:
        """Whether text here belongs to a code."""
        return any(not one[1] for one in self._open)

    def paragraph_ended(self) -> None:
        """Forget a code that never ended, else a broken file would lose all its text from there."""
        while self._open and not self._open[-1][1]:
            self.code_ended(self._open.pop()[0])
