"""A conversation with a caller whose keys are known beforehand: what is texted, what is reported lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from hotline.domain import AccountFacts, Ending
from hotline.handlers.texts import Wanted
from hotline.rules.phrases import PROMPTS, Phrase
from hotline.store.calls import Call
from hotline.work.conversation import Conversation
from hotline.work.queue import Spoken
from hotline.work.services import NotAvailable, NotProved, Proved, Services

PERSON = UUID(int=1)
ID_NUMBER = "371402199001010018"
CODE = "493021"
PASSWORD = "730518"


class HungUp(Exception):
    """The caller has no more keys."""


@dataclass
class Ears:
    """Somebody who presses these keys, whatever is said."""

    keys: list[str]
    told: list[str] = field(default_factory=list)

    async def tell(self, prompts: Sequence[str]) -> None:
        self.told += prompts

    async def ask(self, prompts: Sequence[str], _seconds: float) -> str | None:
        self.told += prompts
        if not self.keys:
            raise HungUp
        return self.keys.pop(0)

    async def ask_keys(self, prompts: Sequence[str], _most: int, seconds: float) -> str | None:
        return await self.ask(prompts, seconds)


@dataclass
class Books:
    """Books that are there, or away."""

    away: bool = False
    texted: list[Wanted] = field(default_factory=list)

    async def keep(self, call: Call) -> None:
        assert call.ended_at is None

    async def text(self, _call: Call, person_id: UUID, wanted: Wanted) -> bool:
        assert person_id == PERSON
        if not self.away:
            self.texted.append(wanted)
        return not self.away


@dataclass
class Office:
    """The other services, as the caller needs them."""

    away: bool = False
    lost: list[Proved] = field(default_factory=list)

    async def send_code(self, id_number: str) -> str:
        assert id_number == ID_NUMBER
        return "challenge"

    async def enter_code(self, challenge_id: str, code: str) -> Proved:
        if (challenge_id, code) != ("challenge", CODE):
            raise NotProved
        return Proved(PERSON, "token")

    async def enter_password(self, id_number: str, password: str) -> Proved:
        if (id_number, password) != (ID_NUMBER, PASSWORD):
            raise NotProved
        return Proved(PERSON, "reading token")

    async def account(self, _caller: Proved) -> AccountFacts:
        return AccountFacts(2_342_000, 0)

    async def report_lost_phone(self, caller: Proved) -> None:
        if self.away:
            raise NotAvailable("withdrawals")
        self.lost.append(caller)

    async def log_out(self, _caller: Proved) -> None: ...


@dataclass
class Agents:
    """Agents who are on duty or not, and what becomes of whoever wants one."""

    speaks: Spoken | None = None
    asked_for: int = 0

    @property
    def on_duty(self) -> bool:
        return self.speaks is not None

    async def speak(self, _call: Call) -> Spoken:
        assert self.speaks is not None
        self.asked_for += 1
        return self.speaks


async def spoken(
    keys: Sequence[str],
    office: Office | None = None,
    books: Books | None = None,
    agents: Agents | None = None,
) -> tuple[list[str], Call, Ending | None]:
    """What a caller who presses these keys hears."""
    call = Call(UUID(int=7), "here", datetime(2026, 11, 2, tzinfo=UTC), "sealed", "hash")
    ears = Ears(list(keys))
    services: Any = cast(Services, office or Office())
    try:
        menu = Conversation(call, ears, services, books or Books(), agents or Agents())
        ending = await menu.run()
    except HungUp:
        ending = None
    assert set(ears.told) <= set(PROMPTS)
    return ears.told, call, ending


async def test_an_answer_is_texted_once_however_often_the_key_is_pressed() -> None:
    books = Books()
    told, _, _ = await spoken(["1", "1", ID_NUMBER, "", CODE, "1", "1", "1"], books=books)
    assert [one.text for one in books.texted] == ["住房公积金账户余额23,420.00元"]
    assert told.count(Phrase.TEXT_SENT) == 1
    assert told.count(Phrase.TEXT_SENT_ALREADY) == 2


async def test_of_one_call_five_answers_are_texted_and_no_more() -> None:
    books = Books()
    again = ["*", "1", "1", "1"]
    told, _, _ = await spoken(["1", "1", ID_NUMBER, "", CODE, "1", *again * 6], books=books)
    assert len(books.texted) == len({one.answer_id for one in books.texted}) == 5
    assert told.count(Phrase.TEXT_NOTHING) == 2


async def test_nobody_is_promised_a_text_that_could_not_be_written_down() -> None:
    told, _, _ = await spoken(["1", "1", ID_NUMBER, "", CODE, "1"], books=Books(away=True))
    assert Phrase.TEXT_SENT not in told
    assert Phrase.NOT_AVAILABLE in told


async def test_a_lost_phone_is_reported_by_who_has_proved_it_and_said_yes() -> None:
    office = Office()
    told, call, _ = await spoken(["5", ID_NUMBER, "", CODE, "1"], office)
    assert office.lost == [Proved(PERSON, "token")]
    assert Phrase.LOST_DONE in told
    assert call.asked == ["lost_phone"]


async def test_who_does_not_say_yes_has_reported_nothing() -> None:
    office = Office()
    told, _, _ = await spoken(["5", ID_NUMBER, "", CODE, "*"], office)
    assert office.lost == []
    assert Phrase.LOST_DONE not in told


async def test_who_cannot_prove_it_or_is_not_served_gets_an_agent() -> None:
    unproved = await spoken(["5", "1", "1", "1", "1"])
    assert (unproved[2], Phrase.LOST_DONE in unproved[0]) == (Ending.CALL_BACK, False)
    told, _, ending = await spoken(["5", ID_NUMBER, "", CODE, "1", "1"], Office(away=True))
    assert (ending, Phrase.LOST_NOT_DONE in told) == (Ending.CALL_BACK, True)


async def test_a_query_password_proves_it_without_the_phone() -> None:
    office = Office()
    told, call, _ = await spoken(["5", ID_NUMBER, PASSWORD, "1"], office)
    assert office.lost == [Proved(PERSON, "reading token")]
    assert (call.proved_by, Phrase.ASK_CODE in told) == ("password", False)
    _, call, ending = await spoken(["5", *[ID_NUMBER, "111222"] * 3, "1"])
    assert (call.proved_by, ending) == (None, Ending.CALL_BACK)


async def test_whoever_wants_an_agent_may_prove_first_who_it_is_and_need_not() -> None:
    agents = Agents(Spoken.SERVED)
    told, call, ending = await spoken(["0", "1", ID_NUMBER, PASSWORD], agents=agents)
    assert (call.person_id, ending, agents.asked_for) == (PERSON, Ending.AGENT, 1)
    told, call, ending = await spoken(["0", "2"], agents=agents)
    assert (call.person_id, ending, agents.asked_for) == (None, Ending.AGENT, 2)
    told, _, _ = await spoken(["1", "1", ID_NUMBER, PASSWORD, "0"], agents=agents)
    assert Phrase.ASK_TO_PROVE not in told, "it is proved already"
    told, _, _ = await spoken(["1", "1", "1", "1", "1"], agents=agents)
    assert Phrase.ASK_TO_PROVE not in told, "three tries in a call are all there are"


async def test_who_leaves_the_queue_is_called_back_or_back_in_the_menu() -> None:
    told, _, ending = await spoken(["0", "2"], agents=Agents(Spoken.CALL_BACK))
    assert (ending, Phrase.CALL_BACK_KEPT in told) == (Ending.CALL_BACK, True)
    told, _, ending = await spoken(["0", "2", "1"], agents=Agents(Spoken.NOBODY))
    assert (ending, Phrase.ASK_CALL_BACK in told) == (Ending.CALL_BACK, True)
    told, _, ending = await spoken(["0", "2"], agents=Agents(Spoken.BACK))
    assert (ending, told.count(Phrase.MAIN)) == (None, 2)
