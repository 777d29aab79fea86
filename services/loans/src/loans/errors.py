"""Why loans refuses something: a stable code, the rule, and one Chinese sentence."""

from shared.base.errors import ServiceError


class Refusal(ServiceError):
    """A rule does not allow it (拒绝); the edge answers 422 unless a subclass says otherwise."""

    status = 422

    def __init__(self, code: str, rule: str, detail: str) -> None:
        super().__init__()
        self.code = code
        self.rule = rule
        self.detail = detail


class Unknown(Refusal):
    """It does not exist, or is not the asker's: the same answer for both."""

    status = 404


class Conflict(Refusal):
    """The contract's state, or what was recorded before, does not allow it."""

    status = 409
