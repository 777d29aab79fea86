"""`python -m shared.base.healthy`: whether the service of this container answers that it is ready.

Asked of the container's own address, by TLS under the service's name if the service speaks it.
"""

import os
import socket
import ssl
import sys

TIMEOUT_SECONDS = 2.0


def ready(host: str, port: int, name: str, authority: str | None) -> bool:
    """Ask `/readyz`; with an authority's file by TLS, where the certificate must be one for `name`."""
    with socket.create_connection((host, port), TIMEOUT_SECONDS) as plain:
        context = ssl.create_default_context(cafile=authority)
        link = context.wrap_socket(plain, server_hostname=name) if authority else plain
        with link:
            link.sendall(
                f"GET /readyz HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n".encode()
            )
            return link.recv(64).split()[1:2] == [b"200"]


if __name__ == "__main__":
    told = os.environ
    authority = told.get("JWKS_CA_FILE") if "HTTP_CERT_FILE" in told else None
    try:
        sys.exit(not ready("127.0.0.1", int(told["HTTP_PORT"]), told["SERVICE"], authority))
    except OSError as error:
        sys.exit(str(error))
