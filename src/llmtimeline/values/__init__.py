"""The nouns: frozen values that every room stands on. No disk, no clock, no logic beyond themselves."""
