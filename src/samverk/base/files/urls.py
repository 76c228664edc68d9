from django.urls import path

from samverk.base.files import views

app_name = "files"
urlpatterns = [path("<path:path>", views.media, name="media")]
