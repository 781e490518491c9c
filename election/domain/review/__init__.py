"""The review at the close of nomination: what follows from the slate, and what the officials decide."""
