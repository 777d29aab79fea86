"""What the city's centre publishes at its front door: places and notices, each by two people."""

from datetime import date

from city.clients import by_two
from city.seed.office import Office

HOURS = "周一至周五 上午8:30—12:00，下午13:30—17:30\n法定节假日以公告为准"
PLACES = (
    ("decheng", "德城服务大厅", "德城区东风中路1号（演示地址）", "0534-2612329", "全部业务"),
    ("lingcheng", "陵城服务大厅", "陵城区政府街8号（演示地址）", "0534-8212329", "全部业务"),
    ("yucheng", "禹城便民服务点", "禹城市行政街20号（演示地址）", "0534-7212329", "咨询\n自助打印证明"),
)  # fmt: skip
NOTICES = (
    (
        "网上服务厅开通提取全程网办的公告", "business",
        "提取、提前还款、出具证明均可在网上服务厅办理，全程不需要到柜台。\n"
        "申请之前，系统逐项告诉您现在能否办理、最多能提取多少；办理中的每一步都可以查看，并以短信告知。\n"
        "办理任何业务都不收费，中心也不会向您索要验证码。",
    ),
    (
        "关于防范冒充公积金工作人员诈骗的提示", "disclosure",
        "近期有人冒充中心工作人员，以“快速提取”“提高贷款额度”为名收取费用、索要验证码。\n"
        "中心不委托任何中介。遇到此类情况请立即挂断，拨打96110或12329。",
    ),
    (
        "关于元旦放假期间业务办理的公告", "holiday",
        "放假期间柜台不办公，网上服务厅、12329语音和短信照常服务。\n"
        "放假期间提交的申请，办理期限遇休息日顺延，具体日期以网上服务厅显示的为准。",
    ),
)  # fmt: skip


async def publish(office: Office, today: date) -> None:
    """Publish them, once each, however often it is begun."""
    for position, (code, name, address, telephone, services) in enumerate(PLACES):
        body = {
            "code": code, "name": name, "address": address, "telephone": telephone,
            "hours": HOURS, "services": services, "position": position,
        }  # fmt: skip
        await by_two(office.maker, office.checker, "portal/places", body, key=f"seed-place-{code}")
    for number, (title, topic, text) in enumerate(NOTICES):
        body = {"title": title, "topic": topic, "body": text, "shown_from": today.isoformat()}
        key = f"seed-notice-{number}-{today}"
        await by_two(office.maker, office.checker, "portal/notices", body, key=key)
