"""One run: start, populate, break things while people live, make peace, wait, look, stop."""

import asyncio
import os
import random
import shutil
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from tests.support.issuer import confirming
from tests.support.letters import letters_of

from city.clients import Bank, Phones, Session
from local.folder import RunFolder
from shared.identity.principal import Role
from shared.messaging.topology import (
    ALLOT_RECEIPTS,
    BOOK_BANK_RECEIPTS,
    FOLLOW_DEBITS_AND_OFFSETS,
    KNOW_BORROWERS,
    QUEUES,
)

from .borrowers import Borrower, have_an_instalment_day, lend, repay_early
from .checker import differences
from .collecting import alive_below, collect, rows
from .crowd import Crowd
from .disorder import Disorder
from .evidence import Difference, Evidence
from .holding import Holds
from .inboxes import Inboxes, at_rest, handled_already
from .lending import Lending, enter_loans, have_loans_paid_out
from .loan_collecting import look_at_loans
from .messages import Mail
from .monkey import Monkey
from .moving import Mover, employ_movers, move
from .people import Office, Resident, client_of_all, office_of, populate, put_on_record
from .plan import Plan
from .retold import tell_the_rest
from .stage import Stage, staged
from .transfer_collecting import look_at_transfers

ROOT = Path(__file__).parents[2]
PEACE_WITHIN_SECONDS = 150.0
RECEIPTS_WAIT_SECONDS = 2.0
AWAITED = (BOOK_BANK_RECEIPTS, KNOW_BORROWERS, ALLOT_RECEIPTS, FOLLOW_DEBITS_AND_OFFSETS)
"""What making the citizens waits for: their deposits, and loans that are lent and repaid."""
LAST_ANSWERS_SECONDS = 90.0
"""How long after the last accident somebody may still wait for an answer."""
END_WITHIN_SECONDS = 10.0
POLL_SECONDS = 0.5
OPEN_IN_LOANS = """
SELECT (SELECT count(*) FROM debit WHERE state = 'debiting')
     + (SELECT count(*) FROM offset_use WHERE state = 'requested')
     + (SELECT count(*) FROM disbursement WHERE state = 'paying') AS open
"""
OPEN_LETTERS = """
SELECT (SELECT count(*) FROM letter WHERE ended_at IS NULL)
     + (SELECT count(*) FROM dispatch WHERE state = 'waiting') AS open
"""

Say = Callable[[str], None]


@dataclass
class Run:
    """What a run has come to."""

    plan: Plan
    stage: Stage
    mail: Mail
    disorder: Disorder
    holds: Holds
    monkey: Monkey
    crowd: Crowd
    residents: Sequence[Resident]
    street: Office
    borrowers: Sequence[Borrower]
    lendings: Sequence[Lending]
    movers: Sequence[Mover]
    unplanned: list[str]
    bank: Bank
    seconds: dict[str, float] = field(default_factory=dict)
    at_peace: Inboxes | None = None
    """When everything had ended, before all was repeated."""

    async def evidence(self) -> Evidence:
        """Look into all books."""
        found = await collect(
            self.stage,
            self.residents,
            self.crowd.answers,
            self.mail,
            [*self.unplanned, *self.monkey.failed_starts],
            calm=self.at_peace,
        )
        return replace(
            found,
            late=self.disorder.late,
            early=self.disorder.early,
            tries_every_order=self.plan.is_full,
            loans=await look_at_loans(self.stage, self.borrowers, self.lendings),
            transfers=await look_at_transfers(self.stage, self.movers),
        )

    async def calm(self, within_seconds: float) -> Evidence:
        """Wait until nothing differs and nothing moves any more; give what is seen then, or last."""
        began = time.monotonic()
        while True:
            evidence = await self.evidence()
            late = time.monotonic() - began > within_seconds
            if late or not differences(evidence):
                self.seconds["until calm"] = time.monotonic() - began
                return evidence
            await asyncio.sleep(POLL_SECONDS)


@asynccontextmanager
async def prepared(folder: RunFolder, plan: Plan, say: Say) -> AsyncIterator[Run]:
    """Start everything and make the citizens; all is stopped when the block is left."""
    unplanned: list[str] = []
    chance = random.Random(f"{plan.seed} messages")
    async with AsyncExitStack() as stack:
        stage = await stack.enter_async_context(staged(folder, unplanned.append, twice=plan.twice))
        client = await stack.enter_async_context(client_of_all())
        control = await stack.enter_async_context(client_of_all())
        office = await stack.enter_async_context(office_of(stage.city, stage.issuer))

        def log_in(person_id: uuid.UUID) -> Session:
            token = stage.issuer.token_for(Role.INDIVIDUAL, person_id)
            return Session(client, stage.street, token, confirming(stage.issuer, token))

        disorder, operator = Disorder(), stage.city.operator_broker_url
        holds = Holds(stage.vhost, chance, disorder, partial(handled_already, stage))
        mail = Mail(operator, chance, plan.copied_share, disorder, holds)
        await asyncio.gather(holds.take_place(), mail.take_place())
        residents = await _held_back(mail, holds, populate(office, plan.citizens, log_in))
        await put_on_record(stage.city, residents, office.today)
        borrowers, lendings, movers = await asyncio.gather(
            lend(office, plan, log_in),
            enter_loans(office, plan),
            employ_movers(office, stage, plan, log_in),
        )
        bank = Bank(control, stage.city)
        street = replace(office.on(stage.street), bank=bank)
        phones = Phones(control, stage.city)
        crowd = Crowd(residents, street, phones, bank, stage.databases["withdrawals"])
        monkey = Monkey(stage, holds, control)
        say(f"{len(residents)} citizens and {len(borrowers)} borrowers are ready")
        yield Run(
            plan, stage, mail, disorder, holds, monkey, crowd, residents, street, borrowers, lendings,
            movers, unplanned, bank,
        )  # fmt: skip


