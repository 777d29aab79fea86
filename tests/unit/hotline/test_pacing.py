"""When voice leaves: every 20 ms, and after a pause of the machine's with the time stamp of later."""

import asyncio
from collections.abc import Iterator
from typing import Any

from hotline.media import packets
from hotline.media.packets import FRAME_SAMPLES
from hotline.sip.description import Codec, Offer
from hotline.work.stream import Stream, pace


class Line:
    """Keeps what a stream sends."""

    def __init__(self) -> None:
        self.sent: list[packets.Packet] = []

    def is_closing(self) -> bool:
        return False

    def sendto(self, data: bytes, _address: Any) -> None:
        packet = packets.read(data)
        assert packet is not None
        self.sent.append(packet)


class Lines:
    """The calls that there are, and how often somebody looked."""

    def __init__(self) -> None:
        self.streams: list[Stream] = []
        self.looks = 0

    def __iter__(self) -> Iterator[Stream]:
        self.looks += 1
        return iter(self.streams)


async def test_the_clock_rests_while_nobody_calls_and_begins_with_whoever_does() -> None:
    loop, line, stop, lines = asyncio.get_running_loop(), Line(), asyncio.Event(), Lines()
    began, came = loop.time(), asyncio.Event()
    pacing = asyncio.create_task(pace(lines, came, stop))
    while loop.time() - began < 8 * packets.FRAME_SECONDS:
        await asyncio.sleep(0)
    assert lines.looks == 1
    stream = Stream(
        Offer("127.0.0.1", 7_000, Codec.PCMA, 101),
        follow_source=False,
        in_band=False,
        now=loop.time(),
    )
    stream.connection_made(line)
    lines.streams.append(stream)
    came.set()
    while len(line.sent) < 3:
        await asyncio.sleep(0)
    stop.set()
    await pacing
    assert [(one.timestamp - line.sent[0].timestamp) % 2**32 for one in line.sent[:3]] == [
        number * FRAME_SAMPLES for number in range(3)
    ]


async def test_whoever_listens_is_told_how_long_the_machine_stood_still() -> None:
    loop, line, stop = asyncio.get_running_loop(), Line(), asyncio.Event()
    stream = Stream(
        Offer("127.0.0.1", 7_000, Codec.PCMA, 101),
        follow_source=False,
        in_band=False,
        now=loop.time(),
    )
    stream.connection_made(line)
    pacing = asyncio.create_task(pace([stream], asyncio.Event(), stop))
    while not line.sent:
        await asyncio.sleep(0)
    stood = loop.time() + 0.5
    while loop.time() < stood:
        pass
    came = len(line.sent)
    while len(line.sent) == came:
        await asyncio.sleep(0)
    stop.set()
    await pacing
    one, other = line.sent[came - 1 : came + 1]
    assert (other.sequence - one.sequence) % 2**16 == 1
    assert (other.timestamp - one.timestamp) % 2**32 >= 24 * FRAME_SAMPLES
    assert (other.timestamp - one.timestamp) % FRAME_SAMPLES == 0
    assert one.payload_type == Codec.PCMA
