// Made by `make generate` from services/loans/openapi.json; not written by hand.
// SHA-256 ab16663d4e1d04c61500163ae47c90a68d08ec8d3b7fd80909c645e74de53d3a
export interface paths {
    "/api/loans/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Contracts
         * @description List one's own loans; staff list a person's, or those that wait since before proposals.
         */
        get: operations["list_contracts_api_loans_contracts_get"];
        put?: never;
        /**
         * 签订借款合同并放款
         * @description Propose a signed contract; once another person agrees it is kept, and settlement pays it out.
         */
        post: operations["enter_contract_api_loans_contracts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Contract
         * @description Show a loan with its balance, arrears and next instalment today.
         */
        get: operations["show_contract_api_loans_contracts__contract_number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Plan
         * @description Show the repayment plan in force, or one version as it was made.
         */
        get: operations["show_plan_api_loans_contracts__contract_number__plan_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Entries
         * @description List the loan entries (贷款还款明细), the latest first (R-QRY-1).
         */
        get: operations["list_entries_api_loans_contracts__contract_number__repayments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/repayments/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 贷款还款明细合计
         * @description Return what the loan entries come to, by business type.
         */
        get: operations["total_entries_api_loans_contracts__contract_number__repayments_totals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/payoff-quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quote Payoff
         * @description Say what settles the loan on a day (R-REP-5, E12).
         */
        get: operations["quote_payoff_api_loans_contracts__contract_number__payoff_quote_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/payoff-certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Payoff Certificate
         * @description Give the facts of a payoff certificate (结清证明), with the total repaid (R-WDR-5).
         */
        get: operations["show_payoff_certificate_api_loans_contracts__contract_number__payoff_certificate_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agreements
         * @description List every offset agreement that any party of the loan ever signed (R-WDR-4).
         */
        get: operations["list_agreements_api_loans_contracts__contract_number__agreements_get"];
        put?: never;
        /**
         * 登记冲抵协议
         * @description Propose to record an offset agreement that a borrower signed; it bars type 5 for ever (R-REP-10).
         */
        post: operations["sign_agreement_api_loans_contracts__contract_number__agreements_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/agreements/{agreement_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 终止冲抵协议
         * @description Propose the end of an offset agreement; its history stays.
         */
        post: operations["end_agreement_api_loans_contracts__contract_number__agreements__agreement_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/early-repayment-quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提前还款试算
         * @description Say what an early repayment costs on its day, what it changes and what it means (R-REP-5, 10).
         */
        post: operations["quote_early_api_loans_contracts__contract_number__early_repayment_quotes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/early-repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提前还款
         * @description Repay early, just as quoted for today, by one debit of the card now in use (R-REP-2).
         */
        post: operations["request_early_api_loans_contracts__contract_number__early_repayments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/owed-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 归还到期及逾期款项
         * @description Pay all that is owed today, arrears and penalty interest included, from the card now in use.
         */
        post: operations["pay_owed_api_loans_contracts__contract_number__owed_payments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/debits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 扣款记录
         * @description List the debits of the repayment card, early repayments among them, the latest first.
         */
        get: operations["list_debits_api_loans_contracts__contract_number__debits_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/debits/{debit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 扣款进度
         * @description Show how far a debit is.
         */
        get: operations["show_debit_api_loans_contracts__contract_number__debits__debit_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/agreement-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 冲抵协议条款
         * @description Show what an offset agreement says and costs; its version is sent back as accepted (R-REP-10).
         */
        get: operations["show_terms_api_loans_agreement_terms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/my-agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 网上签订冲抵协议
         * @description Sign an offset agreement for the own fund account, as a borrower or co-borrower of the loan.
         */
        post: operations["sign_online_api_loans_contracts__contract_number__my_agreement_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/my-agreement/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 网上终止冲抵协议
         * @description End the own agreement from today on; that it was signed stays for ever (R-WDR-4).
         */
        post: operations["end_online_api_loans_contracts__contract_number__my_agreement_end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/counter/card-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 变更还款银行卡
         * @description Propose another repayment card, a borrower's own (R-REP-2).
         */
        post: operations["change_card_api_loans_contracts__contract_number__counter_card_changes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/counter/payee-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正收款人并重新放款
         * @description Propose the account of a loan whose disbursement failed or came back; it is then paid out again.
         */
        post: operations["change_payee_api_loans_contracts__contract_number__counter_payee_changes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/counter/card-repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 柜面扣款还款
         * @description Propose a debit of the card now in use, of all that is owed on the day or a part (R-REP-7).
         */
        post: operations["repay_by_card_api_loans_contracts__contract_number__counter_card_repayments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/counter/early-repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 柜面提前还款
         * @description Propose an early repayment, without an agreement and with arrears too (3.10).
         */
        post: operations["repay_early_api_loans_contracts__contract_number__counter_early_repayments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/counter/transfer-repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 来款还款
         * @description Propose that a bank receipt repays the loan; it leaves suspense for it before the entry is made.
         */
        post: operations["repay_by_transfer_api_loans_contracts__contract_number__counter_transfer_repayments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/receipt-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 来款还款记录
         * @description List the bank receipts that were claimed for a loan, the latest first.
         */
        get: operations["list_claims_api_loans_contracts__contract_number__receipt_claims_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/debits-under-way": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 结果未明的扣款
         * @description List the debits whose outcome is not known yet, the oldest first, for operators.
         */
        get: operations["debits_under_way_api_loans_debits_under_way_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/disbursements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 放款记录
         * @description List every attempt to pay a loan out.
         */
        get: operations["list_disbursements_api_loans_contracts__contract_number__disbursements_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/deaths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 借款人、共同借款人、担保人死亡的贷款
         * @description List what waits for staff; an offset agreement of the dead has ended, the loan itself runs on.
         */
        get: operations["waiting_api_loans_deaths_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/deaths/{death_id}/contracts/{contract_number}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 答复借款人死亡后的还款安排
         * @description Keep who repays the loan from now on, once; returns what still waits.
         */
        post: operations["answer_api_loans_deaths__death_id__contracts__contract_number__answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/moving-in/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 期初贷款差异报告
         * @description Say what a loan's history gives by the rules, and where the older system's figures differ.
         */
        post: operations["report_api_loans_moving_in_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/moving-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 移入期初贷款
         * @description Propose that a loan moves in; another person signs its figures, and then it is here.
         */
        post: operations["propose_api_loans_moving_in_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/moving-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 期初贷款批次列表
         * @description List the latest movings in, newest first.
         */
        get: operations["batches_api_loans_moving_ins_get"];
        put?: never;
        /**
         * 新建期初贷款批次
         * @description Begin a moving in of an older system's loans, with what its books add up to; the files follow.
         */
        post: operations["begin_api_loans_moving_ins_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/moving-ins/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 期初贷款批次：文件、合计与入账进度
         * @description Return how far a moving in is.
         */
        get: operations["batch_api_loans_moving_ins__batch_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/moving-ins/{batch_id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传期初贷款文件
         * @description Take a file of JSON Lines, UTF-8: a loan a line, as `POST /moving-in` takes one without its grounds.
         *
         *     People stand there by the number of their resident ID, or as `{"id_type": "03", "id_number": "E1234567"}`.
         *     It is read afterwards, and every loan lived through by the rules.
         */
        post: operations["upload_api_loans_moving_ins__batch_id__uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/moving-in-files/{file_id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 期初贷款文件：错误明细
         * @description Return what is wrong, line by line.
         */
        get: operations["errors_api_loans_moving_in_files__file_id__errors_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/moving-ins/{batch_id}/differences/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出期初贷款差异报告
         * @description Return each loan as the older system has it and as the rules have it, and what is booked.
         */
        get: operations["differences_api_loans_moving_ins__batch_id__differences_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/moving-ins/{batch_id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请移入期初贷款批次
         * @description Propose what the files add up to; another person signs the very same files, then they are booked.
         *
         *     Loans that could not be booked are tried again by another signature.
         */
        post: operations["sign_api_loans_moving_ins__batch_id__signature_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/moving-ins/{batch_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 放弃期初贷款批次
         * @description Give up what nobody has signed; its files are deleted.
         */
        post: operations["drop_api_loans_moving_ins__batch_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/repayments/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出贷款还款明细
         * @description Return the loan entries as a file, oldest first.
         */
        get: operations["export_entries_api_loans_contracts__contract_number__repayments_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/contracts/{contract_number}/plan/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出还款计划
         * @description Return the plan in force as a file.
         */
        get: operations["export_plan_api_loans_contracts__contract_number__plan_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/calculators/loan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 贷款试算
         * @description Lay out a loan paid out today: what each month costs, and all of it.
         */
        get: operations["loan_api_loans_calculators_loan_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/calculators/early-repayment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 提前还款试算
         * @description Say what a partial repayment today changes, both ways side by side.
         */
        get: operations["early_repayment_api_loans_calculators_early_repayment_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/policies": {
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
        get: operations["policies_api_loans_policies_get"];
        put?: never;
        /**
         * 提出政策变更
         * @description Propose a draft; it is in force from its day on once another person agrees before that day.
         */
        post: operations["propose_api_loans_policies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/policies/preview": {
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
        post: operations["try_draft_api_loans_policies_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/policies/proposals/{proposal_id}/preview": {
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
        get: operations["try_proposed_api_loans_policies_proposals__proposal_id__preview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/proposals": {
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
        get: operations["list_proposals_api_loans_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/proposals/{proposal_id}": {
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
        get: operations["proposal_api_loans_proposals__proposal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/proposals/{proposal_id}/decision": {
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
        post: operations["decide_api_loans_proposals__proposal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/proposals/{proposal_id}/withdrawal": {
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
        post: operations["withdraw_api_loans_proposals__proposal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/proposals/{proposal_id}/papers/uploads": {
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
        post: operations["attach_api_loans_proposals__proposal_id__papers_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/proposals/{proposal_id}/papers/{paper_id}": {
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
        get: operations["fetch_api_loans_proposals__proposal_id__papers__paper_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/personal-data": {
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
        get: operations["kept_of_me_api_loans_personal_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/personal-data/{table}": {
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
        get: operations["rows_of_me_api_loans_personal_data__table__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/parked": {
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
        get: operations["parked_api_loans_parked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/queues": {
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
        get: operations["queues_api_loans_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/parked/{queue}/replays": {
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
        post: operations["replay_api_loans_parked__queue__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/parked/{queue}/settings-aside": {
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
        post: operations["set_aside_api_loans_parked__queue__settings_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/audit": {
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
        get: operations["audit_trail_api_loans_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loans/jobs": {
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
        get: operations["jobs_api_loans_jobs_get"];
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
         * AccountAnswer
         * @description The running figures of a disbursed loan on the business date.
         */
        AccountAnswer: {
            /**
             * Disbursed On
             * Format: date
             * @description Day on which the loan was paid out (放款日期).
             */
            disbursed_on: string;
            /**
             * Annual Rate
             * @description Annual rate as people read it, for example 2.60%.
             * @example 2.60%
             */
            annual_rate: string;
            /**
             * Level Fen
             * @description Regular instalment (等额本息), or share of principal (等额本金). In fen (分), 1/100 yuan.
             */
            level_fen: number;
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
             * @description Interest paid so far. In fen (分), 1/100 yuan.
             */
            interest_repaid_fen: number;
            /**
             * Penalty Repaid Fen
             * @description Penalty interest paid so far. In fen (分), 1/100 yuan.
             */
            penalty_repaid_fen: number;
            /**
             * Plan Version
             * @description Version of the plan in force.
             */
            plan_version: number;
            /** @description The instalment that falls due next; none after the last. */
            next_instalment: components["schemas"]["InstalmentAnswer"] | null;
            /**
             * Last Due On
             * @description Due date of the last instalment.
             */
            last_due_on: string | null;
            /** @description What is overdue. */
            arrears: components["schemas"]["ArrearsAnswer"];
            /**
             * Settled On
             * @description Day on which the loan was repaid in full (结清日期); none while it is not.
             */
            settled_on: string | null;
        };
        /**
         * AgreementAnswer
         * @description An offset agreement (冲抵协议), in force or ended.
         */
        AgreementAnswer: {
            /**
             * Agreement Id
             * Format: uuid
             * @description The offset agreement (冲抵协议).
             */
            agreement_id: string;
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /** @description Monthly or yearly offset (按月 or 按年冲还贷), R-LOAN-7. */
            way: components["schemas"]["OffsetWay"];
            /** @description When the account is short: account first, then card; or all from the card (R-LOAN-7). */
            short_balance: components["schemas"]["ShortBalance"];
            /** @description What a partial repayment does by agreement: shorten or reduce (R-REP-3, 8). */
            prepayment_effect: components["schemas"]["PrepaymentEffect"];
            /**
             * Signed On
             * Format: date
             * @description Day of the signature; today if left out of a request.
             */
            signed_on: string;
            /**
             * Ended On
             * @description First day on which it no longer applies; none while it does.
             */
            ended_on: string | null;
        };
        /**
         * AgreementEndBody
         * @description The day from which an agreement no longer applies.
         */
        AgreementEndBody: {
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
             * Ended On
             * Format: date
             * @description First day on which it no longer applies.
             */
            ended_on: string;
        };
        /**
         * AgreementsAnswer
         * @description The whole history of a contract's agreements.
         */
        AgreementsAnswer: {
            /**
             * Agreements
             * @description The agreements, ended ones too.
             */
            agreements: components["schemas"]["AgreementAnswer"][];
        };
        /**
         * ArrearsAnswer
         * @description What is overdue (逾期) today, with the penalty interest up to today.
         */
        ArrearsAnswer: {
            /**
             * Instalments
             * @description Number of overdue instalments.
             */
            instalments: number;
            /**
             * Since
             * @description Due date of the oldest of them.
             */
            since: string | null;
            /**
             * Principal Fen
             * @description Overdue principal (逾期本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number;
            /**
             * Interest Fen
             * @description Overdue interest (逾期利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Penalty Fen
             * @description Penalty interest (罚息), R-LOAN-6. In fen (分), 1/100 yuan.
             */
            penalty_fen: number;
            /**
             * Total Fen
             * @description The sum of all of it (合计). In fen (分), 1/100 yuan.
             */
            total_fen: number;
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
         * BothWays
         * @description Both ways side by side.
         */
        BothWays: {
            /** @description Fewer months, the same instalment (缩短期限). */
            shorten: components["schemas"]["Way"];
            /** @description The same months, a smaller instalment (减少月供). */
            reduce: components["schemas"]["Way"];
        };
        /**
         * CalculatedInstalment
         * @description One instalment of a calculated loan (期).
         */
        CalculatedInstalment: {
            /**
             * Number
             * @description Which, from 1.
             */
            number: number;
            /**
             * Due On
             * Format: date
             * @description When it would fall due.
             */
            due_on: string;
            /**
             * Principal Fen
             * @description Principal in it. In fen (分), 1/100 yuan.
             */
            principal_fen: number;
            /**
             * Interest Fen
             * @description Interest in it. In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Total Fen
             * @description Both. In fen (分), 1/100 yuan.
             */
            total_fen: number;
        };
        /**
         * CardBody
         * @description The repayment card (还款银行卡) and whose it is.
         */
        CardBody: {
            /**
             * Number
             * @description 银行卡号
             * @example 6222021612003456788
             */
            number: string;
            /**
             * Holder Name
             * @description 户名
             */
            holder_name: string;
        };
        /**
         * CardChangeBody
         * @description Another repayment card, a borrower's own (R-REP-2).
         */
        CardChangeBody: {
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
             * Number
             * @description 银行卡号
             * @example 6222021612003456788
             */
            number: string;
            /**
             * Holder Name
             * @description 户名
             */
            holder_name: string;
        };
        /**
         * CardRepaymentBody
         * @description A debit at the counter: all that is owed today, or a part of it.
         */
        CardRepaymentBody: {
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
             * Amount Fen
             * @description What is debited; all that is owed today if left out. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen?: number | null;
        };
        /**
         * ContractAnswer
         * @description A contract with its account.
         */
        ContractAnswer: {
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /** @description Where the contract stands, as a stable code. */
            state: components["schemas"]["loans__domain__contracts__State"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Amount Fen
             * @description Amount of the loan (贷款金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /** @description Repayment method (还款方式), code of JGJ/T 320 A.11. */
            method: components["schemas"]["RepaymentMethod"];
            /**
             * Periods
             * @description Number of monthly instalments (期数).
             */
            periods: number;
            /** @description Whether the loan is for a first or a second home, which decides the rate. */
            home: components["schemas"]["Home"];
            /**
             * Signed On
             * Format: date
             * @description Day on which the contract was signed.
             */
            signed_on: string;
            /**
             * Parties
             * @description Borrower, co-borrowers and guarantors.
             */
            parties: components["schemas"]["PartyAnswer"][];
            /** @description The running figures; none before the loan is paid out. */
            account: components["schemas"]["AccountAnswer"] | null;
            /**
             * Decide By
             * @description Until when a checker decides about a contract that was entered (R-LOAN-8).
             */
            decide_by?: string | null;
        };
        /**
         * ContractBody
         * @description A signed contract: with whom, and on what it rests. Once another person agrees it is paid out.
         *
         *     A loan that was paid out in the past moves in instead.
         */
        ContractBody: {
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
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /**
             * Borrower
             * Format: uuid
             * @description The borrower (借款人).
             */
            borrower: string;
            /**
             * Co Borrowers
             * @description Co-borrowers (共同借款人), three at the most.
             * @default []
             */
            co_borrowers: string[];
            /**
             * Guarantors
             * @description Guarantors (担保人), five at the most.
             * @default []
             */
            guarantors: string[];
            /**
             * Amount Fen
             * @description Amount of the loan (贷款金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /** @description Repayment method (还款方式), code of JGJ/T 320 A.11. */
            method: components["schemas"]["RepaymentMethod"];
            /**
             * Periods
             * @description Number of monthly instalments (期数).
             */
            periods: number;
            /**
             * @description Whether the loan is for a first or a second home, which decides the rate.
             * @default first
             */
            home: components["schemas"]["Home"];
            /**
             * Signed On
             * Format: date
             * @description Day on which the contract was signed.
             */
            signed_on: string;
            /**
             * Application Number
             * @description The application that was approved (贷款申请编号); one contract an application.
             */
            application_number: string;
            /**
             * Months Contributed
             * @description Months that the borrower has contributed without a gap (连续缴存月数).
             */
            months_contributed: number;
            /** @description How it is secured. */
            guarantee: components["schemas"]["GuaranteeBody"];
            /** @description The card that instalments are debited from (还款银行卡), a borrower's own, R-REP-2. */
            repayment_card: components["schemas"]["CardBody"];
            /** @description Who gets the loan's money. */
            payee: components["schemas"]["PayeeBody"];
        };
        /**
         * ContractsAnswer
         * @description Contracts, latest first.
         */
        ContractsAnswer: {
            /**
             * Contracts
             * @description The contracts, latest first.
             */
            contracts: components["schemas"]["ContractAnswer"][];
        };
        /**
         * CounterEarlyBody
         * @description An early repayment at the counter; by debit of the repayment card.
         */
        CounterEarlyBody: {
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
            /** @description A payoff (全部结清) or a partial repayment (部分还款). */
            kind: components["schemas"]["EarlyKind"];
            /**
             * Amount Fen
             * @description The debit of a partial repayment; a payoff's amount follows from the day. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen?: number | null;
            /** @description Only without an agreement (R-REP-3). */
            effect?: components["schemas"]["PrepaymentEffect"] | null;
        };
        /**
         * DeathAnswerBody
         * @description What staff settled about a loan: who repays it from now on, and how that was found out.
         */
        DeathAnswerBody: {
            /**
             * Text
             * @description In Chinese sentences; kept with the loan.
             */
            text: string;
        };
        /**
         * DebitAnswer
         * @description A debit of the repayment card (扣款).
         */
        DebitAnswer: {
            /**
             * Debit Id
             * Format: uuid
             * @description One attempt to debit the repayment card (扣款).
             */
            debit_id: string;
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /** @description What the debit is for: instalment, arrears, early repayment or payoff. */
            purpose: components["schemas"]["DebitPurpose"];
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
             * Debit On
             * Format: date
             * @description Day on which the card is to be debited (扣款日期).
             */
            debit_on: string;
            /** @description Where the debit stands, as a stable code. */
            state: components["schemas"]["DebitState"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Unknown Since
             * @description The bank has not answered; it is being asked, the card is not debited again.
             */
            unknown_since: string | null;
            /**
             * Requested At
             * Format: date-time
             * @description When it was asked for.
             */
            requested_at: string;
            /**
             * Debited On
             * @description Day on which the bank debited the card.
             */
            debited_on: string | null;
            /**
             * Entry Number
             * @description Number of the loan entry, from 1 for each contract.
             */
            entry_number: number | null;
            /**
             * Reason Code
             * @description Why, as a stable code.
             */
            reason_code: string | null;
            /**
             * Reason Text
             * @description Why, in one Chinese sentence (R-WDR-8).
             */
            reason_text: string | null;
        };
        /**
         * DebitAskedAnswer
         * @description The bank is being asked for this debit; follow it at its address.
         */
        DebitAskedAnswer: {
            /**
             * Debit Id
             * Format: uuid
             * @description One attempt to debit the repayment card (扣款).
             */
            debit_id: string;
            /**
             * Amount Fen
             * @description The amount (金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Debit On
             * Format: date
             * @description Day on which the card is to be debited (扣款日期).
             */
            debit_on: string;
        };
        /**
         * DebitPurpose
         * @description What a debit of the repayment card is for.
         * @enum {string}
         */
        DebitPurpose: "instalment" | "arrears" | "early_repayment" | "payoff";
        /**
         * DebitState
         * @description Where a debit of the repayment card stands (扣款).
         * @enum {string}
         */
        DebitState: "debiting" | "applied" | "failed" | "reversed";
        /**
         * DebitsAnswer
         * @description Debits in the order of the list.
         */
        DebitsAnswer: {
            /**
             * Debits
             * @description The debits in order.
             */
            debits: components["schemas"]["DebitAnswer"][];
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
         * DifferenceAnswer
         * @description One figure that the two do not have in common.
         */
        DifferenceAnswer: {
            /**
             * Figure
             * @description Its name.
             */
            figure: string;
            /**
             * Stated
             * @description In the older system; fen, or instalments.
             */
            stated: number;
            /**
             * Computed
             * @description By the rules; fen, or instalments.
             */
            computed: number;
        };
        /**
         * DisbursementAnswer
         * @description One attempt to pay a loan out (放款).
         */
        DisbursementAnswer: {
            /**
             * Disbursement Id
             * Format: uuid
             * @description One attempt to pay the loan out (放款).
             */
            disbursement_id: string;
            /**
             * Amount Fen
             * @description The amount (金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Payee Tail
             * @description Last four digits of the account that is paid.
             */
            payee_tail: string;
            /** @description Where the attempt stands, as a stable code. */
            state: components["schemas"]["DisbursementState"];
            /**
             * State Text
             * @description The state in Chinese, as people read it.
             */
            state_text: string;
            /**
             * Approved On
             * Format: date
             * @description Business date of the approval.
             */
            approved_on: string;
            /**
             * Ended On
             * @description Business date of its end; none while it is under way.
             */
            ended_on: string | null;
            /**
             * Unknown Since
             * @description Since when the bank owes an answer; it is being asked, nothing is sent again. None while it
             *     owes none.
             */
            unknown_since: string | null;
            /**
             * Reason Text
             * @description Why, in one Chinese sentence (R-WDR-8).
             */
            reason_text: string | null;
        };
        /**
         * DisbursementState
         * @description Where a disbursement stands (放款).
         * @enum {string}
         */
        DisbursementState: "paying" | "paid" | "failed" | "returned";
        /**
         * DisbursementsAnswer
         * @description Every attempt, the first one first.
         */
        DisbursementsAnswer: {
            /**
             * Disbursements
             * @description The attempts, the first one first.
             */
            disbursements: components["schemas"]["DisbursementAnswer"][];
        };
        /**
         * EarlyBody
         * @description What of the loan is to be repaid early (调整方式, R-REP-1).
         */
        EarlyBody: {
            /** @description A payoff (全部结清) or a partial repayment (部分还款). */
            kind: components["schemas"]["EarlyKind"];
            /**
             * Amount Fen
             * @description The debit of a partial repayment; a payoff's amount follows from the day. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen?: number | null;
            /**
             * Debit On
             * @description Today unless given.
             */
            debit_on?: string | null;
        };
        /**
         * EarlyKind
         * @description What the borrower chooses (调整方式, R-REP-1).
         * @enum {string}
         */
        EarlyKind: "payoff" | "partial";
        /**
         * EarlyQuoteAnswer
         * @description What an early repayment costs and changes; valid for its debit date only (R-REP-5).
         */
        EarlyQuoteAnswer: {
            /** @description A payoff (全部结清) or a partial repayment (部分还款). */
            kind: components["schemas"]["EarlyKind"];
            /**
             * Debit On
             * Format: date
             * @description Day on which the card is to be debited (扣款日期).
             */
            debit_on: string;
            /**
             * Card Tail
             * @description Last four digits of the bank card.
             * @example 5678
             */
            card_tail: string;
            /**
             * Penalty Fen
             * @description Penalty interest (罚息), R-LOAN-6. In fen (分), 1/100 yuan.
             */
            penalty_fen: number;
            /**
             * Arrears Fen
             * @description Overdue principal and interest that are paid first (R-REP-7). In fen (分), 1/100 yuan.
             */
            arrears_fen: number;
            /**
             * Principal Fen
             * @description Principal that is repaid early. In fen (分), 1/100 yuan.
             */
            principal_fen: number;
            /**
             * Interest Fen
             * @description Interest to the debit date. In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Total Fen
             * @description What the card is debited. In fen (分), 1/100 yuan.
             */
            total_fen: number;
            /** @description What a partial repayment does: shorten the term or reduce the instalment (R-REP-8). */
            effect: components["schemas"]["PrepaymentEffect"] | null;
            /**
             * Instalment Before Fen
             * @description Instalment without it. In fen (分), 1/100 yuan.
             */
            instalment_before_fen: number;
            /**
             * Instalment After Fen
             * @description Instalment with it; 0 after a payoff. In fen (分), 1/100 yuan.
             */
            instalment_after_fen: number;
            /**
             * Periods Before
             * @description Instalments left without it.
             */
            periods_before: number;
            /**
             * Periods After
             * @description Instalments left with it.
             */
            periods_after: number;
            /**
             * Last Due Before
             * @description Last due date without it.
             */
            last_due_before: string | null;
            /**
             * Last Due After
             * @description Last due date with it.
             */
            last_due_after: string | null;
            /**
             * Interest Saved Fen
             * @description Interest that need no longer be paid. In fen (分), 1/100 yuan.
             */
            interest_saved_fen: number;
            /**
             * Balance After Fen
             * @description Outstanding principal afterwards. In fen (分), 1/100 yuan.
             */
            balance_after_fen: number;
            /**
             * Consequence
             * @description What it means for a withdrawal of type 5 (R-REP-10).
             */
            consequence: string;
            /**
             * Token
             * @description To be sent back by whoever accepts this quote.
             */
            token: string;
        };
        /**
         * EarlyRequestBody
         * @description An early repayment whose quote was accepted.
         */
        EarlyRequestBody: {
            /** @description A payoff (全部结清) or a partial repayment (部分还款). */
            kind: components["schemas"]["EarlyKind"];
            /**
             * Amount Fen
             * @description The debit of a partial repayment; a payoff's amount follows from the day. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen?: number | null;
            /**
             * Debit On
             * @description Today unless given.
             */
            debit_on?: string | null;
            /**
             * Accepted Quote
             * @description 试算结果中的 token
             */
            accepted_quote: string;
        };
        /**
         * EntriesAnswer
         * @description A page of entries, latest first.
         */
        EntriesAnswer: {
            /**
             * Entries
             * @description The entries, latest first.
             */
            entries: components["schemas"]["EntryAnswer"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * EntryAnswer
         * @description A loan entry (贷款业务明细).
         */
        EntryAnswer: {
            /**
             * Entry Number
             * @description Number of the loan entry, from 1 for each contract.
             */
            entry_number: number;
            /**
             * Serial
             * @description Business serial number (业务流水号), unique.
             */
            serial: string;
            /**
             * Kind
             * @description Loan business type (贷款业务明细类型), code of JGJ/T 320 A.15.
             */
            kind: string;
            /**
             * Kind Text
             * @description The kind in Chinese, as people read it.
             */
            kind_text: string;
            /**
             * Booked On
             * Format: date
             * @description Business date of the booking (记账日期).
             */
            booked_on: string;
            /**
             * Amount Fen
             * @description The amount (金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number;
            /**
             * Interest Fen
             * @description Interest (利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Penalty Fen
             * @description Penalty interest (罚息), R-LOAN-6. In fen (分), 1/100 yuan.
             */
            penalty_fen: number;
            /**
             * Balance After Fen
             * @description Outstanding principal afterwards. In fen (分), 1/100 yuan.
             */
            balance_after_fen: number;
            /**
             * Recorded At
             * Format: date-time
             * @description When it was recorded.
             */
            recorded_at: string;
            /**
             * Source
             * @description Where the money comes from: card, account or counter.
             */
            source: string;
            /**
             * Reverses
             * @description Number of the entry that this one undoes (冲账).
             */
            reverses: number | null;
        };
        /**
         * EntryKind
         * @description Loan business type (贷款业务明细类型), A.15.
         * @enum {string}
         */
        EntryKind: "01" | "02" | "03" | "04" | "05" | "06";
        /**
         * EntryTotalsAnswer
         * @description What the entries that are asked for come to (合计); what was paid out is no repayment.
         */
        EntryTotalsAnswer: {
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
             * @description Number of repayments, those that undo another one too.
             */
            entries: number;
            /**
             * Repaid Fen
             * @description Principal, interest and penalty interest that were repaid. In fen (分), 1/100 yuan.
             */
            repaid_fen: number;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number;
            /**
             * Interest Fen
             * @description Interest (利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Penalty Fen
             * @description Penalty interest (罚息), R-LOAN-6. In fen (分), 1/100 yuan.
             */
            penalty_fen: number;
            /**
             * By Kind
             * @description The same by business type, the disbursement among them.
             */
            by_kind: components["schemas"]["KindTotalAnswer"][];
        };
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
         * GuaranteeBody
         * @description How the loan is secured (担保).
         */
        GuaranteeBody: {
            /** @description Guarantee (担保类型, A.10): 01 mortgage, 02 pledge, 03 guarantee, 99 other. */
            type: components["schemas"]["GuaranteeType"];
            /**
             * Number
             * @description Number of the guarantee contract or of the right (担保合同或他项权证号).
             */
            number: string;
        };
        /**
         * GuaranteeType
         * @description How a loan is secured (担保类型, A.10).
         * @enum {string}
         */
        GuaranteeType: "01" | "02" | "03" | "99";
        /**
         * Home
         * @description Which home of the family the loan buys (首套, 二套).
         * @enum {string}
         */
        Home: "first" | "second";
        /**
         * InstalmentAnswer
         * @description One line of the plan; `state` is paid, overdue, due, coming or cancelled.
         */
        InstalmentAnswer: {
            /**
             * Number
             * @description Number of the instalment, from 1.
             */
            number: number;
            /**
             * Due On
             * Format: date
             * @description Day on which the instalment falls due (应还日期).
             */
            due_on: string;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number;
            /**
             * Interest Fen
             * @description Interest (利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Total Fen
             * @description The sum of all of it (合计). In fen (分), 1/100 yuan.
             */
            total_fen: number;
            /**
             * State
             * @description Paid, overdue, due, coming or cancelled; none in a version that is not in force.
             */
            state?: string | null;
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
         * KindTotalAnswer
         * @description What the entries of one business type come to; what was undone is taken off.
         */
        KindTotalAnswer: {
            /**
             * Kind
             * @description Loan business type (贷款业务明细类型), code of JGJ/T 320 A.15.
             */
            kind: string;
            /**
             * Kind Text
             * @description The business type in Chinese.
             */
            kind_text: string;
            /**
             * Entries
             * @description Number of entries, those that undo another one too.
             */
            entries: number;
            /**
             * Amount Fen
             * @description The amount (金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Principal Fen
             * @description Principal (本金). In fen (分), 1/100 yuan.
             */
            principal_fen: number;
            /**
             * Interest Fen
             * @description Interest (利息). In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Penalty Fen
             * @description Penalty interest (罚息), R-LOAN-6. In fen (分), 1/100 yuan.
             */
            penalty_fen: number;
        };
        /**
         * LoanCosts
         * @description A loan as it would be repaid (贷款试算).
         */
        LoanCosts: {
            /**
             * Annual Rate
             * @description Today's rate for it, as people read it.
             * @example 2.60%
             */
            annual_rate: string;
            /**
             * First Fen
             * @description The first instalment. In fen (分), 1/100 yuan.
             */
            first_fen: number;
            /**
             * Last Fen
             * @description The last one. In fen (分), 1/100 yuan.
             */
            last_fen: number;
            /**
             * Interest Fen
             * @description All interest. In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Total Fen
             * @description All that is repaid. In fen (分), 1/100 yuan.
             */
            total_fen: number;
            /**
             * Instalments
             * @description Every instalment.
             */
            instalments: components["schemas"]["CalculatedInstalment"][];
        };
        /**
         * LoanOfTheDead
         * @description A loan that is not over, and which of its people died.
         */
        LoanOfTheDead: {
            /**
             * Death Id
             * Format: uuid
             * @description The death, as withdrawals recorded it.
             */
            death_id: string;
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /** @description What the dead is to the loan: `borrower`, `co_borrower` or `guarantor`. */
            role: components["schemas"]["Role"];
            /**
             * Role Text
             * @description The same in Chinese.
             */
            role_text: string;
            /**
             * Died On
             * Format: date
             * @description The day of death.
             */
            died_on: string;
            /**
             * Heard On
             * Format: date
             * @description Since when it waits for staff.
             */
            heard_on: string;
            /**
             * State
             * @description `6` to be confirmed, `1` to be paid out, `2` running (JGJ/T 320 A.1).
             */
            state: string;
            /**
             * Agreement Ended
             * @description The dead had an offset agreement, which has ended by that death.
             */
            agreement_ended: boolean;
            /**
             * Agreement Of Others
             * @description Another party's offset agreement runs on.
             */
            agreement_of_others: boolean;
        };
        /**
         * LoansOfTheDead
         * @description What waits for staff, the oldest first.
         */
        LoansOfTheDead: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["LoanOfTheDead"][];
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
         * MovingInBatch
         * @description A moving in, with its files and what they add up to.
         */
        MovingInBatch: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * As Of
             * Format: date
             * @description The day at whose end the older system states its figures.
             */
            as_of: string;
            /**
             * Source
             * @description Which system they come from.
             */
            source: string;
            /**
             * Loans
             * @description How many the former books have.
             */
            loans: number;
            /**
             * Balance Fen
             * @description What they owe together by the former books. In fen (分), 1/100 yuan.
             */
            balance_fen: number;
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
             * @description What was handed in, in the order of the files' names.
             */
            files: components["schemas"]["MovingInFile"][];
            /** @description What the files add up to. */
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
         * @description A loan that an older system has paid out and kept until a day (期初贷款).
         */
        MovingInBody: {
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /**
             * Borrower
             * Format: uuid
             * @description The borrower (借款人).
             */
            borrower: string;
            /**
             * Co Borrowers
             * @description Co-borrowers (共同借款人), three at the most.
             * @default []
             */
            co_borrowers: string[];
            /**
             * Guarantors
             * @description Guarantors (担保人), five at the most.
             * @default []
             */
            guarantors: string[];
            /**
             * Amount Fen
             * @description Amount of the loan (贷款金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /** @description Repayment method (还款方式), code of JGJ/T 320 A.11. */
            method: components["schemas"]["RepaymentMethod"];
            /**
             * Periods
             * @description Number of monthly instalments (期数).
             */
            periods: number;
            /**
             * @description Whether the loan is for a first or a second home, which decides the rate.
             * @default first
             */
            home: components["schemas"]["Home"];
            /**
             * Signed On
             * Format: date
             * @description Day on which the contract was signed.
             */
            signed_on: string;
            /**
             * Disbursed On
             * Format: date
             * @description Day on which the loan was paid out (放款日期).
             */
            disbursed_on: string;
            /**
             * Serial
             * @description 业务流水号
             */
            serial: string;
            /** @description The card that instalments are debited from (还款银行卡), R-REP-2. */
            repayment_card?: components["schemas"]["CardBody"] | null;
            /**
             * Agreements
             * @description Every offset agreement that was ever signed (R-WDR-4).
             * @default []
             */
            agreements: components["schemas"]["PastAgreementBody"][];
            /**
             * Repayments
             * @description Every repayment, in the order of their dates.
             * @default []
             */
            repayments: components["schemas"]["RepaymentBody"][];
            /** @description What the older system says came of it. */
            stated: components["schemas"]["StatedBody"];
            /**
             * Differences Accepted
             * @description Both have seen that the figures differ, and those by the rules are to hold.
             * @default false
             */
            differences_accepted: boolean;
        };
        /**
         * MovingInFile
         * @description A file of loans.
         */
        MovingInFile: {
            /**
             * Id
             * Format: uuid
             * @description The upload's id.
             */
            id: string;
            /**
             * File Name
             * @description What the file is called; another upload of the same name replaces it.
             */
            file_name: string;
            /**
             * Size Bytes
             * @description How long the file is.
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
             * Loans Read
             * @description Lines that were looked at so far.
             */
            loans_read: number;
            /**
             * Error Count
             * @description Lines of them with an error.
             */
            error_count: number;
            /**
             * Why
             * @description Why the file cannot be read at all, and what helps.
             */
            why: string | null;
            /**
             * Received At
             * Format: date-time
             * @description When it was handed in.
             */
            received_at: string;
        };
        /**
         * MovingInFileError
         * @description What is wrong with a line.
         */
        MovingInFileError: {
            /**
             * Line
             * @description From 1.
             */
            line: number;
            /**
             * Contract Number
             * @description As the line has it; empty where it has none.
             * @example DK20150920001
             */
            contract_number: string;
            /**
             * Field
             * @description Which field, `borrower` or `repayments.3.amount_fen` for example; empty: the whole line.
             */
            field: string;
            /**
             * Reason
             * @description What is wrong, Chinese.
             */
            reason: string;
        };
        /**
         * MovingInFileErrors
         * @description What is wrong with a file, by line.
         */
        MovingInFileErrors: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["MovingInFileError"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * MovingInProposal
         * @description The same, proposed to another person.
         */
        MovingInProposal: {
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /**
             * Borrower
             * Format: uuid
             * @description The borrower (借款人).
             */
            borrower: string;
            /**
             * Co Borrowers
             * @description Co-borrowers (共同借款人), three at the most.
             * @default []
             */
            co_borrowers: string[];
            /**
             * Guarantors
             * @description Guarantors (担保人), five at the most.
             * @default []
             */
            guarantors: string[];
            /**
             * Amount Fen
             * @description Amount of the loan (贷款金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /** @description Repayment method (还款方式), code of JGJ/T 320 A.11. */
            method: components["schemas"]["RepaymentMethod"];
            /**
             * Periods
             * @description Number of monthly instalments (期数).
             */
            periods: number;
            /**
             * @description Whether the loan is for a first or a second home, which decides the rate.
             * @default first
             */
            home: components["schemas"]["Home"];
            /**
             * Signed On
             * Format: date
             * @description Day on which the contract was signed.
             */
            signed_on: string;
            /**
             * Disbursed On
             * Format: date
             * @description Day on which the loan was paid out (放款日期).
             */
            disbursed_on: string;
            /**
             * Serial
             * @description 业务流水号
             */
            serial: string;
            /** @description The card that instalments are debited from (还款银行卡), R-REP-2. */
            repayment_card?: components["schemas"]["CardBody"] | null;
            /**
             * Agreements
             * @description Every offset agreement that was ever signed (R-WDR-4).
             * @default []
             */
            agreements: components["schemas"]["PastAgreementBody"][];
            /**
             * Repayments
             * @description Every repayment, in the order of their dates.
             * @default []
             */
            repayments: components["schemas"]["RepaymentBody"][];
            /** @description What the older system says came of it. */
            stated: components["schemas"]["StatedBody"];
            /**
             * Differences Accepted
             * @description Both have seen that the figures differ, and those by the rules are to hold.
             * @default false
             */
            differences_accepted: boolean;
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
         * MovingInReport
         * @description What the history gives by the rules on the stated day, and what the older system says (差异报告).
         */
        MovingInReport: {
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /**
             * As Of
             * Format: date
             * @description The stated day.
             */
            as_of: string;
            /**
             * Balance Fen
             * @description Outstanding principal (贷款余额). In fen (分), 1/100 yuan.
             */
            balance_fen: number;
            /**
             * Principal Repaid Fen
             * @description Principal repaid. In fen (分), 1/100 yuan.
             */
            principal_repaid_fen: number;
            /**
             * Interest Repaid Fen
             * @description Interest repaid, penalty interest left out. In fen (分), 1/100 yuan.
             */
            interest_repaid_fen: number;
            /**
             * Penalty Repaid Fen
             * @description Penalty interest repaid (罚息). In fen (分), 1/100 yuan.
             */
            penalty_repaid_fen: number;
            /**
             * Owed Fen
             * @description Due or overdue and unpaid, penalty interest included. In fen (分), 1/100 yuan.
             */
            owed_fen: number;
            /**
             * Level Fen
             * @description The instalment, or the share of principal, from now on. In fen (分), 1/100 yuan.
             */
            level_fen: number;
            /**
             * Settled On
             * @description Day on which the loan was repaid in full (结清日期); none while it is not.
             */
            settled_on: string | null;
            /**
             * Differences
             * @description Nothing where both say the same.
             */
            differences: components["schemas"]["DifferenceAnswer"][];
        };
        /**
         * MovingInSummary
         * @description A moving in of loans by files (期初批次).
         */
        MovingInSummary: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * As Of
             * Format: date
             * @description The day at whose end the older system states its figures.
             */
            as_of: string;
            /**
             * Source
             * @description Which system they come from.
             */
            source: string;
            /**
             * Loans
             * @description How many the former books have.
             */
            loans: number;
            /**
             * Balance Fen
             * @description What they owe together by the former books. In fen (分), 1/100 yuan.
             */
            balance_fen: number;
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
             * Loans
             * @description Loans of which nothing is wrong.
             */
            loans: number;
            /**
             * Stated Fen
             * @description Outstanding principal as the older system states it. In fen (分), 1/100 yuan.
             */
            stated_fen: number;
            /**
             * Balance Fen
             * @description Outstanding principal as the histories give it by the rules. In fen (分), 1/100 yuan.
             */
            balance_fen: number;
            /**
             * Differing
             * @description Loans whose figures differ and whose line says that the rules' are to hold.
             */
            differing: number;
            /**
             * Booked
             * @description Loans that are booked.
             */
            booked: number;
            /**
             * Held
             * @description Loans that could not be booked; another signature tries them again.
             */
            held: number;
        };
        /**
         * NewMovingInFiles
         * @description A moving in to begin, with what the former books add up to.
         */
        NewMovingInFiles: {
            /**
             * As Of
             * Format: date
             * @description The day at whose end the older system states its figures; the same in every line.
             */
            as_of: string;
            /**
             * Source
             * @description From which books: the name of the system and of the list of loans.
             */
            source: string;
            /**
             * Loans
             * @description How many loans the former books have (控制笔数).
             */
            loans: number;
            /**
             * Balance Fen
             * @description What they all owe together, outstanding principal (贷款余额合计). In fen (分), 1/100 yuan.
             */
            balance_fen: number;
        };
        /**
         * OffsetWay
         * @description How often the fund balance pays the loan (按月冲还贷, 按年冲还贷).
         * @enum {string}
         */
        OffsetWay: "monthly" | "yearly";
        /**
         * OnlineAgreementBody
         * @description An offset agreement as a party signs it online for the own fund account.
         */
        OnlineAgreementBody: {
            /** @description Monthly or yearly offset (按月 or 按年冲还贷), R-LOAN-7. */
            way: components["schemas"]["OffsetWay"];
            /** @description When the account is short: account first, then card; or all from the card (R-LOAN-7). */
            short_balance: components["schemas"]["ShortBalance"];
            /** @description What a partial repayment does by agreement: shorten or reduce (R-REP-3, 8). */
            prepayment_effect: components["schemas"]["PrepaymentEffect"];
            /**
             * Accepted Terms
             * @description 已阅读并接受的条款版本
             */
            accepted_terms: string;
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
         * PaperAgreementBody
         * @description An offset agreement that was signed at the counter; it bars type 5 for ever (R-REP-10).
         */
        PaperAgreementBody: {
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
            /** @description Monthly or yearly offset (按月 or 按年冲还贷), R-LOAN-7. */
            way: components["schemas"]["OffsetWay"];
            /** @description When the account is short: account first, then card; or all from the card (R-LOAN-7). */
            short_balance: components["schemas"]["ShortBalance"];
            /** @description What a partial repayment does by agreement: shorten or reduce (R-REP-3, 8). */
            prepayment_effect: components["schemas"]["PrepaymentEffect"];
            /**
             * Signed On
             * Format: date
             * @description Day of the signature; today if left out of a request.
             */
            signed_on: string;
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
         * PartyAnswer
         * @description A person in a contract.
         */
        PartyAnswer: {
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /** @description What the person is to the loan: borrower, co-borrower or guarantor. */
            role: components["schemas"]["Role"];
        };
        /**
         * PastAgreementBody
         * @description An offset agreement (冲抵协议) of the past, in force or ended.
         */
        PastAgreementBody: {
            /**
             * Person Id
             * Format: uuid
             * @description Whom it is about, as all services know a person (职工): by an id, never by the ID number.
             */
            person_id: string;
            /** @description Monthly or yearly offset (按月 or 按年冲还贷), R-LOAN-7. */
            way: components["schemas"]["OffsetWay"];
            /** @description When the account is short: account first, then card; or all from the card (R-LOAN-7). */
            short_balance: components["schemas"]["ShortBalance"];
            /** @description What a partial repayment does by agreement: shorten or reduce (R-REP-3, 8). */
            prepayment_effect: components["schemas"]["PrepaymentEffect"];
            /**
             * Signed On
             * Format: date
             * @description Day of the signature; today if left out of a request.
             */
            signed_on: string;
            /**
             * Ended On
             * @description First day on which it no longer applied.
             */
            ended_on?: string | null;
        };
        /**
         * PayeeBody
         * @description Who gets the loan's money, as the contract says.
         */
        PayeeBody: {
            /** @description `borrower` (借款人或共同借款人本人) or `seller` (合同约定的售房人). */
            kind: components["schemas"]["PayeeKind"];
            /**
             * Number
             * @description 收款账号
             */
            number: string;
            /**
             * Holder Name
             * @description 户名
             */
            holder_name: string;
        };
        /**
         * PayeeChangeBody
         * @description Another account of whom the contract names as payee, or of a borrower.
         */
        PayeeChangeBody: {
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
             * @description 收款账号
             */
            number: string;
            /**
             * Holder Name
             * @description 户名
             */
            holder_name: string;
        };
        /**
         * PayeeKind
         * @description Whose account gets a loan's money.
         * @enum {string}
         */
        PayeeKind: "borrower" | "seller";
        /**
         * PayoffCertificateAnswer
         * @description The facts of a payoff certificate (结清证明).
         */
        PayoffCertificateAnswer: {
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /**
             * Amount Fen
             * @description Amount of the loan (贷款金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Disbursed On
             * Format: date
             * @description Day on which the loan was paid out (放款日期).
             */
            disbursed_on: string;
            /**
             * Settled On
             * Format: date
             * @description Day on which the loan was repaid in full (结清日期); none while it is not.
             */
            settled_on: string;
            /**
             * Total Principal Fen
             * @description Principal repaid over the whole life. In fen (分), 1/100 yuan.
             */
            total_principal_fen: number;
            /**
             * Total Interest Fen
             * @description Interest paid over the whole life, penalty interest left out (R-WDR-5). In fen (分), 1/100 yuan.
             */
            total_interest_fen: number;
            /**
             * Total Repaid Fen
             * @description Principal and interest; penalty interest is left out (R-WDR-5). In fen (分), 1/100 yuan.
             */
            total_repaid_fen: number;
            /**
             * Offset Agreement Ever
             * @description Whether any party ever signed an offset agreement (冲抵协议), R-WDR-4.
             */
            offset_agreement_ever: boolean;
        };
        /**
         * PlanAnswer
         * @description The plan in force on the business date, or one version as it was made.
         */
        PlanAnswer: {
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /**
             * Version
             * @description Version that is shown.
             */
            version: number;
            /**
             * Versions
             * @description All versions, the first one first.
             */
            versions: components["schemas"]["PlanVersionAnswer"][];
            /**
             * Instalments
             * @description The instalments in order.
             */
            instalments: components["schemas"]["InstalmentAnswer"][];
        };
        /**
         * PlanVersionAnswer
         * @description One version of the plan and why it was made.
         */
        PlanVersionAnswer: {
            /**
             * Version
             * @description Version number, from 1.
             */
            version: number;
            /**
             * Cause
             * @description Why the plan was made anew: disbursement, repayment, rate and so on.
             */
            cause: string;
            /**
             * Effective On
             * Format: date
             * @description Day from which it is in force.
             */
            effective_on: string;
            /**
             * Annual Rate
             * @description Annual rate as people read it, for example 2.60%.
             * @example 2.60%
             */
            annual_rate: string;
            /**
             * Level Fen
             * @description Regular instalment (等额本息), or share of principal (等额本金). In fen (分), 1/100 yuan.
             */
            level_fen: number;
            /**
             * First Number
             * @description Number of its first instalment.
             */
            first_number: number;
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
         * PrepaymentEffect
         * @description What a partial prepayment changes (R-REP-8).
         * @enum {string}
         */
        PrepaymentEffect: "shorten" | "reduce";
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
         * QuoteAnswer
         * @description What settles the loan on a day (结清金额); valid for that day only (R-REP-5).
         */
        QuoteAnswer: {
            /**
             * Contract Number
             * @description Loan contract number (借款合同编号).
             * @example DK20150920001
             */
            contract_number: string;
            /**
             * Paid On
             * Format: date
             * @description The day that the amount is for, and for no other (R-REP-5).
             */
            paid_on: string;
            /**
             * Penalty Fen
             * @description Penalty interest (罚息), R-LOAN-6. In fen (分), 1/100 yuan.
             */
            penalty_fen: number;
            /**
             * Owed Interest Fen
             * @description Overdue interest. In fen (分), 1/100 yuan.
             */
            owed_interest_fen: number;
            /**
             * Owed Principal Fen
             * @description Overdue principal. In fen (分), 1/100 yuan.
             */
            owed_principal_fen: number;
            /**
             * Broken Interest Fen
             * @description Interest from the last due date to the day (R-LOAN-5). In fen (分), 1/100 yuan.
             */
            broken_interest_fen: number;
            /**
             * Remaining Principal Fen
             * @description Principal that is not yet due. In fen (分), 1/100 yuan.
             */
            remaining_principal_fen: number;
            /**
             * Total Fen
             * @description What settles the loan on that day (结清金额). In fen (分), 1/100 yuan.
             */
            total_fen: number;
        };
        /**
         * ReceiptClaimAnswer
         * @description A bank receipt that was claimed for the loan (来款还款).
         */
        ReceiptClaimAnswer: {
            /**
             * Claim Id
             * Format: uuid
             * @description The claim of a bank receipt for a loan (来款还款).
             */
            claim_id: string;
            /**
             * Bank Serial
             * @description The bank's serial number of the receipt (银行流水号).
             */
            bank_serial: string;
            /**
             * Amount Fen
             * @description The amount (金额). In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Paid On
             * Format: date
             * @description Value date of the receipt.
             */
            paid_on: string;
            /**
             * State
             * @description `requested`, `applied` or `refused`.
             */
            state: string;
            /**
             * Entry Number
             * @description The entry that it made.
             */
            entry_number: number | null;
            /**
             * Reason Text
             * @description Why accounts refused it.
             */
            reason_text: string | null;
            /**
             * Requested At
             * Format: date-time
             * @description When it was asked for.
             */
            requested_at: string;
        };
        /**
         * ReceiptClaimsAnswer
         * @description The receipts that were claimed for the loan, the latest first.
         */
        ReceiptClaimsAnswer: {
            /**
             * Claims
             * @description The receipts.
             */
            claims: components["schemas"]["ReceiptClaimAnswer"][];
        };
        /**
         * RepaymentBody
         * @description One repayment.
         */
        RepaymentBody: {
            /**
             * Serial
             * @description 业务流水号
             */
            serial: string;
            /**
             * Paid On
             * Format: date
             * @description Day on which it was paid.
             */
            paid_on: string;
            /** @description What the repayment is: regular, early, a payoff and so on. */
            kind: components["schemas"]["RepaymentKind"];
            /**
             * Amount Fen
             * @description What was paid. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /** @description What a partial repayment does: shorten the term or reduce the instalment (R-REP-8). */
            effect?: components["schemas"]["PrepaymentEffect"] | null;
        };
        /**
         * RepaymentKind
         * @description Loan business type (贷款业务明细类型, A.15), those that bring money back.
         * @enum {string}
         */
        RepaymentKind: "02" | "03" | "04" | "05" | "06";
        /**
         * RepaymentMethod
         * @description Repayment method (还款方式, A.11).
         * @enum {string}
         */
        RepaymentMethod: "01" | "02";
        /**
         * Role
         * @description What a person is to a loan.
         * @enum {string}
         */
        Role: "borrower" | "co_borrower" | "guarantor";
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
         * ShortBalance
         * @description What happens when the fund balance is short of the instalment (R-LOAN-7, E43).
         * @enum {string}
         */
        ShortBalance: "account_first" | "all_or_nothing";
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
         * StatedBody
         * @description The figures of the older system at the end of a day; the two people sign them.
         */
        StatedBody: {
            /**
             * As Of
             * Format: date
             * @description The day, not before the last repayment.
             */
            as_of: string;
            /**
             * Balance Fen
             * @description Outstanding principal (贷款余额). In fen (分), 1/100 yuan.
             */
            balance_fen: number;
            /**
             * Principal Repaid Fen
             * @description Principal repaid. In fen (分), 1/100 yuan.
             */
            principal_repaid_fen: number;
            /**
             * Interest Repaid Fen
             * @description Interest repaid, penalty interest left out. In fen (分), 1/100 yuan.
             */
            interest_repaid_fen: number;
            /**
             * Penalty Repaid Fen
             * @description Penalty interest repaid (罚息). In fen (分), 1/100 yuan.
             */
            penalty_repaid_fen: number;
            /**
             * Instalments Paid
             * @description Instalments that are paid without a gap (已还期数).
             */
            instalments_paid: number;
            /**
             * Owed Fen
             * @description Due or overdue and unpaid on that day, penalty interest included. In fen (分), 1/100 yuan.
             */
            owed_fen: number;
        };
        /**
         * TermsAnswer
         * @description What an offset agreement says and costs (R-REP-10).
         */
        TermsAnswer: {
            /**
             * Version
             * @description Version of the terms, to be sent back by whoever signs.
             */
            version: string;
            /**
             * Text
             * @description The terms in Chinese.
             */
            text: string;
        };
        /**
         * TransferBody
         * @description A bank receipt (来款) that repays the loan, whole.
         */
        TransferBody: {
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
             * Bank Serial
             * @description 银行流水号
             */
            bank_serial: string;
            /**
             * Amount Fen
             * @description What came in, all of it. In fen (分), 1/100 yuan.
             * @example 2342000
             */
            amount_fen: number;
            /**
             * Paid On
             * Format: date
             * @description Value date of the receipt; the repayment counts to it.
             */
            paid_on: string;
            /** @description What the repayment is: regular, early, a payoff and so on. */
            kind: components["schemas"]["RepaymentKind"];
            /** @description Only of a prepayment without an agreement (R-REP-3). */
            effect?: components["schemas"]["PrepaymentEffect"] | null;
        };
        /**
         * Way
         * @description What an early repayment changes, one way (提前还款试算).
         */
        Way: {
            /**
             * Principal Fen
             * @description Principal that is repaid with it. In fen (分), 1/100 yuan.
             */
            principal_fen: number;
            /**
             * Interest Fen
             * @description Interest on that principal since the last due date. In fen (分), 1/100 yuan.
             */
            interest_fen: number;
            /**
             * Instalment Before Fen
             * @description The next instalment without it. In fen (分), 1/100 yuan.
             */
            instalment_before_fen: number;
            /**
             * Instalment After Fen
             * @description The next instalment with it. In fen (分), 1/100 yuan.
             */
            instalment_after_fen: number;
            /**
             * Periods Before
             * @description Instalments without it.
             */
            periods_before: number;
            /**
             * Periods After
             * @description Instalments with it.
             */
            periods_after: number;
            /**
             * Last Due After
             * @description When the loan would be paid off.
             */
            last_due_after: string | null;
            /**
             * Interest Saved Fen
             * @description Interest that need not be paid. In fen (分), 1/100 yuan.
             */
            interest_saved_fen: number;
            /**
             * Balance After Fen
             * @description Principal that is left. In fen (分), 1/100 yuan.
             */
            balance_after_fen: number;
        };
        /**
         * State
         * @description Loan account state (贷款账户状态), the codes of 1.2 that a contract here can have.
         * @enum {string}
         */
        loans__domain__contracts__State: "6" | "1" | "2" | "3" | "5" | "8";
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
    list_contracts_api_loans_contracts_get: {
        parameters: {
            query?: {
                /** @description Whom it is about, as all services know a person (职工): by an id, never by the ID number. */
                person_id?: string | null;
                /** @description 只支持待确认（6） */
                state?: components["schemas"]["loans__domain__contracts__State"] | null;
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
                    "application/json": components["schemas"]["ContractsAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_contract_api_loans_contracts_post: {
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
                "application/json": components["schemas"]["ContractBody"];
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
    show_contract_api_loans_contracts__contract_number__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["ContractAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_plan_api_loans_contracts__contract_number__plan_get: {
        parameters: {
            query?: {
                /** @description Version number, from 1. */
                version?: number | null;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["PlanAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_entries_api_loans_contracts__contract_number__repayments_get: {
        parameters: {
            query?: {
                /** @description First day of booking, included. */
                booked_from?: string | null;
                /** @description Last day of booking, included. */
                booked_until?: string | null;
                /** @description Only entries of this type (贷款业务明细类型), code of JGJ/T 320 A.15. */
                kind?: components["schemas"]["EntryKind"] | null;
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
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["EntriesAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_entries_api_loans_contracts__contract_number__repayments_totals_get: {
        parameters: {
            query?: {
                /** @description First day of booking, included. */
                booked_from?: string | null;
                /** @description Last day of booking, included. */
                booked_until?: string | null;
                /** @description Only entries of this type (贷款业务明细类型), code of JGJ/T 320 A.15. */
                kind?: components["schemas"]["EntryKind"] | null;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["EntryTotalsAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quote_payoff_api_loans_contracts__contract_number__payoff_quote_get: {
        parameters: {
            query?: {
                /** @description 默认今天 */
                paid_on?: string | null;
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["QuoteAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_payoff_certificate_api_loans_contracts__contract_number__payoff_certificate_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["PayoffCertificateAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_agreements_api_loans_contracts__contract_number__agreements_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["AgreementsAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_agreement_api_loans_contracts__contract_number__agreements_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperAgreementBody"];
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
    end_agreement_api_loans_contracts__contract_number__agreements__agreement_id__end_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
                /** @description The offset agreement (冲抵协议). */
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementEndBody"];
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
    quote_early_api_loans_contracts__contract_number__early_repayment_quotes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EarlyBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarlyQuoteAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_early_api_loans_contracts__contract_number__early_repayments_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EarlyRequestBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebitAskedAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pay_owed_api_loans_contracts__contract_number__owed_payments_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
            };
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
                    "application/json": components["schemas"]["DebitAskedAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_debits_api_loans_contracts__contract_number__debits_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["DebitsAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_debit_api_loans_contracts__contract_number__debits__debit_id__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
                /** @description One attempt to debit the repayment card (扣款). */
                debit_id: string;
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
                    "application/json": components["schemas"]["DebitAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_terms_api_loans_agreement_terms_get: {
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
                    "application/json": components["schemas"]["TermsAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_online_api_loans_contracts__contract_number__my_agreement_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnlineAgreementBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_online_api_loans_contracts__contract_number__my_agreement_end_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["AgreementAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_card_api_loans_contracts__contract_number__counter_card_changes_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardChangeBody"];
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
    change_payee_api_loans_contracts__contract_number__counter_payee_changes_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayeeChangeBody"];
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
    repay_by_card_api_loans_contracts__contract_number__counter_card_repayments_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardRepaymentBody"];
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
    repay_early_api_loans_contracts__contract_number__counter_early_repayments_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
                /** @description What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation with exactly this body; works once. */
                Confirmation?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CounterEarlyBody"];
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
    repay_by_transfer_api_loans_contracts__contract_number__counter_transfer_repayments_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
    list_claims_api_loans_contracts__contract_number__receipt_claims_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["ReceiptClaimsAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    debits_under_way_api_loans_debits_under_way_get: {
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
                    "application/json": components["schemas"]["DebitsAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_disbursements_api_loans_contracts__contract_number__disbursements_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
                    "application/json": components["schemas"]["DisbursementsAnswer"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiting_api_loans_deaths_get: {
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
                    "application/json": components["schemas"]["LoansOfTheDead"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_api_loans_deaths__death_id__contracts__contract_number__answer_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A death as two of the staff recorded it (死亡登记). */
                death_id: string;
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeathAnswerBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoansOfTheDead"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_api_loans_moving_in_reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovingInBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovingInReport"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_api_loans_moving_in_post: {
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
                "application/json": components["schemas"]["MovingInProposal"];
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
    batches_api_loans_moving_ins_get: {
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
    begin_api_loans_moving_ins_post: {
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
                "application/json": components["schemas"]["NewMovingInFiles"];
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
    batch_api_loans_moving_ins__batch_id__get: {
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
    upload_api_loans_moving_ins__batch_id__uploads_post: {
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
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/jsonl": string;
                "application/x-ndjson": string;
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
    errors_api_loans_moving_in_files__file_id__errors_get: {
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
                    "application/json": components["schemas"]["MovingInFileErrors"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    differences_api_loans_moving_ins__batch_id__differences_export_get: {
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
    sign_api_loans_moving_ins__batch_id__signature_post: {
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
    drop_api_loans_moving_ins__batch_id__withdrawal_post: {
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
    export_entries_api_loans_contracts__contract_number__repayments_export_get: {
        parameters: {
            query?: {
                /** @description First day of booking, included. */
                booked_from?: string | null;
                /** @description Last day of booking, included. */
                booked_until?: string | null;
                /** @description Only entries of this type (贷款业务明细类型), code of JGJ/T 320 A.15. */
                kind?: components["schemas"]["EntryKind"] | null;
                /** @description 文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入） */
                form?: components["schemas"]["Form-Input"];
            };
            header?: {
                /** @description Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. Who looks at what is theirs needs none. */
                "Look-Reason"?: string | null;
            };
            path: {
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
    export_plan_api_loans_contracts__contract_number__plan_export_get: {
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
                /** @description Loan contract number (借款合同编号). */
                contract_number: string;
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
    loan_api_loans_calculators_loan_get: {
        parameters: {
            query: {
                /** @description In fen */
                amount_fen: number;
                /** @description In months */
                periods: number;
                /** @description `01` 等额本息 equal instalments, `02` 等额本金 equal principal */
                method: components["schemas"]["RepaymentMethod"];
                /** @description `first` or `second` home of the family */
                home?: components["schemas"]["Home"];
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
                    "application/json": components["schemas"]["LoanCosts"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    early_repayment_api_loans_calculators_early_repayment_get: {
        parameters: {
            query: {
                /** @description In fen */
                balance_fen: number;
                /** @description Months still to be paid */
                periods_left: number;
                /** @description Months of the whole loan */
                term_periods: number;
                /** @description In fen */
                amount_fen: number;
                /** @description `01` 等额本息 equal instalments, `02` 等额本金 equal principal */
                method: components["schemas"]["RepaymentMethod"];
                /** @description `first` or `second` home of the family */
                home?: components["schemas"]["Home"];
                /** @description Days since the last instalment was due */
                days?: number;
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
                    "application/json": components["schemas"]["BothWays"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policies_api_loans_policies_get: {
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
    propose_api_loans_policies_post: {
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
    try_draft_api_loans_policies_preview_post: {
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
    try_proposed_api_loans_policies_proposals__proposal_id__preview_get: {
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
    list_proposals_api_loans_proposals_get: {
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
    proposal_api_loans_proposals__proposal_id__get: {
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
    decide_api_loans_proposals__proposal_id__decision_post: {
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
    withdraw_api_loans_proposals__proposal_id__withdrawal_post: {
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
    attach_api_loans_proposals__proposal_id__papers_uploads_post: {
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
    fetch_api_loans_proposals__proposal_id__papers__paper_id__get: {
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
    kept_of_me_api_loans_personal_data_get: {
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
    rows_of_me_api_loans_personal_data__table__get: {
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
    parked_api_loans_parked_get: {
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
    queues_api_loans_queues_get: {
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
    replay_api_loans_parked__queue__replays_post: {
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
    set_aside_api_loans_parked__queue__settings_aside_post: {
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
    audit_trail_api_loans_audit_get: {
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
    jobs_api_loans_jobs_get: {
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
