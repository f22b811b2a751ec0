"""Help for testing code that uses or extends propsummary."""
