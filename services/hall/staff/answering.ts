// What employers ask for online is put to a checker, or sent back in words: what both desks do, and what is filled in for it.

import { computed, ref, shallowRef } from 'vue';
import { useDeed } from '@/api/once';
import { say } from '@/kit/status';
import { evidenceOf, reasonProblem, type Grounds } from './grounds';

type Answer = 'propose' | 'return';
interface Ways<T> {
  /** Put it to a checker; gives what would be done. */
  propose: (one: T, grounds: Grounds, key: string) => Promise<{ summary: string }>;
  /** Send it back with these words; gives what is said of it. */
  sendBack: (one: T, text: string, key: string) => Promise<string>;
  /** Once it is answered. */
  after: () => Promise<void> | undefined;
}

/** The dialog in which one is answered; `id` names it, so that the same answer is given once. */
export function useAnswering<T>(id: (one: T) => string, ways: Ways<T>) {
  const asked = shallowRef<{ one: T; what: Answer } | null>(null);
  const reason = ref(''), evidence = ref(''), wrong = ref<string>(), done = ref('');
  const deed = useDeed();
  const open = computed({ get: () => asked.value !== null, set: (now) => { if (!now) asked.value = null; } });

  function ask(one: T, what: Answer): void {
    reason.value = evidence.value = '';
    wrong.value = undefined;
    deed.problem.value = null;
    asked.value = { one, what };
  }
  async function submit(): Promise<void> {
    const now = asked.value, why = reason.value.trim();
    wrong.value = reasonProblem(why);
    if (!now || wrong.value) return;
    const said = await deed.run([id(now.one), now.what, why, evidence.value], async (key) => (now.what === 'return'
      ? ways.sendBack(now.one, why, key)
      : `已提交：${(await ways.propose(now.one, { reason: why, evidence: evidenceOf(evidence.value) }, key)).summary}。另一人复核后生效。`));
    if (!said) return;
    asked.value = null;
    done.value = said;
    say(said);
    await ways.after();
  }

  return { asked, reason, evidence, wrong, done, deed, open, ask, submit };
}
