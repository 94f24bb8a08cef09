"""The questions that the documents ask have the answers that they show, in both databases."""

from pipelines.store.database import Store
from tests.questions import (
    DOWNSTREAM,
    QUESTIONS,
    ask_duckdb,
    ask_store,
    make_store,
    read_questions,
)

HINT = "if the new answer is right: python -m tests.questions"


def test_the_pages_that_we_ship_answer_as_documented(address, tmp_path):
    make_store(address, tmp_path)
    asked, of_exports = list(read_questions(QUESTIONS)), list(read_questions(DOWNSTREAM))
    assert (len(asked) >= 4, len(of_exports) >= 2) == (True, True)
    with Store(address) as store:
        for question, answer in asked:
            assert ask_store(store, question) == answer, HINT
    for question, answer in of_exports:
        assert ask_duckdb(tmp_path, question) == answer, HINT
