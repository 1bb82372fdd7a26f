-- Prompts are filed, starred and counted; versions carry more than a text; labels point at versions.

alter table prompt
  add column tags text[] not null default '{}',
  add column is_starred boolean not null default false,
  -- How many runs were started with it, and when the last of them was. What was never used comes last in the list.
  add column use_count integer not null default 0,
  add column last_used_at timestamptz not null default '-infinity';

-- The lists by use; prompt_list is the one by change.
create index prompt_last_used on prompt (owner_type, owner_id, last_used_at desc, id desc) where removed_at is null;
create index prompt_most_used on prompt (owner_type, owner_id, use_count desc, id desc) where removed_at is null;

alter table prompt_version
  add column example_turns jsonb not null default '[]',
  -- What was declared of the variables; which there are, the texts say.
  add column variables jsonb not null default '[]',
  -- A model is another feature's, and may be gone while its name is still worth knowing.
  add column suggested_model_id uuid,
  add column parameters jsonb not null default '{}',
  add column tools text, -- JSON, in the order of its fields
  add column author_id uuid; -- null in versions older than this column

create function prompt_version_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'a prompt version never changes';
end $$;

create trigger prompt_version_never_changes before update on prompt_version
  for each row execute function prompt_version_never_changes();

create table prompt_label (
  prompt_id  uuid not null references prompt on delete cascade,
  name       text not null,
  version_id uuid not null references prompt_version,
  moved_at   timestamptz not null default now(),
  moved_by   uuid, -- null in what was imported
  primary key (prompt_id, name)
);

-- Deleting a version looks for its labels.
create index prompt_label_version on prompt_label (version_id);

-- What happened to labels. Rows are added, never changed.
create table prompt_label_move (
  id              uuid primary key,
  prompt_id       uuid not null references prompt on delete cascade,
  label           text not null,
  from_version_id uuid, -- null where the label was new
  to_version_id   uuid, -- null where the label was taken off
  moved_at        timestamptz not null default now(),
  moved_by        uuid -- null in what was imported
);

-- A prompt's label history, newest first.
create index prompt_label_moves on prompt_label_move (prompt_id, id desc);

-- What prompts are found by: dev.assay.prompt.SearchText says how. A row without terms gets them when the
-- service starts.
create table prompt_search (
  prompt_id uuid primary key references prompt on delete cascade,
  terms     int[] not null,
  text      text not null -- name, description and newest content, folded
-- The columns lie apart from the rows, so that whoever counts what was found reads few pages.
) with (toast_tuple_target = 128);

alter table prompt_search alter column terms set storage external;

-- The rows without terms.
create index prompt_search_empty on prompt_search (prompt_id) where terms = '{}';

insert into prompt_search (prompt_id, terms, text) select id, '{}', '' from prompt;

-- Without a list of pending entries, which every search would have to read too.
create index prompt_search_terms on prompt_search using gin (terms) with (fastupdate = off);
