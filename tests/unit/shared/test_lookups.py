"""Two lookup keys at a time: what is under either is found, and nothing else is (R-CHK-4)."""

import pytest

from shared.sealing.lookups import LookupKey, Lookups
from shared.sealing.personal_data import BadKey, PersonalData, SealingKey

FORMER, NEXT = LookupKey(bytes(32)), LookupKey(bytes([7]) * 32)


def test_a_hash_fits_under_either_key_and_no_other() -> None:
    former, two = Lookups(FORMER), Lookups(NEXT, FORMER)
    kept, hashed = former.hash("371402199001011239"), two.hash("371402199001011239")
    assert kept != hashed
    assert two.fits(kept, hashed)
    assert two.fits(hashed, hashed)
    assert not two.fits(former.hash("371402199001011231"), hashed)
    assert not Lookups(NEXT).fits(kept, hashed)


def test_what_is_made_of_a_hash_is_found_too() -> None:
    """A login is counted by a hash over the hash of the number: each key's over its own."""
    former, two = Lookups(FORMER), Lookups(NEXT, FORMER)
    kept = former.hash(f"login individual {former.hash('number')}")
    hashed = two.hash(f"login individual {two.hash('number')}")
    assert two.other(hashed) == kept


def test_hashes_are_found_wherever_they_stand_in_a_statements_arguments() -> None:
    former, two = Lookups(FORMER), Lookups(NEXT, FORMER)
    one, another = two.hash("1"), two.hash("2")
    found = two.others_among(("x", 7, None, [one], {"deep": [(another, b"y")]}, former.hash("3")))
    assert found == {one: former.hash("1"), another: former.hash("2")}
    assert former.others_among([former.hash("1")]) == {}


def test_a_key_beside_itself_is_no_rotation() -> None:
    keys = {"k1": SealingKey.parse("A" * 43 + "=")}
    with pytest.raises(BadKey, match="another"):
        PersonalData(keys, "k1", NEXT, NEXT)
