-- What people add to a run, and what its end has to tell.
alter table run
  add column answer_check jsonb, -- what every answer has to pass
  add column winner_id    uuid references result on delete set null,
  add column notes        text not null default '',
  add column shared_at    timestamptz,
  add column removed_at   timestamptz;

-- Everybody's shared runs, newest first.
create index run_shared on run (id desc) where shared_at is not null and removed_at is null;

alter table result
  add column arrived_tokens int,
  add column closed_ms      double precision, -- from the request to stop to the end of the upstream connection
  add column has_passed     boolean,
  add column check_message  text;

-- A result never changes after its end.
create function result_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'result % has ended and never changes', old.id;
end $$;

create trigger result_is_final before update on result
  for each row when (old.finished_at is not null) execute function result_is_final();
