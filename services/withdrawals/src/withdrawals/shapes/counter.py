"""What staff take at the counter for somebody (柜台受理)."""

from uuid import UUID

from pydantic import Field

from shared.base.cards import DebitCard
from shared.base.id_documents import IdDocument, IdType
from shared.proposals.at_counter import ConfirmedFor, ForSomebody
from withdrawals.domain import Acting, Agent, Taken
from withdrawals.shapes.citizens import ShortText


class CounterApplication(ForSomebody):
    """An application by the holder, a guardian or an authorised person; the card is the holder's own."""

    person_id: UUID
    """The holder of the account."""
    kind: str = Field(max_length=50, examples=["unable_to_work"])
    """The type (提取类型), as a stable code; under the book of 2019 also those of the counter (R-WDR-18)."""
    card_number: str = Field(max_length=40, examples=["6222021612003456788"], repr=False)
    """A debit card in the holder's own name (R-WDR-3)."""
    acting: Acting
    """`self` (本人), `guardian` (监护人) or `authorised` (受托人)."""
    agent_name: ShortText | None = Field(None, repr=False)
    """Name of who acts for the holder; none for the holder."""
    agent_id_type: IdType = IdType.RESIDENT_ID
    """Identity document of who acts."""
    agent_id_number: str | None = Field(None, max_length=40, repr=False)
    """Its number; none for the holder."""
    loan_contract_number: str | None = Field(None, max_length=30)
    """Only where several paid-off loans could be meant."""
    subject: str | None = Field(None, max_length=60)
    """Which lease, flat or loan is meant, where there are several."""
    amount_fen: int | None = Field(None, gt=0)
    """Less than could be taken, where that is wanted (R-WDR-19)."""

    def taken(self) -> Taken:
        """The same as parsed; raises where card or document is none."""
        agent = None
        if self.agent_name and self.agent_id_number:
            document = IdDocument.parse(self.agent_id_type, self.agent_id_number)
            agent = Agent(self.agent_name, document)
        return Taken(
            person_id=self.person_id,
            kind=self.kind,
            card=DebitCard.parse(self.card_number),
            acting=self.acting,
            agent=agent,
            loan_contract_number=self.loan_contract_number,
            subject=self.subject,
            wanted_fen=self.amount_fen,
        )


class CounterTaken(CounterApplication, ConfirmedFor):
    """The same, and how the holder has confirmed it."""
