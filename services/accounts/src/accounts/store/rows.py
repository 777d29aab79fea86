"""What locks and reads of the store return, by column: rows as mypy sees them, and the tests hold them."""

from datetime import date, datetime
from typing import TypedDict
from uuid import UUID


class EmployerRow(TypedDict):
    """A locked employer."""

    number: str
    name: str
    state: str
    employer_ratio_bp: int
    employee_ratio_bp: int
    paid_up_to: date | None
    """First day of the last month that a list has paid."""
    registered_on: date
    agreement_signed_on: date | None
    agreement_revoked_on: date | None
    social_credit_code: str
    operator_phone_sealed: str


class HardshipRow(TypedDict):
    """A locked request of an employer in hardship."""

    id: UUID
    employer_number: str
    kind: str
    from_month: date
    until_month: date
    catch_up_by: date | None
    employer_ratio_bp: int | None
    employee_ratio_bp: int | None
    resolution_number: str
    resolution_on: date
    state: str
    proposed: bool
    """Whether it waits for a checker."""


class RegistrationRow(TypedDict):
    """A locked registration of a company."""

    id: UUID
    phone_sealed: str
    state: str
    version: int
    content_sealed: str | None
    social_credit_code: str | None
    papers: int
    proposed: bool
    """Whether it waits for a checker."""


class AccountRow(TypedDict):
    """A locked account, with what a confirmed list or a payout holds of it."""

    number: str
    person_id: UUID
    employer_number: str
    state: str
    opened_on: date
    paid_up_to: date | None
    frozen_fen: int
    frozen_month: date | None
    """First day of the last month on a confirmed list."""


class PersonRow(TypedDict):
    """What is on file of the owner of an account."""

    person_id: UUID
    name_sealed: str
    id_number_hash: str


class ListRow(TypedDict):
    """A locked list of a month (汇缴清册)."""

    id: UUID
    employer_number: str
    month: date
    state: str
    payment_reference: str
    head_count: int
    employer_fen: int
    employee_fen: int


class BackPaymentRow(TypedDict):
    """A locked back payment (补缴)."""

    id: UUID
    employer_number: str
    state: str
    payment_reference: str
    head_count: int
    employer_fen: int
    employee_fen: int


class ReceiptRow(TypedDict):
    """A locked receipt, and what of it still lies in suspense."""

    bank_serial: str
    employer_number: str | None
    value_date: date
    payer_account_sealed: str | None
    payer_account_tail: str | None
    payer_name: str | None
    left_fen: int


class OwnedRow(TypedDict):
    """The open account of a document's owner."""

    number: str
    employer_number: str
    person_id: UUID
    name_sealed: str


class TransferRow(TypedDict):
    """A same-city transfer (同城转移), with the names of both employers."""

    id: UUID
    account_number: str
    person_id: UUID
    from_employer: str
    to_employer: str
    first_month: date
    base_fen: int
    state: str
    asked_by: str
    asked_at: datetime
    consent_by: date
    release_by: date
    consented_at: datetime | None
    ended_at: datetime | None
    from_name: str
    to_name: str


class MergeRow(TypedDict):
    """A locked merge (合并) of two accounts of one person."""

    id: UUID
    goes_account: str
    stays_account: str
    goes_person: UUID
    stays_person: UUID
    state: str
    answer_by: datetime
    maker_id: UUID
    checker_id: UUID


class FileRow(TypedDict):
    """A locked file of a month's list."""

    id: UUID
    employer_number: str
    month: date
    state: str
    digest: str | None


class PageDraftRow(TypedDict):
    """The draft of a page."""

    employer_number: str
    page: str
    version: int
    content_sealed: str | None
    saved_by: str
    saved_name: str
    saved_at: datetime


class BatchRow(TypedDict):
    """A locked moving in by files (期初)."""

    id: UUID
    as_of: date
    source: str
    state: str


class MovedPersonRow(TypedDict):
    """Somebody of an older system, sealed as they came."""

    file_id: UUID
    row_number: int
    person_sealed: str
    id_number_hash: str
    base_fen: int
    opened_on: date


class SealedRow(TypedDict):
    """An account that moved in sealed (封存)."""

    number: str
    person_id: UUID
    seal_reason: str
    sealed_on: date
    sealed_month: date
    paid_up_to: date


class OpenedRow(TypedDict):
    """An account that was just opened, and what the fund has of its person."""

    number: str
    person_id: UUID
    opened_on: date
    base_fen: int
    name_sealed: str
    id_number_sealed: str
    id_number_hash: str
    phone_sealed: str
    phone_hash: str
    id_type: str


class MovedAccountRow(OpenedRow):
    """An account that moved in, and whose staff its person is."""

    employer_number: str
