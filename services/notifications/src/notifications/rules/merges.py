"""The text about two accounts of one person that were merged (合并, R-ACC-8), sent to the phones of both."""

from notifications.rules import words
from notifications.rules.template import Template
from shared.base.money import yuan
from shared.messages.merges import PersonMerged


def _facts(event: PersonMerged) -> words.Facts:
    return {
        "goes": event.goes_account_tail,
        "stays": event.stays_account_tail,
        "principal": yuan(event.principal_fen),
        "interest": yuan(event.interest_fen),
        "balance": yuan(event.balance_after_fen),
    }


PERSON_MERGED: Template = Template(
    "person_merged",
    "您尾号{goes}的公积金账户已并入尾号{stays}的账户，转入本金{principal}元、利息{interest}元，余额{balance}元。"
    "如非本人办理，请立即致电12329。",
    facts=_facts,
)
"""A warning: nobody switches it off, and it goes by text alone."""
