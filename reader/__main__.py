# SPDX-License-Identifier: MIT
"""`python -m reader` and the `article-reader` command."""

import sys

from reader.app.command_line import main

if __name__ == "__main__":
    sys.exit(main())
