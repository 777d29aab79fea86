"""Accounts: freezes the money of a withdrawal, and books it when the bank has paid."""

from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.base.clock import SystemClock
from shared.base.money import round_half_up
from shared.base.settings import ServiceSettings
from shared.messages.accounts import FundsReserved
from shared.messages.withdrawals import WithdrawalFundsRequested, WithdrawalPaid

from .models import BANK, EXPENSE, Account, AccountHistory, Entry, Hold, Reservation, Transfer
from .plumbing import Service, emit

RATE = Decimal("0.015")
DAYS_OF_A_YEAR = 360

service = Service("accounts", ServiceSettings())


async def funds_requested(session: AsyncSession, event: WithdrawalFundsRequested) -> None:
    """Freeze the balance of a sealed account."""
    query = select(Account).where(Account.person_id == event.person_id).with_for_update()
    account = (await session.scalars(query)).one()
    if await session.get(Reservation, event.application_id) is not None:
        return
    today = SystemClock().today()
    assert account.state == "sealed", "the bench's citizens are all sealed"
    principal = account.posted_fen - account.frozen_fen
    interest = await _interest(session, account, today)
    transfer = Transfer(
        idempotency_key=f"withdrawal:{event.application_id}", state="pending", business_type="12"
    )
    session.add(transfer)
    await session.flush()
    session.add(
        Hold(
            transfer_id=transfer.id,
            account_number=account.number,
            amount_fen=principal,
            active=True,
        )
    )
    account.frozen_fen += principal
    session.add(
        Reservation(
            application_id=event.application_id,
            account_number=account.number,
            transfer_id=transfer.id,
            state="reserved",
            principal_fen=principal,
            interest_fen=interest,
        )
    )
    emit(
        session,
        FundsReserved(
            application_id=event.application_id,
            person_id=event.person_id,
            round=event.round,
            account_number=account.number,
            account_tail=account.number[-4:],
            holder_name=account.name_sealed,
            closing=True,
            principal_fen=principal,
            interest_fen=interest,
            amount_fen=principal + interest,
            balance_after_fen=0,
            retained_fen=0,
            reserved_on=today,
        ),
    )


async def _interest(session: AsyncSession, account: Account, until: date) -> int:
    entries = await session.scalars(select(Entry).where(Entry.account_number == account.number))
    products = sum(entry.amount_fen * max((until - entry.value_date).days, 0) for entry in entries)
    return round_half_up(products * RATE / DAYS_OF_A_YEAR)


async def paid(session: AsyncSession, event: WithdrawalPaid) -> None:
    """Book what the bank paid, with its interest, and close the account."""
    query = select(Account).where(Account.person_id == event.person_id).with_for_update()
    account = (await session.scalars(query)).one()
    reservation = await session.get_one(Reservation, event.application_id)
    if reservation.state != "reserved":
        return
    transfer = await session.get_one(Transfer, reservation.transfer_id)
    hold = await session.get_one(Hold, reservation.transfer_id)
    now = datetime.now(UTC)
    transfer.state, transfer.settled_at = "posted", now
    hold.active = False
    account.frozen_fen -= hold.amount_fen
    if reservation.interest_fen:
        credited = Transfer(
            idempotency_key=f"closing-interest:{event.application_id}",
            state="posted",
            business_type="09",
            settled_at=now,
        )
        session.add(credited)
        await session.flush()
        await _book(session, credited, account, (EXPENSE, reservation.interest_fen), event.paid_on)
    await _book(session, transfer, account, (BANK, -account.posted_fen), event.paid_on)
    account.state, account.closed_on = "closed", now.date()
    session.add(
        AccountHistory(account_number=account.number, business_type="12", on_date=now.date())
    )
    reservation.state = "posted"


async def _book(
    session: AsyncSession, transfer: Transfer, account: Account, against: tuple[str, int], on: date
) -> None:
    """Book both sides; the balances follow."""
    other, fen = against
    query = select(Account).where(Account.number == other).with_for_update()
    counterpart = (await session.scalars(query)).one()
    for side, amount in ((account, fen), (counterpart, -fen)):
        side.posted_fen += amount
        session.add(
            Entry(
                transfer_id=transfer.id,
                account_number=side.number,
                amount_fen=amount,
                business_type=transfer.business_type,
                value_date=on,
                booked_on=SystemClock().today(),
            )
        )


service.listen("reserve-withdrawal-funds", {WithdrawalFundsRequested: funds_requested})
service.listen("settle-withdrawal-funds", {WithdrawalPaid: paid})

if __name__ == "__main__":
    service.run()
