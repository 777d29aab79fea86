import { actAtTheCounter } from '../employers/acting';
import { may, type Right } from '../employers/rights';
import { startHall } from '@/kit/start';
import LoginStaff from '../staff/pages/LoginStaff.vue';
import { routes } from './routes';

const MAKER = ['staff_maker'];

void startHall({
  name: 'staff', base: '/hall/counter/', title: '住房公积金业务系统 · 代单位办理', subtitle: '柜台 · 代单位办理',
  menu: [
    { to: '/', text: '为哪个单位' }, { to: '/month', text: '当月汇缴', roles: MAKER }, { to: '/business', text: '业务提交', roles: MAKER },
    { to: '/suspense', text: '暂收款', roles: MAKER }, { to: '/records', text: '查询打印', roles: MAKER }, { to: '/company', text: '单位信息', roles: MAKER },
  ],
  login: LoginStaff, routes, wide: true, may: (right) => may(right as Right),
  begun: (router) => actAtTheCounter((summary) => router.replace({ path: '/proposed', state: { summary } })),
});
