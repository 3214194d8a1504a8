"""``python -m notice_gen``: the same as the ``notice-gen`` command."""

from notice_gen.cli import main

main()
