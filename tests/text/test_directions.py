"""Every block finds its own direction of writing."""

from tests.text.pages import page


def test_every_block_has_a_direction_of_its_own() -> None:
    source = "# a\n\nb\n\n> c\n\n- d\n\n1. e\n\n    f\n\n| g |\n|---|\n| h |\n"
    blocks = [
        element
        for element in page(source).iter()
        if element.tag not in {"DOCUMENT_FRAGMENT", "code", "thead", "tbody", "tr"}
    ]
    assert {element.get("dir") for element in blocks} == {"auto"}


def test_a_list_whose_text_begins_from_the_right_has_its_bullets_there() -> None:
    quote = page("> 1) שלום לכולם\n> 2) hello")[0]
    assert [element.get("dir") for element in quote.iter()] == ["rtl", "rtl", "rtl", "auto"]


def test_a_foreign_word_does_not_turn_a_list_round() -> None:
    found = page("- the word שלום means peace\n- سلام too")[0]
    assert [element.get("dir") for element in found.iter()] == ["auto", "auto", "rtl"]
