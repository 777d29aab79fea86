"""Merging of one person's two accounts (合并): neither as whom the person is known takes part (R-ACC-8)."""

from accounts.handlers import merges as handlers
from accounts.shapes.merges import MergeProposal, Merging
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: MergeProposal, _by: Principal) -> Facts:
    found = await handlers.check(unit, body.account_number, body.into_account_number)
    fen = found.amounts.amount_fen
    summary = (
        f"账户{body.account_number}并入账户{body.into_account_number}，转入{yuan(fen)}元，"
        f"依据：{found.match.text}"
    )
    people = frozenset({found.goes["person_id"], found.stays["person_id"]})
    return Facts(body.account_number, summary, people, Fen(fen) if fen else None)


async def _merge(unit: Unit, body: MergeProposal, decision: Decision) -> Merging:
    numbers = (body.account_number, body.into_account_number)
    return Merging(merge_id=await handlers.begin(unit, *numbers, decision))


MERGE = Operation("account.merge", "账户合并", MergeProposal, _examine, _merge)
OPERATIONS = (MERGE,)
