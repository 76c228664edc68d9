"""Traces for OpenTelemetry, when the operator names a collector. Nothing of it is loaded otherwise."""

from typing import Any

NOT_TRACED = "healthz,readyz,metrics,static/"
# What says who asked, or for what they searched: in OpenTelemetry's older and newer names.
PERSONAL = (
    *("net.peer.ip", "http.client_ip", "http.user_agent", "client.address", "network.peer.address"),
    *("user_agent.original", "url.query"),
)
ADDRESSES = ("http.url", "http.target", "url.full", "url.path")


def start(endpoint: str) -> None:
    """Send a trace of every request and its database queries to the collector at `endpoint`."""
    if not endpoint:
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    trace(BatchSpanProcessor(OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces")))


def trace(processor: Any) -> Any:
    """Have Django and psycopg traced, each finished span given to `processor`; return the provider of
    traces."""
    from opentelemetry.instrumentation.django import DjangoInstrumentor
    from opentelemetry.instrumentation.psycopg import PsycopgInstrumentor
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider

    provider = TracerProvider(resource=Resource.create({"service.name": "samverk"}))
    provider.add_span_processor(processor)
    DjangoInstrumentor().instrument(
        tracer_provider=provider, request_hook=_without_the_person, excluded_urls=NOT_TRACED
    )
    PsycopgInstrumentor().instrument(tracer_provider=provider, skip_dep_check=True)
    return provider


def _without_the_person(span: Any, request: Any) -> None:
    attributes = dict(span.attributes or {})
    for name in PERSONAL:
        if name in attributes:
            span.set_attribute(name, "")
    for name in ADDRESSES:
        if name in attributes:
            span.set_attribute(name, str(attributes[name]).partition("?")[0])
    span.set_attribute("samverk.request_id", request.META.get("HTTP_X_REQUEST_ID", ""))
