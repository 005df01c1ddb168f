"""The window itself: composition, menus, status bar, settings; known by no other room."""
