"""What neighbours send over their wires: the bank's XML and SMPP frames that are meant to do harm.

`SECURITY_EXAMPLES` sets how many frames are made up, `SECURITY_SEED` which ones. That damaged answers of the
bank are read or refused, and nothing else, is tested beside the readers (tests/unit/settlement).
"""

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import smpp34
from smpp34 import DeliverSm, Tlv
from tests.integration.notifications.conftest import PASSWORD, SYSTEM_ID, smsc_settings

from notifications.smpp import incoming as reading
from notifications.smpp import pdus
from notifications.smpp.pdus import InvalidPduError
from notifications.work.connection import Brought, Terms
from notifications.work.smpp_session import Delivered, Login, Session
from settlement.iso20022 import BadMessage, read_notification, read_report, read_statement
from simulators.smsc.centre import Centre

from .chance import EXAMPLES, SEED

READERS: tuple[Callable[[bytes], object], ...] = (read_report, read_notification, read_statement)
PATIENCE_SECONDS = 5.0
SECRET = b"root:x:0:0"

BOMB = b'<!DOCTYPE d [<!ENTITY a "ha">%s]><Document>&z;</Document>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 12) for n in range(25)
)
HOSTILE_XML = {
    "a file": b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>',
    "a file by parameter": b'<!DOCTYPE d [<!ENTITY % x SYSTEM "file:///etc/passwd">%x;]><Document/>',
    "an address": b'<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd"><Document/>',
    "a bomb": BOMB,
    "a bomb in an attribute": BOMB.replace(b"<Document>&z;", b'<Document a="&z;">'),
    "a large entity many times": b'<!DOCTYPE d [<!ENTITY x "%s">]><Document>%s</Document>'
    % (b"x" * 100_000, b"&x;" * 10_000),
    "an inclusion": b'<Document xmlns:i="http://www.w3.org/2001/XInclude">'
    b'<i:include href="file:///etc/passwd" parse="text"/></Document>',
    "depth": b"<Document>" + b"<a>" * 200_000,
    "many attributes": b"<Document %s/>" % b" ".join(b'a%d="1"' % n for n in range(100_000)),
    "one long name": b"<" + b"D" * 11_000_000 + b"/>",
    "an unknown encoding": b'<?xml version="1.0" encoding="x-no-such"?><Document/>',
    "utf-7": b'<?xml version="1.0" encoding="utf-7"?>+ADw-Document/+AD4-',
    "another encoding than it says": "<?xml version='1.0' encoding='utf-8'?><单/>".encode("gbk"),
    "utf-16": "<Document/>".encode("utf-16"),
    "zeros": b"\0" * 1_000,
    "compressed": b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + b"\xff" * 100,
}


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("name", HOSTILE_XML)
def test_xml_that_is_meant_to_do_harm_is_a_bad_message_at_once(
    name: str, read: Callable[[bytes], object]
) -> None:
    began = time.process_time()
    with pytest.raises(BadMessage) as refused:
        read(HOSTILE_XML[name])
    assert time.process_time() - began < PATIENCE_SECONDS
    assert SECRET.decode() not in str(refused.value)


def frames(chance: random.Random) -> Iterator[bytes]:
    """Deliveries and answers, damaged in every way that a frame can be."""
    good = DeliverSm(
        "13800000000", "12329", b"id:5 stat:DELIVRD", esm_class=4, sequence_number=1,
        tlvs=[Tlv(0x1E, b"0A\0"), Tlv(0x427, b"\x02"), Tlv(0x1403, b"unknown")],
    ).encode()  # fmt: skip
    for _ in range(EXAMPLES * 100):
        pdu = bytearray(good)
        for _ in range(chance.randint(1, 5)):
            match chance.randrange(4):
                case 0 | 1:
                    pdu[chance.randrange(len(pdu))] = chance.randrange(256)
                case 2:
                    del pdu[chance.randrange(1, len(pdu) + 1) :]
                case 3:
                    pdu += chance.randbytes(chance.randint(1, 30))
        if chance.random() < 0.6 and len(pdu) >= pdus.HEADER.size:
            status, sequence = chance.choice((0, 8, 0xFFFF_FFFF)), chance.randrange(2**32)
            command = chance.choice((pdus.DELIVER_SM, pdus.SUBMIT_SM | pdus.RESPONSE, pdus.DATA_SM))
            pdu[: pdus.HEADER.size] = pdus.HEADER.pack(len(pdu), command, status, sequence)
        yield bytes(pdu)


