-- Organizations, people and keys: who may see what.
-- Small tables; locks nothing that exists. TimescaleDB is switched on first where the server has it loaded, so that
-- later files can ask for hypertables.
do $$
begin
  if current_setting('shared_preload_libraries') like '%timescaledb%'
     and exists (select from pg_available_extensions where name = 'timescaledb') then
    create extension if not exists timescaledb;
  end if;
end
$$;

create table organizations (
  id integer generated always as identity primary key,
  name text not null unique check (name <> ''),
  created_at timestamptz not null default now()
);

create table users (
  id integer generated always as identity primary key,
  email text not null check (email = lower(email) and email like '%_@_%'),
  name text not null,
  password_hash text not null,
  created_at timestamptz not null default now(),
  unique (email)
);

create table memberships (
  organization_id integer not null references organizations on delete cascade,
  user_id integer not null references users on delete cascade,
  role text not null check (role in ('owner', 'admin', 'editor', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (organization_id, user_id)
);
create index memberships_user on memberships (user_id);

-- A session belongs to one organization at a time. Only the SHA-256 of its token is stored.
create table sessions (
  token_hash bytea primary key,
  user_id integer not null,
  organization_id integer not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  foreign key (organization_id, user_id) references memberships (organization_id, user_id) on delete cascade
);
create index sessions_expiry on sessions (expires_at);

-- Only the SHA-256 of a key is stored: it has 256 random bits, so a slow hash would add nothing.
create table api_keys (
  organization_id integer not null references organizations on delete cascade,
  id integer generated always as identity,
  name text not null check (name <> ''),
  prefix text not null,
  key_hash bytea not null unique,
  scopes text[] not null check (scopes <@ array['read', 'ingest'] and cardinality(scopes) > 0),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id)
);

-- One-time tokens that the server made for itself, such as the one that allows the first organization to be made.
create table settings (
  name text primary key,
  value jsonb not null
);
