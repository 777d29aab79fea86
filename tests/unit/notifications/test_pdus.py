"""PDUs: what leaves is what the standard says, what comes in is read with care."""

from datetime import UTC, datetime

import pytest
import smpp34
from smpp34 import DeliverSm, Tlv

from notifications.smpp import pdus
from notifications.smpp.pdus import InvalidPduError, MessageState, Receipt

PHONE = "13800000000"
WORDS = "id:{id} sub:001 dlvrd:001 submit date:1908290900 done date:1908290901 stat:{stat} err:000 text:"


def receipt_of(words: str, *tlvs: Tlv, esm_class: int = 4) -> Receipt | None:
    message = DeliverSm(
        PHONE, "12329", words.encode(), esm_class=esm_class, tlvs=list(tlvs),
        sequence_number=1,
    )  # fmt: skip
    return pdus.receipt(pdus.deliver(message.encode()))


def test_a_submit_asks_for_a_receipt_and_carries_ucs2() -> None:
    pdu = pdus.submit(
        7,
        "12329",
        "13800000000",
        b"\x4f\x60",
        esm_class=0,
        data_coding=8,
        priority=3,
        validity="",
        reference=0x1231,
    )
    sent = smpp34.decode(pdu)
    assert isinstance(sent, smpp34.SubmitSm)
    assert (sent.sequence_number, sent.destination_addr) == (7, "13800000000")
    assert (sent.data_coding, sent.registered_delivery, sent.priority_flag) == (8, 1, 3)
    assert bytes(sent.short_message) == b"\x4f\x60"
    assert [(tlv.tag, bytes(tlv.value)) for tlv in sent.tlvs] == [(0x0204, b"\x12\x31")]


def test_a_validity_is_absolute_and_in_utc() -> None:
    assert pdus.absolute_time(datetime(2019, 8, 29, 1, 5, 9, tzinfo=UTC)) == "190829010509000+"


def test_a_validity_of_a_second_is_not_cut_short_by_most_of_it() -> None:
    at = datetime(2019, 8, 29, 1, 5, 9, 987_654, tzinfo=UTC)
    assert pdus.absolute_time(at) == "190829010509900+"


def test_a_receipt_is_read_from_its_tlvs_first() -> None:
    told = receipt_of(
        WORDS.format(id="FFFF", stat="UNDELIV"),
        Tlv(pdus.TLV_RECEIPTED_MESSAGE_ID, b"0A\0"),
        Tlv(pdus.TLV_MESSAGE_STATE, b"\x02"),
    )
    assert told == Receipt("0A", MessageState.DELIVERED, PHONE)


@pytest.mark.parametrize(("stat", "state"), [
    ("DELIVRD", MessageState.DELIVERED), ("UNDELIV", MessageState.UNDELIVERABLE),
    ("EXPIRED", MessageState.EXPIRED), ("REJECTD", MessageState.REJECTED),
    ("ENROUTE", MessageState.UNKNOWN),
])  # fmt: skip
def test_a_receipt_is_read_from_its_words_without_tlvs(stat: str, state: MessageState) -> None:
    assert receipt_of(WORDS.format(id="0A1", stat=stat)) == Receipt("0A1", state, PHONE)


def test_a_receipt_repeats_our_reference() -> None:
    told = receipt_of("id:0A stat:DELIVRD", Tlv(pdus.TLV_USER_MESSAGE_REFERENCE, b"\x12\x31"))
    assert told == Receipt("0A", MessageState.DELIVERED, PHONE, 0x1231)


def test_an_unknown_message_state_means_that_the_smsc_is_still_trying() -> None:
    told = receipt_of("id:0A", Tlv(pdus.TLV_MESSAGE_STATE, b"\x63"))
    assert told == Receipt("0A", MessageState.UNKNOWN, PHONE)


def test_an_ordinary_message_is_no_receipt() -> None:
    assert receipt_of("id:5 stat:DELIVRD", esm_class=0) is None


def test_a_receipt_without_an_id_is_refused() -> None:
    with pytest.raises(InvalidPduError):
        receipt_of("stat:DELIVRD")


@pytest.mark.parametrize("body", [b"", b"0A", b"0A\0", b"0A\0\0"])
def test_a_short_query_answer_is_refused(body: bytes) -> None:
    with pytest.raises(InvalidPduError):
        pdus.queried_state(body)


def test_a_query_answer_is_read() -> None:
    assert pdus.queried_state(b"0A\x00190829010509000+\x00\x05\x00") is MessageState.UNDELIVERABLE


@pytest.mark.parametrize("length", [0, 15, 70_001, 0xFFFFFFFF])
def test_an_impossible_frame_length_ends_the_connection(length: int) -> None:
    with pytest.raises(InvalidPduError):
        pdus.header(pdus.HEADER.pack(length, 4, 0, 1), 0)
