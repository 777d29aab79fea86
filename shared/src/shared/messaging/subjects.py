"""Subjects that have been silent for long are forgotten, so that their count does not grow for ever (ADR 65).

In two rounds: the first writes down the highest sequence of those to be forgotten, from which whoever has no
row goes on; the next deletes what that covers. No statement that began before the first can meet the second.
"""

from shared.base.db import Pool

AT_ONCE = 10_000
COVERED = """
DELETE FROM subject_sequence WHERE subject = ANY(ARRAY(
    SELECT subject FROM subject_sequence
    WHERE subject <> '' AND spoken_at < now() - make_interval(days => $1)
      AND last_sequence <= (SELECT last_sequence FROM subject_sequence WHERE subject = '')
    LIMIT $2 FOR UPDATE SKIP LOCKED))
  AND spoken_at < now() - make_interval(days => $1)
"""
COVER = """
INSERT INTO subject_sequence AS known (subject, last_sequence)
SELECT '', max(last_sequence) FROM subject_sequence
WHERE subject <> '' AND spoken_at < now() - make_interval(days => $1) HAVING count(*) > 0
ON CONFLICT (subject) DO UPDATE SET last_sequence = excluded.last_sequence
    WHERE known.last_sequence < excluded.last_sequence
"""


async def forget_silent(pool: Pool, keep_days: int) -> int:
    """Forget who was not spoken of for so many days and is covered since an earlier round; how many."""
    forgotten = 0
    while True:
        done = await pool.execute(COVERED, keep_days, AT_ONCE)
        forgotten += int(done.removeprefix("DELETE "))
        if forgotten % AT_ONCE or done == "DELETE 0":
            break
    await pool.execute(COVER, keep_days)
    return forgotten
