"""From version 2 to 3 of the store: views for questions to the merged meetings, as SQL."""

from __future__ import annotations

from sqlalchemy import Connection, text

VIEWS = {
    "upcoming": """
        SELECT id, series, name, starts, ends, "precision", format, city, country, texts
        FROM merged WHERE status IN ('upcoming', 'proposed')""",
    "by_country": """
        SELECT c.country, c.role, m.id, m.series, m.name, m.status, m.starts, m.ends, m.city
        FROM merged_countries c JOIN merged m ON m.id = c.meeting""",
    "who_met_whom": """
        SELECT a.name AS one, a.country AS one_country, b.name AS other, b.country AS other_country,
            m.id, m.series, m.status, m.starts, m.city
        FROM merged_people a
        JOIN merged_people b ON b.meeting = a.meeting AND b.country <> a.country
        JOIN merged m ON m.id = a.meeting""",
}
"""What is announced; which meetings a country hosts, chairs or takes part in; which people of
different countries are named at one meeting, each pair both ways round."""


def add_views(connection: Connection) -> None:
    """Make the views."""
    for name, query in VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query}"))
