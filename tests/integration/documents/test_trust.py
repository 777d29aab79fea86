"""Why a document can be believed: signature, QR code, public check, two people who withdraw it (R-CRT-3)."""

import hashlib
import io
import subprocess
import uuid
from pathlib import Path

import zxingcpp
from cryptography import x509
from PIL import Image
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from tests.support.pdf import fonts_of, judged_by_poppler
from tests.support.two_people import holds_against_insiders

from local.certificates import Certificates
from shared.identity.principal import Principal, Role
from shared.messages.documents import DocumentRequested, DocumentWithdrawn

from .conftest import Document, Office, said
from .test_each_kind import saver


async def certificate(office: Office) -> Document:
    person = await saver(office)
    return await office.document(office.person(person.person_id), kind="contribution")


async def signature_holds(pdf: bytes, seal: Certificates) -> bool:
    """Ask pyHanko's validator, which trusts our authority alone."""
    roots = [load_cert_from_pemder(str(seal.authority))]
    (found,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    status = await async_validate_pdf_signature(found, ValidationContext(trust_roots=roots))
    return bool(status.bottom_line and status.docmdp_ok)


async def test_r_crt_3_the_signature_holds_by_two_judges(
    office: Office, seal: Certificates, tmp_path: Path
) -> None:
    made = await certificate(office)
    assert await signature_holds(made.pdf, seal)
    path = tmp_path / "made.pdf"
    path.write_bytes(made.pdf)
    told = judged_by_poppler(path)
    assert "Signature is Valid." in told, told
    assert "ETSI.CAdES.detached" in told
    assert "Total document signed" in told
    edited = tmp_path / "edited.pdf"
    place = made.pdf.index(b"stream\r\n" if b"stream\r\n" in made.pdf else b"stream\n") + 40
    edited.write_bytes(made.pdf[:place] + bytes([made.pdf[place] ^ 1]) + made.pdf[place + 1 :])
    assert "Signature is Valid." not in judged_by_poppler(edited)


async def test_the_seal_is_the_centres_own(seal: Certificates) -> None:
    found = x509.load_pem_x509_certificates(seal.seal.certificate.read_bytes())
    usage = found[0].extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.content_commitment
    assert len(found) == 2


async def test_it_is_pdf_a_with_every_font_embedded(office: Office) -> None:
    made = await certificate(office)
    assert b'pdfaid:part="2"' in made.pdf or b"<pdfaid:part>2</pdfaid:part>" in made.pdf
    assert set(fonts_of(made.pdf)) == {("yes", "yes", "yes")}
    assert len(made.pdf) < 200_000


def picture(document: Document, folder: Path) -> Path:
    """Draw the first page as somebody would print it."""
    path = folder / "page.pdf"
    path.write_bytes(document.pdf)
    subprocess.run(
        ["pdftoppm", "-r", "150", "-png", "-singlefile", str(path), str(folder / "page")],
        check=True,
    )
    return folder / "page.png"


async def test_r_crt_3_the_qr_code_read_from_the_picture_leads_to_the_check(
    office: Office, tmp_path: Path
) -> None:
    made = await certificate(office)
    with Image.open(picture(made, tmp_path)) as drawn:
        (read,) = zxingcpp.read_barcodes(drawn)
    assert (
        read.text == f"https://gjj.example.cn/api/documents/checks/{made.number}?code={made.code}"
    )
    path, _, code = read.text.removeprefix("https://gjj.example.cn").partition("?code=")
    answer = await office.client.get(path, params={"code": code})
    assert answer.json() == {"outcome": "match", "outcome_text": "相符"}


async def test_r_crt_3_edited_forged_and_withdrawn_documents_are_told_apart(office: Office) -> None:
    made = await certificate(office)
    digest = hashlib.sha256(made.pdf).hexdigest()
    assert await office.check(made.number, made.code) == "match"
    assert await office.check(made.number.lower(), made.code.lower().replace("-", " ")) == "match"
    assert await office.check(made.number, made.code, sha256=digest) == "match"
    edited = hashlib.sha256(made.pdf + b" ").hexdigest()
    assert await office.check(made.number, made.code, sha256=edited) == "no_match"
    assert await office.check(made.number, "AAAA-AAAA-AAAA-AAAA") == "no_match"
    assert await office.check("GJJ20260302000999977", made.code) == "no_match"
    assert await office.check("x", made.code) == "no_match"

    body = {
        "number": made.number,
        "reason": "单位申报有误，重新出具",
        "evidence": ["公积金〔2026〕8号"],
    }
    await holds_against_insiders(office.desk, "/revocations", body)
    assert await office.check(made.number, made.code) == "withdrawn"
    assert await office.check(made.number, "AAAA-AAAA-AAAA-AAAA") == "no_match"
    (told,) = await said(office.context, DocumentWithdrawn)
    assert told.number == made.number


async def test_a_withdrawn_document_is_not_handed_out_and_the_next_one_is_another(
    office: Office,
) -> None:
    person = await saver(office)
    caller = office.person(person.person_id)
    made = await office.document(caller, kind="contribution")
    body = {"number": made.number, "reason": "打印有误"}
    assert (await office.desk.by_two("/revocations", body)).status_code == 200
    (listed,) = (await caller.get("/requests")).json()["items"]
    assert (await caller.get(f"/requests/{listed['request_id']}/pdf")).status_code == 409
    again = await office.document(caller, kind="contribution")
    assert again.number != made.number
    assert await office.check(again.number, again.code) == "match"


async def test_the_same_day_and_the_same_facts_give_the_same_document(office: Office) -> None:
    person = await saver(office)
    caller = office.person(person.person_id)
    first = await office.document(caller, kind="contribution")
    second = await office.document(caller, kind="contribution")
    assert second == first
    (employer,) = await office.accounts.pool.fetchrow(
        "SELECT employer_number FROM individual_account WHERE number = $1", person.account_number
    )
    await office.accounts.remit(employer, "2026-02")
    third = await office.document(caller, kind="contribution")
    assert third.number != first.number
    assert "3,840.00元" in third.text


async def test_facts_come_in_any_order_and_twice(office: Office) -> None:
    person = await saver(office)
    caller = office.person(person.person_id)
    for loans_first in (True, False):
        request_id = await office.asked(caller, kind="cross_city")
        await office.tell(twice=True, loans_first=loans_first)
        await office.print_all()
        shown = (await caller.get(f"/requests/{request_id}")).json()
        assert shown["state"] == "issued"
    assert await office.context.pool.fetchval("SELECT count(*) FROM document") == 1
    row = await office.context.pool.fetchrow("SELECT * FROM request LIMIT 1")
    assert (row["contributions_sealed"], row["loans_sealed"]) == (None, None)


async def test_a_strangers_document_is_not_there(office: Office) -> None:
    person = await saver(office)
    request_id = await office.asked(office.person(person.person_id), kind="contribution")
    stranger = office.person(uuid.uuid4())
    for path in (f"/requests/{request_id}", f"/requests/{request_id}/pdf"):
        assert (await stranger.get(path)).status_code == 404
    assert (await stranger.get("/requests")).json()["items"] == []


async def test_staff_print_for_others_and_say_why_and_never_for_themselves(office: Office) -> None:
    person = await saver(office)
    own = uuid.uuid4()
    maker = office.caller(
        Principal(uuid.uuid4(), Role.STAFF_MAKER, None, None, "李*", "counter", own)
    )
    body = {
        "kind": "contribution",
        "person_id": str(person.person_id),
        "reason": "本人持证到柜台申请",
    }
    assert (await maker.post("/counter-requests", body)).status_code == 202
    row = await office.context.pool.fetchrow("SELECT asked_by_role, reason FROM request")
    assert dict(row) == {"asked_by_role": "staff_maker", "reason": "本人持证到柜台申请"}
    without = {key: value for key, value in body.items() if key != "reason"}
    assert (await maker.post("/counter-requests", without)).status_code == 422
    refused = await maker.post("/counter-requests", body | {"person_id": str(own)})
    assert (refused.status_code, refused.json()["title"]) == (403, "own-matter")


async def test_nobody_asks_for_more_in_a_day_than_anybody_needs(office: Office) -> None:
    person = uuid.uuid4()
    limit = office.context.settings.requests_per_day
    for _ in range(limit):
        await office.asked(office.person(person), kind="contribution")
    answer = await office.person(person).post("/requests", {"kind": "contribution"})
    assert (answer.status_code, answer.json()["title"]) == (429, "too-many-documents")
    assert len(await said(office.context, DocumentRequested)) == limit
