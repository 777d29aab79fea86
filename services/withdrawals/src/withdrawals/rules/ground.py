"""What a case of the law (提取情形) adds to a type: registers to ask, own terms, a ceiling (R-WDR-19)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict

from shared.base.calendar import months_after
from shared.base.money import yuan
from withdrawals.domain import Joint, Refusal
from withdrawals.dossier import WHOLE_BP, Claims, Dossier, Register
from withdrawals.refusals import chinese_date
from withdrawals.texts import NOT_A_COUPLE, REGISTER_NAMES, SPOUSE_TO_AGREE, refuse_case

"""A percent."""


class PolicyPart(BaseModel):
    """A part of a row of policy: what is not known is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class GroundTerms(PolicyPart):
    """What the policy row of every case of the law says; each case adds its own numbers."""

    at_counter: bool
    """R-WDR-18: true where the book of the day knows it at the counter only."""
    exclusive_group: str | None
    """R-WDR-25: one group for a household and calendar year of acceptance."""

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it: each case words its own numbers."""
        raise NotImplementedError(f"{type(self).__name__} has no words")

    @classmethod
    def of(cls, terms: "GroundTerms") -> Self:
        """Return the terms as those of one case; the rule book has checked them."""
        assert isinstance(terms, cls)
        return terms


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: what may this person take on this day, of what?"""

    kind: str
    accepted_on: date
    dossier: Dossier
    claims: Claims
    terms: GroundTerms
    subject: str | None = None
    """The lease, flat, loan or unit that the applicant named; None for what there is."""
    at_counter: bool = False
    agreed: bool = False
    """A run of an agreement asks (R-WDR-48)."""
    joint: Joint | None = None
    """It asks by what both spouses signed (R-WDR-49)."""

    def refuse(self, code: str, *, eligible_from: date | None = None, **values: str) -> Refusal:
        """Refuse in the words of this case."""
        return refuse_case(self.kind, code, eligible_from=eligible_from, **values)

    def about(self, *names: str) -> bool:
        """Whether something is what the applicant named."""
        return self.subject is None or self.subject in names


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is claimed once: a month of rent, a flat, a payment; fen still open to this person."""

    key: str
    most_fen: int
    period: str = ""
    whole_fen: int = 0
    """What there is of it for everybody; 0 where that is what is open and what was taken."""


@dataclass(frozen=True, slots=True)
class Cap:
    """A limit and what it was computed from, in Chinese."""

    text: str
    fen: int


class Doubt(StrEnum):
    """What is looked at by two people and refuses nothing by itself (R-WDR-22, 40)."""

    RESOLD = "flat_resold"
    NOT_RELATIVES = "buyers_not_relatives"
    ELSEWHERE = "bought_elsewhere"
    MARRIAGES = "marriages_and_purchases"
    LOANS_HOME = "loans_home_not_on_record"


@dataclass(frozen=True, slots=True)
class Ceiling:
    """How much at most, before the balance; `items` in the order in which they are used up."""

    items: tuple[Item, ...]
    caps: tuple[Cap, ...]
    least_fen: int = 0
    """Less than this is of no use (R-WDR-43)."""
    closing: bool = False
    """Everything with interest: no ceiling but the account."""
    payee: str | None = None
    """The supervised account that is paid instead of the card (R-WDR-34)."""
    markers: tuple[Item, ...] = ()
    """What is used up without a sum: invoices."""
    doubts: tuple[Doubt, ...] = ()
    """Why staff look at it first."""

    @property
    def fen(self) -> int:
        """The sum of the items."""
        return sum(item.most_fen for item in self.items)


@dataclass(frozen=True, slots=True)
class Missing:
    """Registers that do not know: a document is needed, which staff review (R-WDR-21)."""

    registers: tuple[Register, ...]
    unasked: bool = False
    """Nobody was asked: the spouse has not consented (R-WDR-20)."""

    @property
    def text(self) -> str:
        """What to hand in, or who must consent, for the applicant."""
        if self.unasked:
            return SPOUSE_TO_AGREE
        names = "、".join(REGISTER_NAMES[one] for one in self.registers)
        return f"{names}没有查到您的信息，请上传证明材料，由工作人员审核。"


Answer = Ceiling | Refusal | Missing
Check = Callable[[Question], Refusal | None]


@dataclass(frozen=True)
class Ground:
    """A case of the law, declared in the file of its type."""

    terms: type[GroundTerms]
    needs: frozenset[Register]
    """Registers without whose answer nothing is decided."""
    ceiling: Callable[[Question], Ceiling | Refusal]
    papers: frozenset[Register] = frozenset()
    """Of these, the ones that a document of the applicant may stand in for."""
    asks_too: frozenset[Register] = frozenset()
    """Registers that are asked beside; what they do not know is a doubt, not something missing."""


def answer(ground: Ground, question: Question) -> Answer:
    """Decide: the counter, the exclusive group, what is not known, then the case itself."""
    if question.terms.at_counter and not question.at_counter:
        return question.refuse("at_counter")
    refusal = _other_group(question)
    if refusal is not None:
        return refusal
    unknown = question.dossier.unknown - question.dossier.papers
    missing = [one for one in Register if one in ground.needs and one in unknown]
    if missing:
        return Missing(tuple(missing), any(one in question.dossier.unasked for one in missing))
    if question.joint is not None and not _are_a_couple(question, question.joint):
        return question.refuse(NOT_A_COUPLE)
    found = _own_part(question, ground.ceiling(question))
    if isinstance(found, Ceiling) and found.fen <= 0 and not found.closing:
        numbers = "；".join(f"{cap.text}{yuan(cap.fen)}元" for cap in found.caps)
        return question.refuse("nothing_open", numbers=numbers)
    return found


def _other_group(question: Question) -> Refusal | None:
    group, year = question.terms.exclusive_group, question.accepted_on.year
    if group is None:
        return None
    others = [
        row
        for row in question.claims.of_household().in_year(year).rows
        if row.group is not None and row.group != group
    ]
    if not others:
        return None
    return question.refuse("other_group", eligible_from=date(year + 1, 1, 1), year=str(year))


def _are_a_couple(question: Question, joint: Joint) -> bool:
    """Whether both who signed are spouses, by the register on the day of each one's run (R-WDR-20)."""
    household = question.dossier.household
    return household.married and joint.household in (None, household.key)


