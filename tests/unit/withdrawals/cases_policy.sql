-- The law's cases beside the seed's five (R-WDR-16 to R-WDR-44). Every number is illustrative and of one city.
-- The book of 2019 knows rent, purchase, building, running loans and disability at the counter only (R-WDR-18);
-- that of 2026 has them online, and renovation and property fee beside them.

WITH terms (kind, effective_from, ground) AS (VALUES
    ('rent', '2019-01-01'::date, '{
        "at_counter": true, "exclusive_group": "rent", "months_contributed": 3, "most_behind_months": 2,
        "share_of_wages_bp": 1500, "person_month_fen": 120000, "household_month_fen": 240000, "back_months": 12
    }'::jsonb),
    ('rent', '2026-09-20', '{
        "at_counter": false, "exclusive_group": "rent", "months_contributed": 3, "most_behind_months": 2,
        "share_of_wages_bp": null, "person_month_fen": 120000, "household_month_fen": 240000, "back_months": 12
    }'),
    ('purchase', '2019-01-01', '{
        "at_counter": true, "exclusive_group": "purchase", "window_months": 12, "homes_most": 2,
        "strangers_wait_months": 6
    }'),
    ('purchase', '2026-09-20', '{
        "at_counter": false, "exclusive_group": "purchase", "window_months": 12, "homes_most": 2,
        "strangers_wait_months": 6
    }'),
    ('build', '2019-01-01', '{
        "at_counter": true, "exclusive_group": "purchase", "window_months": 12,
        "cost_fen_per_square_metre": 180000
    }'),
    ('build', '2026-09-20', '{
        "at_counter": false, "exclusive_group": "purchase", "window_months": 12,
        "cost_fen_per_square_metre": 180000
    }'),
    ('repay_running', '2019-01-01', '{
        "at_counter": true, "exclusive_group": "loan", "window_months": 12, "least_instalments": 12,
        "basis": "past", "offset_shortfall_claimable": false, "once_a_year": true
    }'),
    ('repay_running', '2026-09-20', '{
        "at_counter": false, "exclusive_group": "loan", "window_months": 12, "least_instalments": 12,
        "basis": "past", "offset_shortfall_claimable": false, "once_a_year": true
    }'),
    ('renovation', '2026-09-20', '{
        "at_counter": false, "exclusive_group": null, "share_bp": 5000, "flat_most_fen": 25000000,
        "again_after_months": 120, "invoice_months": 12, "expenses_from": "2026-09-20"
    }'),
    ('property_fee', '2026-09-20', '{
        "at_counter": false, "exclusive_group": null, "household_year_fen": 360000,
        "expenses_from": "2026-09-20"
    }'),
    ('unable_to_work', '2019-01-01', '{
        "at_counter": true, "exclusive_group": null, "worst_grades": 4
    }'),
    ('unable_to_work', '2026-09-20', '{
        "at_counter": false, "exclusive_group": null, "worst_grades": 4
    }')
), documents (effective_from, document_number) AS (VALUES
    ('2019-01-01'::date, '住房公积金管理条例（2019年修订）'),
    ('2026-09-20'::date, '国务院令第844号')
)
INSERT INTO policy (kind, effective_from, document_number, parameters)
SELECT kind, effective_from, document_number, jsonb_build_object(
    'sealed_required', kind = 'unable_to_work',
    'stop_period', null,
    'loan_cap', null,
    'unpaid_loan_bars', '[]'::jsonb,
    'review', jsonb_build_object('always', false, 'from_fen', 20000000,
                                 'seal_reason_mismatch', kind = 'unable_to_work', 'months_behind', false),
    'ground', ground)
FROM terms JOIN documents USING (effective_from);
