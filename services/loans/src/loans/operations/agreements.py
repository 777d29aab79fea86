"""Offset agreements (冲抵协议) that a borrower signs or ends on paper: recorded by two people."""

import uuid

from loans.domain.contracts import OffsetAgreement
from loans.handlers import agreements as handlers
from loans.operations.parts import about
from loans.shapes.answers import AgreementAnswer
from loans.shapes.proposed import EndProposed, SigningProposed
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


def _agreement(body: SigningProposed) -> OffsetAgreement:
    return OffsetAgreement(
        uuid.uuid4(),
        body.contract_number,
        body.person_id,
        body.way,
        body.short_balance,
        body.prepayment_effect,
        body.signed_on,
    )


async def _examine_signing(unit: Unit, body: SigningProposed, _by: Principal) -> Facts:
    contract = await handlers.signable(unit, _agreement(body))
    return about(contract, f"登记{body.signed_on}签订的冲抵协议，此后不能再办理偿还公积金贷款提取")


async def _sign(unit: Unit, body: SigningProposed, decision: Decision) -> AgreementAnswer:
    agreement = _agreement(body)
    await handlers.sign_agreement(unit, agreement, decision.maker_id)
    return AgreementAnswer.of(agreement)


async def _examine_end(unit: Unit, body: EndProposed, _by: Principal) -> Facts:
    contract, _ = await handlers.endable(
        unit, body.contract_number, body.agreement_id, body.ended_on
    )
    return about(contract, f"自{body.ended_on}起终止冲抵协议")


async def _end(unit: Unit, body: EndProposed, decision: Decision) -> AgreementAnswer:
    ended = await handlers.end_agreement(
        unit, body.contract_number, body.agreement_id, body.ended_on, decision.maker_id
    )
    return AgreementAnswer.of(ended)


SIGN = Operation("agreement.sign", "登记冲抵协议", SigningProposed, _examine_signing, _sign)
END = Operation("agreement.end", "终止冲抵协议", EndProposed, _examine_end, _end)
OPERATIONS = (SIGN, END)
