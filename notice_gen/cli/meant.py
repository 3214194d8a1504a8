"""What somebody meant who typed no command, or no template, by its name: the line to type instead."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from notice_gen.cli import options
from notice_gen.errors import N_, Say

_BY_SUFFIX = {".toml": "render", ".docx": "check", ".doc": "check", ".docm": "check"}
_ROWS = (".xlsx", ".xls", ".csv", ".ods")
_IN_WORDS = {
    "in": "render", "in-ra": "render", "in-van-ban": "render", "xuat": "render", "ket-xuat": "render", "print": "render", "build": "render",
    "tao": "new", "tao-moi": "new", "moi": "new", "soan": "new", "soan-thao": "new", "create": "new",
    "kiem-tra": "check", "kiem": "check", "soat": "check", "soat-loi": "check", "ra-soat": "check", "lint": "check",
    "khoi-tao": "init", "cai-dat": "init", "thiet-lap": "init", "setup": "init", "hang-loat": "batch", "in-hang-loat": "batch",
    "bang-so-lieu": "batch-form", "so": "register", "so-van-ban": "register", "dang-ky": "register", "mau": "templates",
    "nhap": "import", "nhap-word": "import", "so-sanh": "diff", "compare": "diff", "sync": "take-edits", "dong-bo": "take-edits",
    "nhan-lai": "take-edits", "xac-minh": "verify", "doi-chieu": "verify",
    "help": "--help", "tro-giup": "--help", "giup": "--help", "version": "--version", "phien-ban": "--version",
}  # fmt: skip
"""Commands by what a clerk calls them, without accents."""
_CLOSE = 0.6
_OF_A_PATH = frozenset("/\\.:~")


class Group(click.Group):
    """A command that holds others, and says which was meant by a name that none has."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named, as click has it.

        Raises click.UsageError: there is none of that name; with the line to type, where one is likely.
        """
        if args[0].startswith("-") or self.get_command(ctx, args[0]) or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        known = self.list_commands(ctx)
        line = _close(args, known) if ctx.parent else self._below(ctx, args) or _whole_line(args, known)
        say: Say = ctx.obj or str
        if line is None:
            raise options.usage_error(say, N_("Không có lệnh “{lenh}”. Các lệnh: {cac_lenh}."), lenh=args[0], cac_lenh=", ".join(known))
        typed = " ".join([ctx.command_path, *(options.typed(Path(word)) for word in line)])
        raise options.usage_error(say, N_("Không có lệnh “{lenh}”. Gõ: {dung}"), lenh=args[0], dung=typed)

    def _below(self, ctx: click.Context, args: list[str]) -> list[str] | None:
        """Return the line with the group whose command was named alone: ``void 12`` → ``register void 12``."""
        held = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        groups = (name for name, command in held.items() if isinstance(command, click.Group) and args[0].lower() in command.commands)
        return next(([name, args[0].lower(), *args[1:]] for name in groups), None)


def _whole_line(args: Sequence[str], known: Sequence[str]) -> list[str] | None:
    """Return the words that were likely meant after ``notice-gen``."""
    first, *rest = args
    suffix = Path(first).suffix.lower()
    if suffix in _BY_SUFFIX or suffix in _ROWS:
        return _of_files(args)
    if Path(f"{first}.toml").is_file():
        return ["render", f"{first}.toml", *rest]
    for n in (3, 2, 1):
        if n <= len(args) and (said := _IN_WORDS.get(_plain(" ".join(args[:n])))):
            return [said] if said.startswith("--") else [said, *args[n:]]
    for n in range(min(len(args), 4), 0, -1):
        if mau := template(args[:n]):
            return ["new", mau, *args[n:]]
    return _close(args, known) or _close_template(args)


def _of_files(args: Sequence[str]) -> list[str]:
    """Return the line for files named without a command: printed, checked, or printed for each row of a table."""
    common = [word for word in args if Path(word).suffix.lower() == ".toml"]
    rows = [word for word in args if Path(word).suffix.lower() in _ROWS]
    if rows:
        rest = [word for word in args if word not in (rows[0], *common[:1])]
        return ["batch", *(common[:1] or ["chung.toml"]), "--data", rows[0], *rest]
    return [_BY_SUFFIX[Path(args[0]).suffix.lower()], *args]


def _close(args: Sequence[str], known: Sequence[str]) -> list[str] | None:
    found = _nearest(args[0], known, _CLOSE)
    return [found, *args[1:]] if found else None


def _nearest(typed: str, known: Sequence[str], cutoff: float) -> str:
    import difflib

    return next(iter(difflib.get_close_matches(_plain(typed), known, n=1, cutoff=cutoff)), "")


def _close_template(args: Sequence[str]) -> list[str] | None:
    from notice_gen import templates

    found = _nearest(" ".join(args), templates.names(), 0.75)
    return ["new", found] if found else None


def template(words: Sequence[str]) -> str:
    """Return the template meant by *words*: its name, that of its type with accents or without, its code; empty for none.

    >>> [template(words.split()) for words in ("quyết định", "QĐ", "thong bao", "cv", "Giấy mời", "thong-bo", "TTr", "hđ")]
    ['quyet-dinh', 'quyet-dinh', 'thong-bao', 'cong-van', 'giay-moi', '', 'to-trinh', 'hop-dong']
    """
    from notice_gen import templates

    typed = " ".join(words)
    if set(typed) & _OF_A_PATH:
        return ""
    found = {_plain(typed)} & set(templates.names()) or set(templates_by_code(typed))
    return found.pop() if len(found) == 1 else ""


def templates_by_code(code: str) -> list[str]:
    """Return the templates whose type has that name or code (Phụ lục III): as it is typed, else whatever its capitals, else its accents.

    >>> templates_by_code("HD"), templates_by_code("hd")
    (['huong-dan'], ['hop-dong', 'huong-dan'])
    """
    from notice_gen import templates
    from notice_gen.vietnamese import viet_tat

    return [name for name in viet_tat.loai_goi_la(code) if name in templates.names()]


def _plain(text: str) -> str:
    from notice_gen import vietnamese

    return vietnamese.slug(text)


def chosen_template(words: Sequence[str], say: Say) -> str:
    """Return the template that the arguments of ``new`` name; what no template is called comes back as it is, to be refused by name.

    Raises click.UsageError: several words that name none; a code of several; the name of a file.
    """
    if not words:
        return "thong-bao"
    typed = " ".join(words)
    if typed.lower().endswith(".toml"):
        name = template([Path(typed).stem]) or "thong-bao"
        line = f"notice-gen new {name} -o {options.typed(Path(typed))}"
        raise options.usage_error(say, N_("“{tep}” là tên tệp, không phải tên mẫu. Gõ: {dung}"), tep=typed, dung=line)
    several = templates_by_code(typed)
    if len(several) > 1:
        lines = ", ".join(f"notice-gen new {name}" for name in several)
        raise options.usage_error(say, N_("“{mau}” có thể là nhiều mẫu. Gõ một trong: {dung}"), mau=typed, dung=lines)
    found = template(words)
    if found or len(words) == 1:
        return found or typed
    near = _close_template(words) or (["new", known] if (known := template(words[:1])) else ["templates", "list"])
    dung = "notice-gen " + " ".join(near)
    raise options.usage_error(say, N_("Không có mẫu nào tên “{mau}”. Gõ: {dung}"), mau=typed, dung=dung)


def one_template(_: click.Context, __: click.Parameter, value: str) -> str:
    """Return the template that one argument names; itself when none, to be refused by name."""
    return template([value]) or value
