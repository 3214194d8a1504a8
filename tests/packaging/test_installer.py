"""The offline installer, with a registry and a desktop made up here: what it writes, what it leaves, what it takes back."""

from __future__ import annotations

import ctypes
import hashlib
import sys
import types
from pathlib import Path, PureWindowsPath

import pytest

SOURCES = Path(__file__).parents[2] / "packaging" / "windows"
PYTHON = PureWindowsPath(r"C:\Users\Nguyễn Văn A\AppData\Local\notice-gen\chuong-trinh\ban-1\Scripts\python.exe")
HOME = PureWindowsPath(r"C:\Users\Nguyễn Văn A\AppData\Local\notice-gen\chuong-trinh")


class Registry(types.ModuleType):
    """``winreg`` as far as it is used: keys by path below HKEY_CURRENT_USER, whatever their capitals."""

    HKEY_CURRENT_USER, KEY_ALL_ACCESS, KEY_SET_VALUE, REG_SZ, REG_EXPAND_SZ, REG_DWORD = "HKCU", 1, 2, 1, 2, 4

    def __init__(self):
        super().__init__("winreg")
        self.keys: dict[str, dict[str, tuple[object, int]]] = {}

    class _Key(str):
        __slots__ = ()

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

    def CreateKeyEx(self, root, path, *_):  # noqa: N802
        assert root == "HKCU"
        parts = path.split("\\")
        for count in range(1, len(parts) + 1):
            self.keys.setdefault("\\".join(parts[:count]), {})
        return self._Key(path)

    CreateKey = CreateKeyEx

    def OpenKey(self, root, path, *_):  # noqa: N802
        assert root == "HKCU"
        if path not in self.keys:
            raise FileNotFoundError(path)
        return self._Key(path)

    def _below(self, key):
        return sorted(path for path in self.keys if path.startswith(key + "\\") and "\\" not in path[len(key) + 1 :])

    def QueryInfoKey(self, key):  # noqa: N802
        return len(self._below(key)), len(self.keys[key]), 0

    def EnumKey(self, key, index):  # noqa: N802
        return self._below(key)[index].rpartition("\\")[2]

    def DeleteKey(self, _, path):  # noqa: N802
        if self._below(path):
            raise PermissionError("it has keys below")
        del self.keys[path]

    def SetValueEx(self, key, name, _, kind, value):  # noqa: N802
        self.keys[key][name] = (value, kind)

    def QueryValueEx(self, key, name):  # noqa: N802
        if name not in self.keys[key]:
            raise FileNotFoundError(name)
        return self.keys[key][name]

    def DeleteValue(self, key, name):  # noqa: N802
        if name not in self.keys[key]:
            raise FileNotFoundError(name)
        del self.keys[key][name]


