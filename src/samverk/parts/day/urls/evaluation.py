from django.urls import URLPattern, path

from samverk.parts.day.views import certificates, evaluation, surveys

public: list[URLPattern] = [
    path("anmalan/<str:code>/utvardering/", evaluation.evaluation, name="evaluation"),
    path("anmalan/<str:code>/intyg.pdf", certificates.certificate, name="certificate"),
    path("intyg/", certificates.check, name="check_certificate"),
]

desk: list[URLPattern] = [
    path("<int:edition_id>/intyg/", certificates.overview, name="certificates"),
    path("<int:edition_id>/intyg/<int:part>.pdf", certificates.everybodys, name="all_certificates"),
    path("<int:edition_id>/utvardering/", surveys.overview, name="evaluation"),
    path("<int:edition_id>/utvardering/borja/", surveys.begin, name="begin_survey"),
    path("<int:edition_id>/utvardering/lage/", surveys.turn, name="turn_survey"),
    path("<int:edition_id>/utvardering/citat/", surveys.quote, name="quote"),
    path("<int:edition_id>/utvardering/svar.<slug:form>", surveys.export, name="export_evaluation"),
    path("<int:edition_id>/utvardering/fragor/", surveys.questions, name="survey_questions"),
    path("<int:edition_id>/utvardering/fragor/ny/", surveys.new_question, name="new_survey_question"),
    path("<int:edition_id>/utvardering/fragor/<int:question_id>/", surveys.question, name="survey_question"),
    path(
        "<int:edition_id>/utvardering/fragor/<int:question_id>/vand/",
        surveys.turn_question,
        name="turn_survey_question",
    ),
]
