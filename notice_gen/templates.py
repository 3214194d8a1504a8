"""Templates: a Word file and its manifest, shipped with the program or handed over by the office.

Types of documents that look the same share one Word file (``templates/word``); each has a folder of its own
(``templates/mau``) with what is its own: its defaults, the keys it asks for, a findings file to start from.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from notice_gen import legal
from notice_gen.errors import N_, Problem, TemplateError
from notice_gen.legal import Law
from notice_gen.model import DinhDang
from notice_gen.records import record

SCHEMA = "notice-gen.schema.json"
"""What the first line of a findings file calls its schema, which lies beside it."""

_TWIPS_PER_MM = Decimal(1440) / Decimal("25.4")
_LARGEST = 20 << 20  # bytes; those shipped have a thousandth
_SPACING = {"gian_dong": ("line", 240), "gian_doan": ("before", 20)}
_MARGINS = {"le_tren": "top", "le_duoi": "bottom", "le_trai": "left", "le_phai": "right"}


@record
class Template:
    """One template: its name as ``mau = `` has it, how messages name its Word file, that file.

    Its manifest is the parsed ``manifest.toml`` and ``khung.toml`` of the Word files; in the text of the first ``[mac_dinh]`` is the
    lowest layer of the findings.  Whether its Word file is ours: another is a stranger's.
    """

    mau: str
    label: str
    docx: bytes
    manifest: Mapping[str, Any]
    manifest_text: str
    shipped: bool = False

    __eq__, __hash__ = object.__eq__, object.__hash__  # one that is read again is another


def names() -> tuple[str, ...]:
    """Return the names of the templates at hand, sorted."""
    return tuple(sorted(p.parent.name for p in _home().glob("mau/*/manifest.toml")))


def find(mau: str, docx: Path | None = None) -> Template:
    """Return the template *mau*, with the office's own Word file *docx* if given.  Raises TemplateError: there is none to be read."""
    return _found(mau, docx.name, read(docx)) if docx else _found(mau)


@lru_cache(maxsize=64)  # the very same Template for the same bytes: what is compiled of it is known by it
def _found(mau: str, label: str = "", docx: bytes | None = None) -> Template:
    text = _manifest(mau)
    manifest = tomllib.loads(text)
    word = _home() / "word"
    shipped = word / f"{manifest['word']}.docx"
    return Template(
        mau, label or shipped.name, shipped.read_bytes() if docx is None else docx,
        tomllib.loads((word / "khung.toml").read_text("utf-8")) | manifest, text, docx is None,
    )


def sample(mau: str) -> str:
    """Return the commented findings file to start from.  Raises TemplateError: there is no such template."""
    _manifest(mau)
    return (_home() / "mau" / mau / "sample.toml").read_text("utf-8")


def schema() -> bytes:
    """Return the JSON Schema of a findings file of any type, as it was shipped."""
    return (_shipped("schemas") / SCHEMA).read_bytes()


