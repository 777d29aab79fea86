"""One conversation of the menu with a caller, from the welcome to the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID, uuid4

from hotline import metrics
from hotline.domain import Ending, Guide, Task, Wish
from hotline.handlers.texts import Wanted
from hotline.rules import answers, menu, texts
from hotline.rules.menu import Place, Standing
from hotline.rules.phrases import GUIDES, MENU, MISSED, Phrase
from hotline.rules.proof import CODE_KEYS, ID_KEYS, Tries, id_number_of, is_code
from hotline.store.calls import Call
from hotline.work.queue import Spoken
from hotline.work.services import NotAvailable, NotProved, Proved, Services

CODE_SECONDS: Final = 60.0
"""To find the text and read it."""
OFFER_SECONDS: Final = 4.0
"""For what one may leave out."""
YES: Final = "1"
TEXTS_MAX: Final = 5
"""Answers that are texted of one call."""


class Ears(Protocol):
    """Whoever speaks with the caller: `hotline.work.handset`."""

    async def tell(self, prompts: Sequence[str]) -> None:
        """Say prompts."""

    async def ask(self, prompts: Sequence[str], seconds: float) -> str | None:
        """Say prompts and wait for a key."""

    async def ask_keys(self, prompts: Sequence[str], most: int, seconds: float) -> str | None:
        """Say prompts and wait for several keys."""


class Books(Protocol):
    """Whoever writes down what happens in a call: `hotline.work.telephone`."""

    async def keep(self, call: Call) -> None:
        """Write the call down as it is now."""

    async def text(self, call: Call, person_id: UUID, wanted: Wanted) -> bool:
        """Have an answer texted; False where that cannot be written down now."""


class Agents(Protocol):
    """The way to an agent: `hotline.work.queue`."""

    @property
    def on_duty(self) -> bool:
        """Whether anybody answers."""

    async def speak(self, call: Call) -> Spoken:
        """Wait for an agent and speak."""


@dataclass(frozen=True)
class Answer:
    """What was said last of what was asked about oneself."""

    prompts: Sequence[str] = ()
    wanted: Wanted | None = None
    """Its text; none where there is nothing to be texted."""


class Conversation:
    """A caller and the menu."""

    def __init__(
        self,
        call: Call,
        ears: Ears,
        services: Services,
        books: Books,
        agents: Agents,
    ) -> None:
        self._call = call
        self._ears = ears
        self._services = services
        self._books = books
        self._agents = agents
        self._caller: Proved | None = None
        self._tries = Tries()
        self._proof = "code"
        self._answer = Answer()
        self._texted: set[UUID] = set()

    async def run(self) -> Ending:
        """Speak until there is nothing more to be said."""
        standing, before = Standing(), [Phrase.WELCOME]
        while True:
            key = await self._ears.ask((*before, MENU[standing.place]), menu.SILENCE_SECONDS)
            move = menu.after(standing, key)
            standing, before = move.standing, list(MISSED[move.before])
            if move.again and standing.place is Place.ANSWERED:
                await self._ears.tell(self._answer.prompts)
            if move.agent or not await self._follow(move.chosen):
                if (ending := await self._agent()) is not None:
                    return ending
                standing = Standing()

    async def _follow(self, chosen: Task | Guide | Wish | None) -> bool:
        """Do what was chosen; False where it takes an agent."""
        match chosen:
            case Guide():
                self._call.asked.append(f"guide_{chosen.value}")
                await self._ears.tell((GUIDES[chosen],))
            case Task():
                return await self._do(chosen)
            case Wish.TEXT:
                await self._text()
            case Wish.LOST_PHONE:
                return await self._report_lost()
        return True

    async def end(self) -> None:
        """Leave nothing open when the call is over, however it ended."""
        if self._caller is not None:
            await self._services.log_out(self._caller)
            self._caller = None

    async def _do(self, task: Task) -> bool:
        """Answer what is asked; False where it takes an agent."""
        self._call.asked.append(task.value)
        try:
            if self._caller is None and not await self._prove():
                return False
            self._answer = await self._answered(task)
        except NotAvailable:
            self._answer = Answer((Phrase.NOT_AVAILABLE,))
        except NotProved:
            # The token has run out in a long call.
            self._caller = None
            self._answer = Answer((Phrase.NOT_AVAILABLE,))
        await self._ears.tell(self._answer.prompts)
        return True

    async def _answered(self, task: Task) -> Answer:
        caller, services = self._proved, self._services
        match task:
            case Task.BALANCE:
                account = await services.account(caller)
                said, text = answers.balance(account), texts.balance(account)
            case Task.LAST_DEPOSIT:
                deposit = await services.last_deposit(caller)
                said, text = answers.last_deposit(deposit), texts.last_deposit(deposit)
            case Task.WITHDRAWAL:
                latest = await services.withdrawal(caller)
                said, text = answers.withdrawal(latest), texts.withdrawal(latest)
            case Task.LOAN:
                running = await services.loans(caller)
                said, text = answers.loans(running), texts.loans(running)
        return Answer(said, Wanted(uuid4(), task, text))

    @property
    def _proved(self) -> Proved:
        assert self._caller is not None, "who is asked about has been proved"
        return self._caller

    async def _text(self) -> None:
        """Have the last answer texted to the phone on file, once."""
        wanted = self._answer.wanted
        if wanted is None or self._caller is None or len(self._texted) >= TEXTS_MAX:
            await self._ears.tell((Phrase.TEXT_NOTHING,))
        elif wanted.answer_id in self._texted:
            await self._ears.tell((Phrase.TEXT_SENT_ALREADY,))
        elif await self._books.text(self._call, self._caller.person_id, wanted):
            self._texted.add(wanted.answer_id)
            await self._ears.tell((Phrase.TEXT_SENT,))
        else:
            await self._ears.tell((Phrase.NOT_AVAILABLE,))

    async def _report_lost(self) -> bool:
        """Report the phone lost (挂失), after a yes; False where it takes an agent."""
        self._call.asked.append(Wish.LOST_PHONE.value)
        try:
            if self._caller is None and not await self._prove():
                return False
            if await self._ears.ask((Phrase.LOST_WARNED,), menu.SILENCE_SECONDS) != YES:
                return True
            await self._books.keep(self._call)
            await self._services.report_lost_phone(self._proved)
        except (NotAvailable, NotProved):
            await self._ears.tell((Phrase.LOST_NOT_DONE,))
            return False
        await self._ears.tell((Phrase.LOST_DONE,))
        return True

    # Who calls.

    async def _prove(self) -> bool:
        """Let the caller prove who it is, three times at the most in a call; False: it is an agent's."""
        before: tuple[str, ...] = ()
        while not self._tries.over:
            try:
                self._caller = await self._by_keys(before)
            except NotProved as refusal:
                metrics.PROOFS_FAILED.labels(self._proof).inc()
                self._tries.fail()
                before = (Phrase.TRY_LATER if refusal.wait else Phrase.NOT_PROVED,)
                continue
            self._call.person_id, self._call.proved_by = self._caller.person_id, self._proof
            await self._books.keep(self._call)
            await self._ears.tell((Phrase.PROVED,))
            return True
        await self._ears.tell((Phrase.PROOF_GIVEN_UP,))
        return False

    async def _by_keys(self, before: Sequence[str]) -> Proved:
        """By the ID number and the query password, or where # alone is pressed a texted code."""
        keys = await self._ears.ask_keys((*before, Phrase.ASK_ID), ID_KEYS, menu.SILENCE_SECONDS)
        id_number = id_number_of(keys or "")
        if id_number is None:
            raise NotProved
        password = await self._ears.ask_keys(
            (Phrase.ASK_QUERY_DIGITS,), CODE_KEYS, menu.SILENCE_SECONDS
        )
        self._proof = "password" if password else "code"
        if not password:
            return await self._by_code(id_number)
        if not is_code(password):
            raise NotProved
        return await self._services.enter_password(id_number, password)

    async def _by_code(self, id_number: str) -> Proved:
        challenge = await self._services.send_code(id_number)
        code = await self._ears.ask_keys((Phrase.ASK_CODE,), CODE_KEYS, CODE_SECONDS)
        if code is None or not is_code(code):
            raise NotProved
        return await self._services.enter_code(challenge, code)

    # An agent.

    async def _agent(self) -> Ending | None:
        """Put the caller through to an agent; None where the caller wants the menu again."""
        if not self._agents.on_duty:
            return await self._call_back()
        await self._offer_proof()
        match await self._agents.speak(self._call):
            case Spoken.SERVED:
                await self._ears.tell((Phrase.GOODBYE,))
                return Ending.AGENT
            case Spoken.CALL_BACK:
                return await self._keep_call_back()
            case Spoken.NOBODY:
                return await self._call_back()
            case Spoken.BACK:
                return None

    async def _offer_proof(self) -> None:
        """Let whoever has not proved who it is do so first: nobody's page opens to the agent without."""
        if self._caller is not None or self._tries.over:
            return
        if await self._ears.ask((Phrase.ASK_TO_PROVE,), OFFER_SECONDS) != YES:
            return
        try:
            await self._prove()
        except NotAvailable:
            await self._ears.tell((Phrase.NOT_AVAILABLE,))

    async def _call_back(self) -> Ending | None:
        """Offer to call back, where no agent is."""
        key = await self._ears.ask((Phrase.ASK_CALL_BACK,), menu.SILENCE_SECONDS)
        return await self._keep_call_back() if key == YES else None

    async def _keep_call_back(self) -> Ending | None:
        if self._call.caller_sealed is None:
            await self._ears.tell((Phrase.NO_NUMBER,))
            return None
        await self._ears.tell((Phrase.CALL_BACK_KEPT, Phrase.GOODBYE))
        return Ending.CALL_BACK
