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


class MonthDeposit(Shape):
    """What was booked for one contribution month, reversals taken off."""

    month: Month
    fen: Fen
    """Both sides of it."""


class AccountFigures(Shape):
    """What the rules of a withdrawal ask of an individual account, at one instant (R-WDR-23, 28)."""

    balance_fen: Fen
    """Balance (账户余额)."""
    base_fen: Fen
    """Contribution base (缴存基数) of the month."""
    opened_on: date
    paid_up_to: Month | None
    deposits: list[MonthDeposit]
    """What was booked for each of the last months."""


class FundsTold(Shape):
    """What accounts would freeze for one type today, by the very rules by which it freezes; nothing is."""

    kind: str
    """The type (提取类型) that was asked about."""
    principal_fen: Fen = 0
    """Principal that would be frozen."""
    interest_fen: Fen = 0
    """Interest to today of a closing withdrawal."""
    balance_after_fen: Fen = 0
    """What would be left of the balance."""
    retained_fen: Fen = 0
    """What must stay on the account."""
    reason_code: str | None = None
    """Why nothing would be frozen; none where something would."""
    eligible_from: date | None = None
    balance_fen: Fen | None = None
    """Balance of the account, where it explains why not."""
    seal_reason: str | None = None
    """Why the account is sealed; none where it is not."""


class LoanPaymentTold(Shape):
    """A booked repayment of principal and interest, penalty left out (R-WDR-38)."""

    number: str
    """Serial number of the entry."""
    paid_on: date
    fen: Fen
    """Principal and interest together."""
    own_fen: Fen
    """What did not come out of the fund account."""


class HomeLoanTold(Shape):
    """A fund loan of a borrower or co-borrower as a withdrawal asks of it (R-WDR-38, 39)."""

    contract_number: str
    instalment_fen: Fen
    """The level amount of the plan in force."""
    balance_fen: Fen
    """Outstanding principal (贷款余额)."""
    arrears: bool
    """True while an instalment is overdue."""
    offset: bool
    """An offset agreement is in force (R-LOAN-7)."""
    paid_off_on: date | None
    """Day of the payoff; none while it runs."""
    payments: list[LoanPaymentTold]
    """Those of the last months, in order."""
