"""The guard at the top: what nobody caught is written down, told, and the program goes on."""
