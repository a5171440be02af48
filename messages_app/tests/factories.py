"""Records to test with. Every name is invented; every published one went through ``publish_article``."""

import hashlib
import itertools
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.contrib.auth.models import Permission, User

from messages_app.importing import publish_article
from messages_app.models import Article, Attribution, Company, CompanyAlias, Executive, Quote
from messages_app.parsing import PARSER_VERSION

numbers = itertools.count(1)

# An article as pasted: a title, a line with outlet and reporter, three statements of one person.
PASTE = """누리전자 새해 첫 메시지
가온경제
입력 2026.01.02. 오전 10:10

[가온경제 나래원 기자] 한가람 누리전자 사장은 2일 신년사에서 “고객이 먼저 찾는 회사가 되자”고 말했다.

한 사장은 “고객가치를 높이는 일에 아낌없이 투자하겠다”고 강조했다. 이어 “안전은 양보할 수 없다”고 덧붙였다.
"""


class Who(NamedTuple):
    """A speaker as printed."""

    name: str = "김가온"
    organisation: str = "가람텔레콤"
    title: str = "사장"


class Say(NamedTuple):
    """A quotation and its speakers."""

    text: str
    speakers: Sequence[Who] = (Who(),)
    kind: str = "statement"


def make_draft(*quotes: Say | str, **fields: Any) -> Article:
    """A draft whose body holds the quotations one below the other; a bare text is said by ``Who()``."""
    says = [Say(quote) if isinstance(quote, str) else quote for quote in quotes or ("고객을 생각합니다",)]
    number = next(numbers)
    body = f"기사 {number}\n" + "\n".join(f"“{say.text}”" for say in says)
    known: dict[str, Any] = {
        "title": f"기사 {number}",
        "outlet": "가온경제",
        "message_year": 2026,
        "published_date": date(2026, 1, 2),
        "body": body,
        "body_hash": hashlib.sha256(body.encode()).hexdigest(),
        "parser_version": PARSER_VERSION,
    }
    article = Article.objects.create(**known | fields)
    start = body.index("\n") + 2
    for place, say in enumerate(says):
        _store_quote(article, say, place, start)
        start += len(say.text) + 3
    return article


def _store_quote(article: Article, say: Say, place: int, start: int) -> None:
    # As imports do: without a history before the first change.
    (quote,) = Quote.objects.bulk_create(
        [Quote(article=article, text=say.text, start=start, end=start + len(say.text), kind=say.kind, place=place)]
    )
    Attribution.objects.bulk_create(
        Attribution(quote=quote, place=number, **who._asdict()) for number, who in enumerate(say.speakers)
    )


def make_published(*quotes: Say | str, **fields: Any) -> Article:
    """The same, published: companies and people on record, words in the index."""
    return publish_article(article_id=make_draft(*quotes, **fields).pk).article


def make_company(name: str = "가람텔레콤", *aliases: str, **fields: Any) -> Company:
    """A company with other spellings of its name."""
    company = Company.objects.create(name=name, **fields)
    for alias in aliases:
        CompanyAlias.objects.create(company=company, name=alias)
    return company


def make_executive(name: str = "김가온", *companies: Company, **fields: Any) -> Executive:
    """A person of some companies."""
    executive = Executive.objects.create(name=name, **fields)
    executive.companies.set(companies)
    return executive


def make_staff(*permissions: str) -> User:
    """Somebody who may sign in to the admin and has the permissions named, such as ``view_article``."""
    user = User.objects.create_user(f"staff{next(numbers)}", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def make_superuser() -> User:
    """Somebody who may do everything."""
    return User.objects.create_superuser(f"chief{next(numbers)}")
