"""After a paper is issued: what its findings ask and until when, who answered, what all units come to; docs/dev/analysis/follow.md.

The tables are the register's (``register/kien_nghi``); this room reads them and computes, and nothing here is typed by hand twice.
"""
