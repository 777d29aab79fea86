"""A loan that an older system has paid out moves in, with its history, by two people (期初)."""

from loans.errors import Reason, Refused
from loans.handlers import moving_in, people
from loans.handlers.moving_in import LivedThrough
from loans.shapes.moving_in import MovingInProposal, MovingInReport
from loans.store import contracts as store
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: MovingInProposal, by: Principal) -> Facts:
    if await store.contract_of(unit.connection, body.contract_number, lock=False) is not None:
        raise Refused(Reason.CONTRACT_NUMBER_TAKEN)
    past = moving_in.past_of(body, by.identity_id)
    await people.all_known(unit, past.contract)
    if body.repayment_card is not None:
        await people.holds_card(unit, past.contract, body.repayment_card.holder_name)
    lived = await moving_in.live(unit.connection, past, unit.clock.today())
    if lived.differences and not body.differences_accepted:
        raise Refused(Reason.BALANCES_DIFFER, differences="；".join(map(str, lived.differences)))
    concerned = frozenset(party.person_id for party in past.contract.parties)
    return Facts(body.contract_number, _summary(body, lived), concerned, Fen(body.amount_fen))


def _summary(body: MovingInProposal, lived: LivedThrough) -> str:
    figures = (
        f"移入期初贷款{body.contract_number}：{body.disbursed_on}放款{yuan(body.amount_fen)}元，"
        f"还款{len(lived.booked)}笔，{body.stated.as_of}余额{yuan(lived.account.balance_fen)}元，"
    )
    if not lived.differences:
        return f"{figures}与原系统一致。"
    return f"{figures}与原系统不一致（{'；'.join(map(str, lived.differences))}）。"


async def _execute(unit: Unit, body: MovingInProposal, decision: Decision) -> MovingInReport:
    lived = await moving_in.move_in(
        unit,
        moving_in.past_of(body, decision.maker_id),
        moving_in.card_of(body),
        maker=decision.maker_id,
        checker=decision.checker_id,
    )
    return MovingInReport.of(lived.account, body.stated.as_of, lived.differences)


MOVE_IN = Operation("loan.move_in", "移入期初贷款", MovingInProposal, _examine, _execute)
