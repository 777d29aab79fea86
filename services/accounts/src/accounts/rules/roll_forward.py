"""What changes make of a month's list: who joins, who leaves, what the others pay otherwise (R-CHG-5)."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class RollForward:
    """From one list to the next (汇缴变更); sums in fen, both sides of everybody."""

    people_before: int
    before_fen: int
    joined: int
    joined_fen: int
    left: int
    left_fen: int
    changed: int
    """People on both lists who pay another sum."""
    changed_fen: int
    people: int
    total_fen: int


def roll_forward(before: Mapping[str, int], after: Mapping[str, int]) -> RollForward:
    """Compare two lists, given as each account's deposit in fen (E24)."""
    joined, left = after.keys() - before.keys(), before.keys() - after.keys()
    differences = [after[number] - before[number] for number in after.keys() & before.keys()]
    return RollForward(
        people_before=len(before),
        before_fen=sum(before.values()),
        joined=len(joined),
        joined_fen=sum(after[number] for number in joined),
        left=len(left),
        left_fen=sum(before[number] for number in left),
        changed=sum(1 for fen in differences if fen),
        changed_fen=sum(differences),
        people=len(after),
        total_fen=sum(after.values()),
    )
