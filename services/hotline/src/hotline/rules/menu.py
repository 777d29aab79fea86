"""The menu (语音导航): which key leads where. Five choices at most, 9 repeats, * is back, 0 an agent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from hotline.domain import Guide, Task, Wish

CHOICES_MAX = 5
SILENCE_SECONDS = 8.0
"""After a prompt has ended."""
REPEATS_MAX = 2
"""For whoever says nothing, or presses what is nothing; then it is an agent."""


class Key(StrEnum):
    """What these mean everywhere."""

    REPEAT = "9"
    BACK = "*"
    AGENT = "0"


class Place(StrEnum):
    """Where a caller is in the menu."""

    MAIN = "main"
    ACCOUNT = "account"
    GUIDES = "guides"
    ANSWERED = "answered"
    """After an answer about oneself."""


Choice = Place | Task | Guide | Wish


@dataclass(frozen=True)
class Menu:
    """One place: what it leads to by which key, and where back is."""

    choices: Mapping[str, Choice]
    back: Place

    def __post_init__(self) -> None:
        """Raise `ValueError` for a menu that nobody can keep in mind."""
        taken = set(self.choices) & set(Key)
        if len(self.choices) > CHOICES_MAX or taken:
            raise ValueError("five choices at the most, beside 9, * and 0")


MENUS: Final[Mapping[Place, Menu]] = {
    Place.MAIN: Menu(
        {
            "1": Place.ACCOUNT,
            "2": Task.WITHDRAWAL,
            "3": Task.LOAN,
            "4": Place.GUIDES,
            "5": Wish.LOST_PHONE,
        },
        back=Place.MAIN,
    ),
    Place.ACCOUNT: Menu({"1": Task.BALANCE, "2": Task.LAST_DEPOSIT}, back=Place.MAIN),
    Place.GUIDES: Menu(
        {"1": Guide.WITHDRAW, "2": Guide.BORROW, "3": Guide.DEPOSIT, "4": Guide.TRANSFER},
        back=Place.MAIN,
    ),
    Place.ANSWERED: Menu({"1": Wish.TEXT}, back=Place.MAIN),
}


class Heard(StrEnum):
    """What is said before a menu is read (again)."""

    NOTHING = "nothing"
    WRONG_KEY = "wrong_key"
    SILENCE = "silence"


@dataclass(frozen=True)
class Standing:
    """Where a caller stands, and how often nothing useful was heard there in a row."""

    place: Place = Place.MAIN
    misses: int = 0


@dataclass(frozen=True)
class Move:
    """What follows: read the menu of `standing`, after doing what was chosen."""

    standing: Standing
    before: Heard = Heard.NOTHING
    chosen: Task | Guide | Wish | None = None
    agent: bool = False
    again: bool = False
    """Whatever was said here is said again."""


def after(standing: Standing, key: str | None) -> Move:
    """Decide what a key leads to; None is silence."""
    here = standing.place
    match key:
        case Key.AGENT:
            return Move(Standing(here), agent=True)
        case Key.REPEAT:
            return Move(Standing(here), again=True)
        case Key.BACK:
            return Move(Standing(MENUS[here].back))
    return _chosen(standing, key)


def _chosen(standing: Standing, key: str | None) -> Move:
    choices = MENUS[standing.place].choices
    match choices.get(key) if key is not None else None:
        case None:
            return _missed(standing, Heard.SILENCE if key is None else Heard.WRONG_KEY)
        case Place() as chosen:
            return Move(Standing(chosen))
        case Guide() | Wish() as chosen:
            return Move(Standing(standing.place), chosen=chosen)
        case Task() as chosen:
            return Move(Standing(Place.ANSWERED), chosen=chosen)


def _missed(standing: Standing, heard: Heard) -> Move:
    misses = standing.misses + 1
    if misses > REPEATS_MAX:
        return Move(Standing(standing.place), heard, agent=True)
    return Move(replace(standing, misses=misses), heard)
