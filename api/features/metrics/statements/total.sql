/* table */
    with buckets as (
    select b.number, b.time, b.hours, b.compared_hours
    from unnest($1::timestamptz[], $2::float8[], $3::float8[])
      with ordinality as b (time, hours, compared_hours, number)),
    "current" as (
    select g.bucket_number, array[]::text[] as key,
      array[]::text[] as label
      , "g"."a1", "g"."a2"
    from (
      select width_bucket(r.at, $1::timestamptz[]) as bucket_number
        , sum(r.jobs) as "a1", coalesce(sum(r.jobs) filter (where r.status = 'SUCCEEDED'), 0)::float8 / nullif(coalesce(sum(r.jobs) filter (where r.status in ('SUCCEEDED', 'FAILED', 'TIMED_OUT')), 0), 0) as "a2"
      from (
    with stale as materialized (
    select hour, date_bin('1 day', hour, 'epoch') as day from changed_hours
    where organization_id = $4
      and hour > $5 and hour < $6
    group by hour)
    select r.at as at, "r"."pipeline_id" as "pipeline_id", "r"."status" as "status", nullif(r.currency, '') as "currency", "r"."jobs" as "jobs", "r"."duration_jobs" as "duration_jobs", "r"."duration_ms" as "duration_ms", "r"."durations" as "durations", null::smallint as "duration_bin", "r"."queue_jobs" as "queue_jobs", "r"."queue_ms" as "queue_ms", "r"."queues" as "queues", null::smallint as "queue_bin", "r"."cost" as "cost" from "jobs_by_day" as r
    where r.organization_id = $7
        and true and r.pipeline_id = 0 and r.at >= $8 and r.at < $9
      and r.at <> all($10::timestamptz[]) and r.at not in (select day from stale) union all
    select r.at as at, "r"."pipeline_id" as "pipeline_id", "r"."status" as "status", nullif(r.currency, '') as "currency", "r"."jobs" as "jobs", "r"."duration_jobs" as "duration_jobs", "r"."duration_ms" as "duration_ms", "r"."durations" as "durations", null::smallint as "duration_bin", "r"."queue_jobs" as "queue_jobs", "r"."queue_ms" as "queue_ms", "r"."queues" as "queues", null::smallint as "queue_bin", "r"."cost" as "cost" from (
    select * from unnest($11::timestamptz[], $12::timestamptz[]) as cut (begins, ends)
    union all
    select * from (select distinct day as begins, day + interval '1 day' as ends from stale) as changed where begins <> all($13::timestamptz[])
  ) as spans cross join lateral (
      select * from "jobs_by_hour" as r
      where r.organization_id = $14
        and true and r.pipeline_id = 0 and "r"."at" >= spans.begins and "r"."at" < spans.ends
    and "r"."at" >= $15 and "r"."at" < $16
        and r.at <> all($17::timestamptz[]) and r.at not in (select hour from stale)
      offset 0
    ) as r
    union all
    select "r"."at" as at, r.pipeline_id as "pipeline_id", r.status as "status", r.currency as "currency", 1 as "jobs", (r.duration_ms is not null)::integer as "duration_jobs", r.duration_ms as "duration_ms", null::histogram as "durations", histogram_bin(r.duration_ms) as "duration_bin", (r.queue_ms is not null)::integer as "queue_jobs", r.queue_ms as "queue_ms", null::histogram as "queues", histogram_bin(r.queue_ms) as "queue_bin", r.cost as "cost" from (
    select * from unnest($18::timestamptz[], $19::timestamptz[]) as cut (begins, ends)
    union all
    select * from (select hour as begins, hour + interval '1 hour' as ends from stale) as changed where begins <> all($20::timestamptz[])
  ) as spans cross join lateral (
      select * from jobs as r
      where r.organization_id = $21
        and true and "r"."at" >= spans.begins and "r"."at" < spans.ends
    and "r"."at" >= $22 and "r"."at" < $23
      offset 0
    ) as r
  ) as r
      group by bucket_number
    ) as g
    ), keys as (select array[]::text[] as key, array[]::text[] as label),
    filled as (
      select b.number, b.time, null::text as other, coalesce("current"."a1", case when b.hours > 0 then 0 end) as "m1", "current"."a2" as "m2"
    from buckets as b
    cross join keys as k
    left join "current" on "current".bucket_number = b.number and "current".key = k.key
    )
    select (select count(*) from buckets) * (select count(*) from keys) as total, f.number, f.other, f."m1", f."m2"
    from filled as f
    order by f.time
    limit $24
