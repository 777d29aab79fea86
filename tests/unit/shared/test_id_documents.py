"""Identity documents beside the resident ID, appendix A.1, by the forms of their numbers (R-CHK-1)."""

import pytest

from shared.base.cleaning import InvalidIdentifier
from shared.base.id_documents import IdDocument, IdType


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (IdType.RESIDENT_ID, "11010519491231002x", "11010519491231002X"),
        (IdType.RESIDENT_ID, "810000199001010051", "810000199001010051"),
        (IdType.OFFICER_ID, "军字第 1234567 号", "军字第1234567号"),
        (IdType.PASSPORT, "e12345678", "E12345678"),
        (IdType.PASSPORT, "Ｇ１２３４５６７８", "G12345678"),
        (IdType.PERMANENT_RESIDENCE, "usa123456789012", "USA123456789012"),
        (IdType.OTHER, "H12345678", "H12345678"),
        (IdType.OTHER, "12345678", "12345678"),
    ],
)
def test_r_chk_1_each_type_has_its_forms(kind: IdType, typed: str, value: str) -> None:
    found = IdDocument.parse(kind, typed)
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    ("kind", "typed", "says"),
    [
        (IdType.RESIDENT_ID, "E12345678", "18位"),
        (IdType.OFFICER_ID, "1234567", "军官证"),
        (IdType.PASSPORT, "PASSPORT", "护照"),
        (IdType.PASSPORT, "E1", "护照"),
        (IdType.PERMANENT_RESIDENCE, "US123456789012", "永久居留"),
        (IdType.OTHER, "号", "证件号码"),
    ],
)
def test_r_chk_1_other_forms_are_refused_by_the_name_of_the_type(
    kind: IdType, typed: str, says: str
) -> None:
    with pytest.raises(InvalidIdentifier, match=says):
        IdDocument.parse(kind, typed)


@pytest.mark.parametrize("kind", [IdType.RESIDENT_ID, IdType.PERMANENT_RESIDENCE])
def test_r_acc_8_a_new_permit_is_one_document_whatever_type_was_chosen(kind: IdType) -> None:
    found = IdDocument.parse(kind, "911124198108030024")
    assert (found.kind, found.lookup_key) == (IdType.PERMANENT_RESIDENCE, "911124198108030024")
    assert found.warning is None
    with pytest.raises(InvalidIdentifier, match="校验位"):
        IdDocument.parse(kind, "911124198108030025")


def test_r_acc_8_a_number_belongs_to_its_type() -> None:
    passport = IdDocument.parse(IdType.PASSPORT, "12345678")
    permit = IdDocument.parse(IdType.OTHER, "12345678")
    assert passport.lookup_key != permit.lookup_key
    assert (
        IdDocument.parse(IdType.RESIDENT_ID, "371402199001011239").lookup_key
        == "371402199001011239"
    )
    assert "371402199001011239" not in repr(
        IdDocument.parse(IdType.RESIDENT_ID, "371402199001011239")
    )
