-- What this installation is, so that it is never taken for another: with which master key it was
-- sealed, and whether what is in it is invented.

create table gestand.installation (
  single      boolean primary key default true check (single),
  master      text not null,
  next_master text,
  mode        text check (mode in ('demo', 'production')),
  made_at     timestamptz not null default now()
);
comment on table gestand.installation is $$One row about the whole installation.$$;
comment on column gestand.installation.master is $$Names the master key under which everything is sealed.$$;
comment on column gestand.installation.next_master is
  $$Names the master key that is to take over, from the beginning of a rotation until its end.$$;
comment on column gestand.installation.mode is
  $$What the first start made of it, and every later one must be: a demonstration, or production.$$;
