"""Contracts and offset agreements: writes, and the reads that they rest on."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from loans.domain.contracts import (
    Contract,
    Home,
    OffsetAgreement,
    OffsetWay,
    Party,
    PrepaymentEffect,
    RepaymentMethod,
    Role,
    ShortBalance,
    State,
)
from loans.errors import Reason, Refused
from shared.base.db import Connection
from shared.base.money import Fen

INSERT_CONTRACT = """
INSERT INTO contract (contract_number, amount_fen, method, periods, home, signed_on, state,
                      entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT DO NOTHING RETURNING contract_number
"""
INSERT_PARTIES = """
INSERT INTO party (contract_number, person_id, role)
SELECT $1, person_id, role FROM unnest($2::uuid[], $3::text[]) AS party (person_id, role)
"""


async def add_contract(connection: Connection, contract: Contract, at: datetime) -> None:
    """Store a contract with its parties; raises `Refused` for a number that is taken."""
    added = await connection.fetchval(
        INSERT_CONTRACT,
        contract.contract_number,
        contract.amount_fen,
        contract.method,
        contract.periods,
        contract.home,
        contract.signed_on,
        contract.state,
        contract.entered_by,
        at,
    )
    if added is None:
        raise Refused(Reason.CONTRACT_NUMBER_TAKEN)
    await connection.execute(
        INSERT_PARTIES,
        contract.contract_number,
        [party.person_id for party in contract.parties],
        [party.role for party in contract.parties],
    )


APPLICATION_USED = """
SELECT EXISTS (SELECT FROM contract WHERE application_number = $1 AND contract_number <> $2)
"""


async def application_used(connection: Connection, contract: Contract) -> bool:
    """Tell whether another contract rests on the same application."""
    number = contract.basis.application_number if contract.basis else None
    found: bool = await connection.fetchval(APPLICATION_USED, number, contract.contract_number)
    return found


KEEP_BASIS = """
UPDATE contract
SET application_number = $2, months_contributed = $3, guarantee_type = $4, guarantee_number = $5
WHERE contract_number = $1
"""


async def keep_basis(connection: Connection, contract: Contract) -> None:
    """Keep on what a contract rests."""
    assert contract.basis is not None, "two people have seen it"
    await connection.execute(
        KEEP_BASIS,
        contract.contract_number,
        contract.basis.application_number,
        contract.basis.months_contributed,
        contract.basis.guarantee_type,
        contract.basis.guarantee_number,
    )


READ_CONTRACTS = """
SELECT contract_number, amount_fen, method, periods, home, signed_on, state, entered_by,
       (entered_at AT TIME ZONE 'Asia/Shanghai')::date AS entered_on,
       (SELECT array_agg(person_id ORDER BY person_id) FROM party
        WHERE party.contract_number = contract.contract_number) AS people,
       (SELECT array_agg(role ORDER BY person_id) FROM party
        WHERE party.contract_number = contract.contract_number) AS roles
FROM contract WHERE contract_number = ANY($1::text[]) ORDER BY contract_number
"""
LOCK_CONTRACTS = READ_CONTRACTS + "FOR NO KEY UPDATE OF contract"


async def contracts_of(
    connection: Connection, contract_numbers: Iterable[str], *, lock: bool
) -> dict[str, Contract]:
    """Read contracts; locked, in their order, where something is about to happen to them.

    Nothing happens to a loan without the lock on its contract, which is taken before any other.
    """
    statement = LOCK_CONTRACTS if lock else READ_CONTRACTS
    rows = await connection.fetch(statement, list(contract_numbers))
    return {
        row["contract_number"]: Contract(
            row["contract_number"],
            Fen(row["amount_fen"]),
            RepaymentMethod(row["method"]),
            row["periods"],
            Home(row["home"]),
            row["signed_on"],
            State(row["state"]),
            row["entered_by"],
            [Party(*pair) for pair in zip(row["people"], map(Role, row["roles"]), strict=True)],
            row["entered_on"],
        )
        for row in rows
    }


async def contract_of(
    connection: Connection, contract_number: str, *, lock: bool
) -> Contract | None:
    """Read one contract."""
    found = await contracts_of(connection, [contract_number], lock=lock)
    return found.get(contract_number)


DECIDE = """
UPDATE contract SET state = $2, decided_by = $3, decided_at = $4, decision_note = $5
WHERE contract_number = $1
"""


async def decide_contract(
    connection: Connection,
    contract_number: str,
    state: State,
    *,
    checker: uuid.UUID,
    at: datetime,
    note: str | None,
) -> None:
    """Keep the checker's decision."""
    await connection.execute(DECIDE, contract_number, state, checker, at, note)


SET_STATES = "UPDATE contract SET state = $2 WHERE contract_number = ANY($1::text[])"


async def set_state(connection: Connection, contract_numbers: Sequence[str], state: State) -> None:
    """Move contracts along, if there are any."""
    if contract_numbers:
        await connection.execute(SET_STATES, contract_numbers, state)


INSERT_AGREEMENT = """
INSERT INTO offset_agreement (agreement_id, contract_number, person_id, way, short_balance,
                              prepayment_effect, signed_on, signed_by, signed_at, terms_version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""


async def add_agreement(
    connection: Connection,
    agreement: OffsetAgreement,
    by: uuid.UUID,
    at: datetime,
    terms_version: str | None,
) -> None:
    """Store a signed agreement; with the version of the terms that were accepted online."""
    await connection.execute(
        INSERT_AGREEMENT,
        agreement.agreement_id,
        agreement.contract_number,
        agreement.person_id,
        agreement.way,
        agreement.short_balance,
        agreement.prepayment_effect,
        agreement.signed_on,
        by,
        at,
        terms_version,
    )


END_AGREEMENT = """
UPDATE offset_agreement SET ended_on = $2, ended_by = $3, ended_at = $4 WHERE agreement_id = $1
"""


async def end_agreement(
    connection: Connection, agreement_id: uuid.UUID, ended_on: date, by: uuid.UUID, at: datetime
) -> None:
    """End an agreement; the database allows it once."""
    await connection.execute(END_AGREEMENT, agreement_id, ended_on, by, at)


IN_FORCE_OF = """
SELECT DISTINCT contract_number FROM offset_agreement
WHERE person_id = ANY($1::uuid[]) AND ended_on IS NULL ORDER BY contract_number
"""


async def with_agreements_of(connection: Connection, person_ids: Sequence[uuid.UUID]) -> list[str]:
    """Name the contracts on which any of these people has an agreement in force, in their order."""
    return [row["contract_number"] for row in await connection.fetch(IN_FORCE_OF, person_ids)]


AGREEMENTS = """
SELECT agreement_id, contract_number, person_id, way, short_balance, prepayment_effect,
       signed_on, ended_on
FROM offset_agreement WHERE contract_number = ANY($1::text[]) ORDER BY signed_on, agreement_id
"""


async def agreements_of_all(
    connection: Connection, contract_numbers: Sequence[str]
) -> dict[str, list[OffsetAgreement]]:
    """Read the whole history of the agreements of these contracts, every party's (R-WDR-4)."""
    found: dict[str, list[OffsetAgreement]] = {number: [] for number in contract_numbers}
    for row in await connection.fetch(AGREEMENTS, contract_numbers):
        found[row["contract_number"]].append(
            OffsetAgreement(
                row["agreement_id"],
                row["contract_number"],
                row["person_id"],
                OffsetWay(row["way"]),
                ShortBalance(row["short_balance"]),
                PrepaymentEffect(row["prepayment_effect"]),
                row["signed_on"],
                row["ended_on"],
            )
        )
    return found


async def agreements_of(connection: Connection, contract_number: str) -> list[OffsetAgreement]:
    """Read the whole history of one contract's agreements."""
    return (await agreements_of_all(connection, [contract_number]))[contract_number]
