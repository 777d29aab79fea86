"""Whenever a fact is entered, the books are the same: its own day decides (R-LOAN-1)."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from tests.integration.loans.conftest import Lent, LoansService, lend, move_to, repayment
from tests.integration.loans.test_loan_life import assert_books_agree
from tests.money.cases import seeds
from tests.money.second.exact import ratio
from tests.money.second.lending import Borrowed, Penalty, Published

from loans.handlers.yearly import reprice_some

TODAY = date(2026, 3, 2)
PUBLISHED = Published(
    [
        (date(2015, 8, 26), ratio("0.0275"), ratio("0.0325")),
        (date(2022, 10, 1), ratio("0.026"), ratio("0.031")),
        (date(2024, 5, 18), ratio("0.0235"), ratio("0.0285")),
        (date(2025, 5, 8), ratio("0.021"), ratio("0.026")),
    ],
    [Penalty(date(2015, 8, 26), ratio("1.5"), on_interest=True)],
)
E12_DAY = "2019-08-29"


async def new_rates(loans: LoansService) -> None:
    """Let the yearly work come by until no loan is left."""
    while True:
        async with loans.context.unit() as unit:
            if not await reprice_some(unit, 3):
                return


async def test_e12_a_payoff_of_2019_is_the_same_however_its_history_was_entered(
    loans: LoansService,
) -> None:
    at_once, slowly = await lend(loans), await lend(loans)
    await at_once.pay_on_time(36)
    for loan in (at_once, slowly):
        await new_rates(loans)
        if loan is slowly:
            await loan.pay_on_time(36)
        quote = await loans.maker.get(f"{loan.path}/payoff-quote", paid_on=E12_DAY)
        assert quote.json()["total_fen"] == 26_664_458
        assert (await loan.repay(repayment(E12_DAY, 26_664_458, "06"))).status_code == 201
        lines = await loan.plan()
        assert [line["state"] for line in lines] == ["paid"] * 36 + ["cancelled"] * 204
        assert lines[36]["total_fen"] == lines[200]["total_fen"] == 170_159
        await assert_books_agree(loans.context, loan.number)


async def test_e07_a_prepayment_of_2019_entered_today_makes_a_plan_of_2019(
    loans: LoansService,
) -> None:
    loan = await lend(loans)
    await loan.pay_on_time(36)
    await new_rates(loans)
    prepaid = repayment("2019-08-20", 5_000_000, "03", effect="shorten")
    assert (await loan.repay(prepaid)).status_code == 201
    plan = (await loans.maker.get(f"{loan.path}/plan")).json()
    made = [one for one in plan["versions"] if one["cause"] == "prepayment"]
    assert [(one["annual_rate"], one["level_fen"]) for one in made] == [("3.25%", 170_159)]
    since = {
        one["effective_on"]: one for one in plan["versions"] if one["version"] > made[0]["version"]
    }
    assert list(since) == ["2023-01-01", "2025-01-01", "2026-01-01"]
    before = [line["total_fen"] for line in plan["instalments"][36:76]]
    assert set(before) == {170_159}, "until the end of 2022 the instalment stays"
    await new_rates(loans)
    again = (await loans.maker.get(f"{loan.path}/plan")).json()
    assert again["instalments"] == plan["instalments"]


async def test_r_loan_1_a_payoff_of_29_december_is_quoted_alike_in_january(
    loans: LoansService,
) -> None:
    loan = await lend(loans, "2024-06-20")
    await loan.pay_on_time(18)
    for day in (date(2025, 12, 29), date(2026, 1, 5)):
        move_to(loans, day)
        await new_rates(loans)
        quote = await loans.maker.get(f"{loan.path}/payoff-quote", paid_on="2025-12-29")
        assert quote.json()["total_fen"] == 28_314_026, f"asked on {day}"


def a_life(chance: random.Random) -> tuple[Borrowed, list[dict[str, Any]]]:
    """Random but lawful repayments of a loan since 2016, reckoned by the second implementation."""
    loan = Borrowed(30_000_000, 240, date(2016, 8, 20), even=True, published=PUBLISHED)
    told: list[dict[str, Any]] = []
    while (day := loan.coming(loan.now)[0].due) < TODAY - timedelta(days=40):
        deed = chance.choice(["on time"] * 12 + ["skip", "late", "shorten", "reduce"])
        day += timedelta(days=chance.randint(1, 20) if deed == "late" else 0)
        loan.live_until(day)
        if deed == "skip":
            continue
        today = sum(line.open for line in loan.due(day))
        for kind, owed in (("04", loan.owed(day) - today), ("02", today)):
            if owed:
                loan.pay(day, owed)
                told.append(repayment(str(day), owed, kind))
        if deed in {"shorten", "reduce"} and loan.balance > 10_000_000:
            loan.prepay(day, 1_000_000, shorten=deed == "shorten")
            told.append(repayment(str(day), 1_000_000, "03", effect=deed))
    return loan, told


async def books(loan: Lent) -> dict[str, Any]:
    """All that the books say, but for when it was entered and how versions are numbered."""
    pool = loan.loans.context.pool
    entries = await pool.fetch(
        """SELECT entry_number, kind, booked_on, amount_fen, principal_fen, interest_fen, penalty_fen,
                  balance_after_fen,
                  array(SELECT (number, principal_fen, interest_fen)::text FROM allocation
                        WHERE allocation.contract_number = entry.contract_number
                          AND allocation.entry_number = entry.entry_number ORDER BY number)
           FROM entry WHERE contract_number = $1 ORDER BY entry_number""",
        loan.number,
    )
    account = await pool.fetchrow("SELECT * FROM account WHERE contract_number = $1", loan.number)
    assert account is not None
    apart = {"contract_number", "version"}
    plan = [{**line, "state": None} for line in await loan.plan()]
    return {
        "entries": [tuple(row) for row in entries],
        "account": {key: value for key, value in account.items() if key not in apart},
        "plan": plan,
    }


def in_parts(chance: random.Random, told: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    cuts = sorted(chance.sample(range(1, len(told)), 5))
    return [[*told[a:b]] for a, b in zip([0, *cuts], [*cuts, len(told)], strict=True)]


@pytest.mark.parametrize("seed", range(seeds(4)))
async def test_r_loan_1_any_interleaving_with_the_yearly_work_gives_the_same_books(
    loans: LoansService, seed: int
) -> None:
    chance = random.Random(seed)
    second, told = a_life(chance)
    at_once, in_pieces = await lend(loans), await lend(loans)
    assert (await at_once.repay(*told)).status_code == 201
    for part in in_parts(chance, told):
        await new_rates(loans)
        fresh = [{**one, "serial": f"{one['serial']}-2"} for one in part]
        answer = await in_pieces.repay(*fresh)
        assert answer.status_code == 201, answer.text
    await new_rates(loans)
    first, other = await books(at_once), await books(in_pieces)
    assert other == first
    second.live_until(TODAY)
    assert first["account"]["balance_fen"] == second.balance
    unpaid = [line for line in first["plan"] if line["due_on"] > str(second.now)]
    assert [line["total_fen"] for line in unpaid] == [one.open for one in second.coming(TODAY)]
    for loan in (at_once, in_pieces):
        await assert_books_agree(loans.context, loan.number)
