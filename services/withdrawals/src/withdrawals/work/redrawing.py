"""Has papers of applicants redrawn (`shared.base.redrawing`), and counts what became of them."""

from shared.base import redrawing
from shared.base.redrawing import Flaw, NotRedrawn
from withdrawals.errors import Reason, Refused
from withdrawals.metrics import PAPERS

WHY = {
    Flaw.DAMAGED: Reason.PAPER_DAMAGED,
    Flaw.LOCKED: Reason.PAPER_LOCKED,
    Flaw.TOO_LARGE: Reason.PAPER_TOO_LARGE,
    Flaw.TOO_MANY_PAGES: Reason.PAPER_TOO_LONG,
    Flaw.BUSY: Reason.PAPERS_BUSY,
}


class Redrawing(redrawing.Redrawing):
    """The workers of one process of the service: at most so many at a time."""

    async def redraw(self, data: bytes, media_type: str) -> bytes:
        """Return a PDF of nothing but pictures; raises `Refused` where it cannot be read in time."""
        try:
            made = await super().redraw(data, media_type)
        except NotRedrawn as error:
            reason = WHY[error.flaw]
            if error.flaw is not Flaw.BUSY:
                PAPERS.labels(str(reason)).inc()
            raise Refused(reason) from error
        PAPERS.labels("redrawn").inc()
        return made
