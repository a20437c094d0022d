"""reslint in LibreOffice Writer: findings as comments, corrections as tracked changes.

Runs in the Python that LibreOffice brings, 3.8 or newer, and needs nothing beyond it; reslint is another program.
"""
