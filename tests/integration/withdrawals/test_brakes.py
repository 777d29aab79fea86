"""A thief with a session, a phone, or both, against the owner's own brakes (R-CRT-4)."""

import uuid
from datetime import timedelta

from tests.support.letters import LETTERS

from shared.messages import Event
from shared.messages.cards import CardVerdict
from shared.messages.notifications import SubscriberPhoneChanged
from shared.messages.withdrawals import WithdrawalBrakesTold
from shared.messaging.journal import Told
from shared.messaging.sealed import told as tell
from withdrawals.handlers import applications, brakes
from withdrawals.recollect import recollect

from .conftest import CARD, OTHER_CARD, Caller, Withdrawals, funds_reserved


async def refused(withdrawals: Withdrawals, application_id: str) -> tuple[str, str]:
    case = await withdrawals.case(application_id)
    return case["state"], case["refusal_code"]


async def told(withdrawals: Withdrawals) -> list[str]:
    return [one.text for one in await withdrawals.events() if isinstance(one, WithdrawalBrakesTold)]


async def decided(withdrawals: Withdrawals, person: Caller, card: str = CARD) -> str:
    application_id = await person.apply(card=card)
    await withdrawals.debt_checked(application_id)
    await withdrawals.reserved(application_id)
    return application_id


async def test_r_crt_4_brakes_hold_again_after_an_older_backup(withdrawals: Withdrawals) -> None:
    """As if the backup were older than both: the last word of each owner counts, and a phone cools anew."""
    locker, limiter, mover = (withdrawals.citizen() for _ in range(3))
    await limiter.post("/brakes/daily-limit", {"daily_limit_fen": 900_000})
    await limiter.post("/brakes/daily-limit", {"daily_limit_fen": 100_000})
    await limiter.post("/brakes/daily-limit", {"daily_limit_fen": 500_000})
    await locker.post("/brakes/lock")
    people = (locker, limiter)
    before = [(await one.get("/brakes")).json() for one in people]
    said = [one for one in await withdrawals.events() if isinstance(one, WithdrawalBrakesTold)]
    pool, now = withdrawals.context.pool, withdrawals.clock.now()
    await pool.execute("UPDATE brake SET locked_at = NULL, limit_fen = NULL, next_limit_fen = NULL, "
                       "next_limit_at = NULL")  # fmt: skip

    def journaled(event: Event) -> Told:
        body = tell(event, LETTERS[event.owner])
        return Told(event.owner, uuid.uuid4(), event.type, event.subject, 1, now, "", body)

    assert mover.person_id is not None
    moved = SubscriberPhoneChanged(person_id=mover.person_id, changed_at=now)
    older = moved.model_copy(update={"changed_at": now - timedelta(hours=100)})
    unsaid = said[-1].model_copy(update={"brakes": None, "person_id": uuid.uuid4()})
    async with withdrawals.context.unit() as unit:
        lost = [journaled(one) for one in (*said, unsaid)]
        left = await recollect(unit, lost, [journaled(moved), journaled(older)])
    assert list(left) == [str(unsaid.person_id)], "an event of before says too little"
    assert [(await one.get("/brakes")).json() for one in people] == before
    assert (await mover.get("/brakes")).json()["phone_cools_until"] is not None
    assert await refused(withdrawals, await locker.apply()) == ("rejected", "locked_by_owner")


async def test_a_stolen_session_and_phone_cannot_lift_the_lock_quickly(
    withdrawals: Withdrawals,
) -> None:
    person = withdrawals.citizen()
    under_way = await person.apply()
    await withdrawals.debt_checked(under_way)
    shown = await person.post("/brakes/lock")
    assert (shown.status_code, shown.json()["locked"]) == (200, True)
    await withdrawals.reserved(under_way)
    assert await refused(withdrawals, under_way) == ("rejected", "locked_by_owner"), "at once"
    assert await refused(withdrawals, await person.apply()) == ("rejected", "locked_by_owner")
    # The thief has session and phone, and asks to lift it, and to lift it again.
    for _ in range(2):
        asked = (await person.post("/brakes/unlock")).json()
        assert asked["locked"]
    assert await told(withdrawals) == [
        "提取已锁定，即时生效", "收到解除提取锁定的申请，2026年10月15日09:00起生效",
    ]  # fmt: skip
    withdrawals.clock.advance(timedelta(hours=71))
    barred = await person.apply()
    assert await refused(withdrawals, barred) == ("rejected", "locked_by_owner")
    text = (await withdrawals.case(barred))["refusal_text"]
    assert text == "您已锁定提取，解除锁定的申请尚未生效，2026年10月16日起可以再次申请。"
    # The owner reads the text, and locks again.
    await person.post("/brakes/lock")
    withdrawals.clock.advance(timedelta(hours=200))
    assert await refused(withdrawals, await person.apply()) == ("rejected", "locked_by_owner")
    await person.post("/brakes/unlock")
    withdrawals.clock.advance(timedelta(hours=72))
    assert not (await person.get("/brakes")).json()["locked"]
    assert await withdrawals.state(await decided(withdrawals, person)) == "approved"
    assert (await withdrawals.citizen().get("/brakes")).json()["locked"] is False


