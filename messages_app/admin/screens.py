"""The frame that the screens of the desk share."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def render_screen(
    model_admin: ModelAdmin, request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A ``template`` below ``admin/messages_app``, within what Django puts around the pages of its admin."""
    frame = model_admin.admin_site.each_context(request) | {"opts": model_admin.opts}
    return render(request, f"admin/messages_app/{template}", frame | context, status=status)
