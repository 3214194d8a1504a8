"""Who signs, against the signers that the office has named: a post with another's name, a name with another's post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import PurePath
from typing import Any

from notice_gen import blanks
from notice_gen.errors import N_, Problem
from notice_gen.legal.lines import head
from notice_gen.legal.quyen_ky import begins, fold, loai_ban_hanh
from notice_gen.reader.layers import OFFICE_FILE, Layer, table_of
from notice_gen.records import remembered, replace

_LONG_AGO = timedelta(days=180)
_NAME, _POST = "ho_ten", "chuc_vu"
_OF_A_BOARD = ("trưởng ban", "tổ trưởng", "trưởng đoàn", "chủ nhiệm")  # posts that one holds beside one's own
_ALONE = frozenset(
    {"chủ tịch", "giám đốc", "tổng giám đốc", "hiệu trưởng", "chánh văn phòng", "viện trưởng", "cục trưởng", "chi cục trưởng"}
)


def mixed_up(layers: Sequence[Layer], given: Sequence[Layer], today: date) -> tuple[Problem, ...]:
    """Return the doubt that the signature of *layers*, made of those *given*, is half of one signer and half of another.

    What codes stand for is among *layers*, and a signer that another replaces is not.  Who is named *today* need not have signed what is
    dated long ago.
    """
    own = layers[-1]
    if own.where and "ky" in own.data:  # a row that says who signs fills in cells
        return ()
    office = next((layer for layer in given if layer.file.endswith(OFFICE_FILE) and PurePath(layer.file).name == OFFICE_FILE), None)
    lower = layers[:-1] if own.where else layers
    read = [layer for layer in lower if not _READ.isdisjoint(layer.data)]
    return (*_mixed_up(today, office, *read), *(_of_copy(today, office, read) if any("ban_sao" in layer.data for layer in read) else ()))


_READ = frozenset({"ban_sao", "ky", "ky_lien_tich", "nguoi_ky", "co_quan", "van_ban"})


@remembered(64)  # the same for every notice of a mailing; a layer that says other things, such as what a unit's code stands for, is a row's
def _mixed_up(today: date, office: Layer | None, *layers: Layer) -> tuple[Problem, ...]:
    said = [table_of(layer.data, "ky") for layer in layers]
    ky: dict[str, Any] = {}
    for table in said:
        ky |= table
    name, post = ky.get(_NAME), ky.get(_POST)
    if not (isinstance(name, str) and isinstance(post, str)) or any("ky_lien_tich" in layer.data for layer in layers):
        return ()
    if blanks.found(name) or "{{" in name + post:
        return ()
    top = max((n for n, table in enumerate(said) if _NAME in table or _POST in table), default=0)
    half = tuple(_half(said, top, layers))
    return half or (() if _is_old(layers, today) else tuple(_listed(office, layers, ky, name, post)))


def _of_copy(today: date, office: Layer | None, layers: Sequence[Layer]) -> Iterator[Problem]:
    """Yield likewise of who signs the copy that a paper is, unless another agency copies it."""
    sao: dict[str, Any] = {}
    for layer in layers:
        sao |= table_of(layer.data, "ban_sao")
    ky, ngay = sao.get("ky"), sao.get("ngay")
    if not isinstance(ky, Mapping) or "co_quan" in sao:
        return
    name, post = ky.get(_NAME), ky.get(_POST)
    is_old = isinstance(ngay, date) and not isinstance(ngay, datetime) and today - ngay > _LONG_AGO
    if isinstance(name, str) and isinstance(post, str) and not is_old and not blanks.found(name):
        yield from (replace(problem, path=("ban_sao", *problem.path)) for problem in _listed(office, layers, ky, name, post))


def _is_old(layers: Sequence[Layer], today: date) -> bool:
    ngay = next((ngay for layer in reversed(layers) if (ngay := table_of(layer.data, "van_ban").get("ngay"))), None)
    return isinstance(ngay, date) and not isinstance(ngay, datetime) and today - ngay > _LONG_AGO


def _half(said: Sequence[Mapping[str, Any]], top: int, layers: Sequence[Layer]) -> Iterator[Problem]:
    """Yield that the uppermost layer changes one half of a signer whom a layer below names by post and name."""
    table = said[top]
    if _NAME in table and _POST in table:
        return
    key, other = (_NAME, _POST) if _NAME in table else (_POST, _NAME)
    below = next((said[n] for n in range(top - 1, -1, -1) if not layers[n].root and not layers[n].problems and other in said[n]), {})
    if not isinstance(below.get(key), str) or _same(below[key], str(table[key])) or _one_post(key, below[key], str(table[key])):
        return
    message = N_("Người ký lấy {khoa} từ chỗ này, {khoa_kia} từ chỗ khác: “{chuc_vu}” {ho_ten}; ở chỗ kia là “{chuc_vu_kia}” {ho_ten_kia}.")
    hint = N_("Ghi ở cùng một bảng [ky] cả quyen_han, chuc_vu, ho_ten của người ký; hoặc gọi đúng mã trong [[nguoi_ky]].")
    ky = {**below, key: table[key]}
    values = {
        "khoa": key, "khoa_kia": other, "chuc_vu": ky[_POST], "ho_ten": ky[_NAME], "chuc_vu_kia": below[_POST], "ho_ten_kia": below[_NAME],
    }
    yield Problem(message, hint, values, ("ky", key), str(table[key]), level="warning", code="nguoi_ky_lan_lon")


def _one_post(key: str, one: str, other: str) -> bool:
    """Tell whether two posts are one, said at more length."""
    return key == _POST and (_post(one).startswith(_post(other)) or _post(other).startswith(_post(one)))


def _listed(office: Layer | None, layers: Sequence[Layer], ky: Mapping[str, Any], name: str, post: str) -> Iterator[Problem]:
    """Yield that the office has named this signer with another post, or another signer with this post."""
    known = [*_signers(office, layers)]
    if not known or ky.get("chuc_vu_khac") or _is_of_another(layers):
        return
    same = [entry for entry in known if _same(entry[_NAME], name)]
    own = _post(post)
    if same:
        posts = [entry[_POST] for entry in same]
        if any(_one_post(_POST, one, post) for one in posts) or not all(map(_is_own_post, (post, *posts))):
            return
        message = N_("{ho_ten} được khai là “{chuc_vu_kia}”, mà ở đây ký với chức vụ “{chuc_vu}”.")
        values, other = {"ho_ten": name, "chuc_vu": post, "chuc_vu_kia": same[0][_POST]}, _POST
    else:
        holds = [entry for entry in known if _post(entry[_POST]) == own]
        by_order = fold(str(ky.get("quyen_han", ""))).removeprefix("['").startswith(("tl.", "tuq."))
        if not holds or own not in _ALONE or (by_order and own != "chánh văn phòng"):
            return
        message = N_("Chức vụ “{chuc_vu}” được khai là của {ho_ten_kia}, mà ở đây người ký là {ho_ten}.")
        values, other = {"ho_ten": name, "chuc_vu": post, "ho_ten_kia": holds[0][_NAME]}, _NAME
    hint = N_("Sửa [ky] của tệp này; người ký đã thay đổi thì sửa [[nguoi_ky]], [ky] trong notice-gen.toml.")
    yield Problem(message, hint, values, ("ky", other), str(values[other]), level="warning", code="nguoi_ky_lan_lon")


def _signers(office: Layer | None, layers: Sequence[Layer]) -> Iterator[Mapping[str, str]]:
    """Yield the signers that are named, by post and name: those of ``[[nguoi_ky]]``, and of the office's ``[ky]``."""
    lists = (layer.data.get("nguoi_ky") for layer in layers)
    entries = [entry for named in lists if isinstance(named, list) for entry in named]
    entries += [table_of(office.data, "ky")] if office else []
    yield from (entry for entry in entries if isinstance(entry, Mapping) and all(isinstance(entry.get(key), str) for key in (_NAME, _POST)))


def _is_of_another(layers: Sequence[Layer]) -> bool:
    """Tell whether the paper is of another agency than the office's settings, or of a board, where people hold other posts."""
    names = [ten for layer in layers if (ten := table_of(layer.data, "co_quan").get("ten"))]
    lines = [tuple(map(str, ten)) if isinstance(ten, list) else (str(ten),) for ten in names]
    kind = loai_ban_hanh(lines[-1]) if lines else None
    return len({fold(" ".join(line)) for line in lines}) > 1 or (kind is not None and kind.ma == "tu_van")


def _is_own_post(post: str) -> bool:
    own = _post(post).removeprefix("phó ")
    return bool(head(own)) and not begins(own, _OF_A_BOARD)


def _post(post: str) -> str:
    return fold(post).removeprefix("q. ")


def _same(one: str, other: str) -> bool:
    return fold(one) == fold(other)
