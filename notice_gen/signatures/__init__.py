"""Places for digital signatures on a PDF, and what the signatures of one say; nothing here signs.

``places.py`` where the decree wants them · ``lines.py`` the printed page as lines · ``room.py`` what is free on it ·
``fields.py`` the empty fields · ``reading.py`` what a signed PDF says, in a child with limits · ``judging.py`` the child's own work.
pyHanko is used nowhere else.
"""
