"""What a package index and a release are told."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import hatch_build
import notice_gen

HOME = Path(__file__).parents[2]
PROJECT = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
AT = "https://example.org/a"


def test_every_link_of_the_readme_holds_where_nothing_lies_beside_it():
    shown = hatch_build.readme((HOME / "README.md").read_text("utf-8"), AT)
    links = re.findall(r"\]\(([^)\s]+)\)", shown)
    assert len(links) > 30
    for link in links:
        assert link.startswith("https://"), link
        path = link.removeprefix(f"{AT}/raw/main/").removeprefix(f"{AT}/blob/main/")
        assert (HOME / path).is_file(), link
        assert ("/raw/" in link) == path.endswith(".png")


def test_links_elsewhere_and_on_the_page_stay():
    text = "[a](https://x.org) [b](#c) [![d](e.png)](f.md)"
    assert hatch_build.readme(text, AT) == f"[a](https://x.org) [b](#c) [![d]({AT}/raw/main/e.png)]({AT}/blob/main/f.md)"


def test_one_place_says_the_version_and_a_release_refuses_another():
    assert "version" in PROJECT["dynamic"]
    said = (HOME / "notice_gen" / "__init__.py").read_text("utf-8").splitlines()
    assert f'__version__ = "{notice_gen.__version__}"' in said
    assert '__version__ = \\"${GITHUB_REF_NAME#v}\\"' in (HOME / ".github" / "workflows" / "release.yml").read_text("utf-8")


def test_the_addresses_of_the_project_are_one():
    repository = PROJECT["urls"]["Repository"]
    for name in ("mkdocs.yml", ".github/ISSUE_TEMPLATE/config.yml"):
        assert repository in (HOME / name).read_text("utf-8"), name
    assert all(url.startswith(repository) for url in PROJECT["urls"].values())


def test_every_extra_is_told_to_the_administrator():
    page = (HOME / "docs" / "quan-tri.md").read_text("utf-8")
    assert [extra for extra in PROJECT["optional-dependencies"] if f'"notice-gen[{extra}]"' not in page] == []
