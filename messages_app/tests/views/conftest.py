"""What the tests of public pages share."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def korean() -> Iterator[None]:
    """A request leaves its language behind; every test begins in Korean."""
    with translation.override("ko"):
        yield
