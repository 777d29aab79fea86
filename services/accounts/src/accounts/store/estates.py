"""What is inherited: read under lock, set aside share by share, or booked as the fund's income. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from accounts.domain import AccountNumber, AccountState, Purpose, ReservationState
from accounts.rules.estate import Inherited, SetAside
from accounts.store.reservations import FREEZE, LOCK_ACCOUNTS, OPEN_TRANSFERS
from shared.base.db import Connection
from shared.messages.estates import EstateFundsRequested

IS_DECIDED = "SELECT true FROM estate_distribution WHERE request_id = $1"


async def lock(connection: Connection, request: EstateFundsRequested) -> bool:
    """Lock the accounts of who died; return whether the request is still to be answered."""
    await connection.execute(LOCK_ACCOUNTS, [request.person_id])
    return not await connection.fetchval(IS_DECIDED, request.request_id)


@dataclass(frozen=True)
class Found:
    """The account of who died."""

    number: AccountNumber
    ledger_account_id: int
    facts: Inherited
    others_reserved: bool
    """Money of an ordinary withdrawal is frozen still."""


FACTS = """
SELECT account.number, account.state, account.ledger_account_id, balance.posted_fen, balance.frozen_fen,
       due.interest_fen, coalesce(back.fen, 0)::bigint AS returned_fen,
       EXISTS (SELECT FROM reservation WHERE reservation.account_number = account.number
                 AND reservation.state = 'reserved' AND estate_request_id IS NULL) AS others_reserved
FROM individual_account AS account
JOIN ledger_balance AS balance USING (ledger_account_id)
CROSS JOIN LATERAL interest_due(ARRAY[account.ledger_account_id], $2) AS due
CROSS JOIN LATERAL (
    SELECT sum(principal_fen) AS fen FROM reservation
    WHERE reservation.account_number = account.number AND reservation.state = 'restored'
      AND estate_request_id IS NOT NULL AND application_id IS DISTINCT FROM $3
      AND NOT EXISTS (SELECT FROM estate_distribution AS anew
                      WHERE anew.instead_of = application_id AND anew.refused_code IS NULL)
) AS back
WHERE account.person_id = $1
ORDER BY account.state IN ('03', '04', '05'), opened_on DESC LIMIT 1
"""


async def facts_of(
    connection: Connection, request: EstateFundsRequested, today: date
) -> Found | None:
    """Read what decides; `lock` comes first. A share that came back is its heir's, and not free for all."""
    row = await connection.fetchrow(FACTS, request.person_id, today, request.instead_of)
    if row is None:
        return None
    facts = Inherited(
        state=AccountState(row["state"]),
        free_fen=row["posted_fen"] - row["frozen_fen"] - row["returned_fen"],
        balance_fen=row["posted_fen"],
        interest_fen=row["interest_fen"],
    )
    return Found(row["number"], row["ledger_account_id"], facts, row["others_reserved"])


PEOPLE = "SELECT id FROM person WHERE id_number_hash = ANY($1::text[])"


async def people_of(connection: Connection, id_number_hashes: Sequence[str]) -> set[UUID]:
    """Whom of these the fund knows."""
    return {row["id"] for row in await connection.fetch(PEOPLE, id_number_hashes)}


EARLIER = """
SELECT state, principal_fen, transfer_id FROM reservation
WHERE application_id = $1 AND estate_request_id IS NOT NULL FOR UPDATE
"""


@dataclass(frozen=True)
class Earlier:
    """What was set aside for an earlier payment of a share."""

    state: ReservationState
    fen: int
    transfer_id: UUID


async def earlier(connection: Connection, share_id: UUID) -> Earlier | None:
    """Lock what was set aside for a payment."""
    row = await connection.fetchrow(EARLIER, share_id)
    return (
        Earlier(ReservationState(row["state"]), row["principal_fen"], row["transfer_id"])
        if row
        else None
    )


