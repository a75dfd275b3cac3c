-- Whatever is shown of a case asks what else is on record of the person. Of most people there is nothing, and this says so, so that it is looked for only where there may be something.

alter table discharge.people
    -- Set once another case is opened for the person, or a case says of their record and another's that they are one, or are not; never taken back. Of those kept before, nobody knows.
    add column has_more boolean not null default true;
