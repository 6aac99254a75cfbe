"""The Graph Model for Conflict Resolution: a library of the method, with no article in sight."""
