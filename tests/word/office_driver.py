"""Passes questions on to what answers them inside LibreOffice; run by a Python that has uno, never imported.

It is given the pipe on which LibreOffice listens and the file that answers. Each line of the input is a question; each
line of the output is the answer to it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import NamedValue
from com.sun.star.connection import NoConnectException
from office_reader import NAME


def connect(pipe: str, patience: float = 200.0) -> Any:
    """Give LibreOffice's component context, waiting until it has started; `patience` is in seconds."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + patience
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def answer_all(pipe: str, file: str) -> None:
    """Have a file loaded by LibreOffice, and ask it one question a line until there are no more."""
    context = connect(pipe)
    loader = context.ServiceManager.createInstanceWithContext("com.sun.star.loader.Python", context)
    factory = loader.activate(NAME, "", Path(file).as_uri(), None)
    reader = factory.createInstanceWithContext(context)
    for line in sys.stdin:
        print(reader.execute((NamedValue("question", line),)), flush=True)


if __name__ == "__main__":
    answer_all(*sys.argv[1:])
