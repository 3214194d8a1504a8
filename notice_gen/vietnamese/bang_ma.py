"""Text typed with the fonts of before Unicode: it reads right in ``.VnTime`` or ``VNI-Times`` alone.

TCVN 5712:1993 (ABC fonts) and VNI write Vietnamese letters with the codes of Western letters and signs.
Pasted into a Unicode file such a text is valid, and prints as ``x· héi`` or ``xaõ hoäi``.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Signs that TCVN3 puts in the place of commonest letters, inside a word; quotes and the soft hyphen also
# occur in good text and do not count.
_TCVN3 = re.compile(r"[a-zà-ÿ]«[a-zà-ÿ]|[a-zà-ÿ][¸µ¶·¹¾¼½©®ª¬¨]|[¸µ¶·¹¾¼½©®ª¬¨§][a-zà-ÿ]", re.IGNORECASE)
# VNI writes the tone as a letter of its own after the vowel; no Vietnamese word has these pairs.
_VNI = re.compile(r"[aeouyôö][øûïäëåõù]", re.IGNORECASE)
_MODERN = re.compile(r"[ăđơưĂĐƠƯạ-ỹẠ-Ỹ]")
_WORD = re.compile(r"\S+")


@lru_cache(maxsize=4096)
def phong_chu_cu(text: str) -> tuple[str, str]:
    """Tell whether *text* was typed with an old font.

    Returns:
        The old code's name and the first such word; two empty texts for good text.  One odd word is
        not enough: names such as ``Citroën`` have one.

    >>> phong_chu_cu("Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp")
    ('TCVN3 (ABC)', 'x·')
    >>> phong_chu_cu("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")
    ('VNI', 'Coäng')
    >>> phong_chu_cu("Cộng hòa xã hội chủ nghĩa Việt Nam, 20 m², 30 °C, Citroën")
    ('', '')
    """
    if text.isascii():
        return "", ""
    for name, odd in (("TCVN3 (ABC)", _TCVN3), ("VNI", _VNI)):
        if odd.search(text):
            words = [word for word in _WORD.findall(text) if odd.search(word) and not _MODERN.search(word)]
            if len(set(words)) > 1:
                return name, words[0]
    return "", ""
