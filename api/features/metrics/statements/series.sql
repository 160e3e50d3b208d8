/* series */
    with buckets as (
    select b.number, b.time, b.hours, b.compared_hours
    from unnest($1::timestamptz[], $2::float8[], $3::float8[])
      with ordinality as b (time, hours, compared_hours, number)),
    current as (
    select g.bucket_number, array["p1"."key"]::text[] as key, array["p1"."name"]::text[] as label
      , "g"."m1", "g"."m2"
    from (
      select width_bucket("r"."at", $4::timestamptz[]) as bucket_number
        , r.pipeline_id as "d1"
        , percentile_cont(0.95) within group (order by r.duration_ms) as "m1", count(*) as "m2"
      from "jobs" as r
      where r.organization_id = $5
        and true
        and "r"."at" >= $6 and "r"."at" < $7
      group by grouping sets ((bucket_number, "d1"), ("d1"))
    ) as g
      left join "pipelines" as "p1"
        on "p1"."organization_id" = $8
        and "p1"."id" = "g"."d1"),
    keys as (select key, label from current group by key, label),
    ranked as (
      select k.key, k.label, row_number() over (order by total."m1" desc nulls last, k.key[1] collate "C" nulls last) as place, count(*) over () as total
      from keys as k
      left join current as total on total.bucket_number is null and total.key = k.key
      order by place
      limit $9
    )
    select k.total, k.key[1] as "d1", k.label[1] as "l1", "current"."m1" as "m1", coalesce("current"."m2", case when b.hours > 0 then 0 end) as "m2"
    from buckets as b
    cross join "ranked" as k
    left join current on current.bucket_number = b.number and current.key = k.key
    order by k.place, b.number
