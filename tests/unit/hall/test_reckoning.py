"""What the web hall reckons without a page, run by the Node.js that the tests have anyway."""

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from city.seed.people import social_credit_code
from shared.base.identifiers import BankCard, InvalidIdentifier, ResidentId, SocialCreditCode
from shared.base.money import yuan

NODE = Path(sys.executable).with_name("node")
LIB = Path(__file__).parents[3] / "services" / "hall" / "lib"


ANSWERS = """
import { createInterface } from 'node:readline';
const Script = (async () => {}).constructor;
const from = (name) => import(process.argv[1] + '/' + name);
for await (const line of createInterface({ input: process.stdin })) {
  const { script, given } = JSON.parse(line);
  let answer = {};
  const say = (value) => { answer = { said: value }; };
  await new Script('given', 'say', 'from', script)(given, say, from).catch((error) => {
    answer = { error: String(error.stack ?? error) };
  });
  process.stdout.write(JSON.stringify(answer) + '\\n');
}
"""
_node: "list[subprocess.Popen[str]]" = []


@pytest.fixture(scope="module", autouse=True)
def node() -> Iterator[None]:
    """One Node.js for all of them: its start takes longer than whatever is reckoned."""
    command = [NODE, "--input-type=module", "--eval", ANSWERS, LIB.as_uri()]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        _node.append(process)
        yield
        _node.clear()


def run(script: str, given_values: Any = None) -> Any:
    """Run a script that imports modules `from` the hall's and whose `say(value)` is the answer."""
    (process,) = _node
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps({"script": script, "given": given_values}) + "\n")
    process.stdin.flush()
    answer = json.loads(process.stdout.readline())
    assert "said" in answer, answer
    return answer["said"]


@settings(max_examples=5, deadline=None)
@given(st.lists(st.from_regex(r"[0-9]{15,20}", fullmatch=True), min_size=50, max_size=50))
def test_the_page_thinks_of_card_numbers_what_the_services_think(numbers: list[str]) -> None:
    numbers += ["6222021612003456788", "6222021612003456789", "6222 0216 1200 3456 788"]
    said = run(
        "const { cardProblem } = await from('ids.ts');"
        "say(given.map((number) => cardProblem(number) === null));",
        numbers,
    )
    assert said == [_parses(BankCard.parse, number) for number in numbers]


@settings(max_examples=5, deadline=None)
@given(
    st.lists(
        st.from_regex(r"371402(19[5-9][0-9])(0[1-9])(1[0-9])[0-9]{3}[0-9X]", fullmatch=True),
        min_size=50, max_size=50,
    )
)  # fmt: skip
def test_the_page_thinks_of_id_numbers_what_the_services_think(numbers: list[str]) -> None:
    numbers += ["11010519491231002X", "11010519491231002x", "110105491231002", "371402199001011239"]
    said = run(
        "const { idProblem } = await from('ids.ts');"
        "say(given.map((number) => idProblem(number) === null));",
        numbers,
    )
    assert said == [_parses(ResidentId.parse, number) for number in numbers]


@settings(max_examples=5, deadline=None)
@given(
    st.lists(
        st.from_regex(r"9137140[02]MA3C[0-9A-HJ-NP-RTUWXY]{5}[0-9A-HJ-NP-RTUWXY]", fullmatch=True),
        min_size=50, max_size=50,
    )
)  # fmt: skip
def test_the_page_thinks_of_credit_codes_what_the_services_think(codes: list[str]) -> None:
    codes += ["91110000600037341L", "91110000600037341l", "91110000600037341K"]
    codes += ["9111000060003734IL", "9111000060003734", social_credit_code(7)]
    said = run(
        "const { creditCodeProblem } = await from('ids.ts');"
        "say(given.map((code) => creditCodeProblem(code) === null));",
        codes,
    )
    assert said == [_parses(SocialCreditCode.parse, code) for code in codes]
    assert True in said


