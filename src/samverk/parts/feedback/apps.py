from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """What people say about a page, and the answer they get."""

    name = "samverk.parts.feedback"
    label = "feedback"

    def ready(self) -> None:
        """Put the form for comments at the foot of pages, receive reports, and name what editors do."""
        from samverk.base.audit import registry as history
        from samverk.parts.feedback.presenters import reports as report_form
        from samverk.parts.feedback.registry import HISTORY
        from samverk.parts.feedback.views import foot as form
        from samverk.parts.site.registry import foot, reports

        foot.register("feedback", form.foot)
        reports.register(report_form.address)
        history.register(HISTORY)
