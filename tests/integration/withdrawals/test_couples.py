"""Spouses sign together: an order or percentages, by both, each with a signature of their own (R-WDR-49)."""

from datetime import date
from typing import Any

from tests.integration.withdrawals.conftest import CARD, OTHER_CARD, Caller
from tests.integration.withdrawals.test_agreements import open_run, run_on, shown, told
from tests.integration.withdrawals.test_cases_of_the_law import (
    HUSBAND,
    WIFE,
    City,
    city,
    couple,
    marry,
)

from withdrawals import tasks

__all__ = ["city"]

FEN = 3_479_76
"""Of each instalment (E71)."""
OCTOBER, NOVEMBER, DECEMBER = date(2026, 10, 20), date(2026, 11, 20), date(2026, 12, 21)
FIRST, SECOND = {"manner": "order", "own_first": True}, {"manner": "order", "own_first": False}
SIXTY, FORTY = (
    {"manner": "shares", "own_share_bp": 6_000},
    {"manner": "shares", "own_share_bp": 4_000},
)


def paid_by(city: City, day: date) -> None:
    """The bank has the instalments until that day; until September another loan paid them."""
    months = [(2025, month) for month in range(9, 13)] + [(2026, month) for month in range(1, 13)]
    days = [date(year, month, 20) for year, month in months]
    payments = [
        {"number": f"{at}", "paid_on": one.isoformat(), "fen": FEN,
         "own_fen": FEN if one >= OCTOBER else 0}
        for at, one in enumerate(days) if one <= day
    ]  # fmt: skip
    loan = {
        "number": "BANK-1", "unit": "U1", "fund": False, "instalment_fen": FEN,
        "balance_fen": 57_500_000, "arrears": False, "offset": False, "paid_off_on": None,
        "payments": payments,
    }  # fmt: skip
    city.simulator.book.put(HUSBAND, "bank_loans", "yes", {"loans": [loan]})
    city.simulator.book.put(HUSBAND, "homes", "yes", {"homes": [{"unit": "U1", "in_city": True}]})


def agreement(couple: dict[str, Any], **more: Any) -> dict[str, Any]:
    body = {"kind": "repay_running", "every": "month", "card_number": CARD, "couple": couple}
    return body | more


async def propose(husband: Caller, terms: dict[str, Any]) -> tuple[str, str]:
    """Sign first; return the agreement and the code for the spouse."""
    answer = await husband.post("/agreements", agreement(terms))
    assert answer.status_code == 201, answer.text
    signed = answer.json()
    assert (signed["state"], signed["next_run_on"]) == ("proposed", None)
    return signed["id"], signed["couple"]["code"]


async def sign_both(
    husband: Caller, wife: Caller, first: dict[str, Any], second: dict[str, Any]
) -> tuple[str, str]:
    ours, code = await propose(husband, first)
    body = agreement(second, couple_code=code, card_number=OTHER_CARD)
    answer = await wife.post("/agreements", body)
    assert answer.status_code == 201, answer.text
    assert answer.json()["couple"]["state"] == "agreed"
    return ours, answer.json()["id"]


async def take(city: City, person: Caller, balance_fen: int) -> int:
    """Let the run under way be decided and paid, from an account that holds so much; return what was paid."""
    application_id = await open_run(person)
    assert person.person_id is not None
    await city.told(application_id, person.person_id)
    await city.gather()
    if await city.withdrawals.state(application_id) == "rejected":
        await tasks.agreed_once(city.withdrawals.context, 50)
        return 0
    cap_fen = (await city.asked(application_id)).conditions.cap_fen
    assert cap_fen is not None
    fen = min(cap_fen, balance_fen - 1)
    await city.withdrawals.reserved(
        application_id, closing=False, principal_fen=fen, interest_fen=0, seal_reason=None
    )
    await city.withdrawals.succeeded(application_id, fen)
    await tasks.agreed_once(city.withdrawals.context, 50)
    return fen


async def runs(person: Caller) -> int:
    return len((await person.get("/applications")).json()["items"])


