"""The value of an expression, worked out by Jinja in its sandbox: of those that ``direct`` does not read, and of what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import TemplateError, Undefined, nodes
from jinja2.runtime import Context

from notice_gen.expressions import bounds
from notice_gen.expressions.sandbox import text_environment
from notice_gen.expressions.tree import parse


class RefusedError(ValueError):
    """The sandbox does not work it out."""


def context(values: Mapping[str, Any]) -> Context:
    """Return what :func:`value` sees."""
    env = text_environment()
    return env.context_class(env, dict(values), name=None, blocks={}, globals={})


def value(code: str, seen: Context, missing: Any) -> Any:
    """Return the value of *code*, or *missing* for a name that is not there.

    Raises RefusedError, and whatever its arithmetic and its filters raise.
    """
    bounds.begin()
    try:
        found = _compiled(code)(seen)
    except TemplateError as error:
        raise RefusedError from error
    return missing if isinstance(found, Undefined) else found


@lru_cache(maxsize=65536)
def _compiled(code: str) -> Callable[[Context], Any]:
    env = text_environment()
    target = nodes.Assign(nodes.Name("result", "store", lineno=1), parse(code), lineno=1)
    tree = nodes.Template([target], lineno=1)
    tree.set_environment(env)
    template = env.from_string(tree)
    run = template.root_render_func

    def evaluate_in(context: Context) -> Any:
        for _ in run(context):
            pass
        return context.vars["result"]

    return evaluate_in
