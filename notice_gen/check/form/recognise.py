"""A view with its text only → the same view with kind, type, boxes and annexes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from notice_gen import facts
from notice_gen.check.form.annexes import main_end, read_annexes
from notice_gen.check.form.closing import Closing, read_closing
from notice_gen.check.form.header import Header, header_zone, read_header
from notice_gen.check.form.kinds import kind_of
from notice_gen.check.form.pieces import Piece, pieces
from notice_gen.check.form.title import Title, read_title
from notice_gen.check.view import COMPONENTS, Component, DocumentView, Footing, Paragraph, Span


def recognised(view: DocumentView) -> DocumentView:
    """Return *view* with what its words are; its ``kind`` is not looked at, its ``law`` serves when the head shows no date."""
    everything = list(pieces(enumerate(view.paragraphs)))
    end = main_end(view.paragraphs, everything)
    main = [one for one in everything if one.at < end]
    header = read_header(header_zone(main), view.law)
    title = read_title(main, header)
    closing = read_closing(main, title.last)
    found: dict[str, list[Span]] = {name: [one.span for one in parts] for name, parts in header.found.items()}
    if title.ten_loai is not None:
        found["ten_loai"] = [title.ten_loai.span]
    for name, parts in (("trich_yeu", title.trich_yeu), ("kinh_gui", title.kinh_gui)):
        if parts:
            found[name] = [one.span for one in parts]
    found |= {name: [one.span for one in parts] for name, parts in closing.found.items()}
    found |= _body(view.paragraphs, main, header, title, closing)
    found |= _address(view)
    return replace(
        view, kind=kind_of(main, header, title, found), law=header.law, loai=title.loai,
        components={name: Component(name, tuple(found[name])) for name in COMPONENTS if found.get(name)},
        annexes=read_annexes(view.paragraphs, everything, end),
    )


def _body(
    paragraphs: Sequence[Paragraph], main: Sequence[Piece], header: Header, title: Title, closing: Closing
) -> Mapping[str, list[Span]]:
    """Return box 6: each paragraph of running text between the head and the foot, tables and text boxes left out."""
    used = {one.at for parts in header.found.values() for one in parts} | {one.at for parts in closing.found.values() for one in parts}
    used |= {one.at for one in (*title.trich_yeu, *title.kinh_gui)} | ({title.ten_loai.at} if title.ten_loai else set())
    last = len(paragraphs) if closing.first is None else closing.first
    inside = {one.at for one in main if title.last < one.at and (one.at < last or one.at not in used)} - used
    spans = [Span(paragraphs[at], 0, len(paragraphs[at].text)) for at in sorted(inside) if paragraphs[at].container == "body" and at < last]
    return {"noi_dung": spans} if spans else {}


def _address(view: DocumentView) -> Mapping[str, list[Span]]:
    """Return box 13: an address at the foot of the first page."""
    if not view.sections:
        return {}
    first = view.sections[0]
    footing = first.first_footer if first.title_page else first.footer
    found = [one.span for one in _pieces_of(footing) if any(word in one.key for word in facts.words("dia_chi"))]
    return {"dia_chi": found} if found else {}


def _pieces_of(footing: Footing | None) -> Iterator[Piece]:
    return pieces(enumerate(footing.paragraphs)) if footing else iter(())
