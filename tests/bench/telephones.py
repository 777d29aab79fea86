"""Telephones for `calls`: as much SIP and RTP as a caller needs, and when packets came, by the kernel."""

import asyncio
import itertools
import random
import socket
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from hotline.media.packets import HEADER, KEYS, Packet, write
from hotline.sip.message import Response, parameter, parse

HOST = "127.0.0.1"
FRAME_SAMPLES = 160
FRAME_SECONDS = 0.020
PCMA, EVENTS = 8, 101
SO_TIMESTAMPNS = 35
TIMESPEC = struct.Struct("@ll")
ANSWER_SECONDS = 20.0
_numbers = itertools.count(1)


@dataclass
class Ear:
    """A socket of voice: the packets that came, by timestamp, and when."""

    heard: list[tuple[int, float]] = field(default_factory=list)
    """RTP timestamp, and seconds by the kernel's clock."""
    listening: bool = False

    def __post_init__(self) -> None:
        """Open it."""
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self.socket.bind((HOST, 0))
        self.socket.setblocking(False)
        asyncio.get_running_loop().add_reader(self.socket, self._take)

    @property
    def port(self) -> int:
        """Where it hears."""
        return int(self.socket.getsockname()[1])

    def _take(self) -> None:
        while True:
            try:
                data, ancillary, _, _ = self.socket.recvmsg(2_048, 64)
            except BlockingIOError:
                return
            if self.listening and len(data) > HEADER.size:
                seconds, nanoseconds = TIMESPEC.unpack(ancillary[0][2][: TIMESPEC.size])
                timestamp = HEADER.unpack_from(data)[3]
                self.heard.append((timestamp, seconds + nanoseconds / 1e9))

    def late(self) -> list[float]:
        """How much later than a clock of 20 ms each packet came, seconds; the earliest one sets the clock."""
        if not self.heard:
            return []
        first = self.heard[0][0]
        offsets = [at - (timestamp - first) % 2**32 / 8_000 for timestamp, at in self.heard]
        return [offset - min(offsets) for offset in offsets]

    def intervals(self) -> list[float]:
        """Time between packets, in the order in which they came."""
        return [after - before for (_, before), (_, after) in itertools.pairwise(self.heard)]

    def close(self) -> None:
        """Give the socket back."""
        asyncio.get_running_loop().remove_reader(self.socket)
        self.socket.close()


class Phone:
    """One telephone, in one call."""

    def __init__(self, server: tuple[str, int], number: str) -> None:
        self.ear = Ear()
        self._server, self._number = server, number
        self._to: tuple[str, int] | None = None
        self._name = f"bench{next(_numbers)}"
        self._sip = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._sip.bind((HOST, 0))
        self._sip.setblocking(False)
        self._their_tag = ""
        self._sequence = self._timestamp = 0
        self._voice = random.Random(self._name).randbytes(FRAME_SAMPLES)

    async def call(self) -> None:
        """Call, and wait for the answer."""
        address = f"{HOST}:{self._sip.getsockname()[1]}"
        description = (
            f"v=0\r\no=- 1 1 IN IP4 {HOST}\r\ns=-\r\nc=IN IP4 {HOST}\r\nt=0 0\r\n"
            f"m=audio {self.ear.port} RTP/AVP {PCMA} {EVENTS}\r\n"
            f"a=rtpmap:{EVENTS} telephone-event/8000\r\n"
        )
        self._send("INVITE", 1, address, description)
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(ANSWER_SECONDS):
            while True:
                answer = parse(await loop.sock_recv(self._sip, 4_096))
                if isinstance(answer, Response) and answer.status >= 200:
                    break
        assert answer.status == 200, answer.status
        self._their_tag = parameter(answer.first("to"), "tag")
        media = next(line for line in answer.body.decode().splitlines() if line.startswith("m="))
        self._to = (HOST, int(media.split()[1]))
        self._send("ACK", 1, address)

    def _send(self, method: str, number: int, address: str, body: str = "") -> None:
        tag = f";tag={self._their_tag}" if self._their_tag else ""
        lines = [
            f"{method} sip:{self._number}@{HOST} SIP/2.0",
            f"Via: SIP/2.0/UDP {address};branch=z9hG4bK{self._name}{method}{number};rport",
            f"From: <sip:13805340000@{HOST}>;tag={self._name}",
            f"To: <sip:{self._number}@{HOST}>{tag}",
            f"Call-ID: {self._name}",
            f"CSeq: {number} {method}",
            f"Contact: <sip:{self._name}@{address}>",
            *(["Content-Type: application/sdp"] if body else []),
            f"Content-Length: {len(body)}",
        ]
        self._sip.sendto(("\r\n".join(lines) + "\r\n\r\n" + body).encode(), self._server)

    def speak(self) -> None:
        """Say 20 ms."""
        self._timestamp += FRAME_SAMPLES
        self._packet(PCMA, self._timestamp, self._voice)

    async def press(self, keys: str) -> None:
        """Press keys (RFC 4733)."""
        for key in keys:
            event = bytes([KEYS.index(key), 0x8A, 3, 32])
            for _ in range(3):
                self._packet(EVENTS, self._timestamp, event)
            await asyncio.sleep(0.1)

    def _packet(self, kind: int, timestamp: int, payload: bytes) -> None:
        if self._to is not None:
            self._sequence = (self._sequence + 1) % 2**16
            packet = Packet(kind, False, self._sequence, timestamp, 7, payload)
            self.ear.socket.sendto(write(packet), self._to)

    def hang_up(self) -> None:
        """End the call."""
        self._send("BYE", 2, f"{HOST}:{self._sip.getsockname()[1]}")
        self._sip.close()
        self.ear.close()


async def speak_all(phones: Sequence[Phone], stop: asyncio.Event) -> None:
    """Let all telephones speak, every 20 ms."""
    loop = asyncio.get_running_loop()
    due = loop.time()
    while not stop.is_set():
        for phone in phones:
            phone.speak()
        due = max(due + FRAME_SECONDS, loop.time() - FRAME_SECONDS)
        await asyncio.sleep(max(0.0, due - loop.time()))
