-- Dashboards: their documents with every version, what people keep of them, and links that show one to whoever has the link.
-- New tables; locks nothing.

-- The document of a dashboard is its current version. Title and description stand in it too: here they are looked for.
create table dashboards (
  organization_id integer not null references organizations on delete cascade,
  id uuid not null,
  title text not null,
  description text,
  -- Names from the outside in, with "/" between them. A folder is where dashboards are: it has no rights and no row of its own.
  folder text,
  visibility text not null check (visibility in ('PRIVATE', 'ORGANIZATION')),
  -- Null: a key made it, or the person has left the organization.
  owner_id integer,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, owner_id) references memberships (organization_id, user_id) on delete set null (owner_id)
);
create index dashboards_title on dashboards (organization_id, lower(title), id);
create index dashboards_owner on dashboards (organization_id, owner_id);

-- Who leaves the organization takes along what nobody else could see. What everyone could see stays.
create function delete_private_dashboard() returns trigger language plpgsql as $$
begin
  delete from dashboards where organization_id = new.organization_id and id = new.id;
  return null;
end
$$;
create trigger delete_private_dashboard after update of owner_id on dashboards
  for each row when (new.owner_id is null and new.visibility = 'PRIVATE') execute function delete_private_dashboard();

-- json and not jsonb: it keeps the order of what is in it, so that exports can be compared line by line.
create table dashboard_versions (
  organization_id integer not null,
  dashboard_id uuid not null,
  number integer not null,
  document json not null,
  saved_at timestamptz not null,
  -- Name of the person or key.
  saved_by text not null,
  comment text,
  primary key (organization_id, dashboard_id, number),
  foreign key (organization_id, dashboard_id) references dashboards (organization_id, id) on delete cascade
);

-- Which dashboard a panel belongs to, and what it is called, of current versions: the panels themselves stand in the document.
create table dashboard_panels (
  organization_id integer not null,
  id uuid not null,
  dashboard_id uuid not null,
  title text not null,
  primary key (organization_id, id),
  foreign key (organization_id, dashboard_id) references dashboards (organization_id, id) on delete cascade
);
create index dashboard_panels_dashboard on dashboard_panels (organization_id, dashboard_id);

-- What somebody has not saved yet.
create table dashboard_drafts (
  organization_id integer not null,
  dashboard_id uuid not null,
  user_id integer not null,
  document json not null,
  based_on integer not null,
  saved_at timestamptz not null,
  primary key (organization_id, dashboard_id, user_id),
  foreign key (organization_id, dashboard_id) references dashboards (organization_id, id) on delete cascade,
  foreign key (organization_id, user_id) references memberships (organization_id, user_id) on delete cascade
);
create index dashboard_drafts_user on dashboard_drafts (organization_id, user_id);

create table dashboard_favourites (
  organization_id integer not null,
  user_id integer not null,
  dashboard_id uuid not null,
  primary key (organization_id, user_id, dashboard_id),
  foreign key (organization_id, dashboard_id) references dashboards (organization_id, id) on delete cascade,
  foreign key (organization_id, user_id) references memberships (organization_id, user_id) on delete cascade
);
create index dashboard_favourites_dashboard on dashboard_favourites (organization_id, dashboard_id);

create table dashboard_visits (
  organization_id integer not null,
  user_id integer not null,
  dashboard_id uuid not null,
  visited_at timestamptz not null,
  primary key (organization_id, user_id, dashboard_id),
  foreign key (organization_id, dashboard_id) references dashboards (organization_id, id) on delete cascade,
  foreign key (organization_id, user_id) references memberships (organization_id, user_id) on delete cascade
);
create index dashboard_visits_dashboard on dashboard_visits (organization_id, dashboard_id);

-- Whoever shows the token sees this dashboard. The token is stored as SHA-256.
create table dashboard_share_links (
  organization_id integer not null,
  id integer generated always as identity,
  dashboard_id uuid not null,
  token_hash bytea not null unique,
  -- Name of the person or key.
  created_by text not null,
  created_at timestamptz not null,
  -- Null: never.
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, dashboard_id) references dashboards (organization_id, id) on delete cascade
);
create index dashboard_share_links_dashboard on dashboard_share_links (organization_id, dashboard_id);

-- Processes remember whom a link stands for, as they do of keys (000003).
create function tell_link_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tachograph_access', 'token ' || encode(old.token_hash, 'hex'));
  return null;
end
$$;
create trigger tell_link_change after delete or update of expires_at, revoked_at on dashboard_share_links
  for each row execute function tell_link_change();
