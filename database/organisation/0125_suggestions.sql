-- A suggestion at a paragraph of the statement is a mail: nothing is kept of who made it, nor of
-- what it says. What is kept is that there was one, so that it shows when it reached nobody.

create table suggestions (
  mail_id uuid primary key,
  version integer not null check (version > 0),
  left_at timestamptz not null default now()
);
comment on table suggestions is
  $$That a reader suggested something at a paragraph of the statement, and the mail it went in.
@system$$;

-- Together with the mail; what is a year old tells nothing any more.
create function note_suggestion(mail uuid, version integer) returns void
language sql volatile security definer set search_path from current as $$
  delete from suggestions s where s.left_at < now() - interval '1 year';
  insert into suggestions (mail_id, version) values (mail, note_suggestion.version)
$$;
grant execute on function note_suggestion to gestand_accounts;

-- For checks: what became of the mail.
create function evidence_suggestions()
returns table (mail_id uuid, left_at timestamptz, sent boolean, failed boolean, tried boolean)
language sql stable security definer set search_path from current as $$
  select s.mail_id, s.left_at, m.sent_at is not null, m.failed_at is not null, m.tries > 0
  from suggestions s join gestand.mails m on m.id = s.mail_id
$$;
grant execute on function evidence_suggestions to gestand_worker;
