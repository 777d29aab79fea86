"""The shapes of requests over HTTP; parsed once, here."""

import uuid
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from loans.domain.contracts import (
    Basis,
    GuaranteeType,
    Home,
    OffsetWay,
    Party,
    PayeeKind,
    PrepaymentEffect,
    RepaymentMethod,
    Role,
    ShortBalance,
)
from loans.rules.early import EarlyKind
from loans.rules.repayment import RepaymentKind
from loans.rules.schedule import MAX_PERIODS
from shared.base.cards import DebitCard, not_a_credit_card
from shared.base.shape import Shape
from shared.http.fields import CLEANED_NAME, CLEANED_NUMBER
from shared.proposals.at_counter import ForSomebody
from shared.proposals.shapes import Grounds

MAX_REPAYMENTS = 500
"""Repayments in one request; a whole thirty-year history fits."""
MAX_AMOUNT_FEN = 1_000_000_000
MIN_AMOUNT_FEN = 100_000

Amount = Annotated[int, Field(strict=True, gt=0, le=MAX_AMOUNT_FEN)]
ContractNumber = Annotated[str, Field(pattern=r"^[A-Z0-9][A-Z0-9-]{5,29}$")]
Serial = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{4,40}$", description="业务流水号")]

CardNumber = Annotated[
    str,
    Field(max_length=40, repr=False, description="银行卡号", examples=["6222021612003456788"]),
    AfterValidator(lambda text: DebitCard.parse(text).value),
]
AccountNumber = Annotated[
    str,
    AfterValidator(not_a_credit_card),
    Field(pattern=r"^[0-9]{8,32}$", repr=False, description="收款账号"),
    CLEANED_NUMBER,
]
DocumentNumber = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)
]
HolderName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=100),
    Field(repr=False, description="户名"),
    CLEANED_NAME,
]


class Body(Shape):
    """A request; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CardBody(Body):
    """The repayment card (还款银行卡) and whose it is."""

    number: CardNumber
    """Card number (卡号), R-CHK-2."""
    holder_name: HolderName


class PayeeBody(Body):
    """Who gets the loan's money, as the contract says."""

    kind: PayeeKind
    """`borrower` (借款人或共同借款人本人) or `seller` (合同约定的售房人)."""
    number: AccountNumber
    """Account number (收款账号)."""
    holder_name: HolderName


class GuaranteeBody(Body):
    """How the loan is secured (担保)."""

    type: GuaranteeType
    """Guarantee (担保类型, A.10): 01 mortgage, 02 pledge, 03 guarantee, 99 other."""
    number: DocumentNumber
    """Number of the guarantee contract or of the right (担保合同或他项权证号)."""


class LoanTerms(Body):
    """Between whom a contract is, and on what terms (借款合同)."""

    contract_number: ContractNumber
    borrower: uuid.UUID
    """The borrower (借款人)."""
    co_borrowers: list[uuid.UUID] = Field([], max_length=3)
    """Co-borrowers (共同借款人), three at the most."""
    guarantors: list[uuid.UUID] = Field([], max_length=5)
    """Guarantors (担保人), five at the most."""
    amount_fen: Annotated[int, Field(strict=True, ge=MIN_AMOUNT_FEN, le=MAX_AMOUNT_FEN)]
    """Amount of the loan (贷款金额)."""
    method: RepaymentMethod
    periods: Annotated[int, Field(strict=True, ge=1, le=MAX_PERIODS)]
    home: Home = Home.FIRST
    signed_on: date
    """Day on which the contract was signed."""


