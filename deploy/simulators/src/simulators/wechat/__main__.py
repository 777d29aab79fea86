"""`python -m simulators.wechat`: WeChat's API, its phones and their control on one port."""

import logging

import uvicorn
import uvloop

from simulators.wechat.account import Account
from simulators.wechat.app import app_of
from simulators.wechat.settings import WechatSettings


async def serve(settings: WechatSettings) -> None:
    """Run until a signal; uvicorn handles SIGTERM and SIGINT."""
    account = Account(settings)
    try:
        config = uvicorn.Config(
            app_of(account),
            host=settings.host,
            port=settings.port,
            log_level="warning",
            access_log=False,
        )
        await uvicorn.Server(config).serve()
    finally:
        await account.close()


def main() -> None:
    """Start the simulator from WECHATSIM_* in the environment."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(WechatSettings()))


if __name__ == "__main__":
    main()
