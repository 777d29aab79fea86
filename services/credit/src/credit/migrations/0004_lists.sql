-- Lists of others (严重失信主体名单、守信名单), memberships that we were told of, measures of the national list, and their uses.

CREATE TABLE list_kind (
    list_code text PRIMARY KEY,
    name      text NOT NULL,
    colour    text NOT NULL CONSTRAINT colour_is_known CHECK (colour IN ('serious', 'red')),
    basis     text NOT NULL CONSTRAINT by_law_alone CHECK (btrim(basis) <> '')
);
COMMENT ON TABLE list_kind IS 'which lists there are: only those of a law, a central document or a department rule (R-CRD-27)';

CREATE TABLE measure (
    measure_code   text    NOT NULL,
    effective_from date    NOT NULL,
    list_code      text    NOT NULL REFERENCES list_kind,
    matter         text    NOT NULL,
    kind           text    NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('restriction', 'reward')),
    effect         text    NOT NULL,
    words          text    NOT NULL,
    source         text    NOT NULL CONSTRAINT from_the_national_list CHECK (btrim(source) <> ''),
    ended_on       date,
    PRIMARY KEY (measure_code, effective_from),
    CONSTRAINT rewards_only_speed_up CHECK (kind <> 'reward' OR effect IN ('fewer_papers', 'priority')),
    CONSTRAINT no_lawful_right_is_touched CHECK (kind <> 'restriction' OR matter NOT IN ('withdrawal', 'employer_registration'))
);
COMMENT ON TABLE measure IS 'what may be done with who is on a list, in which matter: nothing beyond the national list (R-CRD-26)';

CREATE TABLE list_entry (
    entry_id       uuid        PRIMARY KEY,
    list_code      text        NOT NULL REFERENCES list_kind,
    subject_id     uuid        NOT NULL REFERENCES subject,
    document_no    text        NOT NULL,
    authority_name text        NOT NULL,
    authority_code text        NOT NULL,
    basis          text        NOT NULL CONSTRAINT with_its_basis CHECK (btrim(basis) <> ''),
    in_on          date        NOT NULL,
    out_on         date,
    entered_at     timestamptz NOT NULL,
    proposal_id    uuid        NOT NULL,
    left_at        timestamptz,
    left_reason    text,
    left_proposal_id uuid,
    CONSTRAINT in_before_out CHECK (out_on IS NULL OR in_on <= out_on),
    CONSTRAINT left_by_two CHECK ((left_at IS NULL) = (left_reason IS NULL) AND (left_at IS NULL) = (left_proposal_id IS NULL))
);
COMMENT ON COLUMN list_entry.out_on IS 'last day, where the authority told one; after it nobody is on the list';
CREATE UNIQUE INDEX listed_once ON list_entry (subject_id, list_code, authority_code, document_no) WHERE left_at IS NULL;

CREATE TABLE list_use (
    use_id       uuid        PRIMARY KEY,
    check_id     uuid        NOT NULL REFERENCES credit_check,
    entry_id     uuid        NOT NULL REFERENCES list_entry,
    measure_code text        NOT NULL,
    applied      boolean     NOT NULL,
    why          text        NOT NULL CONSTRAINT with_a_reason CHECK (btrim(why) <> ''),
    used_on      date        NOT NULL,
    fed_back_at  timestamptz NOT NULL,
    fed_back_by  uuid        NOT NULL,
    UNIQUE (check_id, entry_id, measure_code)
);
COMMENT ON TABLE list_use IS 'what became of a measure in a matter, applied or not and why; never changed (R-CRD-28)';

ALTER TABLE credit_check ADD entry_ids uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE credit_check DROP CONSTRAINT hits_are_records;
ALTER TABLE credit_check ADD CONSTRAINT hits_are_records_or_lists
    CHECK ((result = 'hits') = (cardinality(record_ids) > 0 OR cardinality(entry_ids) > 0));
CREATE INDEX check_by_entry ON credit_check USING gin (entry_ids) WHERE result = 'hits';

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON list_kind, measure, list_entry, list_use FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT ON list_kind, measure TO %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON list_entry, list_use TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (subject_id, left_at, left_reason, left_proposal_id) ON list_entry TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (entry_ids) ON credit_check TO %I', runtime_role);
END $$;

INSERT INTO list_kind (list_code, name, colour, basis) VALUES
    ('dishonest_debtor', '失信被执行人名单', 'serious', '《中华人民共和国民事诉讼法》第二百六十六条'),
    ('tax_offender', '重大税收违法失信主体名单', 'serious', '国家税务总局令第54号'),
    ('wage_arrears', '拖欠农民工工资失信联合惩戒对象名单', 'serious', '人力资源和社会保障部令第45号'),
    ('market_offender', '市场监督管理严重违法失信名单', 'serious', '国家市场监督管理总局令第44号'),
    ('safety_offender', '安全生产严重失信主体名单', 'serious', '应急管理部令第11号'),
    ('tax_a', '纳税信用A级纳税人名单', 'red', '国家税务总局公告2014年第40号'),
    ('customs_certified', '海关高级认证企业名单', 'red', '海关总署令第251号');

INSERT INTO measure (measure_code, effective_from, list_code, matter, kind, effect, words, source)
SELECT measure_code || '.' || list_code || '.' || matter, '2024-01-01'::date, list_code, matter, kind, effect, words,
       '全国失信惩戒措施基础清单（2024年版）'
FROM (VALUES ('procurement', 'manual', 'restriction', 'excluded', '推送政府采购失信记录，依法限制参加政府采购活动'),
             ('awards', 'manual', 'restriction', 'excluded', '限制参加评先评优'),
             ('convenience', 'deferral', 'restriction', 'no_convenience', '限制享受优惠政策和便利措施，按一般程序审核')
     ) AS measures (measure_code, matter, kind, effect, words),
     (VALUES ('tax_offender'), ('wage_arrears'), ('market_offender'), ('safety_offender')) AS lists (list_code)
UNION ALL
SELECT measure_code || '.' || list_code || '.' || matter, '2022-01-01'::date, list_code, matter, 'reward', effect, words,
       '国发〔2016〕33号，守信激励'
FROM (VALUES ('fewer_papers', '容缺受理，减少纸质材料'), ('priority', '优先办理')) AS rewards (effect, words),
     LATERAL (VALUES (effect)) AS code (measure_code),
     (VALUES ('tax_a'), ('customs_certified')) AS lists (list_code),
     (VALUES ('employer_registration'), ('deferral'), ('loan_contract')) AS matters (matter);

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('list.enter', '2019-01-01', 'checker', 72),
    ('list.leave', '2019-01-01', 'checker', 72);
