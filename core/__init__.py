"""What a support desk is: dialogs, drafts, rules. Knows no Telegram, no SQL and no clock of its own."""
