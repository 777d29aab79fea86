"""SMPP 3.4 PDUs as this SMSC reads and writes them (SMPP v3.4 issue 1.2, chapters 3 to 5).

Written apart from the client's codec on purpose: two independent readings of the standard meet
on the wire, so that a mistake of one is seen by the other.
"""

import asyncio
import math
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Generic, TypeVar

HEADER = struct.Struct(">IIII")
MAX_PDU_OCTETS = 70_000
"""A message_payload TLV may hold 64 KiB; anything longer is not SMPP."""
RESPONSE = 0x8000_0000
READ_OCTETS = 65_536


class Command(IntEnum):
    """command_id of the requests that this SMSC knows."""

    GENERIC_NACK = 0x8000_0000
    BIND_RECEIVER = 0x01
    BIND_TRANSMITTER = 0x02
    QUERY_SM = 0x03
    SUBMIT_SM = 0x04
    DELIVER_SM = 0x05
    UNBIND = 0x06
    BIND_TRANSCEIVER = 0x09
    ENQUIRE_LINK = 0x15


class Status(IntEnum):
    """command_status values that this SMSC gives."""

    OK = 0x00
    INVALID_MESSAGE_LENGTH = 0x01
    INVALID_COMMAND_LENGTH = 0x02
    INVALID_COMMAND_ID = 0x03
    INCORRECT_BIND_STATE = 0x04
    ALREADY_BOUND = 0x05
    SYSTEM_ERROR = 0x08
    INVALID_DESTINATION = 0x0B
    BIND_FAILED = 0x0D
    INVALID_PASSWORD = 0x0E
    INVALID_SYSTEM_ID = 0x0F
    MESSAGE_QUEUE_FULL = 0x14
    THROTTLED = 0x58
    INVALID_MESSAGE_ID = 0x0C
    QUERY_FAILED = 0x67


class Tag(IntEnum):
    """Optional parameters that matter here."""

    RECEIPTED_MESSAGE_ID = 0x001E
    USER_MESSAGE_REFERENCE = 0x0204
    SAR_MSG_REF_NUM = 0x020C
    SAR_TOTAL_SEGMENTS = 0x020E
    SAR_SEGMENT_SEQNUM = 0x020F
    MESSAGE_PAYLOAD = 0x0424
    MESSAGE_STATE = 0x0427


class InvalidPduError(Exception):
    """The octets are not a PDU that this SMSC can read."""


@dataclass(frozen=True)
class Pdu:
    """One frame: header and undecoded body."""

    command: int
    status: int
    sequence: int
    body: bytes = b""

    def encode(self) -> bytes:
        """Lay the frame out for the wire."""
        length = HEADER.size + len(self.body)
        return HEADER.pack(length, self.command, self.status, self.sequence) + self.body

    def answer(self, status: int = Status.OK, body: bytes = b"") -> "Pdu":
        """Make the response that belongs to this request."""
        return Pdu(self.command | RESPONSE, status, self.sequence, body)


F = TypeVar("F")


class Frames(Generic[F]):
    """Cuts a TCP stream into frames; all that arrived together come out together."""

    def __init__(self, reader: asyncio.StreamReader, cut: Callable[[bytearray], list[F]]) -> None:
        self._reader = reader
        self._cut = cut
        self._buffer = bytearray()

    async def next_batch(self) -> list[F]:
        """Wait for at least one whole frame; an empty list means that the peer has gone."""
        while True:
            batch = self._cut(self._buffer)
            if batch:
                return batch
            chunk = await self._reader.read(READ_OCTETS)
            if not chunk:
                return []
            self._buffer += chunk


def cut(buffer: bytearray) -> list[Pdu]:
    """Take the whole PDUs off a buffer."""
    batch, at = [], 0
    while len(buffer) - at >= HEADER.size:
        length, command, status, sequence = HEADER.unpack_from(buffer, at)
        if not HEADER.size <= length <= MAX_PDU_OCTETS:
            raise InvalidPduError(f"command_length {length}")
        if len(buffer) - at < length:
            break
        body = bytes(buffer[at + HEADER.size : at + length])
        batch.append(Pdu(command, status, sequence, body))
        at += length
    del buffer[:at]
    return batch


