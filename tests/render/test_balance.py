"""A template proved whole prints nothing but well-formed XML, whatever it is given."""

from __future__ import annotations

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import templates
from notice_gen.markup import StyledText
from notice_gen.render import balance, compiled, compiling

HEAD, TAIL = '<w:document xmlns:w="w"><w:body>', "</w:body></w:document>"


def whole(source):
    return balance.is_whole(compiling.printing(HEAD + source + TAIL))


@pytest.mark.parametrize("mau", templates.names())
def test_every_template_shipped_is_proved_whole(mau):
    template = templates.find(mau)
    form = compiled(template.docx, template.label)
    assert form.whole == frozenset(form.templates)


PROVED = [
    "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>",
    "{% for y in ys %}<w:p><w:r><w:t>{{ y }}</w:t></w:r></w:p>{% endfor %}",
    "<w:p>{% if x %}<w:keepNext/>{% elif y %}<w:b/>{% else %}<w:i/>{% endif %}</w:p>",
    '<w:ind w:left="{{ x | twips }}"/>',
    "{% if x %}{% for y in ys %}<w:p/>{% endfor %}{% else %}<w:tbl/>{% endif %}",
]
NOT_PROVED = [
    "{% if x %}<w:p>{% endif %}<w:r/></w:p>",
    "{% for y in ys %}<w:p>{% else %}</w:p>{% endfor %}",
    "<w:p {% if x %}w:a='1'{% endif %}/>",
    "<w:{{ x }}/>",
    "<w:p {{ x }}='1'/>",
    "<!-- {{ x }} -->",
    "<w:r><w:t>{% if x %}{{ x }}{% endif %}</w:t></w:r>",
    "<w:t>{{ x }}</w:t>",
    '<w:r><w:t><w:ind w:left="{{ x }}"/></w:t></w:r>',
    "{% set x = 1 %}<w:p/>",
    "<w:p>&{{ x }};</w:p>",
]


@pytest.mark.parametrize("source", PROVED)
def test_what_is_proved(source):
    assert whole(source)


@pytest.mark.parametrize("source", NOT_PROVED)
def test_what_is_not(source):
    assert not whole(source)


_PIECE = st.sampled_from([
    "<w:p>", "</w:p>", "<w:p/>", "<w:r><w:t>", "</w:t></w:r>", "<w:t>", "</w:t>", "{{ x }}", "{{ y }}", '<w:ind w:left="{{ x }}"/>', '<w:p w:a="', '"/>', "chữ", "&amp;", "<w:b/>",
])  # fmt: skip
_SOURCE = st.recursive(
    st.lists(_PIECE, max_size=3).map("".join),
    lambda inner: st.one_of(
        st.builds("{}{}".format, inner, inner),
        st.builds("{{% if x %}}{}{{% endif %}}".format, inner),
        st.builds("{{% if x %}}{}{{% else %}}{}{{% endif %}}".format, inner, inner),
        st.builds("{{% for y in ys %}}{}{{% endfor %}}".format, inner),
        st.builds("<w:p>{}</w:p>".format, inner),
        st.builds("<w:r><w:t>{}</w:t></w:r>".format, inner),
    ),
    max_leaves=6,
)
_VALUE = st.one_of(st.sampled_from(["", '<"&>', "chữ", "'--]]>"]), st.just(StyledText((("một ", ""), ("hai", "b"), (" <ba>", "iu")))))


@given(_SOURCE, _VALUE, st.lists(_VALUE, max_size=3))
def test_what_is_proved_whole_is_so_with_any_values(source, x, ys):
    if whole(source):
        result = compiling.environment().from_string(compiling.printing(HEAD + source + TAIL)).render(x=x, y=x, ys=ys)
        expat.ParserCreate().Parse(result, True)
