/* table */
    with buckets as (
    select b.number, b.time, b.hours, b.compared_hours
    from unnest($1::timestamptz[], $2::float8[], $3::float8[])
      with ordinality as b (time, hours, compared_hours, number)),
    "current" as (
    select g.bucket_number, array["p1"."key", "g"."d2"::text]::text[] as key,
      array["p1"."name", "g"."d2"::text]::text[] as label
      , "g"."a1", "g"."a2"
    from (
      select width_bucket(r.at, $1::timestamptz[]) as bucket_number
        , "d1", "d2"
        , sum(r.jobs) as "a1", coalesce(sum(r.jobs) filter (where r.status not in ('QUEUED', 'RUNNING')), 0) as "a2"
      from (
    select "r"."at" as at, r.pipeline_id as "d1", (r.labels ->> $4) as "d2", r.pipeline_id as "pipeline_id", r.status as "status", r.currency as "currency", 1 as "jobs", (r.duration_ms is not null)::integer as "duration_jobs", r.duration_ms as "duration_ms", null::histogram as "durations", histogram_bin(r.duration_ms) as "duration_bin", (r.queue_ms is not null)::integer as "queue_jobs", r.queue_ms as "queue_ms", null::histogram as "queues", histogram_bin(r.queue_ms) as "queue_bin", r.cost as "cost" from jobs as r
    where r.organization_id = $5
        and true and r.status = any($6::text[]::job_status[]) and exists (
    select from "pipelines" as p
    where p.organization_id = $7 and "p"."id" = r.pipeline_id
      and "p"."key"::text ~ $8
  ) and "r"."at" >= $9 and "r"."at" < $10) as r
      group by bucket_number, "d1", "d2"
    ) as g
      left join "pipelines" as "p1"
        on "p1"."organization_id" = $11
        and "p1"."id" = "g"."d1"),
    "compared" as (
    select g.bucket_number, array["p1"."key", "g"."d2"::text]::text[] as key,
      array["p1"."name", "g"."d2"::text]::text[] as label
      , "g"."a1", "g"."a2"
    from (
      select width_bucket(r.at, $12::timestamptz[]) as bucket_number
        , "d1", "d2"
        , sum(r.jobs) as "a1", coalesce(sum(r.jobs) filter (where r.status not in ('QUEUED', 'RUNNING')), 0) as "a2"
      from (
    select "r"."at" as at, r.pipeline_id as "d1", (r.labels ->> $13) as "d2", r.pipeline_id as "pipeline_id", r.status as "status", r.currency as "currency", 1 as "jobs", (r.duration_ms is not null)::integer as "duration_jobs", r.duration_ms as "duration_ms", null::histogram as "durations", histogram_bin(r.duration_ms) as "duration_bin", (r.queue_ms is not null)::integer as "queue_jobs", r.queue_ms as "queue_ms", null::histogram as "queues", histogram_bin(r.queue_ms) as "queue_bin", r.cost as "cost" from jobs as r
    where r.organization_id = $14
        and true and r.status = any($15::text[]::job_status[]) and exists (
    select from "pipelines" as p
    where p.organization_id = $16 and "p"."id" = r.pipeline_id
      and "p"."key"::text ~ $17
  ) and "r"."at" >= $18 and "r"."at" < $19) as r
      group by bucket_number, "d1", "d2"
    ) as g
      left join "pipelines" as "p1"
        on "p1"."organization_id" = $20
        and "p1"."id" = "g"."d1"), keys as (select key, label from "current" where key is not null union select key, label from "compared" where key is not null),
    filled as (
      select b.number, b.time, null::text as other, "k"."key"[1] as "d1", "k"."key"[2] as "d2", coalesce("current"."a1", case when b.hours > 0 then 0 end) as "m1", coalesce("current"."a2", 0) / nullif(b.hours, 0) as "m2", coalesce("compared"."a1", case when b.compared_hours > 0 then 0 end) as "c1", coalesce("compared"."a2", 0) / nullif(b.compared_hours, 0) as "c2"
    from buckets as b
    cross join keys as k
    left join "current" on "current".bucket_number = b.number and "current".key = k.key
    left join "compared" on "compared".bucket_number = b.number and "compared".key = k.key
    )
    select (select count(*) from buckets) * (select count(*) from keys) as total, f.number, f.other, f."d1", f."d2", f."m1", f."m2", f."c1", f."c2"
    from filled as f
    order by f."c1" desc nulls last, f."d1" collate "C" nulls last, f."d2" collate "C" nulls last
    limit $21
