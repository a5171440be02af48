"""Statements and figures in files that people go on working with."""

from messages_app.exports.comparison import comparison_as_csv
from messages_app.exports.editions import edition_as_csv, edition_as_json
from messages_app.exports.quotes import KINDS, as_csv, as_json, rights

__all__ = ["KINDS", "as_csv", "as_json", "comparison_as_csv", "edition_as_csv", "edition_as_json", "rights"]
