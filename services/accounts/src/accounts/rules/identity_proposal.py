"""How an employer's proposal of another name or ID number stands (R-INF-2); the gateway decides.

| state | what comes | becomes |
|---|---|---|
| asked | the register cannot decide | referred |
| asked, referred | the register's yes | taken |
| asked, referred | its no; nobody at the counter in time; another correction | refused; expired; withdrawn |
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

PROPOSALS_PER_DAY = 3
"""Of one account: the register is no means to try out names and numbers."""


class ProposalState(StrEnum):
    """The life of a proposal (单位提交的信息更正)."""

    ASKED = "asked"
    """The register of identities is asked."""
    REFERRED = "referred"
    """The person goes to the counter, where two people of the centre decide."""
    TAKEN = "taken"
    REFUSED = "refused"
    EXPIRED = "expired"
    """Referred, and nobody came."""
    WITHDRAWN = "withdrawn"
    """Another correction of the same person was asked for, or made."""

    @property
    def text(self) -> str:
        """For pages."""
        return _TEXTS[self]


_TEXTS = {
    ProposalState.ASKED: "正在核验",
    ProposalState.REFERRED: "待本人到柜台核实",
    ProposalState.TAKEN: "已更正",
    ProposalState.REFUSED: "未予更正",
    ProposalState.EXPIRED: "逾期未办",
    ProposalState.WITHDRAWN: "已由其他更正代替",
}


@dataclass(frozen=True)
class NewProposal:
    """A proposal; what is wanted goes to the gateway and stays there."""

    id: UUID
    account_number: str
    person_id: UUID
    employer_number: str
    evidence: tuple[str, ...]
    asked_by: str
    asked_at: datetime
