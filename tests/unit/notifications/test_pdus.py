"""PDUs: what leaves is what the standard says, what comes in is read with care."""

from datetime import UTC, datetime

import pytest
import smpp34
from smpp34 import DeliverSm, Tlv

from notifications.carriers import Place, ReceivedPart, ReceivedText
from notifications.smpp import incoming, pdus
from notifications.smpp.incoming import Receipt
from notifications.smpp.pdus import InvalidPduError, MessageState

PHONE = "13800000000"
WORDS = "id:{id} sub:001 dlvrd:001 submit date:1908290900 done date:1908290901 stat:{stat} err:000 text:"


def receipt_of(words: str, *tlvs: Tlv, esm_class: int = 4) -> Receipt | None:
    message = DeliverSm(
        PHONE, "12329", words.encode(), esm_class=esm_class, tlvs=list(tlvs),
        sequence_number=1,
    )  # fmt: skip
    return incoming.receipt(incoming.deliver(message.encode()))


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
        Tlv(incoming.TLV_RECEIPTED_MESSAGE_ID, b"0A\0"),
        Tlv(incoming.TLV_MESSAGE_STATE, b"\x02"),
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
    told = receipt_of("id:0A", Tlv(incoming.TLV_MESSAGE_STATE, b"\x63"))
    assert told == Receipt("0A", MessageState.UNKNOWN, PHONE)


def test_an_ordinary_message_is_no_receipt() -> None:
    for words in ("余额", "id:5", "stat:DELIVRD", "我的id:5 stat:DELIVRD", "YE"):
        assert receipt_of(words, esm_class=0) is None


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


DELIVERED = Receipt("0A1", MessageState.DELIVERED, PHONE)
ID_TLV = Tlv(incoming.TLV_RECEIPTED_MESSAGE_ID, b"0A1\0")
SAID = WORDS.format(id="0A1", stat="DELIVRD")


@pytest.mark.parametrize(
    "message",
    [
        DeliverSm(PHONE, "12329", SAID.encode()),
        DeliverSm(PHONE, "12329", SAID.upper().encode()),
        DeliverSm(PHONE, "12329", SAID.encode("utf-16-be"), data_coding=8),
        DeliverSm(PHONE, "12329", SAID.encode("utf-16-be"), data_coding=8, esm_class=4),
        DeliverSm(PHONE, "12329", b"", tlvs=[Tlv(incoming.TLV_MESSAGE_PAYLOAD, SAID.encode())]),
        DeliverSm(PHONE, "12329", b"", tlvs=[ID_TLV, Tlv(incoming.TLV_MESSAGE_STATE, b"\x02")]),
    ],
    ids=["unmarked", "upper case", "unmarked ucs2", "ucs2", "message_payload", "parameters alone"],
)
def test_a_receipt_is_understood_however_it_is_written(message: DeliverSm) -> None:
    assert incoming.receipt(incoming.deliver(message.encode())) == DELIVERED


def data_sm(*tlvs: Tlv, esm_class: int = 0, data_coding: int = 0) -> bytes:
    """A data_sm, laid out as SMPP 3.4, 4.7.1 has it."""
    body = b"\0\1\1" + PHONE.encode() + b"\0\0\1" + b"12329\0"
    body += bytes((esm_class, 0, data_coding))
    for tlv in tlvs:
        value = bytes(tlv.value)
        body += tlv.tag.to_bytes(2, "big") + len(value).to_bytes(2, "big") + value
    return pdus.frame(pdus.DATA_SM, 7, body)


def test_a_receipt_may_come_as_data_sm() -> None:
    state = Tlv(incoming.TLV_MESSAGE_STATE, b"\x02")
    told = incoming.receipt(incoming.deliver(data_sm(ID_TLV, state, esm_class=4)))
    assert told == DELIVERED
    whole = data_sm(ID_TLV, state)
    for length in range(pdus.HEADER.size, len(whole)):
        cut = pdus.frame(pdus.DATA_SM, 7, whole[pdus.HEADER.size : length])
        try:
            incoming.receipt(incoming.deliver(cut))
        except InvalidPduError:
            continue


YE = "余额"


@pytest.mark.parametrize(
    "pdu",
    [
        data_sm(Tlv(incoming.TLV_MESSAGE_PAYLOAD, YE.encode("utf-16-be")), data_coding=8),
        DeliverSm(
            PHONE, "12329", b"", data_coding=8,
            tlvs=[Tlv(incoming.TLV_MESSAGE_PAYLOAD, YE.encode("utf-16-be"))],
        ).encode(),
        DeliverSm(PHONE, "12329", YE.encode("gb18030"), data_coding=15).encode(),
        DeliverSm(
            PHONE, "12329", b"\6\x08\4\0\7\1\1" + YE.encode("utf-16-be"), esm_class=0x40, data_coding=8
        ).encode(),
    ],
    ids=["data_sm", "message_payload", "gb18030", "16-bit concatenation"],
)  # fmt: skip
def test_a_citizens_text_is_understood_however_it_is_written(pdu: bytes) -> None:
    message = incoming.deliver(pdu)
    assert incoming.receipt(message) is None
    text = incoming.read_text(message)
    assert isinstance(text, ReceivedText)
    assert (text.phone.value, text.body) == (PHONE, YE)


def sar(reference: bytes, total: int, number: int) -> list[Tlv]:
    told = (reference, bytes((total,)), bytes((number,)))
    return [Tlv(tag, value) for tag, value in zip(incoming.SAR, told, strict=True)]


@pytest.mark.parametrize(
    ("header", "tlvs", "place"),
    [
        (b"\5\0\3\7\3\2", [], Place("udh8 7", 3, 2)),
        (b"\6\x08\4\1\7\3\2", [], Place("udh16 263", 3, 2)),
        (b"\x09\x24\1\0\x08\4\0\7\3\2", [], Place("udh16 7", 3, 2)),
        (b"", sar(b"\1\7", 3, 2), Place("sar 263", 3, 2)),
        (b"\5\0\3\7\3\2", sar(b"\1\7", 9, 9), Place("udh8 7", 3, 2)),
        (b"\5\0\3\7\0\2", [], None),
        (b"\5\0\3\7\3\0", [], None),
        (b"\5\0\3\7\3\4", [], None),
        (b"\5\0\3\7\1\1", [], None),
        (b"\4\0\3\7\3", [], None),
        (b"\3\x24\1\0", [], None),
        (b"", sar(b"\1\7", 3, 2)[1:], None),
        (b"", sar(b"\1\7", 1, 1), None),
    ],
)
def test_a_part_says_of_which_text_it_is_in_whichever_form(
    header: bytes, tlvs: list[Tlv], place: Place | None
) -> None:
    """What cannot be (no part 4 of 3) is passed over (3GPP 23.040, 9.2.3.24.1): a text of its own."""
    message = DeliverSm(
        PHONE, "12329", header + b"YE", esm_class=0x40 if header else 0, tlvs=tlvs
    )  # fmt: skip
    found = incoming.read_text(incoming.deliver(message.encode()))
    if place is None:
        assert isinstance(found, ReceivedText)
        assert found.body == "YE"
    else:
        assert isinstance(found, ReceivedPart)
        assert (found.place, found.octets) == (place, b"YE")
