// A loan that was signed (签订借款合同并放款): a maker enters the contract, another person agrees, then it is paid out.

import { loans, told } from '@/api/client';
import type { components } from '@/api/generated/loans';
import { cardDigits, cardProblem } from '@/lib/ids';
import { fenFromYuan } from '@/lib/money';
import { header, money, proposed, text, type Deed, type Values } from './counter';
import { reading } from './whole';

type Body = components['schemas']['ContractBody'];
const LIST = /[、，,;；\s]+/;
const accountNumbers = (typed: string) => (typed.split(LIST).filter(Boolean).every((one) => /^\d{12}$/.test(one)) ? null : '个人账号是12位数字，几个的用顿号隔开');
const number = (typed: string, most: number, what: string) => (/^\d{1,3}$/.test(typed) && Number(typed) <= most ? null : what);

/** Who they are by their accounts; throws `Problem` where there is no such account. */
async function people(values: Values, id: string, reason: string): Promise<string[]> {
  const numbers = text(values, id).split(LIST).filter(Boolean);
  return Promise.all(numbers.map(async (one) => (await reading(reason).account(one)).person_id));
}

/** To enter a contract. */
export function contracts(): Deed[] {
  return [{
    id: 'contract', title: '签订借款合同并放款', text: '合同签订后录入，另一人复核同意即向收款账户放款。以前放过款的贷款在“期初移入”里移入。', reason: '审批情况', evidence: 'needed',
    fields: [
      { id: 'contract', label: '借款合同编号', kind: 'text' }, { id: 'application', label: '贷款申请编号', kind: 'text' }, { id: 'signed', label: '合同签订日期', kind: 'day' },
      { id: 'borrower', label: '借款人个人账号', kind: 'text', check: (typed) => (/^\d{12}$/.test(typed) ? null : '个人账号是12位数字') },
      { id: 'co-borrowers', label: '共同借款人个人账号', kind: 'text', optional: true, check: accountNumbers }, { id: 'guarantors', label: '担保人个人账号', kind: 'text', optional: true, check: accountNumbers },
      { id: 'months', label: '连续缴存月数', kind: 'text', check: (typed) => number(typed, 600, '请填写月数') }, money('amount', '贷款金额'),
      { id: 'periods', label: '期数（月）', kind: 'text', check: (typed) => number(typed, 360, '请填写期数，最多360期') },
      { id: 'method', label: '还款方式', kind: 'choice', choices: [{ value: '01', text: '等额本息' }, { value: '02', text: '等额本金' }] },
      { id: 'home', label: '住房套数', kind: 'choice', choices: [{ value: 'first', text: '首套' }, { value: 'second', text: '二套' }] },
      { id: 'guarantee', label: '担保类型', kind: 'choice', choices: [{ value: '01', text: '抵押' }, { value: '02', text: '质押' }, { value: '03', text: '保证' }, { value: '99', text: '其他' }] },
      { id: 'guarantee-number', label: '担保合同或他项权证号', kind: 'text' },
      { id: 'card', label: '还款银行卡号', kind: 'text', check: (typed) => cardProblem(typed) }, { id: 'card-holder', label: '还款卡持卡人', kind: 'text' },
      { id: 'payee', label: '放款给谁', kind: 'choice', choices: [{ value: 'seller', text: '合同约定的售房人' }, { value: 'borrower', text: '借款人或共同借款人本人' }] },
      { id: 'payee-number', label: '收款账号', kind: 'text', check: (typed) => (/^\d{8,32}$/.test(typed) ? null : '收款账号是8到32位数字') }, { id: 'payee-holder', label: '收款户名', kind: 'text' },
    ],
    send: async (values, grounds, key) => {
      const why = `录入借款合同${text(values, 'contract')}`;
      const [[borrower], coBorrowers, guarantors] = await Promise.all([people(values, 'borrower', why), people(values, 'co-borrowers', why), people(values, 'guarantors', why)]);
      const body: Body = {
        ...grounds, contract_number: text(values, 'contract'), application_number: text(values, 'application'), signed_on: text(values, 'signed'),
        borrower: borrower!, co_borrowers: coBorrowers, guarantors, months_contributed: Number(text(values, 'months')), amount_fen: fenFromYuan(text(values, 'amount'))!,
        periods: Number(text(values, 'periods')), method: text(values, 'method') as Body['method'], home: text(values, 'home') as Body['home'],
        guarantee: { type: text(values, 'guarantee') as Body['guarantee']['type'], number: text(values, 'guarantee-number') },
        repayment_card: { number: cardDigits(text(values, 'card')), holder_name: text(values, 'card-holder') },
        payee: { kind: text(values, 'payee') as Body['payee']['kind'], number: text(values, 'payee-number'), holder_name: text(values, 'payee-holder') },
      };
      return proposed('loans', told(loans.POST('/api/loans/contracts', { params: { header: header(key) }, body })));
    },
  }];
}
