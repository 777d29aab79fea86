"""The loan account (贷款账户): what is owed on a day, and what a repayment does to it.

The aggregate starts from what is stored (or from a disbursement) and is told one repayment after
another; it knows no database. A change of rate on 1 January is applied when the account is looked at on
or after that day (`catch_up`), so that no job has to run before the next fact can be recorded. A fact is
judged by the plan and the rate of its own day, however far the account has been brought: a plan made on an
earlier day (`stand_on`) has the changes of rate since then still before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import takewhile

from loans.domain.contracts import Loan, PrepaymentEffect
from loans.errors import Reason, Refused
from loans.rules.agreements import Agreement, agreement_on
from loans.rules.penalty import penalty_interest
from loans.rules.repayment import Allocation, Booked, Owed, Repayment, RepaymentKind, pay
from loans.rules.schedule import (
    Instalment,
    Terms,
    days_interest,
    due_date,
    level_amount,
    schedule,
    schedule_until_cleared,
    split_prepayment,
)
from loans.rules.terms import Plan, PlanCause, Quote, Rulebook
from shared.base.money import Fen, yuan

NOTHING = Fen(0)


@dataclass(frozen=True)
class Level:
    """The level amount of one version of the plan, and since when."""

    effective_on: date
    level_fen: Fen


@dataclass
class LoanAccount:
    """A disbursed loan and its running figures."""

    loan: Loan
    rulebook: Rulebook
    version: int
    annual_rate: Decimal
    level_fen: Fen
    rate_year: int
    """1 January of this year has been looked at for a change of rate (R-LOAN-1)."""
    unpaid: list[Owed]
    """Every instalment in force that is not fully paid, oldest first."""
    principal_repaid_fen: Fen = NOTHING
    interest_repaid_fen: Fen = NOTHING
    penalty_repaid_fen: Fen = NOTHING
    penalty_settled_on: date | None = None
    last_repayment_on: date | None = None
    settled_on: date | None = None
    agreements: Sequence[Agreement] = ()
    new_plans: list[Plan] = field(default_factory=list)
    paid_through: int = 0
    """The last instalment of those that are fully paid without a gap."""
    known_until: date | None = None
    """`unpaid` holds only what is due by this day; None: the whole plan."""
    levels: list[Level] = field(default_factory=list)
    """Of every version, the first one first; only needed where a plan is made anew."""

    @property
    def balance_fen(self) -> Fen:
        """Principal not yet repaid (贷款余额)."""
        return Fen(self.loan.amount_fen - self.principal_repaid_fen)

    def overdue(self, day: date) -> list[Owed]:
        """Return the instalments whose due date has passed unpaid (逾期)."""
        passed = takewhile(lambda owed: owed.due_on < day, self.unpaid)
        return [owed for owed in passed if owed.total_fen > 0]

    def due(self, day: date) -> list[Owed]:
        """Return what falls due on that very day."""
        until = takewhile(lambda owed: owed.due_on <= day, self.unpaid)
        return [owed for owed in until if owed.due_on == day and owed.total_fen > 0]

    def penalty_fen(self, day: date) -> Fen:
        """Return the penalty interest owed on a day, each instalment rounded by itself (R-LOAN-6)."""
        return Fen(sum(self._penalty(owed, day) for owed in self.overdue(day)))

    def _penalty(self, owed: Owed, day: date) -> Fen:
        since = max(owed.due_on, self.penalty_settled_on or owed.due_on)
        return penalty_interest(self.loan, self.rulebook, owed, since, day)

    def rate_on(self, day: date) -> Decimal:
        """Return the annual rate in force on a day."""
        return self.rulebook.rate_on(self.loan, day)

    def quote_payoff(self, day: date) -> Quote:
        """Say what settles the loan on a day (E12); the account must have caught up with it."""
        owed = [*self.overdue(day), *self.due(day)]
        coming = self.coming(day)
        remaining = Fen(sum(line.principal_fen for line in coming))
        return Quote(
            self.penalty_fen(day),
            Fen(sum(line.interest_fen for line in owed)),
            Fen(sum(line.principal_fen for line in owed)),
            days_interest(remaining, self.rate_on(day), self._days_since_due(coming, day)),
            remaining,
        )

    def coming(self, day: date) -> list[Owed]:
        """Return what falls due after a day."""
        return [owed for owed in self.unpaid if owed.due_on > day]

    def _days_since_due(self, coming: Sequence[Owed], day: date) -> int:
        if not coming:
            return 0
        return (day - due_date(self.loan.disbursed_on, coming[0].number - 1)).days

    def owed_by(self, day: date) -> Fen:
        """Return all that is owed on a day: penalty interest, overdue and due instalments."""
        lines = (*self.overdue(day), *self.due(day))
        return Fen(self.penalty_fen(day) + sum(line.total_fen for line in lines))

    def catch_up(self, day: date) -> None:
        """Apply each change of rate up to a day: next 1 January, from the table (R-LOAN-1, E16)."""
        for year in range(self.rate_year + 1, day.year + 1):
            new_year = date(year, 1, 1)
            rate = self.rate_on(new_year)
            if rate != self.annual_rate:
                self._reprice(new_year, rate)
            self.rate_year = year

    def _reprice(self, new_year: date, rate: Decimal) -> None:
        assert self.known_until is None, "a plan is made anew from the whole of the old one"
        self.annual_rate = rate
        coming = [owed for owed in self.unpaid if owed.due_on >= new_year]
        if not coming:
            return
        terms = self.terms_from(coming[0].number, sum(owed.principal_fen for owed in coming))
        level = level_amount(terms, len(coming))
        lines = schedule(terms, len(coming), level)
        self.replan(PlanCause.RATE_CHANGE, new_year, level, lines)

    def stand_on(self, day: date) -> None:
        """Make the next plan as of an earlier day: the changes of rate since then come again after it."""
        if day.year >= self.rate_year:
            return
        assert self.known_until is None, "a plan is made anew from the whole of the old one"
        self.annual_rate = self.rate_on(day)
        self.level_fen = self._level_on(day)
        self.rate_year = day.year

    def _level_on(self, day: date) -> Fen:
        """Return the level amount in force on a day: that of the last version made as of then."""
        known = [one.level_fen for one in self.levels if one.effective_on <= day]
        assert known, "a plan is in force from the disbursement on"
        return known[-1]

    def record(self, repayment: Repayment) -> Booked:
        """Book one repayment; raises `Refused` and then leaves the account unusable."""
        if self.settled_on is not None:
            raise Refused(Reason.ALREADY_SETTLED)
        earliest = self.last_repayment_on or self.loan.disbursed_on
        if repayment.on < earliest:
            raise Refused(Reason.REPAYMENT_OUT_OF_ORDER, day=repayment.on, earliest=earliest)
        if repayment.amount_fen <= 0:
            raise Refused(Reason.AMOUNT_NOT_POSITIVE)
        self.catch_up(repayment.on)
        early = repayment.kind in (RepaymentKind.EARLY, RepaymentKind.PAYOFF)
        assert self.known_until is None or not early, "an early repayment needs the whole plan"
        if repayment.kind is RepaymentKind.EARLY:
            booked = self._prepay(repayment)
        elif repayment.kind is RepaymentKind.PAYOFF:
            booked = self._pay_off(repayment)
        else:
            booked = self._pay_what_is_due(repayment)
        self.last_repayment_on = repayment.on
        if self.balance_fen == 0 and not any(owed.total_fen for owed in self.unpaid):
            self.unpaid = []
            self.settled_on = repayment.on
        return booked

    def _pay_what_is_due(self, repayment: Repayment) -> Booked:
        day = repayment.on
        overdue, due = self.overdue(day), self.due(day)
        if repayment.kind is RepaymentKind.NORMAL and overdue:
            raise Refused(Reason.OVERDUE_REPAYMENT_FIRST, day=day)
        if repayment.kind is RepaymentKind.FROM_FUND and agreement_on(self.agreements, day) is None:
            raise Refused(Reason.NO_AGREEMENT, day=day)
        if repayment.kind is RepaymentKind.OVERDUE and not repayment.current_too:
            due = []
        penalty = self.penalty_fen(day)
        owed = penalty + sum(line.total_fen for line in (*overdue, *due))
        if repayment.amount_fen > owed:
            if repayment.rest_prepays:
                return self._pay_and_prepay(repayment, Fen(owed))
            raise Refused(Reason.MORE_THAN_OWED, day=day, owed=yuan(owed))
        if repayment.amount_fen < penalty:
            raise Refused(Reason.LESS_THAN_PENALTY, day=day, penalty=yuan(penalty))
        allocations = pay(repayment.amount_fen - penalty, overdue, due)
        return self._book(repayment, penalty, allocations)

    def _prepay(self, repayment: Repayment) -> Booked:
        day = repayment.on
        owed = self.owed_by(day)
        if owed > 0 and repayment.rest_prepays and repayment.amount_fen > owed:
            return self._pay_and_prepay(repayment, owed)
        if owed > 0:
            raise Refused(Reason.DUE_FIRST, day=day)
        if day <= self.loan.disbursed_on:
            raise Refused(Reason.TOO_EARLY)
        if repayment.amount_fen >= self.quote_payoff(day).total_fen:
            raise Refused(Reason.USE_PAYOFF)
        return self._prepay_rest(repayment, NOTHING, [], repayment.amount_fen)

    def _pay_and_prepay(self, repayment: Repayment, owed: Fen) -> Booked:
        """Use fund money beyond what is owed to prepay (年冲, R-LOAN-7), at most to settle the loan."""
        day = repayment.on
        quote = self.quote_payoff(day)
        if repayment.amount_fen == quote.total_fen:
            return self._pay_off(repayment)
        if repayment.amount_fen > quote.total_fen:
            raise Refused(Reason.MORE_THAN_PAYOFF)
        penalty = self.penalty_fen(day)
        allocations = pay(owed - penalty, self.overdue(day), self.due(day))
        return self._prepay_rest(repayment, penalty, allocations, repayment.amount_fen - owed)

    def _prepay_rest(
        self, repayment: Repayment, penalty: Fen, allocations: Sequence[Allocation], rest: int
    ) -> Booked:
        """Prepay with what is left once all that is owed is paid, and plan anew (R-REP-8)."""
        assert self.known_until is None, "a prepayment needs the whole plan"
        day = repayment.on
        coming = self.coming(day)
        if len(coming) <= 1:
            raise Refused(Reason.LAST_PERIOD)
        self.stand_on(day)
        principal, interest = split_prepayment(
            rest, self.annual_rate, self._days_since_due(coming, day)
        )
        effect = self._effect(repayment)
        booked = self._book(repayment, penalty, allocations, principal, interest)
        terms = self.terms_from(coming[0].number, self.balance_fen)
        if effect is PrepaymentEffect.SHORTEN:
            level = self.level_fen
            lines = schedule_until_cleared(terms, level)
        else:
            level = level_amount(terms, len(coming))
            lines = schedule(terms, len(coming), level)
        self.replan(PlanCause.PREPAYMENT, day, level, lines)
        return replace(booked, plan_version=self.version)

    def _effect(self, repayment: Repayment) -> PrepaymentEffect:
        """Shorten or reduce: the agreement decides; without one, the form of the counter (R-REP-3)."""
        agreement = agreement_on(self.agreements, repayment.on)
        decided = agreement.prepayment_effect if agreement else repayment.effect
        if decided is None:
            raise Refused(Reason.EFFECT_MISSING)
        if repayment.effect not in (None, decided):
            raise Refused(Reason.AGREEMENT_DECIDES)
        return decided

    def _pay_off(self, repayment: Repayment) -> Booked:
        quote = self.quote_payoff(repayment.on)
        if repayment.amount_fen != quote.total_fen:
            raise Refused(
                Reason.NOT_THE_PAYOFF_AMOUNT, day=repayment.on, total=yuan(quote.total_fen)
            )
        day = repayment.on
        owed = quote.owed_interest_fen + quote.owed_principal_fen
        allocations = pay(owed, self.overdue(day), self.due(day))
        self.unpaid = []
        return self._book(
            repayment,
            quote.penalty_fen,
            allocations,
            quote.remaining_principal_fen,
            quote.broken_interest_fen,
        )

    def _book(
        self,
        repayment: Repayment,
        penalty: Fen,
        allocations: Sequence[Allocation],
        early_principal: int = 0,
        early_interest: int = 0,
    ) -> Booked:
        interest = sum(part.interest_fen for part in allocations) + early_interest
        principal = sum(part.principal_fen for part in allocations) + early_principal
        assert penalty + interest + principal == repayment.amount_fen, "a fen went astray"
        self.principal_repaid_fen = Fen(self.principal_repaid_fen + principal)
        self.interest_repaid_fen = Fen(self.interest_repaid_fen + interest)
        self.penalty_repaid_fen = Fen(self.penalty_repaid_fen + penalty)
        if penalty > 0:
            self.penalty_settled_on = repayment.on
        while self.unpaid and self.unpaid[0].total_fen == 0:
            self.paid_through = self.unpaid[0].number
            del self.unpaid[0]
        return Booked(
            repayment, penalty, Fen(interest), Fen(principal), self.balance_fen, tuple(allocations)
        )

    def terms_from(self, first_number: int, balance: int) -> Terms:
        """Return what a plan from an instalment on follows from."""
        return Terms(
            self.loan.method, self.annual_rate, Fen(balance), first_number, self.loan.disbursed_on
        )

    def replan(self, cause: PlanCause, day: date, level: Fen, lines: Sequence[Instalment]) -> None:
        """Replace the plan from the first of these lines on by a new version."""
        self.version += 1
        self.level_fen = level
        self.levels.append(Level(day, level))
        kept = [owed for owed in self.unpaid if owed.number < lines[0].number]
        self.unpaid = [*kept, *map(_as_owed, lines)]
        self.new_plans.append(Plan(self.version, cause, day, self.annual_rate, level, tuple(lines)))


def _as_owed(line: Instalment) -> Owed:
    return Owed(line.number, line.due_on, line.principal_fen, line.interest_fen)


def disburse(loan: Loan, rulebook: Rulebook, version: int = 1) -> LoanAccount:
    """Open the account of a loan paid out: first plan, rate of that day (R-LOAN-1, 2, 3)."""
    rate = rulebook.rate_on(loan, loan.disbursed_on)
    terms = Terms(loan.method, rate, loan.amount_fen, 1, loan.disbursed_on)
    level = level_amount(terms, loan.periods)
    lines = schedule(terms, loan.periods, level)
    plan = Plan(version, PlanCause.DISBURSEMENT, loan.disbursed_on, rate, level, lines)
    return LoanAccount(
        loan, rulebook, version, rate, level, loan.disbursed_on.year, [*map(_as_owed, lines)],
        new_plans=[plan], levels=[Level(loan.disbursed_on, level)],
    )  # fmt: skip