async def test_e71_r_wdr_49_by_a_fixed_order_the_second_waits_and_takes_what_is_left(
    city: City,
) -> None:
    marry(city)
    husband, wife = await couple(city)
    ours, hers = await sign_both(husband, wife, FIRST, SECOND)
    balances, paid = {"A": 2_000_00, "B": 500_00}, []
    for at, day in enumerate((OCTOBER, NOVEMBER, DECEMBER), start=1):
        paid_by(city, day)
        await run_on(city, day)
        assert (await runs(husband), await runs(wife)) == (at, at - 1), "the first is not through"
        for who, person, deposit in (("A", husband, 1_920_00), ("B", wife, 1_440_00)):
            balances[who] += deposit
            fen = await take(city, person, balances[who])
            balances[who] -= fen
            paid.append((who, fen))
        assert (await runs(husband), await runs(wife)) == (at, at)
    assert paid == [
        ("A", 3_479_76), ("B", 0),
        ("A", 2_360_23), ("B", 1_119_53),
        ("A", 1_920_00), ("B", 1_559_76),
    ]  # fmt: skip
    assert balances == {"A": 1, "B": 2_140_71}
    for person, one in ((husband, ours), (wife, hers)):
        found = await shown(person, one)
        assert (found["state"], found["failures"], found["next_run_on"]) == (
            "active",
            0,
            "2027-01-20",
        )


async def test_r_wdr_49_the_second_waits_for_the_first_until_its_own_next_day_and_no_longer(
    city: City,
) -> None:
    marry(city)
    husband, wife = await couple(city)
    await sign_both(husband, wife, FIRST, SECOND)
    paid_by(city, OCTOBER)
    await run_on(city, OCTOBER)  # the husband's is begun, and a register does not answer
    await run_on(city, date(2026, 11, 19))
    assert (await runs(husband), await runs(wife)) == (1, 0)
    await run_on(city, NOVEMBER)
    assert (await runs(husband), await runs(wife)) == (1, 1)


async def test_r_wdr_49_by_percentages_each_has_a_part_rounded_down_and_keeps_what_a_short_month_left(
    city: City,
) -> None:
    marry(city)
    husband, wife = await couple(city)
    await sign_both(husband, wife, SIXTY, FORTY)
    paid_by(city, OCTOBER)
    await run_on(city, OCTOBER)
    # 60 % of 3,479.76 is 2,087.856, 40 % is 1,391.904
    assert await take(city, wife, 9_000_00) == 1_391_90, "in whichever order they come"
    assert await take(city, husband, 1_000_01) == 1_000_00
    paid_by(city, NOVEMBER)
    await run_on(city, NOVEMBER)
    assert await take(city, wife, 9_000_00) == 1_391_90
    assert await take(city, husband, 9_000_00) == 2 * 2_087_85 - 1_000_00


async def test_r_wdr_49_nothing_runs_before_both_have_signed_the_same_in_time(city: City) -> None:
    marry(city)
    husband, wife = await couple(city)
    ours, code = await propose(husband, SIXTY)
    offered = (await wife.get(f"/couples/{code.lower()}")).json()
    assert (offered["kind"], offered["couple"]["own_share_bp"]) == ("repay_running", 4_000)
    assert (await husband.get(f"/couples/{code}")).json()["title"] == "couple-of-one"
    assert (await wife.get("/couples/ABCDEFGHJK")).status_code == 404
    for other in (FIRST, SIXTY, {"manner": "shares", "own_share_bp": 4_001}):
        refused = await wife.post("/agreements", agreement(other, couple_code=code))
        assert refused.json()["title"] == "couple-differs"
    assert (await wife.post("/agreements", agreement(FORTY) | {"kind": "rent", "couple_code": code})
            ).json()["title"] == "couple-differs"  # fmt: skip
    bare = {"kind": "rent", "every": "month", "card_number": CARD, "couple_code": code}
    assert (await wife.post("/agreements", bare)).status_code == 422
    assert (await wife.get("/agreements")).json()["items"] == [], "what was refused left nothing"
    changed = await husband.post(f"/agreements/{ours}/card", {"card_number": OTHER_CARD})
    assert changed.json()["state"] == "proposed", "another card signs for nobody"
    await run_on(city, OCTOBER)
    assert await runs(husband) == 0
    await run_on(city, date(2026, 10, 27))  # the 15th day after the 12th
    assert (await wife.get(f"/couples/{code}")).is_success
    await run_on(city, date(2026, 10, 28))
    late = await wife.post("/agreements", agreement(FORTY, couple_code=code))
    assert late.json()["title"] == "couple-late"
    assert (await shown(husband, ours))["state"] == "ended"
    assert await told(city, ours) == ["couple_proposed", "card_changed", "ended"]


