"""Files as editors have them, read: what is uploaded becomes texts of articles, or a reason why not."""

from messages_app.importing.intake.archives import DOCUMENTS, TABLES, Item, open_files
from messages_app.importing.intake.decoding import decode
from messages_app.importing.intake.documents import ReadArticle, read_document, read_text
from messages_app.importing.intake.tables import COLUMNS, Table, compose, read_table, recognise_columns

__all__ = [
    "COLUMNS",
    "DOCUMENTS",
    "TABLES",
    "Item",
    "ReadArticle",
    "Table",
    "compose",
    "decode",
    "open_files",
    "read_document",
    "read_table",
    "read_text",
    "recognise_columns",
]
