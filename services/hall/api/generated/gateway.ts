// Made by `make generate` from services/gateway/openapi.json; not written by hand.
// SHA-256 cc45261d22bba7370486d789bc273976ce17f2730e72d83c2f5533a3e1437fc4
export interface paths {
    "/api/gateway/login-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 获取登录验证码
         * @description Send a code to the phone of the citizen, if there is one; the answer does not say.
         *
         *     An employer's operator logs in by password and authenticator, as staff do.
         */
        post: operations["login_codes_api_gateway_login_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用验证码登录
         * @description Open a session for whoever enters the code; five wrong codes end a challenge.
         *
         *     Its channel (R-ACC-5) is that of the device whose token comes along, else the web. What is opened
         *     through a device ends soon, and with it; the device is not known to the person afterwards.
         */
        post: operations["log_in_api_gateway_sessions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/sessions/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 工作人员和单位经办人登录
         * @description Open a session for staff, or for an employer's operator: password and one-time password.
         */
        post: operations["staff_log_in_api_gateway_sessions_staff_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/sessions/staff/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 工作人员和单位经办人激活账号
         * @description Choose a password and enrol an authenticator, with the activation code that was texted.
         */
        post: operations["activate_api_gateway_sessions_staff_activation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/sessions/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 自助终端登录
         * @description Open a session for a self-service terminal.
         */
        post: operations["device_log_in_api_gateway_sessions_device_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 续期
         * @description Exchange a refresh token; one that was used before ends the session.
         */
        post: operations["refresh_api_gateway_tokens_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 退出登录
         * @description End the session of this token.
         */
        delete: operations["log_out_api_gateway_sessions_current_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 当前登录身份
         * @description Say who is logged in.
         */
        get: operations["me_api_gateway_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/me/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 登录记录
         * @description List attempts to log in as oneself, newest first (R-CRT-4).
         */
        get: operations["logins_api_gateway_me_logins_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的登录会话
         * @description List one's own sessions that go on, newest first.
         */
        get: operations["own_sessions_api_gateway_me_sessions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 结束一个登录会话
         * @description End one of one's own sessions; its tokens and streams end everywhere within seconds.
         */
        delete: operations["end_api_gateway_me_sessions__session_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 修改登录密码
         * @description Change one's own password; every other session of one's own ends.
         */
        post: operations["change_password_api_gateway_me_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 获取业务确认验证码
         * @description Send a code whose text says what it confirms: kind, amount, last digits of the card.
         *
         *     An employer's operator is sent none, and enters what the authenticator shows.
         */
        post: operations["ask_api_gateway_confirmations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/counter-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 柜台业务由办事人验证码确认
         * @description Send a code to the person at the counter, for what is entered in that person's stead.
         */
        post: operations["ask_at_the_counter_api_gateway_counter_confirmations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/confirmations/{confirmation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 输入业务确认验证码
         * @description Answer what the operation takes as its header `Confirmation`, for the code that was texted,
         *     or for an operator that of the authenticator.
         */
        post: operations["enter_api_gateway_confirmations__confirmation_id__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的同意
         * @description Say what one may consent to, and what one has said about it.
         */
        get: operations["my_consents_api_gateway_consents_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 同意或撤回同意
         * @description Consent to a purpose's text as it is now, or take it back; each time is kept.
         */
        put: operations["say_api_gateway_consents__purpose__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/employers/{employer_number}/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位经办人名单
         * @description List an employer's operators, those who were shut too.
         */
        get: operations["operators_api_gateway_employers__employer_number__operators_get"];
        put?: never;
        /**
         * 增加或更换单位经办人
         * @description Propose another operator, perhaps in somebody's place; once agreed the activation code is texted.
         */
        post: operations["invite_api_gateway_employers__employer_number__operators_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/operators/{operator_id}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 变更经办人权限
         * @description Propose other rights; once agreed the operator logs in anew.
         */
        post: operations["change_rights_api_gateway_operators__operator_id__rights_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/operators/{operator_id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用单位经办人
         * @description Propose to shut an operator; sessions end with the decision, and what was asked for counts no more.
         */
        post: operations["shut_api_gateway_operators__operator_id__closure_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/operators/{operator_id}/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重置经办人登录
         * @description Propose that an operator activates anew: a phone with the authenticator was lost, or never was.
         */
        post: operations["reset_api_gateway_operators__operator_id__activation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/me/phone/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 向新手机号发送验证码
         * @description Send a code to the phone that shall be on file; `POST /confirmations/{id}` answers the proof for it.
         */
        post: operations["prove_api_gateway_me_phone_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更换预留手机号
         * @description Change one's own phone: the phone on file confirms it, the new one is proven. Other sessions end.
         */
        post: operations["change_api_gateway_me_phone_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/phone-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 柜台更换预留手机号
         * @description Propose another phone for a citizen at the counter; once agreed all sessions end.
         */
        post: operations["propose_api_gateway_phone_changes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/me/query-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的查询密码
         * @description Say whether one is set, and since when.
         */
        get: operations["own_api_gateway_me_query_password_get"];
        put?: never;
        /**
         * 设置查询密码
         * @description Set one's own, confirmed by a fresh code; the one before counts no more.
         */
        post: operations["choose_api_gateway_me_query_password_post"];
        /**
         * 取消查询密码
         * @description Let none count any more; this takes no code, since it only tightens.
         */
        delete: operations["remove_api_gateway_me_query_password_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/sessions/query-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 12329凭查询密码查询
         * @description Open a session that reads, ends soon, is not continued; through a device of channel hotline alone.
         */
        post: operations["log_in_api_gateway_sessions_query_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/me/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本人登记的姓名和证件
         * @description Show what is on file of oneself, masked, and what was asked to be corrected.
         */
        get: operations["own_api_gateway_me_identity_get"];
        put?: never;
        /**
         * 更正本人姓名、证件号码
         * @description Ask for one's own name and number to be corrected: the register of identities is asked by itself.
         *
         *     What it confirms takes effect at once; where it is away it is asked again; what it does not know is
         *     decided at the counter by two people. What was asked for before and is open ends.
         */
        post: operations["correct_api_gateway_me_identity_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/identity-corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待柜台核实的更正
         * @description List the corrections that the register could not decide, the oldest first.
         */
        get: operations["referred_api_gateway_identity_corrections_get"];
        put?: never;
        /**
         * 柜台更正姓名、证件号码
         * @description Propose another name or number for a citizen by the documents that were shown; another decides.
         */
        post: operations["propose_api_gateway_identity_corrections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 工作人员名单
         * @description List staff by login.
         */
        get: operations["everyone_api_gateway_staff_get"];
        put?: never;
        /**
         * 新增工作人员
         * @description Propose a login; another administrator decides, then an activation code goes to the person's phone.
         */
        post: operations["create_api_gateway_staff_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/staff/{staff_id}/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重置密码和动态口令
         * @description Propose that somebody activates anew; when decided the old login ends, the code goes to the phone.
         */
        post: operations["reset_api_gateway_staff__staff_id__activation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/staff/{staff_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 启用工作人员
         * @description Propose to let somebody in again.
         */
        post: operations["enable_api_gateway_staff__staff_id__enable_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/staff/{staff_id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 变更岗位
         * @description Propose another role.
         */
        post: operations["change_role_api_gateway_staff__staff_id__role_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/staff/{staff_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用工作人员
         * @description Shut a member of staff out at once; doing it again changes nothing.
         */
        post: operations["disable_api_gateway_staff__staff_id__disable_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 自助终端名单
         * @description List terminals, revoked ones too.
         */
        get: operations["all_devices_api_gateway_devices_get"];
        put?: never;
        /**
         * 登记自助终端
         * @description Propose a terminal's identity; its client id is the result of the decision.
         */
        post: operations["add_device_api_gateway_devices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/devices/{client_id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 吊销自助终端凭证
         * @description Shut a terminal out at once, its sessions too; doing it again changes nothing.
         */
        post: operations["revoke_device_api_gateway_devices__client_id__revocation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/dashboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 监控页面地址
         * @description Say where the system is watched, as its settings have it.
         */
        get: operations["dashboards_api_gateway_dashboards_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/signing-keys/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 立即更换签名密钥
         * @description Sign with a new key from now on, and on demand take the older ones back.
         */
        post: operations["rotate_api_gateway_signing_keys_rotation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/devices/current/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 自助终端报告状态
         * @description Keep how the calling terminal is; 401 once it was revoked: then it lets nobody in and shows nothing.
         */
        post: operations["health_api_gateway_devices_current_health_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 认领和备注
         * @description List who is at what and what colleagues were told; what has been decided is on no pile any more.
         */
        get: operations["desk_api_gateway_work_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/work/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可转交的同事
         * @description List the staff who can log in, by login.
         */
        get: operations["colleagues_api_gateway_work_colleagues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/work/{service}/{kind}/{item_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 认领
         * @description Take something up, or keep it for longer; 409 says who has it and until when.
         */
        post: operations["claim_api_gateway_work__service___kind___item_id__claim_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/work/{service}/{kind}/{item_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 放下
         * @description Lay down what one holds; doing it again changes nothing.
         */
        post: operations["release_api_gateway_work__service___kind___item_id__release_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/work/{service}/{kind}/{item_id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 转交
         * @description Give what one holds to a colleague.
         */
        post: operations["hand_over_api_gateway_work__service___kind___item_id__handover_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/work/{service}/{kind}/{item_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 写备注
         * @description Leave a note for colleagues.
         */
        post: operations["note_api_gateway_work__service___kind___item_id__notes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 管理部名单
         * @description List the centre's offices, those that are closed last.
         */
        get: operations["everywhere_api_gateway_offices_get"];
        put?: never;
        /**
         * 设立管理部
         * @description Open an office; it gives nobody a right, so one administrator is enough.
         */
        post: operations["create_api_gateway_offices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/offices/{office_id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销管理部
         * @description Close an office where nobody works any more; doing it again changes nothing.
         */
        post: operations["close_api_gateway_offices__office_id__closure_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/staff/{staff_id}/office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 工作人员所在管理部
         * @description Say where a member of staff works; rights stay as they are.
         */
        post: operations["move_api_gateway_staff__staff_id__office_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/work/{service}/{kind}/{item_id}/office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 转到管理部
         * @description Give a piece of work to an office; it is forgotten after 30 days, like notes.
         */
        post: operations["give_api_gateway_work__service___kind___item_id__office_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/proposals": {
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
        get: operations["list_proposals_api_gateway_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/proposals/{proposal_id}": {
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
        get: operations["proposal_api_gateway_proposals__proposal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/proposals/{proposal_id}/decision": {
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
        post: operations["decide_api_gateway_proposals__proposal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/proposals/{proposal_id}/withdrawal": {
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
        post: operations["withdraw_api_gateway_proposals__proposal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/proposals/{proposal_id}/papers/uploads": {
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
        post: operations["attach_api_gateway_proposals__proposal_id__papers_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/proposals/{proposal_id}/papers/{paper_id}": {
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
        get: operations["fetch_api_gateway_proposals__proposal_id__papers__paper_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/personal-data": {
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
        get: operations["kept_of_me_api_gateway_personal_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/personal-data/{table}": {
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
        get: operations["rows_of_me_api_gateway_personal_data__table__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/parked": {
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
        get: operations["parked_api_gateway_parked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/queues": {
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
        get: operations["queues_api_gateway_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/parked/{queue}/replays": {
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
        post: operations["replay_api_gateway_parked__queue__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/parked/{queue}/settings-aside": {
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
        post: operations["set_aside_api_gateway_parked__queue__settings_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/audit": {
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
        get: operations["audit_trail_api_gateway_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gateway/jobs": {
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
        get: operations["jobs_api_gateway_jobs_get"];
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
         * ActivationEntered
         * @description An activation code from an administrator, and the password of one's own choice.
         */
        ActivationEntered: {
            /**
             * Login
             * @description Login name of a member of staff.
             */
            login: string;
            /**
             * Activation Code
             * @description One-time code with which a member of staff sets a password; handed over in person.
             */
            activation_code: string;
            /**
             * Password
             * @description Password, 12 characters at least; stored as a hash only.
             */
            password: string;
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
         * ChallengeMade
         * @description The same answer whether or not the ID number is known.
         */
        ChallengeMade: {
            /**
             * Challenge Id
             * Format: uuid
             * @description The login that the one-time code belongs to.
             */
            challenge_id: string;
            /**
             * Expires At
             * Format: date-time
             * @description Until when it can be used.
             */
            expires_at: string;
            /**
             * Again After Seconds
             * @description When another code may be asked for.
             */
            again_after_seconds: number;
            /**
             * Message
             * @description What to tell the citizen, in Chinese.
             * @default 如该证件号码已登记，验证码将以短信发送至预留手机号。
             */
            message: string;
        };
        /**
         * CodeEntered
         * @description A one-time code.
         */
        CodeEntered: {
            /**
             * Challenge Id
             * Format: uuid
             * @description The login that the one-time code belongs to.
             */
            challenge_id: string;
            /**
             * Code
             * @description The six digits of the text.
             */
            code: string;
            /**
             * Device
             * @description What an earlier login here answered as `device`: who has logged in before goes on while strangers are slowed down.
             */
            device?: string | null;
        };
        /**
         * CodeWanted
         * @description Who wants to log in, and in what capacity.
         */
        CodeWanted: {
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             * @example 11010519491231002X
             */
            id_number: string;
            /**
             * @description A.1; a permanent residence number of 18 characters is known as such by itself.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * As
             * @description In what capacity: for oneself, or as the unit operator (单位经办人) of an employer.
             * @enum {string}
             */
            as: "individual" | "employer_operator";
            /**
             * Employer Number
             * @description Only where somebody is the operator of several employers.
             * @example 100001
             */
            employer_number?: string | null;
            /**
             * Device
             * @description What an earlier login here answered as `device`: who has logged in before goes on while strangers are slowed down.
             */
            device?: string | null;
        };
        /**
         * Colleague
         * @description Somebody to hand work over to.
         */
        Colleague: {
            /**
             * Staff Id
             * Format: uuid
             * @description What a claim is handed over to.
             */
            staff_id: string;
            /**
             * Name
             * @description Name (姓名), masked.
             */
            name: string;
            /**
             * Login
             * @description What tells two of the same masked name apart.
             */
            login: string;
            /**
             * Role
             * @description `staff_maker` 经办, `staff_checker` 复核, `staff_admin` 管理员.
             */
            role: string;
        };
        /**
         * Colleagues
         * @description Who may take up work, by login.
         */
        Colleagues: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["Colleague"][];
        };
        /**
         * ConfirmationAsked
         * @description What is to be confirmed, and with which code.
         */
        ConfirmationAsked: {
            /**
             * Confirmation Id
             * Format: uuid
             * @description Id of what is confirmed with a fresh code.
             */
            confirmation_id: string;
            /**
             * Expires At
             * Format: date-time
             * @description Until when it can be used.
             */
            expires_at: string;
            /**
             * Message
             * @description What to tell who confirms, in Chinese.
             */
            message: string;
            /**
             * What
             * @description What is confirmed, as a text would say it: kind, amount, last digits of a card.
             */
            what: string;
        };
        /**
         * ConfirmationEntered
         * @description The code.
         */
        ConfirmationEntered: {
            /**
             * Code
             * @description The six digits of the text, or of an operator's authenticator.
             */
            code: string;
        };
        /**
         * ConfirmationWanted
         * @description What somebody is about to do.
         */
        ConfirmationWanted: {
            /**
             * Service
             * @description Whose operation it is.
             * @enum {string}
             */
            service: "withdrawals" | "loans" | "gateway" | "accounts" | "wechat" | "documents" | "transfers";
            /**
             * Operation
             * @description Method and path below the service's base, as it will be called.
             * @example POST /applications
             */
            operation: string;
            /**
             * Body
             * @description Exactly what will be sent; null where nothing is.
             * @example {
             *       "kind": "retirement"
             *     }
             */
            body?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * Confirmed
         * @description What the operation takes as its header `Confirmation`, once.
         */
        Confirmed: {
            /**
             * Confirmation
             * @description Signed token (JWT), bound to person, session, operation and body.
             */
            confirmation: string;
            /**
             * Expires In
             * @description Life of the confirmation in seconds.
             */
            expires_in: number;
        };
        /**
         * ConsentList
         * @description All purposes.
         */
        ConsentList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["ConsentShown"][];
        };
        /**
         * ConsentSaid
         * @description Yes or no to one version of a purpose's text.
         */
        ConsentSaid: {
            /**
             * Version
             * @description Of the text that the person has read.
             * @example 2026-01
             */
            version: string;
            /**
             * Given
             * @description False takes an earlier consent back (撤回同意).
             */
            given: boolean;
        };
        /**
         * ConsentShown
         * @description A purpose, its text, and what the person last said about it.
         */
        ConsentShown: {
            /**
             * Purpose
             * @description Stable code of what is consented to.
             * @example cross_city_sharing
             */
            purpose: string;
            /**
             * Version
             * @description Of the text.
             * @example 2026-01
             */
            version: string;
            /**
             * Text
             * @description What is consented to, in Chinese.
             */
            text: string;
            /**
             * Given
             * @description Whether the person consents to this version.
             */
            given: boolean;
            /**
             * Said At
             * @description When the person last said something about this purpose.
             */
            said_at: string | null;
        };
        /**
         * CorrectionPage
         * @description Corrections that wait for two people, the oldest first.
         */
        CorrectionPage: {
            /**
             * Items
             * @description The corrections.
             */
            items: components["schemas"]["CorrectionShown"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; null on the last.
             */
            next_cursor: string | null;
        };
        /**
         * CorrectionShown
         * @description A correction, and how it stands.
         */
        CorrectionShown: {
            /**
             * Correction Id
             * Format: uuid
             * @description Its number.
             */
            correction_id: string;
            /**
             * By Whom
             * @description `oneself`, `employer`: proposed by it; `counter`: by two people of the centre.
             */
            by_whom: string;
            /** @description `asking`: the register is asked; `referred`: two people decide at the counter; the rest is final. */
            state: components["schemas"]["gateway__rules__corrections__State"];
            /** @description Why it is not on file, as a stable code. */
            reason: components["schemas"]["Ground"] | null;
            /**
             * Reason Text
             * @description The same in words.
             */
            reason_text: string | null;
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
            /** @description What was on file. */
            before: components["schemas"]["PersonShown"];
            /** @description What shall be. */
            wanted: components["schemas"]["PersonShown"];
        };
        /**
         * CounterConfirmationWanted
         * @description What a maker is about to enter for somebody at the counter.
         */
        CounterConfirmationWanted: {
            /**
             * Service
             * @description Whose operation it is.
             * @enum {string}
             */
            service: "withdrawals" | "loans" | "gateway" | "accounts" | "wechat" | "documents" | "transfers";
            /**
             * Operation
             * @description Method and path below the service's base, as it will be called.
             * @example POST /applications
             */
            operation: string;
            /**
             * Body
             * @description Exactly what will be sent; null where nothing is.
             * @example {
             *       "kind": "retirement"
             *     }
             */
            body?: {
                [key: string]: unknown;
            } | null;
            /**
             * Person Id
             * Format: uuid
             * @description For whom it is, and whose phone gets the code.
             */
            person_id: string;
        };
        /**
         * Dashboards
         * @description Where the system is watched.
         */
        Dashboards: {
            /**
             * Grafana Url
             * @description Grafana; none where no address is set.
             */
            grafana_url: string | null;
            /**
             * Broker Url
             * @description RabbitMQ's management page; none where no address is set.
             */
            broker_url: string | null;
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
         * Desk
         * @description Claims and notes on the whole desk.
         */
        Desk: {
            /**
             * Claims
             * @description Those that go on, the next to end first.
             */
            claims: components["schemas"]["WorkClaim"][];
            /**
             * Notes
             * @description Newest first.
             */
            notes: components["schemas"]["WorkNote"][];
            /**
             * Offices
             * @description Those that are open.
             */
            offices: components["schemas"]["OfficeShown"][];
            /**
             * Given
             * @description Work that was given to an office; other work lies where its proposer, or who is at it, works.
             */
            given: components["schemas"]["WorkOffice"][];
            /**
             * Posts
             * @description In which office staff work, of those whose office is known.
             */
            posts: components["schemas"]["StaffOffice"][];
        };
        /**
         * DeviceList
         * @description All terminals, by when they came.
         */
        DeviceList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["DeviceListed"][];
        };
        /**
         * DeviceListed
         * @description A terminal.
         */
        DeviceListed: {
            /**
             * Client Id
             * @description Name under which a self-service terminal logs in.
             */
            client_id: string;
            /**
             * Name
             * @description Where it stands.
             */
            name: string;
            /**
             * Channel
             * @description Through what it was done: web, wechat, kiosk, hotline or counter (R-ACC-5).
             * @enum {string}
             */
            channel: "kiosk" | "hotline" | "wechat";
            /**
             * Since
             * Format: date-time
             * @description When it was registered.
             */
            since: string;
            /**
             * Revoked At
             * @description Since when it lets nobody in.
             */
            revoked_at: string | null;
            /**
             * Seen At
             * @description When it last said how it is; none of one that never did.
             */
            seen_at: string | null;
            /**
             * Silent
             * @description Whether that is longer ago than it should be; never of one that was revoked.
             */
            silent: boolean;
            /**
             * Printer
             * @description As it said then.
             */
            printer: ("ready" | "out_of_paper" | "jammed" | "away" | "none") | null;
            /**
             * Reader
             * @description Of ID cards, as it said then.
             */
            reader: ("ready" | "away" | "none") | null;
        };
        /**
         * DeviceLogin
         * @description A self-service terminal.
         */
        DeviceLogin: {
            /**
             * Client Id
             * @description Name under which a self-service terminal logs in.
             */
            client_id: string;
            /**
             * Client Secret
             * @description The terminal's secret; shown once and stored as a hash only.
             */
            client_secret: string;
        };
        /**
         * EnrolledShown
         * @description For the authenticator app; shown once.
         */
        EnrolledShown: {
            /**
             * Totp Secret
             * @description Secret for an authenticator app, base32 (RFC 6238).
             */
            totp_secret: string;
            /**
             * Totp Uri
             * @description The same as an otpauth:// address, for a QR code.
             */
            totp_uri: string;
        };
        /**
         * Ground
         * @description Why a correction is not taken, or not by itself.
         * @enum {string}
         */
        Ground: "no-match" | "present-is-valid" | "number-taken" | "unknown" | "not-told-same" | "no-answer" | "already-so" | "own-goes-first" | "only-at-counter";
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
         * HandOver
         * @description To whom something is handed over.
         */
        HandOver: {
            /**
             * To
             * Format: uuid
             * @description Of `GET /work/colleagues`.
             */
            to: string;
        };
        /**
         * Health
         * @description How the terminal that calls is.
         */
        Health: {
            /**
             * Printer
             * @description `out_of_paper` 缺纸, `jammed` 卡纸, `away` the printer does not answer, `none` it has none.
             * @enum {string}
             */
            printer: "ready" | "out_of_paper" | "jammed" | "away" | "none";
            /**
             * Reader
             * @description Of ID cards; `away` it does not answer, `none` it has none.
             * @enum {string}
             */
            reader: "ready" | "away" | "none";
        };
        /**
         * Heard
         * @description What a terminal is to do next.
         */
        Heard: {
            /**
             * Name
             * @description Where it stands, as it was registered.
             */
            name: string;
            /**
             * Again After Seconds
             * @description When to say so again; whoever is silent much longer is looked after.
             */
            again_after_seconds: number;
        };
        /**
         * IdType
         * @description ID type (证件类型), appendix A.1.
         * @enum {string}
         */
        IdType: "01" | "02" | "03" | "04" | "99";
        /**
         * IdentityProposal
         * @description A citizen whose name or number shall be another one by the documents that were shown.
         */
        IdentityProposal: {
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
             * @description Type of the identity document (证件类型) that is on file, A.1.
             * @default 01
             */
            present_id_type: components["schemas"]["IdType"];
            /**
             * Present Id Number
             * @description Number of the identity document that is on file.
             * @example 11010519491231002X
             */
            present_id_number: string;
            /**
             * Name
             * @description Full name that shall be on file.
             * @example 张三
             */
            name: string;
            /**
             * @description Type of the identity document that shall be on file, A.1.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Number of the identity document that shall be on file.
             * @example 11010519491231002X
             */
            id_number: string;
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
         * LoginLine
         * @description One attempt to log in as oneself (R-CRT-4).
         */
        LoginLine: {
            /**
             * At
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /**
             * Outcome
             * @description How it ended, as a stable code.
             */
            outcome: string;
            /**
             * Outcome Text
             * @description The outcome in Chinese, as people read it.
             */
            outcome_text: string;
            /**
             * Channel
             * @description Through what it was done: web, wechat, kiosk, hotline or counter (R-ACC-5).
             */
            channel: string | null;
            /**
             * Address
             * @description IP address that it came from.
             */
            address: string | null;
        };
        /**
         * LoginPage
         * @description Attempts, newest first.
         */
        LoginPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["LoginLine"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * Me
         * @description Who is logged in.
         */
        Me: {
            /**
             * Identity Id
             * Format: uuid
             * @description The identity that logs in.
             */
            identity_id: string;
            /**
             * Role
             * @description In what capacity somebody acts, code of the access token's role.
             */
            role: string;
            /**
             * Name
             * @description Name (姓名), masked.
             */
            name: string;
            /**
             * Phone
             * @description Phone number, masked.
             */
            phone: string | null;
            /**
             * Person Id
             * @description The person, where somebody acts for himself or herself.
             */
            person_id: string | null;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string | null;
            /**
             * Channel
             * @description Through what the session was opened.
             */
            channel: string;
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
         * NewDevice
         * @description A terminal, or what else people log in through; nobody here sees more than the hash of its secret.
         */
        NewDevice: {
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
             * @description Where it stands.
             * @example 德城区服务大厅1号机
             */
            name: string;
            /**
             * Secret Hash
             * @description SHA-256 of the secret that the terminal has made, in hex.
             * @example 9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f
             */
            secret_hash: string;
            /**
             * Channel
             * @description What is logged in through it comes by this channel.
             * @default kiosk
             * @enum {string}
             */
            channel: "kiosk" | "hotline" | "wechat";
        };
        /**
         * NewNote
         * @description What colleagues are to know.
         */
        NewNote: {
            /**
             * Text
             * @description No numbers of ID documents, phones or bank cards: those are refused.
             */
            text: string;
        };
        /**
         * NewOffice
         * @description An office to open.
         */
        NewOffice: {
            /**
             * Name
             * @description What it is called; no two that are open are called the same.
             * @example 德城管理部
             */
            name: string;
        };
        /**
         * NewOperator
         * @description Somebody who shall work online for an employer, and why; the centre agrees.
         */
        NewOperator: {
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
             * @description Full name.
             * @example 张三
             */
            name: string;
            /**
             * @description Type of the identity document (证件类型), A.1.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Number of the identity document.
             * @example 11010519491231002X
             */
            id_number: string;
            /**
             * Phone
             * @description The person's own phone; the activation code goes there.
             * @example 13805340001
             */
            phone: string;
            /**
             * Rights
             * @description `draft` 编制, `confirm` 确认, `pay` 缴款, `look` 查询.
             * @example [
             *       "draft",
             *       "look"
             *     ]
             */
            rights: components["schemas"]["Right"][];
            /**
             * Replaces
             * @description An operator who is shut in the same instant.
             */
            replaces?: string | null;
        };
        /**
         * NewPhone
         * @description The phone that shall be on file.
         */
        NewPhone: {
            /**
             * Phone
             * @description Mainland mobile number.
             * @example 13905340009
             */
            phone: string;
        };
        /**
         * NewStaff
         * @description One person, one role, one phone; another administrator decides.
         */
        NewStaff: {
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
             * Role
             * @description `staff_maker` 经办, `staff_checker` 复核, `staff_admin` 管理员, `staff_auditor` 审计.
             * @enum {string}
             */
            role: "staff_maker" | "staff_checker" | "staff_admin" | "staff_auditor";
            /**
             * Senior
             * @description Of a checker: 高级复核员.
             * @default false
             */
            senior: boolean;
            /**
             * Login
             * @description What the member of staff logs in with.
             * @example zhang.san
             */
            login: string;
            /**
             * Name
             * @description Full name.
             * @example 张三
             */
            name: string;
            /**
             * Id Number
             * @description Resident ID number (GB 11643).
             * @example 11010519491231002X
             */
            id_number: string;
            /**
             * Phone
             * @description The person's own phone; the activation code goes there.
             * @example 13805340001
             */
            phone: string;
        };
        /**
         * OfficeOfStaff
         * @description Where a member of staff works.
         */
        OfficeOfStaff: {
            /**
             * Office Id
             * @description Of `GET /offices`; none where it is not to be said.
             */
            office_id: string | null;
        };
        /**
         * OfficeOfWork
         * @description To which office a piece of work is given.
         */
        OfficeOfWork: {
            /**
             * Office Id
             * Format: uuid
             * @description Of `GET /offices`, and open.
             */
            office_id: string;
        };
        /**
         * OfficeShown
         * @description An office (管理部).
         */
        OfficeShown: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Name
             * @description What it is called.
             */
            name: string;
            /**
             * Closed At
             * @description Since when nobody works there.
             */
            closed_at: string | null;
        };
        /**
         * Offices
         * @description All offices, those that are closed last.
         */
        Offices: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["OfficeShown"][];
        };
        /**
         * OnFileShown
         * @description What is on file of oneself, and its corrections, newest first.
         */
        OnFileShown: {
            /**
             * Name
             * @description Masked.
             */
            name: string;
            /** @description Type of the identity document (证件类型), A.1. */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Type Text
             * @description The same in words.
             */
            id_type_text: string;
            /**
             * Id Number
             * @description Masked.
             */
            id_number: string;
            /**
             * Corrections
             * @description What was asked to be corrected, newest first.
             */
            corrections: components["schemas"]["CorrectionShown"][];
        };
        /**
         * OperatorList
         * @description All operators of an employer, by when they came.
         */
        OperatorList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["OperatorShown"][];
        };
        /**
         * OperatorShown
         * @description An operator of an employer.
         */
        OperatorShown: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string;
            /**
             * Login
             * @description What the operator logs in with.
             */
            login: string;
            /**
             * Name
             * @description Name (姓名), masked.
             */
            name: string;
            /**
             * Phone
             * @description Phone number, masked.
             */
            phone: string;
            /**
             * Rights
             * @description What the operator may do for the employer.
             */
            rights: components["schemas"]["Right"][];
            /**
             * State
             * @description `awaiting_activation` 待激活, `active` 在用, `shut` 已停用.
             */
            state: string;
            /**
             * Appointed At
             * Format: date-time
             * @description When the operator was appointed.
             */
            appointed_at: string;
        };
        /**
         * OwnIdentity
         * @description The name and the identity document that shall be on file.
         */
        OwnIdentity: {
            /**
             * Name
             * @description Full name.
             * @example 张三
             */
            name: string;
            /**
             * @description Type of the identity document (证件类型), A.1.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Number of the identity document.
             * @example 11010519491231002X
             */
            id_number: string;
        };
        /**
         * OwnPhone
         * @description The phone that shall be on file, and that one has it.
         */
        OwnPhone: {
            /**
             * Phone
             * @description Mainland mobile number.
             * @example 13905340009
             */
            phone: string;
            /**
             * Proof
             * @description What `POST /confirmations/{confirmation_id}` answered for the code that the new phone was sent.
             */
            proof: string;
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
         * PasswordChange
         * @description The present password and the authenticator, and a password of one's own choice.
         */
        PasswordChange: {
            /**
             * Password
             * @description Password, 12 characters at least; stored as a hash only.
             */
            password: string;
            /**
             * Totp
             * @description The six digits of the authenticator app, RFC 6238.
             */
            totp: string;
            /**
             * New Password
             * @description One's own choice, 12 characters at least; none of the last five, none that is common.
             */
            new_password: string;
        };
        /**
         * PersonShown
         * @description A name and an identity document.
         */
        PersonShown: {
            /**
             * Name
             * @description Masked.
             */
            name: string;
            /** @description Type of the identity document (证件类型), A.1. */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Type Text
             * @description The same in words.
             */
            id_type_text: string;
            /**
             * Id Number
             * @description Masked.
             */
            id_number: string;
        };
        /**
         * PhoneProposal
         * @description A citizen at the counter whose phone on file shall be another one, because the old one is lost.
         */
        PhoneProposal: {
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
             * @description Type of the identity document (证件类型), A.1.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Id Number
             * @description Number of the identity document that was shown.
             * @example 11010519491231002X
             */
            id_number: string;
            /**
             * Phone
             * @description The phone that shall be on file.
             * @example 13905340009
             */
            phone: string;
        };
        /**
         * PhoneShown
         * @description The phone on file from now on.
         */
        PhoneShown: {
            /**
             * Phone
             * @description Masked.
             */
            phone: string;
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
         * QueryPasswordChosen
         * @description Six digits of one's own choice.
         */
        QueryPasswordChosen: {
            /**
             * Query Password
             * @description No run or repetition, no part of the ID number or the phone on file.
             */
            query_password: string;
        };
        /**
         * QueryPasswordEntered
         * @description What a caller of 12329 has keyed in.
         */
        QueryPasswordEntered: {
            /**
             * Id Number
             * @description Resident ID number (居民身份证号码), 18 characters (R-CHK-1); masked in answers.
             * @example 11010519491231002X
             */
            id_number: string;
            /**
             * @description A.1; a permanent residence number of 18 characters is known as such by itself.
             * @default 01
             */
            id_type: components["schemas"]["IdType"];
            /**
             * Query Password
             * @description The six digits that its owner chose.
             */
            query_password: string;
        };
        /**
         * QueryPasswordShown
         * @description Whether one is set; it is never shown.
         */
        QueryPasswordShown: {
            /**
             * Set At
             * @description Since when it counts; none where none is set.
             */
            set_at: string | null;
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
         * ReadingToken
         * @description What a caller is read to by; it is not continued, and changes nothing but what it may tighten.
         */
        ReadingToken: {
            /**
             * Access Token
             * @description Signed token (JWT) for the Authorization header.
             */
            access_token: string;
            /**
             * Token Type
             * @description How the access token is sent, RFC 6750.
             * @default Bearer
             * @constant
             */
            token_type: "Bearer";
            /**
             * Expires In
             * @description Life of the access token in seconds.
             */
            expires_in: number;
        };
        /**
         * RefreshWanted
         * @description The refresh token of the last answer.
         */
        RefreshWanted: {
            /**
             * Refresh Token
             * @description Buys the next access token, once; a used one ends the whole session.
             */
            refresh_token: string;
        };
        /**
         * Right
         * @description What the operator of an employer may do for it (单位经办人权限).
         * @enum {string}
         */
        Right: "draft" | "confirm" | "pay" | "look";
        /**
         * RightsWanted
         * @description Other rights of an operator, and why.
         */
        RightsWanted: {
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
             * Rights
             * @description `draft` 编制, `confirm` 确认, `pay` 缴款, `look` 查询.
             * @example [
             *       "draft",
             *       "look"
             *     ]
             */
            rights: components["schemas"]["Right"][];
        };
        /**
         * RoleWanted
         * @description Another role, and why.
         */
        RoleWanted: {
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
             * Role
             * @description `staff_maker` 经办, `staff_checker` 复核, `staff_admin` 管理员, `staff_auditor` 审计.
             * @enum {string}
             */
            role: "staff_maker" | "staff_checker" | "staff_admin" | "staff_auditor";
            /**
             * Senior
             * @description Of a checker: 高级复核员.
             * @default false
             */
            senior: boolean;
        };
        /**
         * Rotated
         * @description The key that signs now.
         */
        Rotated: {
            /**
             * Key Id
             * @description Id (`kid`) of the key that signs from now on.
             */
            key_id: string;
        };
        /**
         * RotationWanted
         * @description Why keys are rotated at once.
         */
        RotationWanted: {
            /**
             * Withdraw
             * @description Take all older keys back: every token signed by them dies.
             * @default false
             */
            withdraw: boolean;
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
         * SessionLine
         * @description A session of one's own that goes on.
         */
        SessionLine: {
            /**
             * Session Id
             * Format: uuid
             * @description Id of a login that goes on.
             */
            session_id: string;
            /**
             * Channel
             * @description Through what it was done: web, wechat, kiosk, hotline or counter (R-ACC-5).
             */
            channel: string;
            /**
             * Address
             * @description IP address that it came from.
             */
            address: string | null;
            /**
             * Created At
             * Format: date-time
             * @description When it began.
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             * @description Until when it can be used.
             */
            expires_at: string;
            /**
             * Current
             * @description The one that asks.
             */
            current: boolean;
        };
        /**
         * SessionList
         * @description One's own sessions, newest first.
         */
        SessionList: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["SessionLine"][];
        };
        /**
         * StaffLogin
         * @description Two factors.
         */
        StaffLogin: {
            /**
             * Login
             * @description Login name of a member of staff.
             * @example admin
             */
            login: string;
            /**
             * Password
             * @description Password, 12 characters at least; stored as a hash only.
             */
            password: string;
            /**
             * Totp
             * @description The six digits of the authenticator app, RFC 6238.
             */
            totp: string;
            /**
             * Device
             * @description What an earlier login here answered as `device`: who has logged in before goes on while strangers are slowed down.
             */
            device?: string | null;
        };
        /**
         * StaffOffice
         * @description In which office a member of staff works.
         */
        StaffOffice: {
            /**
             * Staff Id
             * Format: uuid
             * @description The identity, as proposals and claims name it.
             */
            staff_id: string;
            /**
             * Office Id
             * Format: uuid
             * @description The office's.
             */
            office_id: string;
        };
        /**
         * StaffPage
         * @description Staff by login.
         */
        StaffPage: {
            /**
             * Items
             * @description What was found, a page of it where there is a cursor.
             */
            items: components["schemas"]["StaffShown"][];
            /**
             * Next Cursor
             * @description Cursor of the next page; none on the last one.
             */
            next_cursor: string | null;
        };
        /**
         * StaffShown
         * @description A member of staff.
         */
        StaffShown: {
            /**
             * Id
             * Format: uuid
             * @description Its id, by which its address is made.
             */
            id: string;
            /**
             * Login
             * @description Login name of a member of staff.
             */
            login: string;
            /**
             * Name
             * @description Name (姓名), masked.
             */
            name: string;
            /**
             * Role
             * @description In which the person works.
             */
            role: string;
            /**
             * Senior
             * @description Of a checker: 高级复核员.
             */
            senior: boolean;
            /**
             * State
             * @description Whether the login can be used.
             * @enum {string}
             */
            state: "awaiting_activation" | "active" | "disabled";
            /**
             * Created At
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Office Id
             * @description Where the person works (管理部), of `GET /offices`; none where it is not said.
             */
            office_id: string | null;
        };
        /**
         * State
         * @description Of a proposal; only the first can still change.
         * @enum {string}
         */
        "State-Input": "open" | "executed" | "rejected" | "withdrawn" | "expired";
        /**
         * Tokens
         * @description What somebody who has logged in gets.
         */
        Tokens: {
            /**
             * Access Token
             * @description Signed token (JWT) for the Authorization header.
             */
            access_token: string;
            /**
             * Token Type
             * @description How the access token is sent, RFC 6750.
             * @default Bearer
             * @constant
             */
            token_type: "Bearer";
            /**
             * Expires In
             * @description Life of the access token in seconds.
             */
            expires_in: number;
            /**
             * Refresh Token
             * @description Buys the next access token, once; a used one ends the whole session.
             */
            refresh_token: string;
            /**
             * Role
             * @description In what capacity somebody acts, code of the access token's role.
             */
            role: string;
            /**
             * Name
             * @description Name (姓名), masked.
             */
            name: string;
            /**
             * Employer Number
             * @description Employer's number (单位账号).
             * @example 100001
             */
            employer_number: string | null;
            /**
             * Device
             * @description What this device shows as `device` at its next login; null where a session is only continued.
             */
            device: string | null;
        };
        /**
         * Work
         * @description A pile on the desk (待办).
         * @enum {string}
         */
        Work: "proposal" | "review" | "paper" | "overdue" | "order" | "difference" | "cross-difference" | "odd-entry" | "suspense" | "dispute" | "request";
        /**
         * WorkClaim
         * @description Who is at a piece of work (认领).
         */
        WorkClaim: {
            /**
             * Service
             * @description In which service it lies.
             */
            service: string;
            /** @description On which pile. */
            kind: components["schemas"]["Work"];
            /**
             * Item Id
             * @description Its number there.
             */
            item_id: string;
            /**
             * Held By
             * Format: uuid
             * @description The identity that is at it.
             */
            held_by: string;
            /**
             * Held By Name
             * @description Its name (姓名), masked.
             */
            held_by_name: string;
            /**
             * Handed By Name
             * @description Who handed it over, masked; none once the colleague has taken it up.
             */
            handed_by_name: string | null;
            /**
             * Since
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /**
             * Until
             * Format: date-time
             * @description The claim ends by itself then, unless it is made again.
             */
            until: string;
        };
        /**
         * WorkNote
         * @description What colleagues are told of a piece of work (备注).
         */
        WorkNote: {
            /**
             * Id
             * Format: uuid
             * @description Its number.
             */
            id: string;
            /**
             * Service
             * @description In which service the work lies.
             */
            service: string;
            /** @description On which pile. */
            kind: components["schemas"]["Work"];
            /**
             * Item Id
             * @description The work's number there.
             */
            item_id: string;
            /**
             * At
             * Format: date-time
             * @description When it was written.
             */
            at: string;
            /**
             * By Name
             * @description Who wrote it, masked.
             */
            by_name: string;
            /**
             * Text
             * @description What was written.
             */
            text: string;
        };
        /**
         * WorkOffice
         * @description To which office a piece of work was given.
         */
        WorkOffice: {
            /**
             * Service
             * @description In which service the work lies.
             */
            service: string;
            /** @description On which pile. */
            kind: components["schemas"]["Work"];
            /**
             * Item Id
             * @description The work's number there.
             */
            item_id: string;
            /**
             * Office Id
             * Format: uuid
             * @description The office's.
             */
            office_id: string;
        };
        /**
         * State
         * @description How a correction stands (更正状态).
         * @enum {string}
         */
        gateway__rules__corrections__State: "asking" | "referred" | "taken" | "refused" | "expired" | "withdrawn";
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
    login_codes_api_gateway_login_codes_post: {
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
                    "application/json": components["schemas"]["ChallengeMade"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_in_api_gateway_sessions_post: {
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
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staff_log_in_api_gateway_sessions_staff_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffLogin"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activate_api_gateway_sessions_staff_activation_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivationEntered"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledShown"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    device_log_in_api_gateway_sessions_device_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceLogin"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh_api_gateway_tokens_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_out_api_gateway_sessions_current_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
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
    me_api_gateway_me_get: {
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
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logins_api_gateway_me_logins_get: {
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
                    "application/json": components["schemas"]["LoginPage"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    own_sessions_api_gateway_me_sessions_get: {
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
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_api_gateway_me_sessions__session_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a login that goes on. */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
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
    change_password_api_gateway_me_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Successful Response */
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
    ask_api_gateway_confirmations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmationAsked"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_at_the_counter_api_gateway_counter_confirmations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CounterConfirmationWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmationAsked"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_api_gateway_confirmations__confirmation_id__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of what is confirmed with a fresh code. */
                confirmation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationEntered"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    my_consents_api_gateway_consents_get: {
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
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    say_api_gateway_consents__purpose__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What is consented to, as the list has it. */
                purpose: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentSaid"];
            };
        };
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
    operators_api_gateway_employers__employer_number__operators_get: {
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
                    "application/json": components["schemas"]["OperatorList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_api_gateway_employers__employer_number__operators_post: {
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
                "application/json": components["schemas"]["NewOperator"];
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
    change_rights_api_gateway_operators__operator_id__rights_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description An operator (单位经办人) of an employer. */
                operator_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightsWanted"];
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
    shut_api_gateway_operators__operator_id__closure_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description An operator (单位经办人) of an employer. */
                operator_id: string;
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
    reset_api_gateway_operators__operator_id__activation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description An operator (单位经办人) of an employer. */
                operator_id: string;
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
    prove_api_gateway_me_phone_codes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPhone"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmationAsked"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_api_gateway_me_phone_post: {
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
                "application/json": components["schemas"]["OwnPhone"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneShown"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_api_gateway_phone_changes_post: {
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
                "application/json": components["schemas"]["PhoneProposal"];
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
    own_api_gateway_me_query_password_get: {
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
                    "application/json": components["schemas"]["QueryPasswordShown"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choose_api_gateway_me_query_password_post: {
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
                "application/json": components["schemas"]["QueryPasswordChosen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryPasswordShown"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_api_gateway_me_query_password_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
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
    log_in_api_gateway_sessions_query_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryPasswordEntered"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingToken"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    own_api_gateway_me_identity_get: {
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
                    "application/json": components["schemas"]["OnFileShown"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correct_api_gateway_me_identity_post: {
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
                "application/json": components["schemas"]["OwnIdentity"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionShown"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    referred_api_gateway_identity_corrections_get: {
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
                    "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_api_gateway_identity_corrections_post: {
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
                "application/json": components["schemas"]["IdentityProposal"];
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
    everyone_api_gateway_staff_get: {
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
    create_api_gateway_staff_post: {
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
                "application/json": components["schemas"]["NewStaff"];
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
    reset_api_gateway_staff__staff_id__activation_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A member of staff. */
                staff_id: string;
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
    enable_api_gateway_staff__staff_id__enable_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A member of staff. */
                staff_id: string;
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
    change_role_api_gateway_staff__staff_id__role_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description A member of staff. */
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleWanted"];
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
    disable_api_gateway_staff__staff_id__disable_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A member of staff. */
                staff_id: string;
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
                    "application/json": components["schemas"]["StaffShown"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    all_devices_api_gateway_devices_get: {
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
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_device_api_gateway_devices_post: {
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
                "application/json": components["schemas"]["NewDevice"];
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
    revoke_device_api_gateway_devices__client_id__revocation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name under which a self-service terminal logs in. */
                client_id: string;
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
                    "application/json": components["schemas"]["DeviceListed"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dashboards_api_gateway_dashboards_get: {
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
                    "application/json": components["schemas"]["Dashboards"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotate_api_gateway_signing_keys_rotation_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotationWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rotated"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health_api_gateway_devices_current_health_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Health"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heard"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_api_gateway_work_get: {
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
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    colleagues_api_gateway_work_colleagues_get: {
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
                    "application/json": components["schemas"]["Colleagues"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claim_api_gateway_work__service___kind___item_id__claim_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description In which service the work lies. */
                service: string;
                /** @description On which pile. */
                kind: components["schemas"]["Work"];
                /** @description The work's number there. */
                item_id: string;
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
                    "application/json": components["schemas"]["WorkClaim"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release_api_gateway_work__service___kind___item_id__release_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description In which service the work lies. */
                service: string;
                /** @description On which pile. */
                kind: components["schemas"]["Work"];
                /** @description The work's number there. */
                item_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
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
    hand_over_api_gateway_work__service___kind___item_id__handover_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description In which service the work lies. */
                service: string;
                /** @description On which pile. */
                kind: components["schemas"]["Work"];
                /** @description The work's number there. */
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkClaim"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    note_api_gateway_work__service___kind___item_id__notes_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description In which service the work lies. */
                service: string;
                /** @description On which pile. */
                kind: components["schemas"]["Work"];
                /** @description The work's number there. */
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNote"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkNote"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    everywhere_api_gateway_offices_get: {
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
                    "application/json": components["schemas"]["Offices"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_api_gateway_offices_post: {
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
                "application/json": components["schemas"]["NewOffice"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeShown"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_api_gateway_offices__office_id__closure_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An office of the centre (管理部). */
                office_id: string;
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
                    "application/json": components["schemas"]["OfficeShown"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_api_gateway_staff__staff_id__office_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A member of staff. */
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfficeOfStaff"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffShown"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_api_gateway_work__service___kind___item_id__office_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description In which service the work lies. */
                service: string;
                /** @description On which pile. */
                kind: components["schemas"]["Work"];
                /** @description The work's number there. */
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfficeOfWork"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOffice"];
                };
            };
            /** @description 未能办理：RFC 9457 问题详情 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_proposals_api_gateway_proposals_get: {
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
    proposal_api_gateway_proposals__proposal_id__get: {
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
    decide_api_gateway_proposals__proposal_id__decision_post: {
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
    withdraw_api_gateway_proposals__proposal_id__withdrawal_post: {
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
    attach_api_gateway_proposals__proposal_id__papers_uploads_post: {
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
    fetch_api_gateway_proposals__proposal_id__papers__paper_id__get: {
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
    kept_of_me_api_gateway_personal_data_get: {
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
    rows_of_me_api_gateway_personal_data__table__get: {
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
    parked_api_gateway_parked_get: {
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
    queues_api_gateway_queues_get: {
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
    replay_api_gateway_parked__queue__replays_post: {
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
    set_aside_api_gateway_parked__queue__settings_aside_post: {
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
    audit_trail_api_gateway_audit_get: {
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
    jobs_api_gateway_jobs_get: {
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
