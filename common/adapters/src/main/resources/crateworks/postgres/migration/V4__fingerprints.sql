-- What music is recognised by (docs/rationale/fingerprints.md), and what is known of it once the
-- values that a user set by hand have been put before those that were found out.

alter table musical_metadata add column fingerprint bigint;
alter table musical_metadata add column likeness bigint;
alter table musical_metadata add column role text not null default '';
create index musical_metadata_fingerprint on musical_metadata (fingerprint)
    where fingerprint is not null;

create view music as
select m.file, m.item, m.version, m.duration_micros, m.bars, m.notes, m.notes_per_second,
    coalesce(bpm.value::double precision, m.bpm) as bpm,
    case when bpm.value is null then m.bpm_confidence else 1 end as bpm_confidence,
    case when bpm.value is null then m.bpm_source else 'user' end as bpm_source,
    coalesce(tonic.value::smallint, m.tonic) as tonic,
    coalesce(mode.value, m.mode) as mode,
    coalesce(key.value, m.key_name) as key_name,
    coalesce(camelot.value, m.camelot) as camelot,
    case when key.value is null then m.key_confidence else 1 end as key_confidence,
    case when key.value is null then m.key_source else 'user' end as key_source,
    coalesce(meter.value, m.meter) as meter,
    case when meter.value is null then m.meter_confidence else 1 end as meter_confidence,
    case when meter.value is null then m.meter_source else 'user' end as meter_source,
    coalesce(category.value, m.category) as category,
    case when category.value is null then m.category_confidence else 1 end as category_confidence,
    case when category.value is null then m.category_reason else 'set by hand' end
        as category_reason,
    m.drums, m.drums_confidence, m.drum_channels, m.drum_classes, m.family, m.family_confidence,
    m.role, m.lowest_pitch, m.highest_pitch, m.progression, m.fingerprint, m.likeness, m.tags,
    m.tag_confidences, m.chords, m.details
from musical_metadata m
left join user_value bpm on bpm.file = m.file and bpm.field = 'bpm'
left join user_value tonic on tonic.file = m.file and tonic.field = 'tonic'
left join user_value mode on mode.file = m.file and mode.field = 'mode'
left join user_value key on key.file = m.file and key.field = 'key'
left join user_value camelot on camelot.file = m.file and camelot.field = 'camelot'
left join user_value meter on meter.file = m.file and meter.field = 'meter'
left join user_value category on category.file = m.file and category.field = 'category';
