from __future__ import annotations

from itertools import permutations

from crawler.repeated import LONGEST_LINE, SeenLines, cut_lines, hash_line, hash_lines

FOOTER = "Mời độc giả đón đọc trên ứng dụng của báo"


def article(number: int, *shared: str) -> str:
    own = [f"Bài {number}, đoạn {part}: nội dung riêng của bài." for part in range(8)]
    return "\n".join([*own, *shared])


def find(texts: list[str], site: str = "mai") -> frozenset[int]:
    seen = SeenLines()
    for text in texts:
        seen.add(site, text)
    return seen.find_clutter()[site]


def test_a_line_of_three_articles_is_clutter_and_one_of_two_is_not() -> None:
    texts = [article(number, FOOTER) for number in range(3)]
    assert find(texts) == {hash_line(FOOTER)}
    assert find(texts[:2]) == frozenset()


def test_a_line_that_one_article_repeats_counts_once() -> None:
    assert find([article(1, FOOTER, FOOTER, FOOTER), article(2)]) == frozenset()


def test_copies_of_one_text_do_not_make_its_paragraphs_clutter() -> None:
    assert find([article(1, FOOTER)] * 4) == frozenset()


def test_long_lines_are_never_clutter() -> None:
    line = "x" * (LONGEST_LINE + 1)
    assert find([article(number, line) for number in range(4)]) == frozenset()
    assert hash_lines([line]) == []


def test_sites_do_not_know_of_one_another() -> None:
    seen = SeenLines()
    for number in range(3):
        seen.add(f"site{number}", article(number, FOOTER))
    assert set(seen.find_clutter().values()) == {frozenset()}


def test_the_verdict_does_not_depend_on_the_order_of_the_articles() -> None:
    texts = [article(number, FOOTER) for number in range(3)] + [article(0, FOOTER)]
    assert len({find(list(order)) for order in permutations(texts)}) == 1


def test_clutter_is_cut_and_told() -> None:
    clutter = frozenset({hash_line(FOOTER)})
    assert cut_lines(article(1, FOOTER), clutter) == (article(1), [FOOTER])
    assert cut_lines(article(1), clutter) == (article(1), [])


def test_a_text_is_never_cut_to_nothing() -> None:
    assert cut_lines(FOOTER, frozenset({hash_line(FOOTER)})) == (FOOTER, [])
