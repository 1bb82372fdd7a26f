-- What one owner's prompts are found by lies side by side: a search that nobody asked before reads
-- some hundred pages instead of one for every prompt that it finds.
create table prompt_search_by_owner (
  owner_type   text not null,
  owner_id     uuid not null,
  prompt_id    uuid not null references prompt on delete cascade,
  terms        int[] not null,
  text         text not null, -- name, description and newest content, folded
  -- As in prompt, by the trigger below. None of them is indexed, so that a change of them leaves the index of terms alone.
  tags         text[] not null,
  is_starred   boolean not null,
  updated_at   timestamptz not null,
  use_count    integer not null,
  last_used_at timestamptz not null,
  removed_at   timestamptz,
  primary key (prompt_id, owner_id)
) partition by hash (owner_id);

alter table prompt_search_by_owner alter column terms set storage external;

-- The long columns lie apart from the rows, so that whoever goes through what was found reads few pages.
do $$ begin
  for part in 0..31 loop
    execute format('create table prompt_search_%s partition of prompt_search_by_owner '
                   'for values with (modulus 32, remainder %s) with (toast_tuple_target = 128, fillfactor = 85)',
                   part, part);
  end loop;
end $$;

insert into prompt_search_by_owner
select owner_type, owner_id, prompt_id, terms, text, tags, is_starred,
       prompt.updated_at, prompt.use_count, prompt.last_used_at, prompt.removed_at
  from prompt_search join prompt on id = prompt_id;

drop table prompt_search;
alter table prompt_search_by_owner rename to prompt_search;
alter index prompt_search_by_owner_pkey rename to prompt_search_pkey;

-- The rows without terms.
create index prompt_search_empty on prompt_search (prompt_id) where terms = '{}';

-- Without a list of pending entries, which every search would have to read too.
create index prompt_search_terms on prompt_search using gin (terms) with (fastupdate = off);

create or replace function prompt_search_follows() returns trigger language plpgsql as $$
begin
  update prompt_search
     set tags = new.tags, is_starred = new.is_starred, updated_at = new.updated_at, use_count = new.use_count,
         last_used_at = new.last_used_at, removed_at = new.removed_at
   where prompt_id = new.id and owner_id = new.owner_id;
  return null;
end $$;

drop trigger prompt_search_follows on prompt;
create trigger prompt_search_follows
  after update of tags, is_starred, updated_at, use_count, last_used_at, removed_at on prompt
  for each row execute function prompt_search_follows();
