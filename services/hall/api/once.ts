// What must happen once: the same content is the same deed under the same Idempotency-Key, until it is answered for good.

import { ref, shallowRef } from 'vue';
import { newKey } from '@/lib/ids';
import { Problem } from './problem';

/** Keeps the key of one form. */
export class FormKey {
  #content: string | null = null;
  #key = '';

  constructor(private readonly make: () => string = newKey) {}

  /** The key for this content. */
  for(content: unknown): string {
    const text = JSON.stringify(content);
    if (text !== this.#content) {
      this.#content = text;
      this.#key = this.make();
    }
    return this.#key;
  }

  /** Note that the matter is settled: the next deed gets a new key. */
  settled(): void {
    this.#content = null;
  }
}

/** A deed of a page: `busy` while it is under way, `problem` when it was refused; pressed twice, it is done once. */
export function useDeed() {
  const busy = ref(false);
  const problem = shallowRef<unknown>(null);
  const key = new FormKey();

  /** Do it; gives what `act` gave, or undefined where it was refused or is under way already. */
  async function run<T>(content: unknown, act: (key: string) => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined;
    busy.value = true;
    problem.value = null;
    try {
      const done = await act(key.for(content));
      key.settled();
      return done;
    } catch (error) {
      if (error instanceof Problem && error.settles) key.settled();
      problem.value = error;
      return undefined;
    } finally {
      busy.value = false;
    }
  }

  return { busy, problem, run };
}

/** What a page reads when it opens: `value` when it is there, `problem` when it is not, `load` again. */
export function useRead<T>(read: () => Promise<T>) {
  const value = shallowRef<T>();
  const problem = shallowRef<unknown>(null);
  const loading = ref(false);

  async function load(): Promise<void> {
    loading.value = true;
    problem.value = null;
    try {
      value.value = await read();
    } catch (error) {
      problem.value = error;
    } finally {
      loading.value = false;
    }
  }

  void load();
  return { value, problem, loading, load };
}
