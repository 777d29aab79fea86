"""What a withdrawal is told of an account before it is decided; pure (R-WDR-23, 27)."""

from collections.abc import Mapping
from datetime import date, datetime

from accounts.domain import AccountFacts, Refused, Reserved, Row, month_text
from accounts.sealed import id_number_in, name_in
from shared.messages.facts import AccountFigures, FundsTold, MonthDeposit
from shared.messages.inquiries import AccountFactsTold
from shared.messages.withdrawals import WithdrawalFactsAsked
from shared.sealing.personal_data import PersonalData


def figures(row: Row, base_fen: int, deposits: Mapping[date, int]) -> AccountFigures:
    """An account as a withdrawal asks of it; deposits by the first day of their month."""
    return AccountFigures(
        balance_fen=row["posted_fen"],
        base_fen=base_fen,
        opened_on=row["opened_on"],
        paid_up_to=month_text(row["paid_up_to"]),
        deposits=[
            MonthDeposit(month=f"{month:%Y-%m}", fen=fen) for month, fen in sorted(deposits.items())
        ],
    )


def funds_told(kind: str, answer: Reserved | Refused, facts: AccountFacts | None) -> FundsTold:
    """What would be frozen for one type, or why not."""
    seal_reason = facts.seal_reason if facts else None
    if isinstance(answer, Refused):
        return FundsTold(
            kind=kind,
            reason_code=answer.reason_code,
            eligible_from=answer.eligible_from,
            balance_fen=facts.balance_fen if facts else None,
            retained_fen=answer.retained_fen or 0,
            seal_reason=seal_reason,
        )
    return FundsTold(
        kind=kind,
        principal_fen=answer.principal_fen,
        interest_fen=answer.interest_fen,
        balance_after_fen=facts.balance_fen - answer.principal_fen if facts else 0,
        retained_fen=answer.retained_fen,
        seal_reason=seal_reason,
    )


def account_facts(
    event: WithdrawalFactsAsked,
    person: Row | None,
    account: AccountFigures | None,
    funds: list[FundsTold],
    now: datetime,
    *,
    data: PersonalData,
) -> AccountFactsTold:
    """What a withdrawal asks of an account, of one instant."""
    return AccountFactsTold(
        inquiry_id=event.inquiry_id,
        person_id=event.person_id,
        round=event.round,
        told_at=now,
        name=name_in(person, data) if person else None,
        id_number=id_number_in(person, data) if person else None,
        account=account,
        funds=funds,
    )
