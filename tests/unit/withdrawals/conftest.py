"""Builders with believable defaults for the pure part of withdrawals."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from importlib import resources
from typing import Any
from uuid import UUID, uuid4

import pytest

from shared.base.calendar import WorkingCalendar, packaged_days
from shared.base.clock import BUSINESS_ZONE
from shared.messages.accounts import FundsRefused, SealReason
from shared.messages.withdrawals import BanCause
from withdrawals import process
from withdrawals.decisions import Moment
from withdrawals.domain import ApplicationId, Ban, Case, Payoff, PersonId, Reservation, State
from withdrawals.rules import SEED as TYPES
from withdrawals.rules.book import PolicyRow, Rulebook
from withdrawals.rules.model import Facts, Terms, WithdrawalType

THU_29_AUG_2019 = date(2019, 8, 29)
AFTER_DECREE_844 = date(2026, 10, 12)


def shipped_policy() -> list[PolicyRow]:
    """Read the policy rows out of the migration that ships them."""
    folder = resources.files("withdrawals").joinpath("migrations")
    sql = folder.joinpath("0003_policy_2019_and_2026.sql").read_text("utf-8")
    general = re.findall(r"\('all', '([\d-]+)', '([^']+)', '(\{.*?\})'\)", sql, re.DOTALL)
    terms = re.findall(r"\('(\w+)', '(\{.*?\n    \})'", sql, re.DOTALL)
    documents = re.findall(r"\('([\d-]+)'(?:::date)?, '([^'{]+)'\)", sql)
    assert len(general) == 2
    assert len(terms) == 5
    assert len(documents) == 2
    rows = [
        PolicyRow("all", date.fromisoformat(day), document, json.loads(text))
        for day, document, text in general
    ]
    rows += [
        PolicyRow(kind, date.fromisoformat(day), document, json.loads(text))
        for kind, text in terms
        for day, document in documents
    ]
    return rows


UNREVIEWED: dict[str, Any] = {
    "sealed_required": False,
    "stop_period": None,
    "loan_cap": None,
    "unpaid_loan_bars": [],
    "review": {
        "always": False,
        "from_fen": 20_000_000,
        "seal_reason_mismatch": False,
        "months_behind": False,
    },
}
CASES_SQL = resources.files("withdrawals").joinpath("migrations", "0006_cases_of_the_law.sql")


PAPERS = PolicyRow(
    "papers", date(2019, 1, 1), "测试文件", {"hand_in_within_days": 15, "papers_most": 30}
)
BARRED = ("rent", "renovation", "property_fee", "unable_to_work")


def cases_policy() -> list[PolicyRow]:
    """Read the rows of the law's cases out of what ships them."""
    sql = CASES_SQL.read_text("utf-8")
    rows = re.findall(r"\('(\w+)', '([\d-]+)'(?:::date)?, '(\{.*?\n    \})'", sql, re.DOTALL)
    assert len(rows) == 12
    return [
        PolicyRow(
            kind,
            date.fromisoformat(day),
            "测试文件",
            {
                **UNREVIEWED,
                "sealed_required": kind == "unable_to_work",
                "unpaid_loan_bars": ["borrower", "co_borrower"] if kind in BARRED else [],
                "ground": json.loads(text),
            },
        )
        for kind, day, text in rows
    ]


WITHOUT_MONEY = (
    State.SUBMITTED,
    State.FUNDS_REQUESTED,
    State.AWAITING_PAPERS,
    State.PAPERS_IN_REVIEW,
    State.REJECTED,
    State.CANCELLED,
)


