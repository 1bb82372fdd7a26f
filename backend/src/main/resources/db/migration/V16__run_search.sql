-- What runs are found by: written down soon after a run is stored, off its way. As in prompt_search, one owner's rows
-- lie side by side, and the long columns lie apart from them.
create table run_search (
  owner_type text not null,
  owner_id   uuid not null,
  run_id     uuid not null references run on delete cascade,
  terms      int[] not null,
  text       text not null, -- message and notes, folded
  primary key (run_id, owner_id)
) partition by hash (owner_id);

alter table run_search alter column terms set storage external;

do $$ begin
  for part in 0..31 loop
    execute format('create table run_search_%s partition of run_search '
                   'for values with (modulus 32, remainder %s) with (toast_tuple_target = 128)', part, part);
  end loop;
end $$;

create index run_search_terms on run_search using gin (terms) with (fastupdate = off);

alter table run add column is_findable boolean not null default false;
create index run_not_findable on run (id) where not is_findable;

-- Lists of few among many.
create index run_status on run (owner_type, owner_id, status, id desc);
create index run_created on run (owner_type, owner_id, created_at);
