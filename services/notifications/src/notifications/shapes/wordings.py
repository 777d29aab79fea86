"""What goes in and out over HTTP about what texts say: what is in force, a draft, how it reads."""

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from shared.base.shape import Shape
from shared.proposals.shapes import Grounds


class WordingFact(Shape):
    """A fact that a text tells (要素); it stands in its wording in braces."""

    name: str = Field(examples=["amount"])
    """Its name in braces."""
    title: str = Field(examples=["金额（元）"])
    """What it is, in Chinese."""
    example: str = Field(examples=["23,426.02"])
    """How it reads, invented."""


class WordingLater(Shape):
    """What a text will say."""

    effective_from: date
    """First day on which it says so."""
    wording: str | None
    """Null: as the release ships it."""
    document_number: str
    """The document that says so."""


class WordingShown(Shape):
    """A text that 12329 sends (短信文字)."""

    template: str = Field(examples=["withdrawal_paid"])
    """Its name."""
    title: str = Field(examples=["提取到账"])
    """What it is about, in Chinese."""
    topic_text: str = Field(examples=["提取"])
    """To which messages it belongs."""
    mandatory: bool
    """Whether it goes out though somebody switched texts off (R-CRT-4)."""
    wording: str
    """What it says today; facts in braces."""
    shipped: str
    """What the release ships."""
    effective_from: date | None
    """Since when it says so by a decision of two people; null: it is the release's."""
    document_number: str | None
    """The document that says so."""
    unfit: bool
    """What two people decided names other facts than this release tells: the release's holds."""
    facts: list[WordingFact]
    """What it tells, all of which every wording must."""
    example: str
    """How it reads with invented facts, signed."""
    characters: int
    """Of the example, in UTF-16 units as UCS-2 counts them."""
    segments: int
    """How many short messages the example takes."""
    later: list[WordingLater]
    """What it will say."""


class WordingList(Shape):
    """Every text."""

    items: list[WordingShown]


class WordingDraft(Shape):
    """Another wording of a text from a day on (文字草案)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    template: str = Field(max_length=60, examples=["withdrawal_paid"])
    """Of which text."""
    effective_from: date
    """From tomorrow on."""
    wording: (
        Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
        | None
    )
    """What it is to say, without the signature; null: as the release ships it."""
    document_number: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)
    ]
    """The document that says so."""


class WordingProposed(Grounds, WordingDraft):
    """A draft that another person is to decide, and why."""


class WordingDecided(Shape):
    """A wording that two people have put in force."""

    template: str
    """Of which text."""
    effective_from: date
    """First day on which it says so."""


class WordingPreview(Shape):
    """How a draft reads (差异和试算)."""

    template: str
    """Of which text."""
    title: str
    """What that is about, in Chinese."""
    effective_from: date
    """First day on which it would say so."""
    document_number: str
    """The document that says so."""
    before: str
    """What it says on that day without the draft."""
    after: str
    """What it would say."""
    before_example: str
    """The same with invented facts, signed."""
    after_example: str
    """How the draft reads with the same facts."""
    before_characters: int
    """Of the example, in UTF-16 units."""
    after_characters: int
    """Of the draft's."""
    before_segments: int
    """How many short messages the example takes."""
    after_segments: int
    """How many it would take."""
    tried: int
    """On how many of the newest real texts it was tried; none of them is shown."""
    tried_before_segments: int
    """How many short messages those took together."""
    tried_after_segments: int
    """How many they would have taken."""
    tried_most_segments: int
    """How many the longest of them would have taken."""
