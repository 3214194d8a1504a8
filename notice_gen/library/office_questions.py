"""What is asked of an office once, and how each answer is read and judged: by the findings file's own rules, and for slips of the row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import count

from notice_gen import legal, profile, reader, template_choice, vietnamese
from notice_gen.errors import N_, InputError, Problem
from notice_gen.issue import understood
from notice_gen.legal import persons
from notice_gen.library.documents import this_day as today
from notice_gen.library.questions import Answers, Question
from notice_gen.profile import Office, Signer
from notice_gen.vietnamese import dia_danh as places
from notice_gen.vietnamese import don_vi as units

_NONE = frozenset({"-", "không", "khong", "không có", "khong co", "none", "0"})
_SERIES = {"chung": "chung", "mot day": "chung", "common": "chung", "rieng": "riêng", "moi loai mot day": "riêng", "separate": "riêng"}
_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)*\.?")
_STAND_IN = "Nguyễn Văn Hà"
_NOTICE = 'phien_ban = 1\nmau = "thong-bao"\n[van_ban]\ntrich_yeu = "Kết luận"\n[ket_thuc]\nnoi_dung = "Để các đơn vị biết"\n'
_SIGNED = f'[ky]\nchuc_vu = "Giám đốc"\nho_ten = "{_STAND_IN}"\n'
_SPELT_OUT = (
    (re.compile(r"(?<!\w)UBND(?!\w)", re.IGNORECASE), "Ủy ban nhân dân"),
    (re.compile(r"(?<!\w)HĐND(?!\w)", re.IGNORECASE), "Hội đồng nhân dân"),
)
_LONGEST_SYMBOL = 15


def of_office(answers: Answers) -> Iterator[Question]:
    """Yield every question in its order; a signer is followed by the next as long as one is named."""
    yield Question("ten", N_("Tên cơ quan ban hành (ví dụ: Ủy ban nhân dân xã Bình Điền)"), N_("Tên cơ quan"),
        N_("tên cơ quan in ở đầu mọi văn bản."), read=_agency, doubts=_of_name)  # fmt: skip
    yield Question("chu_quan", N_("Cơ quan chủ quản trực tiếp (UBND các cấp để trống)"), N_("Cơ quan chủ quản"),
        read=_agency, doubts=_of_parent)  # fmt: skip
    yield Question("viet_tat", N_("Chữ viết tắt tên cơ quan trong ký hiệu văn bản"), N_("Chữ viết tắt"),
        N_("chữ viết tắt có trong số, ký hiệu, ví dụ UBND."),
        lambda known: profile.viet_tat(known["ten"]), _symbol, _of_symbol)  # fmt: skip
    yield Question("dia_danh", N_("Địa danh trước ngày tháng"), N_("Địa danh"),
        N_("địa danh đứng trước ngày tháng ở mọi văn bản; ghi tên riêng của xã, tỉnh, ví dụ Bình Điền."),
        lambda known: profile.dia_danh(known["ten"]), _place, _of_place)  # fmt: skip
    yield Question("luu", N_("Phần lưu ở Nơi nhận (ví dụ: VT, NV)"), N_("Lưu"), N_("văn bản nào cũng lưu ở văn thư."),
        lambda _: "VT", _plain, _of_file)  # fmt: skip
    yield Question("day_so", N_("Số văn bản: chung (mọi loại một dãy) hay riêng (mỗi loại một dãy)"), N_("Dãy số"),
        N_("gõ chung hoặc riêng."), lambda _: "chung", _series, _of_series)  # fmt: skip
    for n in count():
        yield _post_of_signer(n)
        if not answers.get(f"chuc_vu.{n}"):
            return
        yield from _of_named_signer(n)


def _post_of_signer(n: int) -> Question:
    text = N_("Chức vụ người ký tiếp theo (Enter nếu hết)") if n else N_("Chức vụ người ký thường dùng (ví dụ: Chủ tịch)")
    why = "" if n else N_("phải có một người ký thường dùng; tệp nội dung vẫn chọn được người khác.")
    label = N_("Chức vụ người ký tiếp theo") if n else N_("Chức vụ người ký")
    return Question(f"chuc_vu.{n}", text, label, why, read=_post, doubts=_judging_signer(n, "chuc_vu"))


def _of_named_signer(n: int) -> Iterator[Question]:
    """Yield what is asked of a signer whose post is known."""
    yield Question(f"quyen_han.{n}", N_("Quyền hạn trên chức vụ, cách nhau bằng dấu chấm phẩy (gõ - nếu không có)"), N_("Quyền hạn"),
        guess=lambda known: "; ".join(profile.quyen_han(known[f"chuc_vu.{n}"], known["ten"])) or "-", read=_lines,
        doubts=_judging_signer(n, "quyen_han", "chuc_vu"))  # fmt: skip
    yield Question(f"ho_ten.{n}", N_("Họ và tên, không ghi học hàm, học vị"), N_("Họ và tên"),
        N_("họ tên người ký in dưới chữ ký."), read=_person, doubts=_judging_signer(n, "ho_ten"))  # fmt: skip


def office(answers: Answers) -> Office:
    """Return what the answers say."""
    signers: list[Signer] = []
    for n in range(len(answers)):
        if answers.get(f"chuc_vu.{n}"):
            signers.append(_signer(answers, n, [signer.ma for signer in signers]))
    head = ("ten", "chu_quan", "viet_tat", "dia_danh", "luu", "day_so")
    ten, chu_quan, viet_tat, dia_danh, luu, day_so = (answers[name] for name in head)
    return Office(ten, chu_quan, viet_tat, dia_danh, luu, "chung" if day_so == "chung" else "rieng", tuple(signers))


def _signer(answers: Answers, n: int, taken: list[str]) -> Signer:
    post, lines = answers[f"chuc_vu.{n}"], answers.get(f"quyen_han.{n}")
    usual = profile.quyen_han(post, answers["ten"]) if lines is None else tuple(lines.split("; ")) if lines else ()
    return Signer(profile.code(post, taken), usual, post, answers.get(f"ho_ten.{n}", _STAND_IN))


def _plain(typed: str) -> str:
    r"""Return an answer without the key, the brackets and the quotes that a hint has around it.

    >>> _plain('ho_ten = "Lê Văn C"'), _plain('["KT. Chủ tịch"]'), _plain("VT, NV")
    ('Lê Văn C', 'KT. Chủ tịch', 'VT, NV')
    """
    return re.sub(r"^\w+\s*=\s*", "", typed).strip().strip("[]").strip().strip("\"“”").strip()


def _spelt_out(typed: str) -> str:
    text = _plain(typed).replace("Uỷ", "Ủy").replace("uỷ", "ủy")
    for short, full in _SPELT_OUT:
        text = short.sub(full, text)
    return text[:1].upper() + text[1:]


def _agency(typed: str) -> str:
    """Return an agency's name written out, its unit as a sentence has it.

    >>> _agency("ubnd Xã bình điền"), _agency("UBND P. Thuận Hóa"), _agency("SNV")
    ('Ủy ban nhân dân xã Bình Điền', 'Ủy ban nhân dân phường Thuận Hóa', 'Sở Nội vụ')
    """
    text = "" if _plain(typed).lower() in _NONE else _spelt_out(typed)
    text = vietnamese.viet_tat.day_du(text) or text
    unit = profile.commune(text)
    loai, ten = places.parse(unit)
    ten = places.viet_du(ten) if ten.islower() else ten
    return f"{text[: len(text) - len(unit)]}{places.trong_cau(loai, ten)}" if loai and not text.isupper() else text


def _symbol(typed: str) -> str:
    text = _plain(typed)
    return vietnamese.chu_hoa(text) if text.islower() else text


def _place(typed: str) -> str:
    text = _plain(typed)
    return text if not text or text.isupper() or places.is_valid(text) else places.format(text)


def _series(typed: str) -> str:
    text = _plain(typed)
    return _SERIES.get(vietnamese.slug(text).replace("-", " "), text)


def _post(typed: str) -> str:
    text = _plain(typed)
    return "" if text.lower() in _NONE else persons.full_post(text.upper()) or _spelt_out(text)


def _person(typed: str) -> str:
    text = _plain(typed)
    return text.title() if text.islower() or (text.isupper() and len(text.split()) > 1) else text


def _lines(typed: str) -> str:
    if _plain(typed).lower() in _NONE:
        return ""
    parts = re.split(r"\s*;\s*|\"\s*,\s*\"", _plain(typed))
    return "; ".join(_spelt_out(part) for part in parts if part.strip())


def _error(message: str, hint: str, **values: object) -> tuple[Problem, ...]:
    return (Problem(message, hint, values),)


def _no_agency(text: str) -> tuple[Problem, ...]:
    """Return the fault of an agency that is somebody's name, a post, a line of authority or no words."""
    law = legal.law(today())
    if not any(char.isalpha() for char in text) or len(text) < 3 or text.lower() in _SERIES.values():
        wrong = True
    else:
        wrong = persons.looks_like_a_name(text) or legal.has_authority(text, law) or bool(persons.full_post(text) or persons.is_post(text))
    message = N_("“{tra_loi}” không phải tên cơ quan.")
    return _error(message, N_("Gõ tên cơ quan, ví dụ: Ủy ban nhân dân xã Bình Điền, Sở Nội vụ."), tra_loi=text) if wrong else ()


