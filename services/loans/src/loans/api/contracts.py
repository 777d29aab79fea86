"""HTTP: what citizens see of their loans, and what makers and checkers record."""

import uuid
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from loans import access
from loans.access import ContractNumber, Maker, Viewer
from loans.domain.contracts import OWING, Contract, OffsetAgreement, SealedAccount, State
from loans.errors import Reason, Refused
from loans.handlers import agreements, contracts
from loans.process import Step
from loans.rules.repayment import Repayment
from loans.shapes import answers, requests
from loans.store import contracts as store
from loans.views import contracts as views
from loans.views import today as standing
from shared.base.money import Fen
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Unit

MAX_PAGE = 200
"""Entries in one page."""
MAX_TO_CONFIRM = 100
"""Contracts in a checker's list."""

router = APIRouter(tags=["贷款"])

Checker = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_CHECKER))]


@router.get("/contracts")
async def list_contracts(
    context: ContextDependency,
    caller: Viewer,
    person_id: uuid.UUID | None = None,
    state: Annotated[State | None, Query(description="只支持待确认（6），供复核人员使用")] = None,
) -> answers.ContractsAnswer:
    """List one's own loans; staff list a person's, or those that wait for a checker."""
    async with access.reading(context) as connection:
        if caller.role in BUSINESS and state is State.TO_CONFIRM:
            numbers = await views.contracts_to_confirm(connection, MAX_TO_CONFIRM)
        else:
            person = person_id if caller.role in BUSINESS else caller.person_id
            if person is None:
                raise Refused(Reason.PERSON_MISSING)
            numbers = await views.contracts_of_person(connection, person, OWING)
        return answers.ContractsAnswer(
            contracts=[
                await standing.contract_answer(connection, number, context.clock.today())
                for number in numbers
            ]
        )


@router.get("/contracts/{contract_number}")
async def show_contract(
    context: ContextDependency, caller: Viewer, contract_number: ContractNumber
) -> answers.ContractAnswer:
    """Show a loan with its balance, arrears and next instalment today."""
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, caller)
        return await standing.contract_answer(connection, contract_number, context.clock.today())


@router.get("/contracts/{contract_number}/plan")
async def show_plan(
    context: ContextDependency,
    caller: Viewer,
    contract_number: ContractNumber,
    version: Annotated[int | None, Query(ge=1, le=10_000)] = None,
) -> answers.PlanAnswer:
    """Show the repayment plan in force, or one version as it was made."""
    async with access.reading(context) as connection:
        contract = await access.visible(connection, contract_number, caller)
        plan = await standing.plan_answer(connection, contract, version, context.clock.today())
        if plan is None:
            raise not_found()
        return plan


@router.get("/contracts/{contract_number}/repayments")
async def list_entries(
    context: ContextDependency,
    caller: Viewer,
    contract_number: ContractNumber,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 50,
) -> answers.EntriesAnswer:
    """List the loan entries (贷款还款明细), the latest first (R-QRY-1)."""
    before = _entry_cursor(cursor)
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, caller)
        page = await views.entries_before(connection, contract_number, before, limit + 1)
    more = len(page) > limit
    return answers.EntriesAnswer(
        entries=[answers.EntryAnswer.of(entry) for entry in page[:limit]],
        next_cursor=encode_cursor(page[limit - 1].entry_number) if more else None,
    )


def _entry_cursor(cursor: str | None) -> int:
    match decode_cursor(cursor) if cursor else [views.AFTER_THE_LAST_ENTRY]:
        case [int(before)] if 0 <= before <= views.AFTER_THE_LAST_ENTRY:
            return before
    raise bad_cursor()


@router.get("/contracts/{contract_number}/payoff-quote")
async def quote_payoff(
    context: ContextDependency,
    caller: Viewer,
    contract_number: ContractNumber,
    paid_on: Annotated[date | None, Query(description="默认今天")] = None,
) -> answers.QuoteAnswer:
    """Say what settles the loan on a day (R-REP-5, E12)."""
    today = context.clock.today()
    async with access.reading(context) as connection:
        contract = await access.visible(connection, contract_number, caller)
        return await standing.quote_answer(connection, contract, paid_on or today, today)


@router.get("/contracts/{contract_number}/payoff-certificate")
async def show_payoff_certificate(
    context: ContextDependency, caller: Viewer, contract_number: ContractNumber
) -> answers.PayoffCertificateAnswer:
    """Give the facts of a payoff certificate (结清证明), with the total repaid (R-WDR-5)."""
    async with access.reading(context) as connection:
        contract = await access.visible(connection, contract_number, caller)
        return await standing.certificate_answer(connection, contract)


@router.get("/contracts/{contract_number}/agreements")
async def list_agreements(
    context: ContextDependency, caller: Viewer, contract_number: ContractNumber
) -> answers.AgreementsAnswer:
    """List every offset agreement that any party of the loan ever signed (R-WDR-4)."""
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, caller)
        found = await store.agreements_of(connection, contract_number)
    return answers.AgreementsAnswer(agreements=[answers.AgreementAnswer.of(one) for one in found])


