"""What a person sees about being forgotten (个人信息保护法 art. 47): what goes, what stays until when."""

from datetime import date, datetime
from typing import Self

import asyncpg

from accounts.rules import erasure as rules
from accounts.rules.erasure import ErasureState, Loans, Standing
from shared.base.shape import Shape


class KeptByLaw(Shape):
    """What is not erased, by which law and for how long."""

    what: str
    """What it is, in Chinese."""
    law: str
    """Law and article, in Chinese."""
    until: date | None
    """The first day on which it is not kept any more; None: each row by its own date, or not known yet."""
    term: str
    """For how long, and what becomes of it then, in Chinese."""


class Erasing(Shape):
    """How a person's request stands, and what would come of it."""

    state: ErasureState | None
    """None of whom nothing was asked."""
    state_text: str
    """The same in Chinese."""
    asked_at: datetime | None
    """When it was asked last."""
    ended_at: datetime | None
    """When that was done or refused."""
    why_text: str
    """Why the last request was refused, in one Chinese clause."""
    possible: bool
    """Whether accounts has nothing against it now; loans is asked as it begins."""
    against_text: str
    """What accounts has against it, in one Chinese clause."""
    goes: list[str]
    """What goes at once."""
    stays: list[KeptByLaw]
    """What the law keeps."""

    @classmethod
    def of(cls, standing: Standing, last: asyncpg.Record | None, today: date) -> Self:
        """Show it."""
        why_not = rules.against(standing, Loans(), today, whole=False)
        state = ErasureState(last["state"]) if last else None
        if state is ErasureState.ASKED:
            why_not = "正在核查，请稍候"
        return cls(
            state=state,
            state_text=state.text if state else "",
            asked_at=last["asked_at"] if last else None,
            ended_at=last["ended_at"] if last else None,
            why_text=last["why"] if last else "",
            possible=not why_not,
            against_text=why_not,
            goes=list(rules.GOES),
            stays=[
                KeptByLaw(what=one.what, law=one.law, until=one.until, term=one.term)
                for one in rules.stays(standing.closed_on if not standing.open else None)
            ],
        )