def _of_name(ten: str, _: Answers) -> tuple[Problem, ...]:
    if wrong := _no_agency(ten):
        return wrong
    unit = profile.commune(ten)
    if profile.is_council(ten) and not unit:
        return _error(N_("“{ten}” thiếu tên đơn vị hành chính."), N_("Gõ cả tên, ví dụ: {ten} xã Bình Điền."), ten=ten)
    if ten.isupper() and len(ten) > _LONGEST_SYMBOL:
        hint = N_("Gõ chữ thường, ví dụ: Ủy ban nhân dân xã Bình Điền; khi in tự viết hoa.")
        return _error(N_("Tên cơ quan gõ toàn chữ in hoa: {ten}"), hint, ten=ten)
    return (*_unknown_unit(unit), *_judged(Office(ten, "", "UBND", "Huế", "VT", "chung", ()), ("co_quan", "ten")))


def _unknown_unit(unit: str) -> tuple[Problem, ...]:
    """Return the doubt of a commune that the list of today has not; the list may be older than the commune."""
    loai, _ = places.parse(unit)
    if loai not in ("Xã", "Phường", "Đặc khu"):
        return ()
    try:
        found = units.tim(unit, today()).ten
    except InputError as error:
        return tuple(problem for problem in error.problems if problem.level == "warning")
    if vietnamese.slug(found) == vietnamese.slug(unit) and _marks(found) != _marks(unit):
        message = N_("Danh mục ghi “{co}”, ở đây là “{ten}”.")
        return (Problem(message, N_("Đúng là đơn vị đó thì gõ lại cho đủ dấu: {co}."), {"co": found, "ten": unit}, level="warning"),)
    return ()


