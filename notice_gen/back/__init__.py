"""Back from Word: a finished paper into a findings file, what was changed in Word back into the clerk's own, two papers compared."""
