-- How people get in: a link by mail, good once and for a limited time. Only the hash of its secret
-- is kept.

create table invitations (
  id          uuid primary key default gen_random_uuid(),
  dossier_id  uuid not null references dossiers on delete cascade,
  email       text not null check (length(email) between 3 and 254),
  name        text not null check (length(name) between 1 and 200),
  language    text not null default 'nl' check (language in ('nl', 'en')),
  relation    text check (relation in ('representative')),
  token_hash  bytea not null unique check (length(token_hash) = 32),
  invited_at  timestamptz not null default now(),
  expires_at  timestamptz not null default now() + interval '14 days',
  accepted_at timestamptz
);
create index invitations_dossier on invitations (dossier_id);
comment on table invitations is $$An invitation of the person whom a dossier is about to see and use it.
@belongs dossiers @insert coaching intake @delete coaching$$;
comment on column invitations.id is $$@key$$;
comment on column invitations.dossier_id is $$@key$$;
comment on column invitations.email is $$@category contact$$;
comment on column invitations.name is $$@category identity$$;
comment on column invitations.language is $$@impersonal the language of the mail$$;
comment on column invitations.relation is
  $$What somebody else is invited to be; empty for the person of the dossier. @key$$;
comment on column invitations.token_hash is $$@key$$;
comment on column invitations.invited_at is $$@stamp$$;
comment on column invitations.expires_at is $$@stamp$$;
comment on column invitations.accepted_at is $$@stamp$$;

create table member_invitations (
  id          uuid primary key default gen_random_uuid(),
  email       text not null check (length(email) between 3 and 254),
  name        text not null check (length(name) between 1 and 200),
  title       text not null default '' check (length(title) <= 200),
  functions   text[] not null default '{}',
  party_id    uuid references parties on delete cascade,
  language    text not null default 'nl' check (language in ('nl', 'en')),
  token_hash  bytea not null unique check (length(token_hash) = 32),
  invited_at  timestamptz not null default now(),
  expires_at  timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz
);
comment on table member_invitations is
  $$An invitation to work here, or to act for a party (then there are no functions).
@organisation @insert administration @delete administration$$;
comment on column member_invitations.id is $$@key$$;
comment on column member_invitations.email is $$@category account$$;
comment on column member_invitations.name is $$@category account$$;
comment on column member_invitations.title is $$@category account$$;
comment on column member_invitations.functions is $$@category account$$;
comment on column member_invitations.party_id is $$@key$$;
comment on column member_invitations.language is $$@impersonal the language of the mail$$;
comment on column member_invitations.token_hash is $$@key$$;
comment on column member_invitations.invited_at is $$@stamp$$;
comment on column member_invitations.expires_at is $$@stamp$$;
comment on column member_invitations.accepted_at is $$@stamp$$;

-- The invitation behind a link, if it is still good: for the page that accepts it.
create function find_invitation(secret bytea, out kind text, out email text, out name text,
  out language text)
language plpgsql stable security definer set search_path from current as $$
begin
  select 'dossier', i.email, i.name, i.language into kind, email, name, language from invitations i
  where i.token_hash = sha256(secret) and i.accepted_at is null and i.expires_at > now();
  if kind is null then
    select case when i.party_id is null then 'member' else 'party' end, i.email, i.name, i.language
      into kind, email, name, language from member_invitations i
    where i.token_hash = sha256(secret) and i.accepted_at is null and i.expires_at > now();
  end if;
end
$$;

-- Gives an account what it was invited to, once. The relation is that of the person whom the
-- dossier is about.
create function accept_invitation(secret bytea, account uuid) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  invited  invitations;
  hired    member_invitations;
begin
  update invitations i set accepted_at = now()
  where i.token_hash = sha256(secret) and i.accepted_at is null and i.expires_at > now()
  returning * into invited;
  if found then
    -- Nobody is client and professional of one dossier: such a person would consent to what they do
    -- themselves.
    if exists (
      select from relations r left join relation_words w on w.relation = r.relation
      where r.dossier_id = invited.dossier_id and r.holder_id = account
        and w.subject is not true) then
      raise exception 'INVITED_TO_OWN_WORK' using errcode = 'GS403';
    end if;
    insert into relations (dossier_id, holder_id, relation)
      select invited.dossier_id, account, w.relation from relation_words w
      where case when invited.relation is null then w.subject else w.relation = invited.relation end
      on conflict do nothing;
    perform record('accepted', 'system', account, invited.dossier_id, 'invitations',
      invited.id::text, null);
    return 'dossier';
  end if;
  update member_invitations i set accepted_at = now()
  where i.token_hash = sha256(secret) and i.accepted_at is null and i.expires_at > now()
  returning * into hired;
  if not found then raise exception 'INVITATION_EXPIRED' using errcode = 'GS404'; end if;
  if hired.party_id is not null then
    if exists (select from members m
      where m.account_id = account and (m.left_at is null or m.left_at > now())) then
      raise exception 'INVITED_TO_OWN_WORK' using errcode = 'GS403';
    end if;
    insert into affiliations (party_id, account_id) values (hired.party_id,
      account) on conflict do nothing;
  else
    insert into members (account_id, name, title) values (account, hired.name, hired.title)
      on conflict (account_id) do update set left_at = null, title = excluded.title;
    insert into functions (account_id, function)
      select account, f from unnest(hired.functions) f on conflict do nothing;
  end if;
  perform record('accepted', 'system', account, null, 'member_invitations', hired.id::text, null);
  return case when hired.party_id is null then 'member' else 'party' end;
end
$$;

-- Signing in and failing to, told by the part of the application that checks passwords.
create function record_sign_in(account uuid, outcome text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if outcome not in ('signed-in', 'sign-in-refused', 'signed-out', 'password-changed',
    'second-factor-changed') then
    raise exception 'INVALID' using errcode = 'GS400';
  end if;
  perform record(outcome, 'account', account, null, null, null, null);
end
$$;
