"""Messages in: each queue, and the steps that its events lead to, in the order of life."""

from shared.messaging import account_queues, topology
from shared.messaging.consumer import hearing
from withdrawals.handlers import (
    applications,
    brakes,
    cards,
    consent_tellings,
    consents,
    estates,
    gathering,
    identities,
    late_interest,
    merges,
    papers,
)

CONSUMERS = (
    hearing(
        topology.FOLLOW_APPLICATIONS,
        applications.loan_payoff_certified,
        applications.loan_payoff_denied,
        applications.loan_debt_checked,
        applications.funds_reserved,
        applications.funds_refused,
        applications.payment_unknown,
        applications.payment_succeeded,
        applications.payment_failed,
        applications.payment_returned,
        late_interest.funds_posted,
        estates.money_came_back,
        estates.funds_reserved,
        estates.funds_refused,
    ),
    hearing(
        topology.LEARN_OF_CARDS,
        cards.card_checked,
        cards.moved_in,
        brakes.phone_changed,
        identities.changed,
    ),
    hearing(account_queues.FOLLOW_MERGES_IN_WITHDRAWALS, merges.asked, merges.ended, merges.merged),
    hearing(topology.KNOW_SHEETS, papers.sheet_filed),
    hearing(
        topology.GATHER_WITHDRAWAL_FACTS,
        consents.account_facts_told,
        gathering.loan_standing_told,
        consent_tellings.person_found,
    ),
)
