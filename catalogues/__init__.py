"""Catalogues of messages: they are gathered from the code, translated by people, and made what gettext reads."""
