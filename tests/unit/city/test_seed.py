"""The people of the seeded city: numbers that cannot be wrong, and somebody for everything that is shown."""

import asyncio
from dataclasses import asdict
from datetime import date
from pathlib import Path

from city.demonstration import CHECKED_TYPES, REFUSALS, TYPES
from city.seed import CAST_FILE, SEEDED_FILE, CastMember, cast_when_made
from city.seed.credit import CHECKED
from city.seed.months import OPERATORS_FROM, month_first
from city.seed.office import CHECKER, MAKER
from city.seed.people import person
from city.seed.plan import EMPLOYERS, GROUPS, LAST, MONTHS, city_plan
from local.folder import RunFolder
from shared.base.identifiers import BankCard, Phone, ResidentId, SocialCreditCode

PLAN = city_plan()
EVERYBODY = [resident.person for resident in PLAN.residents]


def test_r_chk_1_2_4_everybodys_numbers_are_valid_and_nobody_elses() -> None:
    operators = [person(OPERATORS_FROM + index) for index in range(len(EMPLOYERS))]
    people = [*EVERYBODY, *operators]
    for who in people:
        assert ResidentId.parse(who.id_number).value == who.id_number
        assert ResidentId.parse(who.id_number).warning is None
        assert BankCard.parse(who.card).value == who.card
        assert Phone.parse(who.phone).value == who.phone
    for numbers in ("id_number", "card", "phone"):
        assert len({getattr(who, numbers) for who in people}) == len(people)


def test_r_chk_3_every_employer_has_a_social_credit_code_of_its_own() -> None:
    codes = {SocialCreditCode.parse(employer.social_credit_code).value for employer in EMPLOYERS}
    assert len(codes) == len(EMPLOYERS) == 3


def test_the_same_people_live_in_every_seeded_city() -> None:
    assert city_plan() == PLAN
    assert MAKER != CHECKER


def test_about_two_hundred_people_work_for_the_three_employers() -> None:
    assert len(PLAN.residents) == 200
    assert len({resident.key for resident in PLAN.residents}) == 200
    assert {resident.employer for resident in PLAN.residents} == {0, 1, 2}


def test_there_is_somebody_for_everything_that_the_demonstration_shows() -> None:
    shown = {resident.key for resident in PLAN.residents if resident.shows}
    assert {refusal.who for refusal in REFUSALS} <= shown
    assert {f"{kind}-{number}" for kind in TYPES for number in range(1, GROUPS + 1)} <= shown


def test_r_dep_6_the_months_follow_each_other_and_none_lies_ahead() -> None:
    months = [month_first(date(2026, 1, 1), index) for index in range(MONTHS)]
    assert months[0] == date(2024, 1, 1)
    assert months[LAST] == date(2025, 12, 1)
    assert months == sorted(set(months))


async def test_who_asks_while_the_city_is_being_made_waits_for_it(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    member = CastMember("lone", "retirement", "王*", "37", "158", "62", "p", "a")
    folder.remember(SEEDED_FILE, {"on": "2026-11-27", "finished": False})
    assert await cast_when_made(folder) == {}, "nobody makes it any more"
    with folder.locked():
        asked = asyncio.create_task(cast_when_made(RunFolder(tmp_path)))
        await asyncio.sleep(0)
        assert not asked.done()
        folder.remember(CAST_FILE, [asdict(member)])
        folder.remember(SEEDED_FILE, {"on": "2026-11-27", "finished": True})
        assert await asked == {"lone": member}


def test_r_crd_3_a_withdrawal_is_shown_that_is_paid_though_a_check_finds_something() -> None:
    assert f"{CHECKED_TYPES[0]}-1" == CHECKED
    assert CHECKED in {resident.key for resident in PLAN.residents}