class ContractBody(LoanTerms, Grounds):
    """A signed contract: with whom, and on what it rests. Once another person agrees it is paid out.

    A loan that was paid out in the past moves in instead.
    """

    application_number: DocumentNumber
    """The application that was approved (贷款申请编号); one contract an application."""
    months_contributed: Annotated[int, Field(strict=True, ge=0, le=600)]
    """Months that the borrower has contributed without a gap (连续缴存月数)."""
    guarantee: GuaranteeBody
    """How it is secured."""
    repayment_card: CardBody
    """The card that instalments are debited from (还款银行卡), a borrower's own, R-REP-2."""
    payee: PayeeBody
    """Who gets the loan's money."""

    @property
    def basis(self) -> Basis:
        """On what it rests."""
        return Basis(
            self.application_number,
            self.months_contributed,
            self.guarantee.type,
            self.guarantee.number,
        )

    @property
    def parties(self) -> list[Party]:
        """Borrower, co-borrowers and guarantors."""
        return [
            Party(self.borrower, Role.BORROWER),
            *(Party(person, Role.CO_BORROWER) for person in self.co_borrowers),
            *(Party(person, Role.GUARANTOR) for person in self.guarantors),
        ]


class RepaymentBody(Body):
    """One repayment."""

    serial: Serial
    paid_on: date
    """Day on which it was paid."""
    kind: RepaymentKind
    """What the repayment is: regular, early, a payoff and so on."""
    amount_fen: Amount
    """What was paid."""
    effect: PrepaymentEffect | None = None


class AgreementBody(Body):
    """An offset agreement (冲抵协议) as signed."""

    person_id: uuid.UUID
    way: OffsetWay
    short_balance: ShortBalance
    prepayment_effect: PrepaymentEffect
    signed_on: date


class TransferBody(Grounds):
    """A bank receipt (来款) that repays the loan, whole."""

    bank_serial: Annotated[str, Field(min_length=4, max_length=40, description="银行流水号")]
    amount_fen: Amount
    """What came in, all of it."""
    paid_on: date
    """Value date of the receipt; the repayment counts to it."""
    kind: RepaymentKind
    """What the repayment is: regular, early, a payoff and so on."""
    effect: PrepaymentEffect | None = None
    """Only of a prepayment without an agreement (R-REP-3)."""


class PaperAgreementBody(AgreementBody, Grounds):
    """An offset agreement that was signed at the counter; it bars type 5 for ever (R-REP-10)."""


class AgreementEndBody(Grounds):
    """The day from which an agreement no longer applies."""

    ended_on: date
    """First day on which it no longer applies."""


class CardChangeBody(CardBody, ForSomebody):
    """Another repayment card, a borrower's own (R-REP-2)."""


class PayeeChangeBody(Grounds):
    """Another account of whom the contract names as payee, or of a borrower."""

    number: AccountNumber
    """Account number (收款账号)."""
    holder_name: HolderName


class OnlineAgreementBody(Body):
    """An offset agreement as a party signs it online for the own fund account."""

    way: OffsetWay
    short_balance: ShortBalance
    prepayment_effect: PrepaymentEffect
    accepted_terms: Annotated[str, Field(max_length=20, description="已阅读并接受的条款版本")]


class EarlyBody(Body):
    """What of the loan is to be repaid early (调整方式, R-REP-1)."""

    kind: EarlyKind
    """A payoff (全部结清) or a partial repayment (部分还款)."""
    amount_fen: Amount | None = None
    """The debit of a partial repayment; a payoff's amount follows from the day."""
    debit_on: date | None = None
    """Today unless given."""


class EarlyRequestBody(EarlyBody):
    """An early repayment whose quote was accepted."""

    accepted_quote: Annotated[str, Field(max_length=100, description="试算结果中的 token")]


class CounterEarlyBody(ForSomebody):
    """An early repayment at the counter; by debit of the repayment card."""

    kind: EarlyKind
    """A payoff (全部结清) or a partial repayment (部分还款)."""
    amount_fen: Amount | None = None
    """The debit of a partial repayment; a payoff's amount follows from the day."""
    effect: PrepaymentEffect | None = None
    """Only without an agreement (R-REP-3)."""


class CardRepaymentBody(ForSomebody):
    """A debit at the counter: all that is owed today, or a part of it."""

    amount_fen: Amount | None = None
    """What is debited; all that is owed today if left out."""
