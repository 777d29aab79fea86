"""Letters (联系函) in any state, as tests need them in the stead of what others would have told."""

import itertools
import json
import uuid
from dataclasses import asdict
from datetime import date
from typing import Any

from shared.messages.transfers import Direction
from shared.messaging.unit import Context
from transfers.domain import Centre, Letter, LetterState, Seen, Subject
from transfers.sealed import SUBJECT
from transfers.store import centres, letters, receipts

JINAN = Centre("370100", "济南住房公积金中心", "37001618800050000023", "济南住房公积金中心")
FACTS = {
    "account": {
        "balance_fen": 1_234_500, "interest_fen": 67, "paid_up_to": "2026-01",
        "opened_on": "2018-09-01", "months_in_a_row": 6, "refusal": None,
    },
    "loans": {"loans": 0, "unpaid": 0, "fraud": False},
}  # fmt: skip
_serials = itertools.count(1)


async def known(context: Context) -> None:
    """Let the national list have been fetched."""
    async with context.unit() as unit:
        await centres.keep(unit.connection, [JINAN], unit.clock.now())


async def planted(
    context: Context,
    direction: Direction,
    state: LetterState,
    person_id: uuid.UUID | None,
    *,
    money_came: bool = False,
    **changes: Any,
) -> str:
    """Put a letter there; return its address."""
    await known(context)
    letter_id, now = uuid.uuid4(), context.clock.now()
    centre = "371400" if direction is Direction.IN else JINAN.code
    subject = Subject("张三丰", "01", "11010519491231002X", None)
    sealed = context.personal_data.seal(json.dumps(asdict(subject)), SUBJECT, letter_id)
    values: dict[str, Any] = {
        "letter_id": letter_id,
        "direction": direction,
        "state": state,
        "centre_code": JINAN.code,
        "centre_name": JINAN.name,
        "channel": "web",
        "asked_at": now,
        "state_since": now,
        "number": f"{centre}260301{next(_serials):04d}",
        "person_id": person_id,
        "id_number_hash": uuid.uuid4().hex,
        "subject_sealed": sealed,
        "facts": FACTS if direction is Direction.OUT else {},
        "principal_fen": 1_234_500,
        "interest_fen": 67,
        "proposal_id": uuid.uuid4() if direction is Direction.OUT else None,
    }
    async with context.unit() as unit:
        await letters.add(unit.connection, Letter(**values | changes))
        if money_came:
            came = Seen(
                f"B{uuid.uuid4().hex[:12]}", letter_id, 1_234_567, date(2026, 3, 2), used=False
            )
            await receipts.add(unit.connection, [came], now)
    return str(letter_id)


async def forgotten(context: Context, person_id: uuid.UUID) -> None:
    """End a person's open letters: one is open at a time."""
    await context.pool.execute(
        "UPDATE letter SET state = 'cancelled', ended_at = now() WHERE person_id = $1 AND ended_at IS NULL",
        person_id,
    )