class Fields:
    """Reads a body field by field."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    def c_string(self, limit: int) -> str:
        """Read a C-Octet String of at most `limit` octets, its NUL included."""
        end = self._body.find(b"\0", self._at)
        if end < 0 or end - self._at >= limit:
            raise InvalidPduError(f"unterminated or overlong string at octet {self._at}")
        text = self._body[self._at : end].decode("latin-1")
        self._at = end + 1
        return text

    def octet(self) -> int:
        """Read one octet."""
        return self.octets(1)[0]

    def octets(self, count: int) -> bytes:
        """Read `count` octets."""
        part = self._body[self._at : self._at + count]
        if len(part) != count:
            raise InvalidPduError(f"body ends at octet {len(self._body)}")
        self._at += count
        return part

    def tlvs(self) -> dict[int, bytes]:
        """Read the optional parameters to the end of the body."""
        found = {}
        while self._at < len(self._body):
            tag, length = struct.unpack(">HH", self.octets(4))
            found[tag] = self.octets(length)
        return found


@dataclass(frozen=True)
class Bind:
    """The mandatory parameters of a bind request."""

    system_id: str
    password: str
    interface_version: int

    @classmethod
    def parse(cls, body: bytes) -> "Bind":
        """Read a bind_* body."""
        fields = Fields(body)
        system_id, password = fields.c_string(16), fields.c_string(9)
        fields.c_string(13)
        return cls(system_id, password, fields.octet())


@dataclass(frozen=True)
class ShortMessage:
    """The common body of submit_sm and deliver_sm."""

    source: str
    destination: str
    payload: bytes
    esm_class: int = 0
    data_coding: int = 0
    registered_delivery: int = 0
    validity_period: str = ""
    priority: int = 0
    tlvs: dict[int, bytes] = field(default_factory=dict)

    @classmethod
    def parse(cls, body: bytes) -> "ShortMessage":
        """Read the body of submit_sm or deliver_sm."""
        fields = Fields(body)
        fields.c_string(6)
        fields.octets(2)
        source = fields.c_string(21)
        fields.octets(2)
        destination = fields.c_string(21)
        esm_class, _protocol, priority = fields.octets(3)
        fields.c_string(17)
        validity = fields.c_string(17)
        registered, _replace, coding, _default = fields.octets(4)
        payload = fields.octets(fields.octet())
        tlvs = fields.tlvs()
        return cls(
            source=source,
            destination=destination,
            payload=payload or tlvs.get(Tag.MESSAGE_PAYLOAD, b""),
            esm_class=esm_class,
            data_coding=coding,
            registered_delivery=registered,
            validity_period=validity,
            priority=priority,
            tlvs=tlvs,
        )

    def encode(self) -> bytes:
        """Lay the body out for the wire, national numbers (TON 0, NPI 1)."""
        head = b"\0" + b"\0\1" + _c_string(self.source) + b"\0\1" + _c_string(self.destination)
        flags = bytes((self.esm_class, 0, self.priority)) + b"\0\0"
        coding = bytes((self.registered_delivery, 0, self.data_coding, 0))
        tail = b"".join(
            struct.pack(">HH", tag, len(value)) + value for tag, value in self.tlvs.items()
        )
        return head + flags + coding + bytes((len(self.payload),)) + self.payload + tail


@dataclass(frozen=True)
class Query:
    """The body of query_sm: which message is asked about."""

    message_id: str
    source: str

    @classmethod
    def parse(cls, body: bytes) -> "Query":
        """Read a query_sm body."""
        fields = Fields(body)
        message_id = fields.c_string(65)
        fields.octets(2)
        return cls(message_id, fields.c_string(21))


def absolute_time(text: str) -> float:
    """Read an absolute SMPP time (YYMMDDhhmmsstnnp); without one, for ever."""
    if len(text) != 16 or text[15] not in "+-":
        return math.inf
    quarters = int(text[13:15]) * (1 if text[15] == "+" else -1)
    instant = datetime.fromisoformat(f"20{text[:6]}T{text[6:12]}.{text[12]}00Z")
    return instant.timestamp() - quarters * 900


def _c_string(text: str) -> bytes:
    return text.encode("latin-1") + b"\0"


def c_string_body(text: str) -> bytes:
    """Make a body that is one C-Octet String (bind and submit responses)."""
    return _c_string(text)
