-- Which cases have something to hand over to another, written in the transaction that records it, so that a node that ends before it is handed over leaves it to the next.

create table discharge.hand_overs (
    case_id uuid primary key,
    since   timestamptz not null
);

create index hand_overs_in_turn on discharge.hand_overs (since);
