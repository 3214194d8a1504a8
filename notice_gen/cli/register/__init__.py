"""``notice-gen register …``: the commands of the register, gathered in ``cmd_register.py``."""
