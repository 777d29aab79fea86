"""What the SMSC brings, read with care: delivery receipts and citizens' texts, whichever way it writes them.

deliver_sm or data_sm; the text in short_message or in message_payload, in the alphabet of data_coding;
a receipt marked by esm_class, by its parameters, or by nothing but its words.
"""

import re
from dataclasses import dataclass

import smpp34

from notifications import carriers
from notifications.carriers import Place, Received, ReceivedPart, ReceivedText, Report
from notifications.smpp.pdus import (
    DATA_SM,
    HEADER,
    OUTCOMES,
    TLV_USER_MESSAGE_REFERENCE,
    UDHI,
    InvalidPduError,
    MessageState,
    header,
    state_of,
)

TLV_RECEIPTED_MESSAGE_ID = 0x001E
TLV_SAR_MSG_REF_NUM = 0x020C
TLV_SAR_TOTAL_SEGMENTS = 0x020E
TLV_SAR_SEGMENT_SEQNUM = 0x020F
SAR = (TLV_SAR_MSG_REF_NUM, TLV_SAR_TOTAL_SEGMENTS, TLV_SAR_SEGMENT_SEQNUM)
"""What says where a part stands: reference, how many, which (SMPP 3.4, 5.3.2.22 to 24)."""
TLV_MESSAGE_PAYLOAD = 0x0424
TLV_MESSAGE_STATE = 0x0427
RECEIPT_ESM_CLASSES = 0x3C
"""esm_class bits 5-2: not an ordinary message but a receipt."""
RECEIPT_WORDS = {
    "DELIVRD": MessageState.DELIVERED,
    "EXPIRED": MessageState.EXPIRED,
    "DELETED": MessageState.DELETED,
    "UNDELIV": MessageState.UNDELIVERABLE,
    "REJECTD": MessageState.REJECTED,
}

_RECEIPT_ID = re.compile(r"\bid:\s*(\S+)", re.IGNORECASE)
_RECEIPT_STATE = re.compile(r"\bstat:\s*(\w{7})", re.IGNORECASE)


@dataclass(frozen=True)
class Receipt:
    """A delivery receipt: which message, and what became of it."""

    message_id: str
    state: MessageState
    phone: str
    reference: int | None = None
    """Our own name of the short message, where the SMSC repeats it (user_message_reference)."""


def deliver(pdu: bytes) -> smpp34.DeliverSm:
    """Decode a deliver_sm, or a data_sm as one; raises `InvalidPduError`."""
    if len(pdu) >= HEADER.size and header(pdu, 0).command == DATA_SM:
        return _data_sm(pdu)
    try:
        decoded = smpp34.decode(pdu)
    except smpp34.SmppError as error:
        raise InvalidPduError(str(error)) from error
    if not isinstance(decoded, smpp34.DeliverSm):
        raise InvalidPduError("not a deliver_sm")
    return decoded


def receipt(message: smpp34.DeliverSm) -> Receipt | None:
    """Read a delivery receipt from its TLVs, else from its text; None for an ordinary message."""
    tlvs = {tlv.tag: tlv for tlv in message.tlvs}
    words = (
        carriers.decoded(_payload(message), message.data_coding)
        if not message.esm_class & UDHI
        else ""
    )
    message_id, state = _RECEIPT_ID.search(words), _RECEIPT_STATE.search(words)
    marked = message.esm_class & RECEIPT_ESM_CLASSES or TLV_RECEIPTED_MESSAGE_ID in tlvs
    if not marked and not (message_id and state and words.lstrip().lower().startswith("id:")):
        return None
    id_tlv = tlvs.get(TLV_RECEIPTED_MESSAGE_ID)
    known_id = (id_tlv.as_string() if id_tlv else None) or (message_id and message_id[1])
    if not known_id:
        raise InvalidPduError("receipt without a message id")
    told = RECEIPT_WORDS.get(state[1].upper() if state else "", MessageState.UNKNOWN)
    state_tlv = tlvs.get(TLV_MESSAGE_STATE)
    if state_tlv is not None and (number := state_tlv.as_int()) is not None:
        told = state_of(number)
    reference_tlv = tlvs.get(TLV_USER_MESSAGE_REFERENCE)
    reference = reference_tlv.as_int() if reference_tlv else None
    return Receipt(known_id, told, message.source_addr, reference)


def read(message: smpp34.DeliverSm) -> Received | None:
    """Read whatever came; raises `UnreadableError`."""
    told = receipt(message)
    if told is None:
        return read_text(message)
    return Report(told.message_id, OUTCOMES.get(told.state), told.phone, told.reference)


def read_text(message: smpp34.DeliverSm) -> ReceivedText | ReceivedPart | None:
    """Read a citizen's text, as `carriers.read_text` does."""
    return carriers.read_text(
        message.source_addr,
        _payload(message),
        message.data_coding,
        headed=bool(message.esm_class & UDHI),
        place=_place(message),
    )


def _place(message: smpp34.DeliverSm) -> Place | None:
    found = {tlv.tag: tlv.as_int() for tlv in message.tlvs}
    told = [found.get(tag) for tag in SAR]
    numbers = [number for number in told if number is not None]
    return Place.of("sar", *numbers) if len(numbers) == len(SAR) else None


def _payload(message: smpp34.DeliverSm) -> bytes:
    """The text's octets: message_payload stands for a short_message (SMPP 3.4, 5.3.2.32)."""
    for tlv in message.tlvs:
        if tlv.tag == TLV_MESSAGE_PAYLOAD:
            return bytes(tlv.value)
    return bytes(message.short_message)


def _data_sm(pdu: bytes) -> smpp34.DeliverSm:
    """Lay a data_sm out as the deliver_sm that says the same (SMPP 3.4, 4.7.1)."""
    try:
        _service, rest = pdu[HEADER.size :].split(b"\0", 1)
        source, rest = rest[2:].split(b"\0", 1)
        destination, rest = rest[2:].split(b"\0", 1)
        esm_class, _registered, data_coding = rest[0], rest[1], rest[2]
        return smpp34.DeliverSm(
            source.decode("ascii"), destination.decode("ascii"), b"",
            esm_class=esm_class, data_coding=data_coding, tlvs=list(_tlvs(rest[3:])),
        )  # fmt: skip
    except (ValueError, IndexError, smpp34.SmppError) as error:
        raise InvalidPduError("a data_sm that ends early") from error


def _tlvs(octets: bytes) -> list[smpp34.Tlv]:
    found, at = [], 0
    while at < len(octets):
        tag, length = (int.from_bytes(octets[place : place + 2], "big") for place in (at, at + 2))
        if at + 4 + length > len(octets):
            raise InvalidPduError("a parameter that ends early")
        found.append(smpp34.Tlv(tag, octets[at + 4 : at + 4 + length]))
        at += 4 + length
    return found
