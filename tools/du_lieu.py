"""Make a bundle of data for `notice-gen data update`.

Usage:
    python tools/du_lieu.py 2026-12-15 "Sở Nội vụ A" -o du-lieu-2026-12-15.zip notice_gen/data/ngay-nghi.toml …

Only files of facts may come (notice_gen/installed.py); the bundle is judged as an office's `notice-gen data check` will judge it.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from notice_gen import bundles


def main() -> int:
    """Write the bundle and say what is wrong with it; returns 1 when something is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ngay", type=date.fromisoformat)
    parser.add_argument("nguon")
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    given.output.write_bytes(bundles.bundle(given.ngay, given.nguon, {path.name: path.read_bytes() for path in given.files}))
    problems = bundles.judged(*bundles.laid_over(*bundles.opened(given.output)))
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
