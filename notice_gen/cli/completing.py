"""What a shell is told when somebody presses Tab: templates, rules, provinces, units, types, registers; files it finds by itself.

Click does the rest for bash, zsh and fish, :mod:`powershell` for PowerShell.  Nothing is read but what is shipped, and names of files.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import i18n
from notice_gen.errors import say_in

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

VARIABLE = "_NOTICE_GEN_COMPLETE"
"""By it click is asked, and not for a command."""

_MOST = 200  # of 3,321 units


def is_asked_for(environ: Mapping[str, str]) -> bool:
    """Say whether a shell asks, and no person."""
    return bool(environ.get(VARIABLE))


def templates(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return the templates whose names begin so, each with the name of its type."""
    from notice_gen import templates as shipped

    return _beginning(typed, ((mau, shipped.form_of(shipped.find(mau))[0]) for mau in shipped.names() if mau.startswith(typed)))


def rules(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return the rules and groups of rules whose codes begin so; of a list with commas, its last."""
    from notice_gen.check.rules import all_rules

    before, comma, last = typed.rpartition(",")
    say = say_in(i18n.spoken())
    known = {entry.rule.code: say(entry.rule.name) for entry in all_rules()}
    groups = dict.fromkeys(code.rstrip("0123456789") for code in known)
    named = [(code, "") for code in groups if code not in known] + list(known.items())
    return _beginning(typed, ((f"{before}{comma}{code}", name) for code, name in named if code.startswith(last.upper())), fits=True)


def provinces(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return today's provinces whose names begin so, accents or not."""
    from notice_gen.vietnamese import don_vi

    return _alike(typed, dict.fromkeys(unit.tinh.ten for unit in don_vi.tat_ca(_today())))


def conditions(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return conditions that name a unit: ``don_vi.ten == "…"``, its name begun."""
    head = 'don_vi.ten == "'
    if not typed.startswith(head):
        return _beginning(typed, [(head, ""), ('don_vi.ma == "', ""), ("so_lieu.", "")])
    from notice_gen.vietnamese import don_vi

    wish = typed.removeprefix(head)
    names = [unit.ten for unit in don_vi.tat_ca(_today()) if unit.ten.startswith(wish)]
    return _beginning(typed, [(f'{head}{name}"', "") for name in dict.fromkeys(names)][:_MOST])


def types(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return the codes of types of documents that begin so."""
    from notice_gen import legal

    known = {ma: loai for law in legal.every() for ma, loai in law.loai.items()}
    return _beginning(typed, ((ma, str(getattr(loai, "ten", ""))) for ma, loai in known.items() if ma.startswith(typed.upper())), fits=True)


def registers(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return the registers in the folder that is typed, the folders there, and the beginning of an address."""
    folder, name = os.path.split(typed)
    found = []
    try:
        for entry in sorted(os.scandir(folder or "."), key=lambda entry: entry.name):
            if entry.name.startswith(name) and not entry.name.startswith("."):
                path = os.path.join(folder, entry.name)  # noqa: PTH118 - as it was typed
                if entry.is_dir():
                    found.append((path + os.sep, ""))
                elif Path(entry.name).suffix == ".db":
                    found.append((path, ""))
    except OSError:
        pass
    return _beginning(typed, [*found, ("postgresql://", "")])


def item(value: str, words: str) -> CompletionItem:
    """Return what is offered: a word to type, and what it is."""
    from click.shell_completion import CompletionItem

    return CompletionItem(value, help=words or None)


def _beginning(typed: str, known: Iterable[tuple[str, str]], *, fits: bool = False) -> list[CompletionItem]:
    return [item(_as_typed(value), words) for value, words in known if fits or value.startswith(typed)]


def _alike(typed: str, names: Iterable[str]) -> list[CompletionItem]:
    from notice_gen.vietnamese import slug

    wish = slug(typed)
    return _beginning(typed, [(name, "") for name in names if wish in slug(name)][:_MOST], fits=True)


def _as_typed(value: str) -> str:
    """Return *value* for the line: bash puts it there as it is, the others in quotes where need be."""
    asked = os.environ.get(VARIABLE, "").startswith("bash")
    is_quoted = any(os.environ.get("COMP_WORDS", "").count(mark) % 2 for mark in "'\"")
    return shlex.quote(value) if asked and not is_quoted and not value.endswith(('"', os.sep)) else value


def _today() -> date:
    return datetime.now().astimezone().date()
