"""Buttons, and what stands in their callback data. One file per handler file that needs one."""
