import { startHall } from '@/kit/start';
import LoginStaff from './pages/LoginStaff.vue';
import { routes } from './routes';

/** Whoever does the business of the centre, or gives rights; an auditor only reads what they did. */
const DESK = ['staff_maker', 'staff_checker', 'staff_admin'];

void startHall({
  name: 'staff', base: '/hall/staff/', title: '住房公积金业务系统', subtitle: '业务系统 · 工作人员',
  menu: [
    { to: '/', text: '首页' },
    { to: '/proposals', text: '待复核', roles: DESK },
    { to: '/reviews', text: '提取审核', roles: DESK },
    { to: '/people', text: '职工', roles: DESK },
    { to: '/employers', text: '单位', roles: DESK },
    { to: '/requests', text: '单位申请', roles: DESK },
    { to: '/loans', text: '贷款', roles: DESK },
    { to: '/transfers', text: '异地转移', roles: ['staff_maker', 'staff_checker'] },
    { to: '/deaths', text: '继承', roles: DESK },
    { to: '/consents', text: '配偶授权', roles: DESK },
    { to: '/papers', text: '证明', roles: ['staff_maker', 'staff_checker'] },
    { to: '/codes', text: '亮码', roles: DESK },
    { to: '/telephone', text: '电话台', roles: ['staff_maker', 'staff_checker'] },
    { to: '/errors', text: '差错与逾期', roles: DESK },
    { to: '/policies', text: '政策', roles: ['staff_maker', 'staff_checker'] },
    { to: '/calendar', text: '工作日历', roles: ['staff_maker', 'staff_checker'] },
    { to: '/texts', text: '短信文字', roles: ['staff_maker', 'staff_checker'] },
    { to: '/enforcing', text: '催缴与投诉', roles: ['staff_maker', 'staff_checker'] },
    { to: '/bank', text: '银行往来', roles: ['staff_maker', 'staff_checker'] },
    { to: '/sending', text: '短信发送', roles: ['staff_maker', 'staff_checker'] },
    { to: '/books', text: '账簿报表', roles: DESK },
    { to: '/moving', text: '期初移入', roles: ['staff_maker', 'staff_checker'] },
    { to: '/credit', text: '信用平台', roles: DESK },
    { to: '/subjects', text: '信用主体', roles: ['staff_maker', 'staff_checker'] },
    { to: '/records', text: '信用记录', roles: ['staff_maker', 'staff_checker'] },
    { to: '/state', text: '系统状态', roles: DESK },
    { to: '/jobs', text: '定时任务', roles: DESK },
    { to: '/parked', text: '停放消息', roles: DESK },
    { to: '/notices', text: '网站公告', roles: DESK },
    { to: '/staff', text: '工作人员', roles: ['staff_admin'] },
    { to: '/terminals', text: '自助终端', roles: ['staff_admin'] },
    { to: '/me', text: '我的登录' },
    { to: '/audit', text: '审计记录', roles: ['staff_auditor'] },
  ],
  login: LoginStaff, routes, wide: true,
});
