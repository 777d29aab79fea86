"""What goes in and out over HTTP: web authorisation, bindings, the signature of a page, businesses."""

import uuid
from datetime import datetime

from pydantic import ConfigDict, Field

from shared.base.shape import Shape
from wechat.rules.businesses import Column
from wechat.store.bindings import Binding


class NewAuthorisation(Shape):
    """Somebody wants to bind the WeChat user in whose browser the hall is open."""

    model_config = ConfigDict(extra="forbid")


class Authorisation(Shape):
    """Where to go, and what to keep until one is back."""

    authorize_url: str
    """Where WeChat asks its user; it leads back to the hall's page with `code` and `state`."""
    secret: str
    """Stays in this browser; without it `code` and `state` are worth nothing."""
    expires_at: datetime


class NewBinding(Shape):
    """What came back from WeChat, and the secret that stayed."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(min_length=1, max_length=200, pattern=r"^[A-Za-z0-9_-]+$")
    """One-time code of WeChat's web authorisation; good for five minutes."""
    state: str = Field(min_length=1, max_length=100)
    """As WeChat gave it back."""
    secret: str = Field(min_length=1, max_length=100)
    """As `POST /api/wechat/authorisations` gave it."""


class BindingShown(Shape):
    """A WeChat user that stands for the caller."""

    binding_id: uuid.UUID
    bound_at: datetime
    """When it was bound."""
    following: bool
    """Whether it follows the official account: nothing is sent otherwise."""
    classes: list[str] = Field(examples=[["progress", "money"]])
    """Classes of notices that it has subscribed to; what is not among them is texted."""

    @classmethod
    def of(cls, binding: Binding) -> "BindingShown":
        """Show a binding."""
        return cls(
            binding_id=binding.binding_id,
            bound_at=binding.bound_at,
            following=binding.following,
            classes=list(binding.classes),
        )


class Bindings(Shape):
    """All of the caller's."""

    items: list[BindingShown]


class Unbinding(Shape):
    """The binding is to end."""

    model_config = ConfigDict(extra="forbid")


class Unbound(Shape):
    """The binding has ended."""

    binding_id: uuid.UUID


class PageSignature(Shape):
    """What `wx.config` of WeChat's JS-SDK needs on a page."""

    app_id: str
    """AppID of the official account."""
    timestamp: int
    """Seconds since 1970 (UTC)."""
    nonce: str
    """Random, once."""
    signature: str
    """SHA-1 over ticket, nonce, timestamp and the page's address."""


class BusinessShown(Shape):
    """Something that can be done or looked up."""

    title: str = Field(examples=["离退休提取"])
    """As the menu has it."""
    page: str = Field(examples=["/hall/apply/retirement"])
    """Path in the hall."""


class ColumnShown(Shape):
    """A column of the account's menu."""

    title: str = Field(examples=["我要办"])
    """As the menu has it."""
    businesses: list[BusinessShown]
    """From top to bottom."""


class Menu(Shape):
    """The account's menu."""

    columns: list[ColumnShown]
    """From left to right."""
    subscriptions: dict[str, str]
    """Class of notices → id of WeChat's template, for `wx-open-subscribe`."""

    @classmethod
    def of(cls, columns: tuple[Column, ...], subscriptions: dict[str, str]) -> "Menu":
        """Show the menu."""
        return cls(
            columns=[
                ColumnShown(
                    title=column.title,
                    businesses=[
                        BusinessShown(title=one.title, page=one.page) for one in column.businesses
                    ],
                )
                for column in columns
            ],
            subscriptions=subscriptions,
        )
