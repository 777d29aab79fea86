"""One conversation of the menu with a caller, from the welcome to the end."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final, Protocol

from hotline import metrics
from hotline.domain import Ending, Guide, Task
from hotline.rules import answers, menu
from hotline.rules.menu import Place, Standing
from hotline.rules.phrases import GUIDES, MENU, MISSED, Phrase
from hotline.rules.proof import CODE_KEYS, ID_KEYS, Tries, id_number_of, is_code
from hotline.store.calls import Call
from hotline.work.services import NotAvailable, NotProved, Proved, Services

CODE_SECONDS: Final = 60.0
"""To find the text and read it."""
YES: Final = "1"


class Ears(Protocol):
    """Whoever speaks with the caller: `hotline.work.handset`."""

    async def tell(self, prompts: Sequence[str]) -> None:
        """Say prompts."""

    async def ask(self, prompts: Sequence[str], seconds: float) -> str | None:
        """Say prompts and wait for a key."""

    async def ask_keys(self, prompts: Sequence[str], most: int, seconds: float) -> str | None:
        """Say prompts and wait for several keys."""


class Conversation:
    """A caller and the menu."""

    def __init__(
        self,
        call: Call,
        ears: Ears,
        services: Services,
        keep: Callable[[Call], Awaitable[None]],
    ) -> None:
        """`keep` writes the call down as it is now."""
        self._call = call
        self._ears = ears
        self._services = services
        self._keep = keep
        self._caller: Proved | None = None
        self._tries = Tries()
        self._answer: Sequence[str] = ()

    async def run(self) -> Ending:
        """Speak until there is nothing more to be said."""
        standing, before = Standing(), [Phrase.WELCOME]
        while True:
            key = await self._ears.ask((*before, MENU[standing.place]), menu.SILENCE_SECONDS)
            move = menu.after(standing, key)
            standing, before = move.standing, list(MISSED[move.before])
            if move.again and standing.place is Place.ANSWERED:
                await self._ears.tell(self._answer)
            if isinstance(move.chosen, Guide):
                self._call.asked.append(f"guide_{move.chosen.value}")
                await self._ears.tell((GUIDES[move.chosen],))
            done = not move.agent and not (
                isinstance(move.chosen, Task) and not await self._do(move.chosen)
            )
            if not done:
                if await self._call_back():
                    return Ending.CALL_BACK
                standing = Standing()

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
            self._answer = (Phrase.NOT_AVAILABLE,)
        except NotProved:
            # The token has run out in a long call.
            self._caller = None
            self._answer = (Phrase.NOT_AVAILABLE,)
        await self._ears.tell(self._answer)
        return True

    async def _answered(self, task: Task) -> Sequence[str]:
        caller, services = self._caller, self._services
        assert caller is not None, "who is asked about has been proved"
        match task:
            case Task.BALANCE:
                return answers.balance(await services.account(caller))
            case Task.LAST_DEPOSIT:
                return answers.last_deposit(await services.last_deposit(caller))
            case Task.WITHDRAWAL:
                return answers.withdrawal(await services.withdrawal(caller))
            case Task.LOAN:
                return answers.loans(await services.loans(caller))

    # Who calls.

    async def _prove(self) -> bool:
        """Let the caller prove who it is, three times at the most in a call; False: it is an agent's."""
        before: tuple[str, ...] = ()
        while not self._tries.over:
            try:
                self._caller = await self._by_code(before)
            except NotProved as refusal:
                metrics.PROOFS_FAILED.labels("code").inc()
                self._tries.fail()
                before = (Phrase.TRY_LATER if refusal.wait else Phrase.NOT_PROVED,)
                continue
            self._call.person_id, self._call.proved_by = self._caller.person_id, "code"
            await self._keep(self._call)
            await self._ears.tell((Phrase.PROVED,))
            return True
        await self._ears.tell((Phrase.PROOF_GIVEN_UP,))
        return False

    async def _by_code(self, before: Sequence[str]) -> Proved:
        keys = await self._ears.ask_keys((*before, Phrase.ASK_ID), ID_KEYS, menu.SILENCE_SECONDS)
        id_number = id_number_of(keys or "")
        if id_number is None:
            raise NotProved
        challenge = await self._services.send_code(id_number)
        code = await self._ears.ask_keys((Phrase.ASK_CODE,), CODE_KEYS, CODE_SECONDS)
        if code is None or not is_code(code):
            raise NotProved
        return await self._services.enter_code(challenge, code)

    # Where no agent is.

    async def _call_back(self) -> bool:
        """Offer to call back; True where the caller wants it."""
        key = await self._ears.ask((Phrase.ASK_CALL_BACK,), menu.SILENCE_SECONDS)
        if key != YES:
            return False
        if self._call.caller_sealed is None:
            await self._ears.tell((Phrase.NO_NUMBER,))
            return False
        await self._ears.tell((Phrase.CALL_BACK_KEPT, Phrase.GOODBYE))
        return True
