"""R-INF-2: when the register's word is enough for a name or a number, and when two people must look."""

import pytest

from gateway.rules.corrections import (
    Belongs,
    Ground,
    Person,
    Present,
    State,
    Told,
    Verdict,
    is_slip,
    judge,
    pause_seconds,
)
from shared.base.id_documents import IdDocument, IdType

# Numbers whose check characters were reckoned by hand (GB 11643).
OLD, SLIP, FAR = "371402199001010017", "371402199001010025", "11010519491231002X"


def person(name: str = "张三丰", number: str = OLD, kind: IdType = IdType.RESIDENT_ID) -> Person:
    return Person(name, IdDocument(kind, number))


YES_SAME, YES_OTHER, YES_UNKNOWN = (Told(Belongs.YES, one) for one in Present)


@pytest.mark.parametrize(
    ("wanted", "told", "verdict"),
    [
        # Another name of the same number: whoever has the number is called so.
        (person("张三峰"), YES_SAME, Verdict(State.TAKEN)),
        (person("张三峰"), YES_UNKNOWN, Verdict(State.TAKEN)),
        # Another number, which the register knows as the successor.
        (person(number=FAR), YES_SAME, Verdict(State.TAKEN)),
        # A passport that became a permanent residence permit, or the other way round.
        (person("LI", "AB123456", IdType.PASSPORT), YES_SAME, Verdict(State.TAKEN)),
        # The number was typed wrong when the account was opened: nobody has it.
        (person(number=SLIP), YES_UNKNOWN, Verdict(State.TAKEN)),
        # Two valid people: the wanted pair is somebody else's, however alike the numbers are.
        (person(number=SLIP), YES_OTHER, Verdict(State.REFUSED, Ground.PRESENT_IS_VALID)),
        # Right, and nothing says that they are this person's: neither the name nor the number stays.
        (person("李四", SLIP), YES_UNKNOWN, Verdict(State.REFERRED, Ground.NOT_TOLD_SAME)),
        (person(number=FAR), YES_UNKNOWN, Verdict(State.REFERRED, Ground.NOT_TOLD_SAME)),
        (person(number=FAR), Told(Belongs.NO), Verdict(State.REFUSED, Ground.NO_MATCH)),
        (person(number=FAR), Told(Belongs.UNKNOWN), Verdict(State.REFERRED, Ground.UNKNOWN)),
    ],
)  # fmt: skip
def test_r_inf_2_the_register_decides_where_it_knows(
    wanted: Person, told: Told, verdict: Verdict
) -> None:
    assert judge(person(), wanted, told) == verdict


def test_r_inf_2_an_employers_word_makes_no_slip_of_a_number() -> None:
    """Whether the two numbers are one human's, the register must say, or the person, or two of the centre."""
    judged = judge(person(), person(number=SLIP), YES_UNKNOWN, own_word=False)
    assert judged == Verdict(State.REFERRED, Ground.NOT_TOLD_SAME)
    assert judge(person(), person(number=SLIP), YES_SAME, own_word=False).state is State.TAKEN


def test_r_inf_2_only_a_resident_number_with_the_same_name_is_a_slip() -> None:
    assert is_slip(person(), person(number=SLIP))
    assert not is_slip(person(), person("李四", SLIP))
    passports = [person(number=number, kind=IdType.PASSPORT) for number in ("E1234567", "E1234568")]
    assert not is_slip(*passports)


def test_a_register_that_is_away_is_asked_again_ever_more_seldom() -> None:
    assert [pause_seconds(tries, 10.0) for tries in (1, 2, 3, 4, 10_000)] == [2, 4, 8, 10, 10]
