"""What a withdrawal asks before it is decided, told by the rules that freeze (R-WDR-27)."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid5

from accounts.domain import AccountFacts, Row
from accounts.rules import reservation as rules
from accounts.rules import withdrawal_facts as facts_rules
from accounts.rules.deposit import DepositPolicy
from accounts.store import reservations as store
from accounts.views import accounts as views
from accounts.views import deposits
from shared.base.calendar import months_after
from shared.messages.facts import AccountFigures, FundsTold
from shared.messages.withdrawals import WithdrawalFactsAsked, WithdrawalFundsRequested
from shared.messaging.unit import Received, Unit, events_of

DEPOSIT_MONTHS = 39
"""So many months of deposits are told: three years of rent, and the months before them."""


async def tell(unit: Unit, batch: Sequence[Received[WithdrawalFactsAsked]]) -> None:
    """Answer every question, also of somebody without an account; nothing is locked or frozen."""
    events = events_of(batch)
    today = unit.clock.today()
    people = [event.person_id for event in events]
    found = await views.own_accounts(unit.connection, people, today)
    ledger_ids = [row["ledger_account_id"] for row in found.values()]
    since = months_after(today.replace(day=1), -DEPOSIT_MONTHS)
    booked = await deposits.by_month(unit.connection, ledger_ids, since)
    requests = [request for event in events for request in _requests(event)]
    facts = await store.facts_of(unit.connection, requests, today) if requests else {}
    for event in events:
        row = found.get(event.person_id)
        figures = None
        if row is not None:
            policy = DepositPolicy(
                **{name: row[name] for name in DepositPolicy.__dataclass_fields__}
            )
            base = policy.base_within_limits(row["base_fen"])
            figures = facts_rules.figures(row, base, booked[row["ledger_account_id"]])
        _tell(unit, event, row, figures, {key: one for key, (one, _) in facts.items()})


def _requests(event: WithdrawalFactsAsked) -> list[WithdrawalFundsRequested]:
    return [
        WithdrawalFundsRequested(
            application_id=_key(event, wanted.kind),
            person_id=event.person_id,
            round=1,
            conditions=wanted.conditions,
            business_date=event.as_of,
        )
        for wanted in event.wanted
    ]


def _key(event: WithdrawalFactsAsked, kind: str) -> UUID:
    """Name what would be frozen for one type: no application has this id."""
    return uuid5(event.inquiry_id, kind)


def _tell(
    unit: Unit,
    event: WithdrawalFactsAsked,
    person: Row | None,
    figures: AccountFigures | None,
    facts: Mapping[UUID, AccountFacts],
) -> None:
    today = unit.clock.today()
    told: list[FundsTold] = []
    for wanted in event.wanted:
        known = facts.get(_key(event, wanted.kind))
        answer = rules.judge(known, wanted.conditions, today)
        told.append(facts_rules.funds_told(wanted.kind, answer, known))
    unit.emit(
        facts_rules.account_facts(
            event, person, figures, told, unit.clock.now(), data=unit.personal_data
        )
    )
