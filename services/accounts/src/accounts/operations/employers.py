"""Employers, their agreements and their staff's accounts: done by an operator, or by two of the centre."""

import hashlib
from dataclasses import asdict
from uuid import UUID

from accounts.access import MAKERS, decided_by, still_bound
from accounts.domain import Operator
from accounts.handlers import employers as handlers
from accounts.handlers.changes import Actor
from accounts.handlers.rows import read_employees
from accounts.rules.reminders import registered_late_by
from accounts.shapes import employers as shapes
from accounts.store import employers as store
from accounts.views import employers as views
from shared.base.id_documents import IdDocument
from shared.base.identifiers import Phone, SocialCreditCode
from shared.identity.principal import Principal, Right
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation

DIGEST_CHARACTERS = 12


async def _employer(unit: Unit, number: str) -> shapes.Employer:
    row = await views.employer(unit.connection, number)
    assert row is not None
    return shapes.Employer.of(row, unit.clock.today())


async def register(unit: Unit, body: shapes.RegisterProposal) -> shapes.Registered:
    """Register an employer with its operator (R-ACC-6); signs the agreement if a version is given."""
    document = IdDocument.parse(body.operator.id_type, body.operator.id_number)
    number = await handlers.register_employer(
        unit,
        name=body.name,
        code=SocialCreditCode.parse(body.social_credit_code),
        payday=body.payday,
        ratios_bp=(body.employer_ratio_bp, body.employee_ratio_bp),
        operator=Operator(body.operator.name, document, Phone.parse(body.operator.phone)),
        registered_on=body.registered_on,
        set_up_on=body.set_up_on,
    )
    if body.agreement_version is not None:
        day = body.registered_on or unit.clock.today()
        await handlers.sign_agreement(unit, number, body.agreement_version, day)
    shown = await _employer(unit, number)
    remarks = (document.warning,) if document.warning else ()
    return shapes.Registered(**shown.model_dump(), remarks=remarks)


async def demand_registrable(unit: Unit, body: shapes.RegisterProposal) -> None:
    """Try it and undo it; raises what bars it."""
    async with unit.undone():
        await register(unit, body)


async def examine_registration(unit: Unit, body: shapes.RegisterProposal, _by: Principal) -> Facts:
    """Say what is registered; raises what bars it."""
    document = IdDocument.parse(body.operator.id_type, body.operator.id_number)
    await demand_registrable(unit, body)
    operator = await store.person_of(
        unit.connection, unit.personal_data.lookup_hash(document.lookup_key)
    )
    code = SocialCreditCode.parse(body.social_credit_code).value
    agreement = "，并签订网上业务协议" if body.agreement_version else ""
    late = registered_late_by(body.set_up_on, body.registered_on or unit.clock.today())
    said = f"，设立后逾期{late}日登记" if late else ""
    summary = f"登记缴存单位{body.name}（{code}）{agreement}{said}"
    return Facts(code, summary, frozenset(_known(operator)))


def _known(person_id: UUID | None) -> tuple[UUID, ...]:
    return (person_id,) if person_id else ()


async def _execute_registration(
    unit: Unit, body: shapes.RegisterProposal, _decision: Decision
) -> shapes.Registered:
    return await register(unit, body)


async def _sign(unit: Unit, body: shapes.AgreementProposal) -> shapes.Employer:
    day = body.signed_on or unit.clock.today()
    await handlers.sign_agreement(unit, body.employer_number, body.version, day)
    return await _employer(unit, body.employer_number)


async def _examine_signing(unit: Unit, body: shapes.AgreementProposal, _by: Principal) -> Facts:
    async with unit.undone():
        employer = await _sign(unit, body)
    summary = f"单位{employer.name}签订网上业务协议，版本{body.version}"
    return Facts(body.employer_number, summary)


async def _execute_signing(
    unit: Unit, body: shapes.AgreementProposal, decision: Decision
) -> shapes.Employer:
    await still_bound(unit, decision, Right.CONFIRM)
    return await _sign(unit, body)


async def _revoke(unit: Unit, body: shapes.RevocationProposal) -> shapes.Employer:
    await handlers.revoke_agreement(unit, body.employer_number)
    return await _employer(unit, body.employer_number)


async def _examine_revocation(unit: Unit, body: shapes.RevocationProposal, _by: Principal) -> Facts:
    async with unit.undone():
        employer = await _revoke(unit, body)
    return Facts(body.employer_number, f"终止单位{employer.name}的网上业务协议")


async def _execute_revocation(
    unit: Unit, body: shapes.RevocationProposal, decision: Decision
) -> shapes.Employer:
    await still_bound(unit, decision, Right.CONFIRM)
    return await _revoke(unit, body)


async def open_accounts(
    unit: Unit, employer_number: str, body: shapes.OpeningBody, actor: Actor
) -> shapes.OpenedAccounts:
    """Open individual accounts, all or none (R-ACC-8)."""
    people = read_employees(unit, [one.typed() for one in body.employees])
    by_staff = actor.employer_number is None
    opened = await handlers.open_accounts(
        unit, employer_number, people, actor.name, by_staff=by_staff
    )
    return shapes.OpenedAccounts(accounts=[shapes.Opened(**asdict(one)) for one in opened])


async def _examine_opening(unit: Unit, body: shapes.OpeningProposal, by: Principal) -> Facts:
    async with unit.undone():
        opened = await open_accounts(
            unit, body.employer_number, body, Actor(str(by.identity_id), None)
        )
    known = await store.known_persons(unit.connection, [one.person_id for one in opened.accounts])
    typed = "\n".join(one.id_number for one in body.employees)
    digest = hashlib.sha256(unit.personal_data.lookup_hash(typed).encode()).hexdigest()
    return Facts(
        f"{body.employer_number}/{digest[:DIGEST_CHARACTERS]}",
        f"为单位{body.employer_number}的{len(opened.accounts)}名职工开立个人账户",
        frozenset(known),
    )


async def _execute_opening(
    unit: Unit, body: shapes.OpeningProposal, decision: Decision
) -> shapes.OpenedAccounts:
    return await open_accounts(unit, body.employer_number, body, decided_by(decision))


REGISTER = Operation(
    "employer.register",
    "单位缴存登记",
    shapes.RegisterProposal,
    examine_registration,
    _execute_registration,
)
SIGN = Operation(
    "employer.sign_agreement",
    "签订网上业务协议",
    shapes.AgreementProposal,
    _examine_signing,
    _execute_signing,
    makers=frozenset(MAKERS),
)
REVOKE = Operation(
    "employer.revoke_agreement",
    "终止网上业务协议",
    shapes.RevocationProposal,
    _examine_revocation,
    _execute_revocation,
    makers=frozenset(MAKERS),
)
OPEN_ACCOUNTS = Operation(
    "accounts.open",
    "代单位开立个人账户",
    shapes.OpeningProposal,
    _examine_opening,
    _execute_opening,
)
OPERATIONS = (REGISTER, SIGN, REVOKE, OPEN_ACCOUNTS)
