"""Texts of one person among the many of whom one event tells: deposits and the yearly interest (R-SMS-2)."""

from dataclasses import dataclass
from datetime import timedelta

from notifications.rules import words
from notifications.rules.template import Priority, Template
from notifications.rules.words import Facts
from shared.base.money import yuan
from shared.messages.deposits import ContributionBooked, InterestOfPerson


@dataclass(frozen=True)
class Deposit:
    """What was booked for one person, by a list or a back payment."""

    booked: ContributionBooked
    back_payment: bool


@dataclass(frozen=True)
class Interest:
    """What the interest of a fund year was for one person."""

    settled: InterestOfPerson
    fund_year: int


def _deposit(fact: Deposit) -> Facts:
    one = fact.booked
    return {
        "account": one.account_tail,
        "what": "补缴" if fact.back_payment else "汇缴",
        "months": words.in_months(one.months),
        "amount": yuan(one.amount_fen),
        "balance": yuan(one.balance_fen),
    }


def _interest(fact: Interest) -> Facts:
    one = fact.settled
    return {
        "account": one.account_tail,
        "year": f"{fact.fund_year - 1}-{fact.fund_year}年度",
        "amount": yuan(one.interest_fen),
        "balance": yuan(one.balance_fen),
    }


CONTRIBUTION_BOOKED: Template = Template(
    "contribution_booked",
    "您的公积金账户（尾号{account}）{what}{months}{amount}元已入账，账户现有{balance}元。回复TD退订此类短信。",
    facts=_deposit,
    mandatory=False,
    priority=Priority.BULK,
    spread=True,
    valid_for=timedelta(days=2),
)
INTEREST_SETTLED: Template = Template(
    "interest_settled",
    "您的公积金账户（尾号{account}）{year}结息{amount}元已计入本金，账户现有{balance}元。回复TD退订此类短信。",
    facts=_interest,
    mandatory=False,
    priority=Priority.BULK,
    spread=True,
    valid_for=timedelta(days=7),
)
OF_MANY = (CONTRIBUTION_BOOKED, INTEREST_SETTLED)
