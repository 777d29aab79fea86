"""A fund of many accounts, written straight into the databases: opening them is no figure here."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from string import Template
from uuid import UUID

import asyncpg
from tests.support.midnight import CLOCK

from accounts.domain import Month
from accounts.sealed import OPERATOR_PHONE, PERSON_ID_NUMBER, PERSON_NAME, PERSON_PHONE
from local.databases import ServiceDatabase, administrator
from local.postgres import PostgresServer
from notifications.sealed import SUBSCRIBER_PHONE
from shared.sealing.personal_data import PersonalData

from .stage import Databases, Sealers

POPULATION_SQL = Template(Path(__file__).with_name("population.sql").read_text("utf-8"))
SUBSCRIBERS_SQL = """
INSERT INTO subscriber (person_id, phone_sealed, phone_hash, phone_tail, known_since)
SELECT id, phone, md5('phone' || n), '0000', $3
FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS told (id, phone, n)
"""
PERSONS_SQL = """
UPDATE person SET name_sealed = told.name, id_number_sealed = told.id_number, phone_sealed = told.phone
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS told (id, name, id_number, phone)
WHERE person.id = told.id
"""
EMPLOYERS_SQL = """
UPDATE employer SET operator_phone_sealed = told.phone
FROM unnest($1::text[], $2::text[]) AS told (code, phone) WHERE social_credit_code = told.code
"""
CHUNK_ROWS = 20_000
NAME, ID_NUMBER, PHONE = "王建国", "371402199001011239", "13900000000"
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

    async def fill(self, server: PostgresServer, databases: Databases, sealers: Sealers) -> None:
        """Put it into the databases of a system that is not started yet."""
        await self.fill_accounts(server, databases["accounts"], sealers("accounts"))
        seal, known_since = sealers("notifications").seal, first_owed().first
        people = [person_id(position) for position in range(1, self.accounts + 1)]
        phones = [seal(PHONE, SUBSCRIBER_PHONE, one) for one in people]
        async with administrator(server, databases["notifications"].name) as connection:
            await connection.execute(SUBSCRIBERS_SQL, people, phones, known_since)
            await connection.execute("VACUUM ANALYZE")

    def opened(self) -> str:
        """Return the SQL that opens the accounts and books what was paid; nothing personal is in it yet."""
        values = {
            "accounts": self.accounts,
            "big": self.big,
            "months": self.months,
            "paid_up_to": first_owed().plus(-1).first,
            "opened_on": first_owed().plus(-OPENED_MONTHS_AGO).first,
            # Of who was entered today no interest is settled unasked (it would run beside what is measured).
            "entered_on": CLOCK.today(),
        }
        return POPULATION_SQL.substitute(values)

    async def fill_accounts(
        self, server: PostgresServer, database: ServiceDatabase, data: PersonalData
    ) -> None:
        """Put it into one database of accounts."""
        async with administrator(server, database.name) as connection:
            await connection.execute(self.opened())
            for first in range(1, self.accounts + 1, CHUNK_ROWS):
                last = min(first + CHUNK_ROWS, self.accounts + 1)
                people = [person_id(position) for position in range(first, last)]
                await connection.execute(
                    PERSONS_SQL,
                    people,
                    [data.seal(NAME, PERSON_NAME, one) for one in people],
                    [data.seal(ID_NUMBER, PERSON_ID_NUMBER, one) for one in people],
                    [data.seal(PHONE, PERSON_PHONE, one) for one in people],
                )
            await give_phones(connection, data)
            await connection.execute("VACUUM FULL ANALYZE person")
            await connection.execute("VACUUM ANALYZE")


async def give_phones(connection: "asyncpg.Connection[asyncpg.Record]", data: PersonalData) -> None:
    """Give the operators phones: employers are late with months, and their operators are reminded."""
    rows = await connection.fetch("SELECT social_credit_code FROM employer")
    codes = [row["social_credit_code"] for row in rows]
    phones = [data.seal(PHONE, OPERATOR_PHONE, code) for code in codes]
    await connection.execute(EMPLOYERS_SQL, codes, phones)


BIG_EMPLOYER = "100001"


def first_owed() -> Month:
    """The first month for which the employers have not paid."""
    return Month.of(CLOCK.today()).plus(1 - MONTHS_OWED)


def person_id(position: int) -> UUID:
    """The person of an account, from 1."""
    return UUID(hashlib.md5(f"person{position}".encode(), usedforsecurity=False).hexdigest())
