-- Pipelines and jobs.
--
-- A job is identified by (organization, pipeline, external id); its id is a hash of the three, so every writer computes
-- the same one. TimescaleDB demands that a unique index contains the time column, and a job's time can move when an
-- earlier event arrives late. `job_keys` therefore holds identity in a plain table, the same in all grades: it is the
-- row that writers lock, and it says at which time the job stands now.
create type job_status as enum ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'TIMED_OUT');

create table pipelines (
  organization_id integer not null references organizations on delete cascade,
  id integer generated always as identity,
  key text not null check (key <> ''),
  name text not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, key)
);

-- It has no foreign key to organizations: the check costs an eighth of ingest. Whoever deletes an organization deletes its
-- keys and jobs first.
create table job_keys (
  organization_id integer not null,
  job_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, job_id)
);

-- `at` is the first moment known of the job: the earliest of its queued, started and finished times over all attempts.
-- queue_ms and duration_ms belong to the latest attempt and are null until both their ends are known.
-- assumed_times names those of queued_at, started_at and finished_at that nobody sent: they are times of receipt, and give
-- way to times that are sent (null: none).
-- pipeline_id has no foreign key: ingest makes the pipeline in the same transaction, and the check would cost every row.
create table jobs (
  organization_id integer not null,
  at timestamptz not null,
  id uuid not null,
  pipeline_id integer not null,
  status job_status not null,
  attempt smallint not null,
  revision integer not null,
  queued_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  queue_ms bigint,
  duration_ms bigint,
  cost numeric,
  currency text,
  external_id text not null,
  trigger text,
  error text,
  labels jsonb not null,
  metrics jsonb not null,
  earlier_attempts jsonb,
  assumed_times text[],
  changed_at timestamptz not null default now(),
  primary key (organization_id, at, id)
);

do $$
begin
  if exists (select from pg_extension where extname = 'timescaledb') then
    -- Few, large chunks: planning over two years of weekly chunks costs 5 ms, of monthly ones about 1 ms.
    perform create_hypertable('jobs', by_range('at', interval '28 days'), create_default_indexes => false);
  end if;
end
$$;

create index jobs_pipeline on jobs (organization_id, pipeline_id, at, id);
-- An unfinished job has no duration and counts as shorter than any finished one.
create index jobs_duration on jobs (organization_id, (coalesce(duration_ms, -1)), id);
-- Most jobs succeed: the others are few, and they are what people look for.
create index jobs_not_succeeded on jobs (organization_id, status, at, id) where status <> 'SUCCEEDED';