async def test_a_lowered_limit_counts_at_once_and_a_raised_one_later(
    withdrawals: Withdrawals,
) -> None:
    person = withdrawals.citizen()
    body = {"daily_limit_fen": 6_000_000}
    assert (await person.post("/brakes/daily-limit", body)).json()["daily_limit_fen"] == 6_000_000
    barred = await decided(withdrawals, person)
    assert await refused(withdrawals, barred) == ("rejected", "over_own_limit")
    assert (await withdrawals.case(barred))["refusal_text"].startswith(
        "本次应付60,012.34元，当日已付0.00元，超过您自己设定的每日提取限额60,000.00元"
    )
    for wanted in (9_000_000, None):
        shown = (await person.post("/brakes/daily-limit", {"daily_limit_fen": wanted})).json()
        assert (shown["daily_limit_fen"], shown["limit_to_come_fen"]) == (6_000_000, wanted)
    assert await refused(withdrawals, await decided(withdrawals, person)) == (
        "rejected", "over_own_limit",
    )  # fmt: skip
    withdrawals.clock.advance(timedelta(hours=72))
    first = await decided(withdrawals, person)
    assert await withdrawals.state(first) == "approved"


async def test_another_card_cools_off_and_the_known_one_is_paid(withdrawals: Withdrawals) -> None:
    person = withdrawals.citizen()
    await withdrawals.paid(person)
    await withdrawals.context.pool.execute("UPDATE application SET paid_on = '2026-01-05'")
    withdrawals.clock.advance(timedelta(hours=1))
    thief = await decided(withdrawals, person, OTHER_CARD)
    assert await refused(withdrawals, thief) == ("rejected", "card_cooling")
    assert await withdrawals.state(await decided(withdrawals, person)) == "approved"
    # Whose first card the bank refuses takes another one, without waiting.
    other = withdrawals.citizen()
    wrong = await other.apply()
    await withdrawals.debt_checked(wrong)
    await withdrawals.deliver(applications.funds_reserved, funds_reserved(wrong, "张三丰"))
    await withdrawals.cards_told(CardVerdict.REFUSED, "BE01")
    assert await withdrawals.state(wrong) == "rejected"
    assert await withdrawals.state(await decided(withdrawals, other, OTHER_CARD)) == "approved"


async def test_a_phone_that_was_just_changed_lets_nothing_out(withdrawals: Withdrawals) -> None:
    person = withdrawals.citizen()
    under_way = await person.apply()
    await withdrawals.debt_checked(under_way)
    assert person.person_id is not None
    now = withdrawals.clock.now()
    changed = SubscriberPhoneChanged(person_id=person.person_id, changed_at=now)
    older = SubscriberPhoneChanged(person_id=person.person_id, changed_at=now - timedelta(days=9))
    await withdrawals.deliver(brakes.phone_changed, changed, changed, older)
    await withdrawals.deliver(brakes.phone_changed, older)
    await withdrawals.reserved(under_way)
    assert await refused(withdrawals, under_way) == ("rejected", "phone_cooling")
    assert await refused(withdrawals, await person.apply()) == ("rejected", "phone_cooling")
    stranger = SubscriberPhoneChanged(person_id=uuid.uuid4(), changed_at=now)
    await withdrawals.deliver(brakes.phone_changed, stranger)
    withdrawals.clock.advance(timedelta(hours=72))
    assert await withdrawals.state(await decided(withdrawals, person)) == "approved"
