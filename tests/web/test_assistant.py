"""Every problem stands on the screen where the command line tells it."""

from __future__ import annotations

import pytest

from notice_gen import assist
from notice_gen.library.documents import this_day
from tests.helpers.wrong import corpus
from tests.web import browser
from tests.web.started import screen

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")

SAYABLE = [case for case in corpus() if "\0" not in case.text]


def expected(case, name):
    from notice_gen.web.wording import saying

    desk = assist.Desk(this_day(), name, case.office, say=saying("vi"))  # a hint that names a command names a page here
    return [(one.file, one.span.line, one.span.column, one.severity, one.code, one.message, one.hint) for one in assist.diagnose(case.text, desk)]


def test_the_page_is_told_what_the_command_line_says_over_every_wrong_input(tmp_path):
    """``tests/assist`` holds the assistant to the command line; this, the page to the assistant."""
    with screen(tmp_path, tmp_path / "state") as one:
        one.enter()
        for case in SAYABLE:
            (tmp_path / "notice-gen.toml").unlink(missing_ok=True)
            if case.office:
                (tmp_path / "notice-gen.toml").write_text(case.office, "utf-8")
            status, answer = one.ask("preview", name="tb.toml", text=case.text)
            told = [
                (each["file"], each["line"] or 0, each["column"] or 0, each["level"], each["code"], each["message"], each["hint"])
                for each in answer["problems"]
            ]  # fmt: skip
            assert (status, told) == (200, expected(case, "tb.toml")), case.name
            assert (answer["docx"] is None) == any(each["level"] == "error" for each in answer["problems"])


@pytest.mark.slow
@browser.needed()
def test_a_click_on_a_problem_marks_the_faulty_piece(tmp_path):
    """Of a sample: letters in pieces (NFD), letters beyond the 65,536 first, tabs."""
    shown = [case for case in SAYABLE if not case.office and "\r" not in case.text and not case.text.startswith("\ufeff") and case.text.isprintable() is False]
    chosen = [*[case for case in shown if case.name.startswith("wrong")][::12], *[case for case in shown if case.name.startswith("nfd")][::4]]
    beyond = next(case for case in shown if case.name.startswith("wrong"))
    chosen.append(beyond._replace(name="beyond", text=beyond.text.replace("mau =", "# \U0001f4c4 tệp\nmau =")))
    for n, case in enumerate(chosen):
        (tmp_path / f"t{n}.toml").write_text(case.text, "utf-8", newline="\n")
    pieces = []
    with screen(tmp_path, tmp_path / "state") as one, browser.chromium() as chrome, browser.page(chrome, one.address) as tab:
        for n, case in enumerate(chosen):
            tab.goto(f"http://127.0.0.1:{one.port}/soan?tep=t{n}.toml")
            tab.locator(".problems li").first.wait_for()
            lines = case.text.split("\n")
            for at, (_, line, column, *_) in enumerate(expected(case, f"t{n}.toml")):
                if line:
                    tab.locator(".problems .go").nth(at).click()
                    tab.locator(".cm-activeLineGutter", has_text=str(line)).first.wait_for()
                    marked = tab.evaluate("getSelection().toString()").split("\n")[0]
                    pieces.append(marked)
                    assert lines[line - 1][column - 1 :].startswith(marked), (case.name, line, column, marked)
    assert len(pieces) > 20
    assert sum(map(bool, pieces)) > 0.8 * len(pieces)  # the others are places where something is missing
