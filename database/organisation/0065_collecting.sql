-- What happens to an invoice after it was issued: sent, paid, reminded of, disputed, handed over.

create table sendings (
  id         uuid primary key default gen_random_uuid(),
  invoice_id uuid not null references issuances,
  way        text not null check (way in ('mail', 'letter')),
  sent_by    uuid default actor(),
  sent_at    timestamptz not null default now()
);
create index sendings_invoice on sendings (invoice_id);
comment on table sendings is $$That an invoice went to its payer.
@organisation @insert invoicing$$;
comment on column sendings.id is $$@key$$;
comment on column sendings.invoice_id is $$@key @subject invoices$$;
comment on column sendings.way is $$@category invoice$$;
comment on column sendings.sent_by is $$@stamp$$;
comment on column sendings.sent_at is $$@stamp$$;

create table bank_entries (
  id          uuid primary key,
  mark        text not null unique check (length(mark) between 1 and 100),
  booked_on   date not null,
  amount      bigint not null check (amount > 0),
  debtor      text not null default '' check (length(debtor) <= 200),
  remittance  text not null default '' check (length(remittance) <= 500),
  aside       bigint not null default 0 check (aside between 0 and amount),
  imported_by uuid default actor(),
  imported_at timestamptz not null default now()
);
create index bank_entries_open on bank_entries (booked_on desc) where aside < amount;
comment on table bank_entries is $$Money that came in, from a file of the bank; what went out is not kept.
@organisation @insert collecting @update collecting
@nobody only the one who paid could tell whose it is; what was paid stands in payments$$;
comment on column bank_entries.id is $$@key$$;
comment on column bank_entries.mark is $$By which the bank knows it: nothing is read twice. @key$$;
comment on column bank_entries.booked_on is $$@category invoice$$;
comment on column bank_entries.amount is $$Cents. @category invoice$$;
comment on column bank_entries.debtor is $$Who paid. @category invoice @linkable$$;
comment on column bank_entries.remittance is $$What they wrote with it. @category invoice @linkable$$;
comment on column bank_entries.aside is
  $$Cents of it that pay no invoice: somebody said so. @category invoice$$;
comment on column bank_entries.imported_by is $$@stamp$$;
comment on column bank_entries.imported_at is $$@stamp$$;

create table payments (
  id          uuid primary key default gen_random_uuid(),
  invoice_id  uuid not null references issuances,
  entry_id    uuid references bank_entries,
  amount      bigint not null check (amount > 0),
  paid_on     date not null check (paid_on > '2000-01-01'),
  way         text not null check (way in ('bank', 'transfer', 'cash', 'write-off')),
  recorded_by uuid default actor(),
  recorded_at timestamptz not null default now(),
  check ((way = 'bank') = (entry_id is not null))
);
create index payments_invoice on payments (invoice_id);
create index payments_entry on payments (entry_id) where entry_id is not null;
comment on table payments is $$What was paid of an invoice, or written off.
@organisation @insert collecting$$;
comment on column payments.id is $$@key$$;
comment on column payments.invoice_id is $$@key @subject invoices$$;
comment on column payments.entry_id is $$@key$$;
comment on column payments.amount is $$Cents. @category invoice$$;
comment on column payments.paid_on is $$@category invoice$$;
comment on column payments.way is $$@category invoice$$;
comment on column payments.recorded_by is $$@stamp$$;
comment on column payments.recorded_at is $$@stamp$$;

create table payment_reversals (
  payment_id  uuid primary key references payments,
  reversed_by uuid default actor(),
  reversed_at timestamptz not null default now()
);
comment on table payment_reversals is $$That a payment was recorded wrongly and does not count.
@organisation @insert collecting$$;
comment on column payment_reversals.payment_id is $$@category invoice @subject payments$$;
comment on column payment_reversals.reversed_by is $$@stamp$$;
comment on column payment_reversals.reversed_at is $$@stamp$$;

