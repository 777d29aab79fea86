"""Files that people send: streamed to a temporary file with a bound and a digest, never whole in memory.

The body of the request is the file itself. By the time that its first piece is asked for, the gate has
looked at the sender and the size (`shared.http.gate`). The file has no name on the disk, only this process
can read it, and it is gone when the request is answered.
"""

import hashlib
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import cached_property
from typing import IO, Any
from urllib.parse import unquote
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from shared.base.shape import Shape
from shared.http.gate import up_to
from shared.http.problems import ProblemError

FILE_NAME_CHARACTERS = 200


def shown_name(header: str | None) -> str:
    """What a file is called, by its header `File-Name` (percent-encoded UTF-8): what can be seen of it."""
    return "".join(filter(str.isprintable, unquote(header or "")))[:FILE_NAME_CHARACTERS]


class UploadName(Shape):
    """What makes it the same upload: give it to `IdempotentPost.once` as the body."""

    sha256: str
    size_bytes: int


@dataclass(frozen=True)
class Upload:
    """A file that has come whole."""

    file: IO[bytes]
    """At its beginning; closed with the request."""
    media_type: str
    name: UploadName


class UploadBody:
    """A dependency that receives the body as a file, and how the API's description shows it.

        LISTS = UploadBody(20 * 1024 * 1024, "text/csv")
        List = Annotated[Upload, Depends(LISTS)]

        @router.post("/…/uploads", openapi_extra=LISTS.described)
        async def upload(body: List, caller: OfficePost) -> Response: …

    At the edge, paths that end in `/uploads` may be large.
    """

    def __init__(self, max_bytes: int, *media_types: str) -> None:
        self._max_bytes = max_bytes
        self._media_types = media_types

    @cached_property
    def described(self) -> dict[str, Any]:
        """For the route's `openapi_extra=`: without it, the body may not be large."""
        schema = {"type": "string", "format": "binary"}
        content = {media_type: {"schema": schema} for media_type in self._media_types}
        return {**up_to(self._max_bytes), "requestBody": {"required": True, "content": content}}

    async def __call__(self, request: Request) -> AsyncIterator[Upload]:
        """Receive it; raises a problem: 415 for another media type, 400 for nothing, 413, 408."""
        media_type = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if media_type not in self._media_types:
            raise ProblemError(415, "media-type", "不支持此文件格式。")
        with tempfile.TemporaryFile() as file:
            name = await _receive(request, file)
            if name.size_bytes == 0:
                raise ProblemError(400, "empty-file", "文件内容为空。")
            file.seek(0)
            yield Upload(file, media_type, name)


async def _receive(request: Request, file: IO[bytes]) -> UploadName:
    digest, size_bytes = hashlib.sha256(), 0
    async for piece in request.stream():
        digest.update(piece)
        size_bytes += file.write(piece)
    return UploadName(sha256=digest.hexdigest(), size_bytes=size_bytes)


def attached(pdf: bytes, file_id: UUID) -> Response:
    """Hand back what somebody sent in, as a file that no page shows and nobody on the way keeps."""
    headers = {
        "Content-Disposition": f'attachment; filename="{file_id}.pdf"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
    }
    return Response(pdf, media_type="application/pdf", headers=headers)
