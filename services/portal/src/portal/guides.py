"""Guides as they are shown (办事指南): what holds today, what will, what did; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from shared.messages.published import GuideTold, GuideVersion

OWNERS = {"withdrawals": "提取", "loans": "贷款", "accounts": "缴存"}
"""Who tells guides, in the order in which they are shown, and what citizens call the business."""


@dataclass(frozen=True)
class Shown:
    """A guide on a day."""

    owner: str
    guide: GuideTold
    now: GuideVersion | None
    """What holds on the day; None where it begins later."""
    coming: tuple[GuideVersion, ...]
    """What will hold, next first."""
    former: tuple[GuideVersion, ...]
    """What did hold, last first."""

    @property
    def address(self) -> str:
        """Where it is shown."""
        return f"/guides/{self.owner}/{self.guide.code}"

    @property
    def text(self) -> str:
        """What it says today, for search."""
        if self.now is None:
            return self.guide.lead
        said = (sentence for passage in self.now.passages for sentence in passage.sentences)
        return f"{self.guide.lead}{''.join(said)}"


def shown(owner: str, guide: GuideTold, today: date) -> Shown:
    """Divide a guide's versions by a day."""
    ordered = sorted(guide.versions, key=lambda version: version.effective_from)
    begun = [version for version in ordered if version.effective_from <= today]
    coming = tuple(version for version in ordered if version.effective_from > today)
    return Shown(owner, guide, begun[-1] if begun else None, coming, tuple(reversed(begun[:-1])))


def by_owner(found: Iterable[tuple[str, GuideTold]], today: date) -> list[tuple[str, list[Shown]]]:
    """Group guides by the business, those of unknown owners left out."""
    known = [shown(owner, guide, today) for owner, guide in found]
    groups = (
        (text, [one for one in known if one.owner == owner]) for owner, text in OWNERS.items()
    )
    return [(text, group) for text, group in groups if group]
