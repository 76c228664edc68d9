from django.urls import URLPattern, path

from samverk.parts.day.views import attendance, checkin, doors
from samverk.parts.day.views import checkin_data as data

HERE = "<int:edition_id>/incheckning/"

public: list[URLPattern] = [path("dorr/<str:secret>/", doors.door, name="door")]
desk: list[URLPattern] = [
    path(HERE, checkin.page, name="checkin"),
    path(f"{HERE}slapp-in/", checkin.admit, name="checkin_admit"),
    path(f"{HERE}utan-anmalan/", checkin.walk_in, name="checkin_walk_in"),
    path(f"{HERE}stang/", checkin.leave, name="checkin_leave"),
    path(f"{HERE}lista.json", data.the_list, name="checkin_list"),
    path(f"{HERE}nytt.json", data.news, name="checkin_news"),
    path(f"{HERE}skicka/", data.send, name="checkin_send"),
    path(f"{HERE}kod/", data.code, name="checkin_code"),
    path(f"{HERE}telefon.js", data.worker, name="checkin_worker"),
    path(f"{HERE}app.webmanifest", data.manifest, name="checkin_manifest"),
    path(f"{HERE}skarm/", attendance.counter, name="checkin_counter"),
    path(f"{HERE}skarm/siffror/", attendance.numbers, name="checkin_numbers"),
    path("<int:edition_id>/dorrar/", doors.doors, name="doors"),
    path("<int:edition_id>/dorrar/<int:door_id>/stang/", doors.close, name="close_door"),
    path("<int:edition_id>/dorrar/passager/<int:passage_id>/", doors.settle, name="settle_passage"),
    path("<int:edition_id>/narvaro/", attendance.attendance, name="attendance"),
    path("<int:edition_id>/narvaro.<slug:form>", attendance.export, name="export_attendance"),
]
