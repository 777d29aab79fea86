"""What loans hears: the table of queue → event → handler."""

from loans import handlers
from shared import topology
from shared.consumer import Consumer
from shared.messages.withdrawals import WithdrawalSubmitted

CONSUMERS = (
    Consumer(topology.ANSWER_LOAN_QUESTIONS, {WithdrawalSubmitted: handlers.answer_questions}),
)
