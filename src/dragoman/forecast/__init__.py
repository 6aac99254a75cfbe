"""Forecasts of positions on a scale, and the standing of parties with one another."""
