"""The worker that redraws one file: reads it from its standard input, writes a PDF of pictures to its output.

It runs in a process of its own (`shared.base.redrawing`), for one file: without an environment, with a bound
on memory and processor time, so that a file made to harm harms nobody. Whatever was in the file beside what
one sees (scripts, forms, links, attachments, metadata, places) is not in what comes out. Exit 3: the standard
error holds a code of `shared.base.redrawing.Flaw`.
"""

import resource
import sys
from collections.abc import Iterator
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageOps, UnidentifiedImageError

from shared.base.workers import REFUSED

MEMORY_BYTES = 1024 * 1024 * 1024
PAGES_MOST = 20
PIXELS_MOST = 50_000_000
"""Of a picture that is sent, decoded: no small file unfolds into all of the memory."""
LONG_SIDE_PIXELS = 2_200
"""A4 at 190 dots per inch: small print can be read."""
QUALITY = 80
PDF = "application/pdf"


class Refused(Exception):
    """It cannot be redrawn; the code says why."""


def main() -> None:
    """Redraw the file that stands on the standard input; the argument is its media type."""
    seconds = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    data = sys.stdin.buffer.read()
    try:
        made = drawn(pages_of(data, sys.argv[1]))
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        sys.exit(REFUSED)
    sys.stdout.buffer.write(made)


def pages_of(data: bytes, media_type: str) -> Iterator[Image.Image]:
    """Decode the pages one after the other; raises `Refused`."""
    return _pdf_pages(data) if media_type == PDF else _picture(data)


def _picture(data: bytes) -> Iterator[Image.Image]:
    try:
        found = Image.open(BytesIO(data), formats=("JPEG", "PNG"))
        if found.width * found.height > PIXELS_MOST:
            raise Refused("too_large")
        yield _plain(ImageOps.exif_transpose(found))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("damaged") from error


def _pdf_pages(data: bytes) -> Iterator[Image.Image]:
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
        if count > PAGES_MOST:
            raise Refused("too_many_pages")
        for number in range(count):
            page = document[number]
            scale = LONG_SIDE_PIXELS / max(1.0, *page.get_size())
            yield _plain(page.render(scale=scale).to_pil())
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Refused("locked" if locked else "damaged") from error


def _plain(picture: Image.Image) -> Image.Image:
    """On white, without what is beside the pixels, not larger than can be read."""
    picture.thumbnail((LONG_SIDE_PIXELS, LONG_SIDE_PIXELS))
    page = Image.new("RGB", picture.size, "white")
    opaque = picture.convert("RGBA")
    page.paste(opaque, mask=opaque.getchannel("A"))
    return page


def drawn(pages: Iterator[Image.Image]) -> bytes:
    """Put pages into a PDF that holds nothing but pictures; each is compressed before the next is decoded."""
    pressed = []
    for page in pages:
        jpeg = BytesIO()
        page.save(jpeg, "JPEG", quality=QUALITY)
        pressed.append(Image.open(jpeg, formats=("JPEG",)))
    if not pressed:
        raise Refused("damaged")
    made = BytesIO()
    first, *others = pressed
    first.save(made, "PDF", save_all=True, append_images=others, resolution=190, quality=QUALITY)
    return made.getvalue()


if __name__ == "__main__":
    main()
