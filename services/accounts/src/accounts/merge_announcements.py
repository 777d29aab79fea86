"""The events about merging two accounts of one person (合并), one function each; pure."""

from datetime import date, datetime

from accounts.domain import Reserved, Row
from accounts.rules.merge import NewMerge
from shared.messages.merges import MergeAsked, MergeEnded, PersonMerged

ACCOUNT_TAIL_DIGITS = 4


def asked(new: NewMerge) -> MergeAsked:
    """The others are to say whether anything is under way."""
    return MergeAsked(
        merge_id=new.id,
        goes_person_id=new.goes_person,
        stays_person_id=new.stays_person,
        answer_by=new.answer_by,
    )


def ended(row: Row, now: datetime) -> MergeEnded:
    """Nothing was merged."""
    return MergeEnded(
        merge_id=row["id"],
        goes_person_id=row["goes_person"],
        stays_person_id=row["stays_person"],
        ended_at=now,
    )


def merged(
    row: Row, amounts: Reserved, balance_fen: int, now: datetime, today: date
) -> PersonMerged:
    """All of the one account is on the other."""
    return PersonMerged(
        merge_id=row["id"],
        goes_person_id=row["goes_person"],
        stays_person_id=row["stays_person"],
        goes_account_tail=row["goes_account"][-ACCOUNT_TAIL_DIGITS:],
        stays_account_tail=row["stays_account"][-ACCOUNT_TAIL_DIGITS:],
        principal_fen=amounts.principal_fen,
        interest_fen=amounts.interest_fen,
        balance_after_fen=balance_fen,
        merged_on=today,
        merged_at=now,
    )
