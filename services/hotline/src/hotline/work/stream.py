"""The voice of one call: what it hears goes to whoever listens, what is to be said leaves every 20 ms."""

import asyncio
import secrets
from collections.abc import Callable, Iterable
from typing import Any, Final

from hotline import metrics
from hotline.media import g711, packets
from hotline.media.jitter import Jitter
from hotline.media.packets import FRAME_SAMPLES, FRAME_SECONDS, KeyReader, Packet
from hotline.media.srtp import KEY_BYTES, SALT_BYTES, Receiver, Sender, SessionKeys
from hotline.media.tones import ToneReader
from hotline.sip.description import Codec, Offer, SrtpKey
from shared.base.waiting import first_of

KEYS_MAX: Final = 64
"""Keys that wait for whoever asks; a caller who presses more has leaned on the telephone."""
SILENCE: Final = bytes([g711.SILENCE_A_LAW]) * FRAME_SAMPLES
REORDERED: Final = 100
"""Packets behind the newest one that count as late; further away another source has begun to count."""
LATE_MAX_SECONDS: Final = 0.2
"""Behind by more, the clock goes on from now, and time stamps say how long the pause was (RFC 3550)."""


class Stream(asyncio.DatagramProtocol):
    """One call's voice."""

    def __init__(self, offer: Offer, *, follow_source: bool, in_band: bool, now: float) -> None:
        """`now` is the loop's time: a call that never sends anything is silent from here on."""
        self.key: SrtpKey | None = None
        """Ours, where the voice is encrypted."""
        self._sender: Sender | None = None
        self._receiver: Receiver | None = None
        self.offer = offer
        self.keys: asyncio.Queue[str] = asyncio.Queue(KEYS_MAX)
        self.pressed = asyncio.Event()
        """A key waits."""
        self.heard_at = now
        self.said = asyncio.Event()
        """Nothing is left to be said."""
        self.said.set()
        self.listener: Callable[[bytes], None] | None = None
        """Takes the A-law of each packet that is heard."""
        self.other: Jitter | None = None
        """Voice of whom this one speaks with: it leaves instead of prompts."""
        self.tap: Callable[[bytes], None] | None = None
        """Takes each 20 ms that is heard of the other one."""
        self._newest: int | None = None
        self._to = (offer.address, offer.port)
        self._follow, self._in_band = follow_source, in_band
        self._followed = False
        self._voice = b""
        self._at = 0
        self._events, self._tones = KeyReader(), ToneReader()
        self._socket: asyncio.DatagramTransport | None = None
        self._sequence, self._timestamp = secrets.randbelow(2**16), secrets.randbelow(2**32)
        self._source = secrets.randbelow(2**32)
        self._encrypt(offer.srtp)

    # What is heard.

    def connection_made(self, transport: Any) -> None:
        """Know the socket."""
        self._socket = transport

    def datagram_received(self, data: bytes, addr: Any) -> None:
        """Take a packet of whoever is on the line; of anybody else's nothing is heard."""
        plain = self._receiver.unprotect(data) if self._receiver is not None else data
        packet = packets.read(plain) if plain is not None else None
        if packet is None or packet.payload_type not in (int(self.offer.codec), self.offer.events):
            return
        if not self._is_theirs(addr):
            return
        self.heard_at = asyncio.get_running_loop().time()
        if packet.payload_type == self.offer.events:
            self.press(self._events.hear(packet))
        else:
            self._voice_heard(packet)

    def _is_theirs(self, address: Any) -> bool:
        """The first packet says where they are, if we follow; from then on nobody else is believed."""
        if self._follow and not self._followed:
            self._followed, self._to = True, (address[0], address[1])
        return bool(address[0] == self._to[0] and address[1] == self._to[1])

    def _voice_heard(self, packet: Packet) -> None:
        """Hear a packet, unless one after it, or itself, was heard already."""
        if self._newest is not None and (self._newest - packet.sequence) % 2**16 < REORDERED:
            return
        self._newest = packet.sequence
        payload, mu_law = packet.payload, self.offer.codec is Codec.PCMU
        if self._in_band and self.offer.events is None:
            self.press(self._tones.hear(payload, mu_law=mu_law))
        if self.listener is not None:
            self.listener(payload.translate(g711.MU_TO_A) if mu_law else payload)

    def press(self, key: str | None) -> None:
        """A key was pressed."""
        if key is not None and not self.keys.full():
            self.keys.put_nowait(key)
            self.pressed.set()

    async def next_key(self) -> str:
        """Wait for a key."""
        key = await self.keys.get()
        if self.keys.empty():
            self.pressed.clear()
        return key

    # What is said.

    def say(self, voice: bytes) -> None:
        """Say A-law from now on, instead of what was being said."""
        self._voice, self._at = voice, 0
        self.said.clear()

    def hush(self) -> None:
        """Say nothing more."""
        self._voice = b""
        self.said.set()

    def tick(self) -> None:
        """Send the next 20 ms; silence too, so that the way stays open."""
        if self.other is not None:
            frame = self.other.take()
            if self.tap is not None:
                self.tap(frame)
            self.send(frame)
            return
        frame = self._voice[self._at : self._at + FRAME_SAMPLES]
        self._at += FRAME_SAMPLES
        if not frame:
            self.said.set()
        self.send(frame.ljust(FRAME_SAMPLES, SILENCE[:1]))

    def send(self, frame: bytes) -> None:
        """Send 20 ms of A-law."""
        self._sequence = (self._sequence + 1) % 2**16
        self._timestamp = (self._timestamp + FRAME_SAMPLES) % 2**32
        if self._socket is None or self._socket.is_closing() or self.offer.held:
            return
        if self.offer.codec is Codec.PCMU:
            frame = frame.translate(g711.A_TO_MU)
        packet = Packet(
            int(self.offer.codec), False, self._sequence, self._timestamp, self._source, frame
        )
        data = packets.write(packet)
        self._socket.sendto(self._sender.protect(data) if self._sender else data, self._to)

    def pause(self, frames: int) -> None:
        """Nothing was sent for so many times 20 ms: what is said next is of that much later."""
        self._timestamp = (self._timestamp + frames * FRAME_SAMPLES) % 2**32

    def redirect(self, offer: Offer) -> None:
        """Hear and speak as was offered anew."""
        if (offer.address, offer.port) != (self.offer.address, self.offer.port):
            self._to, self._followed = (offer.address, offer.port), False
        if offer.srtp != self.offer.srtp:
            self._encrypt(offer.srtp)
        self.offer = offer

    def _encrypt(self, theirs: SrtpKey | None) -> None:
        """Agree on a key of ours for theirs, or on none."""
        self.key = self._sender = self._receiver = None
        if theirs is not None:
            own = secrets.token_bytes(KEY_BYTES + SALT_BYTES)
            self.key = SrtpKey(theirs.tag, theirs.suite, own)
            self._sender = Sender(SessionKeys.of(own))
            self._receiver = Receiver(SessionKeys.of(theirs.key_and_salt))

    def close(self) -> None:
        """Give the socket back."""
        if self._socket is not None:
            self._socket.close()


def bridge(one: Stream, another: Stream) -> None:
    """Let two hear each other."""
    for hears, speaks in ((one, another), (another, one)):
        hears.other = Jitter()
        speaks.listener = hears.other.put


def part(one: Stream, another: Stream) -> None:
    """Let them hear each other no more."""
    for stream in (one, another):
        stream.other = stream.listener = stream.tap = None


async def pace(streams: Iterable[Stream], came: asyncio.Event, stop: asyncio.Event) -> None:
    """Let all streams speak together, every 20 ms by the clock; rest until one `came`."""
    loop = asyncio.get_running_loop()
    due = loop.time()
    while not stop.is_set():
        if not tuple(streams):
            await first_of(came, stop)
            came.clear()
            due = loop.time()
            continue
        late = loop.time() - due
        metrics.FRAME_LATENESS.observe(max(0.0, late))
        if late > LATE_MAX_SECONDS:
            frames = round(late / FRAME_SECONDS)
            due += frames * FRAME_SECONDS
            for stream in tuple(streams):
                stream.pause(frames)
        for stream in tuple(streams):
            stream.tick()
        due += FRAME_SECONDS
        await asyncio.sleep(max(0.0, due - loop.time()))
