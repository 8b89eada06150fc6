-- A town that lets in an account of another town asks its owner first; until they agree the account
-- enters nothing there, whatever roles wait for it. Null: nobody had to be asked, or they agreed.
alter table membership add column asked_at timestamptz;
grant update on membership to oneneedle_app;
