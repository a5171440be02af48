"""The addresses of records are those that Django gives, in every language and below every prefix."""

from collections.abc import Iterator

import pytest
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils import translation

from messages_app.models.addresses import address_of


@pytest.fixture(params=["/", "/archive/"])
def prefix(request: pytest.FixtureRequest) -> Iterator[str]:
    before = get_script_prefix()
    set_script_prefix(request.param)
    yield request.param
    set_script_prefix(before)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("view", "key"),
    [
        ("quote", 1),
        ("quote", 2**63 - 1),
        ("article", 9876543210),
        ("company", "가람텔레콤"),
        ("company", "kt-2"),
        ("company", "9876543210"),
        ("executive", "김가온_2"),
    ],
)
def test_an_address_is_the_one_of_reverse(language: str, view: str, key: str | int, prefix: str) -> None:
    with translation.override(language):
        address = address_of(f"messages_app:{view}", key)
        assert address == reverse(f"messages_app:{view}", args=[key])
    assert address.startswith(prefix)
