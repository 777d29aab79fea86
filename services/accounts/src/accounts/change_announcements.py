"""What accounts tells of changes of people, accounts and operators that somebody asked for; pure."""

from datetime import date

from accounts.domain import Month, Row
from accounts.rules.transfer import NewTransfer
from accounts.sealed import OPERATOR_PHONE
from shared.messages.changes import EmployerAsked, IndividualAccountTransferred, TransferAsked
from shared.messages.employers import EmployerRequest
from shared.sealing.personal_data import PersonalData


def operator_asked(
    row: Row, what: EmployerRequest, due_on: date, data: PersonalData
) -> EmployerAsked:
    """Somebody waits for an employer: a person to be sealed, or another employer to be given an account."""
    return EmployerAsked(
        employer_number=row["number"],
        name=row["name"],
        phone=data.open(row["operator_phone_sealed"], OPERATOR_PHONE, row["social_credit_code"]),
        kind=what,
        due_on=due_on,
    )


def transfer_asked(new: NewTransfer, to_name: str) -> TransferAsked:
    """Another employer wants to go on with somebody's account; only the person can agree."""
    return TransferAsked(
        transfer_id=new.id,
        account_number=new.account_number,
        person_id=new.person_id,
        to_employer_name=to_name,
        consent_by=new.consent_by,
    )


def account_transferred(row: Row, month: Month) -> IndividualAccountTransferred:
    """An account belongs to another employer, with its number, history and balance."""
    return IndividualAccountTransferred(
        account_number=row["account_number"],
        person_id=row["person_id"],
        from_employer=row["from_employer"],
        to_employer=row["to_employer"],
        to_employer_name=row["to_name"],
        effective_month=str(month),
    )
