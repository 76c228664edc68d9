from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from samverk.parts.feedback.actions import limits
from samverk.parts.feedback.models import DailySalt, SenderCount
from samverk.parts.feedback.rules.limits import WHOLE_DAY, Limits, period, sender, wait_until

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 11, 24, 12, 4, tzinfo=STOCKHOLM)
LIMITS = Limits(in_a_period=5, in_a_day=20)
SALT = b"s" * 32


def test_the_same_address_is_the_same_sender_for_a_day() -> None:
    assert sender("192.0.2.1", salt=SALT) == sender("192.0.2.1", salt=SALT)


def test_another_days_salt_makes_another_sender() -> None:
    assert sender("192.0.2.1", salt=SALT) != sender("192.0.2.1", salt=b"t" * 32)


def test_the_address_is_not_in_the_name() -> None:
    assert "192" not in sender("192.0.2.1", salt=SALT)


def test_a_household_with_many_addresses_is_one_sender() -> None:
    assert sender("2001:db8:1:2::1", salt=SALT) == sender("2001:db8:1:2:ffff::9", salt=SALT)
    assert sender("2001:db8:1:2::1", salt=SALT) != sender("2001:db8:1:3::1", salt=SALT)


def test_an_address_is_the_same_in_its_older_and_newer_form() -> None:
    assert sender("::ffff:192.0.2.1", salt=SALT) == sender("192.0.2.1", salt=SALT)


def test_what_is_no_address_counts_as_one_sender() -> None:
    assert sender("", salt=SALT) == sender("unknown", salt=SALT)


def test_a_day_has_a_hundred_and_forty_four_periods_after_the_whole() -> None:
    assert period(NOON.replace(hour=0, minute=0)) == 1
    assert period(NOON.replace(hour=23, minute=59)) == 144


def test_the_fifth_is_let_in_and_the_sixth_waits_for_the_next_ten_minutes() -> None:
    now = period(NOON)

    assert wait_until({now: 5, WHOLE_DAY: 5}, moment=NOON, limits=LIMITS) is None
    assert wait_until({now: 6, WHOLE_DAY: 6}, moment=NOON, limits=LIMITS) == NOON.replace(minute=10)


def test_after_the_last_of_the_day_one_waits_for_the_next() -> None:
    until = wait_until({period(NOON): 1, WHOLE_DAY: 21}, moment=NOON, limits=LIMITS)

    assert until == datetime(2026, 11, 25, tzinfo=STOCKHOLM)


@pytest.mark.django_db
def test_nothing_is_left_of_a_day_that_has_passed() -> None:
    yesterday = datetime(2026, 11, 23, 23, 50, tzinfo=STOCKHOLM)
    limits.count(limits.sender(address="192.0.2.1", now=yesterday))
    limits.count(limits.sender(address="192.0.2.1", now=NOON))

    assert limits.forget(now=NOON) == 2
    assert [row.day for row in DailySalt.objects.all()] == [NOON.date()]
    assert {row.day for row in SenderCount.objects.all()} == {NOON.date()}
