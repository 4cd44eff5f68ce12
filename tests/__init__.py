"""The tests of coopmap, in folders named like the rooms they test."""