KEEP = """
INSERT INTO estate_distribution (request_id, estate_id, person_id, account_number, instead_of, principal_fen,
                                 interest_fen, taken_back_fen, income_transfer_id, refused_code, decided_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""


async def keep_refused(
    connection: Connection, request: EstateFundsRequested, code: str, today: date
) -> None:
    """Keep that nothing was set aside."""
    await connection.execute(
        KEEP, request.request_id, request.estate_id, request.person_id, None, request.instead_of,
        0, 0, 0, None, code, today,
    )  # fmt: skip


INTEREST = """
WITH booked AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
    VALUES ($1, 'estate-interest:' || $2::uuid, 'posted', '09', $2, now())
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT $1, $3::bigint, $4::bigint, '09', $5::date, $5::date
UNION ALL
SELECT $1, id, -$4::bigint, '09', $5::date, $5::date FROM ledger_account WHERE kind = 'interest_expense'
"""
RESERVE = """
INSERT INTO reservation (application_id, person_id, account_number, transfer_id, state, round, closing,
                         principal_fen, interest_fen, reserved_on, estate_request_id)
SELECT application_id, $3, $4, transfer_id, 'reserved', 1, true, fen, 0, $6, $7
FROM unnest($1::uuid[], $2::uuid[], $5::bigint[]) AS share (application_id, transfer_id, fen)
"""


async def set_aside(
    connection: Connection,
    request: EstateFundsRequested,
    found: Found,
    wanted: SetAside,
    today: date,
) -> None:
    """Book the interest and freeze every share, those of nothing left out."""
    await _keep(connection, request, found, wanted, today=today)
    shares = [
        (one.share_id, fen, uuid4())
        for one, fen in zip(request.shares, wanted.shares, strict=True)
        if fen > 0
    ]
    ids, amounts = [share for share, _, _ in shares], [fen for _, fen, _ in shares]
    transfers = [transfer for _, _, transfer in shares]
    await connection.execute(
        OPEN_TRANSFERS, transfers, list(map(str, ids)), [True] * len(ids), Purpose.WITHDRAWAL
    )
    await connection.execute(FREEZE, transfers, [found.ledger_account_id] * len(ids), amounts)
    await connection.execute(
        RESERVE, ids, transfers, request.person_id, found.number, amounts, today, request.request_id
    )


async def _keep(
    connection: Connection,
    request: EstateFundsRequested,
    found: Found,
    wanted: SetAside,
    *,
    today: date,
    income_transfer_id: UUID | None = None,
) -> None:
    await connection.execute(
        KEEP, request.request_id, request.estate_id, request.person_id, found.number,
        request.instead_of, wanted.principal_fen, wanted.interest_fen, wanted.taken_back_fen,
        income_transfer_id, None, today,
    )  # fmt: skip
    if booked := wanted.interest_fen - wanted.taken_back_fen:
        await connection.execute(
            INTEREST,
            uuid4(),
            request.request_id,
            found.ledger_account_id,
            booked,
            today,
        )


INCOME_TRANSFER = """
INSERT INTO transfer (id, idempotency_key, state, business_type, withdrawal_reason, reference, settled_at)
VALUES ($1, 'estate-income:' || $2::uuid, 'posted', '12', '08', $2, now())
"""
INCOME = """
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT $1::uuid, $2::bigint, -$3::bigint, '12', $4::date, $4::date
UNION ALL
SELECT $1::uuid, id, $3::bigint, '12', $4::date, $4::date FROM ledger_account WHERE kind = 'other_income'
"""
CLOSE = """
WITH closed AS (
    UPDATE individual_account SET state = '05', closed_on = $2, state_before_freeze = NULL
    WHERE number = $1 RETURNING number
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
SELECT number, '12', '05', $2, '无人继承，转增值收益', 'withdrawals' FROM closed
"""


async def to_the_fund(
    connection: Connection,
    request: EstateFundsRequested,
    found: Found,
    wanted: SetAside,
    today: date,
) -> None:
    """Nobody inherits: the balance is the fund's income (业务收入), added value; the account closes."""
    transfer_id = uuid4()
    await connection.execute(INCOME_TRANSFER, transfer_id, request.request_id)
    await _keep(connection, request, found, wanted, today=today, income_transfer_id=transfer_id)
    total = wanted.principal_fen + wanted.interest_fen
    await connection.execute(INCOME, transfer_id, found.ledger_account_id, total, today)
    await connection.execute(CLOSE, found.number, today)
