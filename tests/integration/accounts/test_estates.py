"""R-WDR-45, 46: the account of the dead is sealed, what is inherited is set aside and paid share by share."""

import json
import uuid
from datetime import date
from typing import Any

from accounts.handlers import deaths, estates, reservations
from shared.messages.estates import (
    DeathRecorded,
    DeathRevoked,
    EstateFundsRefused,
    EstateFundsRequested,
    EstateFundsReserved,
    EstateShare,
)
from shared.messages.withdrawals import WithdrawalPaid, WithdrawalReturned

from .conftest import Accounts, Person, requested

PAYOUT = date(2026, 11, 20)


def died(person: Person, on: date = date(2026, 9, 12)) -> dict[str, Any]:
    return {
        "death_id": uuid.uuid4(), "person_id": person.person_id, "died_on": on,
        "recorded_by": uuid.uuid4(),
    }  # fmt: skip


def asked(person: Person, parts: int = 3, **changes: Any) -> EstateFundsRequested:
    usual = {
        "estate_id": uuid.uuid4(), "request_id": uuid.uuid4(), "person_id": person.person_id,
        "shares": tuple(EstateShare(share_id=uuid.uuid4(), parts=1) for _ in range(parts)),
        "instead_of": None, "most_fen": None, "asked_on": PAYOUT, "staff": (), "heirs": "[]",
    }  # fmt: skip
    return EstateFundsRequested.model_validate(usual | changes)


async def answer(accounts: Accounts, request: EstateFundsRequested) -> Any:
    assert await accounts.deliver(estates.set_aside, request) == ([], [])
    told = await accounts.events(str(request.estate_id))
    (found,) = [one for one in told if one.request_id == request.request_id]
    return found


def paid(person: Person, share: Any, on: date) -> WithdrawalPaid:
    return WithdrawalPaid(
        application_id=share.share_id, person_id=person.person_id, kind_text="死亡提取",
        amount_fen=share.amount_fen, principal_fen=share.amount_fen, interest_fen=0,
        balance_after_fen=0, card_tail="3455", account_tail="0017", paid_on=on,
        bank_serial=uuid.uuid4().hex,
    )  # fmt: skip


async def heirs_of(accounts: Accounts) -> tuple[Person, EstateFundsReserved]:
    """E74: 100,000.00 since 2026-07-01, three equal heirs, all set aside on the payout day."""
    accounts.on(date(2026, 7, 1))
    person = await accounts.saver(10_000_000, sealed=None, value_date=date(2026, 7, 1))
    accounts.on(PAYOUT)
    await accounts.deliver(deaths.seal, DeathRecorded(**died(person)))
    reserved = await answer(accounts, asked(person))
    assert isinstance(reserved, EstateFundsReserved)
    return person, reserved


async def test_e74_to_the_fen_with_a_supplement_of_what_came_back(accounts: Accounts) -> None:
    person, reserved = await heirs_of(accounts)
    assert (reserved.principal_fen, reserved.interest_fen) == (10_000_000, 59_167)
    first, second, third = reserved.shares
    assert [one.amount_fen for one in reserved.shares] == [3_353_055, 3_353_055, 3_353_057]
    await accounts.verified()
    await accounts.deliver(reservations.post_funds, paid(person, first, PAYOUT))
    assert (await accounts.facts(person))["state_text"] == "封存"
    # Told a day late, and twice: booked once.
    accounts.on(date(2026, 11, 21))
    late = paid(person, second, PAYOUT)
    await accounts.deliver(reservations.post_funds, late, late)
    await accounts.deliver(reservations.post_funds, late)
    last = paid(person, third, PAYOUT)
    await accounts.deliver(reservations.post_funds, last)
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("提取销户", 0)
    closing = [one for one in await accounts.events() if one.type == "funds.posted.v1"][-1]
    assert (closing.account_closed, closing.left_fen) == (True, 0)
    await accounts.verified()
    # A share came back: it is its heir's, and no supplement for all.
    back = WithdrawalReturned(
        **last.model_dump(exclude={"balance_after_fen", "account_tail", "paid_on", "bank_serial"}),
        reason_text="已销户", returned_on=date(2026, 11, 21),
    )  # fmt: skip
    await accounts.deliver(reservations.restore_funds, back)
    assert (await accounts.facts(person))["state_text"] == "封存"
    refused = await answer(accounts, asked(person))
    assert (type(refused), refused.reason_code) == (EstateFundsRefused, "nothing")
    anew = asked(person, 1, instead_of=third.share_id)
    again = await answer(accounts, anew)
    assert again.shares[0].amount_fen == 3_353_057, "on the same day: no interest since"
    await accounts.deliver(estates.set_aside, anew)
    twice = asked(person, 1, instead_of=third.share_id)
    assert (await answer(accounts, twice)).reason_code == "nothing", "never beside the other"
    await accounts.deliver(reservations.post_funds, paid(person, again.shares[0], PAYOUT))
    assert (await accounts.facts(person))["balance_fen"] == 0
    await accounts.verified()


