"""What people are told without asking: a notice becomes a text with its buttons."""
