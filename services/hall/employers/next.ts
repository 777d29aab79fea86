// What is due, what waits for whom, what went wrong: reckoned from what the services say.

import { chineseDate } from '@/lib/dates';
import { yuan } from '@/lib/money';
import { monthToRemit, openList, type Schema } from './own';

/** How many people with owed months the first page asks for. */
export const OWED_SHOWN_MAX = 200;

export interface Step { title: string; text: string; to: string; action: string }
export interface Matter { id: string; text: string; to: string; bad?: boolean; who: '我单位' | '职工' | '原单位' | '中心' | '银行' }
export interface Facts {
  employer: Schema['Employer'];
  lists: Schema['RemittanceList'][];
  deferrals: Schema['Deferral'][];
  hardships: Schema['HardshipRequest'][];
  backs: Schema['BackPayment'][];
  suspense: Schema['SuspenseReceipt'][];
  transfers: Schema['Transfer'][];
  owed: Schema['Owed'][];
  complaints: Schema['ComplaintCase'][];
}

/** The one thing to do now. */
export function nextStep({ employer, lists, deferrals }: Facts, today: string): Step | null {
  if (!employer.agreement_version || employer.agreement_revoked_on) {
    return { title: '签订网上业务协议', text: '签订后才能在网上办理业务，请持单位公章到柜台签订。', to: '/company', action: '查看协议状态' };
  }
  const open = openList(lists);
  if (open?.state === 'draft') {
    return { title: `核对并确认${chineseDate(open.month)}清册`, text: `${open.head_count}人，合计 ${yuan(open.total_fen)} 元。确认后按附言付款。`, to: `/month/list/${open.id}`, action: '去核对' };
  }
  if (open) {
    return { title: `缴纳${chineseDate(open.month)}汇缴款`, text: `请付款 ${yuan(open.total_fen)} 元，附言填写 ${open.payment_reference}，到账后自动入账。`, to: `/month/list/${open.id}`, action: '查看缴款单' };
  }
  const month = monthToRemit(employer, deferrals);
  if (month > today.slice(0, 7)) return null;
  const late = employer.overdue_months.length > 0;
  const due = employer.due_on ? `${late ? '已于' : '请于'}${chineseDate(employer.due_on)}${late ? '到期' : '前缴纳'}。` : '';
  return { title: `编制${chineseDate(month)}汇缴清册`, text: `${due}可以沿用上月清册修改，也可以上传文件。`, to: '/month', action: '开始汇缴' };
}

/** What waits, and for whom. */
export function waiting({ lists, backs, transfers, hardships }: Facts, name: string): Matter[] {
  return [
    ...lists.filter((list) => list.state === 'confirmed').map((list): Matter => ({
      id: list.id, text: `${chineseDate(list.month)}清册已确认，待付款 ${yuan(list.total_fen)} 元`, to: `/month/list/${list.id}`, who: '我单位',
    })),
    ...backs.filter((back) => back.state === 'draft' || back.state === 'confirmed').map((back): Matter => ({
      id: back.id, text: `补缴清单${back.state === 'draft' ? '待确认' : '待付款'} ${yuan(back.total_fen)} 元`, to: `/business/back/${back.id}`, who: '我单位',
    })),
    ...transfers.filter((one) => one.state === 'asked' || one.state === 'consented').map((one): Matter => ({
      id: one.transfer_id, text: `同城转移 ${one.account_number}：${one.state_text}`, to: '/transfers',
      who: one.state === 'asked' ? '职工' : one.from_employer_name === name ? '我单位' : '原单位',
    })),
    ...hardships.filter((one) => one.state === 'open' || one.state === 'proposed').map((one): Matter => ({
      id: one.id, text: `${one.kind_text}申请：${one.state_text}`, to: '/business/hardship', who: '中心',
    })),
  ];
}

/** What went wrong, or will. */
export function wrong({ employer, suspense, owed, complaints, hardships }: Facts): Matter[] {
  const found: Matter[] = [];
  for (const kind of ['deferral', 'lowering']) {
    const latest = hardships.find((one) => one.kind === kind);
    if (latest?.state === 'returned') found.push({ id: latest.id, text: `${latest.kind_text}申请已退回：${latest.answer ?? ''}`, to: '/business/hardship', who: '我单位' });
  }
  if (employer.overdue_months.length) {
    found.push({ id: 'overdue', text: `逾期未缴：${employer.overdue_months.map(chineseDate).join('、')}`, to: '/month', bad: true, who: '我单位' });
  }
  if (owed.length) found.push({ id: 'owed', text: `${owed.length}名${owed.length < OWED_SHOWN_MAX ? '' : '以上'}职工有应缴未缴的月份，可以编制补缴清单`, to: '/business/back', bad: true, who: '我单位' });
  for (const one of suspense.filter((receipt) => receipt.left_fen > 0)) {
    found.push({ id: one.bank_serial, text: `暂收款 ${yuan(one.left_fen)} 元：${one.why_text}`, to: '/suspense', who: '我单位' });
  }
  const open = complaints.filter((one) => one.state === 'open').length;
  if (open) found.push({ id: 'complaints', text: `${open}件职工投诉在处理中`, to: '/records/complaints', bad: true, who: '中心' });
  return found;
}
