from django.urls import URLPattern

public: list[URLPattern] = []
desk: list[URLPattern] = []