def _own_part(question: Question, found: Ceiling | Refusal) -> Ceiling | Refusal:
    """R-WDR-49: of each item no more than one's percentage of the whole, rounded down (R-WDR-19)."""
    share_bp = question.joint.part.share_bp if question.joint is not None else None
    if share_bp is None or not isinstance(found, Ceiling):
        return found
    items = tuple(_part_of(question, item, share_bp) for item in found.items)
    part = Cap("按夫妻约定的本人份额", sum(item.most_fen for item in items))
    open_items = tuple(item for item in items if item.most_fen > 0)
    return replace(found, items=open_items, caps=(*found.caps, part))


def _part_of(question: Question, item: Item, share_bp: int) -> Item:
    taken = question.claims.of(item.key, item.period).of_kind(question.kind)
    whole_fen = item.whole_fen or item.most_fen + taken.fen
    mine_fen = share_of(whole_fen, share_bp) - taken.own().fen
    return replace(item, most_fen=max(0, min(item.most_fen, mine_fen)))


def spread(fen: int, items: Sequence[Item]) -> list[tuple[Item, int]]:
    """Use items up in their order by a sum, each up to what it holds."""
    used: list[tuple[Item, int]] = []
    for item in items:
        part = min(fen, item.most_fen)
        if part > 0:
            used.append((item, part))
            fen -= part
    return used


def share_of(fen: int, basis_points: int) -> int:
    """Return a share rounded down, so that parts never exceed the whole (R-WDR-19)."""
    return fen * basis_points // WHOLE_BP


def last_day(counted_from: date, months: int) -> date:
    """Return the last day of a window, which is in it (E56)."""
    return months_after(counted_from, months)


def in_months_before(day: date, accepted_on: date, months: int) -> bool:
    """Whether a day lies so many months before another; the same day then is outside (R-WDR-38)."""
    return months_after(accepted_on, -months) < day <= accepted_on


def after(day: date) -> date:
    """Return the day after."""
    return day + timedelta(days=1)


def days_text(days: Iterable[date]) -> str:
    """Write days for people."""
    return "、".join(chinese_date(day) for day in days)


def month_name(first: date) -> str:
    """Write a month for people, 2026年9月."""
    return f"{first.year}年{first.month}月"


def month_of(day: date) -> date:
    """Return the first day of a day's month."""
    return day.replace(day=1)


def months_before(first: date, count: int) -> list[date]:
    """Name so many months before one, oldest first."""
    return [months_after(first, -back) for back in range(count, 0, -1)]
