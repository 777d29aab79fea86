// One question to several services: each answers for itself, and who is away is named.

import { Problem } from '@/api/problem';

/** What staff call a service's business, and the question to it. */
export type Asked<T> = readonly [string, () => Promise<T>];
export interface Answers<T> { found: { service: string; it: T }[]; away: string[] }

/** Ask all. Throws where none answers: a refusal rather than anything else. */
export async function askEach<T>(asked: readonly Asked<T>[]): Promise<Answers<T>> {
  const answers = await Promise.allSettled(asked.map(([, read]) => read()));
  const all: Answers<T> = { found: [], away: [] };
  let refusal: unknown = null;
  answers.forEach((answer, index) => {
    const service = asked[index]![0];
    if (answer.status === 'fulfilled') all.found.push({ service, it: answer.value });
    else {
      refusal = answer.reason instanceof Problem && answer.reason.status === 403 ? answer.reason : refusal ?? answer.reason;
      all.away.push(service);
    }
  });
  if (!all.found.length) throw refusal;
  return all;
}
