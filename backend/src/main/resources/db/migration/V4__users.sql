-- People, and by what they prove who they are. The word user itself is taken by SQL.

create table users (
  id             uuid primary key,
  issuer         text not null, -- who vouches for the person
  subject        text not null, -- the person's id at the issuer
  name           text not null,
  email          text, -- only one that the issuer has verified
  created_at     timestamptz not null default now(),
  last_seen_at   timestamptz, -- to the minute
  deactivated_at timestamptz,
  unique (issuer, subject)
);

-- The one user of a server that listens on its own machine alone; also whoever comes by the administrator's link.
insert into users (id, issuer, subject, name)
values ('01900000-0000-7000-8000-000000000001', 'assay', 'local', 'Local user');

-- The picture itself, so that no page asks another host for it.
create table picture (
  user_id    uuid primary key references users on delete cascade,
  media_type text not null,
  content    bytea not null,
  updated_at timestamptz not null default now()
);

-- A browser in which somebody signed in.
create table session (
  id           uuid primary key,
  user_id      uuid not null references users on delete cascade,
  device       text not null,
  address      text not null,
  created_at   timestamptz not null default now(),
  last_used_at timestamptz not null default now(), -- to the minute
  expires_at   timestamptz not null,
  ended_at     timestamptz
);

create index session_of_user on session (user_id);

-- The refresh tokens of a session, one after the other. Only their hashes are kept.
create table refresh_token (
  hash        bytea primary key,
  session_id  uuid not null references session on delete cascade,
  created_at  timestamptz not null default now(),
  replaced_at timestamptz -- when it was used; null for the session's newest
);

create index refresh_token_of_session on refresh_token (session_id);

-- A key with which a script acts for a person. Only its hash is kept.
create table api_token (
  id           uuid primary key,
  user_id      uuid not null references users on delete cascade,
  hash         bytea not null unique,
  prefix       text not null,
  name         text not null,
  scopes       text[] not null,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null,
  last_used_at timestamptz, -- to the minute
  revoked_at   timestamptz
);

create index api_token_of_user on api_token (user_id);
