"""Addresses of databases, and what of them may be shown."""

from __future__ import annotations

import re
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError

from notice_gen.errors import N_
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


def parsed(where: str) -> sa.URL:
    """Return the parts of an address.

    Raises RegisterError: it is none; which shows nothing of it, for one cannot know what is the password.
    """
    try:
        url = sa.make_url(where)
        _ = url.port
    except (ArgumentError, ValueError):  # which say the address, or its piece
        raise failures.failure(N_("Địa chỉ sổ văn bản viết sai."), failures.ADDRESS, "") from None
    behind = where.partition("@")[2].partition("?")[2]
    names = (part.partition("=")[0] for part in behind.split("&"))
    given = (url.username, url.database, *(text for name in ("user", "dbname") for text in url.normalized_query.get(name, ())))
    if any(mark in text for text in given if text for mark in ":=#"):  # what may be a password in the wrong place
        raise failures.failure(N_("Địa chỉ sổ văn bản viết sai."), failures.ADDRESS, "")
    if any("@" in text for text in (url.host or "", url.database or "", *names)):
        hint = N_("Dấu @ trong mật khẩu viết là %40; tốt hơn là để mật khẩu trong tệp .pgpass.")
        raise failures.failure(N_("Địa chỉ sổ văn bản viết sai: có hai dấu @."), hint, "")
    return url


def shown(url: sa.URL) -> str:
    """Return *url* as it may be shown: without a password.

    >>> shown(sa.make_url("postgresql+psycopg://van-thu:bi-mat@may-chu/so?password=bi-mat&connect_timeout=5"))
    'postgresql://van-thu:***@may-chu/so?connect_timeout=5'
    """
    query = {name: value for name, value in url.query.items() if name in _SHOWN}
    kind = "postgresql" if url.get_backend_name().lower().startswith("postgres") else url.drivername
    return url.set(drivername=kind, query=query).render_as_string(hide_password=True)


def secrets(url: sa.URL) -> frozenset[str]:
    """Return what of *url* must not be shown, wherever it turns up."""
    hidden = [values for name, values in url.query.items() if name not in _SHOWN]
    texts = (text for values in hidden for text in ([values] if isinstance(values, str) else values))
    return frozenset(filter(None, [url.password and str(url.password), *texts]))
