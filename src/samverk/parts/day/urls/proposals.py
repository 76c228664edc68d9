from django.urls import URLPattern, path

from samverk.parts.day.views import letters, proposals, reviewing

public: list[URLPattern] = [
    path("forslag/<str:code>/", proposals.proposed, name="proposed"),
    path("forslag/<str:code>/andra/", proposals.change, name="change_proposal"),
    path("forslag/<str:code>/dra-tillbaka/", proposals.withdraw, name="withdraw_proposal"),
    path("<slug:series>/<slug:edition>/forslag/", proposals.propose, name="propose"),
]
desk: list[URLPattern] = [
    path("<int:edition_id>/forslag/", reviewing.proposals, name="proposals"),
    path("<int:edition_id>/forslag/inbjudan/", reviewing.call, name="call"),
    path("<int:edition_id>/forslag/bild/<int:person_id>/", reviewing.portrait, name="proposed_portrait"),
    path("<int:edition_id>/forslag/<int:proposal_id>/", reviewing.proposal, name="proposal"),
    path("<int:edition_id>/forslag/<int:proposal_id>/lank/", reviewing.send_link, name="proposal_link"),
    path(
        "<int:edition_id>/forslag/<int:proposal_id>/beslut/<slug:verdict>/", reviewing.decide, name="decide"
    ),
    path("<int:edition_id>/brev/", letters.letters, name="letters"),
    path("<int:edition_id>/brev/<slug:letter>/<str:language>/", letters.letter, name="letter"),
    path("<int:edition_id>/utskick/<slug:letter>/", letters.announce, name="announce"),
    path("<int:edition_id>/stall-in/", letters.cancel, name="cancel_edition"),
]
