"""Moving a loan in from an older system (期初): its history is lived through by the rules.

No money moves: the ledger gets an opening entry, nobody gets a text.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from loans import announcements
from loans.domain.contracts import OWING, BankAccount, Contract, OffsetAgreement, State
from loans.errors import Reason, Refused
from loans.handlers import merges
from loans.rules.account import LoanAccount, disburse
from loans.rules.agreements import Agreement
from loans.rules.booking import Change
from loans.rules.moving_in import Difference, RowRefused, Stated, differences, live_through
from loans.rules.repayment import Booked, Repayment
from loans.rules.terms import Rulebook
from loans.shapes.moving_in import MovingInBody
from loans.store import bookings, books, cards
from loans.store import contracts as store
from shared.base.db import Connection
from shared.messaging.unit import Unit


@dataclass(frozen=True)
class PastLoan:
    """A loan as an older system hands it over."""

    contract: Contract
    disbursed_on: date
    serial: str
    agreements: Sequence[OffsetAgreement]
    repayments: Sequence[Repayment]
    stated: Stated


@dataclass(frozen=True)
class LivedThrough:
    """What became of it by the rules, until the stated day."""

    account: LoanAccount
    booked: Sequence[Booked]
    differences: Sequence[Difference]


def past_of(body: MovingInBody, entered_by: uuid.UUID) -> PastLoan:
    """Read a body as the rules do."""
    return PastLoan(
        body.contract(entered_by),
        body.disbursed_on,
        body.serial,
        body.signed(),
        body.history(),
        body.figures(),
    )


def card_of(body: MovingInBody) -> BankAccount | None:
    """The repayment card of a body, if it names one."""
    card = body.repayment_card
    return BankAccount(card.number, card.holder_name) if card is not None else None


async def live(connection: Connection, past: PastLoan, today: date) -> LivedThrough:
    """Live a loan's past through by the rules of today; as `lived`."""
    return lived(past, await books.rulebook(connection), today)


def lived(past: PastLoan, rulebook: Rulebook, today: date) -> LivedThrough:
    """Live a loan's past through and compare; raises `Refused`, with the row, where it cannot have been."""
    _check_dates(past, today)
    _check_agreements(past)
    signed = [
        Agreement(one.signed_on, one.ended_on, one.prepayment_effect) for one in past.agreements
    ]
    loan = past.contract.lent_on(past.disbursed_on)
    try:
        account, booked = live_through(loan, rulebook, signed, past.repayments)
    except RowRefused as refusal:
        raise Refused(
            Reason.HISTORY_ROW,
            row=refusal.row,
            serial=refusal.serial,
            why=refusal.why.detail,
            told={"row": refusal.row, "serial": refusal.serial, "why": refusal.why.code},
        ) from refusal
    if account.settled_on is None:
        account.catch_up(past.stated.as_of)
    return LivedThrough(account, booked, differences(account, past.stated))


def _check_dates(past: PastLoan, today: date) -> None:
    if past.stated.as_of > today:
        raise Refused(Reason.DATE_IN_THE_FUTURE, what="余额日期")
    if past.disbursed_on < past.contract.signed_on:
        raise Refused(Reason.DISBURSED_BEFORE_SIGNED)
    last = max((one.on for one in past.repayments), default=past.disbursed_on)
    if last > past.stated.as_of:
        raise Refused(Reason.HISTORY_ENDS_LATER, last=last, as_of=past.stated.as_of)


def _check_agreements(past: PastLoan) -> None:
    people = {party.person_id for party in past.contract.parties}
    if len(people) < len(past.contract.parties):
        raise Refused(Reason.PERSON_TWICE)
    for one in past.agreements:
        if past.contract.role_of(one.person_id) not in OWING:
            raise Refused(Reason.NOT_A_BORROWER)
        if one.signed_on < past.contract.signed_on:
            raise Refused(Reason.SIGNED_BEFORE_CONTRACT)
        if one.ended_on is not None and one.ended_on < one.signed_on:
            raise Refused(Reason.ENDED_BEFORE_SIGNED)
    signed = sorted(past.agreements, key=lambda one: (one.person_id, one.signed_on))
    for one, following in pairwise(signed):
        ended = one.ended_on or date.max
        if one.person_id == following.person_id and following.signed_on < ended:
            raise Refused(Reason.AGREEMENT_IN_FORCE)


async def move_in(
    unit: Unit,
    past: PastLoan,
    card: BankAccount | None,
    *,
    maker: uuid.UUID,
    checker: uuid.UUID,
) -> LivedThrough:
    """Keep a loan of the past with its whole history; two people have signed its figures."""
    now, today, number = unit.clock.now(), unit.clock.today(), past.contract.contract_number
    found = await live(unit.connection, past, today)
    account = found.account
    if account.settled_on is None:
        account.catch_up(today)
    await merges.demand_stay(unit, [party.person_id for party in past.contract.parties])
    await store.add_contract(unit.connection, past.contract, now)
    state = State.NORMAL if account.settled_on is None else State.PAID_OFF
    await store.decide_contract(
        unit.connection, number, state, checker=checker, at=now, note="期初移入"
    )
    if card is not None:
        await cards.register_card(unit, number, card, maker, now)
    for agreement in past.agreements:
        await _keep(unit, agreement, maker)
    opened = disburse(account.loan, account.rulebook)
    await bookings.open_accounts(unit.connection, [(opened, past.serial)], maker, now)
    account.new_plans = account.new_plans[1:]
    change = Change(account, 1, list(found.booked))
    await bookings.save(unit.connection, [change], by=maker, at=now)
    if account.balance_fen:
        unit.emit(
            announcements.history_recorded(past.contract, change, past.contract.amount_fen, today)
        )
    return found


async def _keep(unit: Unit, agreement: OffsetAgreement, by: uuid.UUID) -> None:
    now = unit.clock.now()
    await store.add_agreement(unit.connection, agreement, by, now, None)
    if agreement.ended_on is not None:
        await store.end_agreement(
            unit.connection, agreement.agreement_id, agreement.ended_on, by, now
        )
