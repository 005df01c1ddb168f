"""笔杆: an offline desktop editor for writers of Chinese office speeches."""

__version__ = "0.1.0"
