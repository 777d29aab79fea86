"""The money of a withdrawal: frozen, posted, released, restored; in any order, twice, at once."""

import asyncio
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from tests.support.telling import received

from accounts.handlers import reservations
from shared.messages.accounts import (
    FundsPosted,
    FundsRefused,
    FundsReleased,
    FundsReserved,
    FundsRestored,
    SealReason,
)
from shared.messages.withdrawals import (
    FundsConditions,
    WithdrawalFailed,
    WithdrawalFundsRequested,
    WithdrawalRejected,
)

from .conftest import (
    TODAY,
    WHOLE,
    Accounts,
    Person,
    cancelled,
    paid,
    requested,
    returned,
)

LOAN_REPAID = FundsConditions(
    closing=False,
    sealed_required=False,
    cap_fen=22_125_422,
    retained_months=3,
    retained_before="2026-03",
)


async def with_deposits(accounts: Accounts, *deposits_fen: int) -> Person:
    """Somebody with 60,000.00, these deposits for January 2026 and on among it; 0 is a sealed month."""
    await accounts.no_limits()
    number = await accounts.employer(employer_ratio_bp=1000, employee_ratio_bp=1000)
    before = 6_000_000 - sum(deposits_fen)
    person, _ = await accounts.people(number, before * 5, 10_000, opened_on=date(2025, 1, 1))
    await accounts.remit(number, "2025-12")
    for i, deposit in enumerate(deposits_fen, start=1):
        if deposit:
            await accounts.rebase(person, deposit * 5, f"2026-{i:02d}")
            await accounts.remit(number, f"2026-{i:02d}")
            continue
        await accounts.seal(person, "unpaid_leave", effective_month=f"2026-{i:02d}")
        await accounts.remit(number, f"2026-{i:02d}")
        resumed = {"account_number": person.account_number, "effective_month": f"2026-{i + 1:02d}"}
        await accounts.staff.done("/accounts/unseal", {"items": [resumed]})
    return person


async def test_r_wdr_5_e29_three_months_deposits_stay(accounts: Accounts) -> None:
    accounts.on(date(2026, 3, 28))
    person = await with_deposits(accounts, 96_000, 96_000, 96_000)
    terms = LOAN_REPAID.model_copy(update={"retained_before": "2026-04"})
    reserved = await accounts.reserve(person, terms)
    assert isinstance(reserved, FundsReserved)
    assert (reserved.retained_fen, reserved.amount_fen) == (288_000, 5_712_000)
    assert (reserved.interest_fen, reserved.balance_after_fen) == (0, 288_000)
    await accounts.pay(reserved)
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("正常", 288_000)
    await accounts.verified()


@pytest.mark.parametrize(
    ("reading", "retained_fen"), [("booked_deposits", 256_000), ("current_deposit", 288_000)]
)
async def test_r_wdr_6_e32_the_two_readings(
    accounts: Accounts, reading: str, retained_fen: int
) -> None:
    accounts.on(date(2026, 3, 28))
    person = await with_deposits(accounts, 80_000, 80_000, 96_000)
    terms = LOAN_REPAID.model_copy(update={"retained_before": "2026-04", "retained_by": reading})
    reserved = await accounts.reserve(person, terms)
    assert (reserved.retained_fen, reserved.amount_fen) == (retained_fen, 6_000_000 - retained_fen)


async def test_r_wdr_6_e33_a_month_that_was_not_remitted(accounts: Accounts) -> None:
    accounts.on(date(2026, 3, 28))
    person = await with_deposits(accounts, 80_000, 0, 96_000)
    terms = LOAN_REPAID.model_copy(update={"retained_before": "2026-04"})
    reserved = await accounts.reserve(person, terms)
    assert (reserved.retained_fen, reserved.amount_fen) == (176_000, 6_000_000 - 176_000)


