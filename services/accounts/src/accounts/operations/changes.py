"""Changes of accounts: done by the employer's operator, or for it by two of the centre; lifting a freeze."""

from collections.abc import Sequence
from dataclasses import asdict

from accounts.access import actor, decided_by
from accounts.domain import Month
from accounts.handlers import changes as handlers
from accounts.handlers.changes import Actor, BaseChange, Sealing
from accounts.shapes import changes as shapes
from accounts.store import changes as store
from accounts.store.changes import Seal
from shared.base.money import Fen
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals import handlers as proposals
from shared.proposals.errors import Reason as ProposalReason
from shared.proposals.errors import Refused as ProposalRefused
from shared.proposals.operation import Decision, Facts, Operation, always
from shared.proposals.shapes import Grounds, ProposalAnswer


def _proposing(by: Principal) -> Actor:
    """Who is written into what is only tried."""
    return Actor(str(by.identity_id), None)


async def _facts(unit: Unit, what: str, numbers: Sequence[str]) -> Facts:
    """What is proposed of accounts; none of their owners may propose or decide it."""
    owners = await store.owners_of(unit.connection, numbers)
    more = f"等{len(numbers)}个账户" if len(numbers) > 1 else ""
    rest = f"+{len(numbers) - 1}" if len(numbers) > 1 else ""
    return Facts(f"{numbers[0]}{rest}", f"{what}{numbers[0]}{more}", frozenset(owners))


async def seal(unit: Unit, body: shapes.SealsBody, actor: Actor) -> shapes.SealedAccounts:
    """Seal accounts, all or none (R-SEAL-1, 2, 3)."""
    items = [
        Sealing(item.account_number, item.reason, item.sealed_on, item.from_month, item.evidence)
        for item in body.items
    ]
    return _sealed(await handlers.seal_accounts(unit, items, actor))


def _sealed(seals: Sequence[Seal]) -> shapes.SealedAccounts:
    return shapes.SealedAccounts(
        accounts=[
            shapes.Sealed(
                account_number=seal.account_number,
                sealed_on=seal.sealed_on,
                effective_month=str(Month.of(seal.from_month)),
                months_behind=seal.months_behind,
            )
            for seal in seals
        ]
    )


async def _examine_sealing(unit: Unit, body: shapes.SealsProposal, by: Principal) -> Facts:
    async with unit.undone():
        await seal(unit, body, _proposing(by))
    return await _facts(unit, "封存账户", [item.account_number for item in body.items])


async def _execute_sealing(
    unit: Unit, body: shapes.SealsProposal, decision: Decision
) -> shapes.SealedAccounts:
    return await seal(unit, body, decided_by(decision))


async def _centre_seal(
    unit: Unit, body: shapes.CentreSealProposal, actor: Actor
) -> shapes.SealedAccounts:
    """Seal in the employer's stead, on evidence, 30 days after the employment ended (R-SEAL-7)."""
    month = Month.parse(body.effective_month) if body.effective_month else None
    evidence = "、".join(body.evidence)
    item = Sealing(body.account_number, body.seal_reason, body.sealed_on, month, evidence)
    return _sealed(await handlers.seal_by_centre(unit, item, body.employment_ended_on, actor))


async def _examine_centre_seal(unit: Unit, body: shapes.CentreSealProposal, by: Principal) -> Facts:
    async with unit.undone():
        await _centre_seal(unit, body, _proposing(by))
    return await _facts(unit, "单位逾期不办，中心封存账户", [body.account_number])


async def _execute_centre_seal(
    unit: Unit, body: shapes.CentreSealProposal, decision: Decision
) -> shapes.SealedAccounts:
    return await _centre_seal(unit, body, decided_by(decision))


async def unseal(unit: Unit, body: shapes.UnsealsBody, actor: Actor) -> shapes.UnsealedAccounts:
    """Unseal accounts, all or none (R-SEAL-2, 5)."""
    items = [(item.account_number, Month.parse(item.effective_month)) for item in body.items]
    remarks = await handlers.unseal_accounts(unit, items, actor)
    return shapes.UnsealedAccounts(
        count=len(items),
        accounts=[
            shapes.Unsealed(account_number=number, remark=remark)
            for (number, _), remark in zip(items, remarks, strict=True)
        ],
    )


async def _examine_unsealing(unit: Unit, body: shapes.UnsealsProposal, by: Principal) -> Facts:
    async with unit.undone():
        await unseal(unit, body, _proposing(by))
    return await _facts(unit, "启封账户", [item.account_number for item in body.items])


