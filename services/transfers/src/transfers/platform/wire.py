"""How messages look on the wire: a 16-byte header and GBK XML, `message/head/body/field name=`.

Header: node (6 bytes ASCII), `1` for a body in clear, 5 bytes of zeros, length of the body (4 bytes,
big-endian). The ministry's session cipher (`0`) is not published; the line is encrypted by TLS instead.
"""

import asyncio
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from shared.base.clock import BUSINESS_ZONE
from transfers.platform.port import Answer, Message, TxCode

HEADER = struct.Struct(">6sc5sI")
CLEAR = b"1"
BODY_MAX_BYTES = 1024 * 1024
"""The list of all centres is a tenth of it."""
FIELDS_MAX = 5_000
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
ACCEPTED, REFUSED = "0", "1"
"""TxStatus."""


class Unreadable(ValueError):
    """What came is no message; the line cannot be trusted any further."""


@dataclass(frozen=True, repr=False)
class Parsed:
    """A message as it came: whether it asks or answers, its head does not say in one field."""

    head: Mapping[str, str]
    fields: Mapping[str, str]

    @property
    def is_answer(self) -> bool:
        """An answer says what became of the request."""
        return "TxStatus" in self.head

    @property
    def serial(self) -> str:
        """Of the request."""
        return self.head.get("SendSeqNo", "")

    def request(self) -> Message:
        """Read it as a request; raises `Unreadable`."""
        try:
            return Message(TxCode(self.head.get("TxCode", "")), self.serial, self.fields)
        except ValueError as error:
            raise Unreadable("an unknown transaction code") from error

    def answer(self) -> Answer:
        """Read it as an answer."""
        head = self.head
        accepted = head.get("TxStatus") == ACCEPTED
        return Answer(accepted, head.get("RtnCode", ""), head.get("RtnMessage", ""), self.fields)


def frame(node: str, body: bytes) -> bytes:
    """Put the header before a body."""
    return HEADER.pack(node.encode("ascii"), CLEAR, bytes(5), len(body)) + body


def request(message: Message, node: str, now: datetime) -> bytes:
    """Write a request of ours."""
    head = {
        **_when(now),
        "SendSeqNo": message.serial,
        "SendNode": node,
        "TxCode": message.code.value,
    }
    return frame(node, _xml(head, message.fields))


def reply(asked: Message, answer: Answer, node: str, now: datetime) -> bytes:
    """Write our answer to a request of the platform."""
    head = {
        **_when(now),
        "SendSeqNo": asked.serial,
        "SendNode": node,
        "TxCode": asked.code.value,
        "TxStatus": ACCEPTED if answer.accepted else REFUSED,
        "RtnCode": answer.code,
        "RtnMessage": answer.text,
    }
    return frame(node, _xml(head, answer.fields))


async def read(reader: asyncio.StreamReader) -> Parsed:
    """Read the next message; raises `Unreadable`, `EOFError` at the end of the line."""
    _, mode, _, length = HEADER.unpack(await reader.readexactly(HEADER.size))
    if mode != CLEAR:
        raise Unreadable("a body that is not in clear")
    if not 0 < length <= BODY_MAX_BYTES:
        raise Unreadable("a body of an impossible length")
    return parse(await reader.readexactly(length))


def parse(body: bytes) -> Parsed:
    """Read a body; raises `Unreadable`."""
    if b"<!" in body:
        raise Unreadable("a document type, of which this format has none")
    try:
        root = etree.fromstring(body, PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("no XML") from error
    if root.tag != "message":
        raise Unreadable("another document")
    return Parsed(_fields(root.find("head")), _fields(root.find("body")))


def _fields(part: "etree._Element | None") -> dict[str, str]:
    found = [] if part is None else part.findall("field")
    if len(found) > FIELDS_MAX:
        raise Unreadable("too many fields")
    return {one.get("name", ""): (one.text or "").strip() for one in found}


def _when(now: datetime) -> dict[str, str]:
    here = now.astimezone(BUSINESS_ZONE)
    return {"SendDate": f"{here:%Y%m%d}", "SendTime": f"{here:%H%M%S}"}


def _xml(head: Mapping[str, str], body: Mapping[str, str]) -> bytes:
    """Write a document; a character that GBK has not becomes a reference, which any XML reader reads."""
    root = etree.Element("message")
    for name, fields in (("head", head), ("body", body)):
        part = etree.SubElement(root, name)
        for key, value in fields.items():
            etree.SubElement(part, "field", name=key).text = value
    written = etree.tostring(root, encoding="GBK", xml_declaration=True)
    assert isinstance(written, bytes), "an encoding makes bytes"
    return written
