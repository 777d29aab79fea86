"""How a request gets to WeChat: the process's one client, and what people are told without an answer."""

from typing import Annotated

from fastapi import Depends, Request

from wechat import platform
from wechat.errors import AWAY_SECONDS, Reason, Refused
from wechat.platform import InDoubt, NotSent, Platform


async def get_platform(request: Request) -> Platform:
    """Give an endpoint the client of this process."""
    found: Platform = request.app.state.platform
    return found


PlatformDependency = Annotated[Platform, Depends(get_platform)]


def away() -> Refused:
    """What is answered while WeChat is away."""
    return Refused(Reason.WECHAT_AWAY, told={"retry_after_seconds": AWAY_SECONDS})


async def openid_of(client: Platform, code: str) -> str:
    """Learn who agreed in WeChat; raises `Refused`."""
    try:
        return await client.openid_of(code)
    except (NotSent, InDoubt) as error:
        raise away() from error
    except platform.Refused as error:
        raise Refused(Reason.CODE_NOT_GOOD) from error
