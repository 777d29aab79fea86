"""Codes of subjects to the character, each worked by hand (R-CRD-7 to 9)."""

import pytest
from tests.support.credit import CENTRE_CODE, FIRM_CODE, code_of

from credit.domain import SubjectKind
from credit.rules.codes import holder_of, organisation_check, organisation_code, register_of
from shared.base.identifiers import InvalidIdentifier, ResidentId, SocialCreditCode


@pytest.mark.parametrize(
    ("body", "check"),
    [
        # 1·1 2·3 3·9 7·27 1·19 4·26 0 0 21·20 11·29 2·25 8·13 4·8 9·24 1·10 7·30 3·28 = 1791, mod 31 = 24
        ("12371400MB2849173", "7"),
        # sum 1728, mod 31 = 23
        ("91371400MA3C0AB12", "8"),
        # sum 538, mod 31 = 11, 31 - 11 = 20, the 21st sign of the alphabet
        ("91110000600037341", "L"),
    ],
)
def test_r_crd_8_the_check_character_of_the_unified_code(body: str, check: str) -> None:
    assert SocialCreditCode.parse(body + check).value == body + check
    others = set("0123456789ABCDEFGHJKLMNPQRTUWXY") - {check}
    for other in sorted(others):
        with pytest.raises(InvalidIdentifier):
            SocialCreditCode.parse(body + other)


def test_r_crd_8_the_codes_of_the_tests_are_right() -> None:
    for code in (CENTRE_CODE, FIRM_CODE, code_of(1), code_of(77, head="51371402")):
        assert SocialCreditCode.parse(code).value == code


@pytest.mark.parametrize("letter", "IOSVZ")
def test_r_crd_7_five_letters_are_in_no_unified_code(letter: str) -> None:
    with pytest.raises(InvalidIdentifier):
        SocialCreditCode.parse(f"9137140{letter}MA3C0AB128")


@pytest.mark.parametrize(
    ("head", "holder", "register"),
    [
        ("91", "企业", SubjectKind.LEGAL_PERSON),
        ("92", "个体工商户", SubjectKind.LEGAL_PERSON),
        ("93", "农民专业合作社", SubjectKind.LEGAL_PERSON),
        ("11", "机关", SubjectKind.ORGANISATION),
        ("12", "事业单位", SubjectKind.ORGANISATION),
        ("51", "社会团体", SubjectKind.ORGANISATION),
        ("52", "民办非企业单位", SubjectKind.ORGANISATION),
        ("53", "基金会", SubjectKind.ORGANISATION),
        ("Y1", "其他组织", SubjectKind.ORGANISATION),
    ],
)
def test_r_crd_7_the_register_follows_from_the_first_two_characters(
    head: str, holder: str, register: SubjectKind
) -> None:
    code = f"{head}371400MB28491737"
    assert (holder_of(code), register_of(code)) == (holder, register)


@pytest.mark.parametrize(
    ("body", "check"),
    [
        ("60003734", "1"),  # 18+0+0+0+15+56+12+8 = 109, mod 11 = 10, 11 - 10 = 1
        ("00000001", "9"),  # 2, 11 - 2 = 9
        ("00000006", "X"),  # 12, mod 11 = 1, 10 is X
        ("10000001", "6"),  # 3 + 2 = 5
        ("10000004", "0"),  # 3 + 8 = 11, mod 11 = 0, 11 is 0
    ],
)
def test_r_crd_7_the_check_character_of_an_organisation_code(body: str, check: str) -> None:
    assert organisation_check(body) == check
    assert organisation_code(f"{body}-{check}") == body + check
    with pytest.raises(InvalidIdentifier):
        organisation_code(f"{body}-{'2' if check != '2' else '3'}")


def test_r_crd_9_the_check_character_of_the_citizen_id() -> None:
    # 21 63 10 20 0 8 2 9 54 0 0 9 0 5 8 8 6 = 223, mod 11 = 3
    assert ResidentId.parse("371402199001011239").value == "371402199001011239"
    # the standard's own: 167, mod 11 = 2
    assert ResidentId.parse("11010519491231002x").value == "11010519491231002X"
    with pytest.raises(InvalidIdentifier):
        ResidentId.parse("371402199001011238")
