from django.urls import path

from samverk.base.search import views

app_name = "search"
urlpatterns = [
    path("", views.find, name="find"),
    path("forslag/", views.suggest, name="suggest"),
]
