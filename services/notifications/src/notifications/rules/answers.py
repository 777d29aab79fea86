"""Texts that answer what somebody has just asked, by text or by telephone: soon, or not any more."""

from collections.abc import Mapping
from datetime import timedelta

from notifications.rules import words
from notifications.rules.template import Priority, Template
from shared.messages import Event
from shared.messages.accounts import BalanceTold
from shared.messages.hotline import AnswerTextAsked

ANSWERS: Mapping[type[Event], Template] = {
    AnswerTextAsked: Template(
        "hotline_answer",
        "您拨打12329查询的结果：{answer}。如非本人查询，请致电12329。",
        facts=lambda e: {"answer": e.text},
        priority=Priority.ANSWER,
        valid_for=timedelta(hours=1),
    ),
    BalanceTold: Template(
        "balance_answer",
        "{answer}。",
        facts=words.balance,
        priority=Priority.ANSWER,
        valid_for=timedelta(hours=1),
    ),
}
