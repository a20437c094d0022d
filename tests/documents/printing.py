"""PDF files written by hand: pages of lines of Courier."""

from __future__ import annotations

WIDTH = 0.6
"""How wide a sign of Courier is, in sizes of the font."""


def pdf(*pages: str, encrypted: bool = False) -> bytes:
    """A PDF file; each page is given by its drawing operators."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    kids = []
    for page in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(page.encode('cp1252'))} >>\nstream\n{page}\nendstream")
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>"
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    key = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'x' * 32}) /U ({'y' * 32}) /P -4 >> /ID [(a) (a)]"
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {key if encrypted else ''} >>"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}\nstartxref\n{len(written)}\n%%EOF"
    return written + table.encode()


def text(words: str, left: float, foot: float, size: float = 10) -> str:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size} Tf {left} {foot} Td ({escaped}) Tj ET\n"


def strike(left: float, foot: float, signs: int, height: float = 2.5) -> str:
    return f"{left} {foot + height} {signs * WIDTH * 10} 0.8 re f\n"


def lines(*words: str, left: float = 50, top: float = 700, spacing: float = 12) -> str:
    return "".join(text(line, left, top - number * spacing) for number, line in enumerate(words))
