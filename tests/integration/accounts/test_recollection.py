"""After an older backup: what was told of letters and of moves is not decided a second time (R-TRF-2, 4)."""

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from tests.support.letters import body_of

from accounts.handlers import cross_city
from accounts.work.recollection import recollect
from shared.messages.accounts import IndividualAccountSealed, SealReason
from shared.messages.base import Event
from shared.messages.changes import IndividualAccountTransferred
from shared.messages.cross_city import (
    TransferOutRefused,
    TransferOutReserved,
    TransferPaymentSucceeded,
)
from shared.messages.transfers import TransferOutFundsRequested
from shared.messaging.journal import Told

from .conftest import TODAY, Accounts, Person


def told(*events: Event) -> list[Told]:
    now = datetime.now(UTC)
    return [
        Told("accounts", uuid.uuid4(), one.type, one.subject, 1, now, "", body_of(one).decode())
        for one in events
    ]


async def remembered(accounts: Accounts, lost: Sequence[Told]) -> dict[str, str]:
    async with accounts.context.unit() as unit:
        return await recollect(unit, lost, ())


async def asked_again(accounts: Accounts, letter_id: uuid.UUID, person: Person) -> list[Any]:
    """The request for the money is told again, as after a restore; what accounts says to it."""
    again = TransferOutFundsRequested(letter_id=letter_id, person_id=person.person_id)
    assert await accounts.deliver(cross_city.reserve, again) == ([], [])
    return await accounts.events(str(letter_id))


def reserved_before(person: Person, fen: int, on: date) -> TransferOutReserved:
    return TransferOutReserved(
        letter_id=uuid.uuid4(), person_id=person.person_id, principal_fen=fen, interest_fen=7,
        amount_fen=fen + 7, reserved_on=on, account_tail=person.account_number[-4:],
    )  # fmt: skip


async def test_r_trf_4_what_was_frozen_for_a_letter_is_frozen_again_at_the_price_that_was_told(
    accounts: Accounts,
) -> None:
    """The bank pays what the letter was told; days later the price would be another one, and never booked."""
    person, other = await accounts.saver(96_000), await accounts.saver(96_000)
    event = reserved_before(person, 96_000, TODAY)
    stranger = reserved_before(other, 96_001, TODAY)
    left = await remembered(accounts, told(event, stranger))
    assert left == {
        stranger.subject: "96001 fen were frozen, but only 96000 are there: a list is missing"
    }
    assert await remembered(accounts, told(event)) == {}, "once"
    accounts.on(date(2026, 3, 9))
    assert await asked_again(accounts, event.letter_id, person) == []
    paid = TransferPaymentSucceeded(
        letter_id=event.letter_id, amount_fen=96_007, bank_serial="S1", paid_on=TODAY
    )
    assert await accounts.deliver(cross_city.post, paid) == ([], [])
    facts = await accounts.facts(person)
    assert (facts["balance_fen"], facts["state_text"]) == (0, "外部转出销户")
    await accounts.verified()


async def test_r_trf_2_an_account_that_had_moved_is_with_its_new_employer_again(
    accounts: Accounts,
) -> None:
    """Sealed, moved from April on with another base, sealed there: number and balance stay, books agree."""
    person = await accounts.saver(96_000, sealed=None)
    first = (await accounts.facts(person))["employer_number"]
    second = await accounts.employer()
    number = person.account_number
    moved = IndividualAccountTransferred(
        account_number=number, person_id=person.person_id, from_employer=first,
        to_employer=second, to_employer_name="新单位", effective_month="2026-04", base_fen=700_000,
    )  # fmt: skip
    seals = [
        IndividualAccountSealed(
            account_number=number, person_id=person.person_id, reason=reason, sealed_on=day,
            paid_up_to="2026-02", sealed_month=month,
        )
        for reason, day, month in (
            (SealReason.TERMINATED, date(2026, 3, 2), "2026-03"),
            (SealReason.RETIRED, date(2026, 6, 2), "2026-06"),
        )
    ]  # fmt: skip
    too_little = moved.model_copy(update={"base_fen": None})
    assert await remembered(accounts, told(seals[0], too_little)) == {
        number: "the event says too little"
    }
    assert await remembered(accounts, told(seals[0], moved)) == {}
    facts = await accounts.facts(person)
    assert (facts["employer_number"], facts["state_text"], facts["balance_fen"]) == (
        second, "正常", 96_000,
    )  # fmt: skip
    assert await accounts.pool.fetch(
        "SELECT effective_month, base_fen FROM base_change WHERE account_number = $1", number
    ) == [(date(2026, 4, 1), 700_000)]
    assert await remembered(accounts, told(seals[1])) == {}
    assert (await accounts.facts(person))["state_text"] == "封存"
    await accounts.verified()


async def test_r_trf_4_nothing_is_frozen_for_a_letter_that_was_told_no(accounts: Accounts) -> None:
    person = await accounts.saver(96_000)
    refused = TransferOutRefused(
        letter_id=uuid.uuid4(), person_id=person.person_id, reason_code="account_frozen"
    )
    for _ in range(2):
        assert await remembered(accounts, told(refused)) == {}
    assert await asked_again(accounts, refused.letter_id, person) == []
    reserved = await accounts.reserve(person)
    assert reserved.principal_fen == 96_000, "the account is free for its owner"
    await accounts.verified()
