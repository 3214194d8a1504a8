"""Is this .docx right?  Bytes in, faults out; nothing here knows how our own documents are written.

``view.py`` what a rule sees · ``fault.py`` what a rule says · ``rules/`` a function a rule, its docstring its manual.
"""