async def test_r_wdr_46_a_missing_heirs_share_is_held_and_the_account_closes_with_it(
    accounts: Accounts,
) -> None:
    person, reserved = await heirs_of(accounts)
    first, second, third = reserved.shares
    await accounts.deliver(
        reservations.post_funds, *(paid(person, one, PAYOUT) for one in (first, second))
    )
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("封存", 3_353_057)
    accounts.on(date(2026, 12, 20))
    again = await answer(accounts, asked(person, 1, instead_of=third.share_id))
    # 33,530.57 at 1.5 % for 30 days of 360 (E74's days): 41.91.
    assert (again.principal_fen, again.interest_fen) == (3_353_057, 4_191)
    await accounts.verified()
    on = date(2026, 12, 20)
    await accounts.deliver(reservations.post_funds, paid(person, again.shares[0], on))
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("提取销户", 0)
    await accounts.verified()


async def test_r_wdr_45_nobody_inherits_and_it_is_the_funds_income(accounts: Accounts) -> None:
    person = await accounts.saver(300_000, sealed="retired")
    await accounts.deliver(deaths.seal, DeathRecorded(**died(person, date(2026, 2, 1))))
    reserved = await answer(accounts, asked(person, 0))
    assert (reserved.principal_fen, reserved.shares) == (300_000, ())
    income = await accounts.pool.fetchval(
        "SELECT posted_fen FROM ledger_balance JOIN ledger_account ON id = ledger_account_id "
        "WHERE kind = 'other_income'"
    )
    assert income == 300_000 + reserved.interest_fen
    assert (await accounts.facts(person))["state_text"] == "提取销户"
    await accounts.verified()


async def test_r_wdr_46_who_decided_it_does_not_inherit(accounts: Accounts) -> None:
    person, insider = await accounts.savers(2, 300_000, sealed="deceased")
    heirs = json.dumps([{"type": "01", "number": insider.id_number}])
    mine = asked(person, 1, staff=(uuid.uuid4(), insider.person_id), heirs=heirs)
    assert (await answer(accounts, mine)).reason_code == "own_affair"
    others = asked(person, 1, staff=(uuid.uuid4(),), heirs=heirs)
    assert isinstance(await answer(accounts, others), EstateFundsReserved)
    # What an ordinary withdrawal still holds is waited for.
    await accounts.deliver(reservations.reserve_funds, requested(insider))
    waiting, _ = await accounts.deliver(estates.set_aside, asked(insider, 1))
    assert waiting == ["money of a withdrawal is still frozen"]


async def test_r_wdr_45_a_death_seals_once_and_what_was_wrong_is_undone(accounts: Accounts) -> None:
    working, retired = await accounts.saver(sealed=None), await accounts.saver(sealed="retired")
    facts = died(working, date(2026, 2, 20))
    for _ in range(2):
        await accounts.deliver(deaths.seal, DeathRecorded(**facts))
    shown = await accounts.facts(working)
    assert (shown["state_text"], shown["seal_reason"]) == ("封存", "deceased")
    assert await accounts.pool.fetchval(
        "SELECT sealed_month FROM individual_account WHERE number = $1", working.account_number
    ) == date(2026, 3, 1), "the month after the death, not the one in which it is known"
    other = died(retired)
    await accounts.deliver(deaths.seal, DeathRecorded(**other))
    assert (await accounts.facts(retired))["seal_reason"] == "deceased"
    await accounts.deliver(deaths.undo, DeathRevoked(**facts), DeathRevoked(**other))
    assert (await accounts.facts(working))["state_text"] == "正常"
    assert (await accounts.facts(retired))["seal_reason"] == "retired"
    # Revoked before it was heard of: it never seals.
    early = died(working)
    await accounts.deliver(deaths.undo, DeathRevoked(**early))
    await accounts.deliver(deaths.seal, DeathRecorded(**early))
    assert (await accounts.facts(working))["state_text"] == "正常"
    await accounts.verified()
