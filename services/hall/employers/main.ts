import { startHall } from '@/kit/start';
import LoginOperator from './pages/LoginOperator.vue';
import { may, type Right } from './rights';
import { routes } from './routes';

void startHall({
  name: 'employers', base: '/hall/employers/', title: '住房公积金网上服务厅 · 单位', subtitle: '网上服务厅 · 单位',
  menu: [
    { to: '/', text: '首页' }, { to: '/month', text: '当月汇缴' }, { to: '/business', text: '业务提交' }, { to: '/suspense', text: '暂收款' },
    { to: '/transfers', text: '同城转移' }, { to: '/records', text: '查询打印' }, { to: '/company', text: '单位信息' },
  ],
  login: LoginOperator, routes, wide: true, may: (right) => may(right as Right),
});
