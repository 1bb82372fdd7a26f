alter table model_server
  add column api_key_set_at    timestamptz,
  add column max_concurrency   int, -- null takes the setting; 0 is no limit
  add column maintenance       text, -- why nobody should ask it; null while it may be asked
  add column maintenance_since timestamptz;

update model_server set api_key_set_at = updated_at where api_key is not null;

alter table model add column is_active boolean not null default true;

-- Beside the servers, since it changes every minute.
create table server_health (
  server_id     uuid primary key references model_server on delete cascade,
  status        text not null default 'UNKNOWN',
  since         timestamptz, -- every check since then found the same
  checked_at    timestamptz,
  latency_ms    double precision,
  message       text,
  offered       text[], -- the models that it named last; null where it names none
  next_check_at timestamptz not null
);
