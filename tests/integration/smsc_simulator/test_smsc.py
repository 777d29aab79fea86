"""The simulated SMSC against an SMPP client of another make: wire, book and every fault."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import httpx
import pytest
import smpp34

from simulators.faults import ALWAYS
from simulators.smsc.control import control_app
from simulators.smsc.faults import Faults
from simulators.smsc.pdu import HEADER
from simulators.smsc.settings import SmscSettings

PHONE = "13800000001"
OTHER = "13800000002"
Until = Callable[[Callable[[], object]], Awaitable[None]]


def ucs2(text: str) -> bytes:
    return text.encode("utf-16-be")


async def submit(session: smpp34.Smsc, text: str = "您好", phone: str = PHONE, **extra: Any) -> Any:
    return await session.submit_sm(
        phone, ucs2(text), source_addr="12329", data_coding=8, registered_delivery=1, **extra
    )


def shown(smsc: Any, phone: str = PHONE) -> list[str]:
    return [text["text"] for text in smsc.centre.book.phones.texts(phone, 100)]


async def test_a_text_reaches_the_phone_and_its_receipt_comes_back(smsc: Any) -> None:
    session = await smsc.bind()
    answer = await submit(session, "余额0.01元😀")
    receipt = await session.next()
    assert answer.is_success
    assert answer.message_id.encode() + b"\0" in [bytes(tlv.value) for tlv in receipt.tlvs]
    assert f"id:{answer.message_id} " in bytes(receipt.short_message).decode()
    assert b"stat:DELIVRD" in bytes(receipt.short_message)
    assert shown(smsc) == ["余额0.01元😀"]
    await session.unbind()


@pytest.mark.parametrize("login", [{"password": "wrong"}, {"system_id": "stranger"}])
async def test_a_stranger_is_not_let_in(smsc: Any, login: dict[str, str]) -> None:
    with pytest.raises((smpp34.SmppError, ConnectionError, TimeoutError, RuntimeError)):
        await smsc.bind(connect_timeout_ms=500, **login)
    assert smsc.centre.counters["refused_binds"] == 1


async def test_a_transmitter_gets_no_receipts_and_a_receiver_may_not_submit(
    smsc: Any, until: Until
) -> None:
    sender = await smsc.bind(bind_type="TX")
    await submit(sender)
    await until(lambda: shown(smsc) == ["您好"])
    assert len(smsc.centre.book.due_deliveries("smpp", 10)) == 1
    receiver = await smsc.bind(bind_type="RX")
    assert b"DELIVRD" in bytes((await receiver.next()).short_message)


async def test_long_texts_are_joined_by_their_header_and_by_sar_parameters(
    smsc: Any, until: Until
) -> None:
    session = await smsc.bind()
    text = ucs2("甲" * 66 + "😀" + "乙" * 20)
    parts = [text[:134], text[134:]]
    for number in (2, 1):
        payload = bytes((5, 0, 3, 9, 2, number)) + parts[number - 1]
        await session.submit_sm(PHONE, payload, source_addr="12329", data_coding=8, esm_class=0x40)
        sar = [
            smpp34.Tlv(smpp34.TLV_SAR_MSG_REF_NUM, b"\0\x09"),
            smpp34.Tlv(smpp34.TLV_SAR_TOTAL_SEGMENTS, b"\2"),
            smpp34.Tlv(smpp34.TLV_SAR_SEGMENT_SEQNUM, bytes((number,))),
        ]
        await session.submit_sm(
            OTHER, parts[number - 1], source_addr="12329", data_coding=8, tlvs=sar
        )
    whole = [text.decode("utf-16-be")]
    await until(lambda: shown(smsc) == whole and shown(smsc, OTHER) == whole)


async def test_a_part_that_the_handset_has_is_dropped(smsc: Any, until: Until) -> None:
    session = await smsc.bind()
    for number in (1, 1, 2, 2):
        payload = bytes((5, 0, 3, 9, 2, number)) + ucs2(f"第{number}段")
        await session.submit_sm(PHONE, payload, source_addr="12329", data_coding=8, esm_class=0x40)
    await until(lambda: len(smsc.centre.book.submissions(PHONE, 10)) == 4)
    await until(lambda: shown(smsc) == ["第1段第2段"])


@pytest.mark.parametrize(
    ("fault", "status"),
    [("throttle", smpp34.ESME_RTHROTTLED), ("queue_full", smpp34.ESME_RMSGQFUL),
     ("reject", smpp34.ESME_RINVDSTADR)],
)  # fmt: skip
async def test_refusals_accept_nothing(smsc: Any, fault: str, status: int) -> None:
    session = await smsc.bind()
    smsc.centre.faults = Faults(**{fault: 1})
    assert (await submit(session)).command_status == status
    assert smsc.centre.book.submissions(None, 10) == []
    assert (await submit(session)).is_success


@pytest.mark.parametrize(("fault", "accepted"), [("swallow", 0), ("drop_answer", 1)])
async def test_silence_before_and_after_acceptance(
    smsc: Any, until: Until, fault: str, accepted: int
) -> None:
    session = await smsc.bind()
    smsc.centre.faults = Faults(**{fault: 1})
    silent = asyncio.ensure_future(submit(session, "第一条"))
    await until(lambda: smsc.centre.counters["submits"] == 1)
    assert (await submit(session, "第二条")).is_success
    assert not silent.done()
    await until(lambda: len(shown(smsc)) == 1 + accepted)
    silent.cancel()


@pytest.mark.parametrize(
    ("fault", "accepted"), [("disconnect", 0), ("disconnect_after_accepting", 1)]
)
async def test_the_connection_breaks(smsc: Any, fault: str, accepted: int) -> None:
    session = await smsc.bind()
    smsc.centre.faults = Faults(**{fault: 1})
    with pytest.raises(smpp34.SmppError):
        await submit(session)
    assert len(smsc.centre.book.submissions(None, 10)) == accepted
    assert (await submit(await smsc.bind())).is_success


async def test_what_was_lost_after_a_good_answer_is_unknown(smsc: Any, until: Until) -> None:
    session = await smsc.bind()
    smsc.centre.faults = Faults(lose=1)
    message_id = (await submit(session)).message_id
    await until(lambda: smsc.centre.book.message_state(message_id) is None)
    assert shown(smsc) == []
    assert smsc.centre.book.due_deliveries("smpp", 10) == []


async def test_an_undeliverable_text_is_receipted_as_such(smsc: Any) -> None:
    session = await smsc.bind()
    smsc.centre.faults = Faults(undeliverable=1)
    await submit(session)
    assert b"stat:UNDELIV" in bytes((await session.next()).short_message)
    assert shown(smsc) == []


async def test_a_text_past_its_validity_expires(smsc: Any) -> None:
    session = await smsc.bind()
    await submit(session, validity_period="190829010509000+")
    assert b"stat:EXPIRED" in bytes((await session.next()).short_message)
    assert shown(smsc) == []


async def test_a_lost_receipt(smsc: Any, until: Until) -> None:
    session = await smsc.bind()
    smsc.centre.faults = Faults(no_receipt=1)
    message_id = (await submit(session)).message_id
    await until(lambda: shown(smsc) == ["您好"])
    assert smsc.centre.book.due_deliveries("smpp", 10) == []
    assert smsc.centre.book.message_state(message_id)[0] == 2


async def test_only_one_phone_suffers(smsc: Any) -> None:
    session = await smsc.bind()
    smsc.centre.faults = Faults(throttle=ALWAYS, only_phone=OTHER)
    assert (await submit(session)).is_success
    assert not (await submit(session, phone=OTHER)).is_success


async def test_the_rate_limit_throttles(tmp_path: Any, start: Any, settings: SmscSettings) -> None:
    limited = settings.model_copy(update={"max_segments_per_second": 5})
    async with start(limited) as smsc:
        session = await smsc.bind()
        began = time.monotonic()
        answers = await asyncio.gather(*(submit(session) for _ in range(20)))
        most = 5 + 5 * (time.monotonic() - began) + 1
        assert 5 <= sum(answer.is_success for answer in answers) <= most
        assert {a.command_status for a in answers} == {smpp34.ESME_ROK, smpp34.ESME_RTHROTTLED}


async def test_a_citizens_text_comes_in_even_when_it_was_sent_before_the_bind(smsc: Any) -> None:
    smsc.centre.send_from_phone(PHONE, "余额")
    session = await smsc.bind()
    message = await session.next()
    assert (message.source_addr, message.destination_addr) == (PHONE, "12329")
    assert (message.data_coding, bytes(message.short_message)) == (8, ucs2("余额"))


async def test_a_long_text_of_a_citizen_comes_in_parts(smsc: Any) -> None:
    smsc.centre.send_from_phone(PHONE, "问" * 100)
    session = await smsc.bind()
    parts = [await session.next(), await session.next()]
    assert [part.esm_class for part in parts] == [0x40, 0x40]
    assert b"".join(bytes(part.short_message)[6:] for part in parts) == ucs2("问" * 100)


async def test_the_book_survives_a_restart_and_unacknowledged_receipts_come_again(
    start: Callable[[SmscSettings], AbstractAsyncContextManager[Any]],
    settings: SmscSettings,
    until: Until,
) -> None:
    async with start(settings) as smsc:
        await submit(await smsc.bind(bind_type="TX"))
        await until(lambda: smsc.centre.book.due_deliveries("smpp", 10))
    async with start(settings) as smsc:
        assert shown(smsc) == ["您好"]
        session = await smsc.bind()
        assert b"DELIVRD" in bytes((await session.next()).short_message)
        await until(lambda: not smsc.centre.book.due_deliveries("smpp", 10))


@pytest.mark.parametrize("garbage", [b"GET / HTTP/1.1\r\n\r\n", HEADER.pack(8, 4, 0, 1),
                                     HEADER.pack(20, 9, 0, 1) + b"xxxx"])  # fmt: skip
async def test_garbage_is_answered_with_a_nack_and_the_end(smsc: Any, garbage: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", smsc.port)
    writer.write(garbage)
    answer = await asyncio.wait_for(reader.read(), 30)
    assert HEADER.unpack(answer[:16])[1] == 0x80000000
    writer.close()
    assert (await submit(await smsc.bind())).is_success


async def test_control_sets_faults_shows_phones_and_sends_texts(smsc: Any, until: Until) -> None:
    transport = httpx.ASGITransport(app=control_app(smsc.centre))
    async with httpx.AsyncClient(transport=transport, base_url="http://smsc") as control:
        session = await smsc.bind()
        await submit(session, "到账通知")
        await until(lambda: shown(smsc) == ["到账通知"])
        [text] = (await control.get("/control/messages", params={"phone": PHONE})).json()["texts"]
        assert (text["text"], text["complete"], text["peer"]) == ("到账通知", True, "12329")
        assert (await control.get("/control/submissions")).json()["submissions"][0][
            "phone"
        ] == PHONE

        assert (await control.put("/control/faults", json={"swallow": 2})).json()["swallow"] == 2
        assert (await control.put("/control/faults", json={"explode": 1})).status_code == 422
        assert (await control.get("/control/faults")).json()["swallow"] == 2

        sent = await control.post("/control/mo", json={"phone": PHONE, "text": "YE"})
        assert sent.status_code == 202
        assert (await control.post("/control/mo", json={"phone": "1", "text": "YE"})).is_error
        assert (await control.post("/control/mo", json={"phone": PHONE, "text": " "})).is_error
        assert shown(smsc)[0] == "YE"
        assert "手机屏幕" in (await control.get("/")).text
        assert (await control.get("/control/counters")).json()["accepted"] == 1
