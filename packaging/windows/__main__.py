"""``python -I chuong-trinh``: a folder is looked for modules even by a Python that is shut off from everything else."""

import sys

from cai_dat import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
