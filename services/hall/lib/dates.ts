// Days and months as the services write them ("2026-11-29", "2026-11"), and as people read them; instants in Shanghai's time.

const ZONE = 'Asia/Shanghai';

/** A day or a month in Chinese. */
export function chineseDate(text: string): string {
  const [year, month, day] = text.split('-').map(Number);
  return day ? `${year}年${month}月${day}日` : `${year}年${month}月`;
}

/** An instant, to the minute or to the second. */
export function chineseTime(text: string, seconds = false): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}), hour12: false,
  }).format(new Date(text));
}

/** The day on which an instant falls in Shanghai. */
export function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(instant);
}

/** Today in Shanghai, by this machine's clock: for what a form proposes, never for what is decided. */
export function today(): string {
  return dayOf(new Date());
}

/** A month so many months later, or earlier. */
export function monthAfter(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number);
  const count = year! * 12 + number! - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** A day as typed in three parts, "2026-02-28"; null when there is no such day. */
export function dayFrom(year: string, month: string, day: string): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const made = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(made.valueOf()) && made.toISOString().slice(0, 10) === text ? text : null;
}
