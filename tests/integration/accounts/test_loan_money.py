"""The money of loans in the ledger: lent, collected, repaid, and what came back; told in any order."""

import asyncio
import uuid
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.handlers import loan_money, offsets, totals
from accounts.views import verification
from shared.messages import Event
from shared.messages.totals import LoanMoneyTotalsTold

from .conftest import Accounts
from .loans import (
    LOAN,
    applied,
    debited,
    ledger,
    of_the_past,
    paid_out,
    repaid,
    sent_back,
    taken_back,
    undone,
    wanted,
)

PAYOFF_FEN, PRINCIPAL_FEN, INTEREST_FEN = 26_664_458, 26_642_811, 21_647
"""E12."""


async def test_a_loan_is_lent_collected_and_repaid_to_the_fen(accounts: Accounts) -> None:
    lent = paid_out(30_000_000)
    await accounts.deliver(loan_money.book_disbursements, lent, lent)
    assert await ledger(accounts) == {"loan_principal": -30_000_000}
    debit = debited(PAYOFF_FEN)
    await accounts.deliver(loan_money.book_debits, debit)
    assert await ledger(accounts) == {"loan_principal": -30_000_000, "loan_transit": PAYOFF_FEN}
    entry = repaid(debit.debit_id, PRINCIPAL_FEN, INTEREST_FEN)
    assert await accounts.deliver(loan_money.book_repayments, entry, entry) == ([], [])
    assert await ledger(accounts) == {
        "loan_principal": PRINCIPAL_FEN - 30_000_000, "loan_interest": INTEREST_FEN,
    }  # fmt: skip
    told = [event for event in await accounts.events() if event.type == "loan_money.booked.v1"]
    assert [(event.key, event.kind, event.amount_fen) for event in told] == [
        (lent.disbursement_id, "disbursement", 30_000_000), (debit.debit_id, "debit", PAYOFF_FEN),
    ]  # fmt: skip
    await accounts.verified()


async def test_a_loan_of_the_past_stands_in_the_ledger_without_any_bank(
    accounts: Accounts,
) -> None:
    """E06: 300,000.00 lent in 2016, 33,571.89 of it repaid then; now a card repays 980.01 more."""
    lent, paid_back = of_the_past(30_000_000, 1), of_the_past(-3_357_189, 37)
    assert await accounts.deliver(loan_money.book_history, paid_back, lent, lent) == ([], [])
    assert await ledger(accounts) == {"loan_principal": -26_642_811, "loan_opening": 26_642_811}
    debit = debited(170_159)
    await accounts.deliver(loan_money.book_debits, debit)
    entry = repaid(debit.debit_id, 98_001, 72_158)
    assert await accounts.deliver(loan_money.book_repayments, entry) == ([], [])
    assert await ledger(accounts) == {
        "loan_principal": -26_544_810, "loan_interest": 72_158, "loan_opening": 26_642_811,
    }  # fmt: skip
    told = [event for event in await accounts.events() if event.type == "loan_money.booked.v1"]
    assert [event.key for event in told] == [debit.debit_id], "the bank never moved it here"
    other = of_the_past(29_000_000, 1)
    _, parked = await accounts.deliver(loan_money.book_history, other)
    assert parked, "the same entry with another amount"
    await accounts.verified()


async def test_what_came_back_is_reversed_whoever_tells_it_first(accounts: Accounts) -> None:
    lent, debit = paid_out(500), debited(900)
    entry = repaid(debit.debit_id, 700, 150, 50)
    undoing = undone(entry, 2)
    early: list[tuple[Any, Event]] = [
        (loan_money.book_returns, sent_back(lent)),
        (loan_money.book_debit_reversals, taken_back(debit)),
        (loan_money.book_repayments, entry),
        (loan_money.undo_repayments, undoing),
    ]
    for handler, event in early:
        postponed, parked = await accounts.deliver(handler, event)
        assert (len(postponed), parked) == (1, [])
    await accounts.deliver(loan_money.book_disbursements, lent)
    await accounts.deliver(loan_money.book_debits, debit)
    for handler, event in early:
        assert await accounts.deliver(handler, event) == ([], [])
        assert await accounts.deliver(handler, event) == ([], [])
    assert await ledger(accounts) == {}
    told = [event.kind for event in await accounts.events()]
    assert told == ["disbursement", "debit", "disbursement_return", "debit_reversal"]
    flags = await accounts.pool.fetch("SELECT reversal_flag FROM transfer ORDER BY created_at")
    assert sorted(row["reversal_flag"] for row in flags) == ["01"] * 3 + ["02"] * 3
    await accounts.verified()


