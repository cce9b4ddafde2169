"""What happens by the clock: a file a job, listed in the composition root."""
