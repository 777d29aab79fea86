import { startHall } from '@/kit/start';
import LoginCitizen from './pages/LoginCitizen.vue';
import { routes } from './routes';

void startHall({
  name: 'citizens', base: '/hall/', title: '住房公积金网上服务厅', subtitle: '网上服务厅 · 个人',
  menu: [
    { to: '/', text: '首页' },
    { to: '/account', text: '信息查询' },
    { to: '/apply', text: '业务办理' },
    { to: '/applications', text: '我的申请' },
    { to: '/loan', text: '我要还贷' },
    { to: '/documents', text: '出具证明' },
    { to: '/messages', text: '消息中心' },
    { to: '/settings', text: '账户设置' },
  ],
  login: LoginCitizen, routes,
});
