"""What is sealed to a service opens for that service alone, by itself, in any order (RFC 9180)."""

import base64
import random
from collections.abc import Mapping

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from shared.sealing import letters
from shared.sealing.letters import Letters, private_key, public_key, public_text
from shared.sealing.personal_data import BadKey, UnreadablePersonalData

CARD = "6222021612003456788"
ABOUT = "withdrawal.approved.v1\ncard\n1"
NAMES = ("withdrawals", "settlement", "notifications")


def earlier(value: str) -> str:
    raise UnreadablePersonalData(f"unknown key {value!r}")


@pytest.fixture
def private() -> dict[str, X25519PrivateKey]:
    return {name: X25519PrivateKey.generate() for name in NAMES}


@pytest.fixture
def made(private: Mapping[str, X25519PrivateKey]) -> dict[str, Letters]:
    public = {name: key.public_key() for name, key in private.items()}
    return {name: Letters(name, [key], public, earlier) for name, key in private.items()}


def test_only_who_it_is_sealed_to_opens_it(made: dict[str, Letters]) -> None:
    sealed = made["withdrawals"].seal(CARD, ("settlement",), ABOUT)
    assert CARD not in sealed
    assert made["settlement"].open(sealed, ABOUT) == CARD
    for stranger in ("notifications", "withdrawals"):
        with pytest.raises(UnreadablePersonalData, match="not sealed to"):
            made[stranger].open(sealed, ABOUT)
        # Nor under the name of another reader: the content key is sealed to a key pair.
        renamed = sealed.replace("hpke.settlement:", f"hpke.{stranger}:")
        with pytest.raises(UnreadablePersonalData, match="unknown message key"):
            made[stranger].open(renamed, ABOUT)


def test_each_of_several_readers_opens_it(made: dict[str, Letters]) -> None:
    sealed = made["withdrawals"].seal(CARD, ("settlement", "notifications"), ABOUT)
    assert [made[name].open(sealed, ABOUT) for name in ("notifications", "settlement")] == [
        CARD
    ] * 2


def test_values_open_in_any_order_and_again_and_a_day_later(
    made: dict[str, Letters], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 10**9, 7))
    monkeypatch.setattr(letters.time, "monotonic", lambda: float(next(clock)))
    sealed = [made["withdrawals"].seal(str(n), ("settlement",), str(n)) for n in range(60)]
    heads = {value.rpartition(".")[0] for value in sealed}
    assert 1 < len(heads) < 60, "a content key serves for a minute, and no longer"
    order = list(enumerate(sealed)) * 2
    random.Random(1).shuffle(order)
    assert all(made["settlement"].open(value, str(n)) == str(n) for n, value in order)


def test_what_belongs_to_another_fact_field_or_subject_does_not_open(
    made: dict[str, Letters],
) -> None:
    sealed = made["withdrawals"].seal(CARD, ("settlement",), ABOUT)
    for moved in (ABOUT.replace("card", "holder_name"), ABOUT + "1", "x" + ABOUT):
        with pytest.raises(UnreadablePersonalData, match="altered or moved"):
            made["settlement"].open(sealed, moved)


def test_nothing_altered_or_cut_opens(made: dict[str, Letters]) -> None:
    sealed = made["withdrawals"].seal(CARD, ("settlement",), ABOUT)
    head, _, text = sealed.rpartition(".")
    raw = bytearray(base64.urlsafe_b64decode(text))
    raw[-1] ^= 1
    last = "A" if head[-1] != "A" else "B"
    for wrong in (
        f"{head}.{base64.urlsafe_b64encode(raw).decode()}",
        f"{head}.",
        f"{head[:-4]}{last * 4}.{text}",
        f"{head}",
        "hpke.",
        "hpke.settlement",
        "hpke.settlement:.",
        "",
        CARD,
    ):
        with pytest.raises(UnreadablePersonalData):
            made["settlement"].open(wrong, ABOUT)


def test_a_key_pair_is_replaced_while_what_was_sealed_to_the_old_one_still_comes(
    private: dict[str, X25519PrivateKey], made: dict[str, Letters]
) -> None:
    before = made["withdrawals"].seal(CARD, ("settlement",), ABOUT)
    fresh = X25519PrivateKey.generate()
    public = {name: key.public_key() for name, key in private.items()}
    both = Letters("settlement", [fresh, private["settlement"]], public, earlier)
    public["settlement"] = fresh.public_key()
    sender = Letters("withdrawals", [private["withdrawals"]], public, earlier)
    after = sender.seal(CARD, ("settlement",), ABOUT)
    assert both.open(before, ABOUT) == both.open(after, ABOUT) == CARD
    with pytest.raises(UnreadablePersonalData, match="unknown message key"):
        Letters("settlement", [fresh], public, earlier).open(before, ABOUT)


def test_the_content_key_is_sealed_as_rfc_9180_says(
    private: dict[str, X25519PrivateKey], made: dict[str, Letters]
) -> None:
    """X25519, HKDF-SHA256, AES-256-GCM in base mode: anybody's implementation opens it."""
    head = made["withdrawals"].seal(CARD, ("settlement",), ABOUT).split(".")[1]
    sealed = base64.urlsafe_b64decode(head.split(":")[2])
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    info = b"provident fund: content key of a message to settlement"
    assert len(suite.decrypt(sealed, private["settlement"], info=info)) == 32


def test_keys_that_cannot_be_used_are_found_out_at_the_start(
    private: dict[str, X25519PrivateKey],
) -> None:
    other = {"settlement": X25519PrivateKey.generate().public_key()}
    with pytest.raises(BadKey, match="not one of its private keys"):
        Letters("settlement", [private["settlement"]], other, earlier)
    for wrong in ("###", base64.b64encode(bytes(31)).decode()):
        with pytest.raises(BadKey):
            private_key(wrong)
        with pytest.raises(BadKey):
            public_key(wrong)
    with pytest.raises(BadKey, match="no public message key of settlement"):
        Letters("withdrawals", [], {}, earlier).seal(CARD, ("settlement",), ABOUT)
    text = public_text(private["settlement"])
    assert public_key(text) == private["settlement"].public_key()
