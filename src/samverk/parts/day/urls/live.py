from django.urls import URLPattern, path

from samverk.parts.day.views import audience, live, stage

NOW = "<slug:series>/<slug:edition>/nu/"
ASK = f"{NOW}<int:session>/"
MODERATE = "<int:edition_id>/nu/<int:session_id>/"

public: list[URLPattern] = [
    path(NOW, live.page, name="live"),
    path(f"{NOW}del/", live.part, name="live_part"),
    path(f"{NOW}handelser/", live.events, name="live_events"),
    path(ASK, audience.page, name="ask"),
    path(f"{ASK}del/", audience.part, name="ask_part"),
    path(f"{ASK}handelser/", audience.events, name="ask_events"),
    path(f"{ASK}rost/", audience.vote, name="vote"),
]
desk: list[URLPattern] = [
    path("<int:edition_id>/nu/", stage.desk, name="live"),
    path(MODERATE, stage.questions, name="moderate"),
    path(f"{MODERATE}del/", stage.questions_part, name="moderate_part"),
    path(f"{MODERATE}handelser/", stage.events, name="moderate_events"),
    path(f"{MODERATE}scen/", stage.stage, name="stage"),
    path(f"{MODERATE}scen/del/", stage.stage_part, name="stage_part"),
]
