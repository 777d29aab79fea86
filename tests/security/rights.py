"""Who may do what: every operation of every service, written by hand from the rules of the design.

A person sees only what is theirs, and a stranger's id answers 404 like one that does not exist. An operator
is bound to one employer. Staff work at the counter: a maker proposes, a checker decides. An administrator
gives rights and touches neither money nor citizens' data. A terminal only carries somebody else's login, and
a service (monitoring) only watches.

| cell | means |
|---|---|
| `yes`  | may do it |
| `own`  | may do it to what is theirs; to anybody else's, 404 |
| `mine` | names nothing: acts on what is the caller's, and shows nothing of anybody else |
| `made` | only what concerns the caller, as its maker or by the role; to anything else, as here, 404 |
| `two`  | may propose it; it takes effect when another person decides (`shared.proposals`) |
| `-`    | 403 |
| `phone` | 403 to every login: of whoever has proven a phone, by a token of its own |
| `401`  | there is no login of this role, so there is no session |

A `public` operation asks for no token; every other one answers 401 without a good one.
"""

from dataclasses import dataclass

from shared.identity.principal import Role
from shared.messaging.topology import SERVICES

ROLES = (
    Role.INDIVIDUAL,
    Role.EMPLOYER_OPERATOR,
    Role.STAFF_MAKER,
    Role.STAFF_CHECKER,
    Role.STAFF_ADMIN,
    Role.KIOSK,
    Role.SERVICE,
)
PUBLIC = "public"
BY_PHONE = "phone"
"""Of whoever has proven a phone: a token of its own, which is no login; every login answers 403."""
OWN_LOGIN = frozenset(
    {
        "DELETE /gateway/sessions/current",
        "GET /gateway/me",
        "GET /gateway/me/sessions",
        "DELETE /gateway/me/sessions/{session_id}",
        "POST /gateway/me/password",
        "GET /gateway/me/logins",
    }
)
"""What an auditor may do beside reading the trail of each service, which nobody else reads."""

