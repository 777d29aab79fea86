"""RTP packets, and the keys that come in them (RFC 3550, 4733)."""

import struct
from dataclasses import dataclass, field
from typing import Final

HEADER: Final = struct.Struct("!BBHII")
FRAME_SAMPLES: Final = 160
"""20 ms at 8 kHz: what one packet holds."""
FRAME_SECONDS: Final = 0.020
PACKET_MAX_BYTES: Final = 1_500
KEYS: Final = "0123456789*#ABCD"
END: Final = 0x80


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet, as it came."""

    payload_type: int
    marker: bool
    sequence: int
    timestamp: int
    source: int
    payload: bytes


def read(data: bytes) -> Packet | None:
    """Read a packet; None for what is none: garbage, RTCP, another version."""
    if not HEADER.size <= len(data) <= PACKET_MAX_BYTES or data[0] >> 6 != 2:
        return None
    first, second, sequence, timestamp, source = HEADER.unpack_from(data)
    if 64 <= second & 0x7F <= 95:  # RTCP on the same port, RFC 5761 section 4.
        return None
    start = HEADER.size + 4 * (first & 0x0F)
    if first & 0x10:
        if len(data) < start + 4:
            return None
        start += 4 + 4 * int.from_bytes(data[start + 2 : start + 4], "big")
    stop = len(data) - (data[-1] if first & 0x20 else 0)
    if start > stop:
        return None
    return Packet(second & 0x7F, bool(second & 0x80), sequence, timestamp, source, data[start:stop])


def write(packet: Packet) -> bytes:
    """Write a packet."""
    second = packet.payload_type | (END if packet.marker else 0)
    head = HEADER.pack(0x80, second, packet.sequence, packet.timestamp, packet.source)
    return head + packet.payload


@dataclass
class KeyReader:
    """Reads keys out of events: each is told once, however often its packets come, even without an end."""

    _told: int | None = field(default=None, repr=False)
    """Timestamp of the event that was told last."""

    def hear(self, packet: Packet) -> str | None:
        """The key of an event that is new; None for a repeat and for what is no key."""
        if len(packet.payload) < 4 or packet.payload[0] >= len(KEYS):
            return None
        if packet.timestamp == self._told:
            return None
        self._told = packet.timestamp
        return KEYS[packet.payload[0]]
