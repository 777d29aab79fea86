"""What takes two people about consents to look-ups: paper that was signed at the counter (R-WDR-20)."""

from shared.base.identifiers import mask_id_number
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation
from withdrawals.handlers import consents
from withdrawals.shapes.consents import PaperConsent, PaperConsentTaken


async def _examine(unit: Unit, body: PaperConsent, _by: Principal) -> Facts:
    document = body.document()
    what = "登记配偶书面授权查询" if body.given else "登记书面撤回授权查询"
    summary = f"{what}：证件{mask_id_number(document.value)}"
    return Facts(consents.hash_of(unit.personal_data, document.value), summary, frozenset())


async def _take(unit: Unit, body: PaperConsent, decision: Decision) -> PaperConsentTaken:
    now = unit.clock.now()
    if not body.given:
        await consents.end_paper(unit, body.document())
        return PaperConsentTaken(id=None, ends_on=None, taken_at=now)
    kept = await consents.take_paper(unit, body.document(), decision)
    return PaperConsentTaken(id=kept.id, ends_on=kept.ends_on, taken_at=now)


TAKE_CONSENT = Operation("consent.take", "登记配偶授权查询", PaperConsent, _examine, _take)
OPERATIONS = (TAKE_CONSENT,)
