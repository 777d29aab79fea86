"""What the link does to texts, and that each still goes out at least once and at most twice."""

import asyncio
import contextlib
from datetime import timedelta
from typing import Any

import pytest

from notifications.tasks import exchange_texts
from simulators.faults import ALWAYS

from .conftest import HASTY

TEXTS_AT_ONCE = 20


@pytest.mark.parametrize("fault", ["swallow", "disconnect"])
async def test_a_swallowed_text_is_found_and_sent_again(
    new_office: Any, make: Any, fault: str
) -> None:
    office = await new_office(**HASTY)
    person, phone = await office.person()
    office.break_with(**{fault: 1})
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("delivered")
    assert (office.submitted(phone), len(office.shown(phone))) == (1, 1)
    assert [row["attempts"] for row in await office.texts()] == [2]


async def test_only_the_swallowed_part_of_a_long_text_is_sent_again(
    new_office: Any, make: Any
) -> None:
    office = await new_office(**HASTY, smpp_window_segments=1)
    person, phone = await office.person()
    office.break_with(swallow=1)
    async with office.open():
        await office.tell(make.paid(person))
        await office.until_states("delivered")
    assert [part["number"] for part in office.centre.book.submissions(phone, 9)] == [2, 1]
    assert len(office.shown(phone)) == 1


async def test_after_two_attempts_in_doubt_the_text_is_on_the_operators_list(
    new_office: Any, make: Any
) -> None:
    office = await new_office(**HASTY)
    person, phone = await office.person()
    office.break_with(swallow=ALWAYS)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("failed")
    assert office.centre.counters["submits"] == 2
    [row] = await office.texts()
    assert (row["attempts"], row["failure"]) == (2, "no_answer")
    assert office.shown(phone) == []


async def test_a_link_that_is_dead_again_does_not_cost_texts_their_last_attempt(
    new_office: Any, make: Any
) -> None:
    """Found by the chaos run: a window of texts went into a dead connection twice within seconds."""
    office = await new_office(**HASTY, text_again_seconds=3.0, smpp_enquire_link_seconds=30.0)
    people = [await office.person() for _ in range(TEXTS_AT_ONCE)]

    async def in_doubt_once() -> bool:
        return [(row["state"], row["failure"]) for row in await office.texts()] == [
            ("queued", "no_answer")
        ] * TEXTS_AT_ONCE

    office.break_with(swallow=TEXTS_AT_ONCE)
    async with office.open():
        await office.tell(*(make.rejected(person) for person, _ in people))
        await make.until(in_doubt_once)
        await make.until(lambda: office.centre._sessions)
        office.break_with(deaf=True)
        await make.until(lambda: not office.centre._sessions)
        office.break_with()
        await office.until_states(*["delivered"] * TEXTS_AT_ONCE)
    assert [len(office.shown(phone)) for _, phone in people] == [1] * TEXTS_AT_ONCE


@pytest.mark.parametrize("fault", ["throttle", "queue_full"])
async def test_refused_before_acceptance_does_not_count_as_sent(
    office: Any, make: Any, fault: str
) -> None:
    person, phone = await office.person()
    office.break_with(**{fault: 7})
    async with office.open():
        await office.tell(make.paid(person))
        await office.until_states("delivered")
    assert office.centre.counters["submits"] == 9
    assert [row["attempts"] for row in await office.texts()] == [1]
    assert len(office.shown(phone)) == 1


async def test_a_number_refused_for_good_is_not_tried_again(office: Any, make: Any) -> None:
    person, _ = await office.person()
    office.break_with(reject=1)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("failed")
    assert [row["failure"] for row in await office.texts()] == ["smpp_0x0b"]
    assert office.centre.counters["submits"] == 1


async def test_answers_twice_are_taken_once(office: Any, make: Any) -> None:
    person, phone = await office.person()
    office.break_with(answer_twice=ALWAYS)
    async with office.open():
        await office.tell(*(make.paid(person) for _ in range(20)))
        await office.until_states(*["delivered"] * 20)
    assert office.submitted(phone) == 40


async def test_a_slow_smsc_is_waited_for(office: Any, make: Any) -> None:
    person, phone = await office.person()
    office.break_with(delay_seconds=0.2)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("delivered")
    assert office.submitted(phone) == 1


async def test_an_undeliverable_text_is_on_the_operators_list_and_not_sent_again(
    office: Any, make: Any
) -> None:
    person, phone = await office.person()
    office.break_with(undeliverable=1)
    async with office.open():
        await office.tell(make.paid(person))
        await office.until_states("undelivered")
    assert office.submitted(phone) == 2


async def test_a_text_that_the_smsc_accepted_and_forgot_is_found_and_sent_again(
    office: Any, make: Any
) -> None:
    person, phone = await office.person()
    office.break_with(lose=1)
    async with office.open():
        await office.tell(make.paid(person))
        await office.until_states("delivered")
    assert len(office.shown(phone)) == 1
    assert office.submitted(phone) == 3
    assert [row["attempts"] for row in await office.texts()] == [2]


async def test_a_text_forgotten_twice_ends_as_failed(office: Any, make: Any) -> None:
    person, phone = await office.person()
    office.break_with(lose=ALWAYS)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("failed")
    assert office.submitted(phone) == 2
    assert [row["failure"] for row in await office.texts()] == ["lost"]


