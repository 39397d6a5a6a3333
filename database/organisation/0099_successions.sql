-- What the end of a practice means for each dossier: told, chosen and carried out.

-- Whom to tell by mail now, each once: the accounts of the person and who represents them.
create function take_succession_mails(most integer)
returns table (dossier_id uuid, account_id uuid)
language plpgsql volatile security definer set search_path from current as $$
begin
  perform note_successions();
  return query
  with due as (
    select s.dossier_id from successions s join confirmed_ending e on e.id = s.ending_id
    where s.told_at is null and exists (
      select from relations r where r.dossier_id = s.dossier_id
        and r.relation in ('client', 'representative') and (r.until is null or r.until > now()))
    order by s.dossier_id limit most for update of s skip locked),
  told as (
    update successions s set told_at = now(), told_way = 'mail' from due
    where s.dossier_id = due.dossier_id returning s.dossier_id)
  select distinct t.dossier_id, r.holder_id
  from told t join relations r on r.dossier_id = t.dossier_id
  where r.relation in ('client', 'representative') and (r.until is null or r.until > now());
end
$$;

-- Who has no account gets a letter: whoever sent it says so.
create function record_succession_letter(number text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  which uuid;
begin
  if ends_practice() is not true and not (holds('successor') and current_activity() = 'succession')
  then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  update successions s set told_at = now(), told_way = 'letter'
    from dossiers d where d.id = s.dossier_id and d.reference = number and s.told_at is null
    returning s.dossier_id into which;
  if which is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform record('updated', current_activity(), actor(), which, 'successions', which::text, null);
end
$$;

-- The choice of the person, in the opened dossier, until the day that was named.
create function choose_succession(wanted text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  which uuid := opened();
begin
  if which is null or current_activity() is distinct from 'self-service' then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  update successions s set choice = wanted, chosen_by = actor(), chosen_at = now()
    from confirmed_ending e
    where e.id = s.ending_id and s.dossier_id = which and s.outcome is null
      and e.choose_by >= gestand.today();
  if not found then raise exception 'CHOICE_OVER' using errcode = 'GS409'; end if;
  perform record('updated', 'self-service', actor(), which, 'successions', which::text, null);
end
$$;

-- What the end means for the dossiers of whoever asks.
create function own_successions()
returns table (dossier_id uuid, reference text, kind text, successor text, ends_on date,
  choose_by date, choice text, outcome text)
language sql stable security definer set search_path from current as $$
  select d.id, d.reference, d.kind, m.name, e.ends_on, e.choose_by, s.choice, s.outcome
  from standing_relations r
  join successions s on s.dossier_id = r.dossier_id
  join dossiers d on d.id = s.dossier_id
  join practice_endings e on e.id = s.ending_id and e.revoked_at is null
  join successors c on c.id = e.successor_id
  join members m on m.account_id = c.account_id
  where r.holder_id = actor() and r.activity = 'self-service'
    and current_activity() = 'self-service'
  order by d.reference limit 100
$$;

-- How the end stands, for who oversees it: numbers, and the dossiers whose clients must get a
-- letter.
create function ending_progress(out dossiers bigint, out told bigint, out chose_transfer bigint,
  out chose_close bigint, out chose_destroy bigint, out transferred bigint, out closed bigint,
  out destroyed bigint, out by_letter text[])
language sql stable security definer set search_path from current as $$
  select count(*), count(s.told_at), count(*) filter (where s.choice = 'transfer'),
    count(*) filter (where s.choice = 'close'), count(*) filter (where s.choice = 'destroy'),
    count(*) filter (where s.outcome = 'transferred'),
    count(*) filter (where s.outcome = 'closed'),
    count(*) filter (where s.outcome = 'destroyed'),
    (array_agg(d.reference order by d.reference) filter (where s.told_at is null
      and not exists (select from relations r where r.dossier_id = d.id
        and r.relation in ('client', 'representative')
        and (r.until is null or r.until > now()))))[1:200]
  from successions s join dossiers d on d.id = s.dossier_id
  join practice_endings e on e.id = s.ending_id and e.revoked_at is null
  where ends_practice()
$$;

-- What clients chose, for the successor: beside the names, which cards show.
create function succession_states()
returns table (dossier_id uuid, told_at timestamptz, choice text, outcome text)
language sql stable security definer set search_path from current as $$
  select s.dossier_id, s.told_at, s.choice, s.outcome
  from successions s join practice_endings e on e.id = s.ending_id and e.revoked_at is null
  where current_activity() = 'succession' and holds('successor')
$$;

-- Carries out for some dossiers what their clients chose, once the practice has ended; who did not
-- choose in time is closed. Answers with how many; when nothing is left the end is carried out.
create function settle_successions(most integer) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  e    confirmed_ending;
  s    successions;
  done bigint := 0;
begin
  select * into e from confirmed_ending c where c.ends_on <= gestand.today();
  if not found then return 0; end if;
  perform note_successions();
  for s in
    select * from successions n where n.ending_id = e.id and n.outcome is null
      and (n.choice is not null or e.choose_by < gestand.today())
    order by n.dossier_id limit most for update skip locked
  loop
    update relations r set until = now()
    where r.dossier_id = s.dossier_id and (r.until is null or r.until > now())
      and r.holder_id <> e.successor
      and r.relation in ('responsible-coach', 'partner-coach', 'substitute');
    if s.choice = 'transfer' then
      insert into relations (dossier_id, holder_id, relation)
        values (s.dossier_id, e.successor, 'responsible-coach')
        on conflict (dossier_id, holder_id, relation, absence_id)
        do update set until = null;
    else
      insert into closures (dossier_id, outcome, ended_on, closed_by)
        select a.dossier_id, 'other',
          greatest(e.ends_on, (a.activated_at at time zone 'Europe/Amsterdam')::date), null
        from activations a where a.dossier_id = s.dossier_id
          and not exists (select from closures c where c.dossier_id = a.dossier_id);
      insert into events (dossier_id, event, occurred_at)
        values (s.dossier_id, 'engagement.ended', gestand.midnight(e.ends_on))
        on conflict do nothing;
      if s.choice = 'destroy' then
        -- The floor of a law stands above the day that the person chose.
        insert into retention_choices (dossier_id, part, due_on, chosen_by)
          values (s.dossier_id, 'dossier', gestand.today() + 1, s.chosen_by)
          on conflict (dossier_id, part) do update set due_on = excluded.due_on,
            chosen_by = excluded.chosen_by, chosen_at = now();
      end if;
    end if;
    update successions n set settled_at = now(), outcome = case coalesce(s.choice, 'close')
        when 'transfer' then 'transferred' when 'destroy' then 'destroyed' else 'closed' end
      where n.dossier_id = s.dossier_id;
    perform record('updated', 'system', null, s.dossier_id, 'successions', s.dossier_id::text,
      null);
    done := done + 1;
  end loop;
  if not exists (select from successions n where n.ending_id = e.id and n.outcome is null) then
    update practice_endings set carried_at = now() where id = e.id;
    delete from functions where function = 'successor';
  end if;
  return done;
end
$$;

grant execute on function record_succession_letter, choose_succession, own_successions,
  ending_progress, succession_states to public;
grant execute on function take_succession_mails, settle_successions to gestand_worker;

create function evidence_succession() returns table (subject text, code text)
language sql stable security definer set search_path from current as $$
  select 'function ' || f.account_id, case
      when not exists (select from confirmed_ending e where e.successor = f.account_id)
        then 'SUCCESSOR_EARLY' end
  from functions f where f.function = 'successor'
  union all
  select 'dossier ' || s.dossier_id, case
      when s.outcome = 'transferred' and s.choice is distinct from 'transfer'
        then 'NOT_CHOSEN'
      when e.revoked_at is null and s.told_at is null
        and e.confirmed_at < now() - interval '14 days' then 'NOT_TOLD'
      when e.revoked_at is null and s.outcome is null
        and greatest(e.ends_on, e.choose_by) < gestand.today() - 2 then 'NOT_SETTLED' end
  from successions s join practice_endings e on e.id = s.ending_id
$$;
grant execute on function evidence_succession to gestand_worker;

-- What was declared, chosen and carried out stands in no backup that is older; brought back, it
-- follows.
create trigger note_ending after insert or update on successors for each row
  execute function gestand.note_ending('id', 'account_id named_by named_at ended_at');
create trigger note_ending after insert or update on practice_endings for each row
  execute function gestand.note_ending('id',
    'successor_id reason ends_on choose_by declared_by declared_at confirmed_by confirmed_at '
    'revoked_at carried_at');
create trigger note_ending after update on successions for each row
  when ((old.told_at, old.choice, old.outcome) is distinct from
    (new.told_at, new.choice, new.outcome))
  execute function gestand.note_ending('dossier_id',
    'ending_id told_at told_way choice chosen_by chosen_at outcome settled_at');
