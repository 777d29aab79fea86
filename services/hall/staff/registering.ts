// What a maker enters about an employer (单位): its registration, a deferral, lower ratios; another person decides it.

import { accounts, told } from '@/api/client';
import { cleanId, cleanPhone, phoneProblem } from '@/lib/ids';
import { codeOf, document, header, proposed, text, type Deed, type Field, type Values } from './counter';

const BASIS_POINTS = 100;
const month = (id: string, label: string): Field => ({ id, label, kind: 'text', hint: '例如：2026-09', check: (typed) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(typed) ? null : '请写成2026-09这样') });
const percentage = (id: string, label: string): Field => ({ id, label, kind: 'text', hint: '百分之几，例如：8', check: (typed) => (/^\d{1,2}(\.\d{1,2})?$/.test(typed) ? null : '请填写百分比的数字，例如8') });
/** Hundredths of a per cent of what was typed; digits are moved, nothing is rounded. */
function basisPoints(values: Values, id: string): number {
  const [whole = '0', part = ''] = text(values, id).split('.');
  return Number(whole) * BASIS_POINTS + Number(part.padEnd(2, '0'));
}
const resolution: Field[] = [{ id: 'resolution', label: '职工代表大会或工会决议文号', kind: 'text' }, { id: 'resolved', label: '决议日期', kind: 'day' }];

/** To register an employer that came to the counter (R-ACC-6). */
export function registration(): Deed[] {
  return [{
    id: 'register', title: '单位缴存登记', text: '单位到柜台办理缴存登记；同意后经办人凭短信激活登录。在网上提交的登记，在“单位申请”里受理。', reason: '受理情况', evidence: 'needed',
    fields: [
      { id: 'name', label: '单位名称', kind: 'text' },
      codeOf('code'),
      { id: 'payday', label: '每月几日发薪', kind: 'text', check: (typed) => (/^([1-9]|[12]\d|3[01])$/.test(typed) ? null : '请填写1到31') },
      percentage('employer', '单位缴存比例'), percentage('employee', '个人缴存比例'),
      { id: 'operator', label: '经办人姓名', kind: 'text' }, document('operator-id', '经办人身份证号码'),
      { id: 'operator-phone', label: '经办人手机号', kind: 'text', check: (typed) => phoneProblem(typed) },
    ],
    send: (values, grounds, key) => proposed('accounts', told(accounts.POST('/api/accounts/employers', {
      params: { header: header(key) },
      body: {
        ...grounds, name: text(values, 'name'), social_credit_code: text(values, 'code').toUpperCase(), payday: Number(text(values, 'payday')),
        employer_ratio_bp: basisPoints(values, 'employer'), employee_ratio_bp: basisPoints(values, 'employee'),
        operator: { name: text(values, 'operator'), id_type: '01', id_number: cleanId(text(values, 'operator-id')), phone: cleanPhone(text(values, 'operator-phone')) },
      },
    }))),
  }];
}

/** What an employer in hardship asks for at the counter (R-DEP-9); online it is asked on 单位申请. */
export function inHardship(employer_number: string): Deed[] {
  const params = (key: string) => ({ path: { employer_number }, header: header(key) });
  return [
    {
      id: 'defer', title: '缓缴', text: '单位缴存确有困难、在柜台申请缓缴的；期满后补缴。', reason: '受理情况', evidence: 'needed',
      fields: [month('from', '从哪个月'), month('until', '到哪个月'), { id: 'catch-up', label: '最迟哪天补缴完', kind: 'day' }, ...resolution],
      send: (values, grounds, key) => proposed('accounts', told(accounts.POST('/api/accounts/employers/{employer_number}/deferrals', {
        params: params(key),
        body: { ...grounds, from_month: text(values, 'from'), until_month: text(values, 'until'), catch_up_by: text(values, 'catch-up'), resolution_number: text(values, 'resolution'), resolution_on: text(values, 'resolved') },
      }))),
    },
    {
      id: 'lower', title: '降低缴存比例', text: '单位缴存确有困难、在柜台申请降低比例的；期满恢复。', reason: '受理情况', evidence: 'needed',
      fields: [month('from', '从哪个月'), month('until', '到哪个月'), percentage('employer', '单位缴存比例'), percentage('employee', '个人缴存比例'), ...resolution],
      send: (values, grounds, key) => proposed('accounts', told(accounts.POST('/api/accounts/employers/{employer_number}/ratio-lowerings', {
        params: params(key),
        body: {
          ...grounds, from_month: text(values, 'from'), until_month: text(values, 'until'), employer_ratio_bp: basisPoints(values, 'employer'), employee_ratio_bp: basisPoints(values, 'employee'),
          resolution_number: text(values, 'resolution'), resolution_on: text(values, 'resolved'),
        },
      }))),
    },
  ];
}
