"""What is asked of Windows itself: the registry of the user, shortcuts, known folders.  Nothing here decides anything."""

from __future__ import annotations

import contextlib
import ctypes
import uuid
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

_DESKTOP, _PROGRAMS = "B4BFCC3A-DB2C-424C-B029-7FE99A87C641", "A77F5D77-2E2B-44C3-A6A2-ABA601054A51"  # KNOWNFOLDERID
_SHELL_LINK, _ISHELL_LINK = "00021401-0000-0000-C000-000000000046", "000214F9-0000-0000-C000-000000000046"
_IPERSIST_FILE = "0000010B-0000-0000-C000-000000000046"
_QUERY, _RELEASE = 0, 2  # places in the tables of IUnknown …
_DESCRIPTION, _ARGUMENTS, _ICON, _PATH = 7, 11, 17, 20  # … of IShellLinkW …
_SAVE = 6  # … and of IPersistFile
_IN_PROCESS = 1
_SETTING_CHANGED, _ASSOCIATION_CHANGED, _EVERYBODY, _NOT_HUNG = 0x1A, 0x08000000, 0xFFFF, 2


@dataclass(frozen=True)
class Entry:
    """A value in the registry: of *key* under HKEY_CURRENT_USER, its default value where *name* is empty."""

    key: str
    name: str
    value: str | int
    expands: bool = False  # holds %VARIABLES%


@dataclass
class System:
    """Windows; what it would not do stands in *troubles*, in sentences for the clerk."""

    troubles: list[str] = field(default_factory=list)

    def write(self, entry: Entry) -> None:
        """Write a value, its key too where there is none."""
        import winreg

        text = winreg.REG_EXPAND_SZ if entry.expands else winreg.REG_SZ
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, entry.key) as key:
            winreg.SetValueEx(key, entry.name, 0, winreg.REG_DWORD if isinstance(entry.value, int) else text, entry.value)

    def forget(self, path: str) -> None:
        """Remove a key and all below it."""
        import winreg

        with contextlib.suppress(FileNotFoundError):
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, winreg.KEY_ALL_ACCESS) as key:
                below = [winreg.EnumKey(key, index) for index in range(winreg.QueryInfoKey(key)[0])]
            for name in below:
                self.forget(rf"{path}\{name}")
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, path)

    def forget_value(self, path: str, name: str) -> None:
        """Remove a value of a key that others use too."""
        import winreg

        with contextlib.suppress(FileNotFoundError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, winreg.KEY_SET_VALUE) as key:
            winreg.DeleteValue(key, name)

    def add_to_path(self, folder: str) -> None:
        """Let a terminal find the programs of *folder*."""
        self._path(lambda parts: [*parts, folder] if folder.lower() not in map(str.lower, parts) else parts)

    def drop_from_path(self, folder: str) -> None:
        """Take that back."""
        self._path(lambda parts: [part for part in parts if part.lower() != folder.lower()])

    def _path(self, change: Any) -> None:
        import winreg

        with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, "Environment", 0, winreg.KEY_ALL_ACCESS) as key:
            try:
                before, kind = winreg.QueryValueEx(key, "Path")
            except FileNotFoundError:
                before, kind = "", winreg.REG_EXPAND_SZ
            parts = [part for part in before.split(";") if part]
            after = change(list(parts))
            if after != parts:
                winreg.SetValueEx(key, "Path", 0, kind, ";".join(after))

    def places(self) -> list[Path]:
        """Return where shortcuts go: the desktop (OneDrive may have moved it) and the Start menu."""
        found = []
        for folder in (_DESKTOP, _PROGRAMS):
            text = ctypes.c_wchar_p()
            shell: Any = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
            if shell.shell32.SHGetKnownFolderPath(_guid(folder), 0, None, ctypes.byref(text)) == 0 and text.value:
                found.append(Path(text.value))
            shell.ole32.CoTaskMemFree(text)
        return found

    def shortcut(self, path: Path, program: PurePath, arguments: str, icon: str) -> None:
        """Make a shortcut, by the interface that takes every letter; the scripting host takes those of one code page."""
        shell: Any = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
        try:
            shell.ole32.CoInitialize(None)
            link, file = ctypes.c_void_p(), ctypes.c_void_p()
            _must(shell.ole32.CoCreateInstance(_guid(_SHELL_LINK), None, _IN_PROCESS, _guid(_ISHELL_LINK), ctypes.byref(link)))
            name, _, number = icon.rpartition(",")
            _call(link, _PATH, ctypes.c_wchar_p(str(program)))
            _call(link, _ARGUMENTS, ctypes.c_wchar_p(arguments))
            _call(link, _DESCRIPTION, ctypes.c_wchar_p(path.stem))
            _call(link, _ICON, ctypes.c_wchar_p(name), ctypes.c_int(int(number)))
            _call(link, _QUERY, _guid(_IPERSIST_FILE), ctypes.byref(file))
            _call(file, _SAVE, ctypes.c_wchar_p(str(path)), ctypes.c_int(1))
            _call(file, _RELEASE, checked=False)
            _call(link, _RELEASE, checked=False)
        except OSError as error:
            self.troubles.append(f"không tạo được lối tắt “{path}” ({error}).")

    def tell(self) -> None:
        """Tell Explorer and new terminals what has changed."""
        shell: Any = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
        shell.shell32.SHChangeNotify(_ASSOCIATION_CHANGED, 0, None, None)
        shell.user32.SendMessageTimeoutW(_EVERYBODY, _SETTING_CHANGED, 0, ctypes.c_wchar_p("Environment"), _NOT_HUNG, 1000, None)


def _guid(text: str) -> Any:
    return (ctypes.c_ubyte * 16)(*uuid.UUID(text).bytes_le)


def _call(pointer: ctypes.c_void_p, place: int, *arguments: Any, checked: bool = True) -> None:
    """Call the function at *place* of a COM object's table.  Raises OSError: it failed."""
    table = ctypes.cast(ctypes.cast(pointer, ctypes.POINTER(ctypes.c_void_p))[0], ctypes.POINTER(ctypes.c_void_p))  # type: ignore[arg-type]
    shape = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)(ctypes.c_long, ctypes.c_void_p, *(_kind(each) for each in arguments))
    result = shape(table[place])(pointer, *arguments)
    if checked:
        _must(result)


def _kind(argument: Any) -> Any:
    return type(argument) if isinstance(argument, ctypes._SimpleCData) else ctypes.c_void_p


def _must(result: int) -> None:
    if result < 0:
        raise OSError(f"0x{result & 0xFFFFFFFF:08X}")
