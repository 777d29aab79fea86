"""Who lives in the seeded city and what happened to them, as a table. Months count from the first list, 0."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from city.seed.people import Person, person, social_credit_code

MONTHS = 24
"""Of deposits, up to the month before the seeding."""
GROUPS = 8
"""Groups of five people, one for each type: a demonstration uses one group up."""


class Loan(StrEnum):
    """A fund loan, by what the rules distinguish."""

    PAID_OFF = "paid_off"
    PAID_OFF_JUST_NOW = "paid_off_just_now"
    """Paid off this month: the three last deposits are those that stay (R-WDR-6)."""
    PAID_OFF_WITH_AGREEMENT = "paid_off_with_agreement"
    UNPAID = "unpaid"
    OVERDUE = "overdue"
    TO_CONFIRM = "to_confirm"
    TO_DISBURSE = "to_disburse"


@dataclass(frozen=True)
class Employer:
    """An employer of the city."""

    name: str
    social_credit_code: str
    payday: int
    ratio_bp: int


EMPLOYERS = (
    Employer("德州晨光纺织有限公司", social_credit_code(1), 10, 800),
    Employer("德州运河新能源装备有限公司", social_credit_code(2), 15, 1200),
    Employer("德州市德城区长河学校", social_credit_code(3), 5, 1000),
)


@dataclass(frozen=True)
class Resident:
    """One employee, and what happened."""

    key: str
    """Unique and stable, for idempotency keys and the cast."""
    person: Person
    employer: int
    base_fen: int
    joined_month: int = 0
    sealed_after_month: int | None = None
    """The last month paid before the seal; None is not sealed."""
    seal_reason: str | None = None
    frozen: bool = False
    banned: bool = False
    loan: Loan | None = None
    base_change_month: int | None = None
    card_of: str | None = None
    """The holder's name that the bank knows for the card, where it is another one."""
    shows: str = ""
    """What the demonstration shows with this person."""


LAST = MONTHS - 1


def _group(number: int) -> list[Resident]:
    """Five people whose withdrawals are paid, one for each type."""
    employer, base_fen = (number - 1) % len(EMPLOYERS), 580_000 + 20_000 * number

    def one(offset: int, kind: str, **what: Any) -> Resident:
        who = person(100 + number * 10 + offset)
        return Resident(f"{kind}-{number}", who, employer, base_fen, shows=kind, **what)

    return [
        one(0, "retirement", sealed_after_month=LAST, seal_reason="retired"),
        one(1, "contract_ended", sealed_after_month=LAST - 8, seal_reason="terminated"),
        one(2, "sentenced", sealed_after_month=LAST, seal_reason="sentenced"),
        one(3, "settled_abroad", sealed_after_month=LAST, seal_reason="abroad"),
        one(4, "loan_repaid", loan=Loan.PAID_OFF),
    ]


def _refused() -> list[Resident]:
    """One person for every reason to refuse; none of them is used up by a demonstration."""

    def one(number: int, key: str, employer: int = 0, **what: Any) -> Resident:
        return Resident(key, person(number), employer, 620_000, shows=key, **what)

    sealed: dict[str, Any] = {"sealed_after_month": LAST, "seal_reason": "retired"}
    return [
        one(11, "not-sealed"),
        one(12, "stopped-recently", 1, sealed_after_month=LAST - 2, seal_reason="terminated"),
        one(13, "frozen", 2, **sealed, frozen=True),
        one(14, "deceased", sealed_after_month=LAST, seal_reason="deceased"),
        one(15, "owes-a-loan", 1, **sealed, loan=Loan.UNPAID),
        one(16, "no-loan", 2),
        one(17, "loan-unpaid", loan=Loan.UNPAID),
        one(18, "offset-agreement", 1, loan=Loan.PAID_OFF_WITH_AGREEMENT),
        one(19, "retained-only", 2, joined_month=LAST - 2, loan=Loan.PAID_OFF_JUST_NOW),
        one(20, "banned", **sealed, banned=True),
        one(21, "in-review", 1, sealed_after_month=LAST, seal_reason="sentenced"),
        one(22, "card-of-another", 2, **sealed, card_of="他人"),
        one(23, "overdue", loan=Loan.OVERDUE),
        one(24, "to-confirm", 1, loan=Loan.TO_CONFIRM),
        one(25, "to-disburse", 2, loan=Loan.TO_DISBURSE),
        one(26, "base-raised", base_change_month=LAST - 1),
    ]


def _others(count: int) -> list[Resident]:
    """Everybody else: contributing, some joined later."""
    return [
        Resident(
            f"citizen-{number}",
            person(300 + number),
            employer=number % len(EMPLOYERS),
            base_fen=420_000 + (number * 37_300) % 1_100_000,
            joined_month=0 if number % 4 else number % MONTHS,
        )
        for number in range(count)
    ]


@dataclass(frozen=True)
class Plan:
    """A whole city."""

    residents: tuple[Resident, ...] = field(default_factory=tuple)
    months: int = MONTHS

    def of_employer(self, index: int) -> list[Resident]:
        """Everyone who works, or worked, for an employer."""
        return [resident for resident in self.residents if resident.employer == index]


OTHERS = 144


def city_plan() -> Plan:
    """The city of `make run`: 3 employers, 200 employees, two years of deposits."""
    groups = [resident for number in range(1, GROUPS + 1) for resident in _group(number)]
    return Plan((*groups, *_refused(), *_others(OTHERS)))
