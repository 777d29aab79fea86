"""How codes, passwords, one-time passwords, tokens and keys are made and compared."""

import asyncio
import re
import secrets
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.errors import Reason, must_wait, spoken, whole_seconds
from gateway.handlers.keys import PRIVATE, new_key, row_of
from gateway.rules.key_life import SigningKey, due, published, signing
from gateway.secrets_at_rest import (
    Passwords,
    QueueFull,
    code_hash,
    new_code,
    new_token,
    successor,
    totp_step,
    totp_uri,
)
from gateway.settings import LEAST_PASSWORD_MEMORY_KIB
from shared.sealing.lookups import LookupKey
from shared.sealing.personal_data import Algorithm, PersonalData, SealingKey

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
TOKEN_LIFE = timedelta(minutes=10)
SECRET = pyotp.random_base32()


def fresh_key() -> SealingKey:
    return SealingKey(Algorithm.AES_256_GCM, secrets.token_bytes(32))


def fresh_vault() -> PersonalData:
    return PersonalData({"k": fresh_key()}, "k", LookupKey(secrets.token_bytes(32)))


@pytest.fixture
def vault() -> PersonalData:
    return fresh_vault()


def test_codes_have_six_digits_and_differ() -> None:
    codes = {new_code() for _ in range(200)}
    assert all(re.fullmatch(r"[0-9]{6}", code) for code in codes)
    assert len(codes) > 190


def test_a_kept_code_is_bound_to_its_challenge_and_to_our_key(vault: PersonalData) -> None:
    other = fresh_vault()
    assert code_hash(vault, "a", "i", "123456") == code_hash(vault, "a", "i", "123456")
    assert code_hash(vault, "a", "i", "123456") != code_hash(vault, "b", "i", "123456")
    assert code_hash(vault, "a", "i", "123456") != code_hash(vault, "a", "j", "123456")
    assert code_hash(vault, "a", "i", "123456") != code_hash(other, "a", "i", "123456")


def test_the_successor_of_a_refresh_token_is_always_the_same_and_needs_our_key(
    vault: PersonalData,
) -> None:
    other = fresh_vault()
    token = new_token()
    assert successor(vault, token) == successor(vault, token) != token
    assert successor(vault, token) != successor(other, token)
    assert len(successor(vault, token)) == len(token) == 43


async def test_passwords_are_argon2id_and_nobody_has_none() -> None:
    passwords = Passwords(1, LEAST_PASSWORD_MEMORY_KIB, 4)
    kept = await passwords.hash("a long enough password")
    assert kept.startswith("$argon2id$")
    assert await passwords.fits("a long enough password", kept)
    assert not await passwords.fits("another password", kept)
    assert not await passwords.fits("a long enough password", None)


async def test_a_flood_of_strangers_fills_half_the_queue_and_a_known_device_has_the_rest() -> None:
    passwords = Passwords(1, LEAST_PASSWORD_MEMORY_KIB, 4)
    kept = await passwords.hash("a long enough password")
    flood = [passwords.fits("guess", None) for _ in range(8)]
    owner = passwords.fits("a long enough password", kept, known_device=True)
    answers = await asyncio.gather(*flood, owner, return_exceptions=True)
    assert [isinstance(answer, QueueFull) for answer in answers[:8]] == [False] * 3 + [True] * 5
    assert answers[8] is True


def code_at(step: int) -> str:
    return pyotp.TOTP(SECRET).at(datetime.fromtimestamp(step * 30, UTC))


@given(st.integers(0, 29), st.integers(-3, 3))
def test_a_one_time_password_is_good_one_step_early_or_late(second: int, drift: int) -> None:
    current = int(NOON.timestamp()) // 30
    now = NOON + timedelta(seconds=second)
    codes = [code_at(step) for step in range(current - 3, current + 4)]
    if len(set(codes)) < len(codes):
        return
    found = totp_step(SECRET, code_at(current + drift), now, last_step=0)
    assert found == (current + drift if abs(drift) <= 1 else None)


def test_a_one_time_password_works_once_and_none_before_it() -> None:
    current = int(NOON.timestamp()) // 30
    assert totp_step(SECRET, code_at(current), NOON, last_step=current) is None
    assert totp_step(SECRET, code_at(current - 1), NOON, last_step=current) is None
    assert totp_step(SECRET, code_at(current + 1), NOON, last_step=current) == current + 1


def test_the_published_example_of_rfc_6238() -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # "12345678901234567890", appendix B
    at_59 = datetime.fromtimestamp(59, UTC)
    assert totp_step(secret, "287082", at_59, last_step=0) == 1


def test_an_authenticator_is_told_whose_login_it_is() -> None:
    uri = totp_uri(SECRET, "zhang.san")
    assert uri.startswith("otpauth://totp/")
    assert "zhang.san" in uri
    assert SECRET in uri


def key(name: str, signs_from: datetime) -> SigningKey:
    return SigningKey(name, "sealed", {"kid": name}, signs_from)


def test_the_private_half_of_a_key_is_sealed_and_its_public_half_is_only_public(
    vault: PersonalData,
) -> None:
    made = new_key(vault, NOON)
    assert "PRIVATE" not in made.private_sealed
    assert "BEGIN PRIVATE KEY" in vault.open(made.private_sealed, PRIVATE, *row_of(made))
    assert set(made.public_jwk) == {"kty", "crv", "x", "y", "kid", "use", "alg"}


def test_a_key_is_published_before_it_signs_and_until_its_tokens_have_expired() -> None:
    old, new = key("old", NOON - timedelta(days=30)), key("new", NOON)
    before = NOON - timedelta(seconds=1)
    assert signing([old, new], before) == old
    assert published([old, new], before, TOKEN_LIFE) == [old, new]
    assert signing([old, new], NOON) == new
    last_token_dead = NOON + TOKEN_LIFE
    assert published([old, new], last_token_dead, TOKEN_LIFE) == [old, new]
    much_later = last_token_dead + timedelta(minutes=2)
    assert published([old, new], much_later, TOKEN_LIFE) == [new]


@given(
    st.lists(st.integers(0, 1_000_000), unique=True, min_size=1, max_size=8),
    st.integers(0, 2_000_000),
    st.integers(0, 600),
)
def test_whatever_signed_a_living_token_is_published(
    starts: list[int], minted: int, age: int
) -> None:
    keys = [key(str(start), NOON + timedelta(seconds=start)) for start in starts]
    minted_at = NOON + timedelta(seconds=minted)
    signer = signing(keys, minted_at)
    if signer is None:
        assert min(starts) > minted
        return
    now = minted_at + timedelta(seconds=age)
    assert signer in published(keys, now, TOKEN_LIFE)


def test_the_next_key_is_due_before_the_last_is_old() -> None:
    life, lead = timedelta(days=30), timedelta(hours=1)
    assert due([], NOON, life, lead)
    keys = [key("a", NOON)]
    assert not due(keys, NOON + life - lead - timedelta(seconds=1), life, lead)
    assert due(keys, NOON + life - lead, life, lead)
    assert not due([*keys, key("b", NOON + life)], NOON + life, life, lead)


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (timedelta(milliseconds=1), "1秒"),
        (timedelta(seconds=59), "59秒"),
        (timedelta(seconds=61), "2分钟"),
        (timedelta(minutes=5), "5分钟"),
        (timedelta(hours=24), "24小时"),
    ],
)
def test_a_wait_is_said_in_chinese_and_rounded_up(wait: timedelta, said: str) -> None:
    assert spoken(wait) == said
    assert timedelta(seconds=whole_seconds(wait)) >= wait
    assert said in must_wait(Reason.LOCKED, wait).detail
