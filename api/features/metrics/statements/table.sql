/* table */
    with buckets as (
    select b.number, b.time, b.hours, b.compared_hours
    from unnest($1::timestamptz[], $2::float8[], $3::float8[])
      with ordinality as b (time, hours, compared_hours, number)),
    current as (
    select g.bucket_number, array["p1"."key", "g"."d2"::text]::text[] as key, array["p1"."name", "g"."d2"::text]::text[] as label
      , "g"."m1", "g"."m2"
    from (
      select width_bucket("r"."at", $4::timestamptz[]) as bucket_number
        , r.pipeline_id as "d1", (r.labels ->> $5) as "d2"
        , count(*) as "m1", count(*) filter (where r.status not in ('QUEUED', 'RUNNING')) as "m2"
      from "jobs" as r
      where r.organization_id = $6
        and true
        and "r"."at" >= $7 and "r"."at" < $8 and r.status = any($9::text[]::job_status[]) and exists (
    select from "pipelines" as p
    where p.organization_id = $10 and "p"."id" = r.pipeline_id
      and "p"."key"::text ~ $11
  )
      group by bucket_number, "d1", "d2"
    ) as g
      left join "pipelines" as "p1"
        on "p1"."organization_id" = $12
        and "p1"."id" = "g"."d1"),
    compared as (
    select g.bucket_number, array["p1"."key", "g"."d2"::text]::text[] as key, array["p1"."name", "g"."d2"::text]::text[] as label
      , "g"."m1", "g"."m2"
    from (
      select width_bucket("r"."at", $13::timestamptz[]) as bucket_number
        , r.pipeline_id as "d1", (r.labels ->> $14) as "d2"
        , count(*) as "m1", count(*) filter (where r.status not in ('QUEUED', 'RUNNING')) as "m2"
      from "jobs" as r
      where r.organization_id = $15
        and true
        and "r"."at" >= $16 and "r"."at" < $17 and r.status = any($18::text[]::job_status[]) and exists (
    select from "pipelines" as p
    where p.organization_id = $19 and "p"."id" = r.pipeline_id
      and "p"."key"::text ~ $20
  )
      group by bucket_number, "d1", "d2"
    ) as g
      left join "pipelines" as "p1"
        on "p1"."organization_id" = $21
        and "p1"."id" = "g"."d1"),
    keys as (select key, label from current union select key, label from compared),
    filled as (
      select b.time, k.key[1] as "d1", k.key[2] as "d2", coalesce("current"."m1", case when b.hours > 0 then 0 end) as "m1", coalesce("current"."m2", 0) / nullif(b.hours, 0) as "m2", coalesce("compared"."m1", case when b.compared_hours > 0 then 0 end) as "c1", coalesce("compared"."m2", 0) / nullif(b.compared_hours, 0) as "c2"
    from buckets as b
    cross join "keys" as k
    left join current on current.bucket_number = b.number and current.key = k.key
    left join compared on compared.bucket_number = b.number and compared.key = k.key
    )
    select (select count(*) from buckets) * (select count(*) from keys) as total, f."d1", f."d2", f."m1", f."m2", f."c1", f."c2"
    from filled as f
    order by f."c1" desc nulls last, f."d1" collate "C" nulls last, f."d2" collate "C" nulls last
    limit $22
