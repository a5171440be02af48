"""Choices of a facet as HTML."""

from messages_app.templatetags.facets import choices
from messages_app.views.browsing import FacetLink


def test_a_choice_leads_to_its_address_and_keeps_its_place() -> None:
    html = choices([FacetLink("가람 텔레콤", "가람 텔레콤", 1234, "/search/?q=a&company=b", False)], "company")
    assert html == (
        '<li><a id="company-가람-텔레콤" href="/search/?q=a&amp;company=b" data-hx-get="/search/?q=a&amp;company=b"'
        ' rel="nofollow"><span lang="ko">가람 텔레콤</span> <span class="count">1,234</span></a></li>'
    )


def test_only_the_choice_in_force_is_marked_so() -> None:
    html = choices([FacetLink("2025", "2025", 1, "/a", False), FacetLink("2026", "2026", 2, "/b", True)], "year")
    first, second = html.splitlines()
    assert "aria-current" not in first and 'aria-current="true"' in second


def test_markup_in_a_name_is_text() -> None:
    html = choices([FacetLink("<b>'\"&{url}", "<b>'\"&{url}", 1, '/?q="><script>', False)], "outlet")
    assert "<b>" not in html and "<script>" not in html and "&quot;&gt;&lt;script&gt;" in html and "{url}" in html