async def test_r_wdr_49_a_change_holds_when_both_have_signed_it_and_the_old_terms_until_then(
    city: City,
) -> None:
    marry(city)
    husband, wife = await couple(city)
    ours, hers = await sign_both(husband, wife, SIXTY, FORTY)

    async def state(person: Caller, one: str) -> tuple[Any, Any]:
        found = await shown(person, one)
        change = found["couple_change"]
        return found["couple"]["own_share_bp"], change and (
            change["own_first"],
            change["signed_by_me"],
        )

    assert (await husband.post(f"/agreements/{ours}/couple", FIRST)).is_success
    assert await state(husband, ours) == (6_000, (True, True))
    assert await state(wife, hers) == (4_000, (False, False))
    # The wife wants it the other way round: another proposal, signed by her alone.
    assert (await wife.post(f"/agreements/{hers}/couple", FIRST)).is_success
    assert await state(wife, hers) == (4_000, (True, True))
    paid_by(city, OCTOBER)
    await run_on(city, OCTOBER)
    assert await take(city, husband, 9_000_00) == 2_087_85, "by the old terms"
    agreed = await husband.post(f"/agreements/{ours}/couple", SECOND)
    assert (agreed.json()["couple"]["own_first"], agreed.json()["couple_change"]) == (False, None)
    assert await take(city, wife, 9_000_00) == 1_391_90, "a run keeps the terms that it began by"
    assert (await wife.post(f"/agreements/{hers}/couple", SIXTY)).is_success
    await run_on(city, date(2026, 11, 5))
    assert (await shown(wife, hers))["couple_change"] is None, "not signed in time"
    alone = city.citizen(HUSBAND)
    single = await alone.post(
        "/agreements", {"kind": "rent", "every": "month", "card_number": CARD}
    )
    refused = await alone.post(f"/agreements/{single.json()['id']}/couple", FIRST)
    assert refused.json()["title"] == "no-couple"
    stranger = await alone.post(f"/agreements/{ours}/couple", FIRST)
    assert stranger.status_code == 404


async def test_r_wdr_49_who_leaves_stops_the_other_until_the_other_wants_it_alone(
    city: City,
) -> None:
    marry(city)
    husband, wife = await couple(city)
    ours, hers = await sign_both(husband, wife, SIXTY, FORTY)
    paid_by(city, OCTOBER)
    await run_on(city, OCTOBER)
    assert (await husband.post(f"/agreements/{ours}/end", {})).json()["state"] == "ended"
    found = await shown(wife, hers)
    assert (found["state"], found["couple"]) == ("paused", None)
    assert "退出夫妻约定" in found["reason"]
    assert await told(city, hers) == ["couple_agreed", "paused"]
    assert await take(city, wife, 9_000_00) == 1_391_90, (
        "what is under way takes no more than her part"
    )
    again = await wife.post(f"/agreements/{hers}/card", {"card_number": OTHER_CARD})
    assert (again.json()["state"], again.json()["couple"]) == ("active", None)
    await take(city, husband, 9_000_00)
    paid_by(city, NOVEMBER)
    await run_on(city, NOVEMBER)
    assert await take(city, wife, 9_000_00) == FEN + 1, "alone: November's, and the fen of October"


async def test_r_wdr_49_whom_the_register_has_as_no_spouses_take_nothing_together(
    city: City,
) -> None:
    """A marriage that ended, or somebody else with the code: both stop, and are told."""
    husband, stranger = city.citizen(HUSBAND), city.citizen(WIFE)
    ours, theirs = await sign_both(husband, stranger, FIRST, SECOND)
    paid_by(city, OCTOBER)
    await run_on(city, OCTOBER)
    assert await take(city, husband, 9_000_00) == 0
    for person, one in ((husband, ours), (stranger, theirs)):
        found = await shown(person, one)
        assert (found["state"], found["couple"]) == ("paused", None)
        assert "夫妻" in found["reason"]
    assert await told(city, theirs) == ["couple_agreed", "paused"]
