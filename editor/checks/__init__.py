"""The checker: rules as data, an engine that runs them, findings that explain themselves."""
