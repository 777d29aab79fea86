"""How a handset reads what arrives: user data headers, concatenation, alphabets (3GPP 23.040)."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from simulators.smsc.pdu import InvalidPduError, ShortMessage, Tag

UDHI = 0x40
"""esm_class bit: the payload begins with a user data header."""
CONCATENATION_8_BIT = 0x00
CONCATENATION_16_BIT = 0x08
UCS2 = 0x08
LATIN_1 = 0x03
GBK = 0x0F
CODECS = {UCS2: "utf-16-be", LATIN_1: "latin-1", GBK: "gbk"}
OCTETS_PER_MO, OCTETS_PER_MO_SEGMENT = 140, 134
UCS2_SINGLE_OCTETS = 140


@dataclass(frozen=True)
class Segment:
    """One part of a text: which of how many, under which reference, and its characters."""

    reference: int
    total: int
    number: int
    characters: bytes


def read_segment(message: ShortMessage) -> Segment:
    """Take the concatenation header (or sar_* parameters) off a message."""
    if message.esm_class & UDHI:
        return _from_header(message.payload)
    if Tag.SAR_TOTAL_SEGMENTS in message.tlvs:
        return Segment(
            reference=int.from_bytes(message.tlvs.get(Tag.SAR_MSG_REF_NUM, b"\0\0"), "big"),
            total=message.tlvs[Tag.SAR_TOTAL_SEGMENTS][0],
            number=message.tlvs.get(Tag.SAR_SEGMENT_SEQNUM, b"\1")[0],
            characters=message.payload,
        )
    return Segment(0, 1, 1, message.payload)


def _from_header(payload: bytes) -> Segment:
    if not payload or len(payload) <= payload[0]:
        raise InvalidPduError("user data header longer than the payload")
    header, characters = payload[1 : 1 + payload[0]], payload[1 + payload[0] :]
    if len(payload) > UCS2_SINGLE_OCTETS:
        raise InvalidPduError(f"{len(payload)} octets do not fit into one short message")
    at = 0
    while at + 2 <= len(header):
        element, length = header[at], header[at + 1]
        value = header[at + 2 : at + 2 + length]
        if element == CONCATENATION_8_BIT and length == 3:
            return Segment(value[0], value[1], value[2], characters)
        if element == CONCATENATION_16_BIT and length == 4:
            reference, total, number = struct.unpack(">HBB", value)
            return Segment(reference, total, number, characters)
        at += 2 + length
    return Segment(0, 1, 1, characters)


def read_text(segments: Mapping[int, bytes], data_coding: int) -> str:
    """Join the parts before decoding, as a handset does: a character may span two parts."""
    joined = b"".join(segments[number] for number in sorted(segments))
    return joined.decode(CODECS.get(data_coding, "ascii"), errors="replace")


class Form(StrEnum):
    """How a carrier writes that a text is long."""

    UDH8 = "udh8"
    """A user data header with a reference of 8 bits."""
    UDH16 = "udh16"
    SAR = "sar"
    """SMPP's parameters sar_*."""
    PAYLOAD = "payload"
    """SMPP's message_payload: all of it at once."""


@dataclass(frozen=True)
class Written:
    """One message of a text."""

    esm_class: int
    payload: bytes
    parameters: dict[int, bytes] = field(default_factory=dict)


def write_text(
    text: str, reference: int, data_coding: int = UCS2, form: Form = Form.UDH8
) -> list[Written]:
    """Cut a text typed on a handset into messages, as its carrier does it."""
    units = text.encode(CODECS[data_coding])
    if form is Form.PAYLOAD:
        return [Written(0, b"", {int(Tag.MESSAGE_PAYLOAD): units})]
    if len(units) <= OCTETS_PER_MO:
        return [Written(0, units)]
    step = OCTETS_PER_MO_SEGMENT if form is not Form.UDH16 else OCTETS_PER_MO_SEGMENT - 2
    parts = [units[at : at + step] for at in range(0, len(units), step)]
    return [
        _written(form, reference, len(parts), number, part)
        for number, part in enumerate(parts, start=1)
    ]


def _written(form: Form, reference: int, total: int, number: int, part: bytes) -> Written:
    if form is Form.SAR:
        told = {
            int(Tag.SAR_MSG_REF_NUM): (reference % 65_536).to_bytes(2, "big"),
            int(Tag.SAR_TOTAL_SEGMENTS): bytes((total,)),
            int(Tag.SAR_SEGMENT_SEQNUM): bytes((number,)),
        }
        return Written(0, part, told)
    if form is Form.UDH16:
        head = struct.pack(">BBBHBB", 6, 8, 4, reference % 65_536, total, number)
    else:
        head = bytes((5, 0, 3, reference % 256, total, number))
    return Written(UDHI, head + part)
