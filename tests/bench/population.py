"""A fund of many accounts, written straight into the databases: opening them is no figure here."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template
from uuid import UUID

from accounts.domain import Month
from local.databases import ServiceDatabase, administrator
from local.postgres import PostgresServer
from shared.sealing.personal_data import PersonalData

from .stage import Databases

POPULATION_SQL = Template(Path(__file__).with_name("population.sql").read_text("utf-8"))
SUBSCRIBERS_SQL = """
INSERT INTO subscriber (person_id, phone_sealed, phone_hash, phone_tail, known_since)
SELECT md5('person' || n)::uuid, $1, md5('phone' || n), '0000', $2 FROM generate_series(1, $3) AS n
"""
MONTHS_OWED = 6
"""The last months of every employer, for lists to be booked."""
OPENED_MONTHS_AGO = 48


@dataclass(frozen=True)
class Population:
    """How many accounts, and how many of them at the one big employer."""

    accounts: int
    big: int
    months: int = 3
    """How many months were paid for."""

    async def fill(self, server: PostgresServer, databases: Databases, data: PersonalData) -> None:
        """Put it into the databases of a system that is not started yet."""
        await self.fill_accounts(server, databases["accounts"], data)
        phone, known_since = data.seal("13900000000"), first_owed().first
        async with administrator(server, databases["notifications"].name) as connection:
            await connection.execute(SUBSCRIBERS_SQL, phone, known_since, self.accounts)
            await connection.execute("VACUUM ANALYZE")

    async def fill_accounts(
        self, server: PostgresServer, database: ServiceDatabase, data: PersonalData
    ) -> None:
        """Put it into one database of accounts."""
        values = {
            "accounts": self.accounts,
            "big": self.big,
            "months": self.months,
            "name": data.seal("王建国"),
            "id_number": data.seal("371402199001011239"),
            "phone": data.seal("13900000000"),
            "paid_up_to": first_owed().plus(-1).first,
            "opened_on": first_owed().plus(-OPENED_MONTHS_AGO).first,
        }
        async with administrator(server, database.name) as connection:
            await connection.execute(POPULATION_SQL.substitute(values))
            await connection.execute("VACUUM ANALYZE")


BIG_EMPLOYER = "100001"


def first_owed() -> Month:
    """The first month for which the employers have not paid."""
    return Month.of(date.today()).plus(1 - MONTHS_OWED)  # noqa: DTZ011


def person_id(position: int) -> UUID:
    """The person of an account, from 1."""
    return UUID(hashlib.md5(f"person{position}".encode(), usedforsecurity=False).hexdigest())
