// Through what somebody logged in, in words.

const CHANNELS: Record<string, string> = { web: '网上服务厅', wechat: '微信公众号', kiosk: '自助终端', hotline: '12329 热线' };

/** A channel's name; empty where none is known. */
export function channelText(code: string | null): string {
  return code ? CHANNELS[code] ?? code : '';
}
