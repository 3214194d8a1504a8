"""Writes ``schemas/dac-ta.schema.json`` and ``dac-ta.xsd`` from ``notice_gen/data/dac-ta.toml``: ``python -m tools.metadata_schema``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from notice_gen import facts, metadata

FOLDER = Path(__file__).parent.parent / "schemas"
TITLE = "Dữ liệu đặc tả của văn bản đi"
_XS = "http://www.w3.org/2001/XMLSchema"
_DAY = r"\d{4}-\d{2}-\d{2}"


def _of_field(field: metadata.Truong) -> dict[str, Any]:
    said: dict[str, Any] = {"title": field.ten, "description": f"Trường {field.so}"}
    if field.kieu == "Number":
        return {**said, "type": "integer", "minimum": 0, "maximum": 10**field.do_dai - 1}
    if field.kieu == "Date":
        return {**said, "type": "string", "pattern": f"^{_DAY}$"}
    return {**said, "type": "string", "minLength": 1, "maxLength": field.do_dai}


def _table(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _grouped() -> dict[str, list[metadata.Truong]]:
    """Return the fields by the first half of their names, in the table's order."""
    out: dict[str, list[metadata.Truong]] = {}
    for field in metadata.truong().values():
        out.setdefault(field.ma.partition(".")[0], []).append(field)
    return out


def json_schema() -> str:
    """Return the JSON Schema of what ``notice-gen metadata --as json`` writes."""
    data, properties = facts.table("dac-ta.toml"), dict[str, Any]()
    for name, fields in _grouped().items():
        if "." not in fields[0].ma:
            properties[name] = _of_field(fields[0])
            continue
        inner = _table({field.ma.partition(".")[2]: _of_field(field) for field in fields}, [])
        properties[name] = {"type": "array", "minItems": 1, "items": inner} if name in data["nhieu"] else inner
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": TITLE, "description": data["dieu"]}
    return json.dumps(head | _table(properties, [*data["can"]]), ensure_ascii=False, indent=2) + "\n"


def _simple(field: metadata.Truong, indent: str, least: int) -> str:
    base, limit = ("xs:string", f"<xs:minLength value=\"1\"/><xs:maxLength value=\"{field.do_dai}\"/>")
    if field.kieu == "Number":
        base, limit = "xs:nonNegativeInteger", f"<xs:totalDigits value=\"{field.do_dai}\"/>"
    elif field.kieu == "Date":
        base, limit = "xs:date", f"<xs:pattern value=\"{_DAY}\"/>"
    kind = f"<xs:simpleType><xs:restriction base=\"{base}\">{limit}</xs:restriction></xs:simpleType>"
    return f"{indent}<xs:element name=\"{field.ma.rpartition('.')[2]}\" minOccurs=\"{least}\">{kind}</xs:element>"


def xsd() -> str:
    """Return the XML Schema of what ``notice-gen metadata --as xml`` writes."""
    data = facts.table("dac-ta.toml")
    lines = [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", f"<!-- {TITLE}: {data['dieu']}. -->",
        f"<xs:schema xmlns:xs=\"{_XS}\" targetNamespace=\"{metadata.NAMESPACE}\" elementFormDefault=\"qualified\">",
        "  <xs:element name=\"VanBanDi\"><xs:complexType><xs:sequence>",
    ]  # fmt: skip
    for name, fields in _grouped().items():
        least = int(name in data["can"])
        if "." not in fields[0].ma:
            lines.append(_simple(fields[0], "    ", least))
            continue
        most = " maxOccurs=\"unbounded\"" if name in data["nhieu"] else ""
        lines.append(f"    <xs:element name=\"{name}\" minOccurs=\"{least}\"{most}><xs:complexType><xs:sequence>")
        lines += [*(_simple(field, "      ", 0) for field in fields), "    </xs:sequence></xs:complexType></xs:element>"]
    return "\n".join([*lines, "  </xs:sequence></xs:complexType></xs:element>", "</xs:schema>", ""])


FILES = {"dac-ta.schema.json": json_schema, "dac-ta.xsd": xsd}

if __name__ == "__main__":
    for name, made in FILES.items():
        (FOLDER / name).write_text(made(), "utf-8")
