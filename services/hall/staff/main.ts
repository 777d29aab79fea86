import { startHall } from '@/kit/start';
import LoginStaff from './pages/LoginStaff.vue';
import { routes } from './routes';

void startHall({
  name: 'staff', base: '/hall/staff/', title: '住房公积金业务系统', subtitle: '业务系统 · 工作人员',
  menu: [{ to: '/', text: '首页' }, { to: '/proposals', text: '待复核' }, { to: '/reviews', text: '提取审核' }, { to: '/deaths', text: '继承' }, { to: '/consents', text: '配偶授权' }, { to: '/codes', text: '亮码' }, { to: '/errors', text: '差错与逾期' }, { to: '/books', text: '账簿报表' }, { to: '/credit', text: '信用平台' }, { to: '/jobs', text: '定时任务' }, { to: '/notices', text: '网站公告' }, { to: '/terminals', text: '自助终端', role: 'staff_admin' }],
  login: LoginStaff, routes, wide: true,
});
