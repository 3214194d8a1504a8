"""Which words are which box of the decree's form, however the author put them on the page."""
