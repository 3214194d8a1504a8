"""Build the Word files of ``templates/word`` from the decree's data: the same bytes each time.

    python templates/build.py            write them
    python templates/build.py --check    fail when a committed file is not what would be written

docs/dev/templates.md is the manual of the tags, and of adding a form; docs/dev/analysis/forms.md says why each
page is so.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from forms import FORMS  # noqa: E402 - a script: its folder comes first
from package import differing, zipped  # noqa: E402

FOLDER = Path(__file__).parent / "word"


def main(arguments: list[str]) -> int:
    """Build, or check with ``--check``; return the exit code."""
    if arguments != ["--check"]:
        for name, parts in FORMS.items():
            (FOLDER / f"{name}.docx").write_bytes(zipped(parts))
        return 0
    wrong = {path.name for path in FOLDER.glob("*.docx")} ^ {f"{name}.docx" for name in FORMS}
    faults = [f"{name}: no such form, or no such file" for name in sorted(wrong)]
    for name, parts in FORMS.items():
        path = FOLDER / f"{name}.docx"
        if path.name not in wrong and (parts_wrong := differing(parts, path.read_bytes())):
            faults.append(f"{path.name} is not what build.py writes: {', '.join(parts_wrong)}")
    if faults:
        print(*faults, "run python templates/build.py", sep="\n", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