def test_a_damaged_delivery_is_read_or_refused_and_nothing_else() -> None:
    read = 0
    for pdu in frames(random.Random(SEED)):
        try:
            message = reading.deliver(pdu)
            if reading.receipt(message) is None:
                reading.read_text(message)
            read += 1
        except InvalidPduError:
            continue
    assert read > 0, "nothing got as far as the reader"


async def serve(chunks: list[bytes]) -> tuple[asyncio.Server, int]:
    """An SMSC that lets anybody in, then sends what it is told and hangs up."""

    async def hostile(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        header = pdus.header(await reader.readexactly(pdus.HEADER.size), 0)
        await reader.readexactly(header.length - pdus.HEADER.size)
        writer.write(pdus.frame(pdus.BIND_TRANSCEIVER | pdus.RESPONSE, header.sequence, b"\0"))
        for chunk in chunks:
            writer.write(chunk)
            await writer.drain()
            await asyncio.sleep(0)
        writer.close()

    server = await asyncio.start_server(hostile, "127.0.0.1", 0)
    return server, server.sockets[0].getsockname()[1]


async def heard(chunks: list[bytes]) -> list[smpp34.DeliverSm]:
    """What a session makes of these chunks by the time it ends."""
    server, port = await serve(chunks)
    brought: Brought = asyncio.Queue(10_000)
    login = Login(Terms("127.0.0.1", port, 5, 5, 30, 8), SYSTEM_ID, PASSWORD)
    async with (
        server,
        asyncio.timeout(PATIENCE_SECONDS * 4),
        Session.bound(login, brought) as session,
    ):
        await session.closed.wait()
    taken = [brought.get_nowait() for _ in range(brought.qsize())]
    return [one.message for one in taken if isinstance(one, Delivered)]


async def test_frames_arrive_whole_however_they_are_split_and_glued() -> None:
    sent = [
        DeliverSm("13800000000", "12329", b"%d" % n, sequence_number=n + 1).encode()
        for n in range(50)
    ]
    stream, chance = b"".join(sent), random.Random(SEED)
    cuts = sorted(chance.sample(range(1, len(stream)), 120))
    pieces = [stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    for chunks in ([stream], pieces):
        assert [bytes(m.short_message) for m in await heard(chunks)] == [
            b"%d" % n for n in range(50)
        ]


async def test_a_session_with_a_hostile_smsc_ends_and_harms_nobody() -> None:
    """Whatever comes, the session ends in good order: the link binds anew, as after any lost connection."""
    chance = random.Random(SEED)
    for _ in range(EXAMPLES * 3):
        stream = b"".join(frame for frame, _ in zip(frames(chance), range(20), strict=False))
        for message in await heard([stream]):
            assert isinstance(message, smpp34.DeliverSm)


async def test_hostile_frames_to_an_smsc_end_their_own_connection_alone(tmp_path: Path) -> None:
    """The simulated SMSC, too, survives what no client should send."""
    centre, chance = Centre(smsc_settings(tmp_path)), random.Random(SEED)
    async with centre.running() as port:
        for _ in range(EXAMPLES * 3):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"".join(pdu for pdu, _ in zip(frames(chance), range(20), strict=False)))
            writer.close()
        login = Login(Terms("127.0.0.1", port, 5, 5, 30, 8), SYSTEM_ID, PASSWORD)
        async with Session.bound(login, asyncio.Queue()) as session:
            answer = await session.request(lambda number: pdus.frame(pdus.ENQUIRE_LINK, number))
        assert answer.status == pdus.OK
