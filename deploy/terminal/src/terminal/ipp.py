"""IPP on the wire (RFC 8010): a message as bytes, and bytes as a message."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

VERSION = b"\x02\x00"
"""IPP/2.0."""
HEADER = struct.Struct(">2sHi")


class Malformed(Exception):
    """Bytes that are no IPP message."""


class Group(IntEnum):
    """Delimiter tags (RFC 8010 §3.5.1)."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04


class Tag(IntEnum):
    """Value tags (RFC 8010 §3.5.2) that are written here; others are kept as bytes."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


class Operation(IntEnum):
    """Operations (RFC 8011 §4) that are asked for here."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B


class JobState(IntEnum):
    """`job-state` (RFC 8011 §5.3.7)."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


class PrinterState(IntEnum):
    """`printer-state` (RFC 8011 §5.4.11)."""

    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


Value = int | bool | str | bytes
Attributes = dict[str, list[Value]]
Written = Mapping[str, tuple[Tag, Value | Sequence[Value]]]
"""Attributes as they are written: the tag, one value or several."""


@dataclass(frozen=True)
class Message:
    """A request or an answer; `code` is the operation or the status."""

    code: int
    request_id: int
    groups: list[tuple[int, Attributes]] = field(default_factory=list)
    data: bytes = b""

    def first(self, group: Group) -> Attributes:
        """The first group of a kind; empty where there is none."""
        return next((found for tag, found in self.groups if tag == group), {})

    def every(self, group: Group) -> list[Attributes]:
        """All groups of a kind: one for each job."""
        return [found for tag, found in self.groups if tag == group]


def encode(
    code: int, request_id: int, groups: Sequence[tuple[Group, Written]], data: bytes = b""
) -> bytes:
    """Write a message; the language of what it says comes first, as RFC 8011 §4.1.4 wants it."""
    parts = [HEADER.pack(VERSION, code, request_id)]
    for group, attributes in groups:
        parts.append(bytes([group]))
        if group is Group.OPERATION:
            parts.append(_attribute("attributes-charset", Tag.CHARSET, "utf-8"))
            parts.append(_attribute("attributes-natural-language", Tag.LANGUAGE, "zh-cn"))
        for name, (tag, values) in attributes.items():
            parts.append(_attribute(name, tag, values))
    return b"".join([*parts, bytes([Group.END]), data])


def _attribute(name: str, tag: Tag, values: Value | Sequence[Value]) -> bytes:
    """An attribute; further values of it have no name."""
    several = [values] if isinstance(values, int | str | bytes) else values
    written = b""
    for at, value in enumerate(several):
        label, content = (name if at == 0 else "").encode(), _content(tag, value)
        written += struct.pack(">BH", tag, len(label)) + label
        written += struct.pack(">H", len(content)) + content
    return written


def _content(tag: Tag, value: Value) -> bytes:
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode()
    return bytes([value]) if tag is Tag.BOOLEAN else struct.pack(">i", value)


def decode(raw: bytes) -> Message:
    """Read a message; raises `Malformed`."""
    try:
        _, code, request_id = HEADER.unpack_from(raw)
        groups, at = _groups(raw, HEADER.size)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise Malformed(str(error)) from error
    return Message(code, request_id, groups, raw[at:])


def _groups(raw: bytes, at: int) -> tuple[list[tuple[int, Attributes]], int]:
    groups: list[tuple[int, Attributes]] = []
    name = ""
    while (tag := raw[at]) != Group.END:
        at += 1
        if tag < 0x10:
            groups.append((tag, {}))
            continue
        if not groups:
            raise Malformed("an attribute outside a group")
        label, at = _sized(raw, at)
        content, at = _sized(raw, at)
        name = label.decode() or name
        groups[-1][1].setdefault(name, []).append(_value(tag, content))
    return groups, at + 1


def _sized(raw: bytes, at: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", raw, at)
    end = at + 2 + length
    if end > len(raw):
        raise Malformed("cut off")
    return raw[at + 2 : end], end


def _value(tag: int, content: bytes) -> Value:
    if tag in (Tag.INTEGER, Tag.ENUM):
        return int(struct.unpack(">i", content)[0])
    if tag == Tag.BOOLEAN:
        return content != b"\x00"
    return content.decode() if tag in Tag.__members__.values() else content
