# SPDX-License-Identifier: MIT
"""`python -m reader` and the `article-reader` command."""

import sys

from reader.app.command_line import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from reader.app.bundled import first_steps

        first_steps()
    sys.exit(main())
