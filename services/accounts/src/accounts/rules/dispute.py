"""Disputes (异议): who answers in which order, and by when (R-QRY-4)."""

from datetime import date
from enum import StrEnum

from shared.base.calendar import WorkingCalendar

ANSWER_WORKING_DAYS = 5
"""Art. 36, REG26 art. 37: each of the two answers in writing within five days."""


class DisputeState(StrEnum):
    """Where a dispute is."""

    AT_BANK = "at_bank"
    """受托银行核实中"""
    BANK_ANSWERED = "bank_answered"
    """受托银行已答复"""
    AT_CENTRE = "at_centre"
    """中心核实中"""
    CENTRE_ANSWERED = "centre_answered"
    """中心已答复"""

    @property
    def text(self) -> str:
        """For pages."""
        return STATE_TEXTS[self]

    @property
    def waits(self) -> bool:
        """Somebody has to answer."""
        return self in AFTER_ANSWER


STATE_TEXTS = {
    DisputeState.AT_BANK: "受托银行核实中",
    DisputeState.BANK_ANSWERED: "受托银行已答复",
    DisputeState.AT_CENTRE: "中心核实中",
    DisputeState.CENTRE_ANSWERED: "中心已答复",
}
AFTER_ANSWER = {
    DisputeState.AT_BANK: DisputeState.BANK_ANSWERED,
    DisputeState.AT_CENTRE: DisputeState.CENTRE_ANSWERED,
}


def answer_by(asked_on: date, calendar: WorkingCalendar) -> date:
    """Return the last day for an answer: five working days after the day on which it was asked for."""
    return calendar.add_working_days(asked_on, ANSWER_WORKING_DAYS).date


def may_object(state: DisputeState, due_on: date, today: date) -> bool:
    """Tell whether the person may turn to the centre: with the bank's answer, or when it has none in time."""
    return state is DisputeState.BANK_ANSWERED or (state is DisputeState.AT_BANK and today > due_on)
