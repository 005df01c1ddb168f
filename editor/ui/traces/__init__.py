"""清除痕迹: what is kept of one speech or of all, shown and cleared."""
