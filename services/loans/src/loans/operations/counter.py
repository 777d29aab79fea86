"""Work at the counter (柜面) by two people: another card, what is owed by debit, early repayment."""

from loans.domain.contracts import BankAccount
from loans.domain.orders import NewDebit
from loans.handlers import counter, early
from loans.handlers.contracts import locked
from loans.operations.parts import about, tail
from loans.process import Step, after
from loans.rules.early import Wish
from loans.shapes.money import DebitAskedAnswer
from loans.shapes.proposed import CardProposed, DebitProposed, EarlyProposed
from shared.base.identifiers import mask_name
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.at_counter import in_words
from shared.proposals.operation import Decision, Facts, Operation


async def _examine_card(unit: Unit, body: CardProposed, _by: Principal) -> Facts:
    contract = await counter.card_changeable(unit, body.contract_number, body.holder_name)
    what = f"变更还款银行卡为{mask_name(body.holder_name)}的卡（{tail(body.number)}），{in_words(body)}"
    return about(contract, what)


async def _change_card(unit: Unit, body: CardProposed, decision: Decision) -> None:
    contract = await counter.card_changeable(unit, body.contract_number, body.holder_name)
    card = BankAccount(body.number, body.holder_name)
    await counter.change_card(unit, contract, card, decision.maker_id)


async def _examine_debit(unit: Unit, body: DebitProposed, by: Principal) -> Facts:
    contract = await locked(unit, body.contract_number)
    debit, _ = await early.price_owed(unit, contract, _asked(body.amount_fen), by.identity_id)
    what = f"从还款银行卡扣划应还款{yuan(debit.amount_fen)}元，{in_words(body)}"
    return about(contract, what, Fen(debit.amount_fen))


def _asked(amount_fen: int | None) -> Fen | None:
    return Fen(amount_fen) if amount_fen is not None else None


async def _debit(unit: Unit, body: DebitProposed, decision: Decision) -> DebitAskedAnswer:
    contract = await locked(unit, body.contract_number)
    amount_fen = _asked(body.amount_fen)
    return _answer(await early.pay_owed(unit, contract, amount_fen, decision.maker_id))


def _answer(debit: NewDebit) -> DebitAskedAnswer:
    return DebitAskedAnswer(
        debit_id=debit.debit_id, amount_fen=debit.amount_fen, debit_on=debit.debit_on
    )


async def _examine_early(unit: Unit, body: EarlyProposed, _by: Principal) -> Facts:
    contract, today = await locked(unit, body.contract_number), unit.clock.today()
    after(contract.state, Step.REPAY)
    made = await early.offer(
        unit.connection, unit.personal_data, contract, _wish(unit, body), today
    )
    total_fen = made.quote.total_fen
    return about(contract, f"提前还款扣划{yuan(total_fen)}元，{in_words(body)}", Fen(total_fen))


def _wish(unit: Unit, body: EarlyProposed) -> Wish:
    return Wish(
        body.kind, _asked(body.amount_fen), unit.clock.today(), counter=True, effect=body.effect
    )


async def _repay_early(unit: Unit, body: EarlyProposed, decision: Decision) -> DebitAskedAnswer:
    contract = await locked(unit, body.contract_number)
    debit = await early.request(unit, contract, _wish(unit, body), decision.maker_id, None)
    return _answer(debit)


CHANGE_CARD = Operation("card.change", "变更还款银行卡", CardProposed, _examine_card, _change_card)
DEBIT = Operation("repayment.debit", "柜面扣款还款", DebitProposed, _examine_debit, _debit)
EARLY = Operation("repayment.early", "柜面提前还款", EarlyProposed, _examine_early, _repay_early)
OPERATIONS = (CHANGE_CARD, DEBIT, EARLY)
