"""HTTP of the simulated WeChat: its API, the phones, the control."""

from fastapi import FastAPI

from simulators.wechat.account import Account
from simulators.wechat.api import api_of
from simulators.wechat.phones import phones_of


def app_of(account: Account) -> FastAPI:
    """Make the application of one running account."""
    app = FastAPI(title="WeChat", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(api_of(account))
    app.include_router(phones_of(account))
    return app