@pytest.fixture
def modules(monkeypatch):
    monkeypatch.syspath_prepend(str(SOURCES))
    for name in ("cai_dat", "thao_tac"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    import cai_dat
    import thao_tac

    return cai_dat, thao_tac


@pytest.fixture
def machine(modules, monkeypatch, tmp_path):
    """Return the installer, a Windows of ours, its registry; the user's name has blanks and Vietnamese letters."""
    cai_dat, thao_tac = modules
    registry = Registry()
    monkeypatch.setitem(sys.modules, "winreg", registry)
    profile = tmp_path / "Nguyễn Văn A & B"
    monkeypatch.setenv("LOCALAPPDATA", str(profile / "AppData" / "Local"))
    places = [profile / "Màn hình nền", profile / "Start Menu"]
    for place in places:
        place.mkdir(parents=True)

    class Ours(thao_tac.System):
        def places(self):
            return places

        def shortcut(self, path, program, arguments, icon):
            path.write_text(f"{program}|{arguments}|{icon}", "utf-8")

        def tell(self):
            registry.told = True

    return cai_dat, Ours(), registry, places


@pytest.fixture
def bundle(machine, tmp_path, monkeypatch):
    """Return the folder of a bundle whose environment is made by a stand-in."""
    cai_dat, *_ = machine
    work = tmp_path / "gói cài (1)" / "chuong-trinh"
    (work / "wheels").mkdir(parents=True)
    for path in SOURCES.iterdir():
        if path.is_file():
            (work.parent if path.suffix == ".cmd" else work).joinpath(path.name).write_bytes(path.read_bytes())
    (work / "phien-ban.txt").write_text("0.1.0", "ascii")
    (work / "wheels" / "a.whl").write_bytes(b"PK")
    (work / "SHA256SUMS").write_text(f"{hashlib.sha256(b'PK').hexdigest()}  wheels/a.whl\n", "ascii")
    monkeypatch.setattr(cai_dat, "HERE", work)

    def environment(place, wheels):
        assert list(wheels.glob("*.whl"))
        (place / "Scripts").mkdir(parents=True)
        (place / "Scripts" / "python.exe").touch()
        return place / "Scripts" / "python.exe"

    monkeypatch.setattr(cai_dat, "environment", environment)
    return work


def values(registry):
    return {(key, name): value for key, its in registry.keys.items() for name, (value, _) in its.items()}


def test_every_command_line_holds_whatever_the_name_is(modules):
    """As Explorer cuts it: the program, its arguments, the file as one of them."""
    cai_dat, _ = modules
    lines = [entry.value for entry in cai_dat.entries(PYTHON, HOME, "0.1.0") if entry.key.endswith("command")]
    assert len(lines) == 4
    for line in lines:
        assert line.startswith(f'"{PYTHON}" -I -X utf8 "{HOME}\\mo.py" ')
        assert line.endswith(' "%1"')
        assert line.split('"')[4].strip() in {"kiem-tra", "soan", "in"}


def test_only_keys_of_the_user_that_are_ours(modules):
    cai_dat, _ = modules
    for entry in cai_dat.entries(PYTHON, HOME, "0.1.0"):
        assert entry.key.startswith("Software\\")
        assert "notice-gen" in entry.key or entry.name == "notice-gen.toml", entry
    assert all("notice-gen" in key.rpartition("\\")[2] for key in cai_dat.own_keys())
    assert not any(key.endswith((".toml", ".docx")) and "notice-gen.toml" not in key for key in cai_dat.own_keys())


@pytest.mark.usefixtures("bundle")
def test_installed_then_removed(machine):
    cai_dat, system, registry, places = machine
    registry.CreateKey("HKCU", "Software\\Classes\\.toml\\OpenWithProgids")
    registry.keys["Software\\Classes\\.toml"][""] = ("VSCode.toml", 1)
    registry.keys["Environment"] = {"Path": (r"%USERPROFILE%\bin;C:\Khác", 2)}
    before = values(registry)
    python = cai_dat.install(system)
    home = cai_dat.root() / "chuong-trinh"
    assert home / (home / "python.txt").read_text("ascii").strip() == python
    assert {path.name for path in home.iterdir()} >= {"__main__.py", "cai_dat.py", "thao_tac.py", "mo.py", "go-bo.cmd"}
    launcher = (cai_dat.root() / "bin" / "notice-gen.cmd").read_bytes()
    assert launcher.isascii()
    assert launcher.endswith(b'\\Scripts\\python.exe" -I -X utf8 -m notice_gen %*\r\n')
    for place in places:
        shown = (place / "Soạn văn bản.lnk").read_text("utf-8")
        assert shown == f'{python}|-I -X utf8 "{home / "mo.py"}" soan|%SystemRoot%\\System32\\imageres.dll,-102'
    written = values(registry)
    key = r"Software\Classes\SystemFileAssociations\.docx\shell\notice-gen.kiem-tra"
    assert written[key, ""] == "Kiểm tra thể thức"
    assert str(home) in written[rf"{key}\command", ""]
    assert written["Software\\Classes\\.toml\\OpenWithProgids", "notice-gen.toml"] == ""
    assert written["Software\\Classes\\.toml", ""] == "VSCode.toml"
    assert written["Environment", "Path"] == rf"%USERPROFILE%\bin;C:\Khác;{cai_dat.root() / 'bin'}"
    cai_dat.remove(system)
    assert values(registry) == before
    assert [path for place in places for path in place.iterdir()] == []


@pytest.mark.usefixtures("bundle")
def test_a_new_version_takes_the_place_of_the_old(machine):
    cai_dat, system, registry, _ = machine
    old = cai_dat.install(system)
    once = {entry for entry, value in values(registry).items() if str(old) not in str(value)}
    new = cai_dat.install(system)
    assert new != old
    assert not old.exists()
    assert not any(str(old) in str(value) for value in values(registry).values())
    assert once <= set(values(registry))
    assert values(registry)["Environment", "Path"].count("notice-gen") == 1


def test_a_damaged_bundle_installs_nothing_and_leaves_what_was_there(machine, bundle, capsys, monkeypatch):
    cai_dat, system, registry, _ = machine
    old = cai_dat.install(system)
    before = values(registry)
    (bundle / "wheels" / "a.whl").write_bytes(b"PL")
    monkeypatch.setattr(cai_dat.thao_tac, "System", lambda: system)
    assert cai_dat.main([]) == 4
    assert "wheels/a.whl thiếu hoặc hỏng" in capsys.readouterr().err
    assert old.exists()
    assert values(registry) == before
    (bundle / "wheels" / "a.whl").unlink()
    assert cai_dat.main([]) == 4


def test_an_environment_that_cannot_be_made_leaves_nothing(modules, tmp_path, monkeypatch):
    cai_dat, _ = modules
    (tmp_path / "wheels").mkdir()
    (tmp_path / "phan-kem.txt").write_text("[pdf]", "ascii")
    (tmp_path / "wheels" / "pip-1-py3-none-any.whl").write_bytes(b"no archive")
    monkeypatch.setattr(cai_dat, "HERE", tmp_path / "chuong-trinh")
    with pytest.raises(cai_dat.RefusedError, match="Không tạo được"):
        cai_dat.environment(tmp_path / "riêng", tmp_path / "wheels")
    assert not (tmp_path / "riêng").exists()


def test_a_machine_that_does_not_say_where_the_profile_is(modules, monkeypatch, capsys):
    cai_dat, _ = modules
    monkeypatch.delenv("LOCALAPPDATA")
    monkeypatch.setattr(cai_dat, "sound", lambda _: None)
    assert cai_dat.main([]) == 4
    assert "LOCALAPPDATA" in capsys.readouterr().err


def test_a_shortcut_s_calls_reach_their_places(modules):
    """A table of functions such as COM has: each call lands in the place that the interface gives it, with its texts whole."""
    _, thao_tac = modules
    came = []
    text = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p, ctypes.c_wchar_p, ctypes.c_int)

    def noting(place):
        return text(lambda _, given, number: came.append((place, given, number)) or 0)

    functions = [noting(place) for place in range(21)]
    table = (ctypes.c_void_p * 21)(*(ctypes.cast(function, ctypes.c_void_p).value for function in functions))
    made = ctypes.c_void_p(ctypes.addressof(table))
    link = ctypes.c_void_p(ctypes.addressof(made))
    thao_tac._call(link, thao_tac._PATH, ctypes.c_wchar_p(str(PYTHON)), ctypes.c_int(0))
    thao_tac._call(link, thao_tac._ICON, ctypes.c_wchar_p("imageres.dll"), ctypes.c_int(-102))
    assert came == [(20, str(PYTHON), 0), (17, "imageres.dll", -102)]
    with pytest.raises(OSError, match="0x80004005"):
        thao_tac._must(-2147467259)


@pytest.mark.parametrize(("arguments", "line"), [
    (["soan"], ["web"]), (["soan", "VB/họp.toml"], ["web", "VB"]), (["kiem-tra", "-a.docx"], ["check", "--", "-a.docx"]), (["in", "a.toml"], ["render", "--", "a.toml"]),
])  # fmt: skip
@pytest.mark.usefixtures("modules")
def test_what_a_double_click_runs(monkeypatch, arguments, line):
    sys.modules.pop("mo", None)
    import mo

    ran = []
    monkeypatch.setattr(mo, "run", lambda args: ran.append(args) or 0)
    monkeypatch.setattr("sys.stdin", types.SimpleNamespace(readline=lambda: "\n"))
    assert mo.main(arguments) == 0
    assert ran == [line]
