"""Search over what is published: every word, headings first, in whatever form it was typed."""

from portal.searching import Entry, search, words_of

RENT = Entry("办事指南", "租房提取", "未备案的按规定限额计算。", "/guides/rent")
LOAN = Entry("办事指南", "偿还贷款", "可以用来租房的不在此列。", "/guides/loan")


def test_every_word_must_stand_in_it_and_headings_come_first() -> None:
    assert [hit.entry for hit in search([LOAN, RENT], "租房")] == [RENT, LOAN]
    assert [hit.entry for hit in search([LOAN, RENT], "租房 限额")] == [RENT]
    assert search([LOAN, RENT], "火星") == []
    assert search([LOAN, RENT], "   ") == []


def test_words_are_read_in_compatible_forms_and_bounded() -> None:
    assert words_of("ＡＢＣ　租房 租房") == ("abc", "租房")
    assert len(words_of(" ".join(f"词{number}" for number in range(50)))) == 8


def test_a_passage_shows_where_it_was_found() -> None:
    long = Entry("公告", "标题", "前" * 100 + "要找的词" + "后" * 200, "/")
    (hit,) = search([long], "要找的词")
    assert hit.passage == "…" + "前" * 24 + "要找的词" + "后" * 86 + "…"