def _parses(parse: Any, text: str) -> bool:
    try:
        parse(text)
    except InvalidIdentifier:
        return False
    return True


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(-(10**14), 10**14), min_size=100, max_size=100))
def test_money_reads_as_the_services_write_it_to_the_fen(amounts: list[int]) -> None:
    amounts += [0, 1, -1, 99, 100, -100, 100_000, 6_000_000, 9_007_199_254_740_991]
    said = run("const { yuan } = await from('money.ts'); say(given.map(yuan));", amounts)
    assert [text.replace(",", "") for text in said] == [
        yuan(amount).replace(",", "") for amount in amounts
    ]


def test_money_that_is_no_whole_number_of_fen_is_an_error() -> None:
    said = run(
        "const { yuan } = await from('money.ts');"
        "say(given.map((fen) => { try { return yuan(fen); } catch (error) { return error.name; } }));",
        [0.5, 9_007_199_254_740_992, None],
    )
    assert said == ["TypeError"] * 3


def test_ratios_and_cards_are_shown_as_people_write_them() -> None:
    said = run(
        "const { grouped } = await from('ids.ts'); const { percent } = await from('money.ts');"
        "const { chineseDate } = await from('dates.ts');"
        "say([grouped('6222021612003456788'), percent(800), percent(1000), percent(550),"
        " chineseDate('2026-03-02'), chineseDate('2026-03')]);"
    )
    assert said == ["6222 0216 1200 3456 788", "8%", "10%", "5.5%", "2026年3月2日", "2026年3月"]


STREAM = (
    "retry: 500\n\n: heartbeat\n\nid: 7\nevent: progress\ndata: {\"text\":\"已受理\"}\n\n"
    "id: 8\r\nevent: progress\r\ndata: a\r\ndata: b\r\n\r\nevent: end\ndata: {}\n\ndata: unfinished"
)  # fmt: skip


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(0, len(STREAM)), max_size=12))
def test_a_stream_reads_the_same_however_it_is_cut(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(STREAM)]
    pieces = [STREAM[start:end] for start, end in pairwise(edges)]
    said = run(
        "const { EventParser } = await from('events.ts'); const parser = new EventParser();"
        "say([given.flatMap((piece) => parser.push(piece)), parser.lastEventId, parser.retryMs]);",
        pieces,
    )
    assert said == [
        [
            {"type": "progress", "data": '{"text":"已受理"}', "id": "7"},
            {"type": "progress", "data": "a\nb", "id": "8"},
            {"type": "end", "data": "{}", "id": "8"},
        ],
        "8",
        500,
    ]


FOLLOW = """
const { follow } = await from('events.ts');
const encoder = new TextEncoder();
const asked = [], events = [], live = [];
const open = async (lastEventId) => {
  asked.push(lastEventId || null);
  const next = given.shift();
  if (next === 'offline') throw Object.assign(new Error('offline'), { status: 0 });
  if (next === 'done') return { status: 204 };
  if (typeof next === 'number') throw Object.assign(new Error('no'), { status: next });
  const body = new ReadableStream({
    start(controller) { controller.enqueue(encoder.encode(next)); controller.close(); },
  });
  return { status: 200, body };
};
const signal = new AbortController().signal;
const ended = await follow(open, (event) => events.push(event.data), (on) => live.push(on), signal)
  .then(() => 'ended', (error) => error.status);
say([ended, asked, events, live.at(-1)]);
"""


@pytest.mark.parametrize(
    ("answers", "ended", "asked", "events"),
    [
        (["id: 1\ndata: a\n\nevent: end\ndata: {}\n\n"], "ended", [None], ["a"]),
        (
            [
                "retry: 1\n\nid: 1\ndata: a\n\nid: 2\ndata: cut",
                "offline",
                "id: 2\ndata: b\n\n",
                "done",
            ],
            "ended",
            [None, "1", "1", "2"],
            ["a", "b"],
        ),
        (
            ["retry: 1\n\nid: 1\ndata: a\n\n", 503, 429, "done"],
            "ended",
            [None, "1", "1", "1"],
            ["a"],
        ),
        ([404], 404, [None], []),
    ],
    ids=["to the end", "cut and resumed", "the server was away", "a stranger's application"],
)
def test_a_stream_is_resumed_after_the_last_event_until_it_ends(
    answers: list[Any], ended: Any, asked: list[str | None], events: list[str]
) -> None:
    assert run(FOLLOW, answers) == [ended, asked, events, False]


