"""A period of the desk as a spreadsheet, a sheet per kind."""
