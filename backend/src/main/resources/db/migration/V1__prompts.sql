-- Prompts and their versions.

create table prompt (
  id uuid primary key,
  owner_type text not null,
  owner_id uuid not null,
  name text not null,
  description text not null,
  -- The number of the newest version.
  current_version integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Null while it stands in the list.
  removed_at timestamptz
);

-- A name is taken once among an owner's prompts that are not removed.
create unique index prompt_name on prompt (owner_type, owner_id, name) where removed_at is null;

-- The list: an owner's prompts, the most recently changed first.
create index prompt_list on prompt (owner_type, owner_id, updated_at desc, id desc) where removed_at is null;

-- A row never changes. The unique index also serves the list of a prompt's versions.
create table prompt_version (
  id uuid primary key,
  prompt_id uuid not null references prompt on delete cascade,
  number integer not null check (number > 0),
  content text not null check (octet_length(content) between 1 and 10240),
  message text not null,
  created_at timestamptz not null default now(),
  unique (prompt_id, number)
);
