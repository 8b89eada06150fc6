-- What a demand needs to be held against what leaves, and against whom it counts.

-- Of a demand that sends an item: sha256 of what the item required when the gate judged it, so that
-- another requirement does not leave under the same word. Empty: it was judged before this was kept.
alter table demand add column requirement_sha256 text;

-- A booking by somebody of another office: when the office that it counts against took note of it.
alter table demand add column acknowledged_at timestamptz;
alter table demand add column acknowledged_by text;
