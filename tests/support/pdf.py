"""PDF as readers that share no code with ours see it: poppler's text, fonts and signatures."""

import subprocess
from pathlib import Path


def pages_of(pdf: bytes) -> list[str]:
    """What stands on each page, without blanks."""
    read = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return ["".join(page.split()) for page in read.stdout.decode().split("\f")[:-1]]


def fonts_of(pdf: bytes) -> list[tuple[str, str, str]]:
    """Of each font whether it is embedded, a subset, and has its characters told (yes or no)."""
    told = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True)
    lines = [line.split()[-5:-2] for line in told.stdout.decode().splitlines()[2:]]
    return [(embedded, subset, told_) for embedded, subset, told_ in lines]


def judged_by_poppler(path: Path) -> str:
    """What it says of a file's signature."""
    told = subprocess.run(
        ["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=False
    )
    return told.stdout
