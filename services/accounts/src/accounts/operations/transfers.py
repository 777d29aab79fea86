"""A transfer that the centre does in the former employer's stead, by two people (R-TRF-3)."""

from accounts.access import decided_by
from accounts.handlers import transfers as handlers
from accounts.handlers.changes import Actor
from accounts.shapes.transfers import CentreTransfer, Transfer
from accounts.store import transfers as store
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _shown(unit: Unit, body: CentreTransfer) -> Transfer:
    row = await store.read(unit.connection, body.transfer_id)
    assert row is not None
    return Transfer.of(row)


async def _examine(unit: Unit, body: CentreTransfer, by: Principal) -> Facts:
    async with unit.undone():
        await handlers.decide_by_centre(unit, body.transfer_id, Actor(str(by.identity_id), None))
    row = await store.read(unit.connection, body.transfer_id)
    assert row is not None
    summary = (
        f"账户{row['account_number']}由{row['from_name']}转移到{row['to_name']}，原单位逾期未办理"
    )
    return Facts(str(body.transfer_id), summary, frozenset({row["person_id"]}))


async def _execute(unit: Unit, body: CentreTransfer, decision: Decision) -> Transfer:
    await handlers.decide_by_centre(unit, body.transfer_id, decided_by(decision))
    return await _shown(unit, body)


TRANSFER = Operation("account.transfer", "中心决定同城转移", CentreTransfer, _examine, _execute)
OPERATIONS = (TRANSFER,)
