// Transfers between two employers of the city (同城转移): where the former one does not answer in time, the centre decides (R-TRF-3).

import { accounts, told } from '@/api/client';
import type { components } from '@/api/generated/accounts';
import { chineseDate } from '@/lib/dates';
import type { Column } from '@/kit/DataTable.vue';
import { awaiting, type Asked } from './asking';

export type Transfer = components['schemas']['Transfer'];
export const TRANSFER: Column<Transfer>[] = [
  { head: '个人账号', cell: (one) => one.account_number }, { head: '从', cell: (one) => one.from_employer_name }, { head: '到', cell: (one) => one.to_employer_name },
  { head: '起缴', cell: (one) => chineseDate(one.first_month) }, { head: '状态', cell: (one) => one.state_text }, { head: '原单位最迟', cell: (one) => chineseDate(one.release_by) },
];

/** What a maker proposes about one; the service says whether the former employer's time is over. */
export const deedOf = (one: Transfer): Asked => ({
  title: '中心办理转移', about: `${one.account_number}从${one.from_employer_name}到${one.to_employer_name}：原单位逾期不办的，由中心办理。`, yes: '提交复核', fields: [], reason: '为什么由中心办理', evidence: 'needed',
  send: async (_values, body, key) => awaiting(await told(accounts.POST('/api/accounts/transfers/{transfer_id}/centre-decision', { params: { path: { transfer_id: one.transfer_id }, header: { 'Idempotency-Key': key } }, body }))),
});
