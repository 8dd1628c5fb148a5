# SPDX-License-Identifier: MIT
"""`python -m reader` and the `article-reader` command."""

import sys

from reader.app.command_line import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a bundle starts the workers of a scan by its own name
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
