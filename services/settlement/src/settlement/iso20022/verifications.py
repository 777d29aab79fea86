"""Asking the bank whose card it is (acmt.023.001.02); its answer (acmt.024.001.02), read without trust."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from settlement.domain import CardCheckId, Counterparty
from settlement.iso20022.requests import (
    ACCOUNT,
    NAME_MAX_CHARACTERS,
    REQUEST_MAX_KEYS,
    Builder,
    Centre,
)
from settlement.iso20022.xml import BadMessage, Reader, is_writable, parse, read_key, write_key

ACMT_023 = "acmt.023.001.02"
ACMT_024 = "acmt.024.001.02"
NO_CODE = "NARR"
"""ISO 20022 external status reason: the bank refuses and gives no code that is one."""

_CODE = re.compile(r"[A-Z0-9]{4}")
_read = Reader(ACMT_024)


@dataclass(frozen=True)
class Verified:
    """What the bank says of one card: whether it is the holder's, and else why not."""

    matched: bool
    reason_code: str | None = None


def holder_flaw(counterparty: Counterparty) -> str | None:
    """Tell by which code the bank would refuse what no message can carry; None for what one can."""
    if ACCOUNT.fullmatch(counterparty.card_number) is None:
        return "AC01"
    if not is_writable(counterparty.holder_name, NAME_MAX_CHARACTERS):
        return "BE04"
    return None


def verification_request(
    message_id: UUID,
    asked: Sequence[tuple[CardCheckId, Counterparty]],
    centre: Centre,
    now: datetime,
) -> bytes:
    """Write an acmt.023 that asks of each card whether it is the holder's."""
    assert 0 < len(asked) <= REQUEST_MAX_KEYS
    build = Builder(ACMT_023)
    content = build.child(build.document(), "IdVrfctnReq")
    assignment = build.child(content, "Assgnmt")
    build.header(assignment, message_id, now)
    build.child(build.path(assignment, "Assgnr", "Pty"), "Nm", centre.name)
    build.agent(build.child(assignment, "Assgne"), "Agt")
    for check_id, counterparty in asked:
        one = build.child(content, "Vrfctn")
        build.child(one, "Id", write_key(check_id))
        about = build.child(one, "PtyAndAcctId")
        build.child(build.child(about, "Pty"), "Nm", counterparty.holder_name)
        build.child(build.path(about, "Acct", "Othr"), "Id", counterparty.card_number)
    return build.bytes(content)


def read_verifications(body: bytes, message_id: UUID) -> Mapping[UUID, Verified]:
    """Read the answer to one request; what is said twice of a card is left out. Raises `BadMessage`."""
    content = parse(body, ACMT_024)
    if _read.need(content, "OrgnlAssgnmt", "MsgId") != write_key(message_id):
        raise BadMessage("the answer is about another request")
    told: dict[UUID, Verified] = {}
    twice: set[UUID] = set()
    for report in content.iterfind(_read.name("Rpt")):
        key = read_key(_read.text(report, "OrgnlId"))
        if key is None:
            continue
        if key in told:
            twice.add(key)
        match _read.text(report, "Vrfctn"):
            case "true" | "1":
                told[key] = Verified(True)
            case "false" | "0":
                code = _read.text(report, "Rsn", "Cd")
                told[key] = Verified(False, code if _CODE.fullmatch(code) else NO_CODE)
    return {key: one for key, one in told.items() if key not in twice}
