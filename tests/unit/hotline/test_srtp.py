"""Encrypted voice: the vectors of RFC 3711, and packets that are lost, repeated, late, forged."""

import random

import pytest

from hotline.media.packets import Packet, read, write
from hotline.media.srtp import Receiver, Sender, SessionKeys

MASTER = bytes.fromhex("E1F97A0D3E018BE0D64FA32C06DE4139" + "0EC675AD498AFEEBB6960B3AABE6")


def keys() -> SessionKeys:
    return SessionKeys.of(MASTER)


def packet(number: int) -> bytes:
    return write(Packet(8, False, number % 2**16, number, 0x1234, bytes([number % 256]) * 160))


def test_session_keys_are_those_of_rfc_3711_b_3() -> None:
    assert keys().cipher.hex().upper() == "C61E7A93744F39EE10734AFE3FF7A087"
    assert keys().salt == 0x30CBBC08863D8C85D49DB34A9AE1
    assert keys().auth.hex().upper() == "CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4"
    with pytest.raises(ValueError, match="14"):
        SessionKeys.of(MASTER[:-1])


def test_packets_that_are_lost_late_or_come_twice_around_the_end_of_the_numbers() -> None:
    sender, receiver, chance = Sender(keys()), Receiver(keys()), random.Random(7)
    sent = [(number, sender.protect(packet(number))) for number in range(65_400, 65_700)]
    got = []
    for at in range(0, len(sent), 10):
        some = sent[at : at + 10] + sent[at : at + 3]
        chance.shuffle(some)
        got += [plain for number, data in some[1:] if (plain := receiver.unprotect(data))]
    assert len(set(got)) == len(got), "each once"
    assert len(got) >= 270
    assert all(read(one) is not None for one in got)
    assert receiver.unprotect(sent[0][1]) is None, "too late"


def test_a_packet_that_was_changed_or_is_a_strangers_is_not_heard() -> None:
    data = Sender(keys()).protect(packet(1))
    for at in (0, 5, 20, len(data) - 1):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert Receiver(keys()).unprotect(changed) is None
    assert Receiver(SessionKeys.of(bytes(30))).unprotect(data) is None
    assert Receiver(keys()).unprotect(b"\x80\x08") is None
    assert Receiver(keys()).unprotect(data) == packet(1)
