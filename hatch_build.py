"""Build hooks: catalogues of messages are compiled, what is dear to make is made ready, the README's links hold on an index.

Also a script: ``python hatch_build.py`` compiles and makes ready in place.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

_LOCALE = Path(__file__).parent / "notice_gen" / "locale"


def compile_catalogues() -> None:
    """Write a ``.mo`` beside every ``.po`` that is newer than it."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - a build need, not there when linting
    from babel.messages.pofile import read_po  # noqa: PLC0415

    for po in sorted(_LOCALE.glob("*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if mo.is_file() and mo.stat().st_mtime_ns >= po.stat().st_mtime_ns:
            continue
        with po.open("rb") as source:
            catalogue = read_po(source, locale=po.parents[1].name)
        # Through a temporary name: two installs at once must not read half a file.
        fresh = mo.with_suffix(".mo.tmp")
        with fresh.open("wb") as target:
            write_mo(target, catalogue)
        fresh.replace(mo)


def make_ready() -> None:
    """Write what every first run would make: by the program itself, in a process of its own."""
    subprocess.run([sys.executable, "-m", "tools.make_ready"], cwd=Path(__file__).parent, check=True)


def readme(text: str, repository: str) -> str:
    """Return the README for a package index, where nothing lies beside it: links lead to the repository, pictures to their files there."""
    whole = re.sub(r"(!\[[^\]]*\]\()(?!https?:)([^)\s]+)\)", rf"\1{repository}/raw/main/\2)", text)
    return re.sub(r"(\]\()(?!https?:|#|mailto:)([^)\s]+)\)", rf"\1{repository}/blob/main/\2)", whole)


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
    from hatchling.metadata.plugin.interface import MetadataHookInterface
except ImportError:  # as a script, where hatchling need not be installed
    pass
else:

    class Hook(BuildHookInterface):  # type: ignore[type-arg]
        """Compiles and makes ready before the files of the wheel are gathered, for an editable install too."""

        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002, D102
            compile_catalogues()
            make_ready()

    class ReadmeHook(MetadataHookInterface):
        """Gives the metadata the README of the repository, its links made whole."""

        PLUGIN_NAME = "custom"

        def update(self, metadata: dict[str, Any]) -> None:  # noqa: D102
            text = (Path(self.root) / "README.md").read_text("utf-8")
            metadata["readme"] = {"content-type": "text/markdown", "text": readme(text, metadata["urls"]["Repository"])}


if __name__ == "__main__":
    compile_catalogues()
    make_ready()
