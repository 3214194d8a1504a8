"""Lists of which few things are in memory: what is put in comes out again, from memory and from the disk."""

from __future__ import annotations

import errno
import gc

import pytest

from notice_gen import shelf
from notice_gen.errors import OutputError
from notice_gen.shelf import Shelf


@pytest.mark.parametrize("group", [1, 7, 64])
@pytest.mark.parametrize("held", [0, 1 << 20], ids=["on the disk", "in memory"])
def test_what_is_put_in_comes_out_in_order_and_by_its_place(group, held, monkeypatch):
    monkeypatch.setattr(shelf, "_HELD", held)
    several, things = Shelf(group), [(n, f"xã {n}", None) for n in range(200)]
    for n, thing in enumerate(things):
        several.append(thing)
        assert several[n // 2] == things[n // 2]  # reading does not move where the next is put
    assert (len(several), list(several), several[3:150:50]) == (200, things, things[3:150:50])
    assert [several[n] for n in (199, 0, 130, 64, 63)] == [things[n] for n in (199, 0, 130, 64, 63)]


def test_a_full_disk_is_told_in_words(monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "")

    several = Shelf(2)
    several.append("a")
    monkeypatch.setattr(several._file, "write", full)
    with pytest.raises(OutputError, match="Ổ đĩa đã đầy"):
        several.append("b")


def test_its_file_goes_with_it(monkeypatch):
    monkeypatch.setattr(shelf, "_HELD", 1)
    several = Shelf(1)
    several.append("a")
    file = several._file
    del several
    gc.collect()
    assert file.closed
