"""What ``notice-gen new`` writes: a sample made the office's own, or with blanks where only the clerk can know.

Texts in, texts out; the sample's comments and layout stay.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from notice_gen import blanks, profile
from notice_gen.vietnamese import dia_danh as places

_COMMENT = 42  # column at which the samples have their comments
_AGENCY = re.compile(r"(?:Ủy ban nhân dân|UBND|Hội đồng nhân dân) xã A(?!\w)")
_COMMUNE = re.compile(r"(?<!\w)xã A(?!\w)")
_ANY_COMMUNE = re.compile(r"(?<!\w)xã(?! hội|\w)")
_OWN_KEYS = {("co_quan", "ten"), ("co_quan", "chu_quan"), ("ben", "ten"), ("mo_dau", "tham_quyen"), ("cong_dien", "nguoi_dien")}
"""Where the commune's name is a key's own; in running text a paper says "xã" alone as well."""
_COMMUNES = ("Phường", "Đặc khu")
_PROVINCES = {"Tỉnh": "Tỉnh ủy", "Thành phố": "Thành ủy"}  # with the committee of the Party there
_COUNCIL = re.compile(r"(Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND) xã(?! hội|\w)")
_PARTY = re.compile(r"Đảng ủy(?: xã(?! hội|\w))?")
_ONE_PERSON = re.compile(r'= "(?:Ông|Bà) [^"]*"\s*$')  # a section that says who somebody is
_NOBODY: Mapping[str, Any] = {}
_DETAILS = (
    (re.compile(r'Địa chỉ: [^"]*'), f"Địa chỉ: {blanks.ADDRESS}"), (re.compile(r'Điện thoại: [^"]*'), f"Điện thoại: {blanks.TELEPHONE}"),
    (re.compile(r'Mã số thuế: [^"]*'), f"Mã số thuế: {blanks.CODE}"),
)


Signs = Literal["usual", "post", "other"]
"""Who signs: the office's usual signer; whoever has the sample's post there; nobody of it, as the sample is another agency's."""


def started(sample: str, office: Mapping[str, Any] | None, signs: Signs = "post") -> str:
    """Return the starter file.

    Args:
        sample: the text of the sample.
        office: the tree of ``notice-gen.toml``; None when there is none.
        signs: who signs.
    """
    ky = profile.table(tomllib.loads(sample), "ky")
    text, signer = sample, _NOBODY
    if office is not None and signs != "other":
        text, signer = profile.over(sample, office), _by_post(ky, office)
        if signs == "usual" and "chuc_vu" in ky:
            text, signer = _signed_by_settings(text, office), profile.usual_signer(office)
    blank = office is None or (signs == "other" and not profile.commune(_name(office)))
    named = _names(None if blank else office)
    place = "" if office is None else str(profile.table(office, "van_ban").get("dia_danh", ""))
    table, out = "", []
    for line in text.splitlines(keepends=True):
        if line.startswith("["):
            table = line.strip("[ ").partition("]")[0]
        out.append(line if line.startswith("#") and blank else _line(line, table, named, _Known(ky, signer, place)))
    return _MADAM.sub(lambda found: found[0].replace("Ông", "Bà"), "".join(out))


_MADAM = re.compile(r'^xung_ho = "Ông".*\nho_ten = "[^"\n]* Thị ', re.MULTILINE)
"""Who represents a party, called as the sample's is, where the settings' signer bears a woman's middle name."""


def of_another_kind(sample: str, office: Mapping[str, Any]) -> bool:
    """Tell whether the sample's agency has a parent, as a division has, and the office has none."""
    return bool(profile.table(tomllib.loads(sample), "co_quan").get("chu_quan")) and not profile.table(office, "co_quan").get("chu_quan")


def personal(sample: str, office: Mapping[str, Any]) -> bool:
    """Tell whether the head of a committee signs the sample in his own right, which its usual signer, on its behalf, does not."""
    ky = profile.table(tomllib.loads(sample), "ky")
    return "chuc_vu" in ky and "quyen_han" not in ky and bool(profile.commune(_name(office)))


class _Known(NamedTuple):
    """What is known of one starter file: the sample's ``[ky]``, who signs in its place, the place of the date line."""

    ky: Mapping[str, Any]
    signer: Mapping[str, Any]
    place: str


def _line(line: str, table: str, named: Callable[[str, bool], str], known: _Known) -> str:
    """Return one line of the sample with the office's names in it, and blanks for what it cannot know."""
    key, head = line.partition("=")[0].strip(), table.partition(".")[0]
    new = named(line, (head, key) in _OWN_KEYS)
    if head == "ben":
        for found, blank in _DETAILS:
            new = found.sub(blank, new)
    value = _value(line, table, key, known)
    if (table, key) == ("van_ban", "trich_yeu"):
        return _with_subject(new)
    return _aligned(line, _with_value(new, value) if value else new)


