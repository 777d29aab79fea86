"""Balances of former books, moved in by two people of the centre."""

from uuid import UUID

from accounts.handlers import moving_in, moving_in_files
from accounts.shapes.moving_in import MovingIn
from accounts.shapes.moving_in_files import SignatureProposal
from accounts.store import changes as store
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine_moving_in(unit: Unit, body: MovingIn, _by: Principal) -> Facts:
    rows = [row.read() for row in body.rows]
    control = (body.head_count, body.total_fen)
    await moving_in.check(unit, body.employer_number, rows, body.as_of, control)
    summary = (
        f"录入单位{body.employer_number}期初余额（{body.as_of}），"
        f"{body.head_count}人，{yuan(body.total_fen)}元，依据：{body.source}"
    )
    numbers = [row.account_number for row in body.rows]
    owners = await store.owners_of(unit.connection, numbers)
    return Facts(body.employer_number, summary, frozenset(owners), Fen(body.total_fen))


async def _move_in(unit: Unit, body: MovingIn, decision: Decision) -> None:
    signed_by: tuple[UUID, UUID] = (decision.maker_id, decision.checker_id)
    await moving_in.book(
        unit,
        body.employer_number,
        [row.read() for row in body.rows],
        as_of=body.as_of,
        control=(body.head_count, body.total_fen),
        source=body.source,
        signed_by=signed_by,
    )


MOVE_IN = Operation("accounts.move_in", "录入期初余额", MovingIn, _examine_moving_in, _move_in)


async def _examine_files(unit: Unit, body: SignatureProposal, _by: Principal) -> Facts:
    summary = await moving_in_files.examine(unit, body.batch_id, body.digest)
    return Facts(str(body.batch_id), summary)


async def _sign_files(unit: Unit, body: SignatureProposal, decision: Decision) -> None:
    signed_by = (decision.maker_id, decision.checker_id)
    await moving_in_files.sign(unit, body.batch_id, signed_by)


MOVE_IN_FILES = Operation(
    "accounts.move_in_files", "录入期初批次", SignatureProposal, _examine_files, _sign_files
)
OPERATIONS = (MOVE_IN, MOVE_IN_FILES)
