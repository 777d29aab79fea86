"""Agreements as their owners sign and read them (约定提取, R-WDR-48)."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from shared.base.shape import Shape
from withdrawals import agreements as rules
from withdrawals.couples import Couple, State
from withdrawals.domain import Manner, Part
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


CoupleCode = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_upper=True, pattern="^[2-9A-HJKMNP-Za-hjkmnp-z]{10}$"
    ),
]


class CoupleTerms(Body):
    """What one spouse signs; it holds when the other has signed the same, seen from the other side."""

    manner: Manner
    """`order`: one takes first and the other what is left; `shares`: each up to a percentage (R-WDR-49)."""
    own_first: bool | None = None
    """By an order: whether the signer takes first."""
    own_share_bp: int | None = Field(None, ge=1, le=9_999, examples=[6_000])
    """By percentages: the signer's part, in basis points; the spouse has the rest."""

    @model_validator(mode="after")
    def _one_manner(self) -> Self:
        by_order = self.manner is Manner.ORDER
        if by_order != (self.own_first is not None) or by_order == (self.own_share_bp is not None):
            raise ValueError("顺序约定写明谁先提取，比例约定写明本人比例，二者选一")
        return self

    @property
    def part(self) -> Part:
        """The same, as the rules read it."""
        return Part(self.manner, self.own_first, self.own_share_bp)


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
    couple: CoupleTerms | None = None
    """What is signed with the spouse: it waits until the spouse has signed the same (R-WDR-49)."""
    couple_code: CoupleCode | None = Field(None, examples=["K7M2QX9RTA"])
    """The code of what the spouse has proposed, for whoever signs second; then `couple` is needed."""

    @model_validator(mode="after")
    def _second_signs_terms(self) -> Self:
        if self.couple_code is not None and self.couple is None:
            raise ValueError("凭约定码签订须写明夫妻约定的内容")
        return self


class NewCard(Body):
    """Another card to pay to."""

    card_number: str = Field(max_length=40, examples=["6222021612003456788"], repr=False)
    """A debit card in the own name (R-WDR-3)."""


class CoupleShown(Shape):
    """What spouses signed, seen by one of them."""

    manner: Manner
    """`order` or `shares`."""
    own_first: bool | None
    """By an order: whether the reader takes first."""
    own_share_bp: int | None
    """By percentages: the reader's part, in basis points."""
    state: State
    """`proposed` until both have signed, then `agreed`."""
    signed_by_me: bool
    """Whether the reader has signed it."""
    sign_by: date
    """The last day on which the second of the two may sign."""
    code: str | None
    """By which the spouse finds it; none but for whoever signed first, while the spouse is not known."""

    @classmethod
    def of(cls, one: Couple, agreement_id: UUID) -> Self:
        """Show it to the owner of one of its agreements."""
        part, mine = one.part_of(agreement_id), one.proposer_id == agreement_id
        return cls(
            manner=part.manner,
            own_first=part.first,
            own_share_bp=part.share_bp,
            state=one.state,
            signed_by_me=mine or one.state is State.AGREED,
            sign_by=one.sign_by,
            code=one.code if mine and one.partner_id is None else None,
        )


class CoupleProposed(Shape):
    """What a spouse has proposed, seen by whoever is to sign second."""

    kind: str
    """The type (提取类型), as a stable code."""
    kind_text: str
    subject: str | None
    """The lease or loan that it is about, where the spouse named one."""
    every_months: int
    """How many months lie between two runs."""
    couple: CoupleTerms
    """What the reader would sign."""
    sign_by: date
    """The last day on which it may be signed."""

    @classmethod
    def of(cls, one: Couple, first: rules.Agreement) -> Self:
        """Show it from the other side."""
        part = one.part.mirrored
        return cls(
            kind=first.kind,
            kind_text=KIND_NAMES.get(first.kind, first.kind),
            subject=first.subject,
            every_months=first.every_months,
            couple=CoupleTerms(
                manner=part.manner, own_first=part.first, own_share_bp=part.share_bp
            ),
            sign_by=one.sign_by,
        )


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
    """`proposed` while the spouse has not signed, `active`, `paused` or `ended`."""
    reason: str | None
    """Why it waits, is paused or ended, in Chinese."""
    couple: CoupleShown | None
    """What is in force with the spouse, or waits for the spouse's first signature; none for one alone."""
    couple_change: CoupleShown | None
    """Other terms that wait for the second signature; those in force hold until then."""

    @classmethod
    def of(cls, one: rules.Agreement, couples: Iterable[Couple] = ()) -> Self:
        """Show an agreement."""
        mine = [found for found in couples if one.id in (found.proposer_id, found.partner_id)]
        mine.sort(key=lambda found: found.state is not State.AGREED)
        shown = [CoupleShown.of(found, one.id) for found in mine]
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
            couple=shown[0] if shown else None,
            couple_change=shown[1] if len(shown) > 1 else None,
        )


class AgreementList(Shape):
    """Agreements, the newest first."""

    items: list[Agreement]
    """The agreements."""
