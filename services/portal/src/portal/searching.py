"""Search over what is published (站内搜索): every word must stand in it, headings first; pure."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

QUERY_MAX_CHARACTERS = 60
WORDS_MAX = 8
HITS_MAX = 50
BEFORE_CHARACTERS, AFTER_CHARACTERS = 24, 90
"""Of a passage: what is shown around the first word that was found."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found."""

    kind: str
    """What it is, in Chinese."""
    title: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found, with a passage of it."""

    entry: Entry
    passage: str


def words_of(query: str) -> tuple[str, ...]:
    """Split a query into what must be found, in compatible forms and small letters."""
    return tuple(dict.fromkeys(_plain(query[:QUERY_MAX_CHARACTERS]).split()))[:WORDS_MAX]


def search(entries: Iterable[Entry], query: str) -> list[Hit]:
    """Find what has every word: those with most words in the heading first, else in the given order."""
    words = words_of(query)
    if not words:
        return []
    found: list[tuple[int, Hit]] = []
    for entry in entries:
        title, text = _plain(entry.title), _plain(entry.text)
        if all(word in title or word in text for word in words):
            in_title = sum(word in title for word in words)
            found.append((-in_title, Hit(entry, _passage(entry.text, text, words))))
    return [hit for _, hit in sorted(found, key=lambda one: one[0])][:HITS_MAX]


def _passage(text: str, plain: str, words: tuple[str, ...]) -> str:
    places = [place for word in words if (place := plain.find(word)) >= 0]
    at = min(places, default=0)
    # Compatible forms may be longer or shorter than what was typed: then the passage begins at the front.
    at = at if len(plain) == len(text) else 0
    first, last = max(0, at - BEFORE_CHARACTERS), at + AFTER_CHARACTERS
    passage = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{passage}{'…' if last < len(text) else ''}"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