async def test_nothing_repays_more_than_it_brought(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    debit, request = debited(1_000), wanted(person, 1_000)
    await accounts.deliver(loan_money.book_debits, debit)
    await accounts.deliver(offsets.reserve_offsets, request)
    by_account = {"source": "account", "entry_number": 9}
    waiting = repaid(request.offset_id, 1_000, **by_account)
    assert len((await accounts.deliver(loan_money.book_repayments, waiting))[0]) == 1
    await accounts.deliver(offsets.post_offsets, applied(request, 1_000))
    entries = [
        repaid(debit.debit_id, 600),
        repaid(debit.debit_id, 400, entry_number=2),
        repaid(debit.debit_id, 1, entry_number=3),
        repaid(request.offset_id, 1_001, **by_account),
    ]
    postponed, parked = await accounts.deliver(loan_money.book_repayments, *entries)
    assert (postponed, len(parked)) == ([], 2)
    assert await accounts.deliver(loan_money.book_repayments, waiting) == ([], [])
    assert await ledger(accounts) == {"loan_principal": 2_000}
    await accounts.verified()


async def test_other_amounts_and_parts_that_do_not_add_up_are_parked(accounts: Accounts) -> None:
    debit = debited(1_000)
    await accounts.deliver(loan_money.book_debits, debit)
    nonsense: list[tuple[Any, Event]] = [
        (loan_money.book_debits, debited(999, debit.debit_id)),
        (loan_money.book_debits, debited(0)),
        (loan_money.book_debit_reversals, taken_back(debit, amount_fen=999)),
        (loan_money.book_repayments, repaid(debit.debit_id, 600, amount_fen=601)),
        (loan_money.book_repayments, repaid(debit.debit_id, 600, -100)),
    ]
    for handler, event in nonsense:
        postponed, parked = await accounts.deliver(handler, event)
        assert (postponed, len(parked)) == ([], 1), event
    assert await ledger(accounts) == {"loan_transit": 1_000}


async def test_what_the_counter_took_is_booked_when_its_receipt_is(accounts: Accounts) -> None:
    entry = repaid(uuid.uuid4(), 900, 100, source="counter")
    postponed, _ = await accounts.deliver(loan_money.book_repayments, entry)
    assert postponed, "no money, no entry"
    assert await ledger(accounts) == {}


async def test_the_auditor_finds_what_was_changed(accounts: Accounts, platform: Any) -> None:
    person = await accounts.saver(sealed=None)
    request, debit = wanted(person, 500), debited(700)
    await accounts.deliver(offsets.reserve_offsets, request)
    await accounts.deliver(offsets.post_offsets, applied(request, 500))
    await accounts.deliver(loan_money.book_debits, debit)
    await accounts.deliver(loan_money.book_repayments, repaid(debit.debit_id, 600, 100))
    await accounts.verified()
    for change, laws in (
        ("UPDATE loan_offset SET posted_fen = 499", {"loan money", "the loans' accounts"}),
        ("UPDATE loan_money SET amount_fen = 699 WHERE kind = 'debit'",
         {"loan money", "the loans' accounts", "no debit,"}),
        ("UPDATE loan_offset SET state = 'released', posted_fen = 0", {"offsets agree", "the loans'"}),
    ):  # fmt: skip
        async with accounts.as_owner(platform) as owner:
            undo = owner.transaction()
            await undo.start()
            await owner.execute(change)
            found = []
            for check in verification.CHECKS:
                found += [check.name] * bool(await owner.fetch(check.differences))
            await undo.rollback()
        assert len(found) == len(laws), found
        assert all(any(name.startswith(law) for name in found) for law in laws)


FACTS = st.lists(
    st.tuples(
        st.sampled_from(["debit", "reverse", "repay", "undo"]), st.integers(0, 1), st.integers(1, 2)
    ),
    max_size=25,
)
HANDLERS: dict[str, Any] = {
    "debit": loan_money.book_debits,
    "reverse": loan_money.book_debit_reversals,
    "repay": loan_money.book_repayments,
    "undo": loan_money.undo_repayments,
}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FACTS)
async def test_in_any_order_each_fact_is_booked_once_or_waits(
    accounts: Accounts, facts: list[tuple[str, int, int]]
) -> None:
    debits = [debited(1_000), debited(1_000)]
    loans = [uuid.uuid4().hex[:20], uuid.uuid4().hex[:20]]
    booked: set[tuple[str, int, int]] = set()
    for what, which, entry in facts:
        debit = debits[which]
        one = repaid(debit.debit_id, 500, entry_number=entry, contract_number=loans[which])
        event = {
            "debit": debit, "reverse": taken_back(debit), "repay": one, "undo": undone(one, entry + 10),
        }[what]  # fmt: skip
        postponed, parked = await accounts.deliver(HANDLERS[what], event)
        assert parked == []
        if not postponed:
            booked.add((what, which, entry if what in ("repay", "undo") else 0))
    await accounts.verified()
    for which, loan in enumerate(loans):
        kinds = [what for what, whose, _ in booked if whose == which]
        principal = await accounts.pool.fetchval(
            "SELECT coalesce(sum(CASE kind WHEN 'repayment' THEN principal_fen ELSE -principal_fen END), 0)"
            " FROM loan_money WHERE contract_number = $1", loan,
        )  # fmt: skip
        assert principal == 500 * (kinds.count("repay") - kinds.count("undo"))
        assert ("repay" not in kinds and "reverse" not in kinds) or "debit" in kinds
        assert kinds.count("undo") <= kinds.count("repay")


