from django.urls import path

from samverk.base.files.views import media

app_name = "files"
urlpatterns = [path("<path:path>", media.media, name="media")]
