// Staff (工作人员) as administrators see and change them: what gives power is proposed to another administrator, a brake acts at once.

import { gateway, told } from '@/api/client';
import type { components } from '@/api/generated/gateway';
import { all } from '@/api/pages';
import type { Column } from '@/kit/DataTable.vue';
import { chineseTime } from '@/lib/dates';
import { cleanId, cleanPhone, idProblem, phoneProblem } from '@/lib/ids';
import type { Grounds } from './grounds';
import { myself } from './proposals';

export type Member = components['schemas']['StaffShown'];
export type Office = components['schemas']['OfficeShown'];
export type Role = components['schemas']['NewStaff']['role'];
/** A role as it is chosen: a senior checker is a checker who decides what is kept for senior ones. */
export type Post = Role | 'senior';

export const POSTS: { value: Post; text: string; note: string }[] = [
  { value: 'staff_maker', text: '经办', note: '受理业务，提出申请' },
  { value: 'staff_checker', text: '复核', note: '决定别人提出的申请' },
  { value: 'senior', text: '高级复核', note: '另可决定大额和特殊事项' },
  { value: 'staff_admin', text: '管理员', note: '管理人员和终端，不办业务' },
  { value: 'staff_auditor', text: '审计', note: '只查看审计记录' },
];
export const roleOf = (post: Post): { role: Role; senior: boolean } => (post === 'senior' ? { role: 'staff_checker', senior: true } : { role: post, senior: false });
export const postOf = (one: Member): Post => (one.senior ? 'senior' : one.role as Role);
const STATES: Record<Member['state'], string> = { awaiting_activation: '等待本人激活', active: '在用', disabled: '已停用' };

/** How a member of staff is shown. */
export const columnsWith = (offices: readonly Office[]): Column<Member>[] => [
  { head: '姓名', cell: (one) => one.name }, { head: '登录名', cell: (one) => one.login },
  { head: '岗位', cell: (one) => POSTS.find((post) => post.value === postOf(one))?.text ?? one.role },
  { head: '管理部', cell: (one) => offices.find((office) => office.id === one.office_id)?.name ?? '' },
  { head: '状态', cell: (one) => STATES[one.state] }, { head: '建立时间', cell: (one) => chineseTime(one.created_at) },
];
/** Whether it is whoever is logged in: nobody changes their own login. */
export const isMyself = (one: Member) => one.id === myself();

const PAGE_ITEMS = 100;
/** Everybody, those who are in first. */
export async function readMembers(): Promise<{ members: Member[]; offices: Office[] }> {
  const [members, offices] = await Promise.all([
    all((cursor) => told(gateway.GET('/api/gateway/staff', { params: { query: { limit: PAGE_ITEMS, ...(cursor ? { cursor } : {}) } } }))),
    told(gateway.GET('/api/gateway/offices')),
  ]);
  return { members: members.sort((one, other) => Number(one.state === 'disabled') - Number(other.state === 'disabled')), offices: offices.items };
}

const header = (key: string) => ({ 'Idempotency-Key': key });
const at = (one: Member) => ({ path: { staff_id: one.id } });

export interface Newcomer { login: string; name: string; id_number: string; phone: string; post: Post | '' }
/** What is wrong with somebody new, by the fields of the form. */
export function newcomerProblems(one: Newcomer): { id: string; text: string }[] {
  const said = (id: string, text: string | null | undefined) => (text ? [{ id, text }] : []);
  return [
    ...said('member-login', /^[a-z][a-z0-9._-]{2,39}$/.test(one.login) ? null : '登录名用小写字母开头，可以有数字、点、横线，至少三个字'),
    ...said('member-name', one.name.trim() ? null : '请填写姓名'), ...said('member-number', idProblem(cleanId(one.id_number))),
    ...said('member-phone', phoneProblem(one.phone)), ...said('member-post', one.post ? null : '请选择岗位'),
  ];
}
export const propose = (one: Newcomer, grounds: Grounds, key: string) => told(gateway.POST('/api/gateway/staff', {
  params: { header: header(key) },
  body: { ...grounds, ...roleOf(one.post as Post), login: one.login, name: one.name.trim(), id_number: cleanId(one.id_number), phone: cleanPhone(one.phone) },
}));

/** What is done about a member of staff. `now`: by one administrator, at once. */
export interface Deed { text: string; title: string; says: string; now?: boolean; danger?: boolean; choice?: 'post' | 'office'; when: (one: Member) => boolean; send: (one: Member, chosen: string, grounds: Grounds, key: string) => Promise<unknown> }
const isIn = (one: Member) => one.state !== 'disabled' && !isMyself(one);
export const DEEDS: Record<'post' | 'office' | 'reset' | 'disable' | 'enable', Deed> = {
  post: {
    text: '变更岗位', title: '变更岗位', says: '另一位管理员同意后，按新岗位重新登录。', choice: 'post', when: isIn,
    send: (one, chosen, grounds, key) => told(gateway.POST('/api/gateway/staff/{staff_id}/role', { params: { ...at(one), header: header(key) }, body: { ...grounds, ...roleOf(chosen as Post) } })),
  },
  office: {
    text: '调管理部', title: '调到哪个管理部？', says: '只影响待办按管理部排列，不改变权限，立即生效。', now: true, choice: 'office', when: (one) => one.state !== 'disabled',
    send: (one, chosen) => told(gateway.POST('/api/gateway/staff/{staff_id}/office', { params: at(one), body: { office_id: chosen || null } })),
  },
  reset: {
    text: '重置登录', title: '重置密码和动态口令', says: '另一位管理员同意后，激活码发到本人手机，原来的登录全部失效。', when: isIn,
    send: (one, _chosen, grounds, key) => told(gateway.POST('/api/gateway/staff/{staff_id}/activation', { params: { ...at(one), header: header(key) }, body: grounds })),
  },
  disable: {
    text: '停用', title: '停用这位工作人员？', says: '立即退出全部登录，不能再登录；重新启用须两位管理员办理。', now: true, danger: true, when: isIn,
    send: (one) => told(gateway.POST('/api/gateway/staff/{staff_id}/disable', { params: at(one) })),
  },
  enable: {
    text: '重新启用', title: '重新启用', says: '另一位管理员同意后可以登录。', when: (one) => one.state === 'disabled' && !isMyself(one),
    send: (one, _chosen, grounds, key) => told(gateway.POST('/api/gateway/staff/{staff_id}/enable', { params: { ...at(one), header: header(key) }, body: grounds })),
  },
};
