"""Checks messages against ISO 20022 as the package pyiso20022 has it, which is none of our making.

Its classes say what the published schemas say, but need a library that it does not bring; so they are read,
not imported. What an XML binding would let pass is refused here: elements out of order, two of a choice.
"""

import ast
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:"


@dataclass
class Member:
    """A child element, the text, or an attribute."""

    name: str | None
    kind: str
    repeated: bool
    facets: dict[str, Any]

    @property
    def required(self) -> bool:
        return bool(self.facets.get("required") or self.facets.get("min_occurs"))


@dataclass
class Type:
    """A complex type in the order of its elements, or the values of an enumeration."""

    name: str
    members: list[Member] = field(default_factory=list)
    values: set[str] = field(default_factory=set)


def check(body: bytes, message: str) -> etree._Element:
    """Return the root of a message that keeps to its schema; fail when it does not."""
    types = _types(message)
    root = etree.fromstring(body)
    assert root.tag == f"{{{NAMESPACE}{message}}}Document"
    _check(root, types["Document"], types, "Document")
    return root


def _check(element: etree._Element, of: Type, types: dict[str, Type], path: str) -> None:
    attributes = {item.name for item in of.members if item.facets.get("type") == "Attribute"}
    assert set(element.attrib) <= attributes, path
    children = list(element)
    members = [item for item in of.members if item.facets.get("type") == "Element"]
    for member in of.members:
        if member.facets.get("type") == "Attribute" and member.required:
            _check_text(element.get(str(member.name)), member, types, f"{path}/@{member.name}")
        elif member.name is None and not member.facets.get("type"):
            _check_text(element.text, member, types, path)
    if of.name.endswith("Choice"):
        assert len({child.tag for child in children}) == 1, f"{path}: one of a choice"
    for member in members:
        count = 0
        while children and etree.QName(children[0]).localname == member.name:
            count += 1
            _check_child(children.pop(0), member, types, f"{path}/{member.name}")
        assert count >= int(member.required), f"{path}/{member.name} is missing"
        assert count <= 1 or member.repeated, f"{path}/{member.name} is there {count} times"
    assert not children, f"{path}: {children[0].tag} is unknown or out of order"


def _check_child(
    element: etree._Element, member: Member, types: dict[str, Type], path: str
) -> None:
    of = types.get(member.kind)
    if of is not None and not of.values:
        _check(element, of, types, path)
    else:
        assert not [*element, *element.attrib], path
        _check_text(element.text, member, types, path)


def _check_text(text: str | None, member: Member, types: dict[str, Type], path: str) -> None:
    assert text is not None, path
    facets, of = member.facets, types.get(member.kind)
    assert of is None or text in of.values, f"{path}: {text}"
    assert len(text) >= facets.get("min_length", 0), f"{path}: {text!r} is too short"
    assert len(text) <= facets.get("max_length", len(text)), f"{path}: {text!r} is too long"
    assert re.fullmatch(facets.get("pattern", ".*"), text, re.DOTALL), f"{path}: {text!r}"
    if member.kind == "Decimal":
        exponent = Decimal(text).as_tuple().exponent
        assert isinstance(exponent, int)
        assert -exponent <= facets.get("fraction_digits", 0), f"{path}: {text}"
        assert len(Decimal(text).as_tuple().digits) <= facets.get("total_digits", 18), path
    elif member.kind == "XmlDate":
        date.fromisoformat(text)
    elif member.kind == "XmlDateTime":
        assert datetime.fromisoformat(text).tzinfo is not None, f"{path}: {text}"


@cache
def _types(message: str) -> dict[str, Type]:
    package = find_spec("pyiso20022")
    assert package is not None
    assert package.origin is not None
    name = message.replace(".", "_")
    source = Path(package.origin).parent / message.split(".", maxsplit=1)[0] / name / f"{name}.py"
    classes = [
        node for node in ast.parse(source.read_text("utf-8")).body if isinstance(node, ast.ClassDef)
    ]
    return {node.name: _type(node) for node in classes}


def _type(node: ast.ClassDef) -> Type:
    made = Type(node.name)
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.value, ast.Call):
            kind = ast.unparse(statement.annotation).replace("None | ", "")
            inner = kind.removeprefix("list[").removesuffix("]")
            facets = _facets(statement.value)
            made.members.append(Member(facets.get("name"), inner, inner != kind, facets))
        elif isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
            made.values.add(str(statement.value.value))
    return made


def _facets(call: ast.Call) -> dict[str, Any]:
    for keyword in call.keywords:
        if keyword.arg == "metadata" and isinstance(keyword.value, ast.Dict):
            return {
                key.value: value.value
                for key, value in zip(keyword.value.keys, keyword.value.values, strict=True)
                if isinstance(key, ast.Constant) and isinstance(value, ast.Constant)
            }
    return {}
