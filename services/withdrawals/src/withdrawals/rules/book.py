"""The rule book of one moment: the types, the policy in force by date, and the working calendar."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from shared.base.calendar import WorkingCalendar
from withdrawals.domain import Promise
from withdrawals.rules.model import (
    AgreedTerms,
    BrakeTerms,
    EstateTerms,
    GeneralTerms,
    PaperTerms,
    Terms,
    WithdrawalType,
)

T = TypeVar("T")

AGREED = "agreed"
"""The kind of the policy rows for agreed periodic withdrawals."""
BRAKES = "brakes"
"""The kind of the policy rows for the owner's own brakes."""
ESTATE = "estate"
"""The kind of the policy rows for what is inherited."""
PAPERS = "papers"
"""The kind of the policy rows for papers that are handed in."""
ALL_KINDS = "all"
"""The kind of the policy rows that hold for every type."""


class NotInForce(LookupError):
    """No policy of that kind is in force on that day."""


@dataclass(frozen=True)
class PolicyRow:
    """One row of the policy table: what a document put in force from a day on (政策信息)."""

    kind: str
    effective_from: date
    document_number: str
    parameters: Mapping[str, object]


@dataclass(frozen=True)
class Policy:
    """A type's terms and the document that they come from."""

    effective_from: date
    document_number: str
    terms: Terms


@dataclass(frozen=True)
class Offer:
    """A type that can be applied for, under the terms of the day."""

    type: WithdrawalType
    policy: Policy


