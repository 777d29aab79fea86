"""What a person sees about being forgotten (个人信息保护法 art. 47): what goes, what stays until when."""

from datetime import date, datetime
from typing import Self

import asyncpg
from pydantic import Field

from accounts.rules import erasure as rules
from accounts.rules.erasure import ErasureState, Loans, Standing
from shared.base.shape import Shape


class KeptByLaw(Shape):
    """What is not erased, by which law and for how long."""

    what: str = Field(examples=["姓名、证件号码"])
    law: str = Field(examples=["《会计档案管理办法》第十四条"])
    until: date | None
    """The first day on which it is not kept any more; None: each row by its own date, or not known yet."""
    term: str = Field(examples=["销户和贷款结清后30年，之后去除姓名和证件号码"])


class Erasing(Shape):
    """How a person's request stands, and what would come of it."""

    state: ErasureState | None
    """None of whom nothing was asked."""
    state_text: str
    asked_at: datetime | None
    ended_at: datetime | None
    why_text: str
    """Why the last request was refused, in one Chinese clause."""
    possible: bool
    """Whether accounts has nothing against it now; loans is asked as it begins."""
    against_text: str
    """What accounts has against it, in one Chinese clause."""
    goes: list[str]
    """What goes at once."""
    stays: list[KeptByLaw]

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
