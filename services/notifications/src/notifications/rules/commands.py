"""What a citizen's text to 12329 asks for; written any way a phone keyboard writes it."""

import unicodedata
from enum import StrEnum


class Command(StrEnum):
    """The commands that 12329 understands."""

    BALANCE = "balance"
    STOP = "stop"
    START = "start"
    UNKNOWN = "unknown"


WORDS = {
    "余额": Command.BALANCE,
    "查余额": Command.BALANCE,
    "YE": Command.BALANCE,
    "TD": Command.STOP,
    "T": Command.STOP,
    "退订": Command.STOP,
    "DY": Command.START,
    "订阅": Command.START,
}


def understand(text: str) -> Command:
    """Recognise a command: any case, full or half width, spaces and punctuation ignored."""
    normal = unicodedata.normalize("NFKC", text).upper()
    word = "".join(character for character in normal if character.isalnum())
    return WORDS.get(word, Command.UNKNOWN)
