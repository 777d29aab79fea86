// Made by `make generate` from services/accounts/openapi.json; not written by hand.
// SHA-256 64811560ea2e3d27f5ea618b984a041d89b4c45b90c7f717ae6aba112dae185c
export interface paths {
    "/api/accounts/my/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的账户
         * @description Return the caller's account: the open one, else the one closed last.
         */
        get: operations["my_account_api_accounts_my_account_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的缴存明细
         * @description Return the booked rows of the caller's account, latest first.
         */
        get: operations["my_entries_api_accounts_my_entries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/entries/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的缴存明细合计
         * @description Return what booked rows of the caller's account come to, by business type.
         */
        get: operations["my_totals_api_accounts_my_entries_totals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/{account_number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 个人账户信息
         * @description Return an account; a stranger's is not found. What staff look at is logged (R-QRY-5).
         */
        get: operations["account_api_accounts_accounts__account_number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/{account_number}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 个人账户明细
         * @description Return booked rows, latest first, each with the balance after it.
         */
        get: operations["entries_api_accounts_accounts__account_number__entries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/{account_number}/entries/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 个人账户明细合计
         * @description Return what booked rows come to, by business type, and the balances around the days asked for.
         */
        get: operations["totals_api_accounts_accounts__account_number__entries_totals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/{account_number}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 个人账户变更历史
         * @description Return what happened to the account besides money.
         */
        get: operations["history_api_accounts_accounts__account_number__history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按证件号码、手机号、姓名或人员编号查找个人账号
         * @description Find account numbers by ID number, phone, name or person; in a body, so that it stands in no log.
         */
        post: operations["lookup_api_accounts_accounts_lookup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 全部缴存单位
         * @description Return employers by number.
         */
        get: operations["employers_api_accounts_employers_get"];
        put?: never;
        /**
         * 单位缴存登记
         * @description Propose to register an employer with its operator (R-ACC-6), and its agreement if one is given.
         */
        post: operations["register_api_accounts_employers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位信息
         * @description Return an employer with its money in suspense.
         */
        get: operations["employer_api_accounts_employers__employer_number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签订网上业务协议
         * @description Propose the online agreement (R-ACC-1), as an operator or for one; the centre agrees.
         */
        post: operations["sign_api_accounts_employers__employer_number__agreement_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/agreement/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 终止网上业务协议
         * @description Propose to end the agreement, as an operator or for one; confirmed lists still complete (R-ACC-9).
         */
        post: operations["revoke_api_accounts_employers__employer_number__agreement_revocation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位职工账户
         * @description Return the employer's individual accounts, without balances.
         */
        get: operations["staff_accounts_api_accounts_employers__employer_number__accounts_get"];
        put?: never;
        /**
         * 批量开立个人账户
         * @description Open individual accounts, all or none (R-ACC-8): an operator; a maker proposes it, 202.
         */
        post: operations["open_accounts_api_accounts_employers__employer_number__accounts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/owed-months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 欠缴月份
         * @description Return for whom months of employment are not contributed in time (R-DEP-5).
         */
        get: operations["owed_months_api_accounts_employers__employer_number__owed_months_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/late-employers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 逾期的单位
         * @description Return who opened no accounts 20 days after registering, or has not remitted 5 days after payday.
         */
        get: operations["late_api_accounts_late_employers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/accounts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查找单位职工
         * @description Find people by a part of the name, ID number or account number; in a body, so that it stands in no log.
         *
         *     A page may be shorter than its limit though more follow: `next_cursor` says so.
         */
        post: operations["search_api_accounts_employers__employer_number__accounts_search_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/staff-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位职工变更记录
         * @description Return what was changed of people while they were with the employer (汇缴变更), latest first.
         */
        get: operations["changes_api_accounts_employers__employer_number__staff_changes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出我的缴存明细
         * @description Return the booked rows of the caller's account as a file, oldest first.
         */
        get: operations["my_entries_api_accounts_my_entries_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/{account_number}/entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出个人账户明细
         * @description Return booked rows as a file, oldest first.
         */
        get: operations["entries_api_accounts_accounts__account_number__entries_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/accounts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出单位职工名册
         * @description Return the employer's people as a file, without balances.
         */
        get: operations["staff_api_accounts_employers__employer_number__accounts_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/lists/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出汇缴记录
         * @description Return the employer's monthly lists as a file, oldest first.
         */
        get: operations["lists_api_accounts_employers__employer_number__lists_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/staff-changes/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出职工变更记录
         * @description Return what was changed of the employer's people as a file, oldest first.
         */
        get: operations["staff_changes_api_accounts_employers__employer_number__staff_changes_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/suspense/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出单位暂收款
         * @description Return receipts that pay no list, and why, as a file (R-DEP-7).
         */
        get: operations["suspense_api_accounts_employers__employer_number__suspense_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/history/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出单位业务历史
         * @description Return what happened to the employer as a file, oldest first: agreement, ratios, deferrals, money.
         */
        get: operations["history_api_accounts_employers__employer_number__history_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/lists/{list_id}/lines/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出汇缴清册
         * @description Return who is on a list as a file.
         */
        get: operations["lines_api_accounts_lists__list_id__lines_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 封存
         * @description Seal accounts, all or none (R-SEAL-1, 2, 3): an operator its own staff's; a maker proposes it, 202.
         */
        post: operations["seal_api_accounts_accounts_seal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/{account_number}/centre-seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 中心封存（单位逾期不办）
         * @description Propose to seal in the employer's stead, on evidence, 30 days after the employment ended (R-SEAL-7).
         */
        post: operations["centre_seal_api_accounts_accounts__account_number__centre_seal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/unseal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 启封
         * @description Unseal accounts, all or none (R-SEAL-2, 5): an operator its own staff's; a maker proposes it, 202.
         */
        post: operations["unseal_api_accounts_accounts_unseal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/base": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 基数调整
         * @description Set bases from a month on, all or none (R-CHG-2, 3, 6): an operator; a maker proposes it, 202.
         */
        post: operations["change_bases_api_accounts_accounts_base_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/{account_number}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 冻结
         * @description Freeze an account at once on an authority's demand: state 06; another person checks the document.
         */
        post: operations["freeze_api_accounts_accounts__account_number__freeze_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/{account_number}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请解冻
         * @description Propose to lift a freeze, on the authority's document; once agreed the state before it comes back.
         */
        post: operations["unfreeze_api_accounts_accounts__account_number__unfreeze_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 汇缴变更（清单）
         * @description Do a list of seals, unseals and bases, all or none (R-CHG-1, 2, 6); a maker proposes it, 202.
         */
        post: operations["change_api_accounts_employers__employer_number__changes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 汇缴变更试算
         * @description Return what a list of changes would make of the month, and who crosses a limit (R-CHG-5).
         */
        post: operations["preview_api_accounts_employers__employer_number__changes_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/ratio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 调整缴存比例
         * @description Set another pair of ratios for all staff from a month on (R-CHG-4); a maker proposes it, 202.
         */
        post: operations["change_ratio_api_accounts_employers__employer_number__ratio_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/base-round": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 年度基数调整名单
         * @description Return whose base is to be set for a July, its limits, and who crosses one (R-CHG-3, R-DEP-4).
         */
        get: operations["base_round_api_accounts_employers__employer_number__base_round_get"];
        put?: never;
        /**
         * 年度基数调整
         * @description Set everybody's base of a July, nobody left out (R-CHG-3); a maker proposes it, 202.
         */
        post: operations["set_bases_api_accounts_employers__employer_number__base_round_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位的同城转移
         * @description Return what an employer gives and takes, latest first.
         */
        get: operations["of_employer_api_accounts_employers__employer_number__transfers_get"];
        put?: never;
        /**
         * 申请同城转入
         * @description Ask for somebody's account of another employer (R-TRF-1, 3); the person must agree.
         */
        post: operations["ask_api_accounts_employers__employer_number__transfers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/transfers/{transfer_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 原单位确认转出
         * @description Confirm as the former employer: the account is sealed and moves once the person agrees (R-TRF-3).
         */
        post: operations["release_api_accounts_transfers__transfer_id__release_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/transfers/{transfer_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回转入申请
         * @description Take a request back, as the employer that made it.
         */
        post: operations["withdraw_api_accounts_transfers__transfer_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/transfers/{transfer_id}/centre-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 中心决定转移（原单位逾期不办）
         * @description Propose to do it in the former employer's stead, on evidence, once its time is over (R-TRF-3).
         */
        post: operations["decide_api_accounts_transfers__transfer_id__centre_decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的同城转移
         * @description Return the caller's transfers, latest first.
         */
        get: operations["my_transfers_api_accounts_my_transfers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/transfers/{transfer_id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 同意或不同意转移
         * @description Agree that one's account moves, or refuse it (R-TRF-3).
         */
        post: operations["consent_api_accounts_my_transfers__transfer_id__consent_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/seal-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的封存申请
         * @description Return the caller's requests, latest first.
         */
        get: operations["my_seal_requests_api_accounts_my_seal_requests_get"];
        put?: never;
        /**
         * 申请封存我的账户
         * @description Ask to be sealed; the employer is told, and the centre may seal after its 30 days (R-SEAL-7).
         */
        post: operations["ask_seal_api_accounts_my_seal_requests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/seal-requests/{request_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回封存申请
         * @description Take one's own request back.
         */
        post: operations["withdraw_seal_api_accounts_my_seal_requests__request_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/seal-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待办的封存申请
         * @description Return open requests, oldest end of employment first: the centre presses, then seals (R-SEAL-7).
         */
        get: operations["seal_requests_waiting_api_accounts_seal_requests_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/accounts/{account_number}/identity-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 单位提出更正职工姓名、证件号码
         * @description Propose another name or ID number of somebody; the register decides, or two of the centre.
         */
        post: operations["propose_api_accounts_employers__employer_number__accounts__account_number__identity_proposals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/identity-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位提出的更正
         * @description Return what an employer has proposed and how it stands, latest first.
         */
        get: operations["of_employer_api_accounts_employers__employer_number__identity_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/lists/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传汇缴清册文件
         * @description Take a month's list as xlsx, xls or CSV (R-DEP-6); what is in it is read afterwards, follow it.
         */
        post: operations["upload_api_accounts_employers__employer_number__lists_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/lists/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载汇缴清册模板
         * @description Return the file that employers fill in: what identifies is text, so that no digit is lost.
         */
        get: operations["template_api_accounts_lists_template_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/list-files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 上传的清册：状态与预览
         * @description Return how far an uploaded list is, and what it will be (R-CHG-5).
         */
        get: operations["list_file_api_accounts_list_files__file_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/list-files/{file_id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 上传的清册：错误明细
         * @description Return every error of every row, with its cell, what is allowed, and the rule.
         */
        get: operations["errors_api_accounts_list_files__file_id__errors_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/list-files/{file_id}/marked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 上传的清册：标出错误的文件
         * @description Return the file with its bad cells marked and what is wrong beside each row.
         */
        get: operations["marked_api_accounts_list_files__file_id__marked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/list-files/{file_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 上传的清册：实时进度（server-sent events）
         * @description Send how far the reading is whenever it goes on, until it has ended.
         */
        get: operations["follow_api_accounts_list_files__file_id__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/list-files/{file_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 采用预览过的清册
         * @description Make a draft of exactly what was previewed (R-CHG-5); bases that it changes count from its month on.
         */
        post: operations["accept_api_accounts_list_files__file_id__acceptance_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/list-files/{file_id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 改正有误的单元格，重新检查
         * @description Make a new file of a flawed one with what was typed, and read it; the old one stays as it is.
         */
        post: operations["correct_api_accounts_list_files__file_id__corrections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位汇缴清册
         * @description Return an employer's lists, latest month first.
         */
        get: operations["lists_api_accounts_employers__employer_number__lists_get"];
        put?: never;
        /**
         * 编制汇缴清册
         * @description Compute the list of a month (R-DEP-1, 6), with its change from the last one (R-CHG-5).
         */
        post: operations["draft_api_accounts_employers__employer_number__lists_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/lists/{list_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认清册
         * @description Freeze a draft (R-DEP-6), booked when its receipt is there: an operator; a maker proposes it, 202.
         *
         *     What an operator has confirmed as `total_fen` is the list's total, or nothing is done.
         */
        post: operations["confirm_api_accounts_lists__list_id__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/lists/{list_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回清册
         * @description Take a draft back, or one's own confirmed list of which no money has come.
         */
        post: operations["withdraw_api_accounts_lists__list_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/lists/{list_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请撤销已确认的清册
         * @description Propose to take a confirmed list back that nobody pays (R-CHG-6); another person decides.
         */
        post: operations["cancel_api_accounts_lists__list_id__cancellation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/lists/{list_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 清册状态
         * @description Return a list with its roll-forward.
         */
        get: operations["remittance_list_api_accounts_lists__list_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/lists/{list_id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 清册明细
         * @description Return who is on a list, by account number.
         */
        get: operations["lines_api_accounts_lists__list_id__lines_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/drafts/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 未提交的草稿
         * @description Return what is filled in of a page; version 0 where there never was anything.
         */
        get: operations["draft_api_accounts_employers__employer_number__drafts__page__get"];
        put?: never;
        /**
         * 保存未提交的草稿
         * @description Keep what is filled in for the employer's operators, unless another one has changed it meanwhile.
         */
        post: operations["save_api_accounts_employers__employer_number__drafts__page__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/back-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位补缴清单
         * @description Return an employer's back payments, latest first.
         */
        get: operations["back_payments_api_accounts_employers__employer_number__back_payments_get"];
        put?: never;
        /**
         * 编制补缴清单
         * @description List what is missing of people's months, by the wage and the ratios of each (R-DEP-1, R-CHG-2).
         */
        post: operations["draft_api_accounts_employers__employer_number__back_payments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/back-payments/{back_payment_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认补缴清单
         * @description Freeze it, booked when its money is there: an operator; a maker proposes it, 202.
         */
        post: operations["confirm_api_accounts_back_payments__back_payment_id__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/back-payments/{back_payment_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回补缴清单
         * @description Take a draft back, or one's own confirmed one of which no money has come.
         */
        post: operations["withdraw_api_accounts_back_payments__back_payment_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/back-payments/{back_payment_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请撤销已确认的补缴清单
         * @description Propose to take a confirmed one back that nobody pays; another person decides.
         */
        post: operations["cancel_api_accounts_back_payments__back_payment_id__cancellation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/back-payments/{back_payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 补缴清单状态
         * @description Return a back payment.
         */
        get: operations["back_payment_api_accounts_back_payments__back_payment_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/back-payments/{back_payment_id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 补缴清单明细
         * @description Return whose months are on it, by account number and month.
         */
        get: operations["lines_api_accounts_back_payments__back_payment_id__lines_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/deferrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位缓缴
         * @description Return an employer's deferrals, latest first.
         */
        get: operations["deferrals_api_accounts_employers__employer_number__deferrals_get"];
        put?: never;
        /**
         * 申请缓缴
         * @description Propose a deferral on the resolution of an employer's staff; a senior checker decides (R-DEP-9).
         */
        post: operations["defer_api_accounts_employers__employer_number__deferrals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/ratio-lowerings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位降低缴存比例
         * @description Return an employer's lower ratios, latest first.
         */
        get: operations["lowerings_api_accounts_employers__employer_number__ratio_lowerings_get"];
        put?: never;
        /**
         * 申请降低缴存比例
         * @description Propose a lower ratio for a while, on the resolution of the staff; a senior decides (R-DEP-9).
         */
        post: operations["lower_api_accounts_employers__employer_number__ratio_lowerings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/hardship-papers/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传困难申请的材料
         * @description Take a picture or a PDF, the resolution for one; what is kept is drawn anew from what one sees.
         */
        post: operations["upload_api_accounts_employers__employer_number__hardship_papers_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/hardship-papers/{paper_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载困难申请的材料
         * @description Fetch one as a file, never to be shown inside a page; of staff the look is recorded.
         */
        get: operations["fetch_api_accounts_employers__employer_number__hardship_papers__paper_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/hardship-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位的缓缴和降低缴存比例申请
         * @description Return what an employer has asked for and how it stands, latest first.
         */
        get: operations["of_employer_api_accounts_employers__employer_number__hardship_requests_get"];
        put?: never;
        /**
         * 在线申请缓缴或降低缴存比例
         * @description Ask for a deferral or a lower ratio; nothing changes until two of the centre agree (R-DEP-9).
         */
        post: operations["ask_api_accounts_employers__employer_number__hardship_requests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/hardship-requests/{request_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回缓缴或降低缴存比例申请
         * @description Take a request back as long as the centre has not agreed, whoever of the employer asked.
         */
        post: operations["withdraw_api_accounts_employers__employer_number__hardship_requests__request_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/hardship-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待办的缓缴和降低缴存比例申请
         * @description Return what employers ask for and is not answered yet, oldest first: the work list.
         */
        get: operations["waiting_api_accounts_hardship_requests_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/hardship-requests/{request_id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受理缓缴或降低缴存比例申请
         * @description Put a request to a checker, exactly as it was asked for; a senior decides (R-DEP-9).
         */
        post: operations["propose_api_accounts_hardship_requests__request_id__proposal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/hardship-requests/{request_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回缓缴或降低缴存比例申请
         * @description Send a request back with a reason in words; the operator is told by text.
         */
        post: operations["send_back_api_accounts_hardship_requests__request_id__return_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 获取登记验证码
         * @description Text a code to the phone of a company's first operator; anybody may, so often and no oftener.
         */
        post: operations["codes_api_accounts_registrations_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用验证码进入单位缴存登记
         * @description Begin a registration with a proven phone, or go on with the one that was begun.
         */
        post: operations["proofs_api_accounts_registrations_proofs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本次单位缴存登记
         * @description Return the registration of the proven phone, and how it stands.
         */
        get: operations["current_api_accounts_registrations_current_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations/current/papers/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传登记材料
         * @description Take a picture or a PDF, the licence for one; what is kept is drawn anew from what one sees.
         */
        post: operations["upload_api_accounts_registrations_current_papers_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations/current/papers/{paper_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回登记材料
         * @description Delete a file that is not submitted yet.
         */
        post: operations["take_back_api_accounts_registrations_current_papers__paper_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations/current/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交单位缴存登记
         * @description Submit what was filled in; there is no employer before two of the centre agree (R-ACC-6).
         */
        post: operations["submit_api_accounts_registrations_current_submission_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待办的单位缴存登记
         * @description Return which companies wait to be registered, oldest first: the work list.
         */
        get: operations["waiting_api_accounts_registrations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations/{registration_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一件单位缴存登记
         * @description Return what was filled in, to be held against the papers; the look is recorded.
         */
        get: operations["one_api_accounts_registrations__registration_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations/{registration_id}/papers/{paper_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载登记材料
         * @description Fetch a file, never to be shown inside a page; the look is recorded.
         */
        get: operations["fetch_api_accounts_registrations__registration_id__papers__paper_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations/{registration_id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受理单位缴存登记
         * @description Put a registration to a senior checker, as it was submitted (R-ACC-6).
         */
        post: operations["propose_api_accounts_registrations__registration_id__proposal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registrations/{registration_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回单位缴存登记
         * @description Send a registration back with a reason in words; the applicant is told by text.
         */
        post: operations["send_back_api_accounts_registrations__registration_id__return_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/{account_number}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请错缴更正
         * @description Propose to move a wrong contribution where it belongs, by reversal and a new entry (R-CHG-2).
         */
        post: operations["correct_api_accounts_accounts__account_number__corrections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/accounts/{account_number}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请账户合并
         * @description Propose that an account goes into the same person's other one; a senior decides (R-ACC-8).
         */
        post: operations["merge_api_accounts_accounts__account_number__merges_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 账户合并列表
         * @description Return merges with how they stand, the latest first.
         */
        get: operations["merges_api_accounts_merges_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/merges/{merge_id}/calling-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销账户合并
         * @description End a merge that waits for answers; both accounts are as they were.
         */
        post: operations["call_off_api_accounts_merges__merge_id__calling_off_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的投诉
         * @description Return one's own complaints with their answers, latest first.
         */
        get: operations["own_api_accounts_my_complaints_get"];
        put?: never;
        /**
         * 投诉欠缴
         * @description Complain that the employer has not paid months, unseen by it if wanted (R-DEP-10).
         */
        post: operations["complain_api_accounts_my_complaints_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 投诉列表
         * @description Return complaints, oldest first; `state=open` is the work list. Staff say why they look (R-QRY-5).
         */
        get: operations["cases_api_accounts_complaints_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/complaints/{complaint_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 答复投诉
         * @description Answer a complaint, once; the person is told.
         */
        post: operations["answer_api_accounts_complaints__complaint_id__answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 职工投诉
         * @description Return the complaints that people let their employer see, latest first.
         */
        get: operations["seen_by_employer_api_accounts_employers__employer_number__complaints_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的异议
         * @description Return one's own disputes with their answers, latest first.
         */
        get: operations["own_api_accounts_my_disputes_get"];
        put?: never;
        /**
         * 对明细提出异议
         * @description Dispute a booked row of one's own, or the balance; the bank answers within five working days.
         */
        post: operations["dispute_api_accounts_my_disputes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/disputes/{dispute_id}/objection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 对银行答复仍有异议，提请中心核实
         * @description Turn to the centre, with the bank's answer or when it is late; five working days again.
         */
        post: operations["objection_api_accounts_my_disputes__dispute_id__objection_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 异议列表
         * @description Return disputes, oldest first: the work list is those at the bank and at the centre.
         */
        get: operations["cases_api_accounts_disputes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/disputes/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待答复异议的件数
         * @description Count the disputes that wait for an answer, for the desk's first page; nobody is named.
         */
        get: operations["figures_api_accounts_disputes_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/disputes/{dispute_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 答复异议
         * @description Enter the bank's written answer, or give the centre's; each once, and the person is told.
         */
        post: operations["answer_api_accounts_disputes__dispute_id__answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/suspense": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位暂收款
         * @description Return receipts that pay no list, and why (R-DEP-7).
         */
        get: operations["suspense_api_accounts_employers__employer_number__suspense_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/suspense": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 未认领的到账资金
         * @description Return receipts whose payment reference names no list.
         */
        get: operations["unmatched_api_accounts_suspense_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/lists/{list_id}/allotment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请以暂收款缴纳清册
         * @description Propose to book a confirmed list from what lies in suspense, to the fen (R-DEP-7).
         */
        post: operations["allot_api_accounts_lists__list_id__allotment_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/suspense/{bank_serial}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请退款
         * @description Propose to send a receipt, or a part of it, back to the account that it came from (R-DEP-7).
         */
        post: operations["refund_api_accounts_suspense__bank_serial__refund_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位退款记录
         * @description Return what was sent back of an employer's money, latest first.
         */
        get: operations["refunds_api_accounts_employers__employer_number__refunds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 退款记录
         * @description Return everything that was sent back, latest first.
         */
        get: operations["all_refunds_api_accounts_refunds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/employers/{employer_number}/opening-balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 期初差异报告
         * @description Compare what was moved in with the control sums of the former books.
         */
        get: operations["report_api_accounts_employers__employer_number__opening_balances_get"];
        put?: never;
        /**
         * 申请录入期初余额
         * @description Propose an employer's balances from former books; another person signs them too.
         */
        post: operations["propose_api_accounts_employers__employer_number__opening_balances_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/moving-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 期初批次列表
         * @description List the latest movings in, newest first.
         */
        get: operations["batches_api_accounts_moving_ins_get"];
        put?: never;
        /**
         * 新建期初批次
         * @description Begin a moving in of an older system; its files follow, and nothing counts before two people sign.
         */
        post: operations["begin_api_accounts_moving_ins_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/moving-ins/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 期初批次：文件、合计与入账进度
         * @description Return how far a moving in is.
         */
        get: operations["batch_api_accounts_moving_ins__batch_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/moving-ins/{batch_id}/{kind}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传期初文件
         * @description Take a file as xlsx, xls or CSV, of at most 200,000 rows; what is in it is read afterwards.
         */
        post: operations["upload_api_accounts_moving_ins__batch_id___kind__uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/moving-in-files/{file_id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 期初文件：错误明细
         * @description Return every error with its cell, what is allowed, and the rule.
         */
        get: operations["errors_api_accounts_moving_in_files__file_id__errors_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/moving-ins/{batch_id}/differences/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出期初差异报告
         * @description Return former books, files and what is booked side by side: all, employers, people who differ.
         */
        get: operations["differences_api_accounts_moving_ins__batch_id__differences_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/moving-ins/{batch_id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请录入期初批次
         * @description Propose what the files add up to; another person signs it too, then it is booked, employer by employer.
         *
         *     What the second person signs are the very files that the first one did. Employers that could not be booked
         *     are tried again by another signature.
         */
        post: operations["sign_api_accounts_moving_ins__batch_id__signature_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/moving-ins/{batch_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 放弃期初批次
         * @description Give up what nobody has signed; its files are deleted.
         */
        post: operations["drop_api_accounts_moving_ins__batch_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/interest-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 年终结息
         * @description Settle a fund year that is over; asked again, it settles what was left out (R-INT-2, 5).
         */
        post: operations["request_run_api_accounts_interest_runs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/interest-runs/{fund_year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 结息进度
         * @description Return how far a run is.
         */
        get: operations["interest_run_api_accounts_interest_runs__fund_year__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请手工记账凭证
         * @description Propose a voucher by hand (手工凭证): the bank's interest, its fees, the centre's own accounts.
         */
        post: operations["propose_voucher_api_accounts_books_vouchers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/periods/{month}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请月结
         * @description Propose to close a month: refused with everything that bars it (R-BK-1).
         */
        post: operations["propose_closing_api_accounts_books_periods__month__closing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/years/{year}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请年结
         * @description Propose to close a year and distribute its added value (增值收益分配).
         */
        post: operations["propose_year_api_accounts_books_years__year__closing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 会计期间
         * @description Return the months of the books, latest first.
         */
        get: operations["periods_api_accounts_books_periods_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/periods/{month}/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 试算平衡表
         * @description Return every subject's opening, movement and closing of a month.
         */
        get: operations["trial_balance_api_accounts_books_periods__month__trial_balance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/periods/{month}/balance-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 资产负债表
         * @description Return assets, liabilities and net assets at the end of a month.
         */
        get: operations["balance_sheet_api_accounts_books_periods__month__balance_sheet_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/periods/{month}/added-value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 增值收益表
         * @description Return income and expense of the year up to a month.
         */
        get: operations["added_value_api_accounts_books_periods__month__added_value_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/periods/{month}/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 记账凭证
         * @description Return the vouchers of a month by number, with their lines.
         */
        get: operations["vouchers_api_accounts_books_periods__month__vouchers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/periods/{month}/trial-balance/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出试算平衡表
         * @description Return the trial balance of a month as a file.
         */
        get: operations["trial_balance_file_api_accounts_books_periods__month__trial_balance_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/periods/{month}/balance-sheet/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出资产负债表
         * @description Return the balance sheet at the end of a month as a file.
         */
        get: operations["balance_sheet_file_api_accounts_books_periods__month__balance_sheet_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/periods/{month}/added-value/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出增值收益表
         * @description Return income and expense of the year up to a month as a file.
         */
        get: operations["added_value_file_api_accounts_books_periods__month__added_value_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/books/periods/{month}/vouchers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出记账凭证
         * @description Return the vouchers of a month line by line as a file, as accounting programs read them in.
         */
        get: operations["vouchers_file_api_accounts_books_periods__month__vouchers_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/penalties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位行政处罚
         * @description List fines on an employer, or on all, the latest first.
         */
        get: operations["penalties_api_accounts_penalties_get"];
        put?: never;
        /**
         * 对单位作出行政处罚
         * @description Propose a fine on an employer; once a senior agrees, the credit platform drafts its row (R-CRD-4).
         */
        post: operations["fine_api_accounts_penalties_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/penalties/{penalty_id}/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销行政处罚
         * @description Propose to take a fine back; nobody is shown it any more.
         */
        post: operations["lift_api_accounts_penalties__penalty_id__lifting_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/my/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 删除个人信息：删什么、留什么、留到何时
         * @description Say what would go at once, what the law keeps until when, and how one's request stands.
         */
        get: operations["my_erasure_api_accounts_my_erasure_get"];
        put?: never;
        /**
         * 请求删除个人信息
         * @description Ask for it, confirmed with a fresh code: phone and logins go once loans has nothing against it.
         */
        post: operations["erase_api_accounts_my_erasure_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/calculators/deposit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 缴存试算
         * @description Say what is contributed each month for a wage, by today's limits and rounding (R-DEP-1 to 4).
         */
        get: operations["deposit_api_accounts_calculators_deposit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/policies": {
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
        get: operations["policies_api_accounts_policies_get"];
        put?: never;
        /**
         * 提出政策变更
         * @description Propose a draft; it is in force from its day on once another person agrees before that day.
         */
        post: operations["propose_api_accounts_policies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/policies/preview": {
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
        post: operations["try_draft_api_accounts_policies_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/policies/proposals/{proposal_id}/preview": {
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
        get: operations["try_proposed_api_accounts_policies_proposals__proposal_id__preview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/proposals": {
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
        get: operations["list_proposals_api_accounts_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/proposals/{proposal_id}": {
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
        get: operations["proposal_api_accounts_proposals__proposal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/proposals/{proposal_id}/decision": {
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
        post: operations["decide_api_accounts_proposals__proposal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/proposals/{proposal_id}/withdrawal": {
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
        post: operations["withdraw_api_accounts_proposals__proposal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/proposals/{proposal_id}/papers/uploads": {
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
        post: operations["attach_api_accounts_proposals__proposal_id__papers_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/proposals/{proposal_id}/papers/{paper_id}": {
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
        get: operations["fetch_api_accounts_proposals__proposal_id__papers__paper_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/personal-data": {
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
        get: operations["kept_of_me_api_accounts_personal_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/personal-data/{table}": {
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
        get: operations["rows_of_me_api_accounts_personal_data__table__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/parked": {
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
        get: operations["parked_api_accounts_parked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/queues": {
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
        get: operations["queues_api_accounts_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/parked/{queue}/replays": {
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
        post: operations["replay_api_accounts_parked__queue__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/parked/{queue}/settings-aside": {
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
        post: operations["set_aside_api_accounts_parked__queue__settings_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/audit": {
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
        get: operations["audit_trail_api_accounts_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/jobs": {
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
        get: operations["jobs_api_accounts_jobs_get"];
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
         * Acceptance
         * @description What is accepted: exactly what was previewed.
         */
        Acceptance: {
            /**
             * Digest
             * @description The digest (摘要) that the preview shows.
             * @example 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
             */
            digest: string;
        };
        /**
         * Account
         * @description An individual account as its owner and the staff see it (R-QRY-1).
         */
        Account: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /**
             * Name
             * @description Name (姓名), masked (R-QRY-5).
             */
            name: string;
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             */
            id_number: string;
            /**
             * Id Type
             * @description Kind of identity document (证件类型), code of JGJ/T 320 A.1.
             */
            id_type: string;
            /**
             * Id Type Text
             * @description The kind of document in Chinese.
             */
            id_type_text: string;
            /**
             * Phone
             * @description Mobile phone number (手机号码); masked in answers (R-QRY-5).
             */
            phone: string;
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
             * State
             * @description Personal account state (个人账户状态), code of JGJ/T 320 A.6: 01 normal, 02 sealed, 05 closed by
             *     withdrawal, 06 frozen.
             */
            state: string;
            /**
             * State Text
             * @description Remittance state (汇缴状态): 封存 for a sealed account (R-QRY-2).
             */
            state_text: string;
            /**
             * Balance Fen
             * @description Balance (余额). In fen (分), 1/100 yuan.
             */
            balance_fen: number;
            /**
             * Balance Text
             * @description The balance in yuan, as people read it.
             */
            balance_text: string;
            /**
             * Frozen Fen
             * @description Part of the balance that is held for a payout or a repayment (冻结金额). In fen (分), 1/100 yuan.
             */
            frozen_fen: number;
            /**
             * Available Fen
             * @description Balance less what is held (可用余额). In fen (分), 1/100 yuan.
             */
            available_fen: number;
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
             * @description Both sides, by the base and ratios of today. In fen (分), 1/100 yuan.
             */
            monthly_deposit_fen: number;
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
             * Owed Months
             * @description Months of employment that the employer has not contributed in time.
             */
            owed_months: string[];
            /**
             * Deferred Months
             * @description Months that it was agreed to contribute later (缓缴): they are not owed (R-DEP-9).
             */
            deferred_months: string[];
            /**
             * Sealed On
             * @description Day of the seal (封存), R-SEAL-3.
             */
            sealed_on: string | null;
            /**
             * Sealed From Month
             * @description First month without contributions because of the seal, YYYY-MM (R-SEAL-3).
             */
            sealed_from_month: string | null;
            /**
             * Seal Reason
             * @description Why the account is sealed (封存原因), R-SEAL-3.
             */
            seal_reason: string | null;
            /**
             * Closed On
             * @description Day on which the account was closed (销户).
             */
            closed_on: string | null;
        };
        /**
         * AccountHistory
         * @description What happened to an account besides money, latest first.
         */
        AccountHistory: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["HistoryLine"][];
        };
        /**
         * AccountNumbers
         * @description Account numbers of one person, the open one first.
         */
        AccountNumbers: {
            /**
             * Account Numbers
             * @description Individual account numbers (个人账号), the open one first.
             */
            account_numbers: string[];
        };
        /**
         * AccountState
         * @description Personal account state (个人账户状态), appendix A.6; what 汇缴状态 shows.
         * @enum {string}
         */
        AccountState: "01" | "02" | "03" | "04" | "05" | "06";
        /**
         * AddedValue
         * @description Statement of added value (增值收益表): income and expense of a year up to a month.
         */
        AddedValue: {
            /**
             * Month
             * @description Up to and with this month, YYYY-MM.
             * @example 2026-10
             */
            month: string;
            /**
             * Income
             * @description Income by subject (业务收入).
             */
            income: components["schemas"]["Position"][];
            /**
             * Expense
             * @description Expense by subject (业务支出).
             */
            expense: components["schemas"]["Position"][];
            /**
             * Income Fen
             * @description Sum of the income (业务收入合计), in fen.
             */
            income_fen: number;
            /**
             * Expense Fen
             * @description Sum of the expense (业务支出合计), in fen.
             */
            expense_fen: number;
            /**
             * Added Value Fen
             * @description Income less expense (增值收益), in fen.
             */
            added_value_fen: number;
        };
        /**
         * AgreementBody
         * @description The online agreement (网上业务协议), and why it is recorded.
         */
        AgreementBody: {
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
             * Version
             * @description Version of the text that is signed.
             */
            version: string;
            /**
             * Signed On
             * @description Day of the signature; today if left out of a request.
             */
            signed_on?: string | null;
        };
        /**
         * AllotmentBody
         * @description Receipts, or parts of them, that together equal a confirmed list to the fen.
         */
        AllotmentBody: {
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
             * Parts
             * @description What is taken of which receipt; together the list's total.
             */
            parts: components["schemas"]["PartBody"][];
        };
        /**
         * AnswerBody
         * @description What the centre answers.
         */
        AnswerBody: {
            /**
             * Text
             * @description The answer (答复); the person reads it, and so does the employer if it sees the complaint.
             */
            text: string;
        };
        /**
         * Answered
         * @description What was made or answered.
         */
        Answered: {
            /**
             * Id
             * Format: uuid
             * @description Of the transfer, or of the request.
             */
            id: string;
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
         * BackMonthBody
         * @description A person's month that is to be paid back.
         */
        BackMonthBody: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Month
             * @description Contribution month (汇缴月份), YYYY-MM.
             * @example 2026-03
             */
            month: string;
            /**
             * Wage Fen
             * @description The average monthly wage that counted then; the base in force if left out. In fen (分), 1/100 yuan.
             */
            wage_fen?: number | null;
        };
        /**
         * BackPayment
         * @description A back-payment list (补缴清单).
         */
        BackPayment: {
            /**
             * Id
             * Format: uuid
             * @description The back payment's id.
             */
            id: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * State
             * @description `draft`, `confirmed`, `booked` or `withdrawn`.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Payment Reference
             * @description What the employer writes as the remittance information of its payment.
             */
            payment_reference: string;
            /**
             * Head Count
             * @description Employees on the list (人数).
             */
            head_count: number;
            /**
             * Employer Fen
             * @description The employers' side (单位缴存额). In fen (分), 1/100 yuan.
             */
            employer_fen: number;
            /**
             * Employee Fen
             * @description The employees' side (个人缴存额). In fen (分), 1/100 yuan.
             */
            employee_fen: number;
            /**
             * Total Fen
             * @description Both sides of all months (合计): what the receipts must equal to the fen (R-DEP-7).
             */
            total_fen: number;
            /**
             * Total Text
             * @description The total in yuan, as people read it.
             */
            total_text: string;
            /**
             * Bank Serial
             * @description Serial number of the last receipt that paid it (银行流水号).
             */
            bank_serial: string | null;
            /**
             * Created At
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Confirmed At
             * @description When the employer confirmed it; from then on it is frozen.
             */
            confirmed_at: string | null;
            /**
             * Booked At
             * @description When it was booked to the persons (R-DEP-8).
             */
            booked_at: string | null;
        };
        /**
         * BackPaymentBody
         * @description Which months are paid back.
         */
        BackPaymentBody: {
            /**
             * Items
             * @description People's months; without any, every month that is owed or deferred and no list will bring.
             * @default []
             */
            items: components["schemas"]["BackMonthBody"][];
        };
        /**
         * BackPaymentLine
         * @description A person's month on a back payment.
         */
        BackPaymentLine: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Name
             * @description Name (姓名) as the employer gave it.
             */
            name: string;
            /**
             * Month
             * @description Contribution month (汇缴月份), YYYY-MM.
             * @example 2026-10
             */
            month: string;
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
             * Employer Fen
             * @description The employers' side (单位缴存额). In fen (分), 1/100 yuan.
             */
            employer_fen: number;
            /**
             * Employee Fen
             * @description The employees' side (个人缴存额). In fen (分), 1/100 yuan.
             */
            employee_fen: number;
        };
        /**
         * BackPaymentLinePage
         * @description Lines of a back payment, by account number and month.
         */
        BackPaymentLinePage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["BackPaymentLine"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * BackPaymentPage
         * @description Back payments, latest first.
         */
        BackPaymentPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["BackPayment"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * BalanceSheet
         * @description Balance sheet (资产负债表) at the end of a month: assets equal liabilities and net assets.
         */
        BalanceSheet: {
            /**
             * Month
             * @description At the end of this month, YYYY-MM.
             * @example 2026-10
             */
            month: string;
            /**
             * Assets
             * @description Assets (资产).
             */
            assets: components["schemas"]["Position"][];
            /**
             * Liabilities
             * @description Liabilities (负债).
             */
            liabilities: components["schemas"]["Position"][];
            /**
             * Net Assets
             * @description With the result of the year so far, and what was moved in without its counterpart (期初过渡).
             */
            net_assets: components["schemas"]["Position"][];
            /**
             * Assets Fen
             * @description Sum of the assets (资产合计), in fen.
             */
            assets_fen: number;
            /**
             * Liabilities Fen
             * @description Sum of the liabilities (负债合计), in fen.
             */
            liabilities_fen: number;
            /**
             * Net Assets Fen
             * @description Sum of the net assets (净资产合计), in fen.
             */
            net_assets_fen: number;
        };
        /**
         * BaseBody
         * @description One account's contribution base from a month on.
         */
        BaseBody: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Base Fen
             * @description 缴存基数，分 In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
            /**
             * Effective Month
             * @description Contribution month from which it holds, YYYY-MM (R-CHG-2).
             * @example 2026-03
             */
            effective_month: string;
            /**
             * Reason
             * @description Why it changes outside July (R-CHG-3).
             * @default
             */
            reason: string;
        };
        /**
         * BaseRow
         * @description A row that sets a base (基数调整).
         */
        BaseRow: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Base Fen
             * @description 缴存基数，分 In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
            /**
             * Effective Month
             * @description Contribution month from which it holds, YYYY-MM (R-CHG-2).
             * @example 2026-03
             */
            effective_month: string;
            /**
             * Reason
             * @description Why it changes outside July (R-CHG-3).
             * @default
             */
            reason: string;
            /**
             * @description What kind of change the row is (变更类型). (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "base";
        };
        /**
         * BasesBody
         * @description Bases to be changed, all or none.
         */
        BasesBody: {
            /**
             * Reason
             * @description Why the centre does it (代办理由); needed of staff, whose proposal another person decides.
             */
            reason?: string | null;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence?: string[];
            /**
             * Items
             * @description The changes; all are made or none.
             */
            items: components["schemas"]["BaseBody"][];
        };
        /**
         * BusinessType
         * @description Collection and withdrawal type (归集和提取业务类型), appendix A.5.
         * @enum {string}
         */
        BusinessType: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "14" | "15" | "77" | "99";
        /**
         * CentreSealBody
         * @description A seal in the employer's stead (R-SEAL-7), on the employee's evidence.
         */
        CentreSealBody: {
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
            /** @description Why (封存原因), R-SEAL-3. */
            seal_reason: components["schemas"]["SealReason"];
            /**
             * Employment Ended On
             * Format: date
             * @description Last day of the employment; the centre may seal 30 days later (R-SEAL-7).
             */
            employment_ended_on: string;
            /**
             * Sealed On
             * @description Day of the seal; today if left out.
             */
            sealed_on?: string | null;
            /**
             * Effective Month
             * @description From which month nothing is contributed; the month of sealing, or the one after the last
             *     paid.
             * @example 2026-10
             */
            effective_month?: string | null;
        };
        /**
         * Change
         * @description Something that was changed of somebody's account, besides money.
         */
        Change: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Name
             * @description Name (姓名), masked.
             */
            name: string;
            /**
             * On Date
             * Format: date
             * @description Business date on which it happened.
             */
            on_date: string;
            /**
             * Business Type
             * @description Business type (归集和提取业务类型), code of JGJ/T 320 A.5.
             */
            business_type: string;
            /**
             * Business Text
             * @description The business type in Chinese.
             */
            business_text: string;
            /**
             * State After
             * @description State of the account from then on, code of JGJ/T 320 A.6.
             */
            state_after: string;
            /**
             * Reason
             * @description Why or what, in Chinese; of a base, its month and the base in fen.
             */
            reason: string;
            /**
             * Evidence
             * @description Numbers of the documents that show it; empty where there are none.
             */
            evidence: string;
            /**
             * Entered At
             * Format: date-time
             * @description When it was entered.
             */
            entered_at: string;
        };
        /**
         * ChangeDone
         * @description What became of one row.
         */
        ChangeDone: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Remark
             * @description What to look at: a base outside its limits, months that stay owed.
             */
            remark: string | null;
        };
        /**
         * ChangePage
         * @description Changes, latest first.
         */
        ChangePage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Change"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * ChangedBases
         * @description Changed bases, in the order of the request.
         */
        ChangedBases: {
            /**
             * Count
             * @description Accounts that were changed.
             */
            count: number;
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["NewBaseShown"][];
        };
        /**
         * ChangesBody
         * @description A list of changes (汇缴变更), done whole or not at all.
         */
        ChangesBody: {
            /**
             * Reason
             * @description Why the centre does it (代办理由); needed of staff, whose proposal another person decides.
             */
            reason?: string | null;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence?: string[];
            /**
             * Items
             * @description The rows; each says its kind.
             */
            items: (components["schemas"]["SealRow"] | components["schemas"]["UnsealRow"] | components["schemas"]["BaseRow"])[];
        };
        /**
         * ChangesDone
         * @description A list of changes that was done.
         */
        ChangesDone: {
            /**
             * Count
             * @description Rows that were done.
             */
            count: number;
            /**
             * Items
             * @description What became of each, in the order of the request.
             */
            items: components["schemas"]["ChangeDone"][];
        };
        /**
         * ChangesPreview
         * @description What a list of changes would do; nothing is changed.
         */
        ChangesPreview: {
            /** @description The month's list against the last one that is booked. */
            rolled: components["schemas"]["Rolled"];
            /**
             * Limits Crossed
             * @description People whose base is outside the limits, with the allowed interval (R-DEP-4).
             */
            limits_crossed: components["schemas"]["ChangeDone"][];
            /**
             * Items
             * @description What would become of each row.
             */
            items: components["schemas"]["ChangeDone"][];
        };
        /**
         * ClosingBody
         * @description Why a month is closed.
         */
        ClosingBody: {
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
         * CodeEntered
         * @description A code as it came by text.
         */
        CodeEntered: {
            /**
             * Code Id
             * Format: uuid
             * @description The code's id, as it was answered when it was asked for.
             */
            code_id: string;
            /**
             * Code
             * @description The six digits.
             */
            code: string;
        };
        /**
         * CodeSent
         * @description A code is on its way.
         */
        CodeSent: {
            /**
             * Code Id
             * Format: uuid
             * @description Under which it is entered.
             */
            code_id: string;
            /**
             * Expires At
             * Format: date-time
             * @description Until when it is good.
             */
            expires_at: string;
            /**
             * Again After Seconds
             * @description When another one may be asked for.
             */
            again_after_seconds: number;
        };
        /**
         * CodeWanted
         * @description Whose phone is to be proven.
         */
        CodeWanted: {
            /**
             * Phone
             * @description The first operator's own phone number.
             * @example 13905340001
             */
            phone: string;
        };
        /**
         * Complaint
         * @description A complaint as the person sees it.
         */
        Complaint: {
            /**
             * Id
             * Format: uuid
             * @description The complaint's id.
             */
            id: string;
            /**
             * Employer Name
             * @description Whom it is about.
             */
            employer_name: string;
            /**
             * Months
             * @description The months that were not paid, YYYY-MM.
             */
            months: string[];
            /**
             * Words
             * @description What the person says.
             */
            words: string;
            /**
             * Unseen By Employer
             * @description Whether the employer must not see it.
             */
            unseen_by_employer: boolean;
            /**
             * State
             * @description `open` or `answered`.
             * @enum {string}
             */
            state: "open" | "answered";
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Made At
             * Format: date-time
             * @description When it was made.
             */
            made_at: string;
            /**
             * Answer
             * @description What the centre answers.
             */
            answer: string | null;
            /**
             * Answered At
             * @description When it was answered.
             */
            answered_at: string | null;
        };
        /**
         * ComplaintBody
         * @description A complaint about one's own months that the employer has not paid.
         */
        ComplaintBody: {
            /**
             * Months
             * @description Which of the owed months; without any, all of them.
             * @default []
             */
            months: string[];
            /**
             * Words
             * @description What the person says (反映内容).
             */
            words: string;
            /**
             * Unseen By Employer
             * @description Whether the employer must not see it; so unless the person says otherwise.
             * @default true
             */
            unseen_by_employer: boolean;
        };
        /**
         * ComplaintCase
         * @description A complaint as the centre, or an employer that may, sees it.
         */
        ComplaintCase: {
            /**
             * Id
             * Format: uuid
             * @description The complaint's id.
             */
            id: string;
            /**
             * Employer Name
             * @description Whom it is about.
             */
            employer_name: string;
            /**
             * Months
             * @description The months that were not paid, YYYY-MM.
             */
            months: string[];
            /**
             * Words
             * @description What the person says.
             */
            words: string;
            /**
             * Unseen By Employer
             * @description Whether the employer must not see it.
             */
            unseen_by_employer: boolean;
            /**
             * State
             * @description `open` or `answered`.
             * @enum {string}
             */
            state: "open" | "answered";
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Made At
             * Format: date-time
             * @description When it was made.
             */
            made_at: string;
            /**
             * Answer
             * @description What the centre answers.
             */
            answer: string | null;
            /**
             * Answered At
             * @description When it was answered.
             */
            answered_at: string | null;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Name
             * @description Whose it is (姓名).
             */
            name: string;
            /**
             * Answered By Name
             * @description Who answered it, masked.
             */
            answered_by_name: string | null;
        };
        /**
         * ComplaintPage
         * @description Complaints, page by page.
         */
        ComplaintPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["ComplaintCase"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * Complaints
         * @description A person's complaints, latest first.
         */
        Complaints: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Complaint"][];
        };
        /**
         * ConfirmationBody
         * @description What an operator confirms, so that the confirmation can name it; or why staff do it.
         */
        ConfirmationBody: {
            /**
             * Reason
             * @description Why the centre does it (代办理由); needed of staff, whose proposal another person decides.
             */
            reason?: string | null;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence?: string[];
            /**
             * Total Fen
             * @description Total of the list as it was shown, fen; another total is refused.
             * @example 96000
             */
            total_fen?: number | null;
        };
        /**
         * ConsentBody
         * @description What the person says to it.
         */
        ConsentBody: {
            /**
             * Agree
             * @description Whether the account may move.
             */
            agree: boolean;
        };
        /**
         * CorrectionBody
         * @description What of a person's month does not belong there, and whose it is.
         */
        CorrectionBody: {
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
             * Month
             * @description Contribution month (汇缴月份), YYYY-MM.
             * @example 2026-03
             */
            month: string;
            /**
             * Employer Fen
             * @description The employers' side (单位缴存额). In fen (分), 1/100 yuan.
             * @example 48000
             */
            employer_fen: number;
            /**
             * Employee Fen
             * @description The employees' side (个人缴存额). In fen (分), 1/100 yuan.
             * @example 48000
             */
            employee_fen: number;
            /**
             * To Account Number
             * @description The account that it belongs to; none for the employer's suspense (暂收).
             */
            to_account_number?: string | null;
        };
        /**
         * Corrections
         * @description What was typed in the stead of bad cells of an uploaded list (改正).
         */
        Corrections: {
            /**
             * Cells
             * @description Each bad cell once, with what is to stand there.
             */
            cells: components["schemas"]["TypedCell"][];
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
         * Deferral
         * @description A deferral that was agreed.
         */
        Deferral: {
            /**
             * Id
             * Format: uuid
             * @description The deferral's id.
             */
            id: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * From Month
             * @description The first month of it, YYYY-MM.
             */
            from_month: string;
            /**
             * Until Month
             * @description The last month of it, YYYY-MM.
             */
            until_month: string;
            /**
             * Catch Up By
             * Format: date
             * @description Until when its months may be paid.
             */
            catch_up_by: string;
            /**
             * Resolution Number
             * @description Number of the resolution.
             */
            resolution_number: string;
            /**
             * Resolution On
             * Format: date
             * @description Day of the resolution.
             */
            resolution_on: string;
            /**
             * Decided At
             * Format: date-time
             * @description When two people had agreed on it.
             */
            decided_at: string;
        };
        /**
         * DeferralBody
         * @description What an employer in hardship asks for, on the resolution of its staff (R-DEP-9).
         */
        DeferralBody: {
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
             * From Month
             * @description The first month of it, YYYY-MM.
             * @example 2026-03
             */
            from_month: string;
            /**
             * Until Month
             * @description The last month of it, YYYY-MM.
             * @example 2026-03
             */
            until_month: string;
            /**
             * Catch Up By
             * Format: date
             * @description The last day on which its months may be paid; from then on they are owed.
             */
            catch_up_by: string;
            /**
             * Resolution Number
             * @description Number of the resolution of the staff congress or union (职工代表大会或工会决议).
             */
            resolution_number: string;
            /**
             * Resolution On
             * Format: date
             * @description Day of the resolution.
             */
            resolution_on: string;
        };
        /**
         * Deferrals
         * @description An employer's deferrals, latest first.
         */
        Deferrals: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Deferral"][];
        };
        /**
         * DepositCalculated
         * @description What is contributed each month (缴存试算).
         */
        DepositCalculated: {
            /**
             * Base Fen
             * @description The base that is counted. In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
            /**
             * Employer Fen
             * @description The employer's part. In fen (分), 1/100 yuan.
             */
            employer_fen: number;
            /**
             * Employee Fen
             * @description The employee's part. In fen (分), 1/100 yuan.
             */
            employee_fen: number;
            /**
             * Total Fen
             * @description Both. In fen (分), 1/100 yuan.
             */
            total_fen: number;
            /**
             * Remark
             * @description Why the base is not the wage, where it is not.
             */
            remark: string | null;
            /**
             * Ratios Allowed
             * @description Whether both ratios are within today's limits.
             */
            ratios_allowed: boolean;
            /**
             * Ratio Min Bp
             * @description The least ratio. In basis points, 1/100 of a percent.
             */
            ratio_min_bp: number;
            /**
             * Ratio Max Bp
             * @description The highest ratio. In basis points, 1/100 of a percent.
             */
            ratio_max_bp: number;
        };
        /**
         * Dispute
         * @description A dispute as the person sees it.
         */
        Dispute: {
            /**
             * Id
             * Format: uuid
             * @description The dispute's id.
             */
            id: string;
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Entry Id
             * @description The booked row; none: the balance as a whole.
             */
            entry_id: number | null;
            /**
             * Entry Booked On
             * @description Day on which that row was booked.
             */
            entry_booked_on: string | null;
            /**
             * Entry Text
             * @description What kind of row it is, in Chinese.
             */
            entry_text: string | null;
            /**
             * Entry Amount Fen
             * @description Amount of that row. In fen (分), 1/100 yuan.
             */
            entry_amount_fen: number | null;
            /**
             * Words
             * @description What the person says.
             */
            words: string;
            /** @description `at_bank`, `bank_answered`, `at_centre` or `centre_answered`. */
            state: components["schemas"]["DisputeState"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Made At
             * Format: date-time
             * @description When it was made.
             */
            made_at: string;
            /**
             * Due On
             * Format: date
             * @description Last day of whoever is to answer, five working days.
             */
            due_on: string;
            /**
             * Late
             * @description Whether the answer is late.
             */
            late: boolean;
            /**
             * May Object
             * @description Whether the person may turn to the centre now.
             */
            may_object: boolean;
            /**
             * Bank Answer
             * @description What the bank answered, in writing.
             */
            bank_answer: string | null;
            /**
             * Bank Answered At
             * @description When that was entered.
             */
            bank_answered_at: string | null;
            /**
             * Objection
             * @description What the person said to the centre.
             */
            objection: string | null;
            /**
             * Objected At
             * @description When the person turned to the centre.
             */
            objected_at: string | null;
            /**
             * Centre Answer
             * @description What the centre answered, in writing.
             */
            centre_answer: string | null;
            /**
             * Answered At
             * @description When the centre answered.
             */
            answered_at: string | null;
        };
        /**
         * DisputeAnswerBody
         * @description An answer in writing.
         */
        DisputeAnswerBody: {
            /**
             * Text
             * @description The answer (书面答复); the person reads it.
             */
            text: string;
        };
        /**
         * DisputeBody
         * @description What somebody disputes.
         */
        DisputeBody: {
            /**
             * Entry Id
             * @description The booked row (缴存明细); none: the balance as a whole.
             */
            entry_id?: number | null;
            /**
             * Words
             * @description What is wrong (异议内容).
             */
            words: string;
        };
        /**
         * DisputeCase
         * @description A dispute as the centre sees it.
         */
        DisputeCase: {
            /**
             * Id
             * Format: uuid
             * @description The dispute's id.
             */
            id: string;
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Entry Id
             * @description The booked row; none: the balance as a whole.
             */
            entry_id: number | null;
            /**
             * Entry Booked On
             * @description Day on which that row was booked.
             */
            entry_booked_on: string | null;
            /**
             * Entry Text
             * @description What kind of row it is, in Chinese.
             */
            entry_text: string | null;
            /**
             * Entry Amount Fen
             * @description Amount of that row. In fen (分), 1/100 yuan.
             */
            entry_amount_fen: number | null;
            /**
             * Words
             * @description What the person says.
             */
            words: string;
            /** @description `at_bank`, `bank_answered`, `at_centre` or `centre_answered`. */
            state: components["schemas"]["DisputeState"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Made At
             * Format: date-time
             * @description When it was made.
             */
            made_at: string;
            /**
             * Due On
             * Format: date
             * @description Last day of whoever is to answer, five working days.
             */
            due_on: string;
            /**
             * Late
             * @description Whether the answer is late.
             */
            late: boolean;
            /**
             * May Object
             * @description Whether the person may turn to the centre now.
             */
            may_object: boolean;
            /**
             * Bank Answer
             * @description What the bank answered, in writing.
             */
            bank_answer: string | null;
            /**
             * Bank Answered At
             * @description When that was entered.
             */
            bank_answered_at: string | null;
            /**
             * Objection
             * @description What the person said to the centre.
             */
            objection: string | null;
            /**
             * Objected At
             * @description When the person turned to the centre.
             */
            objected_at: string | null;
            /**
             * Centre Answer
             * @description What the centre answered, in writing.
             */
            centre_answer: string | null;
            /**
             * Answered At
             * @description When the centre answered.
             */
            answered_at: string | null;
            /**
             * Name
             * @description Name (姓名), masked.
             */
            name: string;
            /**
             * Bank Entered Name
             * @description Who entered the bank's answer, masked.
             */
            bank_entered_name: string | null;
            /**
             * Answered By Name
             * @description Who answered for the centre, masked.
             */
            answered_by_name: string | null;
        };
        /**
         * DisputePage
         * @description Disputes, oldest first.
         */
        DisputePage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["DisputeCase"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * DisputeState
         * @description Where a dispute is.
         * @enum {string}
         */
        DisputeState: "at_bank" | "bank_answered" | "at_centre" | "centre_answered";
        /**
         * Disputes
         * @description A person's disputes, latest first.
         */
        Disputes: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Dispute"][];
        };
        /**
         * DisputesWaiting
         * @description How many disputes wait for an answer (待答复异议); nobody is named.
         */
        DisputesWaiting: {
            /**
             * Waiting
             * @description Of the bank and of the centre together.
             */
            waiting: number;
            /**
             * Late
             * @description Of them, those whose last day has passed (R-QRY-4).
             */
            late: number;
            /**
             * Next Due On
             * @description The first last day; null: none waits.
             */
            next_due_on: string | null;
        };
        /**
         * DraftBody
         * @description What is filled in now, and from what it was made.
         */
        DraftBody: {
            /**
             * Version
             * @description Version of the draft that was read before; 0 where there was none.
             */
            version: number;
            /**
             * Content
             * @description What is filled in, as the page writes it (JSON); none ends the draft.
             */
            content: string | null;
        };
        /**
         * EmployeeBody
         * @description Somebody whose account is to be opened; read row by row, so that every flaw is told at once.
         */
        EmployeeBody: {
            /**
             * Name
             * @description Name of the employee (姓名).
             */
            name: string;
            /**
             * @description Type of the identity document (证件类型), A.1.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             */
            id_number: string;
            /**
             * Phone
             * @description Mobile phone number (手机号码); masked in answers (R-QRY-5).
             */
            phone: string;
            /**
             * Base Fen
             * @description 缴存基数，分 In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
            /**
             * Opened On
             * @description Today if left out; an earlier day only by staff.
             */
            opened_on?: string | null;
        };
        /**
         * Employer
         * @description An employer (缴存单位).
         */
        Employer: {
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * Name
             * @description Name (单位名称).
             */
            name: string;
            /**
             * Social Credit Code
             * @description Unified social credit code (统一社会信用代码), 18 characters (R-CHK-3).
             * @example 91110000600037341L
             */
            social_credit_code: string;
            /**
             * State
             * @description Unit account state (单位账户状态), code of JGJ/T 320 A.4: 01 for normal.
             */
            state: string;
            /**
             * Payday
             * @description Day of the month on which wages are paid (发薪日), 1 to 31.
             * @example 10
             */
            payday: number;
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
             * Registered On
             * Format: date
             * @description Day of registration (缴存登记), R-ACC-6; today if left out of a request.
             */
            registered_on: string;
            /**
             * Set Up On
             * @description Day on which it was set up (单位设立日期), where it is known.
             */
            set_up_on: string | null;
            /**
             * Registered Late Days
             * @description By how many days it registered too late (R-ACC-6), where that is known.
             */
            registered_late_days: number | null;
            /**
             * Paid Up To
             * @description Last contributed month (缴至年月), YYYY-MM; none before the first.
             * @example 2026-09
             */
            paid_up_to: string | null;
            /**
             * Agreement Version
             * @description Version of the online agreement (网上业务协议) in force; none: no online work (R-ACC-1).
             */
            agreement_version: string | null;
            /**
             * Agreement Signed On
             * @description Day on which that agreement was signed.
             */
            agreement_signed_on: string | null;
            /**
             * Agreement Revoked On
             * @description Day on which it was revoked (R-ACC-9).
             */
            agreement_revoked_on: string | null;
            /**
             * Suspense Fen
             * @description Received and not booked to persons (暂收). In fen (分), 1/100 yuan.
             */
            suspense_fen: number;
            /**
             * Due On
             * @description Last day on which the next month to be remitted is in time (R-DEP-5).
             */
            due_on: string | null;
            /**
             * Overdue Months
             * @description Months whose list is not booked in time.
             */
            overdue_months: string[];
        };
        /**
         * EmployerPage
         * @description Employers, by number.
         */
        EmployerPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Employer"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * EmployerReminder
         * @description What an employer is late with.
         * @enum {string}
         */
        EmployerReminder: "accounts_missing" | "remittance_late";
        /**
         * Entered
         * @description Whoever has proven the phone may fill in the registration that belongs to it.
         */
        Entered: {
            /**
             * Registration Id
             * Format: uuid
             * @description Its id.
             */
            registration_id: string;
            /**
             * Token
             * @description To be sent as the bearer token with everything about this registration, and with nothing else.
             */
            token: string;
            /**
             * Until
             * Format: date-time
             * @description Then the phone is proven again.
             */
            until: string;
        };
        /**
         * Entry
         * @description One booked row (缴存明细).
         */
        Entry: {
            /**
             * Id
             * @description Number of the entry; later ones are higher.
             */
            id: number;
            /**
             * Booked On
             * Format: date
             * @description Business date of the booking (记账日期).
             */
            booked_on: string;
            /**
             * Value Date
             * Format: date
             * @description From which day the money earns interest (起息日), R-INT-1.
             */
            value_date: string;
            /**
             * Business Type
             * @description Business type (归集和提取业务类型), code of JGJ/T 320 A.5.
             */
            business_type: string;
            /**
             * Business Text
             * @description The business type in Chinese.
             */
            business_text: string;
            /**
             * Withdrawal Reason
             * @description Withdrawal reason (提取原因), code of JGJ/T 320 A.7: 06 for an offset (冲还贷), else not known
             *     here.
             */
            withdrawal_reason: string | null;
            /**
             * Withdrawal Reason Text
             * @description The withdrawal reason in Chinese.
             */
            withdrawal_reason_text: string | null;
            /**
             * Reversal
             * @description True for an entry that undoes another one (冲账), R-BK-2.
             */
            reversal: boolean;
            /**
             * Amount Fen
             * @description Amount; negative for what left the account. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Amount Text
             * @description The amount in yuan, as people read it.
             * @example 23,420.00
             */
            amount_text: string;
            /**
             * Contribution Month
             * @description The month that was contributed for, YYYY-MM; none where it is no contribution.
             */
            contribution_month: string | null;
            /**
             * Balance After Fen
             * @description Balance once it is booked (余额). In fen (分), 1/100 yuan.
             */
            balance_after_fen: number;
        };
        /**
         * EntryPage
         * @description Entries, latest first.
         */
        EntryPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Entry"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * EntryTotals
         * @description What the rows that are asked for come to (合计).
         */
        EntryTotals: {
            /**
             * Booked From
             * @description First day that was asked for; none: from the beginning.
             */
            booked_from: string | null;
            /**
             * Booked Until
             * @description Last day that was asked for; none: until now.
             */
            booked_until: string | null;
            /**
             * Entries
             * @description Number of rows.
             */
            entries: number;
            /**
             * In Fen
             * @description What came in. In fen (分), 1/100 yuan.
             */
            in_fen: number;
            /**
             * Out Fen
             * @description What went out, as a positive amount. In fen (分), 1/100 yuan.
             */
            out_fen: number;
            /**
             * Opening Balance Fen
             * @description Balance before the first day, whatever the business type that was asked for. In fen (分), 1/100 yuan.
             */
            opening_balance_fen: number;
            /**
             * Closing Balance Fen
             * @description Balance after the last day, whatever the business type that was asked for. In fen (分), 1/100 yuan.
             */
            closing_balance_fen: number;
            /**
             * By Business Type
             * @description The same by business type, those that have rows.
             */
            by_business_type: components["schemas"]["TypeTotal"][];
        };
        /**
         * Erasing
         * @description How a person's request stands, and what would come of it.
         */
        Erasing: {
            /** @description None of whom nothing was asked. */
            state: components["schemas"]["ErasureState"] | null;
            /**
             * State Text
             * @description The same in Chinese.
             */
            state_text: string;
            /**
             * Asked At
             * @description When it was asked last.
             */
            asked_at: string | null;
            /**
             * Ended At
             * @description When that was done or refused.
             */
            ended_at: string | null;
            /**
             * Why Text
             * @description Why the last request was refused, in one Chinese clause.
             */
            why_text: string;
            /**
             * Possible
             * @description Whether accounts has nothing against it now; loans is asked as it begins.
             */
            possible: boolean;
            /**
             * Against Text
             * @description What accounts has against it, in one Chinese clause.
             */
            against_text: string;
            /**
             * Goes
             * @description What goes at once.
             */
            goes: string[];
            /**
             * Stays
             * @description What the law keeps.
             */
            stays: components["schemas"]["KeptByLaw"][];
        };
        /**
         * ErasureState
         * @description How an erasure stands.
         * @enum {string}
         */
        ErasureState: "asked" | "done" | "refused";
        /**
         * Form
         * @description As what a query is taken away.
         * @enum {string}
         */
        "Form-Input": "xlsx" | "pdf" | "csv";
        /**
         * Form
         * @description How a parameter is written.
         * @enum {string}
         */
        "Form-Output": "flag" | "number" | "fen" | "basis_points" | "rate" | "decimal" | "day" | "choice" | "text" | "list";
        /**
         * FundYearBody
         * @description A fund year, by the calendar year in which it ends.
         */
        FundYearBody: {
            /**
             * Fund Year
             * @description Fund year (公积金年度), 1 July to 30 June, by the calendar year in which it ends.
             * @example 2026
             */
            fund_year: number;
        };
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
         * Hardship
         * @description What an employer in hardship asks for (R-DEP-9).
         * @enum {string}
         */
        Hardship: "deferral" | "lowering";
        /**
         * HardshipBody
         * @description What an employer in hardship asks for, on the resolution of its staff (R-DEP-9).
         */
        HardshipBody: {
            /** @description `deferral` to pay later (缓缴), `lowering` to pay by a lower ratio (降低缴存比例). */
            kind: components["schemas"]["Hardship"];
            /**
             * From Month
             * @description The first month of it, YYYY-MM.
             * @example 2026-03
             */
            from_month: string;
            /**
             * Until Month
             * @description The last month of it, YYYY-MM.
             * @example 2026-03
             */
            until_month: string;
            /**
             * Catch Up By
             * @description Of a deferral: the last day on which its months may be paid.
             */
            catch_up_by?: string | null;
            /**
             * Employer Ratio Bp
             * @description Of a lower ratio: the employer's ratio meanwhile. In basis points, 1/100 of a percent.
             * @example 800
             */
            employer_ratio_bp?: number | null;
            /**
             * Employee Ratio Bp
             * @description Of a lower ratio: the employees' ratio meanwhile. In basis points, 1/100 of a percent.
             * @example 800
             */
            employee_ratio_bp?: number | null;
            /**
             * Resolution Number
             * @description Number of the resolution of the staff congress or union (职工代表大会或工会决议).
             */
            resolution_number: string;
            /**
             * Resolution On
             * Format: date
             * @description Day of the resolution.
             */
            resolution_on: string;
            /**
             * Words
             * @description Why the employer cannot pay (困难情况).
             */
            words: string;
            /**
             * Papers
             * @description Ids of the uploaded files: the resolution, and what else shows the hardship.
             */
            papers: string[];
        };
        /**
         * HardshipCase
         * @description A request as the centre sees it.
         */
        HardshipCase: {
            /**
             * Id
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What was asked for, as a stable code. */
            kind: components["schemas"]["Hardship"];
            /**
             * Kind Text
             * @description What was asked for, in Chinese.
             */
            kind_text: string;
            /**
             * From Month
             * @description The first month of it, YYYY-MM.
             */
            from_month: string;
            /**
             * Until Month
             * @description The last month of it, YYYY-MM.
             */
            until_month: string;
            /**
             * Catch Up By
             * @description Of a deferral: until when its months may be paid.
             */
            catch_up_by: string | null;
            /**
             * Employer Ratio Bp
             * @description Of a lower ratio: the employer's ratio meanwhile. In basis points, 1/100 of a percent.
             * @example 800
             */
            employer_ratio_bp: number | null;
            /**
             * Employee Ratio Bp
             * @description Of a lower ratio: the employees' ratio meanwhile. In basis points, 1/100 of a percent.
             * @example 800
             */
            employee_ratio_bp: number | null;
            /**
             * Resolution Number
             * @description Number of the resolution.
             */
            resolution_number: string;
            /**
             * Resolution On
             * Format: date
             * @description Day of the resolution.
             */
            resolution_on: string;
            /**
             * Words
             * @description Why the employer cannot pay.
             */
            words: string;
            /** @description How it stands, as a stable code. */
            state: components["schemas"]["RequestState"];
            /**
             * State Text
             * @description How it stands, in Chinese.
             */
            state_text: string;
            /**
             * Asked At
             * Format: date-time
             * @description When it was asked for.
             */
            asked_at: string;
            /**
             * Answer
             * @description Why it was sent back.
             */
            answer: string | null;
            /**
             * Ended At
             * @description When it was agreed, sent back or taken back.
             */
            ended_at: string | null;
            /**
             * Papers
             * @description The files of it.
             */
            papers: components["schemas"]["HardshipPaper"][];
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * Name
             * @description Name of the employer (单位名称).
             */
            name: string;
            /**
             * Paid Up To
             * @description Last contributed month (缴至年月), YYYY-MM; none before the first.
             * @example 2026-09
             */
            paid_up_to: string | null;
            /**
             * Late Months
             * @description Months that were overdue already when they were asked for (R-DEP-5).
             */
            late_months: string[];
        };
        /**
         * HardshipCasePage
         * @description What is not answered yet, oldest first.
         */
        HardshipCasePage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["HardshipCase"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * HardshipPaper
         * @description A file that was uploaded; what is kept is a PDF of pictures.
         */
        HardshipPaper: {
            /**
             * Paper Id
             * Format: uuid
             * @description Its id, by which a request names it.
             */
            paper_id: string;
            /**
             * Name
             * @description What the employer calls it.
             */
            name: string;
            /**
             * Gone
             * @description Whether it cannot be fetched any more: its time is over.
             */
            gone: boolean;
        };
        /**
         * HardshipRequest
         * @description What an employer has asked for, and how it stands.
         */
        HardshipRequest: {
            /**
             * Id
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What was asked for, as a stable code. */
            kind: components["schemas"]["Hardship"];
            /**
             * Kind Text
             * @description What was asked for, in Chinese.
             */
            kind_text: string;
            /**
             * From Month
             * @description The first month of it, YYYY-MM.
             */
            from_month: string;
            /**
             * Until Month
             * @description The last month of it, YYYY-MM.
             */
            until_month: string;
            /**
             * Catch Up By
             * @description Of a deferral: until when its months may be paid.
             */
            catch_up_by: string | null;
            /**
             * Employer Ratio Bp
             * @description Of a lower ratio: the employer's ratio meanwhile. In basis points, 1/100 of a percent.
             * @example 800
             */
            employer_ratio_bp: number | null;
            /**
             * Employee Ratio Bp
             * @description Of a lower ratio: the employees' ratio meanwhile. In basis points, 1/100 of a percent.
             * @example 800
             */
            employee_ratio_bp: number | null;
            /**
             * Resolution Number
             * @description Number of the resolution.
             */
            resolution_number: string;
            /**
             * Resolution On
             * Format: date
             * @description Day of the resolution.
             */
            resolution_on: string;
            /**
             * Words
             * @description Why the employer cannot pay.
             */
            words: string;
            /** @description How it stands, as a stable code. */
            state: components["schemas"]["RequestState"];
            /**
             * State Text
             * @description How it stands, in Chinese.
             */
            state_text: string;
            /**
             * Asked At
             * Format: date-time
             * @description When it was asked for.
             */
            asked_at: string;
            /**
             * Answer
             * @description Why it was sent back.
             */
            answer: string | null;
            /**
             * Ended At
             * @description When it was agreed, sent back or taken back.
             */
            ended_at: string | null;
            /**
             * Papers
             * @description The files of it.
             */
            papers: components["schemas"]["HardshipPaper"][];
        };
        /**
         * HardshipRequests
         * @description What an employer has asked for, latest first.
         */
        HardshipRequests: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["HardshipRequest"][];
        };
        /**
         * HardshipReturn
         * @description Why a request is sent back.
         */
        HardshipReturn: {
            /**
             * Text
             * @description What is missing or wrong (退回原因); the employer reads it.
             */
            text: string;
        };
        /**
         * HistoryLine
         * @description Something that happened to an account besides money.
         */
        HistoryLine: {
            /**
             * On Date
             * Format: date
             * @description Business date on which it happened.
             */
            on_date: string;
            /**
             * Business Type
             * @description Business type (归集和提取业务类型), code of JGJ/T 320 A.5.
             */
            business_type: string;
            /**
             * Business Text
             * @description The business type in Chinese.
             */
            business_text: string;
            /**
             * State After
             * @description State of the account from then on, code of JGJ/T 320 A.6.
             */
            state_after: string;
            /**
             * Reason
             * @description Why, in Chinese; empty where there is nothing to say.
             */
            reason: string;
        };
        /**
         * IdType
         * @description ID type (证件类型), appendix A.1.
         * @enum {string}
         */
        IdType: "01" | "02" | "03" | "04" | "99";
        /**
         * IdentityProposal
         * @description A proposal, and how it stands; what it wants is shown to the person alone.
         */
        IdentityProposal: {
            /**
             * Proposal Id
             * Format: uuid
             * @description Its id.
             */
            proposal_id: string;
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Evidence
             * @description Numbers of the documents that show it.
             */
            evidence: string[];
            /** @description How it stands, as a stable code. */
            state: components["schemas"]["ProposalState"];
            /**
             * State Text
             * @description How it stands, in Chinese.
             */
            state_text: string;
            /**
             * Reason Text
             * @description Why it was not taken, or not by itself.
             */
            reason_text: string | null;
            /**
             * Asked At
             * Format: date-time
             * @description When it was proposed.
             */
            asked_at: string;
            /**
             * Ended At
             * @description When it ended.
             */
            ended_at: string | null;
        };
        /**
         * IdentityProposalBody
         * @description The name and identity document that shall be on file of somebody; never a phone or a card.
         */
        IdentityProposalBody: {
            /**
             * Name
             * @description Full name, as it stands on the document (姓名).
             */
            name: string;
            /**
             * @description Type of the identity document (证件类型), A.1.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Number of the identity document (证件号码).
             */
            id_number: string;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence: string[];
        };
        /**
         * IdentityProposals
         * @description Proposals, latest first.
         */
        IdentityProposals: {
            /**
             * Items
             * @description The proposals.
             */
            items: components["schemas"]["IdentityProposal"][];
        };
        /**
         * InterestRun
         * @description How far the interest settlement of a fund year is.
         */
        InterestRun: {
            /**
             * Fund Year
             * @description Fund year (公积金年度), 1 July to 30 June, by the calendar year in which it ends.
             * @example 2026
             */
            fund_year: number;
            /**
             * State
             * @description How far the run is, as a stable code.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Settled
             * @description Accounts whose interest is booked (结息).
             */
            settled: number;
            /**
             * Interest Fen
             * @description Interest that was booked. In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Left Out
             * @description Accounts that a closing withdrawal holds; each is settled by itself once it is free.
             */
            left_out: number;
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
         * KeptByLaw
         * @description What is not erased, by which law and for how long.
         */
        KeptByLaw: {
            /**
             * What
             * @description What it is, in Chinese.
             */
            what: string;
            /**
             * Law
             * @description Law and article, in Chinese.
             */
            law: string;
            /**
             * Until
             * @description The first day on which it is not kept any more; None: each row by its own date, or not known yet.
             */
            until: string | null;
            /**
             * Term
             * @description For how long, and what becomes of it then, in Chinese.
             */
            term: string;
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
         * @description What a file holds (文件种类).
         * @enum {string}
         */
        Kind: "accounts" | "controls";
        /**
         * LateEmployer
         * @description An employer that is late, and with what.
         */
        LateEmployer: {
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * Name
             * @description Name of the employer (单位名称).
             */
            name: string;
            /** @description What it is late with, as a stable code. */
            kind: components["schemas"]["EmployerReminder"];
            /**
             * Kind Text
             * @description The same in words.
             */
            kind_text: string;
            /**
             * Month
             * @description The month that is not booked, YYYY-MM; none where its staff has no accounts.
             * @example 2026-10
             */
            month: string | null;
            /**
             * Due On
             * Format: date
             * @description Last day on which it was in time.
             */
            due_on: string;
            /**
             * Days Late
             * @description Days since then.
             */
            days_late: number;
            /**
             * Reminded On
             * @description When its operator was reminded by text; none where nobody was (R-ACC-6).
             */
            reminded_on: string | null;
        };
        /**
         * LateEmployers
         * @description Cases, by employer.
         */
        LateEmployers: {
            /**
             * Items
             * @description The cases.
             */
            items: components["schemas"]["LateEmployer"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; null on the last.
             */
            next_cursor: string | null;
        };
        /**
         * LinePage
         * @description Lines of a list, by account number.
         */
        LinePage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["ListLine"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * ListBody
         * @description The month of a remittance list.
         */
        ListBody: {
            /**
             * Month
             * @description Contribution month (汇缴月份), YYYY-MM.
             * @example 2026-03
             */
            month: string;
        };
        /**
         * ListChanges
         * @description Roll-forward from the last booked list (汇缴变更, R-CHG-5).
         */
        ListChanges: {
            /**
             * People Before
             * @description Head count of the list before.
             */
            people_before: number;
            /**
             * Before Fen
             * @description Total of the list before. In fen (分), 1/100 yuan.
             */
            before_fen: number;
            /**
             * Joined
             * @description Employees who are new on the list.
             */
            joined: number;
            /**
             * Joined Fen
             * @description What they add to the total. In fen (分), 1/100 yuan.
             */
            joined_fen: number;
            /**
             * Left
             * @description Employees who are on it no longer.
             */
            left: number;
            /**
             * Left Fen
             * @description What they take from the total. In fen (分), 1/100 yuan.
             */
            left_fen: number;
            /**
             * Changed Fen
             * @description What changed bases and ratios add to the total, or take from it. In fen (分), 1/100 yuan.
             */
            changed_fen: number;
            /**
             * People
             * @description Head count of this list.
             */
            people: number;
            /**
             * Total Fen
             * @description Total of this list. In fen (分), 1/100 yuan.
             */
            total_fen: number;
        };
        /**
         * ListDetail
         * @description A list with its roll-forward.
         */
        ListDetail: {
            /**
             * Id
             * Format: uuid
             * @description The list's id.
             */
            id: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * Month
             * @description Month of the list (汇缴月份), YYYY-MM.
             * @example 2026-10
             */
            month: string;
            /**
             * State
             * @description State (清册状态) as a stable code.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Payment Reference
             * @description What the employer writes as the remittance information of its payment.
             */
            payment_reference: string;
            /**
             * Head Count
             * @description Employees on the list (人数).
             */
            head_count: number;
            /**
             * Employer Fen
             * @description The employers' side (单位缴存额). In fen (分), 1/100 yuan.
             */
            employer_fen: number;
            /**
             * Employee Fen
             * @description The employees' side (个人缴存额). In fen (分), 1/100 yuan.
             */
            employee_fen: number;
            /**
             * Total Fen
             * @description Both sides of everybody (合计): what the receipt must equal to the fen (R-DEP-7).
             */
            total_fen: number;
            /**
             * Total Text
             * @description The total in yuan, as people read it.
             */
            total_text: string;
            /**
             * Bank Serial
             * @description Serial number of the receipt that paid it (银行流水号).
             */
            bank_serial: string | null;
            /**
             * Confirmed At
             * @description When the employer confirmed it; from then on it is frozen (R-CHG-6).
             */
            confirmed_at: string | null;
            /**
             * Booked At
             * @description When it was booked to the persons (R-DEP-8).
             */
            booked_at: string | null;
            /** @description How it differs from the list before (汇缴变更), R-CHG-5. */
            changes: components["schemas"]["ListChanges"];
        };
        /**
         * ListFile
         * @description A list that an employer uploaded as a file (上传的清册).
         */
        ListFile: {
            /**
             * Id
             * Format: uuid
             * @description The upload's id.
             */
            id: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * Month
             * @description Month of the list (汇缴月份), YYYY-MM.
             * @example 2026-10
             */
            month: string;
            /**
             * File Name
             * @description What the file was called.
             */
            file_name: string;
            /**
             * Size Bytes
             * @description Size of the file.
             */
            size_bytes: number;
            /**
             * Sha256
             * @description SHA-256 of the file, hexadecimal.
             */
            sha256: string;
            /**
             * State
             * @description State as a stable code; `ready`, `flawed` and `unreadable` end the reading.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Rows Read
             * @description People found so far.
             */
            rows_read: number;
            /**
             * Error Count
             * @description Errors found so far; each is told with its cell.
             */
            error_count: number;
            /**
             * Why
             * @description Why the file cannot be read at all, and what helps.
             */
            why: string | null;
            /**
             * Ignored Columns
             * @description Columns of the file that mean nothing here.
             */
            ignored_columns: string[];
            /** @description What it will be, once everything in it is right. */
            preview: components["schemas"]["ListFilePreview"] | null;
            /**
             * Digest
             * @description Names exactly what was previewed; accepting it takes this.
             */
            digest: string | null;
            /**
             * List Id
             * @description The list that was made of it.
             */
            list_id: string | null;
            /**
             * Received At
             * Format: date-time
             * @description When it came.
             */
            received_at: string;
            /**
             * Delete On
             * @description On this day it is deleted if nobody has accepted it by then.
             */
            delete_on: string | null;
        };
        /**
         * ListFileError
         * @description What is wrong in one cell.
         */
        ListFileError: {
            /**
             * Cell
             * @description As spreadsheets name it: C15; a row's number where it is the whole row, empty for the file.
             */
            cell: string;
            /**
             * Row
             * @description Row from 1; 0 for the whole file.
             */
            row: number;
            /**
             * Column
             * @description The column as spreadsheets name it; none for a whole row or the file.
             */
            column: string | null;
            /**
             * Field
             * @description What the column is for, as a stable code; empty for a whole row.
             */
            field: string;
            /**
             * Value
             * @description What stands there; names and numbers of people masked.
             */
            value: string;
            /**
             * Reason
             * @description What is wrong with it.
             */
            reason: string;
            /**
             * Allowed
             * @description What would be allowed, or what helps.
             */
            allowed: string;
            /**
             * Rule
             * @description The rule that says so.
             * @example R-WDR-2
             */
            rule: string;
        };
        /**
         * ListFileErrors
         * @description What is wrong with an uploaded list, in the order of its rows.
         */
        ListFileErrors: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["ListFileError"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * ListFilePreview
         * @description What the list will be, and how it differs from the one before.
         */
        ListFilePreview: {
            /**
             * Head Count
             * @description Employees on the list (人数).
             */
            head_count: number;
            /**
             * Employer Fen
             * @description The employers' side (单位缴存额). In fen (分), 1/100 yuan.
             */
            employer_fen: number;
            /**
             * Employee Fen
             * @description The employees' side (个人缴存额). In fen (分), 1/100 yuan.
             */
            employee_fen: number;
            /**
             * Total Fen
             * @description Both sides of everybody (合计). In fen (分), 1/100 yuan.
             */
            total_fen: number;
            /**
             * Total Text
             * @description The total in yuan, as people read it.
             */
            total_text: string;
            /**
             * Rebased
             * @description Employees whose base is another one than on the list before.
             */
            rebased: number;
            /** @description How it differs from the list before (汇缴变更), R-CHG-5. */
            changes: components["schemas"]["ListChanges"];
        };
        /**
         * ListLine
         * @description One person on a list.
         */
        ListLine: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Name
             * @description Name (姓名), masked.
             */
            name: string;
            /**
             * Base Fen
             * @description Contribution base (缴存基数) within the limits of the year (R-DEP-4). In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
            /**
             * Employer Fen
             * @description The employers' side (单位缴存额). In fen (分), 1/100 yuan.
             */
            employer_fen: number;
            /**
             * Employee Fen
             * @description The employees' side (个人缴存额). In fen (分), 1/100 yuan.
             */
            employee_fen: number;
        };
        /**
         * ListPage
         * @description Lists, latest month first.
         */
        ListPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["RemittanceList"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * LookupBody
         * @description Whose accounts are looked for: by identity document, phone on file, name, or the person of a call.
         */
        LookupBody: {
            /**
             * @description Kind of identity document (证件类型), code of JGJ/T 320 A.1.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             */
            id_number?: string | null;
            /**
             * Phone
             * @description Mobile phone on file (预留手机号); several people may share one.
             */
            phone?: string | null;
            /**
             * Name
             * @description The whole name (姓名), with the end of the ID number.
             */
            name?: string | null;
            /**
             * Id Number Tail
             * @description The last four characters of the ID number; with a name, and only with one.
             */
            id_number_tail?: string | null;
            /**
             * Person Id
             * @description Whom another service has named: whoever has proved on the telephone who it is.
             */
            person_id?: string | null;
        };
        /**
         * Lowering
         * @description A lower ratio that was agreed.
         */
        Lowering: {
            /**
             * Id
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * From Month
             * @description The first month of it, YYYY-MM.
             */
            from_month: string;
            /**
             * Until Month
             * @description The last month of it, YYYY-MM.
             */
            until_month: string;
            /**
             * Employer Ratio Bp
             * @description The employer's ratio meanwhile. In basis points, 1/100 of a percent.
             * @example 800
             */
            employer_ratio_bp: number;
            /**
             * Employee Ratio Bp
             * @description The employees' ratio meanwhile. In basis points, 1/100 of a percent.
             * @example 800
             */
            employee_ratio_bp: number;
            /**
             * Employer Bp After
             * @description The employer's ratio from the month after it on.
             */
            employer_bp_after: number;
            /**
             * Employee Bp After
             * @description The employees' ratio from the month after it on.
             */
            employee_bp_after: number;
            /**
             * Resolution Number
             * @description Number of the resolution.
             */
            resolution_number: string;
            /**
             * Resolution On
             * Format: date
             * @description Day of the resolution.
             */
            resolution_on: string;
            /**
             * Decided At
             * Format: date-time
             * @description When two people had agreed on it.
             */
            decided_at: string;
        };
        /**
         * LoweringBody
         * @description What an employer in hardship asks for, on the resolution of its staff (R-DEP-9).
         */
        LoweringBody: {
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
             * From Month
             * @description The first month of it, YYYY-MM.
             * @example 2026-03
             */
            from_month: string;
            /**
             * Until Month
             * @description The last month of it, YYYY-MM; the one after it has the ratios of before again.
             * @example 2026-03
             */
            until_month: string;
            /**
             * Employer Ratio Bp
             * @description 万分比：800 即 8% In basis points, 1/100 of a percent.
             * @example 800
             */
            employer_ratio_bp: number;
            /**
             * Employee Ratio Bp
             * @description 万分比：800 即 8% In basis points, 1/100 of a percent.
             * @example 800
             */
            employee_ratio_bp: number;
            /**
             * Resolution Number
             * @description Number of the resolution of the staff congress or union (职工代表大会或工会决议).
             */
            resolution_number: string;
            /**
             * Resolution On
             * Format: date
             * @description Day of the resolution.
             */
            resolution_on: string;
        };
        /**
         * Lowerings
         * @description An employer's lower ratios, latest first.
         */
        Lowerings: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Lowering"][];
        };
        /**
         * Match
         * @description Why two numbers are one person's.
         * @enum {string}
         */
        Match: "same_number" | "slip" | "register";
        /**
         * Merge
         * @description A merge as staff see it.
         */
        Merge: {
            /**
             * Id
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Account Number
             * @description The account that goes.
             * @example 371410000001
             */
            account_number: string;
            /**
             * Into Account Number
             * @description The account that stays.
             */
            into_account_number: string;
            /** @description Why both are one person, as a stable code. */
            matched_by: components["schemas"]["Match"];
            /**
             * Matched By Text
             * @description The same in Chinese.
             */
            matched_by_text: string;
            /** @description How it stands, as a stable code. */
            state: components["schemas"]["MergeState"];
            /**
             * State Text
             * @description The same in Chinese.
             */
            state_text: string;
            /**
             * Why Text
             * @description What was under way, where that ended it.
             */
            why_text: string;
            /**
             * Asked At
             * Format: date-time
             * @description When two people had agreed on it.
             */
            asked_at: string;
            /**
             * Answer By
             * Format: date-time
             * @description An answer that comes later counts no more.
             */
            answer_by: string;
            /**
             * Withdrawals Free
             * @description Withdrawals has nothing under way.
             */
            withdrawals_free: boolean;
            /**
             * Loans Free
             * @description Loans has nothing under way.
             */
            loans_free: boolean;
            /**
             * Ended At
             * @description When it was done or ended; none while it waits.
             */
            ended_at: string | null;
            /**
             * Principal Fen
             * @description Principal that went over, fen.
             */
            principal_fen: number | null;
            /**
             * Interest Fen
             * @description Interest that was booked with it, fen.
             */
            interest_fen: number | null;
        };
        /**
         * MergeBody
         * @description Into which account the one that the path names shall go.
         */
        MergeBody: {
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
             * Into Account Number
             * @description The account that stays: of whom the ID number is right.
             */
            into_account_number: string;
        };
        /**
         * MergeState
         * @description How a merge stands.
         * @enum {string}
         */
        MergeState: "asked" | "merged" | "busy" | "expired" | "called_off";
        /**
         * Merges
         * @description Merges, the latest first.
         */
        Merges: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Merge"][];
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
         * MovedInBody
         * @description One account's balance on the day of moving in.
         */
        MovedInBody: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Balance Fen
             * @description With all interest due up to the day of moving in. In fen (分), 1/100 yuan.
             */
            balance_fen: number;
            /**
             * Paid Up To
             * @description Last contributed month (缴至年月), YYYY-MM; none before the first.
             * @example 2026-03
             */
            paid_up_to: string;
        };
        /**
         * MovedInReport
         * @description One moving in, compared: former books, entered rows, booked entries.
         */
        MovedInReport: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * As Of
             * Format: date
             * @description From this day on interest runs here.
             */
            as_of: string;
            /**
             * Source
             * @description From which books.
             */
            source: string;
            /**
             * Booked At
             * Format: date-time
             * @description When it was booked.
             */
            booked_at: string;
            /**
             * Head Count
             * @description Employees on the list (人数).
             */
            head_count: number;
            /**
             * Total Fen
             * @description The sum of all of it (合计). In fen (分), 1/100 yuan.
             */
            total_fen: number;
            /**
             * Booked People
             * @description Accounts that have an opening entry of it.
             */
            booked_people: number;
            /**
             * Booked Fen
             * @description What these entries add up to. In fen (分), 1/100 yuan.
             */
            booked_fen: number;
            /**
             * Difference People
             * @description Former books less what is booked: 0.
             */
            difference_people: number;
            /**
             * Difference Fen
             * @description Former books less what is booked: 0. In fen (分), 1/100 yuan.
             */
            difference_fen: number;
        };
        /**
         * MovedInReports
         * @description What was moved in for an employer.
         */
        MovedInReports: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["MovedInReport"][];
            /**
             * Without Opening
             * @description Open accounts of the employer without an opening entry.
             */
            without_opening: number;
        };
        /**
         * MovingInBatch
         * @description A moving in, with its files and what they add up to.
         */
        MovingInBatch: {
            /**
             * Id
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * As Of
             * Format: date
             * @description From this day on interest runs here.
             */
            as_of: string;
            /**
             * Source
             * @description From which books.
             */
            source: string;
            /**
             * State
             * @description State as a stable code: `open`, `signed` (being booked), `booked`, `dropped`.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Made At
             * Format: date-time
             * @description When it was begun.
             */
            made_at: string;
            /**
             * Signed At
             * @description When two people had signed it.
             */
            signed_at: string | null;
            /**
             * Ended At
             * @description When all was booked, or it was given up.
             */
            ended_at: string | null;
            /**
             * Files
             * @description By kind and name.
             */
            files: components["schemas"]["MovingInFile"][];
            /** @description What the files add up to, and what of it is booked. */
            totals: components["schemas"]["MovingInTotals"];
            /**
             * Digest
             * @description SHA-256 over the files, hexadecimal: what is signed is these and no others.
             */
            digest: string;
        };
        /**
         * MovingInBatches
         * @description The latest movings in, newest first.
         */
        MovingInBatches: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["MovingInSummary"][];
        };
        /**
         * MovingInBody
         * @description An employer's balances, whole, with the control sums of the former books.
         */
        MovingInBody: {
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
             * As Of
             * Format: date
             * @description From this day on interest runs here.
             */
            as_of: string;
            /**
             * Head Count
             * @description How many accounts the former books have.
             */
            head_count: number;
            /**
             * Total Fen
             * @description What the former books add up to. In fen (分), 1/100 yuan.
             */
            total_fen: number;
            /**
             * Source
             * @description From which books: the name of the system and of the balance list.
             */
            source: string;
            /**
             * Rows
             * @description The accounts; all are moved in or none.
             */
            rows: components["schemas"]["MovedInBody"][];
        };
        /**
         * MovingInErrors
         * @description What is wrong with a file, in the order it was found.
         */
        MovingInErrors: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["ListFileError"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * MovingInFile
         * @description A file of an older system.
         */
        MovingInFile: {
            /**
             * Id
             * Format: uuid
             * @description The upload's id.
             */
            id: string;
            /**
             * Batch Id
             * Format: uuid
             * @description Which moving in it belongs to.
             */
            batch_id: string;
            /** @description `accounts`: a row for each account; `controls`: for each employer what the former books add up to. */
            kind: components["schemas"]["Kind"];
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * File Name
             * @description What the file is called; another upload of the same name replaces it.
             */
            file_name: string;
            /**
             * Size Bytes
             * @description Size of the file.
             */
            size_bytes: number;
            /**
             * Sha256
             * @description SHA-256 of the file, hexadecimal.
             */
            sha256: string;
            /**
             * State
             * @description State as a stable code; `ready`, `flawed` and `unreadable` end the reading.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Rows Read
             * @description Rows found so far in which everything is clear.
             */
            rows_read: number;
            /**
             * Error Count
             * @description Errors found so far; each is told with its cell.
             */
            error_count: number;
            /**
             * Why
             * @description Why the file cannot be read at all, and what helps.
             */
            why: string | null;
            /**
             * Ignored Columns
             * @description Columns of the file that mean nothing here.
             */
            ignored_columns: string[];
            /**
             * Received At
             * Format: date-time
             * @description When it came.
             */
            received_at: string;
        };
        /**
         * MovingInSummary
         * @description A moving in by files (期初批次).
         */
        MovingInSummary: {
            /**
             * Id
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * As Of
             * Format: date
             * @description From this day on interest runs here.
             */
            as_of: string;
            /**
             * Source
             * @description From which books.
             */
            source: string;
            /**
             * State
             * @description State as a stable code: `open`, `signed` (being booked), `booked`, `dropped`.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Made At
             * Format: date-time
             * @description When it was begun.
             */
            made_at: string;
            /**
             * Signed At
             * @description When two people had signed it.
             */
            signed_at: string | null;
            /**
             * Ended At
             * @description When all was booked, or it was given up.
             */
            ended_at: string | null;
        };
        /**
         * MovingInTotals
         * @description What the files add up to, and what of it is booked.
         */
        MovingInTotals: {
            /**
             * Employers
             * @description Employers that have accounts in the files.
             */
            employers: number;
            /**
             * People
             * @description Accounts in the files.
             */
            people: number;
            /**
             * Cards
             * @description Own cards (收款银行卡) in the files.
             */
            cards: number;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number;
            /**
             * Interest Fen
             * @description Interest due (应付利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Total Text
             * @description Principal and interest in yuan, as people read it.
             */
            total_text: string;
            /**
             * Differing
             * @description Employers for which files and former books differ; 0 before it can be signed.
             */
            differing: number;
            /**
             * Booked Employers
             * @description Employers whose accounts are open and booked.
             */
            booked_employers: number;
            /**
             * Booked People
             * @description Accounts that are open and booked.
             */
            booked_people: number;
            /**
             * Held Employers
             * @description Employers that could not be booked; the difference report says why.
             */
            held_employers: number;
        };
        /**
         * NewBaseShown
         * @description A base that was changed.
         */
        NewBaseShown: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Base Fen
             * @description What is counted, within the limits (R-DEP-4). In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
            /**
             * Remark
             * @description What was given, the allowed interval and what is counted, where they differ.
             */
            remark: string | null;
        };
        /**
         * NewMovingIn
         * @description A moving in to begin.
         */
        NewMovingIn: {
            /**
             * As Of
             * Format: date
             * @description From this day on interest runs here; what was due before is in the balances.
             */
            as_of: string;
            /**
             * Source
             * @description From which books: the name of the system and of the balance list.
             */
            source: string;
        };
        /**
         * NewPenalty
         * @description A fine on an employer that was ordered to register, or to open accounts, in vain (行政处罚决定).
         */
        NewPenalty: {
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
             * Social Credit Code
             * @description Whom it is on (统一社会信用代码), registered with the fund or not.
             * @example 91110000600037341L
             */
            social_credit_code: string;
            /**
             * Name
             * @description Its name in the register of firms.
             */
            name: string;
            /**
             * Legal Representative
             * @description 法定代表人.
             */
            legal_representative: string;
            /** @description For what, as a stable code. */
            cause: components["schemas"]["PenaltyCause"];
            /**
             * Facts
             * @description 违法事实, without personal data: it is published.
             */
            facts: string;
            /**
             * Fine Fen
             * @description 罚款，分 In fen (分), 1/100 yuan.
             */
            fine_fen: number;
            /**
             * Order Number
             * @description Number of the order (责令限期办理通知书文号).
             */
            order_number: string;
            /**
             * Ordered Until
             * Format: date
             * @description Its last day, which is over.
             */
            ordered_until: string;
            /**
             * Decided On
             * Format: date
             * @description Day of the decision, today at the latest.
             */
            decided_on: string;
            /**
             * Document Number
             * @description Number of the decision's document (决定文书号), once.
             */
            document_number: string;
        };
        /**
         * ObjectionBody
         * @description Why somebody turns to the centre.
         */
        ObjectionBody: {
            /**
             * Words
             * @description What is still wrong (异议内容).
             */
            words: string;
        };
        /**
         * OnBehalf
         * @description A body in which staff who act in an employer's stead say why; operators need not.
         */
        OnBehalf: {
            /**
             * Reason
             * @description Why the centre does it (代办理由); needed of staff, whose proposal another person decides.
             */
            reason?: string | null;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence?: string[];
        };
        /**
         * Opened
         * @description One opened account.
         */
        Opened: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /**
             * Opened On
             * Format: date
             * @description Day on which the account was opened (开户).
             */
            opened_on: string;
            /**
             * Base Fen
             * @description What is counted, within the limits (R-DEP-4). In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
            /**
             * Remarks
             * @description What was taken otherwise than it was given, and what to look at again (R-CHK-1).
             */
            remarks: string[];
        };
        /**
         * OpenedAccounts
         * @description Opened accounts, in the order of the request.
         */
        OpenedAccounts: {
            /**
             * Accounts
             * @description The accounts, in the order of the request.
             */
            accounts: components["schemas"]["Opened"][];
        };
        /**
         * OpeningBody
         * @description Accounts to be opened, all or none.
         */
        OpeningBody: {
            /**
             * Reason
             * @description Why the centre does it (代办理由); needed of staff, whose proposal another person decides.
             */
            reason?: string | null;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence?: string[];
            /**
             * Employees
             * @description Who gets an account; all are opened or none.
             */
            employees: components["schemas"]["EmployeeBody"][];
        };
        /**
         * OperatorBody
         * @description The unit operator (单位经办人).
         */
        OperatorBody: {
            /**
             * Name
             * @description Name of the operator (姓名).
             */
            name: string;
            /**
             * @description Type of the identity document (证件类型), A.1.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             * @example 11010519491231002X
             */
            id_number: string;
            /**
             * Phone
             * @description Mobile phone number (手机号码); masked in answers (R-QRY-5).
             * @example 13905340001
             */
            phone: string;
        };
        /**
         * Owed
         * @description Somebody for whom months are owed.
         */
        Owed: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Name
             * @description Name (姓名) as the employer gave it.
             */
            name: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Months
             * @description The months, YYYY-MM.
             */
            months: string[];
        };
        /**
         * OwedPage
         * @description For whom an employer owes contributions, by account number.
         */
        OwedPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Owed"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
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
         * PageDraft
         * @description What is filled in of a page, by whom.
         */
        PageDraft: {
            /**
             * Version
             * @description Counts up with each change; 0 where there was never a draft.
             */
            version: number;
            /**
             * Content
             * @description What is filled in, as the page writes it; none where there is no draft.
             */
            content: string | null;
            /**
             * Saved By
             * @description Who changed it last, masked.
             */
            saved_by: string | null;
            /**
             * Saved At
             * @description When it was changed last.
             */
            saved_at: string | null;
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
         * PartBody
         * @description A part of a receipt.
         */
        PartBody: {
            /**
             * Bank Serial
             * @description Serial number of the receipt (银行流水号).
             */
            bank_serial: string;
            /**
             * Amount Fen
             * @description What of it is taken, fen; the rest stays in suspense.
             * @example 96000
             */
            amount_fen: number;
        };
        /**
         * Penalties
         * @description Fines, the latest first, at most two hundred.
         */
        Penalties: {
            /**
             * Items
             * @description The fines.
             */
            items: components["schemas"]["Penalty"][];
        };
        /**
         * Penalty
         * @description A fine as staff see it.
         */
        Penalty: {
            /**
             * Penalty Id
             * Format: uuid
             * @description Its id.
             */
            penalty_id: string;
            /**
             * Social Credit Code
             * @description Whom it is on.
             * @example 91110000600037341L
             */
            social_credit_code: string;
            /**
             * Name
             * @description Name of the employer.
             */
            name: string;
            /** @description For what, as a stable code. */
            cause: components["schemas"]["PenaltyCause"];
            /**
             * Facts
             * @description 违法事实.
             */
            facts: string;
            /**
             * Basis
             * @description 处罚依据.
             */
            basis: string;
            /**
             * Fine Fen
             * @description The fine. In fen (分), 1/100 yuan.
             */
            fine_fen: number;
            /**
             * Order Number
             * @description Number of the order.
             */
            order_number: string;
            /**
             * Ordered Until
             * Format: date
             * @description Last day of the order.
             */
            ordered_until: string;
            /**
             * Decided On
             * Format: date
             * @description Day of the decision.
             */
            decided_on: string;
            /**
             * Document Number
             * @description 决定文书号.
             */
            document_number: string;
            /**
             * Lifted At
             * @description When it was taken back; none while it stands.
             */
            lifted_at: string | null;
            /**
             * Lift Reason
             * @description Why it was taken back.
             */
            lift_reason: string | null;
        };
        /**
         * PenaltyCause
         * @description For what an employer is fined (处罚事由); owing deposits is none: no late fee exists (R-DEP-10).
         * @enum {string}
         */
        PenaltyCause: "not_registered" | "accounts_not_opened";
        /**
         * Period
         * @description A month of the books (会计期间).
         */
        Period: {
            /**
             * Month
             * @description The month (会计期间), YYYY-MM.
             * @example 2026-10
             */
            month: string;
            /**
             * State
             * @description Whether it is closed (已结账) or open.
             * @enum {string}
             */
            state: "open" | "closed";
            /**
             * Closed At
             * @description When two people closed it; null: open.
             */
            closed_at: string | null;
            /**
             * Vouchers
             * @description Vouchers so far.
             */
            vouchers: number;
        };
        /**
         * Periods
         * @description Periods, latest first.
         */
        Periods: {
            /**
             * Items
             * @description Months, latest first.
             */
            items: components["schemas"]["Period"][];
            /**
             * Next Cursor
             * @description For the next page; null: no more.
             */
            next_cursor: string | null;
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
            form: components["schemas"]["Form-Output"];
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
         * Position
         * @description One line of a report, in fen.
         */
        Position: {
            /**
             * Code
             * @description Code of the subject; empty where the line is none (科目编号).
             */
            code: string;
            /**
             * Name
             * @description Name of the line (项目).
             */
            name: string;
            /**
             * Amount Fen
             * @description Amount, positive on the side of its class, in fen.
             * @example 2342000
             */
            amount_fen: number;
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
         * ProposalState
         * @description The life of a proposal (单位提交的信息更正).
         * @enum {string}
         */
        ProposalState: "asked" | "referred" | "taken" | "refused" | "expired" | "withdrawn";
        /**
         * Proposed
         * @description A proposal that was made.
         */
        Proposed: {
            /**
             * Proposal Id
             * Format: uuid
             * @description Its id.
             */
            proposal_id: string;
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
         * RatioBody
         * @description Another pair of ratios (缴存比例) for all staff.
         */
        RatioBody: {
            /**
             * Reason
             * @description Why the centre does it (代办理由); needed of staff, whose proposal another person decides.
             */
            reason?: string | null;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence?: string[];
            /**
             * Employer Ratio Bp
             * @description 万分比：800 即 8% In basis points, 1/100 of a percent.
             * @example 800
             */
            employer_ratio_bp: number;
            /**
             * Employee Ratio Bp
             * @description 万分比：800 即 8% In basis points, 1/100 of a percent.
             * @example 800
             */
            employee_ratio_bp: number;
            /**
             * Effective Month
             * @description From which month on.
             * @example 2026-03
             */
            effective_month: string;
            /**
             * Remark
             * @description Why it changes outside July (R-CHG-4).
             * @default
             */
            remark: string;
        };
        /**
         * Refund
         * @description Money of a receipt that was sent back (退款).
         */
        Refund: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Bank Serial
             * @description Serial number of the receipt.
             */
            bank_serial: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string | null;
            /**
             * Amount Fen
             * @description The amount (金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * State
             * @description `ordered`, `paid`, `failed` or `returned`.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Outcome Unknown
             * @description The bank has not answered; it is being asked.
             */
            outcome_unknown: boolean;
            /**
             * Payer Name
             * @description Who paid (付款人), as the bank tells it.
             */
            payer_name: string;
            /**
             * Payer Account Tail
             * @description Last four digits of the account that it goes to.
             */
            payer_account_tail: string | null;
            /**
             * Ordered At
             * Format: date-time
             * @description When two people had agreed on it.
             */
            ordered_at: string;
            /**
             * Settled On
             * @description The day on which the bank paid, refused, or sent it back.
             */
            settled_on: string | null;
            /**
             * Return Serial
             * @description Under which serial it lies in suspense again.
             */
            return_serial: string | null;
            /**
             * Reason Text
             * @description Why the bank refused it or sent it back.
             */
            reason_text: string;
        };
        /**
         * RefundBody
         * @description How much of a receipt goes back to the account that it came from.
         */
        RefundBody: {
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
             * Amount Fen
             * @description The amount (金额). In fen (分), 1/100 yuan.
             * @example 96000
             */
            amount_fen: number;
        };
        /**
         * RefundPage
         * @description Refunds, latest first.
         */
        RefundPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Refund"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * RegisterProposal
         * @description An employer to be registered, and why.
         */
        RegisterProposal: {
            /**
             * Name
             * @description Name of the employer (单位名称).
             */
            name: string;
            /**
             * Social Credit Code
             * @description Unified social credit code (统一社会信用代码), 18 characters (R-CHK-3).
             * @example 91110000600037341L
             */
            social_credit_code: string;
            /**
             * Payday
             * @description Day of the month on which wages are paid (发薪日), 1 to 31.
             * @example 10
             */
            payday: number;
            /**
             * Employer Ratio Bp
             * @description 万分比：800 即 8% In basis points, 1/100 of a percent.
             * @example 800
             */
            employer_ratio_bp: number;
            /**
             * Employee Ratio Bp
             * @description 万分比：800 即 8% In basis points, 1/100 of a percent.
             * @example 800
             */
            employee_ratio_bp: number;
            /** @description The unit operator (单位经办人), who works online for the employer. */
            operator: components["schemas"]["OperatorBody"];
            /**
             * Registered On
             * @description Day of registration (缴存登记), R-ACC-6; today if left out of a request.
             */
            registered_on?: string | null;
            /**
             * Set Up On
             * @description Day on which it was set up (单位设立日期), by its licence; it registers within 30 days (R-ACC-6).
             */
            set_up_on?: string | null;
            /**
             * Agreement Version
             * @description Signs the agreement at once, on the day of registration.
             */
            agreement_version?: string | null;
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
         * Registration
         * @description A registration as the applicant sees it, and staff who have said why.
         */
        Registration: {
            /**
             * Registration Id
             * Format: uuid
             * @description Its id.
             */
            registration_id: string;
            /** @description How it stands, as a stable code. */
            state: components["schemas"]["RegistrationState"];
            /**
             * State Text
             * @description How it stands, in Chinese.
             */
            state_text: string;
            /**
             * Papers
             * @description The files, in the order of their coming.
             */
            papers: components["schemas"]["RegistrationPaper"][];
            /**
             * Phone
             * @description The proven phone, masked.
             */
            phone: string;
            /**
             * Answer
             * @description Why it was sent back.
             */
            answer: string | null;
            /**
             * Submitted At
             * @description When it was submitted last.
             */
            submitted_at: string | null;
            /**
             * Employer Number
             * @description Number of the employer that it has become.
             * @example 100001
             */
            employer_number: string | null;
            /** @description What was submitted last. */
            content: components["schemas"]["RegistrationBody"] | null;
        };
        /**
         * RegistrationBody
         * @description What a company that registers says of itself, its legal representative and its first operator.
         */
        RegistrationBody: {
            /**
             * Name
             * @description Name of the company (单位名称), as on its licence.
             */
            name: string;
            /**
             * Social Credit Code
             * @description Unified social credit code (统一社会信用代码), 18 characters (R-CHK-3).
             * @example 91110000600037341L
             */
            social_credit_code: string;
            /**
             * Address
             * @description Its address (单位地址).
             */
            address: string;
            /**
             * Set Up On
             * Format: date
             * @description Day on which it was set up (单位设立日期), by its licence; it registers within 30 days (R-ACC-6).
             */
            set_up_on: string;
            /**
             * Payday
             * @description Day of the month on which wages are paid (发薪日), 1 to 31.
             * @example 10
             */
            payday: number;
            /**
             * Employer Ratio Bp
             * @description 万分比：800 即 8% In basis points, 1/100 of a percent.
             * @example 800
             */
            employer_ratio_bp: number;
            /**
             * Employee Ratio Bp
             * @description 万分比：800 即 8% In basis points, 1/100 of a percent.
             * @example 800
             */
            employee_ratio_bp: number;
            /**
             * Legal Representative
             * @description Name of the legal representative (法定代表人).
             */
            legal_representative: string;
            /**
             * Operator Name
             * @description Name of the first operator (经办人), whose phone was proven.
             */
            operator_name: string;
            /**
             * @description Type of the operator's identity document (证件类型), A.1.
             * @default 01
             */
            operator_id_type: components["schemas"]["IdType"];
            /**
             * Operator Id Number
             * @description Number of the operator's identity document (证件号码).
             */
            operator_id_number: string;
        };
        /**
         * RegistrationCase
         * @description A registration on the centre's work list: nothing of a person.
         */
        RegistrationCase: {
            /**
             * Registration Id
             * Format: uuid
             * @description Its id.
             */
            registration_id: string;
            /**
             * Name
             * @description Name of the company (单位名称).
             */
            name: string;
            /**
             * Social Credit Code
             * @description Unified social credit code (统一社会信用代码), 18 characters (R-CHK-3).
             * @example 91110000600037341L
             */
            social_credit_code: string;
            /**
             * Set Up On
             * Format: date
             * @description Day on which it was set up, as it says.
             */
            set_up_on: string;
            /**
             * Late Days
             * @description By how many days it registers too late (R-ACC-6), as of the day on which it was submitted.
             */
            late_days: number | null;
            /** @description How it stands, as a stable code. */
            state: components["schemas"]["RegistrationState"];
            /**
             * State Text
             * @description How it stands, in Chinese.
             */
            state_text: string;
            /**
             * Submitted At
             * Format: date-time
             * @description When it was submitted.
             */
            submitted_at: string;
        };
        /**
         * RegistrationCasePage
         * @description What waits for the centre, oldest first.
         */
        RegistrationCasePage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["RegistrationCase"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * RegistrationPaper
         * @description A file that was uploaded; what is kept is a PDF of pictures.
         */
        RegistrationPaper: {
            /**
             * Paper Id
             * Format: uuid
             * @description Its id.
             */
            paper_id: string;
            /**
             * Name
             * @description What the applicant calls it.
             */
            name: string;
        };
        /**
         * RegistrationReturn
         * @description Why a registration is sent back.
         */
        RegistrationReturn: {
            /**
             * Text
             * @description What is missing or wrong (退回原因); the applicant reads it.
             */
            text: string;
        };
        /**
         * RegistrationStanding
         * @description How a registration stands: nothing of a person, since answers to a POST are kept.
         */
        RegistrationStanding: {
            /**
             * Registration Id
             * Format: uuid
             * @description Its id.
             */
            registration_id: string;
            /** @description How it stands, as a stable code. */
            state: components["schemas"]["RegistrationState"];
            /**
             * State Text
             * @description How it stands, in Chinese.
             */
            state_text: string;
            /**
             * Papers
             * @description The files, in the order of their coming.
             */
            papers: components["schemas"]["RegistrationPaper"][];
        };
        /**
         * RegistrationState
         * @description How a registration stands (办理情况).
         * @enum {string}
         */
        RegistrationState: "begun" | "submitted" | "proposed" | "returned" | "agreed";
        /**
         * RemittanceList
         * @description A monthly list (汇缴清册).
         */
        RemittanceList: {
            /**
             * Id
             * Format: uuid
             * @description The list's id.
             */
            id: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * Month
             * @description Month of the list (汇缴月份), YYYY-MM.
             * @example 2026-10
             */
            month: string;
            /**
             * State
             * @description State (清册状态) as a stable code.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Payment Reference
             * @description What the employer writes as the remittance information of its payment.
             */
            payment_reference: string;
            /**
             * Head Count
             * @description Employees on the list (人数).
             */
            head_count: number;
            /**
             * Employer Fen
             * @description The employers' side (单位缴存额). In fen (分), 1/100 yuan.
             */
            employer_fen: number;
            /**
             * Employee Fen
             * @description The employees' side (个人缴存额). In fen (分), 1/100 yuan.
             */
            employee_fen: number;
            /**
             * Total Fen
             * @description Both sides of everybody (合计): what the receipt must equal to the fen (R-DEP-7).
             */
            total_fen: number;
            /**
             * Total Text
             * @description The total in yuan, as people read it.
             */
            total_text: string;
            /**
             * Bank Serial
             * @description Serial number of the receipt that paid it (银行流水号).
             */
            bank_serial: string | null;
            /**
             * Confirmed At
             * @description When the employer confirmed it; from then on it is frozen (R-CHG-6).
             */
            confirmed_at: string | null;
            /**
             * Booked At
             * @description When it was booked to the persons (R-DEP-8).
             */
            booked_at: string | null;
        };
        /**
         * RequestState
         * @description How a request stands (办理情况).
         * @enum {string}
         */
        RequestState: "open" | "proposed" | "agreed" | "returned" | "withdrawn";
        /**
         * Rolled
         * @description What a month's list becomes (R-CHG-5); sums in fen, both sides of everybody.
         */
        Rolled: {
            /**
             * Month
             * @description Month of the list, YYYY-MM.
             * @example 2026-10
             */
            month: string;
            /**
             * People Before
             * @description People on the list that it is compared with.
             */
            people_before: number;
            /**
             * Before Fen
             * @description Sum of that list. In fen (分), 1/100 yuan.
             */
            before_fen: number;
            /**
             * Joined
             * @description People who come on the list.
             */
            joined: number;
            /**
             * Joined Fen
             * @description What they add. In fen (分), 1/100 yuan.
             */
            joined_fen: number;
            /**
             * Left
             * @description People who leave the list.
             */
            left: number;
            /**
             * Left Fen
             * @description What they take away. In fen (分), 1/100 yuan.
             */
            left_fen: number;
            /**
             * Changed
             * @description People who stay and contribute another sum.
             */
            changed: number;
            /**
             * Changed Fen
             * @description What that adds, or takes away. In fen (分), 1/100 yuan.
             */
            changed_fen: number;
            /**
             * People
             * @description People on the list by then.
             */
            people: number;
            /**
             * Total Fen
             * @description Its sum by then. In fen (分), 1/100 yuan.
             */
            total_fen: number;
        };
        /**
         * RoundBody
         * @description Everybody's base of a July (年度基数调整).
         */
        RoundBody: {
            /**
             * Reason
             * @description Why the centre does it (代办理由); needed of staff, whose proposal another person decides.
             */
            reason?: string | null;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence?: string[];
            /**
             * Year
             * @description Year of the July from which the bases count.
             * @example 2026
             */
            year: number;
            /**
             * Items
             * @description One for everybody who contributes and whose base is not set yet.
             */
            items: components["schemas"]["RoundItem"][];
        };
        /**
         * RoundDone
         * @description The bases of a July that were set.
         */
        RoundDone: {
            /**
             * Count
             * @description Accounts whose base was set.
             */
            count: number;
            /**
             * Limits Crossed
             * @description People whose base is outside the limits, with the allowed interval (R-DEP-4).
             */
            limits_crossed: components["schemas"]["ChangeDone"][];
            /** @description The July list before and after. */
            rolled: components["schemas"]["Rolled"];
        };
        /**
         * RoundItem
         * @description One account's base of July.
         */
        RoundItem: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Base Fen
             * @description 缴存基数，分 In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
        };
        /**
         * RoundPage
         * @description An employer's yearly base round, by account number.
         */
        RoundPage: {
            /**
             * Month
             * @description The July, YYYY-MM.
             * @example 2026-10
             */
            month: string;
            /**
             * Base Min Fen
             * @description Lower limit of a base from that month on, in fen (R-DEP-4).
             */
            base_min_fen: number;
            /**
             * Base Max Fen
             * @description Upper limit of a base from that month on, in fen (R-DEP-4).
             */
            base_max_fen: number;
            /**
             * Items
             * @description Who contributes in that July; nobody who is sealed (R-CHG-3).
             */
            items: components["schemas"]["RoundPerson"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * RoundPerson
         * @description Somebody whose base is to be set for a July.
         */
        RoundPerson: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Name
             * @description Name (姓名) as the employer gave it.
             */
            name: string;
            /**
             * Base Fen
             * @description The base before July, in fen.
             * @example 600000
             */
            base_fen: number;
            /**
             * New Base Fen
             * @description The base of July, in fen, where it is set already.
             */
            new_base_fen: number | null;
            /**
             * Remark
             * @description Why the base before cannot stay: it is outside July's limits (R-DEP-4).
             */
            remark: string | null;
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
         * SealBody
         * @description One account to be sealed (封存).
         */
        SealBody: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /** @description Why (封存原因), R-SEAL-3. */
            reason: components["schemas"]["SealReason"];
            /**
             * Sealed On
             * @description Day of the seal; today if left out.
             */
            sealed_on?: string | null;
            /**
             * Effective Month
             * @description From which month nothing is contributed; the month of sealing, or the one after the last paid.
             * @example 2026-10
             */
            effective_month?: string | null;
            /**
             * Evidence
             * @description What the reason rests on (证明材料), in words.
             * @default
             */
            evidence: string;
        };
        /**
         * SealReason
         * @description Why an individual account was sealed (封存原因), R-SEAL-3.
         * @enum {string}
         */
        SealReason: "terminated" | "retired" | "unpaid_leave" | "deceased" | "sentenced" | "abroad" | "other";
        /**
         * SealRequest
         * @description A person's request to be sealed.
         */
        SealRequest: {
            /**
             * Request Id
             * Format: uuid
             * @description Its id.
             */
            request_id: string;
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
            /** @description Why (封存原因), R-SEAL-3. */
            reason: components["schemas"]["SealReason"];
            /**
             * Employment Ended On
             * Format: date
             * @description Last day of the employment.
             */
            employment_ended_on: string;
            /**
             * Evidence
             * @description Numbers of the documents that show it.
             */
            evidence: string[];
            /**
             * State
             * @description `open`, `done` or `withdrawn`.
             */
            state: string;
            /**
             * Centre From
             * Format: date
             * @description From when on the centre may seal in the employer's stead.
             */
            centre_from: string;
            /**
             * Asked At
             * Format: date-time
             * @description When the person asked.
             */
            asked_at: string;
        };
        /**
         * SealRequestBody
         * @description A person's wish to be sealed though the employer does not do it (R-SEAL-7).
         */
        SealRequestBody: {
            /** @description Why (封存原因), R-SEAL-3. */
            reason: components["schemas"]["SealReason"];
            /**
             * Employment Ended On
             * Format: date
             * @description Last day of the employment.
             */
            employment_ended_on: string;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence: string[];
        };
        /**
         * SealRequests
         * @description Requests to be sealed.
         */
        SealRequests: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["SealRequest"][];
        };
        /**
         * SealRow
         * @description A row that seals (封存).
         */
        SealRow: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /** @description Why (封存原因), R-SEAL-3. */
            reason: components["schemas"]["SealReason"];
            /**
             * Sealed On
             * @description Day of the seal; today if left out.
             */
            sealed_on?: string | null;
            /**
             * Effective Month
             * @description From which month nothing is contributed; the month of sealing, or the one after the last paid.
             * @example 2026-10
             */
            effective_month?: string | null;
            /**
             * Evidence
             * @description What the reason rests on (证明材料), in words.
             * @default
             */
            evidence: string;
            /**
             * @description What kind of change the row is (变更类型). (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "seal";
        };
        /**
         * Sealed
         * @description One sealed account.
         */
        Sealed: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Sealed On
             * Format: date
             * @description Day of the seal (封存), R-SEAL-3.
             */
            sealed_on: string;
            /**
             * Effective Month
             * @description Contribution month from which it holds, YYYY-MM (R-CHG-2).
             * @example 2026-10
             */
            effective_month: string;
            /**
             * Months Behind
             * @description Months before it that are not contributed; they stay on the lists or are owed (R-SEAL-4).
             */
            months_behind: number;
        };
        /**
         * SealedAccounts
         * @description Sealed accounts, in the order of the request.
         */
        SealedAccounts: {
            /**
             * Accounts
             * @description The accounts, in the order of the request.
             */
            accounts: components["schemas"]["Sealed"][];
        };
        /**
         * SealsBody
         * @description Accounts to be sealed, all or none.
         */
        SealsBody: {
            /**
             * Reason
             * @description Why the centre does it (代办理由); needed of staff, whose proposal another person decides.
             */
            reason?: string | null;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence?: string[];
            /**
             * Items
             * @description The accounts; all are sealed or none.
             */
            items: components["schemas"]["SealBody"][];
        };
        /**
         * Signature
         * @description Why a moving in is signed.
         */
        Signature: {
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
         * StaffAccount
         * @description An account as the employer sees it: without the balance.
         */
        StaffAccount: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Name
             * @description Name (姓名), masked.
             */
            name: string;
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             */
            id_number: string;
            /**
             * State
             * @description Personal account state (个人账户状态), code of JGJ/T 320 A.6: 01 normal, 02 sealed, 05 closed by
             *     withdrawal, 06 frozen.
             */
            state: string;
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Base Fen
             * @description Contribution base (缴存基数), the average monthly wage of last year (R-DEP-1). In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
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
             * Owed Months
             * @description Months of employment without a contribution in time.
             */
            owed_months: string[];
            /**
             * Sealed On
             * @description Day of the seal (封存), R-SEAL-3.
             */
            sealed_on: string | null;
            /**
             * Sealed From Month
             * @description First month without contributions because of the seal, YYYY-MM (R-SEAL-3).
             */
            sealed_from_month: string | null;
            /**
             * Seal Reason
             * @description Why the account is sealed (封存原因), R-SEAL-3.
             */
            seal_reason: string | null;
        };
        /**
         * StaffPage
         * @description An employer's individual accounts, by number.
         */
        StaffPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["StaffAccount"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * StaffSearch
         * @description Whom somebody looks for among an employer's people.
         */
        StaffSearch: {
            /**
             * Text
             * @description A part of the name; the beginning of the account number, five digits at least; an ID number or its last
             *     four characters.
             */
            text: string;
            /** @description Only accounts in this state (个人账户状态). */
            state?: components["schemas"]["AccountState"] | null;
            /**
             * Cursor
             * @description Where to go on: `next_cursor` of the answer before.
             */
            cursor?: string | null;
            /**
             * Limit
             * @description Items on a page at the most.
             * @default 50
             */
            limit: number;
        };
        /**
         * State
         * @description Of a proposal; only the first can still change.
         * @enum {string}
         */
        "State-Input": "open" | "executed" | "rejected" | "withdrawn" | "expired";
        /**
         * SubjectBalance
         * @description A subject in a trial balance, in fen; a balance stands on one side.
         */
        SubjectBalance: {
            /**
             * Code
             * @description Code of the chart (科目编号).
             */
            code: string;
            /**
             * Name
             * @description Name of the subject (科目名称).
             */
            name: string;
            /**
             * Opening Debit Fen
             * @description Balance at the beginning where it is a debit (期初借方余额), in fen.
             */
            opening_debit_fen: number;
            /**
             * Opening Credit Fen
             * @description Balance at the beginning where it is a credit (期初贷方余额), in fen.
             */
            opening_credit_fen: number;
            /**
             * Debit Fen
             * @description Debits of the month (本期借方发生额), in fen.
             */
            debit_fen: number;
            /**
             * Credit Fen
             * @description Credits of the month (本期贷方发生额), in fen.
             */
            credit_fen: number;
            /**
             * Closing Debit Fen
             * @description Balance at the end where it is a debit (期末借方余额), in fen.
             */
            closing_debit_fen: number;
            /**
             * Closing Credit Fen
             * @description Balance at the end where it is a credit (期末贷方余额), in fen.
             */
            closing_credit_fen: number;
        };
        /**
         * SuspensePage
         * @description Receipts in suspense, by bank serial.
         */
        SuspensePage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["SuspenseReceipt"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * SuspenseReceipt
         * @description Bank money that pays no list (暂收, R-DEP-7).
         */
        SuspenseReceipt: {
            /**
             * Bank Serial
             * @description Serial number that the bank gave it (银行流水号).
             */
            bank_serial: string;
            /**
             * Amount Fen
             * @description What came. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Left Fen
             * @description What of it lies in suspense, money on its way back included. In fen (分), 1/100 yuan.
             */
            left_fen: number;
            /**
             * Refunding Fen
             * @description What of that is on its way back to the payer. In fen (分), 1/100 yuan.
             */
            refunding_fen: number;
            /**
             * Why Text
             * @description Why it lies there, in one sentence.
             */
            why_text: string;
            /**
             * Payer Name
             * @description Who paid (付款人), as the bank tells it.
             */
            payer_name: string;
            /**
             * Payer Account Tail
             * @description Last four digits of the account that it came from; none where the bank did not name it.
             */
            payer_account_tail: string | null;
            /**
             * Remittance Information
             * @description What the payer wrote (附言); an employer writes its list's payment reference.
             */
            remittance_information: string;
            /**
             * Value Date
             * Format: date
             * @description From which day the money earns interest (起息日), R-INT-1.
             */
            value_date: string;
            /**
             * Days
             * @description For how many days it has been lying.
             */
            days: number;
            /**
             * Recorded At
             * Format: date-time
             * @description When it was recorded.
             */
            recorded_at: string;
        };
        /**
         * TakenReceipt
         * @description A receipt of nobody's that a voucher takes out of suspense (暂收款), such as the bank's interest.
         */
        TakenReceipt: {
            /**
             * Bank Serial
             * @description Serial of the bank (银行流水号).
             */
            bank_serial: string;
            /**
             * Amount Fen
             * @description How much of it, in fen; a debit of 219.
             * @example 2342000
             */
            amount_fen: number;
        };
        /**
         * Transfer
         * @description A same-city transfer (同城转移).
         */
        Transfer: {
            /**
             * Transfer Id
             * Format: uuid
             * @description Its id.
             */
            transfer_id: string;
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * From Employer Name
             * @description Name of the former employer (原单位).
             */
            from_employer_name: string;
            /**
             * To Employer Name
             * @description Name of the new employer (新单位).
             */
            to_employer_name: string;
            /**
             * First Month
             * @description First month that the new employer remits, YYYY-MM.
             */
            first_month: string;
            /** @description How far it is, as a stable code. */
            state: components["schemas"]["TransferState"];
            /**
             * State Text
             * @description How far it is, in Chinese.
             */
            state_text: string;
            /**
             * Consent By
             * Format: date
             * @description Last day on which the person can agree.
             */
            consent_by: string;
            /**
             * Release By
             * Format: date
             * @description Last day of the former employer; then the centre decides (R-TRF-3).
             */
            release_by: string;
            /**
             * Asked At
             * Format: date-time
             * @description When the new employer asked.
             */
            asked_at: string;
        };
        /**
         * TransferBody
         * @description Somebody whom an employer takes over (同城转移).
         */
        TransferBody: {
            /**
             * Name
             * @description Name of the employee, as it stands on the document (姓名).
             */
            name: string;
            /**
             * @description Type of the identity document (证件类型), A.1.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             */
            id_number: string;
            /**
             * First Month
             * @description First month that the new employer remits (R-TRF-2).
             * @example 2026-03
             */
            first_month: string;
            /**
             * Base Fen
             * @description 缴存基数，分 In fen (分), 1/100 yuan.
             * @example 600000
             */
            base_fen: number;
        };
        /**
         * TransferState
         * @description The life of a same-city transfer (同城转移).
         * @enum {string}
         */
        TransferState: "asked" | "consented" | "done" | "refused" | "withdrawn" | "expired" | "void";
        /**
         * Transfers
         * @description Transfers, latest first.
         */
        Transfers: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Transfer"][];
        };
        /**
         * TrialBalance
         * @description Trial balance (试算平衡表): debits and credits equal in each pair of columns.
         */
        TrialBalance: {
            /**
             * Month
             * @description The period (会计期间), YYYY-MM.
             * @example 2026-10
             */
            month: string;
            /**
             * State
             * @description Whether the period is closed (已结账) or open.
             * @enum {string}
             */
            state: "open" | "closed";
            /**
             * Items
             * @description Every subject of the chart, by code.
             */
            items: components["schemas"]["SubjectBalance"][];
            /** @description Sums of the columns. */
            total: components["schemas"]["SubjectBalance"];
            /**
             * Balanced
             * @description Whether the three pairs of columns are equal.
             */
            balanced: boolean;
        };
        /**
         * TypeTotal
         * @description What the rows of one business type come to.
         */
        TypeTotal: {
            /**
             * Business Type
             * @description Business type (归集和提取业务类型), code of JGJ/T 320 A.5.
             */
            business_type: string;
            /**
             * Business Text
             * @description The business type in Chinese.
             */
            business_text: string;
            /**
             * Entries
             * @description Number of rows.
             */
            entries: number;
            /**
             * In Fen
             * @description What came in. In fen (分), 1/100 yuan.
             */
            in_fen: number;
            /**
             * Out Fen
             * @description What went out, as a positive amount. In fen (分), 1/100 yuan.
             */
            out_fen: number;
        };
        /**
         * TypedCell
         * @description What stands in a cell from now on; without a column the whole row is left out.
         */
        TypedCell: {
            /**
             * Row
             * @description Row from 1, as the error tells it.
             */
            row: number;
            /**
             * Column
             * @description The column as spreadsheets name it; none leaves the row out.
             * @example C
             */
            column?: string | null;
            /**
             * Text
             * @description What is typed.
             * @default
             */
            text: string;
        };
        /**
         * UnsealBody
         * @description One account to be unsealed (启封).
         */
        UnsealBody: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Effective Month
             * @description Contribution month from which it holds, YYYY-MM (R-CHG-2).
             * @example 2026-03
             */
            effective_month: string;
        };
        /**
         * UnsealRow
         * @description A row that unseals (启封).
         */
        UnsealRow: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Effective Month
             * @description Contribution month from which it holds, YYYY-MM (R-CHG-2).
             * @example 2026-03
             */
            effective_month: string;
            /**
             * @description What kind of change the row is (变更类型). (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "unseal";
        };
        /**
         * Unsealed
         * @description One unsealed account.
         */
        Unsealed: {
            /**
             * Account Number
             * @description Individual account number (个人账号).
             * @example 371410000001
             */
            account_number: string;
            /**
             * Remark
             * @description Which of its months are owed, since the lists of these months are closed.
             */
            remark: string | null;
        };
        /**
         * UnsealedAccounts
         * @description Unsealed accounts, in the order of the request.
         */
        UnsealedAccounts: {
            /**
             * Count
             * @description Accounts that were unsealed.
             */
            count: number;
            /**
             * Accounts
             * @description The accounts, in the order of the request.
             */
            accounts: components["schemas"]["Unsealed"][];
        };
        /**
         * UnsealsBody
         * @description Accounts to be unsealed, all or none.
         */
        UnsealsBody: {
            /**
             * Reason
             * @description Why the centre does it (代办理由); needed of staff, whose proposal another person decides.
             */
            reason?: string | null;
            /**
             * Evidence
             * @description Numbers of the documents that show it (依据材料编号).
             */
            evidence?: string[];
            /**
             * Items
             * @description The accounts; all are unsealed or none.
             */
            items: components["schemas"]["UnsealBody"][];
        };
        /**
         * Voucher
         * @description A voucher (记账凭证).
         */
        Voucher: {
            /**
             * Number
             * @description Number in the period (凭证号).
             */
            number: number;
            /**
             * Kind
             * @description Made of a day's entries of one business type, by two people, or by a year's closing.
             * @enum {string}
             */
            kind: "day" | "manual" | "closing";
            /**
             * Booked On
             * Format: date
             * @description The business date of its entries (记账日期).
             */
            booked_on: string;
            /**
             * Summary
             * @description What it is for (摘要); of a day's voucher, its business type.
             */
            summary: string;
            /**
             * Lines
             * @description Debits, then credits (分录).
             */
            lines: components["schemas"]["VoucherLine"][];
        };
        /**
         * VoucherBody
         * @description A voucher by hand (手工凭证), balanced.
         */
        VoucherBody: {
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
             * Month
             * @description The period that it belongs to: this month, or an earlier one that is open.
             * @example 2026-03
             */
            month: string;
            /**
             * Summary
             * @description What it is for (摘要).
             */
            summary: string;
            /**
             * Lines
             * @description Debits and credits, equal together with what `receipt` takes (分录).
             */
            lines: components["schemas"]["VoucherLineBody"][];
            /** @description What it takes out of suspense, if anything. */
            receipt?: components["schemas"]["TakenReceipt"] | null;
        };
        /**
         * VoucherLine
         * @description A line of a voucher (分录), in fen.
         */
        VoucherLine: {
            /**
             * Subject
             * @description Code of the subject (科目编号).
             */
            subject: string;
            /**
             * Name
             * @description Name of the subject (科目名称).
             */
            name: string;
            /**
             * Debit Fen
             * @description Debit (借方), in fen.
             */
            debit_fen: number;
            /**
             * Credit Fen
             * @description Credit (贷方), in fen.
             */
            credit_fen: number;
        };
        /**
         * VoucherLineBody
         * @description A line of a voucher (分录): a debit or a credit.
         */
        VoucherLineBody: {
            /**
             * Subject
             * @description Code of the chart of accounts (会计科目).
             * @example 41102
             */
            subject: string;
            /**
             * Debit Fen
             * @description Debit (借方), in fen.
             * @default 0
             */
            debit_fen: number;
            /**
             * Credit Fen
             * @description Credit (贷方), in fen.
             * @default 0
             */
            credit_fen: number;
        };
        /**
         * Vouchers
         * @description Vouchers of a period, by number.
         */
        Vouchers: {
            /**
             * Items
             * @description Vouchers by number.
             */
            items: components["schemas"]["Voucher"][];
            /**
             * Next Cursor
             * @description For the next page; null: no more.
             */
            next_cursor: string | null;
        };
        /**
         * YearClosingBody
         * @description How a year's added value is distributed (增值收益分配); the rest supplements low-rent housing.
         */
        YearClosingBody: {
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
             * Risk Reserve Fen
             * @description Loan risk reserve (贷款风险准备金), in fen.
             */
            risk_reserve_fen: number;
            /**
             * Management Fee Fen
             * @description Management fee of the centre (管理费用), as approved, in fen.
             */
            management_fee_fen: number;
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
    my_account_api_accounts_my_account_get: {
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
                    "application/json": components["schemas"]["Account"];
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
    my_entries_api_accounts_my_entries_get: {
        parameters: {
            query?: {
                /** @description First day of booking, included. */
                booked_from?: string | null;
                /** @description Last day of booking, included. */
                booked_until?: string | null;
                /** @description Only rows of this business type (业务类型), code of JGJ/T 320 A.5. */
                business_type?: components["schemas"]["BusinessType"] | null;
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
                    "application/json": components["schemas"]["EntryPage"];
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
    my_totals_api_accounts_my_entries_totals_get: {
        parameters: {
            query?: {
                /** @description First day of booking, included. */
                booked_from?: string | null;
                /** @description Last day of booking, included. */
                booked_until?: string | null;
                /** @description Only rows of this business type (业务类型), code of JGJ/T 320 A.5. */
                business_type?: components["schemas"]["BusinessType"] | null;
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
                    "application/json": components["schemas"]["EntryTotals"];
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
    account_api_accounts_accounts__account_number__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Individual account number (个人账号). */
                account_number: string;
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
                    "application/json": components["schemas"]["Account"];
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
    entries_api_accounts_accounts__account_number__entries_get: {
        parameters: {
            query?: {
                /** @description First day of booking, included. */
                booked_from?: string | null;
                /** @description Last day of booking, included. */
                booked_until?: string | null;
                /** @description Only rows of this business type (业务类型), code of JGJ/T 320 A.5. */
                business_type?: components["schemas"]["BusinessType"] | null;
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Individual account number (个人账号). */
                account_number: string;
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
                    "application/json": components["schemas"]["EntryPage"];
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
    totals_api_accounts_accounts__account_number__entries_totals_get: {
        parameters: {
            query?: {
                /** @description First day of booking, included. */
                booked_from?: string | null;
                /** @description Last day of booking, included. */
                booked_until?: string | null;
                /** @description Only rows of this business type (业务类型), code of JGJ/T 320 A.5. */
                business_type?: components["schemas"]["BusinessType"] | null;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Individual account number (个人账号). */
                account_number: string;
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
                    "application/json": components["schemas"]["EntryTotals"];
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
    history_api_accounts_accounts__account_number__history_get: {
        parameters: {
            query?: {
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Individual account number (个人账号). */
                account_number: string;
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
                    "application/json": components["schemas"]["AccountHistory"];
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
    lookup_api_accounts_accounts_lookup_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookupBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountNumbers"];
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
    employers_api_accounts_employers_get: {
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
                    "application/json": components["schemas"]["EmployerPage"];
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
    register_api_accounts_employers_post: {
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
                "application/json": components["schemas"]["RegisterProposal"];
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
    employer_api_accounts_employers__employer_number__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["Employer"];
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
    sign_api_accounts_employers__employer_number__agreement_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementBody"];
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
    revoke_api_accounts_employers__employer_number__agreement_revocation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
    staff_accounts_api_accounts_employers__employer_number__accounts_get: {
        parameters: {
            query?: {
                /** @description Only accounts in this state (个人账户状态). */
                state?: components["schemas"]["AccountState"] | null;
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["StaffPage"];
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
    open_accounts_api_accounts_employers__employer_number__accounts_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpeningBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedAccounts"];
                };
            };
            /** @description 中心代办：已提出，待另一人复核 */
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
    owed_months_api_accounts_employers__employer_number__owed_months_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["OwedPage"];
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
    late_api_accounts_late_employers_get: {
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
                    "application/json": components["schemas"]["LateEmployers"];
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
    search_api_accounts_employers__employer_number__accounts_search_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSearch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPage"];
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
    changes_api_accounts_employers__employer_number__staff_changes_get: {
        parameters: {
            query?: {
                /** @description First business date, included. */
                on_from?: string | null;
                /** @description Last business date, included. */
                on_until?: string | null;
                /** @description Only changes of this business type (业务类型), code of JGJ/T 320 A.5. */
                business_type?: components["schemas"]["BusinessType"] | null;
                /** @description Only changes of this account. */
                account_number?: string | null;
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["ChangePage"];
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
    my_entries_api_accounts_my_entries_export_get: {
        parameters: {
            query?: {
                /** @description First day of booking, included. */
                booked_from?: string | null;
                /** @description Last day of booking, included. */
                booked_until?: string | null;
                /** @description Only rows of this business type (业务类型), code of JGJ/T 320 A.5. */
                business_type?: components["schemas"]["BusinessType"] | null;
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: never;
            path?: never;
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
    entries_api_accounts_accounts__account_number__entries_export_get: {
        parameters: {
            query?: {
                /** @description First day of booking, included. */
                booked_from?: string | null;
                /** @description Last day of booking, included. */
                booked_until?: string | null;
                /** @description Only rows of this business type (业务类型), code of JGJ/T 320 A.5. */
                business_type?: components["schemas"]["BusinessType"] | null;
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Individual account number (个人账号). */
                account_number: string;
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
    staff_api_accounts_employers__employer_number__accounts_export_get: {
        parameters: {
            query?: {
                /** @description Only accounts in this state (个人账户状态). */
                state?: components["schemas"]["AccountState"] | null;
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
    lists_api_accounts_employers__employer_number__lists_export_get: {
        parameters: {
            query?: {
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
    staff_changes_api_accounts_employers__employer_number__staff_changes_export_get: {
        parameters: {
            query?: {
                /** @description First business date, included. */
                on_from?: string | null;
                /** @description Last business date, included. */
                on_until?: string | null;
                /** @description Only changes of this business type (业务类型), code of JGJ/T 320 A.5. */
                business_type?: components["schemas"]["BusinessType"] | null;
                /** @description Only changes of this account. */
                account_number?: string | null;
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
    suspense_api_accounts_employers__employer_number__suspense_export_get: {
        parameters: {
            query?: {
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
    history_api_accounts_employers__employer_number__history_export_get: {
        parameters: {
            query?: {
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
    lines_api_accounts_lists__list_id__lines_export_get: {
        parameters: {
            query?: {
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description The remittance list (汇缴清册). */
                list_id: string;
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
    seal_api_accounts_accounts_seal_post: {
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
                "application/json": components["schemas"]["SealsBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealedAccounts"];
                };
            };
            /** @description 中心代办：已提出，待另一人复核 */
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
    centre_seal_api_accounts_accounts__account_number__centre_seal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Individual account number (个人账号). */
                account_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CentreSealBody"];
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
    unseal_api_accounts_accounts_unseal_post: {
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
                "application/json": components["schemas"]["UnsealsBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnsealedAccounts"];
                };
            };
            /** @description 中心代办：已提出，待另一人复核 */
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
    change_bases_api_accounts_accounts_base_post: {
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
                "application/json": components["schemas"]["BasesBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedBases"];
                };
            };
            /** @description 中心代办：已提出，待另一人复核 */
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
    freeze_api_accounts_accounts__account_number__freeze_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Individual account number (个人账号). */
                account_number: string;
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
    unfreeze_api_accounts_accounts__account_number__unfreeze_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Individual account number (个人账号). */
                account_number: string;
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
    change_api_accounts_employers__employer_number__changes_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangesBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesDone"];
                };
            };
            /** @description 中心代办：已提出，待另一人复核 */
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
    preview_api_accounts_employers__employer_number__changes_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangesBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesPreview"];
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
    change_ratio_api_accounts_employers__employer_number__ratio_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatioBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rolled"];
                };
            };
            /** @description 中心代办：已提出，待另一人复核 */
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
    base_round_api_accounts_employers__employer_number__base_round_get: {
        parameters: {
            query: {
                /** @description Calendar year. */
                year: number;
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["RoundPage"];
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
    set_bases_api_accounts_employers__employer_number__base_round_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundDone"];
                };
            };
            /** @description 中心代办：已提出，待另一人复核 */
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
    of_employer_api_accounts_employers__employer_number__transfers_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["Transfers"];
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
    ask_api_accounts_employers__employer_number__transfers_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answered"];
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
    release_api_accounts_transfers__transfer_id__release_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The same-city transfer (同城转移). */
                transfer_id: string;
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
                    "application/json": components["schemas"]["Answered"];
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
    withdraw_api_accounts_transfers__transfer_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The same-city transfer (同城转移). */
                transfer_id: string;
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
                    "application/json": components["schemas"]["Answered"];
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
    decide_api_accounts_transfers__transfer_id__centre_decision_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The same-city transfer (同城转移). */
                transfer_id: string;
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
    my_transfers_api_accounts_my_transfers_get: {
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
                    "application/json": components["schemas"]["Transfers"];
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
    consent_api_accounts_my_transfers__transfer_id__consent_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The same-city transfer (同城转移). */
                transfer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answered"];
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
    my_seal_requests_api_accounts_my_seal_requests_get: {
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
                    "application/json": components["schemas"]["SealRequests"];
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
    ask_seal_api_accounts_my_seal_requests_post: {
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
                "application/json": components["schemas"]["SealRequestBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answered"];
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
    withdraw_seal_api_accounts_my_seal_requests__request_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
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
                    "application/json": components["schemas"]["Answered"];
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
    seal_requests_waiting_api_accounts_seal_requests_get: {
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
                    "application/json": components["schemas"]["SealRequests"];
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
    propose_api_accounts_employers__employer_number__accounts__account_number__identity_proposals_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
                /** @description Individual account number (个人账号). */
                account_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityProposalBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
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
    of_employer_api_accounts_employers__employer_number__identity_proposals_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["IdentityProposals"];
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
    upload_api_accounts_employers__employer_number__lists_uploads_post: {
        parameters: {
            query: {
                /** @description 汇缴月份 */
                month: string;
            };
            header?: {
                /** @description What the file is called, percent-encoded UTF-8. */
                "File-Name"?: string | null;
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/vnd.ms-excel": string;
                "text/csv": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFile"];
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
    template_api_accounts_lists_template_get: {
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
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
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
    list_file_api_accounts_list_files__file_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The list that an employer uploaded as a file (上传的清册). */
                file_id: string;
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
                    "application/json": components["schemas"]["ListFile"];
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
    errors_api_accounts_list_files__file_id__errors_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The list that an employer uploaded as a file (上传的清册). */
                file_id: string;
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
                    "application/json": components["schemas"]["ListFileErrors"];
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
    marked_api_accounts_list_files__file_id__marked_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The list that an employer uploaded as a file (上传的清册). */
                file_id: string;
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
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
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
    follow_api_accounts_list_files__file_id__events_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The list that an employer uploaded as a file (上传的清册). */
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 每有进展一个 progress 事件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
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
    accept_api_accounts_list_files__file_id__acceptance_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The list that an employer uploaded as a file (上传的清册). */
                file_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDetail"];
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
    correct_api_accounts_list_files__file_id__corrections_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The list that an employer uploaded as a file (上传的清册). */
                file_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Corrections"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFile"];
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
    lists_api_accounts_employers__employer_number__lists_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["ListPage"];
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
    draft_api_accounts_employers__employer_number__lists_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDetail"];
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
    confirm_api_accounts_lists__list_id__confirmation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description The remittance list (汇缴清册). */
                list_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfirmationBody"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDetail"];
                };
            };
            /** @description 中心代办：已提出，待另一人复核 */
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
    withdraw_api_accounts_lists__list_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The remittance list (汇缴清册). */
                list_id: string;
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
                    "application/json": components["schemas"]["ListDetail"];
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
    cancel_api_accounts_lists__list_id__cancellation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The remittance list (汇缴清册). */
                list_id: string;
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
    remittance_list_api_accounts_lists__list_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The remittance list (汇缴清册). */
                list_id: string;
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
                    "application/json": components["schemas"]["ListDetail"];
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
    lines_api_accounts_lists__list_id__lines_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description The remittance list (汇缴清册). */
                list_id: string;
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
                    "application/json": components["schemas"]["LinePage"];
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
    draft_api_accounts_employers__employer_number__drafts__page__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
                /** @description 网页的名称 */
                page: string;
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
                    "application/json": components["schemas"]["PageDraft"];
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
    save_api_accounts_employers__employer_number__drafts__page__post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
                /** @description 网页的名称 */
                page: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageDraft"];
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
    back_payments_api_accounts_employers__employer_number__back_payments_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["BackPaymentPage"];
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
    draft_api_accounts_employers__employer_number__back_payments_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackPaymentBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackPayment"];
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
    confirm_api_accounts_back_payments__back_payment_id__confirmation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description The back-payment list (补缴清单). */
                back_payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OnBehalf"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackPayment"];
                };
            };
            /** @description 中心代办：已提出，待另一人复核 */
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
    withdraw_api_accounts_back_payments__back_payment_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The back-payment list (补缴清单). */
                back_payment_id: string;
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
                    "application/json": components["schemas"]["BackPayment"];
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
    cancel_api_accounts_back_payments__back_payment_id__cancellation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The back-payment list (补缴清单). */
                back_payment_id: string;
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
    back_payment_api_accounts_back_payments__back_payment_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The back-payment list (补缴清单). */
                back_payment_id: string;
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
                    "application/json": components["schemas"]["BackPayment"];
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
    lines_api_accounts_back_payments__back_payment_id__lines_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The back-payment list (补缴清单). */
                back_payment_id: string;
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
                    "application/json": components["schemas"]["BackPaymentLinePage"];
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
    deferrals_api_accounts_employers__employer_number__deferrals_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["Deferrals"];
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
    defer_api_accounts_employers__employer_number__deferrals_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeferralBody"];
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
    lowerings_api_accounts_employers__employer_number__ratio_lowerings_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["Lowerings"];
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
    lower_api_accounts_employers__employer_number__ratio_lowerings_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoweringBody"];
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
    upload_api_accounts_employers__employer_number__hardship_papers_uploads_post: {
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
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["HardshipPaper"];
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
    fetch_api_accounts_employers__employer_number__hardship_papers__paper_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
    of_employer_api_accounts_employers__employer_number__hardship_requests_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["HardshipRequests"];
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
    ask_api_accounts_employers__employer_number__hardship_requests_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HardshipBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HardshipRequest"];
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
    withdraw_api_accounts_employers__employer_number__hardship_requests__request_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["HardshipRequest"];
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
    waiting_api_accounts_hardship_requests_get: {
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
                    "application/json": components["schemas"]["HardshipCasePage"];
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
    propose_api_accounts_hardship_requests__request_id__proposal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The request for a document (申请). */
                request_id: string;
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
    send_back_api_accounts_hardship_requests__request_id__return_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The request for a document (申请). */
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HardshipReturn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HardshipRequest"];
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
    codes_api_accounts_registrations_codes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
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
    proofs_api_accounts_registrations_proofs_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeEntered"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entered"];
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
    current_api_accounts_registrations_current_get: {
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
                    "application/json": components["schemas"]["Registration"];
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
    upload_api_accounts_registrations_current_papers_uploads_post: {
        parameters: {
            query: {
                /** @description 材料名称 */
                name: string;
            };
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
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
                    "application/json": components["schemas"]["RegistrationStanding"];
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
    take_back_api_accounts_registrations_current_papers__paper_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
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
                    "application/json": components["schemas"]["RegistrationStanding"];
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
    submit_api_accounts_registrations_current_submission_post: {
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
                "application/json": components["schemas"]["RegistrationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationStanding"];
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
    waiting_api_accounts_registrations_get: {
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
                    "application/json": components["schemas"]["RegistrationCasePage"];
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
    one_api_accounts_registrations__registration_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description A company's first registration online (单位缴存登记). */
                registration_id: string;
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
                    "application/json": components["schemas"]["Registration"];
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
    fetch_api_accounts_registrations__registration_id__papers__paper_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description A company's first registration online (单位缴存登记). */
                registration_id: string;
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
    propose_api_accounts_registrations__registration_id__proposal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A company's first registration online (单位缴存登记). */
                registration_id: string;
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
    send_back_api_accounts_registrations__registration_id__return_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A company's first registration online (单位缴存登记). */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationReturn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationStanding"];
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
    correct_api_accounts_accounts__account_number__corrections_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Individual account number (个人账号). */
                account_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionBody"];
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
    merge_api_accounts_accounts__account_number__merges_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Individual account number (个人账号). */
                account_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
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
    merges_api_accounts_merges_get: {
        parameters: {
            query?: {
                /** @description Only those of this account. */
                account_number?: string | null;
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
                    "application/json": components["schemas"]["Merges"];
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
    call_off_api_accounts_merges__merge_id__calling_off_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the merge. */
                merge_id: string;
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
                    "application/json": components["schemas"]["Merge"];
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
    own_api_accounts_my_complaints_get: {
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
                    "application/json": components["schemas"]["Complaints"];
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
    complain_api_accounts_my_complaints_post: {
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
                "application/json": components["schemas"]["ComplaintBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Complaint"];
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
    cases_api_accounts_complaints_get: {
        parameters: {
            query?: {
                /** @description Only those in this state */
                state?: ("open" | "answered") | null;
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["ComplaintPage"];
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
    answer_api_accounts_complaints__complaint_id__answer_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A person's complaint (投诉). */
                complaint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintCase"];
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
    seen_by_employer_api_accounts_employers__employer_number__complaints_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["ComplaintPage"];
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
    own_api_accounts_my_disputes_get: {
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
                    "application/json": components["schemas"]["Disputes"];
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
    dispute_api_accounts_my_disputes_post: {
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
                "application/json": components["schemas"]["DisputeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
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
    objection_api_accounts_my_disputes__dispute_id__objection_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A dispute about a booked row or the balance (异议). */
                dispute_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
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
    cases_api_accounts_disputes_get: {
        parameters: {
            query?: {
                /** @description Only those in this state */
                state?: components["schemas"]["DisputeState"] | null;
                /** @description Only those whose answer is late */
                late?: boolean;
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["DisputePage"];
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
    figures_api_accounts_disputes_figures_get: {
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
                    "application/json": components["schemas"]["DisputesWaiting"];
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
    answer_api_accounts_disputes__dispute_id__answer_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A dispute about a booked row or the balance (异议). */
                dispute_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeAnswerBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeCase"];
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
    suspense_api_accounts_employers__employer_number__suspense_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["SuspensePage"];
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
    unmatched_api_accounts_suspense_get: {
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
                    "application/json": components["schemas"]["SuspensePage"];
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
    allot_api_accounts_lists__list_id__allotment_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description The remittance list (汇缴清册). */
                list_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllotmentBody"];
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
    refund_api_accounts_suspense__bank_serial__refund_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description Serial number that the bank gave it (银行流水号). */
                bank_serial: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundBody"];
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
    refunds_api_accounts_employers__employer_number__refunds_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["RefundPage"];
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
    all_refunds_api_accounts_refunds_get: {
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
                    "application/json": components["schemas"]["RefundPage"];
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
    report_api_accounts_employers__employer_number__opening_balances_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
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
                    "application/json": components["schemas"]["MovedInReports"];
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
    propose_api_accounts_employers__employer_number__opening_balances_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Employer's number (单位账号). */
                employer_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovingInBody"];
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
    batches_api_accounts_moving_ins_get: {
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
                    "application/json": components["schemas"]["MovingInBatches"];
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
    begin_api_accounts_moving_ins_post: {
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
                "application/json": components["schemas"]["NewMovingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovingInBatch"];
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
    batch_api_accounts_moving_ins__batch_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 期初批次的编号 */
                batch_id: string;
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
                    "application/json": components["schemas"]["MovingInBatch"];
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
    upload_api_accounts_moving_ins__batch_id___kind__uploads_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the file is called, percent-encoded UTF-8; the same name replaces it. */
                "File-Name"?: string | null;
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description 期初批次的编号 */
                batch_id: string;
                /** @description accounts：个人账户余额表；controls：单位控制总数表 */
                kind: components["schemas"]["Kind"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/vnd.ms-excel": string;
                "text/csv": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovingInFile"];
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
    errors_api_accounts_moving_in_files__file_id__errors_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description 期初文件的编号 */
                file_id: string;
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
                    "application/json": components["schemas"]["MovingInErrors"];
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
    differences_api_accounts_moving_ins__batch_id__differences_export_get: {
        parameters: {
            query?: {
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: never;
            path: {
                /** @description 期初批次的编号 */
                batch_id: string;
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
    sign_api_accounts_moving_ins__batch_id__signature_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description 期初批次的编号 */
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Signature"];
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
    drop_api_accounts_moving_ins__batch_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description 期初批次的编号 */
                batch_id: string;
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
                    "application/json": components["schemas"]["MovingInBatch"];
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
    request_run_api_accounts_interest_runs_post: {
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
                "application/json": components["schemas"]["FundYearBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterestRun"];
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
    interest_run_api_accounts_interest_runs__fund_year__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Fund year (公积金年度), 1 July to 30 June, by the calendar year in which it ends. */
                fund_year: number;
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
                    "application/json": components["schemas"]["InterestRun"];
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
    propose_voucher_api_accounts_books_vouchers_post: {
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
                "application/json": components["schemas"]["VoucherBody"];
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
    propose_closing_api_accounts_books_periods__month__closing_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Contribution month (汇缴月份), YYYY-MM. */
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingBody"];
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
    propose_year_api_accounts_books_years__year__closing_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Calendar year. */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearClosingBody"];
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
    periods_api_accounts_books_periods_get: {
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
                    "application/json": components["schemas"]["Periods"];
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
    trial_balance_api_accounts_books_periods__month__trial_balance_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Contribution month (汇缴月份), YYYY-MM. */
                month: string;
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
                    "application/json": components["schemas"]["TrialBalance"];
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
    balance_sheet_api_accounts_books_periods__month__balance_sheet_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Contribution month (汇缴月份), YYYY-MM. */
                month: string;
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
                    "application/json": components["schemas"]["BalanceSheet"];
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
    added_value_api_accounts_books_periods__month__added_value_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Contribution month (汇缴月份), YYYY-MM. */
                month: string;
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
                    "application/json": components["schemas"]["AddedValue"];
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
    vouchers_api_accounts_books_periods__month__vouchers_get: {
        parameters: {
            query?: {
                /** @description Where to go on: `next_cursor` of the answer before. */
                cursor?: string | null;
                /** @description Items on a page at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Contribution month (汇缴月份), YYYY-MM. */
                month: string;
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
                    "application/json": components["schemas"]["Vouchers"];
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
    trial_balance_file_api_accounts_books_periods__month__trial_balance_export_get: {
        parameters: {
            query?: {
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: never;
            path: {
                /** @description Contribution month (汇缴月份), YYYY-MM. */
                month: string;
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
    balance_sheet_file_api_accounts_books_periods__month__balance_sheet_export_get: {
        parameters: {
            query?: {
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: never;
            path: {
                /** @description Contribution month (汇缴月份), YYYY-MM. */
                month: string;
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
    added_value_file_api_accounts_books_periods__month__added_value_export_get: {
        parameters: {
            query?: {
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: never;
            path: {
                /** @description Contribution month (汇缴月份), YYYY-MM. */
                month: string;
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
    vouchers_file_api_accounts_books_periods__month__vouchers_export_get: {
        parameters: {
            query?: {
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: never;
            path: {
                /** @description Contribution month (汇缴月份), YYYY-MM. */
                month: string;
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
    penalties_api_accounts_penalties_get: {
        parameters: {
            query?: {
                /** @description 统一社会信用代码 */
                social_credit_code?: string | null;
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
                    "application/json": components["schemas"]["Penalties"];
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
    fine_api_accounts_penalties_post: {
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
                "application/json": components["schemas"]["NewPenalty"];
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
    lift_api_accounts_penalties__penalty_id__lifting_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the fine. */
                penalty_id: string;
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
    my_erasure_api_accounts_my_erasure_get: {
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
                    "application/json": components["schemas"]["Erasing"];
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
    erase_api_accounts_my_erasure_post: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasing"];
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
    deposit_api_accounts_calculators_deposit_get: {
        parameters: {
            query: {
                /** @description Average monthly wage, in fen */
                wage_fen: number;
                /** @description In basis points In basis points, 1/100 of a percent. */
                employer_ratio_bp: number;
                /** @description In basis points In basis points, 1/100 of a percent. */
                employee_ratio_bp: number;
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
                    "application/json": components["schemas"]["DepositCalculated"];
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
    policies_api_accounts_policies_get: {
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
    propose_api_accounts_policies_post: {
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
    try_draft_api_accounts_policies_preview_post: {
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
    try_proposed_api_accounts_policies_proposals__proposal_id__preview_get: {
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
    list_proposals_api_accounts_proposals_get: {
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
    proposal_api_accounts_proposals__proposal_id__get: {
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
    decide_api_accounts_proposals__proposal_id__decision_post: {
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
    withdraw_api_accounts_proposals__proposal_id__withdrawal_post: {
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
    attach_api_accounts_proposals__proposal_id__papers_uploads_post: {
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
    fetch_api_accounts_proposals__proposal_id__papers__paper_id__get: {
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
    kept_of_me_api_accounts_personal_data_get: {
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
    rows_of_me_api_accounts_personal_data__table__get: {
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
    parked_api_accounts_parked_get: {
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
    queues_api_accounts_queues_get: {
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
    replay_api_accounts_parked__queue__replays_post: {
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
    set_aside_api_accounts_parked__queue__settings_aside_post: {
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
    audit_trail_api_accounts_audit_get: {
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
    jobs_api_accounts_jobs_get: {
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
