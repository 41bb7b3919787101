"""Archetypes: the patterns of new posts, and the closed part of Go's template language that they may use.

Posts are never run through this. lexer and parser find the actions, `evaluate` carries them out, `functions` says what
may be called; `names` reads the path that was asked for, `made` checks what came out.
"""
