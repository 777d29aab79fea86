"""Messages of the platform: a 16-byte header and GBK XML; written independently of those who speak to it."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

HEADER_BYTES = 16
LENGTH_BYTES = 4
BODY_MAX_BYTES = 1 << 20


@dataclass(frozen=True)
class Document:
    """Head and body, by field names."""

    head: Mapping[str, str]
    body: Mapping[str, str]


def written(node: str, head: Mapping[str, str], body: Mapping[str, str]) -> bytes:
    """Write a message with its header."""
    now = datetime.now()  # noqa: DTZ005 - the platform's wall clock
    whole = {"SendDate": f"{now:%Y%m%d}", "SendTime": f"{now:%H%M%S}", **head}
    text = (
        '<?xml version="1.0" encoding="GBK"?>\n<message>'
        f"<head>{_fields(whole)}</head><body>{_fields(body)}</body></message>"
    )
    data = text.encode("gbk", "xmlcharrefreplace")
    header = node.encode("ascii").ljust(6)[:6] + b"1" + b"\0" * 5
    return header + len(data).to_bytes(LENGTH_BYTES, "big") + data


def _fields(fields: Mapping[str, str]) -> str:
    return "".join(
        f"<field name={quoteattr(name)}>{escape(value)}</field>" for name, value in fields.items()
    )


async def read(reader: asyncio.StreamReader) -> Document:
    """Read the next message; raises `EOFError` at the end of the line, `ValueError` for nonsense."""
    header = await reader.readexactly(HEADER_BYTES)
    length = int.from_bytes(header[-LENGTH_BYTES:], "big")
    if header[6:7] != b"1" or length > BODY_MAX_BYTES:
        raise ValueError("no header of this platform")
    root = etree.fromstring(await reader.readexactly(length))
    return Document(_read(root.find("head")), _read(root.find("body")))


def _read(part: "etree._Element | None") -> dict[str, str]:
    return {} if part is None else {f.get("name", ""): f.text or "" for f in part.iter("field")}