def _marks(text: str) -> str:
    from notice_gen.vietnamese.chinh_ta import dat_dau

    return dat_dau(text.lower(), "moi")


def _of_parent(chu_quan: str, known: Answers) -> tuple[Problem, ...]:
    if not chu_quan:
        return ()
    if profile.is_council(known["ten"]):
        message = N_("Ủy ban nhân dân, Hội đồng nhân dân không ghi cơ quan chủ quản; ở đây là “{chu_quan}”.")
        return _error(message, N_("Bấm Enter để trống."), chu_quan=chu_quan)
    if chu_quan.lower() == known["ten"].lower():
        return _error(N_("Cơ quan chủ quản trùng với tên cơ quan."), N_("Gõ tên cơ quan cấp trên trực tiếp, hoặc bấm Enter để trống."))
    trial = Office(known["ten"], chu_quan, "UBND", "Huế", "VT", "chung", ())
    return _no_agency(chu_quan) or _judged(trial, ("co_quan", "chu_quan"))


def _of_symbol(viet_tat: str, known: Answers) -> tuple[Problem, ...]:
    if not re.fullmatch(r"[^\W_]+(?:[-&.][^\W_]+)*", viet_tat) or len(viet_tat) > _LONGEST_SYMBOL:
        message = N_("“{viet_tat}” không phải chữ viết tắt: chữ in hoa viết liền, không có dấu cách.")
        return _error(message, N_("Gõ chữ viết tắt tên cơ quan, ví dụ: {vi_du}."), viet_tat=viet_tat, vi_du=profile.viet_tat(known["ten"]))
    return _judged(Office(known["ten"], "", viet_tat, "Huế", "VT", "chung", ()), ("co_quan", "viet_tat"))


