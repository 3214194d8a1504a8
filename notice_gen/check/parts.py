"""Where the lines of each component of the decree's data (``thanh_phan``) stand in a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from notice_gen.check import attached, layout, lists, look, outline, texts
from notice_gen.check.form.pieces import fold
from notice_gen.check.form.title import types
from notice_gen.check.view import DocumentView, Span, whole
from notice_gen.facts import Phrases
from notice_gen.legal import ThanhPhan

Places = Callable[[DocumentView], Iterable[Span | None]]
"""Gives the lines of a component; None is passed over."""

_COPY = Phrases(r"{hinh_thuc_sao}")


def _bases(view: DocumentView) -> list[Span]:
    return texts.bases(view) if view.loai in texts.WITH_BASES else []


def _authority(view: DocumentView) -> list[Span]:
    """Return who decides and the words of decision below the bases, each in capitals on a line of its own."""
    head = texts.body(view)[:_HEAD] if view.loai in texts.WITH_BASES else []
    end = next((at for at, span in enumerate(head) if texts.DECIDES.fullmatch(_bare(span))), None)
    before = [span for span in head[: end or 0][:2] if span.text == span.text.upper() and any(map(str.isalpha, span.text))]
    return before if end is None else [*before, head[end]]


def _bare(span: Span) -> str:
    return texts.nfc(span.text).strip(" -+*“”\"()!,;.")


_HEAD = 40  # paragraphs of the text among which the words of decision stand


def _attached(view: DocumentView, *, below: bool) -> Iterator[Span]:
    """Yield the type's name of each paper that is attached, ``QUY CHẾ``, or the name *below* it."""
    names = {name for name, _, _ in types(view.law)}
    for annex in view.annexes:
        title = annex.tieu_de
        if annex.ten is None and title is not None and fold(title.text.strip(" .,;:/")) in names:
            rest = [one for one in annex.paragraphs if one.index > title.paragraph.index and one.text.strip()]
            named = rest[:1] if rest and (annex.kem_theo is None or rest[0] is not annex.kem_theo.paragraph) else []
            yield from map(whole, named if below else [title.paragraph])


_PLACES: Mapping[str, Places] = {
    "chu_quan": look.boxes("co_quan_chu_quan"), "dia_danh": look.boxes("dia_danh_ngay"), "quyen_han": look.boxes("quyen_han", "chuc_vu"),
    "nguoi_soan": look.boxes("ky_hieu_nguoi_soan"), "noi_dung": layout.paragraphs, "noi_nhan": lambda view: lists.noi_nhan(view)[:1],
    "can_cu": _bases, "noi_nhan_muc": lambda view: (span for entry in lists.recipients(view) for span in entry.lines),
    "chuong": lambda view: (heading.label.span for heading in outline.wide(view)),
    "so_chuong": lambda view: (heading.label.place for heading in outline.wide(view)),
    "tieu_de_chuong": lambda view: (heading.title for heading in outline.wide(view)),
    "dieu": lambda view: (label.place for label in outline.labels(view) if label.level == "Điều" and label.typed),
    "khoan_co_tieu_de": lambda view: (label.span for label in outline.titled(view)),
    "tieu_de_muc": lambda view: (label.span for label in outline.roman(view)),
    "phu_luc": lambda view: (annex.ten for annex in attached.annexes(view)),
    "ten_phu_luc": lambda view: (annex.tieu_de for annex in attached.annexes(view)),
    "kem_theo": lambda view: (annex.kem_theo for annex in view.annexes),
    "hinh_thuc_sao": lambda view: (span for span in texts.everything(view) if _COPY.fullmatch(fold(span.text.strip()))),
    "tham_quyen": _authority,
    "dong_tham_quyen": lambda view: (span for span in _authority(view) if not texts.DECIDES.fullmatch(_bare(span))),
    "ten_loai": lambda view: (*look.spans(view, "ten_loai"), *_attached(view, below=False)),
    "trich_yeu": lambda view: (*look.spans(view, "trich_yeu"), *_attached(view, below=True)),
    "khan": look.boxes("do_khan"), "luu_hanh": look.boxes("pham_vi"),
}
"""Where the lines of a component are, when it is not the box of its name."""

OF_THE_TEXT = frozenset({"noi_dung", "can_cu", "tieu_de_muc", "chuong", "dieu", "khoan_co_tieu_de", "diem"})
"""Components that are paragraphs of the text (ô 6)."""


def lines(view: DocumentView, name: str) -> list[Span]:
    """Return the lines of a component, by its key in the decree's data, that have text; shared by the rules of a file."""
    if (lines, name) not in view.memory:
        found = (_PLACES.get(name) or look.boxes(name))(view)
        view.memory[lines, name] = [span for span in found if span is not None and span.text.strip()]
    its: list[Span] = view.memory[lines, name]
    return its


def around_the_text(view: DocumentView) -> Iterator[tuple[ThanhPhan, Span]]:
    """Yield each line of the head, the foot and the heads of annexes with what the decree asks of it."""
    for name, asked in view.law.thanh_phan.items():
        if name not in OF_THE_TEXT:
            yield from ((asked, span) for span in lines(view, name))
