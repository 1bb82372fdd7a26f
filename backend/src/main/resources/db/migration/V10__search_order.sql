-- A search finds the order of its list beside what it searches, and goes to those prompts only that it shows.
create table prompt_search_ordered (
  prompt_id    uuid primary key references prompt on delete cascade,
  terms        int[] not null,
  text         text not null, -- name, description and newest content, folded
  -- As in prompt, by the trigger below. None of them is indexed, so that a change of them leaves the index of terms alone.
  updated_at   timestamptz not null,
  use_count    integer not null,
  last_used_at timestamptz not null,
  removed_at   timestamptz
-- The long columns lie apart from the rows, so that whoever goes through what was found reads few pages.
) with (toast_tuple_target = 128, fillfactor = 85);

alter table prompt_search_ordered alter column terms set storage external;

insert into prompt_search_ordered
select prompt_id, terms, text, updated_at, use_count, last_used_at, removed_at
  from prompt_search join prompt on id = prompt_id;

drop table prompt_search;
alter table prompt_search_ordered rename to prompt_search;
alter index prompt_search_ordered_pkey rename to prompt_search_pkey;

-- The rows without terms.
create index prompt_search_empty on prompt_search (prompt_id) where terms = '{}';

-- Without a list of pending entries, which every search would have to read too.
create index prompt_search_terms on prompt_search using gin (terms) with (fastupdate = off);

create function prompt_search_follows() returns trigger language plpgsql as $$
begin
  update prompt_search
     set updated_at = new.updated_at, use_count = new.use_count, last_used_at = new.last_used_at,
         removed_at = new.removed_at
   where prompt_id = new.id;
  return null;
end $$;

create trigger prompt_search_follows after update of updated_at, use_count, last_used_at, removed_at on prompt
  for each row execute function prompt_search_follows();
