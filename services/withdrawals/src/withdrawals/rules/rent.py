"""Rent (租房提取): whole months, with a registered lease, a public rental, or none (R-WDR-28 to 31)."""

from datetime import date

from pydantic import Field

from shared.base.calendar import months_after
from shared.base.money import percent_of, yuan
from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.dossier import WHOLE_BP, AccountBooks, Lease, Register
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.ground import (
    Cap,
    Ceiling,
    Ground,
    GroundTerms,
    Item,
    Question,
    month_name,
    month_of,
    months_before,
    share_of,
)
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

KIND = "rent"
LEASE_DAY = 15
"""A lease belongs to a month when it covers this day of it (R-WDR-29)."""


class RentTerms(GroundTerms):
    """The numbers of the policy row."""

    months_contributed: int = Field(ge=0, le=60)
    most_behind_months: int = Field(ge=0, le=60)
    """How far the paid-up-to month may be before the month of acceptance."""
    share_of_wages_bp: int | None = Field(ge=0, le=WHOLE_BP)
    """The rent must be above this share of the household's wages; None asks nothing (R-WDR-31)."""
    person_month_fen: int = Field(ge=0)
    household_month_fen: int = Field(ge=0)
    back_months: int = Field(ge=1, le=36)

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it."""
        share = self.share_of_wages_bp
        wages = [f"月租金须超过家庭工资收入的{percent_of(share)}。"] if share is not None else []
        return [
            f"须连续足额缴存满{self.months_contributed}个月，"
            f"缴至年月不早于受理前{self.most_behind_months}个月。",
            *wages,
            f"租赁合同未备案的，每人每月最多{yuan(self.person_month_fen)}元，"
            f"每个家庭每月最多{yuan(self.household_month_fen)}元。",
            f"可以提取受理以前{self.back_months}个月内的房租。",
        ]


def ceiling(question: Question) -> Ceiling | Refusal:
    """Add up what is open of each month (R-WDR-29, 30)."""
    terms = RentTerms.of(question.terms)
    books = question.dossier.account
    if any(home.in_city for home in question.dossier.homes):
        return question.refuse("owns_home")
    if books is None:
        return question.refuse("no_account")
    refusal = _contributed(question, terms, books) or _above_wages(question, terms, books)
    if refusal is not None:
        return refusal
    months = months_before(month_of(question.accepted_on), terms.back_months)
    items = [_item(question, terms, books, month) for month in months]
    open_items = tuple(item for item in items if item is not None and item.most_fen > 0)
    open_fen = sum(item.most_fen for item in open_items)
    if open_fen == 0 and (waiting := _waits_for_deposit(question, books, months)):
        return question.refuse(
            "month_missing", months=str(terms.months_contributed), month=month_name(waiting)
        )
    return Ceiling(open_items, (Cap(f"可提取月份共{len(open_items)}个月，合计", open_fen),))


def _contributed(question: Question, terms: RentTerms, books: AccountBooks) -> Refusal | None:
    """R-WDR-28: the last months up to the paid-up-to month are booked, and it is not far back (E53)."""
    must_reach = months_after(month_of(question.accepted_on), -terms.most_behind_months)
    last = books.paid_up_to and month_of(books.paid_up_to)
    months = str(terms.months_contributed)
    if last is None or last < must_reach:
        return question.refuse("month_missing", months=months, month=month_name(must_reach))
    run = 0
    while run < terms.months_contributed and books.deposits.get(months_after(last, -run), 0) > 0:
        run += 1
    if run == terms.months_contributed:
        return None
    lacking = months_after(last, terms.months_contributed - run)
    return question.refuse("month_missing", months=months, month=month_name(lacking))


def _above_wages(question: Question, terms: RentTerms, books: AccountBooks) -> Refusal | None:
    """R-WDR-31: in the 2019 book the rent is above a share of the household's wages (E52)."""
    if terms.share_of_wages_bp is None:
        return None
    wages = books.base_fen + question.dossier.household.spouse_base_fen
    rent = max((lease.rent_fen for lease in question.dossier.leases), default=0)
    if rent * WHOLE_BP > wages * terms.share_of_wages_bp:
        return None
    limit = share_of(wages, terms.share_of_wages_bp)
    return question.refuse("rent_too_low", rent=yuan(rent), limit=yuan(limit))


def _item(question: Question, terms: RentTerms, books: AccountBooks, month: date) -> Item | None:
    period = f"{month:%Y-%m}"
    taken = question.claims.of_kind(KIND).of_household()
    rows = [row for row in taken.rows if row.period == period]
    by_all, by_me = sum(row.fen for row in rows), sum(row.fen for row in rows if row.own)
    leases = [one for one in question.dossier.leases if question.about(one.number)]
    key = f"household:{question.dossier.household.key}"
    if not leases:
        most = min(terms.person_month_fen - by_me, terms.household_month_fen - by_all)
        return Item(key, max(0, most), period, terms.household_month_fen)
    lease = _lease_of(leases, month)
    if lease is None:
        return None
    whole = share_of(lease.rent_fen, lease.share_bp)
    rent = whole - by_all
    most = rent if lease.public else min(books.deposits.get(month, 0) - by_me, rent)
    return Item(key, max(0, most), period, whole)


def _waits_for_deposit(question: Question, books: AccountBooks, months: list[date]) -> date | None:
    """R-WDR-29: a month of the lease whose deposit is not booked opens again when it is (E72)."""
    leases = [
        one for one in question.dossier.leases if question.about(one.number) and not one.public
    ]
    return next((m for m in months if _lease_of(leases, m) and books.deposits.get(m, 0) == 0), None)


def _lease_of(leases: list[Lease], month: date) -> Lease | None:
    day = month.replace(day=LEASE_DAY)
    return next((one for one in leases if one.begins_on <= day <= one.ends_on), None)


RENT = WithdrawalType(
    kind=KIND,
    name="租房提取",
    reason=WithdrawalReason.RENT,
    local_sub_code=None,
    closing=False,
    conditions=(
        "您和配偶在本市没有住房。",
        "按已结束的整月计算，每月只能提取一次。",
        "租赁合同已登记备案的按租金和本人月缴存额计算，未备案的按规定限额计算。",
    ),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
    ground=Ground(
        RentTerms,
        frozenset({Register.MARRIAGE, Register.HOMES, Register.LEASES}),
        ceiling,
        papers=frozenset({Register.MARRIAGE, Register.HOMES}),
    ),
)
