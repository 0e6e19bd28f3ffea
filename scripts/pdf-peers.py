#!/usr/bin/env python3
"""How many paragraphs of the PDFs among the fixtures come back exactly: Stet beside pdf_oxide
(PyPI, to_markdown) and pdftotext (poppler), in one run.

Build first: cargo build -p stet-intake --example read

To be fair to the others, which know no such things, their marks of Markdown and lists, words cut
at line ends, and the numbers of notes behind a full stop are taken out; and a paragraph counts if
it is one between blank lines or on a line.
"""
import html
import json
import os
import pathlib
import re
import subprocess

import pdf_oxide

ROOT = pathlib.Path(__file__).parent.parent
FIXTURES = ROOT / "tests/fixtures"
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
FILES = ["formats/article.pdf", "pdf/newspaper.pdf", "pdf/book.pdf", "pdf/ragged.pdf"]
NOTE = re.compile(r'(?<=[.,;:!?”"])\s?\[?\^?\d{1,2}\]?(?=\s|$)')


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[*_`\\]", "", text)).strip()


def written() -> list[str]:
    """Running text, quotations and items of the source, without footnotes."""
    source = (FIXTURES / "formats/article.fodt").read_text(encoding="utf-8")
    source = re.sub(r"<text:note .*?</text:note>", "", source, flags=re.S)
    styles = "Text_20_body|Quotations|Standard"
    found = re.findall(rf'<text:p text:style-name="(?:{styles})">(.*?)</text:p>', source, re.S)
    return [plain(html.unescape(re.sub(r"<[^>]+>", "", text))) for text in found]


def pieces(text: str) -> set[str]:
    found = set()
    for part in re.split(r"\n\s*\n", text.replace("\f", "\n\n")):
        found.add(plain(re.sub(r"(\w)-\n(\w)", r"\1\2", part)))
        found.add(plain(part))
        for line in part.split("\n"):
            found.add(plain(re.sub(r"^\s*(?:[-#>•]+|\d+[.)])\s*", "", line)))
    return found | {NOTE.sub("", text) for text in found}


def stet(path: pathlib.Path) -> set[str]:
    command = [TARGET / "debug/examples/read", path]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {block["text"] for block in json.loads(out)["blocks"] if not block["left_out"]}


def oxide(path: pathlib.Path) -> set[str]:
    document = pdf_oxide.PdfDocument(str(path))
    pages = range(document.page_count())
    return pieces("\n\n".join(document.to_markdown(page) for page in pages))


def poppler(path: pathlib.Path) -> set[str]:
    command = ["pdftotext", path, "-"]
    return pieces(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


paragraphs = written()
print("| file | paragraphs | Stet | pdf_oxide | pdftotext |\n|---|---|---|---|---|")
for name in FILES:
    counts = [
        sum(text in found for text in paragraphs)
        for found in (reader(FIXTURES / name) for reader in (stet, oxide, poppler))
    ]
    print(f"| {name} | {len(paragraphs)} | " + " | ".join(map(str, counts)) + " |")
