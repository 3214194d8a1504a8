"""The order of effects: what is promised to somebody whose machine stops at any line."""

from __future__ import annotations

import pytest

from notice_gen import files
from notice_gen.batch import settle
from notice_gen.batch.folder import Folder
from notice_gen.cli.main import run
from notice_gen.office import numbering
from tests.helpers.batches import AUTO, put, thon


@pytest.fixture
def effects(monkeypatch, tmp_path):
    """What a run does to the world, in order."""
    monkeypatch.chdir(tmp_path)
    happened: list[str] = []

    def watched(owner, name: str, word: str) -> None:
        real = getattr(owner, name)

        def call(*args, **options):
            happened.append(word)
            return real(*args, **options)

        monkeypatch.setattr(owner, name, call)

    for owner, name, word in (
        (Folder, "stage", "stage"), (Folder, "sync", "sync"), (numbering, "reserve", "number"),
        (files, "settle", "name"), (Folder, "append", "manifest"), (numbering, "issue", "note"),
    ):  # fmt: skip
        watched(owner, name, word)
    return happened


def test_files_are_on_the_disk_before_their_numbers_are_taken_and_named_after(effects):
    assert run(put(thon(3), base=AUTO)) == 0
    assert effects == ["stage"] * 3 + ["sync", "number"] + ["name"] * 3 + ["manifest", "note"]


def test_files_made_again_for_another_number_are_on_the_disk_before_they_are_named(effects):
    assert run(put(thon(2), base=AUTO)) == 0
    effects.clear()
    assert run([*put([("thôn 9", 5), *thon(2)], base=AUTO)[:-2], "--jobs", "1", "-o", "khac"]) == 0
    assert effects == ["stage"] * 3 + ["sync", "number"] + ["stage"] * 2 + ["sync"] + ["name"] * 3 + ["manifest", "note"]


def test_the_manifest_knows_a_file_before_the_register_is_told(effects, monkeypatch):
    monkeypatch.setattr(settle, "_GROUP", 2)
    assert run(put(thon(5), base=AUTO)) == 0
    assert effects[7:] == ["name", "name", "manifest", "note", "name", "name", "manifest", "note", "name", "manifest", "note"]


def test_nothing_is_numbered_for_a_disk_that_does_not_keep_it(effects, monkeypatch):
    def broken(_):
        raise files.OutputError(files.refusal(files.Path("ra"), OSError(5, "Input/output error")))

    monkeypatch.setattr(Folder, "sync", broken)
    assert run(put(thon(2), base=AUTO)) == 4
    assert effects == ["stage", "stage"]


def test_a_look_at_the_plan_does_nothing(effects):
    assert run([*put(thon(3), base=AUTO), "--dry-run"]) == 0
    assert set(effects) == {"number"}
