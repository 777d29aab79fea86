"""Early repayment (提前还款) by the borrower: a quote, then one debit of the card now in use (R-REP)."""

import json
import uuid
from datetime import date, timedelta

from loans import announcements, process
from loans.domain.contracts import CardInUse, Contract, Role
from loans.domain.orders import NewDebit
from loans.errors import Reason, Refused
from loans.handlers import debits
from loans.handlers.booking import nothing_under_way
from loans.handlers.contracts import locked
from loans.process import Step
from loans.rules.early import Circumstances, EarlyKind, Offer, Wish, judge, quote
from loans.store import books, cards
from loans.store import debits as store
from shared.base.db import Connection
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messages.loans import DebitPurpose
from shared.messaging.unit import Unit
from shared.sealing.personal_data import PersonalData

QUOTED_AHEAD_DAYS = 31
"""How far ahead a debit date may be quoted."""
PURPOSES = {
    EarlyKind.PAYOFF: DebitPurpose.PAYOFF,
    EarlyKind.PARTIAL: DebitPurpose.EARLY_REPAYMENT,
}


async def offer(
    connection: Connection, personal_data: PersonalData, contract: Contract, wish: Wish, today: date
) -> Offer:
    """Judge a wish by the table of 3.10 and quote it; refuses in one sentence."""
    if not today <= wish.debit_on <= today + timedelta(days=QUOTED_AHEAD_DAYS):
        raise Refused(Reason.DEBIT_DATE, days=QUOTED_AHEAD_DAYS)
    found = await books.account_of(connection, contract)
    if found is None:
        raise Refused(Reason.NOTHING_TO_PAY_OFF)
    number = contract.contract_number
    if found.account.settled_on is None:
        found.account.catch_up(wish.debit_on)
    card = (await cards.cards_in_use(connection, [number])).get(number)
    around = Circumstances(
        await store.early_in_month(connection, number, wish.debit_on),
        number in await store.under_way(connection, [number]),
        card is not None,
    )
    judge(found.account, wish, around)
    assert card is not None, "judged"
    quoted = quote(found.account, wish)
    figures = {**vars(quoted), "contract": number, "entries": found.entries, "card": card.card_id}
    token = personal_data.lookup_hash(json.dumps(figures, sort_keys=True, default=str))
    return Offer(quoted, found.account, card, token)


async def request_online(
    unit: Unit, contract_number: str, wish: Wish, accepted_token: str, caller: Principal
) -> NewDebit:
    """Accept a quote: the debit that leaves is just what was quoted for today (R-REP-5)."""
    contract = await locked(unit, contract_number)
    require_borrower(contract, caller.person_id)
    return await request(unit, contract, wish, caller.identity_id, accepted_token)


def require_borrower(contract: Contract, person_id: uuid.UUID | None) -> None:
    """Only the main borrower decides over the card."""
    if person_id is None or contract.role_of(person_id) is not Role.BORROWER:
        raise Refused(Reason.NOT_THE_BORROWER)


async def request(
    unit: Unit, contract: Contract, wish: Wish, by: uuid.UUID, accepted_token: str | None
) -> NewDebit:
    """Price the early repayment under the lock on its contract and ask for the debit."""
    process.after(contract.state, Step.REPAY)
    if wish.debit_on != unit.clock.today():
        raise Refused(Reason.QUOTE_EXPIRED)
    made = await offer(unit.connection, unit.personal_data, contract, wish, unit.clock.today())
    if accepted_token is not None and not unit.personal_data.fits(accepted_token, made.token):
        raise Refused(Reason.QUOTE_CHANGED, total=yuan(made.quote.total_fen))
    debit = NewDebit(
        uuid.uuid4(),
        contract.contract_number,
        PURPOSES[wish.kind],
        made.quote.total_fen,
        made.card.card_id,
        wish.debit_on,
        by,
        made.quote.effect,
        wish.counter,
    )
    await debits.request(unit, [(debit, contract, made.card)])
    unit.emit(announcements.early_repayment_accepted(debit, contract, made.card))
    return debit


async def pay_owed_online(unit: Unit, contract_number: str, caller: Principal) -> NewDebit:
    """The borrower lets the card be debited with all that is owed today, arrears included."""
    contract = await locked(unit, contract_number)
    require_borrower(contract, caller.person_id)
    return await pay_owed(unit, contract, None, caller.identity_id)


async def pay_owed(
    unit: Unit, contract: Contract, amount_fen: Fen | None, by: uuid.UUID
) -> NewDebit:
    """Debit what is owed today, or at the counter a part of it, in the order of R-REP-7."""
    debit, card = await price_owed(unit, contract, amount_fen, by)
    await debits.request(unit, [(debit, contract, card)])
    return debit


async def price_owed(
    unit: Unit, contract: Contract, amount_fen: Fen | None, by: uuid.UUID
) -> tuple[NewDebit, CardInUse]:
    """Say what would be debited, and from which card; the contract is locked."""
    process.after(contract.state, Step.REPAY)
    number, today = contract.contract_number, unit.clock.today()
    await nothing_under_way(unit, number)
    found = (await books.accounts_of(unit.connection, [contract], until=today))[number]
    account = found.account
    account.catch_up(today)
    owed = account.owed_by(today)
    if owed == 0:
        raise Refused(Reason.NOTHING_OWED)
    amount = owed if amount_fen is None else amount_fen
    if not account.penalty_fen(today) < amount <= owed:
        raise Refused(
            Reason.NOT_WHAT_IS_OWED, owed=yuan(owed), penalty=yuan(account.penalty_fen(today))
        )
    card = (await cards.cards_in_use(unit.connection, [number])).get(number)
    if card is None:
        raise Refused(Reason.NO_CARD)
    overdue = bool(account.overdue(today))
    purpose = DebitPurpose.ARREARS if overdue else DebitPurpose.INSTALMENT
    debit = NewDebit(uuid.uuid4(), number, purpose, amount, card.card_id, today, by)
    return debit, card