@router.post("/contracts", status_code=201, response_model=answers.StateAnswer)
async def enter_contract(body: requests.ContractBody, maker: Maker) -> Response:
    """Enter a signed contract; it waits for a checker."""
    caller, post = maker
    contract = Contract(
        body.contract_number,
        Fen(body.amount_fen),
        body.method,
        body.periods,
        body.home,
        body.signed_on,
        State.TO_CONFIRM,
        caller.identity_id,
        body.parties,
    )

    async def handle(unit: Unit) -> answers.StateAnswer:
        await contracts.enter_contract(
            unit, contract, _sealed(unit, body.repayment_card), _sealed(unit, body.payee)
        )
        return answers.StateAnswer.of(contract.contract_number, contract.state)

    return await post.once(
        body, 201, handle, lambda _: f"/api/loans/contracts/{contract.contract_number}"
    )


def _sealed(
    unit: Unit, given: requests.CardBody | requests.PayeeBody | None
) -> SealedAccount | None:
    """Seal a card or account as soon as it is in the house (R-CHK-4)."""
    if given is None:
        return None
    seal = unit.personal_data.seal
    return SealedAccount(seal(given.number), given.number[-4:], seal(given.holder_name))


@router.post("/contracts/{contract_number}/confirmation", response_model=answers.StateAnswer)
async def confirm_contract(
    contract_number: ContractNumber, body: requests.ConfirmationBody, checker: Checker
) -> Response:
    """Confirm a contract that somebody else entered."""
    return await _decide(contract_number, body, checker, Step.CONFIRM)


@router.post("/contracts/{contract_number}/rejection", response_model=answers.StateAnswer)
async def reject_contract(
    contract_number: ContractNumber, body: requests.RejectionBody, checker: Checker
) -> Response:
    """Reject a contract that somebody else entered; it is void."""
    return await _decide(contract_number, body, checker, Step.REJECT)


async def _decide(
    contract_number: str,
    body: requests.ConfirmationBody | requests.RejectionBody,
    checker: tuple[Principal, IdempotentPost],
    step: Step,
) -> Response:
    caller, post = checker

    async def handle(unit: Unit) -> answers.StateAnswer:
        state = await contracts.decide_contract(
            unit, contract_number, caller.identity_id, step, body.note
        )
        return answers.StateAnswer.of(contract_number, state)

    return await post.once(body, 200, handle)


@router.post(
    "/contracts/{contract_number}/disbursement",
    status_code=201,
    response_model=answers.AccountAnswer,
)
async def record_disbursement(
    contract_number: ContractNumber, body: requests.DisbursementBody, maker: Maker
) -> Response:
    """Record that the loan was paid out; this makes the first plan."""
    caller, post = maker

    async def handle(unit: Unit) -> answers.AccountAnswer:
        account = await contracts.record_disbursement(
            unit, contract_number, body.disbursed_on, body.serial, caller.identity_id
        )
        today = unit.clock.today()
        account.catch_up(today)
        return answers.AccountAnswer.of(account, today)

    return await post.once(body, 201, handle)


@router.post(
    "/contracts/{contract_number}/repayments",
    status_code=201,
    response_model=answers.RecordedAnswer,
)
async def record_repayments(
    contract_number: ContractNumber, body: requests.RepaymentsBody, maker: Maker
) -> Response:
    """Record repayments, up to a whole history at once; all or none."""
    caller, post = maker
    repayments = [
        Repayment(one.serial, one.paid_on, one.kind, Fen(one.amount_fen), one.effect)
        for one in body.repayments
    ]

    async def handle(unit: Unit) -> answers.RecordedAnswer:
        account, booked = await contracts.record_repayments(
            unit, contract_number, repayments, caller.identity_id
        )
        return answers.RecordedAnswer.of(account, booked)

    return await post.once(body, 201, handle)


@router.post(
    "/contracts/{contract_number}/agreements",
    status_code=201,
    response_model=answers.AgreementAnswer,
)
async def sign_agreement(
    contract_number: ContractNumber, body: requests.AgreementBody, maker: Maker
) -> Response:
    """Record an offset agreement that a borrower signed; it bars type 5 for ever (R-REP-10)."""
    caller, post = maker
    agreement = OffsetAgreement(
        uuid.uuid4(),
        contract_number,
        body.person_id,
        body.way,
        body.short_balance,
        body.prepayment_effect,
        body.signed_on,
    )

    async def handle(unit: Unit) -> answers.AgreementAnswer:
        await agreements.sign_agreement(unit, agreement, caller.identity_id)
        return answers.AgreementAnswer.of(agreement)

    return await post.once(body, 201, handle)


@router.post(
    "/contracts/{contract_number}/agreements/{agreement_id}/end",
    response_model=answers.AgreementAnswer,
)
async def end_agreement(
    contract_number: ContractNumber,
    agreement_id: uuid.UUID,
    body: requests.AgreementEndBody,
    maker: Maker,
) -> Response:
    """Record the end of an offset agreement; its history stays."""
    caller, post = maker

    async def handle(unit: Unit) -> answers.AgreementAnswer:
        agreement = await agreements.end_agreement(
            unit, contract_number, agreement_id, body.ended_on, caller.identity_id
        )
        return answers.AgreementAnswer.of(agreement)

    return await post.once(body, 200, handle)
