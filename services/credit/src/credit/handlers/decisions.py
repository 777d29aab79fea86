"""The fund's own decisions become rows of 双公示, which two people publish and lifting withdraws (R-CRD-4).

Told twice, late or in the wrong order a decision ends in one state: lifted is the last word, what was over
when it was heard is drafted by nobody, and whom the register does not know is waited for.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

from credit.domain import DecisionState
from credit.handlers import records
from credit.rules.decisions import entry_of
from credit.settings import Settings
from credit.store import decisions as store
from credit.store import policies
from credit.store import records as record_store
from shared.messages.withdrawals import BanEvent, BanImposed, BanLifted
from shared.messaging.unit import Received, Unit, events_of, own_settings

THE_FUND = UUID(int=0)
"""Who enters such a row: nobody of the staff, so that any two of them may publish it."""
LIFTED = "资金使用限制已解除"


async def imposed(unit: Unit, batch: Sequence[Received[BanImposed]]) -> None:
    """Keep decisions, and draft those whose person is known."""
    await store.hear(unit.connection, _once(events_of(batch)), unit.clock.today(), unit.clock.now())
    await draft_some(unit, len(batch))


async def lifted(unit: Unit, batch: Sequence[Received[BanLifted]]) -> None:
    """Withdraw what rests on decisions that were wrong: a row that was shown wakes what used it."""
    record_ids = await store.lift(unit.connection, _once(events_of(batch)), unit.clock.now())
    await records.withdraw_by_the_fund(unit, record_ids, LIFTED)


def _once(events: Sequence[BanEvent]) -> list[BanEvent]:
    return list({event.ban_id: event for event in events}.values())


async def draft_some(unit: Unit, limit: int) -> int:
    """Write rows down for people who stand in the register by now; return how many were looked at."""
    rows = await store.to_draft(unit.connection, limit)
    if not rows:
        return 0
    settings = own_settings(unit.context, Settings)
    policy, today = await policies.policy(unit.connection), unit.clock.today()
    new = [
        records.written(
            unit.personal_data,
            today,
            policy,
            entry_of(row, settings.centre_name, settings.centre_code),
            row["subject_id"],
            record_id=uuid4(),
            version=1,
        )
        for row in rows
    ]
    added = await record_store.add(unit.connection, new, THE_FUND, unit.clock.now())
    became = [
        (row["decision_id"], DecisionState.DRAFTED, one.record_id)
        if one.record_id in added
        else (row["decision_id"], DecisionState.BY_HAND, None)
        for row, one in zip(rows, new, strict=True)
    ]
    await store.drafted(unit.connection, became)
    return len(rows)
