"""``inspect``, which ``dataclasses``, ``click`` and ``lxml`` import and hardly ever ask anything of: loaded when somebody does.

With ``ast``, ``dis`` and ``tokenize`` it takes as long to load as a page takes to print.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_NAME = "inspect"


class _Later(ModuleType):
    """Stands for the module until it is asked for what is not here; whoever imported it by then goes through it ever after."""

    def cleandoc(self, text: str) -> str:
        """As :func:`inspect.cleandoc`: click has the help of every option cleaned, and ours are a line each."""
        return self.__getattr__("cleandoc")(text) if "\n" in text or "\t" in text else text.lstrip()

    def getfullargspec(self, function: Any) -> Any:
        """As :func:`inspect.getfullargspec`: lxml takes it as it is loaded, and calls it for functions of XPath, of which we have none."""
        return self.__getattr__("getfullargspec")(function)

    def __getattr__(self, name: str) -> Any:
        """Return what the module itself has."""
        if name == "__path__":  # it is no package
            raise AttributeError(name)
        if sys.modules.get(_NAME) is self:
            del sys.modules[_NAME]
        return getattr(import_module(_NAME), name)


def put_off_inspect() -> None:
    """Have ``inspect`` loaded when it is needed, unless it is loaded already."""
    sys.modules.setdefault(_NAME, _Later(_NAME))
