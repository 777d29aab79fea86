"""The shapes of moving in (期初): a loan of an older system, and what differs between the two."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self

from pydantic import Field

from loans.domain.contracts import (
    Contract,
    OffsetAgreement,
    Party,
    Role,
    State,
)
from loans.rules.account import LoanAccount
from loans.rules.moving_in import Difference, Stated
from loans.rules.repayment import Repayment
from loans.rules.schedule import MAX_PERIODS
from loans.shapes.requests import (
    MAX_AMOUNT_FEN,
    MAX_REPAYMENTS,
    AgreementBody,
    Body,
    CardBody,
    LoanTerms,
    RepaymentBody,
    Serial,
)
from shared.base.money import Fen
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

Balance = Annotated[int, Field(strict=True, ge=0, le=2 * MAX_AMOUNT_FEN)]


class PastAgreementBody(AgreementBody):
    """An offset agreement (冲抵协议) of the past, in force or ended."""

    ended_on: date | None = None
    """First day on which it no longer applied."""


class StatedBody(Body):
    """The figures of the older system at the end of a day; the two people sign them."""

    as_of: date
    """The day, not before the last repayment."""
    balance_fen: Balance
    """Outstanding principal (贷款余额)."""
    principal_repaid_fen: Balance
    """Principal repaid."""
    interest_repaid_fen: Balance
    """Interest repaid, penalty interest left out."""
    penalty_repaid_fen: Balance
    """Penalty interest repaid (罚息)."""
    instalments_paid: Annotated[int, Field(strict=True, ge=0, le=MAX_PERIODS)]
    """Instalments that are paid without a gap (已还期数)."""
    owed_fen: Balance
    """Due or overdue and unpaid on that day, penalty interest included."""


class MovingInBody(LoanTerms):
    """A loan that an older system has paid out and kept until a day (期初贷款)."""

    disbursed_on: date
    serial: Serial
    """Of the disbursement, in the older system."""
    repayment_card: CardBody | None = None
    """The card that instalments are debited from (还款银行卡), R-REP-2."""
    agreements: list[PastAgreementBody] = Field([], max_length=20)
    """Every offset agreement that was ever signed (R-WDR-4)."""
    repayments: list[RepaymentBody] = Field([], max_length=MAX_REPAYMENTS)
    """Every repayment, in the order of their dates."""
    stated: StatedBody
    """What the older system says came of it."""
    differences_accepted: bool = False
    """Both have seen that the figures differ, and those by the rules are to hold."""

    def contract(self, entered_by: uuid.UUID) -> Contract:
        """The contract as it is kept."""
        parties = [
            Party(self.borrower, Role.BORROWER),
            *(Party(person, Role.CO_BORROWER) for person in self.co_borrowers),
            *(Party(person, Role.GUARANTOR) for person in self.guarantors),
        ]
        return Contract(
            self.contract_number,
            Fen(self.amount_fen),
            self.method,
            self.periods,
            self.home,
            self.signed_on,
            State.TO_CONFIRM,
            entered_by,
            parties,
        )

    def history(self) -> list[Repayment]:
        """The repayments as they are judged."""
        return [
            Repayment(one.serial, one.paid_on, one.kind, Fen(one.amount_fen), one.effect)
            for one in self.repayments
        ]

    def signed(self) -> list[OffsetAgreement]:
        """The agreements as they are kept."""
        return [
            OffsetAgreement(
                uuid.uuid4(),
                self.contract_number,
                one.person_id,
                one.way,
                one.short_balance,
                one.prepayment_effect,
                one.signed_on,
                one.ended_on,
            )
            for one in self.agreements
        ]

    def figures(self) -> Stated:
        """The stated figures as they are compared."""
        return Stated(**self.stated.model_dump())


class MovingInProposal(Grounds, MovingInBody):
    """The same, proposed to another person."""


class DifferenceAnswer(Shape):
    """One figure that the two do not have in common."""

    figure: str
    """Its name."""
    stated: int
    """In the older system; fen, or instalments."""
    computed: int
    """By the rules; fen, or instalments."""


class MovingInReport(Shape):
    """What the history gives by the rules on the stated day, and what the older system says (差异报告)."""

    contract_number: str
    as_of: date
    """The stated day."""
    balance_fen: int
    """Outstanding principal (贷款余额)."""
    principal_repaid_fen: int
    """Principal repaid."""
    interest_repaid_fen: int
    """Interest repaid, penalty interest left out."""
    penalty_repaid_fen: int
    """Penalty interest repaid (罚息)."""
    owed_fen: int
    """Due or overdue and unpaid, penalty interest included."""
    level_fen: int
    """The instalment, or the share of principal, from now on."""
    settled_on: date | None
    differences: list[DifferenceAnswer]
    """Nothing where both say the same."""

    @classmethod
    def of(cls, account: LoanAccount, as_of: date, found: Sequence[Difference]) -> Self:
        """Report on an account that has lived until the stated day."""
        return cls(
            contract_number=account.loan.contract_number,
            as_of=as_of,
            balance_fen=account.balance_fen,
            principal_repaid_fen=account.principal_repaid_fen,
            interest_repaid_fen=account.interest_repaid_fen,
            penalty_repaid_fen=account.penalty_repaid_fen,
            owed_fen=account.owed_by(as_of),
            level_fen=account.level_fen,
            settled_on=account.settled_on,
            differences=[
                DifferenceAnswer(figure=one.figure, stated=one.stated, computed=one.computed)
                for one in found
            ],
        )
