"""The life of a loan, one function a step, and the answers to withdrawals. Handlers never commit."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from loans import books, process, store, views
from loans.domain import OWING, Contract, OffsetAgreement
from loans.errors import Conflict, Refusal, Unknown
from loans.process import State, Step
from loans.rules.account import LoanAccount, disburse
from loans.rules.repayment import Booked, Repayment
from loans.rules.terms import Loan
from shared.messages.loans import (
    LoanDebtChecked,
    LoanPaidOff,
    LoanPayoffCertified,
    LoanPayoffDenied,
)
from shared.messages.withdrawals import LoanQuestion, WithdrawalSubmitted
from shared.unit import Unit


async def enter_contract(unit: Unit, contract: Contract) -> None:
    """A maker enters a signed contract; it waits for a checker."""
    _not_in_the_future(unit, contract.signed_on, "签订日期")
    if len({party.person_id for party in contract.parties}) < len(contract.parties):
        raise Refusal("person-twice", "R-LOAN-8", "同一人在一份合同中只能有一种身份。")
    await store.add_contract(unit.connection, contract, unit.clock.now())


async def decide_contract(
    unit: Unit, contract_number: str, checker: uuid.UUID, step: Step, note: str | None
) -> State:
    """A checker, who is not the maker, confirms or rejects a contract."""
    contract = await _locked(unit, contract_number)
    state = process.after(contract.state, step)
    if checker == contract.entered_by:
        raise Conflict("maker-is-checker", "1.2", "录入人不能复核自己录入的合同。")
    await store.decide_contract(
        unit.connection,
        contract_number,
        state,
        checker=checker,
        at=unit.clock.now(),
        note=note,
    )
    return state


async def record_disbursement(
    unit: Unit, contract_number: str, disbursed_on: date, serial: str, by: uuid.UUID
) -> LoanAccount:
    """The money was paid out: open the account and make the first plan."""
    contract = await _locked(unit, contract_number)
    state = process.after(contract.state, Step.DISBURSE)
    _not_in_the_future(unit, disbursed_on, "放款日期")
    if disbursed_on < contract.signed_on:
        raise Refusal("disbursed-before-signed", "1.2", "放款日期不能早于合同签订日期。")
    loan = Loan(
        contract_number,
        contract.amount_fen,
        contract.method,
        contract.periods,
        contract.home,
        disbursed_on,
    )
    account = disburse(loan, await books.rulebook(unit.connection))
    await books.open_account(unit.connection, account, serial, by, unit.clock.now())
    await store.set_state(unit.connection, contract_number, state)
    return account


async def record_repayments(
    unit: Unit, contract_number: str, repayments: Sequence[Repayment], by: uuid.UUID
) -> tuple[LoanAccount, list[Booked]]:
    """Book repayments in their order, all or none, each judged by the schedule (R-REP-7)."""
    contract = await _locked(unit, contract_number)
    process.after(contract.state, Step.REPAY)
    found = await books.account_of(unit.connection, contract)
    assert found is not None, "a loan in repayment has an account"
    account, entries_before = found
    booked = []
    for repayment in repayments:
        _not_in_the_future(unit, repayment.on, "还款日期")
        booked.append(account.record(repayment))
    await books.save_repayments(
        unit.connection, account, entries_before, booked, by=by, at=unit.clock.now()
    )
    if account.settled_on is not None:
        await _settle(unit, contract, account, account.settled_on)
    return account, booked


async def _settle(unit: Unit, contract: Contract, account: LoanAccount, settled_on: date) -> None:
    await store.set_state(
        unit.connection, contract.contract_number, process.after(contract.state, Step.SETTLE)
    )
    unit.emit(
        LoanPaidOff(
            contract_number=contract.contract_number,
            person_id=contract.borrower,
            settled_on=settled_on,
            total_principal_fen=account.principal_repaid_fen,
            total_interest_fen=account.interest_repaid_fen,
            offset_agreement_ever=bool(account.agreements),
        )
    )


async def sign_agreement(unit: Unit, agreement: OffsetAgreement, by: uuid.UUID) -> None:
    """A borrower or co-borrower signed an offset agreement (R-LOAN-7)."""
    contract = await _locked(unit, agreement.contract_number)
    process.after(contract.state, Step.SIGN_AGREEMENT)
    _not_in_the_future(unit, agreement.signed_on, "签订日期")
    if contract.role_of(agreement.person_id) not in OWING:
        raise Refusal("not-a-borrower", "R-LOAN-7", "只有借款人或共同借款人可以签订冲抵协议。")
    if agreement.signed_on < contract.signed_on:
        raise Refusal("signed-before-contract", "R-LOAN-7", "冲抵协议不能早于借款合同签订。")
    for earlier in await store.agreements_of(unit.connection, agreement.contract_number):
        ended = earlier.ended_on
        if earlier.person_id == agreement.person_id and (
            ended is None or agreement.signed_on < ended
        ):
            raise Conflict("agreement-in-force", "R-LOAN-7", "该借款人在此日期已有生效的冲抵协议。")
    await store.add_agreement(unit.connection, agreement, by, unit.clock.now())


async def end_agreement(
    unit: Unit, contract_number: str, agreement_id: uuid.UUID, ended_on: date, by: uuid.UUID
) -> OffsetAgreement:
    """End an agreement; that it was signed stays for ever (R-WDR-4)."""
    await _locked(unit, contract_number)
    _not_in_the_future(unit, ended_on, "终止日期")
    for agreement in await store.agreements_of(unit.connection, contract_number):
        if agreement.agreement_id == agreement_id:
            break
    else:
        raise Unknown("not-found", "R-LOAN-7", "没有找到您要的内容。")
    if agreement.ended_on is not None:
        raise Conflict("agreement-ended", "R-LOAN-7", "该冲抵协议已经终止。")
    if ended_on < agreement.signed_on:
        raise Refusal("ended-before-signed", "R-LOAN-7", "终止日期不能早于签订日期。")
    await store.end_agreement(unit.connection, agreement_id, ended_on, by, unit.clock.now())
    return replace(agreement, ended_on=ended_on)


async def answer_questions(unit: Unit, events: Sequence[WithdrawalSubmitted]) -> None:
    """Answer what withdrawals asks about loans: one statement for each kind of question."""
    asked = {event.application_id: event for event in events}.values()
    payoffs = [event for event in asked if event.loan_question is LoanQuestion.PAYOFF]
    debts = [event for event in asked if event.loan_question is LoanQuestion.UNPAID]
    if payoffs:
        await _answer_payoffs(unit, payoffs)
    if debts:
        await _answer_debts(unit, debts)


async def _answer_payoffs(unit: Unit, events: Sequence[WithdrawalSubmitted]) -> None:
    answers = await views.payoff_facts(
        unit.connection,
        [event.application_id for event in events],
        [event.person_id for event in events],
        [event.loan_contract_number for event in events],
        unit.clock.today(),
    )
    for answer in answers:
        unit.emit(_payoff_event(answer))


def _payoff_event(answer: views.PayoffAnswer) -> LoanPayoffCertified | LoanPayoffDenied:
    if answer.contract_number is None or answer.settled_on is None:
        return LoanPayoffDenied(
            application_id=answer.application_id,
            person_id=answer.person_id,
            reason_code="no_loan" if answer.contract_number is None else "loan_not_paid_off",
            contract_number=answer.contract_number,
        )
    return LoanPayoffCertified(
        application_id=answer.application_id,
        person_id=answer.person_id,
        contract_number=answer.contract_number,
        settled_on=answer.settled_on,
        total_principal_fen=answer.principal_repaid_fen or 0,
        total_interest_fen=answer.interest_repaid_fen or 0,
        offset_agreement_ever=bool(answer.offset_agreement_ever),
    )


async def _answer_debts(unit: Unit, events: Sequence[WithdrawalSubmitted]) -> None:
    answers = await views.unpaid_loans(
        unit.connection,
        [event.application_id for event in events],
        [event.person_id for event in events],
    )
    for debts in answers:
        unit.emit(
            LoanDebtChecked(
                application_id=debts.application_id,
                person_id=debts.person_id,
                unpaid_as_borrower=debts.as_borrower,
                unpaid_as_co_borrower=debts.as_co_borrower,
                unpaid_as_guarantor=debts.as_guarantor,
                contract_number=debts.contract_number,
            )
        )


async def _locked(unit: Unit, contract_number: str) -> Contract:
    contract = await store.contract_of(unit.connection, contract_number, lock=True)
    if contract is None:
        raise Unknown("not-found", "1.2", "没有找到您要的内容。")
    return contract


def _not_in_the_future(unit: Unit, day: date, what: str) -> None:
    if day > unit.clock.today():
        raise Refusal("date-in-the-future", "R-BK-2", f"{what}不能晚于今天。")
