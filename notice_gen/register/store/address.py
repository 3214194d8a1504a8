"""Addresses of databases, and what of them may be shown."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from notice_gen.errors import N_
from notice_gen.records import record
from notice_gen.register import failures

_SHOWN = frozenset({"host", "hostaddr", "port", "dbname", "user", "sslmode", "connect_timeout", "application_name"})
"""What may be shown of the part after the question mark; whatever else may hold a secret."""

_NEARLY = re.compile(
    r"""\s*["']?(?:
        postgres(?:ql)?(?:\+\w+)?\s*(?::|.?//)  # one slash too few, no colon
        | [^@]*:[^@/\\]+@                        # user:password@host, without what kind of server it is
        | (?:.*\W)?(?:ssl|pg)?pass(?:word)?\s*=
        | (?:host|hostaddr|port|dbname|user|password|passfile|service|sslmode|options)\s*=   # libpq's other way
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_address(where: str | Path) -> bool:
    r"""Say whether *where* is, or was meant to be, a database's address rather than a path.

    >>> [is_address(where) for where in ("postgresql://may-chu/so", "host=may-chu password=bi-mat", "C:\\so.db", Path("so.db"))]
    [True, True, False, False]
    """
    return isinstance(where, str) and ("://" in where or bool(_NEARLY.match(where) and not _is_file(where)))


def _is_file(where: str) -> bool:
    try:
        return Path(where).exists()
    except OSError:
        return False


_KIND = re.compile(r"(postgres(?:ql)?|[\w+.-]+?)(?:\+\w+)?://", re.IGNORECASE)  # a driver may be named behind a plus; ours is taken


@record
class Url:
    """The parts of an address, as they are meant, nothing in them quoted."""

    kind: str  # ``postgresql``, ``sqlite``, or what else was typed
    user: str
    password: str
    host: str
    port: int | None
    database: str
    query: tuple[tuple[str, str], ...]  # what stands behind the question mark

    def shown(self) -> str:
        """Return it as it may be shown: without a password.

        >>> parsed("postgresql+psycopg://van-thu:bi-mat@may-chu/so?password=bi-mat&connect_timeout=5").shown()
        'postgresql://van-thu:***@may-chu/so?connect_timeout=5'
        """
        who = f"{quote(self.user, safe=' +')}{':***' if self.password else ''}@" if self.user or self.password else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        query = urlencode([(name, text) for name, text in self.query if name in _SHOWN], safe="/")
        port, database = f":{self.port}" if self.port else "", f"/{self.database}" if self.database else ""
        return f"{self.kind}://{who}{host}{port}{database}{f'?{query}' if query else ''}"

    def secrets(self) -> frozenset[str]:
        """Return what of it must not be shown, wherever it turns up."""
        return frozenset(filter(None, [self.password, *(text for name, text in self.query if name not in _SHOWN)]))

    def options(self) -> dict[str, str]:
        """Return it in the words of PostgreSQL's driver; what stands behind the question mark goes before."""
        parts = {"user": self.user, "password": self.password, "host": self.host, "port": str(self.port or ""), "dbname": self.database}
        return {name: text for name, text in parts.items() if text} | dict(self.query)


def parsed(where: str) -> Url:
    """Return the parts of an address.

    Raises RegisterError: it is none; which shows nothing of it, for one cannot know what is the password.
    """
    wrong = failures.failure(N_("Địa chỉ sổ văn bản viết sai."), failures.ADDRESS, "")
    kind = _KIND.match(where)
    if not kind:
        raise wrong
    try:
        split = urlsplit(where, allow_fragments=False)
        port = split.port
    except ValueError:  # which says the address, or its piece
        raise wrong from None
    user, password, host, database = unquote(split.username or ""), unquote(split.password or ""), split.hostname or "", split.path[1:]
    query = tuple(parse_qsl(split.query, keep_blank_values=True))
    given = (user, database, *(text for name, text in query if name in {"user", "dbname"}))
    if any(mark in text for text in given for mark in ":=#"):  # what may be a password in the wrong place
        raise wrong
    behind = [part.partition("=")[0] for part in split.query.split("&")]
    if any("@" in text for text in (split.netloc.rpartition("@")[0], host, database, *behind)):
        hint = N_("Dấu @ trong mật khẩu viết là %40; tốt hơn là để mật khẩu trong tệp .pgpass.")
        raise failures.failure(N_("Địa chỉ sổ văn bản viết sai: có hai dấu @."), hint, "")
    name = "postgresql" if kind[1].lower() in {"postgres", "postgresql"} else kind[1].lower()
    return Url(name, user, password, host, port, database, query)