TABLE = """
                                                                     person oper. maker check admin kiosk serv

POST   /accounts/penalties                                           -      -     two   -     -     -     -
POST   /accounts/penalties/{penalty_id}/lifting                      -      -     two   -     -     -     -
GET    /accounts/policies                                            -      -     yes   yes   -     -     -
POST   /accounts/policies/preview                                    -      -     yes   yes   -     -     -
POST   /accounts/policies                                            -      -     two   -     -     -     -
GET    /accounts/policies/proposals/{proposal_id}/preview            -      -     yes   yes   -     -     -
GET    /accounts/penalties                                           -      -     yes   yes   -     -     -
POST   /accounts/employers                                           -      -     two   -     -     -     -
GET    /accounts/employers                                           -      -     yes   yes   -     -     -
GET    /accounts/late-employers                                      -      -     yes   yes   -     -     -
GET    /accounts/employers/{employer_number}                         -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/agreement               -      made  two   -     -     -     -
POST   /accounts/employers/{employer_number}/agreement/revocation    -      made  two   -     -     -     -
POST   /accounts/employers/{employer_number}/accounts                -      own   two   -     -     -     -
GET    /accounts/employers/{employer_number}/accounts                -      own   yes   yes   -     -     -
GET    /accounts/employers/{employer_number}/accounts/export         -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/accounts/search         -      own   yes   yes   -     -     -
GET    /accounts/employers/{employer_number}/staff-changes           -      own   yes   yes   -     -     -
GET    /accounts/employers/{employer_number}/staff-changes/export    -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/opening-balances        -      -     two   -     -     -     -
GET    /accounts/employers/{employer_number}/opening-balances        -      -     yes   yes   -     -     -
POST   /accounts/moving-ins                                          -     -     yes   -     -     -     -
GET    /accounts/moving-ins                                          -     -     yes   yes   -     -     -
GET    /accounts/moving-ins/{batch_id}                               -     -     yes   yes   -     -     -
POST   /accounts/moving-ins/{batch_id}/{kind}/uploads                -     -     yes   -     -     -     -
GET    /accounts/moving-in-files/{file_id}/errors                    -     -     yes   yes   -     -     -
GET    /accounts/moving-ins/{batch_id}/differences/export            -     -     yes   yes   -     -     -
POST   /accounts/moving-ins/{batch_id}/signature                     -     -     two   -     -     -     -
POST   /accounts/moving-ins/{batch_id}/withdrawal                    -     -     yes   -     -     -     -
GET    /accounts/employers/{employer_number}/owed-months             -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/changes                 -      own   two   -     -     -     -
POST   /accounts/employers/{employer_number}/changes/preview         -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/ratio                   -      own   two   -     -     -     -
GET    /accounts/employers/{employer_number}/base-round              -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/base-round              -      own   two   -     -     -     -
GET    /accounts/employers/{employer_number}/suspense                -      own   yes   yes   -     -     -
GET    /accounts/employers/{employer_number}/suspense/export         -      own   yes   yes   -     -     -
GET    /accounts/employers/{employer_number}/history/export          -      own   yes   yes   -     -     -
GET    /accounts/suspense                                            -      -     yes   yes   -     -     -
POST   /accounts/suspense/{bank_serial}/refund                       -      own   two   -     -     -     -
POST   /accounts/employers/{employer_number}/back-payments           -      own   yes   -     -     -     -
GET    /accounts/employers/{employer_number}/back-payments           -      own   yes   yes   -     -     -
POST   /accounts/back-payments/{back_payment_id}/confirmation        -      own   two   -     -     -     -
POST   /accounts/back-payments/{back_payment_id}/withdrawal          -      own   yes   -     -     -     -
POST   /accounts/back-payments/{back_payment_id}/cancellation        -      -     two   -     -     -     -
GET    /accounts/back-payments/{back_payment_id}                     -      own   yes   yes   -     -     -
GET    /accounts/back-payments/{back_payment_id}/lines               -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/deferrals               -      -     two   -     -     -     -
GET    /accounts/employers/{employer_number}/deferrals               -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/ratio-lowerings         -      -     two   -     -     -     -
GET    /accounts/employers/{employer_number}/ratio-lowerings         -      own   yes   yes   -     -     -
POST   /accounts/registrations/codes                                 public
POST   /accounts/registrations/proofs                                public
GET    /accounts/registrations/current                               phone
POST   /accounts/registrations/current/papers/uploads                phone
POST   /accounts/registrations/current/papers/{paper_id}/withdrawal  phone
POST   /accounts/registrations/current/submission                    phone
GET    /accounts/registrations                                       -      -     yes   yes   -     -     -
GET    /accounts/registrations/{registration_id}                     -      -     yes   yes   -     -     -
GET    /accounts/registrations/{registration_id}/papers/{paper_id}   -      -     yes   yes   -     -     -
POST   /accounts/registrations/{registration_id}/proposal            -      -     two   -     -     -     -
POST   /accounts/registrations/{registration_id}/return              -      -     yes   -     -     -     -
POST   /accounts/employers/{employer_number}/hardship-papers/uploads -      own   -     -     -     -     -
GET    /accounts/employers/{employer_number}/hardship-papers/{paper_id} -   own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/hardship-requests       -      own   -     -     -     -     -
GET    /accounts/employers/{employer_number}/hardship-requests       -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/hardship-requests/{request_id}/withdrawal - own - - - -    -
GET    /accounts/hardship-requests                                   -      -     yes   yes   -     -     -
POST   /accounts/hardship-requests/{request_id}/proposal             -      -     two   -     -     -     -
POST   /accounts/hardship-requests/{request_id}/return               -      -     yes   -     -     -     -
POST   /accounts/accounts/{account_number}/corrections               -      -     two   -     -     -     -
POST   /accounts/accounts/{account_number}/merges                    -      -     two   -     -     -     -
GET    /accounts/merges                                              -      -     yes   yes   -     -     -
POST   /accounts/merges/{merge_id}/calling-off                       -      -     yes   -     -     -     -
POST   /accounts/my/complaints                                       mine   -     -     -     -     -     -
GET    /accounts/my/complaints                                       mine   -     -     -     -     -     -
GET    /accounts/complaints                                          -      -     yes   yes   -     -     -
POST   /accounts/complaints/{complaint_id}/answer                    -      -     yes   -     -     -     -
POST   /accounts/my/disputes                                         mine   -     -     -     -     -     -
GET    /accounts/my/disputes                                         mine   -     -     -     -     -     -
POST   /accounts/my/disputes/{dispute_id}/objection                  own    -     -     -     -     -     -
GET    /accounts/disputes                                            -      -     yes   yes   -     -     -
GET    /accounts/disputes/figures                                    -      -     yes   yes   -     -     -
POST   /accounts/disputes/{dispute_id}/answer                        -      -     yes   -     -     -     -
GET    /accounts/employers/{employer_number}/complaints              -      own   yes   yes   -     -     -
POST   /accounts/lists/{list_id}/allotment                           -      made  two   -     -     -     -
GET    /accounts/employers/{employer_number}/refunds                 -      own   yes   yes   -     -     -
GET    /accounts/refunds                                             -      -     yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/lists                   -      own   yes   -     -     -     -
GET    /accounts/employers/{employer_number}/lists                   -      own   yes   yes   -     -     -
GET    /accounts/employers/{employer_number}/lists/export            -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/lists/uploads           -      own   -     -     -     -     -
GET    /accounts/lists/template                                      -      yes   yes   yes   -     -     -
GET    /accounts/list-files/{file_id}                                -      own   yes   yes   -     -     -
GET    /accounts/list-files/{file_id}/errors                         -      own   yes   yes   -     -     -
GET    /accounts/list-files/{file_id}/marked                         -      own   yes   yes   -     -     -
GET    /accounts/list-files/{file_id}/events                         -      own   yes   yes   -     -     -
POST   /accounts/list-files/{file_id}/acceptance                     -      own   -     -     -     -     -
POST   /accounts/list-files/{file_id}/corrections                    -      own   -     -     -     -     -
POST   /accounts/lists/{list_id}/confirmation                        -      own   two   -     -     -     -
POST   /accounts/lists/{list_id}/cancellation                        -      -     two   -     -     -     -
GET    /accounts/proposals                                           -      yes   yes   yes   -     -     -
GET    /accounts/proposals/{proposal_id}                             -      made  yes   yes   -     -     -
POST   /accounts/proposals/{proposal_id}/decision                    -      -     -     yes   -     -     -
POST   /accounts/proposals/{proposal_id}/withdrawal                  -      made  yes   -     -     -     -
POST   /accounts/proposals/{proposal_id}/papers/uploads              -      -     yes   -     -     -     -
GET    /accounts/proposals/{proposal_id}/papers/{paper_id}           -      -     yes   yes   -     -     -
POST   /accounts/lists/{list_id}/withdrawal                          -      own   yes   -     -     -     -
GET    /accounts/lists/{list_id}                                     -      own   yes   yes   -     -     -
GET    /accounts/lists/{list_id}/lines                               -      own   yes   yes   -     -     -
GET    /accounts/lists/{list_id}/lines/export                        -      own   yes   yes   -     -     -
POST   /accounts/accounts/seal                                       -      own   two   -     -     -     -
POST   /accounts/accounts/unseal                                     -      own   two   -     -     -     -
POST   /accounts/accounts/base                                       -      own   two   -     -     -     -
POST   /accounts/accounts/{account_number}/centre-seal               -      -     two   -     -     -     -
POST   /accounts/accounts/{account_number}/freeze                    -      -     yes   -     -     -     -
POST   /accounts/accounts/{account_number}/unfreeze                  -      -     two   -     -     -     -
GET    /accounts/accounts/{account_number}                           own    -     yes   yes   -     -     -
GET    /accounts/accounts/{account_number}/entries                   own    -     yes   yes   -     -     -
GET    /accounts/accounts/{account_number}/entries/totals            own    -     yes   yes   -     -     -
GET    /accounts/accounts/{account_number}/entries/export            own    -     yes   yes   -     -     -
GET    /accounts/accounts/{account_number}/history                   own    -     yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/transfers               -      own   -     -     -     -     -
GET    /accounts/employers/{employer_number}/transfers               -      own   yes   yes   -     -     -
POST   /accounts/employers/{employer_number}/accounts/{account_number}/identity-proposals - own - - - - -
GET    /accounts/employers/{employer_number}/identity-proposals      -      own   yes   yes   -     -     -
GET    /accounts/employers/{employer_number}/drafts/{page}           -      own   -     -     -     -     -
POST   /accounts/employers/{employer_number}/drafts/{page}           -      own   -     -     -     -     -
POST   /accounts/transfers/{transfer_id}/release                     -      own   -     -     -     -     -
POST   /accounts/transfers/{transfer_id}/withdrawal                  -      own   -     -     -     -     -
POST   /accounts/transfers/{transfer_id}/centre-decision             -      -     two   -     -     -     -
GET    /accounts/my/transfers                                        mine   -     -     -     -     -     -
POST   /accounts/my/transfers/{transfer_id}/consent                  own    -     -     -     -     -     -
GET    /accounts/my/seal-requests                                    mine   -     -     -     -     -     -
POST   /accounts/my/seal-requests                                    mine   -     -     -     -     -     -
POST   /accounts/my/seal-requests/{request_id}/withdrawal            own    -     -     -     -     -     -
GET    /accounts/seal-requests                                       -      -     yes   yes   -     -     -
GET    /accounts/my/erasure                                          mine   -     -     -     -     -     -
POST   /accounts/my/erasure                                          mine   -     -     -     -     -     -
GET    /accounts/my/account                                          mine   -     -     -     -     -     -
GET    /accounts/my/entries                                          mine   -     -     -     -     -     -
GET    /accounts/my/entries/totals                                   mine   -     -     -     -     -     -
GET    /accounts/my/entries/export                                   mine   -     -     -     -     -     -
POST   /accounts/accounts/lookup                                     -      -     yes   yes   -     -     -
POST   /accounts/books/vouchers                                      -      -     two   -     -     -     -
POST   /accounts/books/periods/{month}/closing                       -      -     two   -     -     -     -
POST   /accounts/books/years/{year}/closing                          -      -     two   -     -     -     -
GET    /accounts/books/periods                                       -      -     yes   yes   -     -     -
GET    /accounts/books/periods/{month}/trial-balance                 -      -     yes   yes   -     -     -
GET    /accounts/books/periods/{month}/balance-sheet                 -      -     yes   yes   -     -     -
GET    /accounts/books/periods/{month}/added-value                   -      -     yes   yes   -     -     -
GET    /accounts/books/periods/{month}/trial-balance/export          -      -     yes   yes   -     -     -
GET    /accounts/books/periods/{month}/balance-sheet/export          -      -     yes   yes   -     -     -
GET    /accounts/books/periods/{month}/added-value/export            -      -     yes   yes   -     -     -
GET    /accounts/books/periods/{month}/vouchers/export               -      -     yes   yes   -     -     -
GET    /accounts/books/periods/{month}/vouchers                      -      -     yes   yes   -     -     -
POST   /accounts/interest-runs                                       -      -     yes   -     -     -     -
GET    /accounts/interest-runs/{fund_year}                           -      -     yes   yes   -     -     -

GET    /withdrawals/types                                            public
POST   /withdrawals/agreements                                       mine   -     -     -     -     -     -
GET    /withdrawals/agreements                                       mine   -     -     -     -     -     -
POST   /withdrawals/agreements/{agreement_id}/end                    own    -     -     -     -     -     -
POST   /withdrawals/agreements/{agreement_id}/card                   own    -     -     -     -     -     -
POST   /withdrawals/agreements/{agreement_id}/couple                 own    -     -     -     -     -     -
GET    /withdrawals/couples/{code}                                   yes    -     -     -     -     -     -
POST   /withdrawals/cards                                            mine   -     -     -     -     -     -
GET    /withdrawals/cards                                            mine   -     -     -     -     -     -
POST   /withdrawals/cards/{card_id}/removal                          own    -     -     -     -     -     -
POST   /withdrawals/applications/{application_id}/reminder           own    -     -     -     -     -     -
POST   /withdrawals/estimates                                        mine   -     -     -     -     -     -
GET    /withdrawals/estimates/{estimate_id}                          own    -     -     -     -     -     -
POST   /withdrawals/applications                                     mine   -     -     -     -     -     -
GET    /withdrawals/applications                                     mine   -     -     -     -     -     -
GET    /withdrawals/applications/{application_id}                    own    -     -     -     -     -     -
GET    /withdrawals/applications/{application_id}/events             own    -     -     -     -     -     -
POST   /withdrawals/applications/{application_id}/cancel             own    -     -     -     -     -     -
GET    /withdrawals/applications/{application_id}/papers             own    -     yes   yes   -     -     -
POST   /withdrawals/applications/{application_id}/papers/uploads     own    -     -     -     -     -     -
POST   /withdrawals/applications/{application_id}/papers/hand-in     own    -     -     -     -     -     -
GET    /withdrawals/applications/{application_id}/papers/{paper_id}  own    -     yes   yes   -     -     -
POST   /withdrawals/applications/{application_id}/papers/{paper_id}/withdrawal own - -  -     -     -     -
GET    /withdrawals/paper-reviews                                    -      -     yes   yes   -     -     -
POST   /withdrawals/paper-reviews/{application_id}/acceptance        -      -     two   -     -     -     -
POST   /withdrawals/reviews/{application_id}/return                  -      -     yes   yes   -     -     -
GET    /withdrawals/reviews                                          -      -     yes   yes   -     -     -
GET    /withdrawals/reviews/{application_id}                         -      -     yes   yes   -     -     -
POST   /withdrawals/reviews/{application_id}/proposal                -      -     two   -     -     -     -
POST   /withdrawals/counter-applications                             -      -     two   -     -     -     -
GET    /withdrawals/brakes                                           mine   -     -     -     -     -     -
POST   /withdrawals/brakes/lock                                      mine   -     -     -     -     -     -
POST   /withdrawals/brakes/unlock                                    mine   -     -     -     -     -     -
POST   /withdrawals/brakes/daily-limit                               mine   -     -     -     -     -     -
GET    /withdrawals/look-up-consent                                  mine   -     -     -     -     -     -
POST   /withdrawals/look-up-consent                                  mine   -     -     -     -     -     -
POST   /withdrawals/look-up-consent/withdrawal                       mine   -     -     -     -     -     -
POST   /withdrawals/paper-consents                                   -      -     two   -     -     -     -
POST   /withdrawals/deaths                                           -      -     two   -     -     -     -
GET    /withdrawals/deaths                                           -      -     yes   yes   -     -     -
GET    /withdrawals/deaths/{death_id}                                -      -     yes   yes   -     -     -
POST   /withdrawals/deaths/{death_id}/revocation                     -      -     two   -     -     -     -
POST   /withdrawals/deaths/{death_id}/claims                         -      -     two   -     -     -     -
POST   /withdrawals/estate-payments/{payment_id}/card                -      -     two   -     -     -     -
GET    /withdrawals/people/{person_id}                               -      -     yes   yes   -     -     -
GET    /withdrawals/overdue                                          -      -     yes   yes   -     -     yes
GET    /withdrawals/bans                                             -      -     yes   yes   -     -     -
POST   /withdrawals/bans                                             -      -     two   -     -     -     -
POST   /withdrawals/bans/{ban_id}/lift                               -      -     two   -     -     -     -
GET    /withdrawals/figures                                          -      -     yes   yes   yes   -     -
GET    /withdrawals/calendar/{year}                                  -      -     yes   yes   -     -     -
POST   /withdrawals/calendar/days                                    -      -     two   -     -     -     -
GET    /withdrawals/policies                                         -      -     yes   yes   -     -     -
POST   /withdrawals/policies/preview                                 -      -     yes   yes   -     -     -
POST   /withdrawals/policies                                         -      -     two   -     -     -     -
GET    /withdrawals/policies/proposals/{proposal_id}/preview         -      -     yes   yes   -     -     -
GET    /withdrawals/proposals                                        -      -     yes   yes   -     -     -
GET    /withdrawals/proposals/{proposal_id}                          -      -     yes   yes   -     -     -
POST   /withdrawals/proposals/{proposal_id}/decision                 -      -     -     yes   -     -     -
POST   /withdrawals/proposals/{proposal_id}/withdrawal               -      -     yes   -     -     -     -
POST   /withdrawals/proposals/{proposal_id}/papers/uploads          -      -     yes   -     -     -     -
GET    /withdrawals/proposals/{proposal_id}/papers/{paper_id}       -      -     yes   yes   -     -     -

GET    /loans/contracts                                              mine   -     yes   yes   -     -     -
POST   /loans/contracts                                              -      -     two   -     -     -     -
GET    /loans/contracts/{contract_number}                            own    -     yes   yes   -     -     -
GET    /loans/contracts/{contract_number}/plan                       own    -     yes   yes   -     -     -
GET    /loans/contracts/{contract_number}/plan/export                own    -     yes   yes   -     -     -
GET    /loans/contracts/{contract_number}/repayments                 own    -     yes   yes   -     -     -
GET    /loans/contracts/{contract_number}/repayments/totals          own    -     yes   yes   -     -     -
GET    /loans/contracts/{contract_number}/repayments/export          own    -     yes   yes   -     -     -
GET    /loans/contracts/{contract_number}/payoff-quote               own    -     yes   yes   -     -     -
GET    /loans/contracts/{contract_number}/payoff-certificate         own    -     yes   yes   -     -     -
GET    /loans/contracts/{contract_number}/agreements                 own    -     yes   yes   -     -     -
POST   /loans/contracts/{contract_number}/agreements                 -      -     two   -     -     -     -
POST   /loans/contracts/{contract_number}/agreements/{agreement_id}/end
                                                                     -      -     two   -     -     -     -
GET    /loans/contracts/{contract_number}/disbursements              -      -     yes   yes   -     -     -
POST   /loans/contracts/{contract_number}/early-repayment-quotes     own    -     -     -     -     -     -
POST   /loans/contracts/{contract_number}/early-repayments           own    -     -     -     -     -     -
POST   /loans/contracts/{contract_number}/owed-payments              own    -     -     -     -     -     -
GET    /loans/contracts/{contract_number}/debits                     own    -     yes   yes   -     -     -
GET    /loans/contracts/{contract_number}/debits/{debit_id}          own    -     yes   yes   -     -     -
GET    /loans/agreement-terms                                        yes    -     yes   yes   -     -     -
POST   /loans/contracts/{contract_number}/my-agreement               own    -     -     -     -     -     -
POST   /loans/contracts/{contract_number}/my-agreement/end           own    -     -     -     -     -     -
POST   /loans/contracts/{contract_number}/counter/card-changes       -      -     two   -     -     -     -
POST   /loans/contracts/{contract_number}/counter/payee-changes      -      -     two   -     -     -     -
POST   /loans/contracts/{contract_number}/counter/card-repayments    -      -     two   -     -     -     -
POST   /loans/contracts/{contract_number}/counter/transfer-repayments -      -     two   -     -     -     -
POST   /loans/contracts/{contract_number}/counter/early-repayments   -      -     two   -     -     -     -
GET    /loans/contracts/{contract_number}/receipt-claims             -      -     yes   yes   -     -     -
POST   /loans/moving-in/reports                                      -      -     yes   yes   -     -     -
POST   /loans/moving-in                                              -      -     two   -     -     -     -
POST   /loans/moving-ins                                             -      -     yes   -     -     -     -
GET    /loans/moving-ins                                             -      -     yes   yes   -     -     -
GET    /loans/moving-ins/{batch_id}                                  -      -     yes   yes   -     -     -
POST   /loans/moving-ins/{batch_id}/uploads                          -      -     yes   -     -     -     -
GET    /loans/moving-in-files/{file_id}/errors                       -      -     yes   yes   -     -     -
GET    /loans/moving-ins/{batch_id}/differences/export               -      -     yes   yes   -     -     -
POST   /loans/moving-ins/{batch_id}/signature                        -      -     two   -     -     -     -
POST   /loans/moving-ins/{batch_id}/withdrawal                       -      -     yes   -     -     -     -
GET    /loans/proposals                                              -      -     yes   yes   -     -     -
GET    /loans/proposals/{proposal_id}                                -      -     yes   yes   -     -     -
POST   /loans/proposals/{proposal_id}/decision                       -      -     -     yes   -     -     -
POST   /loans/proposals/{proposal_id}/withdrawal                     -      -     yes   -     -     -     -
POST   /loans/proposals/{proposal_id}/papers/uploads          -      -     yes   -     -     -     -
GET    /loans/proposals/{proposal_id}/papers/{paper_id}       -      -     yes   yes   -     -     -
GET    /loans/policies                                               -      -     yes   yes   -     -     -
POST   /loans/policies/preview                                       -      -     yes   yes   -     -     -
POST   /loans/policies                                               -      -     two   -     -     -     -
GET    /loans/policies/proposals/{proposal_id}/preview               -      -     yes   yes   -     -     -
GET    /loans/deaths                                                 -      -     yes   yes   -     -     -
POST   /loans/deaths/{death_id}/contracts/{contract_number}/answer   -      -     yes   yes   -     -     -
GET    /loans/debits-under-way                                       -      -     yes   yes   -     -     -

GET    /notifications/wordings                                       -      -     yes   yes   -     -     -
POST   /notifications/wordings/preview                               -      -     yes   yes   -     -     -
POST   /notifications/wordings                                       -      -     two   -     -     -     -
GET    /notifications/wordings/proposals/{proposal_id}/preview       -      -     yes   yes   -     -     -

GET    /settlement/payment-orders                                    -      -     yes   yes   -     -     -
GET    /settlement/payment-orders/{order_id}                         -      -     yes   yes   -     -     -
POST   /settlement/payment-orders/{order_id}/conclusion              -      -     two   -     -     -     -
GET    /settlement/unknown-payments                                  -      -     yes   yes   -     -     yes
GET    /settlement/figures                                           -      -     yes   yes   yes   -     -
GET    /settlement/daily-reports/{business_date}                     -      -     yes   yes   yes   -     -
GET    /settlement/reconciliations                                   -      -     yes   yes   -     -     yes
POST   /settlement/reconciliations                                   -      -     yes   yes   -     -     -
GET    /settlement/reconciliations/{business_date}                   -      -     yes   yes   -     -     yes
POST   /settlement/differences/{difference_id}/explanation           -      -     two   -     -     -     -
GET    /settlement/cross-differences                                 -      -     yes   yes   -     -     -
POST   /settlement/cross-differences/{difference_id}/explanation     -      -     two   -     -     -     -
GET    /settlement/odd-entries                                       -      -     yes   yes   -     -     -
POST   /settlement/odd-entries/{odd_id}/explanation                  -      -     two   -     -     -     -
GET    /settlement/proposals                                         -      -     yes   yes   -     -     -
GET    /settlement/proposals/{proposal_id}                           -      -     yes   yes   -     -     -
POST   /settlement/proposals/{proposal_id}/decision                  -      -     -     yes   -     -     -
POST   /settlement/proposals/{proposal_id}/withdrawal                -      -     yes   -     -     -     -

GET    /notifications/texts                                          mine   -     -     -     -     -     -
GET    /notifications/subscription                                   mine   -     -     -     -     -     -
PUT    /notifications/subscription                                   mine   -     -     -     -     -     -
GET    /notifications/preferences                                    mine   -     -     -     -     -     -
PUT    /notifications/preferences/{topic}                            mine   -     -     -     -     -     -
GET    /notifications/people/{person_id}/messages                    -      -     yes   yes   -     -     -
GET    /notifications/deliveries                                     -      -     yes   yes   -     -     -
GET    /notifications/undelivered                                    -      -     yes   yes   -     -     -
GET    /notifications/counters                                       -      -     yes   yes   -     -     -
GET    /notifications/routes                                         -      -     yes   yes   -     -     -
POST   /notifications/routes                                         -      -     two   -     -     -     -
GET    /notifications/proposals                                      -      -     yes   yes   -     -     -
GET    /notifications/proposals/{proposal_id}                        -      -     yes   yes   -     -     -
POST   /notifications/proposals/{proposal_id}/decision               -      -     -     yes   -     -     -
POST   /notifications/proposals/{proposal_id}/withdrawal             -      -     yes   -     -     -     -

POST   /documents/requests                                           yes   -     -     -     -     -     -
GET    /documents/requests                                           mine  -     -     -     -     -     -
GET    /documents/requests/{request_id}                              own   -     yes   yes   -     -     -
GET    /documents/requests/{request_id}/pdf                          own   -     yes   yes   -     -     -
POST   /documents/codes                                              yes    -     -     -     -     -     -
GET    /documents/codes                                              mine   -     -     -     -     -     -
GET    /documents/codes/{code_id}                                    own    -     -     -     -     -     -
POST   /documents/national-readings                                  public
POST   /documents/readings                                           yes    -     -     -     -     -     -
POST   /documents/counter-readings                                   -      -     yes   -     -     -     -
GET    /documents/readings/{reading_id}                              own    -     yes   yes   -     -     -
GET    /documents/readings/{reading_id}/pdf                          -      -     yes   yes   -     -     -
GET    /documents/case-readings                                      -      -     yes   yes   -     -     -
POST   /documents/counter-requests                                   -     -     yes   -     -     -     -
GET    /documents/dunning-letters                                       -      -     yes   yes   -     -     -
GET    /documents/dunning-letters/{number}/pdf                          -      -     yes   yes   -     -     -
POST   /documents/dunning-letters/{number}/sending                      -      -     yes   -     -     -     -
POST   /documents/revocations                                        -     -     two   -     -     -     -
GET    /hotline/calls                                                -     -     yes   yes   -     -     -
GET    /hotline/call-backs                                           -     -     yes   yes   -     -     -
POST   /hotline/call-backs/{call_id}/outcome                         -     -     yes   yes   -     -     -
POST   /hotline/calls/{call_id}/note                                 -     -     yes   yes   -     -     -
GET    /hotline/cases                                                -     -     yes   yes   -     -     -
POST   /hotline/cases/{call_id}/answer                               -     -     yes   yes   -     -     -
GET    /hotline/figures                                              -     -     yes   yes   -     -     -
GET    /hotline/recordings                                           -     -     -     yes   -     -     -
GET    /hotline/calls/{call_id}/recording                            -     -     -     yes   -     -     -
GET    /hotline/desk                                                 -     -     yes   yes   -     -     -
POST   /hotline/desk/code                                            -     -     yes   yes   -     -     -
POST   /hotline/desk/state                                           -     -     yes   yes   -     -     -
GET    /hotline/prompts                                              -     -     yes   yes   -     -     -
GET    /documents/checks/{number}                                    public
GET    /documents/proposals                                          -     -     yes   yes   -     -     -
GET    /documents/proposals/{proposal_id}                            -     -     yes   yes   -     -     -
POST   /documents/proposals/{proposal_id}/decision                   -     -     -     yes   -     -     -
POST   /documents/proposals/{proposal_id}/withdrawal                 -     -     yes   -     -     -     -

POST   /credit/subjects                                              -     -     two   -     -     -     -
POST   /credit/subjects/lookup                                       -     -     yes   yes   -     -     -
GET    /credit/subjects/{subject_id}                                 -     -     yes   yes   -     -     -
POST   /credit/subjects/{subject_id}/changes                         -     -     two   -     -     -     -
POST   /credit/subjects/{subject_id}/merger                          -     -     two   -     -     -     -
GET    /credit/subjects/{subject_id}/shields                             -     -     yes   yes   -     -     -
POST   /credit/subjects/{subject_id}/shields                             -     -     two   -     -     -     -
POST   /credit/shields/{shield_id}/ending                                -     -     two   -     -     -     -
POST   /credit/records                                               -     -     yes   -     -     -     -
GET    /credit/records                                               -     -     yes   yes   -     -     -
GET    /credit/fund-penalties                                            -     -     yes   yes   -     -     -
GET    /credit/fund-decisions                                        -     -     yes   yes   -     -     -
GET    /credit/records/{record_id}                                   -     -     yes   yes   -     -     -
POST   /credit/records/publications                                  -     -     two   -     -     -     -
POST   /credit/records/{record_id}/correction                        -     -     two   -     -     -     -
POST   /credit/records/{record_id}/withdrawal                        -     -     two   -     -     -     -
POST   /credit/records/{record_id}/repairs                           -     -     yes   -     -     -     -
GET    /credit/objections                                            -     -     yes   yes   -     -     -
GET    /credit/subjects/{subject_id}/records                         -     -     yes   yes   -     -     -
GET    /credit/repairs                                               -     -     yes   yes   -     -     -
POST   /credit/repairs/{repair_id}/acceptance                        -     -     yes   -     -     -     -
POST   /credit/repairs/{repair_id}/decision-proposals                -     -     two   -     -     -     -
POST   /credit/records/{record_id}/objections                        -     -     yes   -     -     -     -
POST   /credit/objections/{objection_id}/decision-proposals          -     -     two   -     -     -     -
GET    /credit/checks                                                -     -     yes   yes   -     -     -
POST   /credit/checks                                                -     -     yes   -     -     -     -
GET    /credit/lists                                                 -     -     yes   yes   -     -     -
GET    /credit/subjects/{subject_id}/lists                           -     -     yes   yes   -     -     -
POST   /credit/lists/entries                                         -     -     two   -     -     -     -
POST   /credit/lists/entries/{entry_id}/leaving                      -     -     two   -     -     -     -
POST   /credit/checks/{check_id}/feedback                            -     -     yes   -     -     -     -
POST   /credit/checks/bulk                                           -     -     two   -     -     -     -
GET    /credit/users                                                 -     -     yes   yes   yes   -     -
POST   /credit/users                                                 -     -     two   -     -     -     -
POST   /credit/users/appointments                                        -     -     -     -     two   -     -
POST   /credit/users/{user_id}/confirmation                          -     -     yes   -     -     -     -
POST   /credit/users/{user_id}/shutting                              -     -     yes   yes   -     -     -
GET    /credit/look-ups                                              -     -     yes   yes   -     -     -
GET    /credit/look-ups/verification                                 -     -     yes   yes   -     -     -
POST   /credit/imports/uploads                                       -     -     yes   -     -     -     -
GET    /credit/imports                                               -     -     yes   yes   -     -     -
GET    /credit/imports/{file_id}                                     -     -     yes   yes   -     -     -
GET    /credit/imports/{file_id}/errors                              -     -     yes   yes   -     -     -
GET    /credit/imports/{file_id}/rows                                -     -     yes   yes   -     -     -
POST   /credit/imports/{file_id}/acceptance                          -     -     two   -     -     -     -
GET    /credit/import-schemas/{what}                                 -     -     yes   yes   -     -     -
GET    /credit/import-templates/{what}                               -     -     yes   yes   -     -     -
POST   /credit/my/reports                                            mine   -     -     -     -     -     -
GET    /credit/my/reports                                            mine   -     -     -     -     -     -
POST   /credit/reports                                               -     -     yes   -     -     -     -
GET    /credit/reports/{number}/pdf                                  own   -     yes   yes   -     -     -
GET    /credit/public/reports/{number}                               public
POST   /credit/policies                                              -     -     two   -     -     -     -
POST   /credit/policies/files                                            -     -     two   -     -     -     -
POST   /credit/policies/{document_id}/withdrawal                     -     -     two   -     -     -     -
GET    /credit/public/policies                                       public
GET    /credit/public/policies/{document_id}                         public
GET    /credit/public/subjects                                       public
GET    /credit/public/subjects/{code}                                public
GET    /credit/public/statistics                                     public
GET    /credit/proposals                                             -     -     yes   yes   yes   -     -
GET    /credit/proposals/{proposal_id}                               -     -     yes   yes   made  -     -
POST   /credit/proposals/{proposal_id}/decision                      -     -     -     yes   made  -     -
POST   /credit/proposals/{proposal_id}/withdrawal                    -     -     yes   -     made  -     -
GET    /wechat/callbacks                                             public
POST   /wechat/callbacks                                             public
GET    /wechat/page-signature                                        public
GET    /wechat/menu                                                  public
GET    /loans/calculators/loan                                       public
GET    /loans/calculators/early-repayment                            public
GET    /accounts/calculators/deposit                                 public
GET    /withdrawals/calculators/{kind}                               public
POST   /wechat/authorisations                                        yes    -     -     -     -     -     -
POST   /wechat/bindings                                              yes    -     -     -     -     -     -
GET    /wechat/bindings                                              mine   -     -     -     -     -     -
POST   /wechat/bindings/{binding_id}/removal                         own    -     -     -     -     -     -
GET    /wechat/personal-data                                         mine   -     -     -     -     -     -
GET    /wechat/personal-data/{table}                                 mine   -     -     -     -     -     -
GET    /wechat/audit                                                 -      -     -     -     -     -     -
GET    /portal/notices                                               -     -     yes   yes   -     -     -
POST   /portal/notices                                               -     -     two   -     -     -     -
POST   /portal/notice-withdrawals                                    -     -     two   -     -     -     -
GET    /portal/places                                                -     -     yes   yes   -     -     -
GET    /portal/questions                                             -     -     yes   yes   -     -     -
POST   /portal/places                                                -     -     two   -     -     -     -
POST   /portal/questions                                             -     -     two   -     -     -     -
GET    /portal/proposals                                             -     -     yes   yes   -     -     -
GET    /portal/proposals/{proposal_id}                               -     -     yes   yes   -     -     -
POST   /portal/proposals/{proposal_id}/decision                      -     -     -     yes   -     -     -
POST   /portal/proposals/{proposal_id}/withdrawal                    -     -     yes   -     -     -     -
GET    /portal/personal-data                                         mine  -     -     -     -     -     -
GET    /portal/personal-data/{table}                                 mine  -     -     -     -     -     -
GET    /portal/audit                                                 -     -     -     -     -     -     -
POST   /transfers/requests                                           yes   -     -     -     -     -     -
GET    /transfers/requests                                           mine  -     -     -     -     -     -
GET    /transfers/requests/{letter_id}                               own   -     -     -     -     -     -
POST   /transfers/requests/{letter_id}/cancellation                  own   -     -     -     -     -     -
GET    /transfers/centres                                            yes   -     yes   yes   -     -     -
GET    /transfers/letters                                            -     -     yes   yes   -     -     -
GET    /transfers/letters/{letter_id}                                -     -     yes   yes   -     -     -
POST   /transfers/letters/{letter_id}/approval                       -     -     two   -     -     -     -
POST   /transfers/letters/{letter_id}/refusal                        -     -     two   -     -     -     -
POST   /transfers/letters/{letter_id}/booking                        -     -     two   -     -     -     -
POST   /transfers/letters/{letter_id}/giving-up                      -     -     two   -     -     -     -
POST   /transfers/letters/{letter_id}/information                    -     -     yes   -     -     -     -
GET    /transfers/proposals                                          -     -     yes   yes   -     -     -
GET    /transfers/proposals/{proposal_id}                            -     -     yes   yes   -     -     -
POST   /transfers/proposals/{proposal_id}/decision                   -     -     -     yes   -     -     -
POST   /transfers/proposals/{proposal_id}/withdrawal                 -     -     yes   -     -     -     -
GET    /transfers/personal-data                                      mine  -     -     -     -     -     -
GET    /transfers/personal-data/{table}                              mine  -     -     -     -     -     -
GET    /transfers/audit                                              -     -     -     -     -     -     -

POST   /gateway/login-codes                                          public
POST   /gateway/sessions                                             public
POST   /gateway/sessions/staff                                       public
POST   /gateway/sessions/staff/activation                            public
POST   /gateway/sessions/device                                      public
POST   /gateway/tokens                                               public
DELETE /gateway/sessions/current                                     mine   mine  mine  mine  mine  mine  401
GET    /gateway/me                                                   mine   mine  mine  mine  mine  mine  401
GET    /gateway/me/sessions                                          mine   mine  mine  mine  mine  mine  401
DELETE /gateway/me/sessions/{session_id}                             mine   mine  mine  mine  mine  mine  401
POST   /gateway/me/password                                          -      mine  mine  mine  mine  -     -
POST   /gateway/me/phone/codes                                       mine   -     -     -     -     -     -
POST   /gateway/me/phone                                             mine   -     -     -     -     -     -
POST   /gateway/phone-changes                                        -      -     two   -     -     -     -
GET    /gateway/me/query-password                                    mine   -     -     -     -     -     -
POST   /gateway/me/query-password                                    mine   -     -     -     -     -     -
DELETE /gateway/me/query-password                                    mine   -     -     -     -     -     -
POST   /gateway/sessions/query-password                              -      -     -     -     -     mine  -
GET    /gateway/me/identity                                          mine   -     -     -     -     -     -
POST   /gateway/me/identity                                          mine   -     -     -     -     -     -
GET    /gateway/identity-corrections                                 -      -     yes   yes   -     -     -
POST   /gateway/identity-corrections                                 -      -     two   -     -     -     -
GET    /gateway/me/logins                                            mine   mine  mine  mine  mine  mine  401
POST   /gateway/confirmations                                        mine   mine  -     -     -     -     -
POST   /gateway/confirmations/{confirmation_id}                      mine   made  made  -     -     -     -
POST   /gateway/counter-confirmations                                -      -     yes   -     -     -     -
GET    /gateway/employers/{employer_number}/operators                -      own   yes   yes   -     -     -
POST   /gateway/employers/{employer_number}/operators                -      own   two   -     -     -     -
POST   /gateway/operators/{operator_id}/rights                       -      own   two   -     -     -     -
POST   /gateway/operators/{operator_id}/closure                      -      own   two   -     -     -     -
POST   /gateway/operators/{operator_id}/activation                   -      own   two   -     -     -     -
POST   /gateway/staff                                                -      -     -     -     two   -     -
GET    /gateway/staff                                                -      -     -     -     yes   -     -
POST   /gateway/staff/{staff_id}/activation                          -      -     -     -     two   -     -
POST   /gateway/staff/{staff_id}/disable                             -      -     -     -     yes   -     -
POST   /gateway/staff/{staff_id}/office                              -      -     -     -     yes   -     -
POST   /gateway/staff/{staff_id}/enable                              -      -     -     -     two   -     -
POST   /gateway/staff/{staff_id}/role                                -      -     -     -     two   -     -
GET    /gateway/proposals                                            -      yes   yes   yes   yes   -     -
GET    /gateway/proposals/{proposal_id}                              -      made  made  made  yes   -     -
POST   /gateway/proposals/{proposal_id}/decision                     -      -     -     made  yes   -     -
POST   /gateway/proposals/{proposal_id}/withdrawal                   -      made  made  -     yes   -     -
POST   /gateway/proposals/{proposal_id}/papers/uploads          -      -     yes   -     -     -     -
GET    /gateway/proposals/{proposal_id}/papers/{paper_id}       -      -     yes   yes   -     -     -
POST   /gateway/devices                                              -      -     -     -     two   -     -
GET    /gateway/devices                                              -      -     -     -     yes   -     -
POST   /gateway/devices/{client_id}/revocation                       -      -     -     -     yes   -     -
POST   /gateway/devices/current/health                               -      -     -     -     -     mine  -
GET    /gateway/work                                                 -      -     yes   yes   yes   -     -
GET    /gateway/work/colleagues                                      -      -     yes   yes   yes   -     -
POST   /gateway/work/{service}/{kind}/{item_id}/claim                -      -     yes   yes   yes   -     -
POST   /gateway/work/{service}/{kind}/{item_id}/release              -      -     yes   yes   yes   -     -
POST   /gateway/work/{service}/{kind}/{item_id}/handover             -      -     yes   yes   yes   -     -
POST   /gateway/work/{service}/{kind}/{item_id}/notes                -      -     yes   yes   yes   -     -
POST   /gateway/work/{service}/{kind}/{item_id}/office               -      -     yes   yes   yes   -     -
GET    /gateway/offices                                              -      -     yes   yes   yes   -     -
POST   /gateway/offices                                              -      -     -     -     yes   -     -
POST   /gateway/offices/{office_id}/closure                          -      -     -     -     yes   -     -
GET    /gateway/dashboards                                           -      -     -     -     yes   -     -
POST   /gateway/signing-keys/rotation                                -      -     -     -     yes   -     -

GET    /accounts/personal-data                                       mine   -     -     -     -     -     -
GET    /accounts/personal-data/{table}                               mine   -     -     -     -     -     -
GET    /withdrawals/personal-data                                    mine   -     -     -     -     -     -
GET    /withdrawals/personal-data/{table}                            mine   -     -     -     -     -     -
GET    /loans/personal-data                                          mine   -     -     -     -     -     -
GET    /loans/personal-data/{table}                                  mine   -     -     -     -     -     -
GET    /settlement/personal-data                                     mine   -     -     -     -     -     -
GET    /settlement/personal-data/{table}                             mine   -     -     -     -     -     -
GET    /notifications/personal-data                                  mine   -     -     -     -     -     -
GET    /notifications/personal-data/{table}                          mine   -     -     -     -     -     -
GET    /documents/personal-data                                      mine   -     -     -     -     -     -
GET    /documents/personal-data/{table}                              mine   -     -     -     -     -     -
GET    /credit/personal-data                                         mine   -     -     -     -     -     -
GET    /credit/personal-data/{table}                                 mine   -     -     -     -     -     -
GET    /hotline/personal-data                                        mine   -     -     -     -     -     -
GET    /hotline/personal-data/{table}                                mine   -     -     -     -     -     -
GET    /gateway/personal-data                                        mine   -     -     -     -     -     -
GET    /gateway/personal-data/{table}                                mine   -     -     -     -     -     -
GET    /gateway/consents                                             mine   -     -     -     -     -     -
PUT    /gateway/consents/{purpose}                                   mine   -     -     -     -     -     -

GET    /accounts/audit                                               -      -     -     -     -     -     -
GET    /withdrawals/audit                                            -      -     -     -     -     -     -
GET    /loans/audit                                                  -      -     -     -     -     -     -
GET    /settlement/audit                                             -      -     -     -     -     -     -
GET    /notifications/audit                                          -      -     -     -     -     -     -
GET    /documents/audit                                              -      -     -     -     -     -     -
GET    /credit/audit                                                 -      -     -     -     -     -     -
GET    /hotline/audit                                                -      -     -     -     -     -     -
GET    /gateway/audit                                                -      -     -     -     -     -     -

GET    /accounts/jobs                                                -      -     yes   yes   yes   -     -
GET    /withdrawals/jobs                                             -      -     yes   yes   yes   -     -
GET    /loans/jobs                                                   -      -     yes   yes   yes   -     -
GET    /settlement/jobs                                              -      -     yes   yes   yes   -     -
GET    /notifications/jobs                                           -      -     yes   yes   yes   -     -
GET    /documents/jobs                                               -      -     yes   yes   yes   -     -
GET    /credit/jobs                                                  -      -     yes   yes   yes   -     -
GET    /hotline/jobs                                                 -      -     yes   yes   yes   -     -
GET    /gateway/jobs                                                 -      -     yes   yes   yes   -     -
GET    /wechat/jobs                                                  -      -     yes   yes   yes   -     -
GET    /portal/jobs                                                  -      -     yes   yes   yes   -     -
GET    /transfers/jobs                                               -      -     yes   yes   yes   -     -

GET    /accounts/parked                                              -     -     yes   yes   yes   -     -
GET    /withdrawals/parked                                           -     -     yes   yes   yes   -     -
GET    /loans/parked                                                 -     -     yes   yes   yes   -     -
GET    /settlement/parked                                            -     -     yes   yes   yes   -     -
GET    /notifications/parked                                         -     -     yes   yes   yes   -     -
GET    /documents/parked                                             -     -     yes   yes   yes   -     -
GET    /credit/parked                                                -     -     yes   yes   yes   -     -
GET    /hotline/parked                                               -     -     yes   yes   yes   -     -
GET    /wechat/parked                                                -     -     yes   yes   yes   -     -
GET    /portal/parked                                                -     -     yes   yes   yes   -     -
GET    /transfers/parked                                             -     -     yes   yes   yes   -     -
GET    /gateway/parked                                               -     -     yes   yes   yes   -     -
GET    /accounts/queues                                              -     -     yes   yes   yes   -     -
GET    /withdrawals/queues                                           -     -     yes   yes   yes   -     -
GET    /loans/queues                                                 -     -     yes   yes   yes   -     -
GET    /settlement/queues                                            -     -     yes   yes   yes   -     -
GET    /notifications/queues                                         -     -     yes   yes   yes   -     -
GET    /documents/queues                                             -     -     yes   yes   yes   -     -
GET    /credit/queues                                                -     -     yes   yes   yes   -     -
GET    /hotline/queues                                               -     -     yes   yes   yes   -     -
GET    /wechat/queues                                                -     -     yes   yes   yes   -     -
GET    /portal/queues                                                -     -     yes   yes   yes   -     -
GET    /transfers/queues                                             -     -     yes   yes   yes   -     -
GET    /gateway/queues                                               -     -     yes   yes   yes   -     -
POST   /accounts/parked/{queue}/replays                              -     -     yes   yes   yes   -     -
POST   /withdrawals/parked/{queue}/replays                           -     -     yes   yes   yes   -     -
POST   /loans/parked/{queue}/replays                                 -     -     yes   yes   yes   -     -
POST   /settlement/parked/{queue}/replays                            -     -     yes   yes   yes   -     -
POST   /notifications/parked/{queue}/replays                         -     -     yes   yes   yes   -     -
POST   /documents/parked/{queue}/replays                             -     -     yes   yes   yes   -     -
POST   /credit/parked/{queue}/replays                                -     -     yes   yes   yes   -     -
POST   /hotline/parked/{queue}/replays                               -     -     yes   yes   yes   -     -
POST   /wechat/parked/{queue}/replays                                -     -     yes   yes   yes   -     -
POST   /portal/parked/{queue}/replays                                -     -     yes   yes   yes   -     -
POST   /transfers/parked/{queue}/replays                             -     -     yes   yes   yes   -     -
POST   /gateway/parked/{queue}/replays                               -     -     yes   yes   yes   -     -
POST   /accounts/parked/{queue}/settings-aside                       -     -     two   -     -     -     -
POST   /withdrawals/parked/{queue}/settings-aside                    -     -     two   -     -     -     -
POST   /loans/parked/{queue}/settings-aside                          -     -     two   -     -     -     -
POST   /settlement/parked/{queue}/settings-aside                     -     -     two   -     -     -     -
POST   /notifications/parked/{queue}/settings-aside                  -     -     two   -     -     -     -
POST   /documents/parked/{queue}/settings-aside                      -     -     two   -     -     -     -
POST   /credit/parked/{queue}/settings-aside                         -     -     two   -     -     -     -
POST   /hotline/parked/{queue}/settings-aside                        -     -     two   -     -     -     -
POST   /wechat/parked/{queue}/settings-aside                         -     -     two   -     -     -     -
POST   /portal/parked/{queue}/settings-aside                         -     -     two   -     -     -     -
POST   /transfers/parked/{queue}/settings-aside                      -     -     two   -     -     -     -
POST   /gateway/parked/{queue}/settings-aside                        -     -     two   -     -     -     -
GET    /hotline/proposals                                            -     -     yes   yes   -     -     -
GET    /hotline/proposals/{proposal_id}                              -     -     yes   yes   -     -     -
POST   /hotline/proposals/{proposal_id}/decision                     -     -     -     yes   -     -     -
POST   /hotline/proposals/{proposal_id}/withdrawal                   -     -     yes   -     -     -     -
GET    /wechat/proposals                                             -     -     yes   yes   -     -     -
GET    /wechat/proposals/{proposal_id}                               -     -     yes   yes   -     -     -
POST   /wechat/proposals/{proposal_id}/decision                      -     -     -     yes   -     -     -
POST   /wechat/proposals/{proposal_id}/withdrawal                    -     -     yes   -     -     -     -
"""

