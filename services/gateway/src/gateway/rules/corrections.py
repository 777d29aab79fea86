"""When a name or an ID number is taken on the word of the register of identities (R-INF-2). Pure.

| state | what comes | becomes |
|---|---|---|
| asking | the register agrees, and it is the same human | taken |
| asking | the register does not agree | refused |
| asking | the register does not know, or cannot tell that it is the same human | referred |
| asking | no answer for `correction_patience_seconds` | referred |
| referred | two people of the centre, on evidence | taken |
| referred | nobody for `correction_referred_days` | expired |
| asking, referred | asked for anew, or another one made at the counter | withdrawn |

An employer only proposes: its proposal ends by the same words, and never what the person has asked for.
"""

from dataclasses import dataclass
from enum import StrEnum

from shared.base.id_documents import IdDocument, IdType

SLIP_CHARACTERS_MAX = 4
"""In which two numbers may differ of which one was typed for the other: some digits, the check character."""


class State(StrEnum):
    """How a correction stands (更正状态)."""

    ASKING = "asking"
    """Waits for the register."""
    REFERRED = "referred"
    """Waits for two people of the centre."""
    TAKEN = "taken"
    REFUSED = "refused"
    EXPIRED = "expired"
    """Referred, and nobody came with evidence."""
    WITHDRAWN = "withdrawn"
    """Another one was asked for, or made."""


OPEN = (State.ASKING, State.REFERRED)


class Ground(StrEnum):
    """Why a correction is not taken, or not by itself."""

    NO_MATCH = "no-match"
    """The register has another name for that number."""
    PRESENT_IS_VALID = "present-is-valid"
    """The register has what is on file as a person's valid name and number: the wanted ones are another's."""
    NUMBER_TAKEN = "number-taken"
    """Somebody else here has the number: two accounts of one person are merged (R-ACC-8)."""
    UNKNOWN = "unknown"
    """The register does not know the number."""
    NOT_TOLD_SAME = "not-told-same"
    """The wanted ones are right, and nothing says that they are this person's."""
    NO_ANSWER = "no-answer"
    """The register did not answer in time."""
    ALREADY_SO = "already-so"
    """It is on file so by now."""
    OWN_GOES_FIRST = "own-goes-first"
    """The person asks for a correction, too: an employer's proposal does not end that."""
    ONLY_AT_COUNTER = "only-at-counter"
    """Of the login only the hash of the number was kept, or a death is recorded."""


GROUND_TEXTS = {
    Ground.NO_MATCH: "公安登记的姓名与该证件号码不一致，请核对后重新提交",
    Ground.PRESENT_IS_VALID: "经核验，现登记的姓名和证件号码真实有效，填报的姓名和证件号码属于他人",
    Ground.NUMBER_TAKEN: "该证件号码已有公积金账户，请本人带身份证件到柜台办理账户合并",
    Ground.UNKNOWN: "登记系统中没有该证件号码，请本人带身份证件和证明材料到柜台办理",
    Ground.NOT_TOLD_SAME: "核验不能确认变更前后为同一人，请本人带身份证件和证明材料到柜台办理",
    Ground.NO_ANSWER: "登记系统长时间没有答复，请本人带身份证件和证明材料到柜台办理",
    Ground.ALREADY_SO: "现登记的姓名和证件号码已经如此",
    Ground.OWN_GOES_FIRST: "本人提交的更正正在办理，以本人提交的为准",
    Ground.ONLY_AT_COUNTER: "该登记不能在网上更正，请本人带身份证件和证明材料到柜台办理",
}


class Belongs(StrEnum):
    """Whether the register has a name for a number."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Present(StrEnum):
    """What the name and number on file are to whom the register has for the wanted ones."""

    SAME = "same"
    """Theirs, now or before: the wanted ones succeed them."""
    OTHER = "other"
    """Valid ones of another number."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Told:
    """What the register of identities said of a wanted name and number, and of those on file."""

    belongs: Belongs
    present: Present = Present.UNKNOWN


@dataclass(frozen=True, repr=False)
class Person:
    """A name and an identity document."""

    name: str
    document: IdDocument


@dataclass(frozen=True)
class Verdict:
    """What follows of the register's word."""

    state: State
    ground: Ground | None = None


def judge(present: Person, wanted: Person, told: Told, *, own_word: bool = True) -> Verdict:
    """Decide by the register's word: it must have the wanted pair, and it must be the same human's.

    That a number was a slip of the pen is believed on the person's own word, not on an employer's.
    """
    if told.belongs is Belongs.NO:
        return Verdict(State.REFUSED, Ground.NO_MATCH)
    if told.belongs is Belongs.UNKNOWN:
        return Verdict(State.REFERRED, Ground.UNKNOWN)
    if present.document.lookup_key == wanted.document.lookup_key or told.present is Present.SAME:
        return Verdict(State.TAKEN)
    if told.present is Present.OTHER:
        return Verdict(State.REFUSED, Ground.PRESENT_IS_VALID)
    if own_word and is_slip(present, wanted):
        return Verdict(State.TAKEN)
    return Verdict(State.REFERRED, Ground.NOT_TOLD_SAME)


def is_slip(present: Person, wanted: Person) -> bool:
    """Whether one resident number was typed for the other: same name, and few characters differ."""
    before, after = present.document, wanted.document
    if {before.kind, after.kind} != {IdType.RESIDENT_ID} or present.name != wanted.name:
        return False
    differing = sum(one != other for one, other in zip(before.value, after.value, strict=True))
    return differing <= SLIP_CHARACTERS_MAX


def pause_seconds(tries: int, longest: float) -> float:
    """How long after so many questions without an answer the next one is put: 2, 4, 8 … seconds."""
    return min(2.0 ** min(tries, 30), longest)
