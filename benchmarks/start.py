"""One-shot: ``notice-gen render`` as a process, against ten bare lines of docxtpl on our template and on a lean one; a first run, too."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from benchmarks.timing import interleaved, table

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "findings.toml"
BARE_SCRIPT = """
import json, sys, jinja2
from docxtpl import DocxTemplate
template, context, out = sys.argv[1:]
document = DocxTemplate(template)
environment = jinja2.Environment(autoescape=True)
with open(context, "rb") as file:
    document.render(json.load(file), environment, autoescape=True)
document.save(out)
"""


def main() -> None:
    # As installed: pip compiles what it installs, and this package's own modules are no different.
    compileall.compile_dir(ROOT / "notice_gen", quiet=1)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        script, context, out = (Path(folder) / name for name in ("bare.py", "context.json", "out.docx"))
        script.write_text(BARE_SCRIPT, "utf-8")
        context.write_text(_composed(), "utf-8")
        command = Path(sysconfig.get_path("scripts")) / "notice-gen"
        template, lean = ROOT / "templates" / "word" / "ten-loai.docx", Path(folder) / "lean.docx"
        write_lean(lean)
        nowhere = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"), str(script / "khong"))

        def run(*words: object, **more: str) -> None:
            subprocess.run(list(map(str, words)), check=True, capture_output=True, cwd=folder, env={**environment, **more})

        times = interleaved(
            {
                "a bare interpreter": lambda: run(sys.executable, "-c", "pass"),
                "ten lines of docxtpl": lambda: run(sys.executable, script, template, context, out),
                "ten lines of docxtpl, lean template": lambda: run(sys.executable, script, lean, context, out),
                "notice-gen render": lambda: run(command, "render", EXAMPLE, "-o", out, "--if-exists", "overwrite"),
                "notice-gen render, no cache to write": lambda: run(
                    command, "render", EXAMPLE, "-o", out, "--if-exists", "overwrite", **nowhere
                ),
                "notice-gen --help": lambda: run(command, "--help"),
            },
            rounds=25,
            inner=1,
        )
    table("One-shot, whole processes", times, against="ten lines of docxtpl")


def write_lean(path: Path) -> None:
    """Write a template with a tag for each text and one loop: what prints the least of a notice."""
    import docx

    document = docx.Document()
    tags = ("{{ van_ban.so_ky_hieu }}", "{{ van_ban.trich_yeu }}", "{%p for part in tai_lieu %}", "{%p for block in part.noi_dung %}")
    for text in (*tags, "{{ block.chu }}", "{%p endfor %}", "{%p endfor %}", "{{ ky.ho_ten }}"):
        document.add_paragraph(text)
    document.save(str(path))


def _composed() -> str:
    """The example's context, already composed, so that the bare script has only to print the same page."""
    import json
    from datetime import date

    from notice_gen import legal, reader, template_choice, templates
    from notice_gen.compose import Frame, compose

    template = templates.find("thong-bao")
    data = (ROOT / "examples" / "findings.toml").read_bytes()
    layers = [template_choice.defaults(template), reader.parse(data, file="findings.toml")]
    today = date(2026, 11, 23)
    notice, law = reader.read(layers, None, today).notice, legal.law(today)
    values = compose(notice, today=today, frame=Frame(*templates.widths(template, notice.dinh_dang, law), law)).values
    return json.dumps(values, default=str)


if __name__ == "__main__":
    main()
