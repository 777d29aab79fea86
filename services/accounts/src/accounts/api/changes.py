"""HTTP about changes of accounts: seal, unseal, freeze, unfreeze, base."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict

from fastapi import APIRouter, Response
from pydantic import BaseModel

from accounts.access import OfficePost, StaffPost, actor
from accounts.domain import Month
from accounts.handlers import changes as handlers
from accounts.handlers.changes import Actor, BaseChange, Sealing
from accounts.shapes import changes as shapes
from accounts.shapes import fields
from accounts.store.changes import Seal
from shared.messaging.unit import Unit

router = APIRouter(tags=["变更与启封存"])


@router.post("/accounts/seal", response_model=shapes.SealedAccounts, summary="封存")
async def seal(body: shapes.SealsBody, caller: OfficePost) -> Response:
    """Seal accounts, all or none (R-SEAL-1, 2, 3); an operator only its own staff's."""
    principal, post = caller
    items = [
        Sealing(item.account_number, item.reason, item.sealed_on, item.from_month, item.evidence)
        for item in body.items
    ]

    async def handle(unit: Unit) -> BaseModel:
        return _sealed(await handlers.seal_accounts(unit, items, actor(principal)))

    return await post.once(body, 200, handle)


@router.post(
    "/accounts/{account_number}/centre-seal",
    response_model=shapes.SealedAccounts,
    summary="中心封存（单位逾期不办）",
)
async def centre_seal(
    account_number: fields.Number, body: shapes.CentreSealBody, caller: StaffPost
) -> Response:
    """Seal in the employer's stead, on evidence, 30 days after the employment ended (R-SEAL-7)."""
    principal, post = caller
    month = Month.parse(body.effective_month) if body.effective_month else None
    item = Sealing(account_number, body.reason, body.sealed_on, month, body.evidence)

    async def handle(unit: Unit) -> BaseModel:
        seals = await handlers.seal_by_centre(
            unit, item, body.employment_ended_on, actor(principal)
        )
        return _sealed(seals)

    return await post.once(body, 200, handle)


@router.post("/accounts/unseal", response_model=shapes.UnsealedAccounts, summary="启封")
async def unseal(body: shapes.UnsealsBody, caller: OfficePost) -> Response:
    """Unseal accounts, all or none (R-SEAL-2, 5)."""
    principal, post = caller
    items = [(item.account_number, Month.parse(item.effective_month)) for item in body.items]

    async def handle(unit: Unit) -> BaseModel:
        remarks = await handlers.unseal_accounts(unit, items, actor(principal))
        return shapes.UnsealedAccounts(
            count=len(items),
            accounts=[
                shapes.Unsealed(account_number=number, remark=remark)
                for (number, _), remark in zip(items, remarks, strict=True)
            ],
        )

    return await post.once(body, 200, handle)


@router.post("/accounts/base", response_model=shapes.ChangedBases, summary="基数调整")
async def change_bases(body: shapes.BasesBody, caller: OfficePost) -> Response:
    """Set contribution bases from a month on, all or none (R-CHG-2, 3, 6)."""
    principal, post = caller
    items = [
        BaseChange(
            item.account_number, item.base_fen, Month.parse(item.effective_month), item.reason
        )
        for item in body.items
    ]

    async def handle(unit: Unit) -> BaseModel:
        counted = await handlers.change_bases(unit, items, actor(principal))
        return shapes.ChangedBases(
            count=len(counted), items=[shapes.NewBaseShown(**asdict(one)) for one in counted]
        )

    return await post.once(body, 200, handle)


@router.post("/accounts/{account_number}/freeze", response_model=shapes.Changed, summary="冻结")
async def freeze(
    account_number: fields.Number, body: shapes.ReasonBody, caller: StaffPost
) -> Response:
    """Freeze an account on an authority's demand: state 06."""
    return await _with_reason(handlers.freeze_account, account_number, body, caller)


@router.post("/accounts/{account_number}/unfreeze", response_model=shapes.Changed, summary="解冻")
async def unfreeze(
    account_number: fields.Number, body: shapes.ReasonBody, caller: StaffPost
) -> Response:
    """Lift a freeze; the state before it comes back."""
    return await _with_reason(handlers.unfreeze_account, account_number, body, caller)


async def _with_reason(
    handler: Callable[[Unit, str, str, Actor], Awaitable[None]],
    account_number: str,
    body: shapes.ReasonBody,
    caller: StaffPost,
) -> Response:
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await handler(unit, account_number, body.reason, actor(principal))
        return shapes.Changed(count=1)

    return await post.once(body, 200, handle)


def _sealed(seals: list[Seal]) -> shapes.SealedAccounts:
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
