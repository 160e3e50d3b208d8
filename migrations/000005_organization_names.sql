-- Two organizations may have one name: to refuse a name because another organization has it would tell that there is one.
-- Whoever runs the server names one of several by its id. The table is small, and locked for a moment only.
alter table organizations drop constraint organizations_name_key;
