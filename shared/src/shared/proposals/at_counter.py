"""What a maker enters for somebody who stands at the counter: their phone has said so, or is lost."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import BaseModel

from shared.http.confirmations import NEEDED
from shared.http.idempotency import IdempotentPost
from shared.http.problems import ProblemError
from shared.proposals.errors import Reason, Refused
from shared.proposals.shapes import Grounds


class ForSomebody(Grounds):
    """What is done for a person at the counter, who confirms it with a code."""

    unreachable: bool = False
    """The phone on file is lost or cannot be reached: no code, but documents (依据材料) are needed."""


class ConfirmedFor(BaseModel):
    """How the person has confirmed it; part of what is proposed."""

    confirmed_by: UUID | None = None
    """Whose phone has; None: nobody's, it cannot be reached."""


def in_words(proposed: ConfirmedFor) -> str:
    """For who decides."""
    if proposed.confirmed_by is not None:
        return "本人已凭预留手机验证码确认"
    return "预留手机不能接收验证码，凭书面材料办理"


def demand_their_code(post: IdempotentPost, body: ForSomebody, people: Sequence[UUID]) -> None:
    """Refuse what none of these people has confirmed; the problem says whose code is wanted.

    Where their phone cannot be reached documents must show it instead. Two people of the centre decide it
    in either case.
    """
    if body.unreachable:
        if not body.evidence:
            raise Refused(Reason.EVIDENCE_NEEDED)
    elif post.confirmed_by is None or post.confirmed_by not in people:
        person_id = str(people[0]) if people else None
        raise ProblemError(403, NEEDED, "须由本人用预留手机收到的验证码确认。", person_id=person_id)
