"""Cards that a person keeps to be paid to (收款银行卡, R-CRT-4), as their owner sees them."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import Field

from shared.base.shape import Shape
from withdrawals.refusals import card_refused_text
from withdrawals.shapes.citizens import Body
from withdrawals.store.cards import Card, CardState

STATE_TEXTS = {
    CardState.NAMING: "正在核验",
    CardState.ASKED: "正在核验",
    CardState.VERIFIED: "已核验",
    CardState.REFUSED: "核验未通过",
    CardState.UNANSWERED: "银行暂未核验，首次使用时再次核验",
}


class NewKeptCard(Body):
    """A card to keep."""

    card_number: str = Field(max_length=40, examples=["6222021612003456788"], repr=False)
    """A debit card in the own name (R-WDR-3); Luhn over 16 to 19 digits (R-CHK-2)."""


class KeptCard(Shape):
    """A kept card, its number masked."""

    id: UUID
    card_tail: str
    """Last four digits of the card."""
    state: str
    """`checking`, `verified`, `refused` or `unanswered`."""
    state_text: str
    verified_on: date | None
    """When the bank last said that it is the person's; none where it has not."""
    reason: str | None
    """Why the bank says that it is not, in Chinese."""

    @classmethod
    def of(cls, card: Card) -> Self:
        """Show a card."""
        checking = card.state in (CardState.NAMING, CardState.ASKED)
        refused = card.state is CardState.REFUSED
        return cls(
            id=card.id,
            card_tail=card.card_tail,
            state="checking" if checking else card.state.value,
            state_text=STATE_TEXTS[card.state],
            verified_on=card.verified_on,
            reason=card_refused_text(card.refusal_code or "") if refused else None,
        )


class KeptCards(Shape):
    """The cards that a person keeps, the oldest first."""

    items: list[KeptCard]
    """The cards."""
