"""The scripts of the web hall that decide something, run by the Node.js that the tests have anyway."""

import json
import subprocess
import sys
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.base.identifiers import BankCard, InvalidIdentifier, ResidentId
from shared.base.money import yuan

NODE = Path(sys.executable).with_name("node")
WEB = Path(str(resources.files("gateway").joinpath("web")))
STORAGE = """
globalThis.sessionStorage = { getItem: () => null, setItem() {}, removeItem() {} };
globalThis.localStorage = { getItem: () => null, setItem() {} };
"""


def run(script: str, given_values: Any = None) -> Any:
    """Run a module whose `say(value)` is the answer."""
    text = (
        f"{STORAGE}\nconst given = {json.dumps(given_values)};\n"
        "const say = (value) => process.stdout.write(JSON.stringify(value));\n"
        f"const from = (name) => import({json.dumps(WEB.as_uri())} + '/' + name);\n{script}"
    )
    done = subprocess.run(
        [NODE, "--input-type=module", "-"],
        input=text, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@settings(max_examples=5, deadline=None)
@given(st.lists(st.from_regex(r"[0-9]{15,20}", fullmatch=True), min_size=50, max_size=50))
def test_the_page_thinks_of_card_numbers_what_the_services_think(numbers: list[str]) -> None:
    numbers += ["6222021612003456788", "6222021612003456789", "6222 0216 1200 3456 788"]
    said = run(
        "const { cardProblem } = await from('numbers.js');"
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
        "const { idProblem } = await from('numbers.js');"
        "say(given.map((number) => idProblem(number) === null));",
        numbers,
    )
    assert said == [_parses(ResidentId.parse, number) for number in numbers]


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
    said = run("const { yuan } = await from('numbers.js'); say(given.map(yuan));", amounts)
    assert [text.replace(",", "") for text in said] == [
        yuan(amount).replace(",", "") for amount in amounts
    ]


def test_money_that_is_no_whole_number_of_fen_is_an_error() -> None:
    said = run(
        "const { yuan } = await from('numbers.js');"
        "say(given.map((fen) => { try { return yuan(fen); } catch (error) { return error.name; } }));",
        [0.5, 9_007_199_254_740_992, None],
    )
    assert said == ["TypeError"] * 3


def test_ratios_and_cards_are_shown_as_people_write_them() -> None:
    said = run(
        "const { grouped, percent, chineseDate } = await from('numbers.js');"
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
        "const { EventParser } = await from('stream.js'); const parser = new EventParser();"
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
const { follow } = await from('stream.js');
const encoder = new TextEncoder();
const asked = [], events = [], live = [];
const open = async (headers) => {
  asked.push(headers['Last-Event-ID'] || null);
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
        "const { FormKey } = await from('api.js'); let made = 0;"
        "const form = new FormKey(() => `key ${made += 1}`); const keys = [];"
        "for (const [body, status] of given) { keys.push(form.for(body)); form.answered(status); }"
        "say(keys);",
        [["a", 0], ["a", 503], ["a", 202], ["a", 422], ["b", 0], ["c", 0], ["c", 409], ["c", 201]],
    )
    assert said == ["key 1", "key 1", "key 1", "key 2", "key 3", "key 4", "key 4", "key 4"]


def test_keys_are_random_and_need_no_secure_origin() -> None:
    said = run("const { newKey } = await from('api.js'); say([newKey(), newKey()]);")
    assert len(set(said)) == 2
    assert all(len(key) == 32 for key in said)
    assert "randomUUID(" not in (WEB / "api.js").read_text("utf-8")


RENEWAL = """
const calls = [];
globalThis.fetch = async (path, options) => {
  const call = `${options.method} ${path} ${(options.headers.Authorization || '').slice(7)}`;
  calls.push(call.trim());
  const answer = (status, body) => new Response(JSON.stringify(body), { status });
  const tokens = (access_token, refresh_token) => ({ access_token, refresh_token, name: '张*' });
  if (path === '/api/gateway/sessions') return answer(201, tokens('old', 'r1'));
  if (path === '/api/gateway/tokens') return given.refused
    ? answer(401, { title: 'refresh-reused', detail: '已退出登录' })
    : answer(200, tokens('new', 'r2'));
  return options.headers.Authorization === 'Bearer new' ? answer(200, { ok: true }) : answer(401, {});
};
const api = await from('api.js');
let ended = 0;
api.whenSessionEnds(() => { ended += 1; });
await api.logIn('c', '123456');
const tried = (path) => api.get(path).then(() => 'ok', (error) => error.message);
const results = await Promise.all(['/a', '/b'].map(tried));
const renewals = calls.filter((call) => call.includes('tokens')).length;
say([results, renewals, ended, api.currentSession()?.refresh_token ?? null]);
"""


def test_an_expired_token_is_renewed_once_for_all_calls_that_wait() -> None:
    assert run(RENEWAL, {"refused": False}) == [["ok", "ok"], 1, 0, "r2"]


def test_a_session_that_cannot_be_renewed_ends_with_the_gateways_own_words() -> None:
    results, _, ended, session = run(RENEWAL, {"refused": True})
    assert results == ["已退出登录", "已退出登录"]
    assert (ended, session) == (1, None)


@settings(max_examples=3, deadline=None)
@given(st.lists(st.integers(1, 10**11 - 1), min_size=100, max_size=100))
def test_what_a_borrower_types_is_the_money_that_is_asked_for_to_the_fen(
    amounts: list[int],
) -> None:
    script = (
        "const { fenFromYuan, yuan } = await from('numbers.js');"
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
        "const { cardDigits, cardProblem } = await from('numbers.js');"
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
    said = run("const { cleanId } = await from('numbers.js'); say(given.map(cleanId));", texts)
    assert said == ["11010519491231002X"] * len(texts)


def test_no_field_of_the_page_cuts_what_is_pasted() -> None:
    assert "maxlength" not in (WEB / "index.html").read_text("utf-8")


DRAFT = """
const { Draft, fill, personOf } = await from('drafts.js');
const field = (type, id, value, checked = false) =>
  ({ type, id, name: 'kind', value, checked, told: 0, dispatchEvent() { this.told += 1; } });
const form = (card, first) => [
  field('radio', '', 'retirement', first), field('radio', '', 'sentenced', !first),
  field('text', 'card', card),
];
const token = (sub) => `x.${btoa(JSON.stringify({ sub })).replace(/=+$/, '')}.y`;
const draft = new Draft();
draft.keep(personOf(token('a')), '#/withdraw', form('6222 0216', false));
const kept = draft.take(personOf(token(given.by)));
const shown = form('', true);
if (kept) fill(shown, kept.fields);
say([kept && kept.address, shown.map((one) => [one.checked, one.value, one.told]), draft.take('a')]);
"""


def test_a_form_comes_back_filled_after_the_same_persons_login() -> None:
    address, fields, again = run(DRAFT, {"by": "a"})
    assert address == "#/withdraw"
    assert fields == [[False, "retirement", 0], [True, "sentenced", 2], [False, "6222 0216", 2]]
    assert again is None


def test_nobody_else_sees_what_was_filled_in() -> None:
    address, fields, again = run(DRAFT, {"by": "b"})
    assert (address, again) == (None, None)
    assert fields == [[True, "retirement", 0], [False, "sentenced", 0], [False, "", 0]]
