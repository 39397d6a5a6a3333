-- Mail that the software sent about a dossier: which, to whom and when. What it said stands
-- nowhere: it never says more than that something waits. Where the statement keeps no
-- correspondence, nothing is listed.

create table sent_mails (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  kind       text not null check (kind ~ '^[a-z][a-z-]{1,40}$'),
  receiver   text not null check (receiver in ('client', 'party')),
  sent_by    uuid default actor(),
  sent_at    timestamptz not null default now()
);
create index sent_mails_dossier on sent_mails (dossier_id, sent_at);
comment on table sent_mails is
  $$A mail that the software sent about the client, without what it said; written by the database.
@belongs dossiers$$;
comment on column sent_mails.id is $$@key$$;
comment on column sent_mails.dossier_id is $$@key$$;
comment on column sent_mails.kind is $$Which mail, as a word. @category correspondence$$;
comment on column sent_mails.receiver is $$@category correspondence$$;
comment on column sent_mails.sent_by is $$Whose act it tells of; of a reminder, nobody's. @stamp$$;
comment on column sent_mails.sent_at is $$When it was given to the post. @stamp$$;

create function keep_sent_mail(dossier uuid, kind text, receiver text) returns void
language sql volatile security definer set search_path from current as $$
  insert into sent_mails (dossier_id, kind, receiver)
  select dossier, keep_sent_mail.kind, keep_sent_mail.receiver
  where exists (select from pg_attribute where attrelid = 'sent_mails'::regclass
    and attname = 'kind' and attacl is not null)
$$;

-- Of whatever is sent in the opened dossier.
create function note_sent_mail(kind text, receiver text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if opened() is null then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  perform keep_sent_mail(opened(), kind, receiver);
end
$$;
grant execute on function note_sent_mail to public;

-- What is sent without anybody opening the dossier follows from the row that it leaves.
create function note_reminder() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform keep_sent_mail(new.dossier_id, tg_argv[0], 'client');
  return null;
end
$$;
create trigger note_reminder after insert on appointment_reminders
  for each row execute function note_reminder('appointment-soon');
create trigger note_reminder after insert on summary_reminders
  for each row execute function note_reminder('summary-waits');
create trigger note_reminder after insert on invitations
  for each row execute function note_reminder('invitation');
create trigger note_reminder after update of reminded_at on consents
  for each row when (new.reminded_at is not null and old.reminded_at is null)
  execute function note_reminder('consent-ending');

create trigger note_reminder after insert on handover_answers
  for each row when (new.decision = 'accepted') execute function note_reminder('coach-changed');

-- Mail that a colleague sent is the practice's own, whoever files it.
create function is_of_colleague(address text) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from members m join gestand.accounts a on a.id = m.account_id
    where lower(a.email) = lower(address) and (m.left_at is null or m.left_at > now()))
$$;

-- The same for whoever may file mail.
create function sent_by_us(address text) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  if opened() is null
    or not has_column_privilege(current_setting('role'), 'filed_mails', 'body', 'insert') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  return is_of_colleague(address);
end
$$;
grant execute on function sent_by_us to public;

-- Whom a mail is about: the client who wrote it, or to whom the coach wrote it.
create function mail_about(coach uuid, sender text, receivers text[]) returns uuid
language sql stable security definer set search_path from current as $$
  select coalesce(mail_sender(coach, sender), case when is_of_colleague(sender) then (
    select case when count(distinct s.dossier) = 1 then min(s.dossier::text)::uuid end
    from (select mail_sender(coach, r) as dossier from unnest(receivers) r) s) end)
$$;
grant execute on function mail_about to gestand_worker;
