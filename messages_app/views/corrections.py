"""Readers report what is wrong; the report waits on the editors' desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from messages_app.forms import CorrectionForm
from messages_app.importing import ImportRefused, file_correction
from messages_app.models import Quote
from messages_app.numbers import read_number
from messages_app.search import statements, with_speakers
from messages_app.views.senders import sender

TOO_MANY = 429


@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest) -> HttpResponse:
    """The form, about the quote of ``?quote=`` where there is one; after sending, a page of thanks."""
    form = CorrectionForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = _send(request, form)
        if status == 200:
            return redirect("messages_app:correction_thanks")
    context = {"form": form, "quote": _quote(request), "editable": status != TOO_MANY}
    return render(request, "messages_app/correction.html", context, status=status)


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "messages_app/correction_thanks.html")


def _send(request: HttpRequest, form: CorrectionForm) -> int:
    """File the report; the status to answer with. One that fell into the trap looks sent and is not kept."""
    if not form.is_valid():
        return 400
    given = form.cleaned_data
    if given["website"]:
        return 200
    quote = _quote(request)
    try:
        file_correction(
            text=given["text"], contact=given["contact"], sender=sender(request), quote_id=quote.pk if quote else None
        )
    except ImportRefused as refusal:
        form.add_error(None if refusal.code == "too_many" else "text", str(refusal.message))
        return TOO_MANY if refusal.code == "too_many" else 400
    return 200


def _quote(request: HttpRequest) -> Quote | None:
    number = read_number(request.GET.get("quote"))
    return with_speakers(statements()).filter(pk=number).first() if number else None
