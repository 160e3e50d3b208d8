-- Insights: what the scans of api/features/insights found in the pipelines of an organization, and what people say to it.
-- New tables; locks nothing.

-- An insight is one event or change of one measure of one pipeline. Several scans find the same one again: it keeps its id.
create table insights (
  organization_id integer not null references organizations on delete cascade,
  id uuid not null,
  pipeline_id integer not null,
  -- ANOMALY, CHANGE_POINT or TREND.
  kind text not null,
  -- UP or DOWN.
  direction text not null,
  -- The series that it was found in; currency is null where the measure is no money.
  measure text not null,
  title text not null,
  unit text not null,
  currency text,
  every text not null,
  started_at timestamptz not null,
  -- Null while it lasts.
  ended_at timestamptz,
  -- NEW, ONGOING or OVER.
  state text not null,
  expected float8 not null,
  actual float8 not null,
  lower float8,
  upper float8,
  baseline_from timestamptz not null,
  baseline_to timestamptz not null,
  method text not null,
  p_value float8 not null,
  q_value float8 not null,
  confidence float8 not null,
  sentence text not null,
  -- [{key: [{dimension, value}], before, after, weight, contribution, rateEffect, mixEffect, share, surprise}]
  contributors jsonb not null,
  found_at timestamptz not null,
  changed_at timestamptz not null,
  dismissed_at timestamptz,
  -- Name of the person or key.
  dismissed_by text,
  primary key (organization_id, id)
);
create index insights_started on insights (organization_id, started_at, id);

-- What people say to insights, one line for each. Who leaves the organization takes it along.
create table insight_feedback (
  organization_id integer not null,
  insight_id uuid not null,
  user_id integer not null,
  useful boolean,
  comment text,
  given_at timestamptz not null,
  primary key (organization_id, insight_id, user_id),
  foreign key (organization_id, insight_id) references insights (organization_id, id) on delete cascade,
  foreign key (organization_id, user_id) references memberships (organization_id, user_id) on delete cascade
);

-- When each organization was last scanned. A scan under way has begun later than it ended.
create table insight_scans (
  organization_id integer primary key references organizations on delete cascade,
  started_at timestamptz not null,
  ended_at timestamptz
);
