-- A run is the record of a test: one message, asked of several lanes at once.
create table run (
  id                uuid primary key,
  number            bigint generated always as identity unique,
  owner_type        text not null check (owner_type in ('USER')),
  owner_id          uuid not null,
  status            text not null,
  user_message      text not null,
  system_prompt     text not null, -- empty for none; the version's text where there is a version
  prompt_version_id uuid references prompt_version on delete set null,
  parameters        jsonb not null,
  iterations        int not null,
  idempotency_key   text,
  request_hash      bytea, -- what was asked under the key
  instance_id       uuid not null, -- the server process that executes it
  lease_until       timestamptz not null, -- renewed while that process lives
  last_sequence     int not null default 0,
  elapsed_ms        double precision not null default 0,
  created_at        timestamptz not null default now(),
  started_at        timestamptz,
  finished_at       timestamptz
);

-- One person's runs, newest first.
create index run_list on run (owner_type, owner_id, id desc);
-- The second call with a key finds the first call's run.
create unique index run_idempotency on run (owner_type, owner_id, idempotency_key) where idempotency_key is not null;
-- The sweep looks for runs whose process is gone, and a process renews its own.
create index run_open on run (instance_id) where status in ('PENDING', 'RUNNING');

create table lane (
  run_id            uuid not null references run on delete cascade,
  position          int not null,
  model_id          uuid references model on delete set null,
  model_snapshot    jsonb not null,
  parameters        jsonb not null, -- the lane's own
  system_prompt     text, -- null where the run's holds
  prompt_version_id uuid references prompt_version on delete set null,
  primary key (run_id, position)
);

-- The runs that asked one model.
create index lane_model on lane (model_id, run_id);

create table result (
  id                    uuid primary key,
  run_id                uuid not null,
  position              int not null,
  iteration             int not null,
  status                text not null,
  answer                text not null default '',
  reasoning             text not null default '',
  finish_reason         text,
  error_code            text,
  error_message         text,
  queued_ms             double precision,
  time_to_first_token_ms double precision,
  latency_ms            double precision,
  inter_token_p50_ms    double precision,
  inter_token_p99_ms    double precision,
  tokens_per_second     double precision,
  prompt_tokens         int,
  completion_tokens     int,
  reasoning_tokens      int,
  cost                  numeric,
  finished_at           timestamptz,
  foreign key (run_id, position) references lane on delete cascade,
  unique (run_id, position, iteration)
);

-- The text of running answers as far as it was written down. Rows are added, never rewritten.
create table checkpoint (
  result_id uuid not null references result on delete cascade,
  kind      text not null,
  start     int not null, -- UTF-16 units of the same kind before it
  text      text not null,
  primary key (result_id, kind, start)
);
