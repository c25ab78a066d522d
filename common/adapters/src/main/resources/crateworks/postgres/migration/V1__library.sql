-- The library and its ledger. One page about all tables: docs/formats/database.md

create table session (
    id bigint generated always as identity primary key,
    asked json not null,
    fingerprint uuid not null,
    state text not null,
    started_at timestamptz not null default now(),
    ended_at timestamptz,
    unchanged bigint not null default 0,
    junk bigint not null default 0,
    figures json,
    ledger json
);
create unique index session_unfinished on session (fingerprint) where state <> 'COMPLETED';

-- Every place where something was found; items are numbered in steps of 2^20.
create sequence found_number;
create table occurrence (
    item bigint primary key,
    session bigint not null,
    place_key uuid not null unique,
    again boolean not null default false,
    ordinal int not null,
    size bigint not null,
    modified bigint not null,
    pack_offset bigint,
    pack_length int,
    source text not null,
    path text not null,
    member text not null,
    pack text,
    content_hash bytea
);

-- A tag with what told so; numbers keep the rows of files small.
create table tag (
    id int generated always as identity primary key,
    tag_key uuid not null unique,
    term text not null,
    category text not null,
    source text not null
);

-- One row for each content, with what its owner, the smallest item, says of it.
create table file (
    id bigint generated always as identity primary key,
    first_item bigint not null,
    session bigint not null,
    pack_offset bigint not null,
    duration_micros bigint not null,
    size int not null,
    tracks int not null,
    division int not null,
    notes int not null,
    format smallint not null,
    blake3 bytea not null unique,
    kind text not null,
    pack text not null,
    repairs text not null,
    original_name text not null,
    tags int[] not null,
    tag_confidences double precision[] not null
);
create index file_first_item on file (first_item);

create table file_name (
    file bigint not null,
    item bigint not null,
    stage text not null,
    name text not null,
    reason text not null,
    primary key (file, stage)
);

-- Every part that was split off, with the file of its content.
create table track_split (
    item bigint primary key,
    session bigint not null,
    parent bigint not null,
    parent_item bigint not null,
    child bigint not null,
    track int not null,
    channel int not null,
    program int not null,
    notes int not null,
    label text not null
);

create table musical_metadata (
    file bigint primary key,
    item bigint not null,
    duration_micros bigint not null,
    bpm double precision,
    bpm_confidence double precision not null,
    key_confidence double precision not null,
    meter_confidence double precision not null,
    drums_confidence double precision not null,
    family_confidence double precision not null,
    category_confidence double precision not null,
    notes_per_second double precision,
    version int not null,
    bars int,
    notes int not null,
    tonic smallint,
    lowest_pitch smallint,
    highest_pitch smallint,
    drums boolean not null,
    bpm_source text not null,
    mode text not null,
    key_name text not null,
    key_source text not null,
    camelot text not null,
    meter text,
    meter_source text not null,
    family text not null,
    category text not null,
    category_reason text not null,
    progression text not null,
    drum_channels int[] not null,
    drum_classes text[] not null,
    tags int[] not null,
    tag_confidences double precision[] not null,
    chords json not null,
    details json not null
) with (toast_tuple_target = 8160);

-- What a user set by hand; re-analysis never touches it.
create table user_value (
    file bigint not null,
    field text not null,
    value text not null,
    primary key (file, field)
);

create table drive (
    id int generated always as identity primary key,
    path text not null unique
);

create table export (
    drive int not null,
    file bigint not null,
    bytes bigint,
    written_at timestamptz,
    path text not null,
    folder_folded text not null,
    name_folded text not null,
    hash bytea,
    primary key (drive, file),
    unique (drive, folder_folded, name_folded)
) with (fillfactor = 80);

create table parked (
    item bigint not null,
    record_key uuid not null,
    session bigint not null,
    message_key bigint not null,
    attempts int not null,
    stage text not null,
    reason text not null,
    message text not null,
    record text not null,
    parked_at timestamptz not null default now(),
    primary key (item, record_key)
);

-- One row for each item that has an end or waits; an item without one is on its way.
create table outcome (
    item bigint primary key,
    session bigint not null,
    file bigint,
    at timestamptz not null default now(),
    attempts int not null,
    state text not null,
    stage text not null,
    code text not null,
    detail text not null
) with (fillfactor = 85);

create view file_tag as
select f.id as file, t.term, t.category, t.source, marks.confidence
from file f, unnest(f.tags, f.tag_confidences) as marks (tag, confidence), tag t
where t.id = marks.tag
union all
select m.file, t.term, t.category, t.source, marks.confidence
from musical_metadata m, unnest(m.tags, m.tag_confidences) as marks (tag, confidence), tag t
where t.id = marks.tag;

create view category as
select file, category, category_confidence as confidence, category_reason as reason
from musical_metadata;

-- The ledger: how many items each session gained or lost in each state, a few rows for each
-- transaction. Sums are exact in every snapshot, because the rows that are counted and the counts
-- are written by the same statements.
create table tally (
    session bigint not null,
    items bigint not null,
    part boolean not null,
    state text not null
);

create function tally_found() returns trigger language plpgsql as $$
begin
    insert into tally (session, items, part, state)
    select session, count(*), tg_argv[0]::boolean, 'found' from added group by session;
    return null;
end $$;

create function tally_ends() returns trigger language plpgsql as $$
begin
    insert into tally (session, items, part, state)
    select session, count(*), item >= 4611686018427387904, state
    from added group by session, item >= 4611686018427387904, state;
    return null;
end $$;

create function tally_changes() returns trigger language plpgsql as $$
begin
    insert into tally (session, items, part, state)
    with changes as (
        select session, item, state, 1 as items from added
        union all
        select session, item, state, -1 from removed)
    select session, sum(items), item >= 4611686018427387904 as part, state
    from (select * from changes
        union all select session, item, 'found', items from changes) as all_changes
    group by session, part, state having sum(items) <> 0;
    return null;
end $$;

create trigger occurrence_found after insert on occurrence
    referencing new table as added for each statement execute function tally_found('false');
create trigger part_found after insert on track_split
    referencing new table as added for each statement execute function tally_found('true');
create trigger outcome_ends after insert on outcome
    referencing new table as added for each statement execute function tally_ends();
create trigger outcome_changes after update on outcome
    referencing old table as removed new table as added
    for each statement execute function tally_changes();
