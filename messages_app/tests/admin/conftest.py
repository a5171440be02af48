"""Who signs in to the desk."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from messages_app.tests.factories import make_staff

READER, EDITOR, CHIEF = "초안 열람자", "편집자", "편집장"
SignIn = Callable[..., Client]


def member_of(*groups: str) -> User:
    """Somebody of the staff in some of the groups."""
    user = make_staff()
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def sign_in() -> SignIn:
    """A browser in which a member of the groups named is signed in."""

    def as_member_of(*groups: str) -> Client:
        client = Client()
        client.force_login(member_of(*groups))
        return client

    return as_member_of


@pytest.fixture
def editor(sign_in: SignIn) -> Client:
    return sign_in(EDITOR)


@pytest.fixture
def chief(sign_in: SignIn) -> Client:
    return sign_in(CHIEF)
