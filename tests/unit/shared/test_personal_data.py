"""Personal data at rest is sealed under a named key of one algorithm, and opened by no other (R-CHK-4)."""

import base64
import os

import pytest
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers import Cipher

from shared.sealing.personal_data import (
    Algorithm,
    BadKey,
    PersonalData,
    SealingKey,
    UnreadablePersonalData,
)

LOOKUP = os.urandom(32)
NAME = "王建国"


def key(algorithm: Algorithm) -> SealingKey:
    return SealingKey(algorithm, os.urandom(algorithm.key_bytes))


@pytest.mark.parametrize("algorithm", Algorithm)
def test_what_is_sealed_opens_again_and_nothing_altered_does(algorithm: Algorithm) -> None:
    data = PersonalData({"k": key(algorithm)}, "k", LOOKUP)
    sealed = data.seal(NAME)
    assert data.open(sealed) == NAME
    assert data.seal(NAME) != sealed
    assert NAME.encode() not in base64.urlsafe_b64decode(sealed.removeprefix("k."))
    raw = bytearray(base64.urlsafe_b64decode(sealed.removeprefix("k.")))
    for position in (0, 12, len(raw) - 1):
        altered = bytearray(raw)
        altered[position] ^= 1
        with pytest.raises(UnreadablePersonalData):
            data.open(f"k.{base64.urlsafe_b64encode(altered).decode()}")
    for cut in (0, 11, 20):
        with pytest.raises(UnreadablePersonalData):
            data.open(f"k.{base64.urlsafe_b64encode(raw[:cut]).decode()}")


def test_sm4_gcm_gives_the_answer_of_rfc_8998() -> None:
    secret = bytes.fromhex("0123456789ABCDEFFEDCBA9876543210")
    nonce = bytes.fromhex("00001234567800000000ABCD")
    associated = bytes.fromhex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2")
    clear = bytes.fromhex("".join(letter * 16 for letter in "ABCDEFEA"))
    cipher = SealingKey(Algorithm.SM4_GCM, secret).cipher()
    assert cipher.encrypt(nonce, clear, associated).hex() == (
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
        "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
        "83de3541e4c2b58177e065a9bf7b62ec"
    )


def test_after_a_rotation_old_values_still_open_and_are_sealed_anew_once() -> None:
    old, new = key(Algorithm.AES_256_GCM), key(Algorithm.SM4_GCM)
    sealed = PersonalData({"k1": old}, "k1", LOOKUP).seal(NAME)
    both = PersonalData({"k1": old, "k2": new}, "k2", LOOKUP)
    assert both.open(sealed) == NAME
    anew = both.seal_anew(sealed)
    assert anew is not None
    assert anew.startswith("k2.")
    assert both.seal_anew(anew) == anew
    assert both.seal_anew(None) is None
    assert PersonalData({"k2": new}, "k2", LOOKUP).open(anew) == NAME
    with pytest.raises(UnreadablePersonalData):
        PersonalData({"k2": new}, "k2", LOOKUP).open(sealed)


@pytest.mark.parametrize(
    ("text", "what_is_wrong"),
    [
        ("des:AAAA", "unknown algorithm; known are aes-256-gcm, sm4-gcm"),
        ("sm4-gcm:" + base64.b64encode(bytes(32)).decode(), "sm4-gcm needs 16 bytes"),
        (base64.b64encode(bytes(16)).decode(), "aes-256-gcm needs 32 bytes"),
        ("sm4-gcm:###", "not base64"),
    ],
)
def test_a_key_that_cannot_be_used_is_named_at_the_start(text: str, what_is_wrong: str) -> None:
    with pytest.raises(BadKey, match=what_is_wrong):
        PersonalData({"k1": SealingKey.parse(text)}, "k1", LOOKUP)


def test_a_platform_without_sm4_gcm_is_found_out_at_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without_sm4(_cipher: Cipher[object]) -> None:
        raise UnsupportedAlgorithm("no SM4")

    monkeypatch.setattr(Cipher, "encryptor", without_sm4)
    with pytest.raises(BadKey, match=r"personal data key 'k2'.*no SM4-GCM"):
        PersonalData({"k2": key(Algorithm.SM4_GCM)}, "k2", LOOKUP)


@pytest.mark.parametrize("name", ["", "k.1", "k 1", "k%"])
def test_a_key_has_a_plain_name(name: str) -> None:
    with pytest.raises(BadKey, match="may not be called"):
        PersonalData({name: key(Algorithm.AES_256_GCM)}, name, LOOKUP)
