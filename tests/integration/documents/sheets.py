"""What another centre would tell of somebody who shows a code of it (亮码)."""

from typing import Any

THEIR_NAME = "山城市住房公积金管理中心"
ID_NUMBER = "370102198803071231"


def sheet() -> dict[str, Any]:
    """Of somebody with 54,321.00 yuan and one loan that is repaid."""
    return {
        "centre_name": THEIR_NAME, "name": "王𬭛", "id_type_text": "居民身份证", "id_number": ID_NUMBER,
        "facts_at": "2026-03-02T01:30:00Z",
        "account": {
            "account_number": "370100000077", "employer_number": "100077", "employer_name": "山城某某公司",
            "state_text": "正常", "opened_on": "2019-05-01", "paid_up_to": "2026-02", "base_fen": 800_000,
            "employer_ratio_bp": 1200, "employee_ratio_bp": 1200, "monthly_deposit_fen": 192_000,
            "balance_fen": 5_432_100, "frozen_fen": 0, "months_in_a_row": 82,
        },
        "loans": [{
            "contract_number": "370100-2019-0001", "role_text": "借款人", "amount_fen": 30_000_000,
            "method_text": "等额本息", "periods": 120, "annual_rate": "3.25%", "disbursed_on": "2019-06-01",
            "balance_fen": 0, "principal_repaid_fen": 30_000_000, "interest_repaid_fen": 1_234_567,
            "settled_on": "2025-12-01",
        }],
    }  # fmt: skip
