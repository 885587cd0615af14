-- What a run saw of a source: the columns of its table as [{ "name", "type", "read" }], and what is new of them to a pass, in sentences.
alter table crm_migration.entity_sources add column seen_columns jsonb, add column news jsonb not null default '[]';

-- What the newest pass that came to its end saw, or the full run before the first.
alter table crm_migration.link_sets add column seen_columns jsonb;
