import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

# A page that asks the database for nothing.
ASK = """
import io, os, sys
sys.path.insert(0, ".")
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
from samverk.config.wsgi import application
environ = {
    "REQUEST_METHOD": "GET", "PATH_INFO": "/media/none", "QUERY_STRING": "namn=Anna",
    "HTTP_HOST": "localhost",
    "SERVER_NAME": "localhost", "SERVER_PORT": "80", "REMOTE_ADDR": "192.0.2.7",
    "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
}
b"".join(application(environ, lambda *_: None))
print("opentelemetry.sdk" in sys.modules)
"""


class Collector(BaseHTTPRequestHandler):
    """Keeps what it is sent."""

    received: list[tuple[str, bytes]] = []

    def do_POST(self):
        Collector.received.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        return


def ask(monkeypatch, endpoint: str) -> str:
    monkeypatch.setenv("SAMVERK_TELEMETRY_ENDPOINT", endpoint)
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.strip()


def test_nothing_of_it_is_loaded_when_no_collector_is_named(monkeypatch):
    assert ask(monkeypatch, "") == "False"


def test_a_trace_reaches_the_collector_and_says_nothing_about_who_asked(monkeypatch):
    Collector.received.clear()
    with HTTPServer(("127.0.0.1", 0), Collector) as collector:
        threading.Thread(target=collector.serve_forever, daemon=True).start()
        ask(monkeypatch, f"http://127.0.0.1:{collector.server_port}")
        collector.shutdown()

    [(path, sent)] = Collector.received
    assert path == "/v1/traces"
    assert b"samverk" in sent
    assert b"Anna" not in sent
    assert b"192.0.2.7" not in sent
