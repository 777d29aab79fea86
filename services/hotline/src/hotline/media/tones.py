"""Keys as tones in the voice (DTMF, ITU-T Q.23 and Q.24), for trunks without events: Goertzel."""

import math
from dataclasses import dataclass, field
from typing import Final

from hotline.media.g711 import A_LAW, MU_LAW

RATE: Final = 8_000
BLOCK_SAMPLES: Final = 160
"""20 ms: one packet. Q.24 wants 40 ms of tone to count, 20 ms not to."""
LOW: Final = (697, 770, 852, 941)
HIGH: Final = (1209, 1336, 1477, 1633)
KEYS: Final = ("123A", "456B", "789C", "*0#D")
QUIET: Final = 250
"""Mean absolute sample below which nothing is looked for (-42 dBm0, roughly)."""
SHARE: Final = 0.6
"""Of a block's energy that the two tones must have; speech has less."""
TWIST_MAX: Final = 10.0
"""Ratio of the two tones' energies, 10 dB, either way."""
BLOCKS_TO_COUNT: Final = 2
_COEFFICIENTS: Final = {tone: 2 * math.cos(2 * math.pi * tone / RATE) for tone in (*LOW, *HIGH)}


def tone_in(payload: bytes, *, mu_law: bool = False) -> str | None:
    """The key whose two tones fill a block of G.711; None for silence and speech."""
    samples = [(MU_LAW if mu_law else A_LAW)[code] for code in payload[:BLOCK_SAMPLES]]
    if len(samples) < BLOCK_SAMPLES or sum(map(abs, samples)) < QUIET * len(samples):
        return None
    low, high = (_strongest(samples, tones) for tones in (LOW, HIGH))
    total = sum(sample * sample for sample in samples) * len(samples) / 2
    if low[1] + high[1] < SHARE * total:
        return None
    if not 1 / TWIST_MAX <= low[1] / max(high[1], 1e-9) <= TWIST_MAX:
        return None
    return KEYS[LOW.index(low[0])][HIGH.index(high[0])]


def _strongest(samples: list[int], tones: tuple[int, ...]) -> tuple[int, float]:
    powers = {tone: _power(samples, _COEFFICIENTS[tone]) for tone in tones}
    best = max(powers, key=lambda tone: powers[tone])
    return best, powers[best]


def _power(samples: list[int], coefficient: float) -> float:
    before, last = 0.0, 0.0
    for sample in samples:
        before, last = last, sample + coefficient * last - before
    return before * before + last * last - coefficient * before * last


@dataclass
class ToneReader:
    """Tells each key once, when its tone has lasted; a pause, or another key, ends it."""

    _key: str | None = field(default=None, repr=False)
    _blocks: int = field(default=0, repr=False)

    def hear(self, payload: bytes, *, mu_law: bool = False) -> str | None:
        """Take 20 ms; the key that counts from this block on."""
        key = tone_in(payload, mu_law=mu_law)
        self._blocks = self._blocks + 1 if key == self._key else 1
        self._key = key
        return key if self._blocks == BLOCKS_TO_COUNT else None
