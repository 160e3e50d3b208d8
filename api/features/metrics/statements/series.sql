/* series */
    with buckets as (
    select b.number, b.time, b.hours, b.compared_hours
    from unnest($1::timestamptz[], $2::float8[], $3::float8[])
      with ordinality as b (time, hours, compared_hours, number)),
    "current" as (
    select g.bucket_number, array["p1"."key"]::text[] as key,
      array["p1"."name"]::text[] as label
      , "g"."a1", "g"."a2"
    from (
      select width_bucket(r.at, $1::timestamptz[]) as bucket_number
        , "d1"
        , histogram_percentile(
      array_agg("r"."durations") filter (where "r"."durations" is not null),
      array_agg("r"."duration_bin") filter (where "r"."duration_bin" is not null), $4::float8) as "a1", sum(r.jobs) as "a2"
      from (
    with stale as materialized (
    select hour, date_bin('1 day', hour, 'epoch') as day from changed_hours
    where organization_id = $5
      and hour > $6 and hour < $7
    group by hour)
    select r.at as at, r.pipeline_id as "d1", "r"."pipeline_id" as "pipeline_id", "r"."status" as "status", nullif(r.currency, '') as "currency", "r"."jobs" as "jobs", "r"."duration_jobs" as "duration_jobs", "r"."duration_ms" as "duration_ms", "r"."durations" as "durations", null::smallint as "duration_bin", "r"."queue_jobs" as "queue_jobs", "r"."queue_ms" as "queue_ms", "r"."queues" as "queues", null::smallint as "queue_bin", "r"."cost" as "cost" from "jobs_by_day" as r
    where r.organization_id = $8
        and true and r.pipeline_id > 0 and r.at >= $9 and r.at < $10
      and r.at <> all($11::timestamptz[]) and r.at not in (select day from stale) union all
    select r.at as at, r.pipeline_id as "d1", "r"."pipeline_id" as "pipeline_id", "r"."status" as "status", nullif(r.currency, '') as "currency", "r"."jobs" as "jobs", "r"."duration_jobs" as "duration_jobs", "r"."duration_ms" as "duration_ms", "r"."durations" as "durations", null::smallint as "duration_bin", "r"."queue_jobs" as "queue_jobs", "r"."queue_ms" as "queue_ms", "r"."queues" as "queues", null::smallint as "queue_bin", "r"."cost" as "cost" from (
    select * from unnest($12::timestamptz[], $13::timestamptz[]) as cut (begins, ends)
    union all
    select * from (select distinct day as begins, day + interval '1 day' as ends from stale) as changed where begins <> all($14::timestamptz[])
  ) as spans cross join lateral (
      select * from "jobs_by_hour" as r
      where r.organization_id = $15
        and true and r.pipeline_id > 0 and "r"."at" >= spans.begins and "r"."at" < spans.ends
    and "r"."at" >= $16 and "r"."at" < $17
        and r.at <> all($18::timestamptz[]) and r.at not in (select hour from stale)
      offset 0
    ) as r
    union all
    select "r"."at" as at, r.pipeline_id as "d1", r.pipeline_id as "pipeline_id", r.status as "status", r.currency as "currency", 1 as "jobs", (r.duration_ms is not null)::integer as "duration_jobs", r.duration_ms as "duration_ms", null::histogram as "durations", histogram_bin(r.duration_ms) as "duration_bin", (r.queue_ms is not null)::integer as "queue_jobs", r.queue_ms as "queue_ms", null::histogram as "queues", histogram_bin(r.queue_ms) as "queue_bin", r.cost as "cost" from (
    select * from unnest($19::timestamptz[], $20::timestamptz[]) as cut (begins, ends)
    union all
    select * from (select hour as begins, hour + interval '1 hour' as ends from stale) as changed where begins <> all($21::timestamptz[])
  ) as spans cross join lateral (
      select * from jobs as r
      where r.organization_id = $22
        and true and "r"."at" >= spans.begins and "r"."at" < spans.ends
    and "r"."at" >= $23 and "r"."at" < $24
      offset 0
    ) as r
  ) as r
      group by grouping sets ((bucket_number, "d1"), ("d1"))
    ) as g
      left join "pipelines" as "p1"
        on "p1"."organization_id" = $25
        and "p1"."id" = "g"."d1"),
    found as (select key, label from "current" where key is not null group by key, label),
    keys as (
    select k.*, row_number() over (order by "total"."a1" desc nulls last, "k"."key"[1] collate "C" nulls last) as place, count(*) over () as total
    from found as k
    left join "current" as total on "total".bucket_number is null and "total".key = k.key
    order by place
    limit $26)
    select k.total, null::text as other, "k"."key"[1] as "d1", "k"."label"[1] as "l1", "current"."a1" as "m1", coalesce("current"."a2", case when b.hours > 0 then 0 end) as "m2"
    from buckets as b
    cross join keys as k
    left join "current" on "current".bucket_number = b.number and "current".key = k.key
    order by k.place, b.number
