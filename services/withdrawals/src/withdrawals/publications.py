"""What withdrawals publishes: a guide for each type, the figures of each month, working days; pure."""

from collections.abc import Sequence
from datetime import date, datetime

from shared.base.calendar import WorkingCalendar, kept_of
from shared.messages.published import (
    DayTold,
    Figure,
    GuideVersion,
    Passage,
    WithdrawalFiguresTold,
    WithdrawalGuideTold,
    WorkingYearTold,
)
from withdrawals.estates import KIND_TEXT
from withdrawals.rules import TYPES
from withdrawals.rules.book import Rulebook
from withdrawals.rules.guides import COUNTER, ONLINE, Version, estate_versions, versions
from withdrawals.rules.model import WithdrawalType

HEIRS = "death"
"""The code of the guide of heirs."""
LEADS = {
    True: "提取账户全部余额和利息，账户随之销户。",
    False: "提取账户余额的一部分，账户照常缴存。",
}


def years(calendar: WorkingCalendar, now: datetime, today: date) -> list[WorkingYearTold]:
    """Tell the working days of the year before, this one and the next: deadlines rest on no others."""
    kept = [kept_of(calendar, today.year + away) for away in (-1, 0, 1)]
    return [
        WorkingYearTold(
            year=one.year,
            published=one.published,
            days=[DayTold(day=day, is_workday=works) for day, works in sorted(one.days.items())],
            told_at=now,
        )
        for one in kept
    ]


def guides(book: Rulebook, now: datetime) -> list[WithdrawalGuideTold]:
    """Make the guide of each type that any document knows."""
    told = [
        _guide(kind, position, versions(kind, book), now) for position, kind in enumerate(TYPES)
    ]
    return [guide for guide in (*told, _of_heirs(book, now)) if guide.versions]


def _of_heirs(book: Rulebook, now: datetime) -> WithdrawalGuideTold:
    """What nobody applies for online: heirs come to the counter (R-WDR-45)."""
    return WithdrawalGuideTold(
        code=HEIRS,
        title=KIND_TEXT,
        position=len(TYPES),
        lead="职工去世后，由继承人、受遗赠人提取，账户随之销户。",
        channels=[*COUNTER],
        address=None,
        versions=[_told(version) for version in estate_versions(book)],
        tables=[],
        told_at=now,
    )


def _guide(
    kind: WithdrawalType, position: int, found: Sequence[Version], now: datetime
) -> WithdrawalGuideTold:
    counter = bool(found) and found[-1].at_counter
    return WithdrawalGuideTold(
        code=kind.kind,
        title=kind.name,
        position=position,
        lead=LEADS[kind.closing],
        channels=[*(COUNTER if counter else (*ONLINE, *COUNTER))],
        address=None if counter else f"/hall/apply/{kind.kind}",
        versions=[_told(version) for version in found],
        tables=[],
        told_at=now,
    )


def _told(version: Version) -> GuideVersion:
    return GuideVersion(
        effective_from=version.effective_from,
        document_number=version.document_number,
        passages=[
            Passage(heading=heading, sentences=list(sentences))
            for heading, sentences in version.passages
        ],
    )


def figures(
    month: str, paid: int, paid_fen: int, closed: int, now: datetime
) -> WithdrawalFiguresTold:
    """Make the figures of a month: what was paid, how much, and how many accounts were closed by it."""
    return WithdrawalFiguresTold(
        month=month,
        figures=[
            Figure(code="withdrawals", text="提取笔数", unit="times", value=paid),
            Figure(code="withdrawn_fen", text="提取金额", unit="fen", value=paid_fen),
            Figure(code="closed", text="其中销户提取", unit="times", value=closed),
        ],
        told_at=now,
    )
