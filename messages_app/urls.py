"""Public addresses. Slugs are Hangul as often as not."""

import unicodedata

from django.urls import path, register_converter

from messages_app.views import (
    articles,
    companies,
    compare,
    corrections,
    editions,
    executives,
    guide,
    home,
    keywords,
    quotes,
    suggestions,
)
from messages_app.views import search as search_views

app_name = "messages_app"


class UnicodeSlug:
    """A slug of any script's letters, digits, hyphens and underscores."""

    regex = r"[\w-]+"

    def to_python(self, value: str) -> str:
        return unicodedata.normalize("NFC", value)  # Some programs take syllables apart in addresses they pass on.

    def to_url(self, value: str) -> str:
        return value


register_converter(UnicodeSlug, "uslug")

urlpatterns = [
    path("", home.home, name="home"),
    path("companies/", companies.company_list, name="companies"),
    path("companies/<uslug:slug>/", companies.company, name="company"),
    path("executives/", executives.executive_list, name="executives"),
    path("executives/<uslug:slug>/", executives.executive, name="executive"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("quotes/<int:pk>/", quotes.quote, name="quote"),
    path("keywords/<path:form>/", keywords.keyword, name="keyword"),
    path("compare/", compare.comparison, name="compare"),
    path("editions/", editions.edition_list, name="editions"),
    path("editions/<int:year>/<int:number>/", editions.edition, name="edition"),
    path("search/", search_views.search, name="search"),
    path("suggest/", suggestions.suggest, name="suggest"),
    path("help/", guide.help_page, name="help"),
    path("about/", guide.about, name="about"),
    path("corrections/", corrections.correction, name="correction"),
    path("corrections/thanks/", corrections.thanks, name="correction_thanks"),
    path("styleguide/", guide.styleguide, name="styleguide"),
]
