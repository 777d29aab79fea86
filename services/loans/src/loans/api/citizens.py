"""HTTP: what a borrower does online: early repayment, paying what is owed, offset agreements."""

import uuid
from datetime import date

from fastapi import APIRouter, Response

from loans import access
from loans.access import Citizen, CitizenPost, ContractNumber, Reader, Viewer
from loans.domain.contracts import OffsetAgreement
from loans.domain.orders import NewDebit
from loans.errors import Reason, Refused
from loans.handlers import agreements, early
from loans.process import Step, after
from loans.rules.agreements import TERMS_TEXT, TERMS_VERSION
from loans.rules.early import Wish
from loans.shapes import money, requests
from loans.shapes.answers import AgreementAnswer
from loans.store import debits as store
from shared.base.money import Fen
from shared.http.callers import ContextDependency
from shared.http.problems import not_found
from shared.messaging.unit import Unit

MAX_DEBITS = 100
"""Debits of one loan that are listed, the latest first."""

router = APIRouter(tags=["网上还款"])


def _wish(body: requests.EarlyBody, today: date) -> Wish:
    partial = body.kind == "partial"
    if partial == (body.amount_fen is None):
        raise Refused(Reason.AMOUNT)
    amount = Fen(body.amount_fen) if body.amount_fen is not None else None
    return Wish(body.kind, amount, body.debit_on or today)


@router.post("/contracts/{contract_number}/early-repayment-quotes", summary="提前还款试算")
async def quote_early(
    context: ContextDependency,
    caller: Citizen,
    contract_number: ContractNumber,
    body: requests.EarlyBody,
) -> money.EarlyQuoteAnswer:
    """Say what an early repayment costs on its day, what it changes and what it means (R-REP-5, 10)."""
    today = context.clock.today()
    wish = _wish(body, today)
    async with access.reading(context) as connection:
        contract = await access.visible(connection, contract_number, caller)
        early.require_borrower(contract, caller.person_id)
        after(contract.state, Step.REPAY)
        made = await early.offer(connection, context.personal_data, contract, wish, today)
    return money.EarlyQuoteAnswer.of(made)


@router.post(
    "/contracts/{contract_number}/early-repayments",
    status_code=202,
    response_model=money.DebitAskedAnswer,
    summary="提前还款",
)
async def request_early(
    contract_number: ContractNumber, body: requests.EarlyRequestBody, citizen: CitizenPost
) -> Response:
    """Repay early, just as quoted for today, by one debit of the card now in use (R-REP-2)."""
    caller, post = citizen
    await _must_see(post.context, contract_number, citizen)

    async def handle(unit: Unit) -> money.DebitAskedAnswer:
        debit = await early.request_online(
            unit,
            contract_number,
            _wish(body, unit.clock.today()),
            body.accepted_quote,
            caller,
        )
        return _asked(debit)

    return await post.once(body, 202, handle, lambda made: _address(contract_number, made))


@router.post(
    "/contracts/{contract_number}/owed-payments",
    status_code=202,
    response_model=money.DebitAskedAnswer,
    summary="归还到期及逾期款项",
)
async def pay_owed(contract_number: ContractNumber, citizen: CitizenPost) -> Response:
    """Pay all that is owed today, arrears and penalty interest included, from the card now in use."""
    caller, post = citizen
    await _must_see(post.context, contract_number, citizen)

    async def handle(unit: Unit) -> money.DebitAskedAnswer:
        debit = await early.pay_owed_online(unit, contract_number, caller)
        return _asked(debit)

    return await post.once(None, 202, handle, lambda made: _address(contract_number, made))


async def _must_see(context: ContextDependency, contract_number: str, citizen: CitizenPost) -> None:
    """A stranger's loan is not there."""
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, citizen[0])


def _asked(debit: NewDebit) -> money.DebitAskedAnswer:
    return money.DebitAskedAnswer(
        debit_id=debit.debit_id, amount_fen=debit.amount_fen, debit_on=debit.debit_on
    )


def _address(contract_number: str, made: object) -> str:
    assert isinstance(made, money.DebitAskedAnswer)
    return f"/api/loans/contracts/{contract_number}/debits/{made.debit_id}"


@router.get("/contracts/{contract_number}/debits", summary="扣款记录")
async def list_debits(
    context: ContextDependency, caller: Viewer, contract_number: ContractNumber
) -> money.DebitsAnswer:
    """List the debits of the repayment card, early repayments among them, the latest first."""
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, caller)
        found = await store.of_contract(connection, contract_number, MAX_DEBITS)
    return money.DebitsAnswer(debits=[money.DebitAnswer.of(one) for one in found])


@router.get("/contracts/{contract_number}/debits/{debit_id}", summary="扣款进度")
async def show_debit(
    context: ContextDependency,
    caller: Viewer,
    contract_number: ContractNumber,
    debit_id: uuid.UUID,
) -> money.DebitAnswer:
    """Show how far a debit is."""
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, caller)
        found = (await store.by_id(connection, [debit_id])).get(debit_id)
    if found is None or found.contract_number != contract_number:
        raise not_found()
    return money.DebitAnswer.of(found)


@router.get("/agreement-terms", summary="冲抵协议条款")
async def show_terms(_caller: Reader) -> money.TermsAnswer:
    """Show what an offset agreement says and costs; its version is sent back as accepted (R-REP-10)."""
    return money.TermsAnswer(version=TERMS_VERSION, text=TERMS_TEXT)


@router.post(
    "/contracts/{contract_number}/my-agreement",
    status_code=201,
    response_model=AgreementAnswer,
    summary="网上签订冲抵协议",
)
async def sign_online(
    contract_number: ContractNumber, body: requests.OnlineAgreementBody, citizen: CitizenPost
) -> Response:
    """Sign an offset agreement for the own fund account, as a borrower or co-borrower of the loan."""
    caller, post = citizen
    await _must_see(post.context, contract_number, citizen)

    async def handle(unit: Unit) -> AgreementAnswer:
        agreement = OffsetAgreement(
            uuid.uuid4(),
            contract_number,
            access.person_of(caller),
            body.way,
            body.short_balance,
            body.prepayment_effect,
            unit.clock.today(),
        )
        await agreements.sign_online(unit, agreement, caller.identity_id, body.accepted_terms)
        return AgreementAnswer.of(agreement)

    return await post.once(body, 201, handle)


@router.post(
    "/contracts/{contract_number}/my-agreement/end",
    response_model=AgreementAnswer,
    summary="网上终止冲抵协议",
)
async def end_online(contract_number: ContractNumber, citizen: CitizenPost) -> Response:
    """End the own agreement from today on; that it was signed stays for ever (R-WDR-4)."""
    caller, post = citizen
    await _must_see(post.context, contract_number, citizen)

    async def handle(unit: Unit) -> AgreementAnswer:
        ended = await agreements.end_online(
            unit, contract_number, access.person_of(caller), caller.identity_id
        )
        return AgreementAnswer.of(ended)

    return await post.once(None, 200, handle)
