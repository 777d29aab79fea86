"""CMPP 2.0 and 3.0 as a carrier's gateway reads and writes them.

By China Mobile's 中国移动通信互联网短信网关接口协议. Written apart from the client's codec on purpose: two
independent readings meet on the wire, so that a mistake of one is seen by the other.
"""

import hashlib
import struct
from dataclasses import dataclass
from enum import IntEnum

from simulators.smsc.handset import UDHI
from simulators.smsc.pdu import RESPONSE, InvalidPduError, ShortMessage, Tag

HEADER = struct.Struct(">III")
MAX_OCTETS = 4_096
LAST_SEQUENCE = 0xFFFF_FFFF
V20, V30 = 0x20, 0x30
REPORT = 1
CONNECT_OCTETS = 27


class Command(IntEnum):
    """Command_Id of what this gateway knows."""

    CONNECT = 1
    TERMINATE = 2
    SUBMIT = 4
    DELIVER = 5
    ACTIVE_TEST = 8


class ConnectStatus(IntEnum):
    """Status of CONNECT_RESP."""

    OK = 0
    STRUCTURE = 1
    SOURCE = 2
    AUTHENTICATION = 3
    VERSION = 4
    OTHER = 5


class Result(IntEnum):
    """Result of SUBMIT_RESP."""

    OK = 0
    STRUCTURE = 1
    THROTTLED = 8
    DESTINATION = 13


@dataclass(frozen=True)
class Frame:
    """Header and undecoded body."""

    command: int
    sequence: int
    body: bytes = b""

    def encode(self) -> bytes:
        """Lay the frame out for the wire."""
        return HEADER.pack(HEADER.size + len(self.body), self.command, self.sequence) + self.body

    def answer(self, body: bytes = b"") -> "Frame":
        """Make the response that belongs to this request."""
        return Frame(self.command | RESPONSE, self.sequence, body)


def cut(buffer: bytearray) -> list[Frame]:
    """Take the whole frames off a buffer."""
    batch, at = [], 0
    while len(buffer) - at >= HEADER.size:
        length, command, sequence = HEADER.unpack_from(buffer, at)
        if not HEADER.size <= length <= MAX_OCTETS:
            raise InvalidPduError(f"Total_Length {length}")
        if len(buffer) - at < length:
            break
        batch.append(Frame(command, sequence, bytes(buffer[at + HEADER.size : at + length])))
        at += length
    del buffer[:at]
    return batch


@dataclass(frozen=True)
class Connect:
    """The body of CONNECT."""

    source: str
    digest: bytes
    version: int
    timestamp: int

    @classmethod
    def parse(cls, body: bytes) -> "Connect":
        """Read it; raises `InvalidPduError`."""
        if len(body) != CONNECT_OCTETS:
            raise InvalidPduError(f"CONNECT of {len(body)} octets")
        version, timestamp = struct.unpack(">BI", body[22:])
        return cls(string(body[:6]), body[6:22], version, timestamp)

    def is_signed_with(self, secret: str) -> bool:
        """Whether who asks knows the secret."""
        told = f"{self.source}\0\0\0\0\0\0\0\0\0{secret}{self.timestamp:010}".encode()
        return hashlib.md5(told, usedforsecurity=False).digest() == self.digest

    def answer(self, status: int, secret: str, spoken: int, highest: int) -> bytes:
        """Write CONNECT_RESP in the version that is spoken, signed by the gateway."""
        told = status.to_bytes(4 if spoken == V30 else 1, "big")
        signed = hashlib.md5(told + self.digest + secret.encode(), usedforsecurity=False)
        return told + signed.digest() + bytes((highest,))


def read_submit(body: bytes, version: int) -> ShortMessage:
    """Read a SUBMIT to one phone; raises `InvalidPduError`."""
    fields = _Fields(body)
    fields.take(8 + 2)
    registered, level = fields.take(2)
    fields.take(10 + 1)
    fields.number(version)
    _pid, udhi, coding = fields.take(3)
    fields.take(6 + 2 + 6)
    validity = string(fields.take(17))
    fields.take(17)
    source = string(fields.take(21))
    if fields.take(1) != b"\1":
        raise InvalidPduError("DestUsr_tl is not 1")
    phone = fields.number(version)
    content = fields.take(fields.take(1)[0])
    fields.take(20 if version == V30 else 8)
    fields.end()
    return ShortMessage(
        source=source,
        destination=phone,
        payload=content,
        esm_class=UDHI if udhi else 0,
        data_coding=coding,
        registered_delivery=registered,
        validity_period=validity,
        priority=level,
    )


def write_submitted(message_id: str, result: int, version: int) -> bytes:
    """Write SUBMIT_RESP."""
    named = bytes.fromhex(message_id) if message_id else bytes(8)
    return named + result.to_bytes(4 if version == V30 else 1, "big")


def write_delivery(message: ShortMessage, own_id: int, version: int) -> bytes:
    """Write a DELIVER: a report, where the message names what it is about, else what somebody wrote."""
    about = message.tlvs.get(int(Tag.RECEIPTED_MESSAGE_ID))
    content, phone = message.payload, _number(message.source, version)
    if about is not None:
        content = bytes.fromhex(about.rstrip(b"\0").decode()) + content
        content += message.source.encode().ljust(_width(version), b"\0") + bytes(4)
    return b"".join(
        (
            own_id.to_bytes(8, "big"),
            message.destination.encode().ljust(21, b"\0"),
            b"12329".ljust(10, b"\0"),
            bytes((0, int(bool(message.esm_class & UDHI and about is None)), message.data_coding)),
            phone,
            bytes((int(about is not None), len(content))),
            content,
            bytes(20 if version == V30 else 8),
        )
    )


def read_delivered(body: bytes, version: int) -> int:
    """Read the Result of a DELIVER_RESP; raises `InvalidPduError`."""
    wanted = 12 if version == V30 else 9
    if len(body) != wanted:
        raise InvalidPduError(f"DELIVER_RESP of {len(body)} octets")
    return int.from_bytes(body[8:], "big")


class _Fields:
    """Reads a body field by field."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    def take(self, count: int) -> bytes:
        part = self._body[self._at : self._at + count]
        if len(part) != count:
            raise InvalidPduError(f"body ends at octet {len(self._body)}")
        self._at += count
        return part

    def number(self, version: int) -> str:
        told = string(self.take(_width(version)))
        if version == V30:
            self.take(1)
        return told

    def end(self) -> None:
        if self._at != len(self._body):
            raise InvalidPduError(f"{len(self._body) - self._at} octets too many")


def string(octets: bytes) -> str:
    """Read a string filled up with zeros; nothing may follow them."""
    text, _, rest = octets.partition(b"\0")
    if rest.strip(b"\0"):
        raise InvalidPduError("octets after the end of a string")
    return text.decode("ascii")


def _width(version: int) -> int:
    return 32 if version == V30 else 21


def _number(number: str, version: int) -> bytes:
    return number.encode().ljust(_width(version), b"\0") + (b"\0" if version == V30 else b"")
