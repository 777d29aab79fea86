"""Messages as trees of nodes, written piece by piece so that a day's statement needs no memory."""

import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:"
PIECE_OCTETS = 64 * 1024


class Node(NamedTuple):
    """An element: its short name, its text or its children (which may be made while writing)."""

    name: str
    content: "str | Iterable[Node]"
    currency: str = ""


def pieces(message: str, node: Node) -> Iterator[bytes]:
    """Write the document of one message, giving it away in pieces."""
    sink = io.BytesIO()
    namespace = NAMESPACE + message
    with etree.xmlfile(sink, encoding="utf-8") as file:
        file.write_declaration()
        document = file.element(f"{{{namespace}}}Document", nsmap={None: namespace})
        with document:
            for _ in _write(file, f"{{{namespace}}}", node):
                if sink.tell() >= PIECE_OCTETS:
                    yield _taken(sink)
    yield _taken(sink)


def whole(message: str, node: Node) -> bytes:
    """Write the document of one message."""
    return b"".join(pieces(message, node))


def _write(file: "etree._IncrementalFileWriter", prefix: str, node: Node) -> Iterator[None]:
    """Write a node; gives control back after each that has children."""
    attributes = {"Ccy": node.currency} if node.currency else {}
    with file.element(prefix + node.name, attributes):
        if isinstance(node.content, str):
            file.write(node.content)
            return
        for child in node.content:
            yield from _write(file, prefix, child)
    yield


def _taken(sink: io.BytesIO) -> bytes:
    piece = sink.getvalue()
    sink.seek(0)
    sink.truncate()
    return piece
