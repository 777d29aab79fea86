"""What portal keeps, why and how long: nothing about anybody, only what was published."""

from shared.privacy.kept import COMMON, Kept

KEPT = (
    *COMMON,
    Kept("notice", "网站公告", "政务公开留痕"),
    Kept("place", "服务网点", "告知办理地点和时间"),
    Kept("question", "常见问题", "告知办理方法"),
    Kept("guide", "办事指南", "告知办理条件和期限"),
    Kept("month_figures", "各月业务数据", "信息公开"),
)