def _value(line: str, table: str, key: str, known: _Known) -> str:
    """Return what stands in place of the value of a whole line; empty when it stays."""
    name, post = str(known.signer.get("ho_ten") or blanks.NAME), str(known.signer.get("chuc_vu") or blanks.POST)
    if table == "ben.dai_dien":
        return _of_party(line, key, known)
    if table == "ben" and key == "ten":
        return blanks.AGENCY if "Công ty" in line else ""
    chair = f"{name}, {post}" if table == "bien_ban" else blanks.PERSON
    if table == "muc" and key == "noi_dung" and _ONE_PERSON.search(line):
        return blanks.PERSON
    here = {"ho_ten": name if table == "ky" else blanks.NAME, "dia_danh": known.place or blanks.PLACE, "kinh_moi": blanks.PERSON}
    return (here | {"chu_tri": chair}).get(key, "")


def _of_party(line: str, key: str, known: _Known) -> str:
    """Return name and post of who represents a party: who signs, when it is the office; else who only the clerk knows."""
    wanted = {"ho_ten": blanks.NAME, "chuc_vu": ""}.get(key, "")
    ours = any(f'"{whose[key]}"' in line for whose in (known.ky, known.signer) if key in whose)
    return str(known.signer.get(key) or wanted) if ours else wanted


def _by_post(ky: Mapping[str, Any], office: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return who of the office has the sample's post; where the form itself names it (a chair), the head, else the usual signer."""
    known = {str(signer["chuc_vu"]): signer for signer in profile.signers(office)}
    return known.get(str(ky.get("chuc_vu", "Chủ tịch"))) or ({} if "chuc_vu" in ky else profile.usual_signer(office))


def _signed_by_settings(text: str, office: Mapping[str, Any]) -> str:
    """Return *text* with a ``[ky]`` that leaves the signer to the settings, and says which others they have."""
    usual = profile.usual_signer(office)
    before, header, after = text.partition("\n[ky]")
    rest = after.partition("\n[")
    kept = [line for line in rest[0].split("\n")[1:] if line.startswith("#")]
    lines = [_commented("[ky]", f"người ký theo notice-gen.toml: {usual['ho_ten']}, {usual['chuc_vu']}")]
    lines += [
        _commented(f'# nguoi_ky = "{signer["ma"]}"', f"bỏ dấu # ở đầu dòng thì {signer['ho_ten']}, {signer['chuc_vu']} ký")
        for signer in profile.signers(office)
        if "ma" in signer and signer["ma"] != usual.get("ma")
    ]
    return before + "\n" + "\n".join([*lines, *kept]) + ("\n" if not rest[1] else "\n\n[" + rest[2]) if header else text


def _names(office: Mapping[str, Any] | None) -> Callable[[str, bool], str]:
    """Return what puts the office's own name where the sample has its commune's: in a line, and whether its key is a name."""
    if office is None:
        return lambda line, own: _COMMUNE.sub(f"xã {blanks.COMMUNE}" if own else "xã", line)
    name = _name(office)
    place = profile.commune(name)
    loai = places.parse(place)[0] if place else ""

    def own_words(line: str, _: bool) -> str:
        line = _COMMUNE.sub(place, line) if place else _AGENCY.sub(name, line) if name else line
        if loai in _PROVINCES:
            line = _PARTY.sub(_PROVINCES[loai], _COUNCIL.sub(rf"\1 {loai.lower()}", line))
        return _ANY_COMMUNE.sub(loai.lower(), line) if loai in _COMMUNES else line

    return own_words


def _name(office: Mapping[str, Any]) -> str:
    ten = profile.table(office, "co_quan").get("ten", "")
    return " ".join(map(str, ten)) if isinstance(ten, list) else str(ten)


def _with_value(line: str, value: str) -> str:
    """Return a line of the sample with another text as its value."""
    key, _, rest = line.partition("=")
    comment = re.search(r'"\s*(#.*)', rest)
    return _commented(f"{key.rstrip()} = {json.dumps(value, ensure_ascii=False)}", comment[1][1:].strip() if comment else "") + "\n"


def _with_subject(line: str) -> str:
    """Return the line of the sample's subject with a blank, and the subject as an example of one."""
    code, _, comment = line.strip().partition("#")
    example = code.partition("=")[2].strip()
    told = "; ".join(part for part in (f"ví dụ: {example}", comment.strip()) if part)
    return f"{_commented(f'trich_yeu = {json.dumps(blanks.SUBJECT, ensure_ascii=False)}', told)}\n"


def _commented(code: str, comment: str) -> str:
    return f"{code:<{_COMMENT - 1}} # {comment}" if comment else code


def _aligned(old: str, new: str) -> str:
    """Return the line *new* with its comment at the column that *old* has it."""
    was, now = (re.fullmatch(r"((?:[^\"#]|\"[^\"]*\")*?)( {2,}| (?=#))(#.*\n?)", line) for line in (old, new))
    if old == new or not was or not now:
        return new
    return f"{now[1]:<{len(was[1]) + len(was[2])}}{'' if len(now[1]) < len(was[1]) + len(was[2]) else '  '}{now[3]}"