async def _execute_unsealing(
    unit: Unit, body: shapes.UnsealsProposal, decision: Decision
) -> shapes.UnsealedAccounts:
    return await unseal(unit, body, decided_by(decision))


async def change_bases(unit: Unit, body: shapes.BasesBody, actor: Actor) -> shapes.ChangedBases:
    """Set contribution bases from a month on, all or none (R-CHG-2, 3, 6)."""
    items = [
        BaseChange(
            item.account_number, item.base_fen, Month.parse(item.effective_month), item.reason
        )
        for item in body.items
    ]
    counted = await handlers.change_bases(unit, items, actor)
    return shapes.ChangedBases(
        count=len(counted), items=[shapes.NewBaseShown(**asdict(one)) for one in counted]
    )


async def _examine_bases(unit: Unit, body: shapes.BasesProposal, by: Principal) -> Facts:
    async with unit.undone():
        await change_bases(unit, body, _proposing(by))
    return await _facts(unit, "调整缴存基数，账户", [item.account_number for item in body.items])


async def _execute_bases(
    unit: Unit, body: shapes.BasesProposal, decision: Decision
) -> shapes.ChangedBases:
    return await change_bases(unit, body, decided_by(decision))


async def _examine_unfreezing(unit: Unit, body: shapes.UnfreezeProposal, by: Principal) -> Facts:
    number = body.account_number
    async with unit.undone():
        await handlers.unfreeze_account(unit, number, body.reason, _proposing(by))
    found = await _facts(unit, "解除冻结账户", [number])
    balance = await store.balance_of(unit.connection, number)
    # An empty account asks for the least of the policies, not for the strictest.
    return Facts(found.subject, found.summary, found.person_ids, Fen(max(balance, 1)))


async def _execute_unfreezing(
    unit: Unit, body: shapes.UnfreezeProposal, decision: Decision
) -> shapes.Changed:
    papers = "、".join(decision.evidence)
    text = f"{body.reason}（{papers}）"
    await handlers.unfreeze_account(unit, body.account_number, text, decided_by(decision))
    await proposals.void(unit, CHECK_FREEZE, body.account_number, "账户已解冻")
    return shapes.Changed(count=1)


async def freeze(unit: Unit, number: str, grounds: Grounds, by: Principal) -> ProposalAnswer:
    """Freeze an account at once, and put the authority's document to a second person."""
    if by.own_person_id in await store.owners_of(unit.connection, [number]):
        raise ProposalRefused(ProposalReason.OWN_AFFAIR)
    await handlers.freeze_account(unit, number, grounds.reason, actor(by))
    body = shapes.FreezeCheck(**grounds.model_dump(), account_number=number)
    evidence = tuple(grounds.evidence)
    made = await proposals.propose(
        unit, CHECK_FREEZE, body, by, reason=grounds.reason, evidence=evidence
    )
    return ProposalAnswer.of(made, CHECK_FREEZE)


async def _examine_freeze(unit: Unit, body: shapes.FreezeCheck, by: Principal) -> Facts:
    await handlers.demand_frozen(unit, body.account_number, _proposing(by))
    return await _facts(unit, "核对已冻结账户", [body.account_number])


async def _execute_freeze_check(
    _unit: Unit, _body: shapes.FreezeCheck, _decision: Decision
) -> shapes.Changed:
    return shapes.Changed(count=1)


SEAL = Operation(
    "accounts.seal", "代单位封存账户", shapes.SealsProposal, _examine_sealing, _execute_sealing
)
CENTRE_SEAL = Operation(
    "account.centre_seal",
    "中心封存（单位逾期不办）",
    shapes.CentreSealProposal,
    _examine_centre_seal,
    _execute_centre_seal,
)
UNSEAL = Operation(
    "accounts.unseal",
    "代单位启封账户",
    shapes.UnsealsProposal,
    _examine_unsealing,
    _execute_unsealing,
)
CHANGE_BASES = Operation(
    "accounts.change_base", "代单位调整基数", shapes.BasesProposal, _examine_bases, _execute_bases
)
UNFREEZE = Operation(
    "account.unfreeze",
    "解冻",
    shapes.UnfreezeProposal,
    _examine_unfreezing,
    _execute_unfreezing,
    scanned=always,
)
CHECK_FREEZE = Operation(
    "account.check_freeze",
    "核对冻结文书",
    shapes.FreezeCheck,
    _examine_freeze,
    _execute_freeze_check,
    scanned=always,
)
OPERATIONS = (SEAL, CENTRE_SEAL, UNSEAL, CHANGE_BASES, UNFREEZE, CHECK_FREEZE)
