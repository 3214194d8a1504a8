"""JSON Schema of the findings file, for completion and hover help in an editor; all of it from ``model``."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from notice_gen import legal
from notice_gen.model import DinhDang, KiemTra, Notice, Table

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that every TOML editor reads."""
ID = "urn:notice-gen:schema:1"
"""Names the schema of every findings file, wherever its copy lies; it is fetched from nowhere."""
_MOMENT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?$"  # JSON Schema's date-time must have a time zone

# These tables may come, whole or in part, from the office's notice-gen.toml or from the template.
_LAYERED = ("CoQuan", "VanBan", "NoiNhan", "Ky", "KyVanBan")


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

    def datetime_schema(self, schema: core_schema.DatetimeSchema) -> JsonSchemaValue:  # noqa: ARG002 - pydantic's signature
        return {"type": "string", "pattern": _MOMENT}


def json_schema(forms: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the JSON Schema (draft-07) of findings files for *forms*: templates by name, each with the dotted keys it has no place for."""
    made = TypeAdapter(Notice).json_schema(schema_generator=_Plain, ref_template="#/definitions/{model}")
    tables = {name: _untitled(_described(name, table)) for name, table in made.pop("$defs").items()}
    for name in _LAYERED:
        tables[name].pop("required")
    _add_ranges(tables[DinhDang.__name__]["properties"])
    tables[KiemTra.__name__] |= {
        "anyOf": [{"required": [key]} for key in ("dieu_kien", "khong_am", "la_phan_cua")],
        "dependencies": {"dieu_kien": ["thong_bao"], "thong_bao": ["dieu_kien"]},
    }
    root = _untitled(_described(Notice.__name__, made))
    root["required"] = ["phien_ban"]
    mau = root["properties"]["mau"]
    mau["enum"] = list(forms)
    if mau["default"] not in forms:
        mau["default"] = next(iter(forms))
    for key in root["properties"].values():  # a list of tables, which has no words of its own, has those of its table
        if "description" not in key and (reference := key.get("items", {}).get("$ref")):
            key["description"] = tables[reference.rpartition("/")[2]]["description"]
    return {"$schema": DRAFT, "$id": ID, "title": "notice-gen", **root, "allOf": _without(forms, mau["default"]), "definitions": tables}


def json_text(forms: Mapping[str, Sequence[str]]) -> str:
    """Return :func:`json_schema` as the text of its file."""
    return json.dumps(json_schema(forms), ensure_ascii=False, indent=2) + "\n"


def _without(forms: Mapping[str, Sequence[str]], default: str) -> list[dict[str, Any]]:
    """Return, for each set of keys that forms lack, the condition that refuses them there."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for mau, khong in forms.items():
        alike.setdefault(tuple(sorted(khong)), []).append(mau)
    refusals = []
    for khong, cac_mau in alike.items():
        tables: dict[str, Any] = {}
        for dotted in khong:
            *table, key = dotted.split(".")
            home = tables
            for step in table:
                home = home.setdefault(step, {"properties": {}})["properties"]
            home[key] = False
        # A file without the line has the default.
        asked = {"properties": {"mau": {"enum": cac_mau}}, **({} if default in cac_mau else {"required": ["mau"]})}
        refusals += [{"if": asked, "then": {"properties": tables}}] if khong else []
    return refusals


def _described(name: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table with the words of its class, which pydantic takes over from 2.13 on."""
    if "description" in table:
        return dict(table)
    words = next(kind.__doc__ for kind in _kinds(Table) if kind.__name__ == name) or ""
    return dict(sorted({**table, "description": inspect.cleandoc(words)}.items()))


def _kinds(kind: type[Table]) -> Iterator[type[Table]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)


def _untitled(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != "title"}


def _add_ranges(properties: dict[str, dict[str, Any]]) -> None:
    """Say between which ends a measure lies: those of any decree known, for a file may have any date."""
    for key in properties.keys() & legal.every()[-1].ranges:
        limits = [law.ranges[key] for law in legal.every()]
        if any(limit.choices for limit in limits):
            continue
        minima, maxima = [limit.minimum for limit in limits], [limit.maximum for limit in limits]
        for word, outermost, ends in (("minimum", min, minima), ("maximum", max, maxima)):
            if None not in ends:
                end = outermost(filter(None, ends))
                properties[key][word] = float(end) if end % 1 else int(end)