def form_of(template: Template) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the name of the type, the keys it asks for and those it has no place for, dotted."""
    manifest = template.manifest
    here = {*manifest["rieng"][manifest["word"]], *manifest.get("co", ())}
    anywhere = {*manifest["mot_loai"], *(key for keys in manifest["rieng"].values() for key in keys)}
    refused = (anywhere - here) | set(manifest.get("khong", ()))
    # A table that is refused says it for its keys.
    keys = sorted(key for key in refused if key.partition(".")[0] not in refused - {key})
    return manifest["ten"], tuple(manifest.get("can", ())), tuple(keys)


_LONGEST = 60  # letters of a template's name


def _manifest(mau: str) -> str:
    # A name is never a path: "../x" is no template.
    sayable = len(mau) < _LONGEST and mau.isascii() and mau.islower() and mau.replace("-", "").isalnum()
    if sayable and (path := _home() / "mau" / mau / "manifest.toml").is_file():
        return path.read_text("utf-8")
    from notice_gen import vietnamese
    from notice_gen.vietnamese import viet_tat

    known = names()
    import difflib

    close = difflib.get_close_matches(vietnamese.slug(mau[:_LONGEST]), known, n=1, cutoff=0.6)
    hint = N_("Có phải ý bạn là “{gan}”? Các mẫu đang có: {cac_mau}.") if close else N_("Các mẫu đang có: {cac_mau}.")
    values = {"mau": " ".join(mau[:_LONGEST].split()), "gan": "".join(close), "cac_mau": ", ".join(known)}
    if called := [f"mau = \"{name}\"" for name in viet_tat.loai_goi_la(mau[:_LONGEST]) if name in known]:
        hint, values["dung"] = N_("Tên mẫu viết không dấu, nối bằng dấu gạch. Gõ: {dung}"), " / ".join(called)
    raise TemplateError(Problem(N_("Không có mẫu nào tên “{mau}”."), hint, values, ("mau",), mau))


def widths(template: Template, dinh_dang: DinhDang, law: Law) -> tuple[float, float, float]:
    """Return the widths in mm of the text area, the issuer's column and the Quốc hiệu's column."""
    frame = template.manifest["khung"]
    text = frame["rong_van_ban"]
    wishes = _measures(template, dinh_dang, law)
    if "le_trai" in wishes or "le_phai" in wishes:
        left, right = (wishes.get(key) or law.ranges[key].default for key in ("le_trai", "le_phai"))
        text = float(law.kho_giay[0] - left - right)
    return float(text), float(frame["rong_co_quan"] - frame["rong_van_ban"] + text), float(frame["rong_quoc_hieu"])


def layout(template: Template, dinh_dang: DinhDang, law: Law, co_chu_dau: Decimal) -> dict[str, Any] | None:
    """Return what a notice changes in the template, as the fields of :class:`render.Layout`; *co_chu_dau* leads the letterhead, in pt.

    The manifest says which style carries what, and by which decree the Word file was built: where *law* differs from it, its defaults
    are changes too.  The office's wishes are already inside the decree's ranges.
    """
    carried = template.manifest.get("dinh_dang", {})
    wishes = _measures(template, dinh_dang, law)
    sizes = _sizes(template, dinh_dang, law, co_chu_dau)
    spacing: dict[str, list[tuple[str, int]]] = {}
    for key, (attribute, factor) in _SPACING.items():
        for style in carried[key] if key in wishes else ():
            spacing.setdefault(style, []).append((attribute, int(wishes[key] * factor)))
    indent = wishes.get("thut_dau_dong")
    first_line = {style: round(indent * 10 * _TWIPS_PER_MM) for style in carried["thut_dau_dong"]} if indent else {}
    margins = {attribute: round(wishes[key] * _TWIPS_PER_MM) for key, attribute in _MARGINS.items() if key in wishes}
    if not (sizes or spacing or first_line or margins):
        return None
    return {
        "sizes": tuple(sizes.items()), "spacing": tuple((style, tuple(pairs)) for style, pairs in spacing.items()),
        "first_line": tuple(first_line.items()), "margins": tuple(margins.items()),
    }


def _measures(template: Template, dinh_dang: DinhDang, law: Law) -> dict[str, Decimal]:
    """Return the measures that are not the Word file's own: the office's wishes, else what *law* changes of the decree it was built by."""
    built = legal.decree(template.manifest["nghi_dinh"]).ranges
    wishes = {key: getattr(dinh_dang, key) for key in law.ranges}
    changed = {key: limit.default for key, limit in law.ranges.items() if limit.default != built[key].default}
    return {key: value for key in law.ranges if (value := changed.get(key) if wishes[key] is None else wishes[key]) is not None}


def _sizes(template: Template, dinh_dang: DinhDang, law: Law, co_chu_dau: Decimal) -> dict[str, int]:
    """Return the styles whose size is not the Word file's own, in half-points."""
    carried, built = template.manifest.get("dinh_dang", {}), legal.decree(template.manifest["nghi_dinh"])
    usual = law.ranges["co_chu"].default
    more = (dinh_dang.co_chu or usual) - usual
    wanted = {style: (part, law.thanh_phan[part].co_chu.default + more) for style, part in carried["co_chu"].items()}
    wanted |= {style: (part, law.size(part, co_chu_dau)) for style, part in carried["co_chu_dau"].items()}
    wanted |= {style: (part, law.thanh_phan[part].co_chu.default) for style, part in carried["co_chu_rieng"].items()}
    wished = carried["co_chu"] if dinh_dang.co_chu else ()
    usual_size = {part: thanh_phan.co_chu.default for part, thanh_phan in built.thanh_phan.items()}
    return {style: int(2 * size) for style, (part, size) in wanted.items() if style in wished or size != usual_size[part]}


def word_files() -> list[Path]:
    """Return the shipped Word files."""
    return sorted((_home() / "word").glob("*.docx"))


def _home() -> Path:
    """Return the folder of the shipped templates."""
    return _shipped("templates")


def _shipped(folder: str) -> Path:
    """Return a folder that comes with the program: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "data" / folder
    return installed if installed.is_dir() else package.parent / folder


def read(path: Path) -> bytes:
    """Return the bytes of the office's own Word file.  Raises TemplateError: it cannot be read, or is far too large."""
    try:
        if path.stat().st_size > _LARGEST:
            raise TemplateError(Problem(N_("Mẫu {mau} quá lớn nên không dùng."), N_("Mẫu chỉ gồm chữ và thẻ; bỏ bớt hình ảnh."), {"mau": str(path)}))  # noqa: E501
        return path.read_bytes()
    except OSError as error:
        raise TemplateError(Problem(
            N_("Không tìm thấy mẫu {mau}.") if isinstance(error, FileNotFoundError) else N_("Không mở được mẫu {mau}."),
            N_("Kiểm tra lại đường dẫn sau --template; tệp phải là .docx và không bị khóa."), {"mau": str(path)},
        )) from error
