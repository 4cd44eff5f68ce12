"""Good files of every kind that import takes, for the fuzzer to spoil."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache

from coopmap.records import Collection
from coopmap.records.exchange import as_csv, as_json, package_files, selection, workbook, zipped
from tests.copies import DATA

FEW = ("operation-cumberland", "ramsi", "mh17-jit")
"""The operations that the good files are made of."""

ROWS = """Einsätze 2024;;;;

Einsatz;Datum;Land;Rolle;Behörde;Quelle
Operation Falke;12.03.2024;Deutschland;Führung;BKA;https://example.org/falke
;;Österreich;;BMI;
;;Schweiz;Beobachter;;
Operation Adler;15.04.2024;Frankreich;lead;;Le Monde
;;Czechia;;"=1+1";
"""
CELLS = """Operation,Date,Lead,Participating countries,Source
Falcon,2024-05-02,Denmark,"Norway, Korea, Republic of, Bosnia and Herzegovina and Iceland",https://example.org/a
Eagle,May 2023,,"Germany; France; Nordics",BBC
"""
ACROSS = """Operation,Year,Denmark,Germany,France,"Korea, Republic of"
Falcon,2023,L,x,,x
Eagle,2024,,x,x,
"""
DOWN = "Country\tFalcon\tEagle\nDenmark\tlead\t\nGermany\tx\tx\nFrance\t\t\u2713\n"
LIST = "- Germany\n- France (lead)\n- the Netherlands\n\u2022 \u00c5land Islands\n"
PLAIN = [{"operation": "Falcon", "countries": ["Denmark", "Norway"], "year": 2024}, {"operation": "Eagle"}]

CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
<office:body><office:spreadsheet>
<table:table table:name="Tabelle1"><table:table-column table:number-columns-repeated="16384"/>
<table:table-row table:number-rows-repeated="2">
<table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row>
<table:table-cell office:value-type="string"><text:p>Operation</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Date</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Countries</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="16381"/></table:table-row>
<table:table-row>
<table:table-cell office:value-type="string"><office:annotation><text:p>Spain</text:p></office:annotation>
<text:p>Falcon</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2024-05-02">
<text:p>02.05.24</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Denmark</text:p><text:p>the<text:s/>Netherlands</text:p>
<text:p><text:span>Nor</text:span>way</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048571">
<table:table-cell table:number-columns-repeated="16384"/>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>
"""


@cache
def samples() -> dict[str, bytes]:
    """Give good files by name; the name says what import makes of them."""
    chosen = selection(Collection.open(DATA), FEW)
    texts = {"rows.csv": ROWS, "cells.csv": CELLS, "across.csv": ACROSS, "down.tsv": DOWN, "list.txt": LIST}
    return {
        **{name: text.encode() for name, text in texts.items()},
        "rows-1252.csv": ROWS.encode("cp1252"),
        "cells-16.csv": CELLS.encode("utf-16"),
        "plain.json": json.dumps(PLAIN).encode(),
        "own.xlsx": workbook(chosen),
        "own.json": as_json(chosen),
        "own.zip": zipped(package_files(chosen)),
        "flat.csv": as_csv(chosen),
        "sheet.ods": ods(CONTENT),
        "foreign.xlsx": foreign(),
    }


def ods(content: str) -> bytes:
    """Give an OpenDocument spreadsheet as office programs write it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        packed.writestr("content.xml", content)
    return file.getvalue()


def foreign() -> bytes:
    """Give a workbook as another program writes it: dates as dates, numbers as numbers, a second sheet."""
    from datetime import UTC, datetime  # noqa: PLC0415

    import openpyxl  # noqa: PLC0415

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Joint operations"],
        [],
        [None, "Operation", "Date", "Number of countries", "Lead", "Countries"],
        [
            None,
            "Falcon",
            datetime(2024, 5, 2, tzinfo=UTC).replace(tzinfo=None),
            3,
            "Denmark",
            "Norway; Sweden",
        ],
        [
            None,
            "Eagle",
            datetime(2023, 2, 1, tzinfo=UTC).replace(tzinfo=None),
            2.0,
            None,
            "Spain and Portugal",
        ],
    ):
        sheet.append(row)
    sheet["C5"].number_format = "mmm-yy"
    book.create_sheet("Notes").append(["Ask Paul"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
