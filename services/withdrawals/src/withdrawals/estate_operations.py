"""What takes two people about deaths and what is inherited."""

from shared.base.identifiers import mask_name
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation, always
from withdrawals.estates import BASIS_TEXTS, STATE_TEXTS, EstateState, Payment
from withdrawals.handlers import deaths, estates
from withdrawals.sealed import HEIR_NAME
from withdrawals.shapes.deaths import (
    Claimed,
    DeathAnswer,
    DeathBody,
    EstateAnswer,
    EstatePayment,
    PaidAgain,
    Revoked,
)


async def _examine_death(unit: Unit, body: DeathBody, _by: Principal) -> Facts:
    await deaths.examine(unit, body.known())
    summary = f"登记死亡：死亡日期{body.died_on}"
    return Facts(str(body.person_id), summary, frozenset({body.person_id}))


async def _record(unit: Unit, body: DeathBody, decision: Decision) -> DeathAnswer:
    await deaths.examine(unit, body.known())
    return DeathAnswer.of(await deaths.record(unit, body.known(), decision))


async def _examine_revocation(unit: Unit, body: Revoked, _by: Principal) -> Facts:
    death = await deaths.revocable(unit, body.death_id)
    summary = f"撤销死亡登记：死亡日期{death.died_on}"
    return Facts(str(death.person_id), summary, frozenset({death.person_id}))


async def _revoke(unit: Unit, body: Revoked, decision: Decision) -> DeathAnswer:
    return DeathAnswer.of(await deaths.revoke(unit, body.death_id, decision))


async def _examine_claim(unit: Unit, body: Claimed, _by: Principal) -> Facts:
    claim = body.claim()
    death = await estates.claimable(unit, claim)
    names = "、".join(
        f"{mask_name(one.name)}（{one.parts}份{'' if one.card else '，未到场'}）"
        for one in claim.heirs
    )
    who = f"继承人{names}" if names else "无人继承，转为增值收益"
    summary = f"继承提取：凭{BASIS_TEXTS[claim.basis]}，{who}"
    return Facts(str(death.person_id), summary, frozenset({death.person_id}))


async def _claim(unit: Unit, body: Claimed, decision: Decision) -> EstateAnswer:
    estate = await estates.take(unit, body.claim(), decision)
    return EstateAnswer(
        id=estate.id,
        basis=estate.basis.value,
        state=EstateState.REQUESTED.value,
        set_aside_fen=0,
        refusal_text=None,
        claimed_on=estate.claimed_on,
        payments=[],
    )


async def _examine_again(unit: Unit, body: PaidAgain, _by: Principal) -> Facts:
    payment, estate, heir = await estates.repayable(unit, body.payment_id)
    name = mask_name(unit.personal_data.open(heir.name_sealed, HEIR_NAME, heir.id))
    fen = payment.fen or 0
    card = body.card()
    summary = f"支付继承份额：{name}，{yuan(fen)}元，付到尾号{card.tail}的银行卡"
    return Facts(str(payment.id), summary, frozenset({estate.person_id}), Fen(fen))


async def _pay_again(unit: Unit, body: PaidAgain, decision: Decision) -> EstatePayment:
    _, _, heir = await estates.repayable(unit, body.payment_id)
    made = await estates.pay_again(unit, body.payment_id, body.card(), decision)
    return _shown(made, mask_name(unit.personal_data.open(heir.name_sealed, HEIR_NAME, heir.id)))


def _shown(payment: Payment, name: str) -> EstatePayment:
    return EstatePayment(
        id=payment.id,
        heir=name,
        purpose=payment.purpose.value,
        state=payment.state.value,
        state_text=STATE_TEXTS[payment.state],
        fen=payment.fen,
        card_tail=payment.card_tail,
        reason=payment.reason,
        paid_on=payment.paid_on,
    )


RECORD = Operation("death.record", "登记死亡", DeathBody, _examine_death, _record)
REVOKE = Operation("death.revoke", "撤销死亡登记", Revoked, _examine_revocation, _revoke)
CLAIM = Operation(
    "estate.claim", "受理继承、受遗赠提取", Claimed, _examine_claim, _claim, scanned=always
)
PAY_AGAIN = Operation(
    "estate.pay_again", "支付保留或退回的继承份额", PaidAgain, _examine_again, _pay_again
)
OPERATIONS = (RECORD, REVOKE, CLAIM, PAY_AGAIN)
