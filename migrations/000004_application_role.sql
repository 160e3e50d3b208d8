-- The role that the application works as: it owns nothing, so it can neither change the schema nor the audit log, and it
-- cannot see the chunks of TimescaleDB, where nothing keeps organizations apart. Whoever migrates owns everything.
-- A role belongs to all databases of a server: it may be there already. Creating it needs CREATEROLE; an administrator can
-- do it beforehand.
do $$
begin
  if not exists (select from pg_roles where rolname = 'tachograph_app') then
    begin
      create role tachograph_app nologin;
    exception
      when duplicate_object or unique_violation then
        null;
      when insufficient_privilege then
        raise exception 'the role "%" may not create the role that the application works as. Let an administrator run: '
          'create role tachograph_app; grant tachograph_app to "%";', current_user, current_user;
    end;
  end if;
  if not pg_has_role(current_user, 'tachograph_app', 'usage') then
    execute format('grant tachograph_app to %I', current_user);
  end if;
end
$$;

-- The chunks of `jobs` move to a schema of their own, which the application may not use: a chunk inherits the grants of its
-- table, and whoever names it reads all organizations. Their usual schema cannot be closed on every version, because
-- TimescaleDB looks up its own functions there. Rewrites `jobs`, under a lock: about half a minute for a million rows.
do $$
begin
  if not exists (select from pg_extension where extname = 'timescaledb') then
    return;
  end if;
  create schema tachograph_chunks;
  alter table jobs rename to jobs_before;
  create table jobs (like jobs_before including defaults including constraints);
  perform create_hypertable(
    'jobs', 'at', chunk_time_interval => interval '28 days', create_default_indexes => false,
    associated_schema_name => 'tachograph_chunks');
  insert into jobs select * from jobs_before;
  drop table jobs_before;
  alter table jobs add primary key (organization_id, at, id);
  create index jobs_pipeline on jobs (organization_id, pipeline_id, at, id);
  create index jobs_duration on jobs (organization_id, (coalesce(duration_ms, -1)), id);
  create index jobs_not_succeeded on jobs (organization_id, status, at, id) where status <> 'SUCCEEDED';
end
$$;

grant usage on schema public to tachograph_app;
grant select, insert, update, delete on all tables in schema public to tachograph_app;
alter default privileges in schema public grant select, insert, update, delete on tables to tachograph_app;
alter default privileges in schema public grant usage on sequences to tachograph_app;
grant usage on all sequences in schema public to tachograph_app;
revoke update, delete on audit_events from tachograph_app;
-- With an organization its part of the audit log would go.
revoke delete on organizations from tachograph_app;
revoke insert, update, delete on migrations from tachograph_app;
