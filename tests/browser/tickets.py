"""A camera that looks at a ticket: a film of a QR code, which Chromium takes for what its camera sees."""

from pathlib import Path

import segno

WIDTH, HEIGHT, FRAMES = 640, 480, 10
GREY, PAPER, INK = 120, 235, 16
QUIET = 4


def film_of(code: str, file: Path) -> Path:
    """Write a film (YUV4MPEG2, which needs no encoder) of somebody who holds up a ticket with this code."""
    rows = [list(row) for row in segno.make(code, error="m").matrix_iter(border=QUIET)]
    scale = int(HEIGHT * 0.8) // len(rows)
    side = len(rows) * scale
    left, top = (WIDTH - side) // 2, (HEIGHT - side) // 2
    luma = bytearray([GREY]) * (WIDTH * HEIGHT)
    for y in range(side):
        line = bytearray(INK if rows[y // scale][x // scale] else PAPER for x in range(side))
        start = (top + y) * WIDTH + left
        luma[start : start + side] = line
    colour = bytes([128]) * (WIDTH * HEIGHT // 2)
    head = f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode()
    file.write_bytes(head + (b"FRAME\n" + bytes(luma) + colour) * FRAMES)
    return file
