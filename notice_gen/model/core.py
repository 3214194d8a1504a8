"""The compiled core of pydantic, without the package around it.

``import pydantic_core`` also describes every schema there can be, with ``typing``: nine tenths of what loading it costs, and nothing that a
validator made ready asks for.  So its core is loaded from its own file.  It does not stay among the modules loaded: whoever imports
``pydantic_core`` later gets the whole of it, with the very same classes.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import ExtensionFileLoader, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING

__all__ = ["pydantic_core"]

_NAME = "pydantic_core"


def _loaded() -> ModuleType:
    """Return the core; the package itself where it is loaded anyway, or is no folder with a compiled core in it."""
    package = None if _NAME in sys.modules else PathFinder.find_spec(_NAME)
    if package and package.submodule_search_locations:
        spec = PathFinder.find_spec(f"{_NAME}._{_NAME}", package.submodule_search_locations)
        if spec and isinstance(spec.loader, ExtensionFileLoader) and spec.name not in sys.modules:
            core = spec.loader.create_module(spec)
            spec.loader.exec_module(core)
            sys.modules.pop(spec.name, None)  # where older releases put themselves
            return core
    return import_module(_NAME)


if TYPE_CHECKING:
    import pydantic_core
else:
    pydantic_core = _loaded()
