"""Merging (合并) of the two accounts of one person: asked about, answered, done or ended (R-ACC-8)."""

from typing import ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, Fen, date


class MergeEvent(Event):
    """Published by accounts; the subject is the merge."""

    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "merge_id"

    merge_id: UUID
    """This one merge (合并), however often it is told."""
    goes_person_id: UUID
    """As whom the person is known no more."""
    stays_person_id: UUID
    """As whom the person is known from then on."""


class MergeAsked(MergeEvent):
    """Two people agreed on it: whoever is free of the one who goes begins nothing new for them."""

    type: ClassVar[str] = "merge.asked.v1"

    answer_by: AwareDatetime
    """An answer that comes later counts no more; `merge.ended` says so."""


class MergeEnded(MergeEvent):
    """Nothing was merged: somebody was busy or late, or it was called off. All is as it was."""

    type: ClassVar[str] = "merge.ended.v1"

    ended_at: AwareDatetime
    """When it was ended."""


class PersonMerged(MergeEvent):
    """The money and the months are on the account that stays, the other is closed (合并销户)."""

    type: ClassVar[str] = "person.merged.v1"

    goes_account_tail: str
    """Last digits of the account that was closed."""
    stays_account_tail: str
    """Last digits of the account that has it all."""
    principal_fen: Fen
    """Principal that went over."""
    interest_fen: Fen
    """Interest to the day, booked with it."""
    balance_after_fen: Fen
    """Balance of the account that stays."""
    merged_on: date
    """Business date of the booking."""
    merged_at: AwareDatetime
    """From then on money cools off."""


class MergeAnswer(Event):
    """Whether a service has anything under way of the one who goes; said once for each merge."""

    subject_field: ClassVar[str] = "merge_id"

    merge_id: UUID
    """Which merge it is about."""
    free: bool
    """Nothing is under way, and nothing new begins until the merge is done or ended."""
    reason_text: str
    """What is under way, in one Chinese clause; empty where nothing is."""


class WithdrawalsMergeTold(MergeAnswer):
    """Withdrawals looked for applications, agreements, bans, locks and deaths."""

    type: ClassVar[str] = "withdrawals_merge.told.v1"
    owner: ClassVar[str] = "withdrawals"


class LoansMergeTold(MergeAnswer):
    """Loans looked for contracts that are not paid out yet, and repayments under way."""

    type: ClassVar[str] = "loans_merge.told.v1"
    owner: ClassVar[str] = "loans"


EVENTS = (MergeAsked, MergeEnded, PersonMerged, WithdrawalsMergeTold, LoansMergeTold)
