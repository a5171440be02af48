"""The words said most, list beside list."""

from collections.abc import Sequence
from dataclasses import dataclass

from messages_app.models import Company, Edition
from messages_app.reports.editions import last_editions
from messages_app.search import frequent_words, frequent_words_in, themes_of_year

LENGTH = 10


@dataclass(frozen=True, slots=True)
class Ranking:
    """The words of a year or a company, each with the statements it is in, most first; the last edition of a year."""

    of: int | Company
    words: list[tuple[str, int]]
    edition: Edition | None = None


def words_of_years(years: Sequence[int]) -> list[Ranking]:
    """A ranking for each year: a query each, and one for their editions."""
    frozen = last_editions(years)
    return [Ranking(year, themes_of_year(year, LENGTH), frozen.get(year)) for year in years]


def words_of_companies(companies: Sequence[Company], years: tuple[int, int] | None = None) -> list[Ranking]:
    """A ranking for each company, a group's with its members', of all it said or of some years: a query each.

    One more for some years.
    """
    if years:
        words = frequent_words_in(companies, years, LENGTH)
        return [Ranking(company, said) for company, said in zip(companies, words, strict=True)]
    return [Ranking(company, frequent_words(company, LENGTH)) for company in companies]
