"""SMPP 3.4 PDUs of an ESME: smpp34 encodes and decodes messages, the few others are laid out here."""

import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum

import smpp34

from notifications.carriers import UnreadableError

HEADER = struct.Struct(">IIII")
MAX_PDU_OCTETS = 70_000
RESPONSE = 0x8000_0000
INTERFACE_VERSION = 0x34
MAX_SEQUENCE = 0x7FFF_FFFF

BIND_TRANSCEIVER = 0x09
QUERY_SM = 0x03
SUBMIT_SM = 0x04
DELIVER_SM = 0x05
UNBIND = 0x06
ENQUIRE_LINK = 0x15
DATA_SM = 0x103
GENERIC_NACK = 0x8000_0000

OK = 0x00
INVALID_COMMAND_ID = 0x03
TEMPORARY_APPLICATION_ERROR = 0x64
PERMANENT_APPLICATION_ERROR = 0x65
UNKNOWN_MESSAGE = 0x0C
"""Answer to query_sm: there is no such message (ESME_RINVMSGID). ESME_RQUERYFAIL does not say that."""
FOR_NOW = frozenset({0x04, 0x14, 0x58})
"""Refusals that pass (ESME_RINVBNDSTS, ESME_RMSGQFUL, ESME_RTHROTTLED): nothing was accepted."""
BROKEN_SMSC = frozenset({0x08, 0xFF})
"""Answers that leave open whether the message was taken (ESME_RSYSERR, ESME_RUNKNOWNERR)."""

TLV_USER_MESSAGE_REFERENCE = 0x0204
UCS2 = 8
"""data_coding."""
UDHI = 0x40
"""esm_class: the payload begins with a user data header."""
TON_UNKNOWN = 0
NPI_ISDN = 1
FINAL_RECEIPT = 1
"""registered_delivery: a receipt for success and failure."""


class MessageState(IntEnum):
    """message_state of receipts and query_sm_resp (SMPP 3.4, 5.2.28)."""

    ENROUTE = 1
    DELIVERED = 2
    EXPIRED = 3
    DELETED = 4
    UNDELIVERABLE = 5
    ACCEPTED = 6
    UNKNOWN = 7
    REJECTED = 8


OUTCOMES = {
    MessageState.DELIVERED: "delivered",
    MessageState.EXPIRED: "expired",
    MessageState.DELETED: "undelivered",
    MessageState.UNDELIVERABLE: "undelivered",
    MessageState.REJECTED: "undelivered",
}
"""Final states; the others mean that the SMSC is still trying."""


class InvalidPduError(UnreadableError):
    """What the SMSC sent cannot be read."""


@dataclass(frozen=True)
class Header:
    """A frame's header."""

    length: int
    command: int
    status: int
    sequence: int


def header(buffer: bytes | bytearray, at: int) -> Header:
    """Read the header at an offset; raises `InvalidPduError` when the length is impossible."""
    found = Header(*HEADER.unpack_from(buffer, at))
    if not HEADER.size <= found.length <= MAX_PDU_OCTETS:
        raise InvalidPduError(f"command_length {found.length}")
    return found


def frame(command: int, sequence: int, body: bytes = b"", status: int = OK) -> bytes:
    """Lay out a frame."""
    return HEADER.pack(HEADER.size + len(body), command, status, sequence) + body


def bind_transceiver(sequence: int, system_id: str, password: str) -> bytes:
    """Ask to send and to receive."""
    body = _c_string(system_id) + _c_string(password) + _c_string("")
    return frame(BIND_TRANSCEIVER, sequence, body + bytes((INTERFACE_VERSION, 0, 0)) + b"\0")


def query(sequence: int, message_id: str, source: str) -> bytes:
    """Ask what became of a message."""
    body = _c_string(message_id) + bytes((TON_UNKNOWN, NPI_ISDN)) + _c_string(source)
    return frame(QUERY_SM, sequence, body)


def queried_state(body: bytes) -> MessageState:
    """Read the state in a query_sm_resp: message_id, final_date, message_state, error_code."""
    parts = body.split(b"\0", 2)
    if len(parts) != 3 or not parts[2]:
        raise InvalidPduError("query_sm_resp too short")
    return state_of(parts[2][0])


def accepted_id(body: bytes) -> str:
    """Read the message id in a submit_sm_resp."""
    return body.partition(b"\0")[0].decode("latin-1")


def submit(
    sequence: int,
    source: str,
    destination: str,
    payload: bytes,
    *,
    esm_class: int,
    data_coding: int,
    priority: int,
    validity: str,
    reference: int,
) -> bytes:
    """Make a submit_sm that asks for a receipt, which is to repeat the reference (5.3.2.17)."""
    return smpp34.SubmitSm(
        source,
        destination,
        payload,
        source_addr_ton=TON_UNKNOWN,
        source_addr_npi=NPI_ISDN,
        dest_addr_ton=TON_UNKNOWN,
        dest_addr_npi=NPI_ISDN,
        esm_class=esm_class,
        data_coding=data_coding,
        priority_flag=priority,
        validity_period=validity,
        registered_delivery=FINAL_RECEIPT,
        tlvs=[smpp34.Tlv(TLV_USER_MESSAGE_REFERENCE, reference.to_bytes(2, "big"))],
        sequence_number=sequence,
    ).encode()


def state_of(number: int) -> MessageState:
    """Read a message_state; one that nobody knows means that the SMSC is still trying."""
    try:
        return MessageState(number)
    except ValueError:
        return MessageState.UNKNOWN


def absolute_time(at: datetime) -> str:
    """Write a validity_period, to the tenth of a second (SMPP v3.4, 7.1.1.1)."""
    return f"{at.astimezone(UTC):%y%m%d%H%M%S}{at.microsecond // 100_000}00+"


def _c_string(text: str) -> bytes:
    return text.encode("latin-1") + b"\0"
