"""The questions that docs/questions.md asks have the answers that it shows, in both databases."""

from pipelines.store.database import Store
from tests.programs import run_scrapy
from tests.questions import ask, read_questions


def test_the_pages_that_we_ship_answer_as_documented(address, tmp_path):
    out = str(tmp_path / "articles.jsonl")
    for command in (("replay", "tests/pages", "-O", out, "--into", address), ("merge",)):
        run = run_scrapy(*command, timeout=180, STORE=address)
        assert run.code == 0, run.err
    with Store(address) as store:
        asked = list(read_questions())
        assert len(asked) >= 4
        for question, answer in asked:
            assert ask(store, question) == answer, "python -m tests.questions STORE writes them"
