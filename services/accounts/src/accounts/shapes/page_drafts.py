"""What goes in and out about what an operator has filled in and not submitted yet."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from accounts.sealed import PAGE_DRAFT
from accounts.shapes.fields import Body
from accounts.store.rows import PageDraftRow
from shared.base.shape import Shape
from shared.sealing.personal_data import PersonalData

MAX_CHARACTERS = 40_000
"""A thousand changes; as a body never more than what any request may have."""
Content = Annotated[str, Field(min_length=2, max_length=MAX_CHARACTERS)]


class DraftBody(Body):
    """What is filled in now, and from what it was made."""

    version: int = Field(ge=0)
    """Version of the draft that was read before; 0 where there was none."""
    content: Content | None = Field(repr=False)
    """What is filled in, as the page writes it (JSON); none ends the draft."""


class PageDraft(Shape):
    """What is filled in of a page, by whom."""

    version: int
    """Counts up with each change; 0 where there was never a draft."""
    content: str | None
    """What is filled in, as the page writes it; none where there is no draft."""
    saved_by: str | None
    """Who changed it last, masked."""
    saved_at: datetime | None
    """When it was changed last."""

    @classmethod
    def of(cls, row: PageDraftRow | None, data: PersonalData) -> Self:
        """Show a row."""
        if row is None:
            return cls(version=0, content=None, saved_by=None, saved_at=None)
        sealed = row["content_sealed"]
        place = (row["employer_number"], row["page"])
        return cls(
            version=row["version"],
            content=None if sealed is None else data.open(sealed, PAGE_DRAFT, *place),
            saved_by=row["saved_name"],
            saved_at=row["saved_at"],
        )
