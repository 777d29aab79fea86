// Made by `make generate` from services/documents/openapi.json; not written by hand.
// SHA-256 900dff20400eec6307db944633686f02a10a2a87fd97966ef2728b428ca68048
export interface paths {
    "/api/documents/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的证明
         * @description List what was asked for about oneself, also at the counter, latest first.
         */
        get: operations["my_requests_api_documents_requests_get"];
        put?: never;
        /**
         * 申请证明
         * @description Ask for a document about oneself; the same facts give the same document all day.
         */
        post: operations["ask_api_documents_requests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 证明进度
         * @description Show how far a request is: to the person, and to staff, whose every look is recorded.
         */
        get: operations["show_api_documents_requests__request_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/requests/{request_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载证明
         * @description Fetch the signed document; the same bytes each time.
         */
        get: operations["fetch_api_documents_requests__request_id__pdf_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的亮码
         * @description List one's codes and who has read them, latest first.
         */
        get: operations["my_codes_api_documents_codes_get"];
        put?: never;
        /**
         * 生成亮码
         * @description Make a code, confirmed with a fresh code of the phone; the one of before is dead.
         *
         *     The code itself is in no stored answer: it is read at the address, in this login alone.
         */
        post: operations["begin_api_documents_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/codes/{code_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 出示亮码
         * @description Show a code while it lives, in the login that confirmed it; elsewhere only how it stands.
         */
        get: operations["show_api_documents_codes__code_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 读取外地亮码
         * @description Have a code read that another centre gave oneself or one's family, for an application of one's own.
         */
        post: operations["read_api_documents_readings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/counter-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 柜台读取外地亮码
         * @description Read the code that somebody shows at the counter, and have its sheet printed into the case.
         */
        post: operations["read_at_the_counter_api_documents_counter_readings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/case-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 业务档案中的信息表
         * @description List what was read for a case; each look is recorded.
         */
        get: operations["of_case_api_documents_case_readings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/readings/{reading_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取进度
         * @description Show how far a reading is: to who had it read, and to staff.
         */
        get: operations["show_api_documents_readings__reading_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/readings/{reading_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载信息表
         * @description Fetch the sheet that lies with the case; for staff alone, and each look is recorded.
         */
        get: operations["fetch_api_documents_readings__reading_id__pdf_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/counter-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 柜台出具证明
         * @description Ask for a document of somebody at the counter, with the reason; never about oneself.
         */
        post: operations["ask_for_api_documents_counter_requests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废证明
         * @description Propose that an issued document is void; a checker decides.
         */
        post: operations["withdraw_api_documents_revocations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/dunning-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 催缴函列表
         * @description List letters to employers in arrears, the latest first; `to_send=true` is the work list.
         */
        get: operations["letters_api_documents_dunning_letters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/dunning-letters/{number}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载催缴函
         * @description Fetch a letter to print or send it; the same bytes each time.
         */
        get: operations["fetch_api_documents_dunning_letters__number__pdf_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/dunning-letters/{number}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记催缴函送达方式
         * @description Say that a letter was sent today, once; it leaves the work list.
         */
        post: operations["send_api_documents_dunning_letters__number__sending_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/checks/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 核验证明
         * @description Say whether a document is ours: match, no match, withdrawn; and nothing else.
         */
        get: operations["check_api_documents_checks__number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/national-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 外地中心读取亮码
         * @description Tell what a code stands for to who shows it with the ID number of its bearer, once.
         *
         *     The same `reading_id` gets the same answer for some minutes, for an answer may be lost.
         */
        post: operations["read_api_documents_national_readings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 复核申请列表
         * @description List proposals, newest first; `state=open` is the work list of who decides.
         */
        get: operations["list_proposals_api_documents_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/proposals/{proposal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一项复核申请
         * @description Return one proposal; an employer's operator sees their own alone.
         */
        get: operations["proposal_api_documents_proposals__proposal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/proposals/{proposal_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 复核
         * @description Agree, and it is executed at once and only once; or send it back with a reason.
         */
        post: operations["decide_api_documents_proposals__proposal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/proposals/{proposal_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回申请
         * @description Take back what one has proposed, as long as nobody has decided.
         */
        post: operations["withdraw_api_documents_proposals__proposal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 个人信息清单
         * @description Say what this service keeps of oneself, why, how long, and how much of it there is.
         */
        get: operations["kept_of_me_api_documents_personal_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/personal-data/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出个人信息
         * @description Export what one table keeps of oneself, page by page.
         */
        get: operations["rows_of_me_api_documents_personal_data__table__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 停放消息
         * @description List what could not be handled here: what it is for, what stands still meanwhile, what helps.
         */
        get: operations["parked_api_documents_parked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 消息等待
         * @description List what waits in each queue of this service, and for how long the oldest has at the longest.
         */
        get: operations["queues_api_documents_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/parked/{queue}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重放停放消息
         * @description Have messages handled again within seconds; what was handled before is not handled twice.
         */
        post: operations["replay_api_documents_parked__queue__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/parked/{queue}/settings-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 移出停放消息（须复核）
         * @description Propose to take messages out of the way: what they say will not be handled. They are kept whole.
         */
        post: operations["set_aside_api_documents_parked__queue__settings_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 审计记录
         * @description List who did what here, of one person or on one subject if wanted, newest first.
         */
        get: operations["audit_trail_api_documents_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 定时任务
         * @description List what this service does by the clock: when last, when next, with what result; the late first.
         */
        get: operations["jobs_api_documents_jobs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AuditLine
         * @description One line of the trail (审计记录).
         */
        AuditLine: {
            /**
             * Recorded At
             * Format: date-time
             * @description When it was recorded.
             */
            recorded_at: string;
            /**
             * Actor Id
             * @description Identity of whoever did it; none for an operator at the command line.
             */
            actor_id: string | null;
            /**
             * Role
             * @description In what capacity somebody acts, code of the access token's role.
             */
            role: string;
            /**
             * Actor
             * @description Who did it: a masked name, or an operator's account.
             */
            actor: string;
            /**
             * Channel
             * @description Through what it was done: web, wechat, kiosk, hotline or counter (R-ACC-5).
             */
            channel: string;
            /**
             * Address
             * @description IP address that it came from.
             */
            address: string;
            /**
             * Action
             * @description What was asked for: method and route, or a command.
             * @example POST /applications
             */
            action: string;
            /**
             * Subject
             * @description What it was done to: the id or number of an aggregate.
             */
            subject: string;
            /**
             * Outcome
             * @description How it ended: `done`, `refused` or `denied`.
             * @example done
             * @example refused
             * @example denied
             */
            outcome: string;
            /**
             * Reason
             * @description Why it was refused or denied, code of the problem; empty else.
             */
            reason: string;
            /**
             * Trace Id
             * @description OpenTelemetry trace of the request, by which logs are found.
             */
            trace_id: string;
        };
        /**
         * AuditPage
         * @description A page of the trail.
         */
        AuditPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["AuditLine"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
            /**
             * Elsewhere
             * @description Files in which older months of the trail lie; what they hold is not on this page.
             */
            elsewhere: string[];
        };
        /**
         * CaseKind
         * @description What a sheet is read for (业务种类).
         * @enum {string}
         */
        CaseKind: "withdrawal" | "loan";
        /**
         * CaseReadings
         * @description What was read for one case, in order.
         */
        CaseReadings: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["ReadingAnswer"][];
        };
        /**
         * CheckAnswer
         * @description What a check comes to, and nothing about anybody.
         */
        CheckAnswer: {
            /** @description What it comes to, as a stable code. */
            outcome: components["schemas"]["Outcome"];
            /**
             * Outcome Text
             * @description The outcome in Chinese, as people read it.
             */
            outcome_text: string;
        };
        /**
         * CodeAnswer
         * @description A code of one's own; what it stands for is not shown.
         */
        CodeAnswer: {
            /**
             * Code Id
             * Format: uuid
             * @description Number under which it is looked at; it is not the code.
             */
            code_id: string;
            /** @description How it stands, as a stable code. */
            state: components["schemas"]["CodeState"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Code
             * @description The code, in groups; only while it lives, and only in the login that confirmed it.
             */
            code: string | null;
            /**
             * Scanned
             * @description What the picture of it holds.
             */
            scanned: string | null;
            /**
             * Asked At
             * Format: date-time
             * @description When it was made.
             */
            asked_at: string;
            /**
             * Dies At
             * Format: date-time
             * @description The midnight in Asia/Shanghai at which it is dead, read or not.
             */
            dies_at: string;
            /**
             * Read At
             * @description When a centre read it; none while none has.
             */
            read_at: string | null;
            /**
             * Read By
             * @description Which centre.
             */
            read_by: string | null;
            /**
             * Purpose
             * @description What for.
             */
            purpose: string | null;
            /**
             * Reason Text
             * @description Why there is no code, in one Chinese sentence.
             */
            reason_text: string | null;
        };
        /**
         * CodePage
         * @description Codes of one's own, latest first; none of them is shown in it.
         */
        CodePage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["CodeAnswer"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * CodeState
         * @description How a code stands that a citizen shows elsewhere (亮码状态).
         * @enum {string}
         */
        CodeState: "asked" | "open" | "read" | "dead" | "refused";
        /**
         * ContributionAccount
         * @description An individual account as a certificate shows it, at one instant.
         */
        ContributionAccount: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * Employer Name
             * @description Employer's name (单位名称).
             */
            employer_name: string;
            /**
             * State Text
             * @description Account state in Chinese (账户状态): 正常, 封存 (R-QRY-2).
             */
            state_text: string;
            /**
             * Opened On
             * Format: date
             * @description Day on which the account was opened (开户).
             */
            opened_on: string;
            /**
             * Paid Up To
             * @description Last contributed month (缴至年月), YYYY-MM; none before the first.
             * @example 2026-09
             */
            paid_up_to: string | null;
            /**
             * Base Fen
             * @description Contribution base (缴存基数), the average monthly wage of last year (R-DEP-1). In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
            /**
             * Employer Ratio Bp
             * @description The employer's contribution ratio (单位缴存比例), R-DEP-2. In basis points, 1/100 of a percent.
             * @example 800
             */
            employer_ratio_bp: number;
            /**
             * Employee Ratio Bp
             * @description The employee's contribution ratio (个人缴存比例), R-DEP-2. In basis points, 1/100 of a percent.
             * @example 800
             */
            employee_ratio_bp: number;
            /**
             * Monthly Deposit Fen
             * @description Both sides (月缴存额), R-DEP-1. In fen (分), 1/100 yuan.
             */
            monthly_deposit_fen: number;
            /**
             * Balance Fen
             * @description Balance (账户余额). In fen (分), 1/100 yuan.
             */
            balance_fen: number;
            /**
             * Frozen Fen
             * @description Part of it that is held (冻结金额). In fen (分), 1/100 yuan.
             */
            frozen_fen: number;
            /**
             * Months In A Row
             * @description Months that were contributed one after another, up to the paid-up-to month (连续缴存月数).
             */
            months_in_a_row: number;
        };
        /**
         * CounterReading
         * @description The same at the counter, where staff say why.
         */
        CounterReading: {
            /**
             * Code
             * @description The code that is shown, typed or scanned.
             * @example 371400-ABCD-EFGH-IJKL-MNOP
             */
            code: string;
            /**
             * Id Number
             * @description Of the identity document that is shown with it.
             */
            id_number: string;
            /** @description What it is read for, as a stable code. */
            case_kind: components["schemas"]["CaseKind"];
            /**
             * Case Reference
             * @description Number of the application (提取申请) or of the loan contract (借款合同编号).
             */
            case_reference: string;
            /**
             * Reason
             * @description Why it is read (办理事由); it stays beside the sheet.
             */
            reason: string;
        };
        /**
         * Decider
         * @description Whom a policy asks for.
         * @enum {string}
         */
        Decider: "checker" | "senior" | "admin";
        /**
         * DecisionOnProposal
         * @description What the other person says (复核意见).
         */
        DecisionOnProposal: {
            /**
             * Agree
             * @description Whether it takes effect; if not it is sent back.
             */
            agree: boolean;
            /**
             * Reason
             * @description Why; needed where it is sent back.
             */
            reason?: string | null;
        };
        /**
         * DocumentKind
         * @description What can be printed (出具证明和查询打印), R-CRT-2.
         * @enum {string}
         */
        DocumentKind: "contribution" | "cross_city" | "payoff" | "statement" | "repayment_plan" | "entries";
        /**
         * DocumentState
         * @description How a document stands (证明状态).
         * @enum {string}
         */
        DocumentState: "printing" | "issued" | "withdrawn";
        /**
         * DunningLetter
         * @description A letter to an employer in arrears.
         */
        DunningLetter: {
            /**
             * Number
             * @description Its number (编号).
             */
            number: string;
            /**
             * Title
             * @description What it is called.
             */
            title: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * Employer Name
             * @description Name of the employer.
             */
            employer_name: string;
            /**
             * Stage
             * @description 1, the first letter, or 2, the second.
             */
            stage: number;
            /**
             * From Month
             * @description The first month that was owed, YYYY-MM.
             */
            from_month: string;
            /**
             * Until Month
             * @description The last one that was overdue, YYYY-MM.
             */
            until_month: string;
            /**
             * Owed Fen
             * @description What was owed when it was written. In fen (分), 1/100 yuan.
             */
            owed_fen: number;
            /**
             * Pay By
             * Format: date
             * @description The day that it sets.
             */
            pay_by: string;
            /**
             * Written On
             * Format: date
             * @description Its date.
             */
            written_on: string;
            /** @description `printing`, `issued` or `withdrawn`. */
            state: components["schemas"]["DocumentState"];
            /**
             * Sent On
             * @description When it was sent; none while it waits.
             */
            sent_on: string | null;
            /**
             * Sent Way Text
             * @description How, in Chinese.
             */
            sent_way_text: string | null;
            /**
             * Sent By Name
             * @description By whom of the staff, masked.
             */
            sent_by_name: string | null;
        };
        /**
         * DunningLetters
         * @description Letters, the latest first.
         */
        DunningLetters: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["DunningLetter"][];
        };
        /**
         * InformationSheet
         * @description What is told of somebody, of one instant.
         */
        InformationSheet: {
            /**
             * Centre Name
             * @description Name of the centre that tells it.
             */
            centre_name: string;
            /**
             * Name
             * @description Name of the person.
             */
            name: string;
            /**
             * Id Type Text
             * @description Type of the identity document in Chinese.
             */
            id_type_text: string;
            /**
             * Id Number
             * @description Number of the identity document, whole: who shows a code shows that document, too.
             */
            id_number: string;
            /**
             * Facts At
             * Format: date-time
             * @description Instant that it is of.
             */
            facts_at: string;
            /** @description The individual account; none without any. */
            account: components["schemas"]["ContributionAccount"] | null;
            /**
             * Loans
             * @description Fund loans of the person, those that are repaid too.
             */
            loans: components["schemas"]["LoanShown"][];
        };
        /**
         * JobLine
         * @description A job (定时任务) and how it stands.
         */
        JobLine: {
            /**
             * Name
             * @description Its key, as in metrics and logs (`work`).
             * @example interest
             */
            name: string;
            /**
             * Title
             * @description What staff call it.
             * @example 年度结息
             */
            title: string;
            /**
             * Every Seconds
             * @description How often it is looked at.
             */
            every_seconds: number;
            /**
             * Looked At
             * @description End of the last round that left nothing to do; null: there was none yet.
             */
            looked_at: string | null;
            /**
             * Next At
             * @description When it comes next: by the calendar, or when it is looked at next.
             */
            next_at: string | null;
            /**
             * Did At
             * @description When it last did something.
             */
            did_at: string | null;
            /**
             * Did
             * @description What that was.
             */
            did: string | null;
            /**
             * Waiting Since
             * @description Since when something has been due that is not done; null: nothing is.
             */
            waiting_since: string | null;
            /**
             * Failed At
             * @description When it last failed.
             */
            failed_at: string | null;
            /**
             * Failure
             * @description How.
             */
            failure: string | null;
            /**
             * Failures
             * @description Rounds that failed since the last that did not.
             */
            failures: number;
            /**
             * Late Seconds
             * @description For how long it has been late; 0: it is not.
             */
            late_seconds: number;
        };
        /**
         * JobList
         * @description All jobs of a service.
         */
        JobList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["JobLine"][];
        };
        /**
         * KeptList
         * @description Everything that a service keeps of people.
         */
        KeptList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["KeptOfMe"][];
        };
        /**
         * KeptOfMe
         * @description What one table has about the person who asks.
         */
        KeptOfMe: {
            /**
             * Table
             * @description Name by which the rows are asked for.
             * @example application
             */
            table: string;
            /**
             * What
             * @description What stands in it, in Chinese.
             * @example 提取申请
             */
            what: string;
            /**
             * Why
             * @description The purpose it is kept for (处理目的), in Chinese.
             * @example 办理提取
             */
            why: string;
            /**
             * How Long
             * @description How long, and what becomes of it then (保存期限), in Chinese.
             * @example 长期保存
             */
            how_long: string;
            /**
             * Rows
             * @description How many there are about the person.
             * @example 3
             */
            rows: number;
        };
        /**
         * LoanShown
         * @description A disbursed loan of somebody who owes or owed it, as a certificate shows it.
         */
        LoanShown: {
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /**
             * Role Text
             * @description What the person is to it in Chinese: 借款人 or 共同借款人.
             */
            role_text: string;
            /**
             * Amount Fen
             * @description Amount of the loan (贷款金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Method Text
             * @description Repayment method in Chinese (还款方式).
             */
            method_text: string;
            /**
             * Periods
             * @description Number of monthly instalments (期数).
             */
            periods: number;
            /**
             * Annual Rate
             * @description Annual rate as people read it, for example 2.60%.
             * @example 2.60%
             */
            annual_rate: string;
            /**
             * Disbursed On
             * Format: date
             * @description Day on which the loan was paid out (放款日期).
             */
            disbursed_on: string;
            /**
             * Balance Fen
             * @description Outstanding principal (贷款余额). In fen (分), 1/100 yuan.
             */
            balance_fen: number;
            /**
             * Principal Repaid Fen
             * @description Principal repaid so far. In fen (分), 1/100 yuan.
             */
            principal_repaid_fen: number;
            /**
             * Interest Repaid Fen
             * @description Interest paid so far, penalty interest left out (R-WDR-5). In fen (分), 1/100 yuan.
             */
            interest_repaid_fen: number;
            /**
             * Settled On
             * @description Day on which the loan was repaid in full (结清日期); none while it is not.
             */
            settled_on: string | null;
        };
        /**
         * MessagesMoved
         * @description What will be done within seconds.
         */
        MessagesMoved: {
            /**
             * Messages
             * @description How many.
             */
            messages: number;
        };
        /**
         * MessagesToReplay
         * @description Which messages are to be handled again (重放).
         */
        MessagesToReplay: {
            /**
             * Message Ids
             * @description Of one queue.
             */
            message_ids: string[];
        };
        /**
         * MessagesToSetAside
         * @description Which messages are to be taken out of the way, and why (移出).
         */
        MessagesToSetAside: {
            /**
             * Reason
             * @description Why, in the maker's words (申请理由).
             */
            reason: string;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号); the policy may ask for one.
             */
            evidence?: string[];
            /**
             * Message Ids
             * @description Of one queue.
             */
            message_ids: string[];
        };
        /**
         * NationalReading
         * @description What another centre asks of one of our codes, by the national platform.
         */
        NationalReading: {
            /**
             * Reading Id
             * Format: uuid
             * @description Number of the question: asked again it gets the same answer.
             */
            reading_id: string;
            /**
             * Code
             * @description The code that was shown.
             * @example 371400-ABCD-EFGH-IJKL-MNOP
             */
            code: string;
            /**
             * Id Number
             * @description Of the identity document that was shown with it.
             */
            id_number: string;
            /**
             * Centre Code
             * @description Area of the centre that reads it (GB/T 2260).
             */
            centre_code: string;
            /**
             * Centre Name
             * @description Name of the centre that reads it; the citizen is told.
             */
            centre_name: string;
            /**
             * Purpose
             * @description What for; the citizen is told.
             */
            purpose: string;
        };
        /**
         * NewCode
         * @description A code is wanted; there is nothing to choose.
         */
        NewCode: Record<string, never>;
        /**
         * NewReading
         * @description A code of another centre is to be read for a case of ours.
         */
        NewReading: {
            /**
             * Code
             * @description The code that is shown, typed or scanned.
             * @example 371400-ABCD-EFGH-IJKL-MNOP
             */
            code: string;
            /**
             * Id Number
             * @description Of the identity document that is shown with it.
             */
            id_number: string;
            /** @description What it is read for, as a stable code. */
            case_kind: components["schemas"]["CaseKind"];
            /**
             * Case Reference
             * @description Number of the application (提取申请) or of the loan contract (借款合同编号).
             */
            case_reference: string;
        };
        /**
         * NewRequest
         * @description Which document is wanted.
         */
        NewRequest: {
            /** @description Which document (证明种类), as a stable code. */
            kind: components["schemas"]["DocumentKind"];
            /**
             * Fund Year
             * @description Of a statement: the fund year (公积金年度), by the year in which it ends.
             * @example 2026
             */
            fund_year?: number | null;
            /**
             * First Day
             * @description Of an entry list: its first booking day; the beginning if left out.
             */
            first_day?: string | null;
            /**
             * Last Day
             * @description Of an entry list: its last booking day; today if left out.
             */
            last_day?: string | null;
            /**
             * Contract Number
             * @description Of a payoff certificate or a plan: the loan contract (借款合同编号).
             * @example DK20150920001
             */
            contract_number?: string | null;
        };
        /**
         * Outcome
         * @description What a check comes to (核验结果).
         * @enum {string}
         */
        Outcome: "match" | "no_match" | "withdrawn";
        /**
         * OwnRows
         * @description A page of one's own data.
         */
        OwnRows: {
            /**
             * Table
             * @description Where it stands.
             */
            table: string;
            /**
             * Items
             * @description Each row by the names of its columns, as text; sealed values opened.
             */
            items: {
                [key: string]: string | null;
            }[];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * ParkedLine
         * @description A message that could not be handled (停放消息), or that was set aside.
         */
        ParkedLine: {
            /**
             * Queue
             * @description Of which it is.
             * @example settlement.pay-approved-withdrawals
             */
            queue: string;
            /**
             * Title
             * @description What that queue is for, in Chinese.
             */
            title: string;
            /**
             * Stands Still
             * @description What does not go on meanwhile, in Chinese.
             */
            stands_still: string;
            /**
             * Message Id
             * Format: uuid
             * @description By which the inbox knows it.
             */
            message_id: string;
            /**
             * Type
             * @description Of the event.
             * @example withdrawal.approved.v1
             */
            type: string;
            /**
             * Subject
             * @description What the event is about: number of an application, a contract, an account.
             */
            subject: string;
            /**
             * Occurred At
             * Format: date-time
             * @description When that happened, UTC.
             */
            occurred_at: string;
            /**
             * Attempts
             * @description How often it was tried.
             */
            attempts: number;
            /**
             * Why
             * @description Why it is parked, and what helps, in Chinese.
             */
            why: string;
            /**
             * Error
             * @description The same as the program said it.
             */
            error: string;
            /**
             * Seen At
             * Format: date-time
             * @description When it was first found parked, UTC.
             */
            seen_at: string;
            /** @description `parked`, `replaying`, `setting_aside` or `set_aside`. */
            state: components["schemas"]["shared__operations__parking__store__State"];
            /**
             * Asked By Name
             * @description Who wants it moved, masked.
             */
            asked_by_name: string | null;
            /**
             * Asked At
             * @description Since when, UTC.
             */
            asked_at: string | null;
            /**
             * Ended At
             * @description When it was set aside, UTC.
             */
            ended_at: string | null;
        };
        /**
         * ParkedList
         * @description What is parked in a service.
         */
        ParkedList: {
            /**
             * Items
             * @description The oldest first; those that were set aside at the end.
             */
            items: components["schemas"]["ParkedLine"][];
            /**
             * More
             * @description There are more than are listed.
             */
            more: boolean;
        };
        /**
         * ProposalAnswer
         * @description A proposal as staff see it (复核申请).
         */
        ProposalAnswer: {
            /**
             * Proposal Id
             * Format: uuid
             * @description Its number.
             */
            proposal_id: string;
            /**
             * Kind
             * @description Stable code of the operation.
             */
            kind: string;
            /**
             * Title
             * @description The operation's name in Chinese.
             */
            title: string;
            /**
             * Subject
             * @description What it is about: a contract's, an account's or an order's number.
             */
            subject: string;
            /**
             * Summary
             * @description What would be done, in one sentence; personal data is masked.
             */
            summary: string;
            /**
             * Amount Fen
             * @description The sum at stake, in fen; null where there is none.
             * @example 2342000
             */
            amount_fen: number | null;
            /**
             * Reason
             * @description Why it was proposed.
             */
            reason: string;
            /**
             * Evidence
             * @description Numbers of the documents.
             */
            evidence: string[];
            /** @description `open`, `executed`, `rejected`, `withdrawn` or `expired`. */
            state: components["schemas"]["shared__proposals__rules__State"];
            /** @description Who decides it: `checker` 复核员, `senior` 高级复核员, `admin` 管理员. */
            decider: components["schemas"]["Decider"];
            /**
             * Proposed By
             * Format: uuid
             * @description The maker's identity.
             */
            proposed_by: string;
            /**
             * Proposed By Name
             * @description The maker's name, masked.
             */
            proposed_by_name: string;
            /**
             * Proposed At
             * Format: date-time
             * @description When it was proposed, UTC.
             */
            proposed_at: string;
            /**
             * Expires At
             * Format: date-time
             * @description Until when it can be decided, UTC.
             */
            expires_at: string;
            /**
             * Decided By
             * @description Who decided it, or took it back.
             */
            decided_by: string | null;
            /**
             * Decided By Name
             * @description That person's name, masked.
             */
            decided_by_name: string | null;
            /**
             * Decided At
             * @description When, UTC.
             */
            decided_at: string | null;
            /**
             * Decision Reason
             * @description What the decision says.
             */
            decision_reason: string | null;
            /**
             * Result
             * @description What the execution answered.
             */
            result: unknown | null;
            /**
             * Scan Needed
             * @description Whether it takes effect only with a scan of its paper.
             */
            scan_needed: boolean;
            /**
             * Scans
             * @description The scans that its maker has attached.
             */
            scans: components["schemas"]["ScanShown"][];
        };
        /**
         * ProposalPage
         * @description A page of proposals, newest first.
         */
        ProposalPage: {
            /**
             * Items
             * @description The proposals.
             */
            items: components["schemas"]["ProposalAnswer"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; null on the last.
             */
            next_cursor: string | null;
        };
        /**
         * QueueLine
         * @description What waits in a queue (消息等待).
         */
        QueueLine: {
            /**
             * Queue
             * @description Its name.
             * @example settlement.pay-approved-withdrawals
             */
            queue: string;
            /**
             * Title
             * @description What it is for, in Chinese.
             */
            title: string;
            /**
             * Waiting
             * @description Messages that nobody has taken yet.
             */
            waiting: number;
            /**
             * Retrying
             * @description Messages that failed and rest until they are tried again.
             */
            retrying: number;
            /**
             * Oldest Seconds
             * @description For how long the oldest has waited, at the longest, in seconds; null: none waits.
             */
            oldest_seconds: number | null;
            /**
             * Looked At
             * @description When that was counted, UTC; null: not yet.
             */
            looked_at: string | null;
        };
        /**
         * QueueList
         * @description All queues of a service.
         */
        QueueList: {
            /**
             * Items
             * @description Where the oldest waits longest first.
             */
            items: components["schemas"]["QueueLine"][];
        };
        /**
         * ReadingAnswer
         * @description How far a reading is; what the code said is in the sheet alone.
         */
        ReadingAnswer: {
            /**
             * Reading Id
             * Format: uuid
             * @description Number of the reading.
             */
            reading_id: string;
            /** @description What it is read for, as a stable code. */
            case_kind: components["schemas"]["CaseKind"];
            /**
             * Case Reference
             * @description Number of the case.
             */
            case_reference: string;
            /** @description How far it is, as a stable code. */
            state: components["schemas"]["ReadingState"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Asked At
             * Format: date-time
             * @description When it was asked for.
             */
            asked_at: string;
            /**
             * Asked By Name
             * @description Who had it read, masked.
             */
            asked_by_name: string;
            /**
             * Centre Name
             * @description Which centre told; none before.
             */
            centre_name: string | null;
            /**
             * Number
             * @description Number of the sheet (编号).
             */
            number: string | null;
            /**
             * Finished At
             * @description When it was finished; none while it is not.
             */
            finished_at: string | null;
            /**
             * Reason Code
             * @description Why nothing was read, as a stable code; none otherwise.
             */
            reason_code: string | null;
            /**
             * Reason Text
             * @description Why nothing was read, in one Chinese sentence.
             */
            reason_text: string | null;
        };
        /**
         * ReadingState
         * @description How far the reading of another centre's code is (读取状态).
         * @enum {string}
         */
        ReadingState: "asked" | "printing" | "filed" | "refused";
        /**
         * RequestAnswer
         * @description How far a request is.
         */
        RequestAnswer: {
            /**
             * Request Id
             * Format: uuid
             * @description The request for a document (申请).
             */
            request_id: string;
            /** @description Which document, as a stable code. */
            kind: components["schemas"]["DocumentKind"];
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /** @description How far it is, as a stable code. */
            state: components["schemas"]["RequestState"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * First Day
             * @description First booking day of its entries; none where the kind has none, or for all of them.
             */
            first_day: string | null;
            /**
             * Last Day
             * @description Last booking day of its entries.
             */
            last_day: string | null;
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string | null;
            /**
             * Requested At
             * Format: date-time
             * @description When it was asked for.
             */
            requested_at: string;
            /**
             * Finished At
             * @description When it was finished; none while it is not.
             */
            finished_at: string | null;
            /**
             * Number
             * @description Number of the document (编号); none while it is not known what is printed.
             */
            number: string | null;
            /**
             * Reason Code
             * @description Why nothing is printed, as a stable code; none otherwise.
             */
            reason_code: string | null;
            /**
             * Reason Text
             * @description Why nothing is printed, in one Chinese sentence.
             */
            reason_text: string | null;
            /**
             * Rule
             * @description Rule that a refusal rests on.
             * @example R-WDR-2
             */
            rule: string | null;
            /**
             * Pdf
             * @description Where the document is fetched; none while it is not issued.
             */
            pdf: string | null;
        };
        /**
         * RequestPage
         * @description Requests about one person, latest first.
         */
        RequestPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["RequestAnswer"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * RequestState
         * @description How far a request for a document is (申请状态).
         * @enum {string}
         */
        RequestState: "asked" | "printing" | "issued" | "refused";
        /**
         * Revocation
         * @description Which document is to be void (作废).
         */
        Revocation: {
            /**
             * Reason
             * @description Why, in the maker's words (申请理由).
             */
            reason: string;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号); the policy may ask for one.
             */
            evidence?: string[];
            /**
             * Number
             * @description Number of the document (编号).
             * @example GJJ20261012000000183
             */
            number: string;
        };
        /**
         * ScanShown
         * @description A scan (扫描件) that lies with a proposal; what is kept is a PDF of pictures.
         */
        ScanShown: {
            /**
             * Paper Id
             * Format: uuid
             * @description Its id, by which it is fetched.
             */
            paper_id: string;
            /**
             * Name
             * @description What the maker calls it.
             */
            name: string;
            /**
             * Uploaded At
             * Format: date-time
             * @description When it was attached, UTC.
             */
            uploaded_at: string;
        };
        /**
         * SendingBody
         * @description How a letter was sent.
         */
        SendingBody: {
            /** @description `post` 邮寄送达, `by_hand` 直接送达 or `electronic` 电子送达. */
            way: components["schemas"]["Way"];
        };
        /**
         * StaffRequest
         * @description Which document of whom staff want, and why.
         */
        StaffRequest: {
            /** @description Which document (证明种类), as a stable code. */
            kind: components["schemas"]["DocumentKind"];
            /**
             * Fund Year
             * @description Of a statement: the fund year (公积金年度), by the year in which it ends.
             * @example 2026
             */
            fund_year?: number | null;
            /**
             * First Day
             * @description Of an entry list: its first booking day; the beginning if left out.
             */
            first_day?: string | null;
            /**
             * Last Day
             * @description Of an entry list: its last booking day; today if left out.
             */
            last_day?: string | null;
            /**
             * Contract Number
             * @description Of a payoff certificate or a plan: the loan contract (借款合同编号).
             * @example DK20150920001
             */
            contract_number?: string | null;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /**
             * Reason
             * @description Why it is printed at the counter (申请事由); it stays beside the document.
             */
            reason: string;
        };
        /**
         * State
         * @description Of a proposal; only the first can still change.
         * @enum {string}
         */
        "State-Input": "open" | "executed" | "rejected" | "withdrawn" | "expired";
        /**
         * Way
         * @description How a letter was sent (送达方式).
         * @enum {string}
         */
        Way: "post" | "by_hand" | "electronic";
        /**
         * State
         * @description Of a message that was found parked.
         * @enum {string}
         */
        shared__operations__parking__store__State: "parked" | "replaying" | "setting_aside" | "replayed" | "set_aside" | "gone";
        /**
         * State
         * @description Of a proposal; only the first can still change.
         * @enum {string}
         */
        shared__proposals__rules__State: "open" | "executed" | "rejected" | "withdrawn" | "expired";
        /** @description Why what was asked for was not done: RFC 9457 problem details. */
        Problem: {
            /**
             * @description What went wrong, as a stable URN that ends in the code.
             * @example urn:provident-fund:problem:not-found
             */
            type: string;
            /**
             * @description The code alone.
             * @example not-found
             */
            title: string;
            /**
             * @description The HTTP status of this answer.
             * @example 404
             */
            status: number;
            /**
             * @description What to tell the person, in one Chinese sentence.
             * @example 没有找到您要的内容。
             */
            detail: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    my_requests_api_documents_requests_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_api_documents_requests_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_api_documents_requests__request_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description The request for a document (申请). */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_api_documents_requests__request_id__pdf_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description The request for a document (申请). */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF/A，带电子签名 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    my_codes_api_documents_codes_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodePage"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_api_documents_codes_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_api_documents_codes__code_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 亮码的编号，不是亮码本身 */
                code_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_api_documents_readings_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReading"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_at_the_counter_api_documents_counter_readings_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CounterReading"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    of_case_api_documents_case_readings_get: {
        parameters: {
            query: {
                /** @description 业务种类 */
                case_kind: components["schemas"]["CaseKind"];
                /** @description 提取申请编号或借款合同编号 */
                case_reference: string;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReadings"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_api_documents_readings__reading_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description 读取的编号 */
                reading_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_api_documents_readings__reading_id__pdf_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description 读取的编号 */
                reading_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF/A，带电子签名 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_for_api_documents_counter_requests_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_api_documents_revocations_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Revocation"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    letters_api_documents_dunning_letters_get: {
        parameters: {
            query?: {
                /** @description 只列出尚未发出的 */
                to_send?: boolean;
                /** @description 单位账号 */
                employer_number?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DunningLetters"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_api_documents_dunning_letters__number__pdf_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 催缴函编号 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF/A，带电子签名 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_api_documents_dunning_letters__number__sending_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description 催缴函编号 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendingBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DunningLetter"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_api_documents_checks__number__get: {
        parameters: {
            query: {
                /** @description 校验码，16位字母和数字，可带连字符 */
                code: string;
                /** @description 电子文件的 SHA-256（十六进制）；有它时，改动过的文件不相符 */
                sha256?: string | null;
            };
            header?: never;
            path: {
                /** @description 编号 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_api_documents_national_readings_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 全国平台的凭据；不是登录令牌 */
                "Platform-Authorization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NationalReading"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InformationSheet"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_proposals_api_documents_proposals_get: {
        parameters: {
            query?: {
                /** @description Only those in this state */
                state?: components["schemas"]["State-Input"] | null;
                /** @description Only this operation */
                kind?: string | null;
                /** @description Only on this */
                subject?: string | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description How many at the most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposal_api_documents_proposals__proposal_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A proposal that takes two people (复核申请). */
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_api_documents_proposals__proposal_id__decision_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A proposal that takes two people (复核申请). */
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionOnProposal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_api_documents_proposals__proposal_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A proposal that takes two people (复核申请). */
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    kept_of_me_api_documents_personal_data_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rows_of_me_api_documents_personal_data__table__get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Name of the table, as the list has it. */
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRows"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    parked_api_documents_parked_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queues_api_documents_queues_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay_api_documents_parked__queue__replays_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The queue, as the list names it */
                queue: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagesToReplay"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesMoved"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_aside_api_documents_parked__queue__settings_aside_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The queue, as the list names it */
                queue: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagesToSetAside"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_trail_api_documents_audit_get: {
        parameters: {
            query?: {
                /** @description Identity of whoever did it; none for an operator at the command line. */
                actor_id?: string | null;
                /** @description What it was done to: the id or number of an aggregate. */
                subject?: string | null;
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobs_api_documents_jobs_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
