"""The events about consents to look-ups, one function each; pure (R-WDR-20)."""

from datetime import date
from uuid import UUID

from shared.messages.consents import ConsentNews, LookUpConsentTold, PersonSought


def sought(inquiry_id: UUID, id_number: str, today: date) -> PersonSought:
    """Whose number is it? In clear here; accounts alone can read it on its way."""
    return PersonSought(inquiry_id=inquiry_id, id_number=id_number, sought_on=today)


def told(telling_id: UUID, person_id: UUID, what: ConsentNews, today: date) -> LookUpConsentTold:
    """Tell somebody what became of a consent."""
    return LookUpConsentTold(telling_id=telling_id, person_id=person_id, what=what, told_on=today)


def given(telling_id: UUID, person_id: UUID, ends_on: date, today: date) -> LookUpConsentTold:
    """Tell its giver until when it holds."""
    event = told(telling_id, person_id, ConsentNews.GIVEN, today)
    return event.model_copy(update={"ends_on": ends_on})


def invited(telling_id: UUID, person_id: UUID, applicant: str, today: date) -> LookUpConsentTold:
    """Tell a spouse that an application waits; of the applicant the first character of the name."""
    event = told(telling_id, person_id, ConsentNews.INVITED, today)
    return event.model_copy(update={"applicant": applicant})
