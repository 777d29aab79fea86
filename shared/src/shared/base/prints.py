"""One paper set by Typst: a form filled with JSON, PDF/A with every font in it; and a link as a QR code."""

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import segno
import typst

STANDARD: Final = "a-2u"
"""PDF/A-2u (ISO 19005-2): all that it needs is in it, for decades, and its text can be searched."""


def loaded(folder: Path) -> typst.Fonts:
    """Read the fonts below a folder, and no others."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])


def filled(form: bytes, fonts: typst.Fonts, content: Mapping[str, Any]) -> bytes:
    """Set a form that reads `content` and its `link` as a picture, `qr`."""
    whole = {**content, "qr": qr_svg(content["link"])}
    return typst.compile(
        form,
        font_paths=fonts,
        sys_inputs={"content": json.dumps(whole, ensure_ascii=False)},
        pdf_standards=STANDARD,
    )


def qr_svg(link: str) -> str:
    """Draw a link as a QR code that survives a fold and a stain (level M)."""
    drawn = io.BytesIO()
    segno.make(link, error="m").save(drawn, kind="svg", border=1, xmldecl=False)
    return drawn.getvalue().decode()
