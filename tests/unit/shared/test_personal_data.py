"""Personal data at rest is sealed under a named key of one algorithm, and opened by no other (R-CHK-4)."""

import base64
import os
from typing import Any

import pytest
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SM3, Hash

from shared.sealing.lookups import KeyedHash, LookupKey
from shared.sealing.personal_data import (
    Algorithm,
    BadKey,
    PersonalData,
    SealingKey,
    UnreadablePersonalData,
)

LOOKUP = LookupKey(os.urandom(32))
NAME = "王建国"
PLACE = ("person.name_sealed", 1)


def key(algorithm: Algorithm) -> SealingKey:
    return SealingKey(algorithm, os.urandom(algorithm.key_bytes))


@pytest.mark.parametrize("algorithm", Algorithm)
def test_what_is_sealed_opens_again_and_nothing_altered_does(algorithm: Algorithm) -> None:
    data = PersonalData({"k": key(algorithm)}, "k", LOOKUP)
    sealed = data.seal(NAME, *PLACE)
    assert data.open(sealed, *PLACE) == NAME
    assert data.seal(NAME, *PLACE) != sealed
    assert NAME.encode() not in base64.urlsafe_b64decode(sealed.removeprefix("k.b."))
    raw = bytearray(base64.urlsafe_b64decode(sealed.removeprefix("k.b.")))
    for position in (0, 12, len(raw) - 1):
        altered = bytearray(raw)
        altered[position] ^= 1
        with pytest.raises(UnreadablePersonalData):
            data.open(f"k.b.{base64.urlsafe_b64encode(altered).decode()}", *PLACE)
    for cut in (0, 11, 20):
        with pytest.raises(UnreadablePersonalData):
            data.open(f"k.b.{base64.urlsafe_b64encode(raw[:cut]).decode()}", *PLACE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        ("person.name_sealed", 2),
        ("person.phone_sealed", 1),
        ("employer.name_sealed", 1),
        ("person.name_sealed", 1, 1),
        ("person.name_sealed",),
    ],
)
def test_what_is_moved_to_another_row_or_column_does_not_open(
    elsewhere: tuple[Any, ...],
) -> None:
    data = PersonalData({"k": key(Algorithm.AES_256_GCM)}, "k", LOOKUP)
    with pytest.raises(UnreadablePersonalData, match="altered or moved"):
        data.open(data.seal(NAME, *PLACE), *elsewhere)


def as_an_earlier_release(sealing: SealingKey, key_id: str) -> str:
    """Seal as before values were bound to their place: only the key's name was authenticated."""
    nonce = os.urandom(12)
    sealed = sealing.cipher().encrypt(nonce, NAME.encode(), key_id.encode())
    return f"{key_id}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"


def test_what_is_bound_to_no_place_opens_only_under_a_key_that_is_being_replaced() -> None:
    old, new = key(Algorithm.AES_256_GCM), key(Algorithm.AES_256_GCM)
    earlier = as_an_earlier_release(old, "k1")
    replacing = PersonalData({"k1": old, "k2": new}, "k2", LOOKUP)
    assert replacing.open(earlier, *PLACE) == NAME
    anew = replacing.seal_anew(earlier, *PLACE)
    assert anew is not None
    assert PersonalData({"k2": new}, "k2", LOOKUP).open(anew, *PLACE) == NAME
    for data in (PersonalData({"k1": old}, "k1", LOOKUP), PersonalData({"k2": new}, "k2", LOOKUP)):
        with pytest.raises(UnreadablePersonalData):
            data.open(earlier, *PLACE)


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


def test_sm4_sm3_and_hmac_sm3_give_the_answers_of_the_standards() -> None:
    """GB/T 32907 A.1; GB/T 32905 A.1 and A.2; HMAC by RFC 2104, put together of SM3 by hand."""
    block = bytes.fromhex("0123456789ABCDEFFEDCBA9876543210")
    cipher = Cipher(algorithms.SM4(block), modes.ECB()).encryptor()
    assert cipher.update(block).hex() == "681edf34d206965e86b3e94f536e4246"
    assert sm3(b"abc") == bytes.fromhex(
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    )
    assert sm3(b"abcd" * 16) == bytes.fromhex(
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    )
    secret = os.urandom(32)
    inner = sm3(bytes(one ^ 0x36 for one in secret.ljust(64, b"\0")) + NAME.encode())
    outer = sm3(bytes(one ^ 0x5C for one in secret.ljust(64, b"\0")) + inner)
    text = f"hmac-sm3:{base64.b64encode(secret).decode()}"
    assert LookupKey.parse(text).hash(NAME) == outer.hex()


def sm3(clear: bytes) -> bytes:
    digest = Hash(SM3())
    digest.update(clear)
    return digest.finalize()


def test_under_a_key_of_sm3_what_was_hashed_by_sha_256_fits_still() -> None:
    former, following = LookupKey(os.urandom(32)), LookupKey(os.urandom(32), KeyedHash.HMAC_SM3)
    keys = {"k": key(Algorithm.SM4_GCM)}
    kept = PersonalData(keys, "k", former).lookup_hash(NAME)
    both = PersonalData(keys, "k", following, former)
    assert both.fits(kept, both.lookup_hash(NAME))
    assert not both.fits(kept, both.lookup_hash("王建园"))
    alone = PersonalData(keys, "k", following)
    assert not alone.fits(kept, alone.lookup_hash(NAME))


@pytest.mark.parametrize(
    ("text", "what_is_wrong"),
    [
        ("hmac-md5:" + base64.b64encode(bytes(32)).decode(), "known are hmac-sha-256, hmac-sm3"),
        ("hmac-sm3:" + base64.b64encode(bytes(16)).decode(), "must have 32 bytes"),
        ("hmac-sm3:###", "not base64"),
    ],
)
def test_a_lookup_key_that_cannot_be_used_is_named_at_the_start(
    text: str, what_is_wrong: str
) -> None:
    with pytest.raises(BadKey, match=what_is_wrong):
        LookupKey.parse(text)


def test_after_a_rotation_old_values_still_open_and_are_sealed_anew_once() -> None:
    old, new = key(Algorithm.AES_256_GCM), key(Algorithm.SM4_GCM)
    sealed = PersonalData({"k1": old}, "k1", LOOKUP).seal(NAME, *PLACE)
    both = PersonalData({"k1": old, "k2": new}, "k2", LOOKUP)
    assert both.open(sealed, *PLACE) == NAME
    anew = both.seal_anew(sealed, *PLACE)
    assert anew is not None
    assert anew.startswith("k2.b.")
    assert both.seal_anew(anew, *PLACE) == anew
    assert both.seal_anew(None, *PLACE) is None
    assert PersonalData({"k2": new}, "k2", LOOKUP).open(anew, *PLACE) == NAME
    with pytest.raises(UnreadablePersonalData):
        PersonalData({"k2": new}, "k2", LOOKUP).open(sealed, *PLACE)


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
