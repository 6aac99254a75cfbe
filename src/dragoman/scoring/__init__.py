"""How well a reader reads: its statements against statements that a person marked."""
