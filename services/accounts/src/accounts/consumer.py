"""What accounts hears, and what handles it, in the order of life."""

from accounts.handlers import (
    cross_city,
    deadlines,
    deaths,
    erasures,
    estates,
    facts,
    identities,
    identity_proposals,
    inquiries,
    loan_money,
    loan_receipts,
    merges,
    offsets,
    operators,
    people_sought,
    phones,
    refunds,
    remittances,
    reservations,
    withdrawal_facts,
)
from shared.messaging import (
    account_queues,
    calendar_queues,
    letter_queues,
    topology,
)
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(calendar_queues.KNOW_WORKING_DAYS["accounts"], deadlines.follow),
    hearing(topology.RESERVE_WITHDRAWAL_FUNDS, reservations.reserve_funds),
    hearing(
        topology.SETTLE_WITHDRAWAL_FUNDS,
        reservations.release_funds,
        reservations.post_funds,
        reservations.restore_funds,
    ),
    hearing(
        topology.OFFSET_LOAN_REPAYMENTS,
        offsets.reserve_offsets,
        offsets.post_offsets,
        offsets.release_offsets,
    ),
    hearing(topology.ALLOT_RECEIPTS, loan_receipts.allot_receipts),
    hearing(
        topology.BOOK_LOAN_MONEY,
        loan_money.book_disbursements,
        loan_money.book_returns,
        loan_money.book_debits,
        loan_money.book_repayments,
        loan_money.undo_repayments,
        loan_money.book_debit_reversals,
        loan_money.book_history,
    ),
    hearing(
        topology.SETTLE_REFUNDS,
        refunds.note_unknown,
        refunds.post,
        refunds.release,
        refunds.take_back,
    ),
    hearing(
        letter_queues.TELL_TRANSFER_FACTS, cross_city.tell_of_taking, cross_city.tell_of_leaving
    ),
    hearing(
        letter_queues.MOVE_ACCOUNTS,
        cross_city.book_in,
        cross_city.reserve,
        cross_city.post,
        cross_city.release,
        cross_city.restore,
    ),
    hearing(account_queues.HEAR_MERGE_ANSWERS, merges.withdrawals_told, merges.loans_told),
    hearing(account_queues.HEAR_ERASURE_ANSWERS, erasures.loans_told),
    hearing(topology.SETTLE_ESTATES, deaths.seal, deaths.undo, estates.set_aside),
    hearing(topology.BOOK_BANK_RECEIPTS, remittances.book_receipts),
    hearing(topology.ANSWER_BALANCE_INQUIRIES, inquiries.tell_balances),
    hearing(topology.TELL_CONTRIBUTION_FACTS, facts.tell),
    hearing(
        topology.KNOW_OPERATORS,
        operators.know,
        phones.changed,
        identities.changed,
        identity_proposals.told,
    ),
    hearing(topology.TELL_WITHDRAWAL_FACTS, withdrawal_facts.tell, people_sought.tell),
)
