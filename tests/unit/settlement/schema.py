"""An independent judge of ISO 20022 messages: the schemas as `pyiso20022` publishes them, as dataclasses.

They carry the rules of the XSD in their fields: order, occurrence, lengths, patterns, codes. `pyiso20022`
needs `xsdata` for the names of two types but does not say so; where it is not installed these names suffice.
"""

import dataclasses
import enum
import importlib
import importlib.util
import re
import sys
import types
import typing
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lxml import etree


class XmlDate:
    """`xs:date`."""


class XmlDateTime:
    """`xs:dateTime`."""


def violations(body: bytes, message: str) -> list[str]:
    """Say what in a document is against the schema of its message, for example `pain.001.001.09`."""
    name = message.replace(".", "_")
    module = _module(f"pyiso20022.{name[:4]}.{name}.{name}")
    root = etree.fromstring(body)
    return list(_element(root, module.Document, "/Document", f"{{{module.__NAMESPACE__}}}"))


def _module(name: str) -> Any:
    if "xsdata" not in sys.modules and importlib.util.find_spec("xsdata") is None:
        datatype = types.ModuleType("xsdata.models.datatype")
        vars(datatype).update(XmlDate=XmlDate, XmlDateTime=XmlDateTime)
        sys.modules |= {
            "xsdata": types.ModuleType("xsdata"),
            "xsdata.models": types.ModuleType("xsdata.models"),
            datatype.__name__: datatype,
        }
    return importlib.import_module(name)


def _element(element: "etree._Element", model: Any, path: str, prefix: str) -> typing.Iterator[str]:
    hints = typing.get_type_hints(model, vars(sys.modules[model.__module__]))
    fields = {field.metadata.get("name", field.name): field for field in dataclasses.fields(model)}
    names = [str(child.tag).removeprefix(prefix) for child in element]
    order = [name for name, field in fields.items() if field.metadata.get("type") == "Element"]
    if unknown := set(names) - set(order):
        yield f"{path}: unknown {unknown}"
        return
    if names != sorted(names, key=order.index):
        yield f"{path}: not in order: {names}"
    for name, field in fields.items():
        rules, kind = field.metadata, _bare(hints[field.name])
        match rules.get("type"):
            case "Element":
                found = [child for child in element if child.tag == prefix + name]
                yield from _occurrence(len(found), rules, hints[field.name], f"{path}/{name}")
                for child in found:
                    if dataclasses.is_dataclass(kind):
                        yield from _element(child, kind, f"{path}/{name}", prefix)
                    else:
                        yield from _text(child.text or "", rules, kind, f"{path}/{name}")
            case "Attribute":
                yield from _text(element.get(name, ""), rules, kind, f"{path}/@{name}")
            case None:
                yield from _text(element.text or "", rules, kind, path)


def _occurrence(count: int, rules: Any, hint: Any, path: str) -> typing.Iterator[str]:
    least = rules.get("min_occurs", 1 if rules.get("required") else 0)
    most = rules.get("max_occurs", sys.maxsize if typing.get_origin(hint) is list else 1)
    if not least <= count <= most:
        yield f"{path}: {count} times"


def _bare(hint: Any) -> Any:
    """The type without `None | …` and `list[…]`."""
    kinds = [kind for kind in typing.get_args(hint) if kind is not type(None)]
    return _bare(kinds[0]) if kinds else hint


def _text(text: str, rules: Any, kind: Any, path: str) -> typing.Iterator[str]:
    if not rules.get("min_length", 0) <= len(text) <= rules.get("max_length", sys.maxsize):
        yield f"{path}: {len(text)} characters"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], text):
        yield f"{path}: not of the pattern"
    try:
        if kind is Decimal:
            digits = Decimal(text).as_tuple()
            assert -int(digits.exponent) <= rules.get("fraction_digits", 17)
            assert len(digits.digits) <= rules.get("total_digits", 18)
        elif kind.__name__ == "XmlDateTime":
            datetime.fromisoformat(text)
        elif kind.__name__ == "XmlDate":
            date.fromisoformat(text)
        elif isinstance(kind, type) and issubclass(kind, enum.Enum):
            kind(text)
    except (ValueError, ArithmeticError, AssertionError):
        yield f"{path}: no {kind.__name__}"
