// An employer's operators (单位经办人) at the counter: a login that is lost is activated anew, one that must not go on is shut.

import { gateway, told } from '@/api/client';
import type { components } from '@/api/generated/gateway';
import { awaiting, type Asked } from './asking';

export type Operator = components['schemas']['OperatorShown'];
const params = (one: Operator, key: string) => ({ path: { operator_id: one.id }, header: { 'Idempotency-Key': key } });

/** What a maker may propose of one: nothing of one who is shut. */
export const deedsOfOperator = (one: Operator): Asked[] => (one.state === 'shut' ? [] : [
  {
    title: '重置登录', about: `${one.name}（${one.login}）：手机或验证器丢失的，复核同意后激活码发到登记的手机，原来的登录全部退出。`, yes: '提交复核', fields: [], reason: '为什么重置', evidence: 'needed',
    send: async (_values, body, key) => awaiting(await told(gateway.POST('/api/gateway/operators/{operator_id}/activation', { params: params(one, key), body }))),
  },
  {
    title: '停用', about: `${one.name}（${one.login}）：复核同意后登录全部退出，由其提出、尚未复核的申请不再有效。`, yes: '提交复核', fields: [], reason: '为什么停用', evidence: 'needed',
    send: async (_values, body, key) => awaiting(await told(gateway.POST('/api/gateway/operators/{operator_id}/closure', { params: params(one, key), body }))),
  },
]);
