"""What goes in and out about one individual account: texts Chinese, personal data masked, money in fen."""

from collections.abc import Sequence
from datetime import date
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from accounts.domain import (
    BUSINESS_TEXTS,
    WITHDRAWAL_REASONS,
    AccountState,
    BusinessType,
    Month,
    month_text,
)
from accounts.rules.deposit import DepositPolicy, side_fen
from accounts.sealed import id_number_in, name_in, phone_in
from accounts.shapes.fields import Body, Row
from shared.base.id_documents import IdType
from shared.base.identifiers import mask_id_number, mask_name, mask_phone
from shared.base.money import yuan
from shared.base.shape import Shape
from shared.sealing.personal_data import PersonalData


class LookupBody(Body):
    """Whose accounts are looked for: by identity document, phone on file, name, or the person of a call."""

    id_type: IdType = IdType.RESIDENT_ID
    id_number: str | None = Field(None, max_length=80, repr=False)
    phone: str | None = Field(None, max_length=40, repr=False)
    """Mobile phone on file (预留手机号); several people may share one."""
    name: str | None = Field(None, min_length=1, max_length=60, repr=False)
    """The whole name (姓名), with the end of the ID number."""
    id_number_tail: str | None = Field(None, pattern=r"^[0-9]{3}[0-9Xx]$", repr=False)
    """The last four characters of the ID number; with a name, and only with one."""
    person_id: UUID | None = None
    """Whom another service has named: whoever has proved on the telephone who it is."""

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        asked = (self.id_number, self.phone, self.name, self.person_id)
        if sum(one is not None for one in asked) != 1:
            raise ValueError("请填写证件号码、手机号、姓名或人员编号，四者选一")
        if (self.name is None) != (self.id_number_tail is None):
            raise ValueError("按姓名查找须同时填写证件号码后四位")
        return self


REVERSAL = "02"


class Account(Shape):
    """An individual account as its owner and the staff see it (R-QRY-1)."""

    account_number: str
    person_id: UUID
    name: str
    """Name (姓名), masked (R-QRY-5)."""
    id_number: str
    id_type: str
    id_type_text: str
    """The kind of document in Chinese."""
    phone: str
    employer_number: str
    employer_name: str
    """Employer's name (单位名称)."""
    state: str
    """Personal account state (个人账户状态), code of JGJ/T 320 A.6: 01 normal, 02 sealed, 05 closed by
    withdrawal, 06 frozen."""
    state_text: str
    """Remittance state (汇缴状态): 封存 for a sealed account (R-QRY-2)."""
    balance_fen: int
    """Balance (余额)."""
    balance_text: str
    """The balance in yuan, as people read it."""
    frozen_fen: int
    """Part of the balance that is held for a payout or a repayment (冻结金额)."""
    available_fen: int
    """Balance less what is held (可用余额)."""
    base_fen: int
    employer_ratio_bp: int
    employee_ratio_bp: int
    monthly_deposit_fen: int
    """Both sides, by the base and ratios of today."""
    opened_on: date
    paid_up_to: str | None
    owed_months: list[str]
    """Months of employment that the employer has not contributed in time."""
    deferred_months: list[str]
    """Months that it was agreed to contribute later (缓缴): they are not owed (R-DEP-9)."""
    sealed_on: date | None
    sealed_from_month: str | None
    seal_reason: str | None
    closed_on: date | None
    """Day on which the account was closed (销户)."""

    @classmethod
    def of(cls, row: Row, policy: DepositPolicy, data: PersonalData) -> Self:
        """Show a row."""
        base_fen = policy.base_within_limits(row["base_fen"])
        ratios = (row["employer_ratio_bp"], row["employee_ratio_bp"])
        state = AccountState(row["state"])
        return cls(
            account_number=row["number"],
            person_id=row["person_id"],
            name=mask_name(name_in(row, data)),
            id_number=mask_id_number(id_number_in(row, data)),
            id_type=row["id_type"],
            id_type_text=IdType(row["id_type"]).text,
            phone=mask_phone(phone_in(row, data)),
            employer_number=row["employer_number"],
            employer_name=row["employer_name"],
            state=state.value,
            state_text=state.text,
            balance_fen=row["posted_fen"],
            balance_text=yuan(row["posted_fen"]),
            frozen_fen=row["frozen_fen"],
            available_fen=row["posted_fen"] - row["frozen_fen"],
            base_fen=base_fen,
            employer_ratio_bp=ratios[0],
            employee_ratio_bp=ratios[1],
            monthly_deposit_fen=sum(side_fen(base_fen, ratio, policy.rounding) for ratio in ratios),
            opened_on=row["opened_on"],
            paid_up_to=month_text(row["paid_up_to"]),
            owed_months=[str(Month.of(day)) for day in row["owed_months"]],
            deferred_months=[str(Month.of(day)) for day in row["deferred_months"]],
            sealed_on=row["sealed_on"],
            sealed_from_month=month_text(row["sealed_month"]),
            seal_reason=row["seal_reason"],
            closed_on=row["closed_on"],
        )


class Entry(Shape):
    """One booked row (缴存明细)."""

    id: int
    """Number of the entry; later ones are higher."""
    booked_on: date
    value_date: date
    business_type: str
    business_text: str
    withdrawal_reason: str | None
    """Withdrawal reason (提取原因), code of JGJ/T 320 A.7: 06 for an offset (冲还贷), else not known
    here."""
    withdrawal_reason_text: str | None
    """The withdrawal reason in Chinese."""
    reversal: bool
    """True for an entry that undoes another one (冲账), R-BK-2."""
    amount_fen: int
    """Amount; negative for what left the account."""
    amount_text: str
    """The amount in yuan, as people read it."""
    contribution_month: str | None
    """The month that was contributed for, YYYY-MM; none where it is no contribution."""
    balance_after_fen: int


class EntryPage(Shape):
    """Entries, latest first."""

    items: list[Entry]
    next_cursor: str | None

    @classmethod
    def of(cls, rows: Sequence[Row], next_cursor: str | None) -> Self:
        """Show rows; all are checked at once, since a page has many."""
        return cls.model_validate(
            {"items": [_entry(row) for row in rows], "next_cursor": next_cursor}
        )


def _entry(row: Row) -> dict[str, object]:
    reversal = row["reversal_flag"] == REVERSAL
    text = BUSINESS_TEXTS[row["business_type"]]
    return {
        **row,
        "business_text": f"{text}（冲账）" if reversal else text,
        "withdrawal_reason_text": WITHDRAWAL_REASONS.get(row["withdrawal_reason"]),
        "reversal": reversal,
        "amount_text": yuan(row["amount_fen"]),
        "contribution_month": month_text(row["contribution_month"]),
    }


class HistoryLine(Shape):
    """Something that happened to an account besides money."""

    on_date: date
    """Business date on which it happened."""
    business_type: str
    business_text: str
    state_after: str
    """State of the account from then on, code of JGJ/T 320 A.6."""
    reason: str
    """Why, in Chinese; empty where there is nothing to say."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        text = BusinessType(row["business_type"]).text
        return cls(
            business_text=text, **{k: row[k] for k in set(cls.model_fields) & set(row.keys())}
        )


class AccountHistory(Shape):
    """What happened to an account besides money, latest first."""

    items: list[HistoryLine]


class AccountNumbers(Shape):
    """Account numbers of one person, the open one first."""

    account_numbers: list[str]
    """Individual account numbers (个人账号), the open one first."""
