// How an estate (继承) is called on the desk.

export const BASES: Record<string, string> = { notary: '公证书', court: '法院文书', declaration: '全体第一顺序继承人声明', nobody: '无人继承的法院或民政文书' };
export const ESTATES: Record<string, string> = { requested: '核定中', paying: '支付中', paid: '已付清', income: '已转为增值收益', refused: '未核定' };
export const PURPOSES: Record<string, string> = { share: '份额', supplement: '补付', again: '另行支付' };
