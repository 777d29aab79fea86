"""What was changed of an employer's people, while they were with it."""

from dataclasses import astuple, dataclass
from datetime import date

import asyncpg

from shared.base.db import Pool

LATEST = 2**63 - 1


@dataclass(frozen=True)
class ChangesWanted:
    """Which changes are asked for, latest first."""

    before_id: int
    on_from: date | None
    on_until: date | None
    business_type: str | None
    account_number: str | None
    rows: int


def _of(kind: str) -> str:
    return f"""
SELECT history.id, history.account_number, history.business_type, history.state_after, history.on_date,
       history.reason, history.evidence, history.created_at, account.person_id, person.name_sealed
FROM employer_change AS change JOIN account_history AS history ON history.id = change.history_id
JOIN individual_account AS account ON account.number = history.account_number
JOIN person ON person.id = account.person_id
WHERE change.employer_number = $1 AND change.history_id < $2
  AND history.on_date BETWEEN coalesce($3::date, '-infinity') AND coalesce($4::date, 'infinity')
  AND coalesce(history.account_number = $6::text, true) AND {kind}
ORDER BY change.history_id DESC LIMIT $7
"""  # noqa: S608 - made of the texts here, no input


OF_EMPLOYER = _of("coalesce(change.business_type = $5::text, true)")
OF_EMPLOYER_BY_TYPE = _of("change.business_type = $5::text")


async def of_employer(
    pool: Pool, employer_number: str, wanted: ChangesWanted
) -> list[asyncpg.Record]:
    """Return changes, latest first."""
    query = OF_EMPLOYER if wanted.business_type is None else OF_EMPLOYER_BY_TYPE
    return await pool.fetch(query, employer_number, *astuple(wanted))
