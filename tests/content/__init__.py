"""What our own site has to say."""
