"""What somebody means who looks for a person, and by what a name is found."""

import hashlib

import pytest

from accounts.rules.search import (
    ByDocument,
    ByName,
    ByNumber,
    ByTail,
    Parts,
    meant,
    number_after,
    parts_asked_for,
    parts_of_name,
)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("王", ByName("王")),
        (" 建国 ", ByName("建国")),
        ("阿卜杜·外力", ByName("阿卜杜外力")),
        ("Maria Anna", ByName("mariaanna")),
        ("371410", ByNumber("371410")),
        ("３７１４１", ByNumber("37141")),
        ("0018", ByTail("0018")),
        ("001x", ByTail("001X")),
        ("123", ByName("123")),
    ],
)
def test_what_is_typed_is_a_name_a_number_or_the_end_of_one(text: str, what: object) -> None:
    assert meant(text) == what


@pytest.mark.parametrize("text", ["371402199001010018", "E12345678", "南字第123456号"])
def test_a_document_is_looked_for_as_one_of_each_type(text: str) -> None:
    found = meant(text)
    assert isinstance(found, ByDocument)
    assert {text, f"01:{text}", f"03:{text}"} <= set(found.lookup_keys)


def test_a_name_is_found_by_each_of_its_parts_and_by_no_other() -> None:
    has = set(parts_of_name("欧阳建国"))
    assert has == {"欧", "阳", "建", "国", "欧阳", "阳建", "建国"}
    for part in ("欧", "国", "欧阳", "阳建国", "欧阳建国"):
        assert set(parts_asked_for(part)) <= has
    for part in ("王", "国建", "欧建", "欧阳国"):
        assert not set(parts_asked_for(part)) <= has


def test_the_same_name_at_two_employers_has_nothing_in_common() -> None:
    here, there = Parts(digest, "100001"), Parts(digest, "100002")
    mine, theirs = here.of("王建国", "0018"), there.of("王建国", "0018")
    assert len(mine) == len(set(mine)) == 6
    assert not set(mine) & set(theirs)
    assert set(here.asked_for("建国")) < set(mine)
    assert all(-(2**63) <= one < 2**63 for one in mine)


def test_an_end_of_an_id_number_is_no_name() -> None:
    parts = Parts(digest, "100001")
    assert parts.tail("0018") not in parts.of("0018", "0000")


@pytest.mark.parametrize(("beginning", "after"), [("37141", "37142"), ("37149", "37150")])
def test_numbers_that_begin_so_lie_before_the_next_one(beginning: str, after: str) -> None:
    assert number_after(beginning) == after