async def test_a_lost_receipt_is_asked_for_and_nothing_is_sent_again(
    office: Any, make: Any
) -> None:
    person, phone = await office.person()
    office.break_with(no_receipt=ALWAYS)
    async with office.open():
        await office.tell(make.paid(person))
        await office.until_states("delivered")
    assert office.submitted(phone) == 2


async def test_without_any_news_for_too_long_a_text_counts_as_expired(
    new_office: Any, make: Any
) -> None:
    office = await new_office(
        smsc={"handset_delay_seconds": 3_600.0}, text_receipt_give_up_seconds=1.0
    )
    person, _ = await office.person()
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("expired")
    assert [row["failure"] for row in await office.texts()] == ["no_receipt"]


async def test_while_the_smsc_refuses_us_texts_wait(office: Any, make: Any) -> None:
    person, phone = await office.person()
    office.break_with(refuse_binds=3)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("delivered")
    assert office.centre.counters["refused_binds"] == 3
    assert [row["attempts"] for row in await office.texts()] == [1]
    assert office.submitted(phone) == 1


async def test_broken_connections_in_full_traffic_lose_nothing_and_repeat_at_most_once(
    new_office: Any, make: Any
) -> None:
    """The text that was in hand at two of the cuts goes out when its validity is over."""
    office = await new_office(text_validity_seconds=12.0, text_receipt_slack_seconds=0.5)
    person, phone = await office.person()
    async with office.open():
        for _ in range(4):
            before = office.submitted(phone)
            await office.tell(*(make.rejected(person) for _ in range(50)))
            await make.until(lambda before=before: office.submitted(phone) > before + 10)
            office.centre.disconnect()
        await office.until_states(*["delivered"] * 200)
        await make.until(lambda: office.centre.counters["binds"] == 5)
    assert 200 <= office.submitted(phone) <= 400


async def test_a_silent_connection_is_noticed_and_replaced(new_office: Any, make: Any) -> None:
    office = await new_office(**HASTY)
    person, _ = await office.person()
    async with office.open():
        await make.until(lambda: office.centre.counters["enquire_links"] >= 2)
        office.break_with(deaf=True)
        binds = office.centre.counters["binds"]
        deaf = asyncio.create_task(make.until(lambda: not office.centre._sessions))
        await deaf
        office.break_with()
        await office.tell(make.rejected(person))
        await office.until_states("delivered")
    assert office.centre.counters["binds"] > binds


async def test_killed_in_the_middle_the_texts_in_hand_are_found(new_office: Any, make: Any) -> None:
    """A sender that is gone without a word has left claimed rows behind."""
    office = await new_office(**HASTY)
    person, phone = await office.person()
    office.break_with(swallow=ALWAYS)
    await office.tell(*(make.rejected(person) for _ in range(5)))
    dying = asyncio.create_task(exchange_texts(office.context, asyncio.Event()))
    await make.until(lambda: office.centre.counters["submits"] == 5)
    dying.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await dying
    assert set(await office.states()) == {"submitting"}
    office.break_with()
    async with office.open():
        await office.until_states(*["delivered"] * 5)
    assert office.submitted(phone) == 5


async def test_receipts_that_come_before_the_acceptance_is_recorded_are_not_lost(
    new_office: Any, make: Any
) -> None:
    """With no handset delay and slow answers, receipts overtake answers."""
    office = await new_office(smsc={"handset_delay_seconds": 0.0})
    office.break_with(delay_seconds=0.15)
    person, _ = await office.person()
    async with office.open():
        await office.tell(*(make.paid(person) for _ in range(10)))
        await office.until_states(*["delivered"] * 10)
    assert await office.context.pool.fetchval("SELECT count(*) FROM early_receipt") == 0


async def test_an_unreadable_text_fails_alone(office: Any, make: Any) -> None:
    person, _ = await office.person()
    await office.tell(make.rejected(person), make.rejected(person))
    await office.context.pool.execute(
        "UPDATE text SET body_sealed = 'k9.AAAA' WHERE number = (SELECT min(number) FROM text)"
    )
    async with office.open():
        await office.until_states("failed", "delivered")


async def test_the_service_ends_in_good_order_with_texts_on_the_way(office: Any, make: Any) -> None:
    person, phone = await office.person()
    office.break_with(delay_seconds=0.1)
    async with office.open():
        await office.tell(*(make.rejected(person) for _ in range(100)))
        await make.until(lambda: office.submitted(phone) > 0)
    assert "submitting" not in await office.states()
    office.break_with()
    async with office.open():
        await office.until_states(*["delivered"] * 100)
    assert office.submitted(phone) == 100


async def test_a_login_code_in_doubt_is_not_repeated_after_its_time(
    new_office: Any, make: Any
) -> None:
    office = await new_office(smpp_response_timeout_seconds=3.0)
    phone = "13911110009"
    office.break_with(swallow=ALWAYS)
    async with office.open():
        await office.tell(make.login_code(office.context, phone, timedelta(seconds=2)))
        await office.until_states("expired")
    assert office.centre.counters["submits"] == 1
