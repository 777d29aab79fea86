"""What a run will do, decided by its seed before it begins: who applies when, and what goes wrong when.

The same seed gives the same citizens, applications, kills, cuts, faults and holds at the same seconds. What
the processes were doing in that instant no seed can repeat: a run is repeated in its plan, not in its timing.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tests.support.savings import interest_due

from shared.messaging.topology import QUEUES, SERVICES

from .registered import limit_fen

SIMULATORS = ("bank", "smsc", "registers", "letters")
SERVERS = ("postgres", "rabbitmq")
EDGE = "edge"
VICTIMS = (*SERVICES, *SIMULATORS, *SERVERS, EDGE)
LINKS = (
    *(f"{service}-postgres" for service in SERVICES),
    *(f"{service}-rabbitmq" for service in SERVICES),
    *(f"edge-{service}" for service in SERVICES),
    "settlement-bank",
    "withdrawals-registers",
    "notifications-smsc",
    "transfers-letters",
    "citizens-edge",
)

RATIO_BP = 800
"""Of each side."""
FIRST_BASE_FEN = 400_000
BASE_STEP_FEN = 625
"""Everybody earns something else, so that money on the wrong card is seen by its amount."""
VALUE_DAY = 10


@dataclass(frozen=True)
class Employer:
    """An employer of the run, and how many months ago it paid; 0 is this month, valued today."""

    name: str
    paid_months_ago: tuple[int, ...]


GOING = Employer("德州市混沌试验纺织有限公司", (0,))
STOPPED = Employer("德州市混沌试验停产机械有限公司", (9,))
STEADY = Employer("德州市混沌试验化工有限公司", (3, 2, 1))
EMPLOYERS = (GOING, STOPPED, STEADY)


@dataclass(frozen=True)
class Part:
    """A part that citizens play: what they ask for, and how that may end."""

    key: str
    percent: int
    kind: str
    ends: frozenset[str]
    employer: Employer = GOING
    seal_reason: str | None = None


def _part(
    key: str, percent: int, kind: str, *ends: str, seal: str | None, employer: Employer = GOING
) -> Part:
    return Part(key, percent, kind, frozenset(ends), employer, seal)


PARTS = (
    _part("retired", 18, "retirement", "paid", seal="retired"),
    _part("contract-ended", 8, "contract_ended", "paid", seal="terminated", employer=STOPPED),
    _part("sentenced", 6, "sentenced", "paid", seal="sentenced"),
    _part("settled-abroad", 8, "settled_abroad", "paid", seal="abroad"),
    _part("repaid-loan", 6, "loan_repaid", "paid", seal=None, employer=STEADY),
    _part("not-sealed", 4, "retirement", "rejected", seal=None),
    _part("no-loan", 3, "loan_repaid", "rejected", seal=None),
    _part("rejected-by-staff", 3, "sentenced", "rejected", seal="sentenced"),
    _part("hasty", 4, "retirement", "cancelled", "paid", seal="retired"),
    _part("thought-better", 2, "sentenced", "cancelled", seal="sentenced"),
    _part("blocked-card", 3, "retirement", "failed", seal="retired"),
    _part("returned", 3, "settled_abroad", "returned", seal="abroad"),
    _part("unsealed", 1, "retirement", "rejected", seal="retired"),
    _part("forgotten", 1, "sentenced", "paid", seal="sentenced"),
    _part("rents", 6, "rent", "paid", seal=None, employer=STEADY),
    _part("buys", 4, "purchase", "paid", seal=None),
    _part("builds", 3, "build", "paid", seal=None),
    _part("repays-a-bank", 4, "repay_running", "paid", seal=None),
    _part("renovates", 3, "renovation", "paid", seal=None),
    _part("pays-a-fee", 3, "property_fee", "paid", seal=None),
    _part("cannot-work", 3, "unable_to_work", "paid", seal="terminated"),
    _part("owns-a-home", 2, "rent", "rejected", seal=None, employer=STEADY),
    _part("nobody-knows", 2, "purchase", "cancelled", seal=None),
)


PARTIAL = frozenset({"rent", "purchase", "build", "repay_running", "renovation", "property_fee"})
"""Kinds that leave the account open."""
STAYS_FEN = 1


@dataclass(frozen=True)
class Citizen:
    """Somebody who will apply once."""

    number: int
    part: Part
    at_seconds: float
    twice: bool
    """Sends the request twice at once, as an impatient finger does."""
    asks_balance: bool
    """Texts 余额 to 12329 meanwhile."""
    logs_in: bool
    """Logs in meanwhile."""

    @property
    def base_fen(self) -> int:
        """The contribution base."""
        return FIRST_BASE_FEN + self.number * BASE_STEP_FEN

    @property
    def deposit_fen(self) -> int:
        """R-DEP-1: each side rounded, then added; these bases leave nothing to round."""
        return 2 * self.base_fen * RATIO_BP // 10_000

    def due_fen(self, today: date) -> int:
        """What must be paid if it is, by hand: R-WDR-5 and 6 for a repaid loan, R-WDR-12 for what closes.

        Of a loan repaid last month, the deposits of the months before stay; the one of that month is paid.
        What does not close leaves a fen, and is at most what is on record (R-WDR-11, 19).
        """
        if self.part.kind == "loan_repaid":
            return self.deposit_fen
        paid = [
            (value_day(today, ago), self.deposit_fen) for ago in self.part.employer.paid_months_ago
        ]
        if self.part.kind in PARTIAL:
            balance = len(paid) * self.deposit_fen - STAYS_FEN
            return min(balance, limit_fen(self.part.key, self.number) or balance)
        return len(paid) * self.deposit_fen + sum(interest_due(paid, today))


def month_before(today: date, months: int) -> date:
    """The first day of the month so many months before this one."""
    count = today.year * 12 + today.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def value_day(today: date, months: int) -> date:
    """When the bank valued a deposit."""
    return month_before(today, months).replace(day=VALUE_DAY) if months else today


@dataclass(frozen=True)
class Action:
    """One thing that goes wrong."""

    at_seconds: float
    kind: str
    """`kill`, `freeze`, `hold`, a fault at one of `FAULTS`, or one of `LINK_TROUBLES`."""
    target: str
    seconds: float
    """How long a process stays down or frozen, a link is bad, or messages are held."""
    again_after_seconds: float | None = None
    """A killed process is killed once more so long after its start, ready or not."""


FULL_SECONDS = 240.0
"""In a run at least so long, each kind that is sent often can be held back until it came late and early."""


@dataclass(frozen=True)
class Plan:
    """A whole run."""

    seed: int
    seconds: float
    citizens: Sequence[Citizen]
    actions: Sequence[Action]
    copied_share: float = 0.3
    """Of all messages, how many are sent again, late and out of order, one to three times."""
    twice: bool = False
    """Whether every service runs in two instances, of which one lives through it all."""

    @property
    def is_full(self) -> bool:
        """Whether it is long enough to try every order."""
        return self.seconds >= FULL_SECONDS


HOLD_SECONDS_MAX = 8.0
HELD_TYPES_MAX = 4
"""Of one queue at a time: the others overtake them."""
FREEZE_SECONDS = 7.0
"""Longer than a request to the bank lives: whoever wakes up then has been given up by everybody."""
LINK_TROUBLES = {
    "cut": (0.0, 0.0),
    "tear": (0.0, 0.0),
    "lose": (1.0, 4.0),
    "stall": (0.5, 5.0),
    "delay": (1.0, 4.0),
    "refuse": (0.5, 3.0),
}
"""What happens to a link, and from how many seconds to how many."""
BANK_FAULTS = (
    "drop_answer", "cut_answer", "garbage", "wrong_xml", "drop_request", "http_500", "disconnect",
    "delay_seconds", "pending", "status_drop", "status_garbage", "status_http_500",
    "notifications_drop", "notifications_garbage", "entries_twice", "entries_again",
)  # fmt: skip
SMSC_FAULTS = (
    "throttle", "queue_full", "swallow", "drop_answer", "answer_twice", "disconnect",
    "disconnect_after_accepting", "no_receipt", "lose", "refuse_binds",
)  # fmt: skip
REGISTER_FAULTS = ("away", "wrong", "slow")
LETTER_FAULTS = ("away", "lost", "deaf", "wrong", "slow", "twice")
"""Of the national platform; a letter that it loses or refuses without a reason is one for people."""
FAULTS = {
    "bank": BANK_FAULTS, "smsc": SMSC_FAULTS, "registers": REGISTER_FAULTS, "letters": LETTER_FAULTS,
}  # fmt: skip


def make_plan(
    seed: int, applications: int, seconds: float, *, kills_each: int, troubles_each: int
) -> Plan:
    """Decide everything."""
    chance = random.Random(f"{seed} {applications} {seconds} {kills_each} {troubles_each}")
    citizens = tuple(_citizens(chance, applications, seconds))
    actions = sorted(
        _actions(chance, seconds, kills_each, troubles_each), key=lambda action: action.at_seconds
    )
    return Plan(seed, seconds, citizens, tuple(actions))


def _citizens(chance: random.Random, count: int, seconds: float) -> Iterator[Citizen]:
    parts = [part for part in PARTS for _ in range(max(1, count * part.percent // 100))]
    parts += [PARTS[0]] * (count - len(parts))
    chance.shuffle(parts)
    for number, part in enumerate(parts, start=1):
        yield Citizen(
            number,
            part,
            at_seconds=chance.uniform(0.0, seconds * 0.9),
            twice=chance.random() < 0.15,
            asks_balance=chance.random() < 0.04,
            logs_in=chance.random() < 0.02,
        )


def _actions(
    chance: random.Random, seconds: float, kills_each: int, troubles_each: int
) -> Iterator[Action]:
    for victim in VICTIMS:
        for _ in range(kills_each):
            down = chance.choice((0.0, chance.uniform(0.2, 3.0)))
            again = chance.choice((None, None, chance.uniform(0.1, 2.0)))
            yield Action(chance.uniform(0.0, seconds), "kill", victim, down, again)
    for victim in (*SERVICES, *SIMULATORS):
        for _ in range(kills_each // 2):
            yield Action(
                chance.uniform(0.0, seconds), "freeze", victim, chance.uniform(1.0, FREEZE_SECONDS)
            )
    for link in LINKS:
        for _ in range(troubles_each):
            kind = chance.choice(sorted(LINK_TROUBLES))
            lasting = chance.uniform(*LINK_TROUBLES[kind])
            yield Action(chance.uniform(0.0, seconds), kind, link, lasting)
    for kind, faults in FAULTS.items():
        for _ in range(2 * troubles_each + kills_each):
            yield Action(
                chance.uniform(0.0, seconds), kind, chance.choice(faults), chance.uniform(0.5, 3.0)
            )
    for queue in QUEUES:
        groups = -(-len(queue.events) // HELD_TYPES_MAX)
        for _ in range(troubles_each // 2 + groups if troubles_each > 1 else 1):
            lasting = chance.uniform(0.5, min(HOLD_SECONDS_MAX, seconds / 2))
            yield Action(chance.uniform(0.0, seconds), "hold", queue.name, lasting)