class Rulebook:
    """Looks up what holds on a day; built once per version of policy and calendar."""

    def __init__(
        self,
        types: Sequence[WithdrawalType],
        rows: Iterable[PolicyRow],
        calendar: WorkingCalendar,
        calendar_version: int,
    ) -> None:
        self.calendar = calendar
        self.calendar_version = calendar_version
        self.rows = tuple(rows)
        self._types = {kind.kind: kind for kind in types}
        self._policies: dict[str, list[Policy]] = defaultdict(list)
        self._general: list[tuple[date, GeneralTerms]] = []
        self._agreed: list[tuple[date, AgreedTerms]] = []
        self._papers: list[tuple[date, PaperTerms]] = []
        self._brakes: list[tuple[date, BrakeTerms]] = []
        self._estate: list[tuple[date, EstateTerms]] = []
        self._estate_documents: dict[date, str] = {}
        self._documents: dict[date, list[str]] = defaultdict(list)
        for row in sorted(self.rows, key=lambda row: row.effective_from):
            if row.kind in (ALL_KINDS, PAPERS):
                self._documents[row.effective_from].append(row.document_number)
            if row.kind == ALL_KINDS:
                general = GeneralTerms.model_validate(row.parameters)
                self._general.append((row.effective_from, general))
            elif row.kind == AGREED:
                agreed = AgreedTerms.model_validate(row.parameters)
                self._agreed.append((row.effective_from, agreed))
            elif row.kind == PAPERS:
                papers = PaperTerms.model_validate(row.parameters)
                self._papers.append((row.effective_from, papers))
            elif row.kind == BRAKES:
                brakes = BrakeTerms.model_validate(row.parameters)
                self._brakes.append((row.effective_from, brakes))
            elif row.kind == ESTATE:
                estate = EstateTerms.model_validate(row.parameters)
                self._estate.append((row.effective_from, estate))
                self._estate_documents[row.effective_from] = row.document_number
            elif row.kind in self._types:
                terms = _terms_of(self._types[row.kind], row.parameters)
                policy = Policy(row.effective_from, row.document_number, terms)
                self._policies[row.kind].append(policy)

    def row(self, kind: str, on: date) -> PolicyRow:
        """Return the row of a kind in force on a day; raises `NotInForce`."""
        known = [row for row in self.rows if row.kind == kind and row.effective_from <= on]
        if not known:
            raise NotInForce(f"no policy for {kind!r} is in force on {on}")
        return max(known, key=lambda row: row.effective_from)

    def with_row(self, row: PolicyRow) -> "Rulebook":
        """Make a book in which this is the only row of its kind; raises pydantic's errors."""
        others = [one for one in self.rows if one.kind != row.kind]
        types = tuple(self._types.values())
        return Rulebook(types, [*others, row], self.calendar, self.calendar_version)

    def type_of(self, kind: str) -> WithdrawalType:
        """Return a type by its kind; raises `NotInForce`."""
        if kind not in self._types:
            raise NotInForce(f"there is no withdrawal type {kind!r}")
        return self._types[kind]

    def policy(self, kind: str, on: date) -> Policy:
        """Return the policy of a type in force on a day; raises `NotInForce`."""
        policies = self._policies.get(kind, [])
        index = bisect_right([policy.effective_from for policy in policies], on)
        if index == 0:
            raise NotInForce(f"no policy for {kind!r} is in force on {on}")
        return policies[index - 1]

    def terms(self, kind: str, on: date) -> Terms:
        """Return the terms of a type in force on a day; raises `NotInForce`."""
        return self.policy(kind, on).terms

    def general(self, on: date) -> GeneralTerms:
        """Return what holds for all types on a day; raises `NotInForce`."""
        return _in_force(self._general, on, "general policy")

    def agreed(self, on: date) -> AgreedTerms:
        """Return what holds for agreements on a day; raises `NotInForce`."""
        return _in_force(self._agreed, on, "policy of agreements")

    def papers(self, on: date) -> PaperTerms:
        """Return what holds for papers that are handed in on a day; raises `NotInForce`."""
        return _in_force(self._papers, on, "policy of papers")

    def brakes(self, on: date) -> BrakeTerms:
        """Return what holds for the owner's own brakes on a day; raises `NotInForce`."""
        return _in_force(self._brakes, on, "policy of brakes")

    def estate(self, on: date) -> EstateTerms:
        """Return what holds for what is inherited on a day; raises `NotInForce`."""
        return _in_force(self._estate, on, "policy of what is inherited")

    def estate_documents(self) -> dict[date, str]:
        """Return, in their order, the days from which something holds for heirs, with its document."""
        return dict(self._estate_documents)

    def offers(self, on: date) -> list[Offer]:
        """Return the types that can be applied for on a day, in their declared order."""
        found = []
        for kind in self._types.values():
            try:
                found.append(Offer(kind, self.policy(kind.kind, on)))
            except NotInForce:
                continue
        return found

    def turning_days(self, kind: str) -> list[date]:
        """Return, in their order, the days on which something that bears on a type changes."""
        own = [policy.effective_from for policy in self._policies.get(kind, [])]
        first = min(own, default=date.max)
        common = [day for day in self._documents if day > first]
        return sorted({*own, *common})

    def documents_of(self, day: date) -> list[str]:
        """Name the documents that changed on that day what holds for every type."""
        return list(self._documents.get(day, ()))

    def promise(self, accepted_on: date) -> Promise:
        """Compute the dates to tell the citizen; the day of acceptance is day 0 (R-CAL-4)."""
        general = self.general(accepted_on)
        decision = self.calendar.roll_forward(
            accepted_on + timedelta(days=general.decide_within_days)
        )
        payment = self.calendar.add_working_days(accepted_on, general.pay_within_working_days)
        return Promise(
            decide_by=decision.date,
            pay_by=payment.date,
            provisional=decision.provisional or payment.provisional,
            calendar_version=self.calendar_version,
        )


def _in_force(rows: Sequence[tuple[date, T]], on: date, what: str) -> T:
    index = bisect_right([effective_from for effective_from, _ in rows], on)
    if index == 0:
        raise NotInForce(f"no {what} is in force on {on}")
    return rows[index - 1][1]


def _terms_of(kind: WithdrawalType, parameters: Mapping[str, object]) -> Terms:
    """Read a row: what all types have, and what a case of the law adds, each checked by its own model."""
    shared = {name: value for name, value in parameters.items() if name != "ground"}
    terms = Terms.model_validate(shared)
    if kind.ground is None:
        return terms
    own = kind.ground.terms.model_validate(parameters["ground"])
    return terms.model_copy(update={"ground": own})
