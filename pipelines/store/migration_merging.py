"""From version 1 to 2 of the store: the tables of merged meetings, as SQL that stays as it is."""

from __future__ import annotations

from sqlalchemy import Connection, text

NOTHING_MERGED = {"merged_article": 0, "merge_revision": 0}
"""What the table `state` says before the first merge."""

_STATEMENTS = (
    """CREATE TABLE placements (
        article {number} NOT NULL, position INTEGER NOT NULL, series {key} NOT NULL,
        year INTEGER NOT NULL, meeting {key}, PRIMARY KEY (article, position),
        FOREIGN KEY (article, position) REFERENCES meetings (article, position)
    ){rowless}""",
    "CREATE INDEX placements_by_block ON placements (series, year)",
    """CREATE TABLE unmerged (
        series {key} NOT NULL, year INTEGER NOT NULL, PRIMARY KEY (series, year)
    ){rowless}""",
    """CREATE TABLE merged (
        id {key} NOT NULL, series {key} NOT NULL, year INTEGER NOT NULL,
        revision {number} NOT NULL, sequence INTEGER NOT NULL, name TEXT, level TEXT, status TEXT,
        starts TEXT, ends TEXT, "precision" TEXT, format TEXT, city TEXT, country TEXT,
        texts INTEGER NOT NULL, reports INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (id)
    )""",
    "CREATE INDEX merged_by_block ON merged (series, year)",
    "CREATE INDEX merged_by_revision ON merged (revision)",
    "CREATE INDEX merged_by_day ON merged (starts, id)",
    """CREATE TABLE aliases (
        alias {key} NOT NULL, meeting {key}, revision {number} NOT NULL, PRIMARY KEY (alias)
    ){rowless}""",
    "CREATE INDEX aliases_by_meeting ON aliases (meeting)",
    "CREATE INDEX aliases_by_revision ON aliases (revision)",
    """CREATE TABLE merged_people (
        meeting {key} NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, title TEXT,
        country TEXT, function TEXT, texts INTEGER NOT NULL, PRIMARY KEY (meeting, position),
        FOREIGN KEY (meeting) REFERENCES merged (id)
    ){rowless}""",
    "CREATE INDEX merged_people_by_name ON merged_people (name)",
    """CREATE TABLE merged_countries (
        meeting {key} NOT NULL, country {key} NOT NULL, role {key} NOT NULL,
        PRIMARY KEY (meeting, country, role), FOREIGN KEY (meeting) REFERENCES merged (id)
    ){rowless}""",
    "CREATE INDEX merged_countries_by_country ON merged_countries (country)",
)
_WORDS = {
    "sqlite": {"number": "INTEGER", "key": "TEXT", "rowless": " WITHOUT ROWID"},
    "postgresql": {"number": "BIGINT", "key": 'TEXT COLLATE "C"', "rowless": ""},
}


def add_merging(connection: Connection) -> None:
    """Make the tables; the next merge fills them from all articles."""
    words = _WORDS[connection.dialect.name]
    for statement in _STATEMENTS:
        connection.execute(text(statement.format(**words)))
    for name, value in NOTHING_MERGED.items():
        row = {"name": name, "value": value}
        connection.execute(text("INSERT INTO state (name, value) VALUES (:name, :value)"), row)
