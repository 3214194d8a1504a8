"""``python -I chuong-trinh``: a folder is looked for modules even by a Python that is shut off from everything else."""

import sys

from cai_dat import main

sys.exit(main(sys.argv[1:]))
