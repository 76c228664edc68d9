from samverk.config.environment import REPOSITORY, Environment, table

PAGE = REPOSITORY / "docs/handbook/operators/settings.md"


def test_every_setting_is_in_the_handbook_with_its_default():
    assert table() in PAGE.read_text(), (
        "Put what `python -m samverk.config.environment` says in the handbook."
    )


def test_every_setting_says_in_a_sentence_what_it_is():
    assert all((field.description or "").endswith(".") for field in Environment.model_fields.values())
