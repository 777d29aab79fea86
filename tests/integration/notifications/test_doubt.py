"""Texts in doubt: the answer is lost, and the receipt, or its absence, tells what became of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from notifications.carriers import Route
from notifications.store import dispatch, doubt
from notifications.store.dispatch import Claimed
from simulators.faults import ALWAYS

from .conftest import HASTY

LONG_SECONDS = 60.0
SHORT = {**HASTY, "text_validity_seconds": 3.0, "text_receipt_slack_seconds": 0.2}


@pytest.mark.parametrize("fault", ["drop_answer", "disconnect_after_accepting"])
async def test_a_text_whose_answer_was_lost_is_known_by_its_receipt_and_not_sent_again(
    new_office: Any, make: Any, fault: str
) -> None:
    office = await new_office(**HASTY, text_again_seconds=LONG_SECONDS)
    person, phone = await office.person()
    office.break_with(**{fault: 1})
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("delivered")
    assert (office.submitted(phone), len(office.shown(phone))) == (1, 1)
    assert await office.context.pool.fetchval("SELECT count(*) FROM early_receipt") == 0


async def test_a_text_twice_in_doubt_that_arrived_leaves_the_operators_list(
    new_office: Any, make: Any
) -> None:
    office = await new_office(smsc={"handset_delay_seconds": 6.0}, **HASTY)
    person, phone = await office.person()
    office.break_with(drop_answer=2)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("failed")
        await office.until_states("delivered")
        await make.until(lambda: len(office.shown(phone)) == 2)
    assert office.submitted(phone) == 2


async def test_a_text_lost_twice_is_sent_again_once_no_receipt_can_come_any_more(
    new_office: Any, make: Any
) -> None:
    office = await new_office(**SHORT)
    person, phone = await office.person()
    office.break_with(swallow=2)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("failed")
        await office.until_states("delivered")
    assert (office.submitted(phone), len(office.shown(phone))) == (1, 1)


async def test_where_a_receipt_may_be_of_a_text_in_doubt_there_is_no_third_copy(
    new_office: Any, make: Any
) -> None:
    """An SMSC that does not repeat our reference: who got the text is not known, only that somebody did."""
    office = await new_office(**SHORT)
    person, phone = await office.person()
    other, _ = await office.person()
    office.break_with(drop_answer=2, plain_receipts=True)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("failed")
        office.break_with(swallow=2)
        await office.tell(make.rejected(other))
        await office.until_states("failed", "failed")
        await office.until_states("failed", "delivered")
    assert office.submitted(phone) == 2


async def test_a_text_refused_for_good_after_a_doubt_is_not_sent_again(
    new_office: Any, make: Any
) -> None:
    office = await new_office(**SHORT)
    person, _ = await office.person()
    office.break_with(swallow=1)
    async with office.open():
        await office.tell(make.rejected(person))
        await make.until(lambda: office.centre.counters["submits"] == 1)
        office.break_with(reject=ALWAYS)
        await office.until_states("failed")
    [row] = await office.texts()
    assert (row["failure"], row["doubt_until"]) == ("smpp_0x0b", None)


async def test_a_sender_that_dies_before_the_last_attempt_left_has_not_used_it_up(
    office: Any, make: Any
) -> None:
    person, phone = await office.person()
    await office.tell(make.rejected(person))
    now = datetime.now(UTC)
    assert [text.in_doubt for text in await _claimed_and_forgotten(office, now)] == [0]
    assert await _claimed_and_forgotten(office, now) == []
    later = now + timedelta(seconds=2)
    assert [text.in_doubt for text in await _claimed_and_forgotten(office, later)] == [1]
    assert [row["attempts"] for row in await office.texts()] == [1]
    async with office.open():
        await office.until_states("delivered")
    assert office.submitted(phone) == 1


async def _claimed_and_forgotten(office: Any, now: datetime) -> list[Claimed]:
    """What a sender does that dies right after it has claimed, and what is done about the one before."""
    async with office.context.unit() as unit:
        await doubt.recover_claimed(unit.connection, now, now)
        return await dispatch.claim(unit.connection, Route.SMPP, now, now + timedelta(seconds=1), 9)
