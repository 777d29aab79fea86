// Reading and doing, as pages do it: what is under way, what was refused, what happens once.

import { ref, shallowRef } from 'vue';
import { FormKey } from '@/lib/keys';
import { Problem } from './problem';

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
      key.answered(200);
      return done;
    } catch (error) {
      key.answered(error instanceof Problem ? error.status : 0);
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
