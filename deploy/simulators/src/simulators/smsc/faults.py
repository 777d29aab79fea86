"""What the SMSC and the gateway can be told to do wrong; beside each fault stands what SMPP calls it."""

from dataclasses import dataclass

from pydantic import Field

from simulators.faults import Levers, Times


class Faults(Levers):
    """Each number says how many of the next occasions go wrong (-1: all)."""

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
    garbage: int = Times
    """Not accepted; what comes instead of an answer is no frame."""
    lose: int = Times
    """Accepted and answered, then forgotten: no handset, no receipt, unknown to query_sm."""
    undeliverable: int = Times
    """Accepted; the handset never takes it; the receipt says UNDELIV."""
    no_receipt: int = Times
    """The handset gets it; the receipt is lost; query_sm knows."""
    query_fails: int = Times
    """query_sm is answered ESME_RQUERYFAIL, whatever became of the message."""
    decimal_receipts: bool = False
    """Receipts write in decimals, without zeros, the id that the acceptance wrote in hexadecimals."""
    unmarked_receipts: bool = False
    """Receipts are receipts by their words alone: no esm_class, no parameters."""
    plain_receipts: bool = False
    """Receipts do not repeat the sender's user_message_reference, as of many an SMSC."""
    deaf: bool = False
    """Nothing that arrives is read, not even enquire_link; the connection stays open."""
    delay_seconds: float = Field(default=0.0, ge=0.0)
    """Before each answer to submit_sm."""
    only_phone: str | None = None
    """Other phones are served well."""
    only_carrier: str | None = None
    """`smpp` or `cmpp`: who comes by the other is served well."""

    def strike(self, name: str, phone: str | None = None, carrier: str | None = None) -> bool:
        """Use up one occasion of a fault; False when all goes well."""
        if self.only_carrier and carrier is not None and carrier != self.only_carrier:
            return False
        if self.only_phone and phone is not None and phone != self.only_phone:
            return False
        return self.use_up(name)


@dataclass(frozen=True)
class Treatment:
    """What happens to one submit_sm."""

    status: int = 0
    accepted: bool = True
    answers: int = 1
    disconnect: bool = False
    garbage: bool = False
    fate: str = "deliver"
    """`deliver`, `lose`, `undeliverable` or `no_receipt`."""
