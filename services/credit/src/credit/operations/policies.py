"""Two people for what the site says of policies."""

from credit.handlers import documents as handlers
from credit.rules.users import sm3
from credit.shapes.policies import (
    NewPolicy,
    PoliciesPublished,
    PolicyFile,
    PolicyPublished,
    PolicyWithdrawal,
)
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: NewPolicy, _by: Principal) -> Facts:
    await handlers.demand_new(unit, body.document_no)
    return Facts(body.document_no, f"发布政策文件“{body.title}”（{body.document_no}）")


async def _publish(unit: Unit, body: NewPolicy, decision: Decision) -> PolicyPublished:
    return PolicyPublished(document_id=await handlers.publish(unit, body, decision))


async def _examine_file(unit: Unit, body: PolicyFile, _by: Principal) -> Facts:
    rows = await handlers.demand_whole(unit, body.csv)
    digest = sm3(body.csv)
    summary = f"发布{len(rows)}件政策文件，{rows[0].document_no}等，文件SM3为{digest}"
    return Facts(digest, summary)


async def _publish_file(unit: Unit, body: PolicyFile, decision: Decision) -> PoliciesPublished:
    return PoliciesPublished(documents=await handlers.publish_file(unit, body.csv, decision))


async def _examine_withdrawal(unit: Unit, body: PolicyWithdrawal, _by: Principal) -> Facts:
    title = await handlers.shown(unit, body.document_id)
    return Facts(str(body.document_id), f"撤下政策文件“{title}”")


async def _withdraw(unit: Unit, body: PolicyWithdrawal, decision: Decision) -> None:
    await handlers.withdraw(unit, body.document_id, decision)


PUBLISH = Operation("policy.publish", "发布政策文件", NewPolicy, _examine, _publish)
PUBLISH_FILE = Operation(
    "policy.publish_file", "批量发布政策文件", PolicyFile, _examine_file, _publish_file
)
WITHDRAW = Operation(
    "policy.withdraw", "撤下政策文件", PolicyWithdrawal, _examine_withdrawal, _withdraw
)
OPERATIONS = (PUBLISH, PUBLISH_FILE, WITHDRAW)
