-- Annotations: what people and deploy scripts note on the time axis. New table; locks nothing.

create table annotations (
  organization_id integer not null references organizations on delete cascade,
  -- Random, or made of the external id.
  id uuid not null,
  -- Null: it is about the whole organization.
  pipeline_id integer,
  -- RELEASE, INCIDENT or NOTE.
  kind text not null,
  title text not null,
  text text,
  link text,
  -- {name: value}
  labels jsonb not null,
  external_id text,
  started_at timestamptz not null,
  -- Null: it is about a moment.
  ended_at timestamptz,
  recorded_at timestamptz not null,
  -- Name of the person or key.
  recorded_by text not null,
  -- Null while it stands. Who watches has to be told that it was removed, and only who could see it.
  removed_at timestamptz,
  primary key (organization_id, id)
);
create index annotations_started on annotations (organization_id, started_at, id);
