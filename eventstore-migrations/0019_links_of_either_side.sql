-- Two records are linked or not whichever of their cases says so: a link stands until any case of either record takes it back later.

alter table discharge.person_links
    -- What the case said last of the two, and for when. What was kept before is a link of unknown date, which any taking back ends.
    add column linked boolean not null default true,
    add column at timestamptz not null default '-infinity';

alter table discharge.person_links alter column linked drop default, alter column at drop default;

-- Every link that stands, once in each direction for each case that says it.
create view discharge.linked_people as
select l.person_id, l.other_id
  from discharge.person_links l
 where l.linked and not exists (
       select from discharge.person_links n
        where not n.linked and n.at >= l.at and (n.person_id = l.person_id and n.other_id = l.other_id or n.person_id = l.other_id and n.other_id = l.person_id))
 union all
select l.other_id, l.person_id
  from discharge.person_links l
 where l.linked and not exists (
       select from discharge.person_links n
        where not n.linked and n.at >= l.at and (n.person_id = l.person_id and n.other_id = l.other_id or n.person_id = l.other_id and n.other_id = l.person_id));
