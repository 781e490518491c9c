"""The pages about the house can be read by anybody and are reached from every page."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("url", "title", "says"),
    [
        ("/about/how/", "How elections work here", "never ends earlier than announced"),
        ("/about/privacy/", "What is stored about you", "rounded to the day"),
    ],
)
def test_anybody_reads_how_the_house_works(url: str, title: str, says: str) -> None:
    page = Client().get(url).content.decode()
    assert f"<title>{title} · Hustings</title>" in page
    assert says in page


def test_every_page_leads_there() -> None:
    page = Client().get("/about/how/").content.decode()
    assert '<a href="/about/how/">How elections work here</a>' in page
    assert '<a href="/about/privacy/">What is stored about you</a>' in page
    assert '<a href="/journal/">Journal</a>' in page


def test_signing_in_leads_back_to_the_page_one_came_from() -> None:
    page = Client().get("/about/how/").content.decode()
    assert "?next=%2Fabout%2Fhow%2F" in page
