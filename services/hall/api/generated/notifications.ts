// Made by `make generate` from services/notifications/openapi.json; not written by hand.
// SHA-256 67694cab0ff047c8ce7ac750a983158cbbe57c5f07185018a2f7daa7d05a2374
export interface paths {
    "/api/notifications/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Texts
         * @description What one was told by text or WeChat, newest first.
         */
        get: operations["my_texts_api_notifications_texts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/people/{person_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages Of Person
         * @description What somebody was told, about which business and by which ways, newest first; never what it says.
         */
        get: operations["messages_of_person_api_notifications_people__person_id__messages_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deliveries
         * @description Delivery states of all texts, newest first.
         */
        get: operations["list_deliveries_api_notifications_deliveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/undelivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Undelivered
         * @description The operators' list: texts that did not reach their handset.
         */
        get: operations["list_undelivered_api_notifications_undelivered_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Routes
         * @description By which carrier texts go, by the numbers' first digits or by single numbers; newest first.
         */
        get: operations["list_routes_api_notifications_routes_get"];
        put?: never;
        /**
         * Change Route
         * @description Propose by which carrier texts to some numbers go; a checker decides.
         */
        post: operations["change_route_api_notifications_routes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/counters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Counters
         * @description How many texts by template and state.
         */
        get: operations["show_counters_api_notifications_counters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Subscription
         * @description Own phone (tail) and SMS switch.
         */
        get: operations["show_subscription_api_notifications_subscription_get"];
        /**
         * Change Subscription
         * @description Switch the non-mandatory texts on or off.
         */
        put: operations["change_subscription_api_notifications_subscription_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Preferences
         * @description By which way one is told of what.
         */
        get: operations["show_preferences_api_notifications_preferences_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/preferences/{topic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Preference
         * @description Choose by which way one is told of a topic first, and whether reminders about it come.
         */
        put: operations["change_preference_api_notifications_preferences__topic__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各类短信的文字
         * @description List every text that 12329 sends: what it says today, and what it will.
         */
        get: operations["list_wordings_api_notifications_wordings_get"];
        put?: never;
        /**
         * 提出短信文字变更
         * @description Propose another wording; it is in force from its day on once another person agrees before that day.
         */
        post: operations["propose_api_notifications_wordings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/wordings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 短信文字草案的差异和试算
         * @description Say how a draft reads, and what the newest real texts would have taken by it; nothing is kept.
         */
        post: operations["try_draft_api_notifications_wordings_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/wordings/proposals/{proposal_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待复核短信文字的差异和试算
         * @description Say how a proposed wording reads, as it would today, for who decides it.
         */
        get: operations["try_proposed_api_notifications_wordings_proposals__proposal_id__preview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/proposals": {
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
        get: operations["list_proposals_api_notifications_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/proposals/{proposal_id}": {
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
        get: operations["proposal_api_notifications_proposals__proposal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/proposals/{proposal_id}/decision": {
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
        post: operations["decide_api_notifications_proposals__proposal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/proposals/{proposal_id}/withdrawal": {
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
        post: operations["withdraw_api_notifications_proposals__proposal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/personal-data": {
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
        get: operations["kept_of_me_api_notifications_personal_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/personal-data/{table}": {
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
        get: operations["rows_of_me_api_notifications_personal_data__table__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/parked": {
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
        get: operations["parked_api_notifications_parked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/queues": {
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
        get: operations["queues_api_notifications_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/parked/{queue}/replays": {
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
        post: operations["replay_api_notifications_parked__queue__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/parked/{queue}/settings-aside": {
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
        post: operations["set_aside_api_notifications_parked__queue__settings_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/audit": {
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
        get: operations["audit_trail_api_notifications_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/jobs": {
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
        get: operations["jobs_api_notifications_jobs_get"];
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
         * Channel
         * @description By which way somebody is told.
         * @enum {string}
         */
        Channel: "wechat" | "sms";
        /**
         * Counter
         * @description Texts of one template in one state.
         */
        Counter: {
            /**
             * Template
             * @description Name of the text's template.
             * @example withdrawal_paid
             */
            template: string;
            /** @description What became of them, as a stable code. */
            state: components["schemas"]["notifications__shapes__texts__State"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Texts
             * @description Number of texts.
             */
            texts: number;
            /**
             * Segments
             * @description Parts that it takes in the air (计费条数).
             */
            segments: number;
        };
        /**
         * Counters
         * @description What was texted lately.
         */
        Counters: {
            /**
             * Since
             * Format: date-time
             * @description From when on they are counted.
             */
            since: string;
            /**
             * Oldest Queued At
             * @description Since when the oldest text has waited; none when nothing waits.
             */
            oldest_queued_at: string | null;
            /**
             * Counters
             * @description The numbers, a line for each template and state.
             */
            counters: components["schemas"]["Counter"][];
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
         * Deliveries
         * @description One page.
         */
        Deliveries: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Delivery"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * Delivery
         * @description What became of a text; without its content.
         */
        Delivery: {
            /**
             * Text Id
             * Format: uuid
             * @description The text (短信).
             */
            text_id: string;
            /**
             * Template
             * @description Name of the text's template.
             * @example withdrawal_paid
             */
            template: string;
            /**
             * About
             * @description 引发短信的业务编号
             */
            about: string;
            /** @description What became of it, as a stable code. */
            state: components["schemas"]["notifications__shapes__texts__State"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             * @example 未送达
             */
            state_text: string;
            /**
             * Phone Tail
             * @description Last four digits of the phone number.
             * @example 5678
             */
            phone_tail: string;
            /**
             * Segments
             * @description Parts that it takes in the air (计费条数).
             */
            segments: number;
            /**
             * Attempts
             * @description How often it was handed to the SMS centre.
             */
            attempts: number;
            /**
             * Failure
             * @description Why it did not arrive, as a stable code.
             * @example no_answer
             */
            failure: string | null;
            /** @description By which carrier's link it went, or will go. */
            route: components["schemas"]["Route"];
            /**
             * Message Ids
             * @description 短信中心给出的编号
             */
            message_ids: string[];
            /**
             * Created At
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Submitted At
             * @description When the SMS centre took it.
             */
            submitted_at: string | null;
            /**
             * Ended At
             * @description When its fate was known; none while it is not.
             */
            ended_at: string | null;
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
         * MessageOfPerson
         * @description What somebody was told, and by which ways; without its content.
         */
        MessageOfPerson: {
            /**
             * Text Id
             * Format: uuid
             * @description The text (短信).
             */
            text_id: string;
            /**
             * Template
             * @description Name of the text's template.
             * @example withdrawal_paid
             */
            template: string;
            /**
             * About
             * @description 引发消息的业务编号
             */
            about: string;
            /** @description What became of it at last, as a stable code. */
            state: components["schemas"]["notifications__shapes__texts__State"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             * @example 已送达
             */
            state_text: string;
            /**
             * Phone Tail
             * @description Last four digits of the phone number.
             * @example 5678
             */
            phone_tail: string;
            /**
             * Ways
             * @description In the order in which they were tried.
             */
            ways: components["schemas"]["Way"][];
            /**
             * Created At
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
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
         * MessagesOfPerson
         * @description One page.
         */
        MessagesOfPerson: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["MessageOfPerson"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
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
         * OwnText
         * @description What the person was told.
         */
        OwnText: {
            /**
             * Text Id
             * Format: uuid
             * @description The text (短信).
             */
            text_id: string;
            /**
             * Template
             * @description Name of the text's template.
             * @example withdrawal_paid
             */
            template: string;
            /** @description What became of it, as a stable code. */
            state: components["schemas"]["notifications__shapes__texts__State"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             * @example 已送达
             */
            state_text: string;
            /**
             * Phone Tail
             * @description Last four digits of the phone number.
             * @example 5678
             */
            phone_tail: string;
            /**
             * Body
             * @description The text as it was sent.
             */
            body: string;
            /**
             * Ways
             * @description By which ways it went, in the order in which they were tried.
             */
            ways: components["schemas"]["Way"][];
            /**
             * Created At
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Ended At
             * @description When its fate was known; none while it is not.
             */
            ended_at: string | null;
        };
        /**
         * OwnTexts
         * @description One page.
         */
        OwnTexts: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["OwnText"][];
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
         * PreferenceChange
         * @description How one wants to be told of a topic.
         */
        PreferenceChange: {
            /** @description What is tried first; where it does not arrive the other follows. */
            first_channel: components["schemas"]["Channel"];
            /**
             * Optional
             * @description Whether reminders (提醒类消息) about it are wanted; what must be told always comes.
             */
            optional: boolean;
        };
        /**
         * PreferenceShown
         * @description How one is told of a topic.
         */
        PreferenceShown: {
            /** @description What is tried first; where it does not arrive the other follows. */
            first_channel: components["schemas"]["Channel"];
            /**
             * Optional
             * @description Whether reminders (提醒类消息) about it are wanted; what must be told always comes.
             */
            optional: boolean;
            /** @description Which, as a stable code. */
            topic: components["schemas"]["Topic"];
            /**
             * Topic Text
             * @description Which, as people call it.
             * @example 提取
             */
            topic_text: string;
        };
        /**
         * Preferences
         * @description All topics, chosen or not.
         */
        Preferences: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["PreferenceShown"][];
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
         * Route
         * @description By which carrier's link a text goes (通道).
         * @enum {string}
         */
        Route: "smpp" | "cmpp";
        /**
         * RouteChange
         * @description By which carrier texts to some numbers are to go (短信通道): by a prefix, or to one number.
         */
        RouteChange: {
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
             * Prefix
             * @description With which 3 to 7 digits the numbers begin (号段); the longest that fits holds.
             * @example 139
             */
            prefix?: string | null;
            /**
             * Phone
             * @description One number that was taken along to another carrier (携号转网); holds before every prefix.
             * @example 13912345678
             */
            phone?: string | null;
            /** @description By which carrier's link. */
            route: components["schemas"]["Route"];
            /**
             * Effective From
             * Format: date
             * @description First day on which it holds; from a later row's first day on that one does.
             */
            effective_from: string;
        };
        /**
         * RoutePage
         * @description One page.
         */
        RoutePage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["RouteShown"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * RouteShown
         * @description A row of the table of routes (短信通道).
         */
        RouteShown: {
            /**
             * Route Id
             * Format: uuid
             * @description Its number.
             */
            route_id: string;
            /**
             * Prefix
             * @description With which digits the numbers begin; none for a single number.
             * @example 139
             */
            prefix: string | null;
            /**
             * Phone Tail
             * @description Last four digits of the single number.
             * @example 5678
             */
            phone_tail: string | null;
            /** @description By which carrier's link. */
            route: components["schemas"]["Route"];
            /**
             * Route Text
             * @description The same as people say it.
             * @example CMPP通道
             */
            route_text: string;
            /**
             * Effective From
             * Format: date
             * @description First day on which it holds.
             */
            effective_from: string;
            /**
             * Proposal Id
             * Format: uuid
             * @description By which proposal: who proposed and who decided stand there.
             */
            proposal_id: string;
            /**
             * Decided At
             * Format: date-time
             * @description When the second person agreed, UTC.
             */
            decided_at: string;
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
         * Subscription
         * @description A person's SMS switch (R-CRT-4).
         */
        Subscription: {
            /**
             * Phone Tail
             * @description Last four digits of the phone number.
             * @example 5678
             */
            phone_tail: string;
            /**
             * Optional Texts
             * @description 是否接收提醒类短信；验证码和资金变动短信总会发送
             */
            optional_texts: boolean;
        };
        /**
         * SubscriptionChange
         * @description The switch as it should be.
         */
        SubscriptionChange: {
            /**
             * Optional Texts
             * @description Whether reminders (提醒类短信) are wanted; codes and texts about money always come.
             */
            optional_texts: boolean;
        };
        /**
         * Topic
         * @description What a text is about (消息类别).
         * @enum {string}
         */
        Topic: "withdrawals" | "loans" | "account" | "papers";
        /**
         * Way
         * @description How a message went by one channel.
         */
        Way: {
            /** @description Which, as a stable code. */
            channel: components["schemas"]["Channel"];
            /**
             * Channel Text
             * @description Which, as people call it.
             * @example 微信
             */
            channel_text: string;
            /**
             * State
             * @description What became of it there, as a stable code: that of a text; of WeChat `asked`, `accepted`, `texted`.
             * @example delivered
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             * @example 已送达
             */
            state_text: string;
            /**
             * At
             * @description When that was known; none while it waits.
             */
            at: string | null;
            /**
             * Failure
             * @description Why it did not arrive that way, as a stable code.
             * @example wechat_43101
             */
            failure: string | null;
        };
        /**
         * WordingDraft
         * @description Another wording of a text from a day on (文字草案).
         */
        WordingDraft: {
            /**
             * Template
             * @description Of which text.
             * @example withdrawal_paid
             */
            template: string;
            /**
             * Effective From
             * Format: date
             * @description From tomorrow on.
             */
            effective_from: string;
            /**
             * Wording
             * @description What it is to say, without the signature; null: as the release ships it.
             */
            wording: string | null;
            /**
             * Document Number
             * @description The document that says so.
             */
            document_number: string;
        };
        /**
         * WordingFact
         * @description A fact that a text tells (要素); it stands in its wording in braces.
         */
        WordingFact: {
            /**
             * Name
             * @description Its name in braces.
             * @example amount
             */
            name: string;
            /**
             * Title
             * @description What it is, in Chinese.
             * @example 金额（元）
             */
            title: string;
            /**
             * Example
             * @description How it reads, invented.
             * @example 23,426.02
             */
            example: string;
        };
        /**
         * WordingLater
         * @description What a text will say.
         */
        WordingLater: {
            /**
             * Effective From
             * Format: date
             * @description First day on which it says so.
             */
            effective_from: string;
            /**
             * Wording
             * @description Null: as the release ships it.
             */
            wording: string | null;
            /**
             * Document Number
             * @description The document that says so.
             */
            document_number: string;
        };
        /**
         * WordingList
         * @description Every text.
         */
        WordingList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["WordingShown"][];
        };
        /**
         * WordingPreview
         * @description How a draft reads (差异和试算).
         */
        WordingPreview: {
            /**
             * Template
             * @description Of which text.
             * @example withdrawal_paid
             */
            template: string;
            /**
             * Title
             * @description What that is about, in Chinese.
             */
            title: string;
            /**
             * Effective From
             * Format: date
             * @description First day on which it would say so.
             */
            effective_from: string;
            /**
             * Document Number
             * @description The document that says so.
             */
            document_number: string;
            /**
             * Before
             * @description What it says on that day without the draft.
             */
            before: string;
            /**
             * After
             * @description What it would say.
             */
            after: string;
            /**
             * Before Example
             * @description The same with invented facts, signed.
             */
            before_example: string;
            /**
             * After Example
             * @description How the draft reads with the same facts.
             */
            after_example: string;
            /**
             * Before Characters
             * @description Of the example, in UTF-16 units.
             */
            before_characters: number;
            /**
             * After Characters
             * @description Of the draft's.
             */
            after_characters: number;
            /**
             * Before Segments
             * @description How many short messages the example takes.
             */
            before_segments: number;
            /**
             * After Segments
             * @description How many it would take.
             */
            after_segments: number;
            /**
             * Tried
             * @description On how many of the newest real texts it was tried; none of them is shown.
             */
            tried: number;
            /**
             * Tried Before Segments
             * @description How many short messages those took together.
             */
            tried_before_segments: number;
            /**
             * Tried After Segments
             * @description How many they would have taken.
             */
            tried_after_segments: number;
            /**
             * Tried Most Segments
             * @description How many the longest of them would have taken.
             */
            tried_most_segments: number;
        };
        /**
         * WordingProposed
         * @description A draft that another person is to decide, and why.
         */
        WordingProposed: {
            /**
             * Template
             * @description Of which text.
             * @example withdrawal_paid
             */
            template: string;
            /**
             * Effective From
             * Format: date
             * @description From tomorrow on.
             */
            effective_from: string;
            /**
             * Wording
             * @description What it is to say, without the signature; null: as the release ships it.
             */
            wording: string | null;
            /**
             * Document Number
             * @description The document that says so.
             */
            document_number: string;
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
         * WordingShown
         * @description A text that 12329 sends (短信文字).
         */
        WordingShown: {
            /**
             * Template
             * @description Its name.
             * @example withdrawal_paid
             */
            template: string;
            /**
             * Title
             * @description What it is about, in Chinese.
             * @example 提取到账
             */
            title: string;
            /**
             * Topic Text
             * @description To which messages it belongs.
             * @example 提取
             */
            topic_text: string;
            /**
             * Mandatory
             * @description Whether it goes out though somebody switched texts off (R-CRT-4).
             */
            mandatory: boolean;
            /**
             * Wording
             * @description What it says today; facts in braces.
             */
            wording: string;
            /**
             * Shipped
             * @description What the release ships.
             */
            shipped: string;
            /**
             * Effective From
             * @description Since when it says so by a decision of two people; null: it is the release's.
             */
            effective_from: string | null;
            /**
             * Document Number
             * @description The document that says so.
             */
            document_number: string | null;
            /**
             * Unfit
             * @description What two people decided names other facts than this release tells: the release's holds.
             */
            unfit: boolean;
            /**
             * Facts
             * @description What it tells, all of which every wording must.
             */
            facts: components["schemas"]["WordingFact"][];
            /**
             * Example
             * @description How it reads with invented facts, signed.
             */
            example: string;
            /**
             * Characters
             * @description Of the example, in UTF-16 units as UCS-2 counts them.
             */
            characters: number;
            /**
             * Segments
             * @description How many short messages the example takes.
             */
            segments: number;
            /**
             * Later
             * @description What it will say.
             */
            later: components["schemas"]["WordingLater"][];
        };
        /**
         * State
         * @description Where a text is.
         * @enum {string}
         */
        notifications__shapes__texts__State: "queued" | "submitting" | "submitted" | "delivered" | "undelivered" | "expired" | "failed" | "pushed";
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
    my_texts_api_notifications_texts_get: {
        parameters: {
            query?: {
                /** @description 上一页返回的 next_cursor */
                cursor?: string | null;
                /** @description 每页条数 */
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
                    "application/json": components["schemas"]["OwnTexts"];
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
    messages_of_person_api_notifications_people__person_id__messages_get: {
        parameters: {
            query?: {
                /** @description 上一页返回的 next_cursor */
                cursor?: string | null;
                /** @description 每页条数 */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description 职工的编号 */
                person_id: string;
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
                    "application/json": components["schemas"]["MessagesOfPerson"];
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
    list_deliveries_api_notifications_deliveries_get: {
        parameters: {
            query?: {
                /** @description 业务编号 */
                about?: string | null;
                /** @description 状态，可重复 */
                state?: components["schemas"]["notifications__shapes__texts__State"][] | null;
                /** @description 上一页返回的 next_cursor */
                cursor?: string | null;
                /** @description 每页条数 */
                limit?: number;
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
                    "application/json": components["schemas"]["Deliveries"];
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
    list_undelivered_api_notifications_undelivered_get: {
        parameters: {
            query?: {
                /** @description 上一页返回的 next_cursor */
                cursor?: string | null;
                /** @description 每页条数 */
                limit?: number;
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
                    "application/json": components["schemas"]["Deliveries"];
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
    list_routes_api_notifications_routes_get: {
        parameters: {
            query?: {
                /** @description 上一页返回的 next_cursor */
                cursor?: string | null;
                /** @description 每页条数 */
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
                    "application/json": components["schemas"]["RoutePage"];
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
    change_route_api_notifications_routes_post: {
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
                "application/json": components["schemas"]["RouteChange"];
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
    show_counters_api_notifications_counters_get: {
        parameters: {
            query?: {
                /** @description 最近多少小时 */
                hours?: number;
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
                    "application/json": components["schemas"]["Counters"];
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
    show_subscription_api_notifications_subscription_get: {
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
                    "application/json": components["schemas"]["Subscription"];
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
    change_subscription_api_notifications_subscription_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
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
    show_preferences_api_notifications_preferences_get: {
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
                    "application/json": components["schemas"]["Preferences"];
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
    change_preference_api_notifications_preferences__topic__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 消息类别 */
                topic: components["schemas"]["Topic"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferenceChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
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
    list_wordings_api_notifications_wordings_get: {
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
                    "application/json": components["schemas"]["WordingList"];
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
    propose_api_notifications_wordings_post: {
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
                "application/json": components["schemas"]["WordingProposed"];
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
    try_draft_api_notifications_wordings_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordingDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordingPreview"];
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
    try_proposed_api_notifications_wordings_proposals__proposal_id__preview_get: {
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
                    "application/json": components["schemas"]["WordingPreview"];
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
    list_proposals_api_notifications_proposals_get: {
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
    proposal_api_notifications_proposals__proposal_id__get: {
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
    decide_api_notifications_proposals__proposal_id__decision_post: {
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
    withdraw_api_notifications_proposals__proposal_id__withdrawal_post: {
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
    kept_of_me_api_notifications_personal_data_get: {
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
    rows_of_me_api_notifications_personal_data__table__get: {
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
    parked_api_notifications_parked_get: {
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
    queues_api_notifications_queues_get: {
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
    replay_api_notifications_parked__queue__replays_post: {
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
    set_aside_api_notifications_parked__queue__settings_aside_post: {
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
    audit_trail_api_notifications_audit_get: {
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
    jobs_api_notifications_jobs_get: {
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
