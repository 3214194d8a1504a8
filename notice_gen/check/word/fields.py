"""Fields: codes are not shown, results are; a page number is a field wherever it stands (ECMA-376 Part 1, §17.16)."""

from __future__ import annotations

from notice_gen.ooxml.names import Element, W


class Fields:
    """The complex fields open at a place of a story; they nest, and may reach over paragraphs."""

    def __init__(self) -> None:
        """Begin with no field open."""
        self._open: list[list[str]] = []  # its code, and "result" once the code has ended
        self._codes = 0  # how many of these are still in their code
        self.page_number = False
        self.touched = 0  # how many pieces of fields were met

    @property
    def idle(self) -> bool:
        """Whether no field is open."""
        return not self._open

    def character(self, element: Element) -> None:
        """Take a ``w:fldChar``."""
        self.touched += 1
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(["", ""])
            self._codes += 1
        elif kind == "separate" and self._open:
            self._codes -= not self._open[-1][1]
            self._open[-1][1] = "result"
        elif kind == "end" and self._open:
            self._close()

    def code(self, text: str) -> None:
        """Take a piece of a ``w:instrText``."""
        if self._open and len(self._open[-1][0]) < 1000:
            self._open[-1][0] += text

    def code_ended(self, code: str) -> None:
        """Note what a field's whole code asks for."""
        self.touched += 1
        if code.upper().split(maxsplit=1)[:1] == ["PAGE"]:
            self.page_number = True

    @property
    def hidden(self) -> bool:
        """Whether text here belongs to a code."""
        return self._codes > 0

    def paragraph_ended(self) -> None:
        """Forget a code that never ended, else a broken file would lose all its text from there."""
        while self._open and not self._open[-1][1]:
            self._close()

    def _close(self) -> None:
        code, result = self._open.pop()
        self._codes -= not result
        self.code_ended(code)
