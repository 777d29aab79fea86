"""Agreements as their owners sign and read them (约定提取, R-WDR-48)."""

from datetime import date
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field

from shared.base.shape import Shape
from withdrawals import agreements as rules
from withdrawals.shapes.citizens import KIND_NAMES, Body


class Every(StrEnum):
    """How often it runs."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """The same in months."""
        return {Every.MONTH: 1, Every.QUARTER: 3, Every.YEAR: 12}[self]


class NewAgreement(Body):
    """What is signed: the type, how often, and an own card."""

    kind: str = Field(max_length=50, examples=["rent"])
    """The type (提取类型), one of those that can be agreed."""
    every: Every
    """How often it runs: `month`, `quarter` or `year`."""
    card_number: str = Field(max_length=40, examples=["6222021612003456788"], repr=False)
    """A debit card in the own name (R-WDR-3)."""
    subject: str | None = Field(None, max_length=60, examples=["ZL2026000123"])
    """Which lease or loan is meant, where there are several."""


class NewCard(Body):
    """Another card to pay to."""

    card_number: str = Field(max_length=40, examples=["6222021612003456788"], repr=False)
    """A debit card in the own name (R-WDR-3)."""


class Agreement(Shape):
    """An agreement as its owner sees it."""

    id: UUID
    kind: str
    """The type (提取类型), as a stable code."""
    kind_text: str
    subject: str | None
    """The lease or loan that it is about, where it is about one."""
    every_months: int
    """How many months lie between two runs."""
    card_tail: str
    """Last four digits of the card that is paid to."""
    signed_on: date
    """Day of signing."""
    next_run_on: date | None
    """Day of the next run; none while it does not run."""
    failures: int
    """Failed runs in a row."""
    state: str
    """`active`, `paused` or `ended`."""
    reason: str | None
    """Why it is paused or ended, in Chinese."""

    @classmethod
    def of(cls, one: rules.Agreement) -> Self:
        """Show an agreement."""
        return cls(
            id=one.id,
            kind=one.kind,
            kind_text=KIND_NAMES.get(one.kind, one.kind),
            subject=one.subject,
            every_months=one.every_months,
            card_tail=one.card_tail,
            signed_on=one.signed_on,
            next_run_on=one.next_try_on,
            failures=one.failures,
            state=one.state.value,
            reason=one.reason,
        )


class AgreementList(Shape):
    """Agreements, the newest first."""

    items: list[Agreement]
    """The agreements."""
