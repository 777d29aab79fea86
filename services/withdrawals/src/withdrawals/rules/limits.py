"""How much and within which time, as a citizen reads it: each case's words, and its group; pure."""

from withdrawals.rules.ground import GroundTerms

GROUPS = {"rent": "租房", "purchase": "购房、建房", "loan": "偿还住房贷款"}
"""What a household takes one of in a calendar year (R-WDR-25)."""


def limits_text(terms: GroundTerms) -> list[str]:
    """Word the numbers of a case of the law (R-WDR-28 to 44); raises `NotImplementedError`."""
    return [*terms.words(), *_group(terms)]


def _group(terms: GroundTerms) -> list[str]:
    if terms.exclusive_group is None:
        return []
    others = "、".join(text for group, text in GROUPS.items() if group != terms.exclusive_group)
    return [f"每个家庭每年只能选一类：办理后，当年不能再办理{others}提取。"]
