"""The state table (finite state machine) of a process: which step leads where, and what a fact means when.

Steps are what this service does; facts come by message, and may repeat, overtake and contradict each other.
A service's `process` module is data of these types, so that one reads each process as a picture.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from shared.messages import Event

State = TypeVar("State", bound=StrEnum)
Step = TypeVar("Step", bound=StrEnum)
Fact = TypeVar("Fact", bound=StrEnum)


class Reception(StrEnum):
    """What to do with a fact in a state."""

    ACT = "act"
    STALE = "stale"
    """Known already, or overtaken: ignore."""
    EARLY = "early"
    """What must come before it has not been recorded yet: look again later."""
    CONTRADICTION = "contradiction"
    """Cannot be true beside what is recorded: set it aside for the operators, money may be wrong."""


ACT, STALE, EARLY, NEVER = Reception
"""As they stand in the tables, a word a cell."""


class IllegalMove(Exception):
    """A step that the table does not allow; a defect or a person's late click, never a fact."""

    def __init__(self, state: StrEnum | None, step: StrEnum) -> None:
        super().__init__(f"{step} is not allowed in state {state}")
        self.state = state
        self.step = step


@dataclass(frozen=True)
class Transition(Generic[State, Step]):
    """One allowed step."""

    step: Step
    sources: frozenset[State | None]
    """None is the moment before there is anything."""
    target: State
    emits: type[Event] | None = None
    """What tells the others; the compensation is in its event."""


def step(
    name: Step, target: State, *sources: State | None, emits: type[Event] | None = None
) -> Transition[State, Step]:
    """Write a line of the table: this step leads there, from any of these states."""
    return Transition(name, frozenset(sources), target, emits)


class StateTable(Generic[State, Step, Fact]):
    """The life of one kind of thing."""

    def __init__(
        self,
        steps: Iterable[Transition[State, Step]],
        facts: Mapping[Fact, Sequence[Reception]] | None = None,
        columns: Sequence[State] = (),
    ) -> None:
        """`columns` are the states in the order in which the rows of `facts` have them."""
        self.transitions = {line.step: line for line in steps}
        self.receptions = {
            fact: dict(zip(columns, row, strict=True)) for fact, row in (facts or {}).items()
        }

    def target_of(self, state: State | None, step: Step) -> State:
        """Return the state that a step leads to; raises `IllegalMove`."""
        line = self.transitions.get(step)
        if line is None or state not in line.sources:
            raise IllegalMove(state, step)
        return line.target

    def steps_from(self, state: State | None) -> dict[Step, State]:
        """Return what can be done in a state, and where each step leads."""
        return {
            line.step: line.target for line in self.transitions.values() if state in line.sources
        }

    def receive(self, state: State, fact: Fact) -> Reception:
        """Say what to do with a fact that comes in a state."""
        return self.receptions[fact][state]
