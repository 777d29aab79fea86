import { startHall } from '@/kit/start';
import LoginStaff from './pages/LoginStaff.vue';
import { routes } from './routes';

/** Whoever does the business of the centre; and, of what shows nobody's data, an administrator; an auditor only reads what they did. */
const BUSINESS = ['staff_maker', 'staff_checker'];
const DESK = [...BUSINESS, 'staff_admin'];

void startHall({
  name: 'staff', base: '/hall/staff/', title: '住房公积金业务系统', subtitle: '业务系统 · 工作人员',
  menu: [
    { group: '工作台', to: '/', text: '首页' },
    { group: '工作台', to: '/proposals', text: '待复核', roles: DESK },
    { group: '工作台', to: '/errors', text: '差错与逾期', roles: BUSINESS },
    { group: '工作台', to: '/reviews', text: '提取审核', roles: BUSINESS },
    { group: '工作台', to: '/requests', text: '单位申请', roles: BUSINESS },
    { group: '工作台', to: '/me', text: '我的登录' },
    { group: '柜台', to: '/people', text: '职工', roles: BUSINESS },
    { group: '柜台', to: '/employers', text: '单位', roles: BUSINESS },
    { group: '柜台', to: '/loans', text: '贷款', roles: BUSINESS },
    { group: '柜台', to: '/papers', text: '证明', roles: BUSINESS },
    { group: '柜台', to: '/codes', text: '亮码', roles: BUSINESS },
    { group: '柜台', to: '/telephone', text: '电话台', roles: BUSINESS },
    { group: '柜台', to: '/deaths', text: '继承', roles: BUSINESS },
    { group: '柜台', to: '/consents', text: '配偶授权', roles: BUSINESS },
    { group: '柜台', to: '/transfers', text: '异地转移', roles: BUSINESS },
    { group: '柜台', to: '/enforcing', text: '催缴与投诉', roles: BUSINESS },
    { group: '资金', to: '/bank', text: '银行往来', roles: BUSINESS },
    { group: '资金', to: '/books', text: '账簿报表', roles: BUSINESS },
    { group: '资金', to: '/moving', text: '期初移入', roles: BUSINESS },
    { group: '信用', to: '/credit', text: '信用平台', roles: DESK },
    { group: '信用', to: '/subjects', text: '信用主体', roles: BUSINESS },
    { group: '信用', to: '/records', text: '信用记录', roles: BUSINESS },
    { group: '信用', to: '/imports', text: '信用导入', roles: BUSINESS },
    { group: '信用', to: '/checks', text: '信用核查', roles: BUSINESS },
    { group: '规则与文字', to: '/policies', text: '政策', roles: BUSINESS },
    { group: '规则与文字', to: '/calendar', text: '工作日历', roles: BUSINESS },
    { group: '规则与文字', to: '/texts', text: '短信文字', roles: BUSINESS },
    { group: '规则与文字', to: '/notices', text: '网站公告', roles: BUSINESS },
    { group: '系统', to: '/state', text: '系统状态', roles: DESK },
    { group: '系统', to: '/jobs', text: '定时任务', roles: DESK },
    { group: '系统', to: '/parked', text: '停放消息', roles: DESK },
    { group: '系统', to: '/sending', text: '短信发送', roles: BUSINESS },
    { group: '系统', to: '/staff', text: '工作人员', roles: ['staff_admin'] },
    { group: '系统', to: '/terminals', text: '自助终端', roles: ['staff_admin'] },
    { group: '系统', to: '/audit', text: '审计记录', roles: ['staff_auditor'] },
  ],
  login: LoginStaff, routes, wide: true,
});
