// Made by `make generate` from services/settlement/openapi.json; not written by hand.
// SHA-256 be25991e829048cedec1a707facdbbba082bbfbea4cebdcc1caebb6eac639d9a
export interface paths {
    "/api/settlement/payment-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 付款、放款和扣款指令
         * @description Return orders to the bank, newest first; `flagged` leaves those that need a person's look.
         */
        get: operations["payment_orders_api_settlement_payment_orders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/payment-orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一笔指令及其全部经过
         * @description Return one order with its history and the bank's entries; the look is recorded.
         */
        get: operations["payment_order_api_settlement_payment_orders__order_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/payment-orders/{order_id}/conclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出处理结论
         * @description Propose what became of an order that contradicts the bank; another person decides.
         */
        post: operations["propose_conclusion_api_settlement_payment_orders__order_id__conclusion_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/unknown-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 结果未知的指令
         * @description Return the orders whose outcome nobody knows, longest first; the bank is being asked about each.
         */
        get: operations["unknown_payments_api_settlement_unknown_payments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 付款概况
         * @description Return what the bank did today, and what waits, is unknown or wants somebody; nobody is named.
         */
        get: operations["figures_api_settlement_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/daily-reports/{business_date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出资金日报
         * @description Return a business day as a file: paid, handed back, compared with the bank, and what is open now.
         */
        get: operations["daily_report_api_settlement_daily_reports__business_date__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 每日对账
         * @description Return the compared business days, newest first.
         */
        get: operations["reconciliations_api_settlement_reconciliations_get"];
        put?: never;
        /**
         * 发起对账
         * @description Have an ended business day compared (again); the result is at the address in `Location`.
         */
        post: operations["start_reconciliation_api_settlement_reconciliations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/reconciliations/{business_date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一日的对账结果和差异
         * @description Return a business day with its differences.
         */
        get: operations["reconciliation_of_day_api_settlement_reconciliations__business_date__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/differences/{difference_id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 说明一条对账差异
         * @description Propose why a difference is none; once agreed it stays explained when the day is compared again.
         */
        post: operations["explain_api_settlement_differences__difference_id__explanation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/cross-differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 服务间资金差异
         * @description Return contracts of whose money loans, ledger and orders do not say the same.
         */
        get: operations["cross_differences_api_settlement_cross_differences_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/cross-differences/{difference_id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 说明一条服务间差异
         * @description Propose why services differ; once agreed it stays explained while the gap is the same.
         */
        post: operations["explain_cross_api_settlement_cross_differences__difference_id__explanation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/odd-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 银行账目中无法采信的记录
         * @description Return what the bank told and nobody could believe, newest first; the other entries were taken.
         */
        get: operations["odd_entries_api_settlement_odd_entries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/odd-entries/{odd_id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 说明一条无法采信的银行记录
         * @description Propose what became of it, for instance how the bank mended it; once agreed the alarm ends.
         */
        post: operations["explain_odd_api_settlement_odd_entries__odd_id__explanation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/proposals": {
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
        get: operations["list_proposals_api_settlement_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/proposals/{proposal_id}": {
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
        get: operations["proposal_api_settlement_proposals__proposal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/proposals/{proposal_id}/decision": {
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
        post: operations["decide_api_settlement_proposals__proposal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/proposals/{proposal_id}/withdrawal": {
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
        post: operations["withdraw_api_settlement_proposals__proposal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/personal-data": {
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
        get: operations["kept_of_me_api_settlement_personal_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/personal-data/{table}": {
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
        get: operations["rows_of_me_api_settlement_personal_data__table__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/parked": {
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
        get: operations["parked_api_settlement_parked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/queues": {
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
        get: operations["queues_api_settlement_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/parked/{queue}/replays": {
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
        post: operations["replay_api_settlement_parked__queue__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/parked/{queue}/settings-aside": {
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
        post: operations["set_aside_api_settlement_parked__queue__settings_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/audit": {
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
        get: operations["audit_trail_api_settlement_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlement/jobs": {
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
        get: operations["jobs_api_settlement_jobs_get"];
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
         * Conclusion
         * @description What a member of staff proposed to conclude (处理结论), and what another decided.
         */
        Conclusion: {
            /**
             * Outcome
             * @description `not_executed` or `explained`.
             */
            outcome: string;
            /**
             * Outcome Text
             * @description The outcome in Chinese, as people read it.
             */
            outcome_text: string;
            /**
             * Explanation
             * @description Why, in words: what the bank or another document says.
             */
            explanation: string;
            /**
             * Proposed By Name
             * @description Who proposed it, masked.
             */
            proposed_by_name: string;
            /**
             * Proposed At
             * Format: date-time
             * @description When it was proposed.
             */
            proposed_at: string;
            /**
             * Decided By Name
             * @description Who decided, masked; none while nobody has.
             */
            decided_by_name: string | null;
            /**
             * Decided At
             * @description When it was decided.
             */
            decided_at: string | null;
            /**
             * Agreed
             * @description Whether the second person agreed; none while it waits.
             */
            agreed: boolean | null;
        };
        /**
         * ConclusionBody
         * @description What is to be concluded of an order; the reason says on whose word.
         */
        ConclusionBody: {
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
            /** @description What is concluded (处理结论). */
            outcome: components["schemas"]["Outcome"];
        };
        /**
         * CrossDifference
         * @description A loan's money of which loans, ledger and orders do not say the same.
         */
        CrossDifference: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Contract Number
             * @description The contract; the disbursement where no order says of which it is; none where a side is silent.
             * @example DK20150920001
             */
            contract_number: string | null;
            /**
             * What
             * @description What differs: `disbursed`, `repaid`, `debited`, `silent_loans` or `silent_accounts`.
             */
            what: string;
            /**
             * What Text
             * @description The same, in words.
             */
            what_text: string;
            /**
             * As Of
             * Format: date
             * @description At the beginning of this business date, the last on which it was seen.
             */
            as_of: string;
            /**
             * Loans Fen
             * @description The sum in loans' books; none where a side is silent. In fen (分), 1/100 yuan.
             */
            loans_fen: number | null;
            /**
             * Accounts Fen
             * @description The sum in the ledger; none where a side is silent. In fen (分), 1/100 yuan.
             */
            accounts_fen: number | null;
            /**
             * Settlement Fen
             * @description The sum of the orders; none for what no order moves alone. In fen (分), 1/100 yuan.
             */
            settlement_fen: number | null;
            /**
             * First Seen On
             * Format: date
             * @description The business date of the comparison that found it.
             */
            first_seen_on: string;
            /** @description What became of it. */
            state: components["schemas"]["CrossState"];
            /**
             * Found At
             * Format: date-time
             * @description When it was found.
             */
            found_at: string;
            /**
             * Closed On
             * @description The business date on which it was gone.
             */
            closed_on: string | null;
            /**
             * Explanation
             * @description Why, in words: what the bank or another document says.
             */
            explanation: string | null;
            /**
             * Explained By Name
             * @description Who explained it, masked.
             */
            explained_by_name: string | null;
            /**
             * Explained At
             * @description When it was explained.
             */
            explained_at: string | null;
        };
        /**
         * CrossDifferenceList
         * @description Differences between services.
         */
        CrossDifferenceList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["CrossDifference"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * CrossState
         * @description What became of a difference between services.
         * @enum {string}
         */
        CrossState: "new" | "open" | "explained" | "closed";
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
         * Difference
         * @description Something that one side has otherwise than another, with its reason.
         */
        Difference: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Business Date
             * Format: date
             * @description Business date (业务日期), Asia/Shanghai.
             * @example 2026-10-12
             */
            business_date: string;
            /**
             * Kind
             * @description What differs: payout, disbursement, debit, receipt, return and so on.
             */
            kind: string;
            /**
             * Key
             * @description The key of an order, the bank serial of anything else.
             */
            key: string;
            /**
             * Reason
             * @description Why it is a difference, as a stable code.
             */
            reason: string;
            /**
             * Reason Text
             * @description Why, in one Chinese sentence (R-WDR-8).
             */
            reason_text: string;
            /**
             * Bank Fen
             * @description The amount on the bank's statement; none where the bank has nothing. In fen (分), 1/100 yuan.
             */
            bank_fen: number | null;
            /**
             * Order Fen
             * @description The amount of the order; none where there is no order. In fen (分), 1/100 yuan.
             */
            order_fen: number | null;
            /**
             * Ledger Fen
             * @description The amount in the ledger; none where the ledger has nothing. In fen (分), 1/100 yuan.
             */
            ledger_fen: number | null;
            /**
             * State
             * @description `open` or `explained`.
             */
            state: string;
            /**
             * Found At
             * Format: date-time
             * @description When it was found.
             */
            found_at: string;
            /**
             * Explanation
             * @description Why, in words: what the bank or another document says.
             */
            explanation: string | null;
            /**
             * Explained By Name
             * @description Who explained it, masked.
             */
            explained_by_name: string | null;
            /**
             * Explained At
             * @description When it was explained.
             */
            explained_at: string | null;
        };
        /**
         * DifferenceState
         * @description Which differences to show.
         * @enum {string}
         */
        DifferenceState: "open" | "explained";
        /**
         * EntryLine
         * @description What the bank booked under the key of an order.
         */
        EntryLine: {
            /**
             * Number
             * @description Number of the bank's entry in this system.
             */
            number: number;
            /**
             * Serial
             * @description The bank's serial number (银行流水号).
             */
            serial: string;
            /**
             * Kind
             * @description What the entry is: payout, return, debit or reversal.
             */
            kind: string;
            /**
             * Amount Fen
             * @description The amount (金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Booked On
             * Format: date
             * @description Business date of the booking (记账日期).
             */
            booked_on: string;
            /**
             * Fate
             * @description What this system made of it, as a stable code; none while it waits.
             */
            fate: string | null;
        };
        /**
         * FiguresShown
         * @description How orders to the bank stand (付款概况); nobody is named.
         */
        FiguresShown: {
            /**
             * Day
             * Format: date
             * @description Business date of `paid`.
             */
            day: string;
            /**
             * Paid
             * @description What the bank executed on it, by kind; debits come in, everything else goes out.
             */
            paid: components["schemas"]["PaidOf"][];
            /**
             * Unsent
             * @description Orders that wait to be sent.
             */
            unsent: number;
            /**
             * Oldest Unsent Seconds
             * @description For how long the oldest of them has waited, in seconds.
             */
            oldest_unsent_seconds: number;
            /**
             * Unknown
             * @description Orders whose outcome nobody knows (R-WDR-13).
             */
            unknown: number;
            /**
             * Flagged
             * @description Orders that somebody should look at.
             */
            flagged: number;
            /**
             * Odd
             * @description Odd entries of the bank that nobody has explained.
             */
            odd: number;
        };
        /**
         * Form
         * @description As what a query is taken away.
         * @enum {string}
         */
        Form: "xlsx" | "pdf" | "csv";
        /**
         * Grounds
         * @description Why something is proposed (申请理由和依据); a body of an operation has these two beside its own.
         */
        Grounds: {
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
         * Kind
         * @description What an order has the bank do (指令类型).
         * @enum {string}
         */
        Kind: "payout" | "disbursement" | "refund" | "transfer" | "debit";
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
         * OddEntryLine
         * @description What the bank told of its account and nobody can believe as it stands.
         */
        OddEntryLine: {
            /**
             * Id
             * @description Its id, by which its address is made.
             */
            id: number;
            /**
             * Number
             * @description The bank's running number, where it can be read.
             */
            number: number | null;
            /**
             * Flaw
             * @description What is wrong with it.
             */
            flaw: string;
            /**
             * Content
             * @description The entry, word for word as the bank wrote it.
             */
            content: string;
            /**
             * Noted At
             * Format: date-time
             * @description When it was set aside.
             */
            noted_at: string;
            /**
             * Explanation
             * @description What became of it, in the words of the staff; none while nobody has looked.
             */
            explanation: string | null;
            /**
             * Explained By Name
             * @description Who explained it, masked.
             */
            explained_by_name: string | null;
            /**
             * Explained At
             * @description When it was explained.
             */
            explained_at: string | null;
        };
        /**
         * OddEntryList
         * @description Odd entries, newest first.
         */
        OddEntryList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["OddEntryLine"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * OrderLine
         * @description One line of the history of an order.
         */
        OrderLine: {
            /**
             * At
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /**
             * Step
             * @description What happened, as a stable code.
             */
            step: string;
            /**
             * State
             * @description State of the order from then on.
             */
            state: string;
            /**
             * Text
             * @description What happened, in Chinese as people read it.
             */
            text: string;
        };
        /**
         * Outcome
         * @description What staff conclude that an order came to (处理结论).
         * @enum {string}
         */
        Outcome: "not_executed" | "explained";
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
         * PaidOf
         * @description What the bank did on a day, of one kind of order.
         */
        PaidOf: {
            /** @description Kind of order. */
            kind: components["schemas"]["Kind"];
            /**
             * Kind Text
             * @description The kind in Chinese.
             */
            kind_text: string;
            /**
             * Orders
             * @description How many the bank executed.
             */
            orders: number;
            /**
             * Amount Fen
             * @description Their sum, in fen.
             * @example 2342000
             */
            amount_fen: number;
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
         * PaymentOrder
         * @description An order to the bank (付款, 放款 or 扣款指令).
         */
        PaymentOrder: {
            /**
             * Order Id
             * Format: uuid
             * @description Of a payout: the application's id.
             */
            order_id: string;
            /**
             * Kind
             * @description `payout`, `disbursement`, `refund`, `transfer` or `debit`.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * Amount Fen
             * @description The amount (金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Card Tail
             * @description Last four digits of the card or account.
             * @example 5678
             */
            card_tail: string;
            /**
             * Holder Name
             * @description Who is paid or debited, masked.
             */
            holder_name: string;
            /**
             * Purpose
             * @description What the bank writes on the statement (附言).
             */
            purpose: string;
            /**
             * State
             * @description State of the order (指令状态): to_send, sent, succeeded, failed, unknown or returned.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Attention
             * @description Why an operator should look at it, as a stable code; none as a rule.
             */
            attention: string | null;
            /**
             * Attention Text
             * @description The same in Chinese.
             */
            attention_text: string | null;
            /**
             * Requested On
             * Format: date
             * @description The day from which it may be executed: of the approval, or of the debit.
             */
            requested_on: string;
            /**
             * Deadline On
             * @description The last day for a payout (R-WDR-7).
             */
            deadline_on: string | null;
            /**
             * Created At
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Unknown Since
             * @description When its outcome first became unknown, if ever.
             */
            unknown_since: string | null;
            /**
             * Times Sent
             * @description How often it was sent; above 1 only where the bank said that it never got it.
             */
            times_sent: number;
            /**
             * Times Asked
             * @description Questions to the bank since it became unknown.
             */
            times_asked: number;
            /**
             * Bank Serial
             * @description Serial number that the bank gave it (银行流水号).
             */
            bank_serial: string | null;
            /**
             * Paid On
             * @description Day on which the bank paid.
             */
            paid_on: string | null;
            /**
             * Reason Code
             * @description ISO 20022 external status reason, for example AC01.
             */
            reason_code: string | null;
            /**
             * Reason Text
             * @description Why, in one Chinese sentence (R-WDR-8).
             */
            reason_text: string | null;
            /**
             * Return Serial
             * @description The bank's serial number of the money that came back.
             */
            return_serial: string | null;
            /**
             * Returned On
             * @description Day on which the money came back.
             */
            returned_on: string | null;
        };
        /**
         * PaymentOrderDetail
         * @description An order with everything that happened to it.
         */
        PaymentOrderDetail: {
            /**
             * Order Id
             * Format: uuid
             * @description Of a payout: the application's id.
             */
            order_id: string;
            /**
             * Kind
             * @description `payout`, `disbursement`, `refund`, `transfer` or `debit`.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * Amount Fen
             * @description The amount (金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Card Tail
             * @description Last four digits of the card or account.
             * @example 5678
             */
            card_tail: string;
            /**
             * Holder Name
             * @description Who is paid or debited, masked.
             */
            holder_name: string;
            /**
             * Purpose
             * @description What the bank writes on the statement (附言).
             */
            purpose: string;
            /**
             * State
             * @description State of the order (指令状态): to_send, sent, succeeded, failed, unknown or returned.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Attention
             * @description Why an operator should look at it, as a stable code; none as a rule.
             */
            attention: string | null;
            /**
             * Attention Text
             * @description The same in Chinese.
             */
            attention_text: string | null;
            /**
             * Requested On
             * Format: date
             * @description The day from which it may be executed: of the approval, or of the debit.
             */
            requested_on: string;
            /**
             * Deadline On
             * @description The last day for a payout (R-WDR-7).
             */
            deadline_on: string | null;
            /**
             * Created At
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Unknown Since
             * @description When its outcome first became unknown, if ever.
             */
            unknown_since: string | null;
            /**
             * Times Sent
             * @description How often it was sent; above 1 only where the bank said that it never got it.
             */
            times_sent: number;
            /**
             * Times Asked
             * @description Questions to the bank since it became unknown.
             */
            times_asked: number;
            /**
             * Bank Serial
             * @description Serial number that the bank gave it (银行流水号).
             */
            bank_serial: string | null;
            /**
             * Paid On
             * @description Day on which the bank paid.
             */
            paid_on: string | null;
            /**
             * Reason Code
             * @description ISO 20022 external status reason, for example AC01.
             */
            reason_code: string | null;
            /**
             * Reason Text
             * @description Why, in one Chinese sentence (R-WDR-8).
             */
            reason_text: string | null;
            /**
             * Return Serial
             * @description The bank's serial number of the money that came back.
             */
            return_serial: string | null;
            /**
             * Returned On
             * @description Day on which the money came back.
             */
            returned_on: string | null;
            /**
             * History
             * @description Everything that happened to it, in order.
             */
            history: components["schemas"]["OrderLine"][];
            /**
             * Bank Entries
             * @description What the bank booked under its key.
             */
            bank_entries: components["schemas"]["EntryLine"][];
            /**
             * Conclusions
             * @description What staff concluded of it.
             */
            conclusions: components["schemas"]["Conclusion"][];
        };
        /**
         * PaymentOrderPage
         * @description Orders, newest first; unknown ones longest first.
         */
        PaymentOrderPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["PaymentOrder"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
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
         * Reconciliation
         * @description The comparison (对账) of a business day.
         */
        Reconciliation: {
            /**
             * Business Date
             * Format: date
             * @description Business date (业务日期), Asia/Shanghai.
             * @example 2026-10-12
             */
            business_date: string;
            /**
             * State
             * @description `waiting`, `finished`, or `failed` where the last attempt did not come to an end.
             */
            state: string;
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
             * Problem
             * @description Why the last attempt did not come to an end, in words.
             */
            problem: string | null;
            /**
             * Opening Fen
             * @description Opening balance on the bank's statement. In fen (分), 1/100 yuan.
             */
            opening_fen: number | null;
            /**
             * Closing Fen
             * @description Closing balance on the bank's statement. In fen (分), 1/100 yuan.
             */
            closing_fen: number | null;
            /**
             * Compared
             * @description Movements that were compared.
             */
            compared: number | null;
            /**
             * Open Differences
             * @description Differences that nobody has explained.
             */
            open_differences: number;
            /**
             * Explained Differences
             * @description Differences that have been explained.
             */
            explained_differences: number;
        };
        /**
         * ReconciliationBody
         * @description Which ended business day is to be compared.
         */
        ReconciliationBody: {
            /**
             * Business Date
             * Format: date
             * @description An ended business day.
             * @example 2026-10-12
             */
            business_date: string;
        };
        /**
         * ReconciliationDetail
         * @description A business day with a page of its differences.
         */
        ReconciliationDetail: {
            /**
             * Business Date
             * Format: date
             * @description Business date (业务日期), Asia/Shanghai.
             * @example 2026-10-12
             */
            business_date: string;
            /**
             * State
             * @description `waiting`, `finished`, or `failed` where the last attempt did not come to an end.
             */
            state: string;
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
             * Problem
             * @description Why the last attempt did not come to an end, in words.
             */
            problem: string | null;
            /**
             * Opening Fen
             * @description Opening balance on the bank's statement. In fen (分), 1/100 yuan.
             */
            opening_fen: number | null;
            /**
             * Closing Fen
             * @description Closing balance on the bank's statement. In fen (分), 1/100 yuan.
             */
            closing_fen: number | null;
            /**
             * Compared
             * @description Movements that were compared.
             */
            compared: number | null;
            /**
             * Open Differences
             * @description Differences that nobody has explained.
             */
            open_differences: number;
            /**
             * Explained Differences
             * @description Differences that have been explained.
             */
            explained_differences: number;
            /**
             * Differences
             * @description A page of the differences.
             */
            differences: components["schemas"]["Difference"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * ReconciliationList
         * @description Business days, newest first.
         */
        ReconciliationList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Reconciliation"][];
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
         * State
         * @description The state of an order (指令状态).
         * @enum {string}
         */
        settlement__domain__State: "to_send" | "sent" | "succeeded" | "failed" | "unknown" | "returned";
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
    payment_orders_api_settlement_payment_orders_get: {
        parameters: {
            query?: {
                /** @description 指令类型 */
                kind?: components["schemas"]["Kind"] | null;
                /** @description 指令状态 */
                state?: components["schemas"]["settlement__domain__State"] | null;
                /** @description True for only those that an operator should look at. */
                flagged?: boolean;
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
                    "application/json": components["schemas"]["PaymentOrderPage"];
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
    payment_order_api_settlement_payment_orders__order_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description The order to the bank; of a payout, the application's id. */
                order_id: string;
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
                    "application/json": components["schemas"]["PaymentOrderDetail"];
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
    propose_conclusion_api_settlement_payment_orders__order_id__conclusion_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The order to the bank; of a payout, the application's id. */
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConclusionBody"];
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
    unknown_payments_api_settlement_unknown_payments_get: {
        parameters: {
            query?: {
                /** @description 指令类型 */
                kind?: components["schemas"]["Kind"] | null;
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
                    "application/json": components["schemas"]["PaymentOrderPage"];
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
    figures_api_settlement_figures_get: {
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
                    "application/json": components["schemas"]["FiguresShown"];
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
    daily_report_api_settlement_daily_reports__business_date__get: {
        parameters: {
            query?: {
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form"];
            };
            header?: never;
            path: {
                /** @description Business date (业务日期), Asia/Shanghai. */
                business_date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Excel，金额与日期为真实数值；PDF，每页都有表头；或CSV，供其他系统读入 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/pdf": unknown;
                    "text/csv": unknown;
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
    reconciliations_api_settlement_reconciliations_get: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["ReconciliationList"];
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
    start_reconciliation_api_settlement_reconciliations_post: {
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
                "application/json": components["schemas"]["ReconciliationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
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
    reconciliation_of_day_api_settlement_reconciliations__business_date__get: {
        parameters: {
            query?: {
                /** @description 是否已说明 */
                state?: components["schemas"]["DifferenceState"] | null;
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Business date (业务日期), Asia/Shanghai. */
                business_date: string;
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
                    "application/json": components["schemas"]["ReconciliationDetail"];
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
    explain_api_settlement_differences__difference_id__explanation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The difference. */
                difference_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Grounds"];
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
    cross_differences_api_settlement_cross_differences_get: {
        parameters: {
            query?: {
                /** @description 差异状态 */
                state?: components["schemas"]["CrossState"] | null;
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
                    "application/json": components["schemas"]["CrossDifferenceList"];
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
    explain_cross_api_settlement_cross_differences__difference_id__explanation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The difference. */
                difference_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Grounds"];
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
    odd_entries_api_settlement_odd_entries_get: {
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
                    "application/json": components["schemas"]["OddEntryList"];
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
    explain_odd_api_settlement_odd_entries__odd_id__explanation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description An entry of the bank that nobody could place. */
                odd_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Grounds"];
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
    list_proposals_api_settlement_proposals_get: {
        parameters: {
            query?: {
                /** @description Only those in this state */
                state?: components["schemas"]["shared__proposals__rules__State"] | null;
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
    proposal_api_settlement_proposals__proposal_id__get: {
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
    decide_api_settlement_proposals__proposal_id__decision_post: {
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
    withdraw_api_settlement_proposals__proposal_id__withdrawal_post: {
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
    kept_of_me_api_settlement_personal_data_get: {
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
    rows_of_me_api_settlement_personal_data__table__get: {
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
    parked_api_settlement_parked_get: {
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
    queues_api_settlement_queues_get: {
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
    replay_api_settlement_parked__queue__replays_post: {
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
    set_aside_api_settlement_parked__queue__settings_aside_post: {
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
    audit_trail_api_settlement_audit_get: {
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
    jobs_api_settlement_jobs_get: {
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
