"""Pydantic's core is loaded without the package around it, and the whole of pydantic is there for whoever imports it before or after."""

import subprocess
import sys

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
