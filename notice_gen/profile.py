"""The office's own settings, ``notice-gen.toml``: what its name already says, and the file's text from the answers.

Everything guessed here is only offered; the one who answers knows better.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from notice_gen import legal, vietnamese
from notice_gen.toml_text import quoted
from notice_gen.vietnamese import dia_danh as places
from notice_gen.vietnamese import viet_tat as short

_COUNCILS = ("Ủy ban nhân dân", "Hội đồng nhân dân")


@dataclass(frozen=True)
class Signer:
    """One who signs for the office: a code to be called by, lines of authority, post, name."""

    ma: str
    quyen_han: tuple[str, ...]
    chuc_vu: str
    ho_ten: str


@dataclass(frozen=True)
class Office:
    """What ``notice-gen init`` asks; the words are those of the findings file."""

    ten: str
    chu_quan: str
    viet_tat: str
    dia_danh: str
    luu: str
    day_so: str
    nguoi_ky: tuple[Signer, ...]


def lines(ten: str) -> tuple[str, ...]:
    """Return an agency's name as it stands in the letterhead.

    >>> lines("Ủy ban nhân dân xã Bình Điền"), lines("Sở Nội vụ")
    (('Ủy ban nhân dân', 'xã Bình Điền'), ('Sở Nội vụ',))
    """
    body = _council(ten)
    return (ten[: len(body)], ten[len(body) + 1 :]) if body and len(ten) > len(body) else (ten,)


def viet_tat(ten: str) -> str:
    """Return the abbreviation of an agency in a symbol: the usual one, else its words' first letters.

    >>> viet_tat("Ủy ban nhân dân xã Bình Điền"), viet_tat("Sở Nội vụ"), viet_tat("Trung tâm Phục vụ hành chính công")
    ('UBND', 'SNV', 'TTPVHCC')
    """
    known = short.rut_gon(lines(ten)[0]) or short.rut_gon(ten)
    return known or vietnamese.chu_hoa("".join(word[0] for word in ten.replace("-", " ").split()))


def dia_danh(ten: str) -> str:
    """Return the place of the date line that an agency's name says, empty when it says none (Phụ lục I, mục II.4).

    >>> dia_danh("Ủy ban nhân dân xã Bình Điền"), dia_danh("Ủy ban nhân dân Thành phố Hồ Chí Minh"), dia_danh("Sở Nội vụ")
    ('Bình Điền', 'Thành phố Hồ Chí Minh', '')
    """
    words = ten.split()
    rests = (" ".join(words[start:]) for start in range(1, len(words)))
    return next((places.format(rest) for rest in rests if places.parse(rest)[0]), "")


def quyen_han(chuc_vu: str, ten: str) -> tuple[str, ...]:
    """Return the lines of authority above a post, as an agency of that kind writes them (Điều 13).

    >>> quyen_han("Chủ tịch", "Ủy ban nhân dân xã A"), quyen_han("Phó Chủ tịch", "Ủy ban nhân dân xã A")
    (('TM. Ủy ban nhân dân',), ('TM. Ủy ban nhân dân', 'KT. Chủ tịch'))
    >>> quyen_han("Phó Chánh Văn phòng", "Ủy ban nhân dân xã A"), quyen_han("Phó Giám đốc", "Sở Nội vụ"), quyen_han("Giám đốc", "Sở Nội vụ")
    (('TL. Chủ tịch', 'KT. Chánh Văn phòng'), ('KT. Giám đốc',), ())
    """
    head = chuc_vu[4:] if chuc_vu.lower().startswith("phó ") else ""
    for_head = (f"KT. {head}",) if head else ()
    body = _council(ten)
    if not body:
        return for_head
    chair = (head or chuc_vu).lower().startswith("chủ tịch")
    return (f"TM. {ten[: len(body)]}" if chair else "TL. Chủ tịch", *for_head)


def code(chuc_vu: str, taken: Sequence[str] = ()) -> str:
    """Return a code to call a signer by, other than those *taken*.

    >>> code("Chánh Văn phòng"), code("Phó Chủ tịch", ["pho-chu-tich"])
    ('chanh-van-phong', 'pho-chu-tich-2')
    """
    plain = vietnamese.slug(chuc_vu) or "nguoi-ky"
    return plain if plain not in taken else next(f"{plain}-{n}" for n in range(2, len(taken) + 3) if f"{plain}-{n}" not in taken)


def text(office: Office) -> str:
    """Return the text of ``notice-gen.toml``."""
    out = [
        "# Thiết lập chung của cơ quan: mọi tệp nội dung trong thư mục này và các thư mục con dùng theo; tệp nào ghi khác thì theo tệp đó.",
        "", "[co_quan]", *([f"chu_quan = {quoted(office.chu_quan)}"] if office.chu_quan else []), f"ten = {_listed(lines(office.ten))}",
        f"viet_tat = {quoted(office.viet_tat)}",
        '# dia_chi = ["Số 1, đường …", "Điện thoại: …; thư điện tử: …"]   # in ở chân trang đầu của công văn', "", "[van_ban]",
        f"dia_danh = {quoted(office.dia_danh)}", "", "[noi_nhan]", f"luu = {quoted(office.luu)}", "",
        "[ky]                                     # người ký thường dùng; tệp nội dung chọn người khác bằng nguoi_ky",
        *([f"nguoi_ky = {quoted(office.nguoi_ky[0].ma)}"] if office.nguoi_ky else []),
    ]
    for signer in office.nguoi_ky:
        above = [f"quyen_han = {_listed(signer.quyen_han)}"] if signer.quyen_han else []
        own = [f"chuc_vu = {quoted(signer.chuc_vu)}", f"ho_ten = {quoted(signer.ho_ten)}"]
        out += ["", "[[nguoi_ky]]", f"ma = {quoted(signer.ma)}", *above, *own]
    out += [
        "", "[so_van_ban]",
        f"day_so = {quoted(office.day_so)}                       # \"chung\": mọi loại văn bản một dãy số; \"rieng\": mỗi loại một dãy",
        "", f"# [dinh_dang]                            # trong giới hạn của Nghị định {legal.every()[-1].so_ky_hieu}",
        "# co_chu = 13", "# le_trai = 35",
    ]
    return "\n".join(out) + "\n"


def _council(ten: str) -> str:
    return next((body for body in _COUNCILS if ten.lower().startswith(body.lower())), "")


def _listed(values: Sequence[str]) -> str:
    return f"[{', '.join(map(quoted, values))}]"


def over(sample: str, office: Mapping[str, Any]) -> str:
    r"""Return a starter file for an office that has its settings: what they give is a comment, so that they are in force.

    The signer stays, since who signs goes by the type; one of the office's own with that post lends the name, also where
    it stands for a party.

    Args: *sample*: the text of the starter file; *office*: the tree of ``notice-gen.toml``.

    >>> print(over('[van_ban]\ndia_danh = "A"\n[ky]\nchuc_vu = "Chủ tịch"\nho_ten = "Nguyễn Văn A"\n', {
    ...     "van_ban": {"dia_danh": "Bình Điền"}, "nguoi_ky": [{"ma": "ct", "chuc_vu": "Chủ tịch", "ho_ten": "Lê Văn C"}]}), end="")
    [van_ban]
    # dia_danh = "A"
    [ky]
    chuc_vu = "Chủ tịch"
    ho_ten = "Lê Văn C"
    """
    given = {(name, key) for name in ("co_quan", "van_ban", "noi_nhan") for key in table(office, name)}
    names = {str(signer["chuc_vu"]): str(signer["ho_ten"]) for signer in signers(office)}
    ky = table(tomllib.loads(sample), "ky")
    old, new = ky.get("ho_ten"), names.get(str(ky.get("chuc_vu")))
    out, here = [], ""
    for line in sample.splitlines(keepends=True):
        key = line.partition("=")[0].strip()
        if line.startswith("["):
            here = line.strip("[ ").partition("]")[0]
        if (here, key) in given and _is_whole(line):
            line = f"# {line}"  # noqa: PLW2901 - the line as it goes out
        elif key == "ho_ten" and old and new:
            line = line.replace(json.dumps(old, ensure_ascii=False), json.dumps(new, ensure_ascii=False), 1)  # noqa: PLW2901
        out.append(line)
    return "".join(out)


def signers(office: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the signers that settings give with post and name, the one of ``[ky]`` first."""
    several = office.get("nguoi_ky")
    for signer in (table(office, "ky"), *(several if isinstance(several, list) else ())):
        if isinstance(signer, Mapping) and {"chuc_vu", "ho_ten"} <= signer.keys():
            yield signer


def usual_signer(office: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return who signs where a file names nobody: ``[ky]``, or the signer it calls by code; empty when there is none."""
    ma = table(office, "ky").get("nguoi_ky")
    found = (signer for signer in signers(office) if (signer.get("ma") == ma if ma else "ma" not in signer))
    return next(found, {})


def commune(ten: str) -> str:
    """Return the unit that a committee or council is of, as a sentence says it; empty for another agency.

    >>> commune("Ủy ban nhân dân phường Thuận Hóa"), commune("Sở Nội vụ")
    ('phường Thuận Hóa', '')
    """
    body = _council(ten)
    return ten[len(body) :].strip() if body else ""


def is_council(ten: str) -> bool:
    """Tell whether an agency is a people's committee or council."""
    return bool(_council(ten))


def table(tree: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return the table under *key*; an empty one when there is none."""
    found = tree.get(key)
    return found if isinstance(found, Mapping) else {}


def _is_whole(line: str) -> bool:
    """Tell whether a value begins and ends on its line."""
    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return False
    return True
