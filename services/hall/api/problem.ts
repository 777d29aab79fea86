// What a service says no with (RFC 9457): one Chinese sentence, a stable code, what else it tells.

/** Status 0 is a network that did not answer. `message` is the sentence. */
export class Problem extends Error {
  constructor(readonly status: number, readonly body: Readonly<Record<string, unknown>>) {
    super(typeof body['detail'] === 'string' ? body['detail'] : '系统繁忙，请稍后重试。');
  }

  /** The code alone, such as `confirmation-needed`. */
  get code(): string {
    return String(this.body['title'] ?? 'error');
  }

  /** The number of the rule that it follows from, where there is one. */
  get rule(): string | null {
    return typeof this.body['rule'] === 'string' ? this.body['rule'] : null;
  }

  /** Whether the service, or the way to it, is away: the same thing may be tried again. */
  get away(): boolean {
    return this.status === 0 || this.status >= 502;
  }
}

/** The network did not answer. */
export function offline(): Problem {
  return new Problem(0, { title: 'offline', detail: '网络连接中断，请检查网络后重试；重复提交不会重复办理。' });
}

/** The problem that an answer tells. */
export async function problemOf(answer: Response): Promise<Problem> {
  const body: unknown = await answer.clone().json().catch(() => ({}));
  return new Problem(answer.status, typeof body === 'object' && body ? (body as Record<string, unknown>) : {});
}

/** The sentence of any error; what is no problem of a service's is one of the page's. */
export function sentence(error: unknown): string {
  if (error instanceof Problem) return error.message;
  console.error(error);
  return '页面出现问题，请刷新后重试。';
}
