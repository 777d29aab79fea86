// What staff are called by their role (岗位).

export const ROLES: Record<string, string> = { staff_maker: '经办', staff_checker: '复核', staff_admin: '系统管理员', staff_auditor: '审计员' };
