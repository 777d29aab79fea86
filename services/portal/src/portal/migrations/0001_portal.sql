-- What the centre publishes by two people: notices, places, questions and answers.

CREATE TABLE notice (
    notice_id           uuid        PRIMARY KEY,
    title               text        NOT NULL CONSTRAINT title_is_a_line CHECK (length(title) BETWEEN 4 AND 80 AND title !~ '\n'),
    topic               text        NOT NULL CONSTRAINT topic_is_known CHECK (topic IN (
        'policy', 'business', 'holiday', 'system', 'disclosure')),
    body                text        NOT NULL CONSTRAINT body_says_something CHECK (length(body) BETWEEN 10 AND 8000),
    shown_from          date        NOT NULL,
    shown_until         date        CONSTRAINT shown_in_order CHECK (shown_until >= shown_from),
    published_at        timestamptz NOT NULL,
    proposal_id         uuid        NOT NULL CONSTRAINT published_by_two UNIQUE,
    withdrawn_at        timestamptz,
    withdrawal_reason   text,
    withdrawal_proposal uuid,
    CONSTRAINT withdrawn_by_two CHECK ((withdrawn_at IS NULL) = (withdrawal_proposal IS NULL)
        AND (withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
);
COMMENT ON COLUMN notice.shown_until IS 'last day on which it is shown; none: for good';
CREATE INDEX notice_by_day ON notice (shown_from DESC, published_at DESC, notice_id);

CREATE TABLE place (
    code        text        PRIMARY KEY CONSTRAINT place_code_form CHECK (code ~ '^[a-z0-9-]{2,40}$'),
    name        text        NOT NULL,
    address     text        NOT NULL,
    telephone   text        NOT NULL,
    hours       text        NOT NULL,
    services    text        NOT NULL,
    position    integer     NOT NULL CONSTRAINT place_position_is_sane CHECK (position BETWEEN 0 AND 9999),
    closed      boolean     NOT NULL,
    changed_at  timestamptz NOT NULL,
    proposal_id uuid        NOT NULL
);
COMMENT ON COLUMN place.closed IS 'not shown any more';

CREATE TABLE question (
    code        text        PRIMARY KEY CONSTRAINT question_code_form CHECK (code ~ '^[a-z0-9-]{2,40}$'),
    topic       text        NOT NULL CONSTRAINT question_topic_is_known CHECK (topic IN (
        'withdrawals', 'loans', 'deposits', 'online', 'fraud')),
    question    text        NOT NULL,
    answer      text        NOT NULL,
    position    integer     NOT NULL CONSTRAINT question_position_is_sane CHECK (position BETWEEN 0 AND 9999),
    removed     boolean     NOT NULL DEFAULT false,
    changed_at  timestamptz NOT NULL,
    proposal_id uuid
);
COMMENT ON COLUMN question.proposal_id IS 'none: came with the system';

-- None of these answers has a number that a policy owns: guides have those, as the owners tell them.
INSERT INTO question (code, topic, question, answer, position, changed_at) VALUES
('fee', 'withdrawals', '办理提取要交费吗？', '不收取任何费用。凡是要求先交“手续费”“保证金”才能提取的，都是诈骗。', 10, '2026-09-20T00:00Z'),
('before-applying', 'withdrawals', '申请之前，怎样知道能不能提、能提多少？', '登录网上服务厅，打开“提取”，系统按您的账户和贷款逐项告诉您现在能否提取、最多能提取多少；暂时不能的，说明从哪一天起可以、需要谁先办什么。', 20, '2026-09-20T00:00Z'),
('when-paid', 'withdrawals', '审批通过后钱什么时候到账？', '通常即时到账。每一类提取的办理时限见该类提取的办事指南；办理过程可以在网上服务厅逐步查看，每一步都会短信告知。', 30, '2026-09-20T00:00Z'),
('papers', 'withdrawals', '需要带纸质材料吗？', '能向有关部门查询的信息不需要您提供。只有查询不到时，系统才会请您上传材料，并写明要哪几份、最迟哪一天交。', 40, '2026-09-20T00:00Z'),
('early-how', 'loans', '提前还款有哪两种方式？', '一种是还款后缩短期限、月供不变，一种是期限不变、减少月供。办理前可用本站的提前还款计算器比较两种方式的利息。', 10, '2026-09-20T00:00Z'),
('overdue', 'loans', '还款日扣款没有成功怎么办？', '逾期按合同约定计收罚息。请尽快在还款卡中存足金额，系统会再次扣款；也可以登录网上服务厅直接还清逾期款项。', 20, '2026-09-20T00:00Z'),
('deposit-missing', 'deposits', '单位没有按时缴存怎么办？', '登录网上服务厅可以查看每个月是否到账，并可在线投诉欠缴；中心会向单位核实并答复您。', 10, '2026-09-20T00:00Z'),
('own-entries', 'deposits', '怎样查询余额和明细？', '登录网上服务厅，或拨打12329，或发送短信“余额”到12329，都可以查询，均不收费（短信按运营商资费）。', 20, '2026-09-20T00:00Z'),
('login', 'online', '怎样登录网上服务厅？', '输入身份证号码，凭发到预留手机的验证码登录，不需要注册，也没有密码。手机号码变更的，请先到单位或柜台变更预留手机。', 10, '2026-09-20T00:00Z'),
('check-document', 'online', '怎样核验中心出具的证明？', '打开网上服务厅的“核验证明”，输入证明上的编号和校验码，或扫描证明上的二维码，即可知道证明是否由中心出具、是否已作废。', 20, '2026-09-20T00:00Z'),
('code-asked', 'fraud', '有人打电话要短信验证码', '中心任何人都不会向您要验证码。凡是索要验证码、要求共享屏幕或下载软件的，一律是诈骗，请立即挂断。', 10, '2026-09-20T00:00Z'),
('agents', 'fraud', '自称“内部渠道”“快速提取”的中介', '提取由系统按规定自动审核，任何人都不能插队或绕过。使用虚假材料提取的，须退回资金，并在规定年限内不能提取和贷款（年限见办事指南）。', 20, '2026-09-20T00:00Z'),
('transfer-asked', 'fraud', '要求把钱转到“安全账户”“验资账户”', '中心不会要求您向任何个人账户转账。提取的资金只会从中心的专户直接转入您本人名下的银行卡。', 30, '2026-09-20T00:00Z'),
('links', 'fraud', '短信里的陌生链接', '中心的短信一律由12329发出，其中没有要求您填写银行卡号、密码的链接。请从本站首页进入网上服务厅，不要点击来历不明的链接。', 40, '2026-09-20T00:00Z'),
('if-cheated', 'fraud', '怀疑上当了怎么办', '立即拨打96110或110报警，并拨打12329告知中心；登录网上服务厅，在“设置”中结束其他设备的登录。', 50, '2026-09-20T00:00Z');

-- A notice is published once and withdrawn once; its words are never rewritten.
CREATE FUNCTION notice_is_never_rewritten() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    withdrawal text[] := ARRAY['withdrawn_at', 'withdrawal_reason', 'withdrawal_proposal'];
BEGIN
    IF OLD.withdrawn_at IS NULL AND to_jsonb(OLD) - withdrawal = to_jsonb(NEW) - withdrawal THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'notice % is never rewritten', OLD.notice_id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER notice_is_never_rewritten BEFORE UPDATE ON notice
    FOR EACH ROW EXECUTE FUNCTION notice_is_never_rewritten();

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON notice, place, question FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON notice, place, question TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (withdrawn_at, withdrawal_reason, withdrawal_proposal) ON notice TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE ON place, question TO %I', runtime_role);
END $$;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
('notice.publish', '2019-01-01', 'checker', 72),
('notice.withdraw', '2019-01-01', 'checker', 72),
('place.change', '2019-01-01', 'checker', 72),
('question.change', '2019-01-01', 'checker', 72);
