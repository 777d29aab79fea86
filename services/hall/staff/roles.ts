// What staff are called by their role (岗位), and what it is for.

import { session } from '@/api/session';

/** Whether whoever is logged in does the centre's business; an administrator gives rights and sees none of it. */
export const doesBusiness = (): boolean => session.value?.role === 'staff_maker' || session.value?.role === 'staff_checker';
/** Whether it is an administrator, who gives rights. */
export const givesRights = (): boolean => session.value?.role === 'staff_admin';

export const ROLES: Record<string, string> = { staff_maker: '经办', staff_checker: '复核', staff_admin: '系统管理员', staff_auditor: '审计员' };
