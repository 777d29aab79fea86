"""Answers that combine what is stored with what the rules say of today."""

from collections.abc import Sequence
from datetime import date, timedelta

from loans.domain.contracts import Contract, State
from loans.errors import Reason, Refused
from loans.rules.account import LoanAccount
from loans.rules.repayment import Owed
from loans.rules.terms import Plan
from loans.shapes import answers
from loans.store import books
from loans.store import contracts as store
from loans.views import contracts as views
from shared.base.db import Connection
from shared.base.money import percent


async def account_today(
    connection: Connection, contract: Contract, today: date
) -> LoanAccount | None:
    """Read the account of a loan and bring it up to a day."""
    found = await books.account_of(connection, contract)
    if found is None:
        return None
    if found.account.settled_on is None:
        found.account.catch_up(today)
    return found.account


async def contract_answer(
    connection: Connection, contract_number: str, today: date
) -> answers.ContractAnswer:
    """Show a contract that is known to exist."""
    contract = await store.contract_of(connection, contract_number, lock=False)
    assert contract is not None, "the caller has just seen it"
    account = await account_today(connection, contract, today)
    answer = answers.ContractAnswer.of(contract, account, today)
    if contract.state is State.TO_CONFIRM and contract.entered_on is not None:
        policy = (await books.rulebook(connection)).policy_on(contract.entered_on)
        answer.decide_by = contract.entered_on + timedelta(days=policy.decide_days)
    return answer


async def plan_answer(
    connection: Connection, contract: Contract, version: int | None, today: date
) -> answers.PlanAnswer | None:
    """Show the plan in force today, or one stored version; None where there is none."""
    account = await account_today(connection, contract, today)
    if account is None:
        return None
    number = contract.contract_number
    stored = await views.plan_versions(connection, number)
    versions = [_stored_version(plan) for plan in stored]
    versions += [_new_version(plan) for plan in account.new_plans]
    if version is not None:
        lines = await _lines_of(connection, number, version, account.new_plans)
        shown = [answers.InstalmentAnswer.of(line) for line in lines]
    else:
        lines = await views.instalments_in_force(connection, number)
        for plan in account.new_plans:
            first = plan.instalments[0].number
            lines = [line for line in lines if line.number < first] + _owed(plan)
        shown = _with_states(lines, account, today)
    if not shown:
        return None
    return answers.PlanAnswer(
        contract_number=number,
        version=version or account.version,
        versions=versions,
        instalments=shown,
    )


async def _lines_of(
    connection: Connection, number: str, version: int, new_plans: Sequence[Plan]
) -> list[Owed]:
    for plan in new_plans:
        if plan.version == version:
            return _owed(plan)
    return await views.instalments_of_version(connection, number, version)


def _owed(plan: Plan) -> list[Owed]:
    return [
        Owed(line.number, line.due_on, line.principal_fen, line.interest_fen)
        for line in plan.instalments
    ]


def _with_states(
    lines: Sequence[Owed], account: LoanAccount, today: date
) -> list[answers.InstalmentAnswer]:
    unpaid = {owed.number for owed in account.unpaid if owed.total_fen > 0}
    settled = account.settled_on or date.max

    def state(line: Owed) -> str:
        if line.number not in unpaid:
            return "cancelled" if line.due_on > settled else "paid"
        if line.due_on == today:
            return "due"
        return "overdue" if line.due_on < today else "coming"

    return [answers.InstalmentAnswer.of(line, state(line)) for line in lines]


def _stored_version(plan: views.PlanVersion) -> answers.PlanVersionAnswer:
    return answers.PlanVersionAnswer(
        **(vars(plan) | {"annual_rate": percent(plan.annual_rate)}),
    )


def _new_version(plan: Plan) -> answers.PlanVersionAnswer:
    return answers.PlanVersionAnswer(
        version=plan.version,
        cause=plan.cause,
        effective_on=plan.effective_on,
        annual_rate=percent(plan.annual_rate),
        level_fen=plan.level_fen,
        first_number=plan.instalments[0].number,
    )


async def quote_answer(
    connection: Connection, contract: Contract, day: date, today: date
) -> answers.QuoteAnswer:
    """Quote a payoff for a day between the last entry and today."""
    if day > today:
        raise Refused(Reason.DATE_IN_THE_FUTURE, what="试算日期")
    account = await account_today(connection, contract, day)
    if account is None or account.settled_on is not None:
        raise Refused(Reason.NOTHING_TO_PAY_OFF)
    if day < (account.last_repayment_on or account.loan.disbursed_on):
        raise Refused(Reason.BEFORE_LAST_ENTRY)
    return answers.QuoteAnswer.of(contract.contract_number, day, account.quote_payoff(day))


async def certificate_answer(
    connection: Connection, contract: Contract
) -> answers.PayoffCertificateAnswer:
    """Certify a payoff; refused while there is a balance."""
    found = await books.account_of(connection, contract)
    if found is None or found.account.settled_on is None:
        raise Refused(Reason.NOT_PAID_OFF)
    account = found.account
    assert account.settled_on is not None, "just looked at"
    return answers.PayoffCertificateAnswer(
        contract_number=contract.contract_number,
        amount_fen=contract.amount_fen,
        disbursed_on=account.loan.disbursed_on,
        settled_on=account.settled_on,
        total_principal_fen=account.principal_repaid_fen,
        total_interest_fen=account.interest_repaid_fen,
        total_repaid_fen=account.principal_repaid_fen + account.interest_repaid_fen,
        offset_agreement_ever=bool(account.agreements),
    )