def test_a_form_keeps_its_key_until_it_was_answered_for_good() -> None:
    said = run(
        "const { FormKey } = await from('keys.ts'); let made = 0;"
        "const form = new FormKey(() => `key ${made += 1}`); const keys = [];"
        "for (const [body, status] of given) { keys.push(form.for(body)); form.answered(status); }"
        "say(keys);",
        [["a", 0], ["a", 503], ["a", 202], ["a", 422], ["b", 0], ["c", 0], ["c", 409], ["c", 201]],
    )
    assert said == ["key 1", "key 1", "key 1", "key 2", "key 3", "key 4", "key 4", "key 4"]


def test_keys_are_random_and_need_no_secure_origin() -> None:
    said = run("const { newKey } = await from('keys.ts'); say([newKey(), newKey()]);")
    assert len(set(said)) == 2
    assert all(len(key) == 32 for key in said)
    assert "randomUUID(" not in (LIB / "keys.ts").read_text("utf-8")


@settings(max_examples=3, deadline=None)
@given(st.lists(st.integers(1, 10**11 - 1), min_size=100, max_size=100))
def test_what_a_borrower_types_is_the_money_that_is_asked_for_to_the_fen(
    amounts: list[int],
) -> None:
    script = (
        "const { fenFromYuan, yuan } = await from('money.ts');"
        "say(given.map((one) => fenFromYuan(typeof one === 'string' ? one : yuan(one))));"
    )
    assert run(script, amounts) == amounts
    typed = ["50,000", "50，000.5", " 3 ", "0.07", "0", "-1", "1.234", "1e3", "", "五万"]
    assert run(script, typed) == [5_000_000, 5_000_050, 300, 7, *[None] * 6]


PASTED = (
    "6222021612003456788",
    "6222 0216 1200 3456 788",
    "6222-0216-1200-3456-788",
    "\u202d6222021612003456788\u202c",
    "６２２２０２１６１２００３４５６７８８",
    "'6222021612003456788",
    "6222021612003456788\u200b",
)


def test_r_chk_2_a_pasted_card_is_never_cut_to_another_card() -> None:
    """Cut to 18 digits it would pass Luhn, too, and be somebody else's."""
    said = run(
        "const { cardDigits, cardProblem } = await from('ids.ts');"
        "say(given.map((text) => [cardDigits(text), cardProblem(text)]));",
        [*PASTED, "6222 0216 1200 3456 788a", "6222021612003456788622"],
    )
    *good, letter, long = said
    assert good == [["6222021612003456788", None]] * len(PASTED)
    assert "只能是数字" in letter[1]
    assert "现在是22位" in long[1]


def test_r_chk_1_a_pasted_id_number_is_read_as_it_is_seen() -> None:
    texts = [
        "11010519491231002x",
        "110105 19491231 002X",
        "\u202d11010519491231002X",
        "１１０１０５１９４９１２３１００２Ｘ",
    ]
    said = run("const { cleanId } = await from('ids.ts'); say(given.map(cleanId));", texts)
    assert said == ["11010519491231002X"] * len(texts)


def test_a_day_that_does_not_exist_is_none_and_months_are_counted_over_years() -> None:
    said = run(
        "const { dayFrom, monthAfter } = await from('dates.ts');"
        "say([dayFrom('2028', '2', '29'), dayFrom('2027', '2', '29'), dayFrom('26', '1', '1'),"
        " monthAfter('2026-11', 2), monthAfter('2026-01', -1)]);"
    )
    assert said == ["2028-02-29", None, None, "2027-01", "2025-12"]


def test_a_table_as_a_file_holds_no_formula_and_leaves_amounts_alone() -> None:
    said = run(
        "const { csv } = await from('sheet.ts');"
        "say(csv(['金额', '备注'], [['+1,701.59', '=1+1'], ['-3.00', '@x \"y\"']]));"
    )
    assert said == '\ufeff"金额","备注"\r\n"+1,701.59","\'=1+1"\r\n"-3.00","\'@x ""y"""\r\n'
