"""Deaths, who inherits, and what is paid to each, as staff enter and see them (R-WDR-45, 46)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from shared.base.cards import DebitCard
from shared.base.id_documents import IdDocument, IdType
from shared.base.identifiers import BankCard
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds
from withdrawals.estates import HEIRS_MOST, Basis, Claim, Death, Known, NewHeir
from withdrawals.shapes.citizens import ShortText

PARTS_MOST = 1_000_000


class Source(StrEnum):
    """What shows a death (死亡证明来源)."""

    REGISTER = "register"
    """公安或卫健部门登记的查询结果"""
    PAPER = "paper"
    """死亡证明、火化证明、法院宣告死亡判决书"""


class DeathBody(Grounds):
    """A death that is to be recorded; its evidence names the papers, or the register's answer."""

    person_id: UUID
    """Who died."""
    died_on: date
    """The day of death that the paper names."""
    source: Source
    """`register` (公安、卫健登记) or `paper` (死亡证明)."""

    def known(self) -> Known:
        """The same as parsed."""
        return Known(self.person_id, self.died_on, self.source.value)


class Revoked(Grounds):
    """A death that was recorded wrongly."""

    death_id: UUID


class HeirBody(Shape):
    """An heir, or somebody to whom it is bequeathed (继承人、受遗赠人)."""

    name: ShortText = Field(repr=False)
    """Whole name, as the papers and the card have it."""
    id_type: IdType = IdType.RESIDENT_ID
    """Identity document."""
    id_number: str = Field(max_length=40, repr=False)
    """Its number."""
    card_number: str | None = Field(None, max_length=40, repr=False)
    """A debit card in the heir's own name; none for who is missing: the share is held."""
    parts: int = Field(1, ge=1, le=PARTS_MOST)
    """Parts of the whole; all the same unless the papers say otherwise."""


class ClaimBody(Grounds):
    """Who inherits, by which papers; a share each, the last one takes what rounding leaves."""

    basis: Basis
    """`notary` (公证书), `court` (法院文书), `declaration` (小额遗产声明) or `nobody` (无人继承)."""
    heirs: list[HeirBody] = Field(default_factory=list, max_length=HEIRS_MOST)
    """In the order of the papers; empty where nobody inherits."""


class Claimed(ClaimBody):
    """A claim about the estate of somebody whose death is recorded."""

    death_id: UUID

    def claim(self) -> Claim:
        """The same as parsed; raises where a card or a document is none."""
        heirs = [
            NewHeir(
                one.name,
                IdDocument.parse(one.id_type, one.id_number),
                DebitCard.parse(one.card_number) if one.card_number else None,
                one.parts,
            )
            for one in self.heirs
        ]
        return Claim(self.death_id, self.basis, tuple(heirs))


class CardBody(Grounds):
    """A card to which a share is to be paid that is held, or came back."""

    card_number: str = Field(max_length=40, examples=["6222021612003456788"], repr=False)
    """A debit card in the heir's own name."""


class PaidAgain(CardBody):
    """The same with the payment that it stands for."""

    payment_id: UUID

    def card(self) -> BankCard:
        """The card as parsed; raises where it is none."""
        return DebitCard.parse(self.card_number)


class DeathAnswer(Shape):
    """A death that is recorded (死亡登记)."""

    id: UUID
    person_id: UUID
    died_on: date
    """The day of death."""
    source: str
    """`register` or `paper`."""
    evidence: list[str]
    """Numbers of the papers, or of the register's answer."""
    recorded_on: date
    """From this day on the account is sealed and nobody logs in."""
    revoked_at: datetime | None
    """When it was found to be wrong."""
    revoke_reason: str | None

    @classmethod
    def of(cls, death: Death) -> "DeathAnswer":
        """Show it."""
        return cls(
            id=death.id,
            person_id=death.person_id,
            died_on=death.died_on,
            source=death.source,
            evidence=list(death.evidence),
            recorded_on=death.recorded_on,
            revoked_at=death.revoked_at,
            revoke_reason=death.revoke_reason,
        )


class PaidAfterDeath(Shape):
    """A payment to somebody who was dead already: it is claimed back from the bank (追回)."""

    application_id: UUID
    """The application, and the key of the bank's order."""
    kind_text: str
    """The type, in Chinese."""
    amount_fen: int
    card_tail: str
    paid_on: date | None
    """None while it is with the bank."""
    state: str
    """`approved` (with the bank), `paid` (to be claimed back) or `returned` (it is back on the account)."""


class EstatePayment(Shape):
    """What is paid to one heir."""

    id: UUID
    heir: str
    """Name of the heir, masked."""
    purpose: str
    """`share`, `supplement` (of money that came later) or `again` (in the stead of one that failed)."""
    state: str
    """`requested`, `held`, `card_check`, `ordered`, `paid`, `returned`, `nothing` or `replaced`."""
    state_text: str
    """The same in Chinese."""
    fen: int | None
    """Its amount, in fen; none before it is set aside."""
    card_tail: str | None
    reason: str | None
    """Why it is held, or came back."""
    paid_on: date | None
    """The day on which the bank paid."""


class EstateAnswer(Shape):
    """What somebody left, and how far it is paid."""

    id: UUID
    basis: str
    """`notary`, `court`, `declaration` or `nobody`."""
    state: str
    """`requested`, `paying`, `paid`, `income` (the fund's) or `refused`."""
    set_aside_fen: int
    """Divided so far, with interest; what was set aside anew is not counted twice."""
    refusal_text: str | None
    """Why the last request was refused, in Chinese."""
    claimed_on: date
    """The day on which two people agreed to it."""
    payments: list[EstatePayment]
    """By heir, the first ones first."""


class DeathDetail(DeathAnswer):
    """A death with what was paid after it, and what is inherited."""

    paid_after_death: list[PaidAfterDeath]
    """To be claimed back from the bank; what came back is paid to the heirs by itself."""
    estates: list[EstateAnswer]
    """The one that stands, and those that were refused; the newest first."""


class DeathList(Shape):
    """Deaths, the newest first."""

    items: list[DeathAnswer]
