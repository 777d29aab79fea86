"""Dunning letters (催缴函) as staff see them: money in fen."""

from datetime import date
from typing import Self

from documents.domain import DocumentState, Row
from documents.rules.dunning import TITLES, WAY_TEXTS, Way
from shared.base.money import Fen
from shared.base.shape import Shape


class SendingBody(Shape):
    """How a letter was sent."""

    way: Way
    """`post` 邮寄送达, `by_hand` 直接送达 or `electronic` 电子送达."""


class DunningLetter(Shape):
    """A letter to an employer in arrears."""

    number: str
    """Its number (编号)."""
    title: str
    """What it is called."""
    employer_number: str
    employer_name: str
    """Name of the employer."""
    stage: int
    """1, the first letter, or 2, the second."""
    from_month: str
    """The first month that was owed, YYYY-MM."""
    until_month: str
    """The last one that was overdue, YYYY-MM."""
    owed_fen: Fen
    """What was owed when it was written."""
    pay_by: date
    """The day that it sets."""
    written_on: date
    """Its date."""
    state: DocumentState
    """`printing`, `issued` or `withdrawn`."""
    sent_on: date | None
    """When it was sent; none while it waits."""
    sent_way_text: str | None
    """How, in Chinese."""
    sent_by_name: str | None
    """By whom of the staff, masked."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        return cls(
            number=row["number"],
            title=TITLES[row["stage"]],
            employer_number=row["employer_number"],
            employer_name=row["employer_name"],
            stage=row["stage"],
            from_month=row["from_month"],
            until_month=row["until_month"],
            owed_fen=row["owed_fen"],
            pay_by=row["pay_by"],
            written_on=row["written_on"],
            state=DocumentState(row["state"]),
            sent_on=row["sent_on"],
            sent_way_text=WAY_TEXTS[Way(row["sent_way"])] if row["sent_way"] else None,
            sent_by_name=row["sent_by_name"],
        )


class DunningLetters(Shape):
    """Letters, the latest first."""

    items: list[DunningLetter]
