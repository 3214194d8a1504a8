"""What the fuzzer found worth keeping is fed to its targets again: each promise holds of it."""

from __future__ import annotations

import pytest

from tests.security.targets import CORPUS, TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_every_kept_input_is_read_or_refused_in_words(target):
    kept = sorted((CORPUS / target).iterdir())
    assert kept
    for path in kept:
        try:
            TARGETS[target](path.read_bytes())
        except Exception as error:  # whatever it is, say of which input
            pytest.fail(f"{path.name}: {error!r}")
