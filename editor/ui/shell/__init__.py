"""The window around the page: menus, tool bar, theme, start page, file commands."""
