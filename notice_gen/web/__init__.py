"""The screen's server: thin, on 127.0.0.1 alone.  Everything it does, the library does; docs/dev/analysis/man-hinh.md."""
