"""Programs that fit the weights of `resources/language`; each can be run again."""
