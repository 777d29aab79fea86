"""Files that people send are drawn anew: what one sees of them is kept, and nothing else (R-WDR-21)."""

from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image

from shared.base import redraw
from shared.base.redraw import Refused, drawn, pages_of
from shared.base.redrawing import Flaw
from withdrawals.errors import Reason
from withdrawals.work.redrawing import WHY

ACTIVE = b"""%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/AA<</O<</S/URI/URI(http://evil.example)>>>>>>endobj
trailer<</Root 1 0 R>>"""


def picture(size: tuple[int, int] = (60, 40), kind: str = "PNG", mode: str = "RGB") -> bytes:
    made = BytesIO()
    Image.new(mode, size, 128 if mode == "1" else "red").save(made, kind)
    return made.getvalue()


def pdf(pages: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(20, 20)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def seen(made: bytes) -> list[tuple[int, int, int]]:
    """The middle of each page."""
    found = []
    for page in pypdfium2.PdfDocument(made):
        shown = page.render().to_pil().convert("RGB")
        found.append(shown.getpixel((shown.width // 2, shown.height // 2)))
    return found


def test_a_picture_is_seen_as_it_was() -> None:
    ((red, green, blue),) = seen(drawn(pages_of(picture(), "image/png")))
    assert red > 240
    assert max(green, blue) < 15


def test_what_is_transparent_is_white() -> None:
    made = BytesIO()
    Image.new("RGBA", (60, 40), (0, 0, 0, 0)).save(made, "PNG")
    assert seen(drawn(pages_of(made.getvalue(), "image/png"))) == [(255, 255, 255)]


@pytest.mark.parametrize("mode", ["1", "L", "CMYK"])
def test_every_kind_of_picture_is_redrawn(mode: str) -> None:
    made = BytesIO()
    Image.new(mode, (60, 40)).save(made, "JPEG" if mode == "CMYK" else "PNG")
    media_type = "image/jpeg" if mode == "CMYK" else "image/png"
    assert len(seen(drawn(pages_of(made.getvalue(), media_type)))) == 1


def test_what_a_pdf_would_do_is_not_in_what_is_kept() -> None:
    made = drawn(pages_of(ACTIVE, redraw.PDF))
    assert len(seen(made)) == 1
    for word in (b"JavaScript", b"OpenAction", b"URI", b"evil", b"/AA"):
        assert word in ACTIVE
        assert word not in made


def test_every_page_is_kept_and_no_more_than_twenty() -> None:
    assert len(seen(drawn(pages_of(pdf(3), redraw.PDF)))) == 3
    with pytest.raises(Refused, match="too_many_pages"):
        drawn(pages_of(pdf(21), redraw.PDF))


def test_a_small_file_that_unfolds_is_refused_before_it_does() -> None:
    bomb = picture((10_000, 5_001), mode="1")
    assert len(bomb) < 100_000
    with pytest.raises(Refused, match="too_large"):
        drawn(pages_of(bomb, "image/png"))


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"", redraw.PDF),
        (b"GIF89a", "image/png"),
        (picture()[:50], "image/png"),
        (picture(kind="GIF"), "image/png"),
        (pdf(1)[:40], redraw.PDF),
        (pdf(0), redraw.PDF),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, media_type: str) -> None:
    with pytest.raises(Refused, match="damaged"):
        drawn(pages_of(data, media_type))


def test_every_refusal_of_a_worker_has_its_words() -> None:
    assert set(WHY) == set(Flaw)
    assert set(WHY.values()) < set(Reason)
