"""What texts say from which day on (文字), of all rows that count (ADR 55): those two people put in force."""

import json
from datetime import date

from notifications.policies import WORDING
from notifications.rules.wordings import Said
from shared.base.db import Connection
from shared.sealing.personal_data import PersonalData
from shared.sealing.policies import Trust, digest_of


async def read(connection: Connection, data: PersonalData) -> list[Said]:
    """Read the rows that count; there are few."""
    told = [row["told"] for row in await connection.fetch(WORDING.read)]
    if not told:
        return []
    trust = await Trust.read(connection, data)
    return [_said(one) for one in told if trust.counts(WORDING, digest_of(WORDING.name, one))]


def _said(told: str) -> Said:
    template, day, wording, source = json.loads(told)
    return Said(template, date.fromisoformat(day), wording, source)
