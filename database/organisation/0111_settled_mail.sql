-- Who is told what came of an enrolment or an application: whoever was not told yet, as the
-- database has it, whether that was settled by hand, among two thousand, or by two at once.

alter table submissions add column told_at timestamptz;
create index submissions_untold on submissions (settled_at)
  where told_at is null and outcome in ('verified', 'rejected');
comment on column submissions.told_at is
  $$When a mail that it was settled went to the student. @stamp$$;

-- Several processes take turns: each takes what no other has in hands.
create function tell_settled(most integer)
returns table (account_id uuid, dossier_id uuid, about text, outcome text)
language sql volatile security definer set search_path from current as $$
  with due as (
    select s.id from submissions s
    where s.told_at is null and s.outcome in ('verified', 'rejected')
    order by s.settled_at limit most for no key update skip locked),
  told as (
    update submissions s set told_at = now() from due where s.id = due.id
    returning s.dossier_id, s.about, s.outcome)
  select r.holder_id, t.dossier_id, t.about, t.outcome
  from told t
  join living_dossiers d on d.id = t.dossier_id
  join relations r on r.dossier_id = t.dossier_id and r.relation = 'registrant'
    and (r.until is null or r.until > now())
$$;
revoke execute on function tell_settled from public;
grant execute on function tell_settled to gestand_worker;

-- Who hears what was decided on an accreditation: those who look after the institution.
create function accreditation_hearers(which uuid) returns setof uuid
language sql stable security definer set search_path from current rows 5 as $$
  select n.account_id
  from accreditations a
  join party_functions n on n.party_id = a.party_id and n.function = 'institution-administrator'
  join affiliations f on f.party_id = n.party_id and f.account_id = n.account_id
  where a.id = which and serving('programme-keeping')
$$;
grant execute on function accreditation_hearers to public;
