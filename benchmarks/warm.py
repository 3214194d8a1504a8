"""Warm render: a Notice in memory → bytes in memory, against the floor and against docxtpl's plain loop."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import jinja2
from docxtpl import DocxTemplate

from benchmarks.timing import interleaved, table
from notice_gen import expressions, legal, reader, render, template_choice, templates
from notice_gen.compose import Frame, compose
from notice_gen.expressions import sandbox

TODAY = date(2026, 11, 23)
EXAMPLE = Path(__file__).parents[1] / "examples" / "findings.toml"


def main() -> None:
    template = templates.find("thong-bao")
    layers = [template_choice.defaults(template), reader.parse(EXAMPLE.read_bytes(), file=EXAMPLE.name)]
    notice = reader.read(layers, None, TODAY).notice
    frame = Frame(*templates.widths(template, notice.dinh_dang, legal.law(TODAY)), legal.law(TODAY))
    form = render.compiled(template.docx, template.label)
    context = compose(notice, today=TODAY, frame=frame)
    properties = {"title": context.title, "subject": context.subject, "creator": "x", "created": context.created}

    plain = jinja2.Environment(autoescape=True, finalize=expressions.show)
    own = {"twips": int, "indent_of": lambda length, width: (width - length) // 2}
    plain.filters |= {**sandbox.text_environment().filters, **own}
    floor_template = plain.from_string(form.sources["word/document.xml"].replace("\n<w:p", "<w:p"))

    with zipfile.ZipFile(io.BytesIO(template.docx)) as archive:
        others = {name: archive.read(name) for name in archive.namelist() if name != "word/document.xml"}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in others.items():
            archive.writestr(name, data)
    prefix, values = buffer.getvalue(), context.values

    def floor() -> bytes:
        xml = floor_template.render(values).encode()
        buffer = io.BytesIO()
        buffer.write(prefix)
        with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", xml)
        return buffer.getvalue()

    def ours() -> bytes:
        composed = compose(notice, today=TODAY, frame=frame)
        return render.render(form, composed.values, **properties)

    def compose_only() -> object:
        return compose(notice, today=TODAY, frame=frame)

    def plain_docxtpl() -> bytes:
        document = DocxTemplate(io.BytesIO(template.docx))
        environment = jinja2.Environment(autoescape=True)
        environment.filters |= plain.filters
        document.render(values, jinja_env=environment, autoescape=True)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    runs = {"floor: Jinja + zipfile append": floor, "notice-gen: compose + render": ours, "  compose alone": compose_only}
    times = interleaved(runs, rounds=15, inner=40)
    times |= interleaved({"docxtpl: plain loop": plain_docxtpl}, rounds=10, inner=3)
    table("Warm render of examples/findings.toml", times, against="floor: Jinja + zipfile append")
    mine = times["notice-gen: compose + render"]
    print(f"  notice-gen is {times['docxtpl: plain loop'] / mine:.1f} x faster than docxtpl's loop (target: 15)")
    print(f"  notice-gen costs {mine / times['floor: Jinja + zipfile append']:.2f} x the floor (target: at most 2)")


if __name__ == "__main__":
    main()