create table payment_reminders (
  invoice_id uuid not null references issuances,
  stage      integer not null check (stage between 1 and 3),
  way        text not null check (way in ('mail', 'letter')),
  due_on     date not null default gestand.today(),
  sent_by    uuid default actor(),
  sent_at    timestamptz not null default now(),
  primary key (invoice_id, stage)
);
comment on table payment_reminders is $$That a payer was reminded: first, second, final.
@organisation @insert collecting$$;
comment on column payment_reminders.invoice_id is $$@key @subject invoices$$;
comment on column payment_reminders.stage is $$@key$$;
comment on column payment_reminders.way is $$@category invoice$$;
comment on column payment_reminders.due_on is $$The day by which payment is asked now. @stamp$$;
comment on column payment_reminders.sent_by is $$@stamp$$;
comment on column payment_reminders.sent_at is $$@stamp$$;

create table invoice_disputes (
  id        uuid primary key default gen_random_uuid(),
  invoice_id uuid not null references issuances,
  reason    text not null check (reason in ('amount', 'not-ordered', 'not-delivered', 'quality',
    'other')),
  ends_on   date not null,
  opened_by uuid default actor(),
  opened_at timestamptz not null default now()
);
create index invoice_disputes_invoice on invoice_disputes (invoice_id);
comment on table invoice_disputes is
  $$That a payer disputes an invoice: nobody is reminded, and the dossier behind it is kept.
@organisation @insert collecting$$;
comment on column invoice_disputes.id is $$@key$$;
comment on column invoice_disputes.invoice_id is $$@key @subject invoices$$;
comment on column invoice_disputes.reason is $$A word from a list. @category invoice$$;
comment on column invoice_disputes.ends_on is $$When it ends by itself. @category invoice$$;
comment on column invoice_disputes.opened_by is $$@stamp$$;
comment on column invoice_disputes.opened_at is $$@stamp$$;

create table dispute_endings (
  dispute_id uuid primary key references invoice_disputes,
  outcome    text not null check (outcome in ('upheld', 'rejected', 'settled')),
  ended_by   uuid default actor(),
  ended_at   timestamptz not null default now()
);
comment on table dispute_endings is $$How a dispute ended.
@organisation @insert collecting$$;
comment on column dispute_endings.dispute_id is $$@key @subject invoice_disputes$$;
comment on column dispute_endings.outcome is $$@category invoice$$;
comment on column dispute_endings.ended_by is $$@stamp$$;
comment on column dispute_endings.ended_at is $$@stamp$$;

create table dispute_holds (
  dispute_id uuid not null references invoice_disputes on delete cascade,
  hold_id    uuid not null references holds on delete cascade,
  primary key (dispute_id, hold_id)
);
comment on table dispute_holds is $$The hold that a dispute put on a dossier. @system$$;

create table collector_handovers (
  invoice_id uuid primary key references issuances,
  recipient  text not null check (length(recipient) <= 60),
  amount     bigint not null default 0,
  handed_by  uuid default actor(),
  handed_at  timestamptz not null default now()
);
comment on table collector_handovers is
  $$That an unpaid invoice went to a collector, with who owes how much and nothing of what was done.
@organisation @insert collecting$$;
comment on column collector_handovers.invoice_id is $$@key @subject invoices$$;
comment on column collector_handovers.recipient is
  $$Word of the collector in the statement. @category invoice$$;
comment on column collector_handovers.amount is $$Cents that were open. @stamp$$;
comment on column collector_handovers.handed_by is $$@stamp$$;
comment on column collector_handovers.handed_at is $$@stamp$$;

do $$
declare
  place text;
begin
  foreach place in array '{sendings,bank_entries,payments,payment_reversals,payment_reminders,
    invoice_disputes,dispute_endings,collector_handovers}'::text[]
  loop
    execute format('alter table %I enable row level security', place);
    execute format(
      'create policy core_books on %I as restrictive using ((select keeps_books()))', place);
  end loop;
end
$$;

-- What is still to be paid of an invoice, in cents.
create function invoice_open(which uuid) returns bigint
language sql stable security definer set search_path from current as $$
  select s.gross
    - coalesce((select sum(n.gross) from issuances n join invoices i on i.id = n.invoice_id
        where i.credits = which), 0)
    - coalesce((select sum(p.amount) from payments p where p.invoice_id = which
        and not exists (select from payment_reversals r where r.payment_id = p.id)), 0)
  from issuances s join invoices i on i.id = s.invoice_id
  where s.invoice_id = which and i.kind = 'invoice'
$$;

create function is_disputed(which uuid) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from invoice_disputes d where d.invoice_id = which
    and d.ends_on >= gestand.today()
    and not exists (select from dispute_endings e where e.dispute_id = d.id))
$$;
