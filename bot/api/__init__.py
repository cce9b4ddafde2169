"""Other programs: events out, REST in."""
