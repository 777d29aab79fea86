-- The two rule sets: the seed's of 2019, and the Regulation after Decree 844, in force from 2026-09-20.
-- The five types stay as they are; 2026 brings the bans and drops the employer's proof (R-WDR-9, 14).

INSERT INTO policy (kind, effective_from, document_number, parameters) VALUES
('all', '2019-01-01', '住房公积金管理条例（2019年修订）', '{
    "decide_within_days": 3,
    "pay_within_working_days": 3,
    "answer_within_minutes": 30,
    "employer_proof": "by_online_seal",
    "false_materials_ban_years": null,
    "loan_fraud_ban_years": null
}'),
('all', '2026-09-20', '国务院令第844号', '{
    "decide_within_days": 3,
    "pay_within_working_days": 3,
    "answer_within_minutes": 30,
    "employer_proof": "not_needed",
    "false_materials_ban_years": 3,
    "loan_fraud_ban_years": 5
}');

WITH terms (kind, parameters) AS (VALUES
    ('retirement', '{
        "sealed_required": true,
        "stop_period": null,
        "loan_cap": null,
        "unpaid_loan_bars": ["borrower", "co_borrower"],
        "review": {"always": false, "from_fen": 20000000, "seal_reason_mismatch": true, "months_behind": false}
    }'::jsonb),
    ('contract_ended', '{
        "sealed_required": true,
        "stop_period": {"months": 6, "counted_from": "paid_up_to"},
        "loan_cap": null,
        "unpaid_loan_bars": ["borrower", "co_borrower"],
        "review": {"always": false, "from_fen": 20000000, "seal_reason_mismatch": true, "months_behind": true}
    }'),
    ('sentenced', '{
        "sealed_required": true,
        "stop_period": null,
        "loan_cap": null,
        "unpaid_loan_bars": ["borrower", "co_borrower"],
        "review": {"always": true, "from_fen": null, "seal_reason_mismatch": true, "months_behind": false}
    }'),
    ('settled_abroad', '{
        "sealed_required": true,
        "stop_period": null,
        "loan_cap": null,
        "unpaid_loan_bars": ["borrower", "co_borrower"],
        "review": {"always": false, "from_fen": 20000000, "seal_reason_mismatch": true, "months_behind": false}
    }'),
    ('loan_repaid', '{
        "sealed_required": false,
        "stop_period": null,
        "loan_cap": {"retained_months": 3, "retained_by": "booked_deposits"},
        "unpaid_loan_bars": [],
        "review": {"always": false, "from_fen": 20000000, "seal_reason_mismatch": false, "months_behind": false}
    }')
), documents (effective_from, document_number) AS (VALUES
    ('2019-01-01'::date, '住房公积金管理条例（2019年修订）；网上提取业务规则（2019年8月）'),
    ('2026-09-20'::date, '国务院令第844号；网上提取业务规则（2019年8月）')
)
INSERT INTO policy (kind, effective_from, document_number, parameters)
SELECT kind, effective_from, document_number, parameters FROM terms CROSS JOIN documents;