ONE_IS_ENOUGH: dict[str, str] = {
    "POST /loans/deaths/{death_id}/contracts/{contract_number}/answer": "a note, by name; moves nothing",
    "POST /accounts/employers/{employer_number}/lists": "a draft binds nobody; confirming it takes two",
    "POST /accounts/employers/{employer_number}/back-payments": "a draft binds nobody",
    "POST /accounts/back-payments/{back_payment_id}/withdrawal": "a draft can be made anew",
    "POST /accounts/registrations/{registration_id}/return": "words to an applicant, who may apply again",
    "POST /accounts/hardship-requests/{request_id}/return": "words to an employer; it may ask again",
    "POST /accounts/complaints/{complaint_id}/answer": "words to a person, by name; moves nothing",
    "POST /accounts/disputes/{dispute_id}/answer": "words to a person, by name; moves nothing",
    "POST /accounts/employers/{employer_number}/changes/preview": "reckons and keeps nothing",
    "POST /accounts/moving-ins": "an empty batch binds nobody; signing it takes two",
    "POST /accounts/moving-ins/{batch_id}/{kind}/uploads": "what was read binds nobody; signing it takes two",
    "POST /accounts/moving-ins/{batch_id}/withdrawal": "what nobody has signed can be sent anew",
    "POST /accounts/lists/{list_id}/withdrawal": "a draft can be made anew; a confirmed list takes two",
    "POST /accounts/accounts/{account_number}/freeze": "a brake, and another checks its paper",
    "POST /accounts/accounts/lookup": "a look, with its reason and its record",
    "POST /accounts/employers/{employer_number}/accounts/search": "a look, with its reason and its record",
    "POST /accounts/merges/{merge_id}/calling-off": "leaves both accounts as they were; merging takes two",
    "POST /gateway/counter-confirmations": "a code to the person's own phone; does nothing by itself",
    "POST /gateway/confirmations/{confirmation_id}": "what it signs is good for one proposal of two people",
    "POST /documents/dunning-letters/{number}/sending": "a note, by name; moves nothing",
    "POST /accounts/interest-runs": "begins by itself, and its rates and sums are nobody's choice",
    "POST /accounts/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /accounts/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /accounts/proposals/{proposal_id}/papers/uploads": "what is attached decides nothing",
    "POST /settlement/reconciliations": "compares again: moves nothing, settles no difference",
    "POST /settlement/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /settlement/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /loans/moving-in/reports": "reckons and keeps nothing",
    "POST /loans/moving-ins": "an empty batch binds nobody; signing it takes two",
    "POST /loans/moving-ins/{batch_id}/uploads": "what was read binds nobody; signing it takes two",
    "POST /loans/moving-ins/{batch_id}/withdrawal": "what nobody has signed can be sent anew",
    "POST /loans/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /loans/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /loans/proposals/{proposal_id}/papers/uploads": "what is attached decides nothing",
    "POST /withdrawals/policies/preview": "reckons and keeps nothing",
    "POST /accounts/policies/preview": "reckons and keeps nothing",
    "POST /loans/policies/preview": "reckons and keeps nothing",
    "POST /notifications/wordings/preview": "reckons and keeps nothing",
    "POST /withdrawals/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /withdrawals/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /withdrawals/proposals/{proposal_id}/papers/uploads": "what is attached decides nothing",
    "POST /withdrawals/reviews/{application_id}/return": "words to the applicant; refuses and pays nothing",
    "POST /documents/counter-readings": "tells what its bearer shows, with the reason beside it",
    "POST /documents/counter-requests": "prints what the owners' books say, with the reason beside it",
    "POST /documents/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /documents/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /credit/subjects/lookup": "a look, with its reason and its record",
    "POST /credit/records/{record_id}/repairs": "an application at the window; deciding it takes two",
    "POST /credit/repairs/{repair_id}/acceptance": "who is turned away applies again; deciding takes two",
    "POST /credit/records/{record_id}/objections": "words of the subject; deciding them takes two",
    "POST /credit/reports": "a look by the subject's will, with its purpose and its record",
    "POST /credit/checks": "a look at firms, with its purpose and its record",
    "POST /credit/imports/uploads": "a file that was read binds nobody; taking it takes two",
    "POST /credit/users/{user_id}/confirmation": "stands for a user a quarter longer; letting in takes two",
    "POST /credit/users/{user_id}/shutting": "a brake; letting in again takes two",
    "POST /credit/checks/{check_id}/feedback": "says what was done, by name; does nothing by itself",
    "POST /credit/records": "an entered record binds nobody; publishing it takes two",
    "POST /credit/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /credit/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /notifications/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /notifications/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /portal/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /portal/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /transfers/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /transfers/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /transfers/letters/{letter_id}/information": "says once more what was paid; moves nothing",
    "POST /hotline/call-backs/{call_id}/outcome": "says by name who called back; moves nothing",
    "POST /hotline/calls/{call_id}/note": "words about a call, by name; moves nothing",
    "POST /hotline/desk/code": "lets one's own telephone stand by; a call is answered, nothing decided",
    "POST /hotline/desk/state": "one's own state at the telephone",
    "POST /hotline/cases/{call_id}/answer": "words to a caller, by name; moves nothing",
    "POST /gateway/staff/{staff_id}/disable": "a brake; letting in again takes two",
    "POST /gateway/devices/{client_id}/revocation": "a brake; a new terminal takes two",
    "POST /gateway/work/{service}/{kind}/{item_id}/claim": "says who is at it; decides nothing",
    "POST /gateway/work/{service}/{kind}/{item_id}/release": "one's own claim",
    "POST /gateway/work/{service}/{kind}/{item_id}/handover": "one's own claim; decides nothing",
    "POST /gateway/work/{service}/{kind}/{item_id}/notes": "words to colleagues, by name; decides nothing",
    "POST /gateway/work/{service}/{kind}/{item_id}/office": "sorts the list; decides nothing",
    "POST /gateway/offices": "a name to sort work by; gives nobody a right",
    "POST /gateway/offices/{office_id}/closure": "a name to sort work by; takes nobody a right",
    "POST /gateway/staff/{staff_id}/office": "a name to sort work by; changes no right",
    "POST /gateway/signing-keys/rotation": "a brake; everybody may log in again",
    "POST /gateway/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /gateway/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /gateway/proposals/{proposal_id}/papers/uploads": "what is attached decides nothing",
    **{
        f"POST /{service}/parked/{{queue}}/replays": "what our own services said is heard again; done once"
        for service in SERVICES
    },
    "POST /hotline/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /hotline/proposals/{proposal_id}/withdrawal": "nothing happens",
    "POST /wechat/proposals/{proposal_id}/decision": "it is the second person's part",
    "POST /wechat/proposals/{proposal_id}/withdrawal": "nothing happens",
    "DELETE /gateway/sessions/current": "one's own session",
    "DELETE /gateway/me/sessions/{session_id}": "one's own session",
    "POST /gateway/me/password": "one's own password, proved by it and the authenticator",
}
"""Why one person may change something alone, where staff may change it at all."""


