"""One document: form filled, QR code drawn, signed; in a process of its own that knows no database."""

import io
import json
import multiprocessing
import os
import threading
from dataclasses import dataclass
from importlib import resources
from multiprocessing.connection import wait

import typst
from pyhanko.pdf_utils.reader import PdfFileReader

from documents.domain import Printed
from documents.work.keys import Press
from documents.work.signing import FileSigner, Signer
from shared.base import fonts, prints

FORM = "certificate.typ"


@dataclass
class _Worker:
    """What a worker process keeps between two documents."""

    fonts: typst.Fonts
    signer: Signer
    form: bytes


_workers: list[_Worker] = []


def set_up(press: Press) -> None:
    """Prepare this process; it ends with the one that made it, however that one ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    fonts.demand(press.fonts)
    form = resources.files("documents").joinpath("forms", FORM).read_bytes()
    _workers[:] = [
        _Worker(prints.loaded(press.fonts), FileSigner(press.keys, press.centre_name), form)
    ]


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def print_form(text: str) -> Printed:
    """Print and sign what a form says, JSON; the process must have been set up."""
    (worker,) = _workers
    form = json.loads(text)
    pdf = prints.filled(worker.form, worker.fonts, form)
    return Printed(worker.signer.sign(pdf, form["title"]), pages_of(pdf))


def pages_of(pdf: bytes) -> int:
    """Count the pages."""
    return int(PdfFileReader(io.BytesIO(pdf)).root["/Pages"]["/Count"])
