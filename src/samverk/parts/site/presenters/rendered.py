"""The same data makes the same page, so it is rendered once.

It cannot be out of date as a cache can: the data is asked for at every view, and the HTML given again only if
all of it is the same. So a page's template shows nothing but `view` and `frame`.
"""

from collections import OrderedDict

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from samverk.parts.site.presenters import frame as frames

KEPT = 256

_kept: OrderedDict[object, str] = OrderedDict()


def answer(request: HttpRequest, response: TemplateResponse) -> HttpResponse:
    """The answer that shows a page. Previews, lists and pages of those signed in are rendered each time."""
    shown, frame = response.context_data or {}, frames.build(request)
    view = shown["view"]
    shown["frame"] = frame
    if getattr(request, "is_preview", False) or view.page_of_list or frame.user or frame.messages:
        return response
    return HttpResponse(_once((response.template_name, view, frame), response))


def _once(key: object, response: TemplateResponse) -> str:
    html = _kept.get(key)
    if html is None:
        html = _kept[key] = response.rendered_content
        if len(_kept) > KEPT:
            _kept.popitem(last=False)
    return html
