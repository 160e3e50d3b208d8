-- Rollups of jobs and of the numbers that jobs report: by hour and by day, in plain tables that are the same in all grades.
--
-- They are not kept up row by row. Whoever changes jobs leaves a mark on the hour (`changed_hours`), in the same
-- transaction; a rollup is right for every hour without a mark, and hours with one are counted from the jobs themselves. So
-- an answer is exact at every commit, writers never wait for each other, and an hour is simply counted again when it has
-- been quiet for a moment (api/rollups).
--
-- Marks every hour that has jobs: reads `jobs` once, and blocks nothing but other migrations and writers of jobs meanwhile.

-- How often values fell into bins that grow by 2 %: bins, and how many values each has. A bin may be named several times. It
-- can be added to others, and tells percentiles to within 1 %.
create type histogram as (bins smallint[], counts integer[]);

-- The bin k of a value is the smallest with 1.02^k >= value; it is stored as k + 16384, so that it grows with the value.
-- Negative values have the mirrored number, and 0 has the bin 0. Beyond 1e-140 and 1e140 all values share a bin.
-- It is not strict: such a function would not be inlined, and cost ten times as much.
create function histogram_bin(value float8) returns smallint language sql immutable parallel safe as $$
  select (case when value = 0 then 0
    else sign(value) * (16384 + least(greatest(ceil(ln(abs(value)) / ln(1.02::float8)), -16383), 16383)) end)::smallint
$$;

-- The value that stands for a bin: at most 1 % (0.02 / 2.02) from any value in it.
create function histogram_value(bin smallint) returns float8 language sql immutable parallel safe as $$
  select case when bin = 0 then 0 else sign(bin) * 2 * power(1.02::float8, abs(bin) - 16384) / 2.02 end
$$;

create function merge_histograms(parts histogram[]) returns histogram language sql immutable parallel safe as $$
  select row(array_agg(bin order by bin), array_agg(n order by bin))::histogram
  from (
    select bin, sum(n)::integer as n from unnest(parts) as part, unnest(part.bins, part.counts) as counted (bin, n)
    group by bin
  ) as merged
  having count(*) > 0
$$;

-- The histogram of single values. Few values rarely share a bin: counting would cost more than it saves.
create function histogram_of(bins smallint[]) returns histogram language sql immutable parallel safe as $$
  select case
    when cardinality(bins) <= 64 then row(bins, array_fill(1, array[cardinality(bins)]))::histogram
    when bins is not null then merge_histograms(array[row(bins, array_fill(1, array[cardinality(bins)]))::histogram])
  end
$$;

-- The value below which a share of all values lies, interpolated between two of them (R type 7); null without values.
-- They come as histograms and as bins of single values. A loop over the sums: window functions take four times as long.
create function histogram_percentile(parts histogram[], single smallint[], share float8)
returns float8 language plpgsql immutable parallel safe as $$
declare
  bins smallint[];
  counts bigint[];
  place float8;
  upto bigint := 0;
  below float8;
begin
  select array_agg(bin), array_agg(n), (sum(n) - 1) * share into bins, counts, place
  from (
    select bin, sum(n) as n
    from (
      select bin, n from unnest(parts) as part, unnest(part.bins, part.counts) as counted (bin, n)
      union all
      select bin, 1 from unnest(single) as bin
    ) as every
    group by bin
    order by bin
  ) as summed;
  for i in 1 .. coalesce(cardinality(bins), 0) loop
    upto := upto + counts[i];
    if below is null and upto > floor(place) then
      below := histogram_value(bins[i]);
    end if;
    if upto > ceil(place) then
      return below + (histogram_value(bins[i]) - below) * (place - floor(place));
    end if;
  end loop;
  return null;
end
$$;

-- The pipeline 0 stands for all pipelines together, the currency '' for jobs without a cost. jobs_by_hour.at is a full hour
-- of UTC, jobs_by_day.at a midnight of UTC; both hold the jobs from then until the next. Without jobs there is no row.
create table jobs_by_hour (
  organization_id integer not null,
  pipeline_id integer not null,
  at timestamptz not null,
  status job_status not null,
  currency text not null,
  jobs integer not null,
  duration_jobs integer not null,
  duration_ms bigint,
  durations histogram,
  queue_jobs integer not null,
  queue_ms bigint,
  queues histogram,
  cost numeric,
  primary key (organization_id, pipeline_id, at, status, currency)
);
create index jobs_by_hour_at on jobs_by_hour (organization_id, at);
create table jobs_by_day (like jobs_by_hour, primary key (organization_id, pipeline_id, at, status, currency));
create index jobs_by_day_at on jobs_by_day (organization_id, at);

-- The same for the numbers that jobs report, by name. last_at is the time of the job that reported the latest.
create table job_metrics_by_hour (
  organization_id integer not null,
  pipeline_id integer not null,
  at timestamptz not null,
  name text not null,
  reports integer not null,
  total numeric not null,
  smallest float8 not null,
  largest float8 not null,
  last_at timestamptz not null,
  last float8 not null,
  spread histogram not null,
  primary key (organization_id, pipeline_id, name, at)
);
create index job_metrics_by_hour_at on job_metrics_by_hour (organization_id, at);
create table job_metrics_by_day (like job_metrics_by_hour, primary key (organization_id, pipeline_id, name, at));
create index job_metrics_by_day_at on job_metrics_by_day (organization_id, at);

-- Hours (of UTC) whose jobs have changed since their rollups were made. An hour may have several marks: writers only add,
-- so that they need not wait for each other.
create table changed_hours (
  organization_id integer not null,
  hour timestamptz not null,
  id bigint generated always as identity,
  marked_at timestamptz not null default now(),
  primary key (organization_id, hour, id)
);
-- It is emptied all the time.
alter table changed_hours set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000);

-- There is none for deleting: the columnstore does not allow it. Who deletes jobs marks their hours in the same statement,
-- and retention, which shall leave the rollups, does not.
create function mark_changed_hours() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into changed_hours (organization_id, hour)
    select distinct organization_id, date_bin('1 hour', at, 'epoch') from changed;
  else
    insert into changed_hours (organization_id, hour)
    select organization_id, date_bin('1 hour', at, 'epoch') from before
    union
    select organization_id, date_bin('1 hour', at, 'epoch') from changed;
  end if;
  return null;
end
$$;
create trigger mark_inserted after insert on jobs
  referencing new table as changed for each statement execute function mark_changed_hours();
create trigger mark_updated after update on jobs
  referencing old table as before new table as changed for each statement execute function mark_changed_hours();

insert into changed_hours (organization_id, hour)
select distinct organization_id, date_bin('1 hour', at, 'epoch') from jobs;

-- How long an organization keeps its jobs, and how long their rollups; null: for ever. Rollups outlive the jobs that they
-- were counted from, so what has been forgotten of jobs is never more recent than what has been forgotten of rollups. What
-- is older than the kept_from of each, always a midnight of UTC, is gone, or about to be: it only ever moves forward.
create table organization_retention (
  organization_id integer primary key references organizations on delete cascade,
  jobs_days integer check (jobs_days between 1 and 36500),
  rollups_days integer check (rollups_days between 1 and 36500),
  jobs_kept_from timestamptz,
  rollups_kept_from timestamptz,
  -- Since when both have been what they are.
  kept_since timestamptz,
  check (rollups_days is null or jobs_days is not null and rollups_days >= jobs_days),
  check (rollups_kept_from is null or jobs_kept_from is not null and rollups_kept_from <= jobs_kept_from)
);
