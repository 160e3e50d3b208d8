-- The role that the application works as: it owns nothing, so it can neither change the schema nor the audit log, and it
-- cannot see the chunks of TimescaleDB, where nothing keeps organizations apart. Whoever migrates owns everything.
-- A role belongs to all databases of a server: it may be there already. Creating it needs CREATEROLE; an administrator can
-- do it beforehand: create role tachograph_app; grant tachograph_app to <the role in DATABASE_URL>;
do $$
begin
  if not exists (select from pg_roles where rolname = 'tachograph_app') then
    begin
      create role tachograph_app nologin;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end if;
  if not pg_has_role(current_user, 'tachograph_app', 'usage') then
    execute format('grant tachograph_app to %I', current_user);
  end if;
end
$$;

grant usage on schema public to tachograph_app;
grant select, insert, update, delete on all tables in schema public to tachograph_app;
alter default privileges in schema public grant select, insert, update, delete on tables to tachograph_app;
alter default privileges in schema public grant usage on sequences to tachograph_app;
grant usage on all sequences in schema public to tachograph_app;
revoke update, delete on audit_events from tachograph_app;
revoke insert, update, delete on migrations from tachograph_app;

do $$
begin
  if exists (select from pg_namespace where nspname = '_timescaledb_internal') then
    revoke all on schema _timescaledb_internal from public;
  end if;
end
$$;
