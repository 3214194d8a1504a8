"""Pydantic's core is loaded without the package around it, and the whole of pydantic is there for whoever imports it before or after.

So it is with ``inspect`` for the command line.
"""

import subprocess
import sys
from pathlib import Path

import pytest

_AFTER = """
import sys
from notice_gen.model.core import pydantic_core as core
assert not [name for name in sys.modules if name.startswith("pydantic")]
import pydantic
import pydantic_core
assert pydantic_core._pydantic_core.SchemaValidator is core.SchemaValidator is pydantic_core.SchemaValidator
try:
    pydantic.TypeAdapter(int).validate_python("x")
except core.ValidationError as error:
    assert isinstance(error, pydantic.ValidationError)
    print(error.errors()[0]["type"])
"""
_BEFORE = """
import pydantic_core
from notice_gen.model import core
assert core.pydantic_core is pydantic_core
print("int_parsing")
"""
_NO_FOLDER = """
import sys
from importlib.machinery import PathFinder
find, PathFinder.find_spec = PathFinder.find_spec, classmethod(lambda cls, name, *_: find(name, *_) if "pydantic" not in name else None)
sys.meta_path.append(type("Elsewhere", (), {"find_spec": staticmethod(lambda name, path=None, target=None: find(name, path))}))
from notice_gen.model import core
assert core.pydantic_core is sys.modules["pydantic_core"]
print("int_parsing")
"""


@pytest.mark.parametrize("program", [_AFTER, _BEFORE, _NO_FOLDER], ids=["after", "before", "found by another"])
def test_the_whole_package_is_there_with_the_same_classes(program):
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("int_parsing\n", "")


_PUT_OFF = """
import contextlib, io, sys
from notice_gen.cli import main
from notice_gen.cli.main import run
with contextlib.redirect_stdout(io.StringIO()) as said:
    run(["check", "templates/word/ten-loai.docx"])
assert "lxml.etree" in sys.modules
assert {"ast", "dis", "tokenize"}.isdisjoint(sys.modules)
import inspect
assert inspect.cleandoc("  a") == "a"
assert "dis" not in sys.modules
assert inspect.cleandoc("a\\n  b\\n") == "a\\nb" and list(inspect.signature(run).parameters) == ["args"]
assert inspect.getfullargspec(run).args == ["args"] and not hasattr(inspect, "khong_co")
from inspect import Signature
import inspect as whole
assert isinstance(inspect.signature(run), Signature) and whole.Signature is Signature and whole.__file__
with contextlib.suppress(ImportError):
    import inspect.khong_co
print("well")
"""
_THERE = """
import inspect
from notice_gen.cli import main
import sys
assert sys.modules["inspect"] is inspect and type(inspect) is type(sys)
print("well")
"""


@pytest.mark.parametrize("program", [_PUT_OFF, _THERE])
def test_inspect_is_loaded_when_it_is_asked_for_more_than_click_and_lxml_do(program):
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    assert done.stdout == "well\n", done.stderr
