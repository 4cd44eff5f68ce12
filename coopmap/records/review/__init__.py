"""What a reviewer should look at: each problem a noun with a sentence, a place and a mend."""

from __future__ import annotations

from coopmap.records.review.acceptance import ACCEPTED, Acceptance, acceptance_in
from coopmap.records.review.lines import lines_of
from coopmap.records.review.reviewing import review, review_all, review_one

__all__ = ["ACCEPTED", "Acceptance", "acceptance_in", "lines_of", "review", "review_all", "review_one"]
