"""A small mail server for tests, on a port of its own."""

import email
import email.policy
import socketserver
import threading
from email.message import EmailMessage
from typing import Any


class MailServer(socketserver.ThreadingTCPServer):
    """Takes mails and keeps them in `received`, or answers each recipient with `answer`."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, *, answer: str = "250 OK") -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.answer = answer
        self.received: list[tuple[list[str], EmailMessage]] = []
        self.port = self.server_address[1]

    def __enter__(self) -> "MailServer":
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class _Session(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self._say("220 test")
        recipients: list[str] = []
        while line := self.rfile.readline().decode().strip():
            verb = line.split(" ")[0].upper()
            if verb == "RCPT":
                recipients.append(line.split("<")[1].split(">")[0])
                self._say(self.server.answer)
            elif verb == "DATA":
                self._say("354 go on")
                self.server.received.append((recipients, self._message()))
                self._say("250 OK")
            else:
                self._say("221 bye" if verb == "QUIT" else "250 OK")
                if verb == "QUIT":
                    return

    def _say(self, answer: str) -> None:
        self.wfile.write(f"{answer}\r\n".encode())

    def _message(self) -> Any:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return email.message_from_bytes(b"".join(lines), policy=email.policy.default)
