"""What two say to each other, in pieces: A-law, the caller left and the agent right; and as a WAV file."""

import struct
from collections import deque
from collections.abc import Callable
from typing import Final

from hotline.media import g711

CALLER: Final = 0
AGENT: Final = 1
SIDE_BYTES: Final = 96 * 1024
"""Of each side in a piece: 12 s, which a kill may cost."""
PIECES_MAX: Final = 50
"""Pieces that wait for a database that is away, 10 minutes; the oldest goes."""
RATE: Final = 8_000
SAMPLE_BYTES: Final = 2
HEADER: Final = struct.Struct("<4sI4s4sIHHIIHH4sI")
_LINEAR: Final = tuple(struct.pack("<h", sample) for sample in g711.A_LAW)


class Recorder:
    """Takes what either hears, frame by frame; gives pieces."""

    def __init__(self, ready: Callable[[], None]) -> None:
        """`ready` is called when there is a piece."""
        self._sides = (bytearray(), bytearray())
        self._ready = ready
        self._position = 0
        self.pieces: deque[tuple[int, bytes]] = deque(maxlen=PIECES_MAX)
        """Position from 0, and what was said."""

    def hear(self, side: int, frame: bytes) -> None:
        """Take 20 ms of one side."""
        self._sides[side].extend(frame)
        if min(map(len, self._sides)) >= SIDE_BYTES:
            self._cut(SIDE_BYTES)

    def rest(self) -> None:
        """Give what is there still: they hear each other no more."""
        if common := min(map(len, self._sides)):
            self._cut(common)
        for side in self._sides:
            side.clear()

    def _cut(self, length: int) -> None:
        piece = bytearray(2 * length)
        for side, voice in enumerate(self._sides):
            piece[side::2] = voice[:length]
            del voice[:length]
        self.pieces.append((self._position, bytes(piece)))
        self._position += 1
        self._ready()


def wav_header(length: int) -> bytes:
    """Begin a WAV file of so many bytes of pieces: 16 bits, two channels."""
    size, frame = length * SAMPLE_BYTES, 2 * SAMPLE_BYTES
    return HEADER.pack(
        b"RIFF", 36 + size, b"WAVE", b"fmt ", 16, 1, 2, RATE, RATE * frame, frame,
        8 * SAMPLE_BYTES, b"data", size,
    )  # fmt: skip


def linear(piece: bytes) -> bytes:
    """Make 16-bit samples of a piece."""
    return b"".join(map(_LINEAR.__getitem__, piece))
