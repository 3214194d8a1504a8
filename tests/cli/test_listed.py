"""``--help`` lists the commands without loading them, and says what loading them says."""

import subprocess
import sys

import pytest

from notice_gen import ready
from notice_gen.cli.main import run


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_made_ready_lists_the_same_commands(lang, capsys, monkeypatch):
    run(["--lang", lang, "--help"])
    listed = capsys.readouterr().out
    monkeypatch.setattr(ready, "plain", lambda *_, **__: None)
    run(["--lang", lang, "--help"])
    assert capsys.readouterr().out == listed
    assert "take-edits" in listed


def test_no_command_is_loaded_to_be_listed():
    program = "import sys; from notice_gen.cli.main import run; run(['--help']); print([name for name in sys.modules if '.cmd_' in name])"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"
