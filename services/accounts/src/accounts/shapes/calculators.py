"""What the calculator of contributions answers."""

from shared.base.shape import Shape


class DepositCalculated(Shape):
    """What is contributed each month (缴存试算)."""

    base_fen: int
    """The base that is counted."""
    employer_fen: int
    """The employer's part."""
    employee_fen: int
    """The employee's part."""
    total_fen: int
    """Both."""
    remark: str | None
    """Why the base is not the wage, where it is not."""
    ratios_allowed: bool
    """Whether both ratios are within today's limits."""
    ratio_min_bp: int
    """The least ratio."""
    ratio_max_bp: int
    """The highest ratio."""
