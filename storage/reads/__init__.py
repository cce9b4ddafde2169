"""What is asked of the database, a room for each who asks; `storage/store.py` puts them into one hand."""
