"""Builders of the generated lexicons: each module makes one file (or one pair of files) of Lexicons/."""
