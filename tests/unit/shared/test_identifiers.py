"""Numbers that people type in (R-CHK-1 to 4) with their worked examples."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.base.identifiers import (
    CREDIT_CODE_ALPHABET,
    ID_CHECK_CHARACTERS,
    ID_WEIGHTS,
    BankCard,
    InvalidIdentifier,
    Phone,
    ResidentId,
    SocialCreditCode,
    luhn_sum,
    mask_card,
    mask_id_number,
    mask_name,
    mask_phone,
)


def id_number(body: str) -> str:
    total = sum(weight * int(digit) for weight, digit in zip(ID_WEIGHTS, body, strict=True))
    return body + ID_CHECK_CHARACTERS[total % 11]


@pytest.mark.parametrize(
    ("body", "check"), [("11010519491231002", "X"), ("37140219900101123", "9")]
)
def test_e44_check_character_of_a_resident_id(body: str, check: str) -> None:
    assert ResidentId.parse(body + check).value == body + check
    for wrong in set("0123456789X") - {check}:
        with pytest.raises(InvalidIdentifier, match="校验位"):
            ResidentId.parse(body + wrong)


def test_r_chk_1_a_small_x_becomes_a_capital() -> None:
    assert ResidentId.parse(" 11010519491231002x ").value == "11010519491231002X"


def test_r_chk_1_fifteen_digits_get_a_hint() -> None:
    with pytest.raises(InvalidIdentifier, match="请输入18位") as refusal:
        ResidentId.parse("110105491231002")
    assert refusal.value.rule == "R-CHK-1"
    assert refusal.value.code == "invalid_id_number"


@pytest.mark.parametrize("text", ["", "1101051949123100", "3714021990010112٣9", "X" * 18])
def test_r_chk_1_other_forms_are_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier, match="18位"):
        ResidentId.parse(text)


@pytest.mark.parametrize("birth", ["19900230", "19901301", "00000101", "20190229"])
def test_r_chk_1_the_date_of_birth_must_exist(birth: str) -> None:
    with pytest.raises(InvalidIdentifier, match="不存在"):
        ResidentId.parse(id_number(f"371402{birth}123"))


def test_r_chk_1_the_date_of_birth_is_not_in_the_future() -> None:
    born_that_day = id_number("37140220190829123")
    assert ResidentId.parse(born_that_day, today=date(2019, 8, 29)).birth_date == date(2019, 8, 29)
    with pytest.raises(InvalidIdentifier, match="晚于今天"):
        ResidentId.parse(born_that_day, today=date(2019, 8, 28))
    with pytest.raises(InvalidIdentifier, match="晚于今天"):
        ResidentId.parse(id_number("37140299990101123"))


SEEN_AS_18_DIGITS = [
    " 3714021990 0101 1239",
    "\u202d371402199001011239\u202c",
    "'371402199001011239",
    "３７１４０２１９９００１０１１２３９",
    "371402\u200b19900101\u00a01239\t",
]


@pytest.mark.parametrize("text", SEEN_AS_18_DIGITS)
def test_r_chk_1_what_is_seen_is_what_counts(text: str) -> None:
    assert ResidentId.parse(text).value == "371402199001011239"


def test_r_chk_1_a_permanent_residence_number_has_its_province_behind_the_9() -> None:
    assert ResidentId.parse(id_number("93715619900101123")).warning is None
    assert ResidentId.parse(id_number("99915619900101123")).warning is not None
    assert ResidentId.parse(id_number("93715619900101123")).birth_date == date(1990, 1, 1)


def test_r_chk_1_an_unknown_region_is_only_a_warning() -> None:
    assert ResidentId.parse(id_number("99140219900101123")).warning is not None
    assert ResidentId.parse("371402199001011239").warning is None
    assert ResidentId.parse(id_number("37240119700101123")).warning is None  # 县级德州市, abolished


@given(
    st.sampled_from(["371402", "110105", "830000"]),
    st.dates(date(1900, 1, 1), date(2020, 1, 1)),
    st.integers(0, 999),
)
def test_r_chk_1_every_well_formed_number_is_accepted(region: str, born: date, rest: int) -> None:
    number = id_number(f"{region}{born:%Y%m%d}{rest:03d}")
    assert ResidentId.parse(number.lower()).birth_date == born


def test_e45_luhn_digit_of_a_bank_card() -> None:
    assert BankCard.parse("6222021612003456788").tail == "6788"
    for wrong in "012345679":
        with pytest.raises(InvalidIdentifier, match="校验位"):
            BankCard.parse(f"622202161200345678{wrong}")


@given(st.text("0123456789", min_size=15, max_size=18), st.data())
def test_e45_swapping_unequal_neighbours_is_caught_except_09_and_90(
    body: str, data: st.DataObject
) -> None:
    check = next(digit for digit in "0123456789" if luhn_sum(body + digit) % 10 == 0)
    card = BankCard.parse(body + check).value
    at = data.draw(st.integers(0, len(card) - 2))
    pair = card[at : at + 2]
    swapped = card[:at] + pair[::-1] + card[at + 2 :]
    caught = luhn_sum(swapped) % 10 != 0
    assert caught == (pair[0] != pair[1] and pair not in {"09", "90"})


@pytest.mark.parametrize(
    "text", ["", "622202161200345", "62220216120034567881", "62220216١2003456"]
)
def test_r_chk_2_a_card_has_16_to_19_digits(text: str) -> None:
    with pytest.raises(InvalidIdentifier, match="16至19位"):
        BankCard.parse(text)


def test_r_chk_2_spaces_and_hyphens_are_understood() -> None:
    assert BankCard.parse("6222 0216-1200 3456788").value == "6222021612003456788"


@pytest.mark.parametrize(
    "text", ["6222\u202d021612003456788", "６２２２０２１６１２００３４５６７８８"]
)
def test_r_chk_2_what_is_seen_is_what_counts(text: str) -> None:
    assert BankCard.parse(text).value == "6222021612003456788"


def test_r_chk_3_what_is_seen_is_what_counts() -> None:
    assert str(SocialCreditCode.parse("9111 0000\u200b6000３7341L")) == "91110000600037341L"


def test_e46_check_character_of_a_social_credit_code() -> None:
    assert str(SocialCreditCode.parse("91110000600037341l")) == "91110000600037341L"
    for wrong in set(CREDIT_CODE_ALPHABET) - {"L"}:
        with pytest.raises(InvalidIdentifier, match="校验位"):
            SocialCreditCode.parse(f"91110000600037341{wrong}")


@pytest.mark.parametrize(
    "text", ["", "9111000060003734", "9111000060003734IL", "91110O00600037341L"]
)
def test_r_chk_3_other_forms_are_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier, match="18位") as refusal:
        SocialCreditCode.parse(text)
    assert refusal.value.rule == "R-CHK-3"


@pytest.mark.parametrize(
    "text", ["13800138000", "+86 138 0013 8000", "0086-13800138000", "8613800138000"]
)
def test_a_mainland_mobile_number_is_reduced_to_11_digits(text: str) -> None:
    assert Phone.parse(text).value == "13800138000"


@pytest.mark.parametrize(
    "text", ["138\u00a00013\u200b8000", "１３８００１３８０００", "138–0013–8000"]
)
def test_r_chk_4_a_phone_is_what_is_seen(text: str) -> None:
    assert Phone.parse(text).value == "13800138000"


@pytest.mark.parametrize("text", ["", "12800138000", "1380013800", "138001380000", "+85291234567"])
def test_other_phone_numbers_are_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier, match="11位"):
        Phone.parse(text)


def test_r_chk_4_text_forms_are_masked() -> None:
    resident = ResidentId.parse("371402199001011239")
    card = BankCard.parse("6222021612003456788")
    phone = Phone.parse("13800138000")
    for shown in (f"{resident}", repr(resident), str(resident)):
        assert shown == "ResidentId(3714**********1239)"
    assert str(card) == "BankCard(***************6788)"
    assert str(phone) == "Phone(138****8000)"
    assert phone.tail == "8000"


def test_r_chk_4_masks() -> None:
    assert mask_id_number("371402199001011239") == "3714**********1239"
    assert mask_card("6222021612003456788") == "***************6788"
    assert mask_phone("13800138000") == "138****8000"
    assert mask_name("张小明") == "张**"
    assert mask_name("李") == "李*"
