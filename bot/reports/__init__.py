"""Figures as a picture, a period as a spreadsheet."""
