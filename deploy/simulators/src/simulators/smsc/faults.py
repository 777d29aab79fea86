"""What the SMSC can be told to do wrong."""

import random
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

ALWAYS = -1
Times = Field(
    default=0, ge=ALWAYS, description="the next N times; 0 never, -1 until told otherwise"
)


class Faults(BaseModel):
    """Each number says how many of the next occasions go wrong (-1: all)."""

    model_config = ConfigDict(extra="forbid")

    refuse_binds: int = Times
    throttle: int = Times
    """ESME_RTHROTTLED, nothing accepted."""
    queue_full: int = Times
    """ESME_RMSGQFUL, nothing accepted."""
    reject: int = Times
    """ESME_RINVDSTADR: refused for good."""
    swallow: int = Times
    """Taken off the wire, not accepted, not answered."""
    drop_answer: int = Times
    """Accepted and delivered, not answered."""
    answer_twice: int = Times
    disconnect: int = Times
    """The connection breaks before anything is accepted."""
    disconnect_after_accepting: int = Times
    """The connection breaks between acceptance and answer."""
    lose: int = Times
    """Accepted and answered, then forgotten: no handset, no receipt, unknown to query_sm."""
    undeliverable: int = Times
    """Accepted; the handset never takes it; the receipt says UNDELIV."""
    no_receipt: int = Times
    """The handset gets it; the receipt is lost; query_sm knows."""
    deaf: bool = False
    """Nothing that arrives is read, not even enquire_link; the connection stays open."""
    delay_seconds: float = Field(default=0.0, ge=0.0)
    """Before each answer to submit_sm."""
    probability: float = Field(default=1.0, ge=0.0, le=1.0)
    only_phone: str | None = None
    """Other phones are served well."""

    def strike(self, name: str, phone: str | None = None) -> bool:
        """Use up one occasion of a fault; False when all goes well."""
        left: int = getattr(self, name)
        if left == 0 or (self.only_phone and phone is not None and phone != self.only_phone):
            return False
        if self.probability < 1.0 and random.random() >= self.probability:  # noqa: S311
            return False
        if left > 0:
            setattr(self, name, left - 1)
        return True


@dataclass(frozen=True)
class Treatment:
    """What happens to one submit_sm."""

    status: int = 0
    accepted: bool = True
    answers: int = 1
    disconnect: bool = False
    fate: str = "deliver"
    """`deliver`, `lose`, `undeliverable` or `no_receipt`."""
