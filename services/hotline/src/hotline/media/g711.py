"""G.711 by tables: A-law and µ-law to 16-bit samples and back (ITU-T G.711)."""

from typing import Final

SILENCE_A_LAW: Final = 0xD5
SILENCE_MU_LAW: Final = 0xFF


def _a_law_sample(code: int) -> int:
    code ^= 0x55
    segment, mantissa = code >> 4 & 7, code & 15
    magnitude = (mantissa << 4) + 8 if segment == 0 else ((mantissa << 4) + 0x108) << (segment - 1)
    return magnitude if code & 0x80 else -magnitude


def _mu_law_sample(code: int) -> int:
    code = ~code & 0xFF
    magnitude = (((code & 15) << 3) + 0x84 << (code >> 4 & 7)) - 0x84
    return -magnitude if code & 0x80 else magnitude


A_LAW: Final = tuple(map(_a_law_sample, range(256)))
"""A sample of each A-law code."""
MU_LAW: Final = tuple(map(_mu_law_sample, range(256)))
"""A sample of each µ-law code."""


def _nearest(table: tuple[int, ...], sample: int) -> int:
    return min(range(256), key=lambda code: abs(table[code] - sample))


A_TO_MU: Final = bytes(_nearest(MU_LAW, sample) for sample in A_LAW)
MU_TO_A: Final = bytes(_nearest(A_LAW, sample) for sample in MU_LAW)
