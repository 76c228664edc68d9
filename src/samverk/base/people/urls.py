from django.urls import include, path

from samverk.base.people.views import account

urlpatterns = [
    path("", account.account, name="people_account"),
    path("uppgifter/", account.details, name="people_details"),
    path("mina-uppgifter.json", account.my_data, name="people_my_data"),
    path("tva-steg/", account.second_factor, name="people_second_factor"),
    path("inbjudan/<str:token>/", account.invitation, name="people_invitation"),
    path("", include("allauth.urls")),
]
