-- By what a visitor of public pages is known again within one day, so that one who looks at three
-- pages counts as one. Neither table is written to the log of the database: no backup, copy or
-- crash leaves anything of them. A day's salt goes when the day does, and with it what the marks
-- mean.

create unlogged table gestand.visit_salts (
  organisation text not null references gestand.organisations on delete cascade,
  day          date not null,
  salt         bytea not null check (length(salt) = 32),
  primary key (organisation, day)
);
comment on table gestand.visit_salts is
  $$The random number of today with which visitors are mixed; destroyed when the day is over.$$;

create unlogged table gestand.visit_marks (
  organisation text not null references gestand.organisations on delete cascade,
  day          date not null,
  mark         bytea not null check (length(mark) = 16),
  primary key (organisation, day, mark)
);
comment on table gestand.visit_marks is
  $$That a visitor was counted today: a number that without the salt leads to nobody.$$;
