-- What leaves the program has an end: calendars end with the password they were made by, readings and
-- lines that were closed go after their term.

-- Instant from which on nothing counts that the owner made before: a new password, or a stop. Access
-- tokens are ended one by one; calendars belong to towns, and compare themselves with this.
alter table account add column secrets_ended_at timestamptz;

grant delete on plain_link_reading to oneneedle_app;
grant delete on desk_line to oneneedle_app;
