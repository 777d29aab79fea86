"""Why somebody cannot log in, or staff cannot be changed: a stable code and one Chinese sentence."""

from datetime import timedelta

from shared.base.errors import ServiceError


class LoginError(ServiceError):
    """Returned, not raised, by what must commit its count of failures; `transact` raises it."""

    status = 401
    code = "login-failed"
    detail = "登录失败。"


def whole_seconds(wait: timedelta) -> int:
    """Round a wait up, so that whoever waits that long is let in."""
    return max(1, -(-wait // timedelta(seconds=1)))


def spoken(wait: timedelta) -> str:
    """Say a wait in Chinese, rounded up."""
    seconds = whole_seconds(wait)
    if seconds < 60:
        return f"{seconds}秒"
    minutes = -(-seconds // 60)
    return f"{minutes}分钟" if minutes < 120 else f"{-(-minutes // 60)}小时"


class MustWait(LoginError):
    """Something was tried too often."""

    status = 429
    sentence = "操作过于频繁，请{wait}后再试。"

    def __init__(self, wait: timedelta) -> None:
        super().__init__(retry_after_seconds=whole_seconds(wait))
        self.detail = self.sentence.format(wait=spoken(wait))


class TooManyRequests(MustWait):
    """From one address, or for one ID number."""

    code = "too-many-requests"


class CodeTooSoon(MustWait):
    """A code was sent just now."""

    code = "code-sent-just-now"
    sentence = "验证码刚刚发送过，请{wait}后再重新获取。"


class Locked(MustWait):
    """Failures in a row."""

    code = "login-locked"
    sentence = (
        "登录失败次数过多，为保护您的账户已暂停登录，请{wait}后再试。如非本人操作，请致电12329。"
    )


class WrongCode(LoginError):
    """There are tries left."""

    code = "wrong-code"

    def __init__(self, tries_left: int) -> None:
        super().__init__(tries_left=tries_left)
        self.detail = f"验证码不正确，还可以尝试{tries_left}次。"


class CodeExhausted(LoginError):
    """The challenge is dead."""

    code = "code-exhausted"
    detail = "验证码输入错误次数过多，已作废，请重新获取。"


class CodeExpired(LoginError):
    """Too late, used, replaced, or never issued; nobody can tell which."""

    code = "code-expired"
    detail = "验证码已失效，请重新获取。"


class WrongCredentials(LoginError):
    """Login, password, one-time password or secret; nobody can tell which."""

    code = "wrong-credentials"
    detail = "账号、密码或动态口令不正确。"


class ActivationFailed(LoginError):
    """The activation code is wrong, used or too old; nobody can tell which."""

    code = "activation-failed"
    detail = "账号或激活码不正确，或激活码已失效，请联系管理员。"


class SessionEnded(LoginError):
    """The refresh token continues nothing."""

    code = "session-ended"
    detail = "登录已失效，请重新登录。"


class RefreshReused(LoginError):
    """A refresh token was used twice: one of the two is a thief's."""

    code = "refresh-reused"
    detail = "检测到登录凭证被重复使用，为保护您的账户已退出登录，请重新登录。"


class NotReady(LoginError):
    """There is no signing key yet."""

    status = 503
    code = "try-again"
    detail = "系统正在启动，请稍后重试。"

    def __init__(self) -> None:
        super().__init__(retry_after_seconds=2)


class StaffError(LoginError):
    """An administrator asked for what is not possible."""

    status = 409


class LoginTaken(StaffError):
    """Logins are unique."""

    code = "login-taken"
    detail = "该登录账号已被使用。"


class PhoneTaken(StaffError):
    """Codes reach one member of staff."""

    code = "phone-taken"
    detail = "该手机号码已被另一名工作人员使用。"


class PhoneOfSomebodyElse(StaffError):
    """Codes would reach somebody else."""

    code = "phone-of-somebody-else"
    detail = "该手机号码已登记在他人名下，请使用本人的手机号码。"


class OneRolePerPerson(StaffError):
    """Maker and checker are different people."""

    code = "one-role-per-person"
    detail = "该人员已有一个有效的工作人员岗位，一人只能担任一个岗位；如需换岗，请先停用原账号。"


class NotYourself(StaffError):
    """An administrator cannot lock themselves out."""

    code = "not-yourself"
    detail = "不能停用或重置本人的账号，请由其他管理员操作。"


class AlreadyFounded(StaffError):
    """There is staff already: two administrators make more."""

    code = "already-founded"
    detail = "系统已有工作人员，请由两名管理员在系统内新增。"


class TwoAdministratorsNeeded(StaffError):
    """One alone could do nothing."""

    code = "two-administrators-needed"
    detail = "首批工作人员至少须有两名管理员。"


class UnknownStaff(StaffError):
    """It does not exist."""

    status = 404
    code = "not-found"
    detail = "没有找到您要的内容。"
