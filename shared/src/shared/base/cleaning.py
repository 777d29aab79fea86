"""What people type or paste, made what they see: one cleaning for numbers, one for names, at every entry.

Whatever one service accepts, the bank at the end must understand: an invisible character, or a dot of another
alphabet, makes another name there.
"""

import re
import unicodedata

HYPHENS = "-‐‑‒–—−"
APOSTROPHES = "'‘’ʼ`"
"""What spreadsheets put before a number to keep it text."""
MIDDLE_DOT = "·"
"""U+00B7, in names such as 阿卜杜·外力."""
MAX_NAME_CHARACTERS = 100

_HAN = "㐀-䶿一-鿿豈-﫿\U00020000-\U000323af〇"
_DOTS = re.compile("[•‧・･⋅．∙]")
_DOT_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}])\.(?=[{_HAN}])")
_SPACE_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}]) +(?=[{_HAN}])")
_SPACE_AT_DOT = re.compile(f" *{MIDDLE_DOT} *")
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Drawn as nothing, though Unicode does not call them format characters: fillers, variation selectors."""
_NOTHING_BUT_HAN = re.compile("[㐀-䶿一-鿿]+")
"""Nearly every name; nothing of it is ever shown otherwise."""
_NONCHARACTER = re.compile("[\ufdd0-\ufdef]")
_REFUSED = ("Cc", "Co", "Cs")
"""Controls, private use, halves of surrogate pairs: nobody else reads them as they were meant."""


class InvalidIdentifier(ValueError):
    """A number or name that cannot be right; says why in one Chinese sentence, and by which rule."""

    def __init__(self, code: str, rule: str, detail_zh: str) -> None:
        super().__init__(detail_zh)
        self.code = code
        self.rule = rule
        self.detail_zh = detail_zh


def clean_number(text: str, *, hyphens: bool = False) -> str:
    """Return a number or code as it is seen: compatible forms, without blanks and format characters.

    `hyphens` leaves those out too, where people group digits with them. Whether what is left are
    ASCII digits is for the caller to check, and how many.
    """
    left_out = APOSTROPHES + (HYPHENS if hyphens else "")
    return "".join(
        character
        for character in unicodedata.normalize("NFKC", text)
        if not character.isspace()
        and character not in left_out
        and unicodedata.category(character) != "Cf"
        and not _INVISIBLE.match(character)
    )


def clean_name(text: str) -> str:
    """Return a name as it is seen and as the bank has it; raises `InvalidIdentifier` (R-INF-2).

    NFC; no format characters; no blanks between Han characters; one middle dot for all of its likes.
    """
    name = shown_name(text)
    if len(name) > MAX_NAME_CHARACTERS:
        raise _invalid(f"姓名或名称不能超过{MAX_NAME_CHARACTERS}个字")
    for character in name:
        if unicodedata.category(character) in _REFUSED or _is_noncharacter(character):
            raise _invalid(
                f"姓名或名称中有无法识别的字符（U+{ord(character):04X}），请删除后重新填写；"
                "生僻字请用标准字库的字，不能用自造字"
            )
    if not any(character.isalpha() for character in name):
        raise _invalid("姓名或名称中没有文字，请重新填写")
    return name


def shown_name(text: str) -> str:
    """Return a name without what cannot be seen, whatever else is in it."""
    if _NOTHING_BUT_HAN.fullmatch(text):
        return text
    name = unicodedata.normalize("NFC", text)
    name = "".join(one for one in name if unicodedata.category(one) != "Cf")
    name = _INVISIBLE.sub("", name).strip()
    name = "".join(" " if unicodedata.category(one) == "Zs" else one for one in name)
    name = re.sub(" +", " ", name)
    name = _DOT_BETWEEN_HAN.sub(MIDDLE_DOT, _DOTS.sub(MIDDLE_DOT, name))
    name = _SPACE_AT_DOT.sub(MIDDLE_DOT, name)
    return unicodedata.normalize("NFC", _SPACE_BETWEEN_HAN.sub("", name))


def _is_noncharacter(character: str) -> bool:
    return bool(_NONCHARACTER.match(character)) or ord(character) & 0xFFFE == 0xFFFE


def _invalid(detail_zh: str) -> InvalidIdentifier:
    return InvalidIdentifier("invalid_name", "R-INF-2", detail_zh)
