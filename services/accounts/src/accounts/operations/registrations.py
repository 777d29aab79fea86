"""What a company has filled in online is put to a senior checker, who makes it an employer (R-ACC-6)."""

from uuid import UUID

from accounts.errors import Reason, Refused
from accounts.handlers import registrations as handlers
from accounts.operations.employers import demand_registrable, examine_registration, register
from accounts.sealed import REGISTRATION_PHONE
from accounts.shapes.employers import OperatorBody, Registered, RegisterProposal
from accounts.shapes.registrations import RegistrationBody, RegistrationProposal
from accounts.store import registrations as store
from accounts.store.rows import RegistrationRow
from shared.base.id_documents import IdDocument
from shared.base.identifiers import SocialCreditCode
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals import handlers as proposals
from shared.proposals.operation import Decision, Facts, Operation
from shared.proposals.shapes import Grounds, ProposalAnswer
from shared.sealing.personal_data import PersonalData

BY_ITSELF = "单位网上登记"
SAME = {
    "name", "social_credit_code", "payday", "employer_ratio_bp", "employee_ratio_bp", "set_up_on",
}  # fmt: skip
"""What the centre registers is called as the applicant fills it in."""


async def submit(unit: Unit, registration_id: UUID, body: RegistrationBody) -> None:
    """Keep what an applicant has filled in, where it can become an employer by now.

    Raises what `handlers.submit` does, and what bars the registration: `EMPLOYER_KNOWN`, `RATIO_NOT_ALLOWED`,
    `SET_UP_LATER`.
    """
    code = SocialCreditCode.parse(body.social_credit_code).value
    IdDocument.parse(body.operator_id_type, body.operator_id_number)
    row = await handlers.locked(unit, registration_id)
    await demand_registrable(unit, _employer_of(unit.personal_data, row, body))
    await handlers.submit(unit, registration_id, code, body.model_dump_json())


async def propose(
    unit: Unit, registration_id: UUID, grounds: Grounds, maker: Principal
) -> ProposalAnswer:
    """Put a registration to a senior checker, as it was submitted.

    Raises `Refused`: `NOT_FOUND`, `REQUEST_STATE`, `REQUEST_PROPOSED`, and what bars it by now.
    """
    row = await handlers.locked(unit, registration_id)
    await handlers.demand(unit, registration_id, row["version"])
    if row["proposed"]:
        raise Refused(Reason.REQUEST_PROPOSED)
    body = RegistrationProposal(
        **grounds.model_dump(), registration_id=registration_id, version=row["version"]
    )
    evidence = (f"{BY_ITSELF}{str(registration_id)[:8]}", *grounds.evidence)
    made = await proposals.propose(
        unit, REGISTER_ONLINE, body, maker, reason=grounds.reason, evidence=evidence
    )
    await store.put_to_checker(unit.connection, registration_id, made.id)
    return ProposalAnswer.of(made, REGISTER_ONLINE)


async def send_back(unit: Unit, registration_id: UUID, text: str) -> None:
    """Send it back in words; raises what `handlers.send_back` does."""
    row = await handlers.locked(unit, registration_id)
    await handlers.demand(unit, registration_id, row["version"])
    await handlers.send_back(unit, registration_id, text, _filled_in(unit.personal_data, row).name)


def _filled_in(data: PersonalData, row: RegistrationRow) -> RegistrationBody:
    return RegistrationBody.model_validate_json(handlers.content_of(data, row))


def _employer_of(
    data: PersonalData, row: RegistrationRow, body: RegistrationBody
) -> RegisterProposal:
    operator = OperatorBody(
        name=body.operator_name,
        id_type=body.operator_id_type,
        id_number=body.operator_id_number,
        phone=data.open(row["phone_sealed"], REGISTRATION_PHONE, row["id"]),
    )
    return RegisterProposal(
        **body.model_dump(include=SAME), operator=operator, reason=BY_ITSELF, evidence=[]
    )


async def _submitted(unit: Unit, body: RegistrationProposal) -> RegisterProposal:
    row = await handlers.demand(unit, body.registration_id, body.version)
    return _employer_of(unit.personal_data, row, _filled_in(unit.personal_data, row))


async def _examine(unit: Unit, body: RegistrationProposal, by: Principal) -> Facts:
    return await examine_registration(unit, await _submitted(unit, body), by)


async def _execute(unit: Unit, body: RegistrationProposal, _decision: Decision) -> Registered:
    company = await _submitted(unit, body)
    made = await register(unit, company)
    await handlers.agreed(unit, body.registration_id, company.name, made.employer_number)
    return made


REGISTER_ONLINE = Operation(
    "employer.register_online",
    "单位网上缴存登记",
    RegistrationProposal,
    _examine,
    _execute,
)
OPERATIONS = (REGISTER_ONLINE,)
