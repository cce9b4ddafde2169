"""Figures as one picture that can be read on a phone."""
