"""R-WDR-5 and A5: one loan's cap is shared by all claims on it, whoever makes them and when."""

import asyncio
import uuid
from typing import Any

import asyncpg
import pytest

from shared.messages.settlement import PaymentFailed, PaymentReturned
from withdrawals.handlers import applications as handlers

from .conftest import MONDAY, Withdrawals, payoff_certified

CONTRACT = "DK20150920001"


async def claimed(withdrawals: Withdrawals) -> int:
    row = await withdrawals.context.pool.fetchrow("SELECT * FROM loan_cap")
    assert row is not None
    assert row["contract_number"] == CONTRACT
    return int(row["claimed_fen"])


def small_loan(application_id: str) -> Any:
    return payoff_certified(application_id, total_principal_fen=900, total_interest_fen=100)


async def reserve(withdrawals: Withdrawals, application_id: str, amount_fen: int) -> None:
    await withdrawals.reserved(
        application_id,
        closing=False,
        principal_fen=amount_fen,
        interest_fen=0,
        balance_after_fen=1,
        seal_reason=None,
    )


async def test_r_wdr_5_what_was_taken_leaves_the_rest(withdrawals: Withdrawals) -> None:
    borrower = withdrawals.citizen()
    first = await borrower.apply("loan_repaid")
    await withdrawals.deliver(handlers.loan_payoff_certified, small_loan(first))
    assert await claimed(withdrawals) == 1_000
    await reserve(withdrawals, first, 600)
    assert await claimed(withdrawals) == 600
    await withdrawals.succeeded(first, 600)
    assert await claimed(withdrawals) == 600

    spouse = await withdrawals.citizen().apply("loan_repaid")
    await withdrawals.deliver(handlers.loan_payoff_certified, small_loan(spouse))
    requested = (await withdrawals.events(spouse))[-1]
    assert requested.conditions.cap_fen == 400
    await reserve(withdrawals, spouse, 400)
    await withdrawals.succeeded(spouse, 400)

    again = await borrower.apply("loan_repaid")
    await withdrawals.deliver(handlers.loan_payoff_certified, small_loan(again))
    rejected = (await withdrawals.events(again))[-1]
    assert (rejected.reason_code, rejected.rule) == ("loan_cap_used_up", "R-WDR-5")
    assert await claimed(withdrawals) == 1_000


async def test_a5_two_claims_in_one_batch_share_the_cap(withdrawals: Withdrawals) -> None:
    both = [await withdrawals.citizen().apply("loan_repaid") for _ in range(2)]
    await withdrawals.deliver(handlers.loan_payoff_certified, *map(small_loan, both))
    states = [await withdrawals.state(application_id) for application_id in both]
    assert states == ["funds_requested", "rejected"]
    assert await claimed(withdrawals) == 1_000


async def test_a5_two_claims_at_the_same_time_share_the_cap(withdrawals: Withdrawals) -> None:
    many = [await withdrawals.citizen().apply("loan_repaid") for _ in range(6)]
    await asyncio.gather(
        *(
            withdrawals.deliver(handlers.loan_payoff_certified, small_loan(application_id))
            for application_id in many
        )
    )
    states = sorted([await withdrawals.state(application_id) for application_id in many])
    assert states == ["funds_requested", *["rejected"] * 5]
    assert await claimed(withdrawals) == 1_000


@pytest.mark.parametrize("ending", ["cancelled", "failed", "returned", "refused"])
async def test_r_wdr_5_what_ends_without_money_gives_its_claim_back(
    withdrawals: Withdrawals, ending: str
) -> None:
    from .conftest import funds_refused

    citizen = withdrawals.citizen()
    application_id = await citizen.apply("loan_repaid")
    key = uuid.UUID(application_id)
    await withdrawals.deliver(handlers.loan_payoff_certified, small_loan(application_id))
    if ending == "cancelled":
        await citizen.post(f"/applications/{application_id}/cancel")
    elif ending == "refused":
        event = funds_refused(application_id, "nothing_to_withdraw", balance_fen=5, retained_fen=9)
        await withdrawals.deliver(handlers.funds_refused, event)
    else:
        await reserve(withdrawals, application_id, 600)
        if ending == "failed":
            failed = PaymentFailed(application_id=key, reason_code="AC01", reason_text="")
            await withdrawals.deliver(handlers.payment_failed, failed)
        else:
            await withdrawals.succeeded(application_id, 600)
            returned = PaymentReturned(
                application_id=key,
                amount_fen=600,
                bank_serial="R1",
                reason_code="AC04",
                reason_text="",
                returned_on=MONDAY,
            )
            await withdrawals.deliver(handlers.payment_returned, returned)
    assert await claimed(withdrawals) == 0
    again = await citizen.apply("loan_repaid")
    await withdrawals.deliver(handlers.loan_payoff_certified, small_loan(again))
    assert await withdrawals.state(again) == "funds_requested"


async def test_r_wdr_5_the_database_keeps_the_cap_too(withdrawals: Withdrawals) -> None:
    application_id = await withdrawals.citizen().apply("loan_repaid")
    await withdrawals.deliver(handlers.loan_payoff_certified, small_loan(application_id))
    with pytest.raises(asyncpg.CheckViolationError, match="r_wdr_5_cap"):
        await withdrawals.context.pool.execute("UPDATE loan_cap SET claimed_fen = 1001")


async def test_the_claims_on_a_loan_are_the_sum_of_its_applications(
    withdrawals: Withdrawals,
) -> None:
    for amount in (300, 500):
        application_id = await withdrawals.citizen().apply("loan_repaid")
        await withdrawals.deliver(handlers.loan_payoff_certified, small_loan(application_id))
        await reserve(withdrawals, application_id, amount)
    total = await withdrawals.context.pool.fetchval("SELECT sum(loan_claim_fen) FROM application")
    assert await claimed(withdrawals) == total == 800
