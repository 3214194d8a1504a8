"""What a Word file shows, in plain values: looks, labels, sections, drawn lines (OOXML's own words)."""
