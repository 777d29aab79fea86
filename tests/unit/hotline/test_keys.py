"""Keys as a caller's telephone or trunk sends them: events (RFC 4733) and tones (Q.23); garbage is no key."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline.media import g711, tones
from hotline.media.packets import KEYS, KeyReader, Packet, read, write
from hotline.media.tones import ToneReader


def coded(samples: list[float]) -> bytes:
    """A-law of samples."""
    return bytes(
        min(range(256), key=lambda code: abs(g711.A_LAW[code] - sample)) for sample in samples
    )


def tone(low: float, high: float, at: int = 0, loud: float = 5_000) -> bytes:
    return coded(
        [
            loud
            * (math.sin(2 * math.pi * low * t / 8_000) + math.sin(2 * math.pi * high * t / 8_000))
            for t in range(at, at + 160)
        ]
    )


def test_an_event_is_one_key_however_often_its_packets_come() -> None:
    reader = KeyReader()
    first = [Packet(101, False, n, 1_000, 7, bytes([5, 10, 0, 160])) for n in range(3)]
    ended = [Packet(101, False, n, 1_000, 7, bytes([5, 0x8A, 3, 32])) for n in range(3, 6)]
    again = [Packet(101, False, 9, 5_000, 7, bytes([10, 0x8A, 3, 32]))]
    told = [reader.hear(packet) for packet in (*first, *ended, *again)]
    assert [key for key in told if key] == ["5", "*"]
    assert KeyReader().hear(Packet(101, False, 1, 1, 7, bytes([16, 0, 0, 0]))) is None, "a flash"
    assert KeyReader().hear(Packet(101, False, 1, 1, 7, b"\x05")) is None


@pytest.mark.parametrize("key", KEYS)
def test_a_tone_is_its_key_once_it_has_lasted(key: str) -> None:
    row = next(row for row in tones.KEYS if key in row)
    low, high = tones.LOW[tones.KEYS.index(row)], tones.HIGH[row.index(key)]
    reader = ToneReader()
    blocks = [tone(low * 1.01, high * 0.99, at=at) for at in range(37, 37 + 5 * 160, 160)]
    silence = bytes([g711.SILENCE_A_LAW]) * 160
    told = [reader.hear(block) for block in (*blocks, silence, *blocks[:2])]
    assert [one for one in told if one] == [key, key]


def test_speech_silence_and_a_single_tone_are_no_keys() -> None:
    voice = [
        3_000 * math.sin(2 * math.pi * 180 * n * t / 8_000) / n for t in range(160) for n in (1,)
    ]
    speech = coded(
        [
            sum(3_000 / n * math.sin(2 * math.pi * 180 * n * t / 8_000) for n in range(1, 9))
            for t in range(160)
        ]
    )
    for block in (coded(voice), speech, tone(697, 697), tone(697, 941), b"", bytes(160)):
        assert tones.tone_in(block) is None


@given(st.binary(max_size=200))
def test_garbage_is_no_packet_or_one_within_its_bounds(data: bytes) -> None:
    found = read(data)
    assert found is None or len(found.payload) <= len(data)


@given(st.integers(0, 2**16 - 1), st.integers(0, 2**32 - 1), st.booleans(), st.binary(max_size=160))
def test_a_packet_is_read_as_it_was_written(
    number: int, at: int, marker: bool, voice: bytes
) -> None:
    packet = Packet(8, marker, number, at, 99, voice)
    assert read(write(packet)) == packet


def test_both_laws_say_the_same() -> None:
    for code in range(256):
        assert abs(g711.A_LAW[code] - g711.MU_LAW[g711.A_TO_MU[code]]) <= 2**10
        assert g711.A_LAW[code] == -g711.A_LAW[code ^ 0x80]
