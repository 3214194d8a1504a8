"""Long lists, put aside in files without a name: of what a hundred thousand rows need, that of a few is in memory.

Nobody else can open such a file, and it is gone with this process: what is read from it is what was put into it.
"""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar, overload

from notice_gen.errors import N_, OutputError, Problem

T = TypeVar("T")

_GROUP = 64  # things written, and read, at a time
_HELD = 1 << 20  # bytes from which on there is a file


class Shelf(Sequence[T], Generic[T]):
    """A list that grows, and whose things do not change: those read last and those added last are in memory.

    >>> several = Shelf()
    >>> for n in range(100):
    ...     several.append((n, "xã"))
    >>> len(several), several[3], several[99], [n for n, _ in several] == [*range(100)]
    (100, (3, 'xã'), (99, 'xã'), True)
    """

    def __init__(self, group: int = _GROUP) -> None:
        """Write and read *group* things at a time."""
        self._group = group
        self._file = tempfile.SpooledTemporaryFile(_HELD)  # noqa: SIM115 - open as long as the list is there
        weakref.finalize(self, self._file.close)
        self._begins: list[int] = []  # of each group, where it stands
        self._new: list[T] = []
        self._read: tuple[int, list[T]] = (-1, [])

    def append(self, thing: T) -> None:
        """Add a thing at the end.  Raises OutputError: the disk is full."""
        self._new.append(thing)
        if len(self._new) == self._group:
            try:
                self._begins.append(self._file.seek(0, 2))
                self._file.write(pickle.dumps(self._new))
            except OSError as error:
                message, hint = N_("Ổ đĩa đã đầy, không ghi được “{tep}”."), N_("Xóa bớt tệp rồi chạy lại.")
                raise OutputError(Problem(message, hint, {"tep": tempfile.gettempdir()})) from error
            self._new = []

    def __len__(self) -> int:
        return len(self._begins) * self._group + len(self._new)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        number, at = divmod(index, self._group)
        if number == len(self._begins):
            return self._new[at]
        if number != self._read[0]:
            self._read = number, self._of(number)
        return self._read[1][at]

    def __iter__(self) -> Iterator[T]:
        for number in range(len(self._begins)):
            yield from self._of(number)
        yield from self._new

    def _of(self, number: int) -> list[T]:
        self._file.seek(self._begins[number])
        return pickle.load(self._file)  # type: ignore[no-any-return]  # noqa: S301 - ours
