"""Which fine the law of the day has for an employer (R-CRD-4); pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.base.money import Fen, yuan
from shared.messages.penalties import PenaltyCause


@dataclass(frozen=True)
class PenaltyRule:
    """A law's bounds of a fine, in fen, from a day on."""

    effective_from: date
    cause: PenaltyCause
    least_fen: Fen
    most_fen: Fen
    basis: str


@dataclass(frozen=True)
class Fine:
    """A fine that somebody wants to impose."""

    social_credit_code: str
    """Parsed."""
    name: str
    legal_representative: str
    cause: PenaltyCause
    facts: str
    fine_fen: Fen
    order_number: str
    ordered_until: date
    """Last day of the order that was not obeyed."""
    decided_on: date
    document_number: str


def rule_of(rules: Sequence[PenaltyRule], cause: PenaltyCause, day: date) -> PenaltyRule | None:
    """The newest rule for a cause that is in force on a day; None where no law has a fine."""
    in_force = [one for one in rules if one.cause is cause and one.effective_from <= day]
    return max(in_force, key=lambda one: one.effective_from, default=None)


def flaw(fine: Fine, rules: Sequence[PenaltyRule], today: date) -> str | None:
    """Why a fine cannot be, in Chinese; None where it can.

    The law of the last day on which it could have been obeyed decides: none is stricter for what was before.
    """
    if fine.decided_on > today:
        return "决定日期不能晚于今天"
    if fine.ordered_until >= fine.decided_on:
        return "责令限期届满后才能处罚"
    rule = rule_of(rules, fine.cause, fine.ordered_until)
    if rule is None:
        return "当时的法规没有这项处罚"
    if not rule.least_fen <= fine.fine_fen <= rule.most_fen:
        return f"罚款应在{yuan(rule.least_fen)}元至{yuan(rule.most_fen)}元之间（{rule.basis}）"
    return None
