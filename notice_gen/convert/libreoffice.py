"""LibreOffice: how it is called, and what it may not do."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from notice_gen.convert.papers import Work

_UNSET = ("PYTHON", "NOTICE_GEN_")  # beginnings of variables that are none of its business
_NOT_ASKED = {"DISPLAY", "WAYLAND_DISPLAY", "SAL_LOG", "LD_PRELOAD"}
_FILTERS = {".doc": "MS Word 97", ".docx": "MS Word 2007 XML", ".odt": "writer8", ".rtf": "Rich Text Format", ".txt": "Text"}

_COMMON, _WRITER, _CALC = "/org.openoffice.Office.Common", "/org.openoffice.Office.Writer", "/org.openoffice.Office.Calc"
_SETTINGS = (  # path, name, value: no macro runs, no link is followed, nothing is fetched, nothing is recovered
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", 3),
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", True),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", True),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", True),
    (f"{_COMMON}/Misc", "FirstRun", False),
    (f"{_COMMON}/Load", "UserDefinedSettings", False),
    (f"{_WRITER}/Content/Update", "Link", 2),
    (f"{_WRITER}/Content/Update", "Field", False),
    (f"{_WRITER}/Content/Update", "Chart", False),
    (f"{_CALC}/Content/Update", "Link", 2),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", 2),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", 9),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", 9),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", False),
    ("/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", False),
)


def command(program: Path, work: Work) -> list[str]:
    """Return the command line of a call; a profile that is new is written first."""
    written = work.profile / "user" / "registrymodifications.xcu"
    if not written.exists():
        written.parent.mkdir(parents=True)
        written.write_text(_settings(), "utf-8")
    flags = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
    asked = (f"--infilter={_FILTERS[work.kind]}", "--convert-to", work.target.filter, "--outdir", str(work.out))
    return [str(program), f"-env:UserInstallation={work.profile.as_uri()}", *flags, *asked, *map(str, work.papers)]


def environment(temporary: Path) -> Mapping[str, str]:
    """Return the variables that it is given: no proxy, no screen, *temporary* for its files."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_UNSET) and name not in _NOT_ASKED}
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    return {name: value for name, value in kept.items() if not name.lower().endswith("_proxy")} | places | {"SAL_USE_VCLPLUGIN": "svp"}


def _settings() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{str(value).lower()}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    names = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {names}>{items}</oor:items>\n'
