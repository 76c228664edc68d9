"""Things stay small enough to be read in one look. The rare exception is listed here, with its reason."""

from tests.contracts import source

LINES_OF_A_FUNCTION = 34
LINES_OF_A_MODULE = 320
LINES_OF_A_TEMPLATE = 85

LONGER_FOR_A_REASON = {
    "src/samverk/config/settings.py": "Django's settings are one list, read from top to bottom",
}


def test_a_function_fits_in_one_look() -> None:
    too_long = [
        f"{source.place(path)}: {function.name} ({source.length(function)} lines)"
        for path in source.modules()
        for function in source.functions(path)
        if source.length(function) > LINES_OF_A_FUNCTION
    ]

    assert too_long == []


def test_a_module_is_read_in_one_sitting() -> None:
    too_long = [
        f"{source.place(path)} ({lines} lines)"
        for path in source.modules()
        if (lines := len(path.read_text().splitlines())) > LINES_OF_A_MODULE
        and source.place(path) not in LONGER_FOR_A_REASON
    ]

    assert too_long == []


def test_a_template_fits_on_two_screens() -> None:
    too_long = [
        f"{source.place(path)} ({lines} lines)"
        for path in source.templates()
        if (lines := len(path.read_text().splitlines())) > LINES_OF_A_TEMPLATE
    ]

    assert too_long == []


def test_no_exception_is_kept_longer_than_needed() -> None:
    not_needed = [
        name
        for name in LONGER_FOR_A_REASON
        if len((source.REPOSITORY / name).read_text().splitlines()) <= LINES_OF_A_MODULE
    ]

    assert not_needed == []
