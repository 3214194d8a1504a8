"""The word lists of ``notice_gen/data/tu-ngu.toml``: each is used, each pattern built round them compiles."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import notice_gen
from notice_gen import facts
from notice_gen.facts import Phrases

PACKAGE = Path(notice_gen.__file__).parent
LISTS = facts.table("tu-ngu.toml")


def test_every_list_is_used_and_every_list_asked_for_is_there():
    texts = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py")]
    code = "\n".join(text for text in texts if "Phrases(" in text or "facts.words(" in text)
    calls = [node for node in ast.walk(ast.parse(code.replace("from __future__ import annotations", ""))) if isinstance(node, ast.Call)]
    patterns = [ast.unparse(call) for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Phrases"]
    asked = {key for pattern in patterns for key in re.findall(r"(?<!\{)\{([a-z_]+)\}(?!\})", pattern)}
    asked |= set(re.findall(r"facts\.words\([\"'](\w+)[\"']\)", code)) | {"quyen_han_bang_chu", "du_ca_the", "luon_du_ca_the"}
    assert asked == set(LISTS)


def test_no_list_says_a_phrase_twice():
    assert [key for key, phrases in LISTS.items() if any(phrases.count(one) > 1 for one in phrases)] == []


def test_every_pattern_compiles():
    found = 0
    for room in ("check", "vietnamese", "legal"):
        package = importlib.import_module(f"notice_gen.{room}")
        for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".rules." not in one.name:
                for thing in vars(importlib.import_module(one.name)).values():
                    if isinstance(thing, Phrases):
                        thing.search("")
                        found += 1
    assert found > 15
