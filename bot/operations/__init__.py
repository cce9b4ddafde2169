"""What whoever runs the desk needs: alerts, the self-check, metrics, logs, the demo."""
