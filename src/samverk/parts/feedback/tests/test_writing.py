from samverk.parts.feedback.rules import writing
from samverk.parts.feedback.rules.writing import clean, page_path


def test_only_spaces_is_nothing() -> None:
    assert clean(" \t\r\n \u3000\u00a0 \u200b\n") == ""


def test_every_kind_of_newline_becomes_one_kind() -> None:
    assert clean("ett\r\ntvå\rtre\u2028fyra") == "ett\ntvå\ntre\nfyra"


def test_more_than_one_empty_line_becomes_one() -> None:
    assert clean("ett\n\n \n\n\ntvå") == "ett\n\ntvå"


def test_characters_that_turn_the_direction_of_writing_are_taken_away() -> None:
    assert clean("a\u202eb\u202dc\u2066d\u2069e\u200ff") == "abcdef"


def test_arabic_itself_is_left_as_it_is() -> None:
    assert clean("مرحبا بالعالم") == "مرحبا بالعالم"


def test_nothing_unseen_hides_between_digits() -> None:
    assert clean("8\u200b1\u200d2\u20602\ufeff8\u200c9\u00ad-9873") == "812289-9873"


def test_joined_emoji_stay_joined() -> None:
    assert clean("👩\u200d🔧") == "👩\u200d🔧"


def test_letters_written_in_two_characters_become_one() -> None:
    assert clean("a\u030angstro\u0308m") == "ångström"


def test_control_characters_and_halves_of_characters_are_taken_away() -> None:
    assert clean("a\x07b\x1bc\x9bd\ud800") == "abcd\ufffd"


def test_a_null_is_noticed() -> None:
    assert writing.holds_null("a\0b")
    assert not writing.holds_null("ab")


def test_markup_is_plain_text() -> None:
    assert clean("<script>alert(1)</script> & <b>") == "<script>alert(1)</script> & <b>"


def test_a_path_of_the_site_is_kept() -> None:
    assert page_path("/en/news/day/?q=1#top") == "/en/news/day/"


def test_what_leads_elsewhere_is_the_home_page() -> None:
    for elsewhere in ("", "https://example.org/", "//example.org/", "javascript:alert(1)", "/\\example.org"):
        assert page_path(elsewhere) == "/", elsewhere


def test_a_long_path_is_cut() -> None:
    assert len(page_path("/" + "a" * 1000)) == writing.LONGEST_PATH
