"""Amounts in Chinese capitals (大写金额), as cheques and certificates have them, so that none is altered."""

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")
GROUP = 10_000
FEN_PER_YUAN = 100


def capitals(fen: int) -> str:
    """Write an amount, 170159 → 壹仟柒佰零壹元伍角玖分; raises `ValueError` from 10^16 yuan on."""
    yuan, rest = divmod(abs(fen), FEN_PER_YUAN)
    if yuan >= GROUP ** len(GROUPS):
        raise ValueError("too large for capitals")
    whole = f"{_integer(yuan)}元" if yuan or not rest else ""
    return ("负" if fen < 0 else "") + whole + _fraction(rest, after_yuan=bool(yuan))


def _fraction(rest: int, *, after_yuan: bool) -> str:
    jiao, fen = divmod(rest, 10)
    if not rest:
        return "整"
    if not fen:
        return f"{DIGITS[jiao]}角整"
    if not jiao:
        return f"{DIGITS[0] if after_yuan else ''}{DIGITS[fen]}分"
    return f"{DIGITS[jiao]}角{DIGITS[fen]}分"


def _integer(yuan: int) -> str:
    if yuan == 0:
        return DIGITS[0]
    text, gap = "", False
    for index in range(len(GROUPS) - 1, -1, -1):
        group = yuan // GROUP**index % GROUP
        if group == 0:
            gap = bool(text)
            continue
        # A zero stands for any run of noughts between two digits.
        if text and (gap or group < GROUP // 10):
            text += DIGITS[0]
        text += _group(group) + GROUPS[index]
        gap = False
    return text


def _group(number: int) -> str:
    text, gap = "", False
    for place in range(len(PLACES) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += (DIGITS[0] if gap else "") + DIGITS[digit] + PLACES[place]
        gap = False
    return text
