"""What one telephone says on its way to another: packets come as they like and leave every 20 ms."""

from dataclasses import dataclass, field
from typing import Final

from hotline.media.g711 import SILENCE_A_LAW
from hotline.media.packets import FRAME_SAMPLES

SILENCE: Final = bytes([SILENCE_A_LAW]) * FRAME_SAMPLES
BEGIN_FRAMES: Final = 2
"""So much is there before it begins to leave: a packet may come 20 ms late and is not missed."""
MOST_FRAMES: Final = 8
"""More is not kept: nobody speaks with somebody who is a fifth of a second behind."""


@dataclass
class Jitter:
    """A jitter buffer for A-law: whatever the length of the packets, 20 ms come out."""

    _voice: bytearray = field(default_factory=bytearray, repr=False)
    _begun: bool = False

    def put(self, voice: bytes) -> None:
        """Take what came; of too much the oldest is left out."""
        self._voice += voice
        if len(self._voice) > MOST_FRAMES * FRAME_SAMPLES:
            del self._voice[: len(self._voice) - BEGIN_FRAMES * FRAME_SAMPLES]

    def take(self) -> bytes:
        """Give the next 20 ms; silence where nothing is there, and until enough is there again."""
        if not self._begun and len(self._voice) < BEGIN_FRAMES * FRAME_SAMPLES:
            return SILENCE
        self._begun = len(self._voice) >= FRAME_SAMPLES
        if not self._begun:
            return SILENCE
        frame = bytes(self._voice[:FRAME_SAMPLES])
        del self._voice[:FRAME_SAMPLES]
        return frame
