"""Long texts are joined, whatever carriers do to their parts: pure."""

import itertools
import uuid
from dataclasses import replace

import pytest

from notifications.carriers import Place
from notifications.rules import joining
from notifications.rules.commands import Command, understand, understand_torn
from notifications.rules.joining import Joined, Part

UCS2, GBK = 8, 15
TEXT = "请帮我查一下余额"


def cut(
    text: str = TEXT,
    phone: str = "13900000001",
    reference: int = 7,
    alphabet: int = UCS2,
    step: int = 6,
) -> list[Part]:
    octets = text.encode("utf-16-be" if alphabet == UCS2 else "gb18030")
    pieces = [octets[at : at + step] for at in range(0, len(octets), step)]
    return [
        Part(
            uuid.uuid4(), phone, f"hash of {phone}", Place(f"udh8 {reference}", len(pieces), number),
            piece, alphabet, piece.hex(),
        )
        for number, piece in enumerate(pieces, start=1)
    ]  # fmt: skip


def again(part: Part) -> Part:
    return replace(part, part_id=uuid.uuid4())


def texts(joined: Joined) -> list[str]:
    return [joining.words(parts) for parts in joined.finished]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_parts_make_their_text_in_whichever_order_they_come(order: tuple[int, ...]) -> None:
    parts = cut()
    joined = joining.join([], [parts[at] for at in order])
    assert texts(joined) == [TEXT]
    assert {part.text_id for part in joined.kept} == {parts[order[0]].part_id}
    assert joining.is_whole(joined.finished[0])


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_parts_that_come_one_by_one_are_remembered(order: tuple[int, ...]) -> None:
    parts, known, told = cut(), [], []
    for at in order:
        joined = joining.join(known, [parts[at]])
        settled = [replace(part, text_id=joined.settled.get(part.part_id)) for part in known]
        known, told = [*settled, *joined.kept], told + texts(joined)
    assert told == [TEXT]
    assert len({part.text_id for part in known}) == 1
    assert None not in {part.text_id for part in known}


@pytest.mark.parametrize(("step", "alphabet"), [(5, UCS2), (3, GBK)])
def test_a_character_that_spans_two_parts_is_whole_again(step: int, alphabet: int) -> None:
    parts = cut(TEXT + "😀", alphabet=alphabet, step=step)
    assert texts(joining.join([], reversed(parts))) == [TEXT + "😀"]


def test_a_part_that_comes_twice_is_one_before_and_after_its_text_is_whole() -> None:
    first, second, third = cut()
    joined = joining.join([], [first, again(first), third, second, again(second)])
    assert texts(joined) == [TEXT]
    assert len(joined.kept) == 3
    later = joining.join(joined.kept, [again(part) for part in (first, second, third)])
    assert later == Joined()


def test_two_people_at_once_and_two_texts_of_one_are_not_mixed() -> None:
    one, other = cut(), cut("您好，我要退订短信", phone="13900000002")
    second = cut("怎么提取公积金呢，谢谢", reference=8)
    mixed = [part for group in itertools.zip_longest(one, other, second) for part in group if part]
    joined = joining.join([], mixed)
    assert sorted(texts(joined)) == sorted([TEXT, "您好，我要退订短信", "怎么提取公积金呢，谢谢"])


def test_a_reference_that_begins_again_begins_another_text() -> None:
    """The phone has counted once around while a part of its text of then never came."""
    old, new = cut("我想查询一下余额")[:2], cut()
    joined = joining.join(old, new)
    assert texts(joined) == ["我想查询一下…", TEXT]
    assert joined.settled == dict.fromkeys((part.part_id for part in old), old[0].part_id)
    assert {part.text_id for part in joined.kept} == {new[0].part_id}


@pytest.mark.parametrize(
    ("came", "text"),
    [((0, 1), "请帮我查一下…"), ((0, 2), "请帮我…余额"), ((2,), "…余额"), ((1,), "…查一下…")],
)
def test_of_a_text_that_lacks_a_part_the_gap_stays_a_gap(came: tuple[int, ...], text: str) -> None:
    parts = cut()
    waiting = joining.join([], [parts[at] for at in came]).kept
    found = joining.overdue(waiting, frozenset(part.part_id for part in waiting))
    assert texts(found) == [text]
    assert not joining.is_whole(found.finished[0])


def test_a_text_of_which_a_part_has_just_come_waits_on() -> None:
    parts = cut()[:2]
    assert joining.overdue(parts, frozenset({parts[0].part_id})) == Joined()


def test_a_part_that_comes_after_its_text_was_taken_without_it_says_nothing() -> None:
    first, second, third = cut()
    torn = [replace(part, text_id=first.part_id) for part in (first, third)]
    late = joining.join(torn, [second])
    assert late.finished == []
    assert [part.text_id for part in late.kept] == [first.part_id]
    another = cut("查一下我的公积金")
    assert texts(joining.join([*torn, *late.kept], another)) == ["查一下我的公积金"]


@pytest.mark.parametrize(
    ("text", "whole", "torn"),
    [
        ("请帮我退订…", Command.STOP, Command.STOP), ("…订阅", Command.START, Command.UNKNOWN),
        ("…余额", Command.BALANCE, Command.UNKNOWN), ("…怎么提取", Command.GUIDE, Command.UNKNOWN),
    ],
)  # fmt: skip
def test_by_half_a_text_nothing_is_done_but_an_opt_out(
    text: str, whole: Command, torn: Command
) -> None:
    """取消 + 订阅 with the first part lost would switch texts on that its sender wants off."""
    assert (understand(text), understand_torn(text)) == (whole, torn)
