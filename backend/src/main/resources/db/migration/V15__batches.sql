-- A batch asks many messages the same way: one run a message, begun as places become free.
create table batch (
  id              uuid primary key,
  owner_type      text not null check (owner_type in ('USER')),
  owner_id        uuid not null,
  name            text not null,
  status          text not null,
  is_cancelled    boolean not null default false, -- somebody wants it to end
  idempotency_key text,
  request_hash    bytea,
  instance_id     uuid not null, -- the server process that begins its runs
  lease_until     timestamptz not null, -- renewed while that process lives
  created_at      timestamptz not null default now(),
  finished_at     timestamptz
);

create index batch_list on batch (owner_type, owner_id, id desc);
create unique index batch_idempotency on batch (owner_type, owner_id, idempotency_key) where idempotency_key is not null;
create index batch_open on batch (lease_until) where finished_at is null;

alter table run
  add column batch_id       uuid references batch on delete cascade,
  add column batch_position int, -- counts from 0; null with batch_id
  add column is_waiting     boolean not null default false, -- its batch has not begun it yet
  -- What stands between system prompt and message, with its values: a waiting run is asked from its row.
  add column example_turns  jsonb not null default '[]';

alter table lane add column example_turns jsonb not null default '[]';

create index run_batch on run (batch_id, batch_position) where batch_id is not null;
