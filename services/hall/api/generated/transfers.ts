// Made by `make generate` from services/transfers/openapi.json; not written by hand.
// SHA-256 8e915de24a11f40a264bbf41765c59244ab32c7a97fa323573f646d809e145ce
export interface paths {
    "/api/transfers/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的异地转移
         * @description List the letters about oneself, those of other centres too, latest first.
         */
        get: operations["my_letters_api_transfers_requests_get"];
        put?: never;
        /**
         * 申请异地转入
         * @description Have the account elsewhere moved here, confirmed with a fresh code of the phone (R-TRF-4).
         */
        post: operations["ask_api_transfers_requests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/requests/{letter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 异地转移进度
         * @description Show how far a letter about oneself is.
         */
        get: operations["show_api_transfers_requests__letter_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/requests/{letter_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销异地转入
         * @description Take it back while the other centre does not have it; the platform says who was faster.
         */
        post: operations["cancel_api_transfers_requests__letter_id__cancellation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/centres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 全国公积金中心名录
         * @description List the centres that an account can be moved from.
         */
        get: operations["list_centres_api_transfers_centres_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待办联系函
         * @description List letters, those that stand still longest first; whom they are about is not in the list.
         */
        get: operations["list_letters_api_transfers_letters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/letters/{letter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 联系函详情
         * @description Show all of a letter, masked; each look is recorded.
         */
        get: operations["show_api_transfers_letters__letter_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/letters/{letter_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 同意转出
         * @description Propose that an account moves to another centre; somebody else decides (R-TRF-4).
         */
        post: operations["approve_api_transfers_letters__letter_id__approval_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/letters/{letter_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不予转出
         * @description Propose that an account does not move; the other centre and the person hear the reason.
         */
        post: operations["refuse_api_transfers_letters__letter_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/letters/{letter_id}/booking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 转入资金入账
         * @description Propose that the money of a letter is booked, where its sum or what happened wants two people.
         */
        post: operations["book_api_transfers_letters__letter_id__booking_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/letters/{letter_id}/giving-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 终止异地转入
         * @description Propose that nothing will come of a letter of ours.
         */
        post: operations["give_up_api_transfers_letters__letter_id__giving_up_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/letters/{letter_id}/information": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重发账户信息
         * @description Tell the other centre once more what was paid; moves no money.
         */
        post: operations["tell_again_api_transfers_letters__letter_id__information_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/proposals": {
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
        get: operations["list_proposals_api_transfers_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/proposals/{proposal_id}": {
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
        get: operations["proposal_api_transfers_proposals__proposal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/proposals/{proposal_id}/decision": {
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
        post: operations["decide_api_transfers_proposals__proposal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/proposals/{proposal_id}/withdrawal": {
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
        post: operations["withdraw_api_transfers_proposals__proposal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/personal-data": {
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
        get: operations["kept_of_me_api_transfers_personal_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/personal-data/{table}": {
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
        get: operations["rows_of_me_api_transfers_personal_data__table__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/parked": {
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
        get: operations["parked_api_transfers_parked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/queues": {
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
        get: operations["queues_api_transfers_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/parked/{queue}/replays": {
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
        post: operations["replay_api_transfers_parked__queue__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/parked/{queue}/settings-aside": {
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
        post: operations["set_aside_api_transfers_parked__queue__settings_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/audit": {
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
        get: operations["audit_trail_api_transfers_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfers/jobs": {
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
        get: operations["jobs_api_transfers_jobs_get"];
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
         * CentreList
         * @description The national list of centres (公积金中心名录).
         */
        CentreList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["CentreShown"][];
        };
        /**
         * CentreShown
         * @description A centre of the national list.
         */
        CentreShown: {
            /**
             * Code
             * @description Its code (GB/T 2260).
             */
            code: string;
            /**
             * Name
             * @description Its name.
             */
            name: string;
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
         * Direction
         * @description Which way the money goes (转移方向).
         * @enum {string}
         */
        Direction: "in" | "out";
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
         * LetterAnswer
         * @description A letter (联系函) as its person sees it.
         */
        LetterAnswer: {
            /**
             * Letter Id
             * Format: uuid
             * @description Its address; the letter has a number of its own.
             */
            letter_id: string;
            /**
             * Number
             * @description Number of the letter (联系函编号): centre code, day, serial; none before it is written.
             */
            number: string | null;
            /** @description `in` 转入 or `out` 转出. */
            direction: components["schemas"]["Direction"];
            /** @description How far it is, as a stable code. */
            state: components["schemas"]["LetterState"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * State Code
             * @description The national platform's code of it (转移接续状态); none before it is written.
             */
            state_code: string | null;
            /**
             * Centre Code
             * @description Code of the other centre.
             */
            centre_code: string;
            /**
             * Centre Name
             * @description Name of the other centre.
             */
            centre_name: string;
            /**
             * Principal Fen
             * @description What the account that moves held, in fen; none before it is known.
             */
            principal_fen: number | null;
            /**
             * Interest Fen
             * @description What it earned until it was closed, in fen.
             */
            interest_fen: number | null;
            /**
             * Reason Text
             * @description Why it stands as it does, in one Chinese sentence; empty where there is nothing to explain.
             */
            reason_text: string;
            /**
             * Cancellable
             * @description Whether it can be taken back as it stands.
             */
            cancellable: boolean;
            /**
             * Asked At
             * Format: date-time
             * @description When it was asked for.
             */
            asked_at: string;
            /**
             * State Since
             * Format: date-time
             * @description Since when it stands so.
             */
            state_since: string;
            /**
             * Ended At
             * @description When it ended; none while it is open.
             */
            ended_at: string | null;
        };
        /**
         * LetterFile
         * @description All that is known of a letter; personal data is masked.
         */
        LetterFile: {
            /**
             * Letter Id
             * Format: uuid
             * @description Its address; the letter has a number of its own.
             */
            letter_id: string;
            /**
             * Number
             * @description Number of the letter (联系函编号): centre code, day, serial; none before it is written.
             */
            number: string | null;
            /** @description `in` 转入 or `out` 转出. */
            direction: components["schemas"]["Direction"];
            /** @description How far it is, as a stable code. */
            state: components["schemas"]["LetterState"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * State Code
             * @description The national platform's code of it (转移接续状态); none before it is written.
             */
            state_code: string | null;
            /**
             * Centre Code
             * @description Code of the other centre.
             */
            centre_code: string;
            /**
             * Centre Name
             * @description Name of the other centre.
             */
            centre_name: string;
            /**
             * Principal Fen
             * @description What the account that moves held, in fen; none before it is known.
             */
            principal_fen: number | null;
            /**
             * Interest Fen
             * @description What it earned until it was closed, in fen.
             */
            interest_fen: number | null;
            /**
             * Reason Text
             * @description Why it stands as it does, in one Chinese sentence; empty where there is nothing to explain.
             */
            reason_text: string;
            /**
             * Cancellable
             * @description Whether it can be taken back as it stands.
             */
            cancellable: boolean;
            /**
             * Asked At
             * Format: date-time
             * @description When it was asked for.
             */
            asked_at: string;
            /**
             * State Since
             * Format: date-time
             * @description Since when it stands so.
             */
            state_since: string;
            /**
             * Ended At
             * @description When it ended; none while it is open.
             */
            ended_at: string | null;
            /**
             * Overdue
             * @description It stands still for longer than the policy allows.
             */
            overdue: boolean;
            /**
             * Person Id
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string | null;
            /**
             * Name
             * @description Name that the letter gives, masked.
             */
            name: string;
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             */
            id_number: string;
            /**
             * Account Number
             * @description The account here (个人账号).
             * @example 371410000001
             */
            account_number: string | null;
            /**
             * Facts
             * @description What the other centre told (转入), or accounts and loans (转出).
             */
            facts: {
                [key: string]: unknown;
            };
            /**
             * Receipts
             * @description What came from the bank for it.
             */
            receipts: components["schemas"]["ReceiptShown"][];
        };
        /**
         * LetterPage
         * @description Letters about oneself, latest first.
         */
        LetterPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["LetterAnswer"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * LetterState
         * @description How far a letter is (办理状态).
         * @enum {string}
         */
        LetterState: "asked" | "reviewed" | "received" | "waiting" | "reserving" | "paying" | "paid" | "informed" | "consulting" | "done" | "done_after_consulting" | "cancelled" | "refused" | "failed" | "not_sent";
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
         * NewTransfer
         * @description Which account elsewhere is to be moved here (异地转入申请).
         */
        NewTransfer: {
            /**
             * Centre Code
             * @description The centre that has it, by the national list (转出中心).
             * @example 370100
             */
            centre_code: string;
            /**
             * Account There
             * @description Its number there, if the person knows it (原个人账号).
             */
            account_there?: string | null;
        };
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
         * ReceiptShown
         * @description A bank receipt that names the letter.
         */
        ReceiptShown: {
            /**
             * Bank Serial
             * @description The bank's serial number of the receipt (银行流水号).
             */
            bank_serial: string;
            /**
             * Amount Fen
             * @description What came, in fen.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Value Date
             * Format: date
             * @description From which day the money earns interest (起息日), R-INT-1.
             */
            value_date: string;
            /**
             * Used
             * @description Taken already, for the letter or for something else.
             */
            used: boolean;
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
         * StaffLetter
         * @description A letter as staff see it in the list of those that wait.
         */
        StaffLetter: {
            /**
             * Letter Id
             * Format: uuid
             * @description Its address; the letter has a number of its own.
             */
            letter_id: string;
            /**
             * Number
             * @description Number of the letter (联系函编号): centre code, day, serial; none before it is written.
             */
            number: string | null;
            /** @description `in` 转入 or `out` 转出. */
            direction: components["schemas"]["Direction"];
            /** @description How far it is, as a stable code. */
            state: components["schemas"]["LetterState"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * State Code
             * @description The national platform's code of it (转移接续状态); none before it is written.
             */
            state_code: string | null;
            /**
             * Centre Code
             * @description Code of the other centre.
             */
            centre_code: string;
            /**
             * Centre Name
             * @description Name of the other centre.
             */
            centre_name: string;
            /**
             * Principal Fen
             * @description What the account that moves held, in fen; none before it is known.
             */
            principal_fen: number | null;
            /**
             * Interest Fen
             * @description What it earned until it was closed, in fen.
             */
            interest_fen: number | null;
            /**
             * Reason Text
             * @description Why it stands as it does, in one Chinese sentence; empty where there is nothing to explain.
             */
            reason_text: string;
            /**
             * Cancellable
             * @description Whether it can be taken back as it stands.
             */
            cancellable: boolean;
            /**
             * Asked At
             * Format: date-time
             * @description When it was asked for.
             */
            asked_at: string;
            /**
             * State Since
             * Format: date-time
             * @description Since when it stands so.
             */
            state_since: string;
            /**
             * Ended At
             * @description When it ended; none while it is open.
             */
            ended_at: string | null;
            /**
             * Overdue
             * @description It stands still for longer than the policy allows.
             */
            overdue: boolean;
        };
        /**
         * StaffLetterPage
         * @description Letters, those that stand longest first.
         */
        StaffLetterPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["StaffLetter"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * State
         * @description Of a proposal; only the first can still change.
         * @enum {string}
         */
        "State-Input": "open" | "executed" | "rejected" | "withdrawn" | "expired";
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
    my_letters_api_transfers_requests_get: {
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
                    "application/json": components["schemas"]["LetterPage"];
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
    ask_api_transfers_requests_post: {
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
                "application/json": components["schemas"]["NewTransfer"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterAnswer"];
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
    show_api_transfers_requests__letter_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 联系函的地址编号 */
                letter_id: string;
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
                    "application/json": components["schemas"]["LetterAnswer"];
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
    cancel_api_transfers_requests__letter_id__cancellation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description 联系函的地址编号 */
                letter_id: string;
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
                    "application/json": components["schemas"]["LetterAnswer"];
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
    list_centres_api_transfers_centres_get: {
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
                    "application/json": components["schemas"]["CentreList"];
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
    list_letters_api_transfers_letters_get: {
        parameters: {
            query?: {
                /** @description 转入或转出 */
                direction?: components["schemas"]["Direction"] | null;
                /** @description 是否包括已办结的 */
                ended?: boolean;
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
                    "application/json": components["schemas"]["StaffLetterPage"];
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
    show_api_transfers_letters__letter_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description 联系函的地址编号 */
                letter_id: string;
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
                    "application/json": components["schemas"]["LetterFile"];
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
    approve_api_transfers_letters__letter_id__approval_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description 联系函的地址编号 */
                letter_id: string;
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
    refuse_api_transfers_letters__letter_id__refusal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description 联系函的地址编号 */
                letter_id: string;
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
    book_api_transfers_letters__letter_id__booking_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description 联系函的地址编号 */
                letter_id: string;
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
    give_up_api_transfers_letters__letter_id__giving_up_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description 联系函的地址编号 */
                letter_id: string;
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
    tell_again_api_transfers_letters__letter_id__information_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description 联系函的地址编号 */
                letter_id: string;
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
                    "application/json": components["schemas"]["LetterAnswer"];
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
    list_proposals_api_transfers_proposals_get: {
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
    proposal_api_transfers_proposals__proposal_id__get: {
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
    decide_api_transfers_proposals__proposal_id__decision_post: {
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
    withdraw_api_transfers_proposals__proposal_id__withdrawal_post: {
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
    kept_of_me_api_transfers_personal_data_get: {
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
    rows_of_me_api_transfers_personal_data__table__get: {
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
    parked_api_transfers_parked_get: {
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
    queues_api_transfers_queues_get: {
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
    replay_api_transfers_parked__queue__replays_post: {
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
    set_aside_api_transfers_parked__queue__settings_aside_post: {
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
    audit_trail_api_transfers_audit_get: {
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
    jobs_api_transfers_jobs_get: {
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
