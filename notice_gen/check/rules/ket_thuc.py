"""The mark at the end of the text, “./.”."""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Kind, Span, whole
from notice_gen.errors import N_


@rule("KE01", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10")
def thieu_dau_ket_thuc(this: Rule, view: DocumentView) -> Faults:
    """Cuối nội dung không có dấu “./.”.
    Căn cứ: nội dung văn bản kết thúc bằng “./.”. | Sai: … để các cơ quan biết, thực hiện. | Đúng: … để các cơ quan biết, thực hiện./.
    Bỏ qua khi: nội dung kết thúc bằng bảng (chương trình bỏ qua).
    """
    last = texts.last_of_text(view)
    if view.kind is Kind.HANH_CHINH and last and texts.ending(last.text) is None:
        end = len(last.text.rstrip())
        bare = len(last.text.rstrip(" .;,:"))
        if bare:
            place = Span(last.paragraph, last.start + bare - 1, last.start + end)
            hint = N_("Thêm “./.” ngay sau chữ cuối cùng của nội dung.")
            yield this.at(place, N_("Cuối nội dung không có dấu “./.”."), hint, new=f"{place.text[:1]}./.")


@rule("KE02", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10", of=texts.last_of_text)
def dau_ket_thuc_dung_rieng(this: Rule, last: Span) -> Faults:
    """Dấu “./.” đứng riêng một dòng.
    Căn cứ: “./.” liền sau chữ cuối cùng của nội dung. | Sai: … thực hiện. (xuống dòng) ./. | Đúng: … thực hiện./.
    Bỏ qua khi: nội dung kết thúc bằng bảng.
    """
    if texts.ending(last.text) == 0:
        yield this.at(last, N_("Dấu “./.” đứng riêng một dòng."), N_("Đưa “./.” lên liền sau chữ cuối cùng của nội dung."))


def _ends(view: DocumentView) -> Iterator[Span]:
    """Yield the paragraphs that end the text and each paper that it issues."""
    last = texts.last_of_text(view)
    yield from filter(None, (last, *(part[-1] for part in _issued(view))))


def _issued(view: DocumentView) -> Iterator[list[Span]]:
    """Yield the running paragraphs of each paper that this one issues, a statute, up to its last numbered one and what belongs to it."""
    numbered = {label.span.paragraph.index for label in outline.labels(view)}
    for annex in view.annexes:
        own = (one for one in annex.paragraphs if annex.ten is None and one.container == "body" and one.cell is None)
        spans = [whole(one) for one in own if one.text.strip()]
        end = max((n for n, span in enumerate(spans) if span.paragraph.index in numbered or texts.ending(span.text)), default=-1)
        if end >= 0:
            yield spans[: end + 1]


@rule("KE03", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10", each=_ends)
def dau_ket_thuc_sai_dang(this: Rule, last: Span) -> Faults:
    """Dấu kết thúc viết không phải “./.”.
    Căn cứ: nội dung văn bản kết thúc bằng “./.”. | Sai: … thực hiện /. ; … thực hiện./ ; … thực hiện/./ | Đúng: … thực hiện./.
    """
    start = texts.ending(last.text)
    if start:
        typed = last.text[start:].strip()
        # A blank to be filled in may stand before the mark, "năm …../.".
        if typed.lstrip(".") not in {"/.", ""} or typed in {"/.", "../."}:
            place = Span(last.paragraph, last.start + start - 1, last.end)
            yield this.write(place, N_("Dấu kết thúc viết “{doan}”."), "./.", new=f"{place.text[:1]}./.", doan=typed)


@rule("KE04", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10")
def dau_ket_thuc_thua(this: Rule, view: DocumentView) -> Faults:
    """Có hơn một dấu “./.” trong nội dung, hoặc “./.” ở giữa.
    Căn cứ: “./.” chỉ ở cuối nội dung. | Sai: khoản 1 kết thúc bằng “./.”, khoản 2 cũng kết thúc bằng “./.”
    Đúng: chỉ chữ cuối cùng của nội dung có “./.” | Bỏ qua khi: mỗi phụ lục có một dấu ở cuối (chương trình bỏ qua).
    """
    last = texts.last_of_text(view)
    for spans in (texts.body(view), *_issued(view)):
        for span, match in texts.matches(spans, r"\./\.", "./."):
            if (span is not spans[-1] and span is not last) or span.text[match.end() :].strip(" \t./"):
                message = N_("Dấu “./.” không ở cuối nội dung.")
                yield this.at(texts.piece(span, match), message, N_("Ở đây chỉ dùng dấu chấm; “./.” chỉ đặt ở cuối nội dung."), new=".")
