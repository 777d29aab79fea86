"""The tables of the ordinary implementation; every service has all and uses its own."""

import uuid
from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    func,
)
from sqlalchemy import text as sql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

BANK, EXPENSE = "special-account", "interest"
"""The numbers of the ledger's own accounts."""


class Base(DeclarativeBase):
    """All tables."""

    type_annotation_map: ClassVar = {int: BigInteger, datetime: DateTime(timezone=True)}


def serial() -> Mapped[int]:
    """A primary key that counts up."""
    return mapped_column(BigInteger, Identity(always=True), primary_key=True)


# What every service has -------------------------------------------------------------------------


class Outbox(Base):
    """An event that the broker has not confirmed yet."""

    __tablename__ = "outbox"
    id: Mapped[int] = serial()
    message_id: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    type: Mapped[str]
    body: Mapped[str]
    occurred_at: Mapped[datetime] = mapped_column(server_default=func.now())


class Inbox(Base):
    """A message that was handled."""

    __tablename__ = "inbox"
    queue: Mapped[str] = mapped_column(primary_key=True)
    message_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)


# withdrawals ------------------------------------------------------------------------------------


class IdempotencyKey(Base):
    """The answer that was given to a request."""

    __tablename__ = "idempotency_key"
    identity_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    request_hash: Mapped[str]
    answer: Mapped[str]


class Application(Base):
    """An application for a withdrawal."""

    __tablename__ = "application"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    person_id: Mapped[uuid.UUID]
    kind: Mapped[str]
    state: Mapped[str]
    is_open: Mapped[bool]
    channel: Mapped[str]
    card_sealed: Mapped[str]
    card_hash: Mapped[str]
    card_tail: Mapped[str]
    accepted_on: Mapped[date]
    pay_by: Mapped[date]
    submitted_at: Mapped[datetime]
    account_tail: Mapped[str | None]
    holder_name_sealed: Mapped[str | None]
    principal_fen: Mapped[int | None]
    interest_fen: Mapped[int | None]
    amount_fen: Mapped[int | None]
    balance_after_fen: Mapped[int | None]
    paid_on: Mapped[date | None]
    bank_serial: Mapped[str | None]
    __table_args__ = (
        Index("one_open_application", "person_id", unique=True, postgresql_where=sql("is_open")),
        Index("application_of_person", "person_id", "submitted_at"),
    )


class ApplicationHistory(Base):
    """What happened to an application."""

    __tablename__ = "application_history"
    id: Mapped[int] = serial()
    application_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Application.id), index=True)
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    step: Mapped[str]
    state: Mapped[str]
    text: Mapped[str]
    __table_args__ = (
        Index("paid_once", "application_id", unique=True, postgresql_where=sql("step = 'paid'")),
    )


# loans ------------------------------------------------------------------------------------------


class Loan(Base):
    """A loan that a person may owe."""

    __tablename__ = "loan"
    contract_number: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[uuid.UUID] = mapped_column(index=True)
    capacity: Mapped[str]
    paid_off: Mapped[bool]


# accounts ---------------------------------------------------------------------------------------


class Account(Base):
    """An individual account, or one of the ledger's own."""

    __tablename__ = "account"
    number: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[uuid.UUID | None] = mapped_column(unique=True)
    name_sealed: Mapped[str]
    state: Mapped[str]
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    may_be_negative: Mapped[bool]
    posted_fen: Mapped[int]
    frozen_fen: Mapped[int]
    __table_args__ = (
        CheckConstraint("may_be_negative OR posted_fen >= frozen_fen", name="not_negative"),
        CheckConstraint("frozen_fen >= 0", name="frozen_not_negative"),
    )


class Transfer(Base):
    """A movement of money."""

    __tablename__ = "transfer"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    idempotency_key: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str]
    business_type: Mapped[str]
    settled_at: Mapped[datetime | None]


class Hold(Base):
    """What a pending transfer freezes."""

    __tablename__ = "hold"
    transfer_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Transfer.id), primary_key=True)
    account_number: Mapped[str] = mapped_column(ForeignKey(Account.number), index=True)
    amount_fen: Mapped[int]
    active: Mapped[bool]


class Entry(Base):
    """A booked row."""

    __tablename__ = "entry"
    id: Mapped[int] = serial()
    transfer_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Transfer.id), index=True)
    account_number: Mapped[str] = mapped_column(ForeignKey(Account.number), index=True)
    amount_fen: Mapped[int]
    business_type: Mapped[str]
    value_date: Mapped[date]
    booked_on: Mapped[date] = mapped_column(index=True)


class Reservation(Base):
    """The money of a withdrawal."""

    __tablename__ = "reservation"
    application_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    account_number: Mapped[str] = mapped_column(ForeignKey(Account.number), index=True)
    transfer_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Transfer.id))
    state: Mapped[str]
    principal_fen: Mapped[int]
    interest_fen: Mapped[int]


class AccountHistory(Base):
    """What happened to an account besides money."""

    __tablename__ = "account_history"
    id: Mapped[int] = serial()
    account_number: Mapped[str] = mapped_column(ForeignKey(Account.number), index=True)
    business_type: Mapped[str]
    on_date: Mapped[date]


# settlement -------------------------------------------------------------------------------------


class PaymentOrder(Base):
    """What the bank is to pay, once."""

    __tablename__ = "payment_order"
    application_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    amount_fen: Mapped[int]
    card_sealed: Mapped[str]
    holder_sealed: Mapped[str]
    remittance: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    sent_at: Mapped[datetime | None]
    bank_serial: Mapped[str | None]
    paid_on: Mapped[date | None]


class PaymentOrderHistory(Base):
    """What happened to a payment order."""

    __tablename__ = "payment_order_history"
    id: Mapped[int] = serial()
    application_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(PaymentOrder.application_id), index=True
    )
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    state: Mapped[str]
    text: Mapped[str]


# notifications ----------------------------------------------------------------------------------


class Subscriber(Base):
    """Whose phone a text goes to."""

    __tablename__ = "subscriber"
    person_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    phone_sealed: Mapped[str]


class Text(Base):
    """A text to a citizen."""

    __tablename__ = "text"
    number: Mapped[int] = serial()
    source: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[uuid.UUID] = mapped_column(index=True)
    phone_sealed: Mapped[str]
    body_sealed: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    attempts: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    submitted_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class TextSegment(Base):
    """A short message that the SMSC accepted."""

    __tablename__ = "text_segment"
    text_number: Mapped[int] = mapped_column(ForeignKey(Text.number), primary_key=True)
    segment: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(index=True)
    outcome: Mapped[str | None]
