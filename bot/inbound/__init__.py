"""Updates in: polling or webhook, each applied once, in order, and confirmed only when it is kept."""
