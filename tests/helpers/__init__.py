"""Small worlds for tests: a test builds what it needs in the test."""
