"""What was published against programs like this one, each tried here by its public name.

docxtpl #549 and #632 (a Word template runs code, by its text, its properties, its notes), document-merge-service
CVE-2024-37301 (GHSA-v5gf-r78h-55q6: no sandbox) and what its 10.0.1 closed (the template within reach of its own tags), the
ways out of Jinja's sandbox that were found over the years, and XML of python-docx that reads files (CVE-2016-5851).
"""

from __future__ import annotations

import pytest

from notice_gen import expressions
from notice_gen.errors import TemplateError
from tests.helpers.word import W, p, paragraphs
from tests.security.test_template_packages import PKG, WML, override, package, printed, relation

CODES = {
    "docxtpl #549, the first": "''.__class__.__mro__[1].__subclasses__()[389](['id'], stdout=-1).communicate()[0].decode('utf-8')",
    "docxtpl #549, the second": "get_flashed_messages.__class__.__mro__[1].__subclasses__()[90]",
    "docxtpl #632": 'cycler.__init__.__globals__.os.popen("id").read()',
    "CVE-2024-37301 (GHSA-v5gf-r78h-55q6) by a global": "lipsum.__globals__['os'].popen('id').read()",
    "CVE-2024-37301 by the template itself": "self.__init__.__globals__.__builtins__.__import__('os').popen('id').read()",
    "CVE-2024-37301 by the context": "self._TemplateReference__context.cycler.__init__.__globals__.os.popen('id').read()",
    "CVE-2024-37301 by a figure": "x.__class__.__base__.__subclasses__()",
    "document-merge-service 10.0.1, the template in the context": "_tpl.docx.part.package",
    "document-merge-service 10.0.1, what docxtpl puts there": "tpl.docx",
    "document-merge-service 10.0.1, dir": "dir(x)",
    "document-merge-service 10.0.1, getattr": "getattr(x, '__class__')",
    "document-merge-service 10.0.1, a picture's template": "anh.tpl.docx.part.package.save('/tmp/x')",
    "document-merge-service 10.0.1, a filter that makes a picture": "x | image",
    "CVE-2016-10745, str.format": "'{0.__class__.__init__.__globals__}'.format(x)",
    "CVE-2019-10906, str.format_map": "'{a.__class__.__mro__}'.format_map({'a': x})",
    "CVE-2024-56326, format kept for later": "'{0.__class__}'.format | upper",
    "CVE-2024-56326, format as an item": "'{0.__class__}'['format']",
    "a method of a figure": "x['as_integer_ratio'] | upper",
    "CVE-2024-56326, format given to a filter": "['{0.__class__}'] | map('format', x) | join",
    "CVE-2025-27516, attr that finds format": "'{0.__class__}' | attr('format')",
    "CVE-2025-27516, map by attr": "['{0.__class__}'] | map(attribute='format') | list",
    "CVE-2024-22195, xmlattr with a blank": "{'a onclick=1': x} | xmlattr",
    "CVE-2024-34064, xmlattr with a slash": "{'a/onclick': x} | xmlattr",
    "CVE-2014-1402, a string that is marked safe": "'<w:altChunk/>' | safe",
}
STATEMENTS = {
    "CVE-2024-56201, a name in an error": "{% from x import y %}",
    "CVE-2024-56201, an import of a file": "{% import '/etc/passwd' as a %}",
    "an include of a file": "{% include '/etc/passwd' %}",
    "a template of another": "{% extends x %}",
    "a macro": "{% macro a() %}{% endmacro %}",
    "a name set": "{% set a = x %}",
    "a call": "{% call x() %}{% endcall %}",
    "escaping switched off": "{% autoescape false %}{{ x }}{% endautoescape %}",
    "an extension (do)": "{% do x.append(1) %}",
    "an extension (debug)": "{% debug %}",
}
OD = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


@pytest.mark.parametrize("name", CODES)
def test_no_text_of_a_notice_does_it(name):
    names = expressions.names_of({"so_lieu": {"x": 1}})
    assert expressions.fault_in_text(f"A {{{{ {CODES[name]} }}}}", names)
    assert expressions.fault_in_expression(CODES[name], names)


@pytest.mark.parametrize("line", [*(f"{{{{ {code} }}}}" for code in CODES.values()), *STATEMENTS.values()], ids=[*CODES, *STATEMENTS])
@pytest.mark.parametrize("where", ["body", "header", "footnotes"])
def test_no_tag_of_a_template_does_it(line, where):
    """#632: docxtpl prints notes and properties by another environment than the one it is given."""
    root = {"header": "hdr", "footnotes": "footnotes"}.get(where, "")
    text = p(line) if where != "footnotes" else f'<w:footnote w:id="1">{p(line)}</w:footnote>'
    template = package(p(line)) if where == "body" else package(
        relations=relation(where, f"{where}.xml"), types=override(f"word/{where}.xml", f"{WML}.{where}+xml"),
        **{f"word__{where}.xml": f'<w:{root} xmlns:w="{W}">{text}</w:{root}>'},
    )  # fmt: skip
    with pytest.raises(TemplateError) as caught:
        printed(template)
    assert "la.docx" in caught.value.problems[0].text()


@pytest.mark.parametrize("tag", ["title", "creator", "subject", "description"])
def test_properties_of_a_template_are_not_worked_out(tag):
    """#632 of docxtpl: a payload in the metadata, which nobody sees."""
    core = f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:{tag}>{{{{ {CODES["docxtpl #632"]} }}}}</dc:{tag}></cp:coreProperties>'
    rels = f'<Relationships xmlns="{PKG}"><Relationship Id="a" Type="{OD}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="{PKG}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
    made = printed(package(
        types=override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        **{"_rels__.rels": rels, "docProps__core.xml": core},
    ))  # fmt: skip
    assert paragraphs(made) == ["a"]
    assert b"cycler" not in made
    assert b"uid=" not in made


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/passwd"', 'PUBLIC "a" "http://la.example/x"', '"aaaa"'])
def test_no_part_reads_a_file_by_an_entity(entity):
    """CVE-2016-5851 (GHSA-34wj-p5jm-2p96): python-docx resolved entities of a document."""
    body = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e {entity}>]><w:document xmlns:w="{W}"><w:body>{p("&e;{{ x }}")}</w:body></w:document>'
    with pytest.raises(TemplateError, match=r"không an toàn|DOCTYPE"):
        printed(package(**{"word__document.xml": body}))
