"""Reads for people and for other services; nothing here changes anything."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from loans.domain.answers import Debts, PayoffAnswer
from loans.rules.repayment import Owed
from shared.base.db import Connection

CONTRACTS_OF_PERSON = """
SELECT contract_number FROM party JOIN contract USING (contract_number)
WHERE person_id = $1 AND role = ANY($2::text[])
ORDER BY signed_on DESC, contract_number
"""


async def contracts_of_person(
    connection: Connection, person_id: uuid.UUID, roles: Sequence[str]
) -> list[str]:
    """Name the contracts in which a person has one of these roles, latest first."""
    rows = await connection.fetch(CONTRACTS_OF_PERSON, person_id, roles)
    return [row["contract_number"] for row in rows]


CONTRACTS_TO_CONFIRM = """
SELECT contract_number FROM contract WHERE state = '6' ORDER BY entered_at, contract_number LIMIT $1
"""


async def contracts_to_confirm(connection: Connection, limit: int) -> list[str]:
    """Name the contracts that wait for a checker, oldest first."""
    rows = await connection.fetch(CONTRACTS_TO_CONFIRM, limit)
    return [row["contract_number"] for row in rows]


@dataclass(frozen=True)
class PlanVersion:
    """One version of a plan, without its lines."""

    version: int
    cause: str
    effective_on: date
    annual_rate: Decimal
    level_fen: int
    first_number: int


PLAN_VERSIONS = """
SELECT version, cause, effective_on, annual_rate, level_fen, first_number
FROM plan_version WHERE contract_number = $1 ORDER BY version
"""


async def plan_versions(connection: Connection, contract_number: str) -> list[PlanVersion]:
    """Read every version of the plan, the first one first."""
    return [PlanVersion(*row) for row in await connection.fetch(PLAN_VERSIONS, contract_number)]


INSTALMENTS_OF_VERSION = """
SELECT number, due_on, principal_fen, interest_fen FROM instalment
WHERE contract_number = $1 AND version = $2 ORDER BY number
"""


async def instalments_of_version(
    connection: Connection, contract_number: str, version: int
) -> list[Owed]:
    """Read the lines of one version as they were planned."""
    rows = await connection.fetch(INSTALMENTS_OF_VERSION, contract_number, version)
    return [Owed(*row) for row in rows]


# A change of rate may have been stored before an earlier payoff was entered: after that it does not count.
INSTALMENTS_IN_FORCE = """
WITH plan AS (
    SELECT plan_version.version, first_number FROM plan_version JOIN account USING (contract_number)
    WHERE contract_number = $1 AND effective_on <= coalesce(settled_on, 'infinity')
)
SELECT number, due_on, principal_fen, interest_fen FROM plan JOIN instalment AS line USING (version)
WHERE line.contract_number = $1
  AND NOT EXISTS (SELECT FROM plan AS later
                  WHERE later.version > line.version AND later.first_number <= line.number)
ORDER BY number
"""


async def instalments_in_force(connection: Connection, contract_number: str) -> list[Owed]:
    """Read the lines that no later version has replaced."""
    return [Owed(*row) for row in await connection.fetch(INSTALMENTS_IN_FORCE, contract_number)]


PAYOFF_FACTS = """
SELECT question.application_id, question.person_id, loan.contract_number, loan.settled_on,
       loan.principal_repaid_fen, loan.interest_repaid_fen, loan.offset_agreement_ever
FROM unnest($1::uuid[], $2::uuid[], $3::text[])
    AS question (application_id, person_id, contract_number)
LEFT JOIN LATERAL (
    SELECT account.contract_number, settled_on, principal_repaid_fen, interest_repaid_fen,
           EXISTS (SELECT FROM offset_agreement
                   WHERE offset_agreement.contract_number = account.contract_number)
               AS offset_agreement_ever
    FROM party JOIN account USING (contract_number)
    WHERE party.person_id = question.person_id
      AND (party.role = 'borrower' OR party.role = 'co_borrower' AND
           (SELECT payoff_for_co_borrower FROM loan_policy WHERE effective_from <= $4
            ORDER BY effective_from DESC LIMIT 1))
      AND (question.contract_number IS NULL OR question.contract_number = account.contract_number)
    ORDER BY settled_on DESC NULLS LAST, account.contract_number DESC
    LIMIT 1
) AS loan ON true
"""


async def payoff_facts(
    connection: Connection,
    application_ids: Sequence[uuid.UUID],
    person_ids: Sequence[uuid.UUID],
    contract_numbers: Sequence[str | None],
    day: date,
) -> list[PayoffAnswer]:
    """For each question find the named loan, else the latest settled, else an unpaid one (R-WDR-4)."""
    rows = await connection.fetch(PAYOFF_FACTS, application_ids, person_ids, contract_numbers, day)
    return [PayoffAnswer(*row) for row in rows]


UNPAID_LOANS = """
SELECT question.application_id, question.person_id,
       count(loan.contract_number) FILTER (WHERE loan.role = 'borrower'),
       count(loan.contract_number) FILTER (WHERE loan.role = 'co_borrower'),
       count(loan.contract_number) FILTER (WHERE loan.role = 'guarantor'),
       (array_agg(loan.contract_number ORDER BY loan.role, loan.contract_number))[1]
FROM unnest($1::uuid[], $2::uuid[]) AS question (application_id, person_id)
LEFT JOIN (party JOIN contract USING (contract_number)) AS loan
    ON loan.person_id = question.person_id AND loan.state = '2'
GROUP BY question.application_id, question.person_id
"""


async def unpaid_loans(
    connection: Connection, application_ids: Sequence[uuid.UUID], person_ids: Sequence[uuid.UUID]
) -> list[Debts]:
    """Count for each question the loans that the person still owes or guarantees (R-WDR-10)."""
    return [
        Debts(*row) for row in await connection.fetch(UNPAID_LOANS, application_ids, person_ids)
    ]