async def _held_back(
    mail: Mail, holds: Holds, populating: Coroutine[Any, Any, list[Resident]]
) -> list[Resident]:
    """Make the citizens while every message waits, but those that making them waits for."""
    over = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        made = group.create_task(populating)
        made.add_done_callback(lambda _: over.set())
        group.create_task(mail.copy(over))
        for queue in QUEUES:
            awaited = queue in AWAITED
            waiting = asyncio.sleep(RECEIPTS_WAIT_SECONDS) if awaited else over.wait()
            group.create_task(holds.hold_all(queue, waiting))
    return made.result()


async def go_wrong(run: Run, say: Say) -> None:
    """Let everything go wrong while people live; then peace, and everything arrives once more."""
    stop, stop_reviews, peace = asyncio.Event(), asyncio.Event(), asyncio.Event()
    quiet = asyncio.Event()
    began = time.monotonic()
    async with asyncio.TaskGroup() as group:
        group.create_task(run.mail.copy(stop))
        holding = group.create_task(run.holds.hold_each(peace))
        group.create_task(run.crowd.review(stop_reviews))
        group.create_task(run.crowd.keep_the_bank_busy(quiet))
        chance = random.Random(f"{run.plan.seed} facts")
        loans = letters_of(run.stage.system.environments.service("loans"), "loans")
        group.create_task(tell_the_rest(run.mail, loans, run.residents, run.plan.seconds, chance))
        living = asyncio.create_task(_live(run))
        await run.monkey.act(run.plan.actions)
        peace.set()
        async with asyncio.timeout(PEACE_WITHIN_SECONDS):
            await holding
            await run.monkey.make_peace()
        run.seconds["of chaos"] = time.monotonic() - began
        say(f"peace after {run.seconds['of chaos']:.0f} s; waiting for the last answers")
        try:
            await asyncio.wait_for(living, LAST_ANSWERS_SECONDS)
        except TimeoutError:
            say("some people have no answer yet")
        run.seconds["until all are answered"] = time.monotonic() - began
        await _all_ended(run, LAST_ANSWERS_SECONDS)
        # Whatever still comes from the bank every few seconds would never let slow looks see the same twice.
        quiet.set()
        async with asyncio.timeout(PEACE_WITHIN_SECONDS):
            run.at_peace = await at_rest(run.stage)
        run.mail.repeat_everything()
        stop.set()
        stop_reviews.set()
    run.seconds["until repeated"] = time.monotonic() - began


async def _live(run: Run) -> None:
    """Let everybody have their way."""
    async with asyncio.TaskGroup() as group:
        group.create_task(run.crowd.live())
        group.create_task(repay_early(run.street, run.borrowers))
        group.create_task(have_loans_paid_out(run.street, run.lendings))
        group.create_task(move(run.stage, run.street, run.movers))
        loans = run.stage.databases["loans"]
        group.create_task(have_an_instalment_day(loans, run.borrowers, run.plan.seconds / 3))


async def _all_ended(run: Run, within_seconds: float) -> None:
    """Wait until nothing is open anywhere; what is open then shows in the evidence."""
    began = time.monotonic()
    while time.monotonic() - began < within_seconds:
        found = await rows(
            run.stage.databases["withdrawals"],
            "SELECT count(*) AS open FROM application WHERE is_open",
        )
        debits = await rows(run.stage.databases["loans"], OPEN_IN_LOANS)
        letters = await rows(run.stage.databases["transfers"], OPEN_LETTERS)
        if not found[0]["open"] and not debits[0]["open"] and not letters[0]["open"]:
            return
        await asyncio.sleep(POLL_SECONDS)


async def _left_behind(folder: Path) -> list[str]:
    """Who was told to end needs a moment for it on slow cores; who is there after that has leaked."""
    until = time.monotonic() + END_WITHIN_SECONDS
    while (alive := alive_below(folder)) and time.monotonic() < until:
        await asyncio.sleep(POLL_SECONDS)
    return alive


async def on_folder_of_its_own(
    name: str, work: Callable[[RunFolder], Awaitable[Evidence]], *, keep: bool = False
) -> tuple[Evidence, list[Difference]]:
    """Do a run's work on a folder below `.run/`; see then whether any process stayed."""
    folder = RunFolder(ROOT / ".run" / f"{name}-{os.getpid()}")
    try:
        evidence = await work(folder)
        evidence = replace(evidence, leaked=await _left_behind(folder.path))
        found = differences(evidence)
    except BaseException:
        if not keep:
            shutil.rmtree(folder.path, ignore_errors=True)
        raise
    if found or keep:
        print(f"The logs are in {folder.logs}.")
    else:
        shutil.rmtree(folder.path, ignore_errors=True)
    return evidence, found
