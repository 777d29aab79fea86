"""HTTP in: parse, authorise, call, answer; no rule here."""

from notifications.api import texts, wordings

ROUTERS = (texts.router, wordings.router)
