"""HTTP: what citizens and staff see of loans, and the contracts and agreements that makers propose."""

import uuid
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Response

from loans import access
from loans.access import ContractNumber, Maker, Viewer
from loans.domain.contracts import OWING, State
from loans.errors import Reason, Refused
from loans.operations import agreements
from loans.operations import contracts as operations
from loans.shapes import answers, requests
from loans.shapes import entries as shapes
from loans.store import contracts as store
from loans.views import contracts as views
from loans.views import entries
from loans.views import today as standing
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

MAX_TO_CONFIRM = 100
"""Contracts that were entered before they took a proposal; a maker proposes them again."""

router = APIRouter(tags=["贷款"])


@router.get("/contracts")
async def list_contracts(
    context: ContextDependency,
    caller: Viewer,
    person_id: uuid.UUID | None = None,
    state: Annotated[State | None, Query(description="只支持待确认（6）")] = None,
) -> answers.ContractsAnswer:
    """List one's own loans; staff list a person's, or those that wait since before proposals."""
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
    query: Annotated[shapes.EntryQuery, Query()],
) -> answers.EntriesAnswer:
    """List the loan entries (贷款还款明细), the latest first (R-QRY-1)."""
    before, limit = _entry_cursor(query.cursor), query.limit
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, caller)
        page = await entries.entries_before(
            connection, contract_number, query.which, before, limit + 1
        )
    more = len(page) > limit
    return answers.EntriesAnswer(
        entries=[answers.EntryAnswer.of(entry) for entry in page[:limit]],
        next_cursor=encode_cursor(page[limit - 1].entry_number) if more else None,
    )


@router.get("/contracts/{contract_number}/repayments/totals", summary="贷款还款明细合计")
async def total_entries(
    context: ContextDependency,
    caller: Viewer,
    contract_number: ContractNumber,
    asked: Annotated[shapes.EntryFilter, Query()],
) -> shapes.EntryTotalsAnswer:
    """Return what the loan entries come to, by business type."""
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, caller)
        found = await entries.totals(connection, contract_number, asked.which)
    return shapes.EntryTotalsAnswer.of(found, asked)


def _entry_cursor(cursor: str | None) -> int:
    match decode_cursor(cursor) if cursor else [entries.AFTER_THE_LAST_ENTRY]:
        case [int(before)] if 0 <= before <= entries.AFTER_THE_LAST_ENTRY:
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


@router.post(
    "/contracts", status_code=202, response_model=ProposalAnswer, summary="签订借款合同并放款"
)
async def enter_contract(body: requests.ContractBody, maker: Maker) -> Response:
    """Propose a signed contract; once another person agrees it is kept, and settlement pays it out."""
    return await answer_proposed(maker, operations.ENTER, body)


@router.post(
    "/contracts/{contract_number}/agreements",
    status_code=202,
    response_model=ProposalAnswer,
    summary="登记冲抵协议",
)
async def sign_agreement(
    contract_number: ContractNumber, body: requests.PaperAgreementBody, maker: Maker
) -> Response:
    """Propose to record an offset agreement that a borrower signed; it bars type 5 for ever (R-REP-10)."""
    return await answer_proposed(maker, agreements.SIGN, body, contract_number=contract_number)


@router.post(
    "/contracts/{contract_number}/agreements/{agreement_id}/end",
    status_code=202,
    response_model=ProposalAnswer,
    summary="终止冲抵协议",
)
async def end_agreement(
    contract_number: ContractNumber,
    agreement_id: uuid.UUID,
    body: requests.AgreementEndBody,
    maker: Maker,
) -> Response:
    """Propose the end of an offset agreement; its history stays."""
    return await answer_proposed(
        maker, agreements.END, body, contract_number=contract_number, agreement_id=agreement_id
    )
