// Made by `make generate` from services/credit/openapi.json; not written by hand.
// SHA-256 48d6bba8b4d512c87ecfd88ecdc09b3222f104dee5fb4fd651b11ffd88f7803a
export interface paths {
    "/api/credit/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 主体入库
         * @description Propose that somebody stands in a register; nobody comes in by being looked for.
         */
        post: operations["register_api_credit_subjects_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/subjects/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核对主体
         * @description Say whether name and code belong together in a register (R-CRD-10); creates nothing.
         */
        post: operations["lookup_api_credit_subjects_lookup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/subjects/{subject_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 信用主体
         * @description Show a subject and every name and code that it had.
         */
        get: operations["show_api_credit_subjects__subject_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/subjects/{subject_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 主体更名换码
         * @description Propose another name or code; the old ones stay in the history.
         */
        post: operations["change_api_credit_subjects__subject_id__changes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/subjects/{subject_id}/merger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 主体合并
         * @description Propose that two subjects are one; the old key goes on to find it.
         */
        post: operations["merge_api_credit_subjects__subject_id__merger_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 双公示信息清单
         * @description List records by the day on which they must be public; without a word, what nobody has published yet.
         */
        get: operations["list_records_api_credit_records_get"];
        put?: never;
        /**
         * 录入双公示信息
         * @description Write a row down; every flaw is told by its cell. It is public when another person agrees.
         */
        post: operations["enter_api_credit_records_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/subjects/{subject_id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个主体的双公示信息
         * @description List a subject's records in every state, the latest decision first.
         */
        get: operations["of_subject_api_credit_subjects__subject_id__records_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/fund-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本中心决定的报送情况
         * @description List what the fund decided about people and which row came of it; two people publish that.
         */
        get: operations["fund_decisions_api_credit_fund_decisions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/fund-penalties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本中心行政处罚的报送情况
         * @description List the fund's fines on employers and which row came of each; two people publish that.
         */
        get: operations["fund_penalties_api_credit_fund_penalties_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/records/{record_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条双公示信息
         * @description Show a record with what it says and every state that it was in.
         */
        get: operations["show_api_credit_records__record_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/records/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交公示
         * @description Propose that entered records are published; whoever entered one of them does not decide.
         */
        post: operations["publish_api_credit_records_publications_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/records/{record_id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正信息
         * @description Propose what a published record should say; what it said stays as a version.
         */
        post: operations["correct_api_credit_records__record_id__correction_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/records/{record_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销信息
         * @description Propose that nobody sees a record any more that should not have been there.
         */
        post: operations["withdraw_api_credit_records__record_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/records/{record_id}/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请信用修复
         * @description Take an application down once its least time is over; a right, not a favour (R-CRD-19).
         */
        post: operations["apply_api_credit_records__record_id__repairs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 信用修复办理清单
         * @description List what is open, those that are due first at the top.
         */
        get: operations["open_repairs_api_credit_repairs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/repairs/{repair_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受理信用修复申请
         * @description Say whether an application is taken, with the reason (R-CRD-22); it can be asked for again.
         */
        post: operations["accept_api_credit_repairs__repair_id__acceptance_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/repairs/{repair_id}/decision-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出修复决定
         * @description Propose what becomes of a repair; agreed by another, the record is invisible everywhere at once.
         */
        post: operations["decide_api_credit_repairs__repair_id__decision_proposals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/records/{record_id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出异议
         * @description Take down what somebody says is wrong; while it is open every answer says so (R-CRD-23).
         */
        post: operations["object_to_api_credit_records__record_id__objections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 异议办理清单
         * @description List what is open with its words, those that are due first at the top.
         */
        get: operations["open_objections_api_credit_objections_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/objections/{objection_id}/decision-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出异议核查结论
         * @description Propose what becomes of an objection; another decides.
         */
        post: operations["answer_api_credit_objections__objection_id__decision_proposals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/subjects/{subject_id}/shields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 破产重整屏蔽
         * @description List the rulings by which a firm is or was shielded.
         */
        get: operations["shields_api_credit_subjects__subject_id__shields_get"];
        put?: never;
        /**
         * 破产重整屏蔽
         * @description Propose, as a repair officer, that a firm's penalties are hidden while its plan is carried out.
         */
        post: operations["begin_api_credit_subjects__subject_id__shields_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/shields/{shield_id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 终止破产重整屏蔽
         * @description Propose that a shield ends before its plan would; what it hid is shown again as long as it may be.
         */
        post: operations["end_api_credit_shields__shield_id__ending_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 办件的信用查询结果
         * @description Show result and reason of what was asked in a matter; only what is visible now (R-CRD-31).
         */
        get: operations["of_matter_api_credit_checks_get"];
        put?: never;
        /**
         * 逢报必查
         * @description Ask about firms, as an authorised user and with the purpose; a question of a day is answered once.
         */
        post: operations["ask_api_credit_checks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/checks/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量查询
         * @description Propose to ask about many firms at once; the answers stand in the matter (R-CRD-32).
         */
        post: operations["ask_many_api_credit_checks_bulk_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/imports/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传导入文件
         * @description Take a file as JSON, XML, CSV or Excel, of one schema (R-CRD-35); it is read afterwards, follow it.
         */
        post: operations["upload_api_credit_imports_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导入文件清单
         * @description List files that were handed in, the latest first.
         */
        get: operations["files_api_credit_imports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/imports/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导入文件：状态与预览
         * @description Show how far a file is, and what it would bring in.
         */
        get: operations["show_api_credit_imports__file_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/imports/{file_id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导入文件：错误明细
         * @description List every error with its row and cell (R-CRD-14).
         */
        get: operations["errors_api_credit_imports__file_id__errors_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/imports/{file_id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导入文件：各行预览
         * @description Show the rows that the second person is to answer for.
         */
        get: operations["rows_api_credit_imports__file_id__rows_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/imports/{file_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交导入复核
         * @description Propose that exactly what was previewed is taken; whoever handed it in does not decide.
         */
        post: operations["accept_api_credit_imports__file_id__acceptance_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/import-schemas/{what}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导入文件的结构定义
         * @description Return the canonical JSON Schema; in XML `fields` are its rows, in tables titles are the headings.
         */
        get: operations["schema_api_credit_import_schemas__what__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/import-templates/{what}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载导入模板
         * @description Return the sheet that is filled in: every cell is text, so that no digit is lost.
         */
        get: operations["template_api_credit_import_templates__what__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 名单与措施清单
         * @description List which lists there are and what may be done with who is on one: nothing else (R-CRD-26).
         */
        get: operations["lists_api_credit_lists_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/subjects/{subject_id}/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 主体所在名单
         * @description Show on which lists somebody is today.
         */
        get: operations["of_subject_api_credit_subjects__subject_id__lists_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/lists/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 列入名单
         * @description Propose what an authority told: who is on its list, with basis and days.
         */
        post: operations["enter_api_credit_lists_entries_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/lists/entries/{entry_id}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 移出名单
         * @description Propose that somebody is no longer on a list; what rested on it is answered anew.
         */
        post: operations["leave_api_credit_lists_entries__entry_id__leaving_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/checks/{check_id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 奖惩措施反馈
         * @description Say what became of a measure in the matter of a check, applied or not, and why (R-CRD-28).
         */
        post: operations["feed_back_api_credit_checks__check_id__feedback_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 授权用户清单
         * @description List users with how much each looks up; a unit's administrator sees the own unit's alone.
         */
        get: operations["users_api_credit_users_get"];
        put?: never;
        /**
         * 授权用户
         * @description Propose, as its administrator, that somebody acts for a unit; who was shut comes in again like that.
         */
        post: operations["authorise_api_credit_users_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/users/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 平台授权用户
         * @description Propose, as one of two administrators of the platform, a unit's administrator or whoever has none.
         */
        post: operations["appoint_api_credit_users_appointments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/users/{user_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按季确认用户
         * @description Say, as its administrator, that the unit stands for a user one quarter longer; never for oneself.
         */
        post: operations["confirm_api_credit_users__user_id__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/users/{user_id}/shutting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用用户
         * @description Let a user in no more, at once: the own unit's administrator does it, or anybody who decides.
         */
        post: operations["shut_api_credit_users__user_id__shutting_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/my/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的信用报告
         * @description List the reports that one asked for about oneself, the latest first.
         */
        get: operations["mine_api_credit_my_reports_get"];
        put?: never;
        /**
         * 查询本人信用报告
         * @description Issue a report about oneself, as of now; it says who has looked, too.
         */
        post: operations["about_me_api_credit_my_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 柜台出具信用报告
         * @description Issue a report of who asks for it, or by written authority, as an authorised user; never one's own.
         */
        post: operations["at_the_counter_api_credit_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/reports/{number}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载信用报告
         * @description Print a report as it was told; once a record of it is repaired or changed, nobody gets it any more.
         */
        get: operations["fetch_api_credit_reports__number__pdf_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布政策文件
         * @description Propose that the public site shows a document.
         */
        post: operations["publish_api_credit_policies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/policies/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量发布政策文件
         * @description Propose that the public site shows all documents of a file; each flaw is told by row and column.
         */
        post: operations["publish_file_api_credit_policies_files_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/policies/{document_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤下政策文件
         * @description Propose that it shows a document no more.
         */
        post: operations["withdraw_api_credit_policies__document_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/look-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询留痕
         * @description Show who looked, for which unit, in which matter and why, the latest first.
         */
        get: operations["look_ups_api_credit_look_ups_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/look-ups/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 核验查询留痕
         * @description Reckon the chain again: whether a look-up was changed or left out.
         */
        get: operations["verification_api_credit_look_ups_verification_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/public/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查找政策文件
         * @description Find documents in which words stand, of a year or of all, the latest first, a page of them.
         */
        get: operations["search_api_credit_public_policies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/public/policies/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 政策文件
         * @description Show a document.
         */
        get: operations["read_api_credit_public_policies__document_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/public/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查找企业
         * @description Find firms and organisations by exact code, or by a name with one wrong character in it.
         */
        get: operations["search_api_credit_public_subjects_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/public/subjects/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 企业信用信息
         * @description Show what is public of a firm today; a code that it had leads to it.
         */
        get: operations["file_api_credit_public_subjects__code__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/public/reports/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 核验信用报告
         * @description Say whether a report is ours and still stands, by number and check code; nothing of its subject.
         */
        get: operations["check_report_api_credit_public_reports__number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/public/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公示统计
         * @description Count what is public; the figures are a minute old at most.
         */
        get: operations["statistics_api_credit_public_statistics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/proposals": {
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
        get: operations["list_proposals_api_credit_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/proposals/{proposal_id}": {
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
        get: operations["proposal_api_credit_proposals__proposal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/proposals/{proposal_id}/decision": {
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
        post: operations["decide_api_credit_proposals__proposal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/proposals/{proposal_id}/withdrawal": {
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
        post: operations["withdraw_api_credit_proposals__proposal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/personal-data": {
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
        get: operations["kept_of_me_api_credit_personal_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/personal-data/{table}": {
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
        get: operations["rows_of_me_api_credit_personal_data__table__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/parked": {
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
        get: operations["parked_api_credit_parked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/queues": {
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
        get: operations["queues_api_credit_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/parked/{queue}/replays": {
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
        post: operations["replay_api_credit_parked__queue__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/parked/{queue}/settings-aside": {
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
        post: operations["set_aside_api_credit_parked__queue__settings_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/audit": {
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
        get: operations["audit_trail_api_credit_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/jobs": {
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
        get: operations["jobs_api_credit_jobs_get"];
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
         * @description Whether an application is taken (受理).
         */
        Acceptance: {
            /**
             * Accepted
             * @description Whether it is taken.
             */
            accepted: boolean;
            /**
             * Reason
             * @description Why, or why not.
             */
            reason: string;
        };
        /**
         * AcceptanceBody
         * @description What is accepted of the file that the path names: exactly what was previewed.
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
             * Digest
             * @description The digest (摘要) that the preview shows.
             * @example 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
             */
            digest: string;
        };
        /**
         * AskedFirm
         * @description A firm or organisation that is asked about: name and code together.
         */
        AskedFirm: {
            /**
             * Name
             * @description Its name.
             */
            name: string;
            /**
             * Code
             * @description 统一社会信用代码（GB 32100）
             * @example 12371400MB28491737
             */
            code: string;
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
         * BulkCheck
         * @description What is asked about many firms: that takes two people (批量查询, R-CRD-32).
         */
        BulkCheck: {
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
             * Matter Id
             * @description 办件编号: which matter.
             */
            matter_id: string;
            /**
             * Purpose
             * @description Why it is asked (查询用途).
             */
            purpose: string;
            /**
             * Subjects
             * @description About whom.
             */
            subjects: components["schemas"]["AskedFirm"][];
        };
        /**
         * CheckAnswer
         * @description What a check came to; it decides nothing by itself (R-CRD-3).
         */
        CheckAnswer: {
            /**
             * Check Id
             * Format: uuid
             * @description Its id.
             */
            check_id: string;
            /**
             * Asked By
             * @description Which service asked, or `staff`.
             */
            asked_by: string;
            /**
             * Matter
             * @description What is being handled, as a stable code.
             */
            matter: string;
            /**
             * Matter Id
             * @description Which.
             */
            matter_id: string;
            /**
             * Purpose
             * @description Why it was asked, in Chinese.
             */
            purpose: string;
            /**
             * Asked On
             * Format: date
             * @description Business date of the question; the answer may be used for the matter until that day ends.
             */
            asked_on: string;
            /**
             * Code Masked
             * @description Of a firm its code; of a natural person stars.
             */
            code_masked: string;
            /**
             * Match
             * @description `exact`, `name_only` or `none`.
             */
            match: string;
            /**
             * Round
             * @description 1, then one more each time that a record it rested on was hidden.
             */
            round: number;
            /**
             * Result
             * @description `clear` or `hits`.
             */
            result: string;
            /**
             * Result Text
             * @description What it came to, in one Chinese sentence.
             */
            result_text: string;
            /**
             * Data As Of
             * Format: date-time
             * @description Instant of what was found.
             */
            data_as_of: string;
            /**
             * Digest
             * @description SM3 of what the answer rested on.
             */
            digest: string;
            /**
             * Items
             * @description What it rests on and is visible now.
             */
            items: components["schemas"]["CheckItem"][];
            /**
             * Lists
             * @description On which lists the subject is, with what may be done in this matter and what was.
             */
            lists: components["schemas"]["Hit"][];
        };
        /**
         * CheckItem
         * @description A record that an answer rests on and that is visible now.
         */
        CheckItem: {
            /**
             * Record Id
             * Format: uuid
             * @description Its id.
             */
            record_id: string;
            /**
             * Kind Text
             * @description Permit or penalty, in Chinese.
             */
            kind_text: string;
            /**
             * Authority Name
             * @description Whose decision it is.
             */
            authority_name: string;
            /**
             * Document No
             * @description 决定文书号.
             */
            document_no: string;
            /**
             * Decided On
             * Format: date
             * @description 决定日期.
             */
            decided_on: string;
            /**
             * Public Until
             * @description Last day of publication.
             */
            public_until: string | null;
            /**
             * State
             * @description `valid`, `in_repair` 修复中 or `in_objection` 异议中 (R-CRD-23).
             */
            state: string;
        };
        /**
         * CheckList
         * @description The checks of a matter, latest first.
         */
        CheckList: {
            /**
             * Items
             * @description None while credit has not answered: the matter goes on meanwhile (R-CRD-5).
             */
            items: components["schemas"]["CheckAnswer"][];
        };
        /**
         * CorrectionBody
         * @description What the record that the path names says from now on.
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
            /** @description The whole row, as it should be. */
            record: components["schemas"]["NewRecord"];
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
         * DecisionState
         * @description What became of a decision of the fund (本中心决定的报送状态).
         * @enum {string}
         */
        DecisionState: "waiting" | "drafted" | "by_hand" | "over" | "lifted";
        /**
         * Feedback
         * @description What became of a measure in the matter of a check (奖惩反馈).
         */
        Feedback: {
            /**
             * Entry Id
             * Format: uuid
             * @description The membership.
             */
            entry_id: string;
            /**
             * Measure Code
             * @description The measure.
             */
            measure_code: string;
            /**
             * Applied
             * @description Whether it was applied.
             */
            applied: boolean;
            /**
             * Why
             * @description Why, or why not.
             */
            why: string;
        };
        /**
         * Found
         * @description Whether somebody stands in a register (R-CRD-10).
         */
        Found: {
            /**
             * Match
             * @description `exact`: name and code belong together; `code_only`: another name stands there; `none`.
             * @example exact
             */
            match: string;
            /**
             * Subject Id
             * @description Who it is; none where nobody has the code.
             */
            subject_id: string | null;
            /**
             * Name
             * @description The name that stands there; none of a natural person.
             */
            name: string | null;
        };
        /**
         * FundDecision
         * @description A decision of the fund about a person, and the row of 双公示 that came of it.
         */
        FundDecision: {
            /**
             * Decision Id
             * Format: uuid
             * @description Its id, which withdrawals gave it.
             */
            decision_id: string;
            /**
             * Cause
             * @description What was found, as a stable code: `false_materials` or `loan_fraud`.
             */
            cause: string;
            /**
             * Found On
             * Format: date
             * @description From when on it counts.
             */
            found_on: string;
            /**
             * Ends On
             * Format: date
             * @description Its last day.
             */
            ends_on: string;
            /**
             * Document No
             * @description 决定文书号.
             */
            document_no: string;
            /** @description What became of it, as a stable code. */
            state: components["schemas"]["DecisionState"];
            /**
             * State Text
             * @description What became of it, in Chinese.
             */
            state_text: string;
            /**
             * Record Id
             * @description The row that two people publish; none where nothing was drafted.
             */
            record_id: string | null;
            /**
             * Heard At
             * Format: date-time
             * @description When credit heard of it.
             */
            heard_at: string;
        };
        /**
         * FundDecisions
         * @description Decisions of the fund.
         */
        FundDecisions: {
            /**
             * Items
             * @description The latest first, at most two hundred.
             */
            items: components["schemas"]["FundDecision"][];
        };
        /**
         * FundPenalties
         * @description Fines of the fund.
         */
        FundPenalties: {
            /**
             * Items
             * @description The latest first, at most two hundred.
             */
            items: components["schemas"]["FundPenalty"][];
        };
        /**
         * FundPenalty
         * @description A fine of the fund on an employer, and the row of 双公示 that came of it.
         */
        FundPenalty: {
            /**
             * Penalty Id
             * Format: uuid
             * @description Its id, which accounts gave it.
             */
            penalty_id: string;
            /**
             * Social Credit Code
             * @description Whom it is on.
             * @example 91110000600037341L
             */
            social_credit_code: string;
            /**
             * Document No
             * @description 决定文书号.
             */
            document_no: string;
            /** @description What became of it, as a stable code. */
            state: components["schemas"]["DecisionState"];
            /**
             * State Text
             * @description What became of it, in Chinese.
             */
            state_text: string;
            /**
             * Record Id
             * @description The row that two people publish; none where nothing was drafted.
             */
            record_id: string | null;
            /**
             * Heard At
             * Format: date-time
             * @description When credit heard of it.
             */
            heard_at: string;
        };
        /**
         * Gravity
         * @description How grave a breach is (失信程度, R-CRD-16).
         * @enum {string}
         */
        Gravity: "minor" | "general" | "serious";
        /**
         * Ground
         * @description By what right a report is asked for (查询依据).
         * @enum {string}
         */
        Ground: "self" | "authority";
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
         * Hit
         * @description A membership that an answer rests on, with what may be done in its matter.
         */
        Hit: {
            /**
             * Entry Id
             * Format: uuid
             * @description Its id.
             */
            entry_id: string;
            /**
             * List Code
             * @description Which list.
             */
            list_code: string;
            /**
             * List Name
             * @description Its name.
             */
            list_name: string;
            /**
             * Colour
             * @description `serious` 严重失信 or `red` 守信.
             */
            colour: string;
            /**
             * Document No
             * @description 认定文书号.
             */
            document_no: string;
            /**
             * Authority Name
             * @description 认定单位.
             */
            authority_name: string;
            /**
             * Basis
             * @description 认定依据.
             */
            basis: string;
            /**
             * In On
             * Format: date
             * @description 列入日期.
             */
            in_on: string;
            /**
             * Out On
             * @description 拟移出日期.
             */
            out_on: string | null;
            /**
             * Measures
             * @description Nothing else may be done, and none of these must.
             */
            measures: components["schemas"]["Measure"][];
            /**
             * Uses
             * @description What was done.
             */
            uses: components["schemas"]["Use"][];
        };
        /**
         * ImportErrors
         * @description What is wrong with a file, in the order of its rows.
         */
        ImportErrors: {
            /**
             * Items
             * @description The flaws.
             */
            items: components["schemas"]["ImportFlaw"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; null on the last.
             */
            next_cursor: string | null;
        };
        /**
         * ImportFile
         * @description A file that was handed in (批量导入).
         */
        ImportFile: {
            /**
             * File Id
             * Format: uuid
             * @description Its id.
             */
            file_id: string;
            /** @description `subjects` 主体, `permits` 行政许可 or `penalties` 行政处罚. */
            what: components["schemas"]["ImportKind"];
            /**
             * What Text
             * @description What it hands in, in Chinese.
             */
            what_text: string;
            /**
             * File Name
             * @description What it was called.
             */
            file_name: string;
            /**
             * Size Bytes
             * @description Its size.
             */
            size_bytes: number;
            /**
             * Sha256
             * @description SHA-256 of the file, hexadecimal.
             */
            sha256: string;
            /** @description How far it is, as a stable code; `ready` waits for the second person. */
            state: components["schemas"]["ImportState"];
            /**
             * State Text
             * @description How far it is, in Chinese.
             */
            state_text: string;
            /**
             * Rows Read
             * @description Rows in which nothing is wrong, so far.
             */
            rows_read: number;
            /**
             * Error Count
             * @description Errors so far; each is told with its row and cell.
             */
            error_count: number;
            /**
             * Why
             * @description Why it cannot be read at all, and what helps.
             */
            why: string | null;
            /**
             * Ignored Columns
             * @description Columns that mean nothing here.
             */
            ignored_columns: string[];
            /** @description What it would bring in, once everything in it is right. */
            preview: components["schemas"]["ImportPreview"] | null;
            /**
             * Digest
             * @description SM3 of its rows: accepting it takes this.
             */
            digest: string | null;
            /**
             * Received At
             * Format: date-time
             * @description When it came.
             */
            received_at: string;
            /**
             * Taken
             * @description Rows that were taken so far.
             */
            taken: number;
            /**
             * Left Out
             * @description Rows that somebody else had brought in since the preview.
             */
            left_out: number;
            /**
             * Taken At
             * @description When the last row was taken.
             */
            taken_at: string | null;
        };
        /**
         * ImportFlaw
         * @description What is wrong in one cell.
         */
        ImportFlaw: {
            /**
             * Row
             * @description Row from 1, as the file counts; 0 of the whole file.
             */
            row: number;
            /**
             * Cell
             * @description `F3` of a table, the name of the field of JSON and XML; empty of a whole row.
             */
            cell: string;
            /**
             * Field
             * @description What the field is called.
             */
            field: string;
            /**
             * Value
             * @description What stands there; names and numbers of people masked.
             */
            value: string;
            /**
             * Reason
             * @description What is wrong, and what would be allowed.
             */
            reason: string;
            /**
             * Rule
             * @description The rule that says so.
             * @example R-WDR-2
             */
            rule: string;
        };
        /**
         * ImportKind
         * @description What a file hands in (报送内容).
         * @enum {string}
         */
        ImportKind: "subjects" | "permits" | "penalties";
        /**
         * ImportPage
         * @description Files, the latest first.
         */
        ImportPage: {
            /**
             * Items
             * @description The files.
             */
            items: components["schemas"]["ImportFile"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; null on the last.
             */
            next_cursor: string | null;
        };
        /**
         * ImportPreview
         * @description What a file would bring in.
         */
        ImportPreview: {
            /**
             * New
             * @description Rows that nobody has handed in before.
             */
            new: number;
            /**
             * Renamed
             * @description Subjects that stand under another name now.
             */
            renamed: number;
            /**
             * Same
             * @description Subjects that stand like that already.
             */
            same: number;
            /**
             * Natural
             * @description Rows about natural persons.
             */
            natural: number;
            /**
             * Fine Fen
             * @description Fines of all rows, in fen.
             */
            fine_fen: number;
            /**
             * First Day
             * @description The earliest decision (决定日期).
             */
            first_day: string | null;
            /**
             * Last Day
             * @description The latest decision.
             */
            last_day: string | null;
        };
        /**
         * ImportRow
         * @description A row as it would be taken.
         */
        ImportRow: {
            /**
             * Row
             * @description Row from 1, as the file counts.
             */
            row: number;
            /**
             * Standing
             * @description `new`, `renamed` or `same`.
             */
            standing: string;
            /**
             * Said
             * @description What it says; of a natural person's register the keyed hashes alone.
             */
            said: {
                [key: string]: unknown;
            };
        };
        /**
         * ImportRows
         * @description Rows of a file that waits for its second person.
         */
        ImportRows: {
            /**
             * Items
             * @description The rows.
             */
            items: components["schemas"]["ImportRow"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; null on the last.
             */
            next_cursor: string | null;
        };
        /**
         * ImportState
         * @description How far a file is that was handed in (导入状态).
         * @enum {string}
         */
        ImportState: "received" | "reading" | "flawed" | "unreadable" | "ready" | "taking" | "taken" | "forgotten";
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
         * ListKind
         * @description A list that a law, a central document or a department rule knows.
         */
        ListKind: {
            /**
             * List Code
             * @description Its code.
             */
            list_code: string;
            /**
             * Name
             * @description Its name.
             */
            name: string;
            /**
             * Colour
             * @description `serious` 严重失信 or `red` 守信.
             */
            colour: string;
            /**
             * Basis
             * @description By what it exists.
             */
            basis: string;
            /**
             * Measures
             * @description What may be done with who is on it; nothing else.
             */
            measures: components["schemas"]["Measure"][];
        };
        /**
         * ListKinds
         * @description The lists there are.
         */
        ListKinds: {
            /**
             * Items
             * @description The lists.
             */
            items: components["schemas"]["ListKind"][];
        };
        /**
         * LookUp
         * @description A look-up, as the auditor and its subject see it.
         */
        LookUp: {
            /**
             * Number
             * @description Its place in the chain.
             */
            number: number;
            /**
             * Looked At
             * Format: date-time
             * @description When.
             */
            looked_at: string;
            /**
             * Identity Id
             * Format: uuid
             * @description Who.
             */
            identity_id: string;
            /**
             * Unit Code
             * @description For which unit.
             */
            unit_code: string;
            /**
             * Matter Id
             * @description In which matter.
             */
            matter_id: string;
            /**
             * Purpose
             * @description Why.
             */
            purpose: string;
            /**
             * Shown
             * @description What was shown, by category.
             */
            shown: string[];
            /**
             * Result Digest
             * @description SM3 of the answer.
             */
            result_digest: string;
            /**
             * Digest
             * @description SM3 of this look-up and of the one before.
             */
            digest: string;
        };
        /**
         * LookUps
         * @description Look-ups, the latest first.
         */
        LookUps: {
            /**
             * Items
             * @description The look-ups.
             */
            items: components["schemas"]["LookUp"][];
        };
        /**
         * Lookup
         * @description Whom staff look for: in a body, so that no number stands in a log.
         */
        Lookup: {
            /**
             * Name
             * @description Name as the base register has it (主体名称).
             */
            name: string;
            /**
             * Code
             * @description Unified social credit code (统一社会信用代码); none of a natural person.
             */
            code?: string | null;
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             */
            id_number?: string | null;
        };
        /**
         * Measure
         * @description What the national list lets anybody do, or a reward.
         */
        Measure: {
            /**
             * Measure Code
             * @description Its code.
             */
            measure_code: string;
            /**
             * Matter
             * @description In which matter.
             */
            matter: string;
            /**
             * Kind
             * @description `restriction` 惩戒 or `reward` 激励: a reward only speeds things up.
             */
            kind: string;
            /**
             * Words
             * @description What it is, in Chinese.
             */
            words: string;
            /**
             * Source
             * @description Where the national list has it.
             */
            source: string;
        };
        /**
         * Membership
         * @description Somebody on a list.
         */
        Membership: {
            /**
             * Entry Id
             * Format: uuid
             * @description Its id.
             */
            entry_id: string;
            /**
             * List Code
             * @description Which list.
             */
            list_code: string;
            /**
             * List Name
             * @description Its name.
             */
            list_name: string;
            /**
             * Colour
             * @description `serious` 严重失信 or `red` 守信.
             */
            colour: string;
            /**
             * Document No
             * @description 认定文书号.
             */
            document_no: string;
            /**
             * Authority Name
             * @description 认定单位.
             */
            authority_name: string;
            /**
             * Basis
             * @description 认定依据.
             */
            basis: string;
            /**
             * In On
             * Format: date
             * @description 列入日期.
             */
            in_on: string;
            /**
             * Out On
             * @description 拟移出日期.
             */
            out_on: string | null;
        };
        /**
         * Memberships
         * @description On which lists somebody is today.
         */
        Memberships: {
            /**
             * Items
             * @description The memberships.
             */
            items: components["schemas"]["Membership"][];
        };
        /**
         * MergerBody
         * @description Into whom the subject that the path names is merged.
         */
        MergerBody: {
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
             * Into
             * Format: uuid
             * @description Who has its records from now on.
             */
            into: string;
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
         * MyReport
         * @description A report about oneself.
         */
        MyReport: {
            /**
             * Purpose
             * @description What it is for (查询用途).
             */
            purpose: string;
        };
        /**
         * NewCheck
         * @description What staff ask about firms before an award, a procurement or a report (逢报必查).
         */
        NewCheck: {
            /**
             * Matter Id
             * @description 办件编号: which matter.
             */
            matter_id: string;
            /**
             * Purpose
             * @description Why it is asked (查询用途).
             */
            purpose: string;
            /**
             * Subjects
             * @description About whom.
             */
            subjects: components["schemas"]["AskedFirm"][];
        };
        /**
         * NewEntry
         * @description Somebody is on a list, as its authority tells (列入名单).
         */
        NewEntry: {
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
             * Subject Id
             * Format: uuid
             * @description Who.
             */
            subject_id: string;
            /**
             * List Code
             * @description Which list.
             */
            list_code: string;
            /**
             * Document No
             * @description Number of the decision (认定文书号).
             */
            document_no: string;
            /**
             * Authority Name
             * @description Whose list it is (认定单位).
             */
            authority_name: string;
            /**
             * Authority Code
             * @description 统一社会信用代码（GB 32100）
             * @example 12371400MB28491737
             */
            authority_code: string;
            /**
             * Basis
             * @description The law or rule (认定依据).
             */
            basis: string;
            /**
             * In On
             * Format: date
             * @description First day on the list (列入日期).
             */
            in_on: string;
            /**
             * Out On
             * @description Last day, where the authority told one (拟移出日期).
             */
            out_on?: string | null;
        };
        /**
         * NewObjection
         * @description What somebody says is wrong with a record.
         */
        NewObjection: {
            /** @description What is said to be wrong. */
            about: components["schemas"]["ObjectedTo"];
            /**
             * Words
             * @description What they say.
             */
            words: string;
        };
        /**
         * NewPolicy
         * @description A document that the site is to show.
         */
        NewPolicy: {
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
             * @description Title (标题).
             */
            title: string;
            /**
             * Issuer
             * @description Who issued it (发文机关).
             */
            issuer: string;
            /**
             * Document No
             * @description 发文字号, once.
             */
            document_no: string;
            /**
             * Issued On
             * Format: date
             * @description 成文日期.
             */
            issued_on: string;
            /**
             * Body
             * @description Its text; a line is a paragraph.
             */
            body: string;
        };
        /**
         * NewRecord
         * @description One row of 双公示; what is missing or wrong is told cell by cell.
         */
        NewRecord: {
            /** @description `permit` 行政许可 or `penalty` 行政处罚. */
            kind: components["schemas"]["RecordKind"];
            /**
             * Subject Name
             * @description 行政相对人名称.
             */
            subject_name: string;
            /**
             * Subject Category
             * @description 行政相对人类别：法人及非法人组织、个体工商户、自然人.
             */
            subject_category: string;
            /**
             * Subject Code
             * @description 统一社会信用代码 of the subject; empty of a natural person.
             * @default
             */
            subject_code: string;
            /**
             * Id Number
             * @description 身份证件号码 of a natural person; kept sealed, never published.
             * @default
             */
            id_number: string;
            /**
             * Organisation Code
             * @description 组织机构代码 (GB 11714), where it is told beside.
             * @default
             */
            organisation_code: string;
            /**
             * Legal Representative
             * @description 法定代表人; of a legal person.
             * @default
             */
            legal_representative: string;
            /**
             * Document Title
             * @description 决定文书名称; of a permit.
             * @default
             */
            document_title: string;
            /**
             * Document No
             * @description 决定文书号, once for an authority.
             * @default
             */
            document_no: string;
            /**
             * What
             * @description 许可类别 of a permit, 违法行为类型 of a penalty.
             * @default
             */
            what: string;
            /**
             * Facts
             * @description 违法事实; of a penalty.
             * @default
             */
            facts: string;
            /**
             * Basis
             * @description 处罚依据; of a penalty.
             * @default
             */
            basis: string;
            /**
             * Penalty Types
             * @description 处罚类别; of a penalty.
             */
            penalty_types?: string[];
            /**
             * Content
             * @description 许可内容 or 处罚内容.
             * @default
             */
            content: string;
            /**
             * Fine Fen
             * @description 罚款金额. In fen (分), 1/100 yuan.
             */
            fine_fen?: number | null;
            /**
             * Confiscated Fen
             * @description 没收金额. In fen (分), 1/100 yuan.
             */
            confiscated_fen?: number | null;
            /**
             * Licence
             * @description 暂扣或吊销证照名称及编号.
             * @default
             */
            licence: string;
            /**
             * Certificate Name
             * @description 许可证书名称.
             * @default
             */
            certificate_name: string;
            /**
             * Certificate Number
             * @description 许可编号.
             * @default
             */
            certificate_number: string;
            /**
             * Decided On
             * @description 决定日期.
             */
            decided_on?: string | null;
            /**
             * Valid From
             * @description 有效期自; of a permit.
             */
            valid_from?: string | null;
            /**
             * Valid Until
             * @description 有效期至; 2099-12-31 for a long term.
             */
            valid_until?: string | null;
            /**
             * Authority Name
             * @description 许可机关 or 处罚机关.
             * @default
             */
            authority_name: string;
            /**
             * Authority Code
             * @description Its unified social credit code.
             * @default
             */
            authority_code: string;
            /**
             * Source Name
             * @description 数据来源单位.
             * @default
             */
            source_name: string;
            /**
             * Source Code
             * @description Its unified social credit code.
             * @default
             */
            source_code: string;
            /**
             * Remark
             * @description 备注.
             * @default
             */
            remark: string;
            /**
             * Simple Procedure
             * @description 当场处罚: such are not reported (R-CRD-12).
             * @default false
             */
            simple_procedure: boolean;
            /**
             * State Secret
             * @description 涉及国家秘密: such are not reported (R-CRD-12).
             * @default false
             */
            state_secret: boolean;
        };
        /**
         * NewRepair
         * @description Who wants a record repaired, and what shows that the duties are done.
         */
        NewRepair: {
            /**
             * Applicant
             * @description Who applies at the window (经办人), with the authorisation's number where it is another.
             */
            applicant: string;
            /**
             * Commitment
             * @description 信用承诺: that all of it is true, and who answers for it.
             */
            commitment: string;
            /**
             * Evidence
             * @description Numbers of what proves that the conduct is corrected and the duties are met.
             */
            evidence: string[];
        };
        /**
         * NewReport
         * @description A report of a subject, asked for at the counter.
         */
        NewReport: {
            /**
             * Name
             * @description Name as the base register has it (主体名称).
             */
            name: string;
            /**
             * Code
             * @description Unified social credit code (统一社会信用代码); none of a natural person.
             */
            code?: string | null;
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             */
            id_number?: string | null;
            /** @description By whose will. */
            ground: components["schemas"]["Ground"];
            /**
             * Authority No
             * @description 授权书编号: number of the written authority, which stays with the counter's papers.
             */
            authority_no?: string | null;
            /**
             * Purpose
             * @description What it is for (查询用途).
             */
            purpose: string;
        };
        /**
         * NewShield
         * @description A court's ruling on the reorganisation of the firm that the path names (批准重整计划的裁定).
         */
        NewShield: {
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
             * Court Name
             * @description Which court ruled.
             */
            court_name: string;
            /**
             * Ruling No
             * @description Number of the ruling (裁定书文号).
             */
            ruling_no: string;
            /**
             * Ruled On
             * Format: date
             * @description Its day, today at the latest.
             */
            ruled_on: string;
            /**
             * Plan Until
             * Format: date
             * @description Last day of the plan (重整计划执行期), today at the earliest.
             */
            plan_until: string;
        };
        /**
         * NewSubject
         * @description Who is to stand in a register (主体入库); the register follows from the code.
         */
        NewSubject: {
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
             * Name
             * @description Name as the base register has it (主体名称).
             */
            name: string;
            /**
             * Code
             * @description Unified social credit code (统一社会信用代码); none of a natural person.
             */
            code?: string | null;
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             */
            id_number?: string | null;
            /**
             * Source
             * @description Where it was learned (数据来源).
             * @default 主管部门
             */
            source: string;
        };
        /**
         * NewUser
         * @description Somebody may look up, for a unit of the city or a county (授权用户).
         */
        NewUser: {
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
             * Identity Id
             * Format: uuid
             * @description Who logs in.
             */
            identity_id: string;
            /**
             * Unit Code
             * @description 统一社会信用代码（GB 32100）
             * @example 12371400MB28491737
             */
            unit_code: string;
            /**
             * Unit Name
             * @description Name of the unit.
             */
            unit_name: string;
            /**
             * County
             * @description City or county (市、县（市、区）).
             */
            county: string;
            /** @description What they may do. */
            role: components["schemas"]["UserRole"];
        };
        /**
         * ObjectedTo
         * @description What somebody says is wrong (异议类型).
         * @enum {string}
         */
        ObjectedTo: "content" | "period" | "subject";
        /**
         * ObjectionAnswer
         * @description An objection that was taken down.
         */
        ObjectionAnswer: {
            /**
             * Objection Id
             * Format: uuid
             * @description Its id.
             */
            objection_id: string;
            /**
             * Record Id
             * Format: uuid
             * @description The record; every answer about it says 异议中 until it is decided.
             */
            record_id: string;
            /**
             * Result Due On
             * Format: date
             * @description By then it is answered.
             */
            result_due_on: string;
        };
        /**
         * ObjectionDecisionBody
         * @description What becomes of the objection that the path names.
         */
        ObjectionDecisionBody: {
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
             * Upheld
             * @description Whether they are right; then the record is corrected or withdrawn by its own operation.
             */
            upheld: boolean;
        };
        /**
         * OpenObjection
         * @description An objection that nobody has decided.
         */
        OpenObjection: {
            /**
             * Objection Id
             * Format: uuid
             * @description Its id.
             */
            objection_id: string;
            /**
             * Record Id
             * Format: uuid
             * @description The record that it is about.
             */
            record_id: string;
            /**
             * Document No
             * @description The record's 决定文书号.
             */
            document_no: string;
            /**
             * Authority Name
             * @description Whose decision it is.
             */
            authority_name: string;
            /**
             * Subject Name
             * @description Name of a firm or organisation; none of a natural person.
             */
            subject_name: string | null;
            /** @description What is said to be wrong. */
            about: components["schemas"]["ObjectedTo"];
            /**
             * About Text
             * @description The same, in Chinese.
             */
            about_text: string;
            /**
             * Words
             * @description What they say.
             */
            words: string;
            /**
             * Raised On
             * Format: date
             * @description When it was raised.
             */
            raised_on: string;
            /**
             * Result Due On
             * Format: date
             * @description By then it is answered.
             */
            result_due_on: string;
            /**
             * Late
             * @description That day is over.
             */
            late: boolean;
        };
        /**
         * OpenObjections
         * @description Open objections, those that are due first at the top.
         */
        OpenObjections: {
            /**
             * Items
             * @description The objections.
             */
            items: components["schemas"]["OpenObjection"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; null on the last.
             */
            next_cursor: string | null;
        };
        /**
         * Outcome
         * @description What a check of a report comes to (核验结果).
         * @enum {string}
         */
        Outcome: "match" | "changed" | "no_match";
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
         * Policies
         * @description A page of documents, the latest first.
         */
        Policies: {
            /**
             * Items
             * @description The documents of this page, at most twenty.
             */
            items: components["schemas"]["Policy"][];
            /**
             * Total
             * @description How many there are on all pages.
             */
            total: number;
            /**
             * Page
             * @description Which page, from 1.
             */
            page: number;
            /**
             * Pages
             * @description How many pages.
             */
            pages: number;
            /**
             * Years
             * @description In which years documents were issued, the latest first.
             */
            years: number[];
        };
        /**
         * Policy
         * @description A document in the list.
         */
        Policy: {
            /**
             * Document Id
             * Format: uuid
             * @description Its id.
             */
            document_id: string;
            /**
             * Title
             * @description Title.
             */
            title: string;
            /**
             * Issuer
             * @description Who issued it.
             */
            issuer: string;
            /**
             * Document No
             * @description 发文字号.
             */
            document_no: string;
            /**
             * Issued On
             * Format: date
             * @description 成文日期.
             */
            issued_on: string;
        };
        /**
         * PolicyFile
         * @description Documents that the site is to show, a row each.
         */
        PolicyFile: {
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
             * Csv
             * @description The file's content: CSV (RFC 4180) with the columns 标题, 发文机关, 发文字号, 成文日期, 正文.
             */
            csv: string;
        };
        /**
         * PolicyText
         * @description A document with its text.
         */
        PolicyText: {
            /**
             * Document Id
             * Format: uuid
             * @description Its id.
             */
            document_id: string;
            /**
             * Title
             * @description Title.
             */
            title: string;
            /**
             * Issuer
             * @description Who issued it.
             */
            issuer: string;
            /**
             * Document No
             * @description 发文字号.
             */
            document_no: string;
            /**
             * Issued On
             * Format: date
             * @description 成文日期.
             */
            issued_on: string;
            /**
             * Body
             * @description Its text; a line is a paragraph.
             */
            body: string;
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
         * PublicFile
         * @description A firm or organisation with what is public of it.
         */
        PublicFile: {
            /**
             * Code
             * @description Unified social credit code (统一社会信用代码).
             */
            code: string;
            /**
             * Name
             * @description Name.
             */
            name: string;
            /** @description The register in which it stands. */
            kind: components["schemas"]["SubjectKind"];
            /**
             * Kind Text
             * @description The register, in Chinese.
             */
            kind_text: string;
            /**
             * Holder
             * @description What kind of body it is, in Chinese.
             */
            holder: string;
            /**
             * As Of
             * Format: date-time
             * @description Instant of the answer.
             */
            as_of: string;
            /**
             * Permits
             * @description How many permits are public.
             */
            permits: number;
            /**
             * Penalties
             * @description How many penalties are public.
             */
            penalties: number;
            /**
             * Records
             * @description The latest of them, at most a hundred.
             */
            records: components["schemas"]["PublicRecord"][];
        };
        /**
         * PublicRecord
         * @description A permit or penalty that is public now.
         */
        PublicRecord: {
            /**
             * Record Id
             * Format: uuid
             * @description Its id.
             */
            record_id: string;
            /** @description Permit or penalty. */
            kind: components["schemas"]["RecordKind"];
            /**
             * Kind Text
             * @description The kind, in Chinese.
             */
            kind_text: string;
            /**
             * Authority Name
             * @description Whose decision it is.
             */
            authority_name: string;
            /**
             * Document No
             * @description 决定文书号.
             */
            document_no: string;
            /**
             * Decided On
             * Format: date
             * @description 决定日期.
             */
            decided_on: string;
            /**
             * Gravity Text
             * @description How grave the breach is, in Chinese; none of a permit.
             */
            gravity_text: string | null;
            /**
             * Repair From
             * @description First day on which its repair may be asked for.
             */
            repair_from: string | null;
            /**
             * Public Until
             * @description Last day of publication (公示截止期).
             */
            public_until: string | null;
            /**
             * Content
             * @description What it says, cell by cell.
             */
            content: {
                [key: string]: unknown;
            };
        };
        /**
         * PublicSubject
         * @description A firm or organisation.
         */
        PublicSubject: {
            /**
             * Code
             * @description Unified social credit code (统一社会信用代码).
             */
            code: string;
            /**
             * Name
             * @description Name.
             */
            name: string;
            /** @description The register in which it stands. */
            kind: components["schemas"]["SubjectKind"];
            /**
             * Kind Text
             * @description The register, in Chinese.
             */
            kind_text: string;
            /**
             * Holder
             * @description What kind of body it is, in Chinese.
             */
            holder: string;
        };
        /**
         * Publication
         * @description Which entered records are to be published (复核公示).
         */
        Publication: {
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
             * Record Ids
             * @description The records; all of them or none.
             */
            record_ids: string[];
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
         * RecordAnswer
         * @description A record as staff see it.
         */
        RecordAnswer: {
            /**
             * Record Id
             * Format: uuid
             * @description Its id.
             */
            record_id: string;
            /** @description Permit or penalty. */
            kind: components["schemas"]["RecordKind"];
            /**
             * Kind Text
             * @description The kind, in Chinese.
             */
            kind_text: string;
            /**
             * Subject Id
             * Format: uuid
             * @description Whom it is about.
             */
            subject_id: string;
            /**
             * Subject Name
             * @description Name of the subject; none of a natural person.
             */
            subject_name: string | null;
            /**
             * Authority Name
             * @description Whose decision it is.
             */
            authority_name: string;
            /**
             * Document No
             * @description 决定文书号.
             */
            document_no: string;
            /**
             * Decided On
             * Format: date
             * @description 决定日期.
             */
            decided_on: string;
            /** @description How far it is, as a stable code. */
            state: components["schemas"]["RecordState"];
            /**
             * State Text
             * @description How far it is, in Chinese.
             */
            state_text: string;
            /**
             * Due On
             * Format: date
             * @description Seventh working day after the decision: by then it must be public (R-CRD-11).
             */
            due_on: string;
            /**
             * Late
             * @description Not public though that day is over.
             */
            late: boolean;
            /** @description How grave the breach is; none of a permit. */
            gravity: components["schemas"]["Gravity"] | null;
            /**
             * Gravity Text
             * @description How grave, in Chinese.
             */
            gravity_text: string | null;
            /**
             * Public
             * @description Whether the rule sets let it be published (R-CRD-16).
             */
            public: boolean;
            /**
             * Repair From
             * @description First day on which its repair may be asked for.
             */
            repair_from: string | null;
            /**
             * Public Until
             * @description Last day of publication (公示截止期).
             */
            public_until: string | null;
            /**
             * Rule Set
             * @description Day from which the newest rule set holds that was asked for it.
             */
            rule_set: string | null;
        };
        /**
         * RecordDetail
         * @description A record with what it says, and what it said.
         */
        RecordDetail: {
            /**
             * Record Id
             * Format: uuid
             * @description Its id.
             */
            record_id: string;
            /** @description Permit or penalty. */
            kind: components["schemas"]["RecordKind"];
            /**
             * Kind Text
             * @description The kind, in Chinese.
             */
            kind_text: string;
            /**
             * Subject Id
             * Format: uuid
             * @description Whom it is about.
             */
            subject_id: string;
            /**
             * Subject Name
             * @description Name of the subject; none of a natural person.
             */
            subject_name: string | null;
            /**
             * Authority Name
             * @description Whose decision it is.
             */
            authority_name: string;
            /**
             * Document No
             * @description 决定文书号.
             */
            document_no: string;
            /**
             * Decided On
             * Format: date
             * @description 决定日期.
             */
            decided_on: string;
            /** @description How far it is, as a stable code. */
            state: components["schemas"]["RecordState"];
            /**
             * State Text
             * @description How far it is, in Chinese.
             */
            state_text: string;
            /**
             * Due On
             * Format: date
             * @description Seventh working day after the decision: by then it must be public (R-CRD-11).
             */
            due_on: string;
            /**
             * Late
             * @description Not public though that day is over.
             */
            late: boolean;
            /** @description How grave the breach is; none of a permit. */
            gravity: components["schemas"]["Gravity"] | null;
            /**
             * Gravity Text
             * @description How grave, in Chinese.
             */
            gravity_text: string | null;
            /**
             * Public
             * @description Whether the rule sets let it be published (R-CRD-16).
             */
            public: boolean;
            /**
             * Repair From
             * @description First day on which its repair may be asked for.
             */
            repair_from: string | null;
            /**
             * Public Until
             * @description Last day of publication (公示截止期).
             */
            public_until: string | null;
            /**
             * Rule Set
             * @description Day from which the newest rule set holds that was asked for it.
             */
            rule_set: string | null;
            /**
             * Content
             * @description The row as it was handed in.
             */
            content: {
                [key: string]: unknown;
            };
            /**
             * Versions
             * @description Every state that it was in, oldest first.
             */
            versions: components["schemas"]["RecordVersion"][];
        };
        /**
         * RecordKind
         * @description What a record says (双公示类别, R-CRD-11).
         * @enum {string}
         */
        RecordKind: "permit" | "penalty";
        /**
         * RecordPage
         * @description Records, those that are due first at the top.
         */
        RecordPage: {
            /**
             * Items
             * @description The records.
             */
            items: components["schemas"]["RecordAnswer"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; null on the last.
             */
            next_cursor: string | null;
        };
        /**
         * RecordState
         * @description How far a record is (信息状态, R-CRD-15).
         * @enum {string}
         */
        RecordState: "entered" | "published" | "ended" | "repaired" | "withdrawn";
        /**
         * RecordVersion
         * @description A state that a record was in.
         */
        RecordVersion: {
            /**
             * Version
             * @description 1, then one more with each change.
             */
            version: number;
            /**
             * Changed At
             * Format: date-time
             * @description From when on.
             */
            changed_at: string;
            /**
             * Step
             * @description `enter`, `publish`, `correct`, `recompute`, `end`, `repair` or `withdraw`.
             */
            step: string;
            /**
             * Public Until
             * @description Last day of publication, as it was reckoned then (公示截止期).
             */
            public_until: string | null;
            /**
             * Reason
             * @description Why it was changed.
             */
            reason: string;
        };
        /**
         * RepairAnswer
         * @description How far a repair is.
         */
        RepairAnswer: {
            /**
             * Repair Id
             * Format: uuid
             * @description Its id.
             */
            repair_id: string;
            /**
             * Record Id
             * Format: uuid
             * @description The record.
             */
            record_id: string;
            /**
             * Applicant
             * @description Who applied.
             */
            applicant: string;
            /** @description How far it is, as a stable code. */
            state: components["schemas"]["RepairState"];
            /**
             * State Text
             * @description How far it is, in Chinese.
             */
            state_text: string;
            /**
             * Applied On
             * Format: date
             * @description When it was asked for.
             */
            applied_on: string;
            /**
             * Accept Due On
             * Format: date
             * @description By then it is said whether it is taken (R-CRD-22).
             */
            accept_due_on: string;
            /**
             * Result Due On
             * Format: date
             * @description By then its result is there (R-CRD-22).
             */
            result_due_on: string;
            /**
             * Decision
             * @description Why it was decided so; none while it is open.
             */
            decision: string | null;
        };
        /**
         * RepairDecisionBody
         * @description What becomes of the repair that the path names.
         */
        RepairDecisionBody: {
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
             * Agree
             * @description Whether the record is repaired.
             */
            agree: boolean;
        };
        /**
         * RepairList
         * @description Open repairs, those that are due first at the top.
         */
        RepairList: {
            /**
             * Items
             * @description At most two hundred.
             */
            items: components["schemas"]["RepairAnswer"][];
        };
        /**
         * RepairState
         * @description How far a repair is (信用修复状态, R-CRD-25).
         * @enum {string}
         */
        RepairState: "applied" | "not_accepted" | "verifying" | "agreed" | "refused";
        /**
         * Report
         * @description A report that was issued; the check code stands on the paper alone.
         */
        Report: {
            /**
             * Number
             * @description Its number.
             */
            number: string;
            /** @description By what right it was asked for. */
            ground: components["schemas"]["Ground"];
            /**
             * Purpose
             * @description What it is for.
             */
            purpose: string;
            /**
             * As Of
             * Format: date-time
             * @description Instant of what it says.
             */
            as_of: string;
            /**
             * Digest
             * @description SM3 of what it says.
             */
            digest: string;
        };
        /**
         * ReportCheck
         * @description What anybody is told of a report: nothing about its subject.
         */
        ReportCheck: {
            /** @description What it comes to, as a stable code. */
            outcome: components["schemas"]["Outcome"];
            /**
             * Outcome Text
             * @description The same, in Chinese.
             */
            outcome_text: string;
            /**
             * As Of
             * @description Instant of what it says; none where it is not ours.
             */
            as_of: string | null;
            /**
             * Digest
             * @description SM3 of what it says, as it is printed at its foot; none where it is not ours.
             */
            digest: string | null;
        };
        /**
         * Reports
         * @description Reports about oneself.
         */
        Reports: {
            /**
             * Items
             * @description The latest first, at most a hundred.
             */
            items: components["schemas"]["Report"][];
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
         * SearchAnswer
         * @description What a search has found, the most alike first.
         */
        SearchAnswer: {
            /**
             * Items
             * @description At most ten: whoever seeks one firm needs no more.
             */
            items: components["schemas"]["PublicSubject"][];
        };
        /**
         * Shield
         * @description A shield as staff see it.
         */
        Shield: {
            /**
             * Shield Id
             * Format: uuid
             * @description Its id.
             */
            shield_id: string;
            /**
             * Court Name
             * @description Which court ruled.
             */
            court_name: string;
            /**
             * Ruling No
             * @description Number of the ruling.
             */
            ruling_no: string;
            /**
             * Ruled On
             * Format: date
             * @description Its day.
             */
            ruled_on: string;
            /**
             * Plan Until
             * Format: date
             * @description Last day of the plan.
             */
            plan_until: string;
            /**
             * Ended At
             * @description Since when it stands no more; none while it does.
             */
            ended_at: string | null;
            /**
             * Ended Reason
             * @description Why it ended.
             */
            ended_reason: string | null;
        };
        /**
         * Shields
         * @description Shields of a firm.
         */
        Shields: {
            /**
             * Items
             * @description Those that stand first.
             */
            items: components["schemas"]["Shield"][];
        };
        /**
         * State
         * @description Of a proposal; only the first can still change.
         * @enum {string}
         */
        "State-Input": "open" | "executed" | "rejected" | "withdrawn" | "expired";
        /**
         * Statistics
         * @description How much is public (统计).
         */
        Statistics: {
            /**
             * As Of
             * Format: date-time
             * @description When it was counted.
             */
            as_of: string;
            /**
             * Legal Persons
             * @description Legal persons and individual businesses in the register.
             */
            legal_persons: number;
            /**
             * Organisations
             * @description Non-enterprise legal persons in the register.
             */
            organisations: number;
            /**
             * Permits
             * @description Permits that are public.
             */
            permits: number;
            /**
             * Penalties
             * @description Penalties that are public.
             */
            penalties: number;
            /**
             * By Year
             * @description By the year of the decision, oldest first.
             */
            by_year: components["schemas"]["YearFigures"][];
        };
        /**
         * SubjectAnswer
         * @description A subject as staff see it (信用主体).
         */
        SubjectAnswer: {
            /**
             * Subject Id
             * Format: uuid
             * @description Its id, for ever.
             */
            subject_id: string;
            /** @description The register in which it stands. */
            kind: components["schemas"]["SubjectKind"];
            /**
             * Kind Text
             * @description The register, in Chinese.
             */
            kind_text: string;
            /**
             * Holder
             * @description What kind of body its code was given to; none of a natural person.
             */
            holder: string | null;
            /**
             * Code
             * @description Unified social credit code; none of a natural person.
             */
            code: string | null;
            /**
             * Name
             * @description Name; none of a natural person, whom only a hash tells.
             */
            name: string | null;
            /** @description Whether it stands for itself, or was merged. */
            state: components["schemas"]["SubjectState"];
            /**
             * Merged Into
             * @description Who has its records now.
             */
            merged_into: string | null;
            /**
             * Registered At
             * Format: date-time
             * @description Since when it stands in the register.
             */
            registered_at: string;
            /**
             * History
             * @description What it was called, oldest first.
             */
            history: components["schemas"]["SubjectChangeLine"][];
        };
        /**
         * SubjectChangeBody
         * @description What a subject is called from now on, of the subject that the path names.
         */
        SubjectChangeBody: {
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
             * Name
             * @description Its name from now on.
             */
            name: string;
            /**
             * Code
             * @description 统一社会信用代码（GB 32100）
             * @example 12371400MB28491737
             */
            code: string;
        };
        /**
         * SubjectChangeLine
         * @description What a subject was called from a moment on.
         */
        SubjectChangeLine: {
            /**
             * Changed At
             * Format: date-time
             * @description From when on.
             */
            changed_at: string;
            /**
             * What
             * @description `registered`, `changed` or `merged`.
             */
            what: string;
            /**
             * Code
             * @description Its code from then on; none of a natural person.
             */
            code: string | null;
            /**
             * Name
             * @description Its name from then on; none of a natural person.
             */
            name: string | null;
            /**
             * Reason
             * @description Why it was changed.
             */
            reason: string;
        };
        /**
         * SubjectKind
         * @description In which register a subject stands (主体类别, R-CRD-6).
         * @enum {string}
         */
        SubjectKind: "legal_person" | "organisation" | "natural_person";
        /**
         * SubjectState
         * @description How a subject stands.
         * @enum {string}
         */
        SubjectState: "registered" | "merged";
        /**
         * Use
         * @description What was fed back.
         */
        Use: {
            /**
             * Entry Id
             * Format: uuid
             * @description The membership.
             */
            entry_id: string;
            /**
             * Measure Code
             * @description The measure.
             */
            measure_code: string;
            /**
             * Applied
             * @description Whether it was applied.
             */
            applied: boolean;
            /**
             * Why
             * @description Why, or why not.
             */
            why: string;
            /**
             * Used On
             * Format: date
             * @description When.
             */
            used_on: string;
        };
        /**
         * User
         * @description A user as staff see them.
         */
        User: {
            /**
             * Identity Id
             * Format: uuid
             * @description Who logs in.
             */
            identity_id: string;
            /**
             * Unit Code
             * @description Code of the unit.
             */
            unit_code: string;
            /**
             * Unit Name
             * @description Its name.
             */
            unit_name: string;
            /**
             * County
             * @description City or county.
             */
            county: string;
            /** @description What they may do. */
            role: components["schemas"]["UserRole"];
            /**
             * Confirmed Until
             * Format: date
             * @description Last day on which the unit stands for them.
             */
            confirmed_until: string;
            /**
             * Last Used On
             * Format: date
             * @description When they looked something up last.
             */
            last_used_on: string;
            /**
             * Shut Reason
             * @description Why they are let in no more.
             */
            shut_reason: string | null;
            /**
             * Looked Up Day
             * @description Firms that they looked up in the last 24 hours.
             */
            looked_up_day: number;
            /**
             * Looked Up Month
             * @description Firms that they looked up in the last 30 days.
             */
            looked_up_month: number;
            /**
             * Odd
             * @description Whether those of a day are more than anybody's work takes (R-CRD-33).
             */
            odd: boolean;
        };
        /**
         * UserRole
         * @description What a user may do (用户角色).
         * @enum {string}
         */
        UserRole: "asker" | "reporter" | "repair_officer" | "unit_admin" | "auditor";
        /**
         * Users
         * @description Users of a county, or of all.
         */
        Users: {
            /**
             * Items
             * @description By county and unit.
             */
            items: components["schemas"]["User"][];
            /**
             * In Force
             * @description How many may look up today.
             */
            in_force: number;
        };
        /**
         * Verification
         * @description Whether the chain of look-ups holds.
         */
        Verification: {
            /**
             * Looked Through
             * @description Links that were reckoned again.
             */
            looked_through: number;
            /**
             * Broken At
             * @description The first link that does not hold; none where all do.
             */
            broken_at: number | null;
        };
        /**
         * YearFigures
         * @description What was decided in a year and is public.
         */
        YearFigures: {
            /**
             * Year
             * @description The year.
             */
            year: number;
            /**
             * Permits
             * @description Permits.
             */
            permits: number;
            /**
             * Penalties
             * @description Penalties.
             */
            penalties: number;
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
    register_api_credit_subjects_post: {
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
                "application/json": components["schemas"]["NewSubject"];
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
    lookup_api_credit_subjects_lookup_post: {
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
                "application/json": components["schemas"]["Lookup"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_api_credit_subjects__subject_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Id of the subject (信用主体). */
                subject_id: string;
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
                    "application/json": components["schemas"]["SubjectAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_api_credit_subjects__subject_id__changes_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the subject (信用主体). */
                subject_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubjectChangeBody"];
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
    merge_api_credit_subjects__subject_id__merger_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the subject (信用主体). */
                subject_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergerBody"];
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
    list_records_api_credit_records_get: {
        parameters: {
            query?: {
                /** @description In this state */
                state?: components["schemas"]["RecordState"];
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
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_api_credit_records_post: {
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
                "application/json": components["schemas"]["NewRecord"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    of_subject_api_credit_subjects__subject_id__records_get: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description How many at the most */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Id of the subject. */
                subject_id: string;
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
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fund_decisions_api_credit_fund_decisions_get: {
        parameters: {
            query?: {
                /** @description Of which this became */
                state?: components["schemas"]["DecisionState"] | null;
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
                    "application/json": components["schemas"]["FundDecisions"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fund_penalties_api_credit_fund_penalties_get: {
        parameters: {
            query?: {
                /** @description Of which this became */
                state?: components["schemas"]["DecisionState"] | null;
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
                    "application/json": components["schemas"]["FundPenalties"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_api_credit_records__record_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Id of the record. */
                record_id: string;
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
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_api_credit_records_publications_post: {
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
                "application/json": components["schemas"]["Publication"];
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
    correct_api_credit_records__record_id__correction_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the record. */
                record_id: string;
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
    withdraw_api_credit_records__record_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the record. */
                record_id: string;
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
    apply_api_credit_records__record_id__repairs_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the record. */
                record_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRepair"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepairAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_repairs_api_credit_repairs_get: {
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
                    "application/json": components["schemas"]["RepairList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_api_credit_repairs__repair_id__acceptance_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the application for repair. */
                repair_id: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepairAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_api_credit_repairs__repair_id__decision_proposals_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the application for repair. */
                repair_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairDecisionBody"];
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
    object_to_api_credit_records__record_id__objections_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the record. */
                record_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewObjection"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_objections_api_credit_objections_get: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description How many at the most */
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
                    "application/json": components["schemas"]["OpenObjections"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_api_credit_objections__objection_id__decision_proposals_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the objection. */
                objection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionDecisionBody"];
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
    shields_api_credit_subjects__subject_id__shields_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subject (信用主体). */
                subject_id: string;
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
                    "application/json": components["schemas"]["Shields"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_api_credit_subjects__subject_id__shields_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the subject (信用主体). */
                subject_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewShield"];
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
    end_api_credit_shields__shield_id__ending_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the shield. */
                shield_id: string;
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
    of_matter_api_credit_checks_get: {
        parameters: {
            query: {
                /** @description 办件编号：单位账号、合同编号、提取申请号 */
                matter_id: string;
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
                    "application/json": components["schemas"]["CheckList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_api_credit_checks_post: {
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
                "application/json": components["schemas"]["NewCheck"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_many_api_credit_checks_bulk_post: {
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
                "application/json": components["schemas"]["BulkCheck"];
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
    upload_api_credit_imports_uploads_post: {
        parameters: {
            query: {
                /** @description What the file hands in */
                what: components["schemas"]["ImportKind"];
            };
            header?: {
                /** @description What the file is called, percent-encoded UTF-8. */
                "File-Name"?: string | null;
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/vnd.ms-excel": string;
                "text/csv": string;
                "application/json": string;
                "application/xml": string;
                "text/xml": string;
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
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    files_api_credit_imports_get: {
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
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_api_credit_imports__file_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the file. */
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
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    errors_api_credit_imports__file_id__errors_get: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description How many at the most */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the file. */
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
                    "application/json": components["schemas"]["ImportErrors"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rows_api_credit_imports__file_id__rows_get: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description How many at the most */
                limit?: number;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Id of the file. */
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
                    "application/json": components["schemas"]["ImportRows"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_api_credit_imports__file_id__acceptance_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the file. */
                file_id: string;
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
    schema_api_credit_import_schemas__what__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What a file hands in. */
                what: components["schemas"]["ImportKind"];
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_api_credit_import_templates__what__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What a file hands in. */
                what: components["schemas"]["ImportKind"];
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
    lists_api_credit_lists_get: {
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
                    "application/json": components["schemas"]["ListKinds"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    of_subject_api_credit_subjects__subject_id__lists_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Id of the subject. */
                subject_id: string;
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
                    "application/json": components["schemas"]["Memberships"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_api_credit_lists_entries_post: {
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
                "application/json": components["schemas"]["NewEntry"];
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
    leave_api_credit_lists_entries__entry_id__leaving_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the membership. */
                entry_id: string;
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
    feed_back_api_credit_checks__check_id__feedback_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the check. */
                check_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Feedback"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_api_credit_users_get: {
        parameters: {
            query?: {
                /** @description 市、县（市、区） */
                county?: string | null;
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
                    "application/json": components["schemas"]["Users"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authorise_api_credit_users_post: {
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
                "application/json": components["schemas"]["NewUser"];
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
    appoint_api_credit_users_appointments_post: {
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
                "application/json": components["schemas"]["NewUser"];
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
    confirm_api_credit_users__user_id__confirmation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Identity of the user. */
                user_id: string;
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
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shut_api_credit_users__user_id__shutting_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Identity of the user. */
                user_id: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mine_api_credit_my_reports_get: {
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
                    "application/json": components["schemas"]["Reports"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    about_me_api_credit_my_reports_post: {
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
                "application/json": components["schemas"]["MyReport"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    at_the_counter_api_credit_reports_post: {
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
                "application/json": components["schemas"]["NewReport"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_api_credit_reports__number__pdf_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description 报告编号 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF/A */
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
    publish_api_credit_policies_post: {
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
                "application/json": components["schemas"]["NewPolicy"];
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
    publish_file_api_credit_policies_files_post: {
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
                "application/json": components["schemas"]["PolicyFile"];
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
    withdraw_api_credit_policies__document_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Id of the document. */
                document_id: string;
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
    look_ups_api_credit_look_ups_get: {
        parameters: {
            query?: {
                /** @description At whom was looked */
                subject_id?: string | null;
                /** @description Who looked */
                identity_id?: string | null;
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
                    "application/json": components["schemas"]["LookUps"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verification_api_credit_look_ups_verification_get: {
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
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_api_credit_public_policies_get: {
        parameters: {
            query?: {
                /** @description 标题、文号、发文机关或正文中的词 */
                q?: string;
                /** @description 成文年份 */
                year?: number | null;
                /** @description 第几页 */
                page?: number;
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
                    "application/json": components["schemas"]["Policies"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_api_credit_public_policies__document_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the document. */
                document_id: string;
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
                    "application/json": components["schemas"]["PolicyText"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_api_credit_public_subjects_get: {
        parameters: {
            query?: {
                /** @description 统一社会信用代码 */
                code?: string | null;
                /** @description 名称或其一部分，可有一个错字 */
                name?: string | null;
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
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    file_api_credit_public_subjects__code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 统一社会信用代码 */
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
                    "application/json": components["schemas"]["PublicFile"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_report_api_credit_public_reports__number__get: {
        parameters: {
            query: {
                /** @description 校验码，16位字母和数字，可带连字符 */
                code: string;
            };
            header?: never;
            path: {
                /** @description 报告编号 */
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
                    "application/json": components["schemas"]["ReportCheck"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statistics_api_credit_public_statistics_get: {
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
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_proposals_api_credit_proposals_get: {
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
    proposal_api_credit_proposals__proposal_id__get: {
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
    decide_api_credit_proposals__proposal_id__decision_post: {
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
    withdraw_api_credit_proposals__proposal_id__withdrawal_post: {
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
    kept_of_me_api_credit_personal_data_get: {
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
    rows_of_me_api_credit_personal_data__table__get: {
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
    parked_api_credit_parked_get: {
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
    queues_api_credit_queues_get: {
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
    replay_api_credit_parked__queue__replays_post: {
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
    set_aside_api_credit_parked__queue__settings_aside_post: {
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
    audit_trail_api_credit_audit_get: {
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
    jobs_api_credit_jobs_get: {
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
