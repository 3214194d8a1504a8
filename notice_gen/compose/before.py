"""What was written for the notice before: of a mailing's texts, only those that see something else are written again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from operator import is_, is_not, itemgetter
from typing import Any, Protocol

from notice_gen import expressions
from notice_gen.records import record


class Plan(Protocol):
    """Steps, of which some are lines to be written from their ``source``."""

    @property
    def steps(self) -> tuple[Any, ...]:
        """All of them."""
        ...

    @property
    def open(self) -> Sequence[int]:
        """The places of those that are to be written."""
        ...


class Before:
    """What was written for a notice before: of a plan that is the very same only those steps are written again that see something else."""

    def __init__(self) -> None:
        self._shared: tuple[object, ...] = ()
        self._written: dict[int, _Written] = {}

    def begin(self, *shared: object) -> None:
        """Begin a notice; what was written where one of *shared* was another is forgotten."""
        if len(shared) != len(self._shared) or not all(map(is_, shared, self._shared)):
            self._shared = shared
            self._written.clear()

    def of(self, plan: Plan, values: Mapping[str, Any]) -> tuple[list[Any], Sequence[int]] | None:
        """Return the steps of *plan* as they were written, and which of them see something else in *values*; None where none are kept."""
        written = self._written.get(id(plan))
        if written is None:
            return None
        others: set[int] = set()
        try:
            for group, look, seen, readers in written.reads:
                for steps in compress(readers, map(is_not, seen, look(values[group] if group else values))):
                    others.update(steps)
        except KeyError:  # a name that is not there this time
            return None
        return [*written.steps], sorted(others)

    def keep(self, plan: Plan, values: Mapping[str, Any], steps: Sequence[Any]) -> None:
        """Keep the *steps* of a plan as they were written; the plan too: as long as it is there, no other has its id."""
        if len(self._written) >= _KEPT:
            self._written.clear()
        named: dict[str, dict[str, list[int]]] = {}
        for n in plan.open:
            for group, name in expressions.named_in(plan.steps[n].source):
                named.setdefault(group, {}).setdefault(name, []).append(n)
        reads = []
        for group, names in named.items():
            look = itemgetter(*names, *names) if len(names) == 1 else itemgetter(*names)  # several: else it gives no tuple
            try:
                reads.append((group, look, look(values[group] if group else values), tuple(names.values())))
            except KeyError:  # a name that its expression can do without
                return
        self._written[id(plan)] = _Written(plan, tuple(reads), (*steps,))


_KEPT = 64


@record
class _Written:
    """A plan, of each group what its expressions saw and in which steps, and the steps as they were written."""

    plan: Plan
    reads: tuple[tuple[str, Callable[[Mapping[str, Any]], tuple[Any, ...]], tuple[Any, ...], tuple[Sequence[int], ...]], ...]
    steps: tuple[Any, ...]
