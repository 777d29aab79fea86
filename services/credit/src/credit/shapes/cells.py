"""What a record says, heading by heading, as people read it; nothing else of a row is shown."""

from datetime import date
from typing import Any

from shared.base.money import yuan
from shared.http.pages import chinese_day

CELLS = (
    ("subject_category", "行政相对人类别"),
    ("legal_representative", "法定代表人"),
    ("document_title", "决定文书名称"),
    ("what", "类别"),
    ("facts", "违法事实"),
    ("basis", "处罚依据"),
    ("penalty_types", "处罚类别"),
    ("content", "内容"),
    ("licence", "暂扣或吊销的证照"),
    ("certificate_name", "证书名称"),
    ("certificate_number", "证书编号"),
    ("valid_from", "有效期自"),
    ("valid_until", "有效期至"),
    ("source_name", "数据来源单位"),
    ("remark", "备注"),
)
"""What a record shows of what it says, in order; nothing else is shown."""
DAYS = ("valid_from", "valid_until")
AMOUNTS = (("fine_fen", "罚款金额"), ("confiscated_fen", "没收金额"))


def cells(content: dict[str, Any]) -> list[tuple[str, str]]:
    """What a record says, heading by heading."""
    shown = []
    for name, heading in CELLS:
        value = content.get(name)
        if value and name in DAYS:
            shown.append((heading, chinese_day(date.fromisoformat(value))))
        elif value:
            shown.append((heading, "、".join(value) if isinstance(value, list) else str(value)))
    amounts = [
        (heading, f"{yuan(content[name])}元") for name, heading in AMOUNTS if content.get(name)
    ]
    return shown + amounts
