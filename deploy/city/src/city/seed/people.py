"""Believable people: names, ID numbers (GB 11643), phones and bank cards, the same at every seeding."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from shared.base.identifiers import BankCard, InvalidIdentifier, ResidentId, SocialCreditCode

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN_NAMES = (
    *"伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚",
    *(
        "桂英",
        "建华",
        "建国",
        "志强",
        "秀英",
        "玉兰",
        "海燕",
        "晓东",
        "文静",
        "春梅",
        "国栋",
        "雪梅",
        "永强",
    ),
    *(
        "红梅",
        "立新",
        "振华",
        "淑珍",
        "家豪",
        "子涵",
        "雨桐",
        "浩然",
        "佳怡",
        "俊杰",
        "欣怡",
        "宇航",
        "梦瑶",
    ),
)
DISTRICTS = ("371402", "371403", "371422", "371423", "371424", "371425", "371426", "371481")
"""County codes of Dezhou."""
CHECK_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
PHONE_PREFIXES = ("133", "138", "139", "150", "158", "176", "186", "188")
BANKS = ("622202", "621700", "622848", "621661")
"""Prefixes of debit cards of the four large banks."""


@dataclass(frozen=True)
class Person:
    """Somebody who lives in the seeded city."""

    name: str
    id_number: str
    phone: str
    card: str


def person(number: int) -> Person:
    """Make the person of a number; different numbers never share an ID, a phone or a card."""
    chance = random.Random(f"citizen {number}")  # noqa: S311
    born = date(1962, 1, 1) + timedelta(days=chance.randrange(14_000))
    body = f"{chance.choice(DISTRICTS)}{born:%Y%m%d}{number % 1000:03d}"
    return Person(
        name=chance.choice(SURNAMES) + chance.choice(GIVEN_NAMES),
        id_number=checked(body, ResidentId.parse),
        phone=f"{chance.choice(PHONE_PREFIXES)}0534{number:04d}",
        card=checked(f"{chance.choice(BANKS)}1612{number:08d}", BankCard.parse),
    )


def checked(body: str, parse: Callable[[str], object]) -> str:
    """Append the one check character that the parser accepts."""
    for character in CHECK_CHARACTERS:
        try:
            parse(body + character)
        except InvalidIdentifier:
            continue
        return body + character
    raise ValueError(f"{body} has no check character")


def social_credit_code(number: int) -> str:
    """A well-formed unified social credit code of an enterprise registered in Dezhou (GB 32100)."""
    return checked(f"91371400MA3C{number:05d}", SocialCreditCode.parse)
