-- A batch leaves the list with its runs, which bear the same time: by it they come back together.
alter table batch add column removed_at timestamptz; -- null while it stands in the list
