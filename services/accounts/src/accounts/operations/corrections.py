"""A booked contribution put right (错缴更正): neither whose it was nor whose it is takes part."""

from accounts.access import decided_by
from accounts.handlers import corrections as handlers
from accounts.shapes.corrections import Corrected, CorrectionProposal
from accounts.store.corrections import Signed
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: CorrectionProposal, _by: Principal) -> Facts:
    wrong = body.wrong()
    found, source = await handlers.check(unit, wrong)
    people = {found.person_id, *([found.to_person_id] if found.to_person_id else [])}
    target = (
        f"账户{wrong.to_account_number}"
        if wrong.to_account_number
        else f"单位{source.employer_number}暂收款"
    )
    summary = (
        f"更正账户{wrong.account_number}的{wrong.month}缴存，{yuan(wrong.amount_fen)}元转入{target}"
    )
    subject = f"{wrong.account_number}/{wrong.month}"
    return Facts(subject, summary, frozenset(people), Fen(wrong.amount_fen))


async def _correct(unit: Unit, body: CorrectionProposal, decision: Decision) -> Corrected:
    signed = Signed(
        decision.maker_id,
        decision.checker_id,
        decision.reason,
        "、".join(decision.evidence),
        decided_by(decision).name,
    )
    return Corrected(correction_id=await handlers.correct(unit, body.wrong(), signed))


CORRECT = Operation("deposit.correct", "错缴更正", CorrectionProposal, _examine, _correct)
OPERATIONS = (CORRECT,)
