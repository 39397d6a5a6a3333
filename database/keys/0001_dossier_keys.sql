-- In a database of its own, which the backups of the data do not hold.

create table dossier_keys (
  organisation text  not null,
  dossier_id   uuid  not null,
  wrapped      bytea not null,
  master       text  not null,
  primary key (organisation, dossier_id)
);
create index dossier_keys_master on dossier_keys (master);
comment on table dossier_keys is $$The key of each dossier, wrapped by the master key.$$;
