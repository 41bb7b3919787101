"""What a site that ran on Hugo finds again: its addresses, lists and titles, as Hugo gave them."""
