"""The queues of cross-city transfers (异地转移接续): letters, and who moves their money; in `topology`."""

from shared.messages import cross_city as x
from shared.messages import settlement as s
from shared.messages import transfers as t
from shared.messaging.queue import Queue

TELL_TRANSFER_FACTS = Queue(
    "accounts.tell-transfer-facts",
    (t.TransferInAsked, t.TransferOutAsked),
    "tell what a letter to or from another centre asks of an account",
)
MOVE_ACCOUNTS = Queue(
    "accounts.move-accounts",
    (
        t.TransferInClaimed,
        t.TransferOutFundsRequested,
        x.TransferPaymentSucceeded,
        x.TransferPaymentFailed,
        x.TransferPaymentReturned,
    ),
    "book what comes from another centre; freeze, post, release or restore what goes there",
)
ANSWER_TRANSFER_QUESTIONS = Queue(
    "loans.answer-transfer-questions",
    (t.TransferOutLoansAsked,),
    "tell what somebody owes whose account another centre asks for",
)
PAY_TRANSFERS = Queue(
    "settlement.pay-transfers",
    (t.TransferOutApproved,),
    "turn each account that moves to another centre into one payment order",
)
FOLLOW_LETTERS = Queue(
    "transfers.follow-letters",
    (
        x.TransferInAccountTold,
        x.TransferInBooked,
        x.TransferInWithheld,
        x.TransferOutAccountTold,
        x.TransferOutLoansTold,
        x.TransferOutReserved,
        x.TransferOutRefused,
        x.TransferPaymentSucceeded,
        x.TransferPaymentFailed,
        x.TransferPaymentReturned,
    ),
    "move letters along by what the other services answered",
)
MATCH_RECEIPTS = Queue(
    "transfers.match-receipts",
    (s.ReceiptCredited,),
    "hold bank receipts that name a letter against it",
)

QUEUES = (
    TELL_TRANSFER_FACTS,
    MOVE_ACCOUNTS,
    ANSWER_TRANSFER_QUESTIONS,
    PAY_TRANSFERS,
    FOLLOW_LETTERS,
    MATCH_RECEIPTS,
)
BOOKED = (x.TransferOutPosted, x.TransferOutRestored)
"""What settlement compares of what the ledger booked."""
TOLD = t.TransferTold
"""What people are texted."""