class Builders:
    """Makes what a test needs; every argument has a believable default."""

    calendar = WorkingCalendar(packaged_days(range(2019, 2027)), "1")

    def __init__(self, *more: PolicyRow) -> None:
        self.more = more

    def all_rows(self) -> list[PolicyRow]:
        """The shipped policy with the law's cases, and what a test switches on."""
        return [*shipped_policy(), *cases_policy(), PAPERS, *self.more]

    def with_rows(self, *rows: PolicyRow) -> "Builders":
        return Builders(*rows)

    def local_row(self, kind: str, own: dict[str, Any]) -> PolicyRow:
        """Switch a local type on (R-WDR-47)."""
        ground = {"at_counter": False, "exclusive_group": None, **own}
        return PolicyRow(kind, date(2026, 9, 20), "测试文件", {**UNREVIEWED, "ground": ground})

    def book(
        self,
        types: tuple[WithdrawalType, ...] = TYPES,
        calendar: WorkingCalendar | None = None,
        calendar_version: int = 1,
        rows: list[PolicyRow] | None = None,
    ) -> Rulebook:
        return Rulebook(
            types, rows or [*shipped_policy(), PAPERS], calendar or self.calendar, calendar_version
        )

    def moment(
        self, today: date = THU_29_AUG_2019, book: Rulebook | None = None, hour: int = 10
    ) -> Moment:
        now = datetime.combine(today, time(hour), BUSINESS_ZONE).astimezone(UTC)
        return Moment(now, today, book or self.book())

    def type(self, kind: str) -> WithdrawalType:
        return next(known for known in TYPES if known.kind == kind)

    def terms(self, kind: str, on: date = THU_29_AUG_2019) -> Terms:
        return self.book().terms(kind, on)

    def case(
        self,
        kind: str = "retirement",
        state: State = State.SUBMITTED,
        moment: Moment | None = None,
        **changes: Any,
    ) -> Case:
        at = moment or self.moment()
        promise = at.book.promise(at.today)
        case = Case(
            id=ApplicationId(uuid4()),
            person_id=PersonId(UUID(int=7)),
            kind=kind,
            state=State.SUBMITTED,
            channel="web",
            card_sealed="k1.sealed",
            card_tail="3458",
            accepted_on=at.today,
            submitted_at=at.now,
            promise=promise,
            step_due_at=process.due_at(state, at.now, promise, timedelta(minutes=30)),
            card_verified_on=at.today,
        )
        if state not in (State.SUBMITTED,):
            changes.setdefault("round", 1)
        if state not in WITHOUT_MONEY:
            changes.setdefault("reservation", self.reservation(reserved_on=at.today))
        return replace(case, state=state, **changes)

    def reservation(self, **changes: Any) -> Reservation:
        usual: dict[str, Any] = {
            "reserved_on": THU_29_AUG_2019,
            "account_tail": "0017",
            "holder_name_sealed": "k1.name",
            "closing": True,
            "principal_fen": 6_000_000,
            "interest_fen": 1_234,
            "balance_after_fen": 0,
            "retained_fen": 0,
            "seal_reason": SealReason.RETIRED,
            "sealed_on": date(2019, 8, 20),
            "paid_up_to": "2019-07",
            "months_behind": 0,
        }
        values = usual | changes
        values.setdefault("amount_fen", values["principal_fen"] + values["interest_fen"])
        return Reservation(**values)

    def payoff(self, **changes: Any) -> Payoff:
        usual: dict[str, Any] = {
            "contract_number": "DK20150920001",
            "settled_on": date(2019, 8, 29),
            "repaid_fen": 22_125_422,  # E28
            "offset_agreement_ever": False,
        }
        return Payoff(**(usual | changes))

    def ban(self, until: date, cause: BanCause = BanCause.FALSE_MATERIALS) -> Ban:
        return Ban(uuid4(), PersonId(uuid4()), cause, date(2016, 8, 29), until)

    def facts(self, **changes: Any) -> Facts:
        return Facts(**({"today": THU_29_AUG_2019} | changes))

    def funds_refused(self, case: Case, reason: str, **changes: Any) -> FundsRefused:
        return FundsRefused(
            application_id=case.id,
            person_id=case.person_id,
            round=case.round,
            reason_code=reason,
            rule="R-WDR-10",
            **changes,
        )


@pytest.fixture(scope="session")
def build() -> Builders:
    return Builders()
