"""The floor of `calls`: a bare clock of 20 ms that sends a packet to each port of the command line."""

import asyncio
import socket
import sys

from hotline.media.packets import Packet, write

FRAME_SECONDS = 0.020
VOICE = bytes(160)


async def main(ports: list[int]) -> None:
    """Send until it is killed."""
    loop, sending = asyncio.get_running_loop(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sequence, due = 0, loop.time()
    while True:
        sequence += 1
        packet = write(Packet(8, False, sequence % 2**16, sequence * 160 % 2**32, 7, VOICE))
        for port in ports:
            sending.sendto(packet, ("127.0.0.1", port))
        due += FRAME_SECONDS
        await asyncio.sleep(max(0.0, due - loop.time()))


if __name__ == "__main__":
    asyncio.run(main([int(port) for port in sys.argv[1:]]))
