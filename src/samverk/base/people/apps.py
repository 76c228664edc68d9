from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    """People and how they sign in."""

    name = "samverk.base.people"
    label = "people"
    default = True

    def ready(self) -> None:
        """Listen to the packages that people sign in with, and name what people do."""
        from samverk.base.audit import registry as history
        from samverk.base.people import receivers
        from samverk.base.people.registry import HISTORY

        receivers.connect()
        history.register(HISTORY)


class WagtailUsersConfig(WagtailUsersAppConfig):
    """Wagtail's users, with our own screens: roles are given in organisations, not by ticking groups."""

    user_viewset = "samverk.base.people.wagtail_hooks.PeopleViewSet"
    group_viewset = "samverk.base.people.wagtail_hooks.GroupsAreRoles"
