-- Who may do what: second factors, sessions that can be listed, invitations, teams, identity providers, keys with limits,
-- quotas, and the audit log. Small tables; the new columns of `sessions` and `api_keys` have no default that rewrites.

-- A person who signs in through an identity provider only has no password.
-- totp_secret is sealed with the server's secret (api/lib/seal.ts); it counts from totp_confirmed_at on.
-- totp_last_step is the time step of the last code that was taken: a code counts once.
alter table users
  alter column password_hash drop not null,
  add column totp_secret bytea,
  add column totp_confirmed_at timestamptz,
  add column totp_last_step bigint;

create table recovery_codes (
  user_id integer not null references users on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

create table teams (
  organization_id integer not null references organizations on delete cascade,
  id integer generated always as identity,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, name)
);

create table team_members (
  organization_id integer not null,
  team_id integer not null,
  user_id integer not null,
  primary key (organization_id, team_id, user_id),
  foreign key (organization_id, team_id) references teams (organization_id, id) on delete cascade,
  foreign key (organization_id, user_id) references memberships (organization_id, user_id) on delete cascade
);

-- client_secret is sealed. role_mapping: {"value of the claim": "role"}. default_role null: who has no role by the mapping
-- may not come in. listed: the sign-in page offers it to everyone.
create table identity_providers (
  organization_id integer not null references organizations on delete cascade,
  id integer generated always as identity,
  name text not null check (name <> ''),
  issuer text not null,
  client_id text not null,
  client_secret bytea,
  scopes text not null default 'openid email profile',
  role_claim text,
  role_mapping jsonb not null default '{}',
  default_role text check (default_role in ('admin', 'editor', 'viewer')),
  email_domains text[] not null default '{}',
  listed boolean not null default false,
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, name)
);

-- Whom a provider knows under which subject. E-mail addresses are not trusted for that: a provider of one organization
-- could claim the address of anybody.
create table identities (
  organization_id integer not null,
  provider_id integer not null,
  subject text not null,
  user_id integer not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, provider_id, subject),
  foreign key (organization_id, provider_id) references identity_providers (organization_id, id) on delete cascade,
  foreign key (organization_id, user_id) references memberships (organization_id, user_id) on delete cascade
);

-- A session that began with a provider of an organization stays in that organization (provider_id is not null).
alter table sessions
  add column id integer generated always as identity,
  add column provider_id integer,
  add column address text,
  add column agent text,
  add column last_seen_at timestamptz,
  add foreign key (organization_id, provider_id) references identity_providers (organization_id, id) on delete cascade;
create index sessions_user on sessions (user_id);

-- What a sign-in in several steps has reached, and what a link in an e-mail allows. The token is stored as SHA-256.
create table one_time_tokens (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('reset-password', 'second-factor', 'provider')),
  user_id integer references users on delete cascade,
  data jsonb not null default '{}',
  expires_at timestamptz not null
);
create index one_time_tokens_expiry on one_time_tokens (expires_at);

create table invitations (
  organization_id integer not null references organizations on delete cascade,
  id integer generated always as identity,
  email text not null check (email = lower(email) and email like '%_@_%'),
  role text not null check (role in ('owner', 'admin', 'editor', 'viewer')),
  token_hash bytea not null unique,
  invited_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id)
);
create unique index invitations_open on invitations (organization_id, email)
  where accepted_at is null and revoked_at is null;

-- pipelines: keys of those that it may read and send to; null: all. addresses: networks that it may be used from; null: any.
-- `read` has become two scopes.
alter table api_keys
  drop constraint api_keys_scopes_check,
  add column pipelines text[],
  add column addresses text[],
  add column requests_a_minute integer check (requests_a_minute > 0),
  add column created_by text,
  add column last_used_at timestamptz;
update api_keys set scopes = array_replace(scopes, 'read', 'read_metrics') || '{read_jobs}'::text[] where 'read' = any(scopes);
alter table api_keys add constraint api_keys_scopes_check
  check (scopes <@ array['read_metrics', 'read_jobs', 'ingest', 'manage'] and cardinality(scopes) > 0);

create table api_key_usage (
  organization_id integer not null,
  key_id integer not null,
  day date not null,
  requests bigint not null,
  primary key (organization_id, key_id, day),
  foreign key (organization_id, key_id) references api_keys (organization_id, id) on delete cascade
);

-- Null: without a limit.
create table organization_quotas (
  organization_id integer primary key references organizations on delete cascade,
  jobs_a_day bigint check (jobs_a_day >= 0),
  stored_bytes bigint check (stored_bytes >= 0),
  queries_at_once integer check (queries_at_once > 0),
  exports_a_day integer check (exports_a_day >= 0)
);

-- Days in UTC. jobs: new ones that were recorded on that day.
create table organization_usage (
  organization_id integer not null references organizations on delete cascade,
  day date not null,
  jobs bigint not null default 0,
  exports integer not null default 0,
  primary key (organization_id, day)
);

-- What an organization's jobs take, kept by ingest: it is too much to be counted when it is asked for.
create table organization_storage (
  organization_id integer primary key references organizations on delete cascade,
  jobs bigint not null,
  bytes bigint not null
);
insert into organization_storage (organization_id, jobs, bytes)
  select organization_id, count(*), sum(pg_column_size(jobs.*)) from jobs group by organization_id;

-- Who changed or took what. The application may add rows and read them, and nothing else (000004).
create table audit_events (
  organization_id integer not null references organizations on delete cascade,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  user_id integer,
  key_id integer,
  actor text not null,
  action text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  address text,
  primary key (organization_id, id)
);
create index audit_events_at on audit_events (organization_id, at, id);

-- Requests within a window of time, counted for all processes together. Not worth keeping over a crash.
create unlogged table rate_limits (
  subject text not null,
  window_start timestamptz not null,
  used integer not null,
  primary key (subject, window_start)
);
create index rate_limits_window on rate_limits (window_start);

-- Failed sign-ins by account and by address, as SHA-256: an account that does not exist is counted like one that does.
create table sign_in_failures (
  subject bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);
create index sign_in_failures_last on sign_in_failures (last_at);

-- Processes remember who a key or session belongs to. They are told when that changes, whoever changes it.
create function tell_access_change() returns trigger language plpgsql as $$
declare
  message text;
begin
  -- One statement for each table: an expression over all of them would need the columns of all of them.
  if tg_table_name = 'sessions' then
    message := 'token ' || encode(old.token_hash, 'hex');
  elsif tg_table_name = 'api_keys' then
    message := 'token ' || encode(old.key_hash, 'hex');
  elsif tg_table_name = 'memberships' then
    message := 'user ' || old.user_id;
  elsif tg_table_name = 'users' then
    message := 'user ' || old.id;
  else
    message := 'organization ' || old.id;
  end if;
  perform pg_notify('tachograph_access', message);
  return null;
end
$$;
create trigger tell_access_change after delete or update of organization_id, expires_at on sessions
  for each row execute function tell_access_change();
create trigger tell_access_change
  after delete or update of name, scopes, pipelines, addresses, requests_a_minute, expires_at, revoked_at on api_keys
  for each row execute function tell_access_change();
create trigger tell_access_change after delete or update on memberships
  for each row execute function tell_access_change();
create trigger tell_access_change after delete or update of name, email on users
  for each row execute function tell_access_change();
create trigger tell_access_change after delete or update of name on organizations
  for each row execute function tell_access_change();
