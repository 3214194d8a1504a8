"""JSON Schema of the findings file, for completion and hover help in an editor; all of it from ``model``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from notice_gen import legal
from notice_gen.model import DinhDang, Notice

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that every TOML editor reads."""

# These tables may come, whole or in part, from the office's notice-gen.toml or from the template.
_LAYERED = ("CoQuan", "VanBan", "NoiNhan", "Ky")


class _Plain(GenerateJsonSchema):
    """Pydantic's schema without what TOML cannot say (null) and what helps nobody (titles made from keys)."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        plain = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return {**plain, "default": default} if isinstance(default, str | bool) else plain


def json_schema(mau: str) -> dict[str, Any]:
    """Return the JSON Schema (draft-07) of a findings file for the template *mau*."""
    made = TypeAdapter(Notice).json_schema(schema_generator=_Plain, ref_template="#/definitions/{model}")
    tables = {name: _untitled(table) for name, table in made.pop("$defs").items()}
    for name in _LAYERED:
        tables[name].pop("required")
    _add_ranges(tables[DinhDang.__name__]["properties"])
    root = _untitled(made)
    root["required"] = ["phien_ban"]
    root["properties"]["mau"] |= {"enum": [mau], "default": mau}
    for key in root["properties"].values():
        _describe_list(key, tables)
    return {"$schema": DRAFT, "title": f"notice-gen: {mau}", **root, "definitions": tables}


def json_text(mau: str) -> str:
    """Return :func:`json_schema` as the text of its file."""
    return json.dumps(json_schema(mau), ensure_ascii=False, indent=2) + "\n"


def _untitled(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != "title"}


def _add_ranges(properties: dict[str, dict[str, Any]]) -> None:
    for key, limit in legal.law().ranges.items():
        if key not in properties or limit.choices:
            continue
        for word, end in (("minimum", limit.minimum), ("maximum", limit.maximum)):
            if end is not None:
                properties[key][word] = float(end) if end % 1 else int(end)


def _describe_list(key: dict[str, Any], tables: Mapping[str, dict[str, Any]]) -> None:
    """Give a list of tables, which has no words of its own, those of its table."""
    reference = key.get("items", {}).get("$ref") if "description" not in key else None
    if reference:
        key["description"] = tables[reference.rpartition("/")[2]]["description"]
