"""Names of states, for the rules that have them in their patterns."""

from __future__ import annotations

from collections.abc import Mapping

from pipelines.meetings import catalogue
from pipelines.meetings.sentences import read_words

MEMBERS = {
    name: country.code
    for name, country in catalogue.names_in(catalogue.countries(), "vi")
    if country.kind == "member"
}
"""Name of a member of ASEAN -> its code."""
PARTIES = {
    name: country.code
    for name, country in catalogue.names_in(catalogue.countries(), "vi")
    if country.kind in ("member", "partner")
}
"""Name of a member or a partner of ASEAN -> its code."""


def first_words(names: Mapping[str, str]) -> frozenset[str]:
    """The words that `names` begin with, in lower case."""
    return frozenset(read_words(name).keys[0] for name in names)
