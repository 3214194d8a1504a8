"""Is this .docx right?  Bytes in, faults out; nothing here knows how our own papers are written.

``view.py`` what a rule sees · ``fault.py`` what a rule says · ``rules/`` one fault, one file, its own manual.
"""
