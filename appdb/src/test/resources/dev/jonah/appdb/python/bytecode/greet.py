class Greeter:
    """Says hello."""

    def __greet(self, name):
        return [w for w in ("hello", name)]
