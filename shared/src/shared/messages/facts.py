"""What the owners of facts tell of an account or a loan, as a document shows it."""

from shared.base.shape import Shape
from shared.messages.base import Fen, Month, date


class ContributionAccount(Shape):
    """An individual account as a certificate shows it, at one instant."""

    account_number: str
    employer_number: str
    employer_name: str
    """Employer's name (单位名称)."""
    state_text: str
    """Account state in Chinese (账户状态): 正常, 封存 (R-QRY-2)."""
    opened_on: date
    paid_up_to: Month | None
    base_fen: Fen
    employer_ratio_bp: int
    employee_ratio_bp: int
    monthly_deposit_fen: Fen
    """Both sides (月缴存额), R-DEP-1."""
    balance_fen: Fen
    """Balance (账户余额)."""
    frozen_fen: Fen
    """Part of it that is held (冻结金额)."""
    months_in_a_row: int
    """Months that were contributed one after another, up to the paid-up-to month (连续缴存月数)."""


class ContributionEntry(Shape):
    """A booked row of an individual account (缴存明细)."""

    booked_on: date
    business_text: str
    month: Month | None
    """Month that was contributed for; none where it is no contribution."""
    amount_fen: Fen
    """Amount; negative for what left the account."""
    balance_after_fen: Fen


class LoanShown(Shape):
    """A disbursed loan of somebody who owes or owed it, as a certificate shows it."""

    contract_number: str
    role_text: str
    """What the person is to it in Chinese: 借款人 or 共同借款人."""
    amount_fen: Fen
    """Amount of the loan (贷款金额)."""
    method_text: str
    """Repayment method in Chinese (还款方式)."""
    periods: int
    annual_rate: str
    disbursed_on: date
    balance_fen: Fen
    """Outstanding principal (贷款余额)."""
    principal_repaid_fen: Fen
    """Principal repaid so far."""
    interest_repaid_fen: Fen
    """Interest paid so far, penalty interest left out (R-WDR-5)."""
    settled_on: date | None


class PlanLine(Shape):
    """One instalment of a plan (还款计划)."""

    number: int
    """Number of the instalment (期次), from 1."""
    due_on: date
    principal_fen: Fen
    interest_fen: Fen
