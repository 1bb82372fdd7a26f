-- A model server is one owner's address and protocol. Its models share its key.
create table model_server (
  id           uuid primary key,
  owner_type   text not null check (owner_type in ('USER')),
  owner_id     uuid not null,
  address      text not null,
  protocol     text not null,
  api_key      bytea, -- encrypted, bound to the address
  is_simulated boolean not null default false,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  unique (owner_type, owner_id, address, protocol)
);

create unique index model_server_simulated on model_server (is_simulated) where is_simulated;

create table model (
  id                       uuid primary key,
  server_id                uuid not null references model_server,
  owner_type               text not null check (owner_type in ('USER')),
  owner_id                 uuid not null,
  name                     text not null,
  model_name               text not null,
  type                     text,
  context_length           int,
  max_tokens               int,
  input_price_per_million  numeric,
  output_price_per_million numeric,
  notes                    text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now(),
  removed_at               timestamptz
);

-- The list of models, in the order of names.
create index model_list on model (lower(name), id) where removed_at is null;
create index model_server_models on model (server_id);
