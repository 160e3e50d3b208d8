/* table */
    with buckets as (
    select b.number, b.time, b.hours, b.compared_hours
    from unnest($1::timestamptz[], $2::float8[], $3::float8[])
      with ordinality as b (time, hours, compared_hours, number)),
    current as (
    select g.bucket_number, array[]::text[] as key, array[]::text[] as label
      , "g"."m1", "g"."m2"
    from (
      select width_bucket("r"."at", $4::timestamptz[]) as bucket_number
        , count(*) as "m1", 
      count(*) filter (where r.status = 'SUCCEEDED')::float8
      / nullif(count(*) filter (where r.status in ('SUCCEEDED', 'FAILED', 'TIMED_OUT')), 0) as "m2"
      from "jobs" as r
      where r.organization_id = $5
        and true
        and "r"."at" >= $6 and "r"."at" < $7
      group by bucket_number
    ) as g
    ),
    keys as (select array[]::text[] as key, array[]::text[] as label),
    filled as (
      select b.time, coalesce("current"."m1", case when b.hours > 0 then 0 end) as "m1", "current"."m2" as "m2"
    from buckets as b
    cross join "keys" as k
    left join current on current.bucket_number = b.number and current.key = k.key
    )
    select (select count(*) from buckets) * (select count(*) from keys) as total, f."m1", f."m2"
    from filled as f
    order by f.time
    limit $8
