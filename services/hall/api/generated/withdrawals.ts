// Made by `make generate` from services/withdrawals/openapi.json; not written by hand.
// SHA-256 6627955c63395e036c1525af9c9093b71b4b63b82cb9696b6e85200664621e64
export interface paths {
    "/api/withdrawals/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的提取申请
         * @description Return the caller's applications, newest first.
         */
        get: operations["applications_api_withdrawals_applications_get"];
        put?: never;
        /**
         * 申请提取住房公积金
         * @description Accept an application that was confirmed; what follows is asynchronous, see its `events`.
         */
        post: operations["apply_api_withdrawals_applications_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一笔提取申请的进度
         * @description Return status, deadline, reason and history; a stranger's application is not found.
         */
        get: operations["application_api_withdrawals_applications__application_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/applications/{application_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 实时进度（server-sent events）
         * @description Send the history, then each step as it happens; resumes after `Last-Event-ID`.
         */
        get: operations["follow_api_withdrawals_applications__application_id__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/applications/{application_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销提取申请
         * @description Take an application back before payment.
         */
        post: operations["cancel_api_withdrawals_applications__application_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 提取类型和条件
         * @description Return the types on offer today, with their conditions; public.
         */
        get: operations["types_api_withdrawals_types_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/estimates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请前测算：能否提取、能提多少
         * @description Ask what would be decided of each type now; the rules are those that decide (R-WDR-27).
         */
        post: operations["ask_estimate_api_withdrawals_estimates_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/estimates/{estimate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 测算结果
         * @description Return the answer, or what is still waited for; a stranger's estimate is not found.
         */
        get: operations["estimate_api_withdrawals_estimates__estimate_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的约定提取
         * @description Return the caller's agreements, the newest first.
         */
        get: operations["agreements_api_withdrawals_agreements_get"];
        put?: never;
        /**
         * 签订约定提取
         * @description Sign an agreement, by which the money comes each period without asking (R-WDR-48).
         *
         *     Together with the spouse it holds when both have signed the same, each with a fresh code (R-WDR-49).
         */
        post: operations["sign_api_withdrawals_agreements_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/couples/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 凭约定码查看配偶提出的夫妻约定
         * @description Read what the spouse has signed, before signing the same (R-WDR-49).
         */
        get: operations["proposed_api_withdrawals_couples__code__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/agreements/{agreement_id}/couple": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 变更夫妻约定
         * @description Propose other terms, or sign what the spouse proposed; the old ones hold until both have signed.
         */
        post: operations["sign_anew_api_withdrawals_agreements__agreement_id__couple_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/agreements/{agreement_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 终止约定提取
         * @description End an agreement; a run that is under way goes on.
         */
        post: operations["end_api_withdrawals_agreements__agreement_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/agreements/{agreement_id}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更换约定提取的银行卡
         * @description Pay to another card; what was paused goes on (R-WDR-51).
         */
        post: operations["change_card_api_withdrawals_agreements__agreement_id__card_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/applications/{application_id}/reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 到期提醒：可以再次申请时发短信
         * @description Ask to be told by text when the day has come from which a refused withdrawal is possible.
         */
        post: operations["remind_api_withdrawals_applications__application_id__reminder_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的收款银行卡
         * @description Return the cards that the caller keeps, with what the bank said of each.
         */
        get: operations["cards_api_withdrawals_cards_get"];
        put?: never;
        /**
         * 保存本人收款银行卡
         * @description Keep an own card; the bank is asked whose it is, and the answer is in the list.
         */
        post: operations["keep_api_withdrawals_cards_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/cards/{card_id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 删除收款银行卡
         * @description Keep a card no longer; applications that are under way still pay to it.
         */
        post: operations["drop_api_withdrawals_cards__card_id__removal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/brakes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的提取锁定、每日限额
         * @description Return what holds now, what is to come, and after how many hours.
         */
        get: operations["brakes_api_withdrawals_brakes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/brakes/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 锁定提取
         * @description Lock at once: nothing is applied for or paid any more, whoever holds the session or the phone.
         */
        post: operations["lock_api_withdrawals_brakes_lock_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/brakes/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请解除提取锁定
         * @description Ask to lift the lock, confirmed by a fresh code; it holds for hours yet, and a text says until when.
         */
        post: operations["unlock_api_withdrawals_brakes_unlock_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/brakes/daily-limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 设置每日提取限额
         * @description Set an own daily limit, confirmed by a fresh code: lower at once, higher or none after hours.
         */
        post: operations["limit_api_withdrawals_brakes_daily_limit_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/look-up-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我对配偶申请时查询本人信息的授权
         * @description Return whether registers may be asked about the caller when the spouse applies.
         */
        get: operations["consent_api_withdrawals_look_up_consent_get"];
        put?: never;
        /**
         * 授权配偶申请时查询本人信息
         * @description Consent, confirmed by a fresh code; what the spouse applied for and waits for it goes on.
         */
        post: operations["give_api_withdrawals_look_up_consent_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/look-up-consent/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回对查询本人信息的授权
         * @description Take it back at once: from now on nobody is asked about the caller for the spouse.
         */
        post: operations["withdraw_api_withdrawals_look_up_consent_withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/paper-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记配偶书面授权查询或者撤回
         * @description Propose what somebody signed at the counter; agreed to, the spouse's application goes on.
         */
        post: operations["on_paper_api_withdrawals_paper_consents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/applications/{application_id}/papers/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传一份证明材料
         * @description Take a picture or a PDF; what is kept is drawn anew from what one sees of it.
         */
        post: operations["upload_api_withdrawals_applications__application_id__papers_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/applications/{application_id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 需要提交和已经上传的材料
         * @description Return what was asked for and what there is; of staff the look is recorded.
         */
        get: operations["papers_api_withdrawals_applications__application_id__papers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/applications/{application_id}/papers/{paper_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载一份证明材料
         * @description Fetch one as a file, never to be shown inside a page; of staff the look is recorded.
         */
        get: operations["fetch_api_withdrawals_applications__application_id__papers__paper_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/applications/{application_id}/papers/{paper_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回一份证明材料
         * @description Delete what is in a paper that is not handed in yet.
         */
        post: operations["take_back_api_withdrawals_applications__application_id__papers__paper_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/applications/{application_id}/papers/hand-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交材料审核
         * @description Hand in what was uploaded: staff look at it, and the dates are promised anew.
         */
        post: operations["hand_in_api_withdrawals_applications__application_id__papers_hand_in_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/paper-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待审核材料的提取申请
         * @description Return applications whose papers wait for staff, oldest first, masked.
         */
        get: operations["reviews_api_withdrawals_paper_reviews_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/paper-reviews/{application_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 初审：认可材料内容
         * @description Propose what was read from the papers; another person compares and decides (R-WDR-21).
         */
        post: operations["propose_api_withdrawals_paper_reviews__application_id__acceptance_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/reviews/{application_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回补正
         * @description Send an application back to be mended; it keeps its place, its history and its rule book (R-WDR-17).
         */
        post: operations["send_back_api_withdrawals_reviews__application_id__return_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待审核的提取申请
         * @description Return applications in review, oldest first, with their facts masked.
         */
        get: operations["reviews_api_withdrawals_reviews_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/reviews/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待审核申请的全部事实和历次意见
         * @description Return one application in review with everything said before; the look is recorded.
         */
        get: operations["review_detail_api_withdrawals_reviews__application_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/reviews/{application_id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 初审：提出意见
         * @description Propose to approve or to refuse; another person decides, then it takes effect.
         */
        post: operations["propose_api_withdrawals_reviews__application_id__proposal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/counter-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 柜台受理提取申请（本人、监护人或受托人）
         * @description Propose an application for somebody at the counter; another person decides, then it begins.
         *
         *     The holder confirms it with a code (`Confirmation`), unless the phone on file cannot be reached.
         */
        post: operations["take_api_withdrawals_counter_applications_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 超过时限的步骤
         * @description Return the steps past their deadline, with what is known.
         */
        get: operations["overdue_api_withdrawals_overdue_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/bans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 限制提取的人员
         * @description Return bans, newest first.
         */
        get: operations["ban_list_api_withdrawals_bans_get"];
        put?: never;
        /**
         * 登记限制提取
         * @description Propose a ban; it is in force when another person has agreed (R-WDR-14).
         */
        post: operations["ban_api_withdrawals_bans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/bans/{ban_id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 解除限制提取
         * @description Propose to take a wrong ban back; it stays on record.
         */
        post: operations["ban_lift_api_withdrawals_bans__ban_id__lift_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 当日提取时效
         * @description Return how many withdrawals of today are paid, and how fast those went that nobody reviewed.
         */
        get: operations["pace_of_today_api_withdrawals_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 工作日历
         * @description Return the days of a year, and whether the year is published.
         */
        get: operations["calendar_api_withdrawals_calendar__year__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/calendar/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 调整工作日历
         * @description Propose changed days; once agreed, open applications are promised anew within seconds (R-CAL-3).
         */
        post: operations["edit_calendar_api_withdrawals_calendar_days_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/people/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一名职工的提取、约定、银行卡、授权和限制
         * @description Return everything of a person's withdrawals; of whom there is nothing, nothing. The look is kept.
         */
        get: operations["person_api_withdrawals_people__person_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/deaths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 死亡登记
         * @description Return deaths, the newest first.
         */
        get: operations["recorded_api_withdrawals_deaths_get"];
        put?: never;
        /**
         * 登记死亡
         * @description Propose that somebody died; agreed to, the account is sealed and nothing runs any more (R-WDR-45).
         */
        post: operations["record_api_withdrawals_deaths_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/deaths/{death_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 死亡登记、死后付款和继承支付
         * @description Return a death, what was paid after it and is claimed back, and every share with its state.
         */
        get: operations["detail_api_withdrawals_deaths__death_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/deaths/{death_id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销误登记的死亡
         * @description Propose that it was recorded wrongly; not once what was left is claimed.
         */
        post: operations["revoke_api_withdrawals_deaths__death_id__revocation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/deaths/{death_id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受理继承、受遗赠提取
         * @description Propose who inherits; agreed to, every share is set aside with interest to that day (R-WDR-46).
         */
        post: operations["claim_api_withdrawals_deaths__death_id__claims_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/estate-payments/{payment_id}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 支付保留或退回的继承份额
         * @description Propose the card that a share goes to which is held or came back; it is never paid twice.
         */
        post: operations["pay_again_api_withdrawals_estate_payments__payment_id__card_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/calculators/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可提金额试算
         * @description Say how much could be taken at most today; the balance of the account is a limit of its own.
         */
        get: operations["withdrawal_api_withdrawals_calculators__kind__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 现行和将要生效的政策
         * @description List of each kind what holds today and what will, each parameter in words.
         */
        get: operations["policies_api_withdrawals_policies_get"];
        put?: never;
        /**
         * 提出政策变更
         * @description Propose a draft; it is in force from its day on once another person agrees before that day.
         */
        post: operations["propose_api_withdrawals_policies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/policies/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 政策草案的差异和试办
         * @description Say what a draft would change, and try it on what is there; nothing is kept.
         */
        post: operations["try_draft_api_withdrawals_policies_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/policies/proposals/{proposal_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待复核政策变更的差异和试办
         * @description Say what a proposed draft would change, as it would today, for who decides it.
         */
        get: operations["try_proposed_api_withdrawals_policies_proposals__proposal_id__preview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/proposals": {
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
        get: operations["list_proposals_api_withdrawals_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/proposals/{proposal_id}": {
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
        get: operations["proposal_api_withdrawals_proposals__proposal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/proposals/{proposal_id}/decision": {
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
        post: operations["decide_api_withdrawals_proposals__proposal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/proposals/{proposal_id}/withdrawal": {
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
        post: operations["withdraw_api_withdrawals_proposals__proposal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/proposals/{proposal_id}/papers/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 附一份扫描件
         * @description Attach a picture or a PDF to what one has proposed; what is kept is drawn anew from it.
         */
        post: operations["attach_api_withdrawals_proposals__proposal_id__papers_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/proposals/{proposal_id}/papers/{paper_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载一份扫描件
         * @description Fetch one as a file, never to be shown inside a page; the look is recorded.
         */
        get: operations["fetch_api_withdrawals_proposals__proposal_id__papers__paper_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/personal-data": {
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
        get: operations["kept_of_me_api_withdrawals_personal_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/personal-data/{table}": {
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
        get: operations["rows_of_me_api_withdrawals_personal_data__table__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/parked": {
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
        get: operations["parked_api_withdrawals_parked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/queues": {
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
        get: operations["queues_api_withdrawals_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/parked/{queue}/replays": {
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
        post: operations["replay_api_withdrawals_parked__queue__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/parked/{queue}/settings-aside": {
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
        post: operations["set_aside_api_withdrawals_parked__queue__settings_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/audit": {
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
        get: operations["audit_trail_api_withdrawals_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withdrawals/jobs": {
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
        get: operations["jobs_api_withdrawals_jobs_get"];
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
         * AcceptanceBody
         * @description A maker's reading of the papers; another person compares it with them and decides.
         */
        AcceptanceBody: {
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
             * Facts
             * @description What was read, by the register that does not know it.
             */
            facts: {
                [key: string]: components["schemas"]["ReadFacts"];
            };
        };
        /**
         * Acting
         * @description Who stands at the counter (办理人).
         * @enum {string}
         */
        Acting: "self" | "guardian" | "authorised";
        /**
         * Agreement
         * @description An agreement as its owner sees it.
         */
        Agreement: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Kind
             * @description The type (提取类型), as a stable code.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * Subject
             * @description The lease or loan that it is about, where it is about one.
             */
            subject: string | null;
            /**
             * Every Months
             * @description How many months lie between two runs.
             */
            every_months: number;
            /**
             * Card Tail
             * @description Last four digits of the card that is paid to.
             * @example 5678
             */
            card_tail: string;
            /**
             * Signed On
             * Format: date
             * @description Day of signing.
             */
            signed_on: string;
            /**
             * Next Run On
             * @description Day of the next run; none while it does not run.
             */
            next_run_on: string | null;
            /**
             * Failures
             * @description Failed runs in a row.
             */
            failures: number;
            /**
             * State
             * @description `proposed` while the spouse has not signed, `active`, `paused` or `ended`.
             */
            state: string;
            /**
             * Reason
             * @description Why it waits, is paused or ended, in Chinese.
             */
            reason: string | null;
            /** @description What is in force with the spouse, or waits for the spouse's first signature; none for one alone. */
            couple: components["schemas"]["CoupleShown"] | null;
            /** @description Other terms that wait for the second signature; those in force hold until then. */
            couple_change: components["schemas"]["CoupleShown"] | null;
        };
        /**
         * AgreementList
         * @description Agreements, the newest first.
         */
        AgreementList: {
            /**
             * Items
             * @description The agreements.
             */
            items: components["schemas"]["Agreement"][];
        };
        /**
         * Application
         * @description An application as its owner sees it.
         */
        Application: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Kind
             * @description The type (提取类型), as a stable code.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * State
             * @description Where it stands (办理状态), as a stable code.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Final
             * @description True when nothing more will happen to it by itself.
             */
            final: boolean;
            /**
             * Cancellable
             * @description True while the applicant may take it back.
             */
            cancellable: boolean;
            /**
             * Submitted At
             * Format: date-time
             * @description When it was handed in.
             */
            submitted_at: string;
            /**
             * Accepted On
             * Format: date
             * @description Day of acceptance (受理日期), day 0 of every deadline (R-CAL-4).
             */
            accepted_on: string;
            /**
             * Decide By
             * Format: date
             * @description R-WDR-8.
             */
            decide_by: string;
            /**
             * Pay By
             * Format: date
             * @description R-WDR-7, what page and text promise.
             */
            pay_by: string;
            /**
             * Deadline Provisional
             * @description True while the calendar of a year that the deadlines touch is not published (R-CAL-3).
             */
            deadline_provisional: boolean;
            /**
             * Overdue
             * @description True when a step is past its deadline; the operators see it.
             */
            overdue: boolean;
            /**
             * Payment Unknown
             * @description True while the bank has not said whether it paid (R-WDR-13).
             */
            payment_unknown: boolean;
            /**
             * Card Tail
             * @description Last four digits of the card that is paid to.
             * @example 5678
             */
            card_tail: string;
            /**
             * Account Tail
             * @description Last four digits of the individual account number (个人账号).
             * @example 0001
             */
            account_tail: string | null;
            /**
             * Amount Fen
             * @description What is paid, principal and interest; none before it is priced. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number | null;
            /**
             * Amount Text
             * @description The same in yuan, as people read it.
             * @example 23,420.00
             */
            amount_text: string | null;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number | null;
            /**
             * Interest Fen
             * @description Interest (利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number | null;
            /**
             * Paid On
             * @description Day on which the bank paid.
             */
            paid_on: string | null;
            /** @description Why it was refused or failed; none else. */
            reason: components["schemas"]["Reason"] | null;
        };
        /**
         * ApplicationDetail
         * @description An application with its history.
         */
        ApplicationDetail: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Kind
             * @description The type (提取类型), as a stable code.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * State
             * @description Where it stands (办理状态), as a stable code.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Final
             * @description True when nothing more will happen to it by itself.
             */
            final: boolean;
            /**
             * Cancellable
             * @description True while the applicant may take it back.
             */
            cancellable: boolean;
            /**
             * Submitted At
             * Format: date-time
             * @description When it was handed in.
             */
            submitted_at: string;
            /**
             * Accepted On
             * Format: date
             * @description Day of acceptance (受理日期), day 0 of every deadline (R-CAL-4).
             */
            accepted_on: string;
            /**
             * Decide By
             * Format: date
             * @description R-WDR-8.
             */
            decide_by: string;
            /**
             * Pay By
             * Format: date
             * @description R-WDR-7, what page and text promise.
             */
            pay_by: string;
            /**
             * Deadline Provisional
             * @description True while the calendar of a year that the deadlines touch is not published (R-CAL-3).
             */
            deadline_provisional: boolean;
            /**
             * Overdue
             * @description True when a step is past its deadline; the operators see it.
             */
            overdue: boolean;
            /**
             * Payment Unknown
             * @description True while the bank has not said whether it paid (R-WDR-13).
             */
            payment_unknown: boolean;
            /**
             * Card Tail
             * @description Last four digits of the card that is paid to.
             * @example 5678
             */
            card_tail: string;
            /**
             * Account Tail
             * @description Last four digits of the individual account number (个人账号).
             * @example 0001
             */
            account_tail: string | null;
            /**
             * Amount Fen
             * @description What is paid, principal and interest; none before it is priced. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number | null;
            /**
             * Amount Text
             * @description The same in yuan, as people read it.
             * @example 23,420.00
             */
            amount_text: string | null;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number | null;
            /**
             * Interest Fen
             * @description Interest (利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number | null;
            /**
             * Paid On
             * @description Day on which the bank paid.
             */
            paid_on: string | null;
            /** @description Why it was refused or failed; none else. */
            reason: components["schemas"]["Reason"] | null;
            /**
             * History
             * @description Everything that happened to it, in order.
             */
            history: components["schemas"]["HistoryLine"][];
        };
        /**
         * ApplicationPage
         * @description Applications, newest first.
         */
        ApplicationPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Application"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
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
         * Ban
         * @description A ban.
         */
        Ban: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /**
             * Cause
             * @description `false_materials` (虚假材料) or `loan_fraud` (骗取贷款).
             */
            cause: string;
            /**
             * Found On
             * Format: date
             * @description Day on which it was found.
             */
            found_on: string;
            /**
             * Ends On
             * Format: date
             * @description Last day of the ban.
             */
            ends_on: string;
            /**
             * Document Number
             * @description Number of the document that it rests on (文号).
             */
            document_number: string;
            /**
             * Proposed By Name
             * @description Who proposed it, masked.
             */
            proposed_by_name: string;
            /**
             * State
             * @description `in_force`, `over` or `lifted`; `waiting`: entered before proposals were decided as they are now,
             *     never in force.
             */
            state: string;
        };
        /**
         * BanBody
         * @description Somebody used false materials (R-WDR-14).
         */
        BanBody: {
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
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /** @description `false_materials` (虚假材料) or `loan_fraud` (骗取贷款). */
            cause: components["schemas"]["BanCause"];
            /**
             * Found On
             * Format: date
             * @description Day on which it was found.
             */
            found_on: string;
            /**
             * Document Number
             * @description Number of the document that it rests on (文号).
             * @example 德公积金罚字〔2026〕1号
             */
            document_number: string;
        };
        /**
         * BanCause
         * @description Why somebody is banned (限制原因, R-WDR-14).
         * @enum {string}
         */
        BanCause: "false_materials" | "loan_fraud";
        /**
         * BanList
         * @description Bans, newest first.
         */
        BanList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Ban"][];
        };
        /**
         * Basis
         * @description What shows who inherits (继承依据).
         * @enum {string}
         */
        Basis: "notary" | "court" | "declaration" | "nobody";
        /**
         * BrakesShown
         * @description What holds now, and what is to come.
         */
        BrakesShown: {
            /**
             * Locked
             * @description Nothing is taken out.
             */
            locked: boolean;
            /**
             * Lifts At
             * @description From when the lock is lifted, where that was asked for; locking again takes it back.
             */
            lifts_at: string | null;
            /**
             * Daily Limit Fen
             * @description What is paid in a day at most, in fen; none where there is no limit.
             */
            daily_limit_fen: number | null;
            /**
             * Limit Changes At
             * @description From when another limit holds, where a higher one, or none, was asked for.
             */
            limit_changes_at: string | null;
            /**
             * Limit To Come Fen
             * @description That limit, in fen; none where there is to be none.
             */
            limit_to_come_fen: number | null;
            /**
             * Phone Cools Until
             * @description Until then nothing goes out, because the phone on file changed.
             */
            phone_cools_until: string | null;
            /**
             * Lift After Hours
             * @description So long after it was asked for the lock is lifted.
             */
            lift_after_hours: number;
            /**
             * Raise After Hours
             * @description So long after it was asked for a higher limit holds.
             */
            raise_after_hours: number;
            /**
             * Cooling Hours
             * @description So long after a change of phone, or of the card, no money goes there.
             */
            cooling_hours: number;
        };
        /**
         * CalculatedCap
         * @description A limit, and how much (上限).
         */
        CalculatedCap: {
            /**
             * Text
             * @description What it is.
             */
            text: string;
            /**
             * Fen
             * @description How much.
             */
            fen: number;
        };
        /**
         * CalendarBody
         * @description Days that the State Council has changed (R-CAL-3).
         */
        CalendarBody: {
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
             * Days
             * @description The days that change.
             */
            days: components["schemas"]["DayBody"][];
            /**
             * Source
             * @description The notice that says so.
             * @example 国办发明电〔2020〕1号
             */
            source: string;
        };
        /**
         * CalendarYear
         * @description The working calendar of one year.
         */
        CalendarYear: {
            /**
             * Year
             * @description Calendar year.
             */
            year: number;
            /**
             * Version
             * @description Version of the calendar.
             */
            version: number;
            /**
             * Published
             * @description Every day has data; else deadlines that rest on the year are provisional.
             */
            published: boolean;
            /**
             * Days
             * @description The days of the year.
             */
            days: components["schemas"]["DayBody"][];
        };
        /**
         * CapShown
         * @description A limit, and what it was computed from.
         */
        CapShown: {
            /**
             * Text
             * @description What it is, in Chinese.
             */
            text: string;
            /**
             * Fen
             * @description Amount of the limit.
             */
            fen: number;
            /**
             * Amount Text
             * @description The same in yuan, as people read it.
             * @example 23,420.00
             */
            amount_text: string;
        };
        /**
         * CardBody
         * @description A card to which a share is to be paid that is held, or came back.
         */
        CardBody: {
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
             * Card Number
             * @description A debit card in the heir's own name.
             * @example 6222021612003456788
             */
            card_number: string;
        };
        /**
         * ClaimBody
         * @description Who inherits, by which papers; a share each, the last one takes what rounding leaves.
         */
        ClaimBody: {
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
            /** @description `notary` (公证书), `court` (法院文书), `declaration` (小额遗产声明) or `nobody` (无人继承). */
            basis: components["schemas"]["Basis"];
            /**
             * Heirs
             * @description In the order of the papers; empty where nobody inherits.
             */
            heirs?: components["schemas"]["HeirBody"][];
        };
        /**
         * ConsentShown
         * @description Whether registers may be asked about the caller when the spouse applies (配偶授权查询).
         */
        ConsentShown: {
            /**
             * Given
             * @description It holds now.
             */
            given: boolean;
            /**
             * Given On
             * @description Business date on which it was given.
             */
            given_on?: string | null;
            /**
             * Ends On
             * @description Last day on which it holds; then it is given anew, or nobody asks.
             */
            ends_on?: string | null;
        };
        /**
         * CounterApplication
         * @description An application by the holder, a guardian or an authorised person; the card is the holder's own.
         */
        CounterApplication: {
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
             * Unreachable
             * @description The phone on file is lost or cannot be reached: no code, but documents (依据材料) are needed.
             * @default false
             */
            unreachable: boolean;
            /**
             * Person Id
             * Format: uuid
             * @description The holder of the account.
             */
            person_id: string;
            /**
             * Kind
             * @description The type (提取类型), as a stable code; under the book of 2019 also those of the counter (R-WDR-18).
             * @example unable_to_work
             */
            kind: string;
            /**
             * Card Number
             * @description A debit card in the holder's own name (R-WDR-3).
             * @example 6222021612003456788
             */
            card_number: string;
            /** @description `self` (本人), `guardian` (监护人) or `authorised` (受托人). */
            acting: components["schemas"]["Acting"];
            /**
             * Agent Name
             * @description Name of who acts for the holder; none for the holder.
             */
            agent_name?: string | null;
            /**
             * @description Identity document of who acts.
             * @default 01
             */
            agent_id_type: components["schemas"]["IdType"];
            /**
             * Agent Id Number
             * @description Its number; none for the holder.
             */
            agent_id_number?: string | null;
            /**
             * Loan Contract Number
             * @description Only where several paid-off loans could be meant.
             */
            loan_contract_number?: string | null;
            /**
             * Subject
             * @description Which lease, flat or loan is meant, where there are several.
             */
            subject?: string | null;
            /**
             * Amount Fen
             * @description Less than could be taken, where that is wanted (R-WDR-19). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen?: number | null;
        };
        /**
         * CoupleProposed
         * @description What a spouse has proposed, seen by whoever is to sign second.
         */
        CoupleProposed: {
            /**
             * Kind
             * @description The type (提取类型), as a stable code.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * Subject
             * @description The lease or loan that it is about, where the spouse named one.
             */
            subject: string | null;
            /**
             * Every Months
             * @description How many months lie between two runs.
             */
            every_months: number;
            /** @description What the reader would sign. */
            couple: components["schemas"]["CoupleTerms"];
            /**
             * Sign By
             * Format: date
             * @description The last day on which it may be signed.
             */
            sign_by: string;
        };
        /**
         * CoupleShown
         * @description What spouses signed, seen by one of them.
         */
        CoupleShown: {
            /** @description `order` or `shares`. */
            manner: components["schemas"]["Manner"];
            /**
             * Own First
             * @description By an order: whether the reader takes first.
             */
            own_first: boolean | null;
            /**
             * Own Share Bp
             * @description By percentages: the reader's part, in basis points. In basis points, 1/100 of a percent.
             */
            own_share_bp: number | null;
            /** @description `proposed` until both have signed, then `agreed`. */
            state: components["schemas"]["withdrawals__couples__State"];
            /**
             * Signed By Me
             * @description Whether the reader has signed it.
             */
            signed_by_me: boolean;
            /**
             * Sign By
             * Format: date
             * @description The last day on which the second of the two may sign.
             */
            sign_by: string;
            /**
             * Code
             * @description By which the spouse finds it; none but for whoever signed first, while the spouse is not known.
             */
            code: string | null;
        };
        /**
         * CoupleTerms
         * @description What one spouse signs; it holds when the other has signed the same, seen from the other side.
         */
        CoupleTerms: {
            /** @description `order`: one takes first and the other what is left; `shares`: each up to a percentage (R-WDR-49). */
            manner: components["schemas"]["Manner"];
            /**
             * Own First
             * @description By an order: whether the signer takes first.
             */
            own_first?: boolean | null;
            /**
             * Own Share Bp
             * @description By percentages: the signer's part, in basis points; the spouse has the rest. In basis points, 1/100 of a percent.
             * @example 6000
             */
            own_share_bp?: number | null;
        };
        /**
         * DayBody
         * @description One day of the working calendar.
         */
        DayBody: {
            /**
             * Day
             * Format: date
             * @description The day.
             */
            day: string;
            /**
             * Is Workday
             * @description True when it is worked (工作日), R-CAL-1.
             */
            is_workday: boolean;
        };
        /**
         * DayPace
         * @description How fast withdrawals of a day are paid (当日提取时效); nobody is named.
         */
        DayPace: {
            /**
             * Day
             * Format: date
             * @description Business date on which they were submitted.
             */
            day: string;
            /**
             * Submitted
             * @description Applications of that day, of all kinds.
             */
            submitted: number;
            /**
             * Paid
             * @description Of them, those that the bank has paid.
             */
            paid: number;
            /**
             * Waiting
             * @description Of them, those that are neither paid nor at an end without money.
             */
            waiting: number;
            /**
             * Half Seconds
             * @description Median from submission to the bank's word, in seconds, of those nobody reviewed; null: none yet.
             */
            half_seconds: number | null;
            /**
             * P99 Seconds
             * @description 99th percentile of the same, in seconds.
             */
            p99_seconds: number | null;
        };
        /**
         * DeathAnswer
         * @description A death that is recorded (死亡登记).
         */
        DeathAnswer: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /**
             * Died On
             * Format: date
             * @description The day of death.
             */
            died_on: string;
            /**
             * Source
             * @description `register` or `paper`.
             */
            source: string;
            /**
             * Evidence
             * @description Numbers of the papers, or of the register's answer.
             */
            evidence: string[];
            /**
             * Recorded On
             * Format: date
             * @description From this day on the account is sealed and nobody logs in.
             */
            recorded_on: string;
            /**
             * Revoked At
             * @description When it was found to be wrong.
             */
            revoked_at: string | null;
            /**
             * Revoke Reason
             * @description Why it was revoked, in the words of who proposed it.
             */
            revoke_reason: string | null;
        };
        /**
         * DeathBody
         * @description A death that is to be recorded; its evidence names the papers, or the register's answer.
         */
        DeathBody: {
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
             * Person Id
             * Format: uuid
             * @description Who died.
             */
            person_id: string;
            /**
             * Died On
             * Format: date
             * @description The day of death that the paper names.
             */
            died_on: string;
            /** @description `register` (公安、卫健登记) or `paper` (死亡证明). */
            source: components["schemas"]["Source"];
        };
        /**
         * DeathDetail
         * @description A death with what was paid after it, and what is inherited.
         */
        DeathDetail: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /**
             * Died On
             * Format: date
             * @description The day of death.
             */
            died_on: string;
            /**
             * Source
             * @description `register` or `paper`.
             */
            source: string;
            /**
             * Evidence
             * @description Numbers of the papers, or of the register's answer.
             */
            evidence: string[];
            /**
             * Recorded On
             * Format: date
             * @description From this day on the account is sealed and nobody logs in.
             */
            recorded_on: string;
            /**
             * Revoked At
             * @description When it was found to be wrong.
             */
            revoked_at: string | null;
            /**
             * Revoke Reason
             * @description Why it was revoked, in the words of who proposed it.
             */
            revoke_reason: string | null;
            /**
             * Paid After Death
             * @description To be claimed back from the bank; what came back is paid to the heirs by itself.
             */
            paid_after_death: components["schemas"]["PaidAfterDeath"][];
            /**
             * Estates
             * @description The one that stands, and those that were refused; the newest first.
             */
            estates: components["schemas"]["EstateAnswer"][];
        };
        /**
         * DeathList
         * @description Deaths, the newest first.
         */
        DeathList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["DeathAnswer"][];
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
         * EstateAnswer
         * @description What somebody left, and how far it is paid.
         */
        EstateAnswer: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Basis
             * @description `notary`, `court`, `declaration` or `nobody`.
             */
            basis: string;
            /**
             * State
             * @description `requested`, `paying`, `paid`, `income` (the fund's) or `refused`.
             */
            state: string;
            /**
             * Set Aside Fen
             * @description Divided so far, with interest; what was set aside anew is not counted twice. In fen (分), 1/100 yuan.
             */
            set_aside_fen: number;
            /**
             * Refusal Text
             * @description Why the last request was refused, in Chinese.
             */
            refusal_text: string | null;
            /**
             * Claimed On
             * Format: date
             * @description The day on which two people agreed to it.
             */
            claimed_on: string;
            /**
             * Payments
             * @description By heir, the first ones first.
             */
            payments: components["schemas"]["EstatePayment"][];
        };
        /**
         * EstatePayment
         * @description What is paid to one heir.
         */
        EstatePayment: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Heir
             * @description Name of the heir, masked.
             */
            heir: string;
            /**
             * Purpose
             * @description `share`, `supplement` (of money that came later) or `again` (in the stead of one that failed).
             */
            purpose: string;
            /**
             * State
             * @description `requested`, `held`, `card_check`, `ordered`, `paid`, `returned`, `nothing` or `replaced`.
             */
            state: string;
            /**
             * State Text
             * @description The same in Chinese.
             */
            state_text: string;
            /**
             * Fen
             * @description Its amount, in fen; none before it is set aside.
             */
            fen: number | null;
            /**
             * Card Tail
             * @description Last four digits of the bank card.
             * @example 5678
             */
            card_tail: string | null;
            /**
             * Reason
             * @description Why it is held, or came back.
             */
            reason: string | null;
            /**
             * Paid On
             * @description The day on which the bank paid.
             */
            paid_on: string | null;
        };
        /**
         * EstimateAnswer
         * @description What was found of every type.
         */
        EstimateAnswer: {
            /**
             * As Of
             * Format: date
             * @description Business date of the answer.
             */
            as_of: string;
            /**
             * Types
             * @description All that are offered.
             */
            types: components["schemas"]["TypeEstimate"][];
        };
        /**
         * EstimateAsked
         * @description An estimate is being made.
         */
        EstimateAsked: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
        };
        /**
         * EstimateShown
         * @description An estimate of one person, as far as it has come.
         */
        EstimateShown: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Asked At
             * Format: date-time
             * @description When it was asked for.
             */
            asked_at: string;
            /**
             * State
             * @description `gathering` while something is waited for, then `answered`.
             */
            state: string;
            /**
             * Waits For
             * @description What is waited for, in Chinese.
             */
            waits_for: string[];
            /** @description None while something is waited for. */
            answer: components["schemas"]["EstimateAnswer"] | null;
        };
        /**
         * Every
         * @description How often it runs.
         * @enum {string}
         */
        Every: "month" | "quarter" | "year";
        /**
         * Form
         * @description How a parameter is written.
         * @enum {string}
         */
        Form: "flag" | "number" | "fen" | "basis_points" | "rate" | "decimal" | "day" | "choice" | "text" | "list";
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
         * HeirBody
         * @description An heir, or somebody to whom it is bequeathed (继承人、受遗赠人).
         */
        HeirBody: {
            /**
             * Name
             * @description Whole name, as the papers and the card have it.
             */
            name: string;
            /**
             * @description Identity document.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Its number.
             */
            id_number: string;
            /**
             * Card Number
             * @description A debit card in the heir's own name; none for who is missing: the share is held.
             */
            card_number?: string | null;
            /**
             * Parts
             * @description Parts of the whole; all the same unless the papers say otherwise.
             * @default 1
             */
            parts: number;
        };
        /**
         * HistoryLine
         * @description One thing that happened to an application; also the data of a live progress event.
         */
        HistoryLine: {
            /**
             * Id
             * @description Number of the line; `Last-Event-ID` of a live stream.
             */
            id: number;
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
             * @description State of the application from then on.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Final
             * @description True when nothing more will happen to it by itself.
             */
            final: boolean;
            /**
             * Text
             * @description What happened, in Chinese as people read it.
             */
            text: string;
        };
        /**
         * IdType
         * @description ID type (证件类型), appendix A.1.
         * @enum {string}
         */
        IdType: "01" | "02" | "03" | "04" | "99";
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
         * KeptCard
         * @description A kept card, its number masked.
         */
        KeptCard: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Card Tail
             * @description Last four digits of the card.
             * @example 5678
             */
            card_tail: string;
            /**
             * State
             * @description `checking`, `verified`, `refused` or `unanswered`.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Verified On
             * @description When the bank last said that it is the person's; none where it has not.
             */
            verified_on: string | null;
            /**
             * Reason
             * @description Why the bank says that it is not, in Chinese.
             */
            reason: string | null;
        };
        /**
         * KeptCards
         * @description The cards that a person keeps, the oldest first.
         */
        KeptCards: {
            /**
             * Items
             * @description The cards.
             */
            items: components["schemas"]["KeptCard"][];
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
         * LimitBody
         * @description The most that is paid in a day.
         */
        LimitBody: {
            /**
             * Daily Limit Fen
             * @description In fen; none for no limit. A lower one counts at once, a higher one or none after hours.
             * @example 5000000
             */
            daily_limit_fen?: number | null;
        };
        /**
         * Manner
         * @description How spouses divide what their agreements take (夫妻约定, R-WDR-49).
         * @enum {string}
         */
        Manner: "order" | "shares";
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
         * NewAgreement
         * @description What is signed: the type, how often, and an own card.
         */
        NewAgreement: {
            /**
             * Kind
             * @description The type (提取类型), one of those that can be agreed.
             * @example rent
             */
            kind: string;
            /** @description How often it runs: `month`, `quarter` or `year`. */
            every: components["schemas"]["Every"];
            /**
             * Card Number
             * @description A debit card in the own name (R-WDR-3).
             * @example 6222021612003456788
             */
            card_number: string;
            /**
             * Subject
             * @description Which lease or loan is meant, where there are several.
             * @example ZL2026000123
             */
            subject?: string | null;
            /** @description What is signed with the spouse: it waits until the spouse has signed the same (R-WDR-49). */
            couple?: components["schemas"]["CoupleTerms"] | null;
            /**
             * Couple Code
             * @description The code of what the spouse has proposed, for whoever signs second; then `couple` is needed.
             * @example K7M2QX9RTA
             */
            couple_code?: string | null;
        };
        /**
         * NewApplication
         * @description The applicant chooses the type and enters a card of their own, nothing else (R-WDR-3).
         */
        NewApplication: {
            /**
             * Kind
             * @description The type (提取类型), `kind` of one of the types that are offered.
             * @example retirement
             */
            kind: string;
            /**
             * Card Number
             * @description A debit card in the applicant's own name (R-WDR-3); Luhn over 16 to 19 digits (R-CHK-2).
             * @example 6222021612003456788
             */
            card_number?: string | null;
            /**
             * Card Id
             * @description A kept card instead of a number (R-CRT-4).
             */
            card_id?: string | null;
            /**
             * Loan Contract Number
             * @description Only where several paid-off loans could be meant.
             * @example DK20150920001
             */
            loan_contract_number?: string | null;
            /**
             * Subject
             * @description Which lease, flat or loan is meant, where there are several.
             * @example WQ2026000123
             */
            subject?: string | null;
            /**
             * Amount Fen
             * @description Less than could be taken, where that is wanted; more is refused, not cut (R-WDR-19). In fen (分), 1/100 yuan.
             * @example 100000
             */
            amount_fen?: number | null;
        };
        /**
         * NewCard
         * @description Another card to pay to.
         */
        NewCard: {
            /**
             * Card Number
             * @description A debit card in the own name (R-WDR-3).
             * @example 6222021612003456788
             */
            card_number: string;
        };
        /**
         * NewKeptCard
         * @description A card to keep.
         */
        NewKeptCard: {
            /**
             * Card Number
             * @description A debit card in the own name (R-WDR-3); Luhn over 16 to 19 digits (R-CHK-2).
             * @example 6222021612003456788
             */
            card_number: string;
        };
        /**
         * Outcome
         * @description What a register says; that it says nothing in time is no answer of it (R-WDR-21).
         * @enum {string}
         */
        Outcome: "yes" | "no" | "unknown";
        /**
         * OverdueCase
         * @description A step past its deadline, with what is known.
         */
        OverdueCase: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Kind
             * @description The type (提取类型), as a stable code.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * State
             * @description Where it stands (办理状态), as a stable code.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Final
             * @description True when nothing more will happen to it by itself.
             */
            final: boolean;
            /**
             * Cancellable
             * @description True while the applicant may take it back.
             */
            cancellable: boolean;
            /**
             * Submitted At
             * Format: date-time
             * @description When it was handed in.
             */
            submitted_at: string;
            /**
             * Accepted On
             * Format: date
             * @description Day of acceptance (受理日期), day 0 of every deadline (R-CAL-4).
             */
            accepted_on: string;
            /**
             * Decide By
             * Format: date
             * @description R-WDR-8.
             */
            decide_by: string;
            /**
             * Pay By
             * Format: date
             * @description R-WDR-7, what page and text promise.
             */
            pay_by: string;
            /**
             * Deadline Provisional
             * @description True while the calendar of a year that the deadlines touch is not published (R-CAL-3).
             */
            deadline_provisional: boolean;
            /**
             * Overdue
             * @description True when a step is past its deadline; the operators see it.
             */
            overdue: boolean;
            /**
             * Payment Unknown
             * @description True while the bank has not said whether it paid (R-WDR-13).
             */
            payment_unknown: boolean;
            /**
             * Card Tail
             * @description Last four digits of the card that is paid to.
             * @example 5678
             */
            card_tail: string;
            /**
             * Account Tail
             * @description Last four digits of the individual account number (个人账号).
             * @example 0001
             */
            account_tail: string | null;
            /**
             * Amount Fen
             * @description What is paid, principal and interest; none before it is priced. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number | null;
            /**
             * Amount Text
             * @description The same in yuan, as people read it.
             * @example 23,420.00
             */
            amount_text: string | null;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number | null;
            /**
             * Interest Fen
             * @description Interest (利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number | null;
            /**
             * Paid On
             * @description Day on which the bank paid.
             */
            paid_on: string | null;
            /** @description Why it was refused or failed; none else. */
            reason: components["schemas"]["Reason"] | null;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /**
             * Step Due At
             * Format: date-time
             * @description Deadline of the step.
             */
            step_due_at: string;
            /**
             * Overdue At
             * @description When the deadline was seen to be over.
             */
            overdue_at: string | null;
            /**
             * Known
             * @description What is known of it, in Chinese, for the operators.
             */
            known: string;
        };
        /**
         * OverduePage
         * @description Steps past their deadline, longest first.
         */
        OverduePage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["OverdueCase"][];
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
         * PaidAfterDeath
         * @description A payment to somebody who was dead already: it is claimed back from the bank (追回).
         */
        PaidAfterDeath: {
            /**
             * Application Id
             * Format: uuid
             * @description The application, and the key of the bank's order.
             */
            application_id: string;
            /**
             * Kind Text
             * @description The type, in Chinese.
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
             * @description Last four digits of the bank card.
             * @example 5678
             */
            card_tail: string;
            /**
             * Paid On
             * @description None while it is with the bank.
             */
            paid_on: string | null;
            /**
             * State
             * @description `approved` (with the bank), `paid` (to be claimed back) or `returned` (it is back on the account).
             */
            state: string;
        };
        /**
         * PaperConsent
         * @description What somebody signed at the counter; its evidence names the paper.
         */
        PaperConsent: {
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
             * @description Identity document of who signed.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Its number.
             */
            id_number: string;
            /**
             * Given
             * @description False: what was given, online or on paper, is taken back.
             * @default true
             */
            given: boolean;
        };
        /**
         * PaperList
         * @description What was asked for of an application, and what there is.
         */
        PaperList: {
            /**
             * Requests
             * @description What was asked for, in order; the last one is open while it is not handed in.
             */
            requests: components["schemas"]["PaperRequestShown"][];
            /**
             * Papers
             * @description The papers, in the order of their coming.
             */
            papers: components["schemas"]["PaperShown"][];
            /**
             * Sheets
             * @description Sheets of other centres, read by their codes (亮码可办).
             */
            sheets: components["schemas"]["SheetShown"][];
        };
        /**
         * PaperRequestShown
         * @description What the applicant was asked for once.
         */
        PaperRequestShown: {
            /**
             * Number
             * @description 1 for the first time, then one more each time.
             */
            number: number;
            /**
             * Registers
             * @description Whose facts the papers are to show, as stable codes; none where a reviewer asks for something else.
             */
            registers: string[];
            /**
             * Text
             * @description What happened, in Chinese as people read it.
             */
            text: string;
            /**
             * Asked At
             * Format: date-time
             * @description When it was asked for.
             */
            asked_at: string;
            /**
             * Sent Back
             * @description True where a reviewer asked (补正), False where no register knows.
             */
            sent_back: boolean;
            /**
             * By On
             * Format: date
             * @description Last day to hand it in.
             */
            by_on: string;
            /**
             * Handed In At
             * @description When it was handed in; none before.
             */
            handed_in_at: string | null;
        };
        /**
         * PaperReview
         * @description An application whose papers wait for staff.
         */
        PaperReview: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Kind
             * @description The type (提取类型), as a stable code.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * State
             * @description Where it stands (办理状态), as a stable code.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Final
             * @description True when nothing more will happen to it by itself.
             */
            final: boolean;
            /**
             * Cancellable
             * @description True while the applicant may take it back.
             */
            cancellable: boolean;
            /**
             * Submitted At
             * Format: date-time
             * @description When it was handed in.
             */
            submitted_at: string;
            /**
             * Accepted On
             * Format: date
             * @description Day of acceptance (受理日期), day 0 of every deadline (R-CAL-4).
             */
            accepted_on: string;
            /**
             * Decide By
             * Format: date
             * @description R-WDR-8.
             */
            decide_by: string;
            /**
             * Pay By
             * Format: date
             * @description R-WDR-7, what page and text promise.
             */
            pay_by: string;
            /**
             * Deadline Provisional
             * @description True while the calendar of a year that the deadlines touch is not published (R-CAL-3).
             */
            deadline_provisional: boolean;
            /**
             * Overdue
             * @description True when a step is past its deadline; the operators see it.
             */
            overdue: boolean;
            /**
             * Payment Unknown
             * @description True while the bank has not said whether it paid (R-WDR-13).
             */
            payment_unknown: boolean;
            /**
             * Card Tail
             * @description Last four digits of the card that is paid to.
             * @example 5678
             */
            card_tail: string;
            /**
             * Account Tail
             * @description Last four digits of the individual account number (个人账号).
             * @example 0001
             */
            account_tail: string | null;
            /**
             * Amount Fen
             * @description What is paid, principal and interest; none before it is priced. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number | null;
            /**
             * Amount Text
             * @description The same in yuan, as people read it.
             * @example 23,420.00
             */
            amount_text: string | null;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number | null;
            /**
             * Interest Fen
             * @description Interest (利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number | null;
            /**
             * Paid On
             * @description Day on which the bank paid.
             */
            paid_on: string | null;
            /** @description Why it was refused or failed; none else. */
            reason: components["schemas"]["Reason"] | null;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /**
             * Holder Name
             * @description Name of the applicant, masked.
             */
            holder_name: string;
            /**
             * Requests
             * @description What was asked for, in order.
             */
            requests: components["schemas"]["PaperRequestShown"][];
            /**
             * Papers
             * @description The papers, in the order of their coming.
             */
            papers: components["schemas"]["PaperShown"][];
            /**
             * Sheets
             * @description Sheets of other centres, read by their codes (亮码可办).
             */
            sheets: components["schemas"]["SheetShown"][];
            /** @description What a maker proposed; none while nobody has. */
            proposal: components["schemas"]["ReviewProposal"] | null;
            /**
             * Read
             * @description What was read from the papers, fact by fact in words: whoever decides compares it with them.
             */
            read: string | null;
        };
        /**
         * PaperReviewPage
         * @description Applications whose papers wait for staff, oldest first.
         */
        PaperReviewPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["PaperReview"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * PaperShown
         * @description A paper, without what is in it.
         */
        PaperShown: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Name
             * @description What the applicant calls it.
             */
            name: string;
            /**
             * Media Type
             * @description What was sent; what is kept is a PDF of pictures.
             */
            media_type: string;
            /**
             * Sent Bytes
             * @description Size of the file that was sent, in bytes.
             */
            sent_bytes: number;
            /**
             * Uploaded At
             * Format: date-time
             * @description When it was uploaded.
             */
            uploaded_at: string;
            /**
             * Gone At
             * @description When it was taken back, or its time was over; it cannot be fetched then.
             */
            gone_at: string | null;
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
         * PersonShown
         * @description Everything of a person's withdrawals on one page (职工提取全貌); empty of whom there is nothing.
         */
        PersonShown: {
            /**
             * Applications
             * @description The newest first, `APPLICATIONS_MAX` at the most.
             */
            applications: components["schemas"]["Application"][];
            /**
             * Agreements
             * @description Agreed withdrawals (约定提取), the newest first; what is agreed with a spouse is not shown here.
             */
            agreements: components["schemas"]["Agreement"][];
            /**
             * Cards
             * @description Cards that the person keeps.
             */
            cards: components["schemas"]["KeptCard"][];
            /** @description Lock and daily limit that the person has set. */
            brakes: components["schemas"]["BrakesShown"];
            /** @description Whether registers may be asked about the person when the spouse applies (R-WDR-20). */
            consent: components["schemas"]["ConsentShown"];
            /**
             * Bans
             * @description Withdrawal bans (限制提取), the newest first.
             */
            bans: components["schemas"]["Ban"][];
            /**
             * Deaths
             * @description The person's own death, where one is recorded (R-WDR-45).
             */
            deaths: components["schemas"]["DeathAnswer"][];
        };
        /**
         * PolicyCase
         * @description An application of before that would have come to something else.
         */
        PolicyCase: {
            /**
             * Application Id
             * Format: uuid
             * @description Which application.
             */
            application_id: string;
            /**
             * Accepted On
             * Format: date
             * @description When it was accepted.
             */
            accepted_on: string;
            /**
             * Before
             * @description What it comes to by what holds, in Chinese.
             */
            before: string;
            /**
             * After
             * @description What it would come to.
             */
            after: string;
            /**
             * Before Fen
             * @description What is paid by what holds, in fen; null: nothing, or it is not known.
             */
            before_fen: number | null;
            /**
             * After Fen
             * @description What would be paid, in fen; null: nothing, or it is not known.
             */
            after_fen: number | null;
        };
        /**
         * PolicyChange
         * @description A value that is to be another.
         */
        PolicyChange: {
            /**
             * Path
             * @description Its name in the row, as `GET /policies` gives it.
             * @example ground.person_month_fen
             */
            path: string;
            /**
             * Value
             * @description In fen, basis points, or as the parameter's form says.
             */
            value: boolean | number | string | string[] | null;
        };
        /**
         * PolicyDifference
         * @description A value that would be another.
         */
        PolicyDifference: {
            /**
             * Path
             * @description Its name in the row.
             */
            path: string;
            /**
             * Title
             * @description What it is called, in Chinese.
             */
            title: string;
            /**
             * Before
             * @description The value that holds, in words.
             */
            before: string;
            /**
             * After
             * @description The value of the draft, in words.
             */
            after: string;
        };
        /**
         * PolicyDraft
         * @description A policy with other values, from a day on (政策草案).
         */
        PolicyDraft: {
            /**
             * Kind
             * @description Of the policy that it changes.
             * @example retirement
             */
            kind: string;
            /**
             * Effective From
             * Format: date
             * @description From tomorrow on.
             */
            effective_from: string;
            /**
             * Base From
             * Format: date
             * @description Since when the row holds that was read when it was drafted.
             */
            base_from: string;
            /**
             * Document Number
             * @description The document that says so.
             * @example 德房委〔2027〕3号
             */
            document_number: string;
            /**
             * Changes
             * @description What is to be another; everything else stays.
             */
            changes: components["schemas"]["PolicyChange"][];
        };
        /**
         * PolicyInForce
         * @description A policy (政策) and the days of its rows.
         */
        PolicyInForce: {
            /**
             * Kind
             * @description The type of withdrawal, the table of rates, or what else it is about.
             * @example retirement
             */
            kind: string;
            /**
             * Name
             * @description In Chinese.
             */
            name: string;
            /**
             * Effective From
             * Format: date
             * @description Since when what is shown holds, or from when it will.
             */
            effective_from: string;
            /**
             * Document Number
             * @description The document that puts it in force; empty where the row names none.
             */
            document_number: string;
            /**
             * In Force
             * @description It holds today; else it will from its day on.
             */
            in_force: boolean;
            /**
             * Parameters
             * @description Its values, in the order of the row.
             */
            parameters: components["schemas"]["PolicyParameter"][];
        };
        /**
         * PolicyList
         * @description All policies: of each kind what holds, then what will.
         */
        PolicyList: {
            /**
             * Items
             * @description The rows.
             */
            items: components["schemas"]["PolicyInForce"][];
        };
        /**
         * PolicyParameter
         * @description One value of a policy (政策参数).
         */
        PolicyParameter: {
            /**
             * Path
             * @description Its name in the row.
             */
            path: string;
            /**
             * Title
             * @description What it is called, in Chinese.
             */
            title: string;
            /** @description How it is written; `list` is not changed by a proposal. */
            form: components["schemas"]["Form"];
            /**
             * Value
             * @description Sums in fen, shares in basis points, decimals in a string; null: none is set.
             */
            value: boolean | number | string | string[] | null;
            /**
             * Text
             * @description The same in words.
             */
            text: string;
            /**
             * Choices
             * @description Code → word, where it is one of a few.
             */
            choices: {
                [key: string]: string;
            };
        };
        /**
         * PolicyPreview
         * @description What a draft would change (差异和试办).
         */
        PolicyPreview: {
            /**
             * Kind
             * @description Of the policy.
             */
            kind: string;
            /**
             * Name
             * @description Its name in Chinese.
             */
            name: string;
            /**
             * Effective From
             * Format: date
             * @description From when it would hold.
             */
            effective_from: string;
            /**
             * Document Number
             * @description The document that says so.
             */
            document_number: string;
            /**
             * Differences
             * @description What would be another.
             */
            differences: components["schemas"]["PolicyDifference"][];
            /**
             * Verdict
             * @description What the trial came to, in Chinese; what it was tried on, or why on nothing.
             */
            verdict: string;
            /**
             * Tried
             * @description On how many cases it was tried.
             */
            tried: number;
            /**
             * Changed
             * @description Of them, how many would have come to something else.
             */
            changed: number;
            /**
             * Before Fen
             * @description What those come to by what holds, together, in fen.
             */
            before_fen: number;
            /**
             * After Fen
             * @description What they would come to by the draft, in fen.
             */
            after_fen: number;
            /**
             * Cases
             * @description The newest applications among them.
             */
            cases: components["schemas"]["PolicyCase"][];
            /**
             * Untried
             * @description Titles of what no trial here can tell: another service decides by it.
             */
            untried: string[];
        };
        /**
         * PolicyProposed
         * @description A draft that another person is to decide, and why.
         */
        PolicyProposed: {
            /**
             * Kind
             * @description Of the policy that it changes.
             * @example retirement
             */
            kind: string;
            /**
             * Effective From
             * Format: date
             * @description From tomorrow on.
             */
            effective_from: string;
            /**
             * Base From
             * Format: date
             * @description Since when the row holds that was read when it was drafted.
             */
            base_from: string;
            /**
             * Document Number
             * @description The document that says so.
             * @example 德房委〔2027〕3号
             */
            document_number: string;
            /**
             * Changes
             * @description What is to be another; everything else stays.
             */
            changes: components["schemas"]["PolicyChange"][];
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
         * ReadFacts
         * @description What staff read from the papers in the stead of one register.
         */
        ReadFacts: {
            /** @description `yes` with the facts, or `no` where the papers show that there are none. */
            outcome: components["schemas"]["Outcome"];
            /**
             * Data
             * @description The facts, by the names by which that register tells them.
             */
            data?: {
                [key: string]: unknown;
            };
        };
        /**
         * Reason
         * @description Why not, in one sentence, and from when it would be allowed.
         */
        Reason: {
            /**
             * Code
             * @description Why, as a stable code.
             */
            code: string;
            /**
             * Rule
             * @description Number of the rule that it rests on, for example R-WDR-2.
             * @example R-WDR-2
             */
            rule: string;
            /**
             * Text
             * @description Why, in one Chinese sentence (R-WDR-8).
             */
            text: string;
            /**
             * Eligible From
             * @description First day on which it would be allowed, where there is one.
             */
            eligible_from: string | null;
            /**
             * Decided By
             * @description Who decided: `rules` or `staff`.
             */
            decided_by: string;
            /**
             * Who
             * @description Who can do something about it: 本人, 单位, 柜台 or 银行; none where nobody can.
             */
            who?: string | null;
        };
        /**
         * Register
         * @description Who keeps a fact that is to be proven (R-WDR-21).
         * @enum {string}
         */
        Register: "marriage" | "homes" | "leases" | "invoices" | "bank_loans" | "working_ability" | "hardship" | "illness";
        /**
         * Return
         * @description What a reviewer found missing.
         */
        Return: {
            /**
             * Text
             * @description What to mend, in Chinese sentences that the applicant reads.
             * @example 租赁合同缺少签字页，请补传。
             */
            text: string;
        };
        /**
         * ReviewBody
         * @description A maker's proposal; its reason is the opinion (初审意见), which a refused applicant reads.
         */
        ReviewBody: {
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
            /** @description `approve` (同意提取) or `reject` (不予提取). */
            proposal: components["schemas"]["Verdict"];
        };
        /**
         * ReviewCase
         * @description An application in review, with the facts that it rests on, masked.
         */
        ReviewCase: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Kind
             * @description The type (提取类型), as a stable code.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * State
             * @description Where it stands (办理状态), as a stable code.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Final
             * @description True when nothing more will happen to it by itself.
             */
            final: boolean;
            /**
             * Cancellable
             * @description True while the applicant may take it back.
             */
            cancellable: boolean;
            /**
             * Submitted At
             * Format: date-time
             * @description When it was handed in.
             */
            submitted_at: string;
            /**
             * Accepted On
             * Format: date
             * @description Day of acceptance (受理日期), day 0 of every deadline (R-CAL-4).
             */
            accepted_on: string;
            /**
             * Decide By
             * Format: date
             * @description R-WDR-8.
             */
            decide_by: string;
            /**
             * Pay By
             * Format: date
             * @description R-WDR-7, what page and text promise.
             */
            pay_by: string;
            /**
             * Deadline Provisional
             * @description True while the calendar of a year that the deadlines touch is not published (R-CAL-3).
             */
            deadline_provisional: boolean;
            /**
             * Overdue
             * @description True when a step is past its deadline; the operators see it.
             */
            overdue: boolean;
            /**
             * Payment Unknown
             * @description True while the bank has not said whether it paid (R-WDR-13).
             */
            payment_unknown: boolean;
            /**
             * Card Tail
             * @description Last four digits of the card that is paid to.
             * @example 5678
             */
            card_tail: string;
            /**
             * Account Tail
             * @description Last four digits of the individual account number (个人账号).
             * @example 0001
             */
            account_tail: string | null;
            /**
             * Amount Fen
             * @description What is paid, principal and interest; none before it is priced. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number | null;
            /**
             * Amount Text
             * @description The same in yuan, as people read it.
             * @example 23,420.00
             */
            amount_text: string | null;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number | null;
            /**
             * Interest Fen
             * @description Interest (利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number | null;
            /**
             * Paid On
             * @description Day on which the bank paid.
             */
            paid_on: string | null;
            /** @description Why it was refused or failed; none else. */
            reason: components["schemas"]["Reason"] | null;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /**
             * Holder Name
             * @description Name of the applicant, masked.
             */
            holder_name: string;
            /**
             * Reasons
             * @description Why it is in review.
             */
            reasons: string[];
            /**
             * Opened At
             * Format: date-time
             * @description When it came to review.
             */
            opened_at: string;
            /**
             * Seal Reason
             * @description Why the account is sealed (封存原因), R-SEAL-3.
             */
            seal_reason: string | null;
            /**
             * Sealed On
             * @description Day of the seal (封存), R-SEAL-3.
             */
            sealed_on: string | null;
            /**
             * Paid Up To
             * @description Last contributed month (缴至年月), YYYY-MM; none before the first.
             * @example 2026-09
             */
            paid_up_to: string | null;
            /**
             * Months Behind
             * @description Behind the month that the account should have been paid up to (R-SEAL-4).
             */
            months_behind: number;
            /**
             * Retained Fen
             * @description What must stay on the account (留存额), R-WDR-6. In fen (分), 1/100 yuan.
             */
            retained_fen: number;
            /**
             * Balance After Fen
             * @description Balance once it is booked (余额). In fen (分), 1/100 yuan.
             */
            balance_after_fen: number;
            /**
             * Loan Contract Number
             * @description Loan contract (借款合同) that a withdrawal of type 5 rests on.
             */
            loan_contract_number: string | null;
            /**
             * Loan Settled On
             * @description Day on which that loan was repaid in full.
             */
            loan_settled_on: string | null;
            /**
             * Loan Repaid Fen
             * @description Principal and interest repaid for that loan (R-WDR-5). In fen (分), 1/100 yuan.
             */
            loan_repaid_fen: number | null;
            /**
             * Other Persons With This Card
             * @description Other applicants who named the same card.
             */
            other_persons_with_this_card: number;
            /**
             * Banned Until
             * @description Last day of a ban (R-WDR-14), where there is one.
             */
            banned_until: string | null;
            /** @description What a maker proposed; none while nobody has. */
            proposal: components["schemas"]["ReviewProposal"] | null;
        };
        /**
         * ReviewDetail
         * @description One application in review with everything said before.
         */
        ReviewDetail: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Kind
             * @description The type (提取类型), as a stable code.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * State
             * @description Where it stands (办理状态), as a stable code.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Final
             * @description True when nothing more will happen to it by itself.
             */
            final: boolean;
            /**
             * Cancellable
             * @description True while the applicant may take it back.
             */
            cancellable: boolean;
            /**
             * Submitted At
             * Format: date-time
             * @description When it was handed in.
             */
            submitted_at: string;
            /**
             * Accepted On
             * Format: date
             * @description Day of acceptance (受理日期), day 0 of every deadline (R-CAL-4).
             */
            accepted_on: string;
            /**
             * Decide By
             * Format: date
             * @description R-WDR-8.
             */
            decide_by: string;
            /**
             * Pay By
             * Format: date
             * @description R-WDR-7, what page and text promise.
             */
            pay_by: string;
            /**
             * Deadline Provisional
             * @description True while the calendar of a year that the deadlines touch is not published (R-CAL-3).
             */
            deadline_provisional: boolean;
            /**
             * Overdue
             * @description True when a step is past its deadline; the operators see it.
             */
            overdue: boolean;
            /**
             * Payment Unknown
             * @description True while the bank has not said whether it paid (R-WDR-13).
             */
            payment_unknown: boolean;
            /**
             * Card Tail
             * @description Last four digits of the card that is paid to.
             * @example 5678
             */
            card_tail: string;
            /**
             * Account Tail
             * @description Last four digits of the individual account number (个人账号).
             * @example 0001
             */
            account_tail: string | null;
            /**
             * Amount Fen
             * @description What is paid, principal and interest; none before it is priced. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number | null;
            /**
             * Amount Text
             * @description The same in yuan, as people read it.
             * @example 23,420.00
             */
            amount_text: string | null;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number | null;
            /**
             * Interest Fen
             * @description Interest (利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number | null;
            /**
             * Paid On
             * @description Day on which the bank paid.
             */
            paid_on: string | null;
            /** @description Why it was refused or failed; none else. */
            reason: components["schemas"]["Reason"] | null;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /**
             * Holder Name
             * @description Name of the applicant, masked.
             */
            holder_name: string;
            /**
             * Reasons
             * @description Why it is in review.
             */
            reasons: string[];
            /**
             * Opened At
             * Format: date-time
             * @description When it came to review.
             */
            opened_at: string;
            /**
             * Seal Reason
             * @description Why the account is sealed (封存原因), R-SEAL-3.
             */
            seal_reason: string | null;
            /**
             * Sealed On
             * @description Day of the seal (封存), R-SEAL-3.
             */
            sealed_on: string | null;
            /**
             * Paid Up To
             * @description Last contributed month (缴至年月), YYYY-MM; none before the first.
             * @example 2026-09
             */
            paid_up_to: string | null;
            /**
             * Months Behind
             * @description Behind the month that the account should have been paid up to (R-SEAL-4).
             */
            months_behind: number;
            /**
             * Retained Fen
             * @description What must stay on the account (留存额), R-WDR-6. In fen (分), 1/100 yuan.
             */
            retained_fen: number;
            /**
             * Balance After Fen
             * @description Balance once it is booked (余额). In fen (分), 1/100 yuan.
             */
            balance_after_fen: number;
            /**
             * Loan Contract Number
             * @description Loan contract (借款合同) that a withdrawal of type 5 rests on.
             */
            loan_contract_number: string | null;
            /**
             * Loan Settled On
             * @description Day on which that loan was repaid in full.
             */
            loan_settled_on: string | null;
            /**
             * Loan Repaid Fen
             * @description Principal and interest repaid for that loan (R-WDR-5). In fen (分), 1/100 yuan.
             */
            loan_repaid_fen: number | null;
            /**
             * Other Persons With This Card
             * @description Other applicants who named the same card.
             */
            other_persons_with_this_card: number;
            /**
             * Banned Until
             * @description Last day of a ban (R-WDR-14), where there is one.
             */
            banned_until: string | null;
            /** @description What a maker proposed; none while nobody has. */
            proposal: components["schemas"]["ReviewProposal"] | null;
            /**
             * History
             * @description Everything that happened to it, in order.
             */
            history: components["schemas"]["HistoryLine"][];
            /**
             * Opinions
             * @description What was said before, of this and of earlier applications.
             */
            opinions: components["schemas"]["ReviewOpinion"][];
        };
        /**
         * ReviewOpinion
         * @description What a reviewer said, about this or an earlier application of the same person.
         */
        ReviewOpinion: {
            /**
             * Application Id
             * Format: uuid
             * @description The withdrawal application (提取申请).
             */
            application_id: string;
            /**
             * Staff Name
             * @description Who said it, masked.
             */
            staff_name: string;
            /**
             * Verdict
             * @description What was said: proposed, agreed or sent back, as a stable code.
             */
            verdict: string;
            /**
             * Opinion
             * @description What the member of staff says of it, in words.
             */
            opinion: string;
            /**
             * Given At
             * Format: date-time
             * @description When it was said.
             */
            given_at: string;
        };
        /**
         * ReviewPage
         * @description Applications in review, oldest first.
         */
        ReviewPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["ReviewCase"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * ReviewProposal
         * @description What a maker proposes; it waits for another person's decision.
         */
        ReviewProposal: {
            /**
             * Proposal Id
             * Format: uuid
             * @description Where it is decided: `/proposals/{proposal_id}/decision`.
             */
            proposal_id: string;
            /**
             * Proposal
             * @description What the maker proposes: `approve` or `reject`.
             */
            proposal: string;
            /**
             * Staff Name
             * @description Who said it, masked.
             */
            staff_name: string;
            /**
             * Opinion
             * @description What the member of staff says of it, in words.
             */
            opinion: string;
            /**
             * Proposed At
             * Format: date-time
             * @description When it was proposed.
             */
            proposed_at: string;
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
         * SheetShown
         * @description A sheet of another centre (亮码可办) that lies with the application; staff fetch it from documents.
         */
        SheetShown: {
            /**
             * Reading Id
             * Format: uuid
             * @description Number of the reading, by which staff fetch it.
             */
            reading_id: string;
            /**
             * Number
             * @description Number of the sheet (编号).
             */
            number: string;
            /**
             * Centre Name
             * @description Which centre told.
             */
            centre_name: string;
            /**
             * Filed At
             * Format: date-time
             * @description When it was printed into the case.
             */
            filed_at: string;
        };
        /**
         * Source
         * @description What shows a death (死亡证明来源).
         * @enum {string}
         */
        Source: "register" | "paper";
        /**
         * State
         * @description Of a proposal; only the first can still change.
         * @enum {string}
         */
        "State-Input": "open" | "executed" | "rejected" | "withdrawn" | "expired";
        /**
         * TypeEstimate
         * @description What would be decided of one type if it were applied for now.
         */
        TypeEstimate: {
            /**
             * Kind
             * @description The type (提取类型), as a stable code.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * Possible Now
             * @description True where something can be taken today.
             */
            possible_now: boolean;
            /**
             * Possible From
             * @description First day on which it would be possible, where one is known.
             */
            possible_from: string | null;
            /**
             * Most Fen
             * @description How much at most; none where nothing can be taken now. In fen (分), 1/100 yuan.
             */
            most_fen: number | null;
            /**
             * Most Text
             * @description The same in yuan, as people read it.
             */
            most_text: string | null;
            /**
             * Caps
             * @description Each limit that makes the amount.
             */
            caps: components["schemas"]["CapShown"][];
            /**
             * Reviewed
             * @description True where staff would look at it before money moves.
             */
            reviewed: boolean;
            /** @description Why not now; none where it is possible. */
            reason: components["schemas"]["Reason"] | null;
            /**
             * Missing
             * @description What is to be handed in, in Chinese.
             */
            missing: string | null;
            /**
             * Who
             * @description Who must do something first: 本人, 单位, 柜台 or 银行.
             */
            who: string | null;
            /**
             * Closes
             * @description Which later doors it closes, in Chinese (R-REP-10).
             */
            closes: string[];
            /**
             * Brake
             * @description What the person's own settings would stop of so much when it is to be paid, in Chinese (R-CRT-4).
             */
            brake: string | null;
        };
        /**
         * TypeOffered
         * @description A withdrawal type for the page.
         */
        TypeOffered: {
            /**
             * Kind
             * @description The type as a stable code, for an application.
             */
            kind: string;
            /**
             * Name
             * @description Name of the type in Chinese.
             */
            name: string;
            /**
             * Reason Code
             * @description Withdrawal reason (提取原因), code of JGJ/T 320 A.7.
             */
            reason_code: string;
            /**
             * Local Sub Code
             * @description The centre's own code below reason 99.
             */
            local_sub_code: string | null;
            /**
             * Closing
             * @description True when the account is emptied and closed (销户提取).
             */
            closing: boolean;
            /**
             * Asks For Loan
             * @description True where a repaid loan may have to be named (R-WDR-4).
             */
            asks_for_loan: boolean;
            /**
             * Conditions
             * @description The conditions in Chinese, from the policy in force.
             */
            conditions: string[];
            /**
             * Document Number
             * @description Number of the document that it rests on (文号).
             */
            document_number: string;
            /**
             * In Force From
             * Format: date
             * @description First day of that policy.
             */
            in_force_from: string;
        };
        /**
         * TypesOffered
         * @description All types and what everybody should know before choosing.
         */
        TypesOffered: {
            /**
             * Types
             * @description The types.
             */
            types: components["schemas"]["TypeOffered"][];
            /**
             * Notices
             * @description What everybody should know, in Chinese.
             */
            notices: string[];
        };
        /**
         * Verdict
         * @description What a maker proposes of an application in review (初审意见).
         * @enum {string}
         */
        Verdict: "approve" | "reject";
        /**
         * WithdrawalCalculated
         * @description How much at most (可提金额试算).
         */
        WithdrawalCalculated: {
            /**
             * Kind
             * @description The type.
             */
            kind: string;
            /**
             * Name
             * @description What citizens call it.
             */
            name: string;
            /**
             * Most Fen
             * @description How much at most; the account's balance is a limit of its own. In fen (分), 1/100 yuan.
             */
            most_fen: number;
            /**
             * Caps
             * @description What it was computed from.
             */
            caps: components["schemas"]["CalculatedCap"][];
            /**
             * Refusal
             * @description Why nothing, in one sentence; null where something could be taken.
             */
            refusal: string | null;
        };
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
        /**
         * State
         * @description How far what was signed has come.
         * @enum {string}
         */
        withdrawals__couples__State: "proposed" | "agreed" | "lapsed" | "ended";
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
    applications_api_withdrawals_applications_get: {
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
                    "application/json": components["schemas"]["ApplicationPage"];
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
    apply_api_withdrawals_applications_post: {
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
                "application/json": components["schemas"]["NewApplication"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    application_api_withdrawals_applications__application_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
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
                    "application/json": components["schemas"]["ApplicationDetail"];
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
    follow_api_withdrawals_applications__application_id__events_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Id of the last event that a live stream gave; it goes on after it. */
                "Last-Event-ID"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 每行历史一个 progress 事件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description 已经办结，没有更多进度 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    cancel_api_withdrawals_applications__application_id__cancel_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
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
                    "application/json": components["schemas"]["Application"];
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
    types_api_withdrawals_types_get: {
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
                    "application/json": components["schemas"]["TypesOffered"];
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
    ask_estimate_api_withdrawals_estimates_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EstimateAsked"];
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
    estimate_api_withdrawals_estimates__estimate_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The estimate (测算). */
                estimate_id: string;
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
                    "application/json": components["schemas"]["EstimateShown"];
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
    agreements_api_withdrawals_agreements_get: {
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
                    "application/json": components["schemas"]["AgreementList"];
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
    sign_api_withdrawals_agreements_post: {
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
                "application/json": components["schemas"]["NewAgreement"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
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
    proposed_api_withdrawals_couples__code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code that the spouse was given. */
                code: string;
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
                    "application/json": components["schemas"]["CoupleProposed"];
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
    sign_anew_api_withdrawals_agreements__agreement_id__couple_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description The offset agreement (冲抵协议). */
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoupleTerms"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
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
    end_api_withdrawals_agreements__agreement_id__end_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description The offset agreement (冲抵协议). */
                agreement_id: string;
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
                    "application/json": components["schemas"]["Agreement"];
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
    change_card_api_withdrawals_agreements__agreement_id__card_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description The offset agreement (冲抵协议). */
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCard"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
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
    remind_api_withdrawals_applications__application_id__reminder_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
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
                    "application/json": components["schemas"]["Application"];
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
    cards_api_withdrawals_cards_get: {
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
                    "application/json": components["schemas"]["KeptCards"];
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
    keep_api_withdrawals_cards_post: {
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
                "application/json": components["schemas"]["NewKeptCard"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptCard"];
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
    drop_api_withdrawals_cards__card_id__removal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description The kept card (收款银行卡). */
                card_id: string;
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
                    "application/json": components["schemas"]["KeptCard"];
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
    brakes_api_withdrawals_brakes_get: {
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
                    "application/json": components["schemas"]["BrakesShown"];
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
    lock_api_withdrawals_brakes_lock_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
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
                    "application/json": components["schemas"]["BrakesShown"];
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
    unlock_api_withdrawals_brakes_unlock_post: {
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
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrakesShown"];
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
    limit_api_withdrawals_brakes_daily_limit_post: {
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
                "application/json": components["schemas"]["LimitBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrakesShown"];
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
    consent_api_withdrawals_look_up_consent_get: {
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
                    "application/json": components["schemas"]["ConsentShown"];
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
    give_api_withdrawals_look_up_consent_post: {
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
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentShown"];
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
    withdraw_api_withdrawals_look_up_consent_withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
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
                    "application/json": components["schemas"]["ConsentShown"];
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
    on_paper_api_withdrawals_paper_consents_post: {
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
                "application/json": components["schemas"]["PaperConsent"];
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
    upload_api_withdrawals_applications__application_id__papers_uploads_post: {
        parameters: {
            query: {
                /** @description 材料名称 */
                name: string;
            };
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "application/pdf": string;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperShown"];
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
    papers_api_withdrawals_applications__application_id__papers_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
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
                    "application/json": components["schemas"]["PaperList"];
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
    fetch_api_withdrawals_applications__application_id__papers__paper_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
                /** @description A paper (证明材料) of the application. */
                paper_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 由图像组成的PDF */
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
    take_back_api_withdrawals_applications__application_id__papers__paper_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
                /** @description A paper (证明材料) of the application. */
                paper_id: string;
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
                    "application/json": components["schemas"]["PaperList"];
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
    hand_in_api_withdrawals_applications__application_id__papers_hand_in_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
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
                    "application/json": components["schemas"]["Application"];
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
    reviews_api_withdrawals_paper_reviews_get: {
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
                    "application/json": components["schemas"]["PaperReviewPage"];
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
    propose_api_withdrawals_paper_reviews__application_id__acceptance_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceBody"];
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
    send_back_api_withdrawals_reviews__application_id__return_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Return"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    reviews_api_withdrawals_reviews_get: {
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
                    "application/json": components["schemas"]["ReviewPage"];
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
    review_detail_api_withdrawals_reviews__application_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
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
                    "application/json": components["schemas"]["ReviewDetail"];
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
    propose_api_withdrawals_reviews__application_id__proposal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The withdrawal application (提取申请). */
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBody"];
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
    take_api_withdrawals_counter_applications_post: {
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
                "application/json": components["schemas"]["CounterApplication"];
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
    overdue_api_withdrawals_overdue_get: {
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
                    "application/json": components["schemas"]["OverduePage"];
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
    ban_list_api_withdrawals_bans_get: {
        parameters: {
            query?: {
                /** @description Whom it is about, as all services know a person (职工): by an id, never by the ID number. */
                person_id?: string | null;
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
                    "application/json": components["schemas"]["BanList"];
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
    ban_api_withdrawals_bans_post: {
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
                "application/json": components["schemas"]["BanBody"];
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
    ban_lift_api_withdrawals_bans__ban_id__lift_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The ban. */
                ban_id: string;
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
    pace_of_today_api_withdrawals_figures_get: {
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
                    "application/json": components["schemas"]["DayPace"];
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
    calendar_api_withdrawals_calendar__year__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Calendar year. */
                year: number;
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
                    "application/json": components["schemas"]["CalendarYear"];
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
    edit_calendar_api_withdrawals_calendar_days_post: {
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
                "application/json": components["schemas"]["CalendarBody"];
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
    person_api_withdrawals_people__person_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Whom it is about, as all services know a person (职工): by an id, never by the ID number. */
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
                    "application/json": components["schemas"]["PersonShown"];
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
    recorded_api_withdrawals_deaths_get: {
        parameters: {
            query?: {
                /** @description Whom it is about, as all services know a person (职工): by an id, never by the ID number. */
                person_id?: string | null;
                /** @description Items on a page at the most. */
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
                    "application/json": components["schemas"]["DeathList"];
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
    record_api_withdrawals_deaths_post: {
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
                "application/json": components["schemas"]["DeathBody"];
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
    detail_api_withdrawals_deaths__death_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description A death as two of the staff recorded it (死亡登记). */
                death_id: string;
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
                    "application/json": components["schemas"]["DeathDetail"];
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
    revoke_api_withdrawals_deaths__death_id__revocation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A death as two of the staff recorded it (死亡登记). */
                death_id: string;
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
    claim_api_withdrawals_deaths__death_id__claims_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A death as two of the staff recorded it (死亡登记). */
                death_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimBody"];
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
    pay_again_api_withdrawals_estate_payments__payment_id__card_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A payment of a share to one heir. */
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardBody"];
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
    withdrawal_api_withdrawals_calculators__kind__get: {
        parameters: {
            query: {
                /** @description Monthly rent, price of the flat, invoices or fees of the year, in fen */
                amount_fen: number;
                /** @description In fen */
                deposit_fen?: number;
                /** @description In fen */
                less_fen?: number;
                /** @description Whether the lease is registered */
                registered?: boolean;
            };
            header?: never;
            path: {
                /** @description 提取类型 */
                kind: "rent" | "purchase" | "renovation" | "property_fee";
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
                    "application/json": components["schemas"]["WithdrawalCalculated"];
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
    policies_api_withdrawals_policies_get: {
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
                    "application/json": components["schemas"]["PolicyList"];
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
    propose_api_withdrawals_policies_post: {
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
                "application/json": components["schemas"]["PolicyProposed"];
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
    try_draft_api_withdrawals_policies_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPreview"];
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
    try_proposed_api_withdrawals_policies_proposals__proposal_id__preview_get: {
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
                    "application/json": components["schemas"]["PolicyPreview"];
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
    list_proposals_api_withdrawals_proposals_get: {
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
    proposal_api_withdrawals_proposals__proposal_id__get: {
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
    decide_api_withdrawals_proposals__proposal_id__decision_post: {
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
    withdraw_api_withdrawals_proposals__proposal_id__withdrawal_post: {
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
    attach_api_withdrawals_proposals__proposal_id__papers_uploads_post: {
        parameters: {
            query: {
                /** @description 材料名称 */
                name: string;
            };
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
                "image/jpeg": string;
                "image/png": string;
                "application/pdf": string;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanShown"];
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
    fetch_api_withdrawals_proposals__proposal_id__papers__paper_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description A proposal that takes two people (复核申请). */
                proposal_id: string;
                /** @description A paper (证明材料) of the application. */
                paper_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 由图像组成的PDF */
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
    kept_of_me_api_withdrawals_personal_data_get: {
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
    rows_of_me_api_withdrawals_personal_data__table__get: {
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
    parked_api_withdrawals_parked_get: {
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
    queues_api_withdrawals_queues_get: {
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
    replay_api_withdrawals_parked__queue__replays_post: {
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
    set_aside_api_withdrawals_parked__queue__settings_aside_post: {
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
    audit_trail_api_withdrawals_audit_get: {
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
    jobs_api_withdrawals_jobs_get: {
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