async def test_the_totals_of_a_date_are_told_once_to_the_fen(accounts: Accounts) -> None:
    """A loan lent, one that came back, a debit that repaid and one undone; today's is of tomorrow."""
    lent, back = paid_out(30_000_000), paid_out(500)
    debit, wrong = debited(170_159), debited(900)
    entry, undone_entry = (
        repaid(debit.debit_id, 98_001, 72_158),
        repaid(wrong.debit_id, 900, entry_number=2),
    )
    await accounts.deliver(loan_money.book_disbursements, lent, back)
    await accounts.deliver(loan_money.book_returns, sent_back(back))
    await accounts.deliver(loan_money.book_debits, debit, wrong)
    await accounts.deliver(loan_money.book_repayments, entry, undone_entry)
    await accounts.deliver(loan_money.undo_repayments, undone(undone_entry, 3))
    await accounts.deliver(loan_money.book_history, of_the_past(30_000_000, 1))
    assert await told_totals(accounts) == [(1, 1, [])], "booked today"
    assert await told_totals(accounts) == [(1, 1, [])], "once a date"
    move_on(accounts)
    by_contract = (LOAN, None, 0, 170_159, 170_159)
    by_order = (None, lent.disbursement_id, 30_000_000, 0, 0)
    assert (await told_totals(accounts))[1:] == [(1, 1, [by_contract, by_order])]
    assert len(await told_totals(accounts)) == 2


async def test_totals_are_told_in_parts(accounts: Accounts) -> None:
    await accounts.deliver(loan_money.book_disbursements, *[paid_out(100) for _ in range(501)])
    move_on(accounts)
    parts = await told_totals(accounts)
    assert [(chunk, chunks, len(lines)) for chunk, chunks, lines in parts] == [
        (1, 2, 500), (2, 2, 1),
    ]  # fmt: skip


async def test_two_instances_tell_a_date_once(accounts: Accounts) -> None:
    await asyncio.gather(told_totals(accounts), told_totals(accounts))
    assert len(await told_totals(accounts)) == 1


async def told_totals(accounts: Accounts) -> list[tuple[Any, ...]]:
    """Tell if it is time; return the parts of all that was told."""
    async with accounts.context.unit() as unit:
        await totals.tell(unit)
    return [
        (event.chunk, event.chunks, [tuple(one.model_dump().values()) for one in event.totals])
        for event in await accounts.events()
        if isinstance(event, LoanMoneyTotalsTold)
    ]


def move_on(accounts: Accounts) -> None:
    accounts.clock.advance(timedelta(days=1))
