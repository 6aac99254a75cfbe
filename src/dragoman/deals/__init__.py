"""What could be agreed, and in which order of steps."""
