"""Words, where they were said, and how often: one index that answers every question about themes.

Both ``KeywordUse`` and ``KeywordTotal`` are derived from the published statements. They are kept right in
the transaction that changes those, and rebuilt by a command that must change nothing.
"""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from messages_app.models.company import Company
from messages_app.models.executive import Executive
from messages_app.models.quote import Quote
from messages_app.models.spots import ANYWHERE
from messages_app.models.typed import KeysField

EVERYTHING = "*"
# Totals by executive and outlet are kept for words said in this many statements (and for ``*``); those of a rarer word
# are counted from the index itself, which is as quick.
WIDE_FROM = 5000
# Where others have the number of a speaker: a quotation in a headline, of which nobody is the speaker.
IN_HEADLINE = 32_767


class Keyword(models.Model):
    """A word in the form it is counted by: a noun, the dictionary form of a verb, a foreign word in capitals.

    A word with ``counts_as`` is a synonym and adds to that word (세계 -> 글로벌); both figures can be had.
    A stop word can be searched for but is in no ranking. A compound is kept whole (인공지능). The one
    keyword of form ``*`` stands for every statement, so that questions without a word use the same index.
    """

    form = models.CharField(_("낱말"), max_length=100, unique=True)
    counts_as = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="synonyms",
        verbose_name=_("같은 뜻으로 세는 낱말"),
        help_text=_("여기 적은 낱말에 더해 셉니다. 예: 세계 → 글로벌"),
    )
    is_stop = models.BooleanField(
        _("순위에서 뺌"), default=False, help_text=_("찾을 수는 있지만 순위와 비교에는 나오지 않습니다.")
    )
    is_compound = models.BooleanField(
        _("한 낱말로 셈"), default=False, help_text=_("나누지 않고 통째로 셉니다. 띄어 써도 알아봅니다. 예: 인공지능")
    )

    typed = KeysField("form")
    initials = KeysField("form", only_initials=True)

    class Meta:
        verbose_name = _("낱말")
        verbose_name_plural = _("낱말")
        ordering = ["form"]
        indexes = [
            models.Index(name="keyword_typed", fields=["typed"]),
            models.Index(name="keyword_initials", fields=["initials"]),
            models.Index(name="keyword_compounds", fields=["form"], condition=models.Q(is_compound=True)),
        ]
        constraints = [
            models.CheckConstraint(name="keyword_form_not_blank", condition=~models.Q(form="")),
            models.CheckConstraint(
                name="keyword_not_its_own_synonym",
                condition=models.Q(counts_as__isnull=True) | ~models.Q(counts_as=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.form

    def get_absolute_url(self) -> str:
        return reverse("messages_app:keyword", args=[self.form])


FILTERED_BY = ("message_year", "house", "company", "executive", "outlet", "sort_key")


class KeywordUse(models.Model):
    """A keyword in a published statement, once for each of its speakers, with all that lists are filtered by.

    A quotation in a headline has one row, of place ``IN_HEADLINE`` and without a speaker: it is listed where somebody
    asks for such, and counted in no total.

    ``count`` is how often the word or a synonym of it was said, ``raw_count`` the word itself. ``place`` 0 is
    the first speaker: those rows alone count statements. Where a later speaker is of a company (or group)
    already given, ``company`` (or ``house``) is left empty, so that one company counts a joint statement once.
    ``spots`` says where the word itself stands (``messages_app.models.spots``).
    ``sort_key`` descends from the newest statement to the oldest, in the order of the article within one.
    """

    keyword = models.ForeignKey(Keyword, models.CASCADE, related_name="uses", db_index=False)
    quote = models.ForeignKey(Quote, models.CASCADE, related_name="keyword_uses", db_index=False)
    place = models.PositiveSmallIntegerField()
    count = models.PositiveSmallIntegerField()
    raw_count = models.PositiveSmallIntegerField()
    spots = models.BigIntegerField(db_default=ANYWHERE)
    # Whoever deletes a speaker first takes its rows to somebody else: none may go without a word.
    company = models.ForeignKey(Company, models.PROTECT, null=True, related_name="+", db_index=False)
    house = models.ForeignKey(Company, models.PROTECT, null=True, related_name="+", db_index=False)
    executive = models.ForeignKey(Executive, models.PROTECT, null=True, related_name="+", db_index=False)
    outlet = models.CharField(max_length=60)
    message_year = models.PositiveSmallIntegerField()
    sort_key = models.BigIntegerField()

    class Meta:
        constraints = [
            # The quote first: the rows of an article are written, and taken out, side by side.
            models.UniqueConstraint(name="use_once", fields=["quote", "place", "keyword"]),
        ]
        indexes = [
            # Words said together are found, and counted by everything, without a look at the rows.
            models.Index(name="use_said", fields=["keyword", "quote", "place", "spots", *FILTERED_BY]),
            models.Index(name="use_newest", fields=["keyword", "place", "-sort_key", "quote"]),
            models.Index(name="use_relevant", fields=["keyword", "place", "-count", "-sort_key", "quote"]),
            models.Index(name="use_company", fields=["keyword", "company", "message_year", "-sort_key", "quote"]),
            models.Index(name="use_house", fields=["keyword", "house", "message_year", "-sort_key", "quote"]),
            models.Index(name="use_year", fields=["keyword", "place", "message_year", "-sort_key", "quote"]),
            models.Index(name="use_executive", fields=["keyword", "executive", "message_year", "-sort_key", "quote"]),
            # With the speakers, so that what an outlet reports is counted without a look at the rows.
            models.Index(
                name="use_outlet",
                fields=["keyword", "outlet", "place", "message_year", "-sort_key", "quote"]
                + ["company", "house", "executive"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.keyword_id} in {self.quote_id}"


class KeywordTotal(models.Model):
    """How often a keyword was said under one condition: in a year, by a company, a person, an outlet, or in all.

    ``quotes`` counts statements with the word or a synonym, ``uses`` how often they say it; ``raw_quotes`` and
    ``raw_uses`` the word itself. ``value`` is the year, an id or the outlet's name. A house is a group with its
    members, or a company without a group; only members are counted as companies, too. Of all statements (``*``) it is
    kept besides what they said within a year: ``in_year``.
    """

    class Scope(models.TextChoices):
        ALL = "all"
        YEAR = "year"
        HOUSE = "house"
        COMPANY = "company"
        EXECUTIVE = "executive"
        OUTLET = "outlet"

    keyword = models.ForeignKey(Keyword, models.CASCADE, related_name="totals", db_index=False)
    scope = models.CharField(max_length=20)
    value = models.CharField(max_length=60, blank=True)
    quotes = models.PositiveIntegerField()
    uses = models.PositiveIntegerField()
    raw_quotes = models.PositiveIntegerField()
    raw_uses = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(name="total_unique", fields=["keyword", "scope", "value"])]
        indexes = [
            # With the value, so that thousands of people are added up without a look at the rows.
            models.Index(name="total_top", fields=["keyword", "scope", "-quotes", "value"]),
            models.Index(name="total_rank", fields=["scope", "value", "-quotes"]),
        ]

    def __str__(self) -> str:
        return f"{self.keyword_id} {self.scope} {self.value}: {self.quotes}"


def in_year(scope: str, year: int) -> str:
    """The scope of totals over the statements of one year: ``house`` -> ``house 2024``."""
    return f"{scope} {year}"
