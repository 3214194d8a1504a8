"""What tests of the screen start: a browser, a server on the test's own ``folder``, its first page."""

from __future__ import annotations

import pytest

from tests.web import browser
from tests.web.started import screen


@pytest.fixture(scope="module")
def chrome():
    with browser.chromium() as one:
        yield one


@pytest.fixture
def served(folder, tmp_path):
    with screen(folder, tmp_path / "state") as one:
        yield one


@pytest.fixture
def page(chrome, served):
    with browser.page(chrome, served.address) as one:
        yield one
