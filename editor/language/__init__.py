"""Words and forms of the language, read from `resources/language/` when first asked."""
