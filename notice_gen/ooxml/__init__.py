"""Word files as packages of parts, whoever made them: opened without trust, changed part by part.  OOXML's own words."""
