// Made by `make generate` from services/portal/openapi.json; not written by hand.
// SHA-256 76675d61c35ee05ebbbb5ebc204a1803e4f971471195ede9dcd794cd8c9fc392
export interface paths {
    "/api/portal/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公告列表
         * @description List every notice that was published, also those that are not shown, newest first.
         */
        get: operations["list_notices_api_portal_notices_get"];
        put?: never;
        /**
         * 发布公告
         * @description Propose that a notice is published; a checker decides.
         */
        post: operations["publish_api_portal_notices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/notice-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回公告
         * @description Propose that a notice is withdrawn; a checker decides, and the reason is shown in its stead.
         */
        post: operations["withdraw_api_portal_notice_withdrawals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 网点列表
         * @description List every place, also those that are not shown any more.
         */
        get: operations["list_places_api_portal_places_get"];
        put?: never;
        /**
         * 变更网点
         * @description Propose how a place is shown; a checker decides.
         */
        post: operations["change_place_api_portal_places_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 常见问题列表
         * @description List every question with its answer, also those that are not shown any more.
         */
        get: operations["list_questions_api_portal_questions_get"];
        put?: never;
        /**
         * 变更常见问题
         * @description Propose a question and its answer; a checker decides.
         */
        post: operations["change_question_api_portal_questions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/proposals": {
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
        get: operations["list_proposals_api_portal_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/proposals/{proposal_id}": {
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
        get: operations["proposal_api_portal_proposals__proposal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/proposals/{proposal_id}/decision": {
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
        post: operations["decide_api_portal_proposals__proposal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/proposals/{proposal_id}/withdrawal": {
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
        post: operations["withdraw_api_portal_proposals__proposal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/personal-data": {
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
        get: operations["kept_of_me_api_portal_personal_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/personal-data/{table}": {
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
        get: operations["rows_of_me_api_portal_personal_data__table__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/parked": {
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
        get: operations["parked_api_portal_parked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/queues": {
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
        get: operations["queues_api_portal_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/parked/{queue}/replays": {
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
        post: operations["replay_api_portal_parked__queue__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/parked/{queue}/settings-aside": {
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
        post: operations["set_aside_api_portal_parked__queue__settings_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/audit": {
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
        get: operations["audit_trail_api_portal_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/jobs": {
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
        get: operations["jobs_api_portal_jobs_get"];
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
         * NewNotice
         * @description A notice as it is to be published (拟发布的公告).
         */
        NewNotice: {
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
             * Title
             * @description Its heading, one line.
             * @example 关于元旦放假期间业务办理的公告
             */
            title: string;
            /** @description `policy`, `business`, `holiday`, `system` or `disclosure`. */
            topic: components["schemas"]["Topic"];
            /**
             * Body
             * @description What it says; each line is a paragraph.
             */
            body: string;
            /**
             * Shown From
             * Format: date
             * @description First day on which it is shown.
             */
            shown_from: string;
            /**
             * Shown Until
             * @description Last day on which it is shown; null: for good.
             */
            shown_until?: string | null;
        };
        /**
         * NoticeAnswer
         * @description A notice as staff see it, shown or not (公告).
         */
        NoticeAnswer: {
            /**
             * Notice Id
             * Format: uuid
             * @description Its number.
             */
            notice_id: string;
            /**
             * Title
             * @description Its heading.
             */
            title: string;
            /** @description What it is about. */
            topic: components["schemas"]["Topic"];
            /**
             * Topic Text
             * @description The same in Chinese.
             */
            topic_text: string;
            /**
             * Body
             * @description What it says.
             */
            body: string;
            /**
             * Shown From
             * Format: date
             * @description First day on which it is shown.
             */
            shown_from: string;
            /**
             * Shown Until
             * @description Last day on which it is shown; null: for good.
             */
            shown_until: string | null;
            /**
             * Published At
             * Format: date-time
             * @description When the second person agreed, UTC.
             */
            published_at: string;
            /**
             * Withdrawn At
             * @description When it was withdrawn, UTC.
             */
            withdrawn_at: string | null;
            /**
             * Withdrawal Reason
             * @description Why.
             */
            withdrawal_reason: string | null;
        };
        /**
         * NoticePage
         * @description Notices, newest first.
         */
        NoticePage: {
            /**
             * Items
             * @description The notices.
             */
            items: components["schemas"]["NoticeAnswer"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; null on the last.
             */
            next_cursor: string | null;
        };
        /**
         * NoticeWithdrawal
         * @description A notice that is to be withdrawn; the reason is shown in its stead (拟撤回的公告).
         */
        NoticeWithdrawal: {
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
             * Notice Id
             * Format: uuid
             * @description Its number.
             */
            notice_id: string;
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
         * PlaceAnswer
         * @description A place as staff see it, shown or not (服务网点).
         */
        PlaceAnswer: {
            /**
             * Code
             * @description Its short name.
             */
            code: string;
            /**
             * Name
             * @description What it is called.
             */
            name: string;
            /**
             * Address
             * @description Where it is.
             */
            address: string;
            /**
             * Telephone
             * @description By which number it is called.
             */
            telephone: string;
            /**
             * Hours
             * @description When it is open; each line of its own.
             */
            hours: string;
            /**
             * Services
             * @description What is done there; each line of its own.
             */
            services: string;
            /**
             * Position
             * @description Where in the list it stands.
             */
            position: number;
            /**
             * Closed
             * @description Whether it is not shown any more.
             */
            closed: boolean;
            /**
             * Changed At
             * Format: date-time
             * @description When the second person agreed to it as it is, UTC.
             */
            changed_at: string;
        };
        /**
         * PlaceChange
         * @description A place as it is to be shown (服务网点).
         */
        PlaceChange: {
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
             * Code
             * @description Short name; an existing place is changed.
             * @example decheng
             */
            code: string;
            /**
             * Name
             * @description What it is called.
             */
            name: string;
            /**
             * Address
             * @description Where it is.
             */
            address: string;
            /**
             * Telephone
             * @description By which number it is called.
             */
            telephone: string;
            /**
             * Hours
             * @description When it is open; each line of its own.
             */
            hours: string;
            /**
             * Services
             * @description What is done there; each line of its own.
             */
            services: string;
            /**
             * Position
             * @description Where in the list it stands.
             * @default 100
             */
            position: number;
            /**
             * Closed
             * @description Whether it is not shown any more.
             * @default false
             */
            closed: boolean;
        };
        /**
         * PlaceList
         * @description Every place, in the order in which they are shown.
         */
        PlaceList: {
            /**
             * Items
             * @description The places.
             */
            items: components["schemas"]["PlaceAnswer"][];
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
         * QuestionAnswer
         * @description A question as staff see it, shown or not (常见问题).
         */
        QuestionAnswer: {
            /**
             * Code
             * @description Its short name.
             */
            code: string;
            /** @description What it is about. */
            topic: components["schemas"]["QuestionTopic"];
            /**
             * Topic Text
             * @description The same in Chinese.
             */
            topic_text: string;
            /**
             * Question
             * @description What many ask.
             */
            question: string;
            /**
             * Answer
             * @description What is answered; each line is a paragraph.
             */
            answer: string;
            /**
             * Position
             * @description Where under its topic it stands.
             */
            position: number;
            /**
             * Removed
             * @description Whether it is not shown any more.
             */
            removed: boolean;
            /**
             * Changed At
             * Format: date-time
             * @description When the second person agreed to it as it is, UTC.
             */
            changed_at: string;
        };
        /**
         * QuestionChange
         * @description A question and its answer as they are to be shown (常见问题).
         */
        QuestionChange: {
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
             * Code
             * @description Short name; an existing question is changed.
             * @example decheng
             */
            code: string;
            /** @description `withdrawals`, `loans`, `deposits`, `online` or `fraud`. */
            topic: components["schemas"]["QuestionTopic"];
            /**
             * Question
             * @description What many ask.
             */
            question: string;
            /**
             * Answer
             * @description What is answered; each line is a paragraph.
             */
            answer: string;
            /**
             * Position
             * @description Where under its topic it stands.
             * @default 100
             */
            position: number;
            /**
             * Removed
             * @description Whether it is not shown any more.
             * @default false
             */
            removed: boolean;
        };
        /**
         * QuestionList
         * @description Every question, by topic, in the order in which they are shown.
         */
        QuestionList: {
            /**
             * Items
             * @description The questions.
             */
            items: components["schemas"]["QuestionAnswer"][];
        };
        /**
         * QuestionTopic
         * @description What a question is about (问题类别).
         * @enum {string}
         */
        QuestionTopic: "withdrawals" | "loans" | "deposits" | "online" | "fraud";
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
         * @description Of a proposal; only the first can still change.
         * @enum {string}
         */
        "State-Input": "open" | "executed" | "rejected" | "withdrawn" | "expired";
        /**
         * Topic
         * @description What a notice is about (公告类别).
         * @enum {string}
         */
        Topic: "policy" | "business" | "holiday" | "system" | "disclosure";
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
    list_notices_api_portal_notices_get: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["NoticePage"];
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
    publish_api_portal_notices_post: {
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
                "application/json": components["schemas"]["NewNotice"];
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
    withdraw_api_portal_notice_withdrawals_post: {
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
                "application/json": components["schemas"]["NoticeWithdrawal"];
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
    list_places_api_portal_places_get: {
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
                    "application/json": components["schemas"]["PlaceList"];
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
    change_place_api_portal_places_post: {
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
                "application/json": components["schemas"]["PlaceChange"];
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
    list_questions_api_portal_questions_get: {
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
                    "application/json": components["schemas"]["QuestionList"];
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
    change_question_api_portal_questions_post: {
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
                "application/json": components["schemas"]["QuestionChange"];
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
    list_proposals_api_portal_proposals_get: {
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
    proposal_api_portal_proposals__proposal_id__get: {
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
    decide_api_portal_proposals__proposal_id__decision_post: {
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
    withdraw_api_portal_proposals__proposal_id__withdrawal_post: {
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
    kept_of_me_api_portal_personal_data_get: {
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
    rows_of_me_api_portal_personal_data__table__get: {
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
    parked_api_portal_parked_get: {
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
    queues_api_portal_queues_get: {
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
    replay_api_portal_parked__queue__replays_post: {
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
    set_aside_api_portal_parked__queue__settings_aside_post: {
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
    audit_trail_api_portal_audit_get: {
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
    jobs_api_portal_jobs_get: {
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
