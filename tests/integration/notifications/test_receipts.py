"""Receipts as carriers write them: whatever the spelling, a text that arrived is not sent again."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from notifications.carriers import Route
from notifications.decisions import Verdict
from notifications.store import dispatch, receipts
from notifications.store.dispatch import Due, Outcome
from notifications.store.receipts import Told
from simulators.faults import ALWAYS

from .conftest import HASTY

ASKS_SOON = {**HASTY, "text_receipt_wait_seconds": 0.5, "text_watch_seconds": 0.1}


@pytest.mark.parametrize(
    "written",
    [
        {"decimal_receipts": True},
        {"decimal_receipts": True, "plain_receipts": True},
        {"unmarked_receipts": True},
    ],
)
async def test_a_text_whose_receipt_is_written_otherwise_has_arrived_once(
    new_office: Any, make: Any, written: dict[str, bool]
) -> None:
    office = await new_office(**ASKS_SOON)
    person, phone = await office.person()
    office.break_with(query_fails=ALWAYS, **written)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("delivered")
    assert (office.submitted(phone), len(office.shown(phone))) == (1, 1)
    assert await office.context.pool.fetchval("SELECT count(*) FROM mo_text") == 0


async def test_a_query_that_fails_does_not_say_that_a_text_was_lost(
    new_office: Any, make: Any
) -> None:
    office = await new_office(**ASKS_SOON)
    person, phone = await office.person()
    office.break_with(no_receipt=1, query_fails=3)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("delivered")
        assert office.centre.faults.query_fails == 0
    assert (office.submitted(phone), len(office.shown(phone))) == (1, 1)


async def accepted(office: Any, make: Any, message_id: str) -> tuple[str, int]:
    """A text that the SMSC accepted under this id; give its phone's hash and its number."""
    person, _ = await office.person()
    await office.tell(make.rejected(person))
    now = datetime.now(UTC)
    later = now + timedelta(minutes=1)
    async with office.context.unit() as unit:
        (text,) = await dispatch.claim(unit.connection, Route.SMPP, now, later, 9)
        done = [Outcome(text, Verdict.ACCEPTED, {1: message_id})]
        await dispatch.record(unit.connection, done, now, Due(later, later, later))
        phone_hash = await unit.connection.fetchval(
            "SELECT phone_hash FROM text WHERE number = $1", text.number
        )
    return phone_hash, text.number


async def told(office: Any, receipt: Told) -> None:
    now = datetime.now(UTC)
    async with office.context.unit() as unit:
        await receipts.apply_receipts(unit.connection, [receipt], now)
        await receipts.match_all_early(unit.connection, now)
        await receipts.match_otherwise(unit.connection, now)


@pytest.mark.parametrize(
    ("acceptance", "receipt"),
    [
        ("0000000A1F", "2591"),
        ("2591", "A1F"),
        ("2591", "0a1f"),
        ("00002591", "2591"),
        ("a1f", "A1F"),
    ],
)
async def test_an_id_in_another_base_is_the_same_for_the_same_phone(
    office: Any, make: Any, acceptance: str, receipt: str
) -> None:
    phone_hash, _ = await accepted(office, make, acceptance)
    await told(office, Told(receipt, "delivered", "another phone"))
    assert await office.states() == ["submitted"]
    await told(office, Told(receipt, "delivered", phone_hash))
    assert await office.states() == ["delivered"]


async def test_our_own_reference_says_which_text_it_is_whatever_the_id(
    office: Any, make: Any
) -> None:
    phone_hash, number = await accepted(office, make, "0000000A1F")
    reference = number % 4096 * 16 + 1
    await told(office, Told(uuid.uuid4().hex, "delivered", phone_hash, reference + 16))
    assert await office.states() == ["submitted"]
    await told(office, Told(uuid.uuid4().hex, "delivered", phone_hash, reference))
    assert await office.states() == ["delivered"]


async def test_a_citizen_cannot_end_the_text_of_another_with_words_like_a_receipt(
    office: Any, make: Any
) -> None:
    phone_hash, _ = await accepted(office, make, "0000000A1F")
    await told(office, Told("0000000A1F", "delivered", "another phone"))
    assert await office.states() == ["submitted"]
    await told(office, Told("0000000A1F", "delivered", phone_hash))
    assert await office.states() == ["delivered"]
