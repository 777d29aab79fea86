"""R-LOAN-7: a fund account repays a loan (冲还贷): frozen, posted or released, beside withdrawals."""

import asyncio
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.telling import received

from accounts.handlers import offsets, reservations
from shared.messages.accounts import FundsReserved, OffsetRefused, OffsetReserved

from .conftest import WHOLE, Accounts, Person, cancelled, paid, requested
from .loans import INSTALMENT_FEN, applied, ledger, released, wanted
from .test_who_waits_for_whom import in_turn

ANYONE = WHOLE.model_copy(update={"sealed_required": False})


async def answer(accounts: Accounts, request: Any) -> Any:
    """Ask for an offset and return the one answer."""
    await accounts.deliver(offsets.reserve_offsets, request)
    (event,) = await accounts.events(str(request.offset_id))
    return event


async def test_e43_account_first_takes_what_there_is_and_all_or_nothing_takes_nothing(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(125_000, sealed=None)
    refused = await answer(accounts, wanted(person, INSTALMENT_FEN, all_or_nothing=True))
    assert isinstance(refused, OffsetRefused)
    assert (refused.reason_code, refused.reason_text) == (
        "balance_too_small", "公积金账户余额不足",
    )  # fmt: skip
    assert (await accounts.facts(person))["frozen_fen"] == 0
    reserved = await answer(accounts, wanted(person, INSTALMENT_FEN))
    assert isinstance(reserved, OffsetReserved)
    assert (reserved.amount_fen, reserved.balance_after_fen) == (125_000, 0)
    assert reserved.account_tail == person.account_number[-4:]
    assert INSTALMENT_FEN - reserved.amount_fen == 45_159
    facts = await accounts.facts(person)
    assert (facts["balance_fen"], facts["frozen_fen"]) == (125_000, 125_000)
    await accounts.verified()


async def test_what_repaid_the_loan_is_booked_and_shown_with_the_codes_of_the_standard(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(sealed=None)
    request = wanted(person, INSTALMENT_FEN, all_or_nothing=True)
    await answer(accounts, request)
    less = INSTALMENT_FEN - 59
    done = applied(request, less)
    assert await accounts.deliver(offsets.post_offsets, done, done) == ([], [])
    assert await accounts.deliver(offsets.post_offsets, done) == ([], [])
    entry = (await accounts.entries(person))[0]
    assert (entry["business_type"], entry["withdrawal_reason"]) == ("11", "06")
    assert entry["withdrawal_reason_text"] == "偿还住房贷款本息"
    assert (entry["amount_fen"], entry["balance_after_fen"]) == (-less, 6_000_000 - less)
    facts = await accounts.facts(person)
    assert (facts["balance_fen"], facts["frozen_fen"]) == (6_000_000 - less, 0)
    assert await ledger(accounts) == {"loan_transit": less}
    await accounts.verified()


async def test_more_than_is_frozen_other_than_was_posted_and_after_the_release_is_parked(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(sealed=None)
    first, second = wanted(person, 1_000), wanted(person, 2_000)
    await accounts.deliver(offsets.reserve_offsets, first, second)
    _, parked = await accounts.deliver(offsets.post_offsets, applied(first, 1_001))
    assert parked == ["1001 fen, but 1000 fen are frozen"]
    await accounts.deliver(offsets.post_offsets, applied(first, 1_000))
    _, parked = await accounts.deliver(offsets.post_offsets, applied(first, 999))
    assert parked == ["999 fen, but 1000 fen are posted"]
    _, parked = await accounts.deliver(offsets.release_offsets, released(first))
    assert parked == ["the money of this offset is posted, not frozen"]
    assert await accounts.deliver(offsets.release_offsets, released(second)) == ([], [])
    _, parked = await accounts.deliver(offsets.post_offsets, applied(second, 2_000))
    assert len(parked) == 1
    facts = await accounts.facts(person)
    assert (facts["balance_fen"], facts["frozen_fen"]) == (6_000_000 - 1_000, 0)
    await accounts.verified()


async def test_what_overtakes_its_request_waits_or_bars_it(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    request = wanted(person)
    postponed, _ = await accounts.deliver(offsets.post_offsets, applied(request, 1))
    assert postponed == ["the offset is not reserved yet"]
    await accounts.deliver(offsets.release_offsets, released(request))
    await accounts.deliver(offsets.reserve_offsets, request)
    assert await accounts.events(str(request.offset_id)) == []
    assert (await accounts.facts(person))["frozen_fen"] == 0


async def test_two_loans_share_what_an_account_has(accounts: Accounts) -> None:
    person = await accounts.saver(200_000, sealed=None)
    first, second, third = (wanted(person, 150_000) for _ in range(3))
    await accounts.deliver(offsets.reserve_offsets, first, second, first)
    taken = [(await accounts.events(str(one.offset_id)))[0] for one in (first, second)]
    assert [one.amount_fen for one in taken] == [150_000, 50_000]
    assert (await answer(accounts, third)).reason_code == "balance_too_small"
    await accounts.verified()


async def test_r_wdr_10_withdrawals_and_offsets_keep_out_of_each_others_way(
    accounts: Accounts,
) -> None:
    person = await accounts.saver()
    request = wanted(person)
    await answer(accounts, request)
    refused = await accounts.reserve(person)
    assert (refused.type, refused.reason_code) == ("funds.refused.v1", "funds_already_reserved")
    await accounts.deliver(offsets.post_offsets, applied(request, INSTALMENT_FEN))
    reserved = await accounts.reserve(person)
    assert reserved.principal_fen == 6_000_000 - INSTALMENT_FEN
    assert (await answer(accounts, wanted(person))).reason_code == "withdrawal_open"
    await accounts.pay(reserved)
    assert (await accounts.facts(person))["state"] == "05"
    assert (await answer(accounts, wanted(person))).reason_code == "account_closed"
    await accounts.verified()


async def test_an_account_that_gives_nothing_says_why(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    frozen = {"reason": "法院冻结"}
    await accounts.staff.done(f"/accounts/{person.account_number}/freeze", frozen)
    assert (await answer(accounts, wanted(person))).reason_code == "account_frozen"
    nobody = Person("0", uuid.uuid4(), "")
    assert (await answer(accounts, wanted(nobody))).reason_code == "no_account"
    _, parked = await accounts.deliver(offsets.reserve_offsets, wanted(person, 0))
    assert parked == ["an offset of 0 fen"]


@pytest.mark.parametrize("first", ["offset", "withdrawal"])
async def test_whoever_comes_second_waits_and_decides_on_what_the_first_has_done(
    accounts: Accounts, first: str
) -> None:
    person = await accounts.saver(sealed=None)
    request, funds = wanted(person), requested(person, ANYONE)
    steps = {
        "offset": lambda unit: offsets.reserve_offsets(unit, received([request])),
        "withdrawal": lambda unit: reservations.reserve_funds(unit, received([funds])),
    }
    (second,) = set(steps) - {first}
    await in_turn(accounts, steps[first], steps[second])
    events = await accounts.events()
    answers = {event.subject: event.type for event in events}
    assert (
        answers[str(request.offset_id)]
        == f"offset.{'reserved' if first == 'offset' else 'refused'}.v1"
    )
    assert answers[str(funds.application_id)] == (
        f"funds.{'refused' if first == 'offset' else 'reserved'}.v1"
    )
    await accounts.verified()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["request", "apply", "release", "withdraw", "pay", "cancel"]),
        st.integers(0, 1),
        st.integers(0, 2),
    ),
    min_size=6,
    max_size=30,
)


async def happen(accounts: Accounts, people: list[Person], ids: Any, step: Any) -> None:
    """One fact arrives, whether it makes sense or not."""
    action, who, which = step
    person, key = people[who], ids[who][which]
    request = wanted(person, 70, key)
    match action:
        case "request":
            await accounts.deliver(offsets.reserve_offsets, request, request)
        case "apply":
            await accounts.deliver(offsets.post_offsets, applied(request, 50))
        case "release":
            await accounts.deliver(offsets.release_offsets, released(request))
        case "withdraw":
            event = requested(person, WHOLE, application_id=key)
            await accounts.deliver(reservations.reserve_funds, event)
        case "cancel":
            await accounts.deliver(reservations.release_funds, cancelled(key, person.person_id))
        case "pay":
            told = await accounts.events(str(key))
            frozen = [event for event in told if isinstance(event, FundsReserved)]
            if frozen:
                await accounts.deliver(reservations.post_funds, paid(frozen[-1]))


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
async def test_offsets_and_withdrawals_in_any_order_keep_the_books(
    accounts: Accounts, steps: list[Any]
) -> None:
    people = [await accounts.saver(200) for _ in range(2)]
    ids = [[uuid.uuid4() for _ in range(3)] for _ in people]
    for start in range(0, len(steps), 8):
        batch = steps[start : start + 8]
        await asyncio.gather(*(happen(accounts, people, ids, step) for step in batch))
    await accounts.verified()
    for person, keys in zip(people, ids, strict=True):
        taken = await accounts.pool.fetchval(
            "SELECT coalesce(sum(posted_fen), 0) FROM loan_offset WHERE offset_id = ANY($1)", keys
        )
        facts = await accounts.facts(person)
        closed = facts["state"] == "05"
        assert facts["balance_fen"] == (0 if closed else 200 - taken)


async def test_a_batch_of_offsets_costs_a_constant_number_of_statements(
    accounts: Accounts,
) -> None:
    async def run(people: list[Person]) -> list[int]:
        requests = [wanted(person, 100) for person in people]
        done = [applied(request, 100) for request in requests[::2]]
        ended = [released(request) for request in requests[1::2]]
        return [
            await accounts.statements(
                lambda unit: offsets.reserve_offsets(unit, received(requests))
            ),
            await accounts.statements(lambda unit: offsets.post_offsets(unit, received(done))),
            await accounts.statements(lambda unit: offsets.release_offsets(unit, received(ended))),
        ]

    people = [await accounts.saver(200, sealed=None) for _ in range(8)]
    assert await run(people[:2]) == await run(people)
    await accounts.verified()
