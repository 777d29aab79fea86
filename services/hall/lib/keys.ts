// What must happen once: the same content is the same deed under the same Idempotency-Key, until it is answered for good.

/** A random key; randomUUID exists on secure origins only. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether an answer settles the matter; else the same deed may be sent again under the same key. */
function settles(status: number): boolean {
  return ![0, 401, 409, 429].includes(status) && status < 500;
}

/** Keeps the key of one form. */
export class FormKey {
  readonly #make: () => string;
  #content: string | null = null;
  #key = '';

  constructor(make: () => string = newKey) {
    this.#make = make;
  }

  /** The key for this content. */
  for(content: unknown): string {
    const text = JSON.stringify(content);
    if (text !== this.#content) {
      this.#content = text;
      this.#key = this.#make();
    }
    return this.#key;
  }

  /** Note an answer by its status, 0 for none: after one that settles the matter the next deed gets a new key. */
  answered(status: number): void {
    if (settles(status)) this.#content = null;
  }
}
