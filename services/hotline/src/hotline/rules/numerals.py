"""Sums, dates and digits as people say them, in the parts that are spoken: 两万 三千 四百 二十 元整.

A part is one of `PARTS`: a finite list, so that each can be recorded by a person once.
"""

from datetime import date
from typing import Final

DIGITS: Final = "零一二三四五六七八九"
PLACES: Final = ("", "十", "百", "千")
GROUPS: Final = ("", "万", "亿")
GROUP: Final = 10_000
LARGEST_FEN: Final = 10**14 - 1
"""Just under 10,000 亿 yuan; a larger sum is a defect, not something to be read aloud."""
YUAN_FEN: Final = 100

Parts = tuple[str, ...]


def whole_number(number: int) -> Parts:
    """Say a whole number from 0: 23420 → 两万 三千 四百 二十; raises `ValueError` outside 0 … 10^12 - 1."""
    if not 0 <= number < GROUP ** len(GROUPS):
        raise ValueError(f"{number} is not said aloud")
    if number == 0:
        return (DIGITS[0],)
    said: list[str] = []
    gap = False
    for position in reversed(range(len(GROUPS))):
        group = number // GROUP**position % GROUP
        if group == 0:
            gap = bool(said)
            continue
        if said and (gap or group < GROUP // 10):
            said.append(DIGITS[0])
        said += _group(group, GROUPS[position], first=not said)
        gap = False
    return tuple(said)


def _group(group: int, unit: str, *, first: bool) -> list[str]:
    """Say up to 9,999 of a unit; the last part carries the unit where that is how it is recorded."""
    if unit and group < 10:
        return [("两" if group == 2 else DIGITS[group]) + unit]
    said: list[str] = []
    gap = False
    for place in reversed(range(len(PLACES))):
        digit = group // 10**place % 10
        if digit == 0:
            gap = bool(said)
            continue
        if gap:
            said.append(DIGITS[0])
            gap = False
        said.append(_digit(digit, place, leading=first and not said))
    return [*said, unit] if unit else said


def _digit(digit: int, place: int, *, leading: bool) -> str:
    if place == 1 and digit == 1 and leading:
        return "十"
    spoken = "两" if digit == 2 and place >= 2 else DIGITS[digit]
    return spoken + PLACES[place]


def amount(fen: int) -> Parts:
    """Say a sum of money: 2342000 fen → 两万 三千 四百 二十 元整; raises `ValueError`."""
    if not 0 <= fen <= LARGEST_FEN:
        raise ValueError("no sum that is read aloud")
    yuan, rest = divmod(fen, YUAN_FEN)
    jiao, cent = divmod(rest, 10)
    said = list(_yuan(yuan)) if yuan or not rest else []
    if not rest:
        return (*said, "元整")
    if said:
        said.append("元")
    if jiao:
        said.append(DIGITS[jiao] + "角")
    elif said:
        said.append(DIGITS[0])
    return (*said, DIGITS[cent] + "分") if cent else tuple(said)


def _yuan(yuan: int) -> Parts:
    """A lone two of something countable is 两, not 二."""
    return ("两",) if yuan == 2 else whole_number(yuan)


def day(value: date) -> Parts:
    """Say a date: 2026-11-29 → 二 零 二 六 年 十一月 二十九日."""
    return (*year(value.year), *month(value.month), _number(value.day) + "日")


def year(value: int) -> Parts:
    """Say a year digit by digit."""
    return (*digits(str(value)), "年")


def month(value: int) -> Parts:
    """Say a month of the year."""
    return (_number(value) + "月",)


def digits(text: str) -> Parts:
    """Say digits one by one, as of a card's end; raises `ValueError` for anything else."""
    if not text.isascii() or not text.isdigit():
        raise ValueError("only digits are said one by one")
    return tuple(DIGITS[int(digit)] for digit in text)


def count(number: int, unit: str) -> Parts:
    """Say how many of something: 2, 笔 → 两 笔."""
    return (*_yuan(number), unit)


def _number(number: int) -> str:
    return "".join(whole_number(number))


PARTS: Final[Parts] = (
    *DIGITS,
    "两",
    *(f"{'两' if digit == '二' and place != '十' else digit}{place}"
      for place in PLACES[1:] for digit in DIGITS[1:]),
    "十",
    *(f"{'两' if digit == '二' else digit}{unit}" for unit in GROUPS[1:] for digit in DIGITS[1:]),
    *GROUPS[1:],
    "元", "元整",
    *(f"{digit}{unit}" for unit in "角分" for digit in DIGITS[1:]),
    "年",
    *(f"{_number(number)}月" for number in range(1, 13)),
    *(f"{_number(number)}日" for number in range(1, 32)),
)  # fmt: skip
"""Every part there is; each is one prompt."""
