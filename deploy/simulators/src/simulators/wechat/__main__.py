"""`python -m simulators.wechat`: WeChat's API, its phones and their control on one port."""

import logging

import uvloop

from simulators.serving import serve_app
from simulators.wechat.account import Account
from simulators.wechat.app import app_of
from simulators.wechat.settings import WechatSettings


async def serve(settings: WechatSettings) -> None:
    """Run until a signal."""
    account = Account(settings)
    try:
        await serve_app(app_of(account), settings.host, settings.port)
    finally:
        await account.close()


def main() -> None:
    """Start the simulator from WECHATSIM_* in the environment."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(WechatSettings()))


if __name__ == "__main__":
    main()
