"""What staff see of deaths and estates; read only."""

from collections import defaultdict
from uuid import UUID

from shared.base.db import Pool
from shared.base.identifiers import mask_name
from shared.sealing.personal_data import PersonalData
from withdrawals.estates import STATE_TEXTS, State
from withdrawals.sealed import HEIR_NAME
from withdrawals.shapes.citizens import KIND_NAMES
from withdrawals.shapes.deaths import (
    DeathAnswer,
    DeathDetail,
    EstateAnswer,
    EstatePayment,
    PaidAfterDeath,
)

DEATHS = """
SELECT id, person_id, died_on, source, evidence, recorded_on, revoked_at, revoke_reason FROM death
WHERE ($1::uuid IS NULL OR person_id = $1) AND ($2::uuid IS NULL OR id = $2)
ORDER BY recorded_at DESC, id LIMIT $3
"""


async def deaths(
    pool: Pool, limit: int, *, person_id: UUID | None = None, death_id: UUID | None = None
) -> list[DeathAnswer]:
    """Return deaths, the newest first."""
    rows = await pool.fetch(DEATHS, person_id, death_id, limit)
    return [DeathAnswer.model_validate(dict(row)) for row in rows]


AFTER_DEATH = """
SELECT id, kind, amount_fen, card_tail, paid_on, state FROM application
WHERE person_id = $1 AND state IN ('approved', 'paid', 'returned') AND (paid_on IS NULL OR paid_on > $2)
ORDER BY submitted_at, id
"""
ESTATES = """
SELECT id, basis, state, set_aside_fen, refusal_text, claimed_on FROM estate WHERE death_id = $1
ORDER BY claimed_at DESC, id
"""
PAYMENTS = """
SELECT payment.*, heir.name_sealed FROM estate_payment AS payment
JOIN estate_heir AS heir ON heir.id = payment.heir_id
WHERE payment.estate_id = ANY($1::uuid[])
ORDER BY heir.position, payment.purpose <> 'share', payment.id
"""


async def detail(pool: Pool, data: PersonalData, death_id: UUID) -> DeathDetail | None:
    """Return a death with what was paid after it, and what is inherited."""
    found = await deaths(pool, 1, death_id=death_id)
    if not found:
        return None
    (death,) = found
    after = await pool.fetch(AFTER_DEATH, death.person_id, death.died_on)
    estates = await pool.fetch(ESTATES, death_id)
    rows = await pool.fetch(PAYMENTS, [row["id"] for row in estates])
    payments: dict[UUID, list[EstatePayment]] = defaultdict(list)
    for row in rows:
        name = mask_name(data.open(row["name_sealed"], HEIR_NAME, row["heir_id"]))
        text = STATE_TEXTS[State(row["state"])]
        shown = EstatePayment.model_validate({**dict(row), "heir": name, "state_text": text})
        payments[row["estate_id"]].append(shown)
    return DeathDetail(
        **death.model_dump(),
        paid_after_death=[
            PaidAfterDeath(
                application_id=row["id"],
                kind_text=KIND_NAMES[row["kind"]],
                amount_fen=row["amount_fen"],
                card_tail=row["card_tail"],
                paid_on=row["paid_on"],
                state=row["state"],
            )
            for row in after
        ],
        estates=[EstateAnswer(**dict(row), payments=payments[row["id"]]) for row in estates],
    )
