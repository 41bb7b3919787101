"""`python -m llmtimeline`."""

from llmtimeline.shell.cli import main

if __name__ == "__main__":
    main(prog_name="llmtimeline")
