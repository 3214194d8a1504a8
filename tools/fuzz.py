"""Feed the readers whatever leads them along new ways, for so many seconds: ``make fuzz``, ``python -m tools.fuzz 300 trusted``.

atheris (libFuzzer) changes what lies in ``tests/security/corpus``, watches which branches of notice_gen each change takes,
and goes on from those that took a new one.  An input that breaks a promise of ``tests/security/targets.py`` is left in
``build/fuzz``, to be mended and then kept in the corpus; what took new ways is left in ``build/fuzz/<target>``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOUND = ROOT / "build" / "fuzz"
_LONGEST = 4096  # bytes of an input
_SECONDS_EACH = 10  # for one input, under instrumentation
_MEGABYTES = 1500


def _one(target: str, seconds: int) -> int:
    """Fuzz one target in a process of its own, for libFuzzer ends the process it runs in."""
    own = FOUND / target
    own.mkdir(parents=True, exist_ok=True)
    limits = [f"-max_total_time={seconds}", f"-max_len={_LONGEST}", f"-timeout={_SECONDS_EACH}", f"-rss_limit_mb={_MEGABYTES}"]
    places = [f"-artifact_prefix={FOUND}/{target}-", str(own), str(ROOT / "tests" / "security" / "corpus" / target)]
    command = [sys.executable, "-m", "tools.fuzz", "--run", target, "-print_final_stats=1", *limits, *places]
    return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - our own command


def _run(target: str, options: list[str]) -> None:
    """Hand this process to libFuzzer."""
    import atheris

    with atheris.instrument_imports(include=["notice_gen"]):
        from tests.security.targets import TARGETS
    atheris.Setup([sys.argv[0], *options], TARGETS[target])
    atheris.Fuzz()


def main() -> int:
    """Fuzz the targets one after the other; 1 when an input broke a promise."""
    if sys.argv[1:2] == ["--run"]:
        _run(sys.argv[2], sys.argv[3:])
    names = sorted(path.name for path in (ROOT / "tests" / "security" / "corpus").iterdir() if path.is_dir())
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("seconds", type=int, nargs="?", default=60, help="in all")
    parser.add_argument("targets", nargs="*", help=f"of {', '.join(names)}; all of them if none is named")
    asked = parser.parse_args()
    if unknown := set(asked.targets) - {*names}:
        parser.error(f"no such target: {', '.join(unknown)}")
    targets = asked.targets or names
    broken = [name for name in targets if _one(name, max(asked.seconds // len(targets), 1))]
    sys.stdout.write(f"{', '.join(broken)}: see {FOUND}\n" if broken else "no promise was broken\n")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
