-- A pass is about few rows of many: one at a time by an index is faster than reading all, which the server believes of disks that turn.
set local random_page_cost = 1.1;
