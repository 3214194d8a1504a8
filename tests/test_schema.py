"""The JSON Schema: kept true to the model, agreeing with the reader, of use in an editor."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from notice_gen import legal, templates
from notice_gen.schema import json_schema, json_text
from tests.helpers.findings import GOOD, spoilt

ROOT = Path(__file__).parents[1]
FORMS = {mau: templates.form_of(templates.find(mau))[2] for mau in templates.names()}
SCHEMA = json_schema(FORMS)
EXAMPLES = [*sorted(path for path in (ROOT / "examples").rglob("*.toml") if path.name != "notice-gen.toml"), *sorted((ROOT / "templates").rglob("sample.toml"))]


def plain(value: Any) -> Any:
    """TOML values as JSON has them: dates are strings."""
    if isinstance(value, dict):
        return {key: plain(child) for key, child in value.items()}
    if isinstance(value, list):
        return [plain(child) for child in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def faults(text: str) -> list[str]:
    checker = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    return [error.message for error in checker.iter_errors(plain(tomllib.loads(text)))]


def subschemas(node: Any):
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from subschemas(child)
    elif isinstance(node, list):
        for child in node:
            yield from subschemas(child)


def test_the_committed_copy_is_true():
    """Refresh with ``make schema``."""
    assert (ROOT / "schemas" / "notice-gen.schema.json").read_text("utf-8") == json_text(FORMS)


def test_it_is_a_schema():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_agree_with_it(path):
    assert faults(path.read_text("utf-8")) == []


def test_what_the_office_settings_supply_may_be_absent():
    assert faults('phien_ban = 1\n[van_ban]\ntrich_yeu = "x"\n') == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("luu =", "luuu ="),
        ("so = 12", 'so = "12"'),
        ("ngay = 2024-06-12", "ngay = 12"),
        ('ma = "A-01", ', 'loai = "khac", '),
        ("phien_ban = 1", "phien_ban = 2"),
        ("phien_ban = 1", ""),
        ('mau = "thong-bao"', 'mau = "thong-bao-khac"'),
        ("[ky]", "[dinh_dang]\nco_chu = 12\n[ky]"),
        ("[ky]", "[dinh_dang]\nthut_dau_dong = 1.1\n[ky]"),
        ('dieu_kien = "tiep_nhan == 322"', ""),
    ],
)
def test_it_refuses_what_the_reader_refuses(old, new):
    assert faults(GOOD) == []
    assert faults(spoilt(old, new))


def test_a_key_that_a_form_has_no_place_for_is_refused_there_only():
    text = spoilt("trich_yeu =", 'kinh_gui = "Sở A"\ntrich_yeu =')
    assert faults(text)
    assert faults(text.replace('mau = "thong-bao"\n', ""))
    without = json_schema({"thong-bao": ()})
    assert not list(jsonschema.Draft7Validator(without).iter_errors(plain(tomllib.loads(text))))


def test_the_schema_of_one_form_offers_that_form():
    assert json_schema({"ke-hoach": ()})["properties"]["mau"] | {"description": ""} == {"type": "string", "enum": ["ke-hoach"], "default": "ke-hoach", "description": ""}


def test_every_key_is_explained_in_vietnamese():
    for table in (SCHEMA, *SCHEMA["definitions"].values()):
        for key, schema in table["properties"].items():
            told = schema.get("description") or SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]]["description"]
            assert told, key


def test_nothing_in_it_that_toml_cannot_say_or_an_editor_shows_in_vain():
    for node in subschemas(SCHEMA["definitions"]):
        assert node.get("type") != "null"
        assert not isinstance(node.get("title"), str)
    for table in (SCHEMA, *SCHEMA["definitions"].values()):
        assert table["additionalProperties"] is False
    for node in subschemas(SCHEMA):
        # draft-07 does not look at what stands beside a $ref
        assert "$ref" not in node or len(node) == 1


def test_ranges_are_the_decrees():
    dinh_dang = SCHEMA["definitions"]["DinhDang"]["properties"]
    limit = legal.every()[-1].ranges["le_trai"]
    assert (dinh_dang["le_trai"]["minimum"], dinh_dang["le_trai"]["maximum"]) == (limit.minimum, limit.maximum)


def test_its_text_is_json():
    assert json.loads(json_text(FORMS)) == SCHEMA