@dataclass(frozen=True)
class Operation:
    """One line of the table."""

    method: str
    path: str
    cells: dict[Role, str] | None
    """What each role may; None where nobody is asked who they are."""
    by_phone: bool = False
    """Whether the token of a proven phone is asked for, which no login is."""

    @property
    def name(self) -> str:
        """As the line begins."""
        return f"{self.method} {self.path}"

    @property
    def service(self) -> str:
        """Whose operation it is."""
        return self.path.split("/")[1]


def _of_auditor(method: str, path: str) -> str:
    if method == "GET" and path.endswith("/audit"):
        return "yes"
    return "mine" if f"{method} {path}" in OWN_LOGIN else "-"


def operations() -> dict[str, Operation]:
    """Read the table."""
    found: dict[str, Operation] = {}
    _heading, _, lines = TABLE.strip().partition("\n")
    words = lines.split()
    while words:
        method, path = words.pop(0), words.pop(0)
        if words[0] == PUBLIC:
            words.pop(0)
            made = Operation(method, path, None)
        elif words[0] == BY_PHONE:
            words.pop(0)
            nobody = dict.fromkeys((*ROLES, Role.STAFF_AUDITOR), "-")
            made = Operation(method, path, nobody, by_phone=True)
        else:
            cells = {role: words.pop(0) for role in ROLES}
            made = Operation(method, path, cells | {Role.STAFF_AUDITOR: _of_auditor(method, path)})
        assert made.name not in found, f"{made.name} has two lines"
        found[made.name] = made
    return found
