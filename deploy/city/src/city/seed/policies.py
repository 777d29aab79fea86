"""Some notices and policies of the credit site, as a city has seventy of them."""

from typing import Any

from city.clients import by_two
from city.seed.office import Office

COUNCIL = "国务院办公厅"
REFORM = "国家发展和改革委员会"
DOCUMENTS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "关于进一步完善信用修复制度的实施方案", COUNCIL, "国办发〔2025〕22号", "2025-06-22",
        "健全统一的信用修复制度，信用修复由“信用中国”网站统一受理。\n作出认定的部门在规定期限内告知受理和办理结果，不同意的说明理由。",
    ),
    (
        "信用修复管理办法", REFORM, "国家发展改革委令第36号", "2025-11-20",
        "自2026年4月1日起施行。\n轻微失信信息原则上不公示；一般失信信息公示期为三个月至一年；严重失信信息公示期为一年至三年。",
    ),
    (
        "关于进一步完善失信约束制度构建诚信建设长效机制的指导意见", COUNCIL, "国办发〔2020〕49号",
        "2020-12-07", "失信惩戒措施实行清单制管理，不得超出清单范围，不得擅自增加惩戒措施或者加重惩戒。",
    ),
    (
        "关于建立完善守信联合激励和失信联合惩戒制度加快推进社会诚信建设的指导意见", "国务院",
        "国发〔2016〕33号", "2016-05-30",
        "对守信主体在办理业务时容缺受理、优先办理。\n查询结果不作为拒绝办理依法应当办理事项的依据。",
    ),
    (
        "关于运用信用信息服务住房公积金业务办理的通知", "德州市住房公积金管理中心", "德公积金〔2026〕3号",
        "2026-03-02",
        "单位缴存登记、缓缴、签订借款合同时查询信用信息。\n查询结果供审核参考，符合提取条件的，不因查询结果不予办理。",
    ),
)  # fmt: skip
"""Title, issuer, number, day and text."""


async def publish_policies(office: Office) -> None:
    """Have two people publish them, once, however often it is begun."""
    for position, (title, issuer, number, day, text) in enumerate(DOCUMENTS):
        body: dict[str, Any] = {
            "title": title,
            "issuer": issuer,
            "document_no": number,
            "issued_on": day,
            "body": text,
        }
        key = f"seed-policy-{position}"
        await by_two(office.maker, office.checker, "credit/policies", body, key=key)
