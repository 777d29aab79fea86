"""The docstrings below a class's attributes, for documents alone: no service reads its source to start."""

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

Docs = dict[str, str]


def attribute_docs(cls: type) -> Docs:
    """What is written below each attribute of a class and of those it stands on."""
    found: Docs = {}
    for one in reversed(cls.__mro__):
        found |= _of_module(one.__module__).get(one.__qualname__, {})
    return found


@cache
def _of_module(name: str) -> dict[str, Docs]:
    try:
        tree = ast.parse(inspect.getsource(sys.modules[name]))
    except (OSError, TypeError):  # written in C
        return {}
    return dict(_of_classes(tree, ""))


def _of_classes(within: ast.AST, prefix: str) -> Iterator[tuple[str, Docs]]:
    for node in ast.iter_child_nodes(within):
        if isinstance(node, ast.ClassDef):
            yield f"{prefix}{node.name}", dict(_of_attributes(node))
            yield from _of_classes(node, f"{prefix}{node.name}.")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _of_classes(node, f"{prefix}{node.name}.<locals>.")


def _of_attributes(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for attribute, text in pairwise(node.body):
        match attribute, text:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(doc))),
            ):
                yield name, inspect.cleandoc(doc)
