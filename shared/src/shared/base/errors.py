"""What a service refuses: a stable code, one Chinese sentence, and the rule where there is one.

Every service's tree of errors grows from here; `shared.http` answers them with problem details.
"""


class ServiceError(Exception):
    """Something asked for that is not possible in this situation."""

    status = 409
    code = "not-possible"
    rule: str | None = None
    detail = "当前无法办理此操作。"

    def __init__(self, **extra: object) -> None:
        """`extra` is told to the caller beside the sentence."""
        super().__init__()
        self.extra = extra

    def __str__(self) -> str:
        return self.detail
