"""The first hour of each reader, as it is typed; the one of the screen is ``tests/web/test_story.py``."""
