"""OpenDocument text: what LibreOffice writes, with both sides of its tracked changes."""
