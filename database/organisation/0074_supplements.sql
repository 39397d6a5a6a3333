-- A summary that the client approved and that is wrong after all: the client puts own words beside
-- it, at any time; and a new version corrects it once a request for correction was granted.

create table supplements (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null,
  summary_id uuid not null,
  words      bytea not null,
  written_by uuid default actor(),
  written_at timestamptz not null default now(),
  foreign key (summary_id, dossier_id)
    references dispatches (summary_id, dossier_id) on delete cascade
);
create index supplements_summary on supplements (summary_id);
create index supplements_dossier on supplements (dossier_id);
comment on table supplements is
  $$What the client adds to a summary that was sent, kept beside it whatever becomes of it.
@belongs dossiers @insert self-service$$;
comment on column supplements.id is $$@key$$;
comment on column supplements.dossier_id is $$@key$$;
comment on column supplements.summary_id is $$@key$$;
comment on column supplements.words is $$@category conversation-reports @sealed$$;
comment on column supplements.written_by is $$@stamp$$;
comment on column supplements.written_at is $$@stamp$$;

-- Whether the person asked for a correction in this dossier and that was granted, until it is done.
create function correction_granted(dossier uuid) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from requests q join dossiers d on d.id = dossier
    where q.kind = 'rectification' and q.state = 'executing'
      and (q.dossier_id = d.id or q.dossier_id is null and q.person_id = d.person_id))
$$;