@pytest.mark.parametrize(
    ("balance_fen", "offered_fen"), [(200_000, None), (288_000, None), (288_002, 2)]
)
async def test_r_wdr_5_e31_the_balance_is_below_what_must_stay(
    accounts: Accounts, balance_fen: int, offered_fen: int | None
) -> None:
    person = await accounts.saver(balance_fen, sealed=None)
    terms = LOAN_REPAID.model_copy(update={"retained_before": None, "minimum_left_fen": 288_000})
    answer = await accounts.reserve(person, terms)
    if offered_fen is None:
        assert (answer.reason_code, answer.balance_fen) == ("nothing_to_withdraw", balance_fen)
    else:
        assert answer.amount_fen == offered_fen


async def test_r_wdr_1_not_sealed(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    refused = await accounts.reserve(person)
    assert (refused.reason_code, refused.rule) == ("not_sealed", "R-WDR-1")
    assert (await accounts.facts(person))["frozen_fen"] == 0


async def test_r_wdr_2_the_stop_period_counts_from_the_paid_up_to_month(accounts: Accounts) -> None:
    person = await accounts.saver(sealed="terminated")  # paid up to January 2026
    terms = WHOLE.model_copy(update={"unpaid_months_required": 6})
    refused = await accounts.reserve(person, terms)
    assert (refused.rule, refused.eligible_from) == ("R-WDR-2", date(2026, 8, 1))
    accounts.on(date(2026, 7, 31))
    assert isinstance(await accounts.reserve(person, terms), FundsRefused)
    accounts.on(date(2026, 8, 1))
    reserved = await accounts.reserve(person, terms)
    assert reserved.paid_up_to == "2026-01"
    assert reserved.seal_reason is SealReason.TERMINATED


async def test_r_wdr_10_another_withdrawal_is_open(accounts: Accounts) -> None:
    person = await accounts.saver()
    assert isinstance(await accounts.reserve(person), FundsReserved)
    assert (await accounts.reserve(person)).reason_code == "funds_already_reserved"


async def test_r_wdr_10_two_applications_in_one_batch(accounts: Accounts) -> None:
    person = await accounts.saver()
    await accounts.deliver(reservations.reserve_funds, requested(person), requested(person))
    answers = [e for e in await accounts.events() if isinstance(e, FundsReserved | FundsRefused)]
    assert sorted(type(answer).__name__ for answer in answers) == ["FundsRefused", "FundsReserved"]
    await accounts.verified()


async def test_r_wdr_10_frozen_closed_unknown(accounts: Accounts) -> None:
    person = await accounts.saver()
    await accounts.staff.done(f"/accounts/{person.account_number}/freeze", {"reason": "法院文书1"})
    assert (await accounts.reserve(person)).reason_code == "account_frozen"
    await accounts.staff.done(
        f"/accounts/{person.account_number}/unfreeze", {"reason": "法院文书2"}
    )
    await accounts.pay(await accounts.reserve(person))
    assert (await accounts.reserve(person)).reason_code == "account_closed"
    stranger = Person("", uuid.uuid4(), "")
    assert (await accounts.reserve(stranger)).reason_code == "no_account"


async def test_r_wdr_10_a_confirmed_list_holds_a_closing_withdrawal(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    facts = await accounts.facts(person)
    await accounts.confirmed(facts["employer_number"], "2026-02")
    anyone = WHOLE.model_copy(update={"sealed_required": False})
    assert (await accounts.reserve(person, anyone)).reason_code == "change_request_open"
    assert isinstance(await accounts.reserve(person, LOAN_REPAID.model_copy(
        update={"retained_months": 0, "retained_before": None})), FundsReserved)  # fmt: skip


async def test_r_wdr_11_a_partial_withdrawal_leaves_one_fen(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    terms = FundsConditions(closing=False, sealed_required=False)
    reserved = await accounts.reserve(person, terms)
    assert (reserved.amount_fen, reserved.balance_after_fen) == (5_999_999, 1)
    await accounts.pay(reserved)
    assert (await accounts.facts(person))["state_text"] == "正常"


async def test_r_wdr_12_closing_pays_interest_to_the_day_with_the_change_of_state(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(value_date=date(2026, 1, 31))  # 30 days before 2 March
    reserved = await accounts.reserve(person)
    assert reserved.interest_fen == 6_000_000 * 30 * 15 // 1000 // 360 == 7_500
    await accounts.pay(reserved)
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["closed_on"]) == ("提取销户", str(TODAY))
    booked = [(e["business_type"], e["amount_fen"]) for e in await accounts.entries(person)]
    assert booked == [("12", -6_007_500), ("09", 7_500), ("01", 6_000_000)]
    await accounts.verified()


async def test_e73_r_wdr_44_unable_to_work_takes_all_with_interest_and_closes(
    accounts: Accounts,
) -> None:
    """138 days at 1.5 %: 85,400.00 x 0.015 / 360 x 138 = 491.05."""
    accounts.on(date(2026, 7, 1))
    person = await accounts.saver(8_540_000, sealed="terminated")
    accounts.on(date(2026, 11, 16))
    reserved = await accounts.reserve(person)
    assert (reserved.interest_fen, reserved.amount_fen) == (49_105, 8_589_105)
    await accounts.pay(reserved)
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("提取销户", 0)
    await accounts.verified()


async def test_r_wdr_12_a_later_round_is_priced_anew(accounts: Accounts) -> None:
    person = await accounts.saver(value_date=date(2026, 1, 31))
    first = await accounts.reserve(person)
    accounts.on(TODAY + timedelta(days=10))
    second = await accounts.reserve(person, application_id=first.application_id, round=2)
    assert (first.interest_fen, second.interest_fen) == (7_500, 10_000)
    stale = await accounts.reserve(person, application_id=first.application_id, round=1)
    assert stale == second  # nothing new was said
    _, parked = await accounts.pay(first)
    assert parked == ["6007500 fen, but 6010000 fen are frozen"]
    await accounts.pay(second)
    await accounts.verified()


async def test_a_later_round_that_is_refused_releases_the_earlier_one(accounts: Accounts) -> None:
    person = await accounts.saver()
    first = await accounts.reserve(person)
    strict = WHOLE.model_copy(update={"unpaid_months_required": 60})
    refused = await accounts.reserve(person, strict, application_id=first.application_id, round=2)
    assert isinstance(refused, FundsRefused)
    assert (await accounts.facts(person))["frozen_fen"] == 0
    await accounts.verified()
    assert isinstance(await accounts.reserve(person), FundsReserved)


ENDS: list[Any] = [
    cancelled,
    lambda a, p: WithdrawalRejected(
        application_id=a, person_id=p, kind_text="", reason_code="", reason_text="", rule="",
        decided_by="staff",
    ),
    lambda a, p: WithdrawalFailed(
        application_id=a, person_id=p, kind_text="", reason_code="", reason_text="", card_tail=""
    ),
]  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
async def test_r_wdr_13_the_end_without_payment_releases(accounts: Accounts, end: Any) -> None:
    person = await accounts.saver()
    reserved = await accounts.reserve(person)
    event = end(reserved.application_id, person.person_id)
    await accounts.deliver(reservations.release_funds, event, event)
    await accounts.deliver(reservations.release_funds, event)
    released = [e for e in await accounts.events() if isinstance(e, FundsReleased)]
    assert [e.amount_fen for e in released] == [reserved.amount_fen]
    assert (await accounts.facts(person))["available_fen"] == 6_000_000
    _, parked = await accounts.pay(reserved)
    assert "cannot be true" in parked[0]
    await accounts.verified()


@pytest.mark.parametrize("end", ENDS)
async def test_an_application_that_ended_first_never_freezes(accounts: Accounts, end: Any) -> None:
    person = await accounts.saver()
    application = uuid.uuid4()
    event = end(application, person.person_id)
    await accounts.deliver(reservations.release_funds, event, event)
    await accounts.deliver(
        reservations.reserve_funds, requested(person, application_id=application)
    )
    assert await accounts.events(str(application)) == []
    assert (await accounts.facts(person))["frozen_fen"] == 0


async def test_facts_that_come_before_their_time_are_retried(accounts: Accounts) -> None:
    person = await accounts.saver()
    reserved = await accounts.reserve(person)
    early, _ = await accounts.deliver(reservations.restore_funds, returned(reserved))
    assert early == ["the reservation is reserved"]
    unknown = reserved.model_copy(update={"application_id": uuid.uuid4()})
    early, _ = await accounts.pay(unknown)
    assert early == ["the reservation is missing"]


async def test_repeats_change_nothing(accounts: Accounts) -> None:
    person = await accounts.saver()
    reserved = await accounts.reserve(person)
    again = requested(person, application_id=reserved.application_id)
    await accounts.deliver(reservations.reserve_funds, again, again)
    for _ in range(2):
        await accounts.deliver(reservations.post_funds, paid(reserved), paid(reserved))
    for _ in range(2):
        await accounts.deliver(reservations.restore_funds, returned(reserved), returned(reserved))
    await accounts.pay(reserved)
    said = [type(event).__name__ for event in await accounts.events(str(reserved.application_id))]
    assert said == ["FundsReserved", "FundsPosted", "FundsRestored"]
    await accounts.verified()


async def test_a_returned_payment_reopens_the_closed_account_sealed(accounts: Accounts) -> None:
    person = await accounts.saver(value_date=date(2026, 1, 31))
    reserved = await accounts.reserve(person)
    await accounts.pay(reserved)
    accounts.on(TODAY + timedelta(days=2))
    await accounts.deliver(
        reservations.restore_funds, returned(reserved, returned_on=accounts.clock.today())
    )
    restored = (await accounts.events(str(reserved.application_id)))[-1]
    assert isinstance(restored, FundsRestored)
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("封存", 6_007_500)
    assert (await accounts.entries(person))[0]["business_text"] == "销户提取（冲账）"
    await accounts.verified()
    again = await accounts.reserve(person)
    assert (again.principal_fen, again.interest_fen) == (6_007_500, 0)
    await accounts.pay(again)
    await accounts.verified()


async def test_money_that_comes_back_goes_to_the_persons_new_account(accounts: Accounts) -> None:
    person = await accounts.saver()
    reserved = await accounts.reserve(person)
    await accounts.pay(reserved)
    number = await accounts.employer()
    body = {"employees": [{"name": "张三丰", "id_number": person.id_number,
                           "phone": "13805341234", "base_fen": 600_000}]}  # fmt: skip
    answer = await accounts.staff.done(f"/employers/{number}/accounts", body)
    opened = answer["accounts"][0]
    assert opened["person_id"] == str(person.person_id)
    await accounts.deliver(reservations.restore_funds, returned(reserved))
    new = Person(opened["account_number"], person.person_id, person.id_number)
    assert (await accounts.facts(new))["balance_fen"] == reserved.amount_fen
    assert (await accounts.facts(person))["state_text"] == "提取销户"
    await accounts.verified()


async def test_money_that_came_back_meanwhile_keeps_the_account_open(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    part = FundsConditions(closing=False, sealed_required=False, cap_fen=1_000_000)
    earlier = await accounts.reserve(person, part)
    await accounts.pay(earlier)
    await accounts.seal(person)
    closing = await accounts.reserve(person)
    await accounts.deliver(reservations.restore_funds, returned(earlier))
    await accounts.pay(closing)
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("封存", 1_000_000)
    posted = (await accounts.events(str(closing.application_id)))[-1]
    assert isinstance(posted, FundsPosted)
    assert not posted.account_closed
    await accounts.verified()


async def test_an_account_frozen_while_the_bank_pays_still_closes(accounts: Accounts) -> None:
    person = await accounts.saver()
    reserved = await accounts.reserve(person)
    await accounts.staff.done(f"/accounts/{person.account_number}/freeze", {"reason": "法院文书1"})
    await accounts.pay(reserved)
    assert (await accounts.facts(person))["state_text"] == "提取销户"
    await accounts.verified()


async def test_two_batches_about_the_same_person_at_once(accounts: Accounts) -> None:
    for _ in range(5):
        person = await accounts.saver(200)
        events = [requested(person) for _ in range(8)]
        await asyncio.gather(
            *(accounts.deliver(reservations.reserve_funds, event) for event in events)
        )
        frozen = (await accounts.facts(person))["frozen_fen"]
        assert frozen == 200
        states = await accounts.pool.fetch(
            "SELECT state, count(*) FROM reservation WHERE person_id = $1 GROUP BY 1 ORDER BY 1",
            person.person_id,
        )
        assert [tuple(row) for row in states] == [("refused", 7), ("reserved", 1)]
    await accounts.verified()


async def test_request_and_end_of_the_same_application_at_once(accounts: Accounts) -> None:
    for _ in range(10):
        person = await accounts.saver(200)
        application = uuid.uuid4()
        await asyncio.gather(
            accounts.deliver(
                reservations.reserve_funds, requested(person, application_id=application)
            ),
            accounts.deliver(reservations.release_funds, cancelled(application, person.person_id)),
        )
        assert (await accounts.facts(person))["frozen_fen"] == 0
    await accounts.verified()


async def test_overlapping_batches_never_wait_for_each_other(accounts: Accounts) -> None:
    people = [await accounts.saver(200) for _ in range(12)]
    reserved = [await accounts.reserve(person) for person in people]
    halves = [reserved[:8], reserved[4:][::-1], reserved[::2], reserved[::-1]]
    await asyncio.gather(
        *(
            accounts.deliver(reservations.post_funds, *(paid(one) for one in half))
            for half in halves
        )
    )
    posted = [e for e in await accounts.events() if isinstance(e, FundsPosted)]
    assert len(posted) == 12
    await accounts.verified()


async def many(accounts: Accounts, count: int) -> list[Person]:
    """People of one employer, each with 20.00, sealed."""
    await accounts.no_limits()
    number = await accounts.employer(employer_ratio_bp=1000, employee_ratio_bp=1000)
    people = await accounts.people(number, *[10_000] * count, opened_on=date(2026, 1, 1))
    await accounts.remit(number, "2026-01")
    items = [{"account_number": p.account_number, "reason": "retired"} for p in people]
    await accounts.staff.done("/accounts/seal", {"items": items})
    return people


async def test_a_batch_costs_a_constant_number_of_statements(accounts: Accounts) -> None:
    counts = []
    for size in (2, 200):
        people = await many(accounts, size)
        asked: list[WithdrawalFundsRequested] = [requested(person) for person in people]
        reserve = await accounts.statements(
            lambda unit, asked=asked: reservations.reserve_funds(unit, received(asked))  # type: ignore[misc]
        )
        answers = [(await accounts.events(str(one.application_id)))[-1] for one in asked[:2]]
        assert all(isinstance(answer, FundsReserved) for answer in answers)
        rows = await accounts.pool.fetch("SELECT * FROM reservation WHERE state = 'reserved'")
        facts = [paid_row(row) for row in rows]
        post = await accounts.statements(
            lambda unit, facts=facts: reservations.post_funds(unit, received(facts))  # type: ignore[misc]
        )
        counts.append((reserve, post))
    assert counts[0] == counts[1]
    assert counts[0][0] <= 8
    assert counts[0][1] <= 9
    await accounts.verified()


def paid_row(row: Any) -> Any:
    reserved = FundsReserved(
        application_id=row["application_id"],
        person_id=row["person_id"],
        round=1,
        account_number=row["account_number"],
        account_tail="0000",
        holder_name="",
        closing=row["closing"],
        principal_fen=row["principal_fen"],
        interest_fen=row["interest_fen"],
        amount_fen=row["principal_fen"] + row["interest_fen"],
        balance_after_fen=0,
        retained_fen=0,
        reserved_on=row["reserved_on"],
    )
    return paid(reserved)
