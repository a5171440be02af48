"""Public pages: each validates what was asked with a form, makes its reads, renders."""