def _of_place(dia_danh: str, known: Answers) -> tuple[Problem, ...]:
    if fault := places.fault(dia_danh):
        return (fault,)
    named = persons.looks_like_a_name(dia_danh) and dia_danh.split()[1] in ("Văn", "Thị")
    if named or "," in dia_danh or persons.is_post(dia_danh) or dia_danh == known["viet_tat"]:
        hint = N_("Gõ tên riêng của xã, tỉnh nơi cơ quan đóng trụ sở, ví dụ: Bình Điền.")
        return _error(N_("“{dia_danh}” không phải địa danh."), hint, dia_danh=dia_danh)
    return _judged(Office(known["ten"], "", known["viet_tat"], dia_danh, "VT", "chung", ()), ("van_ban", "dia_danh"))


def _of_file(luu: str, known: Answers) -> tuple[Problem, ...]:
    law = legal.law(today())
    if luu.lower() in _SERIES.values() or persons.looks_like_a_name(luu) or persons.is_post(luu) or legal.has_authority(luu, law):
        return _error(N_("“{luu}” không phải phần lưu."), N_("Gõ chữ viết tắt nơi lưu, ví dụ: VT, NV."), luu=luu)
    if "VT" not in re.split(r"\W+", luu):
        message = N_("Phần lưu “{luu}” không có văn thư (VT).")
        return (Problem(message, N_("Thường ghi: VT, rồi đơn vị soạn thảo, ví dụ: VT, NV."), {"luu": luu}, level="warning"),)
    return _judged(Office(known["ten"], "", known["viet_tat"], known["dia_danh"], luu, "chung", ()), ("noi_nhan", "luu"))


def _of_series(day_so: str, _: Answers) -> tuple[Problem, ...]:
    if day_so in _SERIES.values():
        return ()
    return _error(N_("“{day_so}” không phải cách cấp số."), N_("Gõ một trong: chung, riêng."), day_so=day_so)


def _judging_signer(n: int, *keys: str) -> Callable[[str, Answers], tuple[Problem, ...]]:
    """Return what judges an answer of a signer by the rules of ``[ky]``: what they say of *keys*."""

    def judge(answer: str, known: Answers) -> tuple[Problem, ...]:
        if keys[0] == "chuc_vu" and not answer:
            return ()
        if keys[0] == "ho_ten" and not _NAME.fullmatch(answer):
            return _error(N_("“{ho_ten}” không phải họ tên."), N_("Gõ họ và tên, ví dụ: Nguyễn Văn Hà."), ho_ten=answer)
        asked = {**known, f"{keys[0]}.{n}": answer}
        if keys[0] == "chuc_vu" and f"ho_ten.{n}" not in known:
            asked.pop(f"quyen_han.{n}", None)
        signer = _signer(asked, n, [])
        trial = Office(known["ten"], known["chu_quan"], known["viet_tat"], known["dia_danh"], known["luu"], "chung", (signer,))
        return _judged(trial, *(("ky", key) for key in keys))

    return judge


def _judged(trial: Office, *paths: tuple[str, str]) -> tuple[Problem, ...]:
    """Return what the reader says of some keys of the settings, over a notice that says nothing of its own."""
    return tuple(problem for problem in _said(trial, today()) if problem.path[:2] in paths)


@lru_cache(maxsize=16)  # a question after the other asks it of the same settings
def _said(trial: Office, on: date) -> tuple[Problem, ...]:
    notice = _NOTICE if trial.nguoi_ky else _NOTICE + _SIGNED
    try:
        settings = reader.parse(profile.text(trial).encode(), file=reader.OFFICE_FILE)
        layers = [settings, reader.parse(notice.encode(), file="-")]
        used = template_choice.template_of(layers, None)
        said = understood([template_choice.defaults(used), *layers], used, today=on).read.warnings
    except InputError as error:
        said = error.problems
    return tuple(replace(problem, place=None) for problem in said)
