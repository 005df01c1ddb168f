"""The checker: rules as data, an engine that runs them, findings that explain themselves.

`rules` ← `scanning` ← `traces` ← `programs` ← `engine`: each folder knows those before it.
`report` is made of findings and rules alone; the values here are known to all.
"""
