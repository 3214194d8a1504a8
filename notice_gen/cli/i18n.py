"""Which language to speak: that of the option or of the environment, for our sentences and for click's."""

from __future__ import annotations

import copy
import gettext
import os
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import TypeVar

import click

from notice_gen.errors import LOCALE, Say, say_in

C = TypeVar("C", bound=click.Command)


def chosen(args: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language of ``--lang``, else of ``NOTICE_GEN_LANG``, else Vietnamese.

    Looked for before click reads the arguments, because help and usage errors speak it too.

    >>> chosen(["render", "--lang", "en"], {}), chosen([], {"NOTICE_GEN_LANG": "en_US"}), chosen([], {"LANG": "C"})
    ('en', 'en', 'vi')
    """
    wish = environ.get("NOTICE_GEN_LANG", "")
    for option, value in zip_longest(args, args[1:], fillvalue=""):
        if option == "--":
            break
        if option == "--lang":
            wish = value
        elif option.startswith("--lang="):
            wish = option.removeprefix("--lang=")
    return "en" if wish.lower().startswith("en") else "vi"


def speak(language: str) -> Say:
    """Return what says our sentences in *language*, and let click say its own in it."""
    # click translates with gettext's default domain, whose language comes only from the environment.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", LOCALE)
    return say_in(language)


def spoken() -> str:
    """Return the language that :func:`speak` was last given."""
    return os.environ.get("LANGUAGE") or "vi"


def translated(command: C, say: Say) -> C:
    """Return a copy of *command*, its options and its subcommands, whose help *say* has translated."""
    out = copy.copy(command)
    out.help = say(command.help or "")
    out.short_help = say(command.short_help or "")
    out.options_metavar = say(command.options_metavar or "")
    out.params = [_translated_option(param, say) for param in command.params]
    if isinstance(out, click.Group):
        out.subcommand_metavar = say(out.subcommand_metavar or "")
        out.commands = {name: translated(child, say) for name, child in out.commands.items()}
    return out


def _translated_option(param: click.Parameter, say: Say) -> click.Parameter:
    out = copy.copy(param)
    if isinstance(out, click.Option):
        out.help = say(out.help or "")
    if isinstance(out.metavar, str):
        out.metavar = say(out.metavar)
    return out
